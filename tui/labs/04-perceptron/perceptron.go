// Package perceptron holds the experiments of lecture 04: a perceptron followed
// from its signals to its output, its line in the plane of the gates with
// Rosenblatt's rule, and the activation functions.
package perceptron

import (
	"fmt"
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// perceptron is one unit, followed from the signals to the output in the five
// stages of the lecture.
type perceptron struct {
	lab.Bench

	x1, x2, w1, w2, b float64
	f                 nn.Activation
}

// NewPerceptron returns the lab "perceptron".
func NewPerceptron() lab.Lab { return &perceptron{} }

func (s *perceptron) Title() lang.Text {
	return lang.T("퍼셉트론의 다섯 단계", "The five stages of a perceptron")
}
func (s *perceptron) Clone() lab.Lab { c := *s; return &c }

func (s *perceptron) Panel() lab.Panel {
	slide := func(at *float64, id, ko, en string, start, reach float64) *lab.Control {
		return lab.Slide(at, id, lang.T(ko, en), start).From(-reach, reach).By(0.25, 1)
	}
	return lab.Panel{
		slide(&s.x1, "x1", "x₁ 신호", "x₁ signal", 1, 2),
		slide(&s.x2, "x2", "x₂ 신호", "x₂ signal", 1, 2),
		slide(&s.w1, "w1", "w₁ 가중치", "w₁ weight", 1, 4),
		slide(&s.w2, "w2", "w₂ 가중치", "w₂ weight", 1, 4),
		slide(&s.b, "b", "b 편향", "b bias", -2, 4),
		lab.Choose(&s.f, "f", lang.T("활성화 함수", "activation"),
			lab.Opt(nn.Step, "ge", lang.T("계단 a ≥ 0", "step a ≥ 0")), lab.Opt(nn.StrictStep, "gt", lang.T("계단 a > 0", "step a > 0")),
			lab.Opt(nn.Sigmoid, "sigmoid", lang.T("시그모이드", "sigmoid")), lab.Opt(nn.ReLU, "relu", lang.Same("ReLU"))),
	}
}

// work returns the summands w₁x₁, w₂x₂ and b, their sum, and the output.
func (s *perceptron) work() (terms []float64, a, y float64) {
	u, x := nn.Perceptron{W: []float64{s.w1, s.w2}, B: s.b, F: s.f}, []float64{s.x1, s.x2}
	return []float64{s.w1 * s.x1, s.w2 * s.x2, s.b}, u.PreActivation(x), u.Output(x)
}

func (s *perceptron) Facts() []lab.Fact {
	t, a, y := s.work()
	return []lab.Fact{
		lab.Num("y", lang.T("출력 y", "output y"), y, lab.Short), lab.Num("a", lang.T("합 a", "sum a"), a, two),
		lab.Num("wx1", lang.Same("w₁x₁"), t[0], two), lab.Num("wx2", lang.Same("w₂x₂"), t[1], two),
	}
}

func two(v float64) string { return lab.Fixed(v, 2) }

func (s *perceptron) Caption(l lang.Lang) string {
	t, a, y := s.work()
	sum, out := "a = "+lab.Sum(t, two)+" = "+s.Told("a", two(a)), lab.Short(y)
	switch {
	case !s.Shows("y") || !s.Shows("a"):
		return sum + "."
	case s.f == nn.Sigmoid || s.f == nn.ReLU:
		return lang.Sprintf("%s, 출력은 %s. 켜짐과 꺼짐 대신 세기를 전해요.", "%s, output %s: a strength, not just on or off.", sum, out).In(l)
	case a == 0:
		return lang.Sprintf("%s. 정확히 0이에요. 출력은 계단에 달렸고 y = %s.", "%s. Exactly 0: ≥ or > decides, y = %s.", sum, out).In(l)
	case a > 0:
		return lang.Sprintf("%s. 0보다 커서 y = %s, 켜졌어요.", "%s. Above 0, so y = %s: on.", sum, out).In(l)
	}
	return lang.Sprintf("%s. 0보다 작아서 y = %s, 꺼졌어요.", "%s. Below 0, so y = %s: off.", sum, out).In(l)
}

// Views shows the five stages as a diagram, and below it how the sum comes about
// and where it falls on the activation function.
func (s *perceptron) Views() []lab.View {
	return []lab.View{{ID: "stages", Label: lang.T("다섯 단계", "five stages"), Pictures: func(l lang.Lang) []lab.Block {
		below, numbers := lab.Beside(3, s.way(l), s.curve()), lab.Readouts(s, l, "wx1", "wx2", "a", "y")
		numbers.Least = len("0.00012")
		return []lab.Block{
			lab.Above(1, s.diagram(l), below),
			lab.Above(0, s.diagram(l), below),
			lab.Beside(2, lab.Exactly(numbers), s.curve()),
		}
	}}}
}

// diagram draws the unit from left to right: signals, weights, sum, activation,
// output.
func (s *perceptron) diagram(l lang.Lang) lab.Block {
	_, a, y := s.work()
	f := map[nn.Activation]string{nn.Step: "a ≥ 0", nn.StrictStep: "a > 0", nn.ReLU: "ReLU", nn.Sigmoid: "1/(1+e⁻ᵃ)"}[s.f]
	wire := func(s string) lab.Cell { return lab.In(theme.Faint, s) }
	signed := func(v float64, told string) lab.Cell { return lab.Signed(fmt.Sprintf("%6s", told), v) }
	signal := func(sub string, x, w float64) []lab.Cell {
		return []lab.Cell{lab.Muted("x" + sub), lab.Plain(fmt.Sprintf("%6s", two(x))), wire(" ─ "), lab.Muted("×w" + sub), signed(w, two(w))}
	}
	lines := lab.Lines{Rows: [][]lab.Cell{
		{},
		append(signal("₁", s.x1, s.w1), wire(" ─┐")),
		append(signal("₂", s.x2, s.w2), wire(" ─┼→ "), lab.Muted("a"), signed(a, s.Told("a", two(a))), wire(" → "),
			lab.In(theme.Math, fmt.Sprintf("%-9s", f)), wire(" → "), lab.Muted("y "), lab.Strong(s.Told("y", lab.Short(y)))),
		{lab.Muted(strings.Repeat(" ", 11) + "+b "), signed(s.b, two(s.b)), wire(" ─┘")},
	}}
	stages := strings.Split(lang.T("받기,고르기,처리하기,결정하기,전달하기", "receive,choose,process,decide,pass on").In(l), ",")
	return lab.Drawn(lab.Need{W: 54, H: 4, MoreW: lab.Any}, lab.Readouts(s, l, "wx1", "wx2", "a", "y").Say, func(c *plot.Canvas) {
		lines.Draw(c)
		for i, name := range stages {
			at := [...]int{0, 11, 22, 33, 44}[i]
			c.Text(c.Text(at, 0, fmt.Sprint(i+1, " "), theme.Accent), 0, name, theme.Muted)
		}
	})
}

// way lays the summands tip to tail, down to the sum. What it reaches grows by
// doubling, so that it seldom does.
func (s *perceptron) way(l lang.Lang) lab.Block {
	t, a, _ := s.work()
	most := max(2, math.Abs(t[0]), math.Abs(t[0]+t[1]), math.Abs(a))
	reach, from := math.Exp2(math.Ceil(math.Log2(most))), 0.0
	table := lab.Table{Thick: 3, Least: 6}
	for i, name := range []string{"w₁x₁", "w₂x₂", "b"} {
		to := from + t[i]
		table.Rows = append(table.Rows, []lab.Cell{lab.Muted(name), lab.Leap(from/reach, to/reach, lab.SignRole(t[i])), lab.Signed(two(t[i]), t[i])})
		from = to
	}
	table.Rows = append(table.Rows, []lab.Cell{lab.Strong("a"), lab.Leap(0, a/reach, theme.Path), lab.Strong(s.Told("a", two(a)))})
	title := lab.Strong(lang.T("합이 만들어지는 길", "How the sum comes about").In(l))
	return lab.Above(0, lab.Lines{Rows: [][]lab.Cell{{title}}}, table)
}

// curve draws the activation function with the sum on it.
func (s *perceptron) curve() lab.Plot {
	_, a, y := s.work()
	p := lab.Plot{W: 24, H: 7, Axes: plot.Axes{
		X: plot.Range{Min: -6, Max: 6}, Y: plot.Range{Min: -0.25, Max: 1.25}, XLabel: "a", YLabel: "f(a)", Cross: true,
	}}
	if s.f == nn.ReLU {
		p.Y = plot.Range{Min: -1, Max: 6}
	}
	if p.Curves = s.Curves(lab.Curve{ID: "y", F: s.f.At, Role: theme.ClassA, Mark: plot.Diamond, At: []float64{a}}); len(p.Curves) > 0 {
		p.Over = func(area *plot.Area) {
			area.Line(a, 0, a, y, theme.Path, plot.Dotted)
			area.Label(a, y, "y = "+lab.Short(y), theme.Strong)
		}
	}
	return p
}
