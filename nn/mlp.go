package nn

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Layer is an affine layer and the activation function that follows it.
type Layer struct {
	Affine
	Activation Activation
}

// Dense asks NewMLP for a layer of Units outputs.
type Dense struct {
	Units      int
	Activation Activation
}

// MLP is a multilayer perceptron: layers in a row, each fed with the
// activations of the one before, and softmax at the end if wanted.
//
// Trace takes one sample through it and keeps everything that happens on the
// way; Workspace takes many samples at once, fast.
type MLP struct {
	// Params holds every weight and bias in one slice, so that an optimizer
	// need not know about layers: layer after layer, first the weights
	// W[out][in] row by row, then the biases.
	Params []float64
	Layers []Layer // views into Params
	// Softmax turns the activations of the last layer into probabilities.
	Softmax bool
	// Loss is what the gradients are the gradients of.
	Loss Loss
}

// NewMLP returns a network from the given number of inputs through the given
// layers, all its parameters 0, without softmax and with SquaredErrorLoss. The
// error names the size that is not positive.
func NewMLP(inputs int, layers ...Dense) (*MLP, error) {
	if inputs < 1 {
		return nil, fmt.Errorf("a network needs at least 1 input, not %d", inputs)
	}
	if len(layers) == 0 {
		return nil, fmt.Errorf("a network needs at least 1 layer")
	}
	n, in, size := &MLP{Layers: make([]Layer, len(layers))}, inputs, 0
	for i, d := range layers {
		if d.Units < 1 {
			return nil, fmt.Errorf("layer %d needs at least 1 unit, not %d", i+1, d.Units)
		}
		n.Layers[i] = Layer{Affine{W: Matrix{Rows: d.Units, Cols: in}}, d.Activation}
		size, in = size+d.Units*(in+1), d.Units
	}
	n.Params = make([]float64, size)
	for i, view := range n.Views(n.Params) {
		n.Layers[i].Affine = view
	}
	return n, nil
}

// In returns the number of inputs.
func (n *MLP) In() int { return n.Layers[0].In() }

// Out returns the number of outputs.
func (n *MLP) Out() int { return n.Layers[len(n.Layers)-1].Out() }

// String returns the sizes from input to output, as in "2-8-8-1".
func (n *MLP) String() string {
	var b strings.Builder
	fmt.Fprint(&b, n.In())
	for _, l := range n.Layers {
		fmt.Fprintf(&b, "-%d", l.Out())
	}
	return b.String()
}

// Views returns the weights and biases of every layer as views into a slice
// that is laid out as Params is: the parameters themselves, gradients, or
// whatever an optimizer keeps for each parameter.
func (n *MLP) Views(flat []float64) []Affine {
	views, at := make([]Affine, len(n.Layers)), 0
	next := func(size int) []float64 {
		at += size
		return flat[at-size : at : at]
	}
	for i, l := range n.Layers {
		views[i].W = Matrix{Rows: l.Out(), Cols: l.In(), Data: next(l.Out() * l.In())}
		views[i].B = next(l.Out())
	}
	mustMatch(at, len(flat))
	return views
}

// Clone returns a copy that shares no memory with n.
func (n *MLP) Clone() *MLP {
	c := *n
	c.Params, c.Layers = slices.Clone(n.Params), slices.Clone(n.Layers)
	for i, view := range c.Views(c.Params) {
		c.Layers[i].Affine = view
	}
	return &c
}

// Check says why the network cannot learn from the samples in the rows of x
// and their truths in the rows of t: no samples at all, shapes that do not
// fit, a number that is not finite, or a truth or an output that the loss is
// not made for.
func (n *MLP) Check(x, t Matrix) error {
	if err := (Samples{x, t}).Check(); err != nil {
		return err
	}
	switch {
	case x.Cols != n.In():
		return fmt.Errorf("a %v network takes %d inputs, and the samples are %dx%d", n, n.In(), x.Rows, x.Cols)
	case t.Cols != n.Out():
		return fmt.Errorf("a %v network gives %d outputs, and the truths are %dx%d", n, n.Out(), t.Rows, t.Cols)
	}
	switch n.Loss {
	case CrossEntropyLoss:
		return n.checkClasses(t)
	case BinaryCrossEntropyLoss:
		return n.checkAnswers(t)
	}
	return nil
}

// checkClasses makes sure that cross entropy compares the probabilities of
// classes.
func (n *MLP) checkClasses(t Matrix) error {
	if !n.Softmax {
		return fmt.Errorf("%v compares the probabilities of classes, which softmax gives; outputs of sigmoid go with %v",
			n.Loss, BinaryCrossEntropyLoss)
	}
	for i := range t.Rows {
		sum := 0.0
		for j, v := range t.Row(i) {
			if v < 0 {
				return fmt.Errorf("the truths hold %v in row %d, column %d: no probability", v, i+1, j+1)
			}
			sum += v
		}
		if math.Abs(sum-1) > 1e-9 {
			return fmt.Errorf("the truths of row %d sum to %v: the probabilities of all classes make 1", i+1, sum)
		}
	}
	return nil
}

// checkAnswers makes sure that binary cross entropy compares the probabilities
// of yes and no.
func (n *MLP) checkAnswers(t Matrix) error {
	if last := n.Layers[len(n.Layers)-1].Activation; n.Softmax || last != Sigmoid {
		return fmt.Errorf("%v compares the probabilities of yes and no in each output: the last layer needs sigmoid, without softmax", n.Loss)
	}
	for i := range t.Rows {
		for j, v := range t.Row(i) {
			if v < 0 || v > 1 {
				return fmt.Errorf("the truths hold %v in row %d, column %d: no probability", v, i+1, j+1)
			}
		}
	}
	return nil
}
