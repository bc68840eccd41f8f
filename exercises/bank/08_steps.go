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

// lecture08 returns the exercises on backpropagation and gradient descent.
func lecture08() []exercises.Exercise {
	return []exercises.Exercise{
		update(), threeSteps(), threshold(), divergence(), localGradients(), sumTimes(), neuronGradient(),
		workedStep(), practiceStep(), readLog(),
	}
}

// step is one update of a weight.
type step struct{ W, G, Rate float64 }

// after is the weight after the update.
func (s step) after() float64 {
	w := []float64{s.W}
	nn.NewSGD(s.Rate).Step(w, []float64{s.G})
	return tidy(w[0])
}

func update() exercises.Exercise {
	draw := func(r *rand.Rand) step {
		return step{among(r, -3, -2, -1, 0.5, 1, 1.5, 2, 3), among(r, -5, -4, -3, -2, 2, 3, 4, 5, 6), among(r, 0.01, 0.02, 0.05, 0.1, 0.2)}
	}
	return exercises.Template("08/update", lang.T("가중치 한 번 고치기", "One update of a weight"), step{2, 3, 0.1}, draw, buildUpdate,
		slices.Concat(
			exercises.Accepts("w", "1.7", "2 - 0.3"),
			exercises.Catches("w", "uphill", "2.3"),
			exercises.Catches("w", "no-rate", "-1"),
			exercises.Catches("w", "no-gradient", "1.9"),
			exercises.Catches("w", "step-only", "-0.3", "0.3"),
			exercises.Catches("w", "scaled", "1.4"),
			exercises.Catches("w", "", "1.5"),
			exercises.Refuses("w", "내려가요"),
		)...)
}

func buildUpdate(s step) exercises.Variant {
	exactly, no := func(x float64) exercises.Want { return exercises.Exactly(tidy(x)) }, exercises.Mistaken
	stepOnly := lang.T("움직인 거리예요. 그것을 지금의 $w$에서 빼야 새 가중치예요.", "That is the step. Taken from the present $w$ it gives the new weight.")
	way, wayEN := "내려가면", "down"
	if s.G < 0 {
		way, wayEN = "올라가면", "up"
	}
	rate, w, g := num(s.Rate), num(s.W), neg(s.G)
	return exercises.Variant{
		Situation: bowlSituation(tidy(s.G/2/s.W), s.W, s.Rate, "steps=1"),
		Statement: spoken("가중치가 $w = %[1]s$, 손실의 기울기가 $\\frac{\\partial E}{\\partial w} = %[2]s$, 학습률이 $\\varepsilon = %[3]s$[이에요/예요]. 경사 하강법으로 한 번 고친 뒤의 $w$를 구하세요.",
			"The weight is $w = %[1]s$, the gradient of the loss $\\frac{\\partial E}{\\partial w} = %[2]s$, the learning rate $\\varepsilon = %[3]s$. Find $w$ after one step of gradient descent.", w, num(s.G), rate),
		Parts: []exercises.Part{exercises.Number("w", lang.T("새 가중치", "the new weight"),
			lang.T("$w - \\varepsilon \\frac{\\partial E}{\\partial w}$에 세 수를 넣어 보세요.", "Put the three numbers into $w - \\varepsilon \\frac{\\partial E}{\\partial w}$."),
			exercises.Right(exactly(s.after()), lang.Sprintf("$w$가 %[1]s 손실이 줄어드는 곳이라 그쪽으로 옮겼어요. 한 걸음에 손실은 어림잡아 $\\varepsilon$에 기울기의 제곱을 곱한 %[3]s만큼 줄어요.",
				"The loss falls as $w$ goes %[2]s, so it went that way. The step lowers the loss by about $\\varepsilon$ times the square of the gradient, %[3]s.", way, wayEN, num(tidy(s.Rate*s.G*s.G)))),
			no("uphill", exactly(s.W+s.Rate*s.G), lang.T("더하셨어요. 기울기는 손실이 커지는 쪽이니 빼야 내려가요.", "That adds. The gradient points to where the loss grows, so subtract it.")),
			no("no-rate", exactly(s.W-s.G), spoken("기울기를 통째로 뺐어요. 학습률 %[1]s[을/를] 곱한 만큼만 움직여요.", "That subtracts all of the gradient. Multiply it by the learning rate, %[1]s, first.", rate)),
			no("no-gradient", exactly(s.W-s.Rate), lang.T("학습률만 뺐어요. 걸음의 크기는 학습률에 기울기를 곱한 거예요.", "That subtracts the learning rate alone. The step is the rate times the gradient.")),
			no("scaled", exactly(s.W*(1-s.Rate*s.G)), lang.T("$w$까지 곱하셨어요. 빼는 것은 학습률과 기울기의 곱뿐이에요.", "That multiplies by $w$, too. Only the rate times the gradient is subtracted.")),
			no("step-only", exactly(-s.Rate*s.G), stepOnly),
			no("step-only", exactly(s.Rate*s.G), stepOnly))},
		Hints: []lang.Text{
			lang.T("$w \\leftarrow w - \\varepsilon \\frac{\\partial E}{\\partial w}$", "$w \\leftarrow w - \\varepsilon \\frac{\\partial E}{\\partial w}$"),
			lang.Sprintf("걸음은 $%[1]s \\cdot %[2]s = %[3]s$이고, 이것을 $w$에서 빼요.", "The step is $%[1]s \\cdot %[2]s = %[3]s$; subtract it from $w$.", rate, g, num(tidy(s.Rate*s.G))),
		},
		Solution: lang.Same(fmt.Sprintf("$$ %s - %s \\cdot %s = %s $$", w, rate, g, num(s.after()))),
	}
}

// bowl is descent on A w² from W.
type bowl struct{ A, W, Rate float64 }

func threeSteps() exercises.Exercise {
	draw := func(r *rand.Rand) bowl {
		for {
			b := bowl{among(r, 0.5, 1, 2, 3), among(r, -4, -3, -2, 2, 3, 4, 5), among(r, 0.05, 0.1, 0.2, 0.3, 0.4)}
			if q := math.Abs(1 - 2*b.A*b.Rate); q > 0.15 && q < 0.95 {
				return b
			}
		}
	}
	return exercises.Template("08/three-steps", lang.T("세 걸음", "Three steps"), bowl{1, 3, 0.1}, draw, buildThreeSteps,
		slices.Concat(
			exercises.Accepts("w", "1.536", "1.5360", "3*0.8^3"),
			exercises.Catches("w", "rough", "1.54"),
			exercises.Catches("w", "no-two", "2.187"),
			exercises.Catches("w", "two-steps", "1.92"),
			exercises.Catches("w", "four-steps", "1.229"),
			exercises.Catches("w", "uphill", "5.184"),
			exercises.Catches("w", "frozen", "1.2"),
			exercises.Catches("w", "loss", "2.359"),
			exercises.Catches("w", "", "0.7"),
			exercises.Refuses("w", "세 번"),
		)...)
}

// picture draws the loss, the start on it, and the place that is typed.
func (b bowl) picture(typed map[string][]float64) exercises.Picture {
	e, reach := polynomial{0, 0, b.A}, 1.3*math.Abs(b.W)
	picture := exercises.Picture{
		Min: -reach, Max: reach, YMin: 0, YMax: e.exactly(reach), XLabel: "w", YLabel: "E", Curves: []func(float64) float64{e.exactly},
		Points: []exercises.Point{{X: b.W, Y: e.exactly(b.W)}},
		Caption: lang.T("고리가 시작점이에요. 적은 w도 곡선에 찍혀요. 걸음마다 손실이 줄어야 해요.",
			"The ring is the start. The w that you type is marked on the curve, too. Every step should lower the loss."),
	}
	if w := typed["w"]; w != nil {
		picture.Points = append(picture.Points, exercises.Point{X: w[0], Y: e.exactly(w[0]), Lit: true})
	}
	return picture
}

func buildThreeSteps(b bowl) exercises.Variant {
	names := [...]lang.Text{lang.T("한 걸음 뒤의 값", "the value after one step"), lang.T("두 걸음 뒤의 값", "the value after two steps"), lang.T("세 걸음 뒤의 값", "the value after three steps")}
	stepped := func(steps int, slope float64) exercises.Calc {
		c := exercises.From(b.W)
		for i := range steps {
			c = c.Value(names[min(i, 2)], func(w []float64) float64 { return step{w[0], slope * w[0], b.Rate}.after() })
		}
		return c
	}
	to := func(c exercises.Calc) exercises.Want { return exercises.To(3, c) }
	no, slope := exercises.Mistaken, 2*b.A
	q := tidy(1 - slope*b.Rate)
	track := []float64{b.W}
	for i := range 3 {
		track = append(track, step{track[i], slope * track[i], b.Rate}.after())
	}
	tells := spoken("걸음마다 $w$에 $1 - 2a\\varepsilon$, 여기서는 %[1]s[이/가] 곱해져요.", "Every step multiplies $w$ by $1 - 2a\\varepsilon$, here %[1]s.", num(q))
	if q < 0 {
		tells = spoken("걸음마다 $w$에 %[1]s[이/가] 곱해져서, 바닥을 넘나들며 다가가요.", "Every step multiplies $w$ by %[1]s: it jumps across the bottom to and fro, and still comes closer.", num(q))
	}
	e := texOf(answer.Formula{Variables: []string{"w"}}, polynomial{0, 0, b.A}.text("w"))
	return exercises.Variant{
		Picture:   b.picture,
		Situation: bowlSituation(b.A, b.W, b.Rate, "steps=3"),
		Statement: spoken("손실이 $E = %[1]s$일 때 $w = %[2]s$에서 학습률 $\\varepsilon = %[3]s$[으로/로] 경사 하강법을 세 걸음 해요. 세 걸음 뒤의 $w$를 소수 셋째 자리까지 구하세요.",
			"The loss is $E = %[1]s$. Start at $w = %[2]s$ and make three steps of gradient descent with the learning rate $\\varepsilon = %[3]s$. Find $w$ after them, to three decimals.", e, num(b.W), num(b.Rate)),
		Parts: []exercises.Part{exercises.Number("w", lang.T("세 걸음 뒤의 w", "w after three steps"), lang.Sprintf(
			"걸음마다 그 자리의 $w$로 기울기 $%[1]s$를 다시 구해요.", "At every step find the gradient $%[1]s$ anew, at the place you have come to.", polynomial{0, slope}.text("w")),
			rightTelling(to(stepped(3, slope)), tells),
			no("no-two", to(stepped(3, b.A)), lang.Sprintf("기울기를 $%[1]s$로 놓으셨어요. $w^2$을 미분하면 $2w$예요.", "That takes $%[1]s$ for the gradient. $w^2$ has the derivative $2w$.", polynomial{0, b.A}.text("w"))),
			no("two-steps", to(stepped(2, slope)), lang.T("두 걸음까지 하셨어요.", "That is after two steps.")),
			no("four-steps", to(stepped(4, slope)), lang.T("네 걸음을 하셨어요.", "That is after four steps.")),
			no("uphill", to(stepped(3, -slope)), lang.T("기울기를 더하셨어요. 걸음마다 손실이 커져요.", "That adds the gradient: the loss grows at every step.")),
			no("frozen", exercises.Exactly(tidy(b.W-3*b.Rate*slope*b.W)), lang.T("처음의 기울기로 세 번 움직이셨어요. 기울기는 자리마다 다시 구해요.", "That takes all three steps with the first gradient. It has to be found anew at every place.")),
			no("loss", to(stepped(3, slope).Value(lang.Text{}, func(w []float64) float64 { return b.A * w[0] * w[0] })), lang.T("손실의 값이에요. $w$를 물었어요.", "That is the loss. The question is about $w$.")))},
		Hints: []lang.Text{
			spoken("기울기는 $\\frac{dE}{dw} = %[1]s$, 처음에는 %[2]s[이에요/예요].", "The gradient is $\\frac{dE}{dw} = %[1]s$, at first %[2]s.", polynomial{0, slope}.text("w"), num(tidy(slope*b.W))),
			spoken("한 걸음 뒤에는 $w = %[1]s$[이에요/예요]. 여기서 기울기를 다시 구해요.", "After one step $w = %[1]s$. Find the gradient again there.", num(track[1])),
		},
		Solution: lang.Same(fmt.Sprintf("$$ %s \\to %s \\to %s \\to %s $$", num(track[0]), num(track[1]), num(track[2]), concise(track[3], 4))),
	}
}

func threshold() exercises.Exercise {
	draw := func(r *rand.Rand) float64 {
		return among(r, 0.1, 0.16, 0.2, 0.25, 0.4, 0.8, 1.25, 1.6, 2, 2.5, 3.2, 5, 6.25, 6.4, 8, 10, 12.5, 16, 20, 25, 32, 40, 50, 80, 100)
	}
	return exercises.Template("08/threshold", lang.T("어디까지 수렴할까", "Up to where it converges"), 4.0, draw, buildThreshold,
		slices.Concat(
			exercises.Accepts("best", "0.125", "1/8"),
			exercises.Catches("best", "no-two", "0.25"),
			exercises.Catches("best", "slope", "8"),
			exercises.Catches("best", "coefficient", "4"),
			exercises.Catches("best", "half-again", "0.0625"),
			exercises.Catches("best", "", "3"),
			exercises.Refuses("best", "작게"),
			exercises.Accepts("limit", "0.25", "1/4"),
			exercises.Catches("limit", "one-step", "0.125"),
			exercises.Catches("limit", "no-two", "0.5"),
			exercises.Catches("limit", "slope", "8"),
			exercises.Catches("limit", "", "7"),
			exercises.Refuses("limit", ""),
		)...)
}

func buildThreshold(a float64) exercises.Variant {
	exactly, no := exercises.Exactly[float64], exercises.Mistaken
	slope := lang.T("$w$ 앞에 곱해진 수예요. 학습률을 물었어요.", "That is the number in front of $w$. The question is about the rate.")
	e := texOf(answer.Formula{Variables: []string{"w"}}, polynomial{0, 0, a}.text("w"))
	return exercises.Variant{
		Situation: bowlSituation(a, 1, tidy(1/(2*a)), "steps=1"),
		Statement: lang.Sprintf("손실이 $E = %[1]s$이에요. 어디서 시작하든 경사 하강법이 **한 걸음에** 바닥 $w = 0$에 닿는 학습률과, 그보다 크면 **발산하는** 경계의 학습률을 구하세요.",
			"The loss is $E = %[1]s$. At which learning rate does gradient descent reach the bottom $w = 0$ in **one step**, wherever it starts, and beyond which rate does it **diverge**?", e),
		Parts: []exercises.Part{
			exercises.Number("best", lang.T("한 걸음의 학습률", "rate for one step"), lang.Sprintf("$w - \\varepsilon \\cdot %[1]s w = 0$을 풀어 보세요.", "Solve $w - \\varepsilon \\cdot %[1]s w = 0$.", num(2*a)),
				exercises.Right(exactly(1/(2*a)), lang.T("굽은 정도를 알면 한 걸음이면 돼요. 신경망에서는 방향마다 굽은 정도가 달라서 이런 학습률이 없어요.", "If you know the curvature, one step is enough. In a network every direction is curved differently, so no rate does this.")),
				no("no-two", exactly(1/a), lang.Sprintf("$%[2]s$을 미분하면 $%[1]s w$예요. 2가 빠졌어요.", "$%[2]s$ has the derivative $%[1]s w$. The 2 is missing.", num(2*a), e)),
				no("half-again", exactly(1/(4*a)), lang.T("반만 다가가는 학습률이에요. 바닥까지 가려면 그 두 배예요.", "That goes half the way. To the bottom it takes twice as much.")),
				no("slope", exactly(2*a), slope), no("coefficient", exactly(a), slope)),
			exercises.Number("limit", lang.T("발산하는 경계", "where it diverges"), lang.T("걸음마다 $w$에 곱해지는 수 $1 - 2a\\varepsilon$이 $-1$이 되는 곳이에요.", "It is where $1 - 2a\\varepsilon$, by which every step multiplies $w$, comes to $-1$."),
				exercises.Right(exactly(1/a), lang.T("한 걸음에 닿는 학습률의 꼭 두 배예요. 가장 빠른 곳과 벼랑이 이렇게 가까워요.", "It is exactly twice the rate that lands in one step: the cliff is that near to the best place.")),
				no("one-step", exactly(1/(2*a)), lang.T("한 걸음에 닿는 학습률이에요. 이보다 커도 바닥을 넘나들며 다가가요.", "That lands in one step. Beyond it, descent jumps across the bottom and still comes closer.")),
				no("no-two", exactly(2/a), lang.Sprintf("기울기는 $%[1]s w$예요. 2가 빠졌어요.", "The gradient is $%[1]s w$. The 2 is missing.", num(2*a))),
				no("slope", exactly(2*a), slope), no("coefficient", exactly(a), slope),
				follow("best", func(best []float64) exercises.Calc { return exercises.From(2 * best[0]) })),
		},
		Hints: []lang.Text{
			lang.Sprintf("기울기가 $%[1]s w$라서 한 걸음 뒤에는 $w(1 - %[1]s \\varepsilon)$이에요.", "The gradient is $%[1]s w$, so after one step there is $w(1 - %[1]s \\varepsilon)$.", num(2*a)),
			lang.T("괄호가 0이면 한 걸음에 닿고, $-1$보다 작으면 걸음마다 멀어져요.", "Where the bracket is 0, one step is enough; below $-1$, every step leads farther away."),
		},
		Solution: lang.Same(fmt.Sprintf("$$ 1 - %s \\varepsilon = 0, \\quad \\varepsilon = %s $$\n\n$$ 1 - %s \\varepsilon = -1, \\quad \\varepsilon = %s $$", num(2*a), num(1/(2*a)), num(2*a), num(1/a))),
	}
}
