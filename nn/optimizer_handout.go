package nn

// HandoutMomentum is momentum as the course's handout prints it:
//
//	v ← v - αg
//	w ← w - εg + v
//
// It is here to be raced against Momentum, not to be used. No share of v is
// ever lost: v is -α times the sum of all gradients since the start, and no
// friction brakes it. All that calms the ball is the term -εg. In a bowl of
// curvature λ the swings shrink by √(1-ελ) a step; SGD, with the same ε and no
// momentum at all, gets closer by 1-ελ, twice as fast. Without -εg they would
// never end, and the noise of mini-batches adds up in v for good.
type HandoutMomentum struct {
	Rate  float64   // ε
	Alpha float64   // α
	V     []float64 // the velocity v
}

// NewHandoutMomentum returns the handout's momentum with α = ε.
func NewHandoutMomentum(rate float64) *HandoutMomentum {
	return &HandoutMomentum{Rate: rate, Alpha: rate}
}

// Step makes one update.
func (o *HandoutMomentum) Step(params, grads []float64) {
	mustMatch(len(grads), len(params))
	o.V = memory(o.V, len(params))
	for i, g := range grads {
		o.V[i] -= o.Alpha * g
		params[i] += o.V[i] - o.Rate*g
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
