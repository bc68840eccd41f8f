package nn

// Nesterov is momentum that looks ahead: the gradient is taken where the
// velocity is about to lead, so that the ball brakes before the slope turns
// (Nesterov 1983):
//
//	v ← βv - εg
//	w ← w + βv - εg
//
// In this form, after Sutskever et al. 2013 and as in PyTorch, params are the
// place ahead, and g is the gradient there: nothing else has to be calculated.
type Nesterov struct {
	Rate float64   // ε
	Beta float64   // β
	V    []float64 // the velocity v
}

// NewNesterov returns Nesterov's momentum with β = 0.9.
func NewNesterov(rate float64) *Nesterov { return &Nesterov{Rate: rate, Beta: 0.9} }

// Step makes one update.
func (o *Nesterov) Step(params, grads []float64) {
	mustMatch(len(grads), len(params))
	o.V = memory(o.V, len(params))
	for i, g := range grads {
		o.V[i] = o.Beta*o.V[i] - o.Rate*g
		params[i] += o.Beta*o.V[i] - o.Rate*g
	}
}

// LearningRate points to ε.
func (o *Nesterov) LearningRate() *float64 { return &o.Rate }

// Check says which hyper-parameter is out of its range, or that the memory does not fit.
func (o *Nesterov) Check(params int) error {
	return firstOf(notNegative(setting{"Rate", o.Rate}), shares(setting{"Beta", o.Beta}), remembers(params, o.V))
}

// Reset stops the movement.
func (o *Nesterov) Reset() { clear(o.V) }

// Clone returns a copy that shares no memory with o.
func (o *Nesterov) Clone() Optimizer {
	c := new(Nesterov)
	c.CopyFrom(o)
	return c
}

// CopyFrom makes o equal to another *Nesterov.
func (o *Nesterov) CopyFrom(from Optimizer) {
	f, v := ofKind[*Nesterov](from), o.V
	*o = *f
	o.V = refill(v, f.V)
}
