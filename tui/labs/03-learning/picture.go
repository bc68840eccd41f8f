package learning

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// The pictures that answer the mouse.
const (
	dotsArea  = "dots"
	spaceArea = "space"
)

// The places at which the space of lines is counted, across and up.
const (
	across = 72
	up     = 48
)

// Views shows the dots with both lines, and beside them the space of lines.
func (s *line) Views() []lab.View {
	return []lab.View{{ID: "planes", Label: lang.T("점과 선", "dots and lines"), Pictures: func(l lang.Lang) []lab.Block {
		planes := s.plane(l)
		if s.Places("least") {
			planes = lab.Beside(2, s.plane(l), s.space(l))
		}
		rows := []lab.Block{
			lab.ReadoutLine(s, l, "wrong", "moves"), lab.ReadoutLine(s, l, "machine", "corrections", "phase"), lab.ReadoutLine(s, l, "w", "least"),
		}
		if len(s.Samples()) > 0 {
			rows = append(rows, lab.ReadoutLine(s, l, "n", "took.p50", "took.p90"), lab.ReadoutLine(s, l, "left.p50", "solved"))
		}
		notes := lab.Low(lab.Drawn(lab.Need{W: 28, H: 5, MoreW: lab.Any}, lab.Above(0, rows...).Say, func(c *plot.Canvas) {
			for i, r := range rows {
				r.Draw(c.Sub(0, i, c.Width(), 1))
			}
		}))
		return []lab.Block{lab.Above(0, planes, notes), lab.Above(0, s.plane(l), notes), s.plane(l)}
	}}}
}

// plane is the dots and the lines, coloured by what the line of the machine says,
// or that of the learner before it begins.
func (s *line) plane(l lang.Lang) lab.Block {
	away := s.dots.Away()
	r := plot.Range{Min: away - reach, Max: away + reach}
	mine, its := s.now.Perceptron(), s.unit()
	shown := mine
	if s.phase != idle {
		shown = its
	}
	p := lab.Plot{
		W: 26, H: 8, Axes: plot.Axes{X: r, Y: r, XLabel: "x₁", YLabel: "x₂", Equal: true, Cross: true, Name: dotsArea},
		Field: func(x, y float64) float64 { return 2*shown.Output([]float64{x, y}) - 1 },
		Legend: []plot.Entry{
			{Label: "1", Role: theme.ClassA, Mark: plot.Dot},
			{Label: "0", Role: theme.ClassB, Mark: plot.Ring},
			{Label: lang.T("나", "you").In(l), Role: theme.Strong},
		},
	}
	if s.Places("machine") || s.phase != idle {
		p.Legend = append(p.Legend, plot.Entry{Label: lang.T("기계", "machine").In(l), Role: theme.Path, Stroke: plot.Dashed})
	}
	p.Over = func(a *plot.Area) {
		if k, ok := its.Line(); ok && s.phase != idle {
			s.stroke(a, k, theme.Path, plot.Dashed)
		}
		s.stroke(a, s.now, theme.Strong, plot.Solid)
		var wrong []int
		for i, x := range s.xs {
			mark, role := plot.Ring, theme.ClassB
			if s.ts[i] == 1 {
				mark, role = plot.Dot, theme.ClassA
			}
			if shown.Output(x) != s.ts[i] && (s.Shows("wrong") || s.phase != idle) {
				wrong, role = append(wrong, i), theme.Wrong
			}
			if s.phase == find && i == s.at {
				mark, role = plot.Diamond, theme.Accent
			}
			a.Mark(x[0], x[1], mark, role)
		}
		for _, i := range wrong { // when all dots are there, so that none is covered
			a.Tag(s.xs[i][0], s.xs[i][1], "✕", theme.Wrong)
		}
	}
	return p
}

// stroke draws a line, and the direction in which it looks.
func (s *line) stroke(a *plot.Area, k nn.Line, role theme.Role, stroke plot.Stroke) {
	const far, length = 99, 1.5
	u, away := k.Perceptron(), s.dots.Away()
	d := u.PreActivation([]float64{away, away})
	x, y := away-d*u.W[0], away-d*u.W[1]
	a.Path([]float64{x - far*u.W[1], x + far*u.W[1]}, []float64{y + far*u.W[0], y - far*u.W[0]}, role, stroke)
	a.Arrow(x, y, x+length*u.W[0], y+length*u.W[1], role, plot.Solid)
}

// count counts the wrong dots of every line of the space.
func (s *line) count() []int {
	all := make([]int, 0, across*up)
	for i := range across * up {
		k := nn.Line{Angle: -180 + 360*(float64(i%across)+0.5)/across, Shift: s.far() * (2*(float64(i/across)+0.5)/up - 1)}
		all = append(all, len(k.Perceptron().Wrong(s.xs, s.ts)))
	}
	return all
}

// space is the space of lines: the angle across, the shift up, the fewer dots are
// wrong the more of the colour of class 1.
func (s *line) space(l lang.Lang) lab.Block {
	place := func(v float64, n int) int { return max(0, min(n-1, int(v*float64(n)))) }
	return lab.Plot{
		W: 26, H: 8, Axes: plot.Axes{
			X: plot.Range{Min: -180, Max: 180}, Y: plot.Range{Min: -s.far(), Max: s.far()},
			XLabel: lang.T("각도", "angle").In(l), YLabel: lang.T("밀기", "shift").In(l), Name: spaceArea,
		},
		Field: func(x, y float64) float64 {
			wrong := s.field[across*place((y/s.far()+1)/2, up)+place((x+180)/360, across)]
			return 1 - 2*float64(wrong)/float64(len(s.xs))
		},
		Legend: []plot.Entry{
			{Label: lang.T("적게 틀림", "few wrong").In(l), Role: theme.ClassA, Mark: "■"}, {Label: lang.T("많이", "many").In(l), Role: theme.ClassB, Mark: "■"},
		},
		Over: func(a *plot.Area) {
			route(a, s.path(), theme.Strong, plot.Dot)
			if s.phase != idle {
				route(a, s.trail(), theme.Path, plot.Diamond)
			}
		},
	}
}

// route draws the way through the space of lines and marks where it has come to.
// Over the edge at 180 degrees it goes on at the other side.
func route(a *plot.Area, lines []nn.Line, role theme.Role, mark plot.Mark) {
	const half = 180
	for i, k := range lines {
		if i > 0 && math.Abs(k.Angle-lines[i-1].Angle) < half {
			a.Line(lines[i-1].Angle, lines[i-1].Shift, k.Angle, k.Shift, role, plot.Solid)
		}
	}
	if n := len(lines); n > 0 {
		a.Mark(lines[n-1].Angle, lines[n-1].Shift, mark, role)
	}
}
