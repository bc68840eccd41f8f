package perceptron

import (
	"math"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// activations draws an activation function with its derivative and a tangent,
// or what two units with it make together.
type activations struct {
	lab.Bench

	f, with nn.Activation // with is Identity where nothing is compared
	x, d    float64
}

// function is an activation function of the lab.
type function struct {
	f       nn.Activation
	name    string
	label   lang.Text
	formula string
}

func functions() []function {
	return []function{
		{nn.Step, "step", lang.T("계단", "step"), "1: x ≥ 0"},
		{nn.Sigmoid, "sigmoid", lang.T("시그모이드", "sigmoid"), "1/(1 + exp(−x))"},
		{nn.Tanh, "tanh", lang.Same("tanh"), "tanh(x)"},
		{nn.ReLU, "relu", lang.Same("ReLU"), "max(0, x)"},
		{nn.LeakyReLU, "leaky", lang.Same("leaky ReLU"), "max(0.01x, x)"},
		{nn.Identity, "identity", lang.T("없음", "none"), "x"},
	}
}

// named returns a function of the lab.
func named(f nn.Activation) function {
	all := functions()
	return all[slices.IndexFunc(all, func(k function) bool { return k.f == f })]
}

// slope returns the derivative at x, or NaN where the function has a kink or a
// jump.
func slope(f nn.Activation, x float64) float64 {
	if x == 0 && (f == nn.Step || f == nn.ReLU || f == nn.LeakyReLU) {
		return math.NaN()
	}
	return f.Slope(x)
}

// NewActivations returns the lab "activations".
func NewActivations() lab.Lab { return &activations{} }

func (s *activations) Title() lang.Text {
	return lang.T("활성화 함수와 기울기", "Activation functions and their slopes")
}
func (s *activations) Clone() lab.Lab { c := *s; return &c }

// pairView is the view of two units; the other is that of one.
const pairView = "pair"

func (s *activations) Panel() lab.Panel {
	options := []lab.Value[nn.Activation]{lab.Opt(nn.Identity, "none", lang.T("비교 안 함", "nothing"))}
	for _, k := range functions() {
		options = append(options, lab.Opt(k.f, k.name, k.label))
	}
	return lab.Panel{
		lab.Choose(&s.f, "f", lang.T("함수 h", "function h"), options[1:]...),
		lab.Slide(&s.x, "x", lang.Same("x"), 0).From(-6, 6).By(0.25, 1).AlongX("plane"),
		lab.Choose(&s.with, "with", lang.T("비교할 함수 g", "compare with g"), options[:len(options)-1]...).When(!s.Sees(pairView)),
		lab.Slide(&s.d, "shift", lang.T("옆으로 밀기 d", "shift d"), 1).From(0, 4).By(0.25, 1).When(s.Sees(pairView)),
	}
}

// compared reports whether there is another function beside the chosen one.
func (s *activations) compared() bool { return s.with != nn.Identity && s.with != s.f }

// left and right are what the two units add to y, together what they make.
func (s *activations) left(x float64) float64     { return s.f.At(x + s.d) }
func (s *activations) right(x float64) float64    { return -s.f.At(x - s.d) }
func (s *activations) together(x float64) float64 { return s.left(x) + s.right(x) }

func (s *activations) Facts() []lab.Fact {
	none, f := lang.T("없음", "none"), named(s.f)
	facts := []lab.Fact{
		lab.Num("h", lang.Same("h(x)"), s.f.At(s.x), lab.Short), lab.Num("slope", lang.Same("h′(x)"), slope(s.f, s.x), lab.Short).Else(none),
		lab.Num("y", lang.Same("y"), s.together(s.x), lab.Short), lab.Num("x", lang.Same("x"), s.x, two),
		lab.Word("formula", lang.T("식", "formula"), f.name, lang.Same(f.formula)),
	}
	if s.compared() {
		facts = append(facts, lab.Num("other.h", lang.Same("g(x)"), s.with.At(s.x), lab.Short),
			lab.Num("other.slope", lang.Same("g′(x)"), slope(s.with, s.x), lab.Short).Else(none))
	}
	return facts
}

func (s *activations) Caption(l lang.Lang) string {
	name, x := named(s.f).label.In(l), s.x
	h, slope := lab.Short(s.f.At(x)), slope(s.f, x)
	switch told := lab.Short(slope); {
	case s.Sees(pairView):
		return name + ": h(" + lab.Short(x+s.d) + ") − h(" + lab.Short(x-s.d) + ") = " +
			lab.Short(s.left(x)) + " − " + lab.InBrackets(lab.Short(-s.right(x))) + " = " + s.Told("y", lab.Short(s.together(x))) + "."
	case !s.Shows("slope"):
		return lang.Sprintf("%[1]s: 들어온 값 %[2]s, 내보내는 세기 %[3]s.", "%[1]s: %[2]s comes in, %[3]s goes out.", name, lab.Short(x), s.Told("h", h)).In(l)
	case math.IsNaN(slope):
		return lang.Sprintf("h(0) = %s. 꺾이거나 끊긴 곳이라 기울기가 없어요.", "h(0) = %s. A kink or a jump: no slope here.", h).In(l)
	case s.f == nn.Sigmoid:
		return "h′ = h(1 − h) = " + h + " × (1 − " + h + ") = " + told + "."
	case s.f == nn.Tanh:
		return "h′ = 1 − h² = 1 − (" + h + ")² = " + told + "."
	case slope == 0:
		return lang.Sprintf("기울기가 0이라 x를 조금 바꿔도 출력은 %s 그대로예요.", "Slope 0: change x a little and the output stays %s.", h).In(l)
	default:
		return lang.Sprintf("기울기가 %[3]s x를 0.1 늘리면 출력은 %[2]s 늘어요.", "Slope %[1]s: 0.1 more at the input makes %[2]s more at the output.",
			told, lab.Short(0.1*slope), lang.Particle(told, "이라", "라")).In(l)
	}
}

// Views shows the function with its derivative and a tangent, and the difference
// of two units.
func (s *activations) Views() []lab.View {
	view := func(id, ko, en string, picture func(l lang.Lang) lab.Plot, readouts ...string) lab.View {
		return lab.View{ID: id, Label: lang.T(ko, en), Pictures: func(l lang.Lang) []lab.Block {
			return []lab.Block{lab.Above(0, lab.ReadoutLine(s, l, readouts...), picture(l))}
		}}
	}
	return []lab.View{
		view("slope", "값과 기울기", "value and slope", s.curves, "h", "slope", "other", "formula"),
		view(pairView, "뉴런 두 개", "two neurons", s.pair, "y", "formula"),
	}
}

// axes reach as far as the values of the functions on display do.
func axes(fs ...nn.Activation) plot.Axes {
	y := plot.Range{Max: 1.25}
	for _, f := range fs {
		y.Max = max(y.Max, f.At(6))
		y.Min = min(y.Min, f.At(-6), -y.Max/5)
	}
	return plot.Axes{X: plot.Range{Min: -6, Max: 6}, Y: y, XLabel: "x", Cross: true, Name: "plane"}
}

func (s *activations) curves(l lang.Lang) lab.Plot {
	f, p := s.f, lab.Plot{Axes: axes(s.f)}
	h := lab.Curve{ID: "h", Label: "h " + named(f).label.In(l), Role: theme.ClassA, F: f.At, Mark: plot.Dot, At: []float64{s.x}}
	steep := lab.Curve{
		ID: "slope", Label: "h′", Role: theme.ClassB, Stroke: plot.Dashed, Mark: plot.Ring, At: []float64{s.x},
		F: func(x float64) float64 { return slope(f, x) },
	}
	if s.Shows("slope") {
		h.Slope, p.Legend = steep.F, []plot.Entry{{Label: lang.T("접선", "tangent").In(l), Role: theme.Path}}
	}
	p.Curves = []lab.Curve{h, steep}
	if s.compared() {
		p.Axes = axes(f, s.with)
		p.Curves = append(p.Curves, lab.Curve{ID: "other.h", Label: "g " + named(s.with).label.In(l), Role: theme.ClassC, Stroke: plot.Dotted, F: s.with.At})
	}
	p.Curves = s.Curves(p.Curves...)
	return p
}

func (s *activations) pair(lang.Lang) lab.Plot {
	p := lab.Plot{Axes: axes(s.f)}
	p.Y.Min = -p.Y.Max
	p.Curves = s.Curves(
		lab.Curve{ID: "y", Label: "y", Role: theme.Path, F: s.together, Mark: plot.Dot, At: []float64{s.x}},
		lab.Curve{Label: "h(x + d)", Role: theme.ClassA, Stroke: plot.Dotted, F: s.left},
		lab.Curve{Label: "−h(x − d)", Role: theme.ClassB, Stroke: plot.Dashed, F: s.right})
	return p
}
