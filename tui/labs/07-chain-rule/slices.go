package chainrule

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// cuts is a surface cut through a point along both axes: a partial derivative is
// the slope of such a slice, and both together are the way up.
type cuts struct {
	lab.Bench

	form string // of the surface, as a choice names it
	text string // the formula that was typed
	f    function
	x, y float64
}

// NewSlices returns the lab "slices".
func NewSlices() lab.Lab { return &cuts{} }

func (s *cuts) Title() lang.Text {
	return lang.T("곡면과 두 단면", "A surface and its two slices")
}

func (s *cuts) Clone() lab.Lab { c := *s; return &c }

func (s *cuts) Panel() lab.Panel {
	at := s.surface()
	return lab.Panel{
		lab.Choose(&s.form, "surface", lang.T("곡면 z", "surface z"),
			lab.Opt("valley", "valley", lang.Same("x²/20 + y²")), lab.Opt("bowl", "bowl", lang.Same("(x² + y²)/4")),
			lab.Opt("saddle", "saddle", lang.Same("x² − y² + y⁴/4")),
			lab.Opt("himmelblau", "himmelblau", lang.T("네 골짜기", "four hollows")), lab.Opt(ownForm, ownForm, lang.T("직접 쓴 식", "typed"))).Then(s.begin),
		lab.Write(&s.text, "formula", lang.Same("z"), "x*y^2", s.read).Then(func() { s.form = ownForm; s.begin() }),
		lab.Slide(&s.x, "x", lang.Same("x"), at.Start[0]).From(at.X[0], at.X[1]).By(0.25, 1).OnGrid().AlongX("map"),
		lab.Slide(&s.y, "y", lang.Same("y"), at.Start[1]).From(at.Y[0], at.Y[1]).By(0.25, 1).OnGrid().AlongY("map"),
	}
}

// read takes a formula of x and y over.
func (s *cuts) read(text string) error {
	f, err := read(text, "x", "y")
	if err == nil {
		s.f = f
	}
	return err
}

// begin goes to where a surface is looked at first.
func (s *cuts) begin() { s.x, s.y = s.surface().Start[0], s.surface().Start[1] }

// surface is the one that was chosen: one of the engine's, or a formula.
func (s *cuts) surface() nn.Surface {
	for _, k := range nn.Surfaces() {
		if k.Name == s.form {
			k.Start = [2]float64{math.Round(4*k.Start[0]) / 4, math.Round(4*k.Start[1]) / 4} // on the grid of the sliders
			return k
		}
	}
	f, minima := s.f, [][2]float64(nil)
	if s.form == "bowl" {
		f, _ = read("(x^2+y^2)/4", "x", "y")
		minima = [][2]float64{{0, 0}}
	}
	return nn.Surface{
		At: func(x, y float64) float64 { return f.at(x, y) },
		Gradient: func(x, y float64) (dx, dy float64) {
			if f.tree == nil {
				return math.NaN(), math.NaN()
			}
			d := f.gradient(x, y)
			return d[0], d[1]
		},
		Start: [2]float64{2, 1}, X: [2]float64{-4, 4}, Y: [2]float64{-4, 4}, Minima: minima,
	}
}

// toMinimum is the way from the point to the nearest minimum; ok is false where
// none is known.
func (s *cuts) toMinimum() (dx, dy float64, ok bool) {
	least := math.Inf(1)
	for _, m := range s.surface().Minima {
		if far := math.Hypot(m[0]-s.x, m[1]-s.y); far < least {
			dx, dy, least, ok = m[0]-s.x, m[1]-s.y, far, true
		}
	}
	return dx, dy, ok
}

// angle is between the way down and the way to the minimum, in degrees.
func (s *cuts) angle() float64 {
	dx, dy := s.surface().Gradient(s.x, s.y)
	mx, my, ok := s.toMinimum()
	size := math.Hypot(dx, dy) * math.Hypot(mx, my)
	if !ok || !(size > 1e-9) {
		return math.NaN()
	}
	return math.Acos(max(-1, min(1, -(float64(dx*mx)+float64(dy*my))/size))) * 180 / math.Pi
}

func (s *cuts) Facts() []lab.Fact {
	at, none := s.surface(), lang.T("없음", "none")
	dx, dy := at.Gradient(s.x, s.y)
	return []lab.Fact{
		lab.Num("z", lang.Same("z"), at.At(s.x, s.y), lab.Short).Else(none),
		lab.Num("dx", lang.Same("∂z/∂x"), dx, lab.Short).Else(none), lab.Num("dy", lang.Same("∂z/∂y"), dy, lab.Short).Else(none),
		lab.Num("steep", lang.T("가장 가파른 기울기", "steepest slope"), math.Hypot(dx, dy), lab.Short).Else(none),
		lab.Num("angle", lang.T("최솟값 쪽과의 각도", "off the minimum by"), s.angle(), func(v float64) string { return lab.Fixed(v, 1) + "°" }).Else(none),
	}
}

func (s *cuts) Caption(l lang.Lang) string {
	dx, dy := s.surface().Gradient(s.x, s.y)
	p := lab.Tuple([]float64{s.x, s.y}, lab.Brief)
	x, y := s.Told("dx", lab.Short(dx)), s.Told("dy", lab.Short(dy))
	switch angle := s.angle(); {
	case math.IsNaN(dx + dy):
		return lang.Sprintf("%s에서는 z의 값이 없어요.", "At %s z has no value.", p).In(l)
	case s.Shows("angle") && !math.IsNaN(angle):
		return lang.Sprintf("%[1]s: 가장 가파른 내리막은 최솟값 쪽과 %[2]s° 어긋나요.", "%[1]s: the steepest way down is %[2]s° off the way to the minimum.", p, lab.Fixed(angle, 1)).In(l)
	case !s.Places("dy"):
		return lang.Sprintf("%[1]s에서 y를 그대로 두고 x만 움직이면 기울기는 %[2]s.", "At %[1]s, with y held still, the slope along x is %[2]s.", p, x).In(l)
	}
	return lang.Sprintf("%[1]s에서 x 쪽 기울기는 %[2]s, y 쪽 기울기는 %[3]s.", "At %[1]s the slope along x is %[2]s, along y %[3]s.", p, x, y).In(l)
}

// Views shows the surface from above with both slices beside it.
func (s *cuts) Views() []lab.View {
	return []lab.View{{ID: "map", Label: lang.T("곡면", "surface"), Pictures: func(l lang.Lang) []lab.Block {
		field, across, up := s.ground(l), s.slice(false), s.slice(true)
		ids := []string{"z", "dx", "dy", "steep"}
		if s.Places("angle") {
			ids = []string{"dx", "dy", "angle"}
		}
		numbers := lab.ReadoutLine(s, l, ids...)
		if !s.Places("dy") {
			return []lab.Block{
				lab.Above(0, numbers, lab.Beside(2, field, across)), lab.Above(0, numbers, field, across), field,
			}
		}
		return []lab.Block{
			lab.Above(0, numbers, lab.Beside(2, field, lab.Above(0, across, up))),
			lab.Above(0, numbers, field, lab.Beside(2, across, up)),
			lab.Above(0, numbers, lab.Beside(2, field, across)), field,
		}
	}}}
}

// heights is from the lowest to the highest place of the window.
func heights(at nn.Surface) plot.Range {
	const side = 33
	z := plot.Range{Min: math.Inf(1), Max: math.Inf(-1)}
	for i := range side * side {
		x := at.X[0] + (at.X[1]-at.X[0])*float64(i%side)/(side-1)
		y := at.Y[0] + (at.Y[1]-at.Y[0])*float64(i/side)/(side-1)
		if v := at.At(x, y); !math.IsNaN(v) {
			z.Min, z.Max = min(z.Min, v), max(z.Max, v)
		}
	}
	return z
}

// ground is the surface from above: bright where it is low, with the lines of the
// two cuts and the arrows that the page has come to.
func (s *cuts) ground(l lang.Lang) lab.Plot {
	at := s.surface()
	z := heights(at)
	size := func(v float64) float64 { return math.Sqrt(max(0, min(1, (v-z.Min)/(z.Max-z.Min)))) }
	p := lab.Plot{
		W: 30, H: 9,
		Axes:   plot.Axes{X: plot.Range{Min: at.X[0], Max: at.X[1]}, Y: plot.Range{Min: at.Y[0], Max: at.Y[1]}, XLabel: "x", YLabel: "y", Equal: true, Name: "map"},
		Field:  func(x, y float64) float64 { return 1 - size(at.At(x, y)) },
		Arrows: s.arrows(at, l),
		Over: func(a *plot.Area) {
			for _, part := range []float64{0.2, 0.4, 0.6, 0.8} {
				a.Contour(func(x, y float64) float64 { return size(at.At(x, y)) }, part, theme.Faint, plot.Solid)
			}
			xs, ys := a.X(), a.Y()
			if s.Places("dx") {
				a.Line(xs.Min, s.y, xs.Max, s.y, theme.ClassA, plot.Dotted)
			}
			if s.Places("dy") {
				a.Line(s.x, ys.Min, s.x, ys.Max, theme.ClassB, plot.Dotted)
			}
			if s.Shows("angle") {
				for _, m := range at.Minima {
					a.Mark(m[0], m[1], plot.Cross, theme.Truth)
				}
			}
			a.Mark(s.x, s.y, plot.Diamond, theme.Strong)
		},
	}
	return p
}

// arrows are both partial derivatives, the way down and the way to the minimum. A
// gradient as steep as where the surface begins is a third of the window.
func (s *cuts) arrows(at nn.Surface, l lang.Lang) (out []lab.Arrow) {
	dx, dy := at.Gradient(s.x, s.y)
	scale := (at.Y[1] - at.Y[0]) / 3 / math.Hypot(at.Gradient(at.Start[0], at.Start[1]))
	if !(scale < math.Inf(1)) {
		scale = 1
	}
	if math.IsNaN(dx + dy) {
		return nil
	}
	add := func(id string, x, y float64, label string, r theme.Role, stroke plot.Stroke) {
		if s.Shows(id) && (x != 0 || y != 0) {
			out = append(out, lab.Arrow{From: [2]float64{s.x, s.y}, To: [2]float64{s.x + x, s.y + y}, Label: label, Role: r, Stroke: stroke})
		}
	}
	if !s.Shows("steep") {
		add("dx", scale*dx, 0, "∂z/∂x", theme.ClassA, plot.Solid)
		add("dy", 0, scale*dy, "∂z/∂y", theme.ClassB, plot.Solid)
	}
	add("steep", -scale*dx, -scale*dy, lang.T("내리막", "down").In(l), theme.Path, plot.Solid)
	if mx, my, ok := s.toMinimum(); ok {
		add("angle", mx, my, lang.T("최솟값", "minimum").In(l), theme.Truth, plot.Dashed)
	}
	return out
}

// slice is the surface along one of the two cuts, with the slope at the point.
func (s *cuts) slice(alongY bool) lab.Plot {
	at := s.surface()
	z := heights(at)
	dx, dy := at.Gradient(s.x, s.y)
	k := lab.Curve{Role: theme.ClassA, Mark: plot.Diamond, At: []float64{s.x}, F: func(x float64) float64 { return at.At(x, s.y) }}
	p := lab.Plot{W: 24, H: 6, Axes: plot.Axes{X: plot.Range{Min: at.X[0], Max: at.X[1]}, Y: z, XLabel: "x", YLabel: "z  (y = " + lab.Brief(s.y) + ")"}}
	slope, id := dx, "dx"
	if alongY {
		k.Role, k.At, k.F = theme.ClassB, []float64{s.y}, func(y float64) float64 { return at.At(s.x, y) }
		p.X, p.XLabel, p.YLabel = plot.Range{Min: at.Y[0], Max: at.Y[1]}, "y", "z  (x = "+lab.Brief(s.x)+")"
		slope, id = dy, "dy"
	}
	if s.Shows(id) && !math.IsNaN(slope) {
		k.Slope = func(float64) float64 { return slope }
	}
	p.Curves = []lab.Curve{k}
	return p
}
