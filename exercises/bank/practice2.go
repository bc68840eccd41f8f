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

// rectified is f = ReLU(kx + m). The handout's is ReLU(x).
type rectified struct{ K, M int }

// practice2 is 연습문제 2: the gradient through ReLU.
func practice2() exercises.Exercise {
	draw := func(r *rand.Rand) rectified {
		return rectified{int(among(r, -4, -3, -2, 2, 3, 4)), int(among(r, -6, -4, -2, -1, 1, 2, 4, 6))}
	}
	return exercises.Template("practice-2", lang.T("연습문제 2", "Practice 2"), rectified{K: 1}, draw, buildPractice2,
		slices.Concat(
			exercises.Accepts("graph", "f = relu(x)", "f = max(0, x)", "f = max(x, 0)", "a = -1*x; c = min(a, 0); f = -c"),
			exercises.Catches("graph", "operation", "f = min(0, x)"),
			exercises.Catches("graph", "number", "f = max(1, x)"),
			exercises.Catches("graph", "extra", "a = relu(x); f = 2a"),
			exercises.Catches("graph", "missing", "f = x*1"),
			exercises.Refuses("graph", "", "f = x", "f = x if x > 0 else 0", "f = relu(z)"),
			exercises.Accepts("dx", "∂L/∂f if x>0 else 0", "x>0 ? dL/df : 0", "dL/df (x>0), 0 (x<=0)", "0 if x≤0 else ∂L/∂f"),
			exercises.Catches("dx", "no-upstream", "1 if x>0 else 0"),
			exercises.Catches("dx", "open-at-zero", "∂L/∂f if x>=0 else 0"),
			exercises.Catches("dx", "always-open", "dL/df"),
			exercises.Catches("dx", "upside-down", "0 if x>0 else dL/df"),
			exercises.Catches("dx", "value", "x dL/df if x>0 else 0", "max(0,x) dL/df"),
			exercises.Catches("dx", "", "2 dL/df"),
			exercises.Refuses("dx", "", "dL/dg", "x>0"),
		)...)
}

// inner writes kx + m as one types it.
func (f rectified) inner() string {
	s := "x"
	if f.K != 1 {
		s = num(float64(f.K)) + "x"
	}
	switch {
	case f.M > 0:
		s += " + " + num(float64(f.M))
	case f.M < 0:
		s += " - " + num(float64(-f.M))
	}
	return s
}

// asks are the formulas of the answer, in which inner stands for kx + m.
func (f rectified) asks() answer.Formula {
	return answer.Formula{Variables: []string{"x", upstream}, Example: "2x ∂L/∂f if x < 3 else 1"}
}

// upstream is the gradient that comes from above.
const upstream = "∂L/∂f"

func buildPractice2(f rectified) exercises.Variant {
	kind := f.asks()
	inner, k := f.inner(), num(float64(f.K))
	slope := "(" + k + ")*" + upstream
	is := func(text string) exercises.Want { return exercises.Is(kind.Must(text)) }
	shown := kind.Must(inner).Node.TeX()
	rules := []exercises.Rule{
		exercises.Right(is(slope+" if "+inner+" > 0 else 0"), lang.T(
			"ReLU는 열렸을 때 기울기를 그대로 넘기고, 닫혔을 때는 하나도 넘기지 않아요. 닫힌 입력에서는 아무것도 배우지 못해요.",
			"ReLU passes the gradient on while it is open and nothing while it is closed, so nothing is learned from such an input.")),
		exercises.Mistaken("no-upstream", is(k+" if "+inner+" > 0 else 0"), lang.T(
			"$f$를 $x$로 미분한 값까지는 맞아요. 연쇄법칙이 남았으니 위에서 내려온 $\\frac{\\partial L}{\\partial f}$를 곱하세요.",
			"That is the derivative of $f$ with respect to $x$. The chain rule is still to come: multiply by the gradient from above, $\\frac{\\partial L}{\\partial f}$.")),
		exercises.Mistaken("open-at-zero", is(slope+" if "+inner+" >= 0 else 0"), lang.Sprintf(
			"$%[1]s = 0$에서만 달라요. 강의 자료에서 ReLU는 0에서 닫혀 있어요.", "It differs only where $%[1]s = 0$. On the handout ReLU is closed at 0.", shown)),
		exercises.Mistaken("always-open", is(slope), lang.Sprintf(
			"ReLU가 늘 열려 있을 때의 값이에요. $%[1]s \\le 0$이면 $f$는 0에 머물러 변하지 않아요.",
			"That is so while ReLU is open. Where $%[1]s$ is 0 or less, $f$ stays at 0 and does not change.", shown)),
		exercises.Mistaken("upside-down", is("0 if "+inner+" > 0 else "+slope), lang.T(
			"두 경우가 뒤바뀌었어요. ReLU는 양수를 통과시켜요.", "The two cases are exchanged. ReLU lets positive numbers through.")),
		exercises.Mistaken("value", is("("+inner+")*"+upstream+" if "+inner+" > 0 else 0"), lang.T(
			"ReLU의 값을 곱하셨어요. 곱할 것은 값이 아니라 기울기예요.", "You multiplied by the value of ReLU. What belongs there is its slope.")),
	}
	if f.K != 1 {
		rules = append(rules, exercises.Mistaken("inner-forgotten", is(upstream+" if "+inner+" > 0 else 0"), spoken(
			"ReLU의 기울기까지는 맞아요. 안쪽 $%[1]s$의 기울기 %[2]s[을/를] 더 곱해야 해요.", "ReLU is done right. What is inside it, $%[1]s$, has the slope %[2]s: multiply by that as well.", shown, k)))
	}
	rules = append(rules, f.unmoved(is, slope, shown)...)
	return exercises.Variant{
		Situation: graphSituation("f=relu("+inner+")", 1),
		Statement: lang.Sprintf(
			"계산 그래프의 마지막 노드가 $f = \\text{ReLU}(%[1]s)$이고, 위에서 $\\frac{\\partial L}{\\partial f}$가 내려와요. 계산 그래프를 그리고, $\\frac{\\partial L}{\\partial x}$를 식으로 적으세요.\n\nReLU는 0에서 닫혀 있어요. 경우를 나누려면 `a if x < 3 else b`나 `x < 3 ? a : b`처럼 적고, $\\frac{\\partial L}{\\partial f}$는 `dL/df`로 적어도 돼요. 같은 식이면 어떻게 적어도 맞아요. 그래프의 노드 하나는 연산 하나이고, ReLU는 `relu(p)`나 `max(p, q)`로 적어요.",
			"The last node of a graph is $f = \\text{ReLU}(%[1]s)$, and $\\frac{\\partial L}{\\partial f}$ comes down to it. Draw the graph, then write $\\frac{\\partial L}{\\partial x}$ as a formula.\n\nReLU is closed at 0. Write cases like `a if x < 3 else b` or `x < 3 ? a : b`; $\\frac{\\partial L}{\\partial f}$ may be typed `dL/df`. Any formula that is the same counts. In the graph one node is one operation; ReLU is `relu(p)` or a `max(p, q)`.", shown),
		Parts: []exercises.Part{f.drawn(), exercises.Expression("dx", kind, lang.Same("$\\frac{\\partial L}{\\partial x}$"), lang.T(
			"두 경우로 나누어 보세요. ReLU가 열렸을 때와 닫혔을 때 $x$를 조금 키우면 $f$가 얼마나 움직이는지 보고, 거기에 $\\frac{\\partial L}{\\partial f}$를 곱해요.",
			"Take the two cases one at a time: when ReLU is open and when it is closed, how far does $f$ move as $x$ grows a little? Multiply that by $\\frac{\\partial L}{\\partial f}$."), rules...)},
		Hints: []lang.Text{
			lang.T("연쇄법칙이에요. $\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial f} \\cdot \\frac{\\partial f}{\\partial x}$", "It is the chain rule: $\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial f} \\cdot \\frac{\\partial f}{\\partial x}$"),
			lang.Sprintf("$%[1]s > 0$이면 $f = %[1]s$이고, 아니면 $f = 0$이에요. 두 경우의 기울기를 구해 보세요.", "Where $%[1]s > 0$, $f = %[1]s$; elsewhere $f = 0$. What is the slope in each case?", shown),
		},
		Solution: paragraphs(drawnSolution(f.nodes()), lang.Sprintf(
			"$%[1]s > 0$에서 $f = %[1]s$의 기울기는 $%[2]s$, 나머지에서는 0이에요.\n\n$$ \\frac{\\partial L}{\\partial x} = %[3]s $$",
			"Where $%[1]s > 0$ the slope of $f = %[1]s$ is $%[2]s$; elsewhere it is 0.\n\n$$ \\frac{\\partial L}{\\partial x} = %[3]s $$",
			shown, k, kind.Must(factor(f.K)+upstream+" if "+inner+" > 0 else 0").Node.TeX())),
	}
}

// nodes writes the graph of f, a node a statement.
func (f rectified) nodes() string {
	if f == (rectified{K: 1}) {
		return "f = relu(x)"
	}
	return fmt.Sprintf("a = x*(%d); c = a %s; f = relu(c)", f.K, plus(float64(f.M)))
}

// drawn asks for the graph.
func (f rectified) drawn() exercises.Part {
	kind := answer.Graph{
		Inputs: []string{"x"}, Result: "f", Ops: arithmetic(graph.ReLU, graph.Max, graph.Min, graph.Abs), Example: "p = 2*q; s = max(p, r)",
	}
	return drawGraph(kind, f.nodes(), lang.T(
		"ReLU 노드는 문이에요. 값이 지나가면 기울기도 지나가고, 막히면 기울기도 막혀요.",
		"The node of ReLU is a gate: where the value passes the gradient passes, too, and where it is stopped so is the gradient."))
}

// unmoved recognises cases that part at x = 0, in spite of what is added.
func (f rectified) unmoved(is func(string) exercises.Want, slope, shown string) []exercises.Rule {
	if f.M == 0 {
		return nil
	}
	sides := []string{"x > 0"}
	if f.K < 0 {
		sides = append(sides, "x < 0")
	}
	var rules []exercises.Rule
	for _, side := range sides {
		rules = append(rules, exercises.Mistaken("boundary", is(slope+" if "+side+" else 0"), lang.Sprintf(
			"기울기는 맞지만 경계가 달라요. ReLU가 열리는지는 $x$의 부호가 아니라 안쪽 $%[1]s$의 부호로 정해져요.",
			"The slopes are right, but they change in the wrong place. ReLU opens by the sign of what is inside it, $%[1]s$, not by that of $x$.", shown)))
	}
	return rules
}

// factor writes a coefficient before a product, nothing for 1.
func factor(k int) string {
	if k == 1 {
		return ""
	}
	return num(float64(k)) + " "
}

// texOf draws a formula that an exercise shows.
func texOf(kind answer.Formula, text string) string { return kind.Must(text).Node.TeX() }
