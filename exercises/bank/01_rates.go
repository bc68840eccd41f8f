package bank

import (
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
)

// guessing is how many classes there are to guess from.
type guessing struct{ Classes int }

func chanceOfTopFive() exercises.Exercise {
	draw := func(r *rand.Rand) guessing { return guessing{20 + 10*r.IntN(99)} }
	return exercises.Template("01/chance", lang.T("찍어서 맞히기", "Right by guessing"), guessing{1000}, draw, buildChance,
		slices.Concat(
			exercises.Accepts("chance", "0.5"),
			exercises.Catches("chance", "one-guess", "0.1"),
			exercises.Catches("chance", "share", "0.005"),
			exercises.Catches("chance", "five", "5"),
			exercises.Refuses("chance", "낮아요"),
		)...)
}

func buildChance(p guessing) exercises.Variant {
	chance := 500 / float64(p.Classes)
	of := func(f float64) exercises.Want {
		return inOneStep(2, func(x []float64) float64 { return f * x[0] / x[1] }, 5, float64(p.Classes))
	}
	rules := []exercises.Rule{
		exercises.Right(of(100), lang.T("사물이 열 가지뿐이라면 찍어도 절반이 맞아요. top-5는 사물이 많을 때 쓰는 규칙이에요.", "With ten classes, half would be right by guessing. The rule is for many classes.")),
		exercises.Mistaken("one-guess", of(20), lang.T("답 하나로 찍을 때예요. 다섯 개를 적을 수 있어요.", "That is for a single answer. Five are allowed.")),
		exercises.Mistaken("share", exercises.Exactly(chance/100), lang.T("비율이에요. %로 적으려면 100을 곱해요.", "That is the share. Times 100 makes it per cent.")),
	}
	if chance != 5 {
		rules = append(rules, exercises.Mistaken("five", exercises.Exactly(5), lang.T("답의 수예요. 사물의 수로 나눠요.", "That is the number of answers. Divide by the number of classes.")))
	}
	return exercises.Variant{
		Statement: lang.Sprintf("사물이 %[1]d가지이고 서로 다른 답 다섯 개를 아무렇게나 적어요. top-5 규칙으로 맞을 확률은 몇 %%인가요? 소수 둘째 자리까지 적어요.",
			"There are %[1]d classes, and five different answers are picked at random. With which probability, in per cent, is that right by the top-5 rule? Give two decimals.", p.Classes),
		Parts: []exercises.Part{exercises.Number("chance", lang.T("확률 (%)", "probability (%)"), lang.T("다섯을 사물의 수로 나누고 %로 바꿔요.", "Divide five by the number of classes, in per cent."), rules...)},
		Hints: []lang.Text{
			lang.Sprintf("답 하나가 맞을 확률은 $1 / %[1]d$이에요.", "A single answer is right with probability $1 / %[1]d$.", p.Classes),
			lang.T("서로 다른 답 다섯 개이니 다섯 배예요.", "Five different answers make it five times that."),
		},
		Solution: lang.Sprintf("$$ \\frac{5}{%[1]d} \\approx %[2]s\\%% $$", "$$ \\frac{5}{%[1]d} \\approx %[2]s\\%% $$", p.Classes, dec(chance, 2)),
	}
}

// fall is an error, in per cent, before and after.
type fall struct{ Before, After float64 }

func errorDrop() exercises.Exercise {
	draw := func(r *rand.Rand) fall {
		before := float64(80+r.IntN(240)) / 10
		return fall{before, rounded(before*(0.4+0.5*r.Float64()), 1)}
	}
	return exercises.Template("01/drop", lang.T("얼마나 줄었을까", "How far it fell"), fall{25.8, 16.4}, draw, buildDrop,
		slices.Concat(
			exercises.Accepts("points", "9.4"),
			exercises.Catches("points", "percent", "36.4"),
			exercises.Catches("points", "sign", "-9.4"),
			exercises.Refuses("points", "많이"),
			exercises.Accepts("percent", "36.4", "36.43"),
			exercises.Catches("percent", "by-the-new", "57.3"),
			exercises.Catches("percent", "of-the-right", "12.7"),
			exercises.Catches("percent", "points", "9.4"),
			exercises.Refuses("percent", ""),
		)...)
}

func buildDrop(f fall) exercises.Variant {
	points := tidy(f.Before - f.After)
	of := func(g func(x []float64) float64) exercises.Want { return inOneStep(1, g, f.Before, f.After) }
	share := of(func(x []float64) float64 { return 100 * (x[0] - x[1]) / x[0] })
	return exercises.Variant{
		Statement: lang.Sprintf("어느 대회의 오류율이 %[1]s%%에서 %[2]s%%로 줄었어요. 몇 점(퍼센트포인트) 줄었고, 지난 오류의 몇 %%가 사라졌나요? 둘째는 소수 첫째 자리까지 적어요.",
			"The error of a contest fell from %[1]s%% to %[2]s%%. By how many points did it fall, and which part of the old errors, in per cent, is gone? Give the second to one decimal.", num(f.Before), num(f.After)),
		Parts: []exercises.Part{
			exercises.Number("points", lang.T("줄어든 점", "points"), lang.T("두 오류율을 빼요.", "Subtract one error from the other."),
				exercises.Right(exercises.Exactly(points), lang.T("점은 두 %의 차이예요.", "Points are the difference of two percentages.")),
				exercises.Mistaken("sign", exercises.Exactly(-points), lang.T("줄어든 만큼을 물었으니 양수예요.", "It asks how far it fell, which is positive.")),
				exercises.Mistaken("percent", share, lang.T("지난 오류에 대한 비율이에요. 점은 두 %의 차이예요.", "That is the part of the old errors. Points are the difference."))),
			exercises.Number("percent", lang.T("사라진 오류 (%)", "errors that are gone (%)"), lang.T("줄어든 점을 줄기 전의 오류율로 나눠요.", "Divide the points by the error before."),
				exercises.Right(share, spoken("기준은 줄기 전의 %[1]s%%예요.", "What counts is the %[1]s%% before the drop.", num(f.Before))),
				exercises.Mistaken("by-the-new", of(func(x []float64) float64 { return 100 * (x[0] - x[1]) / x[1] }), lang.T("줄어든 뒤의 오류율로 나누셨어요. 기준은 줄기 전이에요.", "That divides by the error after the drop. Divide by the one before.")),
				exercises.Mistaken("of-the-right", of(func(x []float64) float64 { return 100 * (x[0] - x[1]) / (100 - x[0]) }), lang.T("맞힌 비율로 나누셨어요. 오류가 얼마나 줄었는지이니 오류율로 나눠요.", "That divides by the accuracy. It is the errors that fell.")),
				exercises.Mistaken("points", exercises.Exactly(points), lang.T("점이에요. 줄기 전의 오류율로 나누어 %로 바꿔요.", "Those are the points. Divide by the error before."))),
		},
		Hints: []lang.Text{
			spoken("차이는 %[1]s점이에요.", "The difference is %[1]s points.", num(points)),
			spoken("$%[1]s / %[2]s$[을/를] 구해요.", "Work out $%[1]s / %[2]s$.", num(points), num(f.Before)),
		},
		Solution: lang.Sprintf("$$ %[1]s - %[2]s = %[3]s, \\qquad \\frac{%[3]s}{%[1]s} \\approx %[4]s\\%% $$", "$$ %[1]s - %[2]s = %[3]s, \\qquad \\frac{%[3]s}{%[1]s} \\approx %[4]s\\%% $$",
			num(f.Before), num(f.After), num(points), dec(100*points/f.Before, 1)),
	}
}

// wrongOf is how many of some photos are wrong.
type wrongOf struct{ Wrong, Photos int }

func errorRate() exercises.Exercise {
	draw := func(r *rand.Rand) wrongOf {
		photos := int(among(r, 200, 250, 400, 500, 800, 1000))
		return wrongOf{1 + r.IntN(photos/4), photos}
	}
	return exercises.Template("01/error-rate", lang.T("오류율 세기", "Counting the error"), wrongOf{37, 500}, draw, buildErrorRate,
		slices.Concat(
			exercises.Accepts("error", "7.4"),
			exercises.Catches("error", "accuracy", "92.6"),
			exercises.Catches("error", "share", "0.074"),
			exercises.Catches("error", "per-mille", "74"),
			exercises.Refuses("error", "적어요"),
		)...)
}

func buildErrorRate(p wrongOf) exercises.Variant {
	percent := tidy(100 * float64(p.Wrong) / float64(p.Photos))
	return exercises.Variant{
		Statement: lang.Sprintf("사진 %[2]d장 가운데 %[1]d장에서 다섯 답 안에 정답이 없었어요. top-5 오류율은 몇 %%인가요?", "Of %[2]d photos, %[1]d did not have the truth among their five answers. What is the top-5 error in per cent?", p.Wrong, p.Photos),
		Parts: []exercises.Part{exercises.Number("error", lang.T("top-5 오류율 (%)", "top-5 error (%)"), lang.T("틀린 수를 전체로 나누고 100을 곱해요.", "Divide the wrong ones by all, times 100."),
			exercises.Right(exercises.Exactly(percent), lang.Sprintf("정확도는 나머지인 %[1]s%%예요.", "The accuracy is the rest, %[1]s%%.", num(tidy(100-percent)))),
			exercises.Mistaken("accuracy", exercises.Exactly(tidy(100-percent)), lang.T("정확도예요. 오류율은 틀린 비율이에요.", "That is the accuracy. The error is the share that is wrong.")),
			exercises.Mistaken("share", exercises.Exactly(tidy(percent/100)), lang.T("비율이에요. %로 적으려면 100을 곱해요.", "That is the share. Times 100 makes it per cent.")),
			exercises.Mistaken("per-mille", exercises.Exactly(tidy(10*percent)), lang.T("1,000장에 몇 장인지예요. %는 100장에 몇 장인지예요.", "That is for every 1,000. Per cent is for every 100.")))},
		Hints: []lang.Text{
			lang.Sprintf("$%[1]d / %[2]d$을 구해요.", "Work out $%[1]d / %[2]d$.", p.Wrong, p.Photos),
			lang.T("100을 곱하면 %예요.", "Times 100 it is per cent."),
		},
		Solution: lang.Sprintf("$$ \\frac{%[1]d}{%[2]d} = %[3]s\\%% $$", "$$ \\frac{%[1]d}{%[2]d} = %[3]s\\%% $$", p.Wrong, p.Photos, num(percent)),
	}
}

// collection is a set of photos of some classes.
type collection struct{ Photos, Classes int }

func imagesPerClass() exercises.Exercise {
	draw := func(r *rand.Rand) collection {
		return collection{100_000 + r.IntN(1_900_000), int(among(r, 200, 400, 500, 1000, 2000))}
	}
	return exercises.Template("01/per-class", lang.T("종류마다 몇 장", "Photos of each class"), collection{1_431_167, 1000}, draw, buildPerClass,
		slices.Concat(
			exercises.Accepts("each", "1431", "1431.2"),
			exercises.Catches("each", "in-thousands", "1.43"),
			exercises.Catches("each", "by-five", "286233"),
			exercises.Refuses("each", "많이"),
		)...)
}

func buildPerClass(c collection) exercises.Variant {
	photos, classes := float64(c.Photos), float64(c.Classes)
	of := func(digits int, f func(x []float64) float64) exercises.Want {
		return inOneStep(digits, f, photos, classes)
	}
	return exercises.Variant{
		Statement: lang.Sprintf("사진 %[1]d장이 %[2]d가지 사물로 나뉘어 있어요. 사물 하나에 평균 몇 장인가요? 소수점 아래는 버리거나 반올림해도 돼요.", "%[1]d photos show %[2]d kinds of things. How many are there of each kind, on average? Decimals may be dropped or rounded.", c.Photos, c.Classes),
		Parts: []exercises.Part{exercises.Number("each", lang.T("종류마다 사진", "photos of each kind"), lang.T("사진의 수를 사물의 수로 나눠요.", "Divide the photos by the kinds."),
			exercises.Right(of(0, func(x []float64) float64 { return x[0] / x[1] }), lang.T("사람은 몇 번만 보고도 배워요. 신경망은 이만큼 보고 배웠어요.", "People learn a thing from a few looks. The networks took this many.")),
			exercises.Mistaken("in-thousands", of(2, func(x []float64) float64 { return x[0] / x[1] / 1000 }), lang.T("1,000으로 한 번 더 나누셨어요.", "That divides by 1,000 once more.")),
			exercises.Mistaken("by-five", of(0, func(x []float64) float64 { return x[0] / 5 }), lang.T("다섯으로 나누셨어요. 다섯은 답의 수이고, 사물의 수로 나눠요.", "That divides by five, the number of answers. Divide by the kinds of things.")))},
		Hints: []lang.Text{
			lang.T("모든 종류에 똑같이 나누어 준다고 생각해요.", "Imagine them dealt evenly to all kinds."),
			lang.Sprintf("$%[1]d / %[2]d$을 구해요.", "Work out $%[1]d / %[2]d$.", c.Photos, c.Classes),
		},
		Solution: lang.Sprintf("$$ \\frac{%[1]d}{%[2]d} \\approx %[3]s $$", "$$ \\frac{%[1]d}{%[2]d} \\approx %[3]s $$", c.Photos, c.Classes, dec(photos/classes, 0)),
	}
}

// asksFeatures is which methods are asked about.
type asksFeatures struct{ Hand, Deep int }

func handmadeOrLearned() exercises.Exercise {
	draw := func(r *rand.Rand) asksFeatures { return asksFeatures{r.IntN(3), r.IntN(3)} }
	return exercises.Template("01/learned", lang.T("설계한 것, 배운 것", "Designed or learned"), asksFeatures{}, draw, buildLearned,
		slices.Concat(
			exercises.Accepts("first", "1"),
			exercises.Catches("first", "learned", "2"),
			exercises.Refuses("first", "3"),
			exercises.Accepts("second", "2"),
			exercises.Catches("second", "designed", "1"),
			exercises.Refuses("second", ""),
		)...)
}

func buildLearned(p asksFeatures) exercises.Variant {
	hand := []lang.Text{
		lang.T("SIFT로 모서리의 방향을 센 다음, 그 수로 분류를 배워요", "SIFT counts the directions of edges, then a classifier learns from these counts"),
		lang.T("획의 수와 동그라미의 수를 재는 프로그램을 짜고, 그 두 수로 숫자를 나눠요", "A program measures strokes and loops, and digits are told apart by these two numbers"),
		lang.T("전문가가 고른 소리의 높낮이 열두 가지를 재어 그것으로 말을 알아들어요", "Twelve measures of pitch, chosen by experts, are used to understand speech"),
	}[p.Hand]
	deep := []lang.Text{
		lang.T("픽셀을 그대로 넣고 얼굴인지 아닌지까지 한 번에 배워요", "Pixels go in, and face or not is learned in one go"),
		lang.T("소리의 표본을 그대로 넣고 글자까지 한 번에 배워요", "Samples of sound go in, and letters are learned in one go"),
		lang.T("손글씨의 픽셀 400개를 넣고 열 숫자의 확률까지 한 번에 배워요", "400 pixels of handwriting go in, and the probabilities of ten digits are learned in one go"),
	}[p.Deep]
	designed, learned := lang.T("사람이 설계한 특징", "features designed by people"), lang.T("배운 특징", "learned features")
	return exercises.Variant{
		Statement: lang.Sprintf("두 방법은 어떤 특징을 쓰나요?\n\n- 가: %[1]s.\n- 나: %[2]s.", "Which features do the two methods use?\n\n- A: %[3]s.\n- B: %[4]s.", hand.KO, deep.KO, hand.EN, deep.EN),
		Parts: []exercises.Part{
			exercises.Choose("first", lang.T("가", "A"),
				exercises.Yes(designed, lang.T("무엇을 잴지 사람이 정했어요.", "People decided what is measured.")),
				exercises.No("learned", learned, lang.T("무엇을 잴지 사람이 정했어요. 기계는 그다음만 배워요.", "People decided what is measured. The machine learns only what follows."))),
			exercises.Choose("second", lang.T("나", "B"),
				exercises.No("designed", designed, lang.T("들어가는 것은 가장 작은 입력뿐이에요. 특징은 그 사이에서 배워요.", "Only the smallest inputs go in. Features are learned on the way.")),
				exercises.Yes(learned, lang.T("입력에서 답까지 한 번에, 종단 간으로 배워요.", "From the input to the answer in one go: end to end."))),
		},
		Hints: []lang.Text{
			lang.T("무엇을 잴지 누가 정했는지 보세요.", "Who decided what is measured?"),
			lang.T("가장 작은 입력을 그대로 넣으면 특징은 스스로 배워요.", "Where the smallest inputs go in as they are, features are learned."),
		},
		Solution: lang.T("가는 사람이 설계한 특징, 나는 배운 특징이에요.", "A uses designed features, B learned ones."),
	}
}

// photo is a picture in colour, and the units of a first layer.
type photo struct{ Side, Units int }

func countPixels() exercises.Exercise {
	draw := func(r *rand.Rand) photo { return photo{10 * (3 + r.IntN(30)), 5 * (1 + r.IntN(6))} }
	return exercises.Template("01/pixels", lang.T("입력은 몇 개", "How many inputs"), photo{227, 10}, draw, buildPixels,
		slices.Concat(
			exercises.Accepts("inputs", "154587"),
			exercises.Catches("inputs", "one-channel", "51529"),
			exercises.Catches("inputs", "sides-added", "454"),
			exercises.Refuses("inputs", "많아요"),
			exercises.Accepts("params", "1545880"),
			exercises.Catches("params", "no-biases", "1545870"),
			exercises.Refuses("params", ""),
		)...)
}

func buildPixels(p photo) exercises.Variant {
	inputs := 3 * p.Side * p.Side
	return exercises.Variant{
		Statement: lang.Sprintf("가로와 세로가 %[1]d픽셀인 색 사진은 픽셀마다 빨강, 초록, 파랑의 세 수예요. 입력은 모두 몇 개인가요? 이 입력이 완전 연결된 유닛 %[2]d개로 가면 가중치와 편향은 모두 몇 개인가요?",
			"A colour photo of %[1]d by %[1]d pixels has three numbers a pixel: red, green, blue. How many inputs are that? If they go to %[2]d fully connected units, how many weights and biases are there?", p.Side, p.Units),
		Parts: []exercises.Part{
			exercises.Number("inputs", lang.T("입력의 수", "inputs"), lang.T("픽셀의 수에 색의 수를 곱해요.", "Multiply the pixels by the colours."),
				exercises.Right(exercises.Exactly(inputs), lang.Sprintf("$%[1]d \\cdot %[1]d \\cdot 3$이에요.", "That is $%[1]d \\cdot %[1]d \\cdot 3$.", p.Side)),
				exercises.Mistaken("one-channel", exercises.Exactly(p.Side*p.Side), lang.T("픽셀의 수예요. 픽셀마다 색이 셋이에요.", "Those are the pixels. Each has three colours.")),
				exercises.Mistaken("sides-added", exercises.Exactly(2*p.Side), lang.T("두 변을 더하셨어요. 픽셀의 수는 곱이에요.", "That adds the two sides. Multiply them."))),
			exercises.Number("params", lang.T("가중치와 편향", "weights and biases"), lang.T("유닛마다 입력의 수만큼 가중치가 있고 편향이 하나 있어요.", "Every unit has a weight for each input, and a bias."),
				exercises.Right(exercises.Exactly(p.Units*(inputs+1)), lang.T("그래서 사진에는 보통 가중치를 함께 쓰는 합성곱 신경망을 써요.", "That is why photos usually go to convolutional networks, which share weights.")),
				exercises.Mistaken("no-biases", exercises.Exactly(p.Units*inputs), lang.T("가중치만 센 값이에요. 유닛마다 편향이 하나씩 있어요.", "Those are the weights. Every unit has a bias, too."))),
		},
		Hints: []lang.Text{
			lang.Sprintf("픽셀은 $%[1]d \\cdot %[1]d = %[2]d$개예요.", "There are $%[1]d \\cdot %[1]d = %[2]d$ pixels.", p.Side, p.Side*p.Side),
			lang.Sprintf("입력은 %[1]d개예요. 유닛마다 가중치 %[1]d개와 편향 하나예요.", "There are %[1]d inputs: that many weights for each unit, and a bias.", inputs),
		},
		Solution: lang.Sprintf("$$ 3 \\cdot %[1]d^2 = %[2]d, \\qquad %[3]d \\cdot (%[2]d + 1) = %[4]d $$", "$$ 3 \\cdot %[1]d^2 = %[2]d, \\qquad %[3]d \\cdot (%[2]d + 1) = %[4]d $$", p.Side, inputs, p.Units, p.Units*(inputs+1)),
	}
}
