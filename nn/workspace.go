package nn

import "hakseup/nn/internal/kernel"

// Workspace takes many samples through a network at once: the same arithmetic
// as Trace, but one layer of all samples before the next layer. All memory is
// set aside by NewWorkspace; nothing below allocates.
//
// It keeps the values of a layer unit by unit, each unit's samples side by
// side, because the processor works on several neighbouring numbers at a time:
// what Trace does for one sample, the kernels do for a row of them.
type Workspace struct {
	// Grads is where Gradient leaves its result, laid out as MLP.Params.
	Grads []float64

	net    *MLP
	rows   int // samples that fit in at once
	lanes  int // places that a unit's samples take now
	probed int // samples of the last Probe
	x      []float64
	stages []stage
	scores []float64 // what came out at the end of the last stage
	y, dy  []float64 // the output of one sample
}

// stage is one layer at work on a batch: for every unit, a row of samples.
type stage struct {
	layer  *Layer
	grad   Affine    // view into Grads
	in     []float64 // what the layer is fed with
	z      []float64 // activations
	d      []float64 // ∂E/∂z, then ∂E/∂a
	masked int       // samples that mask is for, 0 without one
	mask   []float64 // factors for z
	out    []float64 // z times mask: what the next layer is fed with
}

// NewWorkspace returns room for up to rows samples at a time: the size of a
// batch for Gradient. Forward and Loss take any number of samples, so many at a
// time; from 64 on they run at full speed. It panics unless rows > 0.
//
// The workspace belongs to the network: it sees every later change of its
// parameters, its loss and its softmax.
func NewWorkspace(n *MLP, rows int) *Workspace {
	if rows < 1 {
		panic("nn: a workspace needs room for at least one sample")
	}
	lanes := kernel.Lanes(rows)
	w := &Workspace{
		Grads:  make([]float64, len(n.Params)),
		net:    n,
		rows:   rows,
		x:      make([]float64, n.In()*lanes),
		stages: make([]stage, len(n.Layers)),
		y:      make([]float64, n.Out()),
		dy:     make([]float64, n.Out()),
	}
	for i, grad := range n.Views(w.Grads) {
		size := grad.Out() * lanes
		w.stages[i] = stage{layer: &n.Layers[i], grad: grad, z: make([]float64, size), d: make([]float64, size)}
	}
	w.fit(rows)
	return w
}

// fit cuts the stages to the size of a batch.
func (w *Workspace) fit(count int) {
	lanes := kernel.Lanes(count)
	if lanes == w.lanes {
		return
	}
	w.lanes = lanes
	w.x = w.x[:w.net.In()*lanes]
	for i := range w.stages {
		s := &w.stages[i]
		size := s.layer.Out() * lanes
		s.z, s.d = s.z[:size], s.d[:size]
	}
}

// SetMask makes Gradient multiply the activations of a layer, counted from 0,
// by the factors of m: row i, as many columns as the layer has units, for
// sample i of the batch. Dropout is a mask of zeros and 1/(1-p). It stays until
// ClearMasks, and Gradient panics when its batch has another size; Forward and
// Loss take no notice of it.
func (w *Workspace) SetMask(layer int, m Matrix) {
	s := &w.stages[layer]
	mustMatch(m.Cols, s.layer.Out())
	if m.Rows < 1 || m.Rows > w.rows {
		panic("nn: the mask is empty, or larger than the workspace")
	}
	if s.mask == nil {
		s.mask, s.out = make([]float64, cap(s.z)), make([]float64, cap(s.z))
	}
	lanes := kernel.Lanes(m.Rows)
	s.mask, s.masked = s.mask[:m.Cols*lanes], m.Rows
	kernel.Gather(s.mask, m.Data, nil, m.Rows, m.Cols, lanes)
}

// ClearMasks ends the effect of SetMask on all layers.
func (w *Workspace) ClearMasks() {
	for i := range w.stages {
		w.stages[i].masked = 0
	}
}

// Forward stores the output for every row of x in the same row of dst.
func (w *Workspace) Forward(dst, x Matrix) {
	mustMatch(dst.Rows, x.Rows)
	mustMatch(dst.Cols, w.net.Out())
	for from := 0; from < x.Rows; from += w.rows {
		part := x.Slice(from, min(from+w.rows, x.Rows))
		w.forward(part, nil, part.Rows, false)
		for s := range part.Rows {
			y := dst.Row(from + s)
			w.score(y, s)
			w.answer(y)
		}
	}
}

// Loss returns the mean loss of the samples in the rows of x against the truths
// in the rows of t.
func (w *Workspace) Loss(x, t Matrix) float64 {
	mustMatch(x.Rows, t.Rows)
	mustMatch(t.Cols, w.net.Out())
	sum := 0.0
	for from := 0; from < x.Rows; from += w.rows {
		part := x.Slice(from, min(from+w.rows, x.Rows))
		w.forward(part, nil, part.Rows, false)
		for s := range part.Rows {
			w.score(w.y, s)
			sum += w.loss(t.Row(from + s))
		}
	}
	return sum / float64(x.Rows)
}

// Gradient takes a batch forward and back. It stores the gradient of the
// batch's mean loss in Grads, and returns that loss. The batch is made of the
// given rows of x and t; nil stands for all of them, in order. It panics when
// the batch is empty or larger than the workspace.
func (w *Workspace) Gradient(x, t Matrix, rows []int) float64 {
	mustMatch(x.Rows, t.Rows)
	mustMatch(t.Cols, w.net.Out())
	count := len(rows)
	if rows == nil {
		count = x.Rows
	}
	if count < 1 || count > w.rows {
		panic("nn: the batch is empty, or larger than the workspace")
	}
	w.forward(x, rows, count, true)
	loss := w.lossGradients(t, rows, count)
	w.backward()
	return loss
}

// forward takes count samples through the network, up to the scores: without
// softmax, and without the last sigmoid where that is fused with the loss.
func (w *Workspace) forward(x Matrix, rows []int, count int, masked bool) {
	mustMatch(x.Cols, w.net.In())
	w.fit(count)
	kernel.Gather(w.x, x.Data, rows, count, x.Cols, w.lanes)
	z := w.x
	for i := range w.stages {
		s := &w.stages[i]
		s.in = z
		kernel.Affine(s.z, s.layer.W.Data, s.layer.B, z, s.layer.In(), w.lanes)
		activate(w.activation(i), s.z)
		z = s.z
		if masked && s.masked > 0 {
			mustMatch(s.masked, count)
			z = s.out[:len(s.z)]
			kernel.Mul(z, s.z, s.mask)
		}
	}
	w.scores = z
}

// activation returns what follows layer i before the scores.
func (w *Workspace) activation(i int) Activation {
	if i == len(w.stages)-1 && w.net.fusedSigmoid() {
		return Identity
	}
	return w.stages[i].layer.Activation
}

// answer replaces scores by the network's output.
func (w *Workspace) answer(y []float64) {
	switch {
	case w.net.Softmax:
		Softmax(y, y, 1)
	case w.net.fusedSigmoid():
		kernel.Sigmoid(y)
	}
}

// score copies the scores of one sample to dst.
func (w *Workspace) score(dst []float64, sample int) {
	for k := range dst {
		dst[k] = w.scores[k*w.lanes+sample]
	}
}

// loss returns the loss of the scores in w.y, and leaves the output there.
func (w *Workspace) loss(truth []float64) float64 {
	var fused float64
	switch {
	case w.net.fusedSoftmax():
		fused = SoftmaxCrossEntropy(w.y, truth)
	case w.net.fusedSigmoid():
		fused = SigmoidCrossEntropy(w.y, truth)
	default:
		w.answer(w.y)
		return w.net.Loss.At(w.y, truth)
	}
	w.answer(w.y)
	return fused
}

// lossGradients returns the mean loss of a batch and stores its gradient with
// respect to the scores.
func (w *Workspace) lossGradients(t Matrix, rows []int, count int) float64 {
	d := w.stages[len(w.stages)-1].d
	if count < w.lanes {
		clear(d) // the places that no sample fills must add nothing
	}
	sum, share := 0.0, 1/float64(count)
	for s := range count {
		row := s
		if rows != nil {
			row = rows[s]
		}
		truth := t.Data[row*t.Cols : (row+1)*t.Cols]
		if w.net.Loss == SquaredErrorLoss && !w.net.Softmax {
			// The course's usual case: short enough to be done in place.
			for k, want := range truth {
				at := k*w.lanes + s
				off := w.scores[at] - want
				sum += off * off / 2
				d[at] = off * share
			}
			continue
		}
		w.score(w.y, s)
		sum += w.loss(truth)
		w.net.scoreGradient(w.dy, w.y, truth)
		for k, v := range w.dy {
			d[k*w.lanes+s] = v * share
		}
	}
	return sum * share
}

// backward takes the gradients from the last layer to the first.
func (w *Workspace) backward() {
	for i := len(w.stages) - 1; i >= 0; i-- {
		s := &w.stages[i]
		in := s.layer.In()
		if s.masked > 0 {
			kernel.Mul(s.d, s.d, s.mask)
		}
		activateBack(w.activation(i), s.d, s.z)
		kernel.Outer(s.grad.W.Data, s.grad.B, s.d, s.in, in, w.lanes)
		if i > 0 {
			kernel.AffineBack(w.stages[i-1].d, s.layer.W.Data, s.d, in, w.lanes)
		}
	}
}

// activate replaces the pre-activations in a by activations.
func activate(f Activation, a []float64) {
	switch f {
	case Identity:
	case Sigmoid:
		kernel.Sigmoid(a)
	case Tanh:
		kernel.Tanh(a)
	case ReLU:
		kernel.ReLU(a)
	default:
		f.Forward(a, a)
	}
}

// activateBack takes the gradient d = ∂E/∂z to ∂E/∂a, given the activations z.
// The slope of each function can be told from its value.
func activateBack(f Activation, d, z []float64) {
	switch f {
	case Step, StrictStep:
		clear(d)
	case Sigmoid:
		kernel.SigmoidBack(d, z)
	case Tanh:
		kernel.TanhBack(d, z)
	case ReLU:
		kernel.ReLUBack(d, z)
	case LeakyReLU: // z has the sign of a
		f.Backward(d, z, d)
	}
}
