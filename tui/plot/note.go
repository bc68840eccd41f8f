package plot

import "hakseup/tui/theme"

// note is a short text that finds its place when the picture is complete.
type note struct {
	c     *Canvas // it stays within
	text  string
	role  theme.Role
	keep  bool   // shown even where it covers something
	spots []spot // where it may start, best first
}

// spot is a cell.
type spot struct{ col, row int }

func (a *Area) note(s string, r theme.Role, keep bool, spots ...spot) {
	a.c.g.notes = append(a.c.g.notes, note{a.c, s, r, keep, spots})
}

// noted returns a copy of the grid with its notes written: first those that
// must be shown, in the order in which they were asked for, then the rest.
func (g *grid) noted() *grid {
	if len(g.notes) == 0 {
		return g
	}
	shown := &grid{w: g.w, h: g.h, cells: append([]cell(nil), g.cells...)}
	for _, keep := range []bool{true, false} {
		for _, n := range g.notes {
			if n.keep == keep {
				n.c = &Canvas{g: shown, col: n.c.col, row: n.c.row, w: n.c.w, h: n.c.h}
				n.write()
			}
		}
	}
	return shown
}

// What it costs to cover something, per cell. A note that need not be kept is
// left out when it would have to pay for text or for dots.
const (
	overRule   = 8
	overDots   = 6
	besideText = 4
	overText   = 1000
)

// write puts the note on its best spot.
func (n note) write() {
	best, least := spot{}, -1
	for i, s := range n.spots {
		cost, inside := n.cost(s)
		if inside && (least < 0 || cost+i < least) {
			best, least = s, cost+i
		}
	}
	if least >= 0 && (n.keep || least < overText) {
		n.c.Text(best.col, best.row, n.text, n.role)
	}
}

// cost adds up what the note would cover on a spot.
func (n note) cost(s spot) (cost int, inside bool) {
	w := Width(n.text)
	if s.col < 0 || s.row < 0 || s.col+w > n.c.w || s.row >= n.c.h {
		return 0, false
	}
	for k := range w {
		q := n.c.at(s.col+k, s.row)
		if cost += q.coverCost(); !n.keep && q.dots != 0 {
			cost += overText // a curve is worth more than a number
		}
	}
	for _, q := range []*cell{n.c.at(s.col-1, s.row), n.c.at(s.col+w, s.row)} {
		switch {
		case q == nil || !q.taken():
		case n.keep:
			cost += besideText
		default: // "(1, 2)" and "2" would read as one
			cost += overText
		}
	}
	return cost, true
}

func (q *cell) taken() bool { return q.text != "" || q.right }

func (q *cell) coverCost() int {
	switch {
	case q.taken():
		return overText
	case q.dots != 0:
		return overDots
	case q.rule != 0:
		return overRule
	default:
		return 0
	}
}
