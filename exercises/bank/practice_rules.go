package bank

import (
	"math"
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

const (
	// roundTolerance is what rounding to three decimals changes at most.
	roundTolerance = 0.0005

	// handTolerance is a little less than one unit in the third decimal: it
	// takes a value that was cut off, like the handout's 0.396 for 0.3969,
	// for one that was rounded.
	handTolerance = 0.00099

	// roughTolerance bounds what is right but for too early rounding.
	roughTolerance = 0.008
)

// output is a pair of probabilities to which someone may have come, with what
// is said when one of the two losses shows it.
type output struct {
	mistake string // "" for a right one
	y, t    []float64
	mse, ce lang.Text
}

// logBases returns the bases in which the cross entropy counts as right.
func logBases() []float64 { return []float64{math.E, 10} }

// rightOutputs returns the ways of rounding that count as right, in the order
// in which they are recognised.
func (c practiceText) rightOutputs() []output {
	exact := softmax(c.scores())
	return []output{
		{
			y: exact, t: truth(),
			mse: c.say("반올림 없이 계산하면 «mse4»[이에요/예요]. 출력이 둘이라 두 오차의 크기가 «dog3»[으로/로] 같고, 그래서 제곱합의 ½은 제곱의 평균과도 같아요.",
				"Without rounding this is «mse4». With two outputs both errors have the same size, «dog3», so half the sum of their squares is also the mean."),
		},
		{
			y: ratio(c.handExps()), t: truth(),
			mse: c.say("지수함수의 값을 «exp1»[과/와] «exp2»[으로/로] 반올림하고 이어 간 값이에요. 반올림하지 않으면 «mse4»[이에요/예요].",
				"This rounds the exponentials to «exp1» and «exp2» and goes on from there. Without rounding it is «mse4»."),
			ce: c.say("지수함수의 값은 «exp1»[과/와] «exp2»[으로/로] 반올림하셨어요.",
				"You rounded the exponentials to «exp1» and «exp2»."),
		},
		{
			y: twoDecimals(exact), t: truth(),
			mse: c.say("확률을 «cat2»[과/와] «dog2»[으로/로] 반올림하고 이어 간 값이에요. 반올림하지 않으면 «mse4»[이에요/예요].",
				"This rounds the probabilities to «cat2» and «dog2» and goes on from there. Without rounding it is «mse4»."),
			ce: c.say("고양이의 확률은 «cat2»[으로/로] 반올림하셨어요.",
				"You rounded the probability of the cat to «cat2»."),
		},
	}
}

// mistakenOutputs returns the known wrong ways to the output.
func (c practiceText) mistakenOutputs() []output {
	return []output{
		{
			mistake: "transposed", y: softmax(c.transposed().scores()), t: truth(),
			mse: c.say(`가중치 행렬을 전치해서, 곧 행과 열을 바꾸어 곱한 값과 같아요. $a_1$에는 $W$의 첫 행을 써요: $«w11» \cdot «z1» + «w12» \cdot «z2» + «b1» = «a1»$.`,
				`This is what the transposed weights give, with the rows and columns of $W$ exchanged. $a_1$ takes the first row of $W$: $«w11» \cdot «z1» + «w12» \cdot «z2» + «b1» = «a1»$.`),
			ce: c.say("전치한 가중치에서 나오는 고양이의 확률 «turned3»[으로/로] 계산한 값이에요. 그림에서 $a_2$로 들어가는 두 가중치를 찾아 $W$의 둘째 행과 견주어 보세요.",
				"This uses «turned3» for the cat, which is what the transposed weights give. Find the two weights that lead into $a_2$ in the drawing and compare them with the second row of $W$."),
		},
		{
			mistake: "no-bias", y: softmax(c.product()), t: truth(),
			mse: c.say("편향을 더하지 않은 값과 같아요. $a = Wz + b$에서 $b$를 더하면 첫 성분은 $«wz1» + «b1» = «a1»$[이/가] 돼요.",
				"This is the value without the bias. With $b$ added in $a = Wz + b$, the first score is $«wz1» + «b1» = «a1»$."),
			ce: c.say("편향 없이 구한 고양이의 확률 «unbiased3»[으로/로] 계산한 값이에요. $b$를 더하면 두 점수의 차가 바뀌고, 확률은 «cat3»[이/가] 돼요.",
				"This uses «unbiased3» for the cat, the probability without the bias. Adding $b$ changes the gap between the scores, and the probability becomes «cat3»."),
		},
		{
			mistake: "no-softmax", y: c.scores(), t: truth(),
			mse: c.say("점수 «a1»[과/와] «a2»[을/를] 소프트맥스 없이 정답과 바로 견준 값이에요. 두 점수를 먼저 더해서 1이 되는 확률로 바꾸세요.",
				"This compares the scores «a1» and «a2» with the truth directly. Let softmax turn them into probabilities first, which add up to 1."),
			ce: c.say("점수 «a1»에 바로 로그를 씌운 값이에요. 교차 엔트로피에는 소프트맥스를 거친 확률 «cat3»[이/가] 들어가요.",
				"This takes the logarithm of the score «a1». What goes into the cross entropy is the probability that softmax makes of it, «cat3»."),
		},
		{
			mistake: "ratio", y: ratio(c.scores()), t: truth(),
			mse: c.say("점수를 그 합으로 나눈 비율 «ratio3»[으로/로] 계산한 값이에요. 소프트맥스는 점수마다 지수함수를 씌운 다음에 합으로 나눠요.",
				"This uses «ratio3», a score divided by the sum of the scores. Softmax takes the exponential of every score before it divides."),
			ce: c.say("점수의 비율 «ratio3»에 로그를 씌운 값이에요. $e^{«a1»}$과 $e^{«a2»}$을 구해서 앞의 것을 둘의 합으로 나누어 보세요.",
				"This is the logarithm of «ratio3», the plain ratio of the scores. Work out $e^{«a1»}$ and $e^{«a2»}$ and divide the first by their sum."),
		},
		{
			mistake: "swapped-truth", y: softmax(c.scores()), t: []float64{0, 1},
			mse: c.say("정답을 개로 놓고 계산한 값이에요. 정답은 고양이이고 $t = (1, 0)$이라서 첫 오차는 $«cat3» - 1$이에요.",
				"This takes the dog for the truth. The truth is the cat, $t = (1, 0)$, so the first error is $«cat3» - 1$."),
			ce: c.say("개의 확률 «dog3»에 로그를 씌운 값이에요. $t_2 = 0$이라 개의 항은 사라지고 고양이의 항만 남아요.",
				"This is the logarithm of «dog3», the probability of the dog. As $t_2 = 0$, the dog's term vanishes and only the cat's remains."),
		},
	}
}

// msePart asks for the squared error.
func (c practiceText) msePart() exercises.Part {
	var rules []exercises.Rule
	for _, tol := range []float64{roundTolerance, handTolerance} {
		for _, o := range c.rightOutputs() {
			rules = append(rules, exercises.Right(nn.SquaredError(o.y, o.t), tol, o.mse))
		}
	}
	forgotten := c.say("½을 곱하지 않은 값과 같아요. 이 강의의 MSE는 $\\frac{1}{2} \\sum_k (y_k - t_k)^2$이라서 제곱합의 절반이에요.",
		"This is the value without the factor ½. The course's MSE is $\\frac{1}{2} \\sum_k (y_k - t_k)^2$, half the sum of the squares.")
	for _, o := range c.rightOutputs() {
		rules = append(rules, exercises.Mistaken("no-half", 2*nn.SquaredError(o.y, o.t), 2*handTolerance, forgotten))
	}
	for _, o := range c.mistakenOutputs() {
		for _, y := range [][]float64{o.y, twoDecimals(o.y)} {
			rules = append(rules, exercises.Mistaken(o.mistake, nn.SquaredError(y, o.t), handTolerance, o.mse))
		}
	}
	rules = append(rules, roughRule(rules, c.say(
		"거의 맞지만 셋째 자리까지 맞지는 않아요. 확률을 적어도 둘째 자리까지 남기고 다시 계산해 보세요.",
		"Close, but not to three decimals. Keep two decimals of the probabilities at least and work it out again.")))
	return exercises.Number("mse", lang.T("평균 제곱 오차 MSE", "Mean squared error, MSE"),
		lang.T("점수 $a$, 확률 $y$, 오차 $y - t$를 차례로 적어 보면 어디서 달라졌는지 보여요. 힌트에 지수함수의 값이 있어요.",
			"Write down the scores $a$, the probabilities $y$ and the errors $y - t$ in turn to see where the path parts. The hints give the exponentials."),
		rules...)
}

// cePart asks for the cross entropy.
func (c practiceText) cePart() exercises.Part {
	var rules []exercises.Rule
	for _, tol := range []float64{roundTolerance, handTolerance} {
		for _, o := range c.rightOutputs() {
			for _, base := range logBases() {
				rules = append(rules, exercises.Right(nn.CrossEntropyBase(o.y, o.t, base), tol, c.inBase(base, o.ce)))
			}
		}
	}
	right := slices.Clone(rules)
	unsigned := c.say(
		"부호가 빠졌어요. 확률은 1보다 작아서 로그가 음수이고, $-\\sum_k t_k \\log y_k$ 맨 앞의 −가 그것을 양수로 바꿔요.",
		"The sign is missing. A probability is less than 1 and its logarithm negative; the minus in $-\\sum_k t_k \\log y_k$ makes the loss positive.")
	binary := c.say(
		"밑이 2인 로그로 계산한 값과 같아요. 강의 자료의 $\\log$는 밑이 10이고 라이브러리는 $e$를 써요.",
		"This uses logarithms to base 2. On the handout $\\log$ has base 10, and libraries use $e$.")
	for _, o := range c.rightOutputs() {
		for _, base := range logBases() {
			rules = append(rules, exercises.Mistaken("no-sign", -nn.CrossEntropyBase(o.y, o.t, base), handTolerance, unsigned))
		}
		rules = append(rules, exercises.Mistaken("log2", nn.CrossEntropyBase(o.y, o.t, 2), handTolerance, binary))
	}
	for _, o := range c.mistakenOutputs() {
		for _, y := range [][]float64{o.y, twoDecimals(o.y)} {
			for _, base := range logBases() {
				rules = append(rules, exercises.Mistaken(o.mistake, nn.CrossEntropyBase(y, o.t, base), handTolerance, o.ce))
			}
		}
	}
	rules = append(rules, roughRule(right, c.say(
		"거의 맞지만 셋째 자리까지 맞지는 않아요. 고양이의 확률을 적어도 둘째 자리까지 남기고 로그를 다시 구해 보세요.",
		"Close, but not to three decimals. Keep two decimals of the cat's probability at least and take the logarithm again.")))
	return exercises.Number("ce", lang.T("교차 엔트로피 오차 CE", "Cross entropy error, CE"),
		lang.T("$t = (1, 0)$이라 고양이의 항 $-\\log y_1$만 남아요. $y_1$이 얼마인지 먼저 확인하고, 밑이 10이나 $e$인 로그를 취하세요.",
			"With $t = (1, 0)$ only the cat's term $-\\log y_1$ remains. Check $y_1$ first, then take the logarithm to base 10 or $e$."),
		append(rules, c.followRules()...)...)
}

// inBase says in which base a right cross entropy was worked out, what it is
// in the other one, and how it was rounded.
func (c practiceText) inBase(base float64, rounding lang.Text) lang.Text {
	said := c.say("자연로그(ln)로 계산하셨네요. 상용로그(log10)라면 «log104»[이에요/예요].",
		"You used the natural logarithm (ln). In the common logarithm (log10) it would be «log104».")
	if base == 10 {
		said = c.say("강의 자료처럼 상용로그(log10)로 계산하셨네요. 라이브러리가 쓰는 자연로그(ln)라면 «ln4»[이에요/예요].",
			"You used the common logarithm (log10), as the handout does. In the natural logarithm (ln), which libraries use, it would be «ln4».")
	}
	if rounding.IsZero() {
		return said
	}
	return lang.T(said.KO+" "+rounding.KO, said.EN+" "+rounding.EN)
}

// roughRule recognises what comes close to one of the right rules.
func roughRule(right []exercises.Rule, feedback lang.Text) exercises.Rule {
	return exercises.Fails("rough", func(got answer.Value) bool {
		return slices.ContainsFunc(right, func(r exercises.Rule) bool {
			return r.Outcome == exercises.Correct && math.Abs(got.Data[0]-r.Want[0]) < roughTolerance
		})
	}, feedback)
}

// followRules recognise the cross entropy that follows from a wrong squared
// error. With two classes that sum to 1 both errors have the size 1 - y of
// the true one, so MSE = (1 - y)², or twice that when the ½ was forgotten,
// tells the y that was used. Scores that saw no softmax do not sum to 1 and
// are compared by themselves.
func (c practiceText) followRules() []exercises.Rule {
	feedback := lang.T("앞의 MSE와 같은 확률에서 출발했다면 여기서 한 계산은 맞아요. 확률을 바로잡으면 두 값이 함께 맞게 돼요.",
		"Given the probability behind your MSE, this step is right. Mend the probability and both values come right together.")
	var rules []exercises.Rule
	for _, base := range logBases() {
		for _, factor := range []float64{1, 2} {
			rules = append(rules, exercises.Follow(func(earlier map[string]answer.Value) ([]float64, bool) {
				y, ok := trueProbability(earlier["mse"].Data[0] / factor)
				return []float64{nn.CrossEntropyBase([]float64{y, 1 - y}, truth(), base)}, ok
			}, 0.005, feedback))
		}
		rules = append(rules, exercises.Follow(func(earlier map[string]answer.Value) ([]float64, bool) {
			raw := c.scores()
			same := math.Abs(earlier["mse"].Data[0]-nn.SquaredError(raw, truth())) <= handTolerance
			return []float64{nn.CrossEntropyBase(raw, truth(), base)}, same
		}, handTolerance, feedback))
	}
	return rules
}

// trueProbability returns the probability of the true one of two classes that
// gives this squared error. Near 0 and 1 three digits of the error do not
// tell it well enough.
func trueProbability(mse float64) (y float64, ok bool) {
	y = 1 - math.Sqrt(mse)
	return y, y > 0.05 && y < 0.95
}
