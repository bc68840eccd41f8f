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
	cells := make([][]string, g.m.Rows)
	for i := range cells {
		for j := range g.m.Cols {
			cells[i] = append(cells[i], g.text(i, j))
		}
	}
	c.Matrix(col, row, plot.Matrix{Cells: cells, Cell: g.cell, Pitch: g.pitch, Role: g.role, Lit: g.lit})
}
