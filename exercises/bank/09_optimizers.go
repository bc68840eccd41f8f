package bank

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
)

// lecture09 returns the exercises on mini-batches and optimizers.
func lecture09() []exercises.Exercise {
	return []exercises.Exercise{
		batchMean(), batchNoise(), momentumSteps(), topSpeed(), adagradSteps(), rmspropSteps(), adamSteps(),
		matchSteps(), bestRate(), settleHundred(), settleSixty(),
	}
}

// batchStep is a step of SGD with a mini-batch: the gradients of its samples.
type batchStep struct {
	Grads   []float64
	W, Rate float64
}

func batchMean() exercises.Exercise {
	draw := func(r *rand.Rand) batchStep {
		p := batchStep{W: among(r, 1, 2, 3, -1, -2), Rate: among(r, 0.1, 0.2, 0.5)}
		for range 4 + r.IntN(2) {
			p.Grads = append(p.Grads, float64(r.IntN(13)-3)/5)
		}
		return p
	}
	return exercises.Template("09/batch-mean", lang.T("미니배치로 한 걸음", "A step with a mini-batch"), batchStep{[]float64{1.2, 0.4, 0.8, 0.6}, 2, 0.2}, draw, buildBatchMean,
		slices.Concat(
			exercises.Accepts("g", "0.75"),
			exercises.Catches("g", "sum", "3", "3.0"),
			exercises.Refuses("g", ""),
			exercises.Accepts("w", "1.85"),
			exercises.Catches("w", "uphill", "2.15"),
			exercises.Catches("w", "no-rate", "1.25"),
			exercises.Refuses("w", "?"),
		)...)
}

func buildBatchMean(p batchStep) exercises.Variant {
	sum, n := total(p.Grads), float64(len(p.Grads))
	g := tidy(sum / n)
	no := exercises.Mistaken
	return exercises.Variant{
		Statement: spoken("미니배치에 샘플이 %[1]d개 있고, 저마다 구한 가중치 $w$의 기울기 $\\frac{\\partial E_n}{\\partial w}$이 %[2]s[이에요/예요]. 배치의 기울기 $\\frac{\\partial E_t}{\\partial w}$와, $w = %[3]s$에서 학습률 %[4]s로 한 걸음 간 뒤의 $w$를 구하세요.",
			"A mini-batch has %[1]d samples, whose gradients $\\frac{\\partial E_n}{\\partial w}$ are %[2]s. Find the gradient of the batch, $\\frac{\\partial E_t}{\\partial w}$, and $w$ after a step from $w = %[3]s$ with a rate of %[4]s.",
			len(p.Grads), list(p.Grads, num), num(p.W), num(p.Rate)),
		Parts: []exercises.Part{
			exercises.Number("g", lang.T("배치의 기울기", "gradient of the batch"), lang.T("샘플의 기울기를 평균해요.", "Take the mean of the samples' gradients."), distinct(
				exercises.Right(exercises.Exactly(g), lang.T("평균이라서 배치 크기를 바꾸어도 걸음의 크기가 비슷해요.", "As it is a mean, steps stay about as long with another batch size.")),
				no("sum", exercises.Exactly(tidy(sum)), lang.Sprintf("더하기만 한 값이에요. 샘플의 수 %[1]d로 나눠요.", "That is the sum. Divide by the number of samples, %[1]d.", len(p.Grads))))...),
			exercises.Number("w", lang.T("새 가중치", "the new weight"), lang.T("$w - \\varepsilon \\frac{\\partial E_t}{\\partial w}$이에요.", "It is $w - \\varepsilon \\frac{\\partial E_t}{\\partial w}$."), distinct(
				exercises.Right(exercises.Exactly(tidy(p.W-p.Rate*g)), lang.T("샘플마다 한 걸음이 아니라 배치 하나에 한 걸음이에요.", "It is one step for the batch, not one for each sample.")),
				no("uphill", exercises.Exactly(tidy(p.W+p.Rate*g)), lang.T("더하셨어요. 기울기를 빼야 내려가요.", "That adds. Subtract the gradient to go down.")),
				no("no-rate", exercises.Exactly(tidy(p.W-g)), lang.T("학습률을 곱하지 않았어요.", "The learning rate is missing.")),
				follow("g", func(g []float64) exercises.Calc { return exercises.From(tidy(p.W - p.Rate*g[0])) }))...),
		},
		Hints: []lang.Text{
			spoken("기울기를 모두 더하면 %[1]s[이에요/예요].", "The gradients add up to %[1]s.", num(sum)),
			lang.T("$w \\leftarrow w - \\varepsilon \\frac{\\partial E_t}{\\partial w}$", "$w \\leftarrow w - \\varepsilon \\frac{\\partial E_t}{\\partial w}$"),
		},
		Solution: lang.Same(fmt.Sprintf("$$ \\frac{%s}{%d} = %s, \\quad %s - %s \\cdot %s = %s $$", num(sum), len(p.Grads), num(g), num(p.W), num(p.Rate), neg(g), num(tidy(p.W-p.Rate*g)))),
	}
}

// noise is how far a batch of B is off, and how many times as large one is asked for.
type noise struct {
	B, Times int
	Off      float64
}

func batchNoise() exercises.Exercise {
	draw := func(r *rand.Rand) noise {
		return noise{int(among(r, 1, 2, 4, 8)), int(among(r, 4, 9, 16, 25)), among(r, 0.6, 1.2, 1.8, 2.4, 3)}
	}
	return exercises.Template("09/noise", lang.T("배치 크기와 흔들림", "Batch size and noise"), noise{4, 9, 1.2}, draw, buildNoise,
		slices.Concat(
			exercises.Accepts("off", "0.4"),
			exercises.Catches("off", "linear", "0.133"),
			exercises.Catches("off", "grows", "3.6"),
			exercises.Catches("off", "same", "1.2"),
			exercises.Refuses("off", ""),
			exercises.Accepts("work", "9"),
			exercises.Catches("work", "root", "3"),
			exercises.Refuses("work", "많이"),
		)...)
}

func buildNoise(p noise) exercises.Variant {
	root := math.Sqrt(float64(p.Times))
	no := exercises.Mistaken
	return exercises.Variant{
		Statement: lang.Sprintf("배치 크기 %[1]d에서 기울기가 전체 기울기에서 평균해서 %[2]s만큼 벗어나요. 배치 크기를 %[3]d로 키우면 평균해서 얼마나 벗어나고, 한 걸음의 계산은 몇 배가 되나요?",
			"With batches of %[1]d, gradients are off the whole one by %[2]s on average. By how much are they off with batches of %[3]d, and how many times the work is a step then?", p.B, num(p.Off), p.B*p.Times),
		Parts: []exercises.Part{
			exercises.Number("off", lang.T("벗어난 정도", "off by"), lang.T("오차는 $1/\\sqrt{N_t}$에 비례해요.", "The error goes with $1/\\sqrt{N_t}$."),
				exercises.Right(inOneStep(3, func(x []float64) float64 { return x[0] / x[1] }, p.Off, root), lang.Sprintf("%[1]d배의 계산으로 오차는 $1/%[2]s$이 되었어요.", "%[1]d times the work makes the error $1/%[2]s$ of what it was.", p.Times, num(root))),
				no("linear", inOneStep(3, func(x []float64) float64 { return x[0] / x[1] }, p.Off, float64(p.Times)), lang.T("배치 크기에 반비례한다고 보셨어요. 그 제곱근에 반비례해요.", "That takes it to fall with the batch size. It falls with the root of it.")),
				no("grows", inOneStep(3, func(x []float64) float64 { return x[0] * x[1] }, p.Off, root), lang.T("커졌어요. 많이 평균할수록 오차는 작아져요.", "That grows. The more is averaged, the smaller the error.")),
				no("same", exercises.To(3, exercises.From(p.Off)), lang.T("그대로예요. 평균하면 서로 어긋난 것이 지워져요.", "That is as before. Averaging cancels what points different ways."))),
			exercises.Number("work", lang.T("계산의 배수", "times the work"), lang.T("기울기는 샘플마다 한 번씩 구해요.", "A gradient is worked out once a sample."),
				exercises.Right(exercises.Exactly(p.Times), lang.T("오차가 주는 것보다 계산이 훨씬 빨리 늘어요.", "The work grows much faster than the error falls.")),
				no("root", exercises.Exactly(root), lang.T("그것은 오차가 줄어드는 배수예요. 계산은 샘플의 수만큼 늘어요.", "That is how the error falls. The work grows with the samples."))),
		},
		Hints: []lang.Text{
			lang.Sprintf("배치가 %[1]d배가 되었어요.", "The batch is %[1]d times as large.", p.Times),
			lang.Sprintf("$\\sqrt{%[1]d} = %[2]s$", "$\\sqrt{%[1]d} = %[2]s$", p.Times, num(root)),
		},
		Solution: lang.Sprintf("$$ \\frac{%[1]s}{\\sqrt{%[2]d}} = %[3]s $$\n\n계산은 %[2]d배예요.", "$$ \\frac{%[1]s}{\\sqrt{%[2]d}} = %[3]s $$\n\nThe work is %[2]d times as much.", num(p.Off), p.Times, concise(p.Off/root, 3)),
	}
}

// rolling is momentum under a gradient that stays the same.
type rolling struct{ G, Rate, Beta float64 }

func topSpeed() exercises.Exercise {
	draw := func(r *rand.Rand) rolling {
		return rolling{among(r, 2, 3, 4, 5), among(r, 0.01, 0.02, 0.1), among(r, 0.5, 0.75, 0.8, 0.95)}
	}
	return exercises.Template("09/top-speed", lang.T("모멘텀의 끝 속도", "The top speed of momentum"), rolling{3, 0.01, 0.9}, draw, buildTopSpeed,
		slices.Concat(
			exercises.Accepts("step", "0.3", "0.300"),
			exercises.Catches("step", "plain", "0.03"),
			exercises.Catches("step", "average", "0.003"),
			exercises.Catches("step", "by-beta", "0.0333"),
			exercises.Refuses("step", ""),
		)...)
}

func buildTopSpeed(p rolling) exercises.Variant {
	speed := tidy(p.Rate * p.G / (1 - p.Beta))
	no := exercises.Mistaken
	return exercises.Variant{
		Statement: lang.Sprintf("기울기가 어디서나 %[1]s인 긴 비탈을 모멘텀으로 내려가요($\\varepsilon = %[2]s$, $\\beta = %[3]s$). 충분히 오래 가면 걸음의 길이는 얼마가 되나요?",
			"Momentum goes down a long slope whose gradient is %[1]s everywhere, with $\\varepsilon = %[2]s$ and $\\beta = %[3]s$. How long are its steps in the end?", num(p.G), num(p.Rate), num(p.Beta)),
		Parts: []exercises.Part{exercises.Number("step", lang.T("걸음의 길이", "length of a step"), lang.T("걸음이 더 길어지지 않으면 $v = \\beta v + \\varepsilon g$예요.", "When steps grow no longer, $v = \\beta v + \\varepsilon g$."), distinct(
			exercises.Right(exercises.Exactly(speed), lang.Sprintf("경사 하강법의 $1/(1 - \\beta) = %[1]s$배예요.", "That is $1/(1 - \\beta) = %[1]s$ times the step of gradient descent.", num(tidy(1/(1-p.Beta))))),
			no("plain", exercises.Exactly(tidy(p.Rate*p.G)), lang.T("첫 걸음의 길이예요. 그 뒤로는 앞의 속도가 더해져요.", "That is the first step. Later ones have the velocity of before added.")),
			no("average", exercises.Exactly(tidy(p.Rate*p.G*(1-p.Beta))), lang.T("$1 - \\beta$를 곱하셨어요. 그것으로 나눠요.", "That multiplies by $1 - \\beta$. Divide by it.")),
			no("by-beta", exercises.To(4, exercises.From(p.Rate*p.G/p.Beta)), lang.T("$\\beta$로 나누셨어요. $v - \\beta v = \\varepsilon g$를 풀어 보세요.", "That divides by $\\beta$. Solve $v - \\beta v = \\varepsilon g$.")))...)},
		Hints: []lang.Text{
			lang.T("걸음은 $\\varepsilon g (1 + \\beta + \\beta^2 + \\dots)$에 다가가요.", "Steps approach $\\varepsilon g (1 + \\beta + \\beta^2 + \\dots)$."),
			lang.T("$v = \\beta v + \\varepsilon g$를 $v$에 대해 풀어요.", "Solve $v = \\beta v + \\varepsilon g$ for $v$."),
		},
		Solution: lang.Same(fmt.Sprintf("$$ \\frac{\\varepsilon g}{1 - \\beta} = \\frac{%s}{%s} = %s $$", num(tidy(p.Rate*p.G)), num(tidy(1-p.Beta)), num(speed))),
	}
}
