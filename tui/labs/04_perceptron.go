package labs

import (
	"fmt"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
)

// perceptron is one unit, followed from the signals to the output in the
// five stages of the lecture.
type perceptron struct{ panel }

// perceptronStep names an activation function of the perceptron lab.
type perceptronStep struct {
	name  string
	label string
	f     nn.Activation
}

func perceptronSteps() []perceptronStep {
	return []perceptronStep{
		{"ge", "1: a ≥ 0", nn.Step},
		{"gt", "1: a > 0", nn.StrictStep},
		{"sigmoid", "sigmoid", nn.Sigmoid},
		{"relu", "ReLU", nn.ReLU},
	}
}

// NewPerceptron returns the lab of the five stages of a perceptron.
func NewPerceptron() Lab {
	fs := perceptronSteps()
	options := make([]Option, 0, len(fs))
	for _, s := range fs {
		options = append(options, Option{Name: s.name, Label: lang.Same(s.label)})
	}
	options[0].Label = lang.T("계단 a ≥ 0", "step a ≥ 0")
	options[1].Label = lang.T("계단 a > 0", "step a > 0")
	options[2].Label = lang.T("시그모이드", "sigmoid")
	return &perceptron{panel: newPanel(
		slider("x1", lang.T("x₁ 신호", "x₁ signal"), 1, -2, 2, 0.25, 1),
		slider("x2", lang.T("x₂ 신호", "x₂ signal"), 1, -2, 2, 0.25, 1),
		slider("w1", lang.T("w₁ 가중치", "w₁ weight"), 1, -4, 4, 0.25, 1),
		slider("w2", lang.T("w₂ 가중치", "w₂ weight"), 1, -4, 4, 0.25, 1),
		slider("b", lang.T("b 편향", "b bias"), -2, -4, 4, 0.25, 1),
		choice("f", lang.T("활성화 함수", "activation"), options...),
	)}
}

func (p *perceptron) Title() lang.Text {
	return lang.T("퍼셉트론의 다섯 단계", "The five stages of a perceptron")
}

// Reset goes back to the handout's example at the input (1, 1).
func (p *perceptron) Reset(uint64) { p.reset() }

func (p *perceptron) Controls() []Control { return p.list(nil) }

func (p *perceptron) Set(id string, v float64) { p.set(id, v) }

func (p *perceptron) input() []float64 { return []float64{p.value("x1"), p.value("x2")} }

func (p *perceptron) unit() nn.Perceptron {
	return nn.Perceptron{
		W: []float64{p.value("w1"), p.value("w2")},
		B: p.value("b"),
		F: perceptronSteps()[int(p.value("f"))].f,
	}
}

// terms are the summands of the pre-activation: w₁x₁, w₂x₂ and b.
func (p *perceptron) terms() []float64 {
	u := p.unit()
	return append(products(u.W, p.input()), u.B)
}

// output writes y.
func (p *perceptron) output() string { return shown(p.unit().Output(p.input())) }

func (p *perceptron) Caption(l lang.Lang) string {
	u := p.unit()
	t, a := p.terms(), u.PreActivation(p.input())
	sum := fmt.Sprintf("a = %s %s %s = %s", fixed(t[0], 2), plus(t[1]), plus(t[2]), fixed(a, 2))
	switch {
	case u.F != nn.Step && u.F != nn.StrictStep:
		return lang.Sprintf("%s, 출력은 %s. 켜짐과 꺼짐 대신 세기를 전해요.",
			"%s, output %s: a strength, not just on or off.", sum, p.output()).In(l)
	case a == 0:
		return lang.Sprintf("%s. 정확히 0이에요. 출력은 계단에 달렸고 y = %s.",
			"%s. Exactly 0: ≥ or > decides, y = %s.", sum, p.output()).In(l)
	case a > 0:
		return lang.Sprintf("%s. 0보다 커서 y = %s, 켜졌어요.", "%s. Above 0, so y = %s: on.", sum, p.output()).In(l)
	}
	return lang.Sprintf("%s. 0보다 작아서 y = %s, 꺼졌어요.", "%s. Below 0, so y = %s: off.", sum, p.output()).In(l)
}

// plus writes a summand with its sign before it: "+ 1.00", "− 2.00".
func plus(v float64) string {
	s := fixed(v, 2)
	if rest, negative := strings.CutPrefix(s, "−"); negative {
		return "− " + rest
	}
	return "+ " + s
}

func (p *perceptron) Describe(l lang.Lang) string {
	u, x, t := p.unit(), p.input(), p.terms()
	return lang.Sprintf(
		"신호 x = (%s, %s). 가중치 w = (%s, %s), 편향 b = %s. 곱 %s, %s. 합 a = %s. 출력 y = %s.",
		"Signals x = (%s, %s). Weights w = (%s, %s), bias b = %s. Products %s and %s. Sum a = %s. Output y = %s.",
		fixed(x[0], 2), fixed(x[1], 2), fixed(u.W[0], 2), fixed(u.W[1], 2), fixed(u.B, 2),
		fixed(t[0], 2), fixed(t[1], 2), fixed(u.PreActivation(x), 2), p.output()).In(l)
}
