package labs

import (
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// activations draws an activation function with its derivative and a tangent,
// or what two units with it make together.
type activations struct{ panel }

// activationChoice is a function of the lab: its name in a scene, its label
// and its formula.
type activationChoice struct {
	name    string
	label   lang.Text
	formula string
	f       nn.Activation
}

func activationChoices() []activationChoice {
	return []activationChoice{
		{"step", lang.T("계단", "step"), "1: x ≥ 0", nn.Step},
		{"sigmoid", lang.T("시그모이드", "sigmoid"), "1/(1 + exp(−x))", nn.Sigmoid},
		{"tanh", lang.Same("tanh"), "tanh(x)", nn.Tanh},
		{"relu", lang.Same("ReLU"), "max(0, x)", nn.ReLU},
		{"leaky", lang.Same("leaky ReLU"), "max(0.01x, x)", nn.LeakyReLU},
		{"identity", lang.T("없음", "none"), "x", nn.Identity},
	}
}

// NewActivations returns the lab of the activation functions.
func NewActivations() Lab {
	fs := activationChoices()
	options := make([]Option, 0, len(fs))
	others := []Option{{Name: "none", Label: lang.T("비교 안 함", "nothing")}}
	for _, f := range fs {
		options = append(options, Option{Name: f.name, Label: f.label})
		if f.f != nn.Identity {
			others = append(others, Option{Name: f.name, Label: f.label})
		}
	}
	return &activations{panel: newPanel(
		choice("show", lang.T("보기", "show"),
			Option{Name: "slope", Label: lang.T("값과 기울기", "value and slope")},
			Option{Name: "value", Label: lang.T("값", "value")},
			Option{Name: "pair", Label: lang.T("뉴런 두 개", "two neurons")}),
		choice("f", lang.T("함수 h", "function h"), options...),
		slider("x", lang.Same("x"), 0, -6, 6, 0.25, 1),
		choice("with", lang.T("비교할 함수", "compare with"), others...),
		slider("shift", lang.T("옆으로 밀기 d", "shift d"), 1, 0, 4, 0.25, 1),
	)}
}

func (a *activations) Title() lang.Text {
	return lang.T("활성화 함수와 기울기", "Activation functions and their slopes")
}

// Reset shows the step at 0. The seed changes nothing.
func (a *activations) Reset(uint64) { a.reset() }

func (a *activations) Controls() []Control {
	return a.list(func(id string) bool {
		switch id {
		case "with":
			return !a.pair()
		case "shift":
			return a.pair()
		}
		return true
	})
}

func (a *activations) Set(id string, v float64) { a.set(id, v) }

// Point moves x to where the mouse is.
func (a *activations) Point(x, _ float64, ev Event) {
	if ev != Release {
		a.Set("x", x)
	}
}

func (a *activations) pair() bool   { return a.chosen("show") == "pair" }
func (a *activations) slopes() bool { return a.chosen("show") == "slope" }

func (a *activations) chosenFunction() activationChoice {
	return activationChoices()[int(a.value("f"))]
}

// other is the function to compare with, if there is one.
func (a *activations) other() (activationChoice, bool) {
	for _, c := range activationChoices() {
		if c.name == a.chosen("with") && c.f != a.chosenFunction().f {
			return c, !a.pair()
		}
	}
	return activationChoice{}, false
}

// together is what two units make: h(x + d) - h(x - d).
func (a *activations) together(x float64) float64 {
	f, d := a.chosenFunction().f, a.value("shift")
	return f.At(x+d) - f.At(x-d)
}

// kinked reports whether f has no derivative at x.
func kinked(f nn.Activation, x float64) bool {
	switch f {
	case nn.Step, nn.StrictStep, nn.ReLU, nn.LeakyReLU:
		return x == 0
	}
	return false
}

// slopeAt writes the derivative at x, or that there is none.
func slopeAt(f nn.Activation, x float64) lang.Text {
	if kinked(f, x) {
		return lang.T("없음", "none")
	}
	return lang.Same(shown(f.Slope(x)))
}

// shown writes a value of a function with three significant digits, without
// zeros at the end: 0.731, 0.25, 1.
func shown(v float64) string {
	s := significant(v)
	if strings.Contains(s, ".") && !strings.Contains(s, "e") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

func (a *activations) Caption(l lang.Lang) string {
	c, x := a.chosenFunction(), a.value("x")
	if a.pair() {
		return lang.Sprintf(
			"%[1]s: h(%[2]s) − h(%[3]s) = %[4]s − %[5]s = %[6]s.", "%[1]s: h(%[2]s) − h(%[3]s) = %[4]s − %[5]s = %[6]s.",
			c.label.In(l), shown(x+a.value("shift")), shown(x-a.value("shift")),
			shown(c.f.At(x+a.value("shift"))), inBrackets(c.f.At(x-a.value("shift"))), shown(a.together(x))).In(l)
	}
	if !a.slopes() {
		return lang.Sprintf("%[1]s: 들어온 값 %[2]s, 내보내는 세기 %[3]s.", "%[1]s: %[2]s comes in, %[3]s goes out.",
			c.label.In(l), shown(x), shown(c.f.At(x))).In(l)
	}
	return a.slopeText(c, x).In(l)
}

// slopeText says what the derivative at x means for learning.
func (a *activations) slopeText(c activationChoice, x float64) lang.Text {
	h, s := c.f.At(x), c.f.Slope(x)
	switch {
	case kinked(c.f, x):
		return lang.Sprintf("h(0) = %s. 꺾이거나 끊긴 곳이라 기울기가 없어요.",
			"h(0) = %s. A kink or a jump: no slope here.", shown(h))
	case c.f == nn.Sigmoid:
		return lang.Sprintf("h′ = h(1 − h) = %[1]s × (1 − %[1]s) = %[2]s.",
			"h′ = h(1 − h) = %[1]s × (1 − %[1]s) = %[2]s.", shown(h), shown(s))
	case c.f == nn.Tanh:
		return lang.Sprintf("h′ = 1 − h² = 1 − (%[1]s)² = %[2]s.",
			"h′ = 1 − h² = 1 − (%[1]s)² = %[2]s.", shown(h), shown(s))
	case s == 0:
		return lang.Sprintf("기울기가 0이라 x를 조금 바꿔도 출력은 %s 그대로예요.",
			"Slope 0: change x a little and the output stays %s.", shown(h))
	}
	return lang.Sprintf("기울기가 %[3]s x를 0.1 늘리면 출력은 %[2]s 늘어요.",
		"Slope %[1]s: 0.1 more at the input makes %[2]s more at the output.",
		shown(s), shown(0.1*s), lang.Particle(shown(s), "이라", "라"))
}

func inBrackets(v float64) string {
	if v < 0 {
		return "(" + shown(v) + ")"
	}
	return shown(v)
}

func (a *activations) Describe(l lang.Lang) string {
	c, out := a.chosenFunction(), ""
	for _, x := range []float64{-4, -2, -1, 0, 1, 2, 4} {
		if a.pair() {
			out += lang.Sprintf("x = %[1]s: y = %[2]s\n", "x = %[1]s: y = %[2]s\n", shown(x), shown(a.together(x))).In(l)
			continue
		}
		out += lang.Sprintf("x = %[1]s: h = %[2]s, 기울기 %[3]s\n", "x = %[1]s: h = %[2]s, slope %[3]s\n",
			shown(x), shown(c.f.At(x)), slopeAt(c.f, x).In(l)).In(l)
	}
	return c.label.In(l) + ", h(x) = " + c.formula + "\n" + out + a.Caption(l)
}

// Draw puts the numbers above the curves and their names below.
func (a *activations) Draw(c *plot.Canvas, l lang.Lang) {
	w, h := c.Width(), c.Height()
	a.drawNumbers(c.Sub(0, 0, w, 1), l)
	if a.pair() {
		a.drawPair(c.Sub(0, 1, w, h-2))
	} else {
		a.drawCurves(c.Sub(0, 1, w, h-2))
	}
	c.Legend(0, h-1, a.legend(l)...)
}

func (a *activations) drawNumbers(c *plot.Canvas, l lang.Lang) {
	f, x := a.chosenFunction(), a.value("x")
	col := c.Text(0, 0, "x = ", theme.Muted)
	col = c.Text(col, 0, fixed(x, 2), theme.Path)
	put := func(name, value string) {
		if col+3+len([]rune(name+value)) > c.Width() {
			return
		}
		col = c.Text(col+2, 0, name, theme.Muted)
		col = c.Text(col, 0, value, theme.Strong)
	}
	if a.pair() {
		put("y = ", shown(a.together(x)))
		return
	}
	put("h = ", shown(f.f.At(x)))
	if a.slopes() {
		put("h′ = ", slopeAt(f.f, x).In(l))
	}
	if other, ok := a.other(); ok {
		put(other.label.In(l)+" = ", shown(other.f.At(x)))
		if a.slopes() {
			put("′ = ", slopeAt(other.f, x).In(l))
		}
		return
	}
	put("h(x) = ", f.formula)
}

// area returns an area that holds the given functions' values.
func (a *activations) area(c *plot.Canvas, fs ...func(x float64) float64) *plot.Area {
	const reach, sampled = 6.0, 48
	lo, hi := -0.25, 1.25
	for _, f := range fs {
		for i := range sampled + 1 {
			v := f(-reach + 2*reach*float64(i)/sampled)
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	pad := (hi - lo) / 20
	return c.Area(plot.Axes{
		X: plot.Range{Min: -reach, Max: reach}, Y: plot.Range{Min: lo - pad, Max: hi + pad},
		XLabel: "x", Cross: true, Name: "plane",
	})
}

func (a *activations) drawCurves(c *plot.Canvas) {
	f, x := a.chosenFunction().f, a.value("x")
	fs := []func(x float64) float64{f.At}
	other, compared := a.other()
	if compared {
		fs = append(fs, other.f.At)
	}
	area := a.area(c, fs...)
	if compared {
		area.Curve(other.f.At, theme.ClassC, plot.Dotted)
	}
	area.Curve(f.At, theme.ClassA, plot.Solid)
	if a.slopes() {
		drawSlope(area, f)
		drawTangent(area, f, x)
	}
	area.Mark(x, f.At(x), plot.Dot, theme.Path)
}

// drawTangent draws the tangent at x, and marks the derivative there.
func drawTangent(area *plot.Area, f nn.Activation, x float64) {
	if kinked(f, x) {
		return
	}
	const reach = 1.5
	y, slope := f.At(x), f.Slope(x)
	run := reach / math.Hypot(1, slope)
	area.Line(x-run, y-slope*run, x+run, y+slope*run, theme.Path, plot.Solid)
	area.Mark(x, slope, plot.Ring, theme.ClassB)
}

// drawSlope draws the derivative, in pieces where it jumps.
func drawSlope(area *plot.Area, f nn.Activation) {
	area.Curve(func(x float64) float64 {
		if kinked(f, x) {
			return math.NaN()
		}
		return f.Slope(x)
	}, theme.ClassB, plot.Dashed)
}

func (a *activations) drawPair(c *plot.Canvas) {
	f, d, x := a.chosenFunction().f, a.value("shift"), a.value("x")
	left := func(x float64) float64 { return f.At(x + d) }
	right := func(x float64) float64 { return -f.At(x - d) }
	area := a.area(c, left, right, a.together)
	area.Curve(left, theme.ClassA, plot.Dotted)
	area.Curve(right, theme.ClassB, plot.Dashed)
	area.Curve(a.together, theme.Path, plot.Solid)
	area.Mark(x, a.together(x), plot.Dot, theme.Path)
}

func (a *activations) legend(l lang.Lang) []plot.Entry {
	if a.pair() {
		return []plot.Entry{
			{Label: "y", Role: theme.Path, Stroke: plot.Solid},
			{Label: "h(x + d)", Role: theme.ClassA, Stroke: plot.Dotted},
			{Label: "−h(x − d)", Role: theme.ClassB, Stroke: plot.Dashed},
		}
	}
	out := []plot.Entry{{Label: "h " + a.chosenFunction().label.In(l), Role: theme.ClassA, Stroke: plot.Solid}}
	if a.slopes() {
		out = append(out,
			plot.Entry{Label: "h′", Role: theme.ClassB, Stroke: plot.Dashed},
			plot.Entry{Label: lang.T("접선", "tangent").In(l), Role: theme.Path, Stroke: plot.Solid})
	}
	if other, ok := a.other(); ok {
		out = append(out, plot.Entry{Label: other.label.In(l), Role: theme.ClassC, Stroke: plot.Dotted})
	}
	return out
}
