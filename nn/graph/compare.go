package graph

import (
	"maps"
	"math"
	"slices"
)

// Slip says how one graph differs from another.
type Slip uint8

// The slips. Each is told of one node, Finding.Node.
const (
	NoSlip     Slip = iota // the graphs compute the same
	WrongOp                // Finding.Op belongs there
	Swapped                // the operands stand the wrong way round
	WrongEdge              // the operand Finding.Operand must be Finding.Other
	WrongValue             // the same, and both are numbers
	Extra                  // the node is one too many
	Missing                // before the operand, or behind the node if Finding.Operand is −1, Finding.Op is missing
	Loose                  // nothing is computed from the node, and it is not the result
	Other                  // no one change of the node helps
)

// Finding is what a comparison of two graphs has found.
type Finding struct {
	Slip    Slip
	Node    *Node
	Operand int
	Op      Op
	Other   string // a name or a number; of Missing what else Op takes, empty if nothing

	// At is a point, by the names of the variables, at which the results are Got
	// and Want: a different value, or for Gate a different gradient.
	At        map[string]float64
	Got, Want float64

	// Gate tells graphs of the same value whose gradients part in a kink alone,
	// such as max(x, 0) and relu(x) at 0.
	Gate bool
}

// Compare holds a graph that somebody has built against one that is wanted. They
// are the same if their results have the same values and the same gradients at
// points that are the same every time; how they get there does not matter: x·x is
// as good as x², (w·x)·x as w·x². Variables belong together by their names.
//
// Of graphs that differ it names one node of those that were built, and how it
// differs. It is the first in the order of computation whose value has no
// counterpart on any way to the wanted result, unless another one is left loose
// and a single edge to it mends the whole: then all values may well have a
// counterpart, and it is the gradients that have none. The way in which it
// differs is found by trying: the change of the node that mends the whole graph
// or, if there is none, that gives the node a counterpart.
func Compare(built *Graph, result *Node, wanted *Graph, target *Node) Finding {
	clock := new(int)
	c := &comparison{
		built: circuitOf(built, built.everything(), result, clock),
		want:  circuitOf(wanted, wanted.Order(target), target, clock),
	}
	c.points = pointsFor(c.want, c.built)
	finding, same := c.differ()
	if !same {
		c.explain(&finding)
		return finding
	}
	if n := c.built.loose(); n != nil {
		return Finding{Slip: Loose, Node: n.node}
	}
	return finding
}

// everything lists all nodes, in order.
func (g *Graph) everything() []*Node {
	var list []*Node
	for n := range g.all {
		list = append(list, n)
	}
	return list
}

// comparison is two graphs and the points at which they are compared.
type comparison struct {
	built, want *circuit
	points      []place
	stations    []*gate // what the wanted result may be computed by way of
}

// closeTo reports whether two values are the same but for rounding.
func closeTo(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-9*min(max(1, math.Abs(a), math.Abs(b)), math.MaxFloat64)
}

// differ compares the results: their values, and of those that agree the
// gradients.
func (c *comparison) differ() (f Finding, same bool) {
	for _, p := range c.points {
		got, want := c.built.value(c.built.out, p.at), c.want.value(c.want.out, p.at)
		if isUndefined(want) || p.special && isUndefined(got) || closeTo(got, want) {
			continue
		}
		return Finding{At: maps.Clone(p.at), Got: got, Want: want}, false
	}
	for _, p := range c.points {
		if !c.built.defined(p.at) || !c.want.defined(p.at) {
			continue
		}
		got, want := c.built.gradients(p.at), c.want.gradients(p.at)
		for name, w := range want {
			if g := got[name]; !isUndefined(w) && !isUndefined(g) && !closeTo(g, w) {
				return Finding{Gate: p.special, At: maps.Clone(p.at), Got: g, Want: w}, p.special
			}
		}
	}
	return Finding{}, true
}

// mended reports whether the built graph now computes what is wanted.
func (c *comparison) mended() bool {
	for _, p := range c.points {
		got, want := c.built.value(c.built.out, p.at), c.want.value(c.want.out, p.at)
		if !isUndefined(want) && !(p.special && isUndefined(got)) && !closeTo(got, want) {
			return false
		}
	}
	return true
}

// hasCounterpart reports whether a value occurs on some way to the wanted result.
func (c *comparison) hasCounterpart(n *gate) bool {
	for _, s := range c.stations {
		same := s.op != Const
		for i := 0; same && i < len(c.points); i++ {
			p := c.points[i]
			got, want := c.built.value(n, p.at), c.want.value(s, p.at)
			same = isUndefined(want) || p.special && isUndefined(got) || closeTo(got, want)
		}
		if same {
			return true
		}
	}
	return false
}

// explain finds the node that is to blame, and how it differs.
func (c *comparison) explain(f *Finding) {
	if n := c.built.loose(); n != nil && c.reattach(f) {
		return
	}
	c.stations = stationsOf(c.want)
	first := c.built.out
	f.Slip, f.Operand = Missing, -1 // on a right way, but not at its end
	for _, n := range c.built.gates {
		if n.op.Arity() > 0 && !c.hasCounterpart(n) {
			first, f.Slip = n, Other
			break
		}
	}
	f.Node = first.node
	if c.bypass(first, f, c.mended) || c.repair(first, f, c.mended) {
		return
	}
	for _, n := range c.built.before(first) { // one that is right by itself, but not here
		if n.op.Arity() > 0 && c.repair(n, f, c.mended) {
			f.Node = n.node
			return
		}
	}
	if !c.insert(first, f, c.mended) && f.Slip == Other {
		c.stations = slices.DeleteFunc(c.stations, func(s *gate) bool { return s.op.Arity() == 0 }) // to be an input is no cure
		c.repair(first, f, func() bool { return c.hasCounterpart(first) })
	}
}

// reattach looks for an edge that must come from a node that is left loose.
func (c *comparison) reattach(f *Finding) bool {
	for _, n := range c.built.gates {
		for i := range n.operands() {
			for _, o := range c.built.before(n) {
				if o.op.Arity() > 0 && !c.built.used(o) && c.tries(n.operand(i), o, c.mended) {
					f.Slip, f.Node, f.Operand, f.Other = WrongEdge, n.node, i, o.said()
					return true
				}
			}
		}
	}
	return false
}
