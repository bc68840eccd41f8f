package answer

import (
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn/formula"
	"hakseup/nn/graph"
)

// What there is to say about a graph that cannot be read.

func sayManyNodes() lang.Text {
	return lang.T("노드가 너무 많아서 읽지 않았어요.", "These are too many nodes to be read.")
}

func sayNoName(quoted string) lang.Text {
	return lang.Sprintf("'%[1]s'는 노드의 이름이 될 수 없어요. a나 g처럼 글자 하나로 적어 주세요.",
		"'%[1]s' cannot name a node. Use a letter, such as a or g.", quoted)
}

func sayInput(quoted string) lang.Text {
	return lang.Sprintf("'%[1]s'는 주어진 입력이라 계산하지 않아요. 노드에는 다른 이름을 붙여 주세요.",
		"'%[1]s' is an input and is not computed. Give the node another name.", quoted)
}

func sayNamedTwice(quoted string) lang.Text {
	return lang.Sprintf("'%[1]s'라는 노드가 둘이에요. 하나에는 다른 이름을 붙여 주세요.",
		"Two nodes are called '%[1]s'. Give one of them another name.", quoted)
}

func sayOperations(quoted string, many int) lang.Text {
	return lang.Sprintf("'%[1]s'에는 연산이 %[2]d개 있어요. 노드 하나는 연산 하나예요: 중간 결과에 이름을 붙여 p = q*r; s = p + t처럼 나누어 적어 주세요.",
		"There are %[2]d operations in '%[1]s'. One node is one operation: name what comes in between, as in p = q*r; s = p + t.", quoted, many)
}

func sayNoOperation(quoted string) lang.Text {
	return lang.Sprintf("'%[1]s'에는 연산이 없어요. 노드 하나는 연산 하나예요.",
		"There is no operation in '%[1]s'. One node is one operation.", quoted)
}

func sayNoNode(quoted string) lang.Text {
	return lang.Sprintf("'%[1]s'는 연산 하나로 된 노드가 아니에요. +, *, max(0, x) 같은 연산 하나로 적어 주세요.",
		"'%[1]s' is no node of one operation. Write a single one, such as +, * or max(0, x).", quoted)
}

func sayNotHere(quoted string, ops []graph.Op) lang.Text {
	var signs []string
	for _, op := range ops {
		signs = append(signs, op.String())
	}
	return lang.Sprintf("'%[1]s'는 여기서 노드 하나로 쓸 수 없어요. 쓸 수 있는 연산은 %[2]s예요.",
		"'%[1]s' may not be one node here. The operations are %[2]s.", quoted, strings.Join(signs, ", "))
}

func sayCircular(quoted string) lang.Text {
	return lang.Sprintf("'%[1]s'를 계산하려면 '%[1]s'가 먼저 있어야 해요. 화살표가 돌아오지 않게 해 주세요.",
		"To compute '%[1]s' there must be '%[1]s' first. No arrow may lead back.", quoted)
}

// sayOfGraph words the mistakes about which there is something else to say where
// a graph is asked for.
func sayOfGraph(e *formula.Error, quoted string, known []string) (lang.Text, bool) {
	switch e.Mistake {
	case formula.UnknownName:
		return lang.Sprintf("'%[1]s': 입력도 노드도 아니에요. 지금 있는 이름은 %[2]s예요.",
			"'%[1]s' is neither an input nor a node. The names so far are %[2]s.", lang.Quote(quoted), strings.Join(known, ", ")), true
	case formula.UnknownSymbol:
		if strings.HasPrefix(quoted, Open) {
			return lang.T("연산에 아직 비어 있는 자리가 있어요. 무엇이 들어갈지 골라 주세요.",
				"An operation still has an empty place. Choose what goes into it."), true
		}
	}
	return sayOfFormula(e, quoted, known)
}

// Open stands for an operand that is not chosen yet.
const Open = "□"
