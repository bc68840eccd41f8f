package data

import (
	"math"
	"math/rand/v2"

	"hakseup/nn"
)

// Curve is a function of one number from -1 to 1, for regression.
type Curve uint8

// The curves. Their values lie between -1 and 1.
const (
	Sine       Curve = iota // sin(πx): one whole wave
	Polynomial              // 4x³ - 3x
)

// Curves lists the curves.
func Curves() []Curve { return []Curve{Sine, Polynomial} }

// String returns the name that Named reads.
func (c Curve) String() string { return [...]string{"sine", "polynomial"}[c] }

// At returns the value of the curve at x.
func (c Curve) At(x float64) float64 {
	if c == Sine {
		return math.Sin(math.Pi * x)
	}
	return (4*x*x - 3) * x
}

// Draw returns n points near the curve: x drawn evenly between -1 and 1, and as
// its truth the value there plus noise from the normal distribution with that
// standard deviation. There are no classes.
func (c Curve) Draw(n int, noise float64, seed uint64) (Set, error) {
	if err := checkDraw(n, 0, noise); err != nil {
		return Set{}, err
	}
	r := rand.New(rand.NewPCG(seed, 1<<16+uint64(c)))
	s := Set{Samples: nn.Samples{X: nn.NewMatrix(n, 1), T: nn.NewMatrix(n, 1)}}
	for i := range n {
		x := between(r, -1, 1)
		s.X.Data[i], s.T.Data[i] = x, c.At(x)+noise*r.NormFloat64()
	}
	return s, nil
}
