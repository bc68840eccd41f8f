package gradientdescent

import (
	"fmt"
	"math"

	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

const (
	groundView = "ground"
	sweepView  = "sweep"
)

// Views shows the ground with the way over it, and 60 rates.
func (s *descent) Views() []lab.View {
	return []lab.View{
		{ID: groundView, Label: lang.T("내려가기", "going down"), Pictures: func(l lang.Lang) []lab.Block {
			picture := lab.Block(s.surface(l))
			if s.ground().curve {
				picture = s.curve(l)
			}
			numbers, manner := s.numbers(l), s.manner(l)
			return []lab.Block{
				lab.Above(1, picture, lab.Above(0, manner, numbers)),
				lab.Above(0, picture, manner, numbers),
				lab.Above(0, picture, manner),
			}
		}},
		{ID: sweepView, Label: lang.T("학습률 60가지", "60 rates"), Pictures: func(l lang.Lang) []lab.Block {
			w := s.sweep().block(&s.Bench)
			numbers := lab.Readouts(s, l, "end", "best", "least", "cliff")
			return []lab.Block{lab.Above(1, w, lab.Low(numbers)), w, lab.Low(numbers)}
		}},
	}
}

// manner is the verdict with the loss, on a line of its own.
func (s *descent) manner(l lang.Lang) lab.Lines {
	word := s.verdict()
	role := theme.Strong
	switch word {
	case grows, flat, dent:
		role = theme.Warning
	case oneStep, lowest:
		role = theme.Correct
	}
	var row []lab.Cell
	if s.Places("height") {
		row = append(row, lab.Muted("E "), lab.Strong(fmt.Sprintf("%-9s", s.Told("height", lab.Significant(s.ground().at(s.at()))))))
	}
	if s.Places("turn") && !s.ground().curve {
		row = append(row, lab.Muted(lang.T("내리막과 목표 사이 ", "downhill to goal ").In(l)), lab.Strong(fmt.Sprintf("%-7s", s.Told("turn", degrees(s.turn())))))
	}
	row = append(row, lab.Muted(lang.Sprintf("%d걸음  ", "step %d  ", len(s.path)).In(l)))
	if s.Places("verdict") {
		row = append(row, lab.In(role, s.Told("verdict", manner(word).In(l))))
	}
	return lab.Lines{Rows: [][]lab.Cell{row}, W: 28, H: 1}
}

// numbers are where one is, how steep it is there and where the next step leads.
func (s *descent) numbers(l lang.Lang) lab.Table {
	g, at := s.ground(), s.at()
	next := g.descend(at, s.rate)
	for i := range next {
		next[i] -= at[i]
	}
	axes := []string{"x", "y"}
	if g.curve {
		axes = axes[:1]
	}
	head := []lab.Cell{lab.Muted("")}
	for _, name := range axes {
		head = append(head, lab.Muted(name))
	}
	rows := [][]lab.Cell{lab.Heading(head...)}
	for _, line := range []struct {
		id    string
		label lang.Text
		v     [2]float64
	}{
		{"at", lang.T("지금 자리", "here"), at},
		{"slope", lang.T("기울기", "slope"), g.slope(at)},
		{"next", lang.T("다음 걸음 −ε × 기울기", "next step −ε × slope"), next},
	} {
		if !s.Places(line.id) {
			continue
		}
		row := []lab.Cell{lab.Muted(line.label.In(l))}
		for i := range axes {
			row = append(row, s.Masked(line.id, lab.Strong(lab.Significant(line.v[i]))))
		}
		rows = append(rows, row)
	}
	return lab.Table{Rows: rows, Least: 10}
}

// far is beyond every picture: so far a path is drawn that leaves it.
const far = 1e3

func (s *descent) way() (xs, ys []float64) {
	g := s.ground()
	clamp := func(v float64) float64 { return max(-far, min(far, v)) }
	for _, p := range s.stops() {
		y := p[1]
		if g.curve {
			y = g.At(p[0], 0)
		}
		xs, ys = append(xs, clamp(p[0])), append(ys, clamp(y))
	}
	return xs, ys
}

// curve draws the curve, the tangent where one is, and the steps as jumps from
// place to place.
func (s *descent) curve(lang.Lang) lab.Plot {
	g, at := s.ground(), s.at()
	k := lab.Curve{
		Label: g.Formula, Role: theme.ClassA, Mark: plot.Dot, At: []float64{at[0]},
		F: func(x float64) float64 { return g.At(x, 0) },
	}
	if s.Shows("slope") {
		k.Slope = func(x float64) float64 { return g.slope([2]float64{x})[0] }
	}
	xs, ys := s.way()
	return lab.Plot{
		W: 30, H: 8,
		Axes: plot.Axes{
			X: plot.Range{Min: g.X[0], Max: g.X[1]}, Y: plot.Range{Min: 0, Max: g.high},
			XLabel: "x", YLabel: "E", Name: "ground",
		},
		Curves: []lab.Curve{k},
		Over: func(a *plot.Area) {
			a.Thread(xs, ys, theme.Muted, plot.Solid)
			for i := range xs[:len(xs)-1] {
				a.Mark(xs[i], ys[i], plot.Ring, theme.Muted)
			}
		},
	}
}

// levels are heights at which a surface has contours: ever closer to the lowest.
func (g ground) levels() []float64 {
	var out []float64
	for _, by := range []float64{0.3, 1, 2.5, 5, 9} {
		out = append(out, g.low+by)
	}
	return out
}

// surface draws the contours of a surface with the way over them, and where it
// goes down from where one is.
func (s *descent) surface(l lang.Lang) lab.Plot {
	g, at := s.ground(), s.at()
	xs, ys := s.way()
	d := g.slope(at)
	size, goal := math.Hypot(d[0], d[1]), g.nearest(at)
	p := lab.Plot{
		W: 30, H: 8,
		Axes: plot.Axes{
			X: plot.Range{Min: g.X[0], Max: g.X[1]}, Y: plot.Range{Min: g.Y[0], Max: g.Y[1]},
			XLabel: "x", YLabel: "y", Equal: g.name == valleyGround, Name: "ground",
		},
		Over: func(a *plot.Area) {
			for _, level := range g.levels() {
				a.Contour(g.At, level, theme.Faint, plot.Solid)
			}
			for _, m := range g.Minima {
				a.Mark(m[0], m[1], plot.Cross, theme.Truth)
			}
			if s.Shows("turn") {
				a.Line(at[0], at[1], goal[0], goal[1], theme.Truth, plot.Dashed)
			}
			a.Path(xs, ys, theme.Path, plot.Solid)
			a.Mark(at[0], at[1], plot.Dot, theme.Path)
		},
		Legend: []plot.Entry{
			{Label: lang.T("지나온 길", "path").In(l), Role: theme.Path},
			{Label: lang.T("가장 낮은 곳", "lowest").In(l), Role: theme.Truth, Mark: plot.Cross},
		},
		Words: s.sayWay,
	}
	if length := (g.X[1] - g.X[0]) / 8; size > 0 && s.Shows("slope") {
		to := [2]float64{at[0] - length*d[0]/size, at[1] - length*d[1]/size}
		p.Arrows = []lab.Arrow{{From: at, To: to, Label: lang.T("내리막", "downhill").In(l), Role: theme.Strong}}
	}
	return p
}

// sayWay tells where one was first and is now.
func (s *descent) sayWay(l lang.Lang) string {
	at := s.at()
	return lang.Sprintf("%[1]s에서 떠나 %[3]d걸음 뒤 %[2]s에 있어요.", "It set out from %[1]s and is at %[2]s after %[3]d steps.",
		lab.Tuple(s.start[:], lab.Brief), lab.Tuple(at[:], lab.Brief), len(s.path)).In(l)
}
