package answer

import (
	"math"

	"hakseup/lessons/lang"
)

// A node is a part of a formula's syntax tree. Its value is always finite:
// where the formula has none, value returns an *Error that points there.
type node interface {
	value() (float64, error)
}

// constant is a number or a named one.
type constant struct{ v float64 }

// negation is -x.
type negation struct{ x node }

// operation is "x op y" for one of the operators + - * / ^.
type operation struct {
	op   string
	x, y node
	at   int // of the operator
}

// call is a function of one argument.
type call struct {
	f  function
	x  node
	at int
}

// function is a function of real numbers with its domain.
type function struct {
	apply     func(x float64) float64
	defined   func(x float64) bool
	undefined func() lang.Text // said where it is not defined
}

// functionNamed returns the function that a name stands for. As on the
// handout and in Korean schools, log is the common logarithm.
func functionNamed(name string) (function, bool) {
	everywhere := func(float64) bool { return true }
	positive := func(x float64) bool { return x > 0 }
	switch name {
	case "sqrt", "√", "루트":
		return function{math.Sqrt, func(x float64) bool { return x >= 0 }, sayRoot}, true
	case "exp":
		return function{math.Exp, everywhere, nil}, true
	case "abs":
		return function{math.Abs, everywhere, nil}, true
	case "ln":
		return function{math.Log, positive, sayLogarithm}, true
	case "log", "log10":
		return function{math.Log10, positive, sayLogarithm}, true
	case "log2":
		return function{math.Log2, positive, sayLogarithm}, true
	}
	return function{}, false
}

// constantNamed returns the number that a name stands for.
func constantNamed(name string) (float64, bool) {
	switch name {
	case "pi", "π", "파이":
		return math.Pi, true
	case "e":
		return math.E, true
	}
	return 0, false
}

func (c constant) value() (float64, error) { return c.v, nil }

func (n negation) value() (float64, error) {
	x, err := n.x.value()
	return -x, err
}

func (o operation) value() (float64, error) {
	x, err := o.x.value()
	if err != nil {
		return 0, err
	}
	y, err := o.y.value()
	if err != nil {
		return 0, err
	}
	switch o.op {
	case "+":
		return o.finite(x + y)
	case "-":
		return o.finite(x - y)
	case "*":
		return o.finite(x * y)
	case "/":
		if y == 0 {
			return 0, &Error{At: o.at, What: sayZeroDivision()}
		}
		return o.finite(x / y)
	default:
		if x == 0 && y < 0 {
			return 0, &Error{At: o.at, What: sayZeroDivision()}
		}
		return o.finite(math.Pow(x, y))
	}
}

func (o operation) finite(v float64) (float64, error) {
	if math.IsNaN(v) {
		return 0, &Error{At: o.at, What: sayPower()}
	}
	return finite(v, o.at)
}

func (c call) value() (float64, error) {
	x, err := c.x.value()
	if err != nil {
		return 0, err
	}
	if !c.f.defined(x) {
		return 0, &Error{At: c.at, What: c.f.undefined()}
	}
	return finite(c.f.apply(x), c.at)
}

func finite(v float64, at int) (float64, error) {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return 0, &Error{At: at, What: sayTooLarge()}
	}
	return v, nil
}
