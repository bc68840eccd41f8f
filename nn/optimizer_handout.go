package nn

// HandoutMomentum is momentum as the course's handout has it, without a β. It
// prints w first, so that w moves by the v of the step before:
//
//	w ← w - εg + v
//	v ← v - αg
//
// In that order (Printed) and with α = ε a step turns a bowl's swing without
// making it smaller: its determinant is 1, and the ball never comes to rest. With
// v first, as momentum is mostly meant, the term -εg calms it: in a bowl of
// curvature λ the swings shrink by √(1-ελ) a step. SGD, with the same ε and no
// momentum at all, gets closer by 1-ελ, twice as fast. In neither order is a
// share of v ever lost, so that the noise of mini-batches adds up in it for good.
//
// It is here to be raced against Momentum, not to be used.
type HandoutMomentum struct {
	Rate    float64   // ε
	Alpha   float64   // α
	Printed bool      // w moves first, by the v of before
	V       []float64 // the velocity v
}

// NewHandoutMomentum returns the handout's momentum with v first and α = ε.
func NewHandoutMomentum(rate float64) *HandoutMomentum {
	return &HandoutMomentum{Rate: rate, Alpha: rate}
}

// NewPrintedMomentum returns it in the order in which it is printed.
func NewPrintedMomentum(rate float64) *HandoutMomentum {
	return &HandoutMomentum{Rate: rate, Alpha: rate, Printed: true}
}

// Step makes one update.
func (o *HandoutMomentum) Step(params, grads []float64) {
	mustMatch(len(grads), len(params))
	o.V = memory(o.V, len(params))
	for i, g := range grads {
		if o.Printed {
			params[i] += o.V[i]
		}
		o.V[i] -= o.Alpha * g
		if !o.Printed {
			params[i] += o.V[i]
		}
		params[i] -= o.Rate * g
	}
}

// LearningRate points to ε. α is not changed with it.
func (o *HandoutMomentum) LearningRate() *float64 { return &o.Rate }

// Check says which hyper-parameter is out of its range, or that the memory does not fit.
func (o *HandoutMomentum) Check(params int) error {
	return firstOf(notNegative(setting{"Rate", o.Rate}, setting{"Alpha", o.Alpha}), remembers(params, o.V))
}

// Reset stops the movement.
func (o *HandoutMomentum) Reset() { clear(o.V) }

// Clone returns a copy that shares no memory with o.
func (o *HandoutMomentum) Clone() Optimizer {
	c := new(HandoutMomentum)
	c.CopyFrom(o)
	return c
}

// CopyFrom makes o equal to another *HandoutMomentum.
func (o *HandoutMomentum) CopyFrom(from Optimizer) {
	f, v := ofKind[*HandoutMomentum](from), o.V
	*o = *f
	o.V = refill(v, f.V)
}
