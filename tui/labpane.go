package tui

import (
	"slices"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons"
	"hakseup/tui/labs"
	"hakseup/tui/plot"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// labPane shows a lab: its canvas, its controls below, its caption at the
// foot. It turns keys and the mouse into settings of controls.
type labPane struct {
	s        *session
	lab      labs.Lab
	scene    lessons.Scene
	seed     uint64
	selected int
	running  bool
	run      int // counts the runs: a tick of one that was stopped does nothing
	w, h     int

	// What the last View placed where, for the mouse.
	canvas *plot.Canvas
	rows   []controlRow
	held   grip
}

// grip is what the pressed mouse button holds on to while it is dragged.
type grip struct {
	kind  gripKind
	index int // of the control
}

type gripKind uint8

const (
	gripNone gripKind = iota
	gripControl
	gripCanvas
)

// tickMsg drives a running lab. It names the pane, so that one that is no
// longer shown stops.
type tickMsg struct {
	pane *labPane
	run  int
}

// airyFrom is the height from which a pane has room for empty lines.
const airyFrom = 26

const tickInterval = 150 * time.Millisecond

func newLabPane(s *session) *labPane { return &labPane{s: s, seed: 1} }

// setScene puts the lab of a lesson page into the state that the page talks
// about.
func (p *labPane) setScene(scene lessons.Scene) {
	if p.lab == nil || p.scene.Lab != scene.Lab {
		p.lab, _ = labs.New(scene.Lab)
		p.selected = 0
	}
	p.scene = scene
	p.reset()
}

// reset restarts the scene with the same seed.
func (p *labPane) reset() {
	p.running = false
	if p.lab == nil {
		return
	}
	p.lab.Reset(p.seed)
	labs.Apply(p.lab, p.scene.Settings)
	p.clampSelection()
}

func (p *labPane) setSize(w, h int) { p.w, p.h = w, h }

// view draws the pane: exactly h lines of exactly w cells.
func (p *labPane) view(focused bool) []string {
	if p.lab == nil {
		return fitAll(nil, p.w, p.h)
	}
	caption := p.captionLines()
	controls := p.lab.Controls()
	gap := 0
	if p.h >= airyFrom {
		gap = 1
	}
	layout := p.layoutControls(controls, p.h-len(caption)-2*gap)
	canvasHeight := p.h - len(caption) - layout.lines - 2*gap
	p.canvas = plot.New(p.w, canvasHeight)
	p.lab.Draw(p.canvas, p.s.lang)
	space := make([]string, gap)
	return fitAll(slices.Concat(
		p.canvas.Lines(p.s.theme), space,
		p.controlLines(controls, layout, canvasHeight+gap, focused), space,
		caption), p.w, p.h)
}

// captionLines wraps the caption; a low pane gives it one line.
func (p *labPane) captionLines() []string {
	most := 2
	if p.h < 14 {
		most = 1
	}
	lines := text.WrapString(p.lab.Caption(p.s.lang), p.w-2)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = text.Truncate(lines[most-1]+" …", p.w-2)
	}
	for i, l := range lines {
		lines[i] = " " + p.s.paint(theme.Muted, l)
	}
	return lines
}

// key acts on a key press.
func (p *labPane) key(msg tea.KeyMsg) tea.Cmd {
	if p.lab == nil {
		return nil
	}
	switch {
	case is(msg, keysUp):
		p.selected--
	case is(msg, keysDown):
		p.selected++
	case is(msg, keysLeft):
		p.change(-1, false)
	case is(msg, keysRight):
		p.change(+1, false)
	case is(msg, "shift+left"):
		p.change(-1, true)
	case is(msg, "shift+right"):
		p.change(+1, true)
	case is(msg, "home"):
		p.toEnd(-1)
	case is(msg, "end"):
		p.toEnd(+1)
	case is(msg, "r"):
		p.reset()
	default:
		return p.stepKey(msg)
	}
	p.clampSelection()
	return nil
}

// stepKey acts on the keys of a lab that runs over time.
func (p *labPane) stepKey(msg tea.KeyMsg) tea.Cmd {
	stepper, ok := p.lab.(labs.Stepper)
	if !ok {
		return nil
	}
	switch {
	case is(msg, "space"):
		p.running = !p.running
		p.run++
		return p.tick()
	case is(msg, "s"):
		p.running = false
		stepper.Step()
	case is(msg, "b"):
		p.running = false
		stepper.Back()
	}
	return nil
}

// tick schedules the next step of a running lab.
func (p *labPane) tick() tea.Cmd {
	if !p.running {
		return nil
	}
	run := p.run
	return tea.Tick(tickInterval, func(time.Time) tea.Msg { return tickMsg{p, run} })
}

// advance makes the step that a tick asked for. A lab that has come to its
// end stops; nothing moves on past a result.
func (p *labPane) advance(run int) tea.Cmd {
	stepper, ok := p.lab.(labs.Stepper)
	if !ok || !p.running || run != p.run {
		return nil
	}
	p.running = stepper.Step()
	return p.tick()
}

// change moves the selected control by one step in a direction.
func (p *labPane) change(direction float64, big bool) {
	controls := p.lab.Controls()
	if len(controls) == 0 {
		return
	}
	c := controls[p.selected]
	step := c.Small
	switch {
	case c.Kind == labs.Toggle:
		p.lab.Set(c.ID, 1-c.Value)
		return
	case c.Kind == labs.Choice:
		step = 1
	case big:
		step = c.Big
	}
	p.lab.Set(c.ID, c.Snap(c.Value+direction*step))
}

// toEnd moves the selected control to an end of its range.
func (p *labPane) toEnd(direction float64) {
	controls := p.lab.Controls()
	if len(controls) == 0 {
		return
	}
	c := controls[p.selected]
	lo, hi := c.Range()
	if direction < 0 {
		p.lab.Set(c.ID, lo)
	} else {
		p.lab.Set(c.ID, hi)
	}
}

func (p *labPane) clampSelection() {
	p.selected = max(0, min(p.selected, len(p.lab.Controls())-1))
}

// keys lists what the pane acts on, for the footer and the help, beginning
// with what is needed most.
func (p *labPane) keys() []key.Binding {
	s := p.s
	keys := []key.Binding{
		bind(keysUp, "↑↓", s.tr("고르기", "choose")),
		bind(keysLeft, "←→", s.tr("바꾸기", "change")),
		bind("tab", "Tab", s.tr("본문", "text")),
	}
	if _, ok := p.lab.(labs.Stepper); ok {
		keys = append(keys,
			bind("space", "space", s.tr("실행·멈춤", "run, pause")),
			bind("s", "s", s.tr("한 걸음", "step")),
			bind("b", "b", s.tr("뒤로", "back")))
	}
	return append(keys,
		bind("r", "r", s.tr("처음으로", "reset")),
		bind("shift+left shift+right", "Shift+←→", s.tr("크게 바꾸기", "big change")),
		bind("home end", "Home/End", s.tr("끝 값", "to the end")))
}
