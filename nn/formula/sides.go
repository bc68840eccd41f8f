package formula

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
)

// side is one of the ways in which a node can be computed: on one side of a kink
// or by one of several cases.
type side struct {
	node  *Node
	index int
}

// mark notes on which side of a kink its operands are: order is −1 or 1. A
// function of several operands has a kink for each but the first.
func (e *evaluator) mark(n *Node, kink, order int) {
	if order != 0 {
		e.trail = append(e.trail, side{n, 2*kink + (order+1)/2})
	}
}

// unvisited reports whether a formula has a side on which it was never
// computed, though there may be such points: a difference there was missed.
func (c *comparison) unvisited() bool {
	if len(c.names) == 0 || c.straight {
		return false
	}
	missing := false
	for _, tree := range []*Node{c.a, c.b} {
		tree.walk(func(n *Node) {
			for _, s := range c.sides(n) {
				missing = missing || !c.seen[s]
			}
		})
	}
	return missing
}

// sides lists the sides of a node that cannot be shown to be empty.
func (c *comparison) sides(n *Node) []side {
	var list []side
	kink := func(i int, difference interval) {
		if difference.low < 0 {
			list = append(list, side{n, 2 * i})
		}
		if difference.high > 0 {
			list = append(list, side{n, 2*i + 1})
		}
	}
	switch {
	case n.op == Cases:
		return c.possibleCases(n)
	case n.op != Call || len(n.Variables()) == 0:
	case n.name == "abs", n.name == "relu":
		kink(0, c.reach(n.operands[0]))
	case n.function.choose != nil:
		all := n.operands[0].reach()
		for i, operand := range n.operands[1:] {
			next := operand.reach()
			if difference := all.minus(next); i == 0 {
				kink(i, c.reach(n.operands[:2]...))
			} else {
				kink(i, difference)
			}
			all = interval{n.function.choose(all.low, next.low), n.function.choose(all.high, next.high)}
		}
	}
	return list
}

// possibleCases lists the cases that may hold somewhere.
func (c *comparison) possibleCases(n *Node) []side {
	var list []side
	for i := 0; i+1 < len(n.operands); i += 2 {
		possible, certain := c.prospects(n.operands[i])
		if possible {
			list = append(list, side{n, i / 2})
		}
		if certain {
			return list
		}
	}
	if len(n.operands)%2 == 1 {
		list = append(list, side{n, len(n.operands) / 2})
	}
	return list
}

// prospects reports whether a condition may hold somewhere and whether it holds
// everywhere.
func (c *comparison) prospects(n *Node) (possible, certain bool) {
	if n.op == And {
		possible, certain = true, true
		for _, condition := range n.operands {
			p, all := c.prospects(condition)
			possible, certain = possible && p, certain && all
		}
		return possible, certain
	}
	if len(n.Variables()) == 0 {
		holds, d := (&evaluator{exact: exactCost, steps: maxSteps}).holds(n)
		return holds || d == unsure, holds
	}
	difference := c.reach(n.operands...)
	all := true
	for order, reached := range map[int]bool{
		-1: difference.low < 0,
		0:  difference.low <= 0 && difference.high >= 0,
		1:  difference.high > 0,
	} {
		if reached {
			possible = possible || n.compares(order)
			all = all && n.compares(order)
		}
	}
	return possible, all
}

// reach returns an interval with all values of a node, or of the difference of
// two. One that has the same exact value at many places has it everywhere.
func (c *comparison) reach(nodes ...*Node) interval {
	b := border{left: nodes[0]}
	v := nodes[0].reach()
	if len(nodes) == 2 {
		b.right = nodes[1]
		v = v.minus(nodes[1].reach())
	}
	if v.low >= 0 || v.high <= 0 || slices.ContainsFunc(nodes, (*Node).hasPieces) {
		return v
	}
	r := rand.New(rand.NewPCG(20261123, 9))
	e := evaluator{index: c.index, exact: exactCost, steps: maxSteps}
	var constant *big.Rat
	for round := range generic {
		switch q, d := e.beyond(b, drawn(len(c.names), round, r)); {
		case d == undefined:
		case d != certain || q.exact == nil || constant != nil && q.exact.Cmp(constant) != 0:
			return v
		default:
			constant = q.exact
		}
	}
	if constant == nil {
		return v
	}
	value, _ := constant.Float64()
	return interval{value, value}
}

// hasPieces reports whether a node has cases or kinks.
func (n *Node) hasPieces() bool {
	found := false
	n.walk(func(n *Node) {
		found = found || n.op == Cases || n.op == Call && (n.name == "abs" || n.name == "relu" || n.function.choose != nil)
	})
	return found
}

// interval holds all values that a node may have, and perhaps more.
type interval struct{ low, high float64 }

func everything() interval { return interval{math.Inf(-1), math.Inf(1)} }

// plus leaves room for the rounding of a sum.
func (v interval) plus(w interval) interval {
	return interval{v.low + w.low - rounding(v.low, w.low), v.high + w.high + rounding(v.high, w.high)}
}

// rounding is more than a sum can be rounded by.
func rounding(a, b float64) float64 {
	if sum := a + b; sum-a == b && sum-b == a || math.IsInf(sum, 0) {
		return 0
	}
	return 4 * roundoff * (math.Abs(a) + math.Abs(b))
}

func (v interval) negative() interval { return interval{-v.high, -v.low} }

func (v interval) minus(w interval) interval { return v.plus(w.negative()) }

func (v interval) times(w interval) interval {
	product := interval{math.Inf(1), math.Inf(-1)}
	for _, a := range []float64{v.low, v.high} {
		for _, b := range []float64{w.low, w.high} {
			p := a * b
			if a == 0 || b == 0 {
				p = 0 // and not NaN
			}
			product = interval{min(product.low, p), max(product.high, p)}
		}
	}
	return product
}

// reach returns an interval with all values that a node may have, whatever its
// variables are.
func (n *Node) reach() interval {
	switch n.op {
	case Number, Constant:
		if n.exact != nil && n.exact.IsInt() && math.Abs(n.value) < 1e15 {
			return interval{n.value, n.value}
		}
		return interval{math.Nextafter(n.value, math.Inf(-1)), math.Nextafter(n.value, math.Inf(1))}
	case Neg:
		return n.operands[0].reach().negative()
	case Percent:
		return n.operands[0].reach().times(interval{0.01, 0.01})
	case Add:
		return n.operands[0].reach().plus(n.operands[1].reach())
	case Sub:
		return n.operands[0].reach().minus(n.operands[1].reach())
	case Mul:
		if n.operands[0].String() == n.operands[1].String() {
			return interval{0, math.Inf(1)}
		}
		return n.operands[0].reach().times(n.operands[1].reach())
	case Div:
		if below := n.operands[1].reach(); below.low > 0 {
			return n.operands[0].reach().times(interval{1 / below.high, 1 / below.low})
		}
	case Pow:
		return n.reachOfPower()
	case Call:
		return n.reachOfCall()
	}
	return everything()
}

func (n *Node) reachOfPower() interval {
	base, exponent := n.operands[0].reach(), n.operands[1]
	even := exponent.op == Number && math.Mod(exponent.value, 2) == 0
	switch {
	case base.low > 0:
		return interval{math.SmallestNonzeroFloat64, math.Inf(1)}
	case even, base.low >= 0:
		return interval{0, math.Inf(1)}
	}
	return everything()
}

func (n *Node) reachOfCall() interval {
	x := n.operands[0].reach()
	switch n.name {
	case "exp":
		return interval{math.SmallestNonzeroFloat64, math.Inf(1)}
	case "sigmoid":
		return interval{0, 1}
	case "tanh", "sin", "cos":
		return interval{-1, 1}
	case "cosh":
		return interval{1, math.Inf(1)}
	case "abs", "sqrt":
		return interval{0, math.Inf(1)}
	case "relu":
		return interval{max(0, x.low), max(0, x.high)}
	case "max", "min":
		for _, operand := range n.operands[1:] {
			y := operand.reach()
			x = interval{n.function.choose(x.low, y.low), n.function.choose(x.high, y.high)}
		}
		return x
	}
	return everything()
}
