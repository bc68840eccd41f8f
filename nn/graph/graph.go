package graph

// Graph is a computational graph. The zero Graph is empty and ready to use.
//
// Its nodes lie in blocks, in the order in which they were made. That is an
// order in which every node can be computed, as a node's operands must be there
// before it; from the last to the first, it is one in which every node has got
// its whole gradient before it passes it on. No search is needed.
type Graph struct {
	// LogBase is the base of log in the formulas that Parse reads: 0 makes it the
	// natural logarithm.
	LogBase float64

	block  []Node   // the block that is being filled
	used   int      // so many of its nodes are in use
	blocks [][]Node // all blocks; those behind the one being filled wait for use
	kept   int      // so many nodes outlast Reset
	spent  bool     // Backward has left gradients in nodes that are not kept
	names  map[*Node]string
	values []float64 // work space of Apply
}

// firstBlock is the size of the first block. Each further one is twice as large
// as the one before.
const firstBlock = 256

// New returns an empty graph.
func New() *Graph { return new(Graph) }

// Len returns the number of nodes.
func (g *Graph) Len() int {
	if len(g.block) == 0 {
		return 0
	}
	return int(g.block[0].index) + g.used
}

// Var adds a variable: a number to differentiate by, such as a weight or an
// input. Its name may be empty.
func (g *Graph) Var(name string, value float64) *Node {
	n := g.push(Var, nil, nil, value)
	if name != "" {
		g.SetName(n, name)
	}
	return n
}

// Const adds a number that never changes. It has no gradient.
func (g *Graph) Const(value float64) *Node { return g.push(Const, nil, nil, value) }

// Add adds the node a + b.
func (g *Graph) Add(a, b *Node) *Node { return g.push(Add, a, b, a.value+b.value) }

// Sub adds the node a − b.
func (g *Graph) Sub(a, b *Node) *Node { return g.compute(Sub, a, b) }

// Mul adds the node a × b.
func (g *Graph) Mul(a, b *Node) *Node { return g.push(Mul, a, b, a.value*b.value) }

// Div adds the node a ÷ b.
func (g *Graph) Div(a, b *Node) *Node { return g.compute(Div, a, b) }

// Pow adds the node a to the power of b.
func (g *Graph) Pow(a, b *Node) *Node { return g.compute(Pow, a, b) }

// Max adds the node that is the greater of a and b. Where they are equal the
// gradient goes to a, so that max(0, x) has the derivative of relu(x).
func (g *Graph) Max(a, b *Node) *Node { return g.compute(Max, a, b) }

// Min adds the node that is the smaller of a and b. Where they are equal the
// gradient goes to a.
func (g *Graph) Min(a, b *Node) *Node { return g.compute(Min, a, b) }

// Exp adds the node exp(a).
func (g *Graph) Exp(a *Node) *Node { return g.compute(Exp, a, nil) }

// Log adds the node ln a, the natural logarithm.
func (g *Graph) Log(a *Node) *Node { return g.compute(Log, a, nil) }

// Tanh adds the node tanh(a).
func (g *Graph) Tanh(a *Node) *Node { return g.compute(Tanh, a, nil) }

// Sigmoid adds the node 1/(1 + exp(−a)).
func (g *Graph) Sigmoid(a *Node) *Node { return g.compute(Sigmoid, a, nil) }

// ReLU adds the node max(0, a). Its derivative at 0 is 0.
func (g *Graph) ReLU(a *Node) *Node { return g.compute(ReLU, a, nil) }

// Sqrt adds the node √a.
func (g *Graph) Sqrt(a *Node) *Node { return g.compute(Sqrt, a, nil) }

// Abs adds the node |a|. Its derivative at 0 is 0.
func (g *Graph) Abs(a *Node) *Node { return g.compute(Abs, a, nil) }

// Sin adds the node sin(a).
func (g *Graph) Sin(a *Node) *Node { return g.compute(Sin, a, nil) }

// Cos adds the node cos(a).
func (g *Graph) Cos(a *Node) *Node { return g.compute(Cos, a, nil) }

// Tan adds the node tan(a).
func (g *Graph) Tan(a *Node) *Node { return g.compute(Tan, a, nil) }

// compute adds the node op(a, b). b is nil when op has one operand.
func (g *Graph) compute(op Op, a, b *Node) *Node {
	n := g.push(op, a, b, 0)
	n.value = op.at(n.operands())
	return n
}

// push adds a node.
func (g *Graph) push(op Op, a, b *Node, value float64) *Node {
	if g.used >= len(g.block) {
		g.grow()
	}
	n := &g.block[g.used]
	g.used++
	n.set(op, a, b, value)
	return n
}

// set makes n a fresh node. It goes field by field: a literal would be put
// together elsewhere first, and then copied.
func (n *Node) set(op Op, a, b *Node, value float64) {
	n.value, n.gradient, n.a, n.b, n.op = value, 0, a, b, op
}

// grow turns to the next block, and makes it if there is none.
func (g *Graph) grow() {
	length, size := g.Len(), max(firstBlock, 2*len(g.block))
	for _, block := range g.blocks {
		if int(block[0].index) == length {
			g.block, g.used = block, 0
			return
		}
	}
	g.block, g.used = make([]Node, size), 0
	for i := range g.block {
		g.block[i].index = int32(length + i)
	}
	g.blocks = append(g.blocks, g.block)
}

// truncate drops all but the first nodes.
func (g *Graph) truncate(length int) {
	for _, block := range g.blocks {
		if start := int(block[0].index); start <= length {
			g.block, g.used = block, length-start
		}
	}
	for n := range g.names {
		if int(n.index) >= length {
			delete(g.names, n)
		}
	}
}

// all goes through the nodes in order.
func (g *Graph) all(yield func(*Node) bool) {
	left := g.Len()
	for _, block := range g.blocks {
		for i := range block[:min(left, len(block))] {
			if !yield(&block[i]) {
				return
			}
		}
		left -= min(left, len(block))
	}
}

// SetName gives a node a name, for drawing and for formulas that Parse reads
// later. A name belongs to the node that got it last.
func (g *Graph) SetName(n *Node, name string) {
	if g.names == nil {
		g.names = make(map[*Node]string)
	}
	g.names[n] = name
}

// Name returns the name of a node, empty if it has none.
func (g *Graph) Name(n *Node) string { return g.names[n] }

// Named returns the node with the given name, or nil.
func (g *Graph) Named(name string) *Node {
	var found *Node
	for n, s := range g.names {
		if s == name && (found == nil || n.index > found.index) {
			found = n
		}
	}
	return found
}

// Variables returns the variables, in the order in which they were made.
func (g *Graph) Variables() []*Node {
	var list []*Node
	for n := range g.all {
		if n.op == Var {
			list = append(list, n)
		}
	}
	return list
}

// Compute adds the node of an operation that is known by its Op alone.
func (g *Graph) Compute(op Op, operands ...*Node) *Node {
	if op.Arity() == 1 {
		return g.compute(op, operands[0], nil)
	}
	return g.compute(op, operands[0], operands[1])
}
