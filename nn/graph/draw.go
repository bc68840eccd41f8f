package graph

import (
	"strconv"
	"strings"
)

// Drawing is a graph laid out for a picture: every node in a layer, from the
// variables in layer 0 to the results, and a height within it.
//
// A constant that an operation takes beside a variable has no place of its own.
// It is part of the operation's label: × −1, + 1, 1/x.
type Drawing struct {
	Places []Place // operands before what is computed from them
	Edges  []Edge
	Layers int
	Height float64 // the greatest Y
}

// Place is where a node is drawn.
type Place struct {
	Node  *Node
	Label string  // what it does or, if it does nothing, what it is called
	Layer int     // the longest way from a variable or constant
	Y     float64 // from 0 down; neighbours in a layer are at least 1 apart
}

// Edge is a line from an operand to what is computed from it. It crosses the
// layers between the two at heights that keep clear of the nodes there.
type Edge struct {
	From, To *Node
	Operand  int       // which operand of To it is, from 0
	Y        []float64 // the height in every layer from that of From to that of To
}

// Draw lays out the nodes that out depends on. The order within the layers
// keeps edges from crossing where it can: Sugiyama, Tagawa & Toda 1981.
func (g *Graph) Draw(out ...*Node) Drawing {
	l := newLayout(g.shown(out))
	l.uncross()
	l.straighten()
	return l.drawing(g)
}

// shown returns the nodes to draw, in order: all but constants that are part of
// a label.
func (g *Graph) shown(out []*Node) []*Node {
	wanted := make(map[*Node]bool)
	for _, n := range out {
		wanted[n] = true
	}
	order := g.Order(out...)
	for _, n := range order {
		for _, operand := range n.visible() {
			wanted[operand] = true
		}
	}
	var list []*Node
	for _, n := range order {
		if wanted[n] {
			list = append(list, n)
		}
	}
	return list
}

// visible returns the operands that a drawing shows.
func (n *Node) visible() []*Node {
	operands := n.Operands()
	if len(operands) == 2 && (n.a.op == Const) != (n.b.op == Const) {
		if n.a.op == Const {
			return operands[1:]
		}
		return operands[:1]
	}
	return operands
}

// Label returns the words for a node in a drawing: the name of a variable, the
// number of a constant, the sign of an operation together with a constant that
// it takes. There x stands for the other operand: 1/x.
func (g *Graph) Label(n *Node) string {
	switch {
	case n.op == Const:
		return digits(n.value)
	case n.op == Var:
		return g.names[n]
	case len(n.visible()) == n.op.Arity():
		return n.op.String()
	case n.b.op == Const:
		return n.op.after(digits(n.b.value))
	}
	return n.op.before(digits(n.a.value))
}

// after labels an operation whose second operand is a constant.
func (op Op) after(c string) string {
	switch op {
	case Pow:
		return "^" + c
	case Max, Min:
		return op.String() + "(x, " + c + ")"
	}
	return op.String() + " " + c
}

// before labels an operation whose first operand is a constant.
func (op Op) before(c string) string {
	switch op {
	case Sub:
		return c + " − x"
	case Div:
		return c + "/x"
	case Pow:
		return c + "^x"
	case Max, Min:
		return op.String() + "(" + c + ", x)"
	}
	return op.String() + " " + c
}

// digits writes a number as it stands in a formula.
func digits(v float64) string {
	return strings.ReplaceAll(strconv.FormatFloat(v, 'g', -1, 64), "-", "−")
}
