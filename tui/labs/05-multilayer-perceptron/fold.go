package multilayerperceptron

import (
	"fmt"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/lab"
)

// fold is the handout's network of two hidden units and an output, all with a
// step: the plane of its inputs beside that of its hidden units, into which it
// folds the four points of XOR.
type fold struct {
	lab.Bench

	x      [2]float64 // the point that is followed through
	w      [3]neuron  // h1, h2, y
	turned bool       // the step of the output is upside down: 1 for a ≤ 0
	form   string     // of the output, as a choice names it
}

// neuron is the weights and the bias of a unit with two inputs.
type neuron struct{ w1, w2, b float64 }

// printed is the network of the handout.
func printed() [3]neuron { return [3]neuron{{1, -1, 0.5}, {1, -1, -0.5}, {1, -1, -0.5}} }

// The forms of the output.
const (
	asPrinted = "printed"
	reversed  = "reversed"
	negated   = "negated"
	own       = "own"
)

// NewFold returns the lab "fold".
func NewFold() lab.Lab { return &fold{w: printed(), form: asPrinted} }

func (s *fold) Title() lang.Text {
	return lang.T("입력 평면과 은닉 평면", "The plane of inputs and the hidden plane")
}

func (s *fold) Clone() lab.Lab { c := *s; return &c }

func (s *fold) Panel() lab.Panel {
	p := lab.Panel{
		lab.Slide(&s.x[0], "x1", lang.Same("x₁"), 0).From(-0.5, 1.5).By(0.25, 1).AlongX("inputs"),
		lab.Slide(&s.x[1], "x2", lang.Same("x₂"), 0).From(-0.5, 1.5).By(0.25, 1).AlongY("inputs"),
		lab.Choose(&s.form, "out", lang.T("출력 y", "output y"),
			lab.Opt(asPrinted, asPrinted, lang.Same("f(h₁ − h₂ − 0.5)")),
			lab.Opt(reversed, reversed, lang.T("계단 거꾸로", "step reversed")),
			lab.Opt(negated, negated, lang.Same("f(−h₁ + h₂ + 0.5)")),
			lab.Opt(own, own, lang.T("고친 값", "changed"))).Then(s.reform),
	}
	for i, name := range []string{"h1", "h2", "y"} {
		u, sub := &s.w[i], [...]string{"h₁", "h₂", "y"}[i]
		from := [2]string{"x₁", "x₂"}
		if i == 2 {
			from = [2]string{"h₁", "h₂"}
		}
		start := printed()[i]
		weight := func(at *float64, id, label string, start float64) *lab.Control {
			return lab.Slide(at, name+id, lang.Same(sub+": "+label), start).From(-3, 3).By(0.25, 1).OnGrid().Then(func() { s.touch(i) })
		}
		p = append(p, weight(&u.w1, "w1", "w "+from[0], start.w1), weight(&u.w2, "w2", "w "+from[1], start.w2), weight(&u.b, "b", "b", start.b))
	}
	return p
}

// reform sets the output to the form that was chosen.
func (s *fold) reform() {
	out := printed()[2]
	s.turned = s.form == reversed
	if s.form == negated {
		out = neuron{-out.w1, -out.w2, -out.b}
	}
	if s.form != own {
		s.w[2] = out
	}
}

// touch says that weights of a unit were changed by hand.
func (s *fold) touch(unit int) {
	if unit == 2 {
		s.form = own
	}
}

func (k neuron) sum(x, y float64) float64 {
	return nn.Perceptron{W: []float64{k.w1, k.w2}, B: k.b}.PreActivation([]float64{x, y})
}

// through is what a point comes to on its way through the network.
type through struct {
	pre, h [2]float64
	a, y   float64
}

func (s *fold) through(x1, x2 float64) through {
	var t through
	for i := range t.h {
		t.pre[i] = s.w[i].sum(x1, x2)
		t.h[i] = nn.Step.At(t.pre[i])
	}
	t.a, t.y = s.output(t.h[0], t.h[1])
	return t
}

// output returns the sum and the step of the output at a place of the hidden plane.
func (s *fold) output(h1, h2 float64) (a, y float64) {
	a = s.w[2].sum(h1, h2)
	if s.turned {
		return a, 1 - nn.StrictStep.At(a)
	}
	return a, nn.Step.At(a)
}

// rows are the four points of the gate.
func (s *fold) rows() (all []through) {
	for _, x := range data.Inputs() {
		all = append(all, s.through(x[0], x[1]))
	}
	return all
}

// gate names the gate that the network is.
func (s *fold) gate() (word string, text lang.Text) {
	var y []float64
	for _, r := range s.rows() {
		y = append(y, r.y)
	}
	for _, g := range data.Gates() {
		if slices.Equal(g.Targets(), y) {
			return fmt.Sprint(g), lang.Same(fmt.Sprint(g))
		}
	}
	opposite := slices.Clone(y)
	for i := range opposite {
		opposite[i] = 1 - opposite[i]
	}
	switch {
	case slices.Equal(data.XOR.Targets(), opposite):
		return "XNOR", lang.Same("XNOR")
	case slices.Equal(data.OR.Targets(), opposite):
		return "NOR", lang.Same("NOR")
	case slices.Min(y) == slices.Max(y):
		return "constant", lang.Sprintf("늘 %g", "always %g", y[0])
	}
	return "other", lang.T("다른 함수", "another function")
}

// places counts the places of the hidden plane on which the four points lie.
func (s *fold) places() int {
	seen := map[[2]float64]bool{}
	for _, r := range s.rows() {
		seen[r.h] = true
	}
	return len(seen)
}

func (s *fold) Facts() []lab.Fact {
	word, text := s.gate()
	now, right := s.through(s.x[0], s.x[1]), 0
	for i, r := range s.rows() {
		if r.y == data.XOR.Targets()[i] {
			right++
		}
	}
	num := func(id, label string, v float64) lab.Fact { return lab.Num(id, lang.Same(label), v, lab.Brief) }
	facts := []lab.Fact{
		lab.Word("gate", lang.T("이 신경망은", "the network is"), word, text),
		lab.Num("right", lang.T("XOR와 같은 줄", "rows as in XOR"), float64(right), lab.Brief),
		lab.Num("places", lang.T("은닉 평면의 자리", "places in the hidden plane"), float64(s.places()), lab.Brief),
		num("pre.1", "a₁", now.pre[0]), num("pre.2", "a₂", now.pre[1]), num("h.1", "h₁", now.h[0]), num("h.2", "h₂", now.h[1]),
		num("a", "a", now.a), num("y", "y", now.y),
	}
	for i, r := range s.rows() {
		x := data.Inputs()[i]
		id := fmt.Sprintf("%g%g", x[0], x[1])
		at := " " + lab.Tuple(x, lab.Brief)
		facts = append(facts, num("fold1."+id, "h₁"+at, r.h[0]), num("fold2."+id, "h₂"+at, r.h[1]), num("out."+id, "y"+at, r.y))
	}
	return facts
}

// Caption follows the point as far as the page has come.
func (s *fold) Caption(l lang.Lang) string {
	t := s.through(s.x[0], s.x[1])
	sums, h := lab.Tuple(t.pre[:], lab.Brief), lab.Tuple(t.h[:], lab.Brief)
	switch {
	case !s.Places("h"):
		return lang.Sprintf("따라가는 점의 두 합은 (a₁, a₂) = %s예요.", "At the point you follow, the two sums are (a₁, a₂) = %s.", sums).In(l)
	case !s.Places("y"):
		return lang.Sprintf("따라가는 점은 두 합이 %s라서 은닉 평면의 %s에 놓여요.", "Its sums %s put the point at %s in the hidden plane.", sums, h).In(l)
	}
	_, gate := s.gate()
	return lang.Sprintf("따라가는 점은 두 합이 %[1]s라서 은닉 평면의 %[2]s에 놓이고, 출력은 %[3]s. 네 줄의 y: %[4]s.",
		"Its sums %[1]s put the point at %[2]s in the hidden plane. Output %[3]s. The four rows: %[5]s.",
		sums, h, s.Told("y", lab.Brief(t.y)), s.Told("gate", gate.KO), s.Told("gate", gate.EN)).In(l)
}
