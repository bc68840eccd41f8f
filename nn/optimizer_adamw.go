package nn

// AdamW is Adam with weight decay of its own (Loshchilov & Hutter 2019):
//
//	w ← w - ελw, then as Adam
//
// L2 regularization adds λw to the gradient instead. Adam divides that by √v̂
// like any gradient, so that the weights with the largest gradients would be
// held back the least. AdamW decays all of them alike: as in PyTorch all
// parameters, biases included.
type AdamW struct {
	Adam
	Decay float64 // λ
}

// NewAdamW returns AdamW with the values of NewAdam and λ = 0.01.
func NewAdamW(rate float64) *AdamW { return &AdamW{Adam: *NewAdam(rate), Decay: 0.01} }

// Step makes one update.
func (o *AdamW) Step(params, grads []float64) {
	for i := range params {
		params[i] -= o.Rate * o.Decay * params[i]
	}
	o.Adam.Step(params, grads)
}

// Check says which hyper-parameter is out of its range, or that the memory does not fit.
func (o *AdamW) Check(params int) error {
	return firstOf(o.Adam.Check(params), notNegative(setting{"Decay", o.Decay}))
}

// Clone returns a copy that shares no memory with o.
func (o *AdamW) Clone() Optimizer {
	c := new(AdamW)
	c.CopyFrom(o)
	return c
}

// CopyFrom makes o equal to another *AdamW.
func (o *AdamW) CopyFrom(from Optimizer) {
	f := ofKind[*AdamW](from)
	o.Adam.CopyFrom(&f.Adam)
	o.Decay = f.Decay
}
