package tui

import (
	"math"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/tui/lab"
)

// mouse acts on a mouse event at a cell of the pane.
func (p *labPane) mouse(msg tea.MouseMsg, x, y int) {
	if p.lab == nil || p.canvas == nil {
		return
	}
	switch msg.Action {
	case tea.MouseActionPress:
		if msg.Button == tea.MouseButtonLeft {
			p.entry = nil
			p.press(x, y)
		}
	case tea.MouseActionMotion:
		p.drag(x, y)
	case tea.MouseActionRelease:
		p.point(x, y, lab.Release)
		p.held = grip{}
	}
}

// press takes hold of what is under the pointer.
func (p *labPane) press(x, y int) {
	if y < p.canvas.Height() {
		area, _, _, _ := p.canvas.Locate(x, y)
		p.held = grip{kind: gripCanvas, area: area, before: p.lab.Facts()}
		if slices.Contains(p.areas(), area) {
			p.choosePicture(area)
		}
		p.point(x, y, lab.Press)
		return
	}
	for _, row := range p.rows {
		if row.line != y || x < row.left || x >= row.right {
			continue
		}
		p.selected = row.index
		p.held = grip{kind: gripControl, index: row.index, before: p.lab.Facts()}
		p.slide(row, x, true)
	}
}

// drag moves what is held.
func (p *labPane) drag(x, y int) {
	switch p.held.kind {
	case gripCanvas:
		p.point(x, y, lab.Drag)
	case gripControl:
		for _, row := range p.rows {
			if row.index == p.held.index {
				p.slide(row, x, false)
			}
		}
	}
}

// point passes the pointer on to what follows it, within the area in which it
// was pressed.
func (p *labPane) point(x, y int, ev lab.Event) {
	if p.held.kind != gripCanvas {
		return
	}
	if area, dx, dy, ok := p.canvas.Locate(x, y); ok && area == p.held.area || ev == lab.Release {
		p.change(func() { lab.Point(p.lab, p.held.area, dx, dy, ev) })
	}
}

// slide sets a control to what lies at a column of its row.
func (p *labPane) slide(row controlRow, x int, pressed bool) {
	c, ok := p.chosen()
	if !ok || !c.On() {
		return
	}
	set := func(v float64) { p.change(func() { c.Set(v) }) }
	if c.Kind == lab.Slider {
		if row.width > 1 && (!pressed || x >= row.track-1 && x <= row.track+row.width) {
			at := float64(x-row.track) / float64(row.width-1)
			set(c.Snap(c.AtPart(at)))
		}
		return
	}
	if !pressed {
		return
	}
	for i, v := range slices.Backward(row.options) {
		if x >= v {
			set(float64(i))
			return
		}
	}
	switch {
	case c.Kind == lab.Text:
		p.write(c)
	case len(row.options) == 0: // only the chosen one is there, between arrows: go round
		n, by := len(p.optionLabels(c)), 1
		if x <= row.track+1 {
			by = n - 1
		}
		set(math.Mod(c.Value()+float64(by), float64(n)))
	}
}
