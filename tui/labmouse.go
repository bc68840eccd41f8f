package tui

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/tui/labs"
)

// mouse acts on a mouse event at a cell of the pane.
func (p *labPane) mouse(msg tea.MouseMsg, x, y int) {
	if p.lab == nil || p.canvas == nil {
		return
	}
	switch msg.Action {
	case tea.MouseActionPress:
		if msg.Button == tea.MouseButtonLeft {
			p.press(x, y)
		}
	case tea.MouseActionMotion:
		p.drag(x, y)
	case tea.MouseActionRelease:
		p.point(x, y, labs.Release)
		p.held = grip{}
	}
}

// press takes hold of what is under the pointer.
func (p *labPane) press(x, y int) {
	if y < p.canvas.Height() {
		p.held = grip{kind: gripCanvas}
		p.point(x, y, labs.Press)
		return
	}
	for _, row := range p.rows {
		if row.line != y || x < row.left || x >= row.right {
			continue
		}
		p.selected = row.index
		p.held = grip{gripControl, row.index}
		p.slide(row, x, true)
	}
}

// drag moves what is held.
func (p *labPane) drag(x, y int) {
	switch p.held.kind {
	case gripCanvas:
		p.point(x, y, labs.Drag)
	case gripControl:
		for _, row := range p.rows {
			if row.index == p.held.index {
				p.slide(row, x, false)
			}
		}
	}
}

// point passes the pointer on to a lab that takes it.
func (p *labPane) point(x, y int, ev labs.Event) {
	pointer, ok := p.lab.(labs.Pointer)
	if !ok || p.held.kind != gripCanvas {
		return
	}
	if dx, dy, ok := p.canvas.Locate(x, y); ok {
		pointer.Point(dx, dy, ev)
	}
}

// slide sets a control to what lies at a column of its row.
func (p *labPane) slide(row controlRow, x int, pressed bool) {
	c := p.lab.Controls()[row.index]
	if c.Kind == labs.Slider {
		if row.width > 1 && (!pressed || x >= row.track-1 && x <= row.track+row.width) {
			at := float64(x-row.track) / float64(row.width-1)
			p.lab.Set(c.ID, c.Snap(c.Min+at*(c.Max-c.Min)))
		}
		return
	}
	if !pressed {
		return
	}
	for i, v := range slices.Backward(row.options) {
		if x >= v {
			p.lab.Set(c.ID, float64(i))
			return
		}
	}
	if len(row.options) == 0 {
		p.change(+1, false)
	}
}
