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
)

// lecture07 returns the exercises on derivatives and the chain rule.
func lecture07() []exercises.Exercise {
	return []exercises.Exercise{
		derivatives(), quotient(), power(), partials(), partial(), chainFormulas(), chainRule(),
		sigmoidOfLine(), gauss(), logarithm(), paths(),
	}
}

// polynomial has the coefficient of xⁿ at n.
type polynomial []float64

// text writes the polynomial in a variable, as one types it.
func (p polynomial) text(x string) string {
	return sumText(len(p), func(i int) (float64, string) {
		switch n := len(p) - 1 - i; n {
		case 0:
			return p[n], ""
		case 1:
			return p[n], x
		default:
			return p[n], fmt.Sprintf("%s^%d", x, n)
		}
	})
}

// at returns the value at a number of few digits, without the noise of binary
// fractions.
func (p polynomial) at(x float64) float64 { return tidy(p.exactly(x)) }

func (p polynomial) exactly(x float64) float64 {
	value := 0.0
	for _, c := range slices.Backward(p) {
		value = value*x + c
	}
	return value
}

// termwise makes another term of every term; an exponent below 0 drops it.
func (p polynomial) termwise(f func(c float64, n int) (float64, int)) polynomial {
	out := make(polynomial, len(p)+1)
	for n, c := range p {
		if by, exponent := f(c, n); c != 0 && exponent >= 0 {
			out[exponent] += by
		}
	}
	return out
}

func (p polynomial) derivative() polynomial {
	return p.termwise(func(c float64, n int) (float64, int) { return c * float64(n), n - 1 })
}

// integral writes an integral of the polynomial, as one types it.
func (p polynomial) integral(x string) string {
	terms := make([]string, len(p))
	for n, c := range p {
		terms[n] = fmt.Sprintf("(%g)*%s^%d/%d", c, x, n+1, n+1)
	}
	return strings.Join(terms, " + ")
}

// powerSlip is a way to miss the derivative of a sum of powers, term by term.
type powerSlip struct {
	id  string
	of  func(c float64, n int) (float64, int)
	say lang.Text
}

func powerSlips() []powerSlip {
	return []powerSlip{
		{"constant-kept", func(c float64, n int) (float64, int) {
			if n == 0 {
				return c, 0
			}
			return c * float64(n), n - 1
		}, lang.T("상수항이 남아 있어요. 상수는 $x$가 변해도 그대로라서 도함수가 0이에요.",
			"The constant is still there. It does not change with $x$, so its derivative is 0.")},
		{"untouched", func(c float64, n int) (float64, int) { return c, n }, lang.T(
			"미분하지 않은 $f$ 그대로예요. 물은 것은 값이 아니라 변화율이에요.", "That is $f$ itself. The question is about its rate of change, not its value.")},
		{"power-kept", func(c float64, n int) (float64, int) { return c * float64(n), n }, lang.T(
			"지수를 앞으로 꺼냈지만 하나 줄이지 않았어요. $x^n$의 도함수는 $n x^{n-1}$이에요.",
			"The exponent came to the front, but was not lowered by one: $x^n$ has the derivative $n x^{n-1}$.")},
		{"exponent-dropped", func(c float64, n int) (float64, int) { return c, n - 1 }, lang.T(
			"지수를 하나 줄였지만 앞에 곱하지 않았어요. $x^n$의 도함수는 $n x^{n-1}$이에요.",
			"The exponent was lowered, but not multiplied in front: $x^n$ has the derivative $n x^{n-1}$.")},
		{"coefficient-forgotten", func(c float64, n int) (float64, int) { return math.Copysign(float64(n), c), n - 1 }, lang.T(
			"계수가 빠졌어요. 앞에 곱해진 수는 미분해도 그대로 남아요.", "The coefficient is missing. A constant factor stays when you differentiate.")},
	}
}

func derivatives() exercises.Exercise {
	handout := []polynomial{{3}, {0, 1}, {0, 2}, {3, 1}, {0, 0, 1}, {2, 0, 0, -2, 3}}
	draw := func(r *rand.Rand) []polynomial {
		some := func() float64 { return among(r, -9, -8, -7, -6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 7, 8, 9) }
		square, sum := make(polynomial, 3+r.IntN(3)), make(polynomial, 4+r.IntN(2))
		square[len(square)-1] = 1
		sum[0], sum[1+r.IntN(2)], sum[len(sum)-1] = some(), some(), some()
		return []polynomial{{some()}, {0, among(r, -1, 1)}, {0, some()}, {some(), 1}, square, sum}
	}
	return exercises.Template("07/derivatives", lang.T("여섯 함수의 도함수", "Six derivatives"), handout, draw, buildDerivatives,
		slices.Concat(
			exercises.Accepts("f1", "0", "0x"),
			exercises.Catches("f1", "constant-kept", "3"),
			exercises.Catches("f1", "one", "1"),
			exercises.Catches("f1", "integrated", "3x"),
			exercises.Catches("f1", "", "2"),
			exercises.Refuses("f1", "y"),
			exercises.Accepts("f2", "1", "x^0"),
			exercises.Catches("f2", "untouched", "x"),
			exercises.Catches("f2", "nothing", "0"),
			exercises.Catches("f2", "integrated", "x²/2"),
			exercises.Refuses("f2", ""),
			exercises.Accepts("f3", "2"),
			exercises.Catches("f3", "untouched", "2x"),
			exercises.Catches("f3", "coefficient-forgotten", "1"),
			exercises.Catches("f3", "nothing", "0"),
			exercises.Refuses("f3", "둘"),
			exercises.Accepts("f4", "1"),
			exercises.Catches("f4", "constant-kept", "4", "1 + 3"),
			exercises.Catches("f4", "untouched", "x + 3"),
			exercises.Catches("f4", "power-kept", "x"),
			exercises.Refuses("f4", "x +"),
			exercises.Accepts("f5", "2x", "x + x", "2·x"),
			exercises.Catches("f5", "power-kept", "2x²"),
			exercises.Catches("f5", "exponent-dropped", "x"),
			exercises.Catches("f5", "untouched", "x^2"),
			exercises.Catches("f5", "integrated", "x^3/3"),
			exercises.Catches("f5", "", "2"),
			exercises.Refuses("f5", "2y"),
			exercises.Accepts("f6", "12x³ − 6x²", "12x^3 - 6x^2", "6x²(2x − 1)", "f'(x) = 12x^3-6x^2"),
			exercises.Catches("f6", "constant-kept", "12x^3 - 6x^2 + 2"),
			exercises.Catches("f6", "power-kept", "12x^4 - 6x^3"),
			exercises.Catches("f6", "exponent-dropped", "3x^3 - 2x^2"),
			exercises.Catches("f6", "coefficient-forgotten", "4x^3 - 3x^2"),
			exercises.Catches("f6", "untouched", "3x^4-2x^3+2"),
			exercises.Refuses("f6", "12x^"),
		)...)
}

func buildDerivatives(all []polynomial) exercises.Variant {
	kind := answer.Formula{Variables: []string{"x"}, Example: "5x^2 - 4x"}
	tells := []lang.Text{
		lang.T("그래프가 수평선이라 어디서나 기울기가 0이에요.", "Its graph is level, so the slope is 0 everywhere."),
		lang.T("그래프가 직선이라 기울기가 어디서나 같아요.", "Its graph is a straight line: the slope is the same everywhere."),
		lang.T("직선의 기울기가 곧 도함수예요.", "The slope of a straight line is its derivative."),
		lang.T("더한 상수는 그래프를 위아래로 옮길 뿐 기울기를 바꾸지 않아요.", "The constant moves the graph up or down and leaves its slope alone."),
		lang.T("직선과 달리 기울기가 $x$에 따라 달라져요.", "Unlike a line, it has another slope at every $x$."),
		lang.T("항마다 미분해서 더한 거예요. 손실 함수도 샘플마다 미분해서 더해요.", "Term by term, then added. A loss is differentiated sample by sample in the same way."),
	}
	v := exercises.Variant{Situation: curveSituation(all[len(all)-1].text("x"), 1), Hints: []lang.Text{
		lang.T("$a x^n$을 미분하면 $n a x^{n-1}$이에요. 지수가 앞으로 나와 곱해지고, 하나 줄어요.", "$a x^n$ becomes $n a x^{n-1}$: the exponent comes to the front as a factor and is lowered by one."),
		lang.T("$x = x^1$이고 $x^0 = 1$이에요. 상수의 도함수는 0이고, 합은 항마다 미분해요.", "$x = x^1$ and $x^0 = 1$. A constant has the derivative 0, and a sum is differentiated term by term."),
	}}
	var shown, solved []string
	for i, f := range all {
		shown = append(shown, "$"+texOf(kind, f.text("x"))+"$")
		solved = append(solved, fmt.Sprintf("$$ (%s)' = %s $$", texOf(kind, f.text("x")), texOf(kind, f.derivative().text("x"))))
		v.Parts = append(v.Parts, exercises.Expression(fmt.Sprintf("f%d", i+1), kind, lang.Sprintf("$(%[1]s)'$", "$(%[1]s)'$", texOf(kind, f.text("x"))),
			lang.T("항마다 $a x^n \\to n a x^{n-1}$을 써 보세요. 상수항은 사라져요.", "Use $a x^n \\to n a x^{n-1}$ on every term. Constants vanish."),
			derivativeRules(kind, f, tells[i])...))
	}
	v.Statement = lang.Sprintf("다음 여섯 함수를 $x$로 미분한 식을 적으세요: %[1]s.\n\n거듭제곱은 `x^2`이나 `x²`으로 적어요. 같은 식이면 어떻게 적어도 맞아요.",
		"Differentiate these six functions with respect to $x$: %[1]s.\n\nWrite powers as `x^2` or `x²`. Any formula that is the same counts.", strings.Join(shown, ", "))
	v.Solution = lang.Same(strings.Join(solved, "\n\n"))
	return v
}

func derivativeRules(kind answer.Formula, f polynomial, right lang.Text) []exercises.Rule {
	is := func(p polynomial) exercises.Want { return exercises.Is(kind.Must(p.text("x"))) }
	rules := []exercises.Rule{exercises.Right(is(f.derivative()), right)}
	for _, slip := range powerSlips() {
		rules = append(rules, exercises.Mistaken(slip.id, is(f.termwise(slip.of)), slip.say))
	}
	rules = append(rules, exercises.Mistaken("integrated", exercises.Is(kind.Must(f.integral("x"))), lang.T(
		"지수가 하나 늘었어요. 그것은 거꾸로 가는 적분이에요. 미분하면 지수가 하나 줄어요.",
		"The exponent went up. That is the way back, integration; the derivative lowers it by one.")))
	switch len(f) {
	case 1:
		rules = append(rules, exercises.Mistaken("one", is(polynomial{1}), lang.T(
			"1은 $x$의 도함수예요. 상수는 $x$가 변해도 그대로예요.", "1 is the derivative of $x$. A constant stays as it is when $x$ changes.")))
	case 2:
		rules = append(rules, exercises.Mistaken("nothing", is(nil), lang.T(
			"0은 상수의 도함수예요. 여기서는 $x$가 변하면 값도 변해요.", "0 is the derivative of a constant. This changes with $x$.")))
	}
	return distinct(rules...)
}

// polynomialAt is a polynomial at a place.
type polynomialAt struct {
	F polynomial
	X float64
}

func power() exercises.Exercise {
	draw := func(r *rand.Rand) polynomialAt {
		f := make(polynomial, 4+r.IntN(2))
		f[0], f[1+r.IntN(2)], f[len(f)-1] = drawEntries(r, 1, 9)[0], among(r, -5, -4, -3, -2, 2, 3, 4, 5), among(r, 2, 3, 4, 5)
		return polynomialAt{f, among(r, -3, -2, 2, 3)}
	}
	return exercises.Template("07/power", lang.T("한 점에서의 기울기", "The slope at a point"), polynomialAt{polynomial{2, 0, 0, -2, 3}, 2}, draw, buildPower,
		slices.Concat(
			exercises.Accepts("slope", "72", "12*8 - 6*4"),
			exercises.Catches("slope", "power-kept", "144"),
			exercises.Catches("slope", "exponent-dropped", "16"),
			exercises.Catches("slope", "constant-kept", "74"),
			exercises.Catches("slope", "coefficient-forgotten", "20"),
			exercises.Catches("slope", "untouched", "34"),
			exercises.Catches("slope", "sign", "-72"),
			exercises.Catches("slope", "", "70"),
			exercises.Refuses("slope", "가팔라요"),
		)...)
}

func buildPower(p polynomialAt) exercises.Variant {
	kind := answer.Formula{Variables: []string{"x"}}
	d := p.F.derivative()
	slope := d.at(p.X)
	nudged := p.F.at(p.X+0.001) - p.F.at(p.X)
	rules := []exercises.Rule{exercises.Right(exercises.Exactly(slope), lang.Sprintf(
		"그래서 $x$를 0.001만큼 키우면 $f$는 그 %[1]s배쯤, 약 $%[2]s$만큼 변해요.", "So when $x$ grows by 0.001, $f$ changes by about %[1]s times that, $%[2]s$.", num(slope), dec(nudged, 4)))}
	for _, slip := range powerSlips() {
		rules = append(rules, exercises.Mistaken(slip.id, exercises.Exactly(p.F.termwise(slip.of).at(p.X)), slip.say))
	}
	rules = append(rules, exercises.Mistaken("sign", exercises.Exactly(-slope), lang.T(
		"부호가 반대예요. $x$와 계수의 부호를 항마다 다시 보세요.", "The sign is turned around. Look at the signs of $x$ and of the coefficients, term by term.")))
	f := texOf(kind, p.F.text("x"))
	return exercises.Variant{
		Picture:   tangentPicture(p.F.exactly, p.X),
		Situation: curveSituation(p.F.text("x"), p.X),
		Statement: lang.Sprintf("$f(x) = %[1]s$의 $x = %[2]s$에서의 기울기를 구하세요.", "Find the slope of $f(x) = %[1]s$ at $x = %[2]s$.", f, num(p.X)),
		Parts: []exercises.Part{exercises.Number("slope", lang.Sprintf("$f'(%[1]s)$", "$f'(%[1]s)$", num(p.X)),
			lang.T("먼저 항마다 미분한 다음 $x$를 넣어요.", "Differentiate term by term first, then put in $x$."), rules...)},
		Hints: []lang.Text{
			lang.T("$a x^n$을 미분하면 $n a x^{n-1}$이고 상수항은 사라져요.", "$a x^n$ becomes $n a x^{n-1}$, and the constant vanishes."),
			spoken("$f'(x) = %[1]s$에 $x = %[2]s$[을/를] 넣어요.", "Put $x = %[2]s$ into $f'(x) = %[1]s$.", texOf(kind, d.text("x")), num(p.X)),
		},
		Solution: lang.Sprintf("$$ f'(x) = %[1]s $$\n\n$$ f'(%[2]s) = %[3]s $$", "$$ f'(x) = %[1]s $$\n\n$$ f'(%[2]s) = %[3]s $$", texOf(kind, d.text("x")), num(p.X), num(slope)),
	}
}

// secant is a polynomial at a place and at another a little on.
type secant struct {
	F     polynomial
	X, By float64
}

func quotient() exercises.Exercise {
	draw := func(r *rand.Rand) secant {
		f := polynomial{drawEntries(r, 1, 5)[0], among(r, 0, 0, 1, 2, -1), among(r, 1, 2, 3)}
		return secant{f, among(r, 2, 3, 4, 5), among(r, 0.1, 0.2, 0.5, 0.01)}
	}
	return exercises.Template("07/quotient", lang.T("평균 변화율과 순간 변화율", "Average and instantaneous rate"), secant{polynomial{0, 0, 1}, 3, 0.1}, draw, buildQuotient,
		slices.Concat(
			exercises.Accepts("quotient", "6.1", "(9.61-9)/0.1"),
			exercises.Catches("quotient", "not-divided", "0.61"),
			exercises.Catches("quotient", "limit", "6"),
			exercises.Catches("quotient", "not-subtracted", "96.1"),
			exercises.Catches("quotient", "value", "9.61"),
			exercises.Catches("quotient", "multiplied", "0.061"),
			exercises.Catches("quotient", "sign", "-6.1"),
			exercises.Catches("quotient", "", "7"),
			exercises.Refuses("quotient", ""),
			exercises.Accepts("slope", "6"),
			exercises.Catches("slope", "secant", "6.1"),
			exercises.Catches("slope", "value", "9"),
			exercises.Catches("slope", "", "5"),
			exercises.Refuses("slope", "6, 1"),
		)...)
}

// picture draws the curve, both points of it, and lines of the slopes that are typed
// through the first.
func (p secant) picture(typed map[string][]float64) exercises.Picture {
	at := []float64{p.X, tidy(p.X + p.By)}
	picture := exercises.Picture{
		Min: p.X - 1, Max: p.X + 1, YMin: min(0, p.F.at(p.X-1)), YMax: 1.1 * p.F.at(p.X+1), XLabel: "x", YLabel: "f", Curves: []func(float64) float64{p.F.exactly},
		Caption: lang.T("기울기를 적으면 첫 점을 지나는 그 기울기의 직선이 그려져요. 평균 변화율의 직선은 둘째 점도 지나야 해요.",
			"Type a slope and a line of that slope is drawn through the first point. That of the average rate should pass through the second, too."),
	}
	for _, x := range at {
		picture.Points = append(picture.Points, exercises.Point{X: x, Y: p.F.at(x), Lit: true})
	}
	for _, part := range []string{"quotient", "slope"} {
		if v := typed[part]; v != nil {
			picture.Lines = append(picture.Lines, exercises.Boundary{W1: v[0], W2: -1, B: p.F.at(p.X) - v[0]*p.X})
		}
	}
	return picture
}

func buildQuotient(p secant) exercises.Variant {
	kind := answer.Formula{Variables: []string{"x"}}
	f, before, after, slope := texOf(kind, p.F.text("x")), p.F.at(p.X), p.F.at(p.X+p.By), p.F.derivative().at(p.X)
	change := tidy(after - before)
	q := tidy(change / p.By)
	exactly, no := exercises.Exactly[float64], exercises.Mistaken
	return exercises.Variant{
		Picture:   p.picture,
		Situation: curveSituation(p.F.text("x"), p.X),
		Statement: spoken("함수 $f(x) = %[1]s$에 대하여, $x = %[2]s$에서 $\\Delta x = %[3]s$일 때의 평균 변화율 $\\frac{f(x + \\Delta x) - f(x)}{\\Delta x}$와, $\\Delta x$를 0으로 보낼 때의 순간 변화율 $f'(%[2]s)$[을/를] 구하세요.",
			"Let $f(x) = %[1]s$. At $x = %[2]s$, find the average rate $\\frac{f(x + \\Delta x) - f(x)}{\\Delta x}$ for $\\Delta x = %[3]s$, and the instantaneous rate $f'(%[2]s)$ to which it tends as $\\Delta x$ goes to 0.", f, num(p.X), num(p.By)),
		Parts: []exercises.Part{
			exercises.Number("quotient", lang.T("평균 변화율", "average rate"), lang.T("$f$의 두 값을 구해 빼고 $\\Delta x$로 나눠요.", "Find both values of $f$, subtract, and divide by $\\Delta x$."),
				exercises.Right(exactly(q), lang.T("곡선 위 두 점을 잇는 직선의 기울기예요.", "It is the slope of the straight line through two points of the curve.")),
				no("limit", exactly(slope), lang.T("$\\Delta x$를 0으로 보낸 값이에요. 여기서는 $\\Delta x$를 그대로 넣어요.", "That is the limit. Here $\\Delta x$ is still what it is.")),
				no("not-divided", exactly(change), lang.Sprintf("$f$가 변한 양이에요. $\\Delta x = %[1]s$로 나눠야 변화율이에요.", "That is how much $f$ changes. Divided by $\\Delta x = %[1]s$ it is a rate.", num(p.By))),
				no("multiplied", exactly(tidy(change*p.By)), lang.T("$\\Delta x$를 곱하셨어요. 나눠야 해요.", "That is multiplied by $\\Delta x$. Divide by it.")),
				no("value", exactly(after), lang.T("$f(x + \\Delta x)$예요. 여기서 $f(x)$를 빼고 $\\Delta x$로 나눠요.", "That is $f(x + \\Delta x)$. Subtract $f(x)$ and divide by $\\Delta x$.")),
				no("not-subtracted", exactly(tidy(after/p.By)), lang.T("$f(x)$를 빼지 않았어요. 변한 만큼만 나눠요.", "$f(x)$ was not subtracted. Only the change is divided.")),
				no("sign", exactly(-q), lang.T("거꾸로 빼셨어요. 나중 값에서 처음 값을 빼요.", "The subtraction is the wrong way round: take the first value from the second."))),
			exercises.Number("slope", lang.Sprintf("$f'(%[1]s)$", "$f'(%[1]s)$", num(p.X)), lang.T("$f$를 미분한 다음 $x$를 넣어 보세요.", "Differentiate $f$, then put in $x$."),
				exercises.Right(exactly(slope), spoken("평균 변화율과의 차 $%[1]s$[은/는] $\\Delta x$와 함께 사라져요.", "The average rate is off by $%[1]s$, which vanishes together with $\\Delta x$.", num(tidy(q-slope)))),
				no("secant", exactly(q), lang.T("두 점을 잇는 직선의 기울기예요. 접선의 기울기는 $\\Delta x$가 0으로 갈 때의 값이에요.", "That is the slope through two points. The tangent has the one that remains as $\\Delta x$ goes to 0.")),
				no("value", exactly(before), lang.T("$f$의 값이에요. 기울기는 도함수에 $x$를 넣어서 구해요.", "That is the value of $f$. For the slope put $x$ into the derivative."))),
		},
		Hints: []lang.Text{
			spoken("$f(%[1]s) = %[2]s$[이고/고] $f(%[3]s) = %[4]s$[이에요/예요].", "$f(%[1]s) = %[2]s$ and $f(%[3]s) = %[4]s$.", num(p.X), num(before), num(tidy(p.X+p.By)), num(after)),
			lang.Sprintf("$f'(x) = %[1]s$", "$f'(x) = %[1]s$", texOf(kind, p.F.derivative().text("x"))),
		},
		Solution: lang.Same(fmt.Sprintf("$$ \\frac{%[1]s - %[2]s}{%[3]s} = %[4]s $$\n\n$$ f'(x) = %[7]s, \\quad f'(%[5]s) = %[6]s $$",
			num(after), neg(before), num(p.By), num(q), num(p.X), num(slope), texOf(kind, p.F.derivative().text("x")))),
	}
}
