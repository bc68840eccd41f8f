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

// graphs07 are the exercises of lecture 07 in which a graph is drawn.
func graphs07() []exercises.Exercise { return []exercises.Exercise{productGraph()} }

// graphs08 are those of lecture 08, one of them to be filled in.
func graphs08() []exercises.Exercise { return []exercises.Exercise{sigmoidGraph(), fillIn()} }

// shifted is z = g + m, g = k xy. The handout's is z = g + 3, g = xy.
type shifted struct{ K, M int }

// productGraph is 07/graph: the handout's first graph.
func productGraph() exercises.Exercise {
	draw := func(r *rand.Rand) shifted {
		return shifted{int(among(r, -4, -3, -2, 2, 3, 4, 5)), int(among(r, -9, -7, -6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 7, 9))}
	}
	return exercises.Template("07/graph", lang.T("z = g + 3, g = xy의 그래프", "The graph of z = g + 3, g = xy"), shifted{1, 3}, draw, buildProductGraph,
		slices.Concat(
			exercises.Accepts("graph", "g = x*y; z = g + 3", "g = y*x; z = 3 + g", "z = g + 3; g = xy", "c = -3; g = xy; z = g - c"),
			exercises.Catches("graph", "operation", "g = x + y; z = g + 3", "g = xy; z = 3g"),
			exercises.Catches("graph", "edge", "g = x*x; z = g + 3"),
			exercises.Catches("graph", "number", "g = xy; z = g + 2"),
			exercises.Catches("graph", "missing", "g = x*y", "z = x + 3"),
			exercises.Catches("graph", "extra", "g = xy; z = g + 3; c = z*2"),
			exercises.Catches("graph", "no-counterpart", "a = x + 3; z = a*y"),
			exercises.Refuses("graph", "", "z = xy + 3", "z = x*t", "x = y*3"),
		)...)
}

func buildProductGraph(p shifted) exercises.Variant {
	kind := answer.Graph{Inputs: []string{"x", "y"}, Result: "z", Ops: arithmetic(), Example: "p = q*r; s = p + t"}
	formula := answer.Formula{Variables: []string{"x", "y", "g"}}
	g, z := texOf(formula, factor(p.K)+"x y"), texOf(formula, "g "+plus(float64(p.M)))
	wanted := "g = x*y; z = g " + plus(float64(p.M))
	if p.K != 1 {
		wanted = fmt.Sprintf("a = x*y; g = %d*a; z = %s", p.K, "g "+plus(float64(p.M)))
	}
	return exercises.Variant{
		Situation: graphSituation(fmt.Sprintf("z=g%+d,g=%s", p.M, times(float64(p.K), "x*y")), 2, 3),
		Statement: sentences(lang.Sprintf("$z = %[1]s$, $g = %[2]s$의 계산 그래프를 그리세요. 입력은 $x$와 $y$예요.",
			"Draw the graph of $z = %[1]s$ with $g = %[2]s$. Its inputs are $x$ and $y$.", z, g), sayHowToDraw()),
		Parts: []exercises.Part{drawGraph(kind, wanted, lang.T(
			"$g$가 바뀌는 만큼 $z$도 바뀌어요. 더해진 수는 값만 옮기고 기울기에는 흔적을 남기지 않아요.",
			"$z$ changes by as much as $g$ does. The number that is added moves the value and leaves no trace in the gradients."))},
		Hints: []lang.Text{
			lang.T("$z$를 계산하려면 $g$가 먼저 있어야 해요. $g$의 노드부터 그리세요.", "To compute $z$ there must be $g$ first: begin with its node."),
			lang.T("곱하기 노드에는 화살표가 둘 들어오고, 그 결과가 더하기 노드로 들어가요.", "Two arrows lead into the product, and what comes out of it goes into the sum."),
		},
		Solution: drawnSolution(wanted),
	}
}

// drawnSolution shows a graph as its statements, one a line.
func drawnSolution(wanted string) lang.Text {
	return lang.T("한 가지 모양이에요.\n\n"+listing(wanted), "One way to draw it:\n\n"+listing(wanted))
}

// bent is y = 1/(m + exp(kx)). The handout's is the sigmoid: 1/(1 + exp(−x)).
type bent struct{ K, M int }

// sigmoidGraph is 08/sigmoid-graph: the sigmoid made of × −1, exp, + 1 and 1/x.
func sigmoidGraph() exercises.Exercise {
	draw := func(r *rand.Rand) bent {
		return bent{int(among(r, -6, -5, -4, -3, -2, 2, 3, 4, 5)), 1 + r.IntN(5)}
	}
	return exercises.Template("08/sigmoid-graph", lang.T("시그모이드의 그래프", "The sigmoid as a graph"), bent{-1, 1}, draw, buildSigmoidGraph,
		slices.Concat(
			exercises.Accepts("graph", "a = -x; c = exp(a); d = c + 1; y = 1/d", "a = x*(-1); c = e^a; d = 1 + c; y = d^-1", "c = exp(x); d = c + 1; y = c/d", "a = 0 - x; c = exp(a); d = 1 + c; y = 1/d"),
			exercises.Catches("graph", "operation", "a = -x; c = exp(a); d = 1 - c; y = 1/d", "a = -x; c = exp(a); d = 1 + c; y = 1*d"),
			exercises.Catches("graph", "swapped", "a = -x; c = exp(a); d = 1 + c; y = d/1"),
			exercises.Catches("graph", "edge", "a = -x; c = exp(x); d = 1 + c; y = 1/d"),
			exercises.Catches("graph", "number", "a = -x; c = exp(a); d = c + 2; y = 1/d"),
			exercises.Catches("graph", "missing", "a = -x; d = 1 + a; y = 1/d", "c = exp(x); d = 1 + c; y = 1/d", "a = -x; c = exp(a); d = 1 + c"),
			exercises.Refuses("graph", "", "y = sigmoid(x)", "c = exp(-x); y = 1/(1 + c)", "a = -x; y = 1/b"),
		)...)
}

func buildSigmoidGraph(p bent) exercises.Variant {
	kind := answer.Graph{Inputs: []string{"x"}, Result: "y", Ops: arithmetic(graph.Exp), Example: "p = q*r; s = exp(p)"}
	inner := num(float64(p.K)) + " x"
	if p.K == -1 {
		inner = "−x"
	}
	shown := texOf(answer.Formula{Variables: []string{"x"}}, fmt.Sprintf("1/(%d + exp(%s))", p.M, inner))
	wanted := fmt.Sprintf("a = x*(%d); c = exp(a); d = c + %d; y = 1/d", p.K, p.M)
	name := lang.T("", "")
	if p == (bent{-1, 1}) {
		name = lang.T("시그모이드 ", "the sigmoid, ")
	}
	return exercises.Variant{
		Situation: graphSituation(fmt.Sprintf("y=1/(%d+exp(%s))", p.M, times(float64(p.K), "x")), 1),
		Statement: sentences(lang.T(name.KO+"$y = "+shown+"$의 계산 그래프를 그리세요. 입력은 $x$이고, 쓸 수 있는 연산은 사칙연산과 거듭제곱, exp예요.",
			"Draw the graph of "+name.EN+"$y = "+shown+"$. Its input is $x$; the operations are +, −, ×, ÷, powers and exp."), sayHowToDraw()),
		Parts: []exercises.Part{drawGraph(kind, wanted, lang.T(
			"거꾸로 갈 때는 노드마다 기울기 하나씩을 곱해요. 네 개를 모두 곱하면 시그모이드에서는 $y(1 - y)$로 줄어들어요.",
			"On the way back every node multiplies by one slope of its own. For the sigmoid the four of them come down to $y(1 - y)$."))},
		Hints: []lang.Text{
			lang.T("가장 안쪽부터예요. $x$에 맨 먼저 하는 일은 무엇인가요?", "Begin inside: what is done to $x$ first?"),
			lang.T("노드는 넷이에요. 곱하기, exp, 더하기, 그리고 1을 나누기.", "There are four nodes: a product, exp, a sum and a division of 1."),
		},
		Solution: drawnSolution(wanted),
	}
}
