package chainrule

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Views shows the curve with both lines, the error for every Δx so far, and the
// curve magnified until Δx is a unit.
func (s *secant) Views() []lab.View {
	return []lab.View{
		{ID: curveView, Label: lang.T("곡선", "curve"), Pictures: func(l lang.Lang) []lab.Block {
			return []lab.Block{lab.Above(0, lab.ReadoutLine(s, l, "quotient", "derivative", "error", "backward", "central"), s.curve(l))}
		}},
		{ID: errorView, Label: lang.T("오차", "error"), Pictures: func(l lang.Lang) []lab.Block {
			p, table := s.errors(l), s.table(l)
			return []lab.Block{lab.Beside(2, p, lab.Exactly(table)), lab.Above(0, p, lab.Low(table)), p}
		}},
		{ID: zoomView, Label: lang.T("확대", "magnified"), Pictures: func(l lang.Lang) []lab.Block {
			return []lab.Block{lab.Above(0, lab.ReadoutLine(s, l, "quotient", "derivative", "error"), s.zoom(l))}
		}},
	}
}

const (
	window = 2.5 // how far the picture reaches to both sides
	tall   = 8   // and at most up and down
)

// reach is the range of y that shows the curve, within limits.
func reach(f func(x float64) float64) plot.Range {
	const samples = 100
	r := plot.Range{Min: -1, Max: 1}
	for i := range samples + 1 {
		if y := f(-window + 2*window*float64(i)/samples); !math.IsNaN(y) {
			r.Min, r.Max = min(r.Min, max(y, -tall)), max(r.Max, min(y, tall))
		}
	}
	return r
}

// line draws a straight line through a point over the whole width.
func line(a *plot.Area, x, y, slope float64, r theme.Role, stroke plot.Stroke) {
	far := 2 * (a.X().Max - a.X().Min)
	if !math.IsNaN(y) && !math.IsNaN(slope) {
		a.Path([]float64{x - far, x + far}, []float64{y - far*slope, y + far*slope}, r, stroke)
	}
}

// lines draws the secant and the tangent through a point of the curve.
func (s *secant) lines(a *plot.Area, x, y float64) {
	forward, _, central := s.quotients(s.dx)
	if s.Shows("derivative") {
		line(a, x, y, s.f.slope(s.x), theme.Path, plot.Solid)
	}
	if s.Shows("quotient") {
		line(a, x, y, forward, theme.ClassB, plot.Dashed)
	}
	if s.Shows("central") && s.Sees(curveView) {
		line(a, s.x-s.dx, s.value(s.x-s.dx), central, theme.ClassC, plot.Dotted)
	}
}

// named is the legend of the lines.
func (s *secant) named(l lang.Lang) (out []plot.Entry) {
	for _, e := range []struct {
		id string
		plot.Entry
	}{
		{"quotient", plot.Entry{Label: lang.T("할선", "secant").In(l), Role: theme.ClassB, Stroke: plot.Dashed}},
		{"derivative", plot.Entry{Label: lang.T("접선", "tangent").In(l), Role: theme.Path}},
		{"central", plot.Entry{Label: lang.T("양쪽", "both sides").In(l), Role: theme.ClassC, Stroke: plot.Dotted}},
	} {
		if s.Places(e.id) && (e.id != "central" || s.Sees(curveView)) {
			out = append(out, e.Entry)
		}
	}
	return out
}

func (s *secant) curve(l lang.Lang) lab.Plot {
	p := lab.Plot{
		Axes:   plot.Axes{X: plot.Range{Min: -window, Max: window}, Y: reach(s.value), XLabel: "x", Cross: true, Name: "curve"},
		Curves: []lab.Curve{{Label: "f", Role: theme.ClassA, F: s.value, Mark: plot.Dot, At: []float64{s.x}}},
		Legend: s.named(l), Over: func(a *plot.Area) { s.lines(a, s.x, s.value(s.x)) },
	}
	if s.Shows("quotient") && s.dx != 0 {
		p.Curves = append(p.Curves, lab.Curve{Role: theme.ClassB, F: func(x float64) float64 {
			if x != s.x+s.dx {
				return math.NaN()
			}
			return s.value(x)
		}, Mark: plot.Ring, At: []float64{s.x + s.dx}})
	}
	return p
}

// zoom is the curve around x in units of Δx, as the computer has it. The range of
// y grows in leaps with the slope.
func (s *secant) zoom(l lang.Lang) lab.Plot {
	y := s.value(s.x)
	seen := func(u float64) float64 { return (s.value(s.x+float64(u*s.dx)) - y) / s.dx }
	high, slope := 3.0, s.f.slope(s.x)
	for high < 2.5*math.Abs(slope) {
		high *= 2
	}
	return lab.Plot{
		Axes: plot.Axes{
			X: plot.Range{Min: -2.5, Max: 2.5}, Y: plot.Range{Min: -high, Max: high}, Cross: true,
			XLabel: "÷ " + s.distance(),
		},
		Curves: s.Curves(lab.Curve{ID: "quotient", Label: "f", Role: theme.ClassA, F: seen, Mark: plot.Dot, At: []float64{0, 1}}), Headed: true,
		Legend: s.named(l), Over: func(a *plot.Area) { s.lines(a, 0, 0) },
	}
}

// lowest is where an error is drawn that is too small for the picture, or 0.
const lowest = -17

func log(v float64) float64 { return max(lowest, math.Log10(math.Abs(v))) }

// errors is the error against Δx, both as powers of ten, for every Δx down to the
// one that is chosen.
func (s *secant) errors(l lang.Lang) lab.Plot {
	one := plot.Entry{Label: lang.T("한쪽", "one side").In(l), Role: theme.ClassA, Mark: plot.Dot}
	both := plot.Entry{Label: lang.T("양쪽", "both sides").In(l), Role: theme.ClassB, Mark: plot.Ring}
	legend := []plot.Entry{one}
	if s.Places("central") {
		legend = append(legend, both)
	}
	return lab.Plot{
		Axes: plot.Axes{
			X: plot.Range{Min: -leastPower, Max: 0}, Y: plot.Range{Min: lowest, Max: 2},
			XLabel: "log₁₀ Δx", YLabel: lang.T("log₁₀ 오차", "log₁₀ error").In(l),
		},
		Legend: legend, W: 28, H: 8,
		Over: func(a *plot.Area) {
			slope := s.f.slope(s.x)
			for i, e := range legend {
				var xs, ys []float64
				for k := 0; k <= int(s.exponent()); k++ {
					forward, _, central := s.quotients(math.Pow10(-k))
					if v := [...]float64{forward, central}[i] - slope; !math.IsNaN(v) {
						xs, ys = append(xs, -float64(k)), append(ys, log(v))
					}
				}
				if !s.Shows([...]string{"error", "central-error"}[i]) {
					continue
				}
				a.Thread(xs, ys, e.Role, plot.Dotted)
				for j := range xs {
					a.Mark(xs[j], ys[j], e.Mark, e.Role)
				}
			}
		},
		Words: func(l lang.Lang) string {
			return lang.Sprintf("가로는 Δx의 자릿수, 세로는 오차의 자릿수, Δx = 1부터 %s까지.", "Across the size of Δx, up the size of the error, from Δx = 1 to %s.", s.distance()).In(l)
		},
	}
}

// table lists the last slopes on the way to the Δx that is chosen.
func (s *secant) table(l lang.Lang) lab.Table {
	const rows, most = 6, 10
	both := s.Places("central")
	head := []lab.Cell{lab.Muted("Δx"), lab.In(theme.ClassA, lang.T("한쪽", "one side").In(l))}
	if both {
		head = append(head, lab.In(theme.ClassB, lang.T("양쪽", "both sides").In(l)))
	} else {
		head = append(head, lab.Muted(lang.T("오차", "error").In(l)))
	}
	table := lab.Table{Rows: [][]lab.Cell{lab.Heading(head...)}, Least: 12}
	slope, last := s.f.slope(s.x), int(s.exponent())
	for k := last - rows + 1; k <= last; k++ {
		if k < 0 {
			table.Rows = append(table.Rows, []lab.Cell{lab.Plain(" ")})
			continue
		}
		forward, _, central := s.quotients(math.Pow10(-k))
		write := lab.Plain
		if k == last {
			write = lab.Strong
		}
		row := []lab.Cell{write(power(-k)), s.Masked("quotient", write(digits(forward, most)))}
		if both {
			row = append(row, s.Masked("central", write(digits(central, most))))
		} else {
			row = append(row, s.Masked("error", write(lab.Significant(math.Abs(forward-slope)))))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}
