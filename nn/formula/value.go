package formula

import "math"

// Value computes the formula for given values of its variables, under any of
// their spellings. Where the formula has no finite value, the error says why and
// points there; so it does if a variable has none.
func (n *Node) Value(variables map[string]float64) (float64, *Error) {
	values := make(evaluation, len(variables))
	for name, v := range variables {
		values[Key(name)] = v
	}
	return values.value(n)
}

// evaluation holds the values of variables by their keys.
type evaluation map[string]float64

func (e evaluation) value(n *Node) (float64, *Error) {
	switch n.op {
	case Number, Constant:
		return n.value, nil
	case Variable:
		v, ok := e[Key(n.name)]
		if !ok {
			return 0, &Error{Mistake: NoValue, Offset: n.offset, Text: n.text}
		}
		return finite(v, n)
	case Cases:
		return e.chosen(n)
	}
	var at [2]float64
	for i, operand := range n.operands {
		v, err := e.value(operand)
		if err != nil {
			return 0, err
		}
		if i >= len(at) { // max of more than two
			at[0], at[1] = n.function.choose(at[0], at[1]), v
			continue
		}
		at[i] = v
	}
	v, mistake := n.apply(at[0], at[1])
	if mistake != 0 {
		return 0, &Error{Mistake: mistake, Offset: n.offset, Text: n.text}
	}
	return finite(v, n)
}

// apply computes the node from the values of its operands, or says why there is
// no value; 0 is no such reason.
func (n *Node) apply(a, b float64) (float64, Mistake) {
	switch n.op {
	case Add:
		return a + b, 0
	case Sub:
		return a - b, 0
	case Mul:
		return a * b, 0
	case Neg:
		return -a, 0
	case Percent:
		return a / 100, 0
	case Div:
		if b == 0 {
			return 0, ZeroDivision
		}
		return a / b, 0
	case Pow:
		v := math.Pow(a, b)
		switch {
		case a == 0 && b < 0:
			return 0, ZeroDivision
		case math.IsNaN(v):
			return 0, NoPower
		}
		return v, 0
	}
	f := n.function
	switch {
	case f.choose != nil:
		return f.choose(a, b), 0
	case f.domain != nil && !f.domain(a):
		return 0, f.outside
	}
	return f.apply(a), 0
}

func finite(v float64, n *Node) (float64, *Error) {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return 0, &Error{Mistake: TooLarge, Offset: n.offset, Text: n.text}
	}
	return v, nil
}

// chosen computes the value of the first case whose condition holds.
func (e evaluation) chosen(n *Node) (float64, *Error) {
	for i := 0; i+1 < len(n.operands); i += 2 {
		holds, err := e.holds(n.operands[i])
		if err != nil {
			return 0, err
		}
		if holds {
			return e.value(n.operands[i+1])
		}
	}
	if len(n.operands)%2 == 1 {
		return e.value(n.operands[len(n.operands)-1])
	}
	return 0, &Error{Mistake: NoCase, Offset: n.offset}
}

// holds finds out whether a condition does.
func (e evaluation) holds(n *Node) (bool, *Error) {
	if n.op == And {
		for _, condition := range n.operands {
			if holds, err := e.holds(condition); err != nil || !holds {
				return false, err
			}
		}
		return true, nil
	}
	a, err := e.value(n.operands[0])
	if err != nil {
		return false, err
	}
	b, err := e.value(n.operands[1])
	if err != nil {
		return false, err
	}
	switch {
	case a < b:
		return n.compares(-1), nil
	case a > b:
		return n.compares(1), nil
	}
	return n.compares(0), nil
}

// compares reports whether the comparison holds for operands of which the first
// is smaller (−1), equal (0) or greater (1).
func (n *Node) compares(order int) bool {
	switch n.name {
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	case ">=":
		return order >= 0
	case "=":
		return order == 0
	}
	return order != 0
}
