package bank

import (
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// heated is two scores at a temperature.
type heated struct {
	Scores []float64
	T      float64
}

func temperature() exercises.Exercise {
	draw := func(r *rand.Rand) heated {
		low := among(r, -1, 0, 0.5, 1, 1.5)
		return heated{[]float64{low + among(r, 1, 1.5, 2, 2.5), low}, among(r, 0.5, 2, 4)}
	}
	return exercises.Template("06/temperature", lang.T("온도를 바꾸면", "At another temperature"), heated{[]float64{2, 1}, 0.5}, draw, buildTemperature,
		slices.Concat(
			exercises.Accepts("y", "0.881", "0.8808"),
			exercises.Catches("y", "multiplied", "0.622"),
			exercises.Catches("y", "unheated", "0.731"),
			exercises.Catches("y", "other-class", "0.119"),
			exercises.Catches("y", "ratio", "0.667"),
			exercises.Refuses("y", "뜨거워요"),
		)...)
}

func buildTemperature(p heated) exercises.Variant {
	at := func(by float64, class int) exercises.Want {
		return exercises.To(3, exercises.From(scaled(p.Scores, by)...).Then(lang.T("지수함수의 값", "the exponentials"), func(x []float64) []float64 { return apply(math.Exp, x) }).
			Value(lang.Text{}, func(x []float64) float64 { return x[class] / (x[0] + x[1]) }))
	}
	divided := scaled(p.Scores, 1/p.T)
	y := nn.Sigmoid.At(divided[0] - divided[1])
	rules := []exercises.Rule{
		rightTelling(at(1/p.T, 0), lang.T("온도가 낮을수록 큰 점수에 몰리고, 높을수록 고르게 퍼져요.", "The lower the temperature, the more goes to the larger score; the higher, the more even it is.")),
		exercises.Mistaken("multiplied", at(p.T, 0), lang.T("점수에 온도를 곱하셨어요. 온도로 나눠요.", "The scores were multiplied by the temperature. Divide by it.")),
		exercises.Mistaken("unheated", at(1, 0), lang.T("온도가 1일 때의 값이에요. 점수를 먼저 온도로 나눠요.", "That is for the temperature 1. Divide the scores by the temperature first.")),
		exercises.Mistaken("other-class", at(1/p.T, 1), lang.T("다른 클래스의 확률이에요.", "That is the probability of the other class.")),
	}
	if sum := total(p.Scores); sum != 0 {
		rules = append(rules, exercises.Mistaken("ratio", inOneStep(3, func(x []float64) float64 { return x[0] / (x[0] + x[1]) }, p.Scores...),
			lang.T("점수의 비율이에요. 지수함수를 거쳐야 해요.", "That is the ratio of the scores. They go through the exponential.")))
	}
	return exercises.Variant{
		Situation: scoresSituation(p.Scores, set("temp", p.T)),
		Statement: spoken("점수가 $a = %[1]s$이고 온도가 $T = %[2]s$일 때 소프트맥스는 $a / T$의 소프트맥스예요. 첫 클래스의 확률을 소수 셋째 자리까지 구하세요.",
			"With the scores $a = %[1]s$ and the temperature $T = %[2]s$, the outputs are the softmax of $a / T$. Find the probability of the first class, to three decimals.", row(p.Scores), num(p.T)),
		Parts: []exercises.Part{exercises.Number("y", lang.T("첫 클래스의 확률", "probability of the first class"), lang.T("점수를 온도로 나눈 다음 소프트맥스를 구해요.", "Divide the scores by the temperature, then take softmax."), rules...)},
		Hints: []lang.Text{
			spoken("온도로 나눈 점수는 $%[1]s$[이에요/예요].", "Divided by the temperature the scores are $%[1]s$.", row(divided)),
			lang.T("클래스가 둘이면 확률은 두 점수의 차로 정해져요: $\\frac{1}{1 + e^{-(a_1 - a_2)/T}}$", "With two classes the difference decides: $\\frac{1}{1 + e^{-(a_1 - a_2)/T}}$"),
		},
		Solution: lang.Sprintf("$$ \\frac{e^{%[1]s}}{e^{%[1]s} + e^{%[2]s}} \\approx %[3]s $$", "$$ \\frac{e^{%[1]s}}{e^{%[1]s} + e^{%[2]s}} \\approx %[3]s $$", num(divided[0]), num(divided[1]), dec(y, 3)),
	}
}

func batchLoss() exercises.Exercise {
	draw := func(r *rand.Rand) []float64 {
		all := []float64{0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1}
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		return all[:3]
	}
	return exercises.Template("06/batch", lang.T("여러 샘플의 손실", "The loss of several samples"), []float64{0.9, 0.5, 0.1}, draw, buildBatch,
		slices.Concat(
			exercises.Accepts("ce", "1.034", "1.0337"),
			exercises.Catches("ce", "sum", "3.101"),
			exercises.Catches("ce", "log-of-mean", "0.693"),
			exercises.Catches("ce", "log10", "0.449"),
			exercises.Catches("ce", "sign", "-1.034"),
			exercises.Refuses("ce", "커요"),
		)...)
}

func buildBatch(p []float64) exercises.Variant {
	n := float64(len(p))
	mean := func(log func(float64) float64, sign, by float64) exercises.Want {
		return exercises.To(3, exercises.From(p...).Then(lang.T("로그의 값", "the logarithms"), func(x []float64) []float64 { return apply(log, x) }).
			Value(lang.Text{}, func(x []float64) float64 { return sign * total(x) / by }))
	}
	logs := scaled(apply(math.Log, p), -1)
	return exercises.Variant{
		Statement: spoken("샘플 세 개에서 정답 클래스의 확률이 %[1]s[이에요/예요]. 세 샘플의 교차 엔트로피의 평균을 소수 셋째 자리까지 구하세요. 로그는 자연로그예요.",
			"Three samples gave their true classes the probabilities %[1]s. Find the mean cross entropy of the three, to three decimals. The logarithm is the natural one.", list(p, num)),
		Parts: []exercises.Part{exercises.Number("ce", lang.T("평균 손실", "mean loss"), lang.T("샘플마다 $-\\ln$을 구하고 평균을 내요.", "Take $-\\ln$ of each and average."),
			rightTelling(mean(math.Log, -1, n), lang.T("가장 틀린 샘플이 손실을 가장 많이 차지해요.", "The sample that is most wrong makes up most of it.")),
			exercises.Mistaken("sum", mean(math.Log, -1, 1), lang.T("합이에요. 샘플의 수 3으로 나눠요.", "That is the sum. Divide by the 3 samples.")),
			exercises.Mistaken("sign", mean(math.Log, 1, n), lang.T("부호가 빠졌어요. 1보다 작은 수의 로그는 음수라서 앞에 $-$를 붙여요.", "The sign is missing. The logarithm of less than 1 is negative, hence the minus.")),
			exercises.Mistaken("log10", mean(math.Log10, -1, n), lang.T("밑이 10인 로그예요. 자연로그로 구해요.", "That is the logarithm to base 10. Take the natural one.")),
			exercises.Mistaken("log-of-mean", exercises.To(3, exercises.From(p...).Value(lang.T("확률의 평균", "the mean of the probabilities"), func(x []float64) float64 { return total(x) / n }).
				Value(lang.Text{}, func(x []float64) float64 { return -math.Log(x[0]) })),
				lang.T("확률의 평균에 로그를 씌우셨어요. 로그를 먼저 씌우고 평균을 내요.", "That is the logarithm of the mean. Take the logarithms first, then the mean.")))},
		Hints: []lang.Text{
			spoken("샘플마다 손실은 %[1]s[이에요/예요].", "The losses of the samples are %[1]s.", list(logs, func(x float64) string { return dec(x, 4) })),
			lang.T("세 손실을 더해 3으로 나눠요.", "Add the three and divide by 3."),
		},
		Solution: lang.Sprintf("$$ \\frac{%[1]s + %[2]s + %[3]s}{3} \\approx %[4]s $$", "$$ \\frac{%[1]s + %[2]s + %[3]s}{3} \\approx %[4]s $$",
			dec(logs[0], 4), dec(logs[1], 4), dec(logs[2], 4), dec(total(logs)/n, 3)),
	}
}
