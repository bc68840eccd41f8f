package bank

import (
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
)

// bounded is how far dots reach, and how wide the gap between them is.
type bounded struct{ Reach, Gap float64 }

func mostCorrections() exercises.Exercise {
	draw := func(r *rand.Rand) bounded {
		return bounded{float64(3 + r.IntN(8)), among(r, 0.2, 0.4, 0.5, 1, 2, 4)}
	}
	return exercises.Template("03/bound", lang.T("많아야 몇 번", "At most how many"), bounded{5, 1}, draw, buildBound,
		slices.Concat(
			exercises.Accepts("most", "100"), exercises.Catches("most", "not-squared", "10"), exercises.Catches("most", "whole-gap", "25"), exercises.Refuses("most", "많이"),
		)...)
}

func buildBound(p bounded) exercises.Variant {
	half := p.Gap / 2
	ratio := p.Reach / half
	return exercises.Variant{
		Statement: spoken("두 무리의 점이 원점을 지나는 선으로 나뉘고, 가장 먼 점은 원점에서 $R = %[1]s$ 떨어져 있어요. 선에서 가장 가까운 점까지는 양쪽 모두 같고, 틈의 너비는 %[2]s[이에요/예요]. 편향 없이 0에서 시작한 퍼셉트론 규칙은 많아야 몇 번 고치나요? $(R/\\gamma)^2$에서 $\\gamma$는 틈의 반이에요. 정확한 값을 적어요.",
			"A line through the origin parts two kinds of dots. The farthest dot is $R = %[1]s$ from the origin; the nearest ones on both sides are equally far from the line, and the gap is %[2]s wide. At most how many corrections does the perceptron rule make, from zero and without a bias? In $(R/\\gamma)^2$, $\\gamma$ is half the gap. Give the exact value.",
			num(p.Reach), num(p.Gap)),
		Parts: []exercises.Part{exercises.Number("most", lang.T("많아야", "at most"), lang.T("$R$을 틈의 반으로 나누고 제곱해요.", "Divide $R$ by half the gap and square."),
			exercises.Right(exercises.Exactly(ratio*ratio), lang.T("점이 몇 개인지는 묻지도 않았어요. 실제로는 이보다 훨씬 적게 고치는 일이 많아요.", "Nobody asked how many dots there are. Mostly it takes far fewer.")),
			exercises.Mistaken("not-squared", exercises.Exactly(ratio), lang.T("제곱하지 않은 값이에요.", "That is not squared yet.")),
			exercises.Mistaken("whole-gap", exercises.Exactly(ratio*ratio/4), lang.T("틈 전체로 나눴어요. $\\gamma$는 틈의 반이에요.", "That divides by the whole gap. $\\gamma$ is half of it.")))},
		Hints: []lang.Text{
			lang.T("$\\gamma$는 선에서 가장 가까운 점까지의 거리예요.", "$\\gamma$ is the distance of the nearest dot from the line."),
			spoken("$R/\\gamma = %[1]s$[이에요/예요].", "$R/\\gamma = %[1]s$.", num(ratio)),
		},
		Solution: lang.Sprintf("$\\gamma = %[1]s$, $(%[2]s / %[1]s)^2 = %[3]s$.", "$\\gamma = %[1]s$ and $(%[2]s / %[1]s)^2 = %[3]s$.", num(half), num(p.Reach), num(ratio*ratio)),
	}
}

// rates is a training from zero by one rate, done again by another.
type rates struct {
	Took, W   float64
	From, Now float64
}

// situation shows another training from zero by the same rate, if the lab has it.
func (p rates) situation() string {
	name, ok := map[float64]string{1: "one", 10: "ten"}[p.Now]
	if !ok {
		return ""
	}
	return situation("line", "from=zero", "rate="+name)
}

func rateFromZero() exercises.Exercise {
	draw := func(r *rand.Rand) rates {
		return rates{float64(5 + r.IntN(60)), among(r, -0.8, -0.6, -0.4, 0.2, 0.6, 0.7, 0.9), 0.1, among(r, 1, 10, 100)}
	}
	return exercises.Template("03/rate", lang.T("0에서 시작한 학습률", "The rate, from zero"), rates{54, -0.6, 0.1, 10}, draw, buildFromZero,
		slices.Concat(
			exercises.Accepts("count", "54"), exercises.Catches("count", "fewer", "0.54"), exercises.Catches("count", "more", "5400"), exercises.Refuses("count", ""),
			exercises.Accepts("w", "-60"), exercises.Catches("w", "same", "-0.6"), exercises.Catches("w", "divided", "-0.006"), exercises.Refuses("w", "?"),
		)...)
}

func buildFromZero(p rates) exercises.Variant {
	by := p.Now / p.From
	return exercises.Variant{
		Situation: p.situation(),
		Statement: spoken("퍼셉트론 규칙이 가중치와 편향 0에서 시작해 학습률 %[1]s[으로/로] %[2]s번 고치고 멈췄고, 그때 $w_1 = %[3]s$[이었어요/였어요]. 같은 점을 같은 순서로, 학습률 %[4]s[으로/로] 다시 배워요. 몇 번 고치고, 그때 $w_1$은 얼마인가요?",
			"From weights and bias 0, the perceptron rule at the rate %[1]s made %[2]s corrections and stopped with $w_1 = %[3]s$. It learns the same dots in the same order again, at the rate %[4]s. How many corrections does it make, and what is $w_1$ then?",
			num(p.From), num(p.Took), num(p.W), num(p.Now)),
		Parts: []exercises.Part{
			exercises.Number("count", lang.T("고친 횟수", "corrections"), lang.T("세 수가 모두 같은 배가 되면 선은 어떻게 될지 생각해 보세요.", "What happens to the line when all three numbers are multiplied alike?"),
				exercises.Right(exercises.Exactly(p.Took), lang.T("합의 크기만 바뀌고 부호는 그대로라 모든 답이 같아요.", "Sums change in size but not in sign, so every answer is the same.")),
				exercises.Mistaken("fewer", exercises.Exactly(p.Took/by), lang.T("크게 고친다고 빨라지지 않아요. 선은 같은 선이에요.", "Larger corrections do not make it faster: the lines are the same.")),
				exercises.Mistaken("more", exercises.Exactly(p.Took*by), lang.T("지나치지 않아요. 세 수가 모두 같은 배라 선은 같은 선이에요.", "Nothing overshoots: all three numbers grow alike, so the lines are the same."))),
			exercises.Number("w", lang.T("그때 w₁", "w₁ then"), lang.T("0에 더한 것이 모두 같은 배가 돼요.", "All that was added to 0 is multiplied alike."),
				exercises.Right(exercises.Exactly(p.W*by), lang.T("0이 아닌 곳에서 시작했다면 이렇게 되지 않아요.", "From anywhere but zero this would not hold.")),
				exercises.Mistaken("same", exercises.Exactly(p.W), lang.T("선은 같지만 가중치는 학습률만큼 커져요.", "The line is the same, but the weights grow with the rate.")),
				exercises.Mistaken("divided", exercises.Exactly(p.W/by), lang.T("곱해야 할 것을 나눴어요.", "That divides where it should multiply."))),
		},
		Hints: []lang.Text{
			lang.T("첫 고침 뒤의 가중치를 두 학습률로 적어 보세요.", "Write down the weights after the first correction for both rates."),
			lang.Sprintf("모든 수가 %[1]s배예요. 합이 0 이상인지는 바뀌나요?", "All numbers are %[1]s times as large. Does that change whether a sum is 0 or more?", num(by)),
		},
		Solution: spoken("세 수가 늘 %[1]s배라 선과 답이 같아요. 그대로 %[2]s번이고 $w_1 = %[3]s$[이에요/예요].", "All three numbers are always %[1]s times as large, so lines and answers are the same: %[2]s corrections, and $w_1 = %[3]s$.", num(by), num(p.Took), num(p.W*by)),
	}
}

// places is where three sets of dots lie, and in which order they are asked.
type places struct{ X, Y, Size float64 }

func neverParted() exercises.Exercise {
	draw := func(r *rand.Rand) places {
		return places{float64(r.IntN(9) - 4), float64(r.IntN(9) - 4), float64(1 + r.IntN(4))}
	}
	return exercises.Template("03/never", lang.T("선이 있을까", "Is there a line"), places{0, 0, 1}, draw, buildNever,
		slices.Concat(
			exercises.Accepts("corners", "2"), exercises.Catches("corners", "crossed", "1"), exercises.Refuses("corners", "3"),
			exercises.Accepts("row", "2"), exercises.Catches("row", "between", "1"), exercises.Refuses("row", ""),
			exercises.Accepts("corner", "1"), exercises.Catches("corner", "given-up", "2"), exercises.Refuses("corner", "0"),
		)...)
}

// situation shows the first set where it is that of XOR.
func (p places) situation() string {
	if p == (places{0, 0, 1}) {
		return situation("gates", "gate=xor")
	}
	return ""
}

func buildNever(p places) exercises.Variant {
	at := func(x, y float64) string { return "$" + row([]float64{p.X + p.Size*x, p.Y + p.Size*y}) + "$" }
	yes, no := lang.T("있어요", "there is"), lang.T("없어요", "there is none")
	return exercises.Variant{
		Situation: p.situation(),
		Statement: lang.Sprintf("세 묶음의 점이 있어요.\n\n- 첫째: 1은 %[1]s, %[2]s이고 0은 %[3]s, %[4]s\n- 둘째: 1은 %[3]s, %[5]s이고 0은 %[4]s\n- 셋째: 1은 %[4]s이고 0은 %[3]s, %[1]s, %[2]s\n\n묶음마다 1과 0을 나누는 선이 있는지 고르세요.",
			"Here are three sets of dots.\n\n- First: 1 at %[1]s, %[2]s and 0 at %[3]s, %[4]s\n- Second: 1 at %[3]s, %[5]s and 0 at %[4]s\n- Third: 1 at %[4]s and 0 at %[3]s, %[1]s, %[2]s\n\nFor each, choose whether some line parts 1 from 0.",
			at(0, 1), at(1, 0), at(0, 0), at(1, 1), at(2, 2)),
		Parts: []exercises.Part{
			exercises.Choose("corners", lang.T("첫째", "first"),
				exercises.No("crossed", yes, lang.T("두 쌍이 엇갈려요. 한 쌍을 이은 선분과 다른 쌍을 이은 선분이 만나요.", "The pairs lie crosswise: the segments that join them meet.")),
				exercises.Yes(no, lang.T("두 쌍을 이은 선분이 한 점에서 만나니, 그 점이 양쪽에 있을 수는 없어요.", "The segments of the two pairs meet, and their common point cannot lie on both sides."))),
			exercises.Choose("row", lang.T("둘째", "second"),
				exercises.No("between", yes, lang.T("0인 점이 1인 두 점 사이에 있어요.", "The 0 lies between two 1s.")),
				exercises.Yes(no, lang.T("1인 두 점이 선의 같은 쪽이면 그 사이도 모두 같은 쪽이에요.", "With two 1s on the same side, all between them is there, too."))),
			exercises.Choose("corner", lang.T("셋째", "third"),
				exercises.Yes(yes, lang.T("구석의 점 하나는 비스듬한 선으로 떼어 낼 수 있어요. AND와 같은 모양이에요.", "A slanting line cuts off one corner. This is AND.")),
				exercises.No("given-up", no, lang.T("구석의 점 하나를 비스듬한 선으로 떼어 내 보세요.", "Try a slanting line that cuts off one corner."))),
		},
		Hints: []lang.Text{
			lang.T("점을 종이에 찍어 보세요.", "Put the dots on paper."),
			lang.T("같은 수의 점들을 이은 선분이 서로 만나면 나눌 선이 없어요.", "If segments that join dots of the same kind meet one another, there is no line."),
		},
		Solution: lang.T("첫째는 XOR라서 없고, 둘째는 0이 1들 사이에 있어서 없어요. 셋째는 구석 하나를 떼어 내는 선이 있어요.", "The first is XOR: none. In the second the 0 lies between the 1s: none. In the third a line cuts off one corner."),
	}
}
