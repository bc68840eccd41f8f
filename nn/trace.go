package nn

// Trace holds every value of one sample on its way through a network and back.
// It is what the labs show, and what a Workspace is held against.
type Trace struct {
	X      []float64 // the input
	Layers []LayerTrace
	Y      []float64 // the output: the last layer's Z, or softmax of it
	Loss   float64
	DY     []float64 // ∂E/∂y
	DX     []float64 // ∂E/∂x
}

// LayerTrace holds the values of one sample in one layer, each with one entry
// per unit.
type LayerTrace struct {
	A  []float64 // pre-activation: a = Wz + b, with the z of the layer before
	Z  []float64 // activation: z = f(a)
	DZ []float64 // ∂E/∂z
	DA []float64 // ∂E/∂a

	Grad Affine // ∂E/∂W and ∂E/∂b of this sample alone
}

// NewTrace returns room for one sample. One trace can be used again and again.
func (n *MLP) NewTrace() *Trace {
	t := &Trace{
		X:      make([]float64, n.In()),
		Layers: make([]LayerTrace, len(n.Layers)),
		Y:      make([]float64, n.Out()),
		DY:     make([]float64, n.Out()),
		DX:     make([]float64, n.In()),
	}
	for i, l := range n.Layers {
		unit := func() []float64 { return make([]float64, l.Out()) }
		t.Layers[i] = LayerTrace{A: unit(), Z: unit(), DZ: unit(), DA: unit(), Grad: NewAffine(l.In(), l.Out())}
	}
	return t
}

// input returns what layer i is fed with.
func (t *Trace) input(i int) []float64 {
	if i == 0 {
		return t.X
	}
	return t.Layers[i-1].Z
}

// Forward takes the input x through the network. It fills in X, every A and Z,
// and Y, which it returns.
func (n *MLP) Forward(t *Trace, x []float64) []float64 {
	mustMatch(len(x), n.In())
	copy(t.X, x)
	for i, layer := range n.Layers {
		l := &t.Layers[i]
		layer.Forward(l.A, t.input(i))
		layer.Activation.Forward(l.Z, l.A)
	}
	scores := t.Layers[len(t.Layers)-1].Z
	if n.Softmax {
		Softmax(t.Y, scores, 1)
	} else {
		copy(t.Y, scores)
	}
	return t.Y
}

// Backward takes the loss against the truth back through the network, after
// Forward. It fills in Loss, DY, every DZ, DA and Grad, and DX.
func (n *MLP) Backward(t *Trace, truth []float64) {
	last := &t.Layers[len(t.Layers)-1]
	n.Loss.Gradient(t.DY, t.Y, truth)
	switch {
	case n.fusedSoftmax():
		t.Loss = SoftmaxCrossEntropy(last.Z, truth)
	case n.fusedSigmoid():
		t.Loss = SigmoidCrossEntropy(last.A, truth)
	default:
		t.Loss = n.Loss.At(t.Y, truth)
	}
	if n.fusedSigmoid() {
		copy(last.DZ, t.DY)
	} else {
		n.scoreGradient(last.DZ, t.Y, truth)
	}
	for i := len(n.Layers) - 1; i >= 0; i-- {
		l, before := &t.Layers[i], t.DX
		if i > 0 {
			before = t.Layers[i-1].DZ
		}
		if l == last && n.fusedSigmoid() {
			n.scoreGradient(l.DA, t.Y, truth)
		} else {
			n.Layers[i].Activation.Backward(l.DA, l.A, l.DZ)
		}
		clear(l.Grad.W.Data)
		clear(l.Grad.B)
		n.Layers[i].Backward(before, l.Grad, t.input(i), l.DA)
	}
}

// fusedSoftmax says whether softmax and cross entropy follow each other. Taken
// together the two are simpler, and finite where a probability rounds to 0.
func (n *MLP) fusedSoftmax() bool { return n.Softmax && n.Loss == CrossEntropyLoss }

// fusedSigmoid says the same of sigmoid and binary cross entropy.
func (n *MLP) fusedSigmoid() bool {
	return n.Loss == BinaryCrossEntropyLoss && !n.Softmax && n.Layers[len(n.Layers)-1].Activation == Sigmoid
}

// scoreGradient stores the gradient of the loss with respect to the scores in
// dst: what the last layer gave, before softmax, or before its sigmoid where
// that is fused with the loss. y is the network's output.
func (n *MLP) scoreGradient(dst, y, truth []float64) {
	switch {
	case n.fusedSoftmax():
		SoftmaxCrossEntropyGradient(dst, y, truth)
		return
	case n.fusedSigmoid():
		SigmoidCrossEntropyGradient(dst, y, truth)
		return
	}
	n.Loss.Gradient(dst, y, truth)
	if n.Softmax {
		SoftmaxGradient(dst, y, dst)
	}
}
