package vectorsmatrices

import (
	"fmt"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/theme"
)

// The operations on two matrices, as scenes name them.
const (
	opProduct  = "product"
	opHadamard = "hadamard"
	opSum      = "sum"
)

// operations binds the choice of an operation.
func operations(at *string) *lab.Control {
	return lab.Choose(at, "op", lang.T("계산", "operation"),
		lab.Opt(opProduct, opProduct, lang.T("행렬 곱", "matrix product")),
		lab.Opt(opHadamard, opHadamard, lang.T("원소별 곱", "element-wise product")),
		lab.Opt(opSum, opSum, lang.T("합", "sum")))
}

// operands are two matrices in the order in which an operation takes them, with
// what they are called.
type operands struct {
	op            string
	a, b          nn.Matrix
	first, second string
}

func ordered(op string, a, b nn.Matrix, swap bool) operands {
	if swap {
		return operands{op, b, a, "B", "A"}
	}
	return operands{op, a, b, "A", "B"}
}

// result returns what the operation makes of them, or the engine's reason why
// there is nothing.
func (o operands) result() (nn.Matrix, error) {
	switch o.op {
	case opHadamard:
		return nn.Hadamard(o.a, o.b)
	case opSum:
		return nn.Add(o.a, o.b)
	}
	return nn.MatMul(o.a, o.b)
}

// sign is how the operation is written.
func (o operands) sign() string {
	return map[string]string{opProduct: "·", opHadamard: "∘", opSum: "+"}[o.op]
}

// fits is the fact whether there is a result.
func (o operands) fits() lab.Fact {
	label := lang.T("모양", "shapes")
	if _, err := o.result(); err != nil {
		return lab.Word("fits", label, "no", lang.T("맞지 않음", "do not fit"))
	}
	return lab.Word("fits", label, "yes", lang.T("맞음", "fit"))
}

// reason says why the shapes do not fit.
func (o operands) reason() lang.Text {
	if o.op == opProduct {
		return lang.Sprintf("%[1]s의 한 행에는 수가 %[2]d개, %[3]s의 한 열에는 %[4]d개예요. 짝이 맞지 않아 곱할 수 없어요.",
			"A row of %[1]s has %[2]d numbers, a column of %[3]s has %[4]d. They do not pair up, so there is no product.",
			o.first, o.a.Cols, o.second, o.b.Rows)
	}
	return lang.Sprintf("%[1]s의 모양은 %[2]s인데 %[3]s의 모양은 %[4]s 짝이 없는 자리가 생겨요. 계산할 수 없어요.",
		"%[1]s is %[2]s and %[3]s is %[5]s. Some places have no partner, so there is no result.",
		o.first, size(o.a), o.second, lang.Particle(size(o.b), "이라서", "라서"), size(o.b))
}

// size writes a shape: "2×3".
func size(m nn.Matrix) string { return fmt.Sprintf("%d×%d", m.Rows, m.Cols) }

// named writes the name of an operand with its shape.
func named(name string, r theme.Role, m nn.Matrix) lab.Cell { return lab.In(r, name+" "+size(m)) }

// word is a piece of text that takes no more room than it needs.
func word(c ...lab.Cell) lab.Block { return lab.Exactly(lab.Lines{Rows: [][]lab.Cell{c}}) }

// meeting sets b above and a at the left of their product, so that a row and a
// column meet in the entry that they make.
func meeting(gap int, a, b, product lab.Block) lab.Block {
	corner := lab.Exactly(lab.Lines{W: a.Need().W})
	return lab.Above(gap, lab.Low(lab.Beside(2, corner, b)), lab.Low(lab.Beside(2, a, product)))
}

// inLine sets the result behind what it is made of: a + b = c.
func (o operands) inLine(a, b, c lab.Block) lab.Block {
	return lab.Low(lab.Beside(1, a, word(lab.In(theme.Accent, o.sign())), b, word(lab.Muted("=")), c))
}
