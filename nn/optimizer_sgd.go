package nn

// SGD is gradient descent in its plain form, w ← w - εg: stochastic when the
// gradient is that of one sample or of a mini-batch (Robbins & Monro 1951).
type SGD struct {
	Rate float64 // ε
}

// NewSGD returns gradient descent.
func NewSGD(rate float64) *SGD { return &SGD{Rate: rate} }

// Step makes one update.
func (o *SGD) Step(params, grads []float64) {
	mustMatch(len(grads), len(params))
	for i, g := range grads {
		params[i] -= o.Rate * g
	}
}

// LearningRate points to ε.
func (o *SGD) LearningRate() *float64 { return &o.Rate }

// Check says which hyper-parameter is out of its range.
func (o *SGD) Check(_ int) error {
	return notNegative(setting{"Rate", o.Rate})
}

// Reset does nothing: gradient descent remembers nothing.
func (o *SGD) Reset() {}

// Clone returns a copy.
func (o *SGD) Clone() Optimizer {
	c := *o
	return &c
}

// CopyFrom makes o equal to another *SGD.
func (o *SGD) CopyFrom(from Optimizer) { *o = *ofKind[*SGD](from) }
