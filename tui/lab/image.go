package lab

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Image is a picture of pixels, two in a cell, one above the other: -1 in the
// colour of class B, 1 in that of class A, 0 between them.
type Image struct {
	W, H   int       // pixels
	Pixels []float64 // row by row
	Name   string    // below it; "": nothing
	Area   string    // by which the mouse and the arrow keys find it; "": nothing
	Words  func(l lang.Lang) string
	Cursor []float64 // x and y of a pixel that is marked by Pen; nil: none
	Pen    plot.Mark
}

// Need returns the room that it takes.
func (m Image) Need() Need {
	h := (m.H + 1) / 2
	if m.Name != "" {
		h++
	}
	return Need{W: m.W, H: h}
}

// Draw draws it in the upper left corner of a canvas.
func (m Image) Draw(c *plot.Canvas) {
	rows := (m.H + 1) / 2
	// A cell is two dots wide and four high, a pixel as wide as a cell.
	area := c.Sub(0, 0, m.W, rows).Area(plot.Axes{
		X: plot.Range{Min: 0, Max: float64(m.W) - 0.5}, Y: plot.Range{Min: 0, Max: float64(2*rows) - 0.5}, Bare: true, Name: m.Area,
	})
	area.Pixels(func(x, y float64) float64 {
		col, row := m.At(x, y)
		if col < 0 || col >= m.W || row < 0 || row >= m.H {
			return 0
		}
		return m.Pixels[row*m.W+col]
	})
	if m.Cursor != nil {
		area.Mark(m.Cursor[0]+0.25, float64(2*rows)-0.5-m.Cursor[1]-0.25, m.Pen, theme.Accent)
	}
	if m.Name != "" {
		c.TextCenter(m.W/2, rows, m.Name, theme.Muted)
	}
}

// At returns the pixel at a place of its area.
func (m Image) At(x, y float64) (col, row int) {
	return int(math.Floor(x)), int(math.Floor(float64(2*((m.H+1)/2)) - 0.5 - y))
}

// Say tells it in words.
func (m Image) Say(l lang.Lang) string {
	if m.Words == nil {
		return ""
	}
	return m.Words(l)
}
