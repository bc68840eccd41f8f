//go:build unix

package terminal

import (
	"strings"

	"github.com/gdamore/tcell/v3/color"
	"github.com/gdamore/tcell/v3/vt"
)

// Screen is what a terminal shows at one moment.
type Screen struct {
	Width, Height int
	Cells         []Cell // row by row
}

// Cell is a place for a character. A wide one takes two cells, of which the
// second has no text and no width.
type Cell struct {
	Text       string
	Width      int
	Foreground string // "#d8dee9"; empty is the terminal's own
	Background string
	Bold       bool
	Underline  bool
	Reverse    bool
}

// look takes the screen down. The caller holds the lock.
func (t *Terminal) look() Screen {
	s := Screen{Width: t.w, Height: t.h, Cells: make([]Cell, 0, t.w*t.h)}
	for y := range t.h {
		for x := range t.w {
			s.Cells = append(s.Cells, cell(t.screen.GetCell(vt.Coord{X: vt.Col(x), Y: vt.Row(y)})))
		}
	}
	return s
}

func cell(c vt.Cell) Cell {
	out := Cell{Text: c.C, Width: c.W}
	if c.S == nil {
		return out
	}
	// The emulator gives its own colours these names.
	out.Foreground = hex(c.S.Fg(), color.Silver)
	out.Background = hex(c.S.Bg(), color.Black)
	attr := c.S.Attr()
	out.Bold, out.Underline, out.Reverse = attr&vt.Bold != 0, attr&vt.Underline != 0, attr&vt.Reverse != 0
	return out
}

func hex(c, own color.Color) string {
	if !c.Valid() || c == color.Default || c == own {
		return ""
	}
	return c.CSS()
}

// At returns the cell at a column and a row, both counted from 0.
func (s Screen) At(x, y int) Cell { return s.Cells[y*s.Width+x] }

// Row returns the text of a row without the blanks at its end.
func (s Screen) Row(y int) string {
	var b strings.Builder
	for x := 0; x < s.Width; {
		c := s.At(x, y)
		if c.Text == "" {
			b.WriteByte(' ')
		} else {
			b.WriteString(c.Text)
		}
		x += max(1, c.Width)
	}
	return strings.TrimRight(b.String(), " ")
}

// Rows returns the text of all rows.
func (s Screen) Rows() []string {
	rows := make([]string, s.Height)
	for y := range rows {
		rows[y] = s.Row(y)
	}
	return rows
}

// String returns the text of the screen, a line for each row.
func (s Screen) String() string { return strings.Join(s.Rows(), "\n") + "\n" }

// Has reports whether a text stands somewhere on the screen, in one row.
func (s Screen) Has(text string) bool { return strings.Contains(s.String(), text) }

// Find returns the column and row at which a text begins.
func (s Screen) Find(text string) (x, y int, ok bool) {
	for y := range s.Height {
		before, _, found := strings.Cut(s.Row(y), text)
		if !found {
			continue
		}
		// Columns are counted in cells, not in characters.
		for x := 0; x < s.Width; {
			if before == "" {
				return x, y, true
			}
			c := s.At(x, y)
			if c.Text == "" {
				before = strings.TrimPrefix(before, " ")
			} else {
				before = strings.TrimPrefix(before, c.Text)
			}
			x += max(1, c.Width)
		}
	}
	return 0, 0, false
}
