package vectorsmatrices

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Views shows the two vectors in the plane with their sum, with their angle, or
// with a shadow, and beside it what is worked out from them.
func (s *vectors) Views() []lab.View {
	view := func(id, ko, en string) lab.View {
		return lab.View{ID: id, Label: lang.T(ko, en), Pictures: func(l lang.Lang) []lab.Block {
			v := *s
			lab.Look(&v, id)
			if id == "dot" {
				return beside(v.plane(l), v.numbers(l), v.course(l))
			}
			return beside(v.plane(l), v.numbers(l))
		}}
	}
	return []lab.View{view("sum", "합", "sum"), view("dot", "내적", "dot product"), view("shadow", "그림자", "shadow")}
}

// beside sets numbers and curves beside a plane, which is as wide as high.
func beside(plane lab.Plot, numbers lab.Block, curves ...lab.Block) []lab.Block {
	tall, low := plane, plane
	tall.H, low.W = 18, 26
	return []lab.Block{
		lab.Beside(3, tall, lab.Exactly(lab.Above(1, append([]lab.Block{numbers}, curves...)...))),
		lab.Beside(2, append([]lab.Block{lab.Exactly(low), numbers}, curves...)...),
		lab.Beside(3, lab.Exactly(low), numbers),
		plane,
	}
}

func (s *vectors) plane(l lang.Lang) lab.Plot {
	half := reach + 0.6
	p := lab.Plot{W: 22, H: 8, Arrows: []lab.Arrow{{To: s.a, Label: "a", Role: theme.ClassA}, {To: s.b, Label: "b", Role: theme.ClassB}}}
	if s.Sees("sum") {
		half++ // most sums lie within
	}
	switch {
	case s.Sees("dot"):
		p.Over = s.arc
	case s.Sees("shadow"):
		p.Over = func(a *plot.Area) { s.cast(a, l) }
	case s.Shows("sum"):
		sum := [2]float64(s.sum())
		p.Arrows = append([]lab.Arrow{{To: sum, Label: "a+b", Role: theme.Path}}, p.Arrows...)
		p.Over = func(a *plot.Area) {
			a.Line(s.a[0], s.a[1], sum[0], sum[1], theme.ClassB, plot.Dashed)
			a.Line(s.b[0], s.b[1], sum[0], sum[1], theme.ClassA, plot.Dashed)
		}
	}
	side := plot.Range{Min: -half, Max: half}
	p.Axes = plot.Axes{X: side, Y: side, Equal: true, Cross: true, Name: "plane"}
	return p
}

// arc draws the arc between the two vectors, or the corner of a square when
// they are perpendicular, and the sign of the angle where the arrows leave room.
func (s *vectors) arc(area *plot.Area) {
	const pieces, room, most = 24, 0.9, 2.6
	a, b := s.lengths()
	whole := s.angle()
	if math.IsNaN(whole) || !s.Shows("angle") {
		return
	}
	radius, from := min(1.4, 0.5*a, 0.5*b), math.Atan2(s.a[1], s.a[0])
	if s.turn < 0 {
		from = math.Atan2(s.b[1], s.b[0])
	}
	var xs, ys []float64
	for i := range pieces + 1 {
		angle, r := whole*float64(i)/pieces, radius
		if math.Abs(s.dot()) < rounding {
			r = 0.7 * radius / max(math.Cos(angle), math.Sin(angle))
		}
		sin, cos := math.Sincos(from + angle)
		xs, ys = append(xs, r*cos), append(ys, r*sin)
	}
	area.Path(xs, ys, theme.Path, plot.Solid)
	if far := max(radius+0.6, room/math.Sin(whole/2)); far < most {
		sin, cos := math.Sincos(from + whole/2)
		area.Mark(far*cos, far*sin, "θ", theme.Path)
	}
}

// cast draws the perpendicular from b's tip to the line of a, and the shadow a
// little beside that line, away from b.
func (s *vectors) cast(area *plot.Area, l lang.Lang) {
	const far, beside = 12, 0.35
	shadow := s.shadow()
	if math.IsNaN(shadow) || !s.Shows("shadow") {
		return
	}
	a, _ := s.lengths()
	dx, dy := s.a[0]/a, s.a[1]/a
	x, y := shadow*dx, shadow*dy
	area.Line(-far*dx, -far*dy, far*dx, far*dy, theme.Faint, plot.Dotted)
	area.Line(s.b[0], s.b[1], x, y, theme.Muted, plot.Dashed)
	ox, oy, role := -dy*beside, dx*beside, lab.SignRole(shadow)
	if s.a[0]*s.b[1] > s.a[1]*s.b[0] {
		ox, oy = -ox, -oy
	}
	area.Line(ox, oy, x+ox, y+oy, role, plot.Solid)
	area.Mark(x, y, plot.Diamond, role)
	area.Label(x/2+4*ox, y/2+4*oy, lang.T("그림자 ", "shadow ").In(l)+lab.Brief(shadow), role)
}

// course draws the dot product over the angle while b turns, as far as it has
// been turned.
func (s *vectors) course(l lang.Lang) lab.Block {
	const most = 10
	a, b := s.lengths()
	seen := s.seen
	return lab.Above(0, lab.Low(word(lab.Muted(lang.T("b를 돌릴 때의 내적", "a·b as b turns").In(l)))), lab.Plot{
		W: 22, H: 8, Axes: plot.Axes{
			X: plot.Range{Min: -180, Max: 180}, Y: plot.Range{Min: -most, Max: most}, XLabel: "θ", Cross: true, Degrees: true, Name: "turn",
		},
		Curves: s.Curves(lab.Curve{
			ID: "dot", Role: theme.Path, Mark: plot.Dot, At: []float64{s.turn}, Only: &seen,
			F: func(x float64) float64 { return a * b * math.Cos(x*math.Pi/180) },
		}),
	})
}

// numbers shows what is calculated place by place, and below it lengths as bars,
// or the dot product in another way.
func (s *vectors) numbers(l lang.Lang) lab.Block {
	a, b := s.lengths()
	longest, dot := max(a, b, 1), s.Told("dot", lab.Brief(s.dot()))
	bar := func(name string, v float64, r theme.Role) []lab.Cell {
		return []lab.Cell{lab.In(r, name), lab.Bar(math.Abs(v)/longest, r), lab.Strong(lab.Brief(v))}
	}
	row := func(name string, r theme.Role, value string) []lab.Cell {
		return []lab.Cell{lab.In(r, name), {}, lab.Plain(value)}
	}
	total := []lab.Cell{lab.Strong("a·b"), {}, {}, lab.Strong(dot)}
	switch {
	case s.Sees("sum"):
		longest = max(a+b, 1)
		rows := [][]lab.Cell{
			bar(lang.T("a의 길이", "length of a").In(l), a, theme.ClassA), bar(lang.T("b의 길이", "length of b").In(l), b, theme.ClassB),
			bar(lang.T("a 다음 b", "a, then b").In(l), a+b, theme.Muted),
		}
		if s.Shows("length.sum") {
			rows = append(rows, bar(lang.T("곧장 a+b", "straight").In(l), nn.Norm(s.sum(), 2), theme.Path))
		}
		return lab.Above(1, s.places("sum", "a+b", s.sum()), lab.Table{Rows: rows, Least: 5})
	case s.Sees("dot"):
		return lab.Above(1, s.places("dot", "a×b", products(s.a[:], s.b[:]), total), lab.Table{Least: 1, Rows: [][]lab.Cell{
			row("|a|", theme.ClassA, lab.Brief(a)), row("|b|", theme.ClassB, lab.Brief(b)), row("θ", theme.Path, s.Told("angle", s.degrees())),
			row("cos θ", theme.Path, s.Told("cos", lab.Significant(clean(math.Cos(s.angle()))))),
			row("|a||b|cos θ", theme.Text, s.Told("dot", lab.Brief(a*b*math.Cos(s.angle())))),
		}})
	}
	name, shadow := lang.T("그림자", "shadow").In(l), s.Told("shadow", lab.Brief(s.shadow()))
	cast := row(name, theme.Muted, shadow)
	if s.Shows("shadow") && a > 0 {
		cast = bar(name, s.shadow(), lab.SignRole(s.shadow()))
	}
	return lab.Above(1, s.places("dot", "a×b", products(s.a[:], s.b[:]), total),
		lab.Table{Rows: [][]lab.Cell{bar("|a|", a, theme.ClassA), bar("|b|", b, theme.ClassB), cast}, Least: 5},
		lab.Lines{W: 26, Rows: [][]lab.Cell{
			{lab.Muted("a·b = |a| × " + name)}, {lab.Plain("    = " + lab.Brief(a) + " × " + lab.InBrackets(shadow)), lab.Strong(" = " + dot)},
		}})
}

// places shows the two vectors and what is calculated of them place by place.
func (s *vectors) places(id, op string, values []float64, more ...[]lab.Cell) lab.Block {
	rows := [][]lab.Cell{lab.Heading(lab.Muted(""), lab.In(theme.ClassA, "a"), lab.In(theme.ClassB, "b"), lab.Muted(op))}
	for i, v := range values {
		rows = append(rows, []lab.Cell{
			lab.Muted("12"[i : i+1]), lab.In(theme.ClassA, lab.Brief(s.a[i])), lab.In(theme.ClassB, lab.Brief(s.b[i])), lab.Plain(s.Told(id, lab.Brief(v))),
		})
	}
	return lab.Table{Rows: append(rows, more...), Least: 5}
}
