package nn

import (
	"math"
	"math/rand/v2"
)

// Regularization is what holds a network's weights back, so that it learns the
// rule behind the training samples and not the samples. Biases are left alone:
// they shift a unit's threshold and bend nothing. The zero value does nothing.
type Regularization struct {
	// L2 is λ of weight decay: E + λ/2 Σw² (Krogh & Hertz 1992). It pulls
	// every weight towards 0 in proportion to its size.
	L2 float64
	// L1 is λ of E + λ Σ|w| (Tibshirani 1996). It pulls every weight towards
	// 0 by the same amount, which makes small ones stay about 0.
	L1 float64
	// MaxNorm is c of the restriction ‖w‖ ≤ c on the weights into each unit
	// (Srebro et al. 2005): weights that have grown longer are shortened to
	// c. The lecture's ‖w‖² < c names the square. 0 stands for no limit.
	MaxNorm float64
	// Dropout is the probability p with which a hidden unit is left out of a
	// sample (Srivastava et al. 2014). "p" is to drop, not to keep.
	Dropout float64
}

// Check says which value is out of its range.
func (r Regularization) Check() error {
	return firstOf(notNegative(setting{"L2", r.L2}, setting{"L1", r.L1}, setting{"MaxNorm", r.MaxNorm}), shares(setting{"Dropout", r.Dropout}))
}

// Penalty returns what L2 and L1 add to the loss: λ/2 Σw² + λ Σ|w|.
func (r Regularization) Penalty(n *MLP) float64 {
	squares, sizes := 0.0, 0.0
	for _, l := range n.Layers {
		for _, w := range l.W.Data {
			squares += w * w
			sizes += math.Abs(w)
		}
	}
	return r.L2/2*squares + r.L1*sizes
}

// AddGradient adds the gradient of Penalty to the network's gradients, given
// as views by MLP.Views: λw for L2, λ times the sign of w for L1. At w = 0,
// where |w| has no slope, it adds nothing.
func (r Regularization) AddGradient(grads []Affine, n *MLP) {
	if r.L2 == 0 && r.L1 == 0 {
		return
	}
	for i, l := range n.Layers {
		g := grads[i].W.Data
		for k, w := range l.W.Data {
			g[k] += r.L2 * w
			switch {
			case w > 0:
				g[k] += r.L1
			case w < 0:
				g[k] -= r.L1
			}
		}
	}
}

// Restrict shortens the weights into each unit to MaxNorm, where they are
// longer.
func (r Regularization) Restrict(n *MLP) {
	if r.MaxNorm == 0 {
		return
	}
	for _, l := range n.Layers {
		for i := range l.Out() {
			row := l.W.Row(i)
			if length := Norm(row, 2); length > r.MaxNorm {
				for k := range row {
					row[k] *= r.MaxNorm / length
				}
			}
		}
	}
}

// DropoutMask fills a mask for Workspace.SetMask: each entry is 0 with
// probability p, and 1/(1-p) otherwise. That is inverted dropout: what stays is
// made larger in training, so that the mean signal is the same with all units
// and nothing has to be changed in evaluation.
func DropoutMask(mask Matrix, p float64, r *rand.Rand) {
	kept := 1 / (1 - p)
	for i := range mask.Data {
		mask.Data[i] = kept
		if r.Float64() < p {
			mask.Data[i] = 0
		}
	}
}
