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

// write puts the note on its best spot.
func (n note) write() {
	const covering = 1000
	w := Width(n.text)
	best, least := spot{}, -1
	for i, s := range n.spots {
		if s.col < 0 || s.row < 0 || s.col+w > n.c.w || s.row >= n.c.h {
			continue
		}
		cost := i
		for k := -1; k <= w; k++ {
			q := n.c.at(s.col+k, s.row)
			if q == nil {
				continue
			}
			taken := q.text != "" || q.right
			switch beside := k < 0 || k == w; {
			case beside && taken && n.keep:
				cost += 4
			case beside && taken: // "(1, 2)" and "2" would read as one
				cost += covering
			case beside:
			case taken:
				cost += covering
			case q.dots != 0:
				cost += 6
			case q.rule != 0:
				cost += 8
			}
		}
		if least < 0 || cost < least {
			best, least = s, cost
		}
	}
	if least < 0 || least >= covering && !n.keep {
		return
	}
	n.c.Text(best.col, best.row, n.text, n.role)
}
