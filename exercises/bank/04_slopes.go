package bank

import (
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

func sigmoidSlope() exercises.Exercise {
	draw := func(r *rand.Rand) float64 { return among(r, -1, 1) * float64(5+r.IntN(21)) / 10 }
	return exercises.Template("04/sigmoid-slope", lang.T("시그모이드의 기울기", "The slope of the sigmoid"), 2.0, draw, buildSigmoidSlope,
		slices.Concat(
			exercises.Accepts("slope", "0.105", "0.10499"),
			exercises.Catches("slope", "input-used", "-2"),
			exercises.Catches("slope", "value", "0.881"),
			exercises.Catches("slope", "other-factor", "0.119"),
			exercises.Catches("slope", "squared", "0.776"),
			exercises.Refuses("slope", "작아요"),
		)...)
}

func buildSigmoidSlope(x float64) exercises.Variant {
	sigma := exercises.From(x).Value(lang.T("시그모이드의 값", "the value of the sigmoid"), func(x []float64) float64 { return nn.Sigmoid.At(x[0]) })
	of := func(f func(s float64) float64) exercises.Want {
		return exercises.To(3, sigma.Value(lang.Text{}, func(x []float64) float64 { return f(x[0]) }))
	}
	s := nn.Sigmoid.At(x)
	return exercises.Variant{
		Situation: situation("activations", "f=sigmoid", set("x", x)),
		Statement: lang.Sprintf("시그모이드 $\\sigma(x)$의 기울기는 $\\sigma(x)(1 - \\sigma(x))$예요. $x = %[1]s$에서 기울기를 소수 셋째 자리까지 구하세요.",
			"The slope of the sigmoid is $\\sigma(x)(1 - \\sigma(x))$. Find it at $x = %[1]s$, to three decimals.", num(x)),
		Picture: func(typed map[string][]float64) exercises.Picture {
			return touching(sigmoidPicture(), x, []float64{s}, typed["slope"])
		},
		Parts: []exercises.Part{exercises.Number("slope", lang.T("기울기", "slope"), lang.T("먼저 $\\sigma(x)$를 구하고, 1에서 뺀 값과 곱해요.", "Find $\\sigma(x)$ first, and multiply it by what is left to 1."),
			rightTelling(of(func(s float64) float64 { return s * (1 - s) }), lang.T("가장 가파른 0에서도 $1/4$이에요.", "Even where it is steepest, at 0, it is $1/4$.")),
			exercises.Mistaken("input-used", exercises.Exactly(x*(1-x)), lang.T("$x(1 - x)$를 구하셨어요. $x$가 아니라 $\\sigma(x)$를 넣어요.", "That is $x(1 - x)$. Put in $\\sigma(x)$, not $x$.")),
			exercises.Mistaken("value", of(func(s float64) float64 { return s }), lang.T("시그모이드의 값이에요. 기울기는 거기에 $1 - \\sigma(x)$를 곱해요.", "That is the value. The slope is the value times $1 - \\sigma(x)$.")),
			exercises.Mistaken("other-factor", of(func(s float64) float64 { return 1 - s }), lang.T("$1 - \\sigma(x)$예요. $\\sigma(x)$를 곱해야 해요.", "That is $1 - \\sigma(x)$. It has to be multiplied by $\\sigma(x)$.")),
			exercises.Mistaken("squared", of(func(s float64) float64 { return s * s }), lang.T("$\\sigma(x)$를 두 번 곱하셨어요. 한 번은 $1 - \\sigma(x)$예요.", "That multiplies $\\sigma(x)$ by itself. One factor is $1 - \\sigma(x)$.")))},
		Hints: []lang.Text{
			spoken("$\\sigma(%[1]s) %[2]s$[이에요/예요].", "$\\sigma(%[1]s) %[2]s$.", num(x), about(s, 4)),
			spoken("$1 - \\sigma(%[1]s) %[2]s$[이에요/예요]. 둘을 곱해요.", "$1 - \\sigma(%[1]s) %[2]s$. Multiply the two.", num(x), about(1-s, 4)),
		},
		Solution: lang.Sprintf("$$ %[1]s \\cdot %[2]s \\approx %[3]s $$", "$$ %[1]s \\cdot %[2]s \\approx %[3]s $$", dec(s, 4), dec(1-s, 4), dec(s*(1-s), 3)),
	}
}

// leak is a leaky ReLU at a negative input.
type leak struct{ Alpha, X float64 }

// situation shows the one that the lab has.
func (p leak) situation() string {
	if p.Alpha != nn.LeakySlope || !fit(6, p.X) {
		return ""
	}
	return situation("activations", "f=leaky", set("x", p.X))
}

func leakyValue() exercises.Exercise {
	draw := func(r *rand.Rand) leak {
		return leak{among(r, 0.01, 0.02, 0.05, 0.1, 0.2), among(r, -8, -6, -5, -4, -3, -2)}
	}
	return exercises.Template("04/leaky", lang.T("새는 ReLU", "A ReLU that leaks"), leak{0.01, -3}, draw, buildLeaky,
		slices.Concat(
			exercises.Accepts("h", "-0.03", "-3/100"),
			exercises.Catches("h", "relu", "0"),
			exercises.Catches("h", "sign", "0.03"),
			exercises.Catches("h", "unchanged", "-3"),
			exercises.Refuses("h", "음수"),
			exercises.Accepts("slope", "0.01"),
			exercises.Catches("slope", "relu", "0"),
			exercises.Catches("slope", "one", "1"),
			exercises.Catches("slope", "value", "-0.03"),
			exercises.Refuses("slope", ""),
		)...)
}

func buildLeaky(p leak) exercises.Variant {
	h := tidy(p.Alpha * p.X)
	return exercises.Variant{
		Situation: p.situation(),
		Statement: lang.Sprintf("leaky ReLU는 $x > 0$에서 $x$, 나머지에서 $%[1]s x$예요. $x = %[2]s$에서 값과 기울기를 구하세요.",
			"A leaky ReLU is $x$ for $x > 0$ and $%[1]s x$ elsewhere. Find its value and its slope at $x = %[2]s$.", num(p.Alpha), num(p.X)),
		Picture: func(typed map[string][]float64) exercises.Picture {
			leaky := func(x float64) float64 { return max(x, p.Alpha*x) }
			picture := activationPicture(leaky, 8, -2, 8)
			picture.Caption = sayTyped()
			return touching(picture, p.X, typed["h"], typed["slope"])
		},
		Parts: []exercises.Part{
			exercises.Number("h", lang.T("값", "value"), lang.T("음수 쪽의 식에 넣어 보세요.", "Use the formula for the negative side."),
				exercises.Right(exercises.Exactly(h), lang.T("0이 아니라 아주 조금 새어 나와요.", "Not 0: a little leaks through.")),
				exercises.Mistaken("relu", exercises.Exactly(0), lang.T("ReLU라면 0이에요. 새는 ReLU는 음수도 조금 내보내요.", "ReLU gives 0. A leaky one lets a little of what is negative through.")),
				exercises.Mistaken("sign", exercises.Exactly(-h), lang.T("부호가 반대예요. 음수에 양수를 곱하면 음수예요.", "The sign is turned around. A negative number times a positive one is negative.")),
				exercises.Mistaken("unchanged", exercises.Exactly(p.X), lang.T("$x$를 그대로 내보내는 것은 양수일 때예요.", "Only what is positive comes out unchanged."))),
			exercises.Number("slope", lang.T("기울기", "slope"), lang.T("음수 쪽은 직선이에요. 그 직선의 기울기를 적어요.", "The negative side is a straight line. What is its slope?"),
				exercises.Right(exercises.Exactly(p.Alpha), lang.T("0이 아니라서 음수에서도 배울 수 있어요.", "It is not 0, so it can learn also where the input is negative.")),
				exercises.Mistaken("relu", exercises.Exactly(0), lang.T("ReLU의 기울기예요. 새는 쪽은 0이 아니에요.", "That is the slope of ReLU. The leaking side is not flat.")),
				exercises.Mistaken("one", exercises.Exactly(1), lang.T("양수 쪽의 기울기예요.", "That is the slope of the positive side.")),
				exercises.Mistaken("value", exercises.Exactly(h), lang.T("값을 적으셨어요. 기울기는 $x$에 곱해지는 수예요.", "That is the value. The slope is what $x$ is multiplied by."))),
		},
		Hints: []lang.Text{
			spoken("$x = %[1]s$[은/는] 음수이니 둘째 식을 써요.", "$x = %[1]s$ is negative, so the second formula holds.", num(p.X)),
			lang.Sprintf("$%[1]s x$에서 기울기는 $x$에 곱해진 수예요.", "The slope of $%[1]s x$ is the factor of $x$.", num(p.Alpha)),
		},
		Solution: spoken("값은 $%[1]s \\cdot %[2]s = %[3]s$, 기울기는 $%[1]s$[이에요/예요].", "The value is $%[1]s \\cdot %[2]s = %[3]s$, the slope $%[1]s$.", num(p.Alpha), neg(p.X), num(h)),
	}
}

func logit() exercises.Exercise {
	draw := func(r *rand.Rand) float64 {
		p := float64(5+r.IntN(40)) / 100
		return among(r, p, tidy(1-p))
	}
	return exercises.Template("04/logit", lang.T("시그모이드를 거꾸로", "The sigmoid backwards"), 0.9, draw, buildLogit,
		slices.Concat(
			exercises.Accepts("x", "2.197", "2.1972", "ln 9"),
			exercises.Catches("x", "log10", "0.954"),
			exercises.Catches("x", "ln-only", "-0.105"),
			exercises.Catches("x", "sign", "-2.197"),
			exercises.Catches("x", "forwards", "0.711"),
			exercises.Refuses("x", "커요"),
		)...)
}

func buildLogit(p float64) exercises.Variant {
	of := func(f func(odds float64) float64) exercises.Want {
		return exercises.To(3, exercises.From(p).Value(lang.T("$y / (1 - y)$의 값", "$y / (1 - y)$"), func(x []float64) float64 { return x[0] / (1 - x[0]) }).
			Value(lang.Text{}, func(x []float64) float64 { return f(x[0]) }))
	}
	plain := func(f func(p float64) float64) exercises.Want {
		return inOneStep(3, func(x []float64) float64 { return f(x[0]) }, p)
	}
	x := math.Log(p / (1 - p))
	return exercises.Variant{
		Situation: situation("activations", "f=sigmoid", set("x", rounded(x, 4))),
		Statement: spoken("시그모이드 $\\sigma(x) = \\frac{1}{1 + e^{-x}}$의 값이 %[1]s[이/가] 되는 $x$를 소수 셋째 자리까지 구하세요.",
			"At which $x$ is the sigmoid $\\sigma(x) = \\frac{1}{1 + e^{-x}}$ equal to %[1]s? Give three decimals.", num(p)),
		Picture: func(typed map[string][]float64) exercises.Picture {
			picture := activationPicture(nn.Sigmoid.At, 5, -0.25, 1.25)
			picture.Lines = []exercises.Boundary{{W2: 1, B: -p}}
			picture.Caption = spoken("가로선의 높이는 %[1]s[이에요/예요]. 적은 $x$에서의 시그모이드가 점으로 나타나요.", "The level line is at %[1]s. The sigmoid at the $x$ that is typed appears as a point.", num(p))
			if x := typed["x"]; x != nil {
				picture = touching(picture, x[0], []float64{nn.Sigmoid.At(x[0])}, nil)
			}
			return picture
		},
		Parts: []exercises.Part{exercises.Number("x", lang.Same("$x$"), lang.T("$y = \\frac{1}{1 + e^{-x}}$를 $x$에 대해 풀면 $x = \\ln \\frac{y}{1 - y}$예요.", "Solving $y = \\frac{1}{1 + e^{-x}}$ for $x$ gives $x = \\ln \\frac{y}{1 - y}$."),
			rightTelling(of(math.Log), spoken("$\\sigma(%[1]s)$의 값이 약 %[2]s[이에요/예요].", "$\\sigma(%[1]s)$ is about %[2]s.", dec(x, 3), num(p))),
			exercises.Mistaken("log10", of(math.Log10), lang.T("밑이 10인 로그예요. $e$의 거듭제곱을 푸는 것은 자연로그 $\\ln$이에요.", "That is the logarithm to base 10. A power of $e$ is undone by $\\ln$.")),
			exercises.Mistaken("sign", of(func(o float64) float64 { return -math.Log(o) }), lang.T("부호가 반대예요. 값이 0.5보다 크면 $x$는 양수예요.", "The sign is turned around. Above 0.5, $x$ is positive.")),
			exercises.Mistaken("ln-only", plain(math.Log), lang.T("$\\ln y$예요. $1 - y$로 나눈 값의 로그를 구해요.", "That is $\\ln y$. Divide by $1 - y$ first.")),
			exercises.Mistaken("forwards", plain(nn.Sigmoid.At), lang.Sprintf("$\\sigma(%[1]s)$예요. 거꾸로, 값이 %[1]s인 $x$를 찾아요.", "That is $\\sigma(%[1]s)$. The other way: where is its value %[1]s?", num(p))))},
		Hints: []lang.Text{
			lang.T("$\\frac{1}{y} = 1 + e^{-x}$에서 $e^{-x} = \\frac{1 - y}{y}$예요.", "From $\\frac{1}{y} = 1 + e^{-x}$ it follows that $e^{-x} = \\frac{1 - y}{y}$."),
			spoken("$\\frac{y}{1 - y} %[1]s$[이고/고], 그 자연로그가 $x$예요.", "$\\frac{y}{1 - y} %[1]s$, and $x$ is its natural logarithm.", about(p/(1-p), 4)),
		},
		Solution: lang.Sprintf("$$ x = \\ln \\frac{%[1]s}{%[2]s} \\approx %[3]s $$", "$$ x = \\ln \\frac{%[1]s}{%[2]s} \\approx %[3]s $$", num(p), num(tidy(1-p)), dec(x, 3)),
	}
}
