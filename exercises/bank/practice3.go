package bank

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// powered is f = g + b with g = c w xⁿ. The handout's is w x².
type powered struct{ C, N int }

// practice3 is 연습문제 3: the gradients of f = g + b, g = w x².
func practice3() exercises.Exercise {
	draw := func(r *rand.Rand) powered { return powered{2 + r.IntN(8), 2 + r.IntN(4)} }
	return exercises.Template("practice-3", lang.T("연습문제 3", "Practice 3"), powered{1, 2}, draw, buildPractice3,
		slices.Concat(
			exercises.Accepts("graph", "a = x*x; g = w*a; f = g + b", "a = w*x; g = a*x; f = b + g"),
			exercises.Catches("graph", "operation", "a = x + x; g = w*a; f = g + b"),
			exercises.Catches("graph", "edge", "a = x*x; g = w*x; f = g + b"),
			exercises.Catches("graph", "missing", "g = w*x; f = g + b"),
			exercises.Refuses("graph", "f = g + b; g = w x^2", "f = w x² + b"),
			exercises.Accepts("dw", "x^2 dL/df", "x² ∂L/∂f", "∂L/∂w = x*x*dL/df"),
			exercises.Catches("dw", "no-upstream", "x^2"),
			exercises.Catches("dw", "not-swapped", "w dL/df"),
			exercises.Catches("dw", "by-x", "2wx dL/df"),
			exercises.Catches("dw", "times-value", "w x^2 dL/df"),
			exercises.Catches("dw", "", "x dL/df"),
			exercises.Refuses("dw", "", "y dL/df"),
			exercises.Accepts("dx", "2wx dL/df", "dL/df·2·w·x"),
			exercises.Catches("dx", "no-upstream", "2wx"),
			exercises.Catches("dx", "no-power-rule", "w x dL/df"),
			exercises.Catches("dx", "power-kept", "2 w x² dL/df"),
			exercises.Catches("dx", "w-forgotten", "2x dL/df"),
			exercises.Catches("dx", "", "w dL/df"),
			exercises.Refuses("dx", "2w("),
			exercises.Accepts("db", "dL/df", "∂L/∂f", "1 * dL/df"),
			exercises.Catches("db", "no-upstream", "1"),
			exercises.Catches("db", "nothing", "0"),
			exercises.Catches("db", "multiplied", "b dL/df"),
			exercises.Catches("db", "", "x dL/df"),
			exercises.Refuses("db", "?"),
		)...)
}

// text writes c w xⁿ with other exponents and factors, as one types it.
func (f powered) text(coefficient int, w string, exponent int) string {
	s := factor(coefficient) + w
	switch exponent {
	case 0:
		return s
	case 1:
		return s + " x"
	}
	return fmt.Sprintf("%s x^%d", s, exponent)
}

func buildPractice3(f powered) exercises.Variant {
	kind := answer.Formula{Variables: []string{"w", "x", "b", upstream}, Example: "3 w² x ∂L/∂f"}
	g := texOf(kind, f.text(f.C, "w", f.N))
	p := gradients{f: f, kind: kind}
	return exercises.Variant{
		Situation: graphSituation(fmt.Sprintf("f=g+b,g=%s^%d", times(float64(f.C), "w*x"), f.N), 2, 3, 1),
		Statement: lang.Sprintf(
			"$f = g + b$, $g = %[1]s$이에요. 먼저 계산 그래프를 그리고, 위에서 $\\frac{\\partial L}{\\partial f}$가 내려올 때 $w$, $x$, $b$에 대한 기울기를 식으로 적으세요.\n\n$\\frac{\\partial L}{\\partial f}$는 `dL/df`로, 거듭제곱은 `x^2`이나 `x²`으로 적어도 돼요. 같은 식이면 어떻게 적어도 맞아요. 그래프의 노드 하나는 연산 하나이고, 같은 것을 계산하면 어떤 모양이든 맞아요.",
			"$f = g + b$ and $g = %[1]s$. Draw the graph first. Then, with $\\frac{\\partial L}{\\partial f}$ coming from above, write the gradients with respect to $w$, $x$ and $b$ as formulas.\n\n$\\frac{\\partial L}{\\partial f}$ may be typed `dL/df`, a power `x^2` or `x²`. Any formula that is the same counts. In the graph one node is one operation, and any shape that computes the same is right.", g),
		Parts: []exercises.Part{p.drawn(), p.byW(), p.byX(), p.byB()},
		Hints: []lang.Text{
			lang.T("그래프는 안쪽부터 그려요. $x$의 거듭제곱, 거기에 곱해지는 것, 마지막에 더해지는 것의 순서로 노드를 놓아 보세요.",
				"Draw from the inside: the power of $x$ first, then what it is multiplied by, and last what is added."),
			lang.T("덧셈 노드는 기울기를 두 입력에 그대로 넘겨요. 그래서 $\\frac{\\partial L}{\\partial g} = \\frac{\\partial L}{\\partial f}$예요.",
				"An addition passes its gradient on to both inputs, so $\\frac{\\partial L}{\\partial g} = \\frac{\\partial L}{\\partial f}$."),
			lang.Sprintf("이제 $g = %[1]s$을 $w$로, 또 $x$로 편미분해서 곱해요. 다른 변수는 수처럼 두세요.",
				"Now multiply by the partial derivatives of $g = %[1]s$ with respect to $w$ and to $x$. Treat the other variable as a constant.", g),
		},
		Solution: paragraphs(drawnSolution(f.nodes()), lang.Sprintf(
			"덧셈 노드에서 $\\frac{\\partial L}{\\partial g} = \\frac{\\partial L}{\\partial b} = \\frac{\\partial L}{\\partial f}$예요.\n\n$$ \\frac{\\partial L}{\\partial w} = %[1]s $$\n\n$$ \\frac{\\partial L}{\\partial x} = %[2]s $$\n\n$$ \\frac{\\partial L}{\\partial b} = %[3]s $$",
			"At the addition, $\\frac{\\partial L}{\\partial g} = \\frac{\\partial L}{\\partial b} = \\frac{\\partial L}{\\partial f}$.\n\n$$ \\frac{\\partial L}{\\partial w} = %[1]s $$\n\n$$ \\frac{\\partial L}{\\partial x} = %[2]s $$\n\n$$ \\frac{\\partial L}{\\partial b} = %[3]s $$",
			texOf(kind, p.down(f.text(f.C, "", f.N))), texOf(kind, p.down(f.text(f.C*f.N, "w", f.N-1))), texOf(kind, upstream))),
	}
}

// nodes writes the graph of f, a node a statement.
func (f powered) nodes() string {
	power, weight := "a = x*x", "w"
	if f.N != 2 {
		power = fmt.Sprintf("a = x^%d", f.N)
	}
	if f.C != 1 {
		power, weight = power+fmt.Sprintf("; c = %d*w", f.C), "c"
	}
	return power + "; g = " + weight + "*a; f = g + b"
}

// drawn asks for the graph.
func (p gradients) drawn() exercises.Part {
	kind := answer.Graph{Inputs: []string{"w", "x", "b"}, Result: "f", Ops: arithmetic(), Example: "p = q*r; s = p + t"}
	return drawGraph(kind, p.f.nodes(), lang.T(
		"$b$는 마지막 노드에만 닿고, $x$에서 $f$까지는 노드를 여럿 지나요. 지나는 노드마다 기울기가 하나씩 곱해져요.",
		"$b$ meets the last node alone, while $x$ passes several on its way to $f$. Each of them multiplies its gradient once more."))
}

// gradients are the parts of 연습문제 3.
type gradients struct {
	f    powered
	kind answer.Formula
}

// down writes a local derivative times the gradient from above.
func (gradients) down(local string) string { return local + " " + upstream }

func (p gradients) is(text string) exercises.Want { return exercises.Is(p.kind.Must(text)) }

// unmultiplied recognises a local derivative without the gradient from above.
func (p gradients) unmultiplied(local string) exercises.Rule {
	return exercises.Mistaken("no-upstream", p.is(local), lang.T(
		"이 노드의 편미분까지는 맞아요. 위에서 내려온 $\\frac{\\partial L}{\\partial f}$를 곱하면 돼요.",
		"That is the partial derivative at this node. Multiply it by the gradient from above, $\\frac{\\partial L}{\\partial f}$."))
}

// unscaled recognises a local derivative without the coefficient of g.
func (p gradients) unscaled(local string) exercises.Rule {
	return exercises.Mistaken("coefficient-forgotten", p.is(p.down(local)), spoken(
		"계수 %[1]d[이/가] 빠졌어요. $g$에 곱해진 수는 미분해도 그대로 남아요.",
		"The coefficient %[1]d is missing. A constant factor of $g$ stays when you differentiate.", p.f.C))
}

func (p gradients) byW() exercises.Part {
	f := p.f
	local := f.text(f.C, "", f.N)
	notSwapped := lang.T(
		"자기 자신을 곱하셨어요. 곱셈의 기울기에는 상대편 입력이 들어가요.",
		"You multiplied by $w$ itself. The gradient of a product takes the other input.")
	rules := []exercises.Rule{
		exercises.Right(p.is(p.down(local)), lang.T(
			"곱셈 노드는 상대편 입력을 곱해서 넘겨요. $x$가 클수록 $w$를 조금 고칠 때 손실이 많이 움직여요.",
			"A product passes on the gradient times the other input. The larger $x$ is, the more the loss moves with $w$.")),
		p.unmultiplied(local),
		exercises.Mistaken("not-swapped", p.is(p.down("w")), notSwapped),
		exercises.Mistaken("by-x", p.is(p.down(f.text(f.C*f.N, "w", f.N-1))), lang.T(
			"$x$에 대한 기울기예요. 여기서는 $x$를 수로 두고 $w$로 미분해요.",
			"That is the gradient with respect to $x$. Here $x$ is held constant and $w$ varies.")),
		exercises.Mistaken("times-value", p.is(p.down(f.text(f.C, "w", f.N))), lang.T(
			"$g$의 값을 곱하셨어요. $w$로 미분하면 $w$는 사라져요.",
			"You multiplied by the value of $g$. Differentiating with respect to $w$ removes the $w$.")),
	}
	if f.C != 1 {
		rules = append(rules, p.unscaled(f.text(1, "", f.N)),
			exercises.Mistaken("not-swapped", p.is(p.down(f.text(f.C, "w", 0))), notSwapped))
	}
	return exercises.Expression("dw", p.kind, lang.Same("$\\frac{\\partial L}{\\partial w}$"),
		lang.T("$g$에서 $w$에 곱해진 것이 무엇인지 보세요. 그것이 $w$의 편미분이에요.",
			"See what $w$ is multiplied by in $g$: that is the partial derivative with respect to $w$."), rules...)
}

func (p gradients) byX() exercises.Part {
	f := p.f
	local := f.text(f.C*f.N, "w", f.N-1)
	are := "이에요" // after 제곱, 세제곱
	if f.N == 2 {
		are = "예요" // after x
	}
	rules := []exercises.Rule{
		exercises.Right(p.is(p.down(local)), lang.T(
			"$x = 0$이면 기울기도 0이라, 그 입력으로는 아래쪽 층이 배우지 못해요.",
			"At $x = 0$ this gradient is 0, and what lies below learns nothing from such an input.")),
		p.unmultiplied(local),
		exercises.Mistaken("no-power-rule", p.is(p.down(f.text(f.C, "w", f.N-1))), spoken(
			"지수 %[1]d[이/가] 앞에 곱해지지 않았어요. $x^%[1]d$의 도함수는 $%[2]s$%[3]s.",
			"The exponent %[1]d is missing as a factor. The derivative of $x^%[1]d$ is $%[2]s$.", f.N, texOf(p.kind, f.text(f.N, "", f.N-1)), are)),
		exercises.Mistaken("power-kept", p.is(p.down(f.text(f.C*f.N, "w", f.N))), lang.T(
			"지수를 앞으로 꺼냈지만 하나 줄이지 않았어요.", "The exponent came to the front, but was not lowered by one.")),
		exercises.Mistaken("w-forgotten", p.is(p.down(f.text(f.C*f.N, "", f.N-1))), lang.T(
			"$w$가 빠졌어요. $x$로 편미분할 때 $w$는 수처럼 그대로 곱해져 있어요.",
			"The $w$ is missing. It is a constant factor here and stays when you differentiate with respect to $x$.")),
	}
	if f.C != 1 {
		rules = append(rules, p.unscaled(f.text(f.N, "w", f.N-1)))
	}
	return exercises.Expression("dx", p.kind, lang.Same("$\\frac{\\partial L}{\\partial x}$"),
		spoken("$x^%[1]d$을 미분하면 지수 %[1]d[이/가] 앞으로 나오고 지수는 하나 줄어요. $w$는 수처럼 남아요.",
			"Differentiating $x^%[1]d$ brings the exponent %[1]d to the front and lowers it by one. $w$ stays, as a number would.", f.N), rules...)
}

func (p gradients) byB() exercises.Part {
	return exercises.Expression("db", p.kind, lang.Same("$\\frac{\\partial L}{\\partial b}$"),
		lang.T("$b$를 조금 키우면 $f$도 꼭 그만큼 커져요.", "When $b$ grows a little, $f$ grows by exactly as much."),
		exercises.Right(p.is(upstream), lang.T(
			"덧셈 노드는 기울기를 그대로 넘겨서, 편향은 늘 위에서 온 기울기를 통째로 받아요.",
			"An addition passes the gradient on unchanged, so a bias always gets all of what comes from above.")),
		p.unmultiplied("1"),
		exercises.Mistaken("nothing", p.is("0"), lang.T(
			"$b$는 수가 아니라 배우는 변수예요. $f = g + b$를 $b$로 편미분하면 1이에요.",
			"$b$ is not a constant: it is learned. The partial derivative of $f = g + b$ with respect to $b$ is 1.")),
		exercises.Mistaken("multiplied", p.is(p.down("b")), lang.T(
			"$b$를 곱하셨어요. $b$는 더해질 뿐이라 기울기에 남지 않아요.",
			"You multiplied by $b$. It is only added, so it leaves no trace in the gradient.")))
}
