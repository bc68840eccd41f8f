package bank

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/graph"
)

// node is an addition or a product of A and B to which the gradient G comes down.
type node struct{ A, B, G float64 }

func localGradients() exercises.Exercise {
	draw := func(r *rand.Rand) node {
		v := r.Perm(8)
		sign := func() float64 { return among(r, 1, 1, -1) }
		return node{sign() * float64(v[0]+2), sign() * float64(v[1]+2), sign() * float64(v[2]+2)}
	}
	return exercises.Template("08/local", lang.T("덧셈 노드와 곱셈 노드", "Addition and product"), node{2, 5, 3}, draw, buildLocal,
		slices.Concat(
			exercises.Accepts("sum", "3, 3", "(3, 3)"),
			exercises.Catches("sum", "no-upstream", "1, 1"),
			exercises.Catches("sum", "as-product", "15, 6"),
			exercises.Catches("sum", "own-value", "6, 15"),
			exercises.Catches("sum", "split", "1.5, 1.5"),
			exercises.Catches("sum", "values", "2, 5"),
			exercises.Catches("sum", "", "0, 3"),
			exercises.Refuses("sum", "3"),
			exercises.Accepts("product", "15, 6"),
			exercises.Catches("product", "not-swapped", "6, 15"),
			exercises.Catches("product", "no-upstream", "5, 2"),
			exercises.Catches("product", "as-sum", "3, 3"),
			exercises.Catches("product", "values", "2, 5"),
			exercises.Catches("product", "all", "30, 30"),
			exercises.Catches("product", "", "1, 1"),
			exercises.Refuses("product", "곱해요"),
		)...)
}

func buildLocal(p node) exercises.Variant {
	pair := func(a, b float64) exercises.Want { return exercises.Exactly([]float64{a, b}) }
	no := exercises.Mistaken
	values := lang.T("두 입력의 값을 그대로 적으셨어요. 내려보내는 것은 기울기예요.", "Those are the inputs themselves. What goes down is gradients.")
	ask := lang.T("차례로 $\\frac{\\partial L}{\\partial a}$, $\\frac{\\partial L}{\\partial b}$예요.", "In order: $\\frac{\\partial L}{\\partial a}$, $\\frac{\\partial L}{\\partial b}$.")
	return exercises.Variant{
		Situation: graphSituation(fmt.Sprintf("L=%g*f,f=a*b", p.G), p.A, p.B),
		Statement: sentences(spoken("두 입력이 $a = %[1]s$, $b = %[2]s$인 노드에 위에서 기울기 $\\frac{\\partial L}{\\partial f} = %[3]s$[이/가] 내려와요. 노드가 덧셈 $f = a + b$일 때와 곱셈 $f = ab$일 때, 두 입력으로 내려보내는 기울기를 구하세요.",
			"A node with the inputs $a = %[1]s$ and $b = %[2]s$ gets $\\frac{\\partial L}{\\partial f} = %[3]s$ from above. Which gradients does it hand down to its inputs if it is an addition, $f = a + b$, and if it is a product, $f = ab$?", num(p.A), num(p.B), num(p.G)), ask),
		Parts: []exercises.Part{
			exercises.Vector("sum", 2, lang.T("덧셈일 때", "addition"), lang.T("$a$가 1만큼 커지면 $f$도 1만큼 커져요. 거기에 위의 기울기를 곱해요.", "When $a$ grows by 1, so does $f$. Multiply that by the gradient from above."),
				exercises.Right(pair(p.G, p.G), lang.T("덧셈은 기울기를 나누지 않고 둘 다에게 그대로 넘겨요.", "An addition does not share the gradient out: both inputs get all of it.")),
				no("no-upstream", pair(1, 1), lang.T("이 노드만의 미분이에요. 위에서 온 기울기를 곱하세요.", "That is the derivative of this node alone. Multiply by the gradient from above.")),
				no("as-product", pair(p.G*p.B, p.G*p.A), lang.T("곱셈 노드의 기울기예요. 덧셈에서는 상대편의 값이 들어가지 않아요.", "That is what a product hands down. In an addition the other value plays no part.")),
				no("own-value", pair(p.G*p.A, p.G*p.B), lang.T("입력의 값을 곱하셨어요. 덧셈의 기울기에는 입력의 값이 들어가지 않아요.", "That multiplies by the inputs. In the gradient of an addition they play no part.")),
				no("split", pair(p.G/2, p.G/2), lang.T("기울기를 반씩 나누셨어요. $a$가 1만큼 커지면 $f$는 반이 아니라 1만큼 커져요.", "That shares the gradient out in halves. When $a$ grows by 1, $f$ grows by 1, not by a half.")),
				no("values", pair(p.A, p.B), values)),
			exercises.Vector("product", 2, lang.T("곱셈일 때", "product"), lang.T("$a$가 1만큼 커지면 $f$는 $b$만큼 커져요. 거기에 위의 기울기를 곱해요.", "When $a$ grows by 1, $f$ grows by $b$. Multiply that by the gradient from above."),
				exercises.Right(pair(p.G*p.B, p.G*p.A), lang.T("큰 값과 곱해진 쪽이 큰 기울기를 받아요. 그래서 입력이 크면 그 가중치가 빨리 배워요.", "What is multiplied by a large value gets a large gradient: with a large input a weight learns fast.")),
				no("not-swapped", pair(p.G*p.A, p.G*p.B), lang.T("자기 값을 곱하셨어요. 곱셈은 상대편의 값을 곱해서 넘겨요.", "That multiplies by each input itself. A product hands down the other one's value.")),
				no("no-upstream", pair(p.B, p.A), lang.T("이 노드만의 미분이에요. 위에서 온 기울기를 곱하세요.", "That is the derivative of this node alone. Multiply by the gradient from above.")),
				no("as-sum", pair(p.G, p.G), lang.T("덧셈 노드처럼 그대로 넘기셨어요. 곱셈은 상대편의 값을 곱해요.", "That passes the gradient on as an addition does. A product multiplies it by the other value.")),
				no("all", pair(p.G*p.A*p.B, p.G*p.A*p.B), lang.T("두 값을 다 곱하셨어요. 자기 값은 곱하지 않아요.", "That multiplies by both values. Leave out the input's own.")),
				no("values", pair(p.A, p.B), values)),
		},
		Hints: []lang.Text{
			lang.T("덧셈은 그대로 넘기고, 곱셈은 상대편의 값을 곱해서 넘겨요.", "An addition passes on what comes; a product multiplies it by the other value."),
			lang.Sprintf("곱셈에서 $a$가 받는 기울기는 $%[1]s \\cdot %[2]s$예요.", "In the product, $a$ gets $%[1]s \\cdot %[2]s$.", num(p.G), neg(p.B)),
		},
		Solution: lang.Sprintf("덧셈: $(%[1]s, %[1]s)$. 곱셈: $(%[1]s \\cdot %[2]s, %[1]s \\cdot %[3]s) = (%[4]s, %[5]s)$", "Addition: $(%[1]s, %[1]s)$. Product: $(%[1]s \\cdot %[2]s, %[1]s \\cdot %[3]s) = (%[4]s, %[5]s)$",
			num(p.G), neg(p.B), neg(p.A), num(p.G*p.B), num(p.G*p.A)),
	}
}

// inputs are those of f = (x + y) z.
type inputs struct{ X, Y, Z float64 }

// situation shows the graph with its numbers.
func (p inputs) situation() string { return graphSituation("f=(x+y)*z", p.X, p.Y, p.Z) }

func sumTimes() exercises.Exercise {
	draw := func(r *rand.Rand) inputs {
		for {
			v := drawEntries(r, 3, 7)
			q := v[0] + v[1]
			if apart := leastGap([]float64{0, 1, q, v[2]}); apart >= 1 && q != -v[2] {
				return inputs{v[0], v[1], v[2]}
			}
		}
	}
	return exercises.Template("08/graph", lang.T("그래프의 값과 기울기", "Values and gradients of a graph"), inputs{-2, 5, -4}, draw, buildSumTimes,
		slices.Concat(
			exercises.Accepts("forward", "3, -12", "(3, −12)"),
			exercises.Catches("forward", "added", "3, -1"),
			exercises.Catches("forward", "multiplied", "-10, 40"),
			exercises.Catches("forward", "", "3, 12"),
			exercises.Refuses("forward", "3"),
			exercises.Accepts("product", "-4, 3"),
			exercises.Catches("product", "not-swapped", "3, -4"),
			exercises.Catches("product", "as-sum", "1, 1"),
			exercises.Catches("product", "times-output", "48, -36"),
			exercises.Catches("product", "", "4, 3"),
			exercises.Refuses("product", ""),
			exercises.Accepts("sum", "-4, -4"),
			exercises.Catches("sum", "no-upstream", "1, 1"),
			exercises.Catches("sum", "as-product", "-20, 8"),
			exercises.Catches("sum", "split", "-2, -2"),
			exercises.Catches("sum", "wrong-branch", "3, 3"),
			exercises.Catches("sum", "values", "-2, 5"),
			exercises.Catches("sum", "", "4, 4"),
			exercises.Refuses("sum", "기울기"),
		)...)
}

// sumTimesGraph is drawn in the statement.
const sumTimesGraph = "```\n" +
	"x ──┐\n" +
	"    ├─ + ── q ──┐\n" +
	"y ──┘           ├─ × ── f\n" +
	"z ──────────────┘\n" +
	"```\n\n"

func buildSumTimes(p inputs) exercises.Variant {
	g := graph.New()
	x, y, z := g.Var("x", p.X), g.Var("y", p.Y), g.Var("z", p.Z)
	q := g.Add(x, y)
	f := g.Mul(q, z)
	g.Backward(f)
	pair := func(a, b float64) exercises.Want { return exercises.Exactly([]float64{a, b}) }
	no, values := exercises.Mistaken, []string{num(p.X), num(p.Y), num(p.Z), num(q.Value()), num(f.Value())}
	return exercises.Variant{
		Situation: p.situation(),
		Statement: spoken(sumTimesGraph+"$f = (x + y) z$의 그래프에 $x = %[1]s$, $y = %[2]s$, $z = %[3]s$[을/를] 넣어요. 순전파의 값 $q$, $f$와 역전파의 기울기를 구하세요.",
			sumTimesGraph+"Into the graph of $f = (x + y) z$ go $x = %[1]s$, $y = %[2]s$ and $z = %[3]s$. Find the values $q$ and $f$ on the way forward, and the gradients on the way back.", values[0], values[1], values[2]),
		Parts: []exercises.Part{
			exercises.Vector("forward", 2, lang.Same("$q, f$"), lang.T("앞에서부터 더하고, 곱해요.", "From the front: add, then multiply."),
				exercises.Right(pair(q.Value(), f.Value()), lang.T("이 값들을 적어 두었다가 역전파에서 다시 써요.", "Keep these values: the way back uses them again.")),
				no("added", pair(q.Value(), p.X+p.Y+p.Z), lang.T("둘째 노드는 곱셈이에요.", "The second node is a product.")),
				no("multiplied", pair(p.X*p.Y, p.X*p.Y*p.Z), lang.T("첫 노드는 덧셈이에요.", "The first node is an addition."))),
			exercises.Vector("product", 2, lang.Same(`$\frac{\partial f}{\partial q}, \frac{\partial f}{\partial z}$`), lang.T("곱셈 노드는 상대편의 값을 넘겨요. 맨 위의 기울기는 $\\frac{\\partial f}{\\partial f} = 1$이에요.",
				"A product hands down the other one's value. At the top the gradient is $\\frac{\\partial f}{\\partial f} = 1$."),
				exercises.Right(pair(q.Gradient(), z.Gradient()), lang.T("곱셈 노드가 두 값을 맞바꿔 넘겼어요.", "The product has handed each the other's value.")),
				no("not-swapped", pair(q.Value(), p.Z), lang.T("자기 값을 적으셨어요. 곱셈의 기울기에는 상대편의 값이 들어가요.", "Those are their own values. The gradient of a product takes the other one's.")),
				no("as-sum", pair(1, 1), lang.T("덧셈 노드처럼 그대로 넘기셨어요. 곱셈은 상대편의 값을 곱해요.", "That passes the gradient on as an addition does. A product multiplies it by the other value.")),
				no("times-output", pair(f.Value()*p.Z, f.Value()*q.Value()), lang.T("$f$의 값을 위의 기울기로 쓰셨어요. 맨 위의 기울기는 1이에요.", "That takes the value of $f$ for the gradient from above. At the top it is 1.")),
				follow("forward", func(v []float64) exercises.Calc { return exercises.From(p.Z, v[0]) })),
			exercises.Vector("sum", 2, lang.Same(`$\frac{\partial f}{\partial x}, \frac{\partial f}{\partial y}$`), lang.T("덧셈 노드는 위에서 온 $\\frac{\\partial f}{\\partial q}$를 둘 다에게 그대로 넘겨요.",
				"The addition passes $\\frac{\\partial f}{\\partial q}$, which comes from above, on to both."),
				exercises.Right(pair(x.Gradient(), y.Gradient()), lang.Sprintf("그래서 $x$를 0.01만큼 키우면 $f$는 %[1]s만큼 변해요.", "So when $x$ grows by 0.01, $f$ changes by %[1]s.", num(tidy(0.01*x.Gradient())))),
				no("no-upstream", pair(1, 1), lang.T("덧셈 노드만의 미분이에요. 위에서 온 $\\frac{\\partial f}{\\partial q}$를 곱하세요.", "That is the derivative of the addition alone. Multiply by $\\frac{\\partial f}{\\partial q}$ from above.")),
				no("as-product", pair(p.Z*p.Y, p.Z*p.X), lang.T("곱셈 노드처럼 넘기셨어요. 여기는 덧셈이라 그대로 넘겨요.", "That hands down as a product does. This is an addition and passes on what comes.")),
				no("split", pair(p.Z/2, p.Z/2), lang.T("기울기를 반씩 나누셨어요. 덧셈은 둘 다에게 통째로 넘겨요.", "That shares the gradient out in halves. An addition gives all of it to both.")),
				no("wrong-branch", pair(q.Value(), q.Value()), lang.T("$z$ 쪽의 기울기예요. 덧셈 노드에는 $\\frac{\\partial f}{\\partial q}$가 내려와요.", "That is the gradient of $z$. What comes down to the addition is $\\frac{\\partial f}{\\partial q}$.")).Carrying(),
				no("values", pair(p.X, p.Y), lang.T("두 입력의 값을 적으셨어요. 기울기를 구해요.", "Those are the inputs. Find their gradients.")),
				follow("product", func(v []float64) exercises.Calc { return exercises.From(v[0], v[0]) })),
		},
		Hints: []lang.Text{
			lang.Sprintf("$q = %[1]s$, $f = %[2]s$", "$q = %[1]s$, $f = %[2]s$", values[3], values[4]),
			lang.T("곱셈은 상대편의 값을 곱해서, 덧셈은 그대로 넘겨요.", "A product hands down the gradient times the other value; an addition passes it on."),
		},
		Solution: lang.Same(fmt.Sprintf("$$ q = %[1]s, \\quad f = %[2]s $$\n\n$$ \\frac{\\partial f}{\\partial q} = z = %[3]s, \\quad \\frac{\\partial f}{\\partial z} = q = %[1]s $$\n\n$$ \\frac{\\partial f}{\\partial x} = \\frac{\\partial f}{\\partial y} = \\frac{\\partial f}{\\partial q} \\cdot 1 = %[3]s $$",
			values[3], values[4], values[2])),
	}
}

// neuron is y = σ(wx + b) with half the square of its error as the loss.
type neuron struct{ W, X, B, T float64 }

func neuronGradient() exercises.Exercise {
	draw := func(r *rand.Rand) neuron {
		tenths := func(lo, hi int) float64 { return float64(lo+r.IntN(hi-lo+1)) / 10 }
		return neuron{among(r, -1, 1) * tenths(2, 9), among(r, -3, -2, 2, 3, 4), among(r, -1, 1) * tenths(1, 9), among(r, 0, 1)}
	}
	return exercises.Template("08/neuron", lang.T("뉴런 하나의 기울기", "The gradient of one neuron"), neuron{0.5, 2, -0.5, 1}, draw, buildNeuronGradient,
		slices.Concat(
			exercises.Accepts("y", "0.622", "0.6225"),
			exercises.Catches("y", "no-activation", "0.5"),
			exercises.Catches("y", "no-bias", "0.731"),
			exercises.Catches("y", "", "0.9"),
			exercises.Refuses("y", "σ"),
			exercises.Accepts("dw", "-0.177", "-0.1774"),
			exercises.Catches("dw", "slope-forgotten", "-0.755"),
			exercises.Catches("dw", "input-forgotten", "-0.089"),
			exercises.Catches("dw", "slope-at-output", "-0.1716"),
			exercises.Catches("dw", "weight-for-input", "-0.044"),
			exercises.Catches("dw", "sign", "0.177"),
			exercises.Catches("dw", "error-forgotten", "0.470"),
			exercises.Catches("dw", "", "-0.3"),
			exercises.Refuses("dw", ""),
		)...)
}

func buildNeuronGradient(p neuron) exercises.Variant {
	a := tidy(p.W*p.X + p.B)
	// The error of the output, the slope of the sigmoid, and what they are multiplied by.
	gradient := func(ways []exercises.Calc, slope func(y float64) float64, by float64) exercises.Want {
		return exercises.To(3, eachWay(ways, func(y exercises.Calc) exercises.Calc {
			return y.And(lang.T("시그모이드의 기울기", "the slope of the sigmoid"), func(y []float64) []float64 { return []float64{slope(y[0])} }).
				Value(lang.Text{}, func(x []float64) float64 { return (x[0] - p.T) * x[1] * by })
		})...)
	}
	output := []exercises.Calc{exercises.From(a).Value(sigmoidName(), func(a []float64) float64 { return nn.Sigmoid.At(a[0]) })}
	right := func(y float64) float64 { return y * (1 - y) }
	no, y := exercises.Mistaken, nn.Sigmoid.At(a)
	dw := (y - p.T) * right(y) * p.X
	withoutSlope := func(f func(y float64) float64) exercises.Want {
		return exercises.To(3, eachWay(output, func(c exercises.Calc) exercises.Calc {
			return c.Value(lang.Text{}, func(y []float64) float64 { return f(y[0]) })
		})...)
	}
	x, e := num(p.X), dec(y-p.T, 4)
	direction := lang.T("음수라서 $w$를 키우면 손실이 줄어요.", "It is negative: a larger $w$ makes the loss smaller.")
	if dw > 0 {
		direction = lang.T("양수라서 $w$를 줄이면 손실이 줄어요.", "It is positive: a smaller $w$ makes the loss smaller.")
	}
	return exercises.Variant{
		Picture: func(typed map[string][]float64) exercises.Picture {
			picture := activationPicture(nn.Sigmoid.At, 5, -0.25, 1.25)
			picture.Caption = spoken("시그모이드예요. 적은 y가 wx + b의 자리에 점으로, 정답 %[1]s[이/가] 가로선으로 나타나요.", "The sigmoid. The y that is typed is a dot at wx + b, the truth, %[1]s, the level line.", num(p.T))
			picture.Lines = []exercises.Boundary{{W2: 1, B: -p.T}}
			return touching(picture, a, typed["y"], nil)
		},
		Situation: graphSituation(fmt.Sprintf("E=(y-%g)^2/2,y=sigmoid(w*x+b)", p.T), p.W, p.X, p.B),
		Statement: spoken("뉴런 하나가 $y = \\sigma(wx + b)$를 내놓고, 손실은 $E = \\frac{1}{2}(y - t)^2$이에요. $w = %[1]s$, $x = %[2]s$, $b = %[3]s$, 정답은 $t = %[4]s$[이에요/예요]. 출력 $y$와 기울기 $\\frac{\\partial E}{\\partial w}$를 소수 셋째 자리까지 구하세요. 중간 값도 셋째 자리까지는 남겨요.",
			"A neuron gives $y = \\sigma(wx + b)$; the loss is $E = \\frac{1}{2}(y - t)^2$. With $w = %[1]s$, $x = %[2]s$, $b = %[3]s$ and the truth $t = %[4]s$, find the output $y$ and the gradient $\\frac{\\partial E}{\\partial w}$, to three decimals. Keep three on the way, too.", num(p.W), x, num(p.B), num(p.T)),
		Parts: []exercises.Part{
			exercises.Number("y", lang.T("출력 y", "output y"), lang.T("$wx + b$를 구하고 시그모이드에 넣어요.", "Find $wx + b$ and put it into the sigmoid."),
				rightTelling(exercises.To(3, bothSigmoids(a)...), spoken("정답 %[1]s[과/와]의 차는 $%[2]s$[이에요/예요].", "It is off the truth by $%[2]s$.", num(p.T), e)),
				no("no-activation", exercises.Exactly(a), lang.T("시그모이드에 넣기 전의 값이에요.", "That is the value before the sigmoid.")),
				no("no-bias", exercises.To(3, bothSigmoids(tidy(p.W*p.X))...), lang.T("편향을 더하지 않은 값과 같아요.", "That is what comes out without the bias."))),
			exercises.Number("dw", lang.Same(`$\frac{\partial E}{\partial w}$`), lang.T("$(y - t)$, 시그모이드의 기울기 $y(1 - y)$, 입력 $x$의 세 기울기를 곱해 보세요.", "Multiply three slopes: $(y - t)$, that of the sigmoid, $y(1 - y)$, and the input $x$."),
				rightTelling(gradient(output, right, p.X), direction),
				no("slope-forgotten", withoutSlope(func(y float64) float64 { return (y - p.T) * p.X }), lang.T("시그모이드의 기울기 $y(1 - y)$가 빠졌어요. 손실이 교차 엔트로피라면 이 값이 맞아요.", "The slope of the sigmoid, $y(1 - y)$, is missing. With cross entropy as the loss this would be right.")),
				no("input-forgotten", gradient(output, right, 1), spoken("$wx + b$에 대한 기울기예요. $w$에 대해서는 $x = %[1]s$[을/를] 더 곱해요.", "That is the gradient with respect to $wx + b$. For $w$ multiply by $x = %[1]s$ as well.", x)),
				no("slope-at-output", gradient(output, func(y float64) float64 { return right(nn.Sigmoid.At(y)) }, p.X), lang.T(
					"시그모이드의 기울기를 $y$에서 구하셨어요. $\\sigma(y)(1 - \\sigma(y))$가 아니라 $y(1 - y)$예요.", "The slope of the sigmoid was taken at $y$. It is $y(1 - y)$, not $\\sigma(y)(1 - \\sigma(y))$.")),
				no("weight-for-input", gradient(output, right, p.W), lang.T("$w$를 곱하셨어요. 곱셈의 기울기에는 상대편인 $x$가 들어가요.", "That multiplies by $w$. The gradient of a product takes the other one, $x$.")),
				no("sign", gradient(output, right, -p.X), lang.T("부호가 반대예요. 정답에서 빼지 말고 출력에서 정답을 빼요.", "The sign is turned around. Take the truth from the output, not the output from the truth.")),
				no("error-forgotten", withoutSlope(func(y float64) float64 { return y * (1 - y) * p.X }), lang.T("$\\frac{\\partial y}{\\partial w}$까지예요. 손실의 기울기 $y - t$를 곱하세요.", "That is $\\frac{\\partial y}{\\partial w}$. Multiply by the slope of the loss, $y - t$.")),
				followTo(3, "y", func(y []float64) exercises.Calc {
					return exercises.From(y[0]).Value(lang.Text{}, func(y []float64) float64 { return (y[0] - p.T) * right(y[0]) * p.X })
				})),
		},
		Hints: []lang.Text{
			lang.Sprintf("$wx + b = %[1]s$, $y = \\sigma(%[1]s) %[2]s$", "$wx + b = %[1]s$, $y = \\sigma(%[1]s) %[2]s$", num(a), about(y, 4)),
			lang.Sprintf("$\\frac{\\partial E}{\\partial w} = \\frac{\\partial E}{\\partial y} \\cdot \\frac{\\partial y}{\\partial a} \\cdot \\frac{\\partial a}{\\partial w}$이고 $\\frac{\\partial E}{\\partial y} = y - t \\approx %[1]s$예요.",
				"$\\frac{\\partial E}{\\partial w} = \\frac{\\partial E}{\\partial y} \\cdot \\frac{\\partial y}{\\partial a} \\cdot \\frac{\\partial a}{\\partial w}$, and $\\frac{\\partial E}{\\partial y} = y - t \\approx %[1]s$.", e),
		},
		Solution: lang.Same(fmt.Sprintf("$$ y = \\sigma(%s) %s $$\n\n$$ \\frac{\\partial E}{\\partial w} = (y - t) \\cdot y(1 - y) \\cdot x \\approx %s \\cdot %s \\cdot %s \\approx %s $$",
			num(a), about(y, 4), bracketed(e), dec(y*(1-y), 4), neg(p.X), dec(dw, 4))),
	}
}
