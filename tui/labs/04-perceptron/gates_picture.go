package perceptron

import (
	"fmt"
	"math"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Views shows the plane with the line, beside it the truth table, where the line
// meets the axes, how far the rule is, and the rows that were right at every step.
func (s *gates) Views() []lab.View {
	return []lab.View{{ID: "plane", Label: lang.T("평면", "plane"), Pictures: func(l lang.Lang) []lab.Block {
		plane, table := s.plane(l), s.table(l)
		readouts, small := lab.Readouts(s, l, "cross", "seen", "corrected", "verdict"), plane
		readouts.Least = 9
		side := lab.Above(1, table, readouts)
		small.W, small.Legend = 15, nil
		pictures := []lab.Block{
			lab.Beside(2, plane, lab.Exactly(side)),
			lab.Above(1, plane, table),
			lab.Beside(1, small, lab.Drawn(lab.Need{W: 20, H: 6, MoreH: lab.Any}, table.Say, table.Draw)),
		}
		if s.Places("seen") {
			pictures = slices.Insert(pictures, 0, lab.Beside(2, plane, lab.Exactly(lab.Above(1, side, s.course(l)))))
		}
		return pictures
	}}}
}

// course draws how many rows were right after every step of the rule.
func (s *gates) course(l lang.Lang) lab.Block {
	n, now := float64(len(s.past)), s.right()
	right := func(x float64) float64 {
		if i := int(math.Round(x)); i < len(s.past) {
			return s.past[i].right
		}
		return now
	}
	return lab.Plot{
		Axes:   plot.Axes{X: plot.Range{Min: 0, Max: max(20, n)}, Y: plot.Range{Min: 0, Max: 4}, XLabel: lang.T("표본", "samples").In(l)},
		Curves: s.Curves(lab.Curve{ID: "right", Label: lang.T("맞은 줄", "rows right").In(l), Role: theme.Path, F: right, Only: &plot.Range{Min: 0, Max: n}}),
		W:      22, H: 8,
	}
}

func (s *gates) plane(l lang.Lang) lab.Plot {
	line := plot.Entry{Label: lang.T("직선 위도 1", "on line: 1").In(l), Role: theme.Strong}
	if s.f == nn.StrictStep { // as in school: a line that belongs to the side of 1 is solid
		line = plot.Entry{Label: lang.T("직선 위는 0", "on line: 0").In(l), Role: theme.Strong, Stroke: plot.Dashed}
	}
	p := lab.Plot{
		W: 22, Axes: plot.Axes{
			X: plot.Range{Min: -0.45, Max: 2.2}, Y: plot.Range{Min: -0.45, Max: 2.2},
			XLabel: "x₁", YLabel: "x₂", Equal: true, Cross: true, Name: "plane",
		},
		Over: func(a *plot.Area) {
			if s.hasLine() {
				s.drawLine(a, line.Stroke)
			}
			s.drawInputs(a)
		},
		Legend: []plot.Entry{{Label: "w", Role: theme.Path, Mark: "→"}, line},
	}
	if s.Places("right") {
		p.Legend = slices.Insert(p.Legend, 0,
			plot.Entry{Label: lang.T("목표 1", "target 1").In(l), Role: theme.ClassA, Mark: plot.Dot},
			plot.Entry{Label: lang.T("목표 0", "target 0").In(l), Role: theme.ClassB, Mark: plot.Ring})
	}
	if u := s.unit(); s.Shows("y") {
		p.Field = func(x, y float64) float64 { return 2*u.Output([]float64{x, y}) - 1 }
	}
	return p
}

// drawInputs marks the four inputs, by their targets once these are taught.
func (s *gates) drawInputs(a *plot.Area) {
	targets := s.Places("right")
	for i, r := range s.rows() {
		mark, role := plot.Ring, theme.ClassB
		if r.t == 1 {
			mark, role = plot.Dot, theme.ClassA
		}
		if !targets {
			mark, role = plot.Dot, theme.Text
		}
		if i == s.latest() {
			role = theme.Accent
		}
		a.Mark(r.x[0], r.x[1], mark, role)
		if targets && r.wrong() && s.Shows("y") {
			a.Label(r.x[0], r.x[1], "✕", theme.Wrong)
		}
	}
}

// drawLine draws the line, and the direction of w where there is room for it.
func (s *gates) drawLine(a *plot.Area, stroke plot.Stroke) {
	const far, length, apart = 99, 0.75, 0.25
	u, middle := s.unit(), []float64{0.5, 0.5}
	size, away := nn.Norm(u.W, 2), u.Distance(middle)
	// on is a point that is t along the line from where this is nearest to the
	// middle of the inputs, and from there out along w.
	on := func(t, out float64) (x, y float64) {
		return middle[0] + ((out-away)*s.w1-t*s.w2)/size, middle[1] + ((out-away)*s.w2+t*s.w1)/size
	}
	free := func(x, y float64) bool {
		xs, ys := a.X(), a.Y()
		return xs.Min < x && x < xs.Max && ys.Min < y && y < ys.Max &&
			!slices.ContainsFunc(data.Inputs(), func(p []float64) bool { return math.Hypot(x-p[0], y-p[1]) < apart })
	}
	x0, y0 := on(-far, 0)
	x1, y1 := on(far, 0)
	a.Path([]float64{x0, x1}, []float64{y0, y1}, theme.Strong, stroke)
	ts := []float64{0, 0.4, -0.4, 0.8, -0.8, 1.2, -1.2}
	i := slices.IndexFunc(ts, func(t float64) bool { return free(on(t, 0)) && free(on(t, length)) })
	if i < 0 {
		return
	}
	x0, y0 = on(ts[i], 0)
	x1, y1 = on(ts[i], length)
	a.Arrow(x0, y0, x1, y1, theme.Path, plot.Solid)
	for _, out := range []float64{1.2 * length, -0.8 * length} {
		if x, y := on(ts[i], out); s.Shows("y") {
			a.Label(x, y, fmt.Sprintf("y = %g", u.Output([]float64{x, y})), theme.Text)
		}
	}
}

// table is the truth table of the gate, with the sums and outputs of the unit,
// without the gate as long as the page has not taught it.
func (s *gates) table(l lang.Lang) lab.Block {
	rows := [][]lab.Cell{lab.Heading(lab.Muted("  x₁ x₂"), lab.Muted(lang.T("합 a", "sum a").In(l)), lab.Muted("y"))}
	for i, r := range s.rows() {
		name := lab.Plain(fmt.Sprintf("  %g  %g", r.x[0], r.x[1]))
		if i == s.latest() {
			name = lab.In(theme.Accent, fmt.Sprintf("→ %g  %g", r.x[0], r.x[1]))
		}
		rows = append(rows, []lab.Cell{name, lab.Signed(fmt.Sprintf("%6s", s.Told("a", two(r.a))), r.a), lab.Strong(s.Told("y", lab.Brief(r.y)))})
	}
	if !s.Places("right") {
		return lab.Table{Rows: rows}
	}
	rows[0] = append(rows[0], lab.In(theme.Truth, "t"), lab.Cell{})
	for i, r := range s.rows() {
		sign := lab.In(theme.Correct, s.Told("y", "✓"))
		if r.wrong() {
			sign = lab.In(theme.Wrong, s.Told("y", "✕"))
		}
		rows[i+1] = append(rows[i+1], lab.In(theme.Truth, lab.Brief(r.t)), sign)
	}
	title := []lab.Cell{lab.Strong(s.gate.String()), lab.Plain(fmt.Sprintf("  %s/%d %s", s.Told("right", lab.Brief(s.right())), len(s.rows()), lang.T("맞음", "right").In(l)))}
	return lab.Above(0, lab.Lines{Rows: [][]lab.Cell{title}}, lab.Table{Rows: rows})
}
