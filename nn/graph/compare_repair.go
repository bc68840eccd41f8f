package graph

import "math"

// stationsOf lists what the wanted result may be computed by way of: its own
// nodes and, as sums and products may be taken in any order, the sums of some of
// their terms and the products of some of their factors.
func stationsOf(want *circuit) []*gate {
	list := append([]*gate(nil), want.gates...)
	for _, n := range want.gates {
		for _, op := range []Op{Add, Mul} {
			parts := partsOf(n, op)
			if len(parts) < 3 || len(parts) > 8 {
				continue // two make the node itself
			}
			for set := 3; set < 1<<len(parts); set++ {
				var some *gate
				for i, part := range parts {
					switch {
					case set>>i&1 == 0:
					case some == nil:
						some = part
					default:
						some = &gate{op: op, a: some, b: part}
					}
				}
				list = append(list, some)
			}
		}
	}
	return list
}

// partsOf returns the terms of a sum or the factors of a product, those of a
// power as often as it takes them.
func partsOf(n *gate, op Op) []*gate {
	switch {
	case n.op == op:
		return append(partsOf(n.a, op), partsOf(n.b, op)...)
	case op == Mul && n.op == Pow && n.b.op == Const && n.b.constant == math.Trunc(n.b.constant) && n.b.constant > 1 && n.b.constant < 8:
		var parts []*gate
		for range int(n.b.constant) {
			parts = append(parts, partsOf(n.a, op)...)
		}
		return parts
	}
	return []*gate{n}
}

// tries puts another gate in a place, asks, and puts the old one back.
func (c *comparison) tries(at **gate, other *gate, helps func() bool) bool {
	old := *at
	if old == other {
		return false
	}
	*at = other
	defer func() { *at = old }()
	return helps()
}

// repair looks for a change of a node that helps, the likeliest first.
func (c *comparison) repair(n *gate, f *Finding, helps func() bool) bool {
	return n.op.Arity() > 0 && (c.swap(n, f, helps) || c.exchangeOp(n, f, helps) || c.redirect(n, f, helps))
}

// swap exchanges the operands.
func (c *comparison) swap(n *gate, f *Finding, helps func() bool) bool {
	if n.op.Arity() < 2 {
		return false
	}
	n.a, n.b = n.b, n.a
	defer func() { n.a, n.b = n.b, n.a }()
	if !helps() {
		return false
	}
	f.Slip = Swapped
	return true
}

// exchangeOp tries the other operations of as many operands.
func (c *comparison) exchangeOp(n *gate, f *Finding, helps func() bool) bool {
	old := n.op
	defer func() { n.op = old }()
	for _, op := range Ops() {
		if op.Arity() != old.Arity() || op == old {
			continue
		}
		if n.op = op; helps() {
			f.Slip, f.Op = WrongOp, op
			return true
		}
	}
	return false
}

// redirect tries other operands: what was computed before, and the variables and
// numbers of the wanted graph.
func (c *comparison) redirect(n *gate, f *Finding, helps func() bool) bool {
	for i, old := range n.operands() {
		for _, o := range c.candidates(n) {
			if o == old || !c.tries(n.operand(i), o, helps) {
				continue
			}
			f.Slip, f.Operand, f.Other = WrongEdge, i, o.said()
			if old.op == Const && o.op == Const {
				f.Slip = WrongValue
			}
			return true
		}
	}
	return false
}

// candidates lists what n may be computed from: the wanted variables and numbers,
// what was computed before n, and the numbers 0, 1, −1 and 2.
func (c *comparison) candidates(n *gate) []*gate {
	var list []*gate
	for _, o := range c.want.gates {
		if o.op.Arity() == 0 {
			list = append(list, o)
		}
	}
	for _, o := range c.built.before(n) {
		if o.op.Arity() > 0 {
			list = append(list, o)
		}
	}
	for _, v := range []float64{0, 1, -1, 2} {
		list = append(list, &gate{op: Const, constant: v})
	}
	return list
}

// bypass leaves the node out: what it is computed from takes its place.
func (c *comparison) bypass(n *gate, f *Finding, helps func() bool) bool {
	for _, o := range n.operands() {
		if c.replaced(n, o, helps) {
			f.Slip = Extra
			return true
		}
	}
	return false
}

// replaced puts another gate wherever n is an operand, or the result.
func (c *comparison) replaced(n, by *gate, helps func() bool) bool {
	var places []**gate
	for _, m := range c.built.gates {
		for i, o := range m.operands() {
			if o == n {
				places = append(places, m.operand(i))
			}
		}
	}
	if c.built.out == n {
		places = append(places, &c.built.out)
	}
	for _, p := range places {
		*p = by
	}
	defer func() {
		for _, p := range places {
			*p = n
		}
	}()
	return helps()
}

// insert adds a node before one of the operands, or behind the result.
func (c *comparison) insert(n *gate, f *Finding, helps func() bool) bool {
	found := func(at **gate, operand int) bool {
		for _, op := range c.wantedOps() {
			for _, o := range c.beside(op, n) {
				if !c.tries(at, &gate{op: op, a: *at, b: o}, helps) && (o == nil || !c.tries(at, &gate{op: op, a: o, b: *at}, helps)) {
					continue
				}
				f.Slip, f.Operand, f.Op, f.Other = Missing, operand, op, ""
				if o != nil {
					f.Other = o.said()
				}
				return true
			}
		}
		return false
	}
	for i := range n.operands() {
		if found(n.operand(i), i) {
			return true
		}
	}
	return n == c.built.out && found(&c.built.out, -1)
}

// beside lists what an operation may take beside what comes in: nothing, if
// that is all.
func (c *comparison) beside(op Op, n *gate) []*gate {
	if op.Arity() == 1 {
		return []*gate{nil}
	}
	return c.candidates(n)
}

// wantedOps lists the operations that occur in the wanted graph, and those that
// most others can be made of.
func (c *comparison) wantedOps() []Op {
	var list []Op
	for _, op := range Ops() {
		wanted := op == Add || op == Mul
		for _, n := range c.want.gates {
			wanted = wanted || n.op == op
		}
		if wanted {
			list = append(list, op)
		}
	}
	return list
}
