package graph

import "slices"

// Step is what happens at one node: forward, how its value comes about; back,
// what it gives to each of its operands.
type Step struct {
	Node     *Node
	Value    float64
	Gradient float64 // what has flowed in, ∂out/∂Node; 0 on the way forward
	Operands []Operand
}

// Operand is a node's view of one of its operands. The last three are 0 on the
// way forward, and for a constant, which nothing can change.
type Operand struct {
	Node  *Node
	Value float64
	Local float64 // the local derivative, ∂Node/∂operand
	Given float64 // Gradient · Local: what the operand gets here
	Sum   float64 // what it has got so far, this included
}

// Order returns the nodes that out is computed from, and out itself: operands
// before what is computed from them.
func (g *Graph) Order(out ...*Node) []*Node {
	var list []*Node
	for n := range g.all {
		list = append(list, n)
	}
	needed := make([]bool, len(list))
	for _, n := range out {
		needed[n.index] = true
	}
	for _, n := range slices.Backward(list) {
		if needed[n.index] {
			for _, operand := range n.Operands() {
				needed[operand.index] = true
			}
		}
	}
	return slices.DeleteFunc(list, func(n *Node) bool { return !needed[n.index] })
}

// ForwardSteps lists how out is computed, one operation after another. It
// changes nothing.
func (g *Graph) ForwardSteps(out *Node) []Step {
	var steps []Step
	for _, n := range g.Order(out) {
		if n.op.Arity() > 0 {
			steps = append(steps, n.step())
		}
	}
	return steps
}

// BackwardSteps lists how the gradient comes back from out, one operation after
// another: what Backward does to a graph without gradients. It changes nothing.
func (g *Graph) BackwardSteps(out *Node) []Step {
	sum := map[*Node]float64{out: 1}
	var steps []Step
	for _, n := range slices.Backward(g.Order(out)) {
		if n.op.Arity() == 0 {
			continue
		}
		step := n.step()
		step.Gradient = sum[n]
		da, db := n.derivatives()
		for i, local := range []float64{da, db}[:n.op.Arity()] {
			o := &step.Operands[i]
			if o.Node.op == Const {
				continue
			}
			o.Local = local
			if step.Gradient != 0 {
				o.Given = step.Gradient * local
			}
			sum[o.Node] += o.Given
			o.Sum = sum[o.Node]
		}
		steps = append(steps, step)
	}
	return steps
}

// step returns what happens at the node on the way forward.
func (n *Node) step() Step {
	s := Step{Node: n, Value: n.value}
	for _, operand := range n.Operands() {
		s.Operands = append(s.Operands, Operand{Node: operand, Value: operand.value})
	}
	return s
}
