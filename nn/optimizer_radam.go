package nn

import "math"

// RAdam mends Adam's hasty start (Liu et al. 2020, algorithm 2). In the first
// steps v̂ is the average of very few squared gradients and may be far off; a
// step divided by it may go far astray. RAdam estimates how many gradients v̂
// stands for,
//
//	ρ = ρ∞ - 2tβ₂ᵗ/(1-β₂ᵗ)   with ρ∞ = 2/(1-β₂) - 1,
//
// and up to ρ = 5, as in PyTorch (the paper has 4), leaves the division out:
// momentum, with m̂ as in Adam. From then on it is Adam, at a rate that grows
// with ρ:
//
//	w ← w - εrm̂/√v̂   with r² = (ρ-4)(ρ-2)ρ∞ / ((ρ∞-4)(ρ∞-2)ρ)
//
// In the first steps ε acts on the bare gradient, as in SGD: where gradients
// are large, a rate that suits Adam may be far too large.
type RAdam struct {
	Rate  float64   // ε
	Beta1 float64   // β₁: the share of m that stays
	Beta2 float64   // β₂: the share of v that stays
	Delta float64   // δ keeps a gradient of 0 from a division by 0
	M     []float64 // m: the moving average of gradients
	V     []float64 // v: the moving average of squared gradients
	T     int       // t: steps made
}

// NewRAdam returns RAdam with β₁ = 0.9, β₂ = 0.999 and δ = 1e-8.
func NewRAdam(rate float64) *RAdam {
	return &RAdam{Rate: rate, Beta1: 0.9, Beta2: 0.999, Delta: 1e-8}
}

// Rectification returns r for step t, counted from 1, and reports whether v̂
// stands for enough gradients to divide by it.
func (o *RAdam) Rectification(t int) (r float64, ok bool) {
	limit := 2/(1-o.Beta2) - 1
	faded := wholePower(o.Beta2, t)
	rho := limit - 2*float64(t)*faded/(1-faded)
	if !(rho > 5) {
		return 0, false
	}
	return math.Sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho)), true
}

// Step makes one update.
func (o *RAdam) Step(params, grads []float64) {
	mustMatch(len(grads), len(params))
	o.M, o.V = memory(o.M, len(params)), memory(o.V, len(params))
	o.T++
	rate := o.Rate / (1 - wholePower(o.Beta1, o.T))
	r, divide := o.Rectification(o.T)
	adaptive := rate * r * math.Sqrt(1-wholePower(o.Beta2, o.T))
	for i, g := range grads {
		o.M[i] = o.Beta1*o.M[i] + (1-o.Beta1)*g
		o.V[i] = o.Beta2*o.V[i] + (1-o.Beta2)*g*g
		if divide {
			params[i] -= adaptive * o.M[i] / (math.Sqrt(o.V[i]) + o.Delta)
		} else {
			params[i] -= rate * o.M[i]
		}
	}
}

// LearningRate points to ε.
func (o *RAdam) LearningRate() *float64 { return &o.Rate }

// Check says which hyper-parameter is out of its range, or that the memory does not fit.
func (o *RAdam) Check(params int) error {
	return checkAdam(params, o.Rate, o.Beta1, o.Beta2, o.Delta, o.T, o.M, o.V)
}

// Reset forgets every gradient.
func (o *RAdam) Reset() {
	o.T = 0
	clear(o.M)
	clear(o.V)
}

// Clone returns a copy that shares no memory with o.
func (o *RAdam) Clone() Optimizer {
	c := new(RAdam)
	c.CopyFrom(o)
	return c
}

// CopyFrom makes o equal to another *RAdam.
func (o *RAdam) CopyFrom(from Optimizer) {
	f, m, v := ofKind[*RAdam](from), o.M, o.V
	*o = *f
	o.M, o.V = refill(m, f.M), refill(v, f.V)
}
