package perceptron

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/lab"
)

// The perceptron rule moves weights by rate, the learner by grid. Both are
// powers of two, so that a sum that should be exactly 0 is: the two steps differ
// at 0 and nowhere else.
const (
	rate  = 0.5
	grid  = 0.25
	reach = 4 // of a slider
)

// gates is one perceptron over the plane with the four inputs of a gate. The
// learner moves its line, or Rosenblatt's rule does, one sample at a step.
type gates struct {
	lab.Bench
	weights

	gate data.Gate
	f    nn.Activation
	past []lesson // since the learner last touched a control
}

type weights struct{ w1, w2, b float64 }

// lesson is one step of the rule: the weights before it, the rows that they got
// right, and t - y.
type lesson struct {
	weights

	right, delta float64
}

// NewGates returns the lab "gates".
func NewGates() lab.Lab { return &gates{} }

func (s *gates) Title() lang.Text {
	return lang.T("퍼셉트론의 직선과 게이트", "A perceptron's line and the gates")
}

func (s *gates) Clone() lab.Lab {
	c := *s
	c.past = slices.Clone(s.past)
	return &c
}

func (s *gates) Start(uint64) { s.forget() }
func (s *gates) forget()      { s.past = nil }

// Panel lets a slider grow to hold what the rule has arrived at.
func (s *gates) Panel() lab.Panel {
	weight := func(at *float64, id, ko, en string, start float64) *lab.Control {
		return lab.Slide(at, id, lang.T(ko, en), start).From(min(-reach, *at), max(reach, *at)).By(grid, 1).OnGrid().Then(s.forget)
	}
	var targets []lab.Value[data.Gate]
	for _, g := range data.Gates() {
		targets = append(targets, lab.Opt(g, strings.ToLower(g.String()), lang.Same(g.String())))
	}
	return lab.Panel{
		lab.Choose(&s.gate, "gate", lang.T("목표 게이트", "target gate"), targets...).Then(s.forget),
		weight(&s.w1, "w1", "w₁ 가중치", "w₁ weight", 1),
		weight(&s.w2, "w2", "w₂ 가중치", "w₂ weight", 1),
		weight(&s.b, "b", "b 편향", "b bias", -2),
		lab.Choose(&s.f, "step", lang.T("계단: 1이 되는 곳", "step: 1 where"),
			lab.Opt(nn.Step, "ge", lang.Same("a ≥ 0")), lab.Opt(nn.StrictStep, "gt", lang.Same("a > 0"))).Then(s.forget),
	}
}

func (s *gates) unit() nn.Perceptron {
	return nn.Perceptron{W: []float64{s.w1, s.w2}, B: s.b, F: s.f}
}

// hasLine reports whether the weights draw a line at all.
func (s *gates) hasLine() bool { return s.w1 != 0 || s.w2 != 0 }

// row is one of the four inputs: what the unit makes of it, and the truth.
type row struct {
	x       []float64
	a, y, t float64
}

func (r row) wrong() bool  { return r.y != r.t }
func (r row) name() string { return lab.Tuple(r.x, lab.Brief) }

func (s *gates) rows() []row {
	var rows []row
	for i, x := range data.Inputs() {
		u := s.unit()
		rows = append(rows, row{x, u.PreActivation(x), u.Output(x), s.gate.Targets()[i]})
	}
	return rows
}

// right counts the rows that are right.
func (s *gates) right() float64 { return float64(len(slices.DeleteFunc(s.rows(), row.wrong))) }

// Point moves the line, without turning it, to where the mouse is.
func (s *gates) Point(_ string, x, y float64, ev lab.Event) {
	if ev != lab.Release && s.hasLine() {
		s.Panel().Set("b", -s.w1*x-s.w2*y)
	}
}

// Nudge moves the line by a step of the bias.
func (s *gates) Nudge(_ string, dx, dy float64, big bool) (moved bool) {
	before, along := s.b, s.w1*dx+s.w2*dy
	if b, ok := s.Panel().Find("b"); ok && along != 0 {
		b.Move(-math.Copysign(1, along), big)
	}
	return s.b != before
}

// Advance shows the unit the next sample, in order. It ends once a whole pass
// went by without a correction, and stops when the weights have come back to
// where they were: then they will do so for ever.
func (s *gates) Advance(nn.Stride, func() bool) (goesOn bool) {
	if s.settled() {
		return false
	}
	u, next, step := s.unit(), s.rows()[len(s.past)%len(data.Inputs())], lesson{weights: s.weights, right: s.right()}
	step.delta = u.Learn(next.x, next.t, rate)
	s.past, s.weights = append(s.past, step), weights{u.W[0], u.W[1], u.B}
	_, to := s.loop()
	return !s.settled() && to != len(s.past)
}

// Back takes back exactly one step.
func (s *gates) Back(nn.Stride) (goesOn bool) {
	last := len(s.past) - 1
	if last < 0 {
		return false
	}
	s.weights, s.past = s.past[last].weights, s.past[:last]
	return last > 0
}

// latest is the index of the sample that the last step showed, or -1.
func (s *gates) latest() int {
	if len(s.past) == 0 {
		return -1
	}
	return (len(s.past) - 1) % len(data.Inputs())
}

// settled reports whether the last pass, all four samples, needed no correction.
func (s *gates) settled() bool {
	n := len(data.Inputs())
	return len(s.past) >= n && corrections(s.past[len(s.past)-n:]) == 0
}

// loop returns from which sample to which the rule first led back to the weights
// that it had; to is 0 where it has not.
func (s *gates) loop() (from, to int) {
	all := append(slices.Clip(s.past), lesson{weights: s.weights})
	for n := len(data.Inputs()); to+n < len(all); {
		to += n
		for from = 0; from < to; from += n {
			if all[from].weights == all[to].weights {
				return from, to
			}
		}
	}
	return 0, 0
}

func corrections(steps []lesson) int {
	return len(slices.DeleteFunc(slices.Clone(steps), func(k lesson) bool { return k.delta == 0 }))
}

// verdict says what has become of the learning, in a word and in a sentence.
func (s *gates) verdict() (word string, text, caption lang.Text) {
	switch from, to := s.loop(); {
	case len(s.past) == 0:
		return "idle", lang.T("시작 전", "not begun"), s.state()
	case s.settled():
		return "rest", lang.T("멈춤", "at rest"), lang.Sprintf("%d번 고치고 멈췄어요: w = (%s, %s), b = %s.",
			"At rest after %d corrections: w = (%s, %s), b = %s.", corrections(s.past), two(s.w1), two(s.w2), two(s.b))
	case to > 0:
		return "loop", lang.T("되풀이", "in a loop"), lang.Sprintf("표본 %d개마다 같은 가중치로 돌아와요. 그사이 %d번 고치지만 끝은 없어요.",
			"Every %d samples the same weights come back, after %d corrections. There is no end.", to-from, corrections(s.past[from:to]))
	}
	return "learning", lang.T("진행 중", "going on"), s.step()
}

func (s *gates) Facts() []lab.Fact {
	u := s.unit()
	from, to := s.loop()
	word, text, _ := s.verdict()
	cross := func(i int, axis string) lab.Fact {
		v, text := u.Intercept(i), lang.T("안 만남", "never")
		if math.IsNaN(v) {
			text = lang.T("어디서나", "all along")
		}
		if !s.hasLine() {
			text = lang.T("직선 없음", "no line")
		}
		return lab.Num(fmt.Sprint("cross.x", i+1), lang.T(axis+"축과 만남", "meets "+axis+" at"), v, two).Else(text)
	}
	facts := []lab.Fact{
		lab.Num("right", lang.T("맞은 줄", "rows right"), s.right(), lab.Brief), cross(0, "x₁"), cross(1, "x₂"),
		lab.Num("seen", lang.T("본 표본", "samples seen"), float64(len(s.past)), lab.Brief),
		lab.Num("corrected", lang.T("고친 횟수", "corrections"), float64(corrections(s.past)), lab.Brief), lab.Word("verdict", lang.T("배우기", "learning"), word, text),
		{ID: "period", Label: lang.T("되풀이하는 표본 수", "samples until it repeats"), Value: float64(to - from), Known: to > 0, Format: lab.Brief},
		lab.Num("margin", lang.T("가장 가까운 점까지", "to the nearest point"), u.Margin(data.Inputs()), two),
		lab.Num("w1", lang.Same("w₁"), s.w1, two), lab.Num("w2", lang.Same("w₂"), s.w2, two), lab.Num("b", lang.Same("b"), s.b, two),
	}
	for _, r := range s.rows() {
		id := fmt.Sprintf("%g%g", r.x[0], r.x[1])
		facts = append(facts, lab.Num("a."+id, lang.T(r.name()+"의 합", "sum at "+r.name()), r.a, two),
			lab.Num("y."+id, lang.T(r.name()+"의 출력", "output at "+r.name()), r.y, lab.Brief))
	}
	return facts
}

func (s *gates) Caption(l lang.Lang) string {
	_, _, caption := s.verdict()
	if len(s.past) > 0 && !s.Shows("corrected") {
		caption = s.step()
	}
	return caption.In(l)
}

// step says what the last step did.
func (s *gates) step() lang.Text {
	r, delta := s.rows()[s.latest()], s.past[len(s.past)-1].delta
	if delta == 0 {
		return lang.Sprintf("%s은 맞았어요. 그대로 둬요.", "%s was right. Nothing moves.", r.name())
	}
	return lang.Sprintf("%[1]s에서 t − y = %[2]g − %[3]g = %[4]s이라 w에 %[5]s × %[1]s, b에 %[5]s를 더했어요.",
		"At %[1]s t − y = %[2]g − %[3]g = %[4]s, so w gained %[5]s × %[1]s and b %[5]s.",
		r.name(), r.t, r.t-delta, lab.Brief(delta), lab.Brief(rate*delta))
}

// state says what the weights make of the four rows.
func (s *gates) state() lang.Text {
	rows := s.rows()
	wrong := slices.IndexFunc(rows, row.wrong)
	on := slices.IndexFunc(rows, func(r row) bool { return s.hasLine() && r.a == 0 })
	switch {
	case !s.Places("right"):
		return lang.T("화살표가 가리키는 쪽에서 1이, 반대쪽에서 0이 나와요.", "On the side to which the arrow points the output is 1, on the other 0.")
	case !s.Shows("right") || !s.Shows("y"):
		return lang.T("직선의 한쪽에서 1이, 다른 쪽에서 0이 나와요. 네 점이 목표와 맞는지 보세요.",
			"On one side of the line the output is 1, on the other 0. Do the four points get their targets?")
	case wrong >= 0:
		r := rows[wrong]
		return lang.Sprintf("%s에서 합은 %s, 출력은 %g. 목표는 %g이에요. 틀린 줄 %d개.",
			"At %s the sum is %s and the output %g, but the target is %g. Rows wrong: %d.", r.name(), two(r.a), r.y, r.t, len(rows)-int(s.right()))
	case on >= 0:
		return lang.Sprintf("네 줄을 모두 맞혀요. 그런데 %s은 합이 0, 직선 바로 위에 있어요.",
			"All four rows are right. Yet %s has sum 0: it lies on the line.", rows[on].name())
	}
	return lang.Sprintf("네 줄을 모두 맞혀요. 직선에서 %s 떨어진 점이 가장 가까워요.",
		"All four rows are right. The nearest point is %s away from the line.", two(s.unit().Margin(data.Inputs())))
}
