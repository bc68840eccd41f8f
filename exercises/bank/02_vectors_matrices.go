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

// lecture02 returns the exercises on vectors and matrices. Those on matrices
// are in 02_matrices.go, those on norms in 02_norms.go.
func lecture02() []exercises.Exercise {
	return []exercises.Exercise{
		vectorSum(), dotProduct(), angleBetween(), projection(),
		normsOneTwo(), normP(), unitVector(), distance(),
		matrixSum(), hadamardProduct(), matmulFinish(), orderOfFactors(), productShapes(), countMultiplications(),
	}
}

// vectorPair holds two vectors of the same length.
type vectorPair struct{ A, B []float64 }

// drawVectors draws two vectors of n whole numbers from -most to most, none 0.
func drawVectors(r *rand.Rand, n, most int) vectorPair {
	return vectorPair{drawEntries(r, n, most), drawEntries(r, n, most)}
}

// terms writes "x op y" for every place, joined by plus signs.
func terms(a, b []float64, op string) string {
	out := make([]string, len(a))
	for i := range a {
		first := neg(a[i])
		if i == 0 {
			first = num(a[i])
		}
		out[i] = first + " " + op + " " + neg(b[i])
	}
	return strings.Join(out, " + ")
}

// summands writes values joined by plus signs: 6 + (-20) + 42.
func summands(v []float64) string {
	out := each(v, neg)
	if len(v) > 0 {
		out[0] = num(v[0])
	}
	return strings.Join(out, " + ")
}

func vectorSum() exercises.Exercise {
	return exercises.Template("02/sum", lang.T("벡터의 합", "The sum of two vectors"),
		vectorPair{[]float64{2, 4, 6}, []float64{3, 5, 7}},
		func(r *rand.Rand) vectorPair { return drawVectors(r, 3, 12) },
		buildVectorSum,
		slices.Concat(
			exercises.Accepts("sum", "(5, 9, 13)", "5 9 13"),
			exercises.Catches("sum", "difference", "-1, -1, -1"),
			exercises.Catches("sum", "product", "6, 20, 42"),
			exercises.Catches("sum", "place-3", "5, 9, 12"),
			exercises.Refuses("sum", "27"),
		)...,
	)
}

func buildVectorSum(p vectorPair) exercises.Variant {
	a, b := row(p.A), row(p.B)
	sum := make([]float64, len(p.A))
	nn.AddVec(sum, p.A, p.B)
	minus := zipped(p.A, p.B, func(x, y float64) float64 { return x - y })
	times := zipped(p.A, p.B, func(x, y float64) float64 { return x * y })
	detour := nn.Norm(p.A, 2) + nn.Norm(p.B, 2)
	rules := []exercises.Rule{
		exercises.Right(exercises.Exactly(sum), spoken(
			"합의 길이는 %s, 두 길이를 더하면 %s[이에요/예요]. 곧장 가는 길이 돌아가는 길보다 길 수는 없어요.",
			"The sum is %s long, the two lengths together %s: the straight way is never longer than the detour.",
			dec(nn.Norm(sum, 2), 2), dec(detour, 2))),

		exercises.Mistaken("difference", exercises.Exactly(minus), lang.T(
			"$b$를 더하지 않고 뺀 값이에요. 두 화살표를 이어 붙이려면 같은 자리의 성분을 더해야 해요.",
			"This is the difference: $b$ was subtracted. To put the arrows end to end, add the components in the same place.")),

		exercises.Mistaken("product", exercises.Exactly(times), lang.T(
			"같은 자리끼리 곱한 값이에요. 합에서는 곱하지 않고 더해요.",
			"The components were multiplied place by place. A sum adds them.")),
	}
	rules = append(rules, onePlaceWrong(sum, func(i int) (string, string) {
		work := fmt.Sprintf("$%s + %s$", num(p.A[i]), neg(p.B[i]))
		return fmt.Sprintf("%s 성분만 달라요. %s, 이 덧셈을 다시 해 보세요.", [...]string{"첫째", "둘째", "셋째"}[i], work),
			fmt.Sprintf("Only component %d is off. Work out %s once more.", i+1, work)
	})...)
	return exercises.Variant{
		Statement: spoken(
			"두 벡터의 합 $a + b$를 구하세요.\n\n$$ a = %[1]s \\qquad b = %[2]s $$\n\n성분 세 개를 차례로 적어요. 예: (1, 2, 3)",
			"Find the sum $a + b$ of the two vectors.\n\n$$ a = %[1]s \\qquad b = %[2]s $$\n\nWrite its three components in order, such as (1, 2, 3).", a, b),
		Parts: []exercises.Part{exercises.Vector("sum", len(sum), lang.Same("a + b"),
			lang.T("같은 자리의 성분끼리 더한 값이 아니에요. 첫째는 첫째끼리, 둘째는 둘째끼리 더해 보세요.",
				"These are not the sums place by place. Add first to first, second to second, third to third."), rules...)},
		Hints: []lang.Text{
			lang.T("벡터의 합은 같은 자리의 성분끼리 더해요. 결과도 성분이 세 개인 벡터예요.",
				"Add the components that stand in the same place. The result is again a vector of three components."),
			spoken("첫 성분은 $%[1]s + %[2]s = %[3]s$[이에요/예요]. 나머지 둘도 같은 방법이에요.",
				"The first component is $%[1]s + %[2]s = %[3]s$. The other two go the same way.", num(p.A[0]), neg(p.B[0]), num(sum[0])),
		},
		Solution: spoken("같은 자리끼리 더해요.\n\n$$ %[1]s $$\n\n그래서 $a + b = %[2]s$[이에요/예요].",
			"Add place by place.\n\n$$ %[1]s $$\n\nSo $a + b = %[2]s$.", additions(p.A, p.B, sum), row(sum)),
	}
}

// additions writes one sum after another: 2 + 3 = 5, 4 + 5 = 9.
func additions(a, b, sum []float64) string {
	out := make([]string, len(a))
	for i := range a {
		out[i] = fmt.Sprintf("%s + %s = %s", num(a[i]), neg(b[i]), num(sum[i]))
	}
	return strings.Join(out, `, \quad `)
}

func dotProduct() exercises.Exercise {
	return exercises.Template("02/dot", lang.T("내적", "The dot product"),
		vectorPair{[]float64{2, 4, 6}, []float64{3, 5, 7}},
		func(r *rand.Rand) vectorPair { return drawVectors(r, 3, 9) },
		buildDotProduct,
		slices.Concat(
			exercises.Accepts("dot", "68", "6+20+42"),
			exercises.Catches("dot", "added", "27"),
			exercises.Catches("dot", "sums-multiplied", "180"),
			exercises.Catches("dot", "last-forgotten", "26"),
			exercises.Catches("dot", "", "67"),
			exercises.Refuses("dot", "6, 20, 42"),
		)...,
	)
}

func buildDotProduct(p vectorPair) exercises.Variant {
	dot := nn.Dot(p.A, p.B)
	products := zipped(p.A, p.B, func(x, y float64) float64 { return x * y })
	ones := []float64{1, 1, 1}
	last := len(p.A) - 1
	angle := nn.Angle(p.A, p.B) * 180 / math.Pi
	rules := []exercises.Rule{
		exercises.Right(exercises.Exactly(dot), spoken(
			"내적과 길이로 각도도 알 수 있어요. 이 두 벡터의 사잇각은 %s°예요.",
			"With the lengths, the dot product also gives the angle: these two vectors are %s° apart.", dec(angle, 1))),

		exercises.Mistaken("added", exercises.Exactly(nn.Dot(p.A, ones)+nn.Dot(p.B, ones)), lang.T(
			"성분을 모두 더하기만 한 값이에요. 먼저 같은 자리끼리 곱하고, 그 곱들을 더해야 해요.",
			"All components were added. Multiply the ones in the same place first, then add the products.")),

		exercises.Mistaken("sums-multiplied", exercises.Exactly(nn.Dot(p.A, ones)*nn.Dot(p.B, ones)), lang.T(
			"두 벡터의 성분을 각각 더한 다음 곱한 값이에요. 곱셈이 먼저이고, 같은 자리끼리만 곱해요.",
			"Each vector was added up first and the sums multiplied. Multiply first, and only within the same place.")),

		exercises.Mistaken("last-forgotten", exercises.Exactly(nn.Dot(p.A[:last], p.B[:last])), spoken(
			"마지막 항이 빠졌어요. $%s \\cdot %s$까지 더해 보세요.",
			"The last term is missing. Add $%s \\cdot %s$ as well.", num(p.A[last]), neg(p.B[last]))),
	}
	if unsigned := nn.Norm(products, 1); unsigned != dot {
		rules = append(rules, exercises.Mistaken("signs-dropped", exercises.Exactly(unsigned), lang.T(
			"음수인 곱을 양수로 더했어요. 부호가 다른 두 성분의 곱은 빼야 해요.",
			"A negative product was added as a positive one. Where the signs of two components differ, the product takes away.")))
	}
	return exercises.Variant{
		Situation: p.situation(7, "dot"),
		Statement: spoken("내적 $a \\cdot b$를 구하세요.\n\n$$ a = %[1]s \\qquad b = %[2]s $$\n\n수 하나로 적어요.",
			"Find the dot product $a \\cdot b$.\n\n$$ a = %[1]s \\qquad b = %[2]s $$\n\nThe answer is one number.", row(p.A), row(p.B)),
		Parts: []exercises.Part{exercises.Number("dot", lang.Same("a · b"),
			lang.T("곱 세 개의 합과 달라요. 곱 하나하나를 적어 놓고 부호까지 살펴서 다시 더해 보세요.",
				"This is not the sum of the three products. Write each product down with its sign and add again."), rules...)},
		Hints: []lang.Text{
			lang.T("내적은 두 단계예요. 같은 자리끼리 곱하고, 그 곱을 모두 더해요.",
				"A dot product has two steps: multiply the components in the same place, then add all products."),
			spoken("곱은 차례로 $%s$[이에요/예요].", "The products are $%s$.", strings.Join(each(products, num), `,\ `)),
		},
		Solution: spoken("같은 자리끼리 곱해서 모두 더해요.\n\n$$ \\begin{aligned} a \\cdot b &= %[1]s \\\\ &= %[2]s \\\\ &= %[3]s \\end{aligned} $$",
			"Multiply place by place and add.\n\n$$ \\begin{aligned} a \\cdot b &= %[1]s \\\\ &= %[2]s \\\\ &= %[3]s \\end{aligned} $$",
			terms(p.A, p.B, `\cdot`), summands(products), num(dot)),
	}
}

func angleBetween() exercises.Exercise {
	return exercises.Template("02/angle", lang.T("두 벡터의 사잇각", "The angle between two vectors"),
		vectorPair{[]float64{3, 1}, []float64{1, 2}},
		func(r *rand.Rand) vectorPair { return drawVectors(r, 2, 6) },
		buildAngle,
		slices.Concat(
			exercises.Accepts("angle", "45", "45.05", "45°", "44.8", "45.6"), // the cosine as 0.71 and as 0.70
			exercises.Catches("angle", "radians", "0.785", "0.79"),
			exercises.Catches("angle", "cosine", "0.707", "0.71"),
			exercises.Catches("angle", "supplement", "135", "135.2"),
			exercises.Catches("angle", "no-root", "84.3"),
			exercises.Catches("angle", "", "30"),
			exercises.Refuses("angle", "직각"),
		)...,
	)
}

// inDegrees turns a cosine into an angle. Rounding may have carried the cosine
// of a flat angle a little beyond 1.
func inDegrees(cos float64) float64 { return inRadians(cos) * 180 / math.Pi }

func inRadians(cos float64) float64 { return math.Acos(max(-1, min(1, cos))) }

// toCosine is the way from the dot product and what is taken for the lengths
// to the cosine.
func toCosine(lengths exercises.Calc) exercises.Calc {
	return lengths.
		And(lang.T("두 길이의 곱", "the product of the lengths"), func(x []float64) []float64 {
			n := len(x)
			return []float64{x[n-2] * x[n-1]}
		}).
		Value(cosineName(), func(x []float64) float64 { return x[0] / x[len(x)-1] })
}

// dividedInTurn are the ways from there that divide the dot product by one
// length and then by the other.
func dividedInTurn(lengths exercises.Calc) []exercises.Calc {
	var calcs []exercises.Calc
	for first := range 2 {
		calcs = append(calcs, lengths.
			And(lang.T("내적을 한 길이로 나눈 값", "the dot product divided by one length"), func(x []float64) []float64 {
				return []float64{x[0] / x[len(x)-2+first]}
			}).
			Value(cosineName(), func(x []float64) float64 { return x[len(x)-1] / x[len(x)-2-first] }))
	}
	return calcs
}

// byUnitVectors is the way by the dot product of a/|a| and b/|b|.
func byUnitVectors(p vectorPair) exercises.Calc {
	return exercises.From(nn.Norm(p.A, 2), nn.Norm(p.B, 2)).
		Then(lengthsName(), func(x []float64) []float64 { return x }).
		Then(lang.T("단위 벡터의 성분", "the components of the unit vectors"), func(x []float64) []float64 {
			return slices.Concat(scaled(p.A, 1/x[0]), scaled(p.B, 1/x[1]))
		}).
		Value(cosineName(), func(x []float64) float64 { return nn.Dot(x[:2], x[2:]) })
}

func lengthsName() lang.Text { return lang.T("두 길이", "the lengths") }

func cosineName() lang.Text { return lang.T("코사인", "the cosine") }

func toDegrees(cosine exercises.Calc) exercises.Calc {
	return cosine.Value(lang.Text{}, func(cos []float64) float64 { return inDegrees(cos[0]) })
}

func toRadians(cosine exercises.Calc) exercises.Calc {
	return cosine.Value(lang.T("라디안으로 잰 각도", "the angle in radians"), func(cos []float64) float64 { return inRadians(cos[0]) })
}

// angleRules recognises the angle between two vectors, in degrees to one
// decimal. A cosine and an angle in radians have two.
func angleRules(p vectorPair) []exercises.Rule {
	dot := nn.Dot(p.A, p.B)
	squares := exercises.From(dot, nn.Dot(p.A, p.A), nn.Dot(p.B, p.B))
	lengths := squares.And(lengthsName(), func(x []float64) []float64 {
		return []float64{math.Sqrt(x[1]), math.Sqrt(x[2])}
	})
	cosines := slices.Concat([]exercises.Calc{toCosine(lengths)}, dividedInTurn(lengths), []exercises.Calc{byUnitVectors(p)})
	opposite := func(cosine exercises.Calc) exercises.Calc {
		return cosine.Value(lang.Text{}, func(cos []float64) float64 { return inDegrees(-cos[0]) })
	}
	// With a calculator that is set to radians. The lengths are then taken as they are.
	atOnce := exercises.From(dot, nn.Norm(p.A, 2)*nn.Norm(p.B, 2)).
		Value(cosineName(), func(x []float64) float64 { return x[0] / x[1] })
	converted := toRadians(atOnce).Value(lang.Text{}, func(theta []float64) float64 { return theta[0] * 180 / math.Pi })

	kind := lang.T("90°보다 작아서 내적이 양수(%s)예요", "It is less than 90°, so the dot product is positive, %s")
	if dot < 0 {
		kind = lang.T("90°보다 커서 내적이 음수(%s)예요", "It is more than 90°, so the dot product is negative, %s")
	}
	right := spoken(""+kind.KO+". 라디안으로는 %s[이에요/예요].", ""+kind.EN+". In radians the angle is %s.",
		num(dot), dec(nn.Angle(p.A, p.B), 3))
	return []exercises.Rule{
		rightTelling(exercises.To(1, append(eachWay(cosines, toDegrees), converted)...), right),

		exercises.Mistaken("radians", exercises.To(2, eachWay(cosines, toRadians)...), lang.T(
			"라디안으로 답하셨어요. 180을 곱하고 $\\pi$로 나누면 도가 돼요.",
			"This is the angle in radians. Multiply by 180 and divide by $\\pi$ for degrees.")),

		exercises.Mistaken("cosine", exercises.To(2, cosines...), lang.T(
			"$\\cos\\theta$에서 멈췄어요. 코사인이 그 값인 각도를 찾아야 해요.",
			"You stopped at $\\cos\\theta$. Now find the angle that has this cosine.")),

		exercises.Mistaken("supplement", exercises.To(1, eachWay(cosines, opposite)...), spoken(
			"코사인의 부호가 뒤집혔어요. 내적 $%s$의 부호를 그대로 두고 나눠 보세요.",
			"The sign of the cosine was flipped. The dot product is $%s$: divide it with its sign.", num(dot))),

		exercises.Mistaken("no-root", exercises.To(1, toDegrees(toCosine(squares))), lang.T(
			"길이에 제곱근을 씌우지 않았어요. $|a|$는 제곱의 합에 제곱근을 씌운 값이에요.",
			"The root is missing from the lengths. $|a|$ is the root of the sum of squares.")),
	}
}

// picture draws both vectors from the origin.
func (p vectorPair) picture(map[string][]float64) exercises.Picture {
	reach := 1.0
	for _, x := range slices.Concat(p.A, p.B) {
		reach = max(reach, math.Abs(x)+1)
	}
	return exercises.Picture{
		Min: -reach, Max: reach,
		Arrows: []exercises.Arrow{{X: p.A[0], Y: p.A[1], Name: "a"}, {X: p.B[0], Y: p.B[1], Name: "b"}},
	}
}

func buildAngle(p vectorPair) exercises.Variant {
	dot, la, lb := nn.Dot(p.A, p.B), nn.Norm(p.A, 2), nn.Norm(p.B, 2)
	cos, degrees := dot/(la*lb), nn.Angle(p.A, p.B)*180/math.Pi
	return exercises.Variant{
		Situation: p.situation(4, "vectors", "view=dot"),
		Picture:   p.picture,
		Statement: spoken(
			"두 벡터의 사잇각 $\\theta$는 몇 도일까요?\n\n$$ a = %[1]s \\qquad b = %[2]s $$\n\n도(°) 단위로 소수 첫째 자리까지 적어요. 0.1°보다 작은 차이는 맞은 것으로 보고, 중간 값은 소수 둘째 자리까지만 남겨도 괜찮아요.",
			"What is the angle $\\theta$ between the two vectors?\n\n$$ a = %[1]s \\qquad b = %[2]s $$\n\nAnswer in degrees, to one decimal; less than 0.1° off counts as right. On the way two decimals are enough.", row(p.A), row(p.B)),
		Parts: []exercises.Part{exercises.Number("angle", lang.T("θ (도)", "θ (degrees)"),
			lang.T("이 각도의 코사인은 내적을 두 길이로 나눈 값과 달라요. 내적과 길이를 하나씩 다시 구해 보세요.",
				"The cosine of this angle is not the dot product divided by both lengths. Work out the product and the lengths one by one."), angleRules(p)...)},
		Hints: []lang.Text{
			lang.T("$a \\cdot b = |a|\\,|b|\\cos\\theta$에서 $\\cos\\theta$를 구하고, 그 코사인의 각도를 찾아요. $|a|$는 화살표의 길이, 곧 $\\sqrt{a_1^2 + a_2^2}$이에요.",
				"Solve $a \\cdot b = |a|\\,|b|\\cos\\theta$ for $\\cos\\theta$, then find the angle. $|a|$ is the length of the arrow, $\\sqrt{a_1^2 + a_2^2}$."),
			spoken("내적은 $%[1]s$, $a$와 $b$의 길이는 차례로 $\\sqrt{%[2]s}$, $\\sqrt{%[3]s}$[이에요/예요].",
				"The dot product is $%[1]s$, the lengths are $\\sqrt{%[2]s}$ and $\\sqrt{%[3]s}$.",
				num(dot), num(nn.Dot(p.A, p.A)), num(nn.Dot(p.B, p.B))),
			spoken("$\\cos\\theta %s$[이에요/예요]. 계산기의 $\\cos^{-1}$에 넣어 보세요.",
				"$\\cos\\theta %s$. Feed it to the $\\cos^{-1}$ of a calculator.", about(cos, 4)),
		},
		Solution: spoken(
			"내적과 길이부터 구해요.\n\n$$ a \\cdot b = %[1]s = %[2]s $$\n\n$$ |a| = \\sqrt{%[3]s} %[4]s \\qquad |b| = \\sqrt{%[5]s} %[6]s $$\n\n$$ \\cos\\theta = \\frac{%[2]s}{\\sqrt{%[3]s} \\times \\sqrt{%[5]s}} %[7]s $$\n\n코사인이 이 값인 각도는 $\\theta %[8]s°$예요.",
			"Start with the dot product and the lengths.\n\n$$ a \\cdot b = %[1]s = %[2]s $$\n\n$$ |a| = \\sqrt{%[3]s} %[4]s \\qquad |b| = \\sqrt{%[5]s} %[6]s $$\n\n$$ \\cos\\theta = \\frac{%[2]s}{\\sqrt{%[3]s} \\times \\sqrt{%[5]s}} %[7]s $$\n\nThe angle with this cosine is $\\theta %[8]s°$.",
			terms(p.A, p.B, `\cdot`), num(dot), num(nn.Dot(p.A, p.A)), about(la, 4), num(nn.Dot(p.B, p.B)), about(lb, 4), about(cos, 4), about(degrees, 1)),
	}
}
