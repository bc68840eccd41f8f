package bank

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// slope is two steps of an optimizer on A w² from W, which remembers a share Keep.
type slope struct{ A, W, Rate, Keep float64 }

func (p slope) at(w float64) float64 { return 2 * p.A * w }

// after makes a step from w.
func (p slope) after(o nn.Optimizer, w float64) float64 {
	at := []float64{w}
	o.Step(at, []float64{p.at(w)})
	return at[0]
}

// stepped makes so many steps.
func (p slope) stepped(o nn.Optimizer, n int) exercises.Want {
	w := p.W
	for range n {
		w = p.after(o, w)
	}
	return exercises.To(3, exercises.From(w))
}

func drawSlope(r *rand.Rand) slope {
	return slope{among(r, 0.5, 1, 1.5, 2), among(r, -3, -2, -1, 1, 2, 3), among(r, 0.05, 0.1, 0.2), among(r, 0.8, 0.9)}
}

// asks is what the exercises with two steps have in common: the task behind the rule
// of an optimizer, and the mistakes that all of them invite.
func (p slope) asks(rule, named lang.Text, w exercises.Want, right lang.Text, mistakes ...exercises.Rule) exercises.Variant {
	rules := slices.Concat([]exercises.Rule{exercises.Right(w, right)}, mistakes, []exercises.Rule{
		exercises.Mistaken("plain", p.stepped(nn.NewSGD(p.Rate), 2), lang.T("경사 하강법만으로 두 걸음 간 값이에요. 기억하는 값을 걸음에 써야 해요.", "Those are two steps of plain gradient descent. The step must use what is remembered.")),
	})
	return exercises.Variant{
		Statement: lang.T(
			fmt.Sprintf("손실이 $E = %s$이고 $w = %s$에서 시작해요. 학습률은 $\\varepsilon = %s$이고 기억하는 값은 모두 0에서 시작해요.\n\n%s\n\n두 걸음 뒤의 $w$를 소수 셋째 자리까지 구하세요. 도중의 값은 넷째 자리까지 남겨요.", p.loss(), num(p.W), num(p.Rate), rule.KO),
			fmt.Sprintf("The loss is $E = %s$, and it starts at $w = %s$. The rate is $\\varepsilon = %s$, and everything that is remembered starts at 0.\n\n%s\n\nFind $w$ after two steps, with three decimals; keep four on the way.", p.loss(), num(p.W), num(p.Rate), rule.EN)),
		Parts: []exercises.Part{exercises.Number("w", lang.T("두 걸음 뒤의 w", "w after two steps"),
			lang.T("걸음마다 기울기를 *그 자리에서* 새로 구해요.", "Work the gradient out anew at each step, where you are then."), distinct(rules...)...)},
		Hints: []lang.Text{
			lang.Sprintf("기울기는 $%[1]s w$예요. 처음에는 %[2]s예요.", "The gradient is $%[1]s w$, at first %[2]s.", num(2*p.A), num(p.at(p.W))),
			named,
		},
	}
}

func (p slope) loss() string {
	if p.A == 1 {
		return "w^2"
	}
	return num(p.A) + " w^2"
}

// afterOne names what there is after the first step.
func afterOne() lang.Text { return lang.T("첫 걸음 뒤의 값", "the values after the first step") }

// theRoot names what a step divides by.
func theRoot() lang.Text { return lang.T("제곱근", "the root") }

// dividing makes the step from w, given with the root by which it divides.
func (p slope) dividing(x []float64) float64 { return x[0] - p.Rate*p.at(x[0])/x[1] }

func momentumSteps() exercises.Exercise {
	return exercises.Template("09/momentum", lang.T("모멘텀 두 걸음", "Two steps of momentum"), slope{1, 1, 0.1, 0.9}, drawSlope, buildMomentum,
		slices.Concat(
			exercises.Accepts("w", "0.46", "0.460"),
			exercises.Catches("w", "plain", "0.64"),
			exercises.Catches("w", "average", "0.942"),
			exercises.Catches("w", "v-first", "0.16"),
			exercises.Catches("w", "w-first", "0.44"),
			exercises.Catches("w", "uphill", "1.62"),
			exercises.Refuses("w", "굴러가요"),
		)...)
}

func buildMomentum(p slope) exercises.Variant {
	first := func(w []float64) []float64 {
		o := &nn.Momentum{Rate: p.Rate, Beta: p.Keep}
		return []float64{p.after(o, w[0]), o.V[0]}
	}
	second := func(x []float64) float64 {
		return p.after(&nn.Momentum{Rate: p.Rate, Beta: p.Keep, V: []float64{x[1]}}, x[0])
	}
	one := first([]float64{p.W})
	average, v := p.W, 0.0
	for range 2 {
		v = p.Keep*v + (1-p.Keep)*p.at(average)
		average -= p.Rate * v
	}
	up, no := p.W, exercises.Mistaken
	v = 0
	for range 2 {
		v = p.Keep*v + p.Rate*p.at(up)
		up += v
	}
	variant := p.asks(
		lang.Sprintf("모멘텀($\\beta = %[1]s$): $v \\leftarrow \\beta v - \\varepsilon g$, $w \\leftarrow w + v$", "Momentum with $\\beta = %[1]s$: $v \\leftarrow \\beta v - \\varepsilon g$, $w \\leftarrow w + v$", num(p.Keep)),
		spoken("첫 걸음 뒤에 $v = %[1]s$, $w = %[2]s$[이에요/예요].", "After the first step $v = %[1]s$ and $w = %[2]s$.", num(one[1]), num(one[0])),
		exercises.To(3, exercises.From(p.W).Then(afterOne(), first).Value(lang.Text{}, second)),
		lang.T("둘째 걸음이 첫 걸음보다 길어요. 같은 쪽으로 이어지니 속도가 쌓였어요.", "The second step is longer than the first: it goes on the same way, and the velocity builds up."),
		no("average", exercises.To(3, exercises.From(average)), lang.T("기울기에 $1 - \\beta$를 곱하셨어요. 이동 평균이 아니라 합의 꼴이라 곱하지 않아요.", "That multiplies the gradient by $1 - \\beta$. This is the form with a sum, not with an average.")),
		no("v-first", p.stepped(nn.NewHandoutMomentum(p.Rate), 2), lang.T("강의 자료의 식에서 $v$를 먼저 구한 값이에요. $\\beta$를 곱하고, 기울기는 $v$를 거쳐 한 번만 빼요.", "That is the handout's formula with $v$ first. Multiply by $\\beta$, and subtract the gradient once, by way of $v$.")),
		no("w-first", p.stepped(nn.NewPrintedMomentum(p.Rate), 2), lang.T("강의 자료에 인쇄된 순서예요. $v$를 먼저 구하고 $\\beta$를 곱해요.", "That is the order printed in the handout. Work $v$ out first, and multiply by $\\beta$.")),
		no("uphill", exercises.To(3, exercises.From(up)), lang.T("기울기를 더하셨어요. $v$에서 $\\varepsilon g$를 빼요.", "That adds the gradient. Subtract $\\varepsilon g$ from $v$.")))
	variant.Solution = lang.Same(fmt.Sprintf("$$ v = %s, \\quad w = %s $$\n\n$$ v = %s \\cdot %s - %s \\cdot %s = %s, \\quad w = %s $$",
		num(one[1]), num(one[0]), num(p.Keep), neg(one[1]), num(p.Rate), neg(p.at(one[0])), num(p.Keep*one[1]-p.Rate*p.at(one[0])), num(second(one))))
	return variant
}

func adagradSteps() exercises.Exercise {
	return exercises.Template("09/adagrad", lang.T("Adagrad 두 걸음", "Two steps of Adagrad"), slope{1, 1, 0.1, 0}, drawSlope, buildAdagrad,
		slices.Concat(
			exercises.Accepts("w", "0.833"),
			exercises.Catches("w", "no-root", "0.925"),
			exercises.Catches("w", "plain", "0.64"),
			exercises.Refuses("w", ""),
		)...)
}

// divided is what a step divides by: it goes two steps with h as it is gathered.
func (p slope) divided(gather func(h, g float64) float64, root func(float64) float64) exercises.Want {
	w, h := p.W, 0.0
	for range 2 {
		h = gather(h, p.at(w))
		w -= p.Rate * p.at(w) / root(h)
	}
	return exercises.To(3, exercises.From(w))
}

func summed(h, g float64) float64 { return h + g*g }

func buildAdagrad(p slope) exercises.Variant {
	first := func(w []float64) []float64 {
		o := &nn.Adagrad{Rate: p.Rate}
		return []float64{p.after(o, w[0]), o.H[0]}
	}
	second := func(x []float64) float64 {
		return p.after(&nn.Adagrad{Rate: p.Rate, H: []float64{x[1]}}, x[0])
	}
	gathered := func(x []float64) []float64 { return []float64{x[0], math.Sqrt(summed(x[1], p.at(x[0])))} }
	one, no := first([]float64{p.W}), exercises.Mistaken
	variant := p.asks(
		lang.T("Adagrad: $h \\leftarrow h + g^2$, $w \\leftarrow w - \\varepsilon \\frac{g}{\\sqrt{h}}$", "Adagrad: $h \\leftarrow h + g^2$, $w \\leftarrow w - \\varepsilon \\frac{g}{\\sqrt{h}}$"),
		spoken("첫 걸음 뒤에 $h = %[1]s$, $w = %[2]s$[이에요/예요].", "After the first step $h = %[1]s$ and $w = %[2]s$.", num(one[1]), num(one[0])),
		exercises.To(3, exercises.From(p.W).Then(afterOne(), first).Then(theRoot(), gathered).Value(lang.Text{}, p.dividing)),
		lang.T("첫 걸음은 꼭 $\\varepsilon$이었고 둘째 걸음은 그보다 짧아요. $h$가 커지기만 하거든요.", "The first step was exactly $\\varepsilon$, the second is shorter: $h$ only grows."),
		no("no-root", p.divided(summed, func(h float64) float64 { return h }), lang.T("$h$로 나누셨어요. 제곱근을 씌워요.", "That divides by $h$. Take the root first.")))
	g := p.at(one[0])
	variant.Solution = lang.Same(fmt.Sprintf("$$ h = %s, \\quad w = %s $$\n\n$$ h %s, \\quad w = %s - %s \\cdot \\frac{%s}{\\sqrt{h}} %s $$",
		num(one[1]), num(one[0]), about(one[1]+g*g, 4), num(one[0]), num(p.Rate), num(g), about(second(one), 4)))
	return variant
}

func rmspropSteps() exercises.Exercise {
	return exercises.Template("09/rmsprop", lang.T("RMSProp 두 걸음", "Two steps of RMSProp"), slope{1, 1, 0.1, 0.9}, drawSlope, buildRMSProp,
		slices.Concat(
			exercises.Accepts("w", "0.499"),
			exercises.Catches("w", "summed", "0.833"),
			exercises.Catches("w", "swapped", "0.795"),
			exercises.Catches("w", "no-root", "0.283"),
			exercises.Catches("w", "plain", "0.64"),
			exercises.Refuses("w", "0,499,1"),
		)...)
}

func buildRMSProp(p slope) exercises.Variant {
	first := func(w []float64) []float64 {
		o := &nn.RMSProp{Rate: p.Rate, Rho: p.Keep}
		return []float64{p.after(o, w[0]), o.H[0]}
	}
	second := func(x []float64) float64 {
		return p.after(&nn.RMSProp{Rate: p.Rate, Rho: p.Keep, H: []float64{x[1]}}, x[0])
	}
	gathered := func(x []float64) []float64 {
		return []float64{x[0], math.Sqrt(p.Keep*x[1] + (1-p.Keep)*p.at(x[0])*p.at(x[0]))}
	}
	averaged := func(rho float64) func(h, g float64) float64 {
		return func(h, g float64) float64 { return rho*h + (1-rho)*g*g }
	}
	one, no := first([]float64{p.W}), exercises.Mistaken
	variant := p.asks(
		lang.Sprintf("RMSProp($\\rho = %[1]s$): $h \\leftarrow \\rho h + (1 - \\rho) g^2$, $w \\leftarrow w - \\varepsilon \\frac{g}{\\sqrt{h}}$", "RMSProp with $\\rho = %[1]s$: $h \\leftarrow \\rho h + (1 - \\rho) g^2$, $w \\leftarrow w - \\varepsilon \\frac{g}{\\sqrt{h}}$", num(p.Keep)),
		lang.Sprintf("첫 걸음에서 $h = %[1]s$이에요.", "In the first step $h = %[1]s$.", num(one[1])),
		exercises.To(3, exercises.From(p.W).Then(afterOne(), first).Then(theRoot(), gathered).Value(lang.Text{}, p.dividing)),
		lang.T("첫 걸음이 $\\varepsilon$의 몇 배나 돼요. $h$가 0에서 시작해 처음에는 너무 작거든요. Adam은 이것을 바로잡아요.", "The first step is a few times $\\varepsilon$ long: $h$ starts from 0 and is too small at first. Adam makes up for that."),
		no("summed", p.divided(summed, math.Sqrt), lang.T("제곱을 그냥 더하셨어요(Adagrad). RMSProp은 이동 평균이에요.", "That adds the squares up, as Adagrad does. RMSProp takes a moving average.")),
		no("swapped", p.divided(averaged(1-p.Keep), math.Sqrt), lang.T("$\\rho$와 $1 - \\rho$가 바뀌었어요. 앞의 $h$에 $\\rho$를 곱해요.", "$\\rho$ and $1 - \\rho$ are swapped. The $h$ of before is multiplied by $\\rho$.")),
		no("no-root", p.divided(averaged(p.Keep), func(h float64) float64 { return h }), lang.T("$h$로 나누셨어요. 제곱근을 씌워요.", "That divides by $h$. Take the root first.")))
	variant.Solution = lang.Same(fmt.Sprintf("$$ h = %s, \\quad w %s $$\n\n$$ h %s, \\quad w %s $$", num(one[1]), about(one[0], 4),
		about(averaged(p.Keep)(one[1], p.at(one[0])), 4), about(second(one), 4)))
	return variant
}

func adamSteps() exercises.Exercise {
	return exercises.Template("09/adam", lang.T("Adam 두 걸음", "Two steps of Adam"), slope{1, 1, 0.1, 0.9}, drawSlope, buildAdam,
		slices.Concat(
			exercises.Accepts("w1", "0.9"),
			exercises.Catches("w1", "no-correction", "0.684"),
			exercises.Catches("w1", "plain", "0.8"),
			exercises.Refuses("w1", ""),
			exercises.Accepts("w", "0.8", "0.800"),
			exercises.Catches("w", "no-correction", "0.270"),
			exercises.Catches("w", "plain", "0.64"),
			exercises.Refuses("w", "?"),
		)...)
}

// uncorrected makes so many steps of Adam without its correction.
func (p slope) uncorrected(n int) exercises.Want {
	const second = 0.999
	w, m, v := p.W, 0.0, 0.0
	for range n {
		g := p.at(w)
		m, v = p.Keep*m+(1-p.Keep)*g, second*v+(1-second)*g*g
		w -= p.Rate * m / math.Sqrt(v)
	}
	return exercises.To(3, exercises.From(w))
}

func buildAdam(p slope) exercises.Variant {
	adam := func() *nn.Adam { return &nn.Adam{Rate: p.Rate, Beta1: p.Keep, Beta2: 0.999} }
	first := func(w []float64) []float64 {
		o := adam()
		return []float64{p.after(o, w[0]), o.M[0], o.V[0]}
	}
	second := func(x []float64) float64 {
		o := adam()
		o.M, o.V, o.T = []float64{x[1]}, []float64{x[2]}, 1
		return p.after(o, x[0])
	}
	corrected := func(x []float64) []float64 {
		g, b1, b2 := p.at(x[0]), p.Keep, 0.999
		m, v := b1*x[1]+(1-b1)*g, b2*x[2]+(1-b2)*g*g
		return []float64{x[0], m / (1 - b1*b1), math.Sqrt(v / (1 - b2*b2))}
	}
	stepped := func(x []float64) float64 { return x[0] - p.Rate*x[1]/x[2] }
	one := first([]float64{p.W})
	uncorrected := lang.T("$m$과 $v$를 $1 - \\beta^t$로 나누지 않은 값이에요. 둘 다 0에서 시작하니 바로잡아야 해요.", "$m$ and $v$ were not divided by $1 - \\beta^t$. Both start from 0 and have to be corrected.")
	plainly := lang.T("경사 하강법의 걸음이에요. Adam은 기울기를 그 크기로 나눠요.", "That is a step of gradient descent. Adam divides the gradient by its size.")
	part := func(id string, label lang.Text, want exercises.Want, right lang.Text, n int) exercises.Part {
		return exercises.Number(id, label, lang.T("$m$, $v$, $\\hat m$, $\\hat v$를 차례로 구해 보세요.", "Work out $m$, $v$, $\\hat m$, $\\hat v$ in turn."), distinct(
			exercises.Right(want, right),
			exercises.Mistaken("no-correction", p.uncorrected(n), uncorrected),
			exercises.Mistaken("plain", p.stepped(nn.NewSGD(p.Rate), n), plainly))...)
	}
	m, v := p.Keep*one[1]+(1-p.Keep)*p.at(one[0]), 0.999*one[2]+(1-0.999)*p.at(one[0])*p.at(one[0])
	return exercises.Variant{
		Statement: lang.Sprintf("손실이 $E = %[1]s$이고 $w = %[2]s$에서 시작해요. Adam으로 두 걸음을 가요: $\\varepsilon = %[3]s$, $\\beta_1 = %[4]s$, $\\beta_2 = 0.999$, $\\delta$는 무시해요.\n\n$$ m \\leftarrow \\beta_1 m + (1 - \\beta_1) g, \\quad v \\leftarrow \\beta_2 v + (1 - \\beta_2) g^2 $$\n\n$$ w \\leftarrow w - \\varepsilon \\frac{m / (1 - \\beta_1^t)}{\\sqrt{v / (1 - \\beta_2^t)}} $$\n\n한 걸음 뒤와 두 걸음 뒤의 $w$를 소수 셋째 자리까지 구하세요. 도중의 값은 넷째 자리까지 남겨요.",
			"The loss is $E = %[1]s$, and it starts at $w = %[2]s$. Make two steps of Adam with $\\varepsilon = %[3]s$, $\\beta_1 = %[4]s$, $\\beta_2 = 0.999$, and leave $\\delta$ out.\n\n$$ m \\leftarrow \\beta_1 m + (1 - \\beta_1) g, \\quad v \\leftarrow \\beta_2 v + (1 - \\beta_2) g^2 $$\n\n$$ w \\leftarrow w - \\varepsilon \\frac{m / (1 - \\beta_1^t)}{\\sqrt{v / (1 - \\beta_2^t)}} $$\n\nFind $w$ after one step and after two, with three decimals; keep four on the way.",
			p.loss(), num(p.W), num(p.Rate), num(p.Keep)),
		Parts: []exercises.Part{
			part("w1", lang.T("한 걸음 뒤의 w", "w after one step"), exercises.To(3, exercises.From(one[0])),
				lang.T("첫 걸음은 기울기가 얼마든 꼭 $\\varepsilon$이에요.", "Whatever the gradient, the first step is exactly $\\varepsilon$."), 1),
			part("w", lang.T("두 걸음 뒤의 w", "w after two steps"), exercises.To(3, exercises.From(one...).Then(lang.T("바로잡은 두 평균", "the corrected averages"), corrected).Value(lang.Text{}, stepped)),
				lang.T("둘째 걸음도 $\\varepsilon$과 거의 같아요. 기울기가 별로 달라지지 않았으니까요.", "The second step is nearly $\\varepsilon$, too, as the gradient has hardly changed."), 2),
		},
		Hints: []lang.Text{
			spoken("첫 걸음에서 $\\hat m = g$, $\\hat v = g^2$이라 $g$의 부호만 남아요.", "In the first step $\\hat m = g$ and $\\hat v = g^2$, so only the sign of $g$ is left."),
			lang.Sprintf("둘째 걸음에서 $m = %[1]s$이에요.", "In the second step $m = %[1]s$.", concise(m, 4)),
		},
		Solution: lang.Same(fmt.Sprintf("$$ w = %s $$\n\n$$ m %s, \\quad v %s, \\quad w %s $$", num(one[0]), about(m, 4), about(v, 6), about(second(one), 4))),
	}
}
