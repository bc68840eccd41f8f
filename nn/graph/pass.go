package graph

import "slices"

// Forward computes every node again, in order, after variables were set.
func (g *Graph) Forward() {
	for n := range g.all {
		if n.op.Arity() > 0 {
			n.value = n.op.at(n.operands())
		}
	}
}

// Backward computes ∂out/∂n of every node n that out depends on. The gradient
// of out is 1; then each node, from the last to the first, gives each of its
// operands its own gradient times the local derivative. What an operand gets
// over several paths adds up.
//
// A node whose gradient is 0 gives nothing, whatever the derivative: a branch
// that max or relu has cut off stays cut off, even if it holds an infinity.
//
// The gradients of the Backward before are forgotten, except those of nodes
// that are kept: they add up.
func (g *Graph) Backward(out *Node) {
	if g.spent {
		g.clearGradients(g.kept)
	}
	g.spent = true
	out.gradient++
	for _, block := range slices.Backward(g.blocks) {
		start := int(block[0].index)
		first, last := max(g.kept-start, 0), min(int(out.index)-start, len(block)-1)
		if first <= last {
			backward(block[first : last+1])
		}
	}
}

// backward lets every node pass its gradient on, from the last to the first.
// What networks are made of is written out; pass knows all operations.
func backward(nodes []Node) {
	for i := len(nodes) - 1; i >= 0; i-- {
		n := &nodes[i]
		gradient, a, b := n.gradient, n.a, n.b
		if n.op == Add { // passes it on
			a.gradient += gradient
			b.gradient += gradient
			if i == 0 || b != &nodes[i-1] || b.op != Mul {
				continue
			}
			// A product made for this sum is next: most of a network.
			i--
			n, gradient, a, b = b, b.gradient, b.a, b.b
		}
		if gradient == 0 {
			continue
		}
		switch n.op {
		case Mul: // swaps the factors
			a.gradient += gradient * b.value
			b.gradient += gradient * a.value
		case Tanh:
			a.gradient += gradient * (1 - n.value*n.value)
		case Const, Var:
		default:
			n.pass(gradient)
		}
	}
}

// pass gives the operands what the chain rule says.
func (n *Node) pass(gradient float64) {
	da, db := n.derivatives()
	n.a.gradient += gradient * da
	if n.b != nil {
		n.b.gradient += gradient * db
	}
}

// derivatives returns the local derivatives: ∂n/∂a and ∂n/∂b.
func (n *Node) derivatives() (da, db float64) {
	a, b := n.operands()
	return n.op.derivatives(a, b, n.value)
}

// ClearGradients sets the gradients of all nodes to 0.
func (g *Graph) ClearGradients() {
	g.clearGradients(0)
	g.spent = false
}

// clearGradients sets the gradients to 0, from the given place on.
func (g *Graph) clearGradients(from int) {
	for n := range g.all {
		if int(n.index) >= from {
			n.gradient = 0
		}
	}
}

// Keep makes the nodes that the graph has now outlast Reset, as the parameters
// of a network do. They must be variables and constants.
func (g *Graph) Keep() {
	for n := range g.all {
		if n.op.Arity() > 0 {
			panic("graph: only variables and constants can be kept")
		}
	}
	g.kept = g.Len()
}

// Reset drops every node that is not kept. The memory stays: a graph of the
// same size is built again without asking for more.
func (g *Graph) Reset() {
	g.truncate(g.kept)
	g.spent = false
}
