package nn

import (
	"fmt"
	"math"

	"hakseup/nn/internal/kernel"
)

// Adam joins momentum and RMSProp, and makes up for both starting from 0
// (Kingma & Ba 2015, algorithm 1):
//
//	m ← β₁m + (1-β₁)g       m̂ = m/(1-β₁ᵗ)
//	v ← β₂v + (1-β₂)g²      v̂ = v/(1-β₂ᵗ)
//	w ← w - εm̂/(√v̂ + δ)
//
// The first step has the length ε along every axis, however large or small the
// gradient, as long as that is far above δ.
type Adam struct {
	Rate  float64   // ε
	Beta1 float64   // β₁: the share of m that stays
	Beta2 float64   // β₂: the share of v that stays
	Delta float64   // δ keeps a gradient of 0 from a division by 0
	M     []float64 // m: the moving average of gradients
	V     []float64 // v: the moving average of squared gradients
	T     int       // t: steps made
}

// NewAdam returns Adam with β₁ = 0.9, β₂ = 0.999 and δ = 1e-8.
func NewAdam(rate float64) *Adam {
	return &Adam{Rate: rate, Beta1: 0.9, Beta2: 0.999, Delta: 1e-8}
}

// Step makes one update.
func (o *Adam) Step(params, grads []float64) {
	mustMatch(len(grads), len(params))
	o.M, o.V = memory(o.M, len(params)), memory(o.V, len(params))
	o.T++
	kernel.Adam(params, grads, o.M, o.V, &kernel.AdamStep{
		Rate:   o.Rate / (1 - wholePower(o.Beta1, o.T)),
		Beta1:  o.Beta1,
		Beta2:  o.Beta2,
		Scale2: 1 / (1 - wholePower(o.Beta2, o.T)),
		Delta:  o.Delta,
	})
}

// LearningRate points to ε.
func (o *Adam) LearningRate() *float64 { return &o.Rate }

// Check says which hyper-parameter is out of its range, or that the memory does not fit.
func (o *Adam) Check(params int) error {
	return checkAdam(params, o.Rate, o.Beta1, o.Beta2, o.Delta, o.T, o.M, o.V)
}

func checkAdam(params int, rate, beta1, beta2, delta float64, steps int, m, v []float64) error {
	if steps < 0 {
		return fmt.Errorf("T, the number of steps, is 0 or more, not %d", steps)
	}
	return firstOf(notNegative(setting{"Rate", rate}, setting{"Delta", delta}), shares(setting{"Beta1", beta1}, setting{"Beta2", beta2}), remembers(params, m, v))
}

// Reset forgets every gradient.
func (o *Adam) Reset() {
	o.T = 0
	clear(o.M)
	clear(o.V)
}

// Clone returns a copy that shares no memory with o.
func (o *Adam) Clone() Optimizer {
	c := new(Adam)
	c.CopyFrom(o)
	return c
}

// CopyFrom makes o equal to another *Adam.
func (o *Adam) CopyFrom(from Optimizer) {
	f, m, v := ofKind[*Adam](from), o.M, o.V
	*o = *f
	o.M, o.V = refill(m, f.M), refill(v, f.V)
}

// wholePower returns bⁿ for n ≥ 0. Optimizers subtract it from 1, and RAdam a large
// multiple of the inverse from a number like it, so that an error in the last
// digit of bⁿ would show in the eleventh of a step; math.Pow errs by a few.
// Each product is therefore kept with its rounding error (Dekker 1971), and
// the result rounded once.
func wholePower(b float64, n int) float64 {
	square, squareErr := b, 0.0
	result, resultErr := 1.0, 0.0
	for ; n > 0; n /= 2 {
		if n%2 == 1 {
			result, resultErr = product(result, resultErr, square, squareErr)
		}
		square, squareErr = product(square, squareErr, square, squareErr)
	}
	return result
}

// product returns (x+xErr)(y+yErr) as a float64 and what it lacks.
func product(x, xErr, y, yErr float64) (p, pErr float64) {
	// The conversions keep a processor that can from rounding a product and a
	// sum at once: p has to be what was rounded.
	p = float64(x * y)
	pErr = math.FMA(x, y, -p) + (float64(x*yErr) + float64(xErr*y))
	sum := p + pErr
	return sum, pErr - (sum - p)
}
