package bank

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/nn"
)

// classifierText is a classifier that can speak of its numbers.
type classifierText struct {
	classifier
	fill func(lang.Text) lang.Text
}

// say fills the numbers into a text.
func (c classifierText) say(ko, en string) lang.Text { return c.fill(lang.T(ko, en)) }

// values names every number of the exercise.
func (c classifier) values() map[string]string {
	w, a, wz, exps := c.Layer.W, c.scores(), c.unbiased().scores(), c.handExps()
	y, hand := softmax(a), twoDecimals(softmax(a))
	fromHandExps := shares(exps)
	return map[string]string{
		"z1": num(c.Z[0]), "z2": num(c.Z[1]), "z": column(c.Z),
		"w11": num(w.At(0, 0)), "w12": num(w.At(0, 1)), "w21": num(w.At(1, 0)), "w22": num(w.At(1, 1)), "W": matrix(w),
		"b1": num(c.Layer.B[0]), "b2": num(c.Layer.B[1]), "b": column(c.Layer.B),
		"wz1": num(wz[0]), "wz2": num(wz[1]), "wz": column(wz),
		"a1": num(a[0]), "a2": num(a[1]), "a": column(a),
		"exp1": dec(exps[0], 2), "exp2": dec(exps[1], 2), "expSum": dec(exps[0]+exps[1], 2),
		"exp14": dec(math.Exp(a[0]), 4), "exp24": dec(math.Exp(a[1]), 4),
		"cat2": dec(y[0], 2), "dog2": dec(y[1], 2), "cat3": dec(y[0], 3), "dog3": dec(y[1], 3), "cat4": dec(y[0], 4), "dog4": dec(y[1], 4),
		"handCat4": dec(fromHandExps[0], 4),
		"mse4":     dec(nn.SquaredError(y, truth()), 4), "mseHand4": dec(nn.SquaredError(hand, truth()), 4),
		"ln4": dec(nn.CrossEntropy(y, truth()), 4), "log104": dec(nn.CrossEntropyBase(y, truth(), 10), 4),
		"lnHand4": dec(nn.CrossEntropy(hand, truth()), 4), "log10Hand4": dec(nn.CrossEntropyBase(hand, truth(), 10), 4),
		"turned3": dec(softmax(c.transposed().scores())[0], 3), "unbiased3": dec(softmax(wz)[0], 3), "ratio3": dec(shares(a)[0], 3),
	}
}

// edges draws what leads into each output, a row of W and a bias, with the
// names of the numbers to be filled in.
func edges(cat, dog string) string {
	return "" +
		"z₁ ── w₁₁ = «w11» ──┐\n" +
		"z₂ ── w₁₂ = «w12» ──┼─→ a₁  " + cat + "\n" +
		" 1 ── b₁  = «b1» ──┘\n" +
		"\n" +
		"z₁ ── w₂₁ = «w21» ──┐\n" +
		"z₂ ── w₂₂ = «w22» ──┼─→ a₂  " + dog + "\n" +
		" 1 ── b₂  = «b2» ──┘\n"
}

func (c classifierText) hints() []lang.Text {
	return []lang.Text{
		c.say("먼저 점수 $a = Wz + b$를 구해요. $a_1$에는 $W$의 첫 행과 $b_1$, $a_2$에는 둘째 행과 $b_2$를 써요.",
			"Start with the scores $a = Wz + b$: $a_1$ takes the first row of $W$ and $b_1$, $a_2$ the second row and $b_2$."),
		c.say("점수는 $a = («a1», «a2»)$이고 $e^{«a1»} \\approx «exp1»$, $e^{«a2»} \\approx «exp2»$[이에요/예요]. 이 둘을 각각 합으로 나누면 확률이에요.",
			"The scores are $a = («a1», «a2»)$, with $e^{«a1»} \\approx «exp1»$ and $e^{«a2»} \\approx «exp2»$. Divide each by their sum for the probabilities."),
		c.say("고양이의 확률은 약 «cat2»[이에요/예요]. MSE는 $\\frac{1}{2}\\left((«cat2» - 1)^2 + «dog2»^2\\right)$이고, CE에는 $\\log_{10} «cat2» \\approx -«log10Hand4»$ 또는 $\\ln «cat2» \\approx -«lnHand4»$[을/를] 써요.",
			"The probability of the cat is about «cat2». MSE is $\\frac{1}{2}\\left((«cat2» - 1)^2 + «dog2»^2\\right)$; for CE use $\\log_{10} «cat2» \\approx -«log10Hand4»$ or $\\ln «cat2» \\approx -«lnHand4»$."),
	}
}

func (c classifierText) solution() lang.Text {
	return c.say("**1. 점수.** $W$의 행마다 $z$와 곱해서 더하고 편향을 더해요.\n"+
		solutionScores+
		"**2. 확률.** 소프트맥스를 씌워요. 지수함수의 값을 소수 둘째 자리로 반올림하면 $y_1 \\approx «exp1» / («exp1» + «exp2») \\approx «handCat4»$이고, 반올림하지 않은 값은 다음과 같아요.\n"+
		solutionSoftmax+
		"**3. MSE.** 정답은 $t = (1, 0)$이에요.\n"+
		solutionMSE+
		"확률을 «cat2»[과/와] «dog2»[으로/로] 반올림했다면 «mseHand4»[이에요/예요].\n\n"+
		"**4. CE.** $t_2 = 0$이라 고양이의 항만 남아요.\n"+
		solutionCE+
		"위는 상용로그, 아래는 자연로그예요. 확률을 «cat2»[으로/로] 반올림했다면 «log10Hand4»[과/와] «lnHand4»[이에요/예요].\n",
		"**1. Scores.** Multiply each row of $W$ by $z$, add up, and add the bias.\n"+
			solutionScores+
			"**2. Probabilities.** Apply softmax. With the exponentials rounded to two decimals $y_1 \\approx «exp1» / («exp1» + «exp2») \\approx «handCat4»$; without rounding:\n"+
			solutionSoftmax+
			"**3. MSE.** The truth is $t = (1, 0)$.\n"+
			solutionMSE+
			"With the probabilities rounded to «cat2» and «dog2» it is «mseHand4».\n\n"+
			"**4. CE.** As $t_2 = 0$, only the cat's term remains.\n"+
			solutionCE+
			"The first is the common logarithm, the second the natural one. With the probability rounded to «cat2» they are «log10Hand4» and «lnHand4».\n")
}

// The formulas of the solution, the same in both languages.
const (
	solutionScores = `
$$ a_1 = «w11» \cdot «z1» + «w12» \cdot «z2» + «b1» = «wz1» + «b1» = «a1» $$

$$ a_2 = «w21» \cdot «z1» + «w22» \cdot «z2» + «b2» = «wz2» + «b2» = «a2» $$

`
	solutionSoftmax = `
$$ y_1 = \frac{e^{«a1»}}{e^{«a1»} + e^{«a2»}} \approx \frac{«exp14»}{«exp14» + «exp24»} \approx «cat4» $$

$$ y_2 = 1 - y_1 \approx «dog4» $$

`
	solutionMSE = `
$$ E \approx \frac{1}{2} \left( («cat4» - 1)^2 + («dog4» - 0)^2 \right) \approx «mse4» $$

`
	solutionCE = `
$$ E \approx -\log_{10} «cat4» \approx «log104» $$

$$ E \approx -\ln «cat4» \approx «ln4» $$

`
)
