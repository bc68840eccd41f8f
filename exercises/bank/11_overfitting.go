package bank

import (
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// lecture11 returns the exercises on preventing overfitting.
func lecture11() []exercises.Exercise {
	return []exercises.Exercise{
		patience(), decayedLoss(), decayStep(), liveUnits(), initDeviation(), maxNorm(), layerFactor(), diagnosis(), boundChallenge(),
	}
}

// watched is validation losses epoch by epoch, from the first on, and a patience.
type watched struct {
	Losses   []float64
	Patience int
}

// ends returns the epoch after which it stops and the one that is kept, counted
// from 1.
func (w watched) ends() (stop, keep int) {
	best, at := nn.EarlyStopping{Patience: w.Patience}.Watch(w.Losses)
	return at + 1, best + 1
}

func patience() exercises.Exercise {
	handout := watched{[]float64{0.90, 0.71, 0.60, 0.55, 0.53, 0.54, 0.52, 0.53, 0.55, 0.54, 0.58}, 2}
	draw := func(r *rand.Rand) watched {
		for {
			w := watched{Patience: 2 + r.IntN(2)}
			for v := 80 + r.IntN(15); len(w.Losses) < 11; v -= 12 - 3*len(w.Losses) + r.IntN(7) {
				w.Losses = append(w.Losses, float64(v)/100)
			}
			stop, keep := w.ends()
			if stop > keep && stop < len(w.Losses) && keep > 3 && stop-w.Patience > 2 && slices.Min(w.Losses) > 0.1 && w.strict() {
				return w
			}
		}
	}
	return exercises.Template("11/patience", lang.T("조기 종료", "Early stopping"), handout, draw, buildPatience,
		slices.Concat(
			exercises.Accepts("stop", "9"),
			exercises.Catches("stop", "best", "7"),
			exercises.Catches("stop", "first-rise", "6"),
			exercises.Refuses("stop", "나중"),
			exercises.Accepts("keep", "7"),
			exercises.Catches("keep", "stopped", "9"),
			exercises.Refuses("keep", ""),
		)...)
}

// strict reports whether no two losses are the same, so that nothing is a tie.
func (w watched) strict() bool {
	sorted := slices.Sorted(slices.Values(w.Losses))
	return len(slices.Compact(sorted)) == len(w.Losses)
}

// firstRise is the first epoch whose loss is higher than the one before.
func (w watched) firstRise() int {
	for i := 1; i < len(w.Losses); i++ {
		if w.Losses[i] > w.Losses[i-1] {
			return i + 1
		}
	}
	return 0
}

func buildPatience(w watched) exercises.Variant {
	stop, keep := w.ends()
	rules := []exercises.Rule{
		exercises.Right(exercises.Exactly(stop), spoken("%[1]d에폭보다 나은 것이 없는 채로 %[2]d에폭이 지났어요.", "%[2]d epochs went by without one better than epoch %[1]d.", keep, w.Patience)),
		exercises.Mistaken("best", exercises.Exactly(keep), lang.T("가장 낮은 에폭이에요. 그것이 가장 낮은지는 인내만큼 더 지나야 알아요.", "That is the lowest one. Whether it was shows only when the patience has run out.")),
	}
	if rise := w.firstRise(); rise != stop && rise != keep {
		rules = append(rules, exercises.Mistaken("first-rise", exercises.Exactly(rise), lang.T("처음 오른 에폭이에요. 인내가 남아 있으면 더 기다려요.", "That is the first rise. It goes on while there is patience left.")))
	}
	return exercises.Variant{
		Statement: spoken("1에폭부터 검증 손실이 %[1]s[이에요/예요]. 인내가 %[2]d에폭이면 몇 에폭이 끝난 뒤에 멈추고, 몇 에폭의 가중치를 남기나요?",
			"From epoch 1 on the validation losses are %[1]s. With a patience of %[2]d epochs, after which epoch does it stop, and the weights of which one are kept?", list(w.Losses, func(v float64) string { return dec(v, 2) }), w.Patience),
		Parts: []exercises.Part{
			exercises.Number("stop", lang.T("멈추는 에폭", "stops after epoch"), lang.T("가장 낮은 값이 새로 나올 때마다 다시 세기 시작해요.", "Begin to count anew whenever there is a new lowest value."), rules...),
			exercises.Number("keep", lang.T("남기는 에폭", "keeps epoch"), lang.T("멈출 때까지 본 것 가운데 가장 낮은 에폭이에요.", "It is the lowest of those seen by then."),
				exercises.Right(exercises.Exactly(keep), lang.T("그래서 기다린 만큼 더 배운 것은 버려요.", "What was learned while waiting is thrown away.")),
				exercises.Mistaken("stopped", exercises.Exactly(stop), lang.T("멈춘 에폭이에요. 조기 종료는 가장 좋던 가중치를 남겨요.", "That is where it stopped. Early stopping keeps the best weights."))),
		},
		Hints: []lang.Text{
			lang.T("손실을 차례로 읽으며, 지금까지 가장 낮은 에폭을 적어 두세요.", "Read the losses in order, and note the lowest one so far."),
			spoken("가장 낮은 것은 %[1]d에폭이에요.", "The lowest one is epoch %[1]d.", keep),
		},
		Solution: spoken("%[1]d에폭이 가장 낮고, 그 뒤 %[2]d에폭 동안 더 낮은 것이 없어 %[3]d에폭 뒤에 멈춰요. 남기는 것은 %[1]d에폭이에요.",
			"Epoch %[1]d is the lowest, and none of the next %[2]d is lower, so it stops after epoch %[3]d. Epoch %[1]d is kept.", keep, w.Patience, stop),
	}
}

// decaying is a loss with weight decay.
type decaying struct {
	Loss    float64
	Weights []float64
	Lambda  float64
}

func decayedLoss() exercises.Exercise {
	draw := func(r *rand.Rand) decaying {
		return decaying{float64(2+r.IntN(7)) / 10, []float64{float64(1+r.IntN(3)) / 2, -float64(1 + r.IntN(2)), float64(2 + r.IntN(2))}, among(r, 0.01, 0.02, 0.1)}
	}
	return exercises.Template("11/decay", lang.T("벌금을 더한 손실", "The loss with its fine"), decaying{0.3, []float64{0.5, -1, 2}, 0.01}, draw, buildDecay,
		slices.Concat(
			exercises.Accepts("loss", "0.32625", "0.326"),
			exercises.Catches("loss", "no-half", "0.3525"),
			exercises.Catches("loss", "sizes", "0.335"),
			exercises.Catches("loss", "root", "0.3115"),
			exercises.Refuses("loss", "조금"),
		)...)
}

func buildDecay(d decaying) exercises.Variant {
	squares := total(apply(func(w float64) float64 { return w * w }, d.Weights))
	sizes := total(apply(math.Abs, d.Weights))
	with := func(f func(s float64) float64) exercises.Want {
		return inOneStep(3, func(x []float64) float64 { return d.Loss + f(x[0]) }, squares)
	}
	return exercises.Variant{
		Statement: spoken("손실 $E$가 %[1]s, 가중치 $w$가 %[2]s, $\\lambda$가 %[3]s[이에요/예요]. 가중치 감소를 더한 $E + \\frac{\\lambda}{2}\\|w\\|^2$을 소수 셋째 자리까지 구하세요.",
			"The loss $E$ is %[1]s, the weights $w$ are %[2]s and $\\lambda$ is %[3]s. Find the loss with weight decay, $E + \\frac{\\lambda}{2}\\|w\\|^2$, to three decimals.", num(d.Loss), row(d.Weights), num(d.Lambda)),
		Parts: []exercises.Part{exercises.Number("loss", lang.T("벌금을 더한 손실", "loss with the fine"), lang.T("가중치를 제곱해 더하고 $\\lambda/2$를 곱해요.", "Add the squares of the weights and multiply by $\\lambda/2$."),
			rightTelling(with(func(s float64) float64 { return d.Lambda / 2 * s }), lang.T("벌금은 큰 가중치 하나에 가장 무겁게 매겨져요.", "A single large weight pays the most.")),
			exercises.Mistaken("no-half", with(func(s float64) float64 { return d.Lambda * s }), lang.T("절반을 빠뜨리셨어요. $\\lambda$를 2로 나눠요.", "The half is missing: divide $\\lambda$ by 2.")),
			exercises.Mistaken("sizes", inOneStep(3, func(x []float64) float64 { return d.Loss + d.Lambda*x[0] }, sizes), lang.T("절댓값을 더하셨어요. 그것은 L1이에요. 여기서는 제곱해요.", "That adds absolute values, which is L1. Here they are squared.")),
			exercises.Mistaken("root", with(func(s float64) float64 { return d.Lambda / 2 * math.Sqrt(s) }), lang.T("제곱근을 씌우셨어요. $\\|w\\|^2$은 제곱의 합 그대로예요.", "That takes a root. $\\|w\\|^2$ is the sum of the squares itself.")))},
		Hints: []lang.Text{
			spoken("제곱의 합은 %[1]s[이에요/예요].", "The squares add up to %[1]s.", num(tidy(squares))),
			spoken("벌금은 $%[1]s / 2 \\cdot %[2]s$[이에요/예요].", "The fine is $%[1]s / 2 \\cdot %[2]s$.", num(d.Lambda), num(tidy(squares))),
		},
		Solution: lang.Sprintf("$$ %[1]s + \\frac{%[2]s}{2} \\cdot %[3]s = %[4]s $$", "$$ %[1]s + \\frac{%[2]s}{2} \\cdot %[3]s = %[4]s $$", num(d.Loss), num(d.Lambda), num(tidy(squares)), num(tidy(d.Loss+d.Lambda/2*squares))),
	}
}

// pulled is a step of descent with weight decay.
type pulled struct{ W, G, Rate, Lambda float64 }

func decayStep() exercises.Exercise {
	draw := func(r *rand.Rand) pulled {
		return pulled{float64(2 + r.IntN(4)), float64(2+r.IntN(6)) / 10, among(r, 0.1, 0.2), among(r, 0.01, 0.02, 0.05)}
	}
	return exercises.Template("11/decay-step", lang.T("끌려가는 한 걸음", "A step that is pulled back"), pulled{2, 0.3, 0.1, 0.01}, draw, buildDecayStep,
		slices.Concat(
			exercises.Accepts("w", "1.968"),
			exercises.Catches("w", "none", "1.97"),
			exercises.Catches("w", "no-rate", "1.95"),
			exercises.Catches("w", "sign", "1.972"),
			exercises.Catches("w", "half", "1.969"),
			exercises.Refuses("w", "줄어요"),
		)...)
}

func buildDecayStep(p pulled) exercises.Variant {
	plain := p.W - p.Rate*p.G
	to := func(v float64) exercises.Want { return exercises.Exactly(tidy(v)) }
	return exercises.Variant{
		Statement: spoken("가중치 $w$는 %[1]s, 손실의 기울기 $\\partial E/\\partial w$는 %[2]s, 학습률 $\\varepsilon$은 %[3]s, $\\lambda$는 %[4]s[이에요/예요]. 가중치 감소를 더한 손실로 경사 하강법을 한 걸음 하면 $w$는 얼마가 되나요? 반올림하지 말고 적으세요.",
			"A weight $w$ is %[1]s, its gradient $\\partial E/\\partial w$ is %[2]s, the learning rate $\\varepsilon$ is %[3]s and $\\lambda$ is %[4]s. What is $w$ after one step of gradient descent on the loss with weight decay? Do not round.", num(p.W), num(p.G), num(p.Rate), num(p.Lambda)),
		Parts: []exercises.Part{exercises.Number("w", lang.T("한 걸음 뒤의 w", "w after the step"), lang.T("벌금 $\\frac{\\lambda}{2}w^2$의 기울기 $\\lambda w$를 더한 다음 학습률을 곱해요.", "Add $\\lambda w$, the slope of the fine $\\frac{\\lambda}{2}w^2$, then multiply by the rate."),
			exercises.Right(to(plain-p.Rate*p.Lambda*p.W), spoken("벌금이 없으면 %[1]s[이에요/예요]. 걸음마다 $1 - \\varepsilon\\lambda$배로 줄어드는 셈이에요.", "Without the fine it is %[1]s. At every step the weight also shrinks to $1 - \\varepsilon\\lambda$ of itself.", num(tidy(plain)))),
			exercises.Mistaken("none", to(plain), lang.T("벌금을 빠뜨리셨어요. 기울기에 $\\lambda w$를 더해요.", "The fine is missing: add $\\lambda w$ to the gradient.")),
			exercises.Mistaken("no-rate", to(plain-p.Lambda*p.W), lang.T("$\\lambda w$에 학습률을 곱하지 않으셨어요.", "$\\lambda w$ has not been multiplied by the rate.")),
			exercises.Mistaken("sign", to(plain+p.Rate*p.Lambda*p.W), lang.T("벌금의 부호가 반대예요. 가중치는 0 쪽으로 끌려가요.", "The fine has the wrong sign. It pulls towards 0.")),
			exercises.Mistaken("half", to(plain-p.Rate*p.Lambda/2*p.W), lang.T("절반이 남아 있어요. $\\frac{1}{2}w^2$을 미분하면 $w$예요.", "The half has stayed. The derivative of $\\frac{1}{2}w^2$ is $w$.")))},
		Hints: []lang.Text{
			spoken("벌금의 기울기는 $\\lambda w = %[1]s$[이에요/예요].", "The fine has the slope $\\lambda w = %[1]s$.", num(tidy(p.Lambda*p.W))),
			spoken("기울기는 모두 %[1]s[이에요/예요].", "The gradient is %[1]s in all.", num(tidy(p.G+p.Lambda*p.W))),
		},
		Solution: lang.Sprintf("$$ %[1]s - %[2]s (%[3]s + %[4]s \\cdot %[1]s) = %[5]s $$", "$$ %[1]s - %[2]s (%[3]s + %[4]s \\cdot %[1]s) = %[5]s $$",
			num(p.W), num(p.Rate), num(p.G), num(p.Lambda), num(tidy(plain-p.Rate*p.Lambda*p.W))),
	}
}

// dropping is a layer with dropout.
type dropping struct {
	Units, Percent int
	Value          float64
}

func liveUnits() exercises.Exercise {
	draw := func(r *rand.Rand) dropping {
		return dropping{20 * (4 + r.IntN(12)), int(among(r, 20, 30, 40, 60)), float64(2+r.IntN(7)) / 10}
	}
	return exercises.Template("11/live", lang.T("남는 유닛", "The units that stay"), dropping{200, 40, 0.6}, draw, buildLive,
		slices.Concat(
			exercises.Accepts("live", "120"),
			exercises.Catches("live", "dropped", "80"),
			exercises.Refuses("live", "많이"),
			exercises.Accepts("value", "1.0", "1"),
			exercises.Catches("value", "times-keep", "0.36"),
			exercises.Catches("value", "as-it-is", "0.6"),
			exercises.Catches("value", "by-p", "1.5"),
			exercises.Refuses("value", "커져요"),
		)...)
}

func buildLive(d dropping) exercises.Variant {
	p := float64(d.Percent) / 100
	live := d.Units * (100 - d.Percent) / 100
	of := func(f func(v float64) float64) exercises.Want {
		return inOneStep(2, func(x []float64) float64 { return f(x[0]) }, d.Value)
	}
	return exercises.Variant{
		Statement: spoken("은닉 유닛 %[1]d개에 $p = %[2]s$인 드롭아웃을 써요. $p$는 빼는 확률이에요. 훈련하는 한 걸음에 남는 유닛은 평균 몇 개이고, 값이 %[3]s인 유닛이 남았다면 다음 층으로 얼마가 되어 가나요? 소수 둘째 자리까지 적으세요.",
			"Dropout with $p = %[2]s$, the probability to drop, is used on %[1]d hidden units. On average, how many stay in a step of training? And with what value does a unit of value %[3]s that stays go to the next layer? Give two decimals.", d.Units, num(p), num(d.Value)),
		Parts: []exercises.Part{
			exercises.Number("live", lang.T("남는 유닛", "units that stay"), lang.T("남는 확률은 $1 - p$예요.", "The probability to stay is $1 - p$."),
				exercises.Right(exercises.Exactly(live), lang.T("걸음마다 다른 유닛이 남아요.", "At every step others stay.")),
				exercises.Mistaken("dropped", exercises.Exactly(d.Units-live), lang.T("빠지는 유닛이에요. 남는 것을 물었어요.", "Those are dropped. How many stay?"))),
			exercises.Number("value", lang.T("다음 층으로 가는 값", "value for the next layer"), lang.T("평균을 지키려고 남은 값을 $1/(1 - p)$배로 키워요.", "To keep the mean, what stays is scaled by $1/(1 - p)$."),
				rightTelling(of(func(v float64) float64 { return v / (1 - p) }), lang.T("그래서 평가할 때는 아무것도 바꾸지 않아도 돼요.", "So nothing has to be changed in evaluation.")),
				exercises.Mistaken("times-keep", of(func(v float64) float64 { return v * (1 - p) }), lang.T("$1 - p$를 곱하셨어요. 훈련할 때는 나눠요.", "That multiplies by $1 - p$. In training it divides.")),
				exercises.Mistaken("as-it-is", exercises.Exactly(d.Value), lang.T("키우지 않으셨어요. 그대로 두면 평가할 때 신호가 더 커져요.", "It has not been scaled. Then the signal would be larger in evaluation.")),
				exercises.Mistaken("by-p", of(func(v float64) float64 { return v / p }), lang.T("$p$로 나누셨어요. 남는 확률 $1 - p$로 나눠요.", "That divides by $p$. Divide by the probability to stay, $1 - p$."))),
		},
		Hints: []lang.Text{
			spoken("남는 확률은 %[1]s[이에요/예요].", "The probability to stay is %[1]s.", num(tidy(1-p))),
			spoken("$%[1]s / %[2]s$[을/를] 구해 보세요.", "Work out $%[1]s / %[2]s$.", num(d.Value), num(tidy(1-p))),
		},
		Solution: lang.Sprintf("$$ %[1]d \\cdot %[2]s = %[3]d, \\quad \\frac{%[4]s}{%[2]s} \\approx %[5]s $$", "$$ %[1]d \\cdot %[2]s = %[3]d, \\quad \\frac{%[4]s}{%[2]s} \\approx %[5]s $$",
			d.Units, num(tidy(1-p)), live, num(d.Value), dec(d.Value/(1-p), 2)),
	}
}
