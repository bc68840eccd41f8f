// Package plot draws on a grid of terminal cells. A cell has three layers: a
// field of colour in two halves, braille dots over it, and text on top. What
// is drawn carries roles; a theme turns them into colours when the canvas is
// rendered, so the same picture serves dark and light screens and terminals
// without colours, where the field becomes texture.
package plot

import "hakseup/tui/theme"

// Canvas is a grid of cells. Columns and rows are counted from 0 at the top
// left; whatever falls outside is clipped.
type Canvas struct {
	g        *grid
	col, row int // of the top left cell within the grid
	w, h     int
}

// grid is the cells that a canvas and its parts share.
type grid struct {
	w, h  int
	cells []cell
	notes []note  // labels, placed when everything else is drawn
	areas []*Area // that the mouse can point at
	focus string  // name of the area that has the keyboard
	watch func(Drawn)
}

// cell is one place on the screen, from the back to the front.
type cell struct {
	field    [2]float32 // upper and lower half
	painted  bool       // whether there is a field
	pixels   bool       // the field is a picture of pixels, in full colours
	lit      bool       // whether the accent lies behind
	rule     rune       // a piece of an axis, 0 for none
	ruleRole theme.Role
	dots     uint8 // braille dots
	dotRole  theme.Role
	text     string // a grapheme, "" for none
	right    bool   // the right half of the wide grapheme to the left
	textRole theme.Role
	attrs    theme.Attr
}

// New returns an empty canvas of w columns and h rows.
func New(w, h int) *Canvas {
	w, h = max(w, 0), max(h, 0)
	g := &grid{w: w, h: h, cells: make([]cell, w*h)}
	return &Canvas{g: g, w: w, h: h}
}

// Width returns the number of columns.
func (c *Canvas) Width() int { return c.w }

// Height returns the number of rows.
func (c *Canvas) Height() int { return c.h }

// Sub returns a part of the canvas. It shares its cells with the whole and
// keeps within it.
func (c *Canvas) Sub(col, row, w, h int) *Canvas {
	right, bottom := min(col+w, c.w), min(row+h, c.h)
	col, row = min(max(col, 0), c.w), min(max(row, 0), c.h)
	return &Canvas{
		g: c.g, col: c.col + col, row: c.row + row,
		w: max(right-col, 0), h: max(bottom-row, 0),
	}
}

// Highlight lays the accent behind w cells of text: the row and column of a
// matrix that are being multiplied. Without colours it shows as reverse video.
func (c *Canvas) Highlight(col, row, w int) {
	for i := range w {
		q := c.at(col+i, row)
		if q == nil {
			continue
		}
		q.lit = true
		if q.right {
			if left := c.at(col+i-1, row); left != nil {
				left.lit = true
			}
		}
	}
}

// Focus says which area has the keyboard: its axes are drawn in the accent. It
// comes before the drawing.
func (c *Canvas) Focus(name string) { c.g.focus = name }

// Areas lists the names of the areas that the mouse can point at.
func (c *Canvas) Areas() []string {
	var names []string
	for _, a := range c.g.areas {
		names = append(names, a.axes.Name)
	}
	return names
}

// Locate returns the area in which a cell lies, and its data coordinates there.
func (c *Canvas) Locate(col, row int) (area string, x, y float64, ok bool) {
	if c.at(col, row) == nil {
		return "", 0, 0, false
	}
	for _, a := range c.g.areas {
		i, j := col+c.col-a.c.col, row+c.row-a.c.row
		if a.c.at(i, j) != nil {
			return a.axes.Name, a.dataX(2*float64(i) + 0.5), a.dataY(4*float64(j) + 1.5), true
		}
	}
	return "", 0, 0, false
}

// at returns a cell, or nil outside.
func (c *Canvas) at(col, row int) *cell {
	if col < 0 || row < 0 || col >= c.w || row >= c.h {
		return nil
	}
	return c.g.at(c.col+col, c.row+row)
}

func (g *grid) at(col, row int) *cell {
	if col < 0 || row < 0 || col >= g.w || row >= g.h {
		return nil
	}
	return &g.cells[row*g.w+col]
}
