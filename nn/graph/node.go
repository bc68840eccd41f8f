package graph

// Node is one number of a graph, and how it came about. It belongs to the graph
// that made it, until a Reset drops it: after that, the memory of the node
// serves another one.
type Node struct {
	value    float64
	gradient float64
	a, b     *Node // the operands; b is nil when there is one, both are when there is none
	op       Op
	index    int32 // the place in the graph's order: operands come before what uses them
}

// Value returns the number that was last computed, or set.
func (n *Node) Value() float64 { return n.value }

// Gradient returns ∂out/∂n of the last Backward. For a node that is kept it is
// the sum over every Backward since ClearGradients. A constant has none: 0.
func (n *Node) Gradient() float64 {
	if n.op == Const {
		return 0
	}
	return n.gradient
}

// Op returns the operation that computes the node.
func (n *Node) Op() Op { return n.op }

// Operands returns the nodes that the node is computed from, in order. x·x has
// x twice.
func (n *Node) Operands() []*Node { return []*Node{n.a, n.b}[:n.op.Arity()] }

// Set gives a variable another value. Whatever was computed from it stays as it
// is until Forward.
func (n *Node) Set(value float64) {
	if n.op != Var {
		panic("graph: only a variable can be set")
	}
	n.value = value
}

// operands returns the values of the operands, 0 for one that is not there.
func (n *Node) operands() (a, b float64) {
	switch n.op.Arity() {
	case 2:
		return n.a.value, n.b.value
	case 1:
		return n.a.value, 0
	}
	return 0, 0
}
