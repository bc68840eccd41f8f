package graph

import (
	"math"

	"hakseup/nn"
	"hakseup/nn/internal/kernel"
)

// Op is what a node does to compute its value.
type Op uint8

// The operations. Const and Var compute nothing: a graph starts from them.
const (
	Const Op = iota
	Var
	Add     // a + b
	Sub     // a − b
	Mul     // a × b
	Div     // a ÷ b
	Pow     // a to the power of b
	Max     // the greater of a and b
	Min     // the smaller of a and b
	Exp     // exp(a)
	Log     // ln a
	Tanh    // tanh(a)
	Sigmoid // 1/(1 + exp(−a))
	ReLU    // max(0, a)
	Sqrt    // √a
	Abs     // |a|
	Sin     // sin(a)
	Cos     // cos(a)
	Tan     // tan(a)
)

// Ops lists the operations that compute something.
func Ops() []Op {
	return []Op{Add, Sub, Mul, Div, Pow, Max, Min, Exp, Log, Tanh, Sigmoid, ReLU, Sqrt, Abs, Sin, Cos, Tan}
}

// String returns the sign of the operation in a drawing.
func (op Op) String() string {
	return [...]string{
		Const: "const", Var: "var", Add: "+", Sub: "−", Mul: "×", Div: "÷", Pow: "^",
		Max: "max", Min: "min", Exp: "exp", Log: "ln", Tanh: "tanh", Sigmoid: "σ", ReLU: "ReLU",
		Sqrt: "√", Abs: "|x|", Sin: "sin", Cos: "cos", Tan: "tan",
	}[op]
}

// Arity returns the number of operands: 0, 1 or 2.
func (op Op) Arity() int {
	switch {
	case op <= Var:
		return 0
	case op <= Min:
		return 2
	}
	return 1
}

// at returns op(a, b). An operation of one operand takes no notice of b.
func (op Op) at(a, b float64) float64 {
	switch op {
	case Add:
		return a + b
	case Sub:
		return a - b
	case Mul:
		return a * b
	case Div:
		return a / b
	case Pow:
		return math.Pow(a, b)
	case Max:
		return max(a, b)
	case Min:
		return min(a, b)
	}
	return op.of(a)
}

// of returns op(a) of an operation of one operand.
func (op Op) of(a float64) float64 {
	switch op {
	case Exp:
		return math.Exp(a)
	case Log:
		return math.Log(a)
	case Tanh:
		return kernel.TanhOf(a)
	case Sigmoid:
		return kernel.SigmoidOf(a)
	case ReLU:
		return max(0, a)
	case Sqrt:
		return math.Sqrt(a)
	case Abs:
		return math.Abs(a)
	case Sin:
		return math.Sin(a)
	case Cos:
		return math.Cos(a)
	case Tan:
		return math.Tan(a)
	}
	return a
}

// derivatives returns ∂y/∂a and ∂y/∂b of y = op(a, b), the second 0 where
// there is one operand alone.
func (op Op) derivatives(a, b, y float64) (da, db float64) {
	switch op {
	case Add:
		return 1, 1
	case Sub:
		return 1, -1
	case Mul:
		return b, a
	case Div:
		return 1 / b, -y / b
	case Pow:
		return powerDerivatives(a, b, y)
	case Max:
		return choiceDerivatives(a, b)
	case Min:
		return choiceDerivatives(-a, -b)
	}
	return op.derivative(a, y), 0
}

// derivative returns dy/da of y = op(a).
func (op Op) derivative(a, y float64) float64 {
	switch op {
	case Exp:
		return y
	case Log:
		return 1 / a
	case Tanh:
		return 1 - y*y
	case Sigmoid:
		return y * (1 - y)
	case ReLU:
		return nn.ReLU.Slope(a)
	case Sqrt:
		return 1 / (2 * y)
	case Abs:
		return signOf(a)
	case Sin:
		return math.Cos(a)
	case Cos:
		return -math.Sin(a)
	case Tan:
		return 1 + y*y
	}
	return 0
}

// powerDerivatives returns b·a^(b−1) and y·ln a of y = a^b. At two places the
// formulas miss what is true: a⁰ is 1 everywhere, so its slope in a is 0; and
// 0^b is 0 for every b > 0, so its slope in b is 0.
func powerDerivatives(a, b, y float64) (da, db float64) {
	if b != 0 {
		da = b * math.Pow(a, b-1)
	}
	if y != 0 {
		db = y * math.Log(a)
	}
	return da, db
}

// choiceDerivatives returns 1 for the operand that max takes and 0 for the other.
// Both are NaN where there is no telling.
func choiceDerivatives(a, b float64) (da, db float64) {
	switch {
	case a >= b:
		return 1, 0
	case a < b:
		return 0, 1
	}
	return math.NaN(), math.NaN()
}

// signOf returns −1, 0 or 1, and NaN of NaN.
func signOf(a float64) float64 {
	if a == 0 || math.IsNaN(a) {
		return a
	}
	return math.Copysign(1, a)
}
