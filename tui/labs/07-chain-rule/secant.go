package chainrule

import (
	"fmt"
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
)

// secant is the slope of a curve between two points that come together: to the
// tangent, and on to where the rounding of the computer is all that is left.
type secant struct {
	lab.Bench

	form  string  // of the function, as a choice names it
	a, n  float64 // of a·xⁿ
	text  string  // the formula
	f     function
	x, dx float64
}

// The views of the lab, and the forms of a function that are no formula by
// themselves.
const (
	curveView, errorView, zoomView = "curve", "error", "zoom"

	powerForm, ownForm = "power", "own"
)

// NewSecant returns the lab "secant".
func NewSecant() lab.Lab { return &secant{} }

func (s *secant) Title() lang.Text {
	return lang.T("할선에서 접선으로", "From the secant to the tangent")
}

func (s *secant) Clone() lab.Lab { c := *s; return &c }

// leastPower is the exponent of the smallest Δx.
const leastPower = 16

func (s *secant) Panel() lab.Panel {
	curve := s.Sees(curveView)
	return lab.Panel{
		lab.Choose(&s.form, "f", lang.T("함수", "function"),
			lab.Opt(powerForm, powerForm, lang.Same("a xⁿ")), lab.Opt("sin(x)", "sin", lang.Same("sin x")), lab.Opt("exp(x)", "exp", lang.Same("eˣ")),
			lab.Opt("sigmoid(x)", "sigmoid", lang.T("시그모이드", "sigmoid")), lab.Opt("relu(x)", "relu", lang.Same("ReLU")),
			lab.Opt(ownForm, ownForm, lang.T("직접 쓴 식", "typed"))).Then(s.reform),
		lab.Slide(&s.a, "a", lang.Same("a"), 1).From(-3, 3).By(0.5, 1).OnGrid().Writes(lab.Brief).When(s.form == powerForm).Then(s.reform),
		lab.Slide(&s.n, "n", lang.Same("n"), 3).From(0, 5).By(1, 2).OnGrid().Writes(lab.Brief).When(s.form == powerForm).Then(s.reform),
		lab.Write(&s.text, "formula", lang.Same("f(x)"), "x^3", s.read).Then(func() { s.form = ownForm }),
		lab.Slide(&s.x, "x", lang.Same("x"), 1).From(-2, 2).By(0.1, 0.5).AlongX("curve"),
		lab.Slide(&s.dx, "dx", lang.Same("Δx"), 1).From(-2, 2).By(0.1, 0.5).Writes(lab.Short).When(curve),
		lab.Bind(lab.Slider, "k", lang.Same("Δx"), s.exponent, func(k float64) { s.dx = math.Pow10(-int(k)) }).
			From(0, leastPower).By(1, 4).OnGrid().Writes(func(k float64) string { return power(-int(k)) }).When(!curve),
	}
}

// read takes a formula of x over.
func (s *secant) read(text string) error {
	f, err := read(text, "x")
	if err == nil {
		s.f = f
	}
	return err
}

// reform writes the formula of the form that was chosen.
func (s *secant) reform() {
	text := s.form
	switch s.form {
	case ownForm:
		return
	case powerForm:
		text = monomial(s.a, int(s.n))
	}
	if s.read(text) == nil {
		s.text = text
	}
}

// monomial writes a·xⁿ: 2x^3, -x, 5.
func monomial(a float64, n int) string {
	factor := fmt.Sprint(a)
	if n == 0 {
		return factor
	}
	factor = strings.TrimSuffix(factor, "1")
	if factor == "0." || factor == "-0." || a != 1 && a != -1 {
		factor = fmt.Sprint(a)
	}
	if n == 1 {
		return factor + "x"
	}
	return fmt.Sprintf("%sx^%d", factor, n)
}

// exponent is k of the Δx = 10⁻ᵏ that is nearest.
func (s *secant) exponent() float64 {
	return math.Round(max(0, min(leastPower, -math.Log10(math.Abs(s.dx)))))
}

func (s *secant) value(x float64) float64 { return s.f.at(x) }

// quotients are the slopes of the secants to the right, to the left and over both
// sides, for a distance.
func (s *secant) quotients(dx float64) (forward, backward, central float64) {
	if dx == 0 {
		return math.NaN(), math.NaN(), math.NaN()
	}
	return nn.ForwardDifference(s.value, s.x, dx), nn.ForwardDifference(s.value, s.x, -dx), nn.CentralDifference(s.value, s.x, dx)
}

// told writes a slope with as many digits as Δx makes interesting.
func (s *secant) told(v float64) string {
	const least, most = 3, 10
	return digits(v, max(least, min(most, int(s.exponent())+2)))
}

func (s *secant) Facts() []lab.Fact {
	forward, backward, central := s.quotients(s.dx)
	slope, none := s.f.slope(s.x), lang.T("없음", "none")
	num := func(id string, label lang.Text, v float64) lab.Fact {
		return lab.Num(id, label, v, s.told).Else(none)
	}
	wrong := func(id string, label lang.Text, v float64) lab.Fact {
		return lab.Num(id, label, math.Abs(v-slope), nil).Else(none)
	}
	return []lab.Fact{
		num("quotient", lang.T("할선", "secant"), forward), num("derivative", lang.T("접선", "tangent"), slope),
		wrong("error", lang.T("오차", "error"), forward),
		num("backward", lang.T("왼쪽 할선", "secant to the left"), backward), num("central", lang.T("양쪽 할선", "secant over both"), central),
		wrong("central-error", lang.T("양쪽 오차", "error over both"), central),
		lab.Num("y", lang.Same("f(x)"), s.value(s.x), lab.Short).Else(none),
	}
}

func (s *secant) Caption(l lang.Lang) string {
	forward, _, central := s.quotients(s.dx)
	slope := s.f.slope(s.x)
	told, dx := s.Told("quotient", s.told(forward)), s.distance()
	switch {
	case s.dx == 0:
		return lang.T("Δx = 0: 두 점이 하나라 0 ÷ 0이에요. 할선의 기울기가 없어요.", "Δx = 0: two points in one, 0 ÷ 0. There is no slope of a secant.").In(l)
	case math.IsNaN(forward):
		return lang.T("두 점 가운데 하나에서 f의 값이 없어요.", "At one of the two points f has no value.").In(l)
	case s.Shows("central"):
		return lang.Sprintf("Δx = %[1]s: 한쪽 %[2]s, 양쪽 %[3]s, 접선 %[4]s.", "Δx = %[1]s: one side %[2]s, both sides %[3]s, tangent %[4]s.",
			dx, told, s.told(central), s.Told("derivative", s.told(slope))).In(l)
	case s.Sees(zoomView):
		return lang.Sprintf("가로세로를 똑같이 확대했어요. 한 눈금은 %[1]s, 할선의 기울기는 %[2]s.", "Magnified alike both ways: a unit is %[1]s, the secant has slope %[2]s.", dx, told).In(l)
	case !s.Shows("derivative"):
		return lang.Sprintf("Δx = %[1]s일 때 할선의 기울기는 %[2]s.", "At Δx = %[1]s the secant has slope %[2]s.", dx, told).In(l)
	case !s.Places("quotient"):
		return lang.Sprintf("x = %[1]s에서 접선의 기울기는 %[2]s.", "At x = %[1]s the tangent has slope %[2]s.", lab.Brief(s.x), s.told(slope)).In(l)
	}
	return lang.Sprintf("Δx = %[1]s: 할선의 기울기 %[2]s, 접선의 기울기 %[3]s, 오차 %[4]s.", "Δx = %[1]s: the secant has slope %[2]s, the tangent %[3]s, error %[4]s.",
		dx, told, s.told(slope), s.Told("error", lab.Significant(math.Abs(forward-slope)))).In(l)
}

// distance writes Δx.
func (s *secant) distance() string {
	if k := int(s.exponent()); s.dx == math.Pow10(-k) && k > 1 {
		return power(-k)
	}
	return lab.Short(s.dx)
}
