package nn

import "math"

// RMSProp is Adagrad with a memory that fades: recent gradients count more, so
// that the rates do not go to 0 (Tieleman & Hinton 2012, lecture 6e of Neural
// Networks for Machine Learning):
//
//	h ← ρh + (1-ρ)g²
//	w ← w - εg/(√h + δ)
type RMSProp struct {
	Rate  float64   // ε
	Rho   float64   // ρ: the share of h that stays
	Delta float64   // δ keeps a gradient of 0 from a division by 0; the handout leaves it out
	H     []float64 // h: the moving average of squared gradients
}

// NewRMSProp returns RMSProp with ρ = 0.9 and δ = 1e-8.
func NewRMSProp(rate float64) *RMSProp { return &RMSProp{Rate: rate, Rho: 0.9, Delta: 1e-8} }

// Step makes one update.
func (o *RMSProp) Step(params, grads []float64) {
	mustMatch(len(grads), len(params))
	o.H = memory(o.H, len(params))
	for i, g := range grads {
		o.H[i] = o.Rho*o.H[i] + (1-o.Rho)*g*g
		params[i] -= o.Rate * g / (math.Sqrt(o.H[i]) + o.Delta)
	}
}

// LearningRate points to ε.
func (o *RMSProp) LearningRate() *float64 { return &o.Rate }

// Check says which hyper-parameter is out of its range, or that the memory does not fit.
func (o *RMSProp) Check(params int) error {
	return firstOf(notNegative(setting{"Rate", o.Rate}, setting{"Delta", o.Delta}), shares(setting{"Rho", o.Rho}), remembers(params, o.H))
}

// Reset forgets every gradient.
func (o *RMSProp) Reset() { clear(o.H) }

// Clone returns a copy that shares no memory with o.
func (o *RMSProp) Clone() Optimizer {
	c := new(RMSProp)
	c.CopyFrom(o)
	return c
}

// CopyFrom makes o equal to another *RMSProp.
func (o *RMSProp) CopyFrom(from Optimizer) {
	f, h := ofKind[*RMSProp](from), o.H
	*o = *f
	o.H = refill(h, f.H)
}
