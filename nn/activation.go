package nn

import (
	"fmt"
	"math"
)

// Activation is a function that decides how strongly a unit passes its signal on.
type Activation uint8

// The activation functions of the course.
const (
	Identity   Activation = iota
	Step                  // 1 for x ≥ 0, else 0
	StrictStep            // 1 for x > 0, else 0
	Sigmoid               // 1/(1+exp(-x))
	Tanh
	ReLU      // max(0, x)
	LeakyReLU // x for x > 0, else x/100
)

// LeakySlope is the slope of LeakyReLU left of 0.
const LeakySlope = 0.01

var activationNames = [...]string{"identity", "step", "strict-step", "sigmoid", "tanh", "relu", "leaky-relu"}

// String returns the name that ParseActivation reads.
func (f Activation) String() string { return activationNames[f] }

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
		if x >= 0 {
			return 1
		}
		return 0
	case StrictStep:
		if x > 0 {
			return 1
		}
		return 0
	case Sigmoid:
		return sigmoid(x)
	case Tanh:
		return math.Tanh(x)
	case ReLU:
		return math.Max(0, x)
	case LeakyReLU:
		return math.Max(LeakySlope*x, x)
	}
	return x
}

// Slope returns the derivative at x. Where the function has none (a step at
// 0), it is the derivative to the left: 0 for both steps and ReLU, LeakySlope for LeakyReLU.
func (f Activation) Slope(x float64) float64 {
	switch f {
	case Step, StrictStep:
		return 0
	case Sigmoid:
		y := sigmoid(x)
		return y * (1 - y)
	case Tanh:
		y := math.Tanh(x)
		return 1 - y*y
	case ReLU:
		if x > 0 {
			return 1
		}
		return 0
	case LeakyReLU:
		if x > 0 {
			return 1
		}
		return LeakySlope
	}
	return 1
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
