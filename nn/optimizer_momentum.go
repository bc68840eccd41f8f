package nn

// Momentum is gradient descent with inertia: each step goes on in the
// direction of the steps before, of which a share β is kept (Polyak 1964):
//
//	v ← βv - εg
//	w ← w + v
//
// Along a slope that stays the same the steps grow up to 1/(1-β) times those
// of SGD; from one wall of a valley to the other they cancel out.
type Momentum struct {
	Rate float64   // ε
	Beta float64   // β: 0 forgets at once, 1 never
	V    []float64 // the velocity v
}

// NewMomentum returns momentum with β = 0.9.
func NewMomentum(rate float64) *Momentum { return &Momentum{Rate: rate, Beta: 0.9} }

// Step makes one update.
func (o *Momentum) Step(params, grads []float64) {
	mustMatch(len(grads), len(params))
	o.V = memory(o.V, len(params))
	for i, g := range grads {
		o.V[i] = o.Beta*o.V[i] - o.Rate*g
		params[i] += o.V[i]
	}
}

// LearningRate points to ε.
func (o *Momentum) LearningRate() *float64 { return &o.Rate }

// Check says which hyper-parameter is out of its range, or that the memory does not fit.
func (o *Momentum) Check(params int) error {
	return firstOf(notNegative(setting{"Rate", o.Rate}), shares(setting{"Beta", o.Beta}), remembers(params, o.V))
}

// Reset stops the movement.
func (o *Momentum) Reset() { clear(o.V) }

// Clone returns a copy that shares no memory with o.
func (o *Momentum) Clone() Optimizer {
	c := new(Momentum)
	c.CopyFrom(o)
	return c
}

// CopyFrom makes o equal to another *Momentum.
func (o *Momentum) CopyFrom(from Optimizer) {
	f, v := ofKind[*Momentum](from), o.V
	*o = *f
	o.V = refill(v, f.V)
}
