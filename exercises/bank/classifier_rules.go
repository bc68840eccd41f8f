package bank

import (
	"math"
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// lossDigits is the number of decimals of a loss that are asked for.
const lossDigits = 3

// route is how someone may have come to a pair of probabilities.
type route struct {
	ways   []exercises.Calc // lead to them, the last by rounding either
	scores []float64        // of which they are the softmax; nil if they are none
	t      []float64        // what is taken for the truth
}

// bySoftmax is the route of a classifier.
func bySoftmax(c classifier, t []float64) route {
	return route{append(throughSoftmax(c.toScores()), throughOneOfTwo(c.toScores())), c.scores(), t}
}

// mistaken is a wrong route, with what is said when one of the two losses
// shows it.
type mistaken struct {
	route
	mistake string
	mse, ce lang.Text
}

// squares leads on to the squares of the errors.
func (r route) squares() []exercises.Calc {
	return eachWay(r.ways, func(c exercises.Calc) exercises.Calc { return toSquares(c, r.t) })
}

// squared wants the squared error of the output.
func (r route) squared() exercises.Want {
	return exercises.To(lossDigits, eachWay(r.squares(), toHalfSum)...)
}

// entropy wants its cross entropy in a base, times a sign. To base 10 one may
// also go by base e; there the last way is enough.
func (r route) entropy(base, sign float64) exercises.Want {
	in := func(base float64) []exercises.Calc {
		return eachWay(r.ways, func(c exercises.Calc) exercises.Calc { return toCrossEntropy(c, r.t, math.Pow(base, sign)) })
	}
	var byLog []exercises.Calc
	if r.scores != nil {
		byLog = append(byLog, byLogSum(r.scores, r.t, sign))
	}
	switch base {
	case math.E:
		return exercises.To(lossDigits, append(in(base), byLog...)...)
	case 10:
		natural := append(slices.Clip(byLog), in(math.E)[len(r.ways)-1])
		return exercises.To(lossDigits, append(in(base), eachWay(natural, toCommon)...)...)
	}
	return exercises.To(lossDigits, in(base)...)
}

// logBases returns the bases in which the cross entropy counts as right.
func logBases() []float64 { return []float64{math.E, 10} }

// rightRoute is the one to take.
func (c classifierText) rightRoute() route { return bySoftmax(c.classifier, truth()) }

// mistakenRoutes returns the known wrong ones.
func (c classifierText) mistakenRoutes() []mistaken {
	return []mistaken{
		{
			mistake: "transposed", route: bySoftmax(c.transposed(), truth()),
			mse: c.say(`가중치 행렬을 전치해서, 곧 행과 열을 바꾸어 곱한 값과 같아요. $a_1$에는 $W$의 첫 행을 써요: $«w11» \cdot «z1» + «w12» \cdot «z2» + «b1» = «a1»$.`,
				`This is what the transposed weights give, with the rows and columns of $W$ exchanged. $a_1$ takes the first row of $W$: $«w11» \cdot «z1» + «w12» \cdot «z2» + «b1» = «a1»$.`),
			ce: c.say("전치한 가중치에서 나오는 고양이의 확률 «turned3»[으로/로] 계산한 값이에요. 그림에서 $a_2$로 들어가는 두 가중치를 찾아 $W$의 둘째 행과 견주어 보세요.",
				"This uses «turned3» for the cat, which is what the transposed weights give. Find the two weights that lead into $a_2$ in the drawing and compare them with the second row of $W$."),
		},
		{
			mistake: "no-bias", route: bySoftmax(c.unbiased(), truth()),
			mse: c.say("편향을 더하지 않은 값과 같아요. $a = Wz + b$에서 $b$를 더하면 첫 성분은 $«wz1» + «b1» = «a1»$[이/가] 돼요.",
				"This is the value without the bias. With $b$ added in $a = Wz + b$, the first score is $«wz1» + «b1» = «a1»$."),
			ce: c.say("편향 없이 구한 고양이의 확률 «unbiased3»[으로/로] 계산한 값이에요. $b$를 더하면 두 점수의 차가 바뀌고, 확률은 «cat3»[이/가] 돼요.",
				"This uses «unbiased3» for the cat, the probability without the bias. Adding $b$ changes the gap between the scores, and the probability becomes «cat3»."),
		},
		{
			mistake: "no-softmax", route: route{ways: []exercises.Calc{c.toScores()}, t: truth()},
			mse: c.say("점수 «a1»[과/와] «a2»[을/를] 소프트맥스 없이 정답과 바로 견준 값이에요. 두 점수를 먼저 더해서 1이 되는 확률로 바꾸세요.",
				"This compares the scores «a1» and «a2» with the truth directly. Let softmax turn them into probabilities first, which add up to 1."),
			ce: c.say("점수 «a1»에 바로 로그를 씌운 값이에요. 교차 엔트로피에는 소프트맥스를 거친 확률 «cat3»[이/가] 들어가요.",
				"This takes the logarithm of the score «a1». What goes into the cross entropy is the probability that softmax makes of it, «cat3»."),
		},
		{
			mistake: "ratio", route: route{ways: throughRatio(c.toScores()), t: truth()},
			mse: c.say("점수를 그 합으로 나눈 비율 «ratio3»[으로/로] 계산한 값이에요. 소프트맥스는 점수마다 지수함수를 씌운 다음에 합으로 나눠요.",
				"This uses «ratio3», a score divided by the sum of the scores. Softmax takes the exponential of every score before it divides."),
			ce: c.say("점수의 비율 «ratio3»에 로그를 씌운 값이에요. $e^{«a1»}$과 $e^{«a2»}$을 구해서 앞의 것을 둘의 합으로 나누어 보세요.",
				"This is the logarithm of «ratio3», the plain ratio of the scores. Work out $e^{«a1»}$ and $e^{«a2»}$ and divide the first by their sum."),
		},
		{
			mistake: "swapped-truth", route: bySoftmax(c.classifier, []float64{0, 1}),
			mse: c.say("정답을 개로 놓고 계산한 값이에요. 정답은 고양이이고 $t = (1, 0)$이라서 첫 오차는 $«cat3» - 1$이에요.",
				"This takes the dog for the truth. The truth is the cat, $t = (1, 0)$, so the first error is $«cat3» - 1$."),
			ce: c.say("개의 확률 «dog3»에 로그를 씌운 값이에요. $t_2 = 0$이라 개의 항은 사라지고 고양이의 항만 남아요.",
				"This is the logarithm of «dog3», the probability of the dog. As $t_2 = 0$, the dog's term vanishes and only the cat's remains."),
		},
	}
}

// msePart asks for the squared error.
func (c classifierText) msePart() exercises.Part {
	right := c.rightRoute()
	rules := []exercises.Rule{
		exercises.Right(right.squared(), lang.Text{}).Explaining(c.explainSquared),
		exercises.Mistaken("no-half", exercises.To(lossDigits, eachWay(right.squares(), toSum)...), c.say(
			"½을 곱하지 않은 값과 같아요. 이 강의의 MSE는 $\\frac{1}{2} \\sum_k (y_k - t_k)^2$이라서 제곱합의 절반이에요.",
			"This is the value without the factor ½. The course's MSE is $\\frac{1}{2} \\sum_k (y_k - t_k)^2$, half the sum of the squares.")),
	}
	for _, o := range c.mistakenRoutes() {
		rules = append(rules, exercises.Mistaken(o.mistake, o.squared(), o.mse).Carrying())
	}
	return exercises.Number("mse", lang.T("평균 제곱 오차 MSE", "Mean squared error, MSE"),
		lang.T("점수 $a$, 확률 $y$, 오차 $y - t$를 차례로 적어 보면 어디서 달라졌는지 보여요. 힌트에 지수함수의 값이 있어요.",
			"Write down the scores $a$, the probabilities $y$ and the errors $y - t$ in turn to see where the path parts. The hints give the exponentials."),
		rules...)
}

// explainSquared says what a right squared error shows, or how it was rounded.
func (c classifierText) explainSquared(_ answer.Value, way exercises.Way) lang.Text {
	if len(way.Rounded()) == 0 {
		return c.say("반올림 없이 계산하면 «mse4»[이에요/예요]. 출력이 둘이라 두 오차의 크기가 «dog3»[으로/로] 같고, 그래서 제곱합의 ½은 제곱의 평균과도 같아요.",
			"Without rounding this is «mse4». With two outputs both errors have the same size, «dog3», so half the sum of their squares is also the mean.")
	}
	exact := c.say("끝까지 반올림하지 않으면 «mse4»[이에요/예요].", "Without any rounding it is «mse4».")
	return sentences(sayRounded(way), exact)
}

// cePart asks for the cross entropy.
func (c classifierText) cePart() exercises.Part {
	right := c.rightRoute()
	var rules []exercises.Rule
	mistakes := []exercises.Rule{exercises.Mistaken("log2", right.entropy(2, 1), c.say(
		"밑이 2인 로그로 계산한 값과 같아요. 강의 자료의 $\\log$는 밑이 10이고 라이브러리는 $e$를 써요.",
		"This uses logarithms to base 2. On the handout $\\log$ has base 10, and libraries use $e$."))}
	unsigned := c.say(
		"부호가 빠졌어요. 확률은 1보다 작아서 로그가 음수이고, $-\\sum_k t_k \\log y_k$ 맨 앞의 −가 그것을 양수로 바꿔요.",
		"The sign is missing. A probability is less than 1 and its logarithm negative; the minus in $-\\sum_k t_k \\log y_k$ makes the loss positive.")
	for _, base := range logBases() {
		rules = append(rules, exercises.Right(right.entropy(base, 1), lang.Text{}).Explaining(c.explainEntropy(base)))
		mistakes = append(mistakes, exercises.Mistaken("no-sign", right.entropy(base, -1), unsigned))
		for _, o := range c.mistakenRoutes() {
			mistakes = append(mistakes, exercises.Mistaken(o.mistake, o.entropy(base, 1), o.ce).Carrying())
		}
	}
	return exercises.Number("ce", lang.T("교차 엔트로피 오차 CE", "Cross entropy error, CE"),
		lang.T("$t = (1, 0)$이라 고양이의 항 $-\\log y_1$만 남아요. $y_1$이 얼마인지 먼저 확인하고, 밑이 10이나 $e$인 로그를 취하세요.",
			"With $t = (1, 0)$ only the cat's term $-\\log y_1$ remains. Check $y_1$ first, then take the logarithm to base 10 or $e$."),
		append(rules, mistakes...)...)
}

// explainEntropy says in which base a right cross entropy was worked out, what
// it is in the other one, and how it was rounded.
func (c classifierText) explainEntropy(base float64) func(answer.Value, exercises.Way) lang.Text {
	said := c.say("자연로그(ln)로 계산하셨네요. 상용로그(log10)라면 «log104»[이에요/예요].",
		"You used the natural logarithm (ln). In the common logarithm (log10) it would be «log104».")
	if base == 10 {
		said = c.say("강의 자료처럼 상용로그(log10)로 계산하셨네요. 라이브러리가 쓰는 자연로그(ln)라면 «ln4»[이에요/예요].",
			"You used the common logarithm (log10), as the handout does. In the natural logarithm (ln), which libraries use, it would be «ln4».")
	}
	return func(_ answer.Value, way exercises.Way) lang.Text { return sentences(said, sayRounded(way)) }
}
