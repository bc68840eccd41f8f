package vectorsmatrices

import (
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Views shows the two matrices and the growing result, and writes its entries
// out. A product has B above and A at the left of the result, so that a row and
// a column meet in the entry that they make; the others stand in a line.
func (s *matmul) Views() []lab.View {
	return []lab.View{{ID: "matrices", Label: lang.T("행렬", "matrices"), Pictures: func(lang.Lang) []lab.Block {
		if _, err := s.operands().result(); err != nil {
			return []lab.Block{s.misfit(3), s.misfit(1)}
		}
		var pictures []lab.Block
		for pitch := 3; pitch > 0; pitch-- {
			m := s.calculation(pitch)
			pictures = append(pictures, lab.Beside(3, m, lab.Exactly(s.log())), lab.Above(1, m, lab.Centered(s.log())))
		}
		current := s.log()
		_, now := s.entries()
		current.Rows = current.Rows[max(0, now):][:1]
		return append(pictures, lab.Above(0, s.calculation(0), current))
	}}}
}

// spread is a matrix with its name and shape whose lines are so many rows apart.
func spread(m nn.Matrix, name string, r theme.Role, pitch int) lab.Matrix {
	b := lab.Matrix{Name: named(name, r, m), Entries: lab.Entries(m, lab.Brief), Pitch: max(1, pitch)}
	b.Cell = b.CellWidth() + b.Pitch - 1
	return b
}

// calculation lays the matrices and the result out as far as it has come, with
// what the last step touched lit, their lines so many rows apart; with 0 rows in
// as little room as they take.
func (s *matmul) calculation(pitch int) lab.Block {
	o := s.operands()
	c, _ := o.result()
	a, b, r := spread(o.a, o.first, theme.ClassA, pitch), spread(o.b, o.second, theme.ClassB, pitch), spread(c, "=", theme.Muted, pitch)
	all, now := s.entries()
	for k, e := range all {
		cell := &r.Entries[e.i][e.j]
		switch {
		case !s.Shows(e.id()) || e.terms == 0:
			*cell = lab.In(theme.Faint, "?")
		case e.terms < s.terms():
			*cell = lab.Strong("…")
		case k == now:
			cell.Role = theme.Strong
		}
	}
	if now >= 0 && s.Shows(all[now].id()) {
		e := all[now]
		here := func(i, j int) bool { return i == e.i && j == e.j }
		a.Lit, b.Lit, r.Lit = here, here, here
		if o.op == opProduct {
			a.Lit, b.Lit = func(i, _ int) bool { return i == e.i }, func(_, j int) bool { return j == e.j }
			a.Entries[e.i][e.terms-1].Role, b.Entries[e.terms-1][e.j].Role = theme.Strong, theme.Strong
		}
	}
	if o.op != opProduct || pitch == 0 {
		a.Name, b.Name, r.Name = lab.Cell{}, lab.Cell{}, lab.Cell{}
	}
	switch {
	case o.op == opProduct:
		b.Cell, r.Cell = max(b.Cell, r.Cell), max(b.Cell, r.Cell)
		return meeting(0, a, b, r)
	case pitch == 0:
		return lab.Above(0, o.inLine(a, b, lab.Empty()), lab.Low(lab.Beside(0, r)))
	}
	return o.inLine(a, b, r)
}

// log has a line for every entry of the result.
func (s *matmul) log() lab.Lines {
	all, now := s.entries()
	t := lab.Lines{W: 36}
	for k, e := range all {
		line := lab.In(theme.Faint, "?")
		if e.terms > 0 && s.Shows(e.id()) {
			line = lab.Plain(e.line)
		}
		if k == now {
			line.Role = theme.Strong
		}
		t.Rows = append(t.Rows, []lab.Cell{lab.Muted("c" + lab.Subscript(e.place()) + " "), line})
	}
	return t
}

// misfit shows two matrices that do not fit, and for a product the row and the
// column that do not pair up, with a cross where a partner is missing.
func (s *matmul) misfit(pitch int) lab.Block {
	o, cross := s.operands(), string(plot.Cross)
	a, b := spread(o.a, o.first, theme.ClassA, pitch), spread(o.b, o.second, theme.ClassB, pitch)
	var terms []string
	if o.op == opProduct {
		a.Lit, b.Lit = func(i, _ int) bool { return i == 0 }, func(_, j int) bool { return j == 0 }
		row, column := o.a.Row(0), o.b.T().Row(0)
		for k := range max(len(row), len(column)) {
			x, y := cross, cross
			if k < len(row) {
				x = lab.Brief(row[k])
			}
			if k < len(column) {
				y = lab.Brief(column[k])
			}
			terms = append(terms, x+"·"+y)
		}
	}
	return lab.Above(1, o.inLine(a, b, word(lab.In(theme.Wrong, cross))), lab.Centered(word(lab.In(theme.Warning, strings.Join(terms, " + ")))))
}
