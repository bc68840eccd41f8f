package bank

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// composed is f(g) with g = g(x, y).
type composed struct {
	F polynomial
	G monomials
}

// outer writes a function of g in x and y.
func (c composed) outer(f polynomial) string { return "(" + f.text("("+c.G.text()+")") + ")" }

// inner writes the derivative of g by variable k.
func (c composed) inner(k int) string { return "(" + c.G.by(k).text() + ")" }

func chainFormulas() exercises.Exercise {
	sum := func(b float64) monomials { return monomials{{1, [2]int{1, 0}}, {b, [2]int{0, 1}}} }
	product := func(m, n int) monomials { return monomials{{1, [2]int{m, n}}} }
	draw := func(r *rand.Rand) []composed {
		some := func() float64 { return among(r, -5, -4, -3, -2, 2, 3, 4, 5) }
		return []composed{
			{polynomial{some(), 1}, sum(some())},
			{polynomial{0, some()}, []monomials{sum(-1), sum(some()), product(1, 1)}[r.IntN(3)]},
			[]composed{{polynomial{some(), 1}, product(2, 1)}, {polynomial{some(), 0, 1}, sum(among(r, -3, -2, 2, 3))}, {polynomial{some(), some()}, product(1, 2)}}[r.IntN(3)],
		}
	}
	handout := []composed{{polynomial{3, 1}, sum(1)}, {polynomial{0, 2}, sum(-1)}, {polynomial{-3, 1}, product(1, 1)}}
	return exercises.Template("07/chain-formulas", lang.T("연쇄법칙의 식", "Formulas by the chain rule"), handout, draw, buildChainFormulas,
		slices.Concat(
			exercises.Accepts("f1-x", "1"),
			exercises.Catches("f1-x", "added", "2"),
			exercises.Catches("f1-x", "constant-kept", "4"),
			exercises.Catches("f1-x", "untouched", "x + y + 3"),
			exercises.Catches("f1-x", "", "x"),
			exercises.Refuses("f1-x", "g"),
			exercises.Accepts("f1-y", "1", "1·1"),
			exercises.Catches("f1-y", "added", "2"),
			exercises.Refuses("f1-y", ""),
			exercises.Accepts("f2-x", "2"),
			exercises.Catches("f2-x", "outer-forgotten", "1"),
			exercises.Catches("f2-x", "added", "3"),
			exercises.Catches("f2-x", "swapped", "-2"),
			exercises.Refuses("f2-x", "2("),
			exercises.Accepts("f2-y", "-2", "2·(−1)"),
			exercises.Catches("f2-y", "inner-forgotten", "2"),
			exercises.Catches("f2-y", "outer-forgotten", "-1"),
			exercises.Catches("f2-y", "added", "1"),
			exercises.Catches("f2-y", "untouched", "2x - 2y"),
			exercises.Refuses("f2-y", "z"),
			exercises.Accepts("f3-x", "y", "1·y"),
			exercises.Catches("f3-x", "inner-forgotten", "1"),
			exercises.Catches("f3-x", "added", "1 + y"),
			exercises.Catches("f3-x", "swapped", "x"),
			exercises.Catches("f3-x", "constant-kept", "-2y"),
			exercises.Refuses("f3-x", "?"),
			exercises.Accepts("f3-y", "x"),
			exercises.Catches("f3-y", "swapped", "y"),
			exercises.Catches("f3-y", "untouched", "xy - 3"),
			exercises.Refuses("f3-y", ""),
		)...)
}

func buildChainFormulas(all []composed) exercises.Variant {
	kind := answer.Formula{Variables: []string{"x", "y"}, Example: "3(x - y)"}
	outerKind := answer.Formula{Variables: []string{"g"}}
	v := exercises.Variant{Situation: nudgeSituation("f=" + all[0].F.text("g") + ",g=" + all[0].G.text()), Hints: []lang.Text{
		lang.T("$\\frac{\\partial f}{\\partial x} = \\frac{\\partial f}{\\partial g} \\cdot \\frac{\\partial g}{\\partial x}$예요. 둘을 따로 구해서 곱해요.",
			"$\\frac{\\partial f}{\\partial x} = \\frac{\\partial f}{\\partial g} \\cdot \\frac{\\partial g}{\\partial x}$: find both and multiply."),
	}}
	var list, solution string
	var hints []string
	for i, c := range all {
		f, g, d := texOf(outerKind, c.F.text("g")), texOf(kind, c.G.text()), texOf(outerKind, c.F.derivative().text("g"))
		list += fmt.Sprintf("$$ f_%d = %s, \\quad g = %s $$\n\n", i+1, f, g)
		hints = append(hints, fmt.Sprintf("$\\frac{\\partial f_%d}{\\partial g} = %s$", i+1, d))
		for k := range 2 {
			name, label := byTeX(k, fmt.Sprintf("f_%d", i+1)), fmt.Sprintf(`$\text{∂f%s/∂%s}$`, string(rune('₁'+i)), variable(k))
			v.Parts = append(v.Parts, exercises.Expression(fmt.Sprintf("f%d-%s", i+1, variable(k)), kind, lang.Same(label),
				lang.Sprintf("$\\frac{\\partial f_%[1]d}{\\partial g}$와 $\\frac{\\partial g}{\\partial %[2]s}$를 따로 구해서 곱해 보세요.", "Find $\\frac{\\partial f_%[1]d}{\\partial g}$ and $\\frac{\\partial g}{\\partial %[2]s}$, and multiply them.", i+1, variable(k)),
				c.rules(kind, k)...))
			solution += fmt.Sprintf("$$ %s = %s \\cdot %s = %s $$\n\n", name, bracketed(d), bracketed(texOf(kind, c.G.by(k).text())), texOf(kind, c.simple(k)))
		}
	}
	v.Hints = append(v.Hints, lang.T("바깥쪽의 도함수는 "+strings.Join(hints, ", ")+"이에요.", "The outer derivatives are "+strings.Join(hints, ", ")+"."))
	v.Statement = lang.T("$x$와 $y$로 편미분한 식을 적으세요.\n\n"+list+"답에는 $g$ 대신 $x$와 $y$를 써요. 같은 식이면 어떻게 적어도 맞아요.",
		"Write the partial derivatives with respect to $x$ and $y$.\n\n"+list+"Write them in $x$ and $y$, without $g$. Any formula that is the same counts.")
	v.Solution = lang.Same(solution)
	return v
}

// bracketed puts what has a sign or several terms in brackets.
func bracketed(tex string) string {
	for i, r := range tex {
		if r == '+' || r == '-' || r == '−' || i > 0 && r == ' ' {
			return "(" + tex + ")"
		}
	}
	return tex
}

// simple writes the derivative by variable k without a product that can be
// worked out.
func (c composed) simple(k int) string {
	d, g := c.F.derivative(), c.G.by(k)
	if !slices.ContainsFunc(d[1:], func(c float64) bool { return c != 0 }) {
		return g.termwise(func(m monomial) monomial { m.C *= d[0]; return m }).text()
	}
	return c.outer(scaled(d, g[0].C)) // g is a sum of x and y
}

func (c composed) rules(kind answer.Formula, k int) []exercises.Rule {
	is := func(text string) exercises.Want { return exercises.Is(kind.Must(text)) }
	d, no := c.F.derivative(), exercises.Mistaken
	kept := slices.Clone(d)
	kept[0] += c.F[0]
	return distinct(
		exercises.Right(is(c.simple(k)), lang.T(
			"바깥쪽의 기울기와 안쪽의 기울기를 곱했어요. 신경망에서는 이런 곱이 층의 수만큼 이어져요.", "The outer slope times the inner one. In a network such products go on for as many layers as it has.")),
		no("inner-forgotten", is(c.outer(d)), lang.Sprintf(
			"$\\frac{\\partial f}{\\partial g}$까지예요. $\\frac{\\partial g}{\\partial %[1]s}$를 곱하세요.", "That is $\\frac{\\partial f}{\\partial g}$ alone. Multiply it by $\\frac{\\partial g}{\\partial %[1]s}$.", variable(k))),
		no("outer-forgotten", is(c.inner(k)), lang.Sprintf(
			"안쪽의 $\\frac{\\partial g}{\\partial %[1]s}$만 구하셨어요. $\\frac{\\partial f}{\\partial g}$를 곱하세요.", "That is $\\frac{\\partial g}{\\partial %[1]s}$ alone. Multiply it by $\\frac{\\partial f}{\\partial g}$.", variable(k))),
		no("added", is(c.outer(d)+"+"+c.inner(k)), lang.T(
			"두 기울기를 더하셨어요. 사슬처럼 이어진 함수에서는 곱해요.", "That adds the two slopes. Along a chain they are multiplied.")),
		no("swapped", is(c.outer(d)+c.inner(1-k)), lang.Sprintf(
			"$%[2]s$로 미분하셨어요. 여기서는 $%[1]s$만 움직여요.", "That is the derivative with respect to $%[2]s$. Here only $%[1]s$ moves.", variable(k), variable(1-k))),
		no("untouched", is(c.outer(c.F)), lang.T("$f$에 $g$를 넣은 식이에요. 이제 미분하세요.", "That is $f$ with $g$ put in. Now differentiate.")),
		no("constant-kept", is(c.outer(kept)+c.inner(k)), lang.T(
			"$f$의 상수항이 남아 있어요. 더해진 상수는 미분하면 사라져요.", "The constant of $f$ is still there. It vanishes when you differentiate.")),
	)
}

// slopeOf asks for the slope of a function at x, to three decimals or exactly.
func slopeOf(f, x string, exact bool, hints [2]lang.Text, solution string, rules ...exercises.Rule) exercises.Variant {
	ko, en := " 소수 셋째 자리까지", ", to three decimals"
	if exact {
		ko, en = "", ""
	}
	return exercises.Variant{
		Statement: lang.Sprintf("$f(x) = %[1]s$의 $x = %[2]s$에서의 기울기를%[3]s 구하세요.", "Find the slope of $f(x) = %[1]s$ at $x = %[2]s$%[4]s.", f, x, ko, en),
		Parts: []exercises.Part{exercises.Number("slope", lang.Sprintf("$f'(%[1]s)$", "$f'(%[1]s)$", x),
			lang.T("바깥쪽의 기울기와 안쪽의 기울기를 따로 구해서 곱해 보세요.", "Find the outer slope and the inner one, and multiply them."), rules...)},
		Hints: hints[:], Solution: lang.Same(solution),
	}
}

func innerForgotten(want exercises.Want, slope string) exercises.Rule {
	return exercises.Mistaken("inner-forgotten", want, spoken(
		"바깥쪽의 기울기까지는 맞아요. 안쪽의 기울기 $%[1]s$[을/를] 마저 곱하세요.", "The outer slope is right. Multiply it by the inner one, $%[1]s$, as well.", slope))
}

// powerOfLine is (Ax + B)ⁿ at X.
type powerOfLine struct {
	A, B, X float64
	N       int
}

func chainRule() exercises.Exercise {
	draw := func(r *rand.Rand) powerOfLine {
		for {
			p := powerOfLine{among(r, -3, -2, 2, 3, 4), among(r, -5, -3, -1, 1, 3, 4), among(r, -2, -1, 1, 2), 2 + r.IntN(3)}
			if u := p.A*p.X + p.B; math.Abs(u) > 1 && math.Abs(u) < 8 && u != float64(p.N) {
				return p
			}
		}
	}
	return exercises.Template("07/chain", lang.T("거듭제곱의 안쪽", "Inside a power"), powerOfLine{2, 1, 1, 3}, draw, buildChainRule,
		slices.Concat(
			exercises.Accepts("slope", "54", "3*9*2"),
			exercises.Catches("slope", "inner-forgotten", "27"),
			exercises.Catches("slope", "power-kept", "162"),
			exercises.Catches("slope", "slope-inside", "12"),
			exercises.Catches("slope", "exponent-dropped", "18"),
			exercises.Catches("slope", "", "55"),
			exercises.Refuses("slope", "(2x+1)"),
		)...)
}

func buildChainRule(p powerOfLine) exercises.Variant {
	n, u := float64(p.N), p.A*p.X+p.B
	line := polynomial{p.B, p.A}.text("x")
	exactly, no := func(x float64) exercises.Want { return exercises.Exactly(tidy(x)) }, exercises.Mistaken
	slope := n * math.Pow(u, n-1) * p.A
	rules := []exercises.Rule{
		exercises.Right(exactly(slope), lang.T("다 펼친 다음 항마다 미분해도 같은 값이 나와요. 연쇄법칙은 펼치지 않아도 되게 해 줘요.", "Expanding the power first gives the same. The chain rule saves you that.")),
		innerForgotten(exactly(n*math.Pow(u, n-1)), num(p.A)),
		no("power-kept", exactly(n*math.Pow(u, n)*p.A), lang.T("지수를 앞으로 꺼냈지만 하나 줄이지 않았어요.", "The exponent came to the front, but was not lowered by one.")),
		no("exponent-dropped", exactly(math.Pow(u, n-1)*p.A), spoken("지수 %[1]d[이/가] 앞에 곱해지지 않았어요.", "The exponent %[1]d is missing as a factor.", p.N)),
		no("slope-inside", exactly(n*math.Pow(p.A, n-1)), lang.T("안쪽을 그 기울기로 바꿔 넣으셨어요. 안쪽은 그대로 두고, 그 기울기를 밖에 곱해요.", "The inner function was replaced by its slope. Leave it inside, and multiply by its slope outside.")),
	}
	if u != n { // where one factor of the power is the exponent, too
		rules = append(rules, no("value", exactly(math.Pow(u, n)), lang.T("$f$의 값이에요.", "That is the value of $f$.")))
	}
	v := slopeOf(fmt.Sprintf("(%s)^%d", line, p.N), num(p.X), true, [2]lang.Text{
		spoken("안쪽을 $u = %[1]s$[으로/로] 두면 바깥쪽은 $u^%[2]d$이에요.", "With $u = %[1]s$ inside, the outer function is $u^%[2]d$.", line, p.N),
		spoken("$x = %[1]s$에서 $u = %[2]s$[이고/고], 안쪽의 기울기는 $%[3]s$[이에요/예요].", "At $x = %[1]s$, $u = %[2]s$ and the inner slope is $%[3]s$.", num(p.X), num(u), num(p.A)),
	}, fmt.Sprintf("$$ f'(x) = %d (%s)^{%d} \\cdot %s $$\n\n$$ f'(%s) = %s $$", p.N, line, p.N-1, neg(p.A), num(p.X), num(slope)), rules...)
	v.Picture = tangentPicture(func(x float64) float64 { return math.Pow(p.A*x+p.B, n) }, p.X)
	v.Situation = nudgeSituation(fmt.Sprintf("f=g^%d,g=%s", p.N, line), set("x", p.X))
	return v
}

// scaledInput is a function of Kx at X.
type scaledInput struct{ K, X float64 }

func sigmoidOfLine() exercises.Exercise {
	draw := func(r *rand.Rand) scaledInput {
		return scaledInput{among(r, -4, -3, -2, 2, 3, 4, 5), among(r, -1, 1) * float64(1+r.IntN(8)) / 10}
	}
	return exercises.Template("07/sigmoid", lang.T("시그모이드의 안쪽", "Inside the sigmoid"), scaledInput{3, 0}, draw, buildSigmoidOfLine,
		slices.Concat(
			exercises.Accepts("slope", "0.75", "0.750", "3/4"),
			exercises.Catches("slope", "inner-forgotten", "0.25"),
			exercises.Catches("slope", "value-scaled", "1.5"),
			exercises.Catches("slope", "value", "0.5"),
			exercises.Catches("slope", "", "2.5"),
			exercises.Refuses("slope", "σ"),
		)...)
}

func buildSigmoidOfLine(p scaledInput) exercises.Variant {
	u := tidy(p.K * p.X)
	y := nn.Sigmoid.At(u)
	values := bothSigmoids(u)
	slopes := eachWay(values, slopeOfSigmoid)
	to := func(calcs []exercises.Calc, by float64) exercises.Want {
		return exercises.To(3, eachWay(calcs, func(c exercises.Calc) exercises.Calc {
			return c.Value(lang.Text{}, func(x []float64) float64 { return by * x[0] })
		})...)
	}
	no := exercises.Mistaken
	v := slopeOf(fmt.Sprintf(`\sigma(%s x)`, num(p.K)), num(p.X), false, [2]lang.Text{
		lang.Sprintf("$\\sigma$의 기울기는 $\\sigma(1 - \\sigma)$예요. $\\sigma(%[1]s) %[2]s$", "The slope of $\\sigma$ is $\\sigma(1 - \\sigma)$, with $\\sigma(%[1]s) %[2]s$.", num(u), about(y, 4)),
		spoken("안쪽 $%[1]s x$의 기울기는 $%[1]s$[이에요/예요].", "The inner function $%[1]s x$ has the slope $%[1]s$.", num(p.K)),
	}, fmt.Sprintf("$$ f'(x) = %s \\sigma(%s x)(1 - \\sigma(%s x)) $$\n\n$$ f'(%s) %s $$", num(p.K), num(p.K), num(p.K), num(p.X), about(p.K*y*(1-y), 4)),
		rightTelling(to(slopes, p.K), lang.T("안쪽에 큰 수를 곱하면 시그모이드가 그만큼 가팔라져요. 가중치가 하는 일이에요.", "A large factor inside makes the sigmoid steeper by as much. That is what a weight does.")),
		innerForgotten(to(slopes, 1), num(p.K)),
		no("value-scaled", to(values, p.K), lang.T("시그모이드의 값에 안쪽의 기울기를 곱하셨어요. 값이 아니라 기울기 $\\sigma(1 - \\sigma)$를 곱해요.", "That is the value times the inner slope. Take the slope $\\sigma(1 - \\sigma)$, not the value.")),
		no("value", to(values, 1), lang.T("시그모이드의 값이에요.", "That is the value of the sigmoid.")))
	v.Picture = tangentPicture(func(x float64) float64 { return nn.Sigmoid.At(p.K * x) }, p.X)
	v.Situation = curveSituation(fmt.Sprintf("sigmoid(%g*x)", p.K), p.X)
	if p.X != 0 {
		v.Parts[0].Rules = append(v.Parts[0].Rules, no("inside-skipped", to(eachWay(bothSigmoids(p.X), slopeOfSigmoid), p.K),
			lang.Sprintf("$\\sigma(x)$로 계산하셨어요. 시그모이드에 들어가는 것은 $%[1]s x$예요.", "That takes $\\sigma(x)$. What goes into the sigmoid is $%[1]s x$.", num(p.K))))
	}
	return v
}

func gauss() exercises.Exercise {
	draw := func(r *rand.Rand) scaledInput {
		return scaledInput{among(r, 0.5, 1, 2), among(r, -1, 1) * float64(3+r.IntN(13)) / 10}
	}
	return exercises.Template("07/gauss", lang.T("지수 안의 제곱", "A square in the exponent"), scaledInput{1, 1}, draw, buildGauss,
		slices.Concat(
			exercises.Accepts("slope", "-0.736", "-0.7358", "-2/e"),
			exercises.Catches("slope", "inner-forgotten", "0.368"),
			exercises.Catches("slope", "sign", "0.736"),
			exercises.Catches("slope", "two-forgotten", "-0.368"),
			exercises.Catches("slope", "inner-only", "-2"),
			exercises.Catches("slope", "power-rule", "-0.135"),
			exercises.Catches("slope", "", "3"),
			exercises.Refuses("slope", "e^"),
		)...)
}

func buildGauss(p scaledInput) exercises.Variant {
	square, e := tidy(p.K*p.X*p.X), math.Exp(-p.K*p.X*p.X)
	inner := tidy(-2 * p.K * p.X)
	to := func(exponent, by float64) exercises.Want {
		return exercises.To(3, exercises.From(exponent).Value(lang.T("지수함수의 값", "the exponential"), func(x []float64) float64 { return math.Exp(x[0]) }).
			Value(lang.Text{}, func(x []float64) float64 { return by * x[0] }))
	}
	no := exercises.Mistaken
	exponent := polynomial{0, 0, -p.K}.text("x")
	v := slopeOf("e^{"+exponent+"}", num(p.X), false, [2]lang.Text{
		spoken("$e^u$는 미분해도 $e^u$예요. 여기서 $u = %[1]s = %[2]s$, $e^u %[3]s$[이에요/예요].", "$e^u$ is its own derivative. Here $u = %[1]s = %[2]s$ and $e^u %[3]s$.", exponent, num(-square), about(e, 4)),
		spoken("안쪽 $%[1]s$의 기울기는 $%[2]s$[이에요/예요].", "The inner function $%[1]s$ has the slope $%[2]s$.", exponent, num(inner)),
	}, fmt.Sprintf("$$ f'(x) = %s \\cdot e^{%s} $$\n\n$$ f'(%s) = %s \\cdot %s %s $$", bracketed(polynomial{0, -2 * p.K}.text("x")), exponent, num(p.X), neg(inner), dec(e, 4), about(inner*e, 4)),
		rightTelling(to(-square, inner), lang.T("종 모양 곡선이라 $x = 0$에서는 평평하고, 멀리 가면 다시 평평해져요.", "It is a bell: level at $x = 0$, and level again far out.")),
		innerForgotten(to(-square, 1), num(inner)),
		no("sign", to(-square, -inner), lang.T("부호가 반대예요. 지수 앞의 $-$도 미분하면 앞으로 나와요.", "The sign is turned around. The minus of the exponent comes to the front, too.")),
		no("two-forgotten", to(-square, inner/2), lang.T("2가 빠졌어요. $x^2$을 미분하면 $2x$예요.", "The 2 is missing: $x^2$ has the derivative $2x$.")),
		no("inner-only", exercises.Exactly(inner), lang.T("안쪽의 기울기만 구하셨어요. $e^u$를 곱하세요.", "That is the inner slope alone. Multiply it by $e^u$.")),
		no("power-rule", to(-square-1, -square), lang.T("$x^n$처럼 미분하셨어요. $x$가 지수에 있으면 $e^u$는 그대로 남고 지수의 기울기가 곱해져요.", "That is how $x^n$ is differentiated. With $x$ in the exponent, $e^u$ stays and is multiplied by the slope of the exponent.")))
	v.Picture = tangentPicture(func(x float64) float64 { return math.Exp(-p.K * x * x) }, p.X)
	v.Situation = curveSituation("exp("+exponent+")", p.X)
	return v
}

// logOfSquare is ln(Ax² + C) at X.
type logOfSquare struct{ A, C, X float64 }

func logarithm() exercises.Exercise {
	draw := func(r *rand.Rand) logOfSquare {
		return logOfSquare{among(r, 1, 2, 3), among(r, 1, 2, 3, 4, 5), among(r, -4, -3, -2, 2, 3, 4, 5)}
	}
	return exercises.Template("07/log", lang.T("로그의 안쪽", "Inside a logarithm"), logOfSquare{1, 1, 2}, draw, buildLogarithm,
		slices.Concat(
			exercises.Accepts("slope", "0.8", "4/5"),
			exercises.Catches("slope", "inner-forgotten", "0.2", "1/5"),
			exercises.Catches("slope", "inner-only", "4"),
			exercises.Catches("slope", "value", "1.609"),
			exercises.Catches("slope", "two-forgotten", "0.4"),
			exercises.Catches("slope", "log10", "0.347"),
			exercises.Catches("slope", "inside-skipped", "0.5"),
			exercises.Catches("slope", "", "7.5"),
			exercises.Refuses("slope", "ln"),
		)...)
}

func buildLogarithm(p logOfSquare) exercises.Variant {
	u, inner := p.A*p.X*p.X+p.C, 2*p.A*p.X
	line := polynomial{p.C, 0, p.A}.text("x")
	to := func(x float64) exercises.Want {
		return exercises.To(3, exercises.From(x).Value(lang.Text{}, func(x []float64) float64 { return x[0] }))
	}
	no := exercises.Mistaken
	v := slopeOf(`\ln(`+line+")", num(p.X), false, [2]lang.Text{
		lang.Sprintf("$\\ln u$의 기울기는 $1 / u$예요. 여기서 $u = %[1]s = %[2]s$", "The slope of $\\ln u$ is $1 / u$. Here $u = %[1]s = %[2]s$.", line, num(u)),
		spoken("안쪽 $%[1]s$의 기울기는 $x = %[2]s$에서 $%[3]s$[이에요/예요].", "The inner function $%[1]s$ has the slope $%[3]s$ at $x = %[2]s$.", line, num(p.X), num(inner)),
	}, fmt.Sprintf("$$ f'(x) = \\frac{%s}{%s} $$\n\n$$ f'(%s) = \\frac{%s}{%s} %s $$", polynomial{0, 2 * p.A}.text("x"), line, num(p.X), num(inner), num(u), about(inner/u, 4)),
		exercises.Right(to(inner/u), lang.T("$\\ln$의 기울기가 안에 든 수의 역수라서, 교차 엔트로피는 정답의 확률이 작을수록 세게 당겨요.", "As the slope of $\\ln$ is one over its argument, cross entropy pulls the harder the smaller the probability of the truth.")),
		innerForgotten(to(1/u), num(inner)),
		no("inner-only", exercises.Exactly(inner), lang.Sprintf("안쪽의 기울기만 구하셨어요. 바깥쪽의 기울기 $1 / u = 1 / %[1]s$도 곱하세요.", "That is the inner slope alone. Multiply it by the outer one, $1 / u = 1 / %[1]s$.", num(u))),
		no("value", to(math.Log(u)), lang.T("$f$의 값이에요.", "That is the value of $f$.")),
		no("two-forgotten", to(inner/2/u), lang.T("2가 빠졌어요. $x^2$을 미분하면 $2x$예요.", "The 2 is missing: $x^2$ has the derivative $2x$.")),
		no("log10", to(inner/u/math.Ln10), lang.T("상용로그의 기울기예요. $\\ln$은 $\\ln 10$으로 나누지 않아요.", "That is the slope of the common logarithm. With $\\ln$ there is no $\\ln 10$ to divide by.")),
		no("inside-skipped", to(1/p.X), lang.T("$\\ln x$로 계산하셨어요. 로그에 들어가는 것은 $x$가 아니에요.", "That takes $\\ln x$. What goes into the logarithm is not $x$.")))
	v.Picture = tangentPicture(func(x float64) float64 { return math.Log(p.A*x*x + p.C) }, p.X)
	v.Situation = curveSituation("ln("+line+")", p.X)
	return v
}
