package bank

import (
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// activationDigits is the number of decimals of a sigmoid that are asked for.
const activationDigits = 3

// sigmoidAt asks for the sigmoid and its derivative at x. The handout has x = 0.
type sigmoidAt struct{ X float64 }

func sigmoidValues() exercises.Exercise {
	draw := func(r *rand.Rand) sigmoidAt {
		x := 0.1 * float64(2+r.IntN(29))
		if r.IntN(2) == 1 {
			x = -x
		}
		return sigmoidAt{rounded(x, 1)}
	}
	return exercises.Template("04/sigmoid", lang.T("시그모이드의 값과 기울기", "The sigmoid: value and slope"),
		sigmoidAt{0}, draw, buildSigmoid,
		slices.Concat(
			exercises.Accepts("h", "0.5", "1/2"),
			exercises.Catches("h", "only-exp", "1"),
			exercises.Catches("h", "tanh", "0"),
			exercises.Catches("h", "slope-for-value", "0.25"),
			exercises.Refuses("h", "half"),
			exercises.Accepts("slope", "0.25"),
			exercises.Catches("slope", "value-for-slope", "0.5"),
			exercises.Catches("slope", "step-slope", "0"),
			exercises.Refuses("slope", ""),
		)...,
	)
}

func buildSigmoid(p sigmoidAt) exercises.Variant {
	h, slope, e := nn.Sigmoid.At(p.X), nn.Sigmoid.Slope(p.X), math.Exp(-p.X)
	x := num(p.X)
	equals := `\approx`
	if p.X == 0 {
		equals = "="
	}
	return exercises.Variant{
		Situation: situation("activations", "f=sigmoid", set("x", p.X)),
		Statement: lang.Sprintf(
			"$x = %[1]s$에서 시그모이드 $h(x) = \\frac{1}{1 + \\exp(-x)}$의 값과 기울기 $h'(x)$를 구하세요. 소수 셋째 자리까지 적어요. 0.001보다 작은 차이는 맞은 것으로 보고, 중간 값은 소수 둘째 자리까지만 남겨도 괜찮아요.",
			"At $x = %[1]s$, find the value of the sigmoid $h(x) = \\frac{1}{1 + \\exp(-x)}$ and its slope $h'(x)$. Give three decimals; less than 0.001 off counts as right. On the way two decimals are enough.",
			x),
		Parts: []exercises.Part{sigmoidPart(p, e), sigmoidSlopePart(p, slope)},
		Picture: func(typed map[string][]float64) exercises.Picture {
			return touching(sigmoidPicture(), p.X, typed["h"], typed["slope"])
		},
		Hints: []lang.Text{
			lang.Sprintf("먼저 $\\exp(-x) = \\exp(%[1]s)$부터 구해요.", "Begin with $\\exp(-x) = \\exp(%[1]s)$.", num(-p.X)),
			lang.Sprintf("$\\exp(%[1]s) %[3]s %[2]s$%[4]s. 여기에 1을 더한 것이 분모예요.",
				"$\\exp(%[1]s) %[3]s %[2]s$; add 1 for the denominator.", num(-p.X), concise(e, 3), equals, josaAfter(concise(e, 3), "이에요", "예요")),
			lang.T("기울기는 미분하지 않아도 값에서 바로 나와요. $h' = h(1 - h)$예요.",
				"The slope follows from the value: $h' = h(1 - h)$."),
		},
		Solution: lang.Sprintf(
			"$$ h(%[1]s) = \\frac{1}{1 + \\exp(%[2]s)} %[7]s \\frac{1}{1 + %[3]s} %[7]s %[4]s $$\n\n$$ h'(%[1]s) = h(1 - h) %[7]s %[4]s \\cdot %[5]s %[7]s %[6]s $$",
			"$$ h(%[1]s) = \\frac{1}{1 + \\exp(%[2]s)} %[7]s \\frac{1}{1 + %[3]s} %[7]s %[4]s $$\n\n$$ h'(%[1]s) = h(1 - h) %[7]s %[4]s \\cdot %[5]s %[7]s %[6]s $$",
			x, num(-p.X), concise(e, 4), concise(h, 4), concise(1-h, 4), concise(slope, 4), equals),
	}
}

func sigmoidPicture() exercises.Picture {
	picture := activationPicture(nn.Sigmoid.At, 5, -0.25, 1.25)
	picture.Caption = sayTyped()
	return picture
}

// fromSigmoid leads on from h by one formula.
func fromSigmoid(x float64, f func(h float64) float64) exercises.Want {
	return exercises.To(activationDigits, toSigmoid(x).Value(lang.Text{}, func(h []float64) float64 { return f(h[0]) }))
}

func sigmoidPart(p sigmoidAt, e float64) exercises.Part {
	right := lang.Sprintf("대칭이라 $h(%[1]s) = 1 - h(%[2]s) = %[3]s$이기도 해요.",
		"By symmetry $h(%[1]s) = 1 - h(%[2]s) = %[3]s$ comes for free.", num(-p.X), num(p.X), dec(nn.Sigmoid.At(-p.X), 3))
	if p.X == 0 {
		right = lang.T("0과 1의 꼭 한가운데, 가장 망설이는 값이에요.", "Halfway between 0 and 1: the unit is undecided.")
	}
	to := func(calcs ...exercises.Calc) exercises.Want { return exercises.To(activationDigits, calcs...) }
	rules := []exercises.Rule{
		rightTelling(to(bothSigmoids(p.X)...), right),

		exercises.Mistaken("only-exp", to(toExponential(p.X)), lang.T(
			"지수함수까지만 구한 값이에요. 1을 더하고 역수를 취해야 해요.",
			"That is the exponential alone. Add 1 and take the reciprocal.")),

		exercises.Mistaken("not-inverted", to(toDenominator(p.X)), lang.T(
			"분모의 값이에요. 1을 이 값으로 나눠요.", "That is the denominator. Divide 1 by it.")),

		exercises.Mistaken("slope-for-value", to(toSlopes(p.X)...), lang.T(
			"기울기 $h'$의 값이에요. 여기에는 $h$를 적어요.", "That is the slope $h'$. This box is for $h$.")),

		exercises.Mistaken("tanh", to(exercises.From(p.X).Value(lang.Text{}, func(x []float64) float64 { return nn.Tanh.At(x[0]) })), lang.T(
			"$\\tanh$의 값과 같아요. 시그모이드의 값은 $-1$과 1 사이가 아니라 0과 1 사이예요.",
			"That is $\\tanh$, which lies between $-1$ and 1. The sigmoid lies between 0 and 1.")),
	}
	if p.X != 0 { // where exp(-x) and exp(x) are the same
		rules = append(rules,
			exercises.Mistaken("exponent-sign", to(bothSigmoids(-p.X)...), lang.Sprintf(
				"지수의 부호가 빠졌어요. $\\exp(x)$가 아니라 $\\exp(-x) = %[1]s$%[2]s.",
				"The sign in the exponent is missing. It is not $\\exp(x)$ but $\\exp(-x) = %[1]s$.", dec(e, 3), josaAfter(dec(e, 3), "이에요", "예요"))),

			exercises.Mistaken("one-forgotten", to(toExponential(p.X).Value(lang.Text{}, reciprocal)), lang.T(
				"분모에서 1이 빠졌어요. 분모는 $1 + \\exp(-x)$예요.", "The 1 in the denominator is missing. It is $1 + \\exp(-x)$.")))
	}
	return exercises.Number("h", lang.Sprintf("$h(%[1]s)$", "$h(%[1]s)$", num(p.X)),
		lang.T("값은 0과 1 사이예요. $\\exp(-x)$에 1을 더한 뒤 그 역수를 구해 보세요.",
			"The value lies between 0 and 1. Add 1 to $\\exp(-x)$, then take the reciprocal."), rules...)
}

func sigmoidSlopePart(p sigmoidAt, slope float64) exercises.Part {
	steepest := nn.Sigmoid.Slope(0)
	right := lang.Sprintf("가장 가파른 $x = 0$의 기울기 %[1]s에 견주면 %[2]s배예요.",
		"Compared with the steepest slope, %[1]s at $x = 0$, it is %[2]s times that.", num(steepest), dec(slope/steepest, 2))
	if p.X == 0 {
		right = lang.T("시그모이드에서 가장 가파른 곳인데도 4분의 1이에요. 층을 지날 때마다 기울기가 이만큼 줄 수 있어요.",
			"This is where it is steepest, and still only a quarter. Every layer can shrink a gradient this much.")
	}
	rules := []exercises.Rule{
		rightTelling(exercises.To(activationDigits, toSlopes(p.X)...), right),
		exercises.Follow("h", activationDigits, func(earlier map[string]exercises.Result) (exercises.Calc, bool) {
			return toSlope(exercises.From(answer.Entries(earlier["h"].Read)...)), true
		}, lang.T("앞에서 구한 $h$로는 $h(1 - h)$를 맞게 계산했어요. $h$를 고치고 다시 곱해 보세요.",
			"With the $h$ that you found, $h(1 - h)$ is worked out rightly. Mend $h$ and multiply again.")),
	}
	return exercises.Number("slope", lang.Sprintf("$h'(%[1]s)$", "$h'(%[1]s)$", num(p.X)),
		lang.T("기울기는 $h(1 - h)$이고 0.25를 넘지 않아요. 앞에서 구한 $h$를 넣어 보세요.",
			"The slope is $h(1 - h)$ and never above 0.25. Put in the $h$ that you found."),
		append(rules, slopeMistakes(p)...)...)
}

func slopeMistakes(p sigmoidAt) []exercises.Rule {
	rules := []exercises.Rule{
		exercises.Mistaken("value-for-slope", exercises.To(activationDigits, bothSigmoids(p.X)...), lang.T(
			"함수의 값 $h$예요. 기울기는 여기에 $1 - h$를 곱해요.", "That is the value $h$. For the slope, multiply it by $1 - h$.")),

		exercises.Mistaken("sign", exercises.To(activationDigits, toSlope(toSigmoid(p.X)).Value(lang.Text{}, func(x []float64) float64 { return -x[0] })), lang.T(
			"부호가 음수예요. 시그모이드는 늘 커지는 함수라 기울기가 양수예요.",
			"The sign is negative. The sigmoid always rises, so its slope is positive.")),

		exercises.Mistaken("tanh", fromSigmoid(p.X, func(h float64) float64 { return 1 - h*h }), lang.T(
			"$1 - h^2$은 $\\tanh$의 도함수예요. 시그모이드는 $h(1 - h)$예요.",
			"$1 - h^2$ is the derivative of $\\tanh$. The sigmoid has $h(1 - h)$.")),

		exercises.Mistaken("step-slope", exercises.Exactly(0), lang.T(
			"기울기 0은 계단의 것이에요. 시그모이드는 어디서나 조금은 기울어 있어요.",
			"Slope 0 belongs to the step. The sigmoid is sloped everywhere.")),
	}
	if p.X == 0 { // where h and 1 - h are the same
		return rules
	}
	return append(rules,
		exercises.Mistaken("complement", fromSigmoid(p.X, func(h float64) float64 { return 1 - h }), lang.T(
			"$1 - h$까지만 구했어요. $h$를 곱해야 해요.", "That is $1 - h$. It still has to be multiplied by $h$.")),

		exercises.Mistaken("squared", fromSigmoid(p.X, func(h float64) float64 { return h * h }), lang.T(
			"$h \\cdot h$를 구하셨네요. 두 번째 인수는 $1 - h$예요.", "That is $h \\cdot h$. The second factor is $1 - h$.")))
}

// reluAt asks for ReLU at three points, its slope at the first and the last,
// and the output of a unit with ReLU.
type reluAt struct {
	X     []float64
	W, In []float64
	B     float64
}

func reluValues() exercises.Exercise {
	draw := func(r *rand.Rand) reluAt {
		low := -0.5 * float64(1+r.IntN(9))
		high := 0.5 * float64(3+r.IntN(9))
		x := []float64{low, 0, high}
		r.Shuffle(len(x), func(i, j int) { x[i], x[j] = x[j], x[i] })
		return reluAt{
			X: x,
			W: []float64{among(r, -3, -2, 2, 3), among(r, -2, -1, 1, 3)}, In: []float64{among(r, 1, 2, 3), among(r, -2, -1, 2, 3)},
			B: among(r, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5), // the sum is never 0, where ReLU has its kink
		}
	}
	handout := reluAt{X: []float64{-2, 0, 3}, W: []float64{1, 1}, In: []float64{2, 3}, B: -2}
	return exercises.Template("04/relu", lang.T("ReLU의 값", "Values of ReLU"), handout, draw, buildReLU,
		slices.Concat(
			exercises.Accepts("values", "(0, 0, 3)"),
			exercises.Catches("values", "unchanged", "-2 0 3"),
			exercises.Catches("values", "absolute", "2, 0, 3"),
			exercises.Catches("values", "slope-for-value", "0, 0, 1"),
			exercises.Catches("values", "", "0, 1, 3"),
			exercises.Refuses("values", "0, 3"),
			exercises.Accepts("slopes", "0, 1"),
			exercises.Catches("slopes", "value-for-slope", "0, 3"),
			exercises.Refuses("slopes", "1"),
			exercises.Accepts("y", "3"),
			exercises.Catches("y", "bias-forgotten", "5"),
			exercises.Catches("y", "step", "1"),
			exercises.Refuses("y", "?"),
		)...,
	)
}

// ends returns the two inputs that are not 0, in their order.
func (p reluAt) ends() []float64 {
	var out []float64
	for _, x := range p.X {
		if x != 0 {
			out = append(out, x)
		}
	}
	return out
}

func buildReLU(p reluAt) exercises.Variant {
	ends := p.ends()
	u := nn.Perceptron{W: p.W, B: p.B, F: nn.ReLU}
	a, y := u.PreActivation(p.In), u.Output(p.In)
	return exercises.Variant{
		Situation: situation("activations", "f=relu", set("x", slices.Max(p.X))),
		Statement: lang.Sprintf(
			"$\\text{ReLU}(x) = \\max(0, x)$예요. 다음을 순서대로 구하세요.\n\n- 세 입력 $%[1]s$에서의 값\n- 두 입력 $%[2]s$에서의 기울기\n- $w = %[3]s$, $b = %[4]s$이고 활성화 함수가 ReLU인 뉴런에 $x = %[5]s$%[6]s 넣었을 때의 출력 $y$\n\n모두 정확한 값으로 적어요.",
			"$\\text{ReLU}(x) = \\max(0, x)$. Find, in order:\n\n- its values at the three inputs $%[1]s$\n- its slopes at the two inputs $%[2]s$\n- the output $y$ of a neuron with $w = %[3]s$, $b = %[4]s$ and ReLU for the input $x = %[5]s$\n\nGive exact values.",
			row(p.X), row(ends), row(p.W), num(p.B), row(p.In), josa(p.In[1], "을", "를")),
		Parts: []exercises.Part{reluValuesPart(p), reluSlopesPart(ends), reluUnitPart(p, a, y)},
		Picture: func(typed map[string][]float64) exercises.Picture {
			picture := activationPicture(nn.ReLU.At, 6, -6, 6)
			picture.Caption = lang.T("적은 값이 점으로 나타나요.", "Values appear as points when they are typed.")
			for i, y := range typed["values"] {
				picture = touching(picture, p.X[i], []float64{y}, nil)
			}
			return picture
		},
		Hints: []lang.Text{
			lang.T("0보다 작은 것은 0이 되고, 나머지는 그대로예요.", "What is below 0 becomes 0, the rest stays as it is."),
			lang.T("기울기는 그래프의 가파르기예요. 평평한 쪽과 비스듬한 쪽을 떠올려 보세요.",
				"The slope is how steep the graph is. Picture the level side and the slanted side."),
			lang.Sprintf("뉴런의 합은 $a = %[1]s$%[2]s. 이 값을 ReLU에 넣어요.", "The neuron's sum is $a = %[1]s$. Put it into ReLU.",
				num(a), josa(a, "이에요", "예요")),
		},
		Solution: spoken(
			"입력 $%[1]s$의 값은 $%[2]s$, 기울기는 $%[3]s$에서 $%[4]s$[이에요/예요].\n\n$$ a = %[5]s + %[6]s + %[7]s = %[8]s, \\quad y = \\max(0, %[8]s) = %[9]s $$",
			"At $%[1]s$ the values are $%[2]s$; at $%[3]s$ the slopes are $%[4]s$.\n\n$$ a = %[5]s + %[6]s + %[7]s = %[8]s, \\quad y = \\max(0, %[8]s) = %[9]s $$",
			row(p.X), row(apply(nn.ReLU.At, p.X)), row(ends), row(apply(nn.ReLU.Slope, ends)),
			num(nn.Dot(p.W[:1], p.In[:1])), neg(nn.Dot(p.W[1:], p.In[1:])), neg(p.B), num(a), num(y)),
	}
}

func reluValuesPart(p reluAt) exercises.Part {
	return exercises.Vector("values", 3, lang.Sprintf("$%[1]s$에서의 값", "values at $%[1]s$", row(p.X)),
		lang.T("하나씩 0과 견줘 큰 쪽을 적어 보세요.", "Compare each with 0 and write the larger one."),
		exercises.Right(exercises.Exactly(apply(nn.ReLU.At, p.X)), lang.T(
			"음수 입력이 얼마였는지는 출력만 보아서는 알 수 없어요.", "From the output alone nobody can tell what the negative input was.")),

		exercises.Mistaken("unchanged", exercises.Exactly(p.X), lang.T(
			"입력을 그대로 적으셨네요. 음수는 $\\max(0, x)$에서 0이 돼요.", "Those are the inputs. A negative one becomes 0 in $\\max(0, x)$.")),

		exercises.Mistaken("absolute", exercises.Exactly(apply(math.Abs, p.X)), lang.T(
			"절댓값을 구하셨네요. ReLU는 음수의 부호를 바꾸지 않고 0으로 막아요.",
			"Those are absolute values. ReLU does not flip the sign of a negative number; it makes it 0.")),

		exercises.Mistaken("step", exercises.Exactly(apply(nn.Step.At, p.X)), lang.T(
			"계단 함수의 값이에요. ReLU는 양수를 1이 아니라 그대로 보내요.",
			"Those are the values of the step. ReLU passes a positive number on as it is, not as 1.")),

		exercises.Mistaken("leaky", exercises.Exactly(apply(nn.LeakyReLU.At, p.X)), lang.T(
			"leaky ReLU의 값이에요. ReLU는 음수 쪽에 아무것도 남기지 않아요.",
			"Those are the values of leaky ReLU. ReLU leaves nothing on the negative side.")),

		exercises.Mistaken("slope-for-value", exercises.Exactly(apply(nn.ReLU.Slope, p.X)), lang.T(
			"기울기를 적으셨네요. 여기에는 함수의 값을 적어요.", "Those are slopes. This box is for the values.")),
	)
}

func reluSlopesPart(ends []float64) exercises.Part {
	slopes := apply(nn.ReLU.Slope, ends)
	return exercises.Vector("slopes", 2, lang.Sprintf("$%[1]s$에서의 기울기", "slopes at $%[1]s$", row(ends)),
		lang.T("기울기는 0 아니면 1이에요. 입력이 0보다 큰지 보세요.", "A slope is 0 or 1. See whether the input is above 0."),
		exercises.Right(exercises.Exactly(slopes), lang.T(
			"$x = 0$은 꺾인 곳이라 묻지 않았어요. 프로그램은 보통 그곳의 기울기를 0으로 정해요.",
			"$x = 0$ was not asked for: it is a kink. Programs usually take the slope there as 0.")),

		exercises.Mistaken("value-for-slope", exercises.Exactly(apply(nn.ReLU.At, ends)), lang.T(
			"함수의 값을 적으셨네요. 양수 쪽에서 $x$가 1 늘면 출력이 얼마나 느는지 보세요.",
			"Those are the values. On the positive side, how much does the output grow when $x$ grows by 1?")),

		exercises.Mistaken("swapped", exercises.Exactly([]float64{slopes[1], slopes[0]}), lang.T(
			"두 쪽이 바뀌었어요. 음수 쪽은 평평하고 양수 쪽은 비스듬해요.",
			"The sides are swapped. The negative side is level, the positive one slanted.")),

		exercises.Mistaken("leaky", exercises.Exactly(apply(nn.LeakyReLU.Slope, ends)), lang.T(
			"음수 쪽에 기울기를 남기는 것은 leaky ReLU예요. ReLU는 0이에요.",
			"It is leaky ReLU that keeps a slope on the negative side. ReLU has 0.")),

		exercises.Mistaken("all-ones", exercises.Exactly([]float64{1, 1}), lang.T(
			"음수 쪽도 기울기가 있다고 보셨네요. 그쪽에서는 출력이 늘 0이라 변하지 않아요.",
			"The negative side has no slope. There the output is always 0 and does not change.")),
	)
}

func reluUnitPart(p reluAt, a, y float64) exercises.Part {
	right := lang.Sprintf("계단이었다면 출력이 %[1]s%[2]s 얼마나 센 신호였는지 알 수 없었을 거예요.",
		"A step would have given %[1]s, and how strong the signal is would be lost.", num(nn.Step.At(a)), josa(nn.Step.At(a), "이라", "라"))
	if a < 0 {
		right = lang.Sprintf("합이 $%[1]s$%[2]s 신호가 막혔고, 기울기도 0이에요.",
			"The sum is $%[1]s$, so the signal is blocked, and the slope is 0 too.", num(a), josa(a, "이라", "라"))
	}
	rules := []exercises.Rule{exercises.Right(exercises.Exactly(y), right)}
	if unbiased := nn.ReLU.At(nn.Dot(p.W, p.In)); unbiased != y {
		rules = append(rules, exercises.Mistaken("bias-forgotten", exercises.Exactly(unbiased), lang.Sprintf(
			"편향을 더하지 않은 값과 같아요. $b = %[1]s$까지 더한 뒤 ReLU에 넣어요.",
			"That is the value without the bias. Add $b = %[1]s$ before ReLU.", num(p.B))))
	}
	if a < 0 {
		rules = append(rules, exercises.Mistaken("no-relu", exercises.Exactly(a), lang.T(
			"합까지만 구했어요. 음수라서 ReLU를 지나면 0이 돼요.", "That is the sum. It is negative, so ReLU makes it 0.")))
	} else {
		rules = append(rules, exercises.Mistaken("step", exercises.Exactly(1), lang.T(
			"계단을 쓰셨네요. ReLU는 합을 1로 바꾸지 않고 그대로 보내요.",
			"That is the step. ReLU does not turn the sum into 1, it passes it on.")))
	}
	return exercises.Number("y", lang.T("뉴런의 출력 $y$", "the neuron's output $y$"),
		lang.T("합 $\\sum w_i x_i + b$를 먼저 구하고, 0보다 작으면 0으로 바꿔요.",
			"Find the sum $\\sum w_i x_i + b$ first; if it is below 0, it becomes 0."),
		rules...)
}
