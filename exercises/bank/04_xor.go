package bank

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
)

// xorTask is the proof that one perceptron is not XOR, or not its negation
// XNOR, with either step.
type xorTask struct {
	Negated bool // XNOR
	Strict  bool // the step is 1 only above 0
	Corner  int  // the input whose inequality is asked for
	Below   bool // the pair is asked for whose sum must be below 0
	Mixed   int  // which two inputs of different targets stand among the pairs
	Sum     float64
	W       []float64 // a perceptron whose rows are counted
	B       float64
	Turn    int // by how many places the options are turned
}

func (t xorTask) step() nn.Activation {
	if t.Strict {
		return nn.StrictStep
	}
	return nn.Step
}

func (t xorTask) name() string {
	if t.Negated {
		return "XNOR"
	}
	return "XOR"
}

func (t xorTask) target(i int) float64 {
	if t.Negated {
		return 1 - data.XOR.Targets()[i]
	}
	return data.XOR.Targets()[i]
}

// on and off are the relations of the sum to 0 at which the step is 1 and 0.
func (t xorTask) on() string {
	if t.Strict {
		return ">"
	}
	return `\ge`
}

func (t xorTask) off() string {
	if t.Strict {
		return `\le`
	}
	return "<"
}

// asks is the relation that input i demands.
func (t xorTask) asks(i int) string { return t.relation(t.target(i) == 1) }

func (t xorTask) relation(on bool) string {
	if on {
		return t.on()
	}
	return t.off()
}

func noXOR() exercises.Exercise {
	draw := func(r *rand.Rand) xorTask {
		flip := func() bool { return r.IntN(2) == 1 }
		return xorTask{
			Negated: flip(), Strict: flip(), Corner: r.IntN(4), Below: flip(), Mixed: r.IntN(4),
			Sum: among(r, -2, -1, -0.5, 0, 0, 0.5, 1, 2),
			W:   []float64{among(r, -1, 1), among(r, -1, 1)}, B: among(r, -1.5, -1, -0.5, 0, 0.5, 1, 1.5),
			Turn: r.IntN(12),
		}
	}
	handout := xorTask{Corner: 3, W: []float64{1, 1}, B: -0.5}
	return exercises.Template("04/xor", lang.T("XOR가 안 되는 까닭", "Why XOR is impossible"), handout, draw, buildXOR,
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
			exercises.Catches("end", "other-pair", "2"),
			exercises.Catches("end", "equality", "3"),
			exercises.Refuses("end", "x"),
			exercises.Accepts("rows", "3"),
			exercises.Catches("rows", "misses", "1"),
			exercises.Catches("rows", "four", "4"),
			exercises.Catches("rows", "", "2"),
			exercises.Refuses("rows", "세 줄"),
		)...,
	)
}

func buildXOR(t xorTask) exercises.Variant {
	table := "| $x_1$ | $x_2$ | " + t.name() + " |\n|:-:|:-:|:-:|\n"
	for i, x := range data.Inputs() {
		table += fmt.Sprintf("| %g | %g | %g |\n", x[0], x[1], t.target(i))
	}
	return exercises.Variant{
		Situation: situation("gates", "gate=xor"),
		Statement: lang.Sprintf(
			"어떤 $w_1, w_2, b$로도 퍼셉트론 하나는 %[1]s가 될 수 없어요. 네 입력에서 합 $a = w_1 x_1 + w_2 x_2 + b$가 지켜야 할 부등식을 세워 그 까닭을 보이세요. 활성화 함수는 $a %[2]s 0$에서 1인 계단 함수예요.\n\n%[3]s\n마지막 답란에는 $w = %[4]s$, $b = %[5]s$인 퍼셉트론이 네 줄 가운데 맞히는 줄의 수를 적어요.",
			"No choice of $w_1, w_2, b$ turns a single perceptron into %[1]s. Show why with the inequalities that the sum $a = w_1 x_1 + w_2 x_2 + b$ must satisfy at the four inputs. The step is 1 for $a %[2]s 0$.\n\n%[3]s\nFor the last answer, count the rows that the perceptron with $w = %[4]s$ and $b = %[5]s$ gets right.",
			t.name(), t.on(), table, row(t.W), num(t.B)),
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

// cornerSum writes the sum at input i, where the weight of a signal 0 drops out.
func cornerSum(i int) string {
	return [...]string{"b", "w_2 + b", "w_1 + b", "w_1 + w_2 + b"}[i]
}

func (t xorTask) corner() exercises.Part {
	const all = 3 // the input (1, 1), at which both weights stay
	i, sum := t.Corner, cornerSum(t.Corner)
	need, flip := t.asks(i), t.relation(t.target(i) != 1)
	option := func(sum, relation string) lang.Text { return lang.Same("$" + sum + " " + relation + " 0$") }
	stays := lang.T("신호가 0인 쪽의 가중치는 사라지고 편향은 늘 남아요.", "The weight of a signal 0 drops out, the bias always stays.")
	if i == all {
		stays = lang.T("두 신호가 모두 1이라 세 수가 다 남아요.", "Both signals are 1, so all three numbers stay.")
	}
	options := []exercises.Option{
		exercises.Yes(option(sum, need), stays),
		exercises.No("relation-flipped", option(sum, flip), lang.Sprintf(
			"부등호가 반대예요. 목표가 %g이라 합은 계단의 다른 쪽에 있어야 해요.",
			"The relation is the other way round. The target is %g, so the sum belongs on the other side of the step.", t.target(i))),
	}
	if unbiased, ok := strings.CutSuffix(sum, " + b"); ok {
		options = append(options, exercises.No("bias-forgotten", option(unbiased, need), lang.T(
			"편향이 빠졌어요. $b$는 신호와 상관없이 늘 더해져요.", "The bias is missing. $b$ is added whatever the signals are.")))
	}
	if i != all {
		options = append(options, exercises.No("signals-ignored", option(cornerSum(all), need), lang.T(
			"신호를 넣지 않은 식이에요. 신호가 0이면 가중치에 0이 곱해져 그 항이 사라져요.",
			"The signals were not put in. A weight is multiplied by its signal, and a signal 0 removes it.")))
	}
	return exercises.Choose("corner", lang.Sprintf("목표가 %[1]g인 $%[2]s$에서 나오는 부등식", "the inequality from $%[2]s$, whose target is %[1]g",
		t.target(i), row(data.Inputs()[i])), turned(t.Turn, options...)...)
}

// inputPair writes two of the inputs.
func inputPair(i, j int) string {
	return "$" + row(data.Inputs()[i]) + ", " + row(data.Inputs()[j]) + "$"
}

func (t xorTask) pair() exercises.Part {
	// The pairs of equal inputs and of different ones; XOR is 1 for the latter.
	asked, other := inputPair(0, 3), inputPair(1, 2)
	target := 0
	if !t.Below {
		target = 1
	}
	if t.target(0) != float64(target) {
		asked, other = other, asked
	}
	mixed := [...]string{inputPair(0, 1), inputPair(0, 2), inputPair(1, 3), inputPair(2, 3)}[t.Mixed]
	relation, opposite := t.relation(!t.Below), t.relation(t.Below)
	return exercises.Choose("pair", lang.Sprintf("부등식을 더하면 $w_1 + w_2 + 2b %s 0$이 되는 두 입력", "the two inputs whose inequalities add up to $w_1 + w_2 + 2b %s 0$", relation),
		turned(t.Turn,
			exercises.Yes(lang.Same(asked), lang.Sprintf(
				"다른 두 입력 %s에서는 왼쪽은 똑같고 부등호만 반대인 식이 나와요.",
				"The other two, %s, give the same left side with the opposite relation.", other)),
			exercises.No("other-sum", lang.Same(other), lang.Sprintf(
				"이 둘을 더하면 $w_1 + w_2 + 2b %[1]s 0$이에요. 목표가 %[2]d인 두 입력을 찾아보세요.",
				"These add up to $w_1 + w_2 + 2b %[1]s 0$. Look for the two inputs with target %[2]d.", opposite, target)),
			exercises.No("mixed", lang.Same(mixed), lang.T(
				"두 부등식의 방향이 서로 반대라 더해도 알 수 있는 것이 없어요. 목표가 같은 입력끼리 더해요.",
				"One of them bounds the sum from below, the other from above, so adding them says nothing. Add inputs with the same target.")),
		)...)
}

// end asks which pair fails for one value of w1 + w2 + 2b: one always does.
func (t xorTask) end() exercises.Part {
	broken := 0
	if t.step().At(t.Sum) == 0 {
		broken = 1
	}
	pair := func(target int) lang.Text {
		return lang.Sprintf("목표가 %d인 짝", "the pair with target %d", target)
	}
	none := exercises.No("no-conflict", lang.T("깨지는 짝 없음", "neither"), lang.Sprintf(
		"한 짝은 합이 $%[1]s 0$, 다른 짝은 똑같은 합이 $%[2]s 0$이어야 한다고 해요. 둘을 함께 지키는 수는 없어요.",
		"One pair says that the sum is $%[1]s 0$, the other that the same sum is $%[2]s 0$. No number is both.", t.on(), t.off()))
	if t.Sum == 0 {
		none = exercises.No("equality", lang.T("깨지는 짝 없음", "neither"), lang.Sprintf(
			"두 부등식 가운데 하나는 등호가 없어요. $w_1 + w_2 + 2b = 0$이면 $%[1]s$인 쪽이 깨져요.",
			"One of the two relations excludes equality. With $w_1 + w_2 + 2b = 0$ the one with $%[1]s$ fails.", t.strict()))
	}
	return exercises.Choose("end", spoken("$w_1 + w_2 + 2b = %s$[이라면/라면] 깨지는 짝", "if $w_1 + w_2 + 2b = %s$, the pair that fails", num(t.Sum)),
		turned(t.Turn,
			exercises.Yes(pair(broken), lang.T(
				"이 합이 얼마이든 한 짝은 깨지니 그런 $w_1, w_2, b$는 없어요. 학습을 아무리 오래 해도 이 모순은 없어지지 않아요.",
				"Whatever this sum is, one of the pairs fails, so there are no such $w_1, w_2, b$. No amount of training removes this contradiction.")),
			exercises.No("other-pair", pair(1-broken), lang.Sprintf(
				"이 짝은 합이 $%[1]s 0$이면 되니 $%[2]s$도 괜찮아요. 다른 짝의 부등식에 넣어 보세요.",
				"This pair asks for a sum $%[1]s 0$, and $%[2]s$ will do. Put it into the inequality of the other pair.", t.relation(broken == 0), num(t.Sum))),
			none,
		)...)
}

// strict is the one of the two relations that excludes equality.
func (t xorTask) strict() string {
	if t.Strict {
		return ">"
	}
	return "<"
}

func (t xorTask) rows() exercises.Part {
	u := nn.Perceptron{W: t.W, B: t.B, F: t.step()}
	most, count := t.mostRows(), t.rowsRight(u)
	right := lang.Sprintf("다른 수를 고르면 %[1]d줄까지 맞힐 수 있지만, 네 줄은 안 돼요.",
		"Other numbers get up to %[1]d rows right, but never all four.", most)
	if count == most {
		right = lang.Sprintf("%[1]d줄보다 많이는 맞힐 수 없어요. 한 점만 포기하면 나머지 셋은 직선으로 가를 수 있어요.",
			"No perceptron gets more than %[1]d: give up one point and a line separates the other three.", most)
	}
	rules := []exercises.Rule{exercises.Right(exercises.Exactly(count), right)}
	if misses := len(data.Inputs()) - count; misses != count {
		rules = append(rules, exercises.Mistaken("misses", exercises.Exactly(misses), lang.T(
			"틀린 줄을 세셨어요. 출력이 목표와 같은 줄을 세요.", "Those are the rows that it gets wrong. Count the ones whose output is the target.")))
	}
	u.F = xorTask{Strict: !t.Strict}.step()
	if other := t.rowsRight(u); other != count {
		rules = append(rules, exercises.Mistaken("other-step", exercises.Exactly(other), lang.Sprintf(
			"합이 정확히 0인 줄을 다시 보세요. 이 계단은 $a %[1]s 0$에서 1이에요.",
			"Look again at the row whose sum is exactly 0. This step is 1 for $a %[1]s 0$.", t.on())))
	}
	rules = append(rules, exercises.Mistaken("four", exercises.Exactly(len(data.Inputs())), lang.T(
		"네 줄을 다 맞히면 방금 얻은 모순이 생겨요. 적어도 한 줄은 틀려야 해요.", "All four would be the contradiction just found. One row at least has to be wrong.")))
	return exercises.Number("rows", lang.Sprintf("$w = %[1]s$, $b = %[2]s$인 퍼셉트론이 맞히는 줄의 수", "the rows that $w = %[1]s$, $b = %[2]s$ gets right", row(t.W), num(t.B)),
		lang.T("네 입력마다 합 $a$를 구하고 계단에 넣어 목표와 견주어 보세요.", "Work out the sum $a$ for each of the four inputs, apply the step and compare with the target."), rules...)
}

// rowsRight counts the rows that a perceptron gets right.
func (t xorTask) rowsRight(u nn.Perceptron) int {
	count := 0
	for i, x := range data.Inputs() {
		if u.Output(x) == t.target(i) {
			count++
		}
	}
	return count
}

// mostRows runs perceptrons over a grid of weights and returns the most rows
// that any of them gets right.
func (t xorTask) mostRows() int {
	most := 0
	steps := []float64{-1.5, -1, -0.5, 0, 0.5, 1, 1.5}
	for _, w1 := range steps {
		for _, w2 := range steps {
			for _, b := range steps {
				most = max(most, t.rowsRight(nn.Perceptron{W: []float64{w1, w2}, B: b, F: t.step()}))
			}
		}
	}
	return most
}

func (t xorTask) solution() lang.Text {
	lines := ""
	for i, x := range data.Inputs() {
		if i > 0 {
			lines += ` \\ `
		}
		lines += fmt.Sprintf(`%s \to %g &: & %s &%s 0`, row(x), t.target(i), cornerSum(i), t.asks(i))
	}
	count := t.rowsRight(nn.Perceptron{W: t.W, B: t.B, F: t.step()})
	return lang.Sprintf(
		"네 입력에서 나오는 부등식이에요.\n\n$$ \\begin{aligned} %[1]s \\end{aligned} $$\n\n목표가 1인 둘을 더하면 $w_1 + w_2 + 2b %[2]s 0$, 0인 둘을 더하면 $w_1 + w_2 + 2b %[3]s 0$이에요. 둘이 동시에 참일 수 없으니 그런 퍼셉트론은 없어요.\n\n$w = %[4]s$, $b = %[5]s$인 퍼셉트론은 %[6]d줄을 맞혀요. 아무리 잘 골라도 %[7]d줄까지예요.",
		"The four inputs give these inequalities.\n\n$$ \\begin{aligned} %[1]s \\end{aligned} $$\n\nThe two with target 1 add up to $w_1 + w_2 + 2b %[2]s 0$, the two with target 0 to $w_1 + w_2 + 2b %[3]s 0$. They cannot both hold, so there is no such perceptron.\n\nThe one with $w = %[4]s$ and $b = %[5]s$ gets %[6]d right; at most %[7]d are possible.",
		lines, t.on(), t.off(), row(t.W), num(t.B), count, t.mostRows())
}
