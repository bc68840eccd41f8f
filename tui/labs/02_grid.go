package labs

import (
	"github.com/charmbracelet/x/ansi"

	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// grid says how a matrix is written on a canvas: its brackets around entries
// that are right-aligned in cells of one width.
type grid struct {
	m     nn.Matrix
	cell  int                         // columns of an entry, with a blank at its left
	pitch int                         // rows from one line of entries to the next
	text  func(i, j int) string       // what an entry shows
	role  func(i, j int) theme.Role   // nil: running text
	lit   func(i, j int) (shown bool) // entries with the accent behind them; nil: none
}

// newGrid returns a grid that writes the entries of m as densely as they go.
func newGrid(m nn.Matrix) grid {
	g := grid{m: m, pitch: 1, cell: 2}
	g.text = func(i, j int) string { return brief(m.At(i, j)) }
	for _, v := range m.Data {
		g.cell = max(g.cell, ansi.StringWidth(brief(v))+1)
	}
	return g
}

// width is the number of columns of the grid with its brackets.
func (g grid) width() int { return g.m.Cols*g.cell + 3 }

// height is the number of rows of the grid.
func (g grid) height() int { return (g.m.Rows-1)*g.pitch + 1 }

// draw writes the grid with its upper left corner in a cell of the canvas.
func (g grid) draw(c *plot.Canvas, col, row int) {
	for k := range g.height() {
		left, right := bracket(k, g.height())
		c.Text(col, row+k, left, theme.Muted)
		c.Text(col+g.width()-1, row+k, right, theme.Muted)
	}
	for i := range g.m.Rows {
		for j := range g.m.Cols {
			role := theme.Text
			if g.role != nil {
				role = g.role(i, j)
			}
			x, y := col+1+j*g.cell, row+i*g.pitch
			c.TextRight(x+g.cell, y, g.text(i, j), role)
			if g.lit != nil && g.lit(i, j) {
				c.Highlight(x+1, y, g.cell-1)
				if j > 0 && g.lit(i, j-1) {
					c.Highlight(x, y, 1)
				}
			}
		}
	}
}

// bracket returns the pieces of the brackets of a matrix in line k of n.
func bracket(k, n int) (left, right string) {
	switch {
	case n == 1:
		return "[", "]"
	case k == 0:
		return "⎡", "⎤"
	case k == n-1:
		return "⎣", "⎦"
	}
	return "⎢", "⎥"
}
