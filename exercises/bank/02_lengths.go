package bank

import (
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// wholeLength draws a vector of two whole numbers whose length is a whole number,
// too.
func wholeLength(r *rand.Rand, all ...[2]float64) []float64 {
	v := all[r.IntN(len(all))]
	out := []float64{v[0], v[1]}
	for i := range out {
		if r.IntN(3) == 0 {
			out[i] = -out[i]
		}
	}
	if r.IntN(2) == 0 {
		slices.Reverse(out)
	}
	return out
}

func projection() exercises.Exercise {
	draw := func(r *rand.Rand) vectorPair {
		for {
			p := vectorPair{wholeLength(r, [2]float64{3, 4}, [2]float64{6, 8}, [2]float64{5, 12}, [2]float64{9, 12}), drawEntries(r, 2, 6)}
			if nn.Dot(p.A, p.B) != 0 && math.Abs(nn.Norm(p.A, 2)-nn.Norm(p.B, 2)) > 0.5 {
				return p
			}
		}
	}
	return exercises.Template("02/projection", lang.T("그림자의 길이", "The length of a shadow"), vectorPair{[]float64{3, -4}, []float64{2, 1}}, draw, buildProjection,
		slices.Concat(
			exercises.Accepts("shadow", "0.4", "2/5"),
			exercises.Catches("shadow", "not-divided", "2"),
			exercises.Catches("shadow", "other-length", "0.894", "0.89"),
			exercises.Catches("shadow", "squared", "0.08"),
			exercises.Catches("shadow", "sign", "-0.4"),
			exercises.Refuses("shadow", "짧아요"),
		)...)
}

// shadow draws both vectors, and the length that is typed along the first.
func (p vectorPair) shadow(typed map[string][]float64) exercises.Picture {
	picture := p.picture(nil)
	picture.Caption = lang.T("길이를 적으면 a의 방향에 그만큼을 표시해요. 그 점에서 b의 끝까지는 a와 직각이어야 해요.",
		"Type a length and it is marked along a. From there to the tip of b the way should be at a right angle to a.")
	if v := typed["shadow"]; v != nil {
		along := scaled(p.A, v[0]/nn.Norm(p.A, 2))
		picture.Points = []exercises.Point{{X: along[0], Y: along[1], Lit: true}}
	}
	return picture
}

func buildProjection(p vectorPair) exercises.Variant {
	dot, square := nn.Dot(p.A, p.B), nn.Dot(p.A, p.A)
	length := math.Sqrt(square)
	over := func(square float64) exercises.Want {
		return exercises.To(2, exercises.From(dot, square).And(lang.T("길이", "the length"), func(x []float64) []float64 { return []float64{math.Sqrt(x[1])} }).
			Value(lang.Text{}, func(x []float64) float64 { return x[0] / x[2] }))
	}
	return exercises.Variant{
		Situation: p.situation(4, "vectors", "view=shadow"),
		Picture:   p.shadow,
		Statement: spoken("벡터 $b = %[2]s$[을/를] $a = %[1]s$의 방향에 비춘 그림자의 길이를 부호까지 구하세요. 소수 둘째 자리까지 적어요.",
			"How long is the shadow of $b = %[2]s$ on the direction of $a = %[1]s$, with its sign? Give two decimals.", row(p.A), row(p.B)),
		Parts: []exercises.Part{exercises.Number("shadow", lang.T("그림자의 길이", "length of the shadow"),
			lang.T("내적을 $a$의 길이로 나눠 보세요.", "Divide the dot product by the length of $a$."),
			rightTelling(over(square), spoken("내적 $%[1]s$[을/를] $a$의 길이 $%[2]s$[으로/로] 나눈 값이에요.", "That is the dot product $%[1]s$ divided by the length $%[2]s$ of $a$.", num(dot), num(length))),
			exercises.Mistaken("not-divided", exercises.Exactly(dot), lang.T("내적에서 멈췄어요. $a$의 길이로 나눠야 그림자의 길이예요.", "That is the dot product. Divided by the length of $a$ it is the shadow.")),
			exercises.Mistaken("sign", inOneStep(2, func(x []float64) float64 { return -x[0] / x[1] }, dot, length),
				lang.T("부호가 반대예요. 그림자가 $a$와 반대쪽에 지면 음수예요.", "The sign is turned around. A shadow against the direction of $a$ is negative.")),
			exercises.Mistaken("other-length", over(nn.Dot(p.B, p.B)), lang.T("$b$의 길이로 나누셨어요. 그림자가 지는 쪽, $a$의 길이로 나눠요.", "That divides by the length of $b$. Divide by that of $a$, on which the shadow falls.")),
			exercises.Mistaken("squared", inOneStep(2, func(x []float64) float64 { return x[0] / x[1] }, dot, square),
				lang.T("길이의 제곱으로 나누셨어요. 제곱근을 씌워요.", "That divides by the square of the length. Take the root.")))},
		Hints: []lang.Text{
			lang.T("$a$와 방향이 같고 길이가 1인 벡터와 $b$의 내적이 그림자의 길이예요.", "The shadow is the dot product of $b$ and the vector of length 1 in the direction of $a$."),
			spoken("내적은 $%[1]s$, $a$의 길이는 $%[2]s$[이에요/예요].", "The dot product is $%[1]s$ and the length of $a$ is $%[2]s$.", num(dot), num(length)),
		},
		Solution: lang.Sprintf("$$ \\frac{a \\cdot b}{\\lVert a \\rVert_2} = \\frac{%[1]s}{%[2]s} %[3]s $$", "$$ \\frac{a \\cdot b}{\\lVert a \\rVert_2} = \\frac{%[1]s}{%[2]s} %[3]s $$", num(dot), num(length), about(dot/length, 2)),
	}
}

func unitVector() exercises.Exercise {
	draw := func(r *rand.Rand) []float64 {
		return wholeLength(r, [2]float64{3, 4}, [2]float64{6, 8}, [2]float64{7, 24}, [2]float64{15, 20}, [2]float64{12, 16}, [2]float64{30, 40})
	}
	return exercises.Template("02/unit", lang.T("길이가 1인 벡터", "A vector of length 1"), []float64{3, 4}, draw, buildUnit,
		slices.Concat(
			exercises.Accepts("unit", "0.6, 0.8", "3/5 4/5"),
			exercises.Catches("unit", "l1", "3/7, 4/7", "0.43 0.57"),
			exercises.Catches("unit", "squared", "0.12, 0.16"),
			exercises.Catches("unit", "not-divided", "3, 4"),
			exercises.Refuses("unit", "1"),
		)...)
}

// normSituation shows the length of a vector, if the lab reaches it.
func normSituation(v []float64) string {
	if len(v) != 2 || !fit(5, v...) {
		return ""
	}
	return situation("norm", slices.Concat([]string{"view=level", "p=2"}, counted("x", v))...)
}

func buildUnit(v []float64) exercises.Variant {
	length := nn.Norm(v, 2)
	unit := apply(tidy, scaled(v, 1/length))
	return exercises.Variant{
		Situation: normSituation(v),
		Picture: func(typed map[string][]float64) exercises.Picture {
			picture := exercises.Picture{Min: -length - 1, Max: length + 1, Arrows: []exercises.Arrow{{X: v[0], Y: v[1], Name: "v"}}}
			if u := typed["unit"]; u != nil {
				picture.Points = []exercises.Point{{X: u[0], Y: u[1], Lit: true}}
			}
			return picture
		},
		Statement: spoken("벡터 $v = %[1]s$[과/와] 방향이 같고 $L_2$ 노름이 1인 벡터를 구하세요. 소수로 나누어떨어져요.",
			"Find the vector in the direction of $v = %[1]s$ whose $L_2$ norm is 1. Its components are decimals that end.", row(v)),
		Parts: []exercises.Part{exercises.Vector("unit", 2, lang.T("길이가 1인 벡터", "the vector of length 1"),
			lang.T("성분을 모두 $L_2$ 노름으로 나눠 보세요.", "Divide every component by the $L_2$ norm."),
			exercises.Right(exercises.Exactly(unit), lang.T("제곱해서 더하면 1이에요. 방향은 그대로예요.", "Its squares add up to 1, and its direction is the same.")),
			exercises.Mistaken("l1", exercises.To(2, exercises.From(append(slices.Clone(v), nn.Norm(v, 1))...).Then(lang.Text{}, func(x []float64) []float64 { return scaled(x[:2], 1/x[2]) })),
				lang.T("$L_1$ 노름으로 나누셨어요. $L_2$ 노름은 제곱해서 더하고 제곱근을 씌워요.", "That divides by the $L_1$ norm. The $L_2$ norm is the root of the sum of squares.")),
			exercises.Mistaken("squared", exercises.Exactly(scaled(v, 1/(length*length))), lang.T("제곱의 합으로 나누셨어요. 제곱근을 씌운 다음 나눠요.", "That divides by the sum of squares. Take its root first.")),
			exercises.Mistaken("not-divided", exercises.Exactly(v), spoken("이 벡터의 길이는 %[1]s[이에요/예요]. 1이 되게 나눠요.", "This one is %[1]s long. Divide until it is 1.", num(length))))},
		Hints: []lang.Text{
			lang.T("먼저 $v$의 길이를 구해요.", "Work out the length of $v$ first."),
			spoken("길이는 %[1]s[이니/니] 두 성분을 %[1]s[으로/로] 나눠요.", "The length is %[1]s, so divide both components by it.", num(length)),
		},
		Solution: lang.Sprintf("$$ \\frac{1}{%[1]s} %[2]s = %[3]s $$", "$$ \\frac{1}{%[1]s} %[2]s = %[3]s $$", num(length), row(v), row(unit)),
	}
}

func distance() exercises.Exercise {
	draw := func(r *rand.Rand) vectorPair {
		a := drawEntries(r, 2, 6)
		return vectorPair{a, zipped(a, wholeLength(r, [2]float64{3, 4}, [2]float64{6, 8}, [2]float64{5, 12}, [2]float64{9, 12}), func(x, y float64) float64 { return x + y })}
	}
	return exercises.Template("02/distance", lang.T("두 점의 거리", "The distance of two points"), vectorPair{[]float64{1, 2}, []float64{4, 6}}, draw, buildDistance,
		slices.Concat(
			exercises.Accepts("distance", "5", "√25"),
			exercises.Catches("distance", "l1", "7"),
			exercises.Catches("distance", "no-root", "25"),
			exercises.Catches("distance", "added", "9.43"),
			exercises.Catches("distance", "lengths", "4.98"),
			exercises.Refuses("distance", "멀어요"),
		)...)
}

func buildDistance(p vectorPair) exercises.Variant {
	d := zipped(p.B, p.A, minus)
	sum := zipped(p.A, p.B, func(x, y float64) float64 { return x + y })
	length := nn.Norm(d, 2)
	rooted := func(v []float64) exercises.Calc {
		return exercises.From(nn.Dot(v, v)).Value(lang.Text{}, func(x []float64) float64 { return math.Sqrt(x[0]) })
	}
	lengths := exercises.From(nn.Dot(p.A, p.A), nn.Dot(p.B, p.B)).Then(lengthsName(), func(x []float64) []float64 { return apply(math.Sqrt, x) }).
		Value(lang.Text{}, func(x []float64) float64 { return math.Abs(x[1] - x[0]) })
	return exercises.Variant{
		Situation: normSituation(zipped(p.B, p.A, func(to, from float64) float64 { return to - from })),
		Picture: func(map[string][]float64) exercises.Picture {
			picture := p.picture(nil)
			picture.Arrows = nil
			picture.Points = []exercises.Point{{X: p.A[0], Y: p.A[1], Lit: true}, {X: p.B[0], Y: p.B[1], Lit: true}}
			return picture
		},
		Statement: spoken("두 점 $%[1]s$[과/와] $%[2]s$ 사이의 거리를 구하세요. 거리는 두 벡터의 차의 $L_2$ 노름이에요.",
			"How far is $%[1]s$ from $%[2]s$? The distance is the $L_2$ norm of the difference.", row(p.A), row(p.B)),
		Parts: []exercises.Part{exercises.Number("distance", lang.T("거리", "distance"),
			lang.T("먼저 빼고, 제곱해서 더하고, 제곱근을 씌워요.", "Subtract, square and add, then take the root."),
			exercises.Right(exercises.Exactly(length), lang.Sprintf("차 $%[1]s$의 길이예요.", "It is the length of the difference $%[1]s$.", row(d))),
			exercises.Mistaken("l1", exercises.Exactly(nn.Norm(d, 1)), lang.T("$L_1$ 노름이에요. 바둑판의 길을 따라 걸은 거리예요.", "That is the $L_1$ norm, the way along the streets.")),
			exercises.Mistaken("no-root", exercises.Exactly(nn.Dot(d, d)), lang.T("제곱의 합이에요. 제곱근이 남았어요.", "That is the sum of squares. The root is still to come.")),
			exercises.Mistaken("added", exercises.To(2, rooted(sum)), lang.T("더한 벡터의 길이예요. 거리는 뺀 벡터의 길이예요.", "That is the length of the sum. The distance is that of the difference.")),
			exercises.Mistaken("lengths", exercises.To(2, lengths), lang.T("길이의 차예요. 벡터를 먼저 빼고 길이를 재요.", "That is the difference of the lengths. Subtract the vectors first.")))},
		Hints: []lang.Text{
			spoken("두 점의 차는 $%[1]s$[이에요/예요].", "The difference is $%[1]s$.", row(d)),
			spoken("제곱의 합은 %[1]s[이에요/예요]. 제곱근을 씌워요.", "The squares add up to %[1]s. Take the root.", num(nn.Dot(d, d))),
		},
		Solution: lang.Sprintf("$$ \\sqrt{%[1]s^2 + %[2]s^2} = %[3]s $$", "$$ \\sqrt{%[1]s^2 + %[2]s^2} = %[3]s $$", neg(d[0]), neg(d[1]), num(length)),
	}
}
