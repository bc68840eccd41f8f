package bank

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// quartic is descent on A w² + C w⁴ from W. The farther out, the steeper: from
// which rate on it diverges depends on the start.
type quartic struct{ A, C, W float64 }

func (q quartic) polynomial() polynomial { return polynomial{0, 0, q.A, 0, q.C} }

const (
	rateMargin = 0.02 // by which the rate may miss the edge
	rateSteps  = 500
	rateFar    = 1e6  // from here there is no way back
	rateNear   = 1e-3 // this counts as arrived
)

// descend makes steps until the weight has arrived or is lost, and returns where
// it is then and after how many of them.
func (q quartic) descend(rate float64) (w float64, steps int) {
	at, grad, slope := []float64{q.W}, []float64{0}, q.polynomial().derivative()
	for o := nn.NewSGD(rate); steps < rateSteps && math.Abs(at[0]) > rateNear && math.Abs(at[0]) < rateFar; steps++ {
		grad[0] = slope.exactly(at[0])
		o.Step(at, grad)
	}
	return at[0], steps
}

func (q quartic) diverges(rate float64) bool {
	w, _ := q.descend(rate)
	return !(math.Abs(w) < rateFar)
}

// edge is the rate whose first step leads to the other side, just as far out: below
// it every step leads nearer, above it farther.
func (q quartic) edge() float64 { return 1 / (q.A + 2*q.C*q.W*q.W) }

func divergence() exercises.Exercise {
	draw := func(r *rand.Rand) quartic {
		return quartic{among(r, 0.5, 1, 1.5, 2, 3), among(r, 0.25, 0.5, 1, 2), among(r, 1, 1.5, 2, 3)}
	}
	return exercises.Template("08/rate", lang.T("발산하는 학습률 찾기", "Find the rate that diverges"), quartic{1, 1, 1}, draw, buildDivergence,
		slices.Concat(
			exercises.Accepts("rate", "0.333", "1/3", "0.33"),
			exercises.Catches("rate", "bottom", "1"),
			exercises.Catches("rate", "curvature", "0.143", "1/7"),
			exercises.Catches("rate", "one-step", "0.167"),
			exercises.Catches("rate", "too-small", "0.3"),
			exercises.Catches("rate", "too-large", "0.4"),
			exercises.Catches("rate", "not-positive", "0", "-1"),
			exercises.Refuses("rate", "크게", ""),
		)...)
}

func buildDivergence(q quartic) exercises.Variant {
	edge, no := q.edge(), exercises.Mistaken
	near := func(x float64) exercises.Want { return inOneStep(3, func(x []float64) float64 { return x[0] }, x) }
	rate := func(got answer.Value) float64 { return answer.Entries(got)[0] }
	below := func(got answer.Value) float64 { return rate(got) * (1 - rateMargin) }
	above := func(got answer.Value) float64 { return rate(got) * (1 + rateMargin) }
	told := func(got answer.Value, _ exercises.Way) lang.Text {
		return sentences(q.tell(below(got)), q.tell(above(got)))
	}
	e := texOf(answer.Formula{Variables: []string{"w"}}, q.polynomial().text("w"))
	slope := q.polynomial().derivative()
	factor := tidy(2*q.A + 4*q.C*q.W*q.W)
	return exercises.Variant{
		Statement: lang.Sprintf("손실이 $E = %[1]s$이고 $w = %[2]s$에서 시작해요. 학습률이 얼마를 넘으면 경사 하강법이 발산할까요? 실험에서 찾아도, 손으로 구해도 돼요.\n\n채점할 때 적은 학습률보다 %[3]s%% 작은 학습률과 %[3]s%% 큰 학습률로 %[4]d걸음까지 내려가 봐요. 작은 쪽은 발산하지 않고 큰 쪽은 발산하면 통과예요.",
			"The loss is $E = %[1]s$ and descent starts at $w = %[2]s$. Beyond which learning rate does it diverge? Find it in the lab or by hand.\n\nIt is graded by doing it: descent goes up to %[4]d steps at a rate %[3]s%% below yours and at one %[3]s%% above. If the lower one does not diverge and the higher one does, you pass.",
			e, num(q.W), num(100*rateMargin), rateSteps),
		Parts: []exercises.Part{exercises.Number("rate", lang.T("경계의 학습률", "the rate at the edge"), lang.T("경계는 시작점에 달려 있어요.", "The edge depends on the start."),
			no("bottom", near(1/q.A), lang.Sprintf("바닥 가까이에서라면 그래요. 시작점 $w = %[1]s$에서는 네제곱의 항 때문에 기울기가 훨씬 가팔라요.", "So it is near the bottom. At the start, $w = %[1]s$, the fourth power makes it far steeper.", num(q.W))),
			no("curvature", near(2/(2*q.A+12*q.C*q.W*q.W)), lang.T("시작점의 둘째 도함수로 구하셨어요. 걸음의 크기는 첫째 도함수가 정하니, 한 걸음 뒤에 시작점의 맞은편에 서는 학습률을 구해 보세요.",
				"That takes the second derivative at the start. The first one decides how far a step goes: which rate lands as far out on the other side?")),
			no("one-step", near(edge/2), lang.T("한 걸음에 바닥에 닿는 학습률이에요. 경계는 그보다 커요.", "That rate lands at the bottom in one step. The edge is higher.")),
			exercises.Runs(edge, func(got answer.Value) bool {
				return rate(got) > 0 && !q.diverges(below(got)) && q.diverges(above(got))
			}, lang.T("통과했어요.", "Passed.")).Explaining(told),
			exercises.Fails("not-positive", func(got answer.Value) bool { return rate(got) <= 0 }, lang.T("학습률은 0보다 커야 해요.", "A learning rate is greater than 0.")),
			exercises.Fails("too-large", func(got answer.Value) bool { return q.diverges(below(got)) }, lang.T("너무 커요.", "Too large.")).Explaining(func(got answer.Value, _ exercises.Way) lang.Text {
				return sentences(lang.T("경계보다 커요.", "That is above the edge."), q.tell(below(got)))
			}),
			exercises.Fails("too-small", func(answer.Value) bool { return true }, lang.T("너무 작아요.", "Too small.")).Explaining(func(got answer.Value, _ exercises.Way) lang.Text {
				return sentences(lang.T("경계보다 작아요.", "That is below the edge."), q.tell(above(got)))
			}))},
		Hints: []lang.Text{
			lang.T("한 걸음 뒤에 시작점보다 멀리 나가면, 거기서는 기울기가 더 가팔라서 다음에는 더 멀리 나가요.", "If the first step leads farther out than the start, the slope there is steeper, and the next step leads farther still."),
			spoken("시작점의 기울기는 %[1]s[이에요/예요]. 한 걸음 뒤에 $w = %[2]s$가 되는 학습률을 구해 보세요.", "The slope at the start is %[1]s. Which rate takes $w$ to $%[2]s$ in one step?", num(slope.at(q.W)), num(-q.W)),
		},
		Solution: lang.Same(fmt.Sprintf("$$ %s - \\varepsilon \\cdot %s = %s $$\n\n$$ \\varepsilon = \\frac{2}{%s} %s $$", num(q.W), num(slope.at(q.W)), num(-q.W), num(factor), about(edge, 4))),
	}
}

// tell says what became of descent at a rate.
func (q quartic) tell(rate float64) lang.Text {
	w, steps := q.descend(rate)
	at := num(rounded(rate, 5))
	switch {
	case math.Abs(w) <= rateNear:
		return lang.Sprintf("$\\varepsilon = %[1]s$에서는 %[2]d걸음 만에 바닥에 닿아요.", "At $\\varepsilon = %[1]s$ it reaches the bottom after %[2]d steps.", at, steps)
	case math.Abs(w) < rateFar:
		return lang.Sprintf("$\\varepsilon = %[1]s$에서는 %[2]d걸음 뒤에도 바닥에 닿지 못하지만 발산하지 않아요.", "At $\\varepsilon = %[1]s$ it has not arrived after %[2]d steps, but does not diverge.", at, steps)
	}
	return lang.Sprintf("$\\varepsilon = %[1]s$에서는 %[2]d걸음 만에 100만 밖으로 나가요.", "At $\\varepsilon = %[1]s$ it is beyond a million after %[2]d steps.", at, steps)
}
