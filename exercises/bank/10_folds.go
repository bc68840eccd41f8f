package bank

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
)

// folding is cross validation of some samples.
type folding struct{ Samples, K int }

func foldSizes() exercises.Exercise {
	draw := func(r *rand.Rand) folding {
		k := 3 + r.IntN(8)
		return folding{k * (6 + r.IntN(15)), k}
	}
	return exercises.Template("10/folds", lang.T("k겹 교차 검증", "k-fold cross validation"), folding{60, 5}, draw, buildFolds,
		slices.Concat(
			exercises.Accepts("sizes", "48, 12"),
			exercises.Catches("sizes", "swapped", "12, 48"),
			exercises.Catches("sizes", "all", "60, 12"),
			exercises.Refuses("sizes", "48"),
			exercises.Accepts("learned", "4"),
			exercises.Catches("learned", "k", "5"),
			exercises.Catches("learned", "tested", "1"),
			exercises.Refuses("learned", "자주"),
			exercises.Accepts("trained", "5"),
			exercises.Catches("trained", "one", "1"),
			exercises.Refuses("trained", "?"),
		)...)
}

func buildFolds(f folding) exercises.Variant {
	test := f.Samples / f.K
	train := f.Samples - test
	return exercises.Variant{
		Statement: lang.Sprintf("샘플 %[1]d개로 %[2]d겹 교차 검증을 해요. 한 차례의 훈련 데이터와 테스트 데이터는 몇 개씩인가요? 다 마치면 샘플 하나는 훈련에 몇 번 쓰이고, 신경망은 몇 번 새로 배우나요?",
			"%[2]d-fold cross validation of %[1]d samples: how many are the training set and the test set of a round? In all, how often is a sample trained on, and how often does a network learn from scratch?", f.Samples, f.K),
		Parts: []exercises.Part{
			exercises.Vector("sizes", 2, lang.T("훈련, 테스트", "training, test"), lang.Sprintf("%[1]d조각 가운데 하나가 테스트예요.", "One of the %[1]d parts is the test set.", f.K),
				exercises.Right(exercises.Exactly([]float64{float64(train), float64(test)}), lang.Sprintf("조각 하나가 %[1]d개, 남은 %[2]d조각이 훈련 데이터예요.", "A part has %[1]d samples; the other %[2]d parts are the training set.", test, f.K-1)),
				exercises.Mistaken("swapped", exercises.Exactly([]float64{float64(test), float64(train)}), lang.T("둘이 바뀌었어요. 조각 하나로 시험하고 나머지로 배워요.", "They are swapped. One part tests, the others train.")),
				exercises.Mistaken("all", exercises.Exactly([]float64{float64(f.Samples), float64(test)}), lang.T("시험할 샘플로도 배우셨어요. 그러면 테스트 데이터가 새요.", "That learns the test samples, too. Then the test set leaks."))),
			exercises.Number("learned", lang.T("한 샘플이 훈련에 쓰이는 횟수", "times a sample is trained on"), lang.T("샘플 하나는 한 차례만 테스트에 있어요. 나머지 차례에는 어디에 있을까요?", "A sample is in the test set of one round. Where is it in the others?"),
				exercises.Right(exercises.Exactly(f.K-1), lang.T("테스트에 쓰이는 한 차례만 빼고 모두예요.", "All rounds but the one in which it is tested.")),
				exercises.Mistaken("k", exercises.Exactly(f.K), lang.T("차례의 수예요. 한 차례에는 테스트에 쓰여요.", "Those are the rounds. In one of them it is tested.")),
				exercises.Mistaken("tested", exercises.Exactly(1), lang.T("테스트에 쓰이는 횟수예요. 훈련에 쓰이는 횟수를 세요.", "That often it is tested. How often is it trained on?"))),
			exercises.Number("trained", lang.T("신경망이 배우는 횟수", "times a network learns"), lang.T("차례마다 처음부터 새로 배워요.", "Every round learns from scratch."),
				exercises.Right(exercises.Exactly(f.K), lang.T("그래서 한 번 나눌 때보다 시간이 그만큼 더 들어요.", "So it takes that many times as long as a single split.")),
				exercises.Mistaken("one", exercises.Exactly(1), lang.T("이어서 배우면 앞 차례의 훈련 데이터가 다음 차례의 테스트 데이터예요. 차례마다 새로 배워요.", "Going on with one network would test it on what it has learned before. Every round starts anew."))),
		},
		Hints: []lang.Text{
			lang.Sprintf("조각 하나는 $%[1]d / %[2]d = %[3]d$개예요.", "A part has $%[1]d / %[2]d = %[3]d$ samples.", f.Samples, f.K, test),
			lang.T("샘플은 꼭 한 차례만 테스트에 쓰여요.", "A sample is tested in exactly one round."),
		},
		Solution: lang.Sprintf("훈련 %[1]d, 테스트 %[2]d개예요. 샘플 하나는 한 번 테스트에, $%[3]d - 1 = %[4]d$번 훈련에 쓰이고, 신경망은 %[3]d번 새로 배워요.",
			"%[1]d to train, %[2]d to test. A sample is tested once and trained on $%[3]d - 1 = %[4]d$ times, and a network learns %[3]d times.", train, test, f.K, f.K-1),
	}
}

func unevenFolds() exercises.Exercise {
	draw := func(r *rand.Rand) folding {
		for {
			f := folding{40 + r.IntN(80), 4 + r.IntN(5)}
			if over := f.Samples % f.K; over > 0 && 2*over != f.K {
				return f
			}
		}
	}
	return exercises.Template("10/uneven", lang.T("나누어떨어지지 않을 때", "When it does not divide evenly"), folding{50, 7}, draw, buildUneven,
		slices.Concat(
			exercises.Accepts("large", "1, 8"),
			exercises.Catches("large", "small", "6, 7"),
			exercises.Catches("large", "rest", "1, 1"),
			exercises.Refuses("large", "8"),
		)...)
}

func buildUneven(f folding) exercises.Variant {
	small, over := f.Samples/f.K, f.Samples%f.K
	pair := func(count, size int) exercises.Want {
		return exercises.Exactly([]float64{float64(count), float64(size)})
	}
	return exercises.Variant{
		Statement: lang.Sprintf("샘플 %[1]d개를 %[2]d조각으로, 크기가 많아야 하나만 다르게 나눠요. 큰 조각은 몇 개이고, 그 크기는 얼마인가요?",
			"%[1]d samples are cut into %[2]d parts whose sizes differ by one at most. How many of the larger ones are there, and how large are they?", f.Samples, f.K),
		Parts: []exercises.Part{exercises.Vector("large", 2, lang.T("큰 조각의 수, 크기", "number and size of the larger parts"), lang.T("먼저 고르게 나누고, 남은 샘플을 하나씩 나눠 주세요.", "Deal evenly first, then hand out what is left one by one."),
			exercises.Right(pair(over, small+1), lang.Sprintf("남은 %[1]d개를 한 조각에 하나씩 주었어요. 나머지 %[2]d조각은 %[3]d개예요.", "What was left, %[1]d, goes to as many parts. The other %[2]d have %[3]d.", over, f.K-over, small)),
			exercises.Mistaken("small", pair(f.K-over, small), lang.T("작은 조각이에요. 하나씩 더 받은 조각을 적어요.", "Those are the smaller ones. Which have got one more?")),
			exercises.Mistaken("rest", pair(1, over), lang.T("남은 샘플로 작은 조각을 따로 만드셨어요. 남은 것은 하나씩 나눠 줘요.", "That makes a part of what is left. Hand it out one by one instead.")))},
		Hints: []lang.Text{
			spoken("$%[1]d$[을/를] $%[2]d$[으로/로] 나눈 몫은 %[3]d, 나머지는 %[4]d[이에요/예요].", "%[1]d divided by %[2]d is %[3]d, with %[4]d left.", f.Samples, f.K, small, over),
			lang.T("나머지를 조각마다 하나씩 나눠 줘요.", "Hand out the remainder, one to a part."),
		},
		Solution: lang.Sprintf("$$ %[1]d = %[2]d \\cdot %[3]d + %[4]d \\cdot %[5]d $$", "$$ %[1]d = %[2]d \\cdot %[3]d + %[4]d \\cdot %[5]d $$", f.Samples, over, small+1, f.K-over, small),
	}
}

// scores are the accuracies of the rounds, in hundredths.
type scores struct{ Percent []int }

func (s scores) values() []float64 {
	out := make([]float64, len(s.Percent))
	for i, p := range s.Percent {
		out[i] = float64(p) / 100
	}
	return out
}

func foldSpread() exercises.Exercise {
	draw := func(r *rand.Rand) scores {
		for {
			s, sum := scores{}, 0
			for range 5 {
				p := 70 + r.IntN(26)
				s.Percent, sum = append(s.Percent, p), sum+p
			}
			if sum%5 == 0 && slices.Max(s.Percent)-slices.Min(s.Percent) >= 8 {
				return s
			}
		}
	}
	return exercises.Template("10/spread", lang.T("평균과 흩어짐", "Mean and spread"), scores{[]int{82, 88, 79, 91, 85}}, draw, buildSpread,
		slices.Concat(
			exercises.Accepts("mean", "0.85"),
			exercises.Catches("mean", "sum", "4.25"),
			exercises.Catches("mean", "best", "0.91"),
			exercises.Refuses("mean", "좋아요"),
			exercises.Accepts("sd", "0.047", "0.0474"),
			exercises.Catches("sd", "by-n", "0.042"),
			exercises.Catches("sd", "range", "0.12"),
			exercises.Catches("sd", "of-the-mean", "0.021"),
			exercises.Catches("sd", "variance", "0.002"),
			exercises.Refuses("sd", ""),
		)...)
}

func buildSpread(s scores) exercises.Variant {
	v := s.values()
	n := float64(len(v))
	mean := tidy(total(v) / n)
	away := apply(func(x float64) float64 { return (x - mean) * (x - mean) }, v)
	to := func(f func(sum float64) float64) exercises.Want {
		return inOneStep(3, func(x []float64) float64 { return f(total(x)) }, away...)
	}
	sd := math.Sqrt(total(away) / (n - 1))
	return exercises.Variant{
		Statement: spoken("5겹 교차 검증에서 다섯 차례의 정확도가 %[1]s[이에요/예요]. 평균과, $n - 1$로 나누는 표준편차를 구하세요. 표준편차는 소수 셋째 자리까지 적어요.",
			"The five rounds of a 5-fold cross validation have the accuracies %[1]s. Find their mean, and the standard deviation that divides by $n - 1$, to three decimals.", list(v, num)),
		Parts: []exercises.Part{
			exercises.Number("mean", lang.T("평균", "mean"), lang.T("다섯을 더해 5로 나눠요.", "Add the five and divide by 5."),
				exercises.Right(exercises.Exactly(mean), lang.T("교차 검증의 결과는 이 평균이에요.", "This mean is the result of the cross validation.")),
				exercises.Mistaken("sum", exercises.Exactly(tidy(total(v))), lang.T("합이에요. 5로 나눠요.", "That is the sum. Divide by 5.")),
				exercises.Mistaken("best", exercises.Exactly(slices.Max(v)), lang.T("가장 좋은 차례예요. 운 좋은 것만 고르면 약속이 부풀어요.", "That is the best round. Reporting the lucky one promises too much."))),
			exercises.Number("sd", lang.T("표준편차", "standard deviation"), lang.T("평균에서 벗어난 만큼을 제곱해 더하고, $n - 1$로 나누고, 제곱근을 씌워요.", "Square how far each is off the mean, add, divide by $n - 1$ and take the root."),
				rightTelling(to(func(sum float64) float64 { return math.Sqrt(sum / (n - 1)) }), lang.T("한 차례는 이만큼 운에 흔들려요.", "A single round varies that much by luck.")),
				exercises.Mistaken("by-n", to(func(sum float64) float64 { return math.Sqrt(sum / n) }), lang.T("$n$으로 나누셨어요. 여기서는 $n - 1 = 4$로 나눠요.", "That divides by $n$. Here it is $n - 1 = 4$.")),
				exercises.Mistaken("range", exercises.Exactly(tidy(slices.Max(v)-slices.Min(v))), lang.T("가장 큰 것과 작은 것의 차이예요. 표준편차는 다섯을 모두 써요.", "That is the range. The standard deviation uses all five.")),
				exercises.Mistaken("variance", to(func(sum float64) float64 { return sum / (n - 1) }), lang.T("분산이에요. 제곱근을 씌워요.", "That is the variance. Take its root.")),
				exercises.Mistaken("of-the-mean", to(func(sum float64) float64 { return math.Sqrt(sum / (n - 1) / n) }), lang.T("평균의 표준오차예요. $\\sqrt{n}$으로 나누지 않은 값을 물었어요.", "That is the standard error of the mean. Do not divide by $\\sqrt{n}$."))),
		},
		Hints: []lang.Text{
			spoken("평균은 %[1]s[이에요/예요].", "The mean is %[1]s.", num(mean)),
			spoken("평균에서 벗어난 만큼의 제곱합은 %[1]s[이에요/예요].", "The squares of the differences add up to %[1]s.", num(tidy(total(away)))),
		},
		Solution: lang.Sprintf("$$ \\sqrt{\\frac{%[1]s}{4}} \\approx %[2]s $$", "$$ \\sqrt{\\frac{%[1]s}{4}} \\approx %[2]s $$", num(tidy(total(away))), dec(sd, 3)),
	}
}

// measured is an accuracy that was measured on some samples.
type measured struct {
	Accuracy float64
	Samples  int
}

func howSure() exercises.Exercise {
	draw := func(r *rand.Rand) measured {
		return measured{among(r, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95), int(among(r, 20, 25, 40, 50, 80, 200))}
	}
	return exercises.Template("10/how-sure", lang.T("얼마나 믿을까", "How sure is it"), measured{0.85, 20}, draw, buildHowSure,
		slices.Concat(
			exercises.Accepts("sd", "0.080", "0.08", "0.0798"),
			exercises.Catches("sd", "variance", "0.006", "0.0064"),
			exercises.Catches("sd", "one-sample", "0.357"),
			exercises.Catches("sd", "no-rest", "0.206"),
			exercises.Refuses("sd", "많이"),
			exercises.Accepts("times", "4"),
			exercises.Catches("times", "twice", "2"),
			exercises.Refuses("times", ""),
		)...)
}

func buildHowSure(m measured) exercises.Variant {
	p, n := m.Accuracy, float64(m.Samples)
	sd := math.Sqrt(p * (1 - p) / n)
	of := func(f func(v float64) float64) exercises.Want {
		return inOneStep(3, func(x []float64) float64 { return f(x[0] * (1 - x[0]) / x[1]) }, p, n)
	}
	plain := func(f func(x []float64) float64) exercises.Want { return inOneStep(3, f, p, n) }
	return exercises.Variant{
		Statement: spoken("테스트 데이터 %[2]d개에서 정확도가 %[1]s[이에요/예요]. 이만큼 맞히는 신경망을 같은 크기의 다른 테스트 데이터로 재면 정확도의 표준편차는 $\\sqrt{p(1 - p)/n}$이에요. 소수 셋째 자리까지 구하세요. 그리고 이것을 절반으로 줄이려면 테스트 데이터가 몇 배 있어야 하나요?",
			"On %[2]d test samples the accuracy is %[1]s. Measured on other test sets of that size, the accuracy of such a network has the standard deviation $\\sqrt{p(1 - p)/n}$. Find it, to three decimals. And how many times as many test samples would halve it?", num(p), m.Samples),
		Parts: []exercises.Part{
			exercises.Number("sd", lang.T("표준편차", "standard deviation"), lang.T("$p(1 - p)$를 샘플의 수로 나누고 제곱근을 씌워요.", "Divide $p(1 - p)$ by the number of samples and take the root."),
				rightTelling(of(math.Sqrt), spoken("%[1]s 안팎으로 흔들려요. 이보다 작은 차이로 신경망의 순위를 매길 수 없어요.", "It varies by about %[1]s. Networks that are closer than that cannot be told apart.", dec(sd, 3))),
				exercises.Mistaken("variance", of(func(v float64) float64 { return v }), lang.T("분산이에요. 제곱근을 씌워요.", "That is the variance. Take its root.")),
				exercises.Mistaken("one-sample", plain(func(x []float64) float64 { return math.Sqrt(x[0] * (1 - x[0])) }), lang.T("샘플 하나의 표준편차예요. 샘플의 수로 나눠요.", "That is for a single sample. Divide by the number of samples.")),
				exercises.Mistaken("no-rest", plain(func(x []float64) float64 { return math.Sqrt(x[0] / x[1]) }), lang.T("$1 - p$를 곱하지 않으셨어요.", "The factor $1 - p$ is missing."))),
			exercises.Number("times", lang.T("몇 배", "times as many"), lang.T("$n$은 제곱근 안에 있어요.", "$n$ stands below the root."),
				exercises.Right(exercises.Exactly(4), lang.T("정밀도를 한 자리 올리려면 100배가 필요해요.", "One more digit would take a hundred times as many.")),
				exercises.Mistaken("twice", exercises.Exactly(2), lang.T("두 배면 $\\sqrt{2}$배만 줄어요. $n$은 제곱근 안에 있어요.", "Twice as many divide it by $\\sqrt{2}$ only: $n$ stands below the root."))),
		},
		Hints: []lang.Text{
			spoken("$p(1 - p) = %[1]s$[이에요/예요].", "$p(1 - p) = %[1]s$.", num(tidy(p*(1-p)))),
			lang.T("$n$을 4배로 하면 제곱근 안이 4분의 1이 돼요.", "Four times the $n$ leaves a quarter below the root."),
		},
		Solution: lang.Same(fmt.Sprintf("$$ \\sqrt{\\frac{%s \\cdot %s}{%d}} \\approx %s $$", num(p), num(tidy(1-p)), m.Samples, dec(sd, 3))),
	}
}
