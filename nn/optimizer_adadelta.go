package nn

import "math"

// Adadelta measures its steps by its own earlier steps, so that they have the
// unit of the parameters and hardly need a learning rate (Zeiler 2012):
//
//	h ← ρh + (1-ρ)g²
//	s ← g √(d + δ)/√(h + δ)
//	d ← ρd + (1-ρ)s²
//	w ← w - εs
type Adadelta struct {
	Rate  float64   // ε: 1 in the paper
	Rho   float64   // ρ: the share of h and d that stays
	Delta float64   // δ: also what the first step grows from
	H     []float64 // h: the moving average of squared gradients
	D     []float64 // d: the moving average of squared steps
}

// NewAdadelta returns Adadelta with ρ = 0.9 and δ = 1e-6.
func NewAdadelta(rate float64) *Adadelta { return &Adadelta{Rate: rate, Rho: 0.9, Delta: 1e-6} }

// Step makes one update.
func (o *Adadelta) Step(params, grads []float64) {
	mustMatch(len(grads), len(params))
	o.H, o.D = memory(o.H, len(params)), memory(o.D, len(params))
	for i, g := range grads {
		o.H[i] = o.Rho*o.H[i] + (1-o.Rho)*g*g
		s := g * math.Sqrt(o.D[i]+o.Delta) / math.Sqrt(o.H[i]+o.Delta)
		o.D[i] = o.Rho*o.D[i] + (1-o.Rho)*s*s
		params[i] -= o.Rate * s
	}
}

// LearningRate points to ε.
func (o *Adadelta) LearningRate() *float64 { return &o.Rate }

// Check says which hyper-parameter is out of its range, or that the memory does not fit.
func (o *Adadelta) Check(params int) error {
	return firstOf(notNegative(setting{"Rate", o.Rate}, setting{"Delta", o.Delta}), shares(setting{"Rho", o.Rho}), remembers(params, o.H, o.D))
}

// Reset forgets every gradient and every step.
func (o *Adadelta) Reset() {
	clear(o.H)
	clear(o.D)
}

// Clone returns a copy that shares no memory with o.
func (o *Adadelta) Clone() Optimizer {
	c := new(Adadelta)
	c.CopyFrom(o)
	return c
}

// CopyFrom makes o equal to another *Adadelta.
func (o *Adadelta) CopyFrom(from Optimizer) {
	f, h, d := ofKind[*Adadelta](from), o.H, o.D
	*o = *f
	o.H, o.D = refill(h, f.H), refill(d, f.D)
}
