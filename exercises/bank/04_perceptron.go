package bank

import (
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
)

// lecture04 returns the exercises on the perceptron and its activation functions.
func lecture04() []exercises.Exercise {
	return []exercises.Exercise{
		perceptronOutput(),
		perceptronIntercepts(),
		chooseWeights("04/and", data.AND),
		chooseWeights("04/or", data.OR),
		chooseWeights("04/nand", data.NAND),
		noXOR(),
		sigmoidValues(),
		sigmoidSlope(),
		logit(),
		reluValues(),
		leakyValue(),
	}
}

// unitAt is a perceptron and an input to it.
type unitAt struct {
	W, X []float64
	B    float64
}

func (p unitAt) unit() nn.Perceptron { return nn.Perceptron{W: p.W, B: p.B, F: nn.Step} }

// term writes a coefficient before a variable: x_1, -x_1, 3 x_1.
func term(coefficient float64, variable string) string {
	switch coefficient {
	case 1:
		return variable
	case -1:
		return "-" + variable
	}
	return num(coefficient) + " " + variable
}

func perceptronOutput() exercises.Exercise {
	draw := func(r *rand.Rand) unitAt {
		halves := func() float64 { return among(r, -3, -2, -1.5, -0.5, 0.5, 1.5, 2, 3) }
		return unitAt{
			W: []float64{halves(), halves()},
			X: []float64{among(r, -2, -1, 1, 2, 3), among(r, -2, -1, 1, 2, 3)},
			B: among(r, -4, -3, -2.5, -2, -1, 1, 2, 2.5, 3, 4),
		}
	}
	handout := unitAt{W: []float64{1, 1}, X: []float64{1, 1}, B: -2}
	return exercises.Template("04/output", lang.T("퍼셉트론의 출력", "A perceptron's output"), handout, draw, buildOutput,
		slices.Concat(
			exercises.Accepts("a", "0"),
			exercises.Catches("a", "bias-forgotten", "2"),
			exercises.Catches("a", "bias-sign", "4"),
			exercises.Catches("a", "step-too-early", "-1"),
			exercises.Catches("a", "output-for-sum", "1"),
			exercises.Catches("a", "", "7"),
			exercises.Refuses("a", ""),
			exercises.Accepts("y", "1"),
			exercises.Catches("y", "zero-is-off", "0"),
			exercises.Catches("y", "", "0.5"),
			exercises.Refuses("y", "on"),
		)...,
	)
}

func buildOutput(p unitAt) exercises.Variant {
	u := p.unit()
	sum := nn.Dot(p.W, p.X)
	a, y := u.PreActivation(p.X), u.Output(p.X)
	return exercises.Variant{
		Situation: unitSituation(p.W, p.B, p.X),
		Statement: lang.Sprintf(
			"퍼셉트론의 가중치가 $w = %[1]s$, 편향이 $b = %[2]s$이고, 활성화 함수 $f$는 0 이상이면 1, 아니면 0인 단위 계단 함수예요. 입력 $x = %[3]s$에서 합 $a = \\sum w_i x_i + b$와 출력 $y = f(a)$를 구하세요. 둘 다 정확한 값으로 적어요.",
			"A perceptron has the weights $w = %[1]s$, the bias $b = %[2]s$ and for $f$ the unit step, which is 1 from 0 on and 0 below. For the input $x = %[3]s$ find the sum $a = \\sum w_i x_i + b$ and the output $y = f(a)$. Give exact values.",
			row(p.W), num(p.B), row(p.X)),
		Parts: []exercises.Part{outputSum(p, sum, a, y), outputStep(a, y)},
		Hints: []lang.Text{
			lang.T("먼저 짝끼리 곱해요. $w_1 x_1$과 $w_2 x_2$가 얼마인가요?",
				"Multiply pair by pair first. What are $w_1 x_1$ and $w_2 x_2$?"),
			lang.Sprintf("두 곱의 합은 $%[1]s$%[4]s. 아직 편향 $%[2]s$%[3]s 더하지 않았어요.",
				"The two products add up to $%[1]s$. The bias $%[2]s$ is still to come.", num(sum), num(p.B), josa(p.B, "을", "를"), josa(sum, "이에요", "예요")),
			lang.T("출력은 합이 0보다 작은지 아닌지로 정해져요. 정확히 0이면 켜져요.",
				"For the output it only matters whether the sum is below 0. Exactly 0 counts as on."),
		},
		Solution: spoken(
			"$$ a = %[1]s \\cdot %[2]s + %[3]s \\cdot %[4]s + %[5]s = %[6]s + %[7]s + %[5]s = %[8]s $$\n\n$%[8]s %[9]s 0$이므로 $y = f(%[8]s) = %[10]s$[이에요/예요].",
			"$$ a = %[1]s \\cdot %[2]s + %[3]s \\cdot %[4]s + %[5]s = %[6]s + %[7]s + %[5]s = %[8]s $$\n\nSince $%[8]s %[9]s 0$, the output is $y = f(%[8]s) = %[10]s$.",
			num(p.W[0]), neg(p.X[0]), neg(p.W[1]), neg(p.X[1]), neg(p.B),
			num(nn.Dot(p.W[:1], p.X[:1])), neg(nn.Dot(p.W[1:], p.X[1:])), num(a), sideOfZero(a), num(y)),
	}
}

// sideOfZero is the relation of a to 0 that decides a step.
func sideOfZero(a float64) string {
	if a >= 0 {
		return `\ge`
	}
	return "<"
}

func outputSum(p unitAt, sum, a, y float64) exercises.Part {
	right := lang.Sprintf("편향이 없다면 합은 $%s$, 출력은 %s일 거예요.",
		"Without the bias the sum would be $%s$ and the output %s.", num(sum), num(nn.Step.At(sum)))
	if a == 0 {
		right = lang.T("합이 정확히 0이니 이 입력은 직선 위의 점이에요.",
			"The sum is exactly 0, so this input lies on the line itself.")
	}
	rules := []exercises.Rule{
		exercises.Right(exercises.Exactly(a), right),
		exercises.Mistaken("bias-forgotten", exercises.Exactly(sum), lang.Sprintf(
			"편향을 더하지 않은 값과 같아요. $\\sum w_i x_i = %[1]s$에 $b = %[2]s$%[3]s 더해야 해요.",
			"That is the sum without the bias. Add $b = %[2]s$ to $\\sum w_i x_i = %[1]s$.", num(sum), num(p.B), josa(p.B, "을", "를"))),

		exercises.Mistaken("bias-sign", exercises.Exactly(sum-p.B), lang.Sprintf(
			"편향을 빼신 것 같아요. $b = %[1]s$%[2]s 부호까지 그대로 더해요.",
			"It looks as if the bias was subtracted. $b = %[1]s$ is added, sign and all.", num(p.B), josa(p.B, "은", "는"))),

		exercises.Mistaken("step-too-early", exercises.Exactly(nn.Step.At(sum)+p.B), lang.Sprintf(
			"편향을 더하기 전에 계단을 씌운 것 같아요. $%s + %s$까지 다 더한 뒤에 $f$에 넣어요.",
			"The step seems to have come before the bias. Finish the sum $%s + %s$, then apply $f$.", num(sum), neg(p.B))),

		exercises.Mistaken("output-for-sum", exercises.Exactly(y), lang.T(
			"계단을 지난 뒤의 값, 곧 출력 $y$예요. 여기에는 $f$에 넣기 전의 합을 적어요.",
			"That is the value after the step, the output $y$. This box is for the sum before $f$.")),
	}
	if swapped := nn.Dot(p.W, []float64{p.X[1], p.X[0]}) + p.B; swapped != a {
		rules = append(rules, exercises.Mistaken("weights-swapped", exercises.Exactly(swapped), lang.T(
			"$w_1$을 $x_2$에, $w_2$를 $x_1$에 곱한 값이에요. 번호가 같은 것끼리 곱해요.",
			"$w_1$ met $x_2$ and $w_2$ met $x_1$. Multiply those with the same number.")))
	}
	return exercises.Number("a", lang.T("합 a", "sum a"), lang.T(
		"곱 두 개와 편향, 세 수를 더한 값이어야 해요. 음수의 부호를 하나씩 확인해 보세요.",
		"It is the sum of three numbers: two products and the bias. Check the signs one by one."),
		rules...)
}

func outputStep(a, y float64) exercises.Part {
	right := lang.T("계단은 합이 0에서 얼마나 먼지는 전하지 않아요.",
		"The step does not tell how far from 0 the sum was.")
	if a == 0 {
		right = lang.T("계단이 $x > 0$에서만 1이라면 이 입력에서 0이 나왔을 거예요.",
			"With a step that is 1 only for $x > 0$, this input would have given 0.")
	}
	rules := []exercises.Rule{exercises.Right(exercises.Exactly(y), right)}
	if a == 0 {
		rules = append(rules, exercises.Mistaken("zero-is-off", exercises.Exactly(1-y), lang.T(
			"0에서 꺼지는 계단을 쓰셨네요. 이 문제의 계단은 0 이상에서 1이라, 정확히 0이면 켜져요.",
			"That is the step that is off at 0. The one here is 1 from 0 on, so exactly 0 is on.")))
	} else {
		rules = append(rules,
			exercises.Mistaken("step-flipped", exercises.Exactly(1-y), lang.Sprintf(
				"계단이 뒤집혔어요. $a = %s$인데 이 계단은 0 이상이면 1이고 0보다 작으면 0이에요.",
				"The step is upside down. $a = %s$; it is 1 from 0 on and 0 below.", num(a))),

			exercises.Mistaken("no-step", exercises.Exactly(a), lang.T(
				"합을 그대로 내보냈어요. 계단을 지나면 0 아니면 1만 남아요.",
				"That is the sum, passed on as it is. After the step only 0 or 1 is left.")),
		)
	}
	rules = append(rules, exercises.Follow("a", answer.Exact, func(earlier map[string]exercises.Result) (exercises.Calc, bool) {
		sum := answer.Entries(earlier["a"].Read)
		return exercises.From(apply(nn.Step.At, sum)...), true
	}, lang.T("앞에서 구한 합으로는 맞는 출력이에요. 합을 고치면 출력도 다시 보세요.",
		"From the sum that you found this is the right output. Mend the sum, then look again.")))
	return exercises.Number("y", lang.T("출력 y", "output y"), lang.T(
		"계단의 출력은 0 아니면 1이에요. 합이 0 이상인지 보세요.",
		"A step puts out 0 or 1. See whether the sum is 0 or more."), rules...)
}

// lineSituation shows the line among the points of a gate, if the lab reaches it.
func (p unitAt) lineSituation() string {
	if !fit(3, p.W...) || !fit(3, p.B) {
		return ""
	}
	return situation("gates", append(counted("w", p.W), set("b", p.B))...)
}

func perceptronIntercepts() exercises.Exercise {
	// The weights differ in size, and a bias divided by them is a short decimal.
	draw := func(r *rand.Rand) unitAt {
		sizes := []float64{2, 4, 5}
		r.Shuffle(len(sizes), func(i, j int) { sizes[i], sizes[j] = sizes[j], sizes[i] })
		return unitAt{
			W: []float64{among(r, -1, 1) * sizes[0], among(r, -1, 1) * sizes[1]},
			B: among(r, -10, -8, -6, -5, -3, 3, 5, 6, 8, 10),
		}
	}
	handout := unitAt{W: []float64{1, 1}, B: -2}
	return exercises.Template("04/intercepts", lang.T("직선이 축과 만나는 곳", "Where the line meets the axes"), handout, draw, buildIntercepts,
		slices.Concat(
			exercises.Accepts("x1", "2"),
			exercises.Catches("x1", "sign", "-2"),
			exercises.Catches("x1", "upside-down", "1/2"),
			exercises.Catches("x1", "", "3"),
			exercises.Refuses("x1", "?"),
			exercises.Accepts("x2", "2.0"),
			exercises.Catches("x2", "sign", "-2"),
			exercises.Refuses("x2", "two"),
		)...,
	)
}

// picture draws the weights and the points that are typed, with the line
// through them.
func (p unitAt) picture(typed map[string][]float64) exercises.Picture {
	reach := 1 + max(math.Abs(p.W[0]), math.Abs(p.W[1]), math.Abs(p.B/p.W[0]), math.Abs(p.B/p.W[1]))
	picture := exercises.Picture{
		Min: -reach, Max: reach, XLabel: "x₁", YLabel: "x₂",
		Arrows: []exercises.Arrow{{X: p.W[0], Y: p.W[1], Name: "w"}},
		Caption: lang.T("화살표는 가중치 w예요. 두 점을 적으면 그 점을 지나는 직선이 그어져요. 경계라면 w와 직각이어야 해요.",
			"The arrow is the weights w. Type both points and the line through them appears. A boundary stands at a right angle to w."),
	}
	x, y := typed["x1"], typed["x2"]
	if x != nil {
		picture.Points = append(picture.Points, exercises.Point{X: x[0], Lit: true})
	}
	if y != nil {
		picture.Points = append(picture.Points, exercises.Point{Y: y[0], Lit: true})
	}
	if x != nil && y != nil {
		picture.Lines = []exercises.Boundary{{W1: y[0], W2: x[0], B: -x[0] * y[0]}}
	}
	return picture
}

func buildIntercepts(p unitAt) exercises.Variant {
	u := p.unit()
	return exercises.Variant{
		Situation: p.lineSituation(),
		Picture:   p.picture,
		Statement: lang.Sprintf(
			"가중치 $w = %[1]s$, 편향 $b = %[2]s$인 퍼셉트론의 경계는 직선 $w_1 x_1 + w_2 x_2 + b = 0$이에요. 이 직선이 $x_1$축과 만나는 점의 $x_1$, $x_2$축과 만나는 점의 $x_2$를 구하세요. 소수로 나누어떨어지는 값이니 반올림하지 말고 그대로 적어요. 분수로 적어도 괜찮아요.",
			"The boundary of a perceptron with the weights $w = %[1]s$ and the bias $b = %[2]s$ is the line $w_1 x_1 + w_2 x_2 + b = 0$. Find $x_1$ where it meets the $x_1$ axis and $x_2$ where it meets the $x_2$ axis. Both are decimals that end, so give them unrounded; fractions are fine, too.",
			row(p.W), num(p.B)),
		Parts: []exercises.Part{intercept(p, 0), intercept(p, 1)},
		Hints: []lang.Text{
			lang.T("$x_1$축 위의 점은 모두 $x_2 = 0$이에요.", "Every point of the $x_1$ axis has $x_2 = 0$."),
			lang.Sprintf("$x_2 = 0$을 넣으면 $%[1]s + %[2]s = 0$이 남아요.",
				"With $x_2 = 0$ what remains is $%[1]s + %[2]s = 0$.", term(p.W[0], "x_1"), neg(p.B)),
			lang.T("$x_1 = -b / w_1$이고, 같은 방법으로 $x_2 = -b / w_2$예요.",
				"$x_1 = -b / w_1$, and in the same way $x_2 = -b / w_2$."),
		},
		Solution: lang.Sprintf(
			"다른 좌표를 0으로 두고 풀어요.\n\n$$ x_1 = -\\frac{%[1]s}{%[2]s} = %[4]s, \\quad x_2 = -\\frac{%[1]s}{%[3]s} = %[5]s $$",
			"Set the other coordinate to 0 and solve.\n\n$$ x_1 = -\\frac{%[1]s}{%[2]s} = %[4]s, \\quad x_2 = -\\frac{%[1]s}{%[3]s} = %[5]s $$",
			num(p.B), num(p.W[0]), num(p.W[1]), num(u.Intercept(0)), num(u.Intercept(1))),
	}
}

func intercept(p unitAt, i int) exercises.Part {
	here, there := i+1, 2-i
	return exercises.Number([...]string{"x1", "x2"}[i],
		lang.Sprintf("$x_%[1]d$축과 만나는 곳", "meets the $x_%[1]d$ axis at", here),
		lang.Sprintf("$x_%[2]d = 0$을 넣고 $x_%[1]d$에 대해 풀어 보세요.", "Put $x_%[2]d = 0$ and solve for $x_%[1]d$.", here, there),
		interceptRules(p, i)...)
}

func interceptRules(p unitAt, i int) []exercises.Rule {
	u := p.unit()
	want, other := u.Intercept(i), u.Intercept(1-i)
	here, there := i+1, 2-i
	rules := []exercises.Rule{
		exercises.Right(exercises.Exactly(want), lang.Sprintf(
			"그 점에서 $%[1]s \\cdot %[2]s + %[3]s = 0$이에요.", "At that point $%[1]s \\cdot %[2]s + %[3]s = 0$.",
			num(p.W[i]), neg(want), neg(p.B))),

		exercises.Mistaken("sign", exercises.Exactly(-want), lang.Sprintf(
			"부호가 반대예요. $b$를 오른쪽으로 넘기면 $w_%[1]d x_%[1]d = -b$가 돼요.",
			"The sign is turned around. Bring $b$ over to the right: $w_%[1]d x_%[1]d = -b$.", here)),

		exercises.Mistaken("upside-down", inOneStep(2, func(x []float64) float64 { return -x[0] / x[1] }, p.W[i], p.B), lang.T(
			"나눗셈이 뒤집혔어요. 가중치가 분모, 편향이 분자예요.",
			"The fraction is upside down. The weight goes below, the bias above.")),
	}
	if other != want {
		rules = append(rules, exercises.Mistaken("swapped", exercises.Exactly(other), lang.Sprintf(
			"다른 축과 만나는 곳이에요. $x_%[1]d$축 위에서는 $x_%[2]d$%[3]s 0이라 $w_%[1]d$만 남아요.",
			"That is where it meets the other axis. On the $x_%[1]d$ axis $x_%[2]d$ is 0, so only $w_%[1]d$ is left.", here, there, josa(float64(there), "이", "가"))))
	}
	if -p.B != want {
		rules = append(rules, exercises.Mistaken("not-divided", exercises.Exactly(-p.B), lang.Sprintf(
			"$-b$에서 멈췄어요. $w_%[1]d = %[2]s$%[3]s 나눠야 해요.",
			"That is $-b$. It still has to be divided by $w_%[1]d = %[2]s$.", here, num(p.W[i]), josa(p.W[i], "으로", "로"))))
	}
	return rules
}
