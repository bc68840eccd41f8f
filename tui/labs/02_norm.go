package labs

import (
	"fmt"
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// pEndless is the end of the slider of p. It stands for p = ∞.
const pEndless = 8.25

// norm shows the p-norm: the points of size 1, or all points of the same size
// as x, while p slides from 0.5 to ∞.
type norm struct {
	panel
	seen span // the values of p that the learner has been through
}

// NewNorm returns the lab of the p-norm.
func NewNorm() Lab {
	p := slider("p", lang.Same("p"), 2, 0.5, pEndless, 0.25, 1)
	p.Format = func(v float64) string {
		if v >= pEndless {
			return "∞"
		}
		return fixed(v, 2)
	}
	component := func(id, label string, value, reach, small, big float64) Control {
		c := slider(id, lang.Same(label), value, -reach, reach, small, big)
		c.Format = brief
		return c
	}
	n := &norm{panel: newPanel(
		choice("view", lang.T("보기", "view"),
			Option{"unit", lang.T("크기가 1인 점들", "points of size 1")},
			Option{"level", lang.T("x와 크기가 같은 점들", "points of the same size as x")}),
		p,
		component("u1", "x₁", 0.6, 1.5, 0.1, 0.5), component("u2", "x₂", 0.8, 1.5, 0.1, 0.5),
		component("x1", "x₁", 3, 5, 0.5, 2), component("x2", "x₂", 4, 5, 0.5, 2),
	)}
	n.Reset(1)
	return n
}

func (n *norm) Title() lang.Text { return lang.T("p-노름", "The p-norm") }

func (n *norm) Reset(uint64) {
	n.reset()
	n.seen = span{n.value("p"), n.value("p")}
}

// Controls lists the view, p and the point of that view.
func (n *norm) Controls() []Control {
	hidden := "x"
	if !n.unit() {
		hidden = "u"
	}
	return n.list(func(id string) bool { return !strings.HasPrefix(id, hidden) })
}

// Set changes a control. Another view begins a new course of p.
func (n *norm) Set(id string, v float64) {
	before := n.value("view")
	n.set(id, v)
	n.seen.add(n.value("p"))
	if n.value("view") != before {
		n.seen = span{n.value("p"), n.value("p")}
	}
}

func (n *norm) unit() bool { return n.chosen("view") == "unit" }

// p returns the exponent, +Inf at the end of the slider.
func (n *norm) p() float64 {
	if p := n.value("p"); p < pEndless {
		return p
	}
	return math.Inf(1)
}

func (n *norm) x() []float64 {
	if n.unit() {
		return []float64{n.value("u1"), n.value("u2")}
	}
	return []float64{n.value("x1"), n.value("x2")}
}

// Point moves x.
func (n *norm) Point(x, y float64, ev Event) {
	if ev == Release {
		return
	}
	if n.unit() {
		n.set("u1", snapTo(x, 0.1))
		n.set("u2", snapTo(y, 0.1))
		return
	}
	n.set("x1", snapTo(x, 0.5))
	n.set("x2", snapTo(y, 0.5))
}

// Draw lays out the plane at the left and the numbers at the right.
func (n *norm) Draw(c *plot.Canvas, l lang.Lang) {
	if c.Width() < 46 {
		plane, side := sideBySide(c, 10)
		n.drawPlane(plane)
		n.drawShort(side)
		return
	}
	side := 22
	if c.Height() < 17 && c.Width() >= 66 {
		side = c.Width() - 2*c.Height() - 3
	} else if c.Width() >= 90 {
		side = 36
	}
	plane, numbers := sideBySide(c, side)
	n.drawPlane(plane)
	n.drawNumbers(numbers, l)
}

func (n *norm) drawPlane(c *plot.Canvas) {
	half, radius := 1.6, 1.0
	x, p := n.x(), n.p()
	if !n.unit() {
		half, radius = 7.6, nn.Norm(x, p)
	}
	area := c.Area(plot.Axes{
		X: plot.Range{Min: -half, Max: half}, Y: plot.Range{Min: -half, Max: half},
		Equal: true, Cross: true, Name: "plane",
	})
	xs, ys := ball(p, radius)
	area.Path(xs, ys, theme.ClassA, plot.Solid)
	area.Line(0, 0, x[0], x[1], theme.Path, plot.Dashed)
	area.Mark(x[0], x[1], plot.Dot, theme.Path)
	area.Label(x[0], x[1], "x", theme.Path)
}

// ball returns the closed curve of the points of a given p-norm. The points
// lie in equal directions; each is scaled to the size that it must have.
func ball(p, radius float64) (xs, ys []float64) {
	const steps = 720 // a multiple of 8: corners of the diamond and of the square are among the points
	for i := range steps + 1 {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / steps)
		direction := []float64{clean(cos), clean(sin)}
		scale := radius / nn.Norm(direction, p)
		xs, ys = append(xs, scale*direction[0]), append(ys, scale*direction[1])
	}
	return xs, ys
}

// drawShort writes the numbers into ten columns.
func (n *norm) drawShort(c *plot.Canvas) {
	x := n.x()
	stack(c,
		plain("x", theme.Path), plain(pair(x), theme.Path),
		plain("p = "+n.pName(), theme.ClassA), plain(brief(nn.Norm(x, n.p())), theme.Strong),
		plain("L1 "+brief(nn.Norm(x, 1)), theme.Text),
		plain("L2 "+brief(nn.Norm(x, 2)), theme.Text))
}

func (n *norm) pName() string {
	if math.IsInf(n.p(), 1) {
		return "∞"
	}
	return brief(n.p())
}

// drawNumbers writes |x|_p out, beside L1 and L2 as bars on one scale, and its
// course over p where there is room.
func (n *norm) drawNumbers(c *plot.Canvas, l lang.Lang) {
	x := n.x()
	texts := c.Sub(0, 0, min(c.Width(), 36), c.Height())
	beside := c.Width() >= 44
	if beside {
		texts = c.Sub(0, 0, 24, c.Height())
	}
	at := stack(texts, n.working()...)
	if texts.Height() > at+9 {
		at++
	}
	bars := []struct {
		name string
		p    float64
		role theme.Role
	}{
		{"p = " + n.pName(), n.p(), theme.ClassA},
		{"L1", 1, theme.Text},
		{"L2", 2, theme.Text},
	}
	most := math.Max(nn.Norm(x, math.Min(1, n.p())), 1e-9)
	for _, bar := range bars {
		size := nn.Norm(x, bar.p)
		c.Text(0, at, bar.name, bar.role)
		texts.TextRight(13, at, brief(size), bar.role)
		texts.Bar(14, at, texts.Width()-14, size/most, bar.role)
		at++
	}
	switch {
	case beside:
		n.drawCourse(c.Sub(26, 0, c.Width()-26, c.Height()), l)
	case c.Height()-at >= 8:
		n.drawCourse(c.Sub(0, at+1, c.Width(), c.Height()-at-1), l)
	}
}

// working writes the calculation of |x|_p step by step.
func (n *norm) working() []row {
	x, p := n.x(), n.p()
	a, b := math.Abs(x[0]), math.Abs(x[1])
	result := row{{"     = ", theme.Text}, {brief(nn.Norm(x, p)), theme.Strong}}
	head := []row{{{"x = ", theme.Path}, {pair(x), theme.Text}}, nil}
	switch {
	case math.IsInf(p, 1):
		return append(head, plain(fmt.Sprintf("|x|∞ = max(%s, %s)", brief(a), brief(b)), theme.Text), result)
	case p == 1:
		return append(head, plain(fmt.Sprintf("|x|₁ = %s + %s", brief(a), brief(b)), theme.Text), result)
	case p == 2:
		return append(head, plain(fmt.Sprintf("|x|₂ = √(%s² + %s²)", brief(a), brief(b)), theme.Text),
			plain(fmt.Sprintf("     = √%s", brief(nn.Dot(x, x))), theme.Text), result)
	}
	sum := math.Pow(nn.Norm(x, p), p)
	return append(head,
		plain(fmt.Sprintf("|x|ₚ, p = %s", brief(p)), theme.Text),
		plain(fmt.Sprintf("(%s^p + %s^p)^(1/p)", brief(a), brief(b)), theme.Text),
		plain(fmt.Sprintf("     = %s^(1/p)", significant(sum)), theme.Text), result)
}

// drawCourse draws |x|_p against p as far as p has been moved; at p = ∞ also
// the largest component, to which it falls.
func (n *norm) drawCourse(c *plot.Canvas, l lang.Lang) {
	x := n.x()
	largest := nn.Norm(x, math.Inf(1))
	if largest == 0 {
		return
	}
	c.Text(0, 0, fit(c.Width(), l, lang.T("p에 따른 x의 크기", "size of x over p")), theme.Muted)
	from := math.Min(1, n.p())
	area := c.Sub(0, 1, c.Width(), c.Height()-1).Area(plot.Axes{
		X: plot.Range{Min: 0.5, Max: 8.5}, Y: plot.Range{Min: 0, Max: 1.1 * nn.Norm(x, from)}, XLabel: "p",
	})
	if math.IsInf(n.p(), 1) {
		area.Line(0.5, largest, 8.5, largest, theme.Muted, plot.Dotted)
	}
	area.Curve(n.seen.curve(func(p float64) float64 { return nn.Norm(x, p) }), theme.ClassA, plot.Solid)
	area.Mark(math.Min(n.p(), pEndless), nn.Norm(x, n.p()), plot.Dot, theme.Path)
}

// Caption names the shape and says where the point lies.
func (n *norm) Caption(l lang.Lang) string {
	size := brief(nn.Norm(n.x(), n.p()))
	if shape := n.shape().In(l); !n.unit() {
		return lang.Sprintf("%s 위의 점은 모두 x와 크기가 같아요: |x|ₚ = %s (p = %s).",
			"All points of the %s have the size of x: |x|ₚ = %s (p = %s).", shape, size, n.pName()).In(l)
	}
	where := lang.T("x는 꼭 그 위에 있어요", "x lies on it")
	switch v := nn.Norm(n.x(), n.p()); {
	case v > 1+signEpsilon:
		where = lang.T("x는 바깥에 있어요", "x lies outside")
	case v < 1-signEpsilon:
		where = lang.T("x는 안쪽에 있어요", "x lies inside")
	}
	return lang.Sprintf("p = %[1]s, 크기가 1인 점들이 %[2]s 이뤄요. %[4]s: |x|ₚ = %[5]s.",
		"p = %[1]s: the points of size 1 form a %[3]s, and %[4]s: |x|ₚ = %[5]s.",
		n.pName(), lang.Particle(n.shape().KO, "을", "를"), n.shape().EN, where.In(l), size).In(l)
}

func (n *norm) shape() lang.Text {
	switch p := n.p(); {
	case p < 1:
		return lang.T("안으로 휜 별", "star with hollow sides")
	case p == 1:
		return lang.T("마름모", "diamond")
	case p < 2:
		return lang.T("둥글어지는 마름모", "diamond on its way to a circle")
	case p == 2:
		return lang.T("원", "circle")
	case math.IsInf(p, 1):
		return lang.T("정사각형", "square")
	}
	return lang.T("모서리가 둥근 정사각형", "square with round corners")
}

// Describe says the picture in words.
func (n *norm) Describe(l lang.Lang) string {
	x := n.x()
	return fmt.Sprintf("x = %s. L1 %s, L2 %s. ", pair(x), brief(nn.Norm(x, 1)), brief(nn.Norm(x, 2))) + n.Caption(l)
}
