package formula

import "strings"

// The levels at which parts of a formula bind, loosest first.
const (
	bindsCases = iota
	bindsSum
	bindsProduct
	bindsSign
	bindsPower
	bindsAtom
)

// level returns how tightly the node binds its operands.
func (n *Node) level() int {
	switch n.op {
	case Add, Sub:
		return bindsSum
	case Mul, Div:
		return bindsProduct
	case Neg:
		return bindsSign
	case Pow, Percent:
		return bindsPower
	case Cases, Compare, And:
		return bindsCases
	case Number, Constant, Variable, Call:
	}
	return bindsAtom
}

// String writes the formula on one line. With the table that the formula was
// read with, Parse reads the same tree from it.
func (n *Node) String() string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *Node) write(b *strings.Builder) {
	switch n.op {
	case Number:
		b.WriteString(n.text)
	case Constant, Variable:
		b.WriteString(n.name)
	case Neg:
		b.WriteString("-")
		n.operands[0].writeAt(b, bindsPower)
	case Percent:
		n.operands[0].writeAt(b, bindsAtom)
		b.WriteString("%")
	case Call:
		b.WriteString(n.name + "(")
		n.list(b, ", ")
		b.WriteString(")")
	case And:
		n.list(b, " and ")
	case Cases:
		n.cases(b)
	case Add, Sub, Mul, Div, Pow, Compare:
		n.infix(b)
	}
}

// infix writes a sign between two operands.
func (n *Node) infix(b *strings.Builder) {
	sign, left, right := " "+n.name+" ", bindsSum, bindsSum // a comparison
	switch n.op {
	case Add:
		sign, right = " + ", bindsProduct
	case Sub:
		sign, right = " - ", bindsProduct
	case Mul:
		sign, left, right = "*", bindsProduct, bindsSign
	case Div:
		sign, left, right = "/", bindsProduct, bindsSign
	case Pow:
		sign, left, right = "^", bindsAtom, bindsSign
	}
	n.operands[0].writeAt(b, left)
	b.WriteString(sign)
	n.operands[1].writeAt(b, right)
}

// writeAt writes the node, in brackets if it binds less tightly than told.
func (n *Node) writeAt(b *strings.Builder, level int) {
	if n.level() >= level {
		n.write(b)
		return
	}
	b.WriteString("(")
	n.write(b)
	b.WriteString(")")
}

// list writes the operands of a function, or conditions.
func (n *Node) list(b *strings.Builder, separator string) {
	for i, operand := range n.operands {
		if i > 0 {
			b.WriteString(separator)
		}
		if n.op == And {
			operand.write(b)
		} else {
			operand.writeAt(b, bindsSum)
		}
	}
}

// cases writes A if c, B if d, C otherwise.
func (n *Node) cases(b *strings.Builder) {
	for i := 0; i < len(n.operands); i += 2 {
		if i > 0 {
			b.WriteString(", ")
		}
		if i+1 == len(n.operands) {
			n.operands[i].writeAt(b, bindsSum)
			b.WriteString(" otherwise")
			return
		}
		n.operands[i+1].writeAt(b, bindsSum)
		b.WriteString(" if ")
		n.operands[i].write(b)
	}
}
