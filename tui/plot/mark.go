package plot

import "hakseup/tui/theme"

// Mark is the sign of a point.
type Mark string

// The marks.
const (
	Dot      Mark = "●"
	Ring     Mark = "○"
	Diamond  Mark = "◆"
	Triangle Mark = "▲"
	Cross    Mark = "✕"
)

// Mark draws the sign of a point.
func (a *Area) Mark(x, y float64, m Mark, r theme.Role) {
	if col, row, ok := a.cellOf(x, y); ok {
		a.c.Text(col, row, string(m), r)
	}
}

// Label writes text beside a point, on the side where there is room: where it
// neither runs off nor covers other text, and covers as little of the lines as
// can be. A point outside has no label.
func (a *Area) Label(x, y float64, s string, r theme.Role) {
	col, row, ok := a.cellOf(x, y)
	w := Width(s)
	if !ok || w == 0 {
		return
	}
	right, left, mid := col+2, col-1-w, max(0, min(col-(w-1)/2, a.c.w-w))
	a.note(s, r, true,
		spot{right, row}, spot{left, row}, spot{mid, row - 1}, spot{mid, row + 1},
		spot{right - 1, row - 1}, spot{right - 1, row + 1}, spot{left + 1, row - 1}, spot{left + 1, row + 1},
		spot{mid, row - 2}, spot{mid, row + 2},
		spot{max(0, min(right, a.c.w-w)), max(0, min(row-1, a.c.h-1))})
}
