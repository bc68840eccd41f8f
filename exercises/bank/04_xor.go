package bank

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
)

// xorTask is the proof that one perceptron is not XOR, or not its negation
// XNOR, with either step.
type xorTask struct {
	negated bool
	f       nn.Activation
	turn    int // how far the options of the choices are turned
}

func (t xorTask) name() string {
	if t.negated {
		return "XNOR"
	}
	return "XOR"
}

func (t xorTask) target(i int) float64 {
	if t.negated {
		return 1 - data.XOR.Targets()[i]
	}
	return data.XOR.Targets()[i]
}

// on and off are the relations of the sum to 0 at which the step is 1 and 0.
func (t xorTask) on() string {
	if t.f == nn.StrictStep {
		return ">"
	}
	return `\ge`
}

func (t xorTask) off() string {
	if t.f == nn.StrictStep {
		return `\le`
	}
	return "<"
}

// asks is the relation that input i demands.
func (t xorTask) asks(i int) string {
	if t.target(i) == 1 {
		return t.on()
	}
	return t.off()
}

func noXOR() exercises.Exercise {
	draw := func(r *rand.Rand) xorTask {
		t := xorTask{negated: r.IntN(2) == 1, f: nn.Step, turn: r.IntN(3)}
		if r.IntN(2) == 1 {
			t.f = nn.StrictStep
		}
		return t
	}
	return exercises.Template("04/xor", lang.T("XOR가 안 되는 까닭", "Why XOR cannot be"), xorTask{f: nn.Step}, draw, buildXOR,
		slices.Concat(
			exercises.Accepts("corner", "1"),
			exercises.Catches("corner", "relation-flipped", "2"),
			exercises.Catches("corner", "bias-forgotten", "3"),
			exercises.Refuses("corner", "9"),
			exercises.Accepts("pair", "1"),
			exercises.Catches("pair", "other-sum", "2"),
			exercises.Catches("pair", "mixed", "3"),
			exercises.Refuses("pair", ""),
			exercises.Accepts("end", "1"),
			exercises.Catches("end", "equality", "2"),
			exercises.Catches("end", "one-pair", "3"),
			exercises.Refuses("end", "x"),
			exercises.Accepts("rows", "1"),
			exercises.Catches("rows", "two", "2"),
			exercises.Catches("rows", "four", "3"),
			exercises.Refuses("rows", "0"),
		)...,
	)
}

func buildXOR(t xorTask) exercises.Variant {
	table := "| $x_1$ | $x_2$ | " + t.name() + " |\n|:-:|:-:|:-:|\n"
	for i, x := range data.Inputs() {
		table += fmt.Sprintf("| %g | %g | %g |\n", x[0], x[1], t.target(i))
	}
	return exercises.Variant{
		Statement: lang.Sprintf(
			"어떤 $w_1, w_2, b$로도 퍼셉트론 하나는 %[1]s가 될 수 없어요. 네 입력에서 합 $a = w_1 x_1 + w_2 x_2 + b$가 지켜야 할 부등식을 세워 보이세요. 활성화 함수는 $a %[2]s 0$에서 1인 계단 함수예요.\n\n%[3]s",
			"No $w_1, w_2, b$ make one perceptron %[1]s. Show it by the inequalities that the sum $a = w_1 x_1 + w_2 x_2 + b$ must satisfy at the four inputs. The step is 1 for $a %[2]s 0$.\n\n%[3]s",
			t.name(), t.on(), table),
		Parts: []exercises.Part{t.corner(), t.pair(), t.end(), t.rows()},
		Hints: []lang.Text{
			lang.T("입력을 합에 넣으면 신호가 0인 쪽의 가중치는 사라지고 $b$는 늘 남아요.",
				"Put an input into the sum: the weight of a signal 0 drops out, $b$ always stays."),
			lang.T("방향이 같은 부등식끼리만 더할 수 있어요. 목표가 같은 입력 둘을 고르세요.",
				"Only inequalities in the same direction can be added. Pick two inputs with the same target."),
			lang.Sprintf("두 짝의 합은 모두 $w_1 + w_2 + 2b$예요. 한 짝은 $%[1]s 0$, 다른 짝은 $%[2]s 0$이라고 해요.",
				"Both pairs add up to $w_1 + w_2 + 2b$. One pair says $%[1]s 0$, the other $%[2]s 0$.", t.on(), t.off()),
		},
		Solution: t.solution(),
	}
}

func (t xorTask) corner() exercises.Part {
	need, flip := t.asks(3), t.off()
	if need == flip {
		flip = t.on()
	}
	return exercises.Choose("corner", lang.Sprintf("목표가 %g인 $(1, 1)$에서 나오는 부등식", "the inequality from $(1, 1)$, whose target is %g", t.target(3)),
		turned(t.turn,
			exercises.Yes(lang.Same("$w_1 + w_2 + b "+need+" 0$"), lang.T(
				"맞아요. 두 신호가 모두 1이라 세 수가 다 남아요.", "Right. Both signals are 1, so all three numbers stay.")),
			exercises.No("relation-flipped", lang.Same("$w_1 + w_2 + b "+flip+" 0$"), lang.Sprintf(
				"부등호가 반대예요. 목표가 %g이라 합은 계단의 다른 쪽에 있어야 해요.",
				"The relation is the other way round. The target is %g, so the sum belongs on the other side of the step.", t.target(3))),
			exercises.No("bias-forgotten", lang.Same("$w_1 + w_2 "+need+" 0$"), lang.T(
				"편향이 빠졌어요. $b$는 신호와 상관없이 늘 더해져요.", "The bias is missing. $b$ is added whatever the signals are.")),
		)...)
}

func (t xorTask) pair() exercises.Part {
	// The pair of inputs whose target is 1.
	ones, zeros := "$(0, 1), (1, 0)$", "$(0, 0), (1, 1)$"
	if t.negated {
		ones, zeros = zeros, ones
	}
	return exercises.Choose("pair", lang.Sprintf("부등식을 더하면 $w_1 + w_2 + 2b %s 0$이 되는 두 입력", "the two inputs whose inequalities add up to $w_1 + w_2 + 2b %s 0$", t.on()),
		turned(t.turn,
			exercises.Yes(lang.Same(ones), lang.Sprintf(
				"맞아요. 다른 두 입력 %s에서는 왼쪽은 똑같고 부등호만 반대인 식이 나와요.",
				"Right. The other two, %s, give the same left side with the opposite relation.", zeros)),
			exercises.No("other-sum", lang.Same(zeros), lang.Sprintf(
				"이 둘을 더하면 $w_1 + w_2 + 2b %[1]s 0$이에요. 목표가 1인 두 입력을 찾아보세요.",
				"These add up to $w_1 + w_2 + 2b %[1]s 0$. Look for the two inputs with target 1.", t.off())),
			exercises.No("mixed", lang.Same("$(0, 0), (0, 1)$"), lang.T(
				"두 부등식의 방향이 서로 반대라 더해도 알 수 있는 것이 없어요. 목표가 같은 입력끼리 더해요.",
				"One of them bounds the sum from below, the other from above, so adding them says nothing. Add inputs with the same target.")),
		)...)
}

func (t xorTask) end() exercises.Part {
	return exercises.Choose("end", lang.T("두 짝의 결과를 합치면", "both pairs together say that"),
		turned(t.turn,
			exercises.Yes(lang.Sprintf("$w_1 + w_2 + 2b$가 $%[1]s 0$이면서 $%[2]s 0$이어야 하니 그런 수는 없어요",
				"$w_1 + w_2 + 2b$ would have to be $%[1]s 0$ and $%[2]s 0$, so there are none", t.on(), t.off()),
				lang.T("맞아요. 학습을 아무리 오래 해도 이 모순은 없어지지 않아요.", "Right. No amount of training removes this contradiction.")),
			exercises.No("equality", lang.T("$w_1 + w_2 + 2b = 0$이면 돼요", "$w_1 + w_2 + 2b = 0$ will do"), lang.Sprintf(
				"두 부등식 가운데 하나는 등호가 없어요. $w_1 + w_2 + 2b = 0$이면 $%[1]s$인 쪽이 깨져요.",
				"One of the two relations excludes equality. With $w_1 + w_2 + 2b = 0$ the one with $%[1]s$ fails.", t.strict())),
			exercises.No("one-pair", lang.T("목표가 1인 짝만 맞추면 돼요", "it is enough to satisfy the pair with target 1"), lang.T(
				"게이트는 네 줄을 모두 맞혀야 해요. 두 짝의 부등식이 동시에 참이어야 해요.",
				"A gate has to get all four rows right. The inequalities of both pairs must hold at once.")),
		)...)
}

// strict is the one of the two relations that excludes equality.
func (t xorTask) strict() string {
	if t.f == nn.StrictStep {
		return ">"
	}
	return "<"
}

func (t xorTask) rows() exercises.Part {
	best := t.bestRows()
	return exercises.Choose("rows", lang.T("네 줄 가운데 가장 많이 맞힐 수 있는 줄 수", "the most rows out of four that can be right"),
		turned(t.turn,
			exercises.Yes(lang.Same(num(float64(best))), lang.T(
				"맞아요. 한 점만 포기하면 나머지 셋은 직선으로 가를 수 있어요.", "Right. Give up one point and a line separates the other three.")),
			exercises.No("two", lang.Same("2"), lang.T(
				"더 맞힐 수 있어요. OR나 AND를 만드는 직선을 떠올려 보세요.", "More is possible. Think of the lines that make OR or AND.")),
			exercises.No("four", lang.Same("4"), lang.T(
				"네 줄을 다 맞히면 방금 얻은 모순이 생겨요. 한 줄은 포기해야 해요.", "All four would be the contradiction just found. One row has to go.")),
		)...)
}

// bestRows runs perceptrons over a grid of weights and returns the most rows
// that any of them gets right.
func (t xorTask) bestRows() int {
	best := 0
	steps := []float64{-1.5, -1, -0.5, 0, 0.5, 1, 1.5}
	for _, w1 := range steps {
		for _, w2 := range steps {
			for _, b := range steps {
				u, right := nn.Perceptron{W: []float64{w1, w2}, B: b, F: t.f}, 0
				for i, x := range data.Inputs() {
					if u.Output(x) == t.target(i) {
						right++
					}
				}
				best = max(best, right)
			}
		}
	}
	return best
}

func (t xorTask) solution() lang.Text {
	sums := []string{"b", "w_2 + b", "w_1 + b", "w_1 + w_2 + b"}
	lines := ""
	for i, x := range data.Inputs() {
		if i > 0 {
			lines += ` \\ `
		}
		lines += fmt.Sprintf(`%s \to %g &: & %s &%s 0`, row(x), t.target(i), sums[i], t.asks(i))
	}
	return lang.Sprintf(
		"네 입력에서 나오는 부등식이에요.\n\n$$ \\begin{aligned} %[1]s \\end{aligned} $$\n\n목표가 1인 둘을 더하면 $w_1 + w_2 + 2b %[2]s 0$, 0인 둘을 더하면 $w_1 + w_2 + 2b %[3]s 0$이에요. 둘이 동시에 참일 수 없으니 그런 퍼셉트론은 없어요. 세 줄까지는 맞힐 수 있어요.",
		"The four inputs give these inequalities.\n\n$$ \\begin{aligned} %[1]s \\end{aligned} $$\n\nThe two with target 1 add up to $w_1 + w_2 + 2b %[2]s 0$, the two with target 0 to $w_1 + w_2 + 2b %[3]s 0$. Both cannot hold, so there is no such perceptron. Three rows are possible.",
		lines, t.on(), t.off())
}
