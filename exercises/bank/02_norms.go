package bank

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// normDigits is the number of decimals of a norm that are asked for.
const normDigits = 2

// sizes writes the entries as absolute values, joined by plus signs.
func sizes(x []float64, format string) string {
	return strings.Join(each(x, func(v float64) string { return fmt.Sprintf(format, num(math.Abs(v))) }), " + ")
}

// powers returns the entries to the power of p.
func powers(x []float64, p float64) []float64 {
	out := make([]float64, len(x))
	for i, v := range x {
		out[i] = math.Pow(v, p)
	}
	return out
}

// drawSigned draws three whole numbers, at least one of them negative.
func drawSigned(r *rand.Rand, most int) []float64 {
	x := drawEntries(r, 3, most)
	i := r.IntN(len(x))
	x[i] = -math.Abs(x[i])
	return x
}

func normsOneTwo() exercises.Exercise {
	return exercises.Template("02/norms", lang.T("L1 노름과 L2 노름", "The L1 and the L2 norm"),
		[]float64{2, -8, 7},
		func(r *rand.Rand) []float64 { return drawSigned(r, 9) },
		buildNorms,
		slices.Concat(
			exercises.Accepts("l1", "17"),
			exercises.Catches("l1", "signs", "1"),
			exercises.Catches("l1", "l2", "10.82"),
			exercises.Catches("l1", "largest", "8"),
			exercises.Refuses("l1", "열일곱"),
			exercises.Accepts("l2", "10.82", "10.81", "√117"),
			exercises.Catches("l2", "rough", "10.8", "11", "10.84"),
			exercises.Catches("l2", "l1", "17"),
			exercises.Catches("l2", "no-root", "117"),
			exercises.Catches("l2", "square-sign", "-11"),
			exercises.Catches("l2", "", "12"),
			exercises.Refuses("l2", ""),
		)...,
	)
}

func buildNorms(x []float64) exercises.Variant {
	l1, l2, largest := nn.Norm(x, 1), nn.Norm(x, 2), nn.Norm(x, math.Inf(1))
	squares := nn.Dot(x, x)
	return exercises.Variant{
		Picture: sizesPicture(x, "l1", "l2"),
		Statement: spoken(
			"벡터 $x$의 L1 노름과 L2 노름을 구하세요.\n\n$$ x = %[1]s $$\n\nL2 노름은 소수 둘째 자리까지 적거나 √를 써서 적어요. 0.01보다 작은 차이는 맞은 것으로 봐요.",
			"Find the L1 norm and the L2 norm of $x$.\n\n$$ x = %[1]s $$\n\nWrite the L2 norm to two decimals or with a √. Less than 0.01 off counts as right.", row(x)),
		Parts: []exercises.Part{
			exercises.Number("l1", lang.T("L1 노름", "L1 norm"),
				lang.T("절댓값의 합과 달라요. 성분마다 부호를 떼고 하나씩 더해 보세요.",
					"This is not the sum of the absolute values. Drop the sign of every component and add."),
				normOneRules(x)...),
			exercises.Number("l2", lang.T("L2 노름", "L2 norm"),
				lang.T("제곱의 합의 제곱근과 달라요. 제곱을 하나씩 적고 더한 다음 제곱근을 씌워 보세요.",
					"This is not the root of the sum of squares. Write the squares down, add them, then take the root."),
				normTwoRules(x)...),
		},
		Hints: []lang.Text{
			lang.T("L1은 절댓값을 모두 더하고, L2는 제곱을 모두 더해 제곱근을 씌워요. 둘 다 음수일 수 없어요.",
				"L1 adds absolute values; L2 adds squares and takes the root. Neither can be negative."),
			spoken("절댓값은 $%[1]s$, 제곱의 합은 $%[2]s$[이에요/예요].", "The absolute values are $%[1]s$; the squares add up to $%[2]s$.",
				strings.Join(each(x, func(v float64) string { return num(math.Abs(v)) }), `,\ `), num(squares)),
		},
		Solution: spoken(
			"부호를 떼고 더하면 L1 노름이에요.\n\n$$ |x|_1 = %[1]s = %[2]s $$\n\n제곱해서 더하고 제곱근을 씌우면 L2 노름이에요.\n\n$$ |x|_2 = \\sqrt{%[3]s} = \\sqrt{%[4]s} %[5]s $$\n\n절댓값이 가장 큰 성분의 크기는 %[6]s이고, 이보다 작은 노름은 없어요.",
			"Dropping the signs and adding gives the L1 norm.\n\n$$ |x|_1 = %[1]s = %[2]s $$\n\nSquaring, adding and taking the root gives the L2 norm.\n\n$$ |x|_2 = \\sqrt{%[3]s} = \\sqrt{%[4]s} %[5]s $$\n\nNo norm is smaller than the largest absolute value, %[6]s.",
			sizes(x, "%s"), num(l1), sizes(x, "%s^2"), num(squares), about(l2, 3), num(largest)),
	}
}

func normOneRules(x []float64) []exercises.Rule {
	l1, l2, largest := nn.Norm(x, 1), nn.Norm(x, 2), nn.Norm(x, math.Inf(1))
	return []exercises.Rule{
		exercises.Right(exercises.Exactly(l1), spoken(
			"바둑판 길로는 %s, 곧장 가면 %s[이에요/예요]. L1은 L2보다 작을 수 없어요.",
			"Along city blocks it is %s, in a straight line %s: L1 is never less than L2.", num(l1), dec(l2, 2))),

		exercises.Mistaken("signs", exercises.Exactly(total(x)), lang.T(
			"음수 성분을 그대로 더했어요. 크기를 재는 것이니 절댓값을 씌운 다음 더해 보세요.",
			"Negative components were added with their sign. A norm measures size: take absolute values first.")),

		exercises.Mistaken("l2", exercises.To(normDigits, toLength(x)), lang.T(
			"L2 노름의 값이에요. L1은 제곱하지 않고 절댓값만 더해요.",
			"This is the L2 norm. L1 does not square; it only adds absolute values.")),

		exercises.Mistaken("largest", exercises.Exactly(largest), lang.T(
			"절댓값이 가장 큰 성분의 크기예요. 그건 $p = \\infty$일 때의 노름이고, L1은 모두 더해요.",
			"This is the largest absolute value, the norm for $p = \\infty$. L1 adds up all of them.")),
	}
}

// toLength is the way to the L2 norm. The sum of squares of whole numbers is
// one, too: nothing is rounded before the root.
func toLength(x []float64) exercises.Calc {
	return exercises.From(x...).
		Value(lang.T("제곱의 합", "the sum of squares"), func(x []float64) float64 { return nn.Dot(x, x) }).
		Value(lang.Text{}, func(sum []float64) float64 { return math.Sqrt(sum[0]) })
}

func normTwoRules(x []float64) []exercises.Rule {
	l1, squares := nn.Norm(x, 1), nn.Dot(x, x)
	rules := []exercises.Rule{
		exercises.Right(exercises.To(normDigits, toLength(x)), spoken(
			"제곱하면 $%[1]s$, 곧 $x \\cdot x$예요. 자기 자신과의 내적이 길이의 제곱이에요.",
			"Its square $%[1]s$ is $x \\cdot x$: a vector's dot product with itself is its length squared.", num(squares))),

		exercises.Mistaken("l1", exercises.Exactly(l1), lang.T(
			"L1 노름의 값이에요. L2는 성분을 제곱해서 더하고 마지막에 제곱근을 씌워요.",
			"This is the L1 norm. L2 squares the components, adds, and takes the root at the end.")),

		exercises.Mistaken("no-root", exercises.Exactly(squares), lang.T(
			"제곱의 합에서 멈췄어요. 여기에 제곱근을 씌우면 L2 노름이에요.",
			"You stopped at the sum of squares. Take the root of it for the L2 norm.")),
	}
	signedSquares := 0.0
	for _, v := range x {
		signedSquares += math.Copysign(v*v, v)
	}
	return append(rules, exercises.Mistaken("square-sign", exercises.Exactly(signedSquares), lang.T(
		"음수를 제곱한 값을 빼셨어요. 음수도 제곱하면 양수이니 모두 더해야 해요.",
		"The square of a negative number was subtracted. Squares are positive, so add them all.")))
}

// powerNorm is a vector with the exponent that is asked for.
type powerNorm struct {
	X []float64
	P int
}

// power is what raising to p is called in Korean.
func (q powerNorm) power() string { return map[int]string{3: "세제곱", 4: "네제곱"}[q.P] }

func normP() exercises.Exercise {
	return exercises.Template("02/lp", lang.T("p-노름", "The p-norm"),
		powerNorm{[]float64{2, -4, 3}, 3},
		func(r *rand.Rand) powerNorm {
			return powerNorm{drawSigned(r, 6), 3 + r.IntN(2)}
		},
		buildNormP,
		slices.Concat(
			exercises.Accepts("lp", "4.63", "99^(1/3)", "4.56"), // the last with 0.33 for 1/3
			exercises.Catches("lp", "no-root", "99"),
			exercises.Catches("lp", "divided", "33"),
			exercises.Catches("lp", "times-p", "27"),
			exercises.Catches("lp", "l2", "5.39"),
			exercises.Catches("lp", "rough", "4.6"),
			exercises.Refuses("lp", "p"),
			exercises.Accepts("inf", "4"),
			exercises.Catches("inf", "l1", "9"),
			exercises.Catches("inf", "negative", "-4"),
			exercises.Catches("inf", "signed", "3"),
			exercises.Catches("inf", "", "5"),
			exercises.Refuses("inf", "(4"),
		)...,
	)
}

func buildNormP(q powerNorm) exercises.Variant {
	p := float64(q.P)
	lp, largest := nn.Norm(q.X, p), nn.Norm(q.X, math.Inf(1))
	absolute := make([]float64, len(q.X))
	for i, v := range q.X {
		absolute[i] = math.Abs(v)
	}
	raised := powers(absolute, p)
	return exercises.Variant{
		Picture: sizesPicture(q.X, "lp", "inf"),
		Statement: spoken(
			"벡터 $x$의 $p$-노름을 $p = %[2]d$일 때와 $p = \\infty$일 때 구하세요.\n\n$$ x = %[1]s $$\n\n$p = %[2]d$의 값은 소수 둘째 자리까지 적거나 10^(1/%[2]d)처럼 적어요. 0.01보다 작은 차이는 맞은 것으로 봐요.",
			"Find the $p$-norm of $x$ for $p = %[2]d$ and for $p = \\infty$.\n\n$$ x = %[1]s $$\n\nWrite the one for $p = %[2]d$ to two decimals, or as a power such as 10^(1/%[2]d). Less than 0.01 off counts as right.", row(q.X), q.P),
		Parts: []exercises.Part{
			exercises.Number("lp", spoken("p = %d", "p = %d", q.P),
				lang.T("절댓값을 거듭제곱해 더하고 거듭제곱근을 씌운 값과 달라요. 세 거듭제곱을 하나씩 적어 보세요.",
					"This is not the root of the sum of the powers. Write the three powers down one by one."),
				normPRules(q, absolute, raised)...),
			exercises.Number("inf", lang.T("p = ∞", "p = ∞"),
				lang.T("$p$가 커질수록 절댓값이 가장 큰 성분만 남아요. 그 성분을 찾아보세요.",
					"As $p$ grows, only the component of largest size counts. Look for it."),
				normEndlessRules(q.X)...),
		},
		Hints: []lang.Text{
			spoken("절댓값을 %[2]s해서 모두 더한 다음, $\\frac{1}{%[1]d}$제곱을 해요.",
				"Raise the absolute values to the power of %[1]d, add them, and raise the sum to $\\frac{1}{%[1]d}$.", q.P, q.power()),
			spoken("거듭제곱의 합은 $%[1]s$[이에요/예요]. $p = \\infty$에서는 가장 큰 절댓값이 답이에요.",
				"The powers add up to $%[1]s$. For $p = \\infty$ the largest absolute value is the answer.", num(total(raised))),
		},
		Solution: spoken(
			"절댓값을 거듭제곱해서 더해요.\n\n$$ %[1]s = %[2]s = %[3]s $$\n\n거듭제곱근을 씌우면 노름이에요.\n\n$$ |x|_{%[4]d} = %[3]s^{1/%[4]d} %[5]s $$\n\n$p$가 끝없이 커지면 절댓값이 가장 큰 성분만 남아서 $|x|_\\infty = %[6]s$[이에요/예요].",
			"Raise the absolute values to the power and add.\n\n$$ %[1]s = %[2]s = %[3]s $$\n\nThe root of that is the norm.\n\n$$ |x|_{%[4]d} = %[3]s^{1/%[4]d} %[5]s $$\n\nAs $p$ grows without end only the component of largest size is left: $|x|_\\infty = %[6]s$.",
			sizes(q.X, fmt.Sprintf("%%s^%d", q.P)), summands(raised), num(total(raised)), q.P, about(lp, 3), num(largest)),
	}
}

// root is the way from a sum of powers to its root. The exponent 1/p may be
// rounded; a sum of whole numbers is one.
func (q powerNorm) root(sum float64) exercises.Calc {
	return exercises.From(sum).
		And(lang.T("지수", "the exponent"), func([]float64) []float64 { return []float64{1 / float64(q.P)} }).
		Value(lang.Text{}, func(x []float64) float64 {
			return math.Copysign(math.Pow(math.Abs(x[0]), x[1]), x[0])
		})
}

func normPRules(q powerNorm, absolute, raised []float64) []exercises.Rule {
	p := float64(q.P)
	sum := total(raised)
	right := spoken(
		"L2 노름은 %s[이니/니] $p$를 키우면 노름은 줄어들어요.",
		"The L2 norm is %s: a larger $p$ makes the norm smaller.", dec(nn.Norm(q.X, 2), 2))
	rules := []exercises.Rule{
		rightTelling(exercises.To(normDigits, q.root(sum)), right),

		exercises.Mistaken("no-root", exercises.Exactly(sum), spoken(
			"거듭제곱의 합에서 멈췄어요. 마지막에 $\\frac{1}{%[1]d}$제곱을 해야 해요.",
			"You stopped at the sum of the powers. Raise it to $\\frac{1}{%[1]d}$ at the end.", q.P)),

		exercises.Mistaken("divided", exercises.To(normDigits, exercises.From(sum).Value(lang.Text{}, func(sum []float64) float64 { return sum[0] / p })), spoken(
			"거듭제곱근 대신 %[1]d[으로/로] 나눈 값이에요. $\\frac{1}{%[1]d}$을 곱하는 것이 아니라 지수에 올려요.",
			"The sum was divided by %[1]d. The $\\frac{1}{%[1]d}$ is an exponent, not a factor.", q.P)),

		exercises.Mistaken("times-p", exercises.Exactly(p*total(absolute)), spoken(
			"절댓값에 %[1]d[을/를] 곱해서 더한 값이에요. 곱하지 않고 %[2]s해요.",
			"The absolute values were multiplied by %[1]d. They are raised to the power of %[1]d.", q.P, q.power())),

		exercises.Mistaken("l2", exercises.To(normDigits, toLength(q.X)), spoken(
			"$p = 2$인 L2 노름의 값이에요. 지수와 거듭제곱근에 모두 %d[을/를] 넣어 보세요.",
			"This is the L2 norm, for $p = 2$. Put %d into both the power and the root.", q.P)),
	}
	if signed := total(powers(q.X, p)); signed != sum {
		rules = append(rules, exercises.Mistaken("signs", exercises.To(normDigits, q.root(signed)), lang.T(
			"음수 성분의 세제곱을 음수로 더했어요. 절댓값을 먼저 씌우고 거듭제곱해 보세요.",
			"The cube of a negative component went in as negative. Take the absolute value before the power.")))
	}
	return rules
}

func normEndlessRules(x []float64) []exercises.Rule {
	largest := nn.Norm(x, math.Inf(1))
	rules := []exercises.Rule{
		exercises.Right(exercises.Exactly(largest), lang.T(
			"평면에서 이 노름이 같은 점을 모으면 정사각형이에요. 변을 따라가는 동안 가장 큰 절댓값은 그대로거든요.",
			"In the plane the points of equal norm form a square: along a side the largest absolute value stays the same.")),

		exercises.Mistaken("negative", exercises.Exactly(-largest), lang.T(
			"부호를 그대로 두었어요. 노름은 크기라서 음수가 될 수 없으니 절댓값을 적어요.",
			"The sign was kept. A norm is a size and never negative: take the absolute value.")),

		exercises.Mistaken("l1", exercises.Exactly(nn.Norm(x, 1)), lang.T(
			"절댓값을 모두 더한 L1 노름이에요. $p = \\infty$에서는 가장 큰 것 하나만 남아요.",
			"This is the L1 norm, all absolute values added. For $p = \\infty$ only the largest is left.")),
	}
	signed := math.Inf(-1)
	for _, v := range x {
		signed = math.Max(signed, v)
	}
	if signed != largest {
		rules = append(rules, exercises.Mistaken("signed", exercises.Exactly(signed), lang.T(
			"부호까지 보고 가장 큰 수를 고르셨어요. 절댓값이 가장 큰 성분을 찾아보세요.",
			"You took the largest number with its sign. Look for the largest absolute value.")))
	}
	return rules
}
