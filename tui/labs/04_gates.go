package labs

import (
	"fmt"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
)

// The perceptron rule moves weights by gateRate, the learner by gateGrid.
// Both are powers of two, so that a sum that should be exactly 0 is: the two
// steps differ at 0 and nowhere else.
const (
	gateRate = 0.5
	gateGrid = 0.25
)

// gates is one perceptron over the plane with the four inputs of a gate. The
// learner moves its line, or Rosenblatt's rule does, one sample at a step.
type gates struct {
	panel
	trace []correction // the steps taken since the learner last touched a control

	// Weights that come back at the start of a pass come back for ever: from
	// step loopFrom to step loopTo. Both are 0 while that has not happened.
	loopFrom, loopTo int
}

// correction is one step of the rule: the unit before it, and t - y.
type correction struct {
	w1, w2, b, delta float64
}

// NewGates returns the lab of the gates AND, OR, NAND and XOR.
func NewGates() Lab {
	targets := make([]Option, 0, len(data.Gates()))
	for _, g := range data.Gates() {
		targets = append(targets, Option{Name: strings.ToLower(g.String()), Label: lang.Same(g.String())})
	}
	return &gates{panel: newPanel(
		choice("gate", lang.T("목표 게이트", "target gate"), targets...),
		slider("w1", lang.T("w₁ 가중치", "w₁ weight"), 1, -4, 4, gateGrid, 1),
		slider("w2", lang.T("w₂ 가중치", "w₂ weight"), 1, -4, 4, gateGrid, 1),
		slider("b", lang.T("b 편향", "b bias"), -2, -4, 4, gateGrid, 1),
		choice("step", lang.T("계단: 1이 되는 곳", "step: 1 where"),
			Option{Name: "ge", Label: lang.Same("a ≥ 0")}, Option{Name: "gt", Label: lang.Same("a > 0")}),
	)}
}

func (g *gates) Title() lang.Text {
	return lang.T("퍼셉트론의 직선과 게이트", "A perceptron's line and the gates")
}

// Reset goes back to the handout's example. Nothing here is left to chance,
// so the seed changes nothing.
func (g *gates) Reset(uint64) {
	g.reset()
	g.forget()
}

func (g *gates) Controls() []Control { return g.list(nil) }

// Set changes a control. The learning starts afresh from what is set.
func (g *gates) Set(id string, v float64) {
	switch id {
	case "w1", "w2", "b":
		v = snapTo(v, gateGrid)
	}
	if g.set(id, v) {
		g.forget()
	}
}

// Point moves the line, without turning it, to where the mouse is.
func (g *gates) Point(x, y float64, ev Event) {
	if ev == Release || !g.hasLine() {
		return
	}
	g.Set("b", -nn.Dot(g.unit().W, []float64{x, y}))
}

// Step shows the unit the next sample, in order. It reports false once a
// whole pass went by without a correction, and when the weights have come
// back to where they were: then they will do so for ever.
func (g *gates) Step() bool {
	if g.settled() {
		return false
	}
	u, i := g.unit(), g.next()
	before := correction{w1: u.W[0], w2: u.W[1], b: u.B}
	before.delta = u.Learn(data.Inputs()[i], g.gate().Targets()[i], gateRate)
	g.trace = append(g.trace, before)
	g.learned(u.W[0], u.W[1], u.B)
	return !g.settled() && !g.closedLoop()
}

// Back takes back exactly one step.
func (g *gates) Back() bool {
	if len(g.trace) == 0 {
		return false
	}
	last := g.trace[len(g.trace)-1]
	g.trace = g.trace[:len(g.trace)-1]
	g.learned(last.w1, last.w2, last.b)
	if len(g.trace) < g.loopTo {
		g.loopFrom, g.loopTo = 0, 0
	}
	return len(g.trace) > 0
}

// learned stores what the rule arrived at. That may lie beyond the end of a
// slider, which then grows to hold it.
func (g *gates) learned(w1, w2, b float64) {
	found := map[string]float64{"w1": w1, "w2": w2, "b": b}
	for i := range g.controls {
		if v, ok := found[g.controls[i].ID]; ok {
			c := &g.controls[i]
			c.Value, c.Min, c.Max = v, min(g.start[i].Min, v), max(g.start[i].Max, v)
		}
	}
}

// closedLoop looks, at the end of a pass, for an earlier pass that started
// from the same weights. It reports true when it finds the first one.
func (g *gates) closedLoop() bool {
	samples, u := len(data.Inputs()), g.unit()
	if g.loopTo > 0 || len(g.trace)%samples != 0 {
		return false
	}
	for from := 0; from < len(g.trace); from += samples {
		if s := g.trace[from]; s.w1 == u.W[0] && s.w2 == u.W[1] && s.b == u.B {
			g.loopFrom, g.loopTo = from, len(g.trace)
			return true
		}
	}
	return false
}

func (g *gates) forget() { g.trace, g.loopFrom, g.loopTo = nil, 0, 0 }

// next is the index of the sample that the next step shows.
func (g *gates) next() int { return len(g.trace) % len(data.Inputs()) }

// shown is the index of the sample that the last step showed, or -1.
func (g *gates) shown() int {
	if len(g.trace) == 0 {
		return -1
	}
	return (len(g.trace) - 1) % len(data.Inputs())
}

// settled reports whether the last pass, all four samples, needed no correction.
func (g *gates) settled() bool {
	n := len(data.Inputs())
	return len(g.trace) >= n && corrections(g.trace[len(g.trace)-n:]) == 0
}

func corrections(steps []correction) int {
	n := 0
	for _, s := range steps {
		if s.delta != 0 {
			n++
		}
	}
	return n
}

func (g *gates) gate() data.Gate { return data.Gate(g.value("gate")) }

func (g *gates) unit() nn.Perceptron {
	f := nn.Step
	if g.chosen("step") == "gt" {
		f = nn.StrictStep
	}
	return nn.Perceptron{W: []float64{g.value("w1"), g.value("w2")}, B: g.value("b"), F: f}
}

// hasLine reports whether the weights draw a line at all.
func (g *gates) hasLine() bool { return nn.Norm(g.unit().W, 2) > 0 }

// wrong lists the indices of the inputs whose output is not the target.
func (g *gates) wrong() []int {
	var out []int
	u, targets := g.unit(), g.gate().Targets()
	for i, x := range data.Inputs() {
		if u.Output(x) != targets[i] {
			out = append(out, i)
		}
	}
	return out
}

// onLine is the index of the first input that lies exactly on the line, or -1.
func (g *gates) onLine() int {
	if !g.hasLine() {
		return -1
	}
	u := g.unit()
	return slices.IndexFunc(data.Inputs(), func(x []float64) bool { return u.PreActivation(x) == 0 })
}

func (g *gates) Caption(l lang.Lang) string { return g.caption().In(l) }

func (g *gates) caption() lang.Text {
	u := g.unit()
	switch {
	case g.loopTo > 0:
		return lang.Sprintf(
			"표본 %d개마다 같은 가중치로 돌아와요. 그사이 %d번 고치지만 끝은 없어요.",
			"Every %d samples the same weights come back, after %d corrections. There is no end.",
			g.loopTo-g.loopFrom, corrections(g.trace[g.loopFrom:g.loopTo]))
	case g.settled():
		return lang.Sprintf(
			"%d번 고치고 멈췄어요: w = (%s, %s), b = %s.",
			"At rest after %d corrections: w = (%s, %s), b = %s.",
			corrections(g.trace), fixed(u.W[0], 2), fixed(u.W[1], 2), fixed(u.B, 2))
	case len(g.trace) > 0:
		return g.stepText()
	}
	if wrong := g.wrong(); len(wrong) > 0 {
		x, t := data.Inputs()[wrong[0]], g.gate().Targets()[wrong[0]]
		return lang.Sprintf(
			"(%g, %g)에서 합은 %s, 출력은 %g. 목표는 %g이에요. 틀린 줄 %d개.",
			"At (%g, %g) the sum is %s and the output %g, but the target is %g. Rows wrong: %d.",
			x[0], x[1], fixed(u.PreActivation(x), 2), u.Output(x), t, len(wrong))
	}
	if i := g.onLine(); i >= 0 {
		x := data.Inputs()[i]
		return lang.Sprintf(
			"네 줄을 모두 맞혀요. 그런데 (%g, %g)은 합이 0, 직선 바로 위에 있어요.",
			"All four rows are right. Yet (%g, %g) has sum 0: it lies on the line.", x[0], x[1])
	}
	return lang.Sprintf(
		"네 줄을 모두 맞혀요. 직선에서 %s 떨어진 점이 가장 가까워요.",
		"All four rows are right. The nearest point is %s away from the line.",
		fixed(u.Margin(data.Inputs()), 2))
}

// stepText says what the last step did.
func (g *gates) stepText() lang.Text {
	i, last := g.shown(), g.trace[len(g.trace)-1]
	x, t := data.Inputs()[i], g.gate().Targets()[i]
	if last.delta == 0 {
		return lang.Sprintf("(%g, %g)은 맞았어요. 그대로 둬요.",
			"(%g, %g) was right. Nothing moves.", x[0], x[1])
	}
	return lang.Sprintf(
		"(%[1]g, %[2]g)에서 t − y = %[3]g − %[4]g = %[5]s이라 w에 %[6]s × (%[1]g, %[2]g), b에 %[6]s를 더했어요.",
		"At (%[1]g, %[2]g) t − y = %[3]g − %[4]g = %[5]s, so w gained %[6]s × (%[1]g, %[2]g) and b %[6]s.",
		x[0], x[1], t, t-last.delta, fixed(last.delta, 0), fixed(gateRate*last.delta, 1))
}

func (g *gates) Describe(l lang.Lang) string {
	u, targets := g.unit(), g.gate().Targets()
	var b strings.Builder
	fmt.Fprintln(&b, lang.Sprintf(
		"직선 %s·x₁ + %s·x₂ + %s = 0, 목표 %v.", "Line %s·x₁ + %s·x₂ + %s = 0, target %v.",
		fixed(u.W[0], 2), fixed(u.W[1], 2), fixed(u.B, 2), g.gate()).In(l))
	for i, x := range data.Inputs() {
		fmt.Fprintln(&b, lang.Sprintf(
			"(%g, %g): 합 %s, 출력 %g, 목표 %g", "(%g, %g): sum %s, output %g, target %g",
			x[0], x[1], fixed(u.PreActivation(x), 2), u.Output(x), targets[i]).In(l))
	}
	return b.String() + g.Caption(l)
}
