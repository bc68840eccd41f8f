package bank

import (
	"fmt"
	"strings"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/nn/graph"
)

// What exercises have in common in which a computational graph is drawn.

// arithmetic are the operations that most graphs are made of.
func arithmetic(more ...graph.Op) []graph.Op {
	return append([]graph.Op{graph.Add, graph.Sub, graph.Mul, graph.Div, graph.Pow}, more...)
}

// sayHowToDraw ends a statement that asks for a graph.
func sayHowToDraw() lang.Text {
	return lang.T(
		"노드 하나는 연산 하나예요. 글로 적을 때는 `p = q*r; s = p + t`처럼 노드마다 한 문장씩 적어요. 이름과 순서는 마음대로이고, 같은 것을 계산하면 어떤 모양이든 맞아요.",
		"One node is one operation. In writing, a node is a statement, as in `p = q*r; s = p + t`. Names and order are up to you, and any shape that computes the same is right.")
}

// drawGraph asks for a graph that computes the same as the wanted one.
func drawGraph(kind answer.Graph, wanted string, right lang.Text) exercises.Part {
	g := graphRules{kind: kind, want: kind.Must(wanted)}
	rules := []exercises.Rule{exercises.Right(exercises.Is(g.want), right).Explaining(func(got answer.Value, _ exercises.Way) lang.Text {
		if built, ok := got.(answer.Built); ok {
			if f := built.Against(g.want); f.Gate {
				return sentences(right, sayGate(f))
			}
		}
		return right
	})}
	return exercises.Drawing("graph", kind, lang.T("계산 그래프", "The graph"),
		lang.T("입력에서 시작해 식을 안쪽부터 한 연산씩 계산해 보세요. 연산 하나가 노드 하나예요.",
			"Start from the inputs and work the formula out from the inside, an operation at a time: each is a node."),
		append(rules, g.slips()...)...)
}

// graphRules tell apart how a graph differs from the wanted one.
type graphRules struct {
	kind answer.Graph
	want answer.Built
}

// slips has a rule for each way in which a graph may differ.
func (g graphRules) slips() []exercises.Rule {
	return []exercises.Rule{
		g.slip(graph.WrongOp, "operation", lang.T(
			"노드 `%[1]s`의 연산이 달라요. 들어오는 화살표는 맞으니 이 둘로 무엇을 해야 하는지 식에서 다시 보세요.",
			"The operation of node `%[1]s` is another one. Its arrows are right: see in the formula what to do with what they bring.")),
		g.slip(graph.Swapped, "swapped", lang.T(
			"노드 `%[1]s`의 두 입력이 뒤바뀌었어요. 이 연산은 더하기나 곱하기와 달리 순서가 중요해요.",
			"The operands of node `%[1]s` are swapped. Unlike + and ×, this operation depends on their order.")),
		g.slip(graph.WrongEdge, "edge", lang.T(
			"노드 `%[1]s`로 들어오는 화살표 하나가 잘못된 곳에서 와요. `%[2]s` 대신 무엇이 들어와야 하는지 보세요.",
			"One arrow into node `%[1]s` starts in the wrong place. See what must come in instead of `%[2]s`.")),
		g.slip(graph.WrongValue, "number", lang.T(
			"노드 `%[1]s`에 들어가는 수 `%[2]s`가 식과 달라요.", "The number `%[2]s` in node `%[1]s` is not that of the formula.")),
		g.slip(graph.Extra, "extra", lang.T(
			"노드 `%[1]s`는 없어도 되는 연산이에요. 이 노드를 지나면서 값이 식과 달라져요.",
			"Node `%[1]s` is one too many: from there on the value parts from the formula.")),
		g.slip(graph.Missing, "missing", lang.T(
			"노드 `%[1]s`%[3]s 연산 하나가 빠졌어요. 식에서 아직 쓰지 않은 것을 찾아보세요.",
			"An operation is missing %[3]s node `%[1]s`. Look for what the formula has and your graph does not.")),
		g.slip(graph.Loose, "loose", lang.T(
			"결과는 맞지만 노드 `%[1]s`에서 나가는 화살표가 없어요. 아무 데도 쓰지 않는 노드는 지워 주세요.",
			"The result is right, but no arrow leaves node `%[1]s`. Delete a node that nothing uses.")),
		g.slip(graph.Other, "no-counterpart", lang.T(
			"노드 `%[1]s`의 값은 이 식을 계산하는 길 어디에도 나오지 않아요. 이 노드부터 다시 그려 보세요.",
			"The value of node `%[1]s` occurs on no way to this formula. Draw it anew from there.")),
	}
}

// slip recognises graphs that differ in a way. Of its sentence %[1]s is the node,
// %[2]s an operand, %[3]s where something is missing.
func (g graphRules) slip(slip graph.Slip, id string, sentence lang.Text) exercises.Rule {
	differs := func(got answer.Value) (answer.Built, graph.Finding) {
		built, ok := got.(answer.Built)
		if !ok {
			return built, graph.Finding{}
		}
		return built, built.Against(g.want)
	}
	general := lang.T(
		strings.NewReplacer("노드 `%[1]s`", "어느 노드", "`%[2]s` 대신", "그 대신", "수 `%[2]s`가", "수가", "%[3]s", "에서").Replace(sentence.KO),
		strings.NewReplacer("node `%[1]s`", "a node", "Node `%[1]s`", "A node", "`%[2]s`", "it", "%[3]s", "at").Replace(sentence.EN))
	return exercises.Fails(id, func(got answer.Value) bool {
		_, f := differs(got)
		return slip != graph.NoSlip && f.Slip == slip
	}, general).Explaining(func(got answer.Value, _ exercises.Way) lang.Text {
		built, f := differs(got)
		at, operand, where := g.blamed(built, f)
		return sentences(lang.T(
			fmt.Sprintf(sentence.KO+"%.0[1]s%.0[2]s%.0[3]s", at, operand, where.KO),
			fmt.Sprintf(sentence.EN+"%.0[1]s%.0[2]s%.0[3]s", at, operand, where.EN)), g.evidence(f))
	})
}

// blamed writes the node of a finding, its operand, and where something is
// missing.
func (g graphRules) blamed(built answer.Built, f graph.Finding) (node, operand string, where lang.Text) {
	where = lang.T(" 다음에", "behind")
	for i, n := range built.Nodes {
		if n != f.Node {
			continue
		}
		s := built.Statements[i]
		node = s.Typed()
		if f.Operand >= 0 {
			operand = s.Operands[f.Operand]
			if f.Slip == graph.Missing {
				where = lang.T("의 입력 `"+operand+"` 앞에", "between `"+operand+"` and")
			}
		}
	}
	return node, operand, where
}

// evidence tells what the graph gives at a point, and what the formula does.
func (g graphRules) evidence(f graph.Finding) lang.Text {
	if f.At == nil {
		return lang.Text{}
	}
	var given []string
	for _, in := range g.kind.Inputs {
		if v, ok := f.At[in]; ok {
			given = append(given, in+" = "+num(rounded(v, 3)))
		}
	}
	got, want := num(rounded(f.Got, 3)), num(rounded(f.Want, 3))
	at := "$" + strings.Join(given, ",\\ ") + "$"
	if f.Got-f.Got != 0 { // infinite, or none
		return lang.T(at+"에서 식은 "+want+"인데 그린 그래프에는 값이 없어요.", "At "+at+" the formula is "+want+" and your graph has no value.")
	}
	return lang.T(at+"에서 식은 "+want+"인데 그린 그래프는 "+josaAfterOf(got)+".", "At "+at+" the formula is "+want+", your graph "+got+".")
}

// josaAfterOf writes a number with the ending of "it is".
func josaAfterOf(number string) string { return number + josaAfter(number, "이에요", "예요") }

// sayGate tells of a graph that passes another gradient where relu is in its kink.
func sayGate(f graph.Finding) lang.Text {
	return lang.Sprintf(
		"꺾이는 곳에서만 기울기가 달라요: 그린 그래프는 %[1]s, ReLU는 %[2]s이에요. max에서 두 값이 같으면 앞에 적은 쪽이 기울기를 받으므로 `max(0, x)`의 순서라야 0에서 닫혀요.",
		"Only in the kink the gradients differ: yours is %[1]s, that of ReLU %[2]s. Where both values of max are equal the first one gets the gradient, so it takes the order `max(0, x)` to be closed at 0.",
		num(rounded(f.Got, 3)), num(rounded(f.Want, 3)))
}

// listing shows statements one a line.
func listing(wanted string) string {
	return "```\n" + strings.ReplaceAll(wanted, "; ", "\n") + "\n```"
}
