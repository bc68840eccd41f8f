package formula

import (
	"strings"
	"unicode/utf8"
)

// TeX writes the formula in TeX's math mode, for drawing it in two dimensions.
// log shows its base.
func (n *Node) TeX() string {
	var b strings.Builder
	n.draw(&b)
	return b.String()
}

func (n *Node) draw(b *strings.Builder) {
	switch n.op {
	case Number:
		b.WriteString(drawnNumber(n.text))
	case Constant:
		b.WriteString(map[string]string{"e": "e", "π": `\pi `}[n.name])
	case Variable:
		b.WriteString(drawnName(n.name))
	case Div:
		drawCommand(b, `\frac`, n.operands...)
	case Pow:
		n.operands[0].drawAt(b, bindsAtom)
		drawCommand(b, "^", n.operands[1])
	case Neg:
		b.WriteString("-")
		n.operands[0].drawAt(b, bindsProduct)
	case Percent:
		n.operands[0].drawAt(b, bindsAtom)
		b.WriteString(`\%`)
	case Call:
		n.drawCall(b)
	case And:
		for i, condition := range n.operands {
			if i > 0 {
				b.WriteString(`,\; `)
			}
			condition.draw(b)
		}
	case Cases:
		n.drawCases(b)
	case Add, Sub, Mul, Compare:
		n.drawInfix(b)
	}
}

// drawnLevel is level in a drawing, where a fraction is in no need of brackets
// but as the base of a power.
func (n *Node) drawnLevel() int {
	switch {
	case n.op == Div:
		return bindsPower
	case n.op == Variable && strings.Contains(n.name, "/"), n.op == Number && strings.ContainsAny(drawnNumber(n.text), `\`):
		return bindsPower
	}
	return n.level()
}

func (n *Node) drawAt(b *strings.Builder, level int) {
	if n.drawnLevel() >= level {
		n.draw(b)
		return
	}
	drawGroup(b, "(", ")", n)
}

// drawInfix writes a sign between two operands.
func (n *Node) drawInfix(b *strings.Builder) {
	sign, left, right := " "+n.name+" ", bindsSum, bindsSum // a comparison
	switch {
	case n.op == Add:
		sign, right = " + ", bindsProduct
	case n.op == Sub:
		sign, right = " - ", bindsProduct
	case n.op == Mul:
		sign, left, right = n.times(), bindsProduct, bindsPower
	case n.name == "<=":
		sign = ` \le `
	case n.name == ">=":
		sign = ` \ge `
	case n.name == "!=":
		sign = ` \ne `
	}
	n.operands[0].drawAt(b, left)
	b.WriteString(sign)
	n.operands[1].drawAt(b, right)
}

// times returns the sign of a product: none, where the factors can stand side by
// side.
func (n *Node) times() string {
	left, right := n.operands[0], n.operands[1]
	for left.op == Mul {
		left = left.operands[1]
	}
	first := right
	for first.op == Pow || first.op == Percent {
		first = first.operands[0]
	}
	if first.op == Number || first.op == Call && left.op == Call || left.op == Constant && first.op == Variable {
		return ` \cdot `
	}
	return ` \, `
}

func (n *Node) drawCall(b *strings.Builder) {
	switch n.name {
	case "sqrt":
		drawCommand(b, `\sqrt`, n.operands...)
	case "cbrt":
		drawCommand(b, `\sqrt[3]`, n.operands...)
	case "abs":
		drawGroup(b, "|", "|", n.operands...)
	default:
		b.WriteString(n.function.tex)
		drawGroup(b, "(", ")", n.operands...)
	}
}

// drawCommand writes a command and its arguments in braces.
func drawCommand(b *strings.Builder, command string, arguments ...*Node) {
	b.WriteString(command)
	for _, a := range arguments {
		b.WriteString("{")
		a.draw(b)
		b.WriteString("}")
	}
}

// drawGroup writes nodes in brackets that grow.
func drawGroup(b *strings.Builder, open, closing string, nodes ...*Node) {
	b.WriteString(`\left` + open + " ")
	for i, n := range nodes {
		if i > 0 {
			b.WriteString(", ")
		}
		n.draw(b)
	}
	b.WriteString(` \right` + closing)
}

func (n *Node) drawCases(b *strings.Builder) {
	b.WriteString(`\begin{cases} `)
	for i := 0; i < len(n.operands); i += 2 {
		if i > 0 {
			b.WriteString(` \\ `)
		}
		if i+1 == len(n.operands) {
			n.operands[i].draw(b)
			b.WriteString(` & \text{else}`)
			break
		}
		n.operands[i+1].draw(b)
		b.WriteString(" & ")
		n.operands[i].draw(b)
	}
	b.WriteString(` \end{cases}`)
}

// drawnNumber writes 2e-3 and ½ as one would by hand.
func drawnNumber(text string) string {
	if f := fractionOf([]rune(text)[0]); f != "" {
		above, below, _ := strings.Cut(f, "/")
		return `\frac{` + above + `}{` + below + `}`
	}
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		return text[:i] + ` \cdot 10^{` + strings.TrimPrefix(text[i+1:], "+") + `}`
	}
	return text
}

// drawnName writes the index of a name below it, and a derivative as a fraction.
func drawnName(name string) string {
	if above, below, ok := derivativeParts(name); ok {
		return `\frac{\partial ` + drawnName(above) + `}{\partial ` + drawnName(below) + `}`
	}
	letters := span(name, isLetter)
	n := letters + indexLength(name[letters:])
	drawn := name[:letters]
	if utf8.RuneCountInString(drawn) > 1 {
		drawn = `\mathrm{` + drawn + `}`
	}
	if n > letters {
		drawn += `_{` + plainIndex(name[letters:n]) + `}`
	}
	return drawn + strings.Repeat("'", utf8.RuneCountInString(name[n:])) // primes
}
