package nn

import "math"

// Adagrad gives every parameter a rate of its own: the more it has been moved
// already, the slower it goes (Duchi, Hazan & Singer 2011):
//
//	h ← h + g²
//	w ← w - εg/(√h + δ)
//
// h only grows, so that in a long training every rate goes to 0.
type Adagrad struct {
	Rate  float64   // ε
	Delta float64   // δ keeps a gradient of 0 from a division by 0; the handout leaves it out
	H     []float64 // h: the sum of squared gradients
}

// NewAdagrad returns Adagrad with δ = 1e-10.
func NewAdagrad(rate float64) *Adagrad { return &Adagrad{Rate: rate, Delta: 1e-10} }

// Step makes one update.
func (o *Adagrad) Step(params, grads []float64) {
	mustMatch(len(grads), len(params))
	o.H = memory(o.H, len(params))
	for i, g := range grads {
		o.H[i] += g * g
		params[i] -= o.Rate * g / (math.Sqrt(o.H[i]) + o.Delta)
	}
}

// LearningRate points to ε.
func (o *Adagrad) LearningRate() *float64 { return &o.Rate }

// Check says which hyper-parameter is out of its range, or that the memory does not fit.
func (o *Adagrad) Check(params int) error {
	return firstOf(notNegative(setting{"Rate", o.Rate}, setting{"Delta", o.Delta}), remembers(params, o.H))
}

// Reset forgets every gradient.
func (o *Adagrad) Reset() { clear(o.H) }

// Clone returns a copy that shares no memory with o.
func (o *Adagrad) Clone() Optimizer {
	c := new(Adagrad)
	c.CopyFrom(o)
	return c
}

// CopyFrom makes o equal to another *Adagrad.
func (o *Adagrad) CopyFrom(from Optimizer) {
	f, h := ofKind[*Adagrad](from), o.H
	*o = *f
	o.H = refill(h, f.H)
}
