package plot

import "hakseup/tui/theme"

// Matrix is how a matrix is written: entries in big brackets, flush right in
// columns of one width.
type Matrix struct {
	Cells [][]string
	Cell  int                         // least columns of an entry, with a blank at its left
	Pitch int                         // rows from one line of entries to the next; 0 is 1
	Role  func(i, j int) theme.Role   // nil: running text
	Lit   func(i, j int) (shown bool) // entries with the accent behind them; nil: none
}

// CellWidth is the number of columns of an entry with the blank at its left.
func (m Matrix) CellWidth() int {
	w := max(2, m.Cell)
	for _, row := range m.Cells {
		for _, s := range row {
			w = max(w, Width(s)+1)
		}
	}
	return w
}

func (m Matrix) pitch() int { return max(1, m.Pitch) }

func (m Matrix) cols() int {
	n := 0
	for _, row := range m.Cells {
		n = max(n, len(row))
	}
	return n
}

// Width is the number of columns of the matrix with its brackets.
func (m Matrix) Width() int { return m.cols()*m.CellWidth() + 3 }

// Height is the number of rows of the matrix.
func (m Matrix) Height() int { return max(0, (len(m.Cells)-1)*m.pitch()+1) }

// Matrix draws a matrix with its upper left corner in a cell of the canvas.
func (c *Canvas) Matrix(col, row int, m Matrix) {
	width, height, cell := m.Width(), m.Height(), m.CellWidth()
	for k := range height {
		left, right := Brackets(k, height)
		c.Text(col, row+k, left, theme.Muted)
		c.Text(col+width-1, row+k, right, theme.Muted)
	}
	for i, entries := range m.Cells {
		for j, s := range entries {
			role := theme.Text
			if m.Role != nil {
				role = m.Role(i, j)
			}
			x, y := col+1+j*cell, row+i*m.pitch()
			c.TextRight(x+cell, y, s, role)
			if m.Lit == nil || !m.Lit(i, j) {
				continue
			}
			c.Highlight(x+1, y, cell-1)
			if j > 0 && m.Lit(i, j-1) {
				c.Highlight(x, y, 1)
			}
		}
	}
}

// Brackets returns the pieces of the brackets of a matrix in line k of n.
func Brackets(k, n int) (left, right string) {
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
