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
	grads  []Affine // views into Grads
	rows   int      // samples that fit in at once
	x      []float64
	z, dz  [][]float64 // per layer: activations and ∂E/∂z, then ∂E/∂a
	masks  []mask
	scores []float64 // what the last layer gave
	y, dy  []float64 // the output of one sample
}

// mask holds a factor for each unit of a layer and each sample.
type mask struct {
	on     bool
	factor []float64
	masked []float64 // the layer's activations times factor: what the next layer is fed with
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
		Grads: make([]float64, len(n.Params)),
		net:   n,
		rows:  rows,
		x:     make([]float64, n.In()*lanes),
		z:     make([][]float64, len(n.Layers)),
		dz:    make([][]float64, len(n.Layers)),
		masks: make([]mask, len(n.Layers)),
		y:     make([]float64, n.Out()),
		dy:    make([]float64, n.Out()),
	}
	w.grads = n.Views(w.Grads)
	for i, l := range n.Layers {
		w.z[i] = make([]float64, l.Out()*lanes)
		w.dz[i] = make([]float64, l.Out()*lanes)
	}
	return w
}

// SetMask makes Gradient multiply the activations of a layer, counted from 0,
// by the factors of m: row i, as many columns as the layer has units, for
// sample i of the batch. Dropout is a mask of zeros and 1/(1-p). It stays until
// ClearMasks; Forward and Loss take no notice of it.
func (w *Workspace) SetMask(layer int, m Matrix) {
	mustMatch(m.Cols, w.net.Layers[layer].Out())
	if m.Rows > w.rows {
		panic("nn: a mask has more rows than the workspace")
	}
	k := &w.masks[layer]
	lanes := kernel.Lanes(m.Rows)
	if k.factor == nil {
		k.factor = make([]float64, m.Cols*kernel.Lanes(w.rows))
		k.masked = make([]float64, len(k.factor))
	}
	k.on = true
	kernel.Gather(k.factor[:m.Cols*lanes], lanes, m.Data, m.Cols, nil, m.Rows)
}

// ClearMasks ends the effect of SetMask on all layers.
func (w *Workspace) ClearMasks() {
	for i := range w.masks {
		w.masks[i].on = false
	}
}

// Forward stores the output for every row of x in the same row of dst.
func (w *Workspace) Forward(dst, x Matrix) {
	mustMatch(dst.Rows, x.Rows)
	mustMatch(dst.Cols, w.net.Out())
	for start := 0; start < x.Rows; start += w.rows {
		count := min(w.rows, x.Rows-start)
		lanes := w.forward(x, nil, start, count, false)
		for s := range count {
			w.output(dst.Row(start+s), s, lanes)
			if w.net.Softmax {
				Softmax(dst.Row(start+s), dst.Row(start+s), 1)
			}
		}
	}
}

// Loss returns the mean loss of the samples in the rows of x against the truths
// in the rows of t.
func (w *Workspace) Loss(x, t Matrix) float64 {
	mustMatch(x.Rows, t.Rows)
	mustMatch(t.Cols, w.net.Out())
	sum := 0.0
	for start := 0; start < x.Rows; start += w.rows {
		count := min(w.rows, x.Rows-start)
		lanes := w.forward(x, nil, start, count, false)
		for s := range count {
			w.output(w.y, s, lanes)
			sum += w.lossOf(t.Row(start + s))
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
	lanes := w.forward(x, rows, 0, count, true)
	loss := w.lossGradients(t, rows, count, lanes)
	w.backward(lanes)
	return loss
}

// forward takes count samples through the network, without softmax: the given
// rows of x, or those from start on. It returns how many places a unit takes.
func (w *Workspace) forward(x Matrix, rows []int, start, count int, masked bool) (lanes int) {
	n := w.net
	mustMatch(x.Cols, n.In())
	lanes = kernel.Lanes(count)
	in := w.x[:n.In()*lanes]
	kernel.Gather(in, lanes, x.Data[start*x.Cols:], x.Cols, rows, count)
	for i, l := range n.Layers {
		z := w.z[i][:l.Out()*lanes]
		kernel.Affine(z, l.W.Data, l.B, in, lanes)
		activate(l.Activation, z)
		in = z
		if m := w.masks[i]; masked && m.on {
			in = m.masked[:len(z)]
			kernel.Mul(in, z, m.factor)
		}
	}
	w.scores = in
	return lanes
}

// output copies the scores of sample s to dst.
func (w *Workspace) output(dst []float64, s, lanes int) {
	z := w.scores
	for k := range dst {
		dst[k] = z[k*lanes+s]
	}
}

// lossOf returns the loss of the scores in w.y, and leaves the output there.
func (w *Workspace) lossOf(truth []float64) float64 {
	fused := w.net.Softmax && w.net.Loss == CrossEntropyLoss
	loss := 0.0
	if fused {
		loss = SoftmaxCrossEntropy(w.y, truth)
	}
	if w.net.Softmax {
		Softmax(w.y, w.y, 1)
	}
	if !fused {
		loss = w.net.Loss.At(w.y, truth)
	}
	return loss
}

// lossGradients returns the mean loss and stores its gradient with respect to
// the last layer's activations.
func (w *Workspace) lossGradients(t Matrix, rows []int, count, lanes int) float64 {
	sum, share := 0.0, 1/float64(count)
	d := w.dz[len(w.dz)-1][:w.net.Out()*lanes]
	clear(d) // the places that no sample fills must add nothing
	for s := range count {
		row := s
		if rows != nil {
			row = rows[s]
		}
		truth := t.Row(row)
		w.output(w.y, s, lanes)
		sum += w.lossOf(truth)
		w.scoreGradient(truth)
		for k, v := range w.dy {
			d[k*lanes+s] = v * share
		}
	}
	return sum * share
}

// scoreGradient stores the gradient of one sample's loss with respect to the
// last layer's activations in w.dy, from the output in w.y.
func (w *Workspace) scoreGradient(truth []float64) {
	switch {
	case w.net.Softmax && w.net.Loss == CrossEntropyLoss:
		SoftmaxCrossEntropyGradient(w.dy, w.y, truth)
	case w.net.Softmax:
		w.net.Loss.Gradient(w.dy, w.y, truth)
		SoftmaxGradient(w.dy, w.y, w.dy)
	default:
		w.net.Loss.Gradient(w.dy, w.y, truth)
	}
}

// input returns what layer i was fed with.
func (w *Workspace) input(i int) []float64 {
	switch {
	case i == 0:
		return w.x
	case w.masks[i-1].on:
		return w.masks[i-1].masked
	}
	return w.z[i-1]
}

// backward takes the gradients from the last layer to the first.
func (w *Workspace) backward(lanes int) {
	n := w.net
	for i := len(n.Layers) - 1; i >= 0; i-- {
		l := n.Layers[i]
		z, d := w.z[i][:l.Out()*lanes], w.dz[i][:l.Out()*lanes]
		if m := w.masks[i]; m.on {
			kernel.Mul(d, d, m.factor)
		}
		activateBack(l.Activation, d, z)
		in := w.input(i)[:l.In()*lanes]
		kernel.Outer(w.grads[i].W.Data, w.grads[i].B, d, in, lanes)
		if i > 0 {
			kernel.AffineBack(w.dz[i-1][:len(in)], l.W.Data, d, lanes)
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
