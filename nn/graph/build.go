package graph

import (
	"math"
	"strconv"
	"strings"

	"hakseup/nn/formula"
)

// operation is what a node does to which operands, or a constant's value: nodes
// that agree in it are one.
type operation struct {
	op    Op
	a, b  *Node
	value float64
}

// once adds a node, unless there is the same one.
func (s *system) once(o operation) *Node {
	n, ok := s.nodes[o]
	switch {
	case ok:
	case o.op == Const:
		n = s.g.Const(o.value)
	default:
		n = s.g.compute(o.op, o.a, o.b)
	}
	s.nodes[o] = n
	return n
}

func (s *system) constant(value float64) *Node { return s.once(operation{op: Const, value: value}) }

// node adds the nodes of a formula's tree, part of the given definition.
func (s *system) node(tree *formula.Node, of *definition) (*Node, *formula.Error) {
	switch tree.Op() {
	case formula.Number, formula.Constant:
		return s.constant(tree.Literal()), nil
	case formula.Variable:
		return s.variable(tree, of)
	case formula.Cases, formula.Compare, formula.And:
		return nil, noNode(tree.Operands()[0], of)
	case formula.Neg: // a sign before a plain number is part of it
		if plain := tree.Operands()[0]; plain.Op() == formula.Number {
			return s.constant(-plain.Literal()), nil
		}
	case formula.Pow:
		if base := tree.Operands()[0]; base.Op() == formula.Constant && base.Name() == "e" {
			x, err := s.node(tree.Operands()[1], of)
			if err != nil {
				return nil, err
			}
			return s.once(operation{op: Exp, a: x}), nil
		}
	}
	operands := make([]*Node, len(tree.Operands()))
	for i, o := range tree.Operands() {
		var err *formula.Error
		if operands[i], err = s.node(o, of); err != nil {
			return nil, err
		}
	}
	if tree.Op() == formula.Call {
		return s.call(tree, operands, of)
	}
	return s.arithmetic(tree.Op(), operands), nil
}

// arithmetic adds a node for a sign.
func (s *system) arithmetic(op formula.Op, operands []*Node) *Node {
	switch op {
	case formula.Neg: // a × −1: as + and × are enough for any network, a sign is no operation of its own
		return s.once(operation{op: Mul, a: operands[0], b: s.constant(-1)})
	case formula.Percent:
		return s.once(operation{op: Div, a: operands[0], b: s.constant(100)})
	}
	signs := map[formula.Op]Op{formula.Add: Add, formula.Sub: Sub, formula.Mul: Mul, formula.Div: Div, formula.Pow: Pow}
	return s.once(operation{op: signs[op], a: operands[0], b: operands[1]})
}

// call adds a node for a function.
func (s *system) call(tree *formula.Node, operands []*Node, of *definition) (*Node, *formula.Error) {
	if digits, ok := strings.CutPrefix(tree.Name(), "log_"); ok {
		base, _ := strconv.ParseFloat(digits, 64)
		return s.once(operation{op: Div, a: s.once(operation{op: Log, a: operands[0]}), b: s.constant(math.Log(base))}), nil
	}
	op, ok := map[string]Op{
		"exp": Exp, "ln": Log, "tanh": Tanh, "sigmoid": Sigmoid, "relu": ReLU, "max": Max, "min": Min,
		"sqrt": Sqrt, "abs": Abs, "sin": Sin, "cos": Cos, "tan": Tan,
	}[tree.Name()]
	if !ok {
		return nil, noNode(tree, of)
	}
	n := operands[0]
	if op.Arity() == 1 {
		return s.once(operation{op: op, a: n}), nil
	}
	for _, other := range operands[1:] {
		n = s.once(operation{op: op, a: n, b: other})
	}
	return n, nil
}

// noNode says that a part of a formula has no place in a graph.
func noNode(tree *formula.Node, of *definition) *formula.Error {
	return &formula.Error{Mistake: formula.NoNode, Offset: of.at + tree.Offset(), Text: tree.Text()}
}

// variable returns the node that a name stands for: what it is defined as, a
// node of the graph, or a new variable.
func (s *system) variable(tree *formula.Node, of *definition) (*Node, *formula.Error) {
	name := tree.Name()
	if d := s.defined(name); d != nil {
		d.used = true
		if d.busy {
			return nil, &formula.Error{Mistake: formula.Circular, Offset: of.at + tree.Offset(), Text: tree.Text()}
		}
		err := s.build(d)
		return d.result, err
	}
	if n := s.g.Named(name); n != nil {
		return n, nil
	}
	for n := range s.g.all {
		if same := s.g.Name(n); same != "" && formula.Key(same) == formula.Key(name) {
			return n, nil // x₁ for x1
		}
	}
	return s.g.Var(name, 0), nil
}
