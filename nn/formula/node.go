package formula

import "math/big"

// Op is what a node does to its operands.
type Op uint8

// The operations. Their operands are values, except where it says conditions.
const (
	Number   Op = iota // as it was typed
	Constant           // e or π
	Variable
	Add     // a + b
	Sub     // a − b
	Mul     // a × b
	Div     // a ÷ b
	Pow     // a to the power of b
	Neg     // −a
	Percent // a%, a hundredth of a
	Call    // a function, see Node.Name
	Cases   // condition, value, condition, value, … and perhaps the value otherwise
	Compare // a condition: a < b, see Node.Name
	And     // a condition: all of some conditions hold
)

// Node is a part of a formula's tree. It does not change, so any number of
// goroutines may use it.
type Node struct {
	op       Op
	operands []*Node
	name     string
	text     string // of a number, name or comparison, as it was typed
	offset   int
	value    float64
	exact    *big.Rat // of a number; nil if only its exponent tells its size
	function *function
}

// Op returns what the node does.
func (n *Node) Op() Op { return n.op }

// Operands returns the nodes that the node is computed from, in order. The
// caller must not change the slice.
func (n *Node) Operands() []*Node { return n.operands }

// Name returns the name of a variable, as the Table has it or else as it was
// typed; e or π of a constant; the name of a function, one of sqrt cbrt exp ln
// log_10 log_2 sin cos tan asin acos atan sinh cosh tanh sigmoid relu max min
// abs; and the sign of a comparison, one of < <= > >= = !=.
func (n *Node) Name() string { return n.name }

// Text returns a number, a name or the sign of a comparison as it was typed, and
// nothing for an operation.
func (n *Node) Text() string { return n.text }

// Literal returns the value of a number or a constant.
func (n *Node) Literal() float64 { return n.value }

// Offset returns the place of the node's sign, name or number in the text that
// was read, in bytes.
func (n *Node) Offset() int { return n.offset }

// Variables returns the variables of the formula, each once, in the order in
// which they occur. Two spellings of one name are one variable.
func (n *Node) Variables() []string {
	var names []string
	seen := make(map[string]bool)
	n.walk(func(n *Node) {
		if key := Key(n.name); n.op == Variable && !seen[key] {
			seen[key] = true
			names = append(names, n.name)
		}
	})
	return names
}

// walk visits the node and all below it, from left to right.
func (n *Node) walk(visit func(*Node)) {
	visit(n)
	for _, operand := range n.operands {
		operand.walk(visit)
	}
}

// isCondition reports whether the node is true or false and no number.
func (n *Node) isCondition() bool { return n.op >= Compare }

func number(text string, value float64, offset int) *Node {
	return &Node{op: Number, text: text, value: value, exact: ratio(text), offset: offset}
}

func operation(op Op, offset int, operands ...*Node) *Node {
	return &Node{op: op, operands: operands, offset: offset}
}

func call(f *function, t Token, operands ...*Node) *Node {
	return &Node{op: Call, name: f.name, text: t.Text, function: f, operands: operands, offset: t.Offset}
}
