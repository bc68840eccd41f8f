package nn

import (
	"math"
	"math/rand/v2"
)

// Initializer draws the weights that a layer starts from.
type Initializer interface {
	// Fill fills w, Out x In as in Affine.
	Fill(w Matrix, r *rand.Rand)
}

// Init draws all weights of the network anew and sets every bias to 0. The
// same seed gives the same weights; those of a layer do not depend on the
// layers after it.
func (n *MLP) Init(init Initializer, seed uint64) {
	var source rand.PCG
	for i, l := range n.Layers {
		reseed(&source, seed, initStream, uint64(i))
		init.Fill(l.W, rand.New(&source))
		clear(l.B)
	}
}

// ZeroInit makes every weight 0. All units of a layer then get the same
// gradient and stay alike for ever; with tanh or ReLU nothing is learned at
// all.
type ZeroInit struct{}

// Fill fills w with 0.
func (ZeroInit) Fill(w Matrix, _ *rand.Rand) { clear(w.Data) }

// ConstantInit makes every weight Value. The units of a layer stay alike, as
// with ZeroInit.
type ConstantInit struct {
	Value float64
}

// Fill fills w with Value.
func (i ConstantInit) Fill(w Matrix, _ *rand.Rand) {
	for k := range w.Data {
		w.Data[k] = i.Value
	}
}

// NormalInit draws from the normal distribution with mean 0, whatever the size
// of the layer.
type NormalInit struct {
	Std float64 // standard deviation
}

// Fill draws every weight of w.
func (i NormalInit) Fill(w Matrix, r *rand.Rand) {
	for k := range w.Data {
		w.Data[k] = i.Std * r.NormFloat64()
	}
}

// UniformInit draws evenly from -Limit to Limit: a standard deviation of
// Limit/√3.
type UniformInit struct {
	Limit float64
}

// Fill draws every weight of w.
func (i UniformInit) Fill(w Matrix, r *rand.Rand) {
	for k := range w.Data {
		w.Data[k] = i.Limit * (2*r.Float64() - 1)
	}
}

// XavierInit draws from the normal distribution with the standard deviation
// √(2/(In+Out)) (Glorot & Bengio 2010). It keeps the spread of signals, on
// their way forward, and of gradients, on their way back, from layer to layer
// as long as the activation is nearly linear: for tanh and sigmoid.
type XavierInit struct{}

// Std returns the standard deviation for a layer of that size.
func (XavierInit) Std(in, out int) float64 { return math.Sqrt(2 / float64(in+out)) }

// Fill draws every weight of w.
func (i XavierInit) Fill(w Matrix, r *rand.Rand) { NormalInit{i.Std(w.Cols, w.Rows)}.Fill(w, r) }

// SimpleInit draws from the normal distribution with the standard deviation
// 1/√In (LeCun et al. 1998), the simple form of XavierInit: the two agree when
// In = Out.
type SimpleInit struct{}

// Std returns the standard deviation for a layer of that size.
func (SimpleInit) Std(in, _ int) float64 { return 1 / math.Sqrt(float64(in)) }

// Fill draws every weight of w.
func (i SimpleInit) Fill(w Matrix, r *rand.Rand) { NormalInit{i.Std(w.Cols, w.Rows)}.Fill(w, r) }

// HeInit draws from the normal distribution with the standard deviation
// √(2/In) (He et al. 2015): for ReLU, which lets only half of its signals
// through.
type HeInit struct{}

// Std returns the standard deviation for a layer of that size.
func (HeInit) Std(in, _ int) float64 { return math.Sqrt(2 / float64(in)) }

// Fill draws every weight of w.
func (i HeInit) Fill(w Matrix, r *rand.Rand) { NormalInit{i.Std(w.Cols, w.Rows)}.Fill(w, r) }
