package tui

import (
	"context"
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
	"hakseup/tui/lab"
)

// A running lab is drawn frame by frame: strides are made for a part of the
// frame, and what is left is for keys and for drawing.
const (
	frameEvery  = 25 * time.Millisecond
	frameBudget = 12 * time.Millisecond
)

// running is how a lab runs in the pane.
type running struct {
	on     bool
	id     int        // counts the runs: a frame of one that was stopped does nothing
	left   int        // strides until it stops by itself; < 0: it goes on to the end
	due    float64    // strides that should have been made by now
	since  []lab.Fact // what was when it began
	begun  bool       // something has been done since the start
	budget func() (more func() bool)
	after  func(d time.Duration, msg tea.Msg) tea.Cmd
	strode func() // is told of every stride that is done; nil: nobody
}

// frameMsg asks for a frame of a run. It names the pane, so that one that is no
// longer shown stops.
type frameMsg struct {
	pane *labPane
	run  int
}

func newRunning() running {
	return running{
		budget: func() func() bool {
			began := time.Now()
			return func() bool { return time.Since(began) < frameBudget }
		},
		after: func(d time.Duration, msg tea.Msg) tea.Cmd {
			return tea.Tick(d, func(time.Time) tea.Msg { return msg })
		},
	}
}

// toggleRun runs the lab, or pauses it.
func (p *labPane) toggleRun() tea.Cmd {
	if p.run.on {
		p.pause()
		return nil
	}
	return p.goOn(-1)
}

// step makes one stride.
func (p *labPane) step() tea.Cmd {
	p.pause()
	return p.goOn(1)
}

// goOn runs for a number of strides, or to the end, beginning with a frame at
// once.
func (p *labPane) goOn(strides int) tea.Cmd {
	p.run.on, p.run.left, p.run.due = true, strides, 1
	p.run.id++
	p.run.since, p.moved = p.lab.Facts(), nil
	return p.frame(p.run.id)
}

// pause stops the run and tells what it has moved.
func (p *labPane) pause() {
	if p.run.on {
		p.run.on = false
		p.moved = lab.Moved(p.run.since, p.lab.Facts())
	}
}

// frame makes the strides of one frame and asks for the next. A lab that has
// come to its end stops; nothing moves on past a result.
func (p *labPane) frame(id int) tea.Cmd {
	r, ok := p.lab.(lab.Runner)
	if !ok || !p.run.on || id != p.run.id {
		return nil
	}
	began := time.Now()
	by, perSecond := lab.Pace(p.lab)
	want := p.run.due
	if p.run.left > 0 {
		want = float64(p.run.left)
	}
	more := p.run.budget()
	goesOn, made := true, 0
	for again := true; again && goesOn && float64(made+1) <= want; again = more() {
		goesOn = r.Advance(by, more)
		if !lab.Midway(p.lab) {
			made++
			if p.run.strode != nil {
				p.run.strode()
			}
		}
	}
	p.run.begun = true
	if p.run.left > 0 {
		p.run.left -= made
	}
	if !goesOn || p.run.left == 0 {
		p.pause()
		if !goesOn && len(p.moved) == 0 {
			return notice(p.s.tr("끝까지 왔어요. r로 처음부터, b로 뒤로 갈 수 있어요.", "This is the end. Press r to start again or b to go back."))
		}
		return nil
	}
	every := max(frameEvery, time.Duration(float64(time.Second)/perSecond))
	// What there was no time for is not made up for later.
	p.run.due = min(p.run.due-float64(made), 1) + perSecond*every.Seconds()
	return p.run.after(max(0, every-time.Since(began)), frameMsg{p, id})
}

// back takes a stride back.
func (p *labPane) back() tea.Cmd {
	p.pause()
	if r, ok := p.lab.(lab.Runner); ok {
		by, _ := lab.Pace(p.lab)
		p.change(func() { r.Back(by) })
	}
	return nil
}

// restart begins anew from the same start, with the controls as they are; where
// nothing has been done yet, with the scene's.
func (p *labPane) restart() {
	if _, seeded := p.lab.(lab.Sampler); !seeded || !p.run.begun {
		p.reset()
		return
	}
	p.start(p.seed)
}

// start begins anew with a seed.
func (p *labPane) start(seed uint64) {
	p.pause()
	if seed != p.seed { // the data are others, too
		p.endSampling()
		lab.Forget(p.lab)
	}
	p.seed = seed
	lab.Start(p.lab, seed)
	p.run.begun, p.moved = false, nil
}

// pin keeps the run of now to compare the next one with.
func (p *labPane) pin() {
	p.pause()
	if k, ok := p.lab.(lab.Pinner); ok {
		k.Pin(p.lab.Panel())
	}
	p.run.begun, p.moved = false, nil
}

// sampling is the setting of now tried from many starts, in the background.
type sampling struct {
	ctx    context.Context //nolint:containedctx // the runs belong to the pane, and end with its page
	cancel context.CancelFunc
	try    func(ctx context.Context, seed uint64) []lab.Fact
	budget func() (more func() bool)
	starts int
	done   int
}

// sampledMsg is what has come of some starts.
type sampledMsg struct {
	of    *sampling
	facts [][]lab.Fact
}

// sample tries the setting from many starts, one after the other.
func (p *labPane) sample() tea.Cmd {
	k, ok := p.lab.(lab.Sampler)
	if !ok {
		return nil
	}
	p.endSampling()
	lab.Forget(p.lab)
	s := &sampling{try: k.Sampler(), budget: p.run.budget, starts: lab.Starts(p.lab)}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	p.sampling = s
	return s.next()
}

// next tries as many starts as there is time for in a frame, one at least.
func (s *sampling) next() tea.Cmd {
	first, left := uint64(s.done)+1, s.starts-s.done
	return func() tea.Msg {
		msg, more := sampledMsg{of: s}, s.budget()
		for again := true; again && len(msg.facts) < left; again = more() {
			facts := s.try(s.ctx, first+uint64(len(msg.facts)))
			if facts == nil { // it has ended
				break
			}
			msg.facts = append(msg.facts, facts)
		}
		return msg
	}
}

// sampled takes in what has come of a start and goes on with the next.
func (p *labPane) sampled(msg sampledMsg) tea.Cmd {
	s := p.sampling
	if s == nil || msg.of != s {
		return nil
	}
	for _, facts := range msg.facts {
		s.done++
		lab.Sampled(p.lab, lab.Sample{Seed: uint64(s.done), Facts: facts})
	}
	if s.done >= s.starts || len(msg.facts) == 0 {
		p.endSampling()
		return nil
	}
	return s.next()
}

// endSampling ends what goes on in the background and reports whether anything
// did.
func (p *labPane) endSampling() bool {
	if p.sampling == nil {
		return false
	}
	p.sampling.cancel()
	p.sampling = nil
	return true
}

// leave stops all that goes on: another screen comes on top, or the page is
// left.
func (p *labPane) leave() {
	if p.lab != nil {
		p.pause()
	}
	p.endSampling()
	if line := p.line(); line != "" {
		p.s.line = line
	}
}

// line is the run of the lab as a line, of a lab that is one.
func (p *labPane) line() string {
	if p.lab == nil {
		return ""
	}
	c, ok := lab.Controls(p.lab).Find(lab.LineControl)
	if !ok {
		return ""
	}
	return c.Text()
}

// runNote says what goes on, for the lower edge of the frame.
func (p *labPane) runNote() string {
	var parts []string
	if p.unseen != "" {
		parts = append(parts, p.unseen)
	}
	if _, ok := p.lab.(lab.Sampler); ok {
		parts = append(parts, p.s.say(lang.Sprintf("시드 %d", "seed %d", p.seed)))
	}
	if s := p.sampling; s != nil {
		const width = 10
		full := width * s.done / s.starts
		parts = append(parts, fmt.Sprintf("%s %s%s %d/%d", p.s.tr("여러 시드", "many seeds"),
			strings.Repeat("━", full), strings.Repeat("─", width-full), s.done, s.starts))
	}
	if p.run.on {
		parts = append(parts, p.s.tr("실행 중", "running"))
	}
	return strings.Join(parts, "  ")
}
