package vectorsmatrices

import (
	"fmt"
	"math"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// norm shows the p-norm: the points of size 1, or all points of the same size
// as x, while p slides from 0.5 to ∞.
type norm struct {
	lab.Bench

	slid float64    // where the slider of p stands
	u, v [2]float64 // the point x of the views unit and level
	seen plot.Range // the p that the learner has been through
}

// endless is the end of the slider of p. It stands for p = ∞.
const endless = 8.25

// NewNorm returns the lab "norm".
func NewNorm() lab.Lab { return &norm{} }

func (s *norm) Title() lang.Text { return lang.T("p-노름", "The p-norm") }

func (s *norm) Clone() lab.Lab { c := *s; return &c }

func (s *norm) Start(uint64) { s.seen = plot.Range{Min: s.slid, Max: s.slid} }

func (s *norm) Panel() lab.Panel {
	u := func(at *float64, id, label string, start float64) *lab.Control {
		return lab.Slide(at, id, lang.Same(label), start).From(-1.5, 1.5).By(0.1, 0.5).Writes(lab.Brief).When(s.unit())
	}
	v := func(at *float64, id, label string, start float64) *lab.Control {
		return lab.Slide(at, id, lang.Same(label), start).From(-5, 5).By(0.5, 2).Writes(lab.Brief).When(!s.unit())
	}
	return lab.Panel{
		lab.Slide(&s.slid, "p", lang.Same("p"), 2).From(0.5, endless).By(0.25, 1).AlongX("course").
			Writes(func(float64) string { return s.name() }).Then(func() { s.seen = widened(s.seen, s.slid) }),
		u(&s.u[0], "u1", "x₁", 0.6).AlongX("plane"), v(&s.v[0], "x1", "x₁", 3).AlongX("plane"),
		u(&s.u[1], "u2", "x₂", 0.8).AlongY("plane"), v(&s.v[1], "x2", "x₂", 4).AlongY("plane"),
	}
}

func (s *norm) unit() bool { return s.Sees("unit") }

// power returns p for a place of its slider.
func power(slid float64) float64 {
	if slid >= endless {
		return math.Inf(1)
	}
	return slid
}

func (s *norm) p() float64 { return power(s.slid) }

func (s *norm) name() string { return lab.Brief(s.p()) }

func (s *norm) x() []float64 {
	if s.unit() {
		return s.u[:]
	}
	return s.v[:]
}

// size returns a norm of x, and writes it.
func (s *norm) size(p float64) (v float64, written string) {
	v = nn.Norm(s.x(), p)
	return v, lab.Brief(v)
}

// now returns the size of x, and writes it where the page shows it.
func (s *norm) now() (v float64, written string) {
	v, written = s.size(s.p())
	return v, s.Told("norm", written)
}

func (s *norm) Facts() []lab.Fact {
	num := func(id, ko, en string, p float64) lab.Fact {
		v, _ := s.size(p)
		return lab.Num(id, lang.T(ko, en), v, lab.Brief)
	}
	word, shape := s.shape()
	return []lab.Fact{
		num("norm", "x의 크기", "size of x", s.p()), num("l1", "L1", "L1", 1), num("l2", "L2", "L2", 2),
		num("largest", "가장 큰 성분", "largest component", math.Inf(1)), lab.Word("shape", lang.T("도형", "shape"), word, shape),
	}
}

// shape names the points of one size.
func (s *norm) shape() (word string, name lang.Text) {
	switch p := s.p(); {
	case p < 1:
		return "star", lang.T("안으로 휜 별", "star with hollow sides")
	case p == 1:
		return "diamond", lang.T("마름모", "diamond")
	case p < 2:
		return "roundish-diamond", lang.T("둥글어지는 마름모", "diamond on its way to a circle")
	case p == 2:
		return "circle", lang.T("원", "circle")
	case math.IsInf(p, 1):
		return "square", lang.T("정사각형", "square")
	}
	return "roundish-square", lang.T("모서리가 둥근 정사각형", "square with round corners")
}

func (s *norm) Caption(l lang.Lang) string {
	v, size := s.now()
	_, shape := s.shape()
	if !s.unit() {
		return lang.Sprintf("%s 위의 점은 모두 x와 크기가 같아요: |x|ₚ = %s (p = %s).", "All points of the %s have the size of x: |x|ₚ = %s (p = %s).",
			shape.In(l), size, s.name()).In(l)
	}
	where := lang.T("x는 꼭 그 위에 있어요", "x lies on it")
	switch {
	case !s.Shows("norm"):
		where = lang.T("x의 크기는 얼마일까요", "how large is x")
	case v > 1+rounding:
		where = lang.T("x는 바깥에 있어요", "x lies outside")
	case v < 1-rounding:
		where = lang.T("x는 안쪽에 있어요", "x lies inside")
	}
	return lang.Sprintf("p = %[1]s, 크기가 1인 점들이 %[2]s 이뤄요. %[4]s: |x|ₚ = %[5]s.",
		"p = %[1]s: the points of size 1 form a %[3]s, and %[4]s: |x|ₚ = %[5]s.",
		s.name(), lang.Particle(shape.KO, "을", "를"), shape.EN, where.In(l), size).In(l)
}

// Views shows x among the points of size 1, or of its own size, and beside it
// how its size is worked out and how it follows p.
func (s *norm) Views() []lab.View {
	view := func(id, ko, en string, half, most float64) lab.View {
		return lab.View{ID: id, Label: lang.T(ko, en), Pictures: func(l lang.Lang) []lab.Block {
			c := *s
			lab.Look(&c, id)
			return beside(c.plane(half), lab.Above(1, c.working(), c.sizes()), c.course(l, most))
		}}
	}
	return []lab.View{
		view("unit", "크기가 1인 점들", "points of size 1", 1.6, 2),
		view("level", "x와 크기가 같은 점들", "points of the same size as x", 7.6, 10),
	}
}

func (s *norm) plane(half float64) lab.Plot {
	side, radius := plot.Range{Min: -half, Max: half}, 1.0
	if !s.unit() {
		radius, _ = s.now()
	}
	return lab.Plot{
		W: 22, H: 8, Axes: plot.Axes{X: side, Y: side, Equal: true, Cross: true, Name: "plane"},
		Over: func(a *plot.Area) {
			xs, ys := ball(s.p(), radius)
			a.Path(xs, ys, theme.ClassA, plot.Solid)
		},
		Arrows: []lab.Arrow{{To: [2]float64(s.x()), Label: "x", Role: theme.Path}},
	}
}

// ball returns the closed curve of the points of a given p-norm. The points
// lie in equal directions; each is scaled to the size that it must have.
func ball(p, radius float64) (xs, ys []float64) {
	const steps = 720 // a multiple of 8: corners of the diamond and of the square are among the points
	for i := range steps + 1 {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / steps)
		x, y := clean(cos), clean(sin)
		scale := radius / nn.Norm([]float64{x, y}, p)
		xs, ys = append(xs, scale*x), append(ys, scale*y)
	}
	return xs, ys
}

// working writes the calculation of the size step by step.
func (s *norm) working() lab.Block {
	x, p := s.x(), s.p()
	v, size := s.now()
	a, b, sum := lab.Brief(math.Abs(x[0])), lab.Brief(math.Abs(x[1])), ""
	first := fmt.Sprintf("(%s^p + %s^p)^(1/p)", a, b)
	switch {
	case math.IsInf(p, 1):
		first = fmt.Sprintf("|x|∞ = max(%s, %s)", a, b)
	case p == 1:
		first = fmt.Sprintf("|x|₁ = %s + %s", a, b)
	case p == 2:
		first, sum = fmt.Sprintf("|x|₂ = √(%s² + %s²)", a, b), "√"+s.Told("norm", lab.Brief(nn.Dot(x, x)))
	default:
		sum = s.Told("norm", lab.Significant(math.Pow(v, p))) + "^(1/p)"
	}
	rows := [][]lab.Cell{{lab.In(theme.Path, "x = "), lab.Plain(lab.Tuple(x, lab.Brief))}, {lab.Plain(first)}}
	if sum != "" {
		rows = append(rows, []lab.Cell{lab.Plain("     = " + sum)})
	}
	return lab.Lines{W: 22, H: 4, Rows: append(rows, []lab.Cell{lab.Plain("     = "), lab.Strong(size)})}
}

// sizes sets the size of x beside its L1 and L2 norm.
func (s *norm) sizes() lab.Block {
	most, _ := s.size(min(1, s.p()))
	row := func(name string, p float64, r theme.Role) []lab.Cell {
		v, size := s.size(p)
		return []lab.Cell{lab.In(r, name), lab.In(r, size), lab.Bar(v/max(most, rounding), r)}
	}
	now := row(fmt.Sprintf("%-8s", "p = "+s.name()), s.p(), theme.ClassA)
	if !s.Shows("norm") {
		now[1], now[2] = lab.Muted("?"), lab.Cell{}
	}
	return lab.Table{Least: 6, Rows: [][]lab.Cell{now, row("L1", 1, theme.Text), row("L2", 2, theme.Text)}}
}

// course draws the size of x over p as far as p has been moved; at p = ∞ also
// the largest component, to which it falls.
func (s *norm) course(l lang.Lang, most float64) lab.Block {
	seen := s.seen
	p := lab.Plot{
		W: 22, H: 8, Axes: plot.Axes{
			X: plot.Range{Min: 0.5, Max: 8.5}, Y: plot.Range{Min: 0, Max: most},
			XLabel: "p", YLabel: lang.T("x의 크기", "size of x").In(l), Name: "course",
		},
		Curves: s.Curves(lab.Curve{
			ID: "norm", Role: theme.ClassA, Mark: plot.Dot, At: []float64{s.slid}, Only: &seen,
			F: func(slid float64) float64 { return nn.Norm(s.x(), power(slid)) },
		}),
	}
	if largest, _ := s.size(math.Inf(1)); math.IsInf(s.p(), 1) && s.Shows("norm") {
		p.Over = func(a *plot.Area) { a.Line(a.X().Min, largest, a.X().Max, largest, theme.Muted, plot.Dotted) }
	}
	return p
}
