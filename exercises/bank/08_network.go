package bank

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

// taught is a classifier and the learning rate of one step.
type taught struct {
	Network classifier
	Rate    float64
}

// entropyGradient is ∂E/∂a of cross entropy after softmax.
func entropyGradient(y []float64) []float64 {
	da := make([]float64, len(y))
	nn.SoftmaxCrossEntropyGradient(da, y, truth())
	return da
}

// squaredGradient is ∂E/∂a of the squared error after softmax.
func squaredGradient(y []float64) []float64 {
	da := make([]float64, len(y))
	nn.SquaredErrorGradient(da, y, truth())
	nn.SoftmaxGradient(da, y, da)
	return da
}

// toOutput is the way from the input to the output. What 연습문제 1 holds apart
// besides, a rounded sum say, is lost in the decimals that are asked for here.
func (c classifier) toOutput() exercises.Calc {
	return exercises.From(c.scores()...).Then(lang.T("지수함수의 값", "the exponentials"), exps).Then(probabilityName(), shares)
}

// gradients takes ∂E/∂a back to the weights, row by row.
func (c classifier) gradients(da []float64) nn.Affine {
	grad := nn.NewAffine(2, 2)
	c.Layer.Backward(nil, grad, c.Z, da)
	return grad
}

// stepped is the probability of the cat after a step by the gradients.
func (c classifier) stepped(grad nn.Affine, rate float64) float64 {
	next := classifier{c.Z, nn.Affine{W: nn.NewMatrix(2, 2, slices.Clone(c.Layer.W.Data)...), B: slices.Clone(c.Layer.B)}}
	o := nn.NewSGD(rate)
	o.Step(next.Layer.W.Data, grad.W.Data)
	o.Step(next.Layer.B, grad.B)
	return softmax(next.scores())[0]
}

// situation shows the step of the small network, or the layer of another one.
func (t taught) situation() string {
	if t.Network.Z[0] == 0.5 && t.Network.Z[1] == 0.1 {
		return situation("step", set("rate", t.Rate), "steps=9")
	}
	return t.Network.situation()
}

func workedStep() exercises.Exercise {
	handout := taught{Rate: 1, Network: classifier{
		Z: []float64{0.5, 0.1}, Layer: nn.Affine{W: nn.NewMatrix(2, 2, 0.2, 0.1, 0.3, 0.4), B: []float64{0.7, 0.2}},
	}}
	draw := func(r *rand.Rand) taught { return taught{drawClassifier(r), among(r, 0.5, 1, 2)} }
	return exercises.Template("08/worked-step", lang.T("신경망의 한 걸음", "One step of a network"), handout, draw, buildWorkedStep,
		slices.Concat(
			exercises.Accepts("da", "-0.397, 0.397", "-0.4, 0.4", "(−0.40, 0.40)"),
			exercises.Catches("da", "sign", "0.397, -0.397"),
			exercises.Catches("da", "output", "0.603, 0.397"),
			exercises.Catches("da", "squared", "-0.190, 0.190"),
			exercises.Catches("da", "", "0.1, 0.2"),
			exercises.Refuses("da", "-0.397"),
			exercises.Accepts("dW", "[-0.198 -0.040; 0.198 0.040]", "-0.200 -0.040; 0.200 0.040", "-0.1984 -0.0397; 0.1984 0.0397"),
			exercises.Catches("dW", "transposed", "-0.198 0.198; -0.040 0.040"),
			exercises.Catches("dW", "sign", "0.198 0.040; -0.198 -0.040"),
			exercises.Catches("dW", "input-forgotten", "-0.397 -0.397; 0.397 0.397"),
			exercises.Catches("dW", "new-weights", "0.398 0.140; 0.102 0.360"),
			exercises.Catches("dW", "", "1 2; 3 4"),
			exercises.Refuses("dW", "1 2"),
			exercises.Accepts("p", "0.805", "0.81", "0.8052"),
			exercises.Catches("p", "bias-kept", "0.652"),
			exercises.Catches("p", "uphill", "0.359"),
			exercises.Catches("p", "transposed", "0.782"),
			exercises.Catches("p", "unmoved", "0.603"),
			exercises.Catches("p", "other-class", "0.195"),
			exercises.Catches("p", "", "0.5"),
			exercises.Refuses("p", "고양이"),
		)...)
}

func buildWorkedStep(t taught) exercises.Variant {
	c := t.Network
	y := softmax(c.scores())
	da := entropyGradient(y)
	v := exercises.Variant{
		Situation: t.situation(),
		Statement: sentences(networkStatement(c), spoken(
			"\n\n손실이 교차 엔트로피(자연로그)일 때 점수에 대한 기울기 $\\frac{\\partial E}{\\partial a}$(소수 둘째 자리까지), 가중치에 대한 기울기 $\\frac{\\partial E}{\\partial W}$(셋째 자리까지), 그리고 학습률 %[1]s[으로/로] $W$와 $b$를 **한 번** 고친 뒤 고양이의 확률(둘째 자리까지)을 구하세요.",
			"\n\nWith cross entropy (natural logarithm) as the loss, find the gradient with respect to the scores, $\\frac{\\partial E}{\\partial a}$ (two decimals), that with respect to the weights, $\\frac{\\partial E}{\\partial W}$ (three), and the cat's probability after **one** step of $W$ and $b$ with the learning rate %[1]s (two).", num(t.Rate))),
		Parts: []exercises.Part{t.scoreGradient(), t.weightGradient(), t.afterStep()},
		Hints: []lang.Text{
			lang.Sprintf("소프트맥스와 교차 엔트로피를 합치면 $\\frac{\\partial E}{\\partial a} = y - t$예요. 여기서 $y \\approx %[1]s$", "Softmax and cross entropy together give $\\frac{\\partial E}{\\partial a} = y - t$. Here $y \\approx %[1]s$.", rowDec(y)),
			lang.T("$\\frac{\\partial E}{\\partial w_{ij}} = \\frac{\\partial E}{\\partial a_i} \\cdot z_j$이고 $\\frac{\\partial E}{\\partial b_i} = \\frac{\\partial E}{\\partial a_i}$예요.", "$\\frac{\\partial E}{\\partial w_{ij}} = \\frac{\\partial E}{\\partial a_i} \\cdot z_j$ and $\\frac{\\partial E}{\\partial b_i} = \\frac{\\partial E}{\\partial a_i}$."),
			lang.T("$W$와 $b$에서 기울기에 학습률을 곱한 것을 빼고, 점수와 소프트맥스를 다시 구해요.", "Take the rate times the gradients from $W$ and $b$, and work out scores and softmax again."),
		},
	}
	grad := c.gradients(da)
	v.Solution = lang.Same(fmt.Sprintf("$$ \\frac{\\partial E}{\\partial a} = y - t \\approx %s $$\n\n$$ \\frac{\\partial E}{\\partial W} = \\frac{\\partial E}{\\partial a} z^T \\approx %s $$\n\n$$ W \\leftarrow W - %s \\cdot \\frac{\\partial E}{\\partial W}, \\quad b \\leftarrow b - %s \\cdot \\frac{\\partial E}{\\partial b} $$\n\n$$ y_1 \\approx %s $$",
		rowDec(da), matrixDec(grad.W, 4), num(t.Rate), num(t.Rate), dec(c.stepped(grad, t.Rate), 3)))
	return v
}

func (t taught) scoreGradient() exercises.Part {
	no := exercises.Mistaken
	to := func(f func(y []float64) []float64) exercises.Want {
		return exercises.To(2, t.Network.toOutput().Then(lang.Text{}, f))
	}
	return exercises.Vector("da", 2, lang.Same(`$\frac{\partial E}{\partial a}$`), lang.T("출력 $y$를 구하고 정답 $t$를 빼 보세요.", "Find the output $y$ and take the truth $t$ from it."),
		rightTelling(to(entropyGradient), lang.T("두 성분은 더하면 0이에요. 한 점수를 올리는 만큼 다른 점수를 내려요.", "The two add up to 0: one score goes up by as much as the other goes down.")),
		no("sign", to(func(y []float64) []float64 { return scaled(entropyGradient(y), -1) }), lang.T("부호가 반대예요. 출력에서 정답을 빼요.", "The sign is turned around. Take the truth from the output.")),
		no("output", to(func(y []float64) []float64 { return y }), lang.T("출력 $y$예요. 여기서 정답 $t$를 빼요.", "That is the output $y$. Take the truth $t$ from it.")),
		no("squared", to(squaredGradient), lang.T("평균 제곱 오차의 기울기예요. 교차 엔트로피에서는 소프트맥스의 미분이 지워져 $y - t$만 남아요.", "That is for the squared error. With cross entropy the derivative of softmax cancels and $y - t$ remains.")))
}

func (t taught) weightGradient() exercises.Part {
	no, c := exercises.Mistaken, t.Network
	to := func(f func(da []float64) []float64) exercises.Want {
		return exercises.To(3, c.toOutput().Then(lang.Text{}, func(y []float64) []float64 { return f(entropyGradient(y)) }))
	}
	outer := func(da []float64) []float64 { return c.gradients(da).W.Data }
	return exercises.Matrix("dW", 2, 2, lang.Same(`$\frac{\partial E}{\partial W}$`), lang.T("$i$행 $j$열은 $\\frac{\\partial E}{\\partial a_i}$에 $z_j$를 곱한 값이에요.", "Row $i$, column $j$ is $\\frac{\\partial E}{\\partial a_i}$ times $z_j$."),
		rightTelling(to(outer), lang.T("입력이 큰 열의 기울기가 더 커요. 한 걸음에 그 열의 가중치가 더 많이 움직여요.", "The column of the larger input has the larger gradients: in a step its weights move farther.")),
		no("transposed", to(func(da []float64) []float64 {
			return nn.NewMatrix(2, 2, outer(da)...).T().Data
		}), lang.T("행과 열이 바뀌었어요. 행은 점수 $a_i$, 열은 입력 $z_j$예요.", "Rows and columns are exchanged. A row belongs to a score $a_i$, a column to an input $z_j$.")),
		no("sign", to(func(da []float64) []float64 { return scaled(outer(da), -1) }), lang.T("부호가 모두 반대예요. $y - t$에서 시작하세요.", "All signs are turned around. Start from $y - t$.")).Carrying(),
		no("input-forgotten", to(func(da []float64) []float64 { return []float64{da[0], da[0], da[1], da[1]} }), lang.T("입력 $z_j$를 곱하지 않았어요. 이것은 편향의 기울기예요.", "The inputs $z_j$ are missing. That is the gradient of the biases.")),
		no("new-weights", to(func(da []float64) []float64 {
			return zipped(c.Layer.W.Data, scaled(outer(da), t.Rate), minus)
		}), lang.T("한 걸음 뒤의 $W$예요. 여기서는 기울기를 물었어요.", "That is $W$ after the step. Here the gradient is asked for.")),
		followTo(3, "da", func(da []float64) exercises.Calc { return exercises.From(da...).Then(lang.Text{}, outer) }))
}

func (t taught) afterStep() exercises.Part {
	no, c := exercises.Mistaken, t.Network
	// p is the cat's probability after a step by the gradients that are made of ∂E/∂a.
	p := func(of func(grad nn.Affine)) func(da []float64) []float64 {
		return func(da []float64) []float64 {
			grad := c.gradients(da)
			of(grad)
			return []float64{c.stepped(grad, t.Rate)}
		}
	}
	to := func(f func(da []float64) []float64) exercises.Want {
		return exercises.To(2, c.toOutput().Then(lang.Text{}, func(y []float64) []float64 { return f(entropyGradient(y)) }))
	}
	as := func(nn.Affine) {}
	before := softmax(c.scores())[0]
	return exercises.Number("p", lang.T("한 걸음 뒤 고양이의 확률", "the cat after the step"), lang.T("$W$와 $b$를 모두 고친 다음 점수부터 다시 구해 보세요.", "Change both $W$ and $b$, then start again from the scores."),
		rightTelling(to(p(as)), lang.Sprintf("한 걸음에 %[1]s에서 여기까지 왔어요. 손실이 줄었고, 기울기도 그만큼 작아져서 다음 걸음은 더 짧아요.", "One step has brought it here from %[1]s. The loss is smaller and so is the gradient: the next step is shorter.", dec(before, 3))),
		no("uphill", to(func(da []float64) []float64 { return p(as)(scaled(da, -1)) }), lang.T("기울기를 더하셨어요. 고양이의 확률이 내려갔으니 손실이 커졌어요.", "That adds the gradient. The cat has lost, so the loss has grown.")),
		no("bias-kept", to(p(func(grad nn.Affine) { clear(grad.B) })), lang.T("편향은 그대로 두셨어요. $b$도 $W$와 함께 고쳐요.", "The bias was left alone. $b$ is changed together with $W$.")),
		no("transposed", to(p(func(grad nn.Affine) { copy(grad.W.Data, grad.W.T().Data) })), lang.T("$\\frac{\\partial E}{\\partial W}$의 행과 열이 바뀐 값이에요.", "That is with rows and columns of $\\frac{\\partial E}{\\partial W}$ exchanged.")).Carrying(),
		no("unmoved", to(func(da []float64) []float64 { return []float64{da[0] + 1} }), lang.T("고치기 전의 확률이에요.", "That is the probability before the step.")),
		no("other-class", to(func(da []float64) []float64 { return []float64{1 - p(as)(da)[0]} }), lang.T("개의 확률이에요.", "That is the dog's probability.")),
		followTo(2, "da", func(da []float64) exercises.Calc { return exercises.From(da...).Then(lang.Text{}, p(as)) }))
}

// networkStatement shows a classifier and its input.
func networkStatement(c classifier) lang.Text {
	return lang.Sprintf("입력 $z$가 층 하나 $a = Wz + b$와 소프트맥스를 지나요. 첫 출력은 고양이, 둘째는 개이고 정답은 고양이, $t = (1, 0)$이에요.\n\n$$ z = %[1]s, \\quad W = %[2]s, \\quad b = %[3]s $$",
		"The input $z$ goes through one layer, $a = Wz + b$, and softmax. The first output is the cat, the second the dog; the truth is the cat, $t = (1, 0)$.\n\n$$ z = %[1]s, \\quad W = %[2]s, \\quad b = %[3]s $$",
		column(c.Z), matrix(c.Layer.W), column(c.Layer.B))
}

func practiceStep() exercises.Exercise {
	handout := classifier{Z: []float64{0.2, 0.4}, Layer: nn.Affine{W: nn.NewMatrix(2, 2, 0.1, 0.9, 0.2, 0.2), B: []float64{0.1, 0.9}}}
	return exercises.Template("08/practice-step", lang.T("두 손실의 기울기", "The gradients of two losses"), handout, drawClassifier, buildPracticeStep,
		slices.Concat(
			exercises.Accepts("ce", "-0.632, 0.632", "-0.63, 0.63"),
			exercises.Catches("ce", "sign", "0.632, -0.632"),
			exercises.Catches("ce", "output", "0.368, 0.632"),
			exercises.Catches("ce", "other-loss", "-0.294, 0.294"),
			exercises.Catches("ce", "by-output", "-2.718, 0"),
			exercises.Catches("ce", "", "0, 0"),
			exercises.Refuses("ce", "-0.632"),
			exercises.Accepts("mse", "-0.294, 0.294", "-0.29, 0.29"),
			exercises.Catches("mse", "softmax-forgotten", "-0.632, 0.632"),
			exercises.Catches("mse", "own-only", "-0.147, 0.147"),
			exercises.Catches("mse", "sign", "0.294, -0.294"),
			exercises.Catches("mse", "", "0, 1"),
			exercises.Refuses("mse", ""),
		)...)
}

func buildPracticeStep(c classifier) exercises.Variant {
	no, y := exercises.Mistaken, softmax(c.scores())
	to := func(ways ...func(y []float64) []float64) exercises.Want {
		var calcs []exercises.Calc
		for _, f := range ways {
			calcs = append(calcs, c.toOutput().Then(lang.Text{}, f))
		}
		return exercises.To(2, calcs...)
	}
	// Of rounded probabilities that do not add up to 1, the product gives another value.
	byProduct := func(y []float64) []float64 {
		d := y[0] * y[1] * (y[0] - 1 - y[1])
		return []float64{d, -d}
	}
	negated := func(f func([]float64) []float64) func([]float64) []float64 {
		return func(y []float64) []float64 { return scaled(f(y), -1) }
	}
	ce, mse := entropyGradient(y), squaredGradient(y)
	return exercises.Variant{
		Situation: c.situation(),
		Statement: sentences(networkStatement(c), lang.T(
			"\n\n점수에 대한 기울기 $\\frac{\\partial E}{\\partial a}$를 두 손실에서 구하세요. 하나는 교차 엔트로피(자연로그), 하나는 평균 제곱 오차 $\\frac{1}{2} \\sum_k (y_k - t_k)^2$이에요. 소수 둘째 자리까지 적어요.",
			"\n\nFind the gradient with respect to the scores, $\\frac{\\partial E}{\\partial a}$, for two losses: cross entropy (natural logarithm) and the squared error $\\frac{1}{2} \\sum_k (y_k - t_k)^2$. Give two decimals.")),
		Parts: []exercises.Part{
			exercises.Vector("ce", 2, lang.T("교차 엔트로피", "cross entropy"), lang.T("소프트맥스와 교차 엔트로피를 합치면 $y - t$예요.", "Softmax and cross entropy together give $y - t$."),
				rightTelling(to(entropyGradient), lang.T("틀린 만큼이 그대로 기울기예요. 많이 틀릴수록 세게 고쳐요.", "The error itself is the gradient: the more it is wrong, the harder it is corrected.")),
				no("sign", to(negated(entropyGradient)), lang.T("부호가 반대예요. 출력에서 정답을 빼요.", "The sign is turned around. Take the truth from the output.")),
				no("output", to(func(y []float64) []float64 { return y }), lang.T("출력 $y$예요. 여기서 정답 $t$를 빼요.", "That is the output $y$. Take the truth $t$ from it.")),
				no("other-loss", to(squaredGradient), lang.T("평균 제곱 오차의 기울기예요.", "That is for the squared error.")),
				no("by-output", to(func(y []float64) []float64 { return []float64{-1 / y[0], 0} }), lang.T("$y$에 대한 기울기예요. $a$까지 가려면 소프트맥스를 거꾸로 지나야 해요.", "That is the gradient with respect to $y$. To get to $a$ it has to go back through softmax."))),
			exercises.Vector("mse", 2, lang.T("평균 제곱 오차", "squared error"), lang.T("$y - t$를 소프트맥스에 거꾸로 통과시켜요. $\\frac{\\partial E}{\\partial a_1} = y_1 y_2 \\left((y_1 - t_1) - (y_2 - t_2)\\right)$", "Take $y - t$ back through softmax: $\\frac{\\partial E}{\\partial a_1} = y_1 y_2 \\left((y_1 - t_1) - (y_2 - t_2)\\right)$"),
				rightTelling(to(squaredGradient, byProduct), spoken("교차 엔트로피의 %[1]s배예요. 곱해진 $2 y_1 y_2$ 때문에, 크게 틀려서 $y_1$이 0에 가까우면 오히려 거의 배우지 못해요.",
					"It is %[1]s times that of cross entropy. Because of the factor $2 y_1 y_2$ it hardly learns when it is badly wrong and $y_1$ is near 0.", dec(mse[0]/ce[0], 2))),
				no("softmax-forgotten", to(entropyGradient), lang.T("$y - t$는 $y$에 대한 기울기예요. 소프트맥스의 미분을 곱해야 $a$에 대한 기울기예요.", "$y - t$ is the gradient with respect to $y$ here. For $a$, multiply by the derivative of softmax.")),
				no("own-only", to(func(y []float64) []float64 {
					return zipped(y, entropyGradient(y), func(y, d float64) float64 { return y * (1 - y) * d })
				}), lang.T("자기 출력만 보셨어요. $a_1$이 커지면 $y_2$도 줄어드니 두 길을 더해요.", "That looks at its own output alone. As $a_1$ grows, $y_2$ shrinks, too: add both paths.")),
				no("sign", to(negated(squaredGradient)), lang.T("부호가 반대예요. 출력에서 정답을 빼요.", "The sign is turned around. Take the truth from the output.")).Carrying()),
		},
		Hints: []lang.Text{
			lang.Sprintf("출력은 $y \\approx %[1]s$이고, $y - t \\approx %[2]s$예요.", "The output is $y \\approx %[1]s$, so $y - t \\approx %[2]s$.", rowDec(y), rowDec(ce)),
			lang.Sprintf("소프트맥스의 미분은 $\\frac{\\partial y_1}{\\partial a_1} = y_1 y_2 \\approx %[1]s$, $\\frac{\\partial y_2}{\\partial a_1} = -y_1 y_2$예요.", "The derivatives of softmax are $\\frac{\\partial y_1}{\\partial a_1} = y_1 y_2 \\approx %[1]s$ and $\\frac{\\partial y_2}{\\partial a_1} = -y_1 y_2$.", dec(y[0]*y[1], 4)),
		},
		Solution: lang.Sprintf("교차 엔트로피:\n\n$$ y - t \\approx %[1]s $$\n\n평균 제곱 오차:\n\n$$ 2 y_1 y_2 (y - t) \\approx %[2]s $$", "Cross entropy:\n\n$$ y - t \\approx %[1]s $$\n\nSquared error:\n\n$$ 2 y_1 y_2 (y - t) \\approx %[2]s $$", rowDec(ce), rowDec(mse)),
	}
}
