package formula

import (
	"math"
	"math/big"
)

// doubt says why a formula has no value at a point that could be compared.
type doubt uint8

const (
	certain   doubt = iota // it has a value
	undefined              // it has none, as 1/0
	unsure                 // rounding leaves open whether it has one, or which
	huge                   // too large for a floating-point number
)

// maxBits is the size of the largest value that is kept exact.
const maxBits = 1024

// evaluator computes formulas at points, exactly where it can.
type evaluator struct {
	index     map[string]int // the variable of a name
	point     []quantity
	tolerance float64 // within which operands of conditions count as equal
	exact     int     // what exact arithmetic may still cost, about 1 a microsecond
	steps     int     // the number of nodes that may still be computed
	trail     []side  // those on which nodes were computed since the last move
}

// move sets the values of the variables.
func (e *evaluator) move(values []*big.Rat) {
	e.point, e.trail = e.point[:0], e.trail[:0]
	for _, value := range values {
		q := exactly(value)
		if e.exact <= 0 {
			q = q.float()
		}
		e.point = append(e.point, q)
	}
	e.steps -= len(values)
}

// at computes a node, which is no condition.
func (e *evaluator) at(n *Node) (quantity, doubt) {
	e.steps--
	switch n.op {
	case Number:
		return e.number(n)
	case Constant:
		return rounded(n.value, 0, 1), certain
	case Variable:
		return e.point[e.index[n.name]], certain
	case Cases:
		return e.chosen(n)
	}
	a, d := e.at(n.operands[0])
	if d != certain {
		return a, d
	}
	if len(n.operands) == 1 {
		return e.one(n, a)
	}
	return e.more(n, a)
}

// more computes an operation of two operands or more, of which the first is a.
func (e *evaluator) more(n *Node, a quantity) (quantity, doubt) {
	for i, operand := range n.operands[1:] {
		b, d := e.at(operand)
		if d != certain {
			return b, d
		}
		if n.op == Call {
			order, _ := a.order(b, 0)
			e.mark(n, i, order)
		}
		if a, d = e.two(n, a, b); d != certain {
			return a, d
		}
	}
	return a, certain
}

// number returns a number, exactly if there is time: whole exponents always.
func (e *evaluator) number(n *Node) (quantity, doubt) {
	switch {
	case n.exact != nil && e.exact > 0:
		return e.fit(exactly(n.exact))
	case n.exact != nil && n.exact.IsInt() && n.value < 1e9:
		return exactly(n.exact), certain
	}
	return rounded(n.value, 0, 1), certain
}

// fit rounds what has become too large to stay exact, and drops what is beyond
// floating-point numbers.
func (e *evaluator) fit(q quantity) (quantity, doubt) {
	if q.exact != nil {
		bits := q.bits()
		e.exact -= 1 + bits*bits>>17
		if bits > maxBits || e.exact <= 0 {
			q = q.float()
		}
	}
	if !q.isFinite() {
		return q, huge
	}
	return q, certain
}

// one computes an operation of one operand.
func (e *evaluator) one(n *Node, a quantity) (quantity, doubt) {
	switch {
	case n.op == Neg:
		return a.negative(), certain
	case n.op == Percent:
		return e.fit(a.over(integer(100)))
	case n.name == "abs":
		sign, sure := a.sign()
		e.mark(n, 0, sign)
		if sign < 0 || !sure && a.value < 0 {
			return a.negative(), certain
		}
		return a, certain
	case n.name == "relu":
		sign, _ := a.sign()
		e.mark(n, 0, sign)
		return a.greater(integer(0)), certain
	}
	return e.function(n.function, a)
}

// function computes a function of one operand. An error of the operand becomes
// as large as the function's values beside it are different.
func (e *evaluator) function(f *function, a quantity) (quantity, doubt) {
	x := a.float()
	if d := inDomain(f, a, x); d != certain {
		return a, d
	}
	if f.name == "sqrt" {
		if r, ok := a.root(); ok {
			return e.fit(r)
		}
	}
	v := f.apply(x.value)
	if a.isZero() && (v == 0 || v == 0.5 || v == 1) {
		return exactly(new(big.Rat).SetFloat64(v)), certain
	}
	if x.bound > 1e-3*max(1, math.Abs(x.value)) {
		return a, unsure
	}
	bound := 0.0
	if x.bound > 0 {
		bound = max(math.Abs(f.apply(x.value+x.bound)-v), math.Abs(f.apply(x.value-x.bound)-v))
	}
	return e.fit(rounded(v, bound, 4))
}

// inDomain reports whether a function is defined for a, which is about x.
func inDomain(f *function, a, x quantity) doubt {
	if f.domain == nil {
		return certain
	}
	slack := x.bound
	if a.exact != nil {
		slack = 0
	}
	inside := f.domain(x.value)
	if f.domain(x.value-slack) != inside || f.domain(x.value+slack) != inside {
		return unsure
	}
	if !inside {
		return undefined
	}
	return certain
}

// two computes an operation of two operands.
func (e *evaluator) two(n *Node, a, b quantity) (quantity, doubt) {
	switch n.op {
	case Add:
		return e.fit(a.plus(b))
	case Sub:
		return e.fit(a.plus(b.negative()))
	case Mul:
		return e.fit(a.times(b))
	case Div:
		switch sign, sure := b.sign(); {
		case !sure:
			return b, unsure
		case sign == 0:
			return b, undefined
		}
		return e.fit(a.over(b))
	case Pow:
		return e.power(a, b)
	}
	if n.name == "min" {
		return a.negative().greater(b.negative()).negative(), certain
	}
	return a.greater(b), certain
}

// power computes a to the power of b. A negative number has powers with whole
// exponents alone; 0⁰ is left open.
func (e *evaluator) power(a, b quantity) (quantity, doubt) {
	signA, sureA := a.sign()
	signB, sureB := b.sign()
	exponent := b.float()
	switch {
	case !sureA, signA == 0 && !sureB:
		return a, unsure
	case signA == 0 && signB > 0:
		return a, certain
	case signA == 0:
		return a, undefined
	case b.isZero():
		return integer(1), certain
	case signA < 0 && !b.isWhole():
		if b.exact != nil || math.Abs(exponent.value-math.Round(exponent.value)) > exponent.bound {
			return a, undefined
		}
		return a, unsure
	}
	if r, ok := e.exactPower(a, b, exponent.value); ok {
		return e.fit(r)
	}
	base := a.float()
	size := math.Abs(math.Log(math.Abs(base.value)))
	relative := math.Abs(exponent.value)*base.bound/(math.Abs(base.value)-base.bound) + size*exponent.bound
	if relative > 1e-3 {
		return a, unsure
	}
	v := math.Pow(base.value, exponent.value)
	return e.fit(rounded(v, 2*relative*math.Abs(v), 4+math.Abs(exponent.value)*size))
}

// exactPower computes powers with whole exponents, and square roots of squares.
func (e *evaluator) exactPower(a, b quantity, exponent float64) (quantity, bool) {
	switch {
	case a.exact == nil || b.exact == nil || e.exact <= 0:
		return a, false
	case exponent == 0.5:
		return a.root()
	case !b.isWhole() || math.Abs(exponent)*float64(a.bits()) > maxBits:
		return a, false
	}
	return a.raise(int(exponent)), true
}

// chosen computes the value of the first case whose condition holds.
func (e *evaluator) chosen(n *Node) (quantity, doubt) {
	for i := 0; i+1 < len(n.operands); i += 2 {
		holds, d := e.holds(n.operands[i])
		if d != certain {
			return quantity{}, d
		}
		if holds {
			e.trail = append(e.trail, side{n, i / 2})
			return e.at(n.operands[i+1])
		}
	}
	if len(n.operands)%2 == 1 {
		e.trail = append(e.trail, side{n, len(n.operands) / 2})
		return e.at(n.operands[len(n.operands)-1])
	}
	return quantity{}, undefined
}

// holds finds out whether a condition does.
func (e *evaluator) holds(n *Node) (bool, doubt) {
	if n.op == And {
		for _, condition := range n.operands {
			if holds, d := e.holds(condition); d != certain || !holds {
				return false, d
			}
		}
		return true, certain
	}
	a, d := e.at(n.operands[0])
	if d != certain {
		return false, d
	}
	b, d := e.at(n.operands[1])
	if d != certain {
		return false, d
	}
	order, sure := a.order(b, e.tolerance)
	if !sure {
		return false, unsure
	}
	return n.compares(order), certain
}
