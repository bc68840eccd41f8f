package bank

import (
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
)

// starts is what became of 1,000 starts of a network that learned XOR: how many
// got 4, 3, 2 and 1 of its points right.
type starts struct{ Four, Three, Two, One int }

func (s starts) all() int { return s.Four + s.Three + s.Two + s.One }

func luckOfTheStart() exercises.Exercise {
	draw := func(r *rand.Rand) starts {
		s := starts{Four: 100 + r.IntN(800)}
		s.Three = r.IntN(1000 - s.Four)
		s.Two = r.IntN(1000 - s.Four - s.Three + 1)
		s.One = 1000 - s.Four - s.Three - s.Two
		return s
	}
	return exercises.Template("05/luck", lang.T("시작의 운", "The luck of the start"), starts{175, 613, 205, 7}, draw, buildLuck,
		slices.Concat(
			exercises.Accepts("share", "17.5%", "17.5", "175/1000", "0.175"),
			exercises.Catches("share", "failures", "82.5%", "82.5"),
			exercises.Catches("share", "three-right", "0.613", "61.3"),
			exercises.Catches("share", "the-count", "175"),
			exercises.Refuses("share", "조금"),
			exercises.Accepts("tries", "5.71"),
			exercises.Catches("tries", "of-failures", "1.21"),
			exercises.Catches("tries", "the-count", "175"),
			exercises.Refuses("tries", ""),
		)...)
}

func buildLuck(s starts) exercises.Variant {
	share := 100 * float64(s.Four) / float64(s.all())
	per := func(count int) exercises.Calc {
		return exercises.From(float64(s.all()), float64(count)).Value(lang.T("시작의 수를 나눈 값", "the starts divided"), func(x []float64) float64 { return x[0] / x[1] })
	}
	tries := float64(s.all()) / float64(s.Four)
	left := lang.Sprintf("실패한 시작이 %[1]d번이에요.", "That leaves %[1]d failures.", s.all()-s.Four)
	failures := lang.T("실패한 시작의 비율이에요.", "That is the share of failures.")
	three := lang.T("세 점을 맞힌 시작의 비율이에요. 네 점을 모두 맞혀야 배운 거예요.", "Those got three points right. Only all four count as learned.")
	// A share may be written as one or in per cent, with the sign or without.
	shares := []exercises.Rule{
		exercises.Right(exercises.Exactly(share/100), left), exercises.Right(exercises.Exactly(share), left),
		exercises.Mistaken("failures", exercises.Exactly(1-share/100), failures), exercises.Mistaken("failures", exercises.Exactly(100-share), failures),
		exercises.Mistaken("three-right", exercises.Exactly(float64(s.Three)/float64(s.all())), three),
		exercises.Mistaken("three-right", exercises.Exactly(100*float64(s.Three)/float64(s.all())), three),
		exercises.Mistaken("the-count", exercises.Exactly(s.Four), lang.T("성공한 시작의 수예요. 1,000으로 나눠요.", "Those are the successes. Divide by 1,000.")),
	}
	return exercises.Variant{
		Statement: lang.Sprintf(
			"작은 신경망이 서로 다른 1,000개의 시작에서 XOR를 배웠어요. 네 점을 모두 맞힌 시작이 %[1]d번, 세 점이 %[2]d번, 두 점이 %[3]d번, 한 점이 %[4]d번이에요. XOR를 배운 비율은 몇 퍼센트인가요? 성공할 때까지 새로 시작한다면 평균 몇 번 시작해야 하나요? 둘째 답은 소수 둘째 자리까지 적어요.",
			"A small network learned XOR from 1,000 different starts: %[1]d got all four points right, %[2]d got three, %[3]d two and %[4]d one. What percentage of the starts learned XOR? If you start anew until it succeeds, how many starts does it take on average? Give the second answer to two decimals.",
			s.Four, s.Three, s.Two, s.One),
		Parts: []exercises.Part{
			exercises.Number("share", lang.T("배운 비율", "share that learned"), lang.T("네 점을 모두 맞힌 시작의 수를 1,000으로 나눠요.", "Divide the starts with all four right by 1,000."), shares...),
			exercises.Number("tries", lang.T("평균 시작의 수", "starts on average"), lang.T("성공할 확률이 $p$라면 평균 $1/p$번이에요.", "With a chance $p$ of success it takes $1/p$ on average."),
				exercises.Right(exercises.To(2, per(s.Four)), lang.T("그래서 한 번의 결과만 보고 구조를 판단하면 안 돼요.", "So do not judge a structure by a single run.")),
				exercises.Mistaken("of-failures", exercises.To(2, per(s.all()-s.Four)), lang.T("실패를 기다린다면 그래요. 성공할 확률로 나눠요.", "That waits for a failure. Divide by the chance of success.")),
				exercises.Mistaken("the-count", exercises.Exactly(s.Four), lang.T("성공한 시작의 수예요. 한 번 성공하는 데 몇 번이 드는지 구해요.", "Those are the successes. How many starts does one of them take?"))),
		},
		Hints: []lang.Text{
			lang.T("배웠다고 하려면 네 점을 모두 맞혀야 해요.", "Learned means all four points right."),
			spoken("1,000번에 %[1]d번 성공했으니, 한 번 성공하는 데 평균 1,000을 %[1]d[으로/로] 나눈 만큼 들어요.", "It succeeds %[1]d times in 1,000, so one success takes 1,000 divided by %[1]d.", s.Four),
		},
		Solution: lang.Sprintf("$%[1]d / 1000$은 %[2]s%%이고, 한 번 성공하는 데 평균 $1000 / %[1]d$번, 약 %[3]s번 걸려요.", "$%[1]d / 1000$ is %[2]s%%, and a success takes $1000 / %[1]d$ starts on average, about %[3]s.",
			s.Four, num(share), dec(tries, 2)),
	}
}
