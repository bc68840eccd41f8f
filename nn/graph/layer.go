package graph

import "hakseup/nn/internal/kernel"

// Affine adds the nodes of Wx + b, which the units of a layer compute before
// their activation, and stores the last node of each unit in dst. w holds a row
// of weights for each unit, row after row, with a weight for each entry of x.
// dst shares no memory with w and x.
//
// These are the nodes that Mul and Add would make: a product for each weight,
// added to the bias or to the sum so far. The units grow side by side, one
// input at a time, so that neighbouring nodes seldom wait for one another: the
// processor can compute several of them at once, forward and back.
func (g *Graph) Affine(dst, w, b, x []*Node) {
	if len(dst) != len(b) || len(w) != len(b)*len(x) {
		panic("graph: lengths do not match")
	}
	copy(dst, b)
	for j, input := range x {
		nodes := g.reserve(2 * len(dst))
		if nodes == nil {
			for i, sum := range dst {
				dst[i] = g.Add(sum, g.Mul(w[i*len(x)+j], input))
			}
			continue
		}
		at := j
		for i, sum := range dst {
			weight, pair := w[at], nodes[2*i:2*i+2]
			product, next := &pair[0], &pair[1]
			product.set(Mul, weight, input, weight.value*input.value)
			next.set(Add, sum, product, sum.value+product.value)
			dst[i] = next
			at += len(x)
		}
	}
}

// reserve adds count nodes that the caller has to set. If the block has no room
// for them all it adds none and returns nil.
func (g *Graph) reserve(count int) []Node {
	start, end := g.used, g.used+count
	if end > len(g.block) {
		return nil
	}
	g.used = end
	return g.block[start:end]
}

// Apply adds op(aᵢ) for every node of a, where op is an operation of one
// operand such as Tanh, and stores the new nodes in dst, which may be a.
func (g *Graph) Apply(dst []*Node, op Op, a []*Node) {
	if len(dst) != len(a) {
		panic("graph: lengths do not match")
	}
	if op.Arity() != 1 {
		panic("graph: only an operation of one operand can be applied")
	}
	values := g.values[:0]
	for _, n := range a {
		values = append(values, n.value)
	}
	g.values = values // keeps what append has added
	op.each(values)
	for i, n := range a {
		dst[i] = g.push(op, n, nil, values[i])
	}
}

// each replaces every entry of a by op of it, as at does, several at once where
// it can.
func (op Op) each(a []float64) {
	switch op {
	case Tanh:
		kernel.Tanh(a)
	case Sigmoid:
		kernel.Sigmoid(a)
	default:
		for i, v := range a {
			a[i] = op.at(v, 0)
		}
	}
}
