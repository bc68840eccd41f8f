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
		a.c.g.watched(Drawn{Area: a, Mark: m, X: x, Y: y})
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

// Tag writes a sign of one cell next to the mark of a point, touching it, where
// nothing stands yet: first to the right. It covers no other mark; where there are
// marks all around it is left out.
func (a *Area) Tag(x, y float64, sign string, r theme.Role) {
	col, row, ok := a.cellOf(x, y)
	if !ok {
		return
	}
	for _, to := range []spot{{col + 1, row}, {col - 1, row}, {col, row - 1}, {col, row + 1}, {col + 1, row - 1}, {col + 1, row + 1}, {col - 1, row - 1}, {col - 1, row + 1}} {
		if q := a.c.at(to.col, to.row); q != nil && !q.taken() {
			a.c.Text(to.col, to.row, sign, r)
			return
		}
	}
}

// LabelLine writes text beside a straight line, where it covers as little of
// this line and of the others as can be: above or below the middle of a level
// line, and beside one that climbs nearer to its start, where it keeps apart
// from those that cross it.
func (a *Area) LabelLine(x0, y0, x1, y1 float64, s string, r theme.Role, below bool) {
	w := Width(s)
	at := func(t float64) (col, row int) {
		col, row, _ = a.cellOf(x0+t*(x1-x0), y0+t*(y1-y0))
		return col, row
	}
	_, from := at(0)
	_, to := at(1)
	var spots []spot
	if abs(from-to) <= 1 {
		side := -1
		if below {
			side = 1
		}
		for _, t := range []float64{0.5, 0.4, 0.3, 0.2} {
			col, row := at(t)
			spots = append(spots, spot{col - w/2, row + side}, spot{col - w/2, row - side})
		}
	} else {
		inner := 1 // from the start towards the row of the end
		if to < from {
			inner = -1
		}
		for _, t := range []float64{0.3, 0.25, 0.35, 0.2, 0.4} {
			col, row := at(t)
			spots = append(spots, spot{col - w - 1, row}, spot{col - w/2, row + inner}, spot{col + 2, row})
		}
		col, row := at(0.5)
		spots = append(spots, spot{col - w/2, row - inner}, spot{col - w/2, row + inner})
	}
	a.note(s, r, true, spots...)
}
