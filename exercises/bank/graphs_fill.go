package bank

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn/graph"
)

// filled is f = cx + ReLU(z) with c = x − y, at given numbers: x meets two nodes,
// z a gate. U is ∂L/∂f.
type filled struct{ X, Y, Z, U float64 }

// fillIn is 08/fill: values forward and gradients back, node by node.
func fillIn() exercises.Exercise {
	draw := func(r *rand.Rand) filled {
		return filled{X: float64(2 + r.IntN(5)), Y: among(r, -3, -2, 1, 2, 3, 4, 5, 7), Z: among(r, 0, 0, -3, -2, 2, 4), U: among(r, -3, -2, 2, 3, 4)}
	}
	return exercises.Template("08/fill", lang.T("그래프에 값과 기울기 채우기", "Fill in values and gradients"), filled{3, 1, 0, 2}, draw, buildFillIn,
		slices.Concat(
			exercises.Accepts("c", "2"), exercises.Catches("c", "swapped", "-2"), exercises.Catches("c", "added", "4"),
			exercises.Catches("c", "", "7"), exercises.Refuses("c", "x"),
			exercises.Accepts("f", "6"), exercises.Catches("f", "added", "5"), exercises.Catches("f", "", "7"), exercises.Refuses("f", ""),
			exercises.Accepts("dc", "6"), exercises.Catches("dc", "not-swapped", "4"), exercises.Catches("dc", "no-upstream", "3"),
			exercises.Catches("dc", "wrong-local", "2"), exercises.Catches("dc", "", "9"), exercises.Refuses("dc", "dL/df"),
			exercises.Accepts("dx", "10"), exercises.Catches("dx", "not-summed", "4", "6"), exercises.Catches("dx", "no-upstream", "5"),
			exercises.Catches("dx", "sign", "-2"), exercises.Catches("dx", "", "9"), exercises.Refuses("dx", "2 3"),
			exercises.Accepts("dy", "-6"), exercises.Catches("dy", "sign", "6"), exercises.Catches("dy", "no-upstream", "-1"),
			exercises.Catches("dy", "skipped-node", "-2"), exercises.Catches("dy", "", "9"), exercises.Refuses("dy", "?"),
			exercises.Accepts("dz", "0"), exercises.Catches("dz", "open-at-zero", "2"), exercises.Catches("dz", "", "9"), exercises.Refuses("dz", ""),
		)...)
}

// gradients are those of L, as the engine finds them.
func (p filled) gradients() (c, f float64, d map[string]float64) {
	g := graph.New()
	at := map[string]float64{"x": p.X, "y": p.Y, "z": p.Z}
	for _, name := range []string{"x", "y", "z"} {
		g.Var(name, at[name])
	}
	difference := g.Sub(g.Named("x"), g.Named("y"))
	out := g.Add(g.Mul(difference, g.Named("x")), g.ReLU(g.Named("z")))
	g.Backward(g.Mul(out, g.Const(p.U)))
	d = map[string]float64{"c": difference.Gradient()}
	for name := range at {
		d[name] = g.Named(name).Gradient()
	}
	return difference.Value(), out.Value(), d
}

func buildFillIn(p filled) exercises.Variant {
	c, f, d := p.gradients()
	say := filler(map[string]string{
		"x": num(p.X), "y": num(p.Y), "z": num(p.Z), "u": num(p.U), "c": num(c), "f": num(f), "g": num(c * p.X), "r": num(max(0, p.Z)),
		"-y": neg(p.Y), "(c)": neg(c), "(u)": neg(p.U), "uc": num(p.U * c), "ux": num(p.U * p.X),
		"(ux)": neg(p.U * p.X), "dc": num(d["c"]), "dx": num(d["x"]), "dy": num(d["y"]), "dz": num(d["z"]),
	})
	return exercises.Variant{
		Situation: graphSituation(fmt.Sprintf("L=%g*f,f=c*x+relu(z),c=x-y", p.U), p.X, p.Y, p.Z),
		Statement: say(lang.T(
			"$f = g + r$, $g = c \\cdot x$, $c = x - y$, $r = \\text{ReLU}(z)$의 계산 그래프예요. $x = «x»$, $y = «y»$, $z = «z»$이고 위에서 $\\frac{\\partial L}{\\partial f} = «u»$가 내려와요.\n\n앞으로 가며 $c$와 $f$를, 거꾸로 오며 네 기울기를 구하세요. $x$에서 나가는 화살표는 둘이에요. ReLU는 0에서 닫혀 있어요.",
			"This is the graph of $f = g + r$ with $g = c \\cdot x$, $c = x - y$ and $r = \\text{ReLU}(z)$. The inputs are $x = «x»$, $y = «y»$ and $z = «z»$, and $\\frac{\\partial L}{\\partial f} = «u»$ comes from above.\n\nFind $c$ and $f$ on the way forward and the four gradients on the way back. Two arrows leave $x$. ReLU is closed at 0.")),
		Parts: []exercises.Part{p.forwardC(c), p.forwardF(c, f), p.backC(c, d["c"]), p.backX(c, d["x"]), p.backY(d), p.backZ(d["z"])},
		Hints: []lang.Text{
			lang.T("더하기는 기울기를 그대로 넘기고, 곱하기는 상대편의 값을 곱해서 넘겨요. 그래서 $\\frac{\\partial L}{\\partial g} = \\frac{\\partial L}{\\partial f}$예요.",
				"A sum passes its gradient on, a product passes it on times the value of the other input. So $\\frac{\\partial L}{\\partial g} = \\frac{\\partial L}{\\partial f}$."),
			lang.T("$x$는 $c$로도, $g$로도 가요. 두 길에서 오는 기울기를 각각 구해서 더하세요.",
				"$x$ goes into $c$ and into $g$. Find the gradient that comes back over each way, and add the two."),
		},
		Solution: say(lang.T(
			"앞으로: $c = «x» - «-y» = «c»$, $g = «(c)» \\cdot «x» = «g»$, $r = «r»$, $f = «f»$.\n\n뒤로: $\\frac{\\partial L}{\\partial c} = «(u)» \\cdot «x» = «dc»$, $\\frac{\\partial L}{\\partial y} = -\\frac{\\partial L}{\\partial c} = «dy»$. $x$는 두 길을 더해서 $«uc» + «(ux)» = «dx»$, $z$는 문을 지나 $«dz»$이에요.",
			"Forward: $c = «x» - «-y» = «c»$, $g = «(c)» \\cdot «x» = «g»$, $r = «r»$, $f = «f»$.\n\nBack: $\\frac{\\partial L}{\\partial c} = «(u)» \\cdot «x» = «dc»$, $\\frac{\\partial L}{\\partial y} = -\\frac{\\partial L}{\\partial c} = «dy»$. For $x$ both ways add up, $«uc» + «(ux)» = «dx»$, and $z$ gets $«dz»$ through the gate.")),
	}
}

// slipsTo recognises one number.
func slipsTo(id string, at float64, ko, en string) exercises.Rule {
	return exercises.Mistaken(id, exercises.Exactly(at), lang.T(ko, en))
}

func (p filled) forwardC(c float64) exercises.Part {
	return exercises.Number("c", lang.Same("$c$"), lang.T("$c$는 $x$에서 $y$를 뺀 값이에요.", "$c$ is $x$ less $y$."),
		exercises.Right(exercises.Exactly(c), lang.T("$y$가 커지면 $c$는 작아져요. 이 부호가 뒤로 갈 때 다시 나와요.", "As $y$ grows $c$ falls: this sign comes back on the way back.")),
		slipsTo("swapped", -c, "뺄셈의 두 입력이 뒤바뀌었어요. $c = x - y$예요.", "The operands of the difference are swapped: $c = x - y$."),
		slipsTo("added", p.X+p.Y, "더하셨어요. 이 노드는 빼기예요.", "You added. This node subtracts."))
}

func (p filled) forwardF(c, f float64) exercises.Part {
	rules := []exercises.Rule{
		exercises.Right(exercises.Exactly(f), lang.T("뒤로 갈 때 쓸 $c$와 $x$의 값도 이제 다 있어요.", "Now all that the way back needs is there: the values of $c$ and $x$.")),
		slipsTo("added", c+p.X+max(0, p.Z), "$g$에서 $c$와 $x$를 더하셨어요. 이 노드는 곱하기예요.", "You added $c$ and $x$ for $g$. This node multiplies."),
	}
	if p.Z < 0 {
		rules = append(rules, slipsTo("gate-open", f+p.Z, "ReLU를 지나지 않은 $z$를 더하셨어요. 음수는 0이 돼요.", "You added $z$ itself, not what ReLU makes of it. A negative number becomes 0."))
	}
	rules = append(rules, exercises.Follow("c", answer.Exact, func(earlier map[string]exercises.Result) (exercises.Calc, bool) {
		return exercises.From(answer.Entries(earlier["c"].Read)...).Value(lang.Text{}, func(v []float64) float64 { return v[0]*p.X + max(0, p.Z) }), true
	}, lang.T("앞의 $c$로는 맞는 값이에요. $c$를 고치면 함께 맞아요.", "Right for your $c$. Mend that and this comes right.")))
	return exercises.Number("f", lang.Same("$f$"), lang.T("$c$와 $x$를 곱하고, 거기에 $\\text{ReLU}(z)$를 더해요.", "Multiply $c$ by $x$ and add $\\text{ReLU}(z)$."), rules...)
}

func (p filled) backC(c, dc float64) exercises.Part {
	return exercises.Number("dc", lang.Same("$\\frac{\\partial L}{\\partial c}$"), lang.T(
		"$c$는 곱하기로 들어가요. 위에서 온 기울기에 상대편 입력의 값을 곱하세요.", "$c$ goes into a product: multiply the gradient from above by the value of the other input."),
		exercises.Right(exercises.Exactly(dc), lang.T("곱하기에서는 두 입력이 자리를 바꿔요. $c$에는 $x$의 값이 곱해져요.", "A product swaps its inputs: $c$ gets the value of $x$.")),
		slipsTo("not-swapped", p.U*c, "$c$ 자신의 값을 곱하셨어요. 곱하기에서는 상대편의 값을 곱해요.", "You multiplied by the value of $c$ itself. A product multiplies by that of the other input."),
		slipsTo("no-upstream", p.X, "이 노드의 편미분까지는 맞아요. 위에서 내려온 기울기를 곱하세요.", "That is the derivative at this node. Multiply by the gradient from above."),
		slipsTo("wrong-local", p.U, "더하기처럼 그대로 넘기셨어요. 이 노드는 곱하기예요.", "You passed it on as a sum does. This node is a product."))
}

func (p filled) backX(c, dx float64) exercises.Part {
	one := lang.T("한 길의 기울기예요. $x$에서 나가는 화살표는 둘이니 다른 길로 오는 기울기를 더하세요.",
		"That comes back over one way. Two arrows leave $x$: add what comes over the other.")
	return exercises.Number("dx", lang.Same("$\\frac{\\partial L}{\\partial x}$"), lang.T(
		"$g$에서 바로 오는 기울기와 $c$를 거쳐 오는 기울기를 따로 구해서 더하세요.", "Find what comes from $g$ directly and what comes by way of $c$, and add the two."),
		exercises.Right(exercises.Exactly(dx), lang.T("여러 길로 온 기울기는 더해져요. 가중치를 함께 쓰는 층에서도 마찬가지예요.", "What comes over several ways adds up, also in layers that share their weights.")),
		exercises.Mistaken("not-summed", exercises.Exactly(p.U*c), one),
		exercises.Mistaken("not-summed", exercises.Exactly(p.U*p.X), one),
		slipsTo("no-upstream", c+p.X, "두 길을 더한 것까지는 맞아요. 위에서 내려온 기울기를 곱하세요.", "Both ways are there. Multiply by the gradient from above."),
		slipsTo("sign", p.U*c-p.U*p.X, "$c$를 거쳐 오는 길의 부호가 달라요. $c = x - y$에서 $x$ 앞에는 빼기가 없어요.", "The way over $c$ has the wrong sign: in $c = x - y$ it is not $x$ that is subtracted."),
		exercises.Follow("dc", answer.Exact, func(earlier map[string]exercises.Result) (exercises.Calc, bool) {
			return exercises.From(answer.Entries(earlier["dc"].Read)...).Value(lang.Text{}, func(v []float64) float64 { return p.U*c + v[0] }), true
		}, lang.T("앞의 기울기로는 두 길을 바르게 더했어요.", "With your earlier gradient both ways are added rightly.")))
}

func (p filled) backY(d map[string]float64) exercises.Part {
	return exercises.Number("dy", lang.Same("$\\frac{\\partial L}{\\partial y}$"), lang.T(
		"$y$는 $c$에서 빼지는 입력이에요. $\\frac{\\partial L}{\\partial c}$에 이 노드의 편미분을 곱하세요.", "$y$ is what is subtracted in $c$: multiply $\\frac{\\partial L}{\\partial c}$ by the derivative of that node."),
		exercises.Right(exercises.Exactly(d["y"]), lang.T("빼기는 뒤의 입력에 부호를 바꾸어 넘겨요.", "A difference passes the gradient to its second input with the sign changed.")),
		slipsTo("sign", -d["y"], "부호가 달라요. $c = x - y$를 $y$로 미분하면 −1이에요.", "The sign is wrong: the derivative of $c = x - y$ with respect to $y$ is −1."),
		slipsTo("no-upstream", -1, "이 노드의 편미분까지는 맞아요. $c$까지 내려온 기울기를 곱하세요.", "That is the derivative at this node. Multiply by the gradient that has come down to $c$."),
		slipsTo("skipped-node", -p.U, "$f$의 기울기를 바로 넘기셨어요. $y$ 위에는 곱하기 노드가 하나 더 있어요.", "You passed on the gradient of $f$. Above $y$ there is one more node, the product."),
		exercises.Follow("dc", answer.Exact, func(earlier map[string]exercises.Result) (exercises.Calc, bool) {
			return exercises.From(answer.Entries(earlier["dc"].Read)...).Value(lang.Text{}, func(v []float64) float64 { return -v[0] }), true
		}, lang.T("앞의 기울기로는 부호를 바르게 바꾸었어요.", "For your earlier gradient the sign is changed rightly.")))
}

func (p filled) backZ(dz float64) exercises.Part {
	rules := []exercises.Rule{exercises.Right(exercises.Exactly(dz), lang.T(
		"ReLU는 문이에요. 열려 있으면 그대로, 닫혀 있으면 아무것도 넘기지 않아요.", "ReLU is a gate: open it passes the gradient unchanged, closed it passes nothing."))}
	switch {
	case p.Z > 0:
		rules = append(rules, slipsTo("closed", 0, "$z$가 0보다 크니 문이 열려 있어요.", "$z$ is above 0, so the gate is open."),
			slipsTo("no-upstream", 1, "문의 편미분까지는 맞아요. 위에서 내려온 기울기를 곱하세요.", "That is the derivative of the gate. Multiply by the gradient from above."),
			slipsTo("value", p.U*p.Z, "ReLU의 값을 곱하셨어요. 곱할 것은 기울기 1이에요.", "You multiplied by the value of ReLU. What belongs there is its slope, 1."))
	case p.Z == 0:
		rules = append(rules, slipsTo("open-at-zero", p.U, "0에서 문을 열어 두셨어요. 강의 자료에서 ReLU는 0에서 닫혀 있어요.", "You left the gate open at 0. On the handout ReLU is closed there."))
	default:
		rules = append(rules, slipsTo("always-open", p.U, "$z$가 음수라 문이 닫혀 있어요. 닫힌 문은 기울기도 막아요.", "$z$ is negative and the gate is closed: it stops the gradient, too."))
	}
	return exercises.Number("dz", lang.Same("$\\frac{\\partial L}{\\partial z}$"), lang.T(
		"$z$는 ReLU로 들어가요. 문이 열려 있는지 먼저 보세요.", "$z$ goes into ReLU. See first whether the gate is open."), rules...)
}
