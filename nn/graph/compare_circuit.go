package graph

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/nn/formula"
)

// gate is a node of a graph in which anything may be changed to see what comes
// of it.
type gate struct {
	node     *Node // nil for one that was added
	op       Op
	a, b     *gate
	constant float64
	name     string

	value float64 // at the time of clock
	time  int
}

func (n *gate) operands() []*gate { return []*gate{n.a, n.b}[:n.op.Arity()] }

// operand returns the place of an operand.
func (n *gate) operand(i int) **gate {
	if i == 0 {
		return &n.a
	}
	return &n.b
}

// said returns a name for a gate, or its number.
func (n *gate) said() string {
	if n.op == Const && n.name == "" {
		return digits(n.constant)
	}
	return n.name
}

// circuit is a graph made of gates, operands before what is computed from them.
type circuit struct {
	gates []*gate
	out   *gate
	clock *int // goes on with every computation, so that no gate is computed twice in one
}

// circuitOf copies nodes of a graph.
func circuitOf(g *Graph, nodes []*Node, out *Node, clock *int) *circuit {
	c := &circuit{clock: clock}
	copied := make(map[*Node]*gate)
	for _, n := range nodes {
		copied[n] = &gate{node: n, op: n.op, constant: n.value, name: g.Name(n)}
		for i, o := range n.Operands() {
			*copied[n].operand(i) = copied[o]
		}
		c.gates = append(c.gates, copied[n])
	}
	c.out = copied[out]
	return c
}

// before lists the gates that may be operands of n without making a circle.
func (c *circuit) before(n *gate) []*gate { return c.gates[:max(0, slices.Index(c.gates, n))] }

// used reports whether something is computed from a gate.
func (c *circuit) used(n *gate) bool {
	return slices.ContainsFunc(c.gates, func(m *gate) bool { return slices.Contains(m.operands(), n) })
}

// loose returns the first operation from which nothing is computed, the result
// aside.
func (c *circuit) loose() *gate {
	for _, n := range c.gates {
		if n.op.Arity() > 0 && n != c.out && !c.used(n) {
			return n
		}
	}
	return nil
}

// value computes a gate.
func (c *circuit) value(n *gate, at map[string]float64) float64 {
	*c.clock++
	return n.at(at, *c.clock)
}

func (n *gate) at(at map[string]float64, time int) float64 {
	if n.time == time {
		return n.value
	}
	var a, b float64
	for i, o := range n.operands() {
		if v := o.at(at, time); i == 0 {
			a = v
		} else {
			b = v
		}
	}
	n.time = time
	switch n.op {
	case Const:
		n.value = n.constant
	case Var:
		n.value = at[formula.Key(n.name)]
	default:
		n.value = n.op.at(a, b)
	}
	return n.value
}

// defined reports whether every gate has a value.
func (c *circuit) defined(at map[string]float64) bool {
	return !slices.ContainsFunc(c.gates, func(n *gate) bool { return isUndefined(c.value(n, at)) })
}

// gradients computes the gradient of the result by every variable.
func (c *circuit) gradients(at map[string]float64) map[string]float64 {
	flowing := map[*gate]float64{c.out: 1}
	byName := make(map[string]float64)
	for _, n := range slices.Backward(c.gates) {
		if n.op == Var {
			byName[formula.Key(n.name)] += flowing[n]
		}
		if n.op.Arity() == 0 || flowing[n] == 0 {
			continue
		}
		a, b := c.value(n.a, at), 0.0
		if n.b != nil {
			b = c.value(n.b, at)
		}
		da, db := n.op.derivatives(a, b, n.op.at(a, b))
		flowing[n.a] += flowing[n] * da
		if n.b != nil {
			flowing[n.b] += flowing[n] * db
		}
	}
	return byName
}

// place is a point at which graphs are compared. At a special one a graph may be
// undefined that is defined around it.
type place struct {
	at      map[string]float64
	special bool
}

// generalPlaces is the number of points at which no variable has a special value.
const generalPlaces = 16

// pointsFor lists the points at which to compare: small whole numbers first,
// which read well; then others of both signs; then those at which a variable is
// −1, 0 or 1 or a gate, such as that of relu, is just between open and closed.
func pointsFor(circuits ...*circuit) []place {
	var names []string
	for _, c := range circuits {
		for _, n := range c.gates {
			if key := formula.Key(n.name); n.op == Var && !slices.Contains(names, key) {
				names = append(names, key)
			}
		}
	}
	random := rand.New(rand.NewPCG(20261127, 7))
	var list []place
	for round := range generalPlaces {
		at := make(map[string]float64)
		for i, name := range names {
			at[name] = float64(2 + i)
			if round > 0 {
				at[name] = (random.Float64() + 0.1) * 3
			}
			if round > 1 && round%2 == 0 && random.IntN(2) == 0 {
				at[name] = -at[name]
			}
		}
		list = append(list, place{at: at})
	}
	for _, name := range names {
		pins := []float64{-1, 0, 1}
		for _, c := range circuits {
			pins = append(pins, c.kinks(name, list[0].at)...)
		}
		for _, v := range pins {
			list = append(list, place{at: with(list[0].at, name, v), special: true})
		}
	}
	return list
}

// with returns a point with one variable changed.
func with(at map[string]float64, name string, v float64) map[string]float64 {
	changed := maps.Clone(at)
	changed[name] = v
	return changed
}

// kinks finds where a variable has the gates of relu, max, min and |x| in their
// kink, if they are reached along a straight line.
func (c *circuit) kinks(name string, at map[string]float64) []float64 {
	var list []float64
	for _, n := range c.gates {
		over := func(x float64) float64 {
			d := c.value(n.a, with(at, name, x))
			if n.op == Max || n.op == Min {
				d -= c.value(n.b, with(at, name, x))
			}
			return d
		}
		switch n.op {
		case ReLU, Abs, Max, Min:
			if x := -over(0) / (over(1) - over(0)); !isUndefined(x) && over(x) == 0 {
				list = append(list, x)
			}
		}
	}
	return list
}

func isUndefined(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) }
