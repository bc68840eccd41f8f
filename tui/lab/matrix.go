package lab

import (
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Matrix is a matrix in brackets. It takes the room that it needs and no more:
// pictures for more room have a larger Cell and Pitch.
type Matrix struct {
	Name       Cell // above it; without a text: none
	Rows, Cols []Cell
	Entries    [][]Cell
	Lit        func(i, j int) bool // the entries with the accent behind them; nil: none
	Cell       int                 // least columns of an entry, with a blank at its left
	Pitch      int                 // rows from one line to the next; 0 is 1
}

// Entries are those of a matrix, in a format.
func Entries(m nn.Matrix, format func(v float64) string) [][]Cell {
	out := make([][]Cell, m.Rows)
	for i := range out {
		for _, v := range m.Row(i) {
			out[i] = append(out[i], Plain(format(v)))
		}
	}
	return out
}

func (m Matrix) grid() plot.Matrix {
	g := plot.Matrix{Cell: m.Cell, Pitch: m.Pitch, Lit: m.Lit, Role: func(i, j int) theme.Role { return m.Entries[i][j].Role }}
	for _, cells := range m.Entries {
		var texts []string
		for _, k := range cells {
			texts = append(texts, k.Text)
		}
		g.Cells = append(g.Cells, texts)
	}
	return g
}

// CellWidth is the number of columns of an entry with the blank at its left.
func (m Matrix) CellWidth() int { return m.grid().CellWidth() }

// margins are the columns at the left and the rows above that names take.
func (m Matrix) margins() (left, top int) {
	for _, k := range m.Rows {
		left = max(left, plot.Width(k.Text)+1)
	}
	if m.Name.Text != "" {
		top++
	}
	return left, top + min(1, len(m.Cols))
}

// Need returns the room that it takes.
func (m Matrix) Need() Need {
	g := m.grid()
	left, top := m.margins()
	return Need{W: left + max(g.Width(), plot.Width(m.Name.Text)), H: top + g.Height()}
}

// Draw draws it on any canvas.
func (m Matrix) Draw(c *plot.Canvas) {
	g := m.grid()
	left, top := m.margins()
	c.Text(left, 0, m.Name.Text, m.Name.Role)
	for j, k := range m.Cols {
		c.TextRight(left+1+(j+1)*g.CellWidth(), top-1, k.Text, k.Role)
	}
	for i, k := range m.Rows {
		c.TextRight(left-1, top+i*max(1, m.Pitch), k.Text, k.Role)
	}
	c.Matrix(left, top, g)
}

// Say reads it row by row, as in "A: [1 2; 3 4]".
func (m Matrix) Say(lang.Lang) string {
	var rows []string
	for _, texts := range m.grid().Cells {
		rows = append(rows, strings.Join(texts, " "))
	}
	said := "[" + strings.Join(rows, "; ") + "]."
	if m.Name.Text != "" {
		said = m.Name.Text + ": " + said
	}
	return said
}
