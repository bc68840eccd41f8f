package tui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons"
	"hakseup/tui/lab"
)

// glide is a lab on its way to where the page asks what was seen.
type glide struct {
	legs   [][]func() error
	pace   time.Duration // between the moves of the leg
	before []lab.Fact    // where the leg began
}

// glideMsg asks for the next move of a glide, unless that has been left.
type glideMsg struct{ of *glide }

const (
	glideFrames = 12
	// A leg takes about as long, and between two of them it rests.
	glideLeg, glideRest = 900 * time.Millisecond, 700 * time.Millisecond
	slowest             = 120 * time.Millisecond // between two moves
)

// begin begins the next leg.
func (g *glide) begin(l lab.Lab) {
	if len(g.legs) > 0 {
		g.pace = min(slowest, glideLeg/time.Duration(len(g.legs[0])))
		g.before = l.Facts()
	}
}

// move makes the next move and returns how long to wait for the one after it.
// The pane tells what the leg has changed so far.
func (g *glide) move(p *labPane) time.Duration {
	leg := g.legs[0]
	_ = leg[0]() // a test goes every way
	p.moved = lab.Moved(g.before, p.lab.Facts())
	if g.legs[0] = leg[1:]; len(leg) > 1 {
		return g.pace
	}
	g.legs = g.legs[1:]
	g.begin(p.lab)
	return glideRest
}

// glide brings the lab to where an observation is asked, so that it can be
// watched: in a narrow window the lab comes to the front.
func (l *lecture) glide(q *lessons.Question) tea.Cmd {
	l.lab.pause()
	l.lab.entry = nil
	l.glides = &glide{legs: lab.Way(l.lab.lab, q.See.By, glideFrames)}
	l.glides.begin(l.lab.lab)
	if !l.bothShow() {
		l.inLab = true
	}
	return l.glideOn(glideMsg{l.glides})
}

// glideOn makes the next move.
func (l *lecture) glideOn(msg glideMsg) tea.Cmd {
	g := l.glides
	if g == nil || g != msg.of {
		return nil
	}
	wait := g.move(l.lab)
	if len(g.legs) == 0 {
		l.glides = nil
		return l.look()
	}
	return tea.Tick(wait, func(time.Time) tea.Msg { return msg })
}

// arrive makes at once what is left of a glide, before a key acts.
func (l *lecture) arrive() tea.Cmd {
	g := l.glides
	if g == nil {
		return nil
	}
	for len(g.legs) > 0 {
		g.move(l.lab)
	}
	l.glides = nil
	return l.look()
}
