package plot

import "hakseup/tui/theme"

// Matrix is a matrix that was drawn: where its entries are, to light them up
// or to write them anew.
type Matrix struct {
	Width, Height int
	c             *Canvas
	col, row      int
	cells         [][]string
	widths        []int
}

const matrixGap = 2

// MatrixSize returns how many cells Matrix takes.
func MatrixSize(cells [][]string) (w, h int) {
	m := Matrix{cells: cells}
	m.measure()
	return m.Width, m.Height
}

// Matrix draws entries in big brackets from a cell on, columns flush right.
func (c *Canvas) Matrix(col, row int, cells [][]string, r theme.Role) *Matrix {
	m := &Matrix{c: c, col: col, row: row, cells: cells}
	m.measure()
	for i := range cells {
		left, right := brackets(i, len(cells))
		c.Text(col, row+i, left, theme.Muted)
		c.Text(col+m.Width-1, row+i, right, theme.Muted)
		for j := range cells[i] {
			m.Paint(i, j, r)
		}
	}
	return m
}

func brackets(i, n int) (left, right string) {
	switch {
	case n == 1:
		return "[", "]"
	case i == 0:
		return "⎡", "⎤"
	case i == n-1:
		return "⎣", "⎦"
	default:
		return "⎢", "⎥"
	}
}

// At returns the cells that an entry stands on: where its column starts, its
// row on the canvas, and the width of the column.
func (m *Matrix) At(i, j int) (col, row, w int) {
	col = m.col + 2
	for k := 0; k < j && k < len(m.widths); k++ {
		col += m.widths[k] + matrixGap
	}
	if j >= 0 && j < len(m.widths) {
		w = m.widths[j]
	}
	return col, m.row + i, w
}

// Paint writes an entry in a role of its own.
func (m *Matrix) Paint(i, j int, r theme.Role) {
	if i < 0 || i >= len(m.cells) || j < 0 || j >= len(m.cells[i]) {
		return
	}
	col, row, w := m.At(i, j)
	m.c.TextRight(col+w, row, m.cells[i][j], r)
}

// Light lays the accent behind one entry.
func (m *Matrix) Light(i, j int) {
	if i < 0 || i >= len(m.cells) || j < 0 || j >= len(m.widths) {
		return
	}
	col, row, w := m.At(i, j)
	m.c.Highlight(col-1, row, w+2)
}

// LightRow lays the accent behind a row.
func (m *Matrix) LightRow(i int) {
	for j := range m.widths {
		m.Light(i, j)
	}
}

// LightColumn lays the accent behind a column.
func (m *Matrix) LightColumn(j int) {
	for i := range m.cells {
		m.Light(i, j)
	}
}

func (m *Matrix) measure() {
	m.widths, m.Width, m.Height = nil, 4, len(m.cells)
	for _, row := range m.cells {
		for j, s := range row {
			if j == len(m.widths) {
				m.widths = append(m.widths, 0)
			}
			m.widths[j] = max(m.widths[j], Width(s))
		}
	}
	for j, w := range m.widths {
		if j > 0 {
			m.Width += matrixGap
		}
		m.Width += w
	}
}
