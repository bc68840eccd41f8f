package nn

import (
	"fmt"
	"math"
)

// Activation is a function that decides how strongly a unit passes its signal on.
type Activation uint8

// The activation functions of the course. The two steps differ at 0 alone:
// there they decide what a point exactly on a perceptron's line counts as.
const (
	Identity   Activation = iota // x
	Step                         // 1 for x ≥ 0, else 0
	StrictStep                   // 1 for x > 0, else 0
	Sigmoid                      // 1/(1+exp(-x)), from 0 to 1
	Tanh                         // (exp(x)-exp(-x))/(exp(x)+exp(-x)), from -1 to 1
	ReLU                         // max(0, x): Nair & Hinton 2010
	LeakyReLU                    // x for x > 0, else x/100: Maas et al. 2013
)

// LeakySlope is the slope of LeakyReLU left of 0.
const LeakySlope = 0.01

var activationNames = [...]string{"identity", "step", "strict-step", "sigmoid", "tanh", "relu", "leaky-relu"}

// String returns the name that ParseActivation reads.
func (f Activation) String() string {
	if int(f) >= len(activationNames) {
		return fmt.Sprintf("activation(%d)", f)
	}
	return activationNames[f]
}

// ParseActivation finds an activation function by its name.
func ParseActivation(name string) (Activation, error) {
	for i, n := range activationNames {
		if n == name {
			return Activation(i), nil
		}
	}
	return Identity, fmt.Errorf("unknown activation %q: want one of %q", name, activationNames)
}

// At returns the value of the function at x.
func (f Activation) At(x float64) float64 {
	switch f {
	case Step:
		return stepAt(x, x >= 0)
	case StrictStep:
		return stepAt(x, x > 0)
	case Sigmoid:
		return sigmoid(x)
	case Tanh:
		return math.Tanh(x)
	case ReLU:
		return max(0, x)
	case LeakyReLU:
		return max(LeakySlope*x, x)
	}
	return x
}

// Slope returns the derivative at x. Where the function has none (a step and
// the ReLUs at 0), it is the derivative to the left of there: 0 for both steps
// and ReLU, LeakySlope for LeakyReLU. A step has slope 0 everywhere else, too:
// it gives gradient descent nothing to go by.
func (f Activation) Slope(x float64) float64 {
	if math.IsNaN(x) {
		return x
	}
	switch f {
	case Step, StrictStep:
		return 0
	case Sigmoid:
		return sigmoidSlope(x)
	case Tanh:
		return 4 * sigmoidSlope(2*x) // tanh x = 2 sigmoid 2x - 1
	case ReLU:
		return stepAt(x, x > 0)
	case LeakyReLU:
		if x > 0 {
			return 1
		}
		return LeakySlope
	}
	return 1
}

// Forward stores f(aᵢ) in dst, for every entry of a. dst may be a.
func (f Activation) Forward(dst, a []float64) {
	mustMatch(len(dst), len(a))
	for i, v := range a {
		dst[i] = f.At(v)
	}
}

// Backward takes a gradient back through the function: from the
// pre-activations a and dy = ∂E/∂y it stores ∂E/∂aᵢ = ∂E/∂yᵢ f'(aᵢ) in dst.
// dst may be a or dy.
func (f Activation) Backward(dst, a, dy []float64) {
	mustMatch(len(dst), len(a))
	mustMatch(len(dy), len(a))
	for i, v := range a {
		dst[i] = dy[i] * f.Slope(v)
	}
}

// stepAt returns 1 when on, else 0; NaN stays NaN.
func stepAt(x float64, on bool) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case on:
		return 1
	}
	return 0
}

// sigmoid returns 1/(1+exp(-x)). For x < 0 it is written exp(x)/(exp(x)+1),
// so that exp never overflows and tiny values keep all their digits.
func sigmoid(x float64) float64 {
	if x < 0 {
		e := math.Exp(x)
		return e / (1 + e)
	}
	return 1 / (1 + math.Exp(-x))
}

// sigmoidSlope returns h(1-h) for h = sigmoid(x), which is e/(1+e)² for
// e = exp(-|x|). Computed in that way it keeps its digits where h is so near
// to 1 that 1-h has none left.
func sigmoidSlope(x float64) float64 {
	e := math.Exp(-math.Abs(x))
	return e / ((1 + e) * (1 + e))
}
