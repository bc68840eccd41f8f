package nn

// Affine is the layer a = Wz + b, from In inputs z to Out outputs a.
type Affine struct {
	W Matrix    // Out x In: row i holds the weights into output i
	B []float64 // one bias per output
}

// NewAffine returns a layer whose weights and biases are all 0. It is also
// the place where Backward gathers the gradients of a layer of that shape.
func NewAffine(in, out int) Affine {
	return Affine{W: NewMatrix(out, in), B: make([]float64, out)}
}

// In returns the number of inputs.
func (l Affine) In() int { return l.W.Cols }

// Out returns the number of outputs.
func (l Affine) Out() int { return l.W.Rows }

// Forward stores Wz + b in dst, which has one place per output and shares no
// memory with z.
func (l Affine) Forward(dst, z []float64) {
	mustMatch(len(z), l.In())
	mustMatch(len(dst), l.Out())
	mustMatch(len(l.B), l.Out())
	for i := range dst {
		dst[i] = Dot(l.W.Row(i), z) + l.B[i]
	}
}

// Backward takes a gradient back through the layer. From the inputs z that
// Forward was given and da = ∂E/∂a it
//
//   - adds ∂E/∂W = da zᵀ to grad.W and ∂E/∂b = da to grad.B, so that the
//     gradients of a batch sum up: clear them first,
//   - stores ∂E/∂z = Wᵀ da in dst, which has one place per input and shares
//     no memory with da. The first layer of a network has no use for it: nil
//     leaves it out.
func (l Affine) Backward(dst []float64, grad Affine, z, da []float64) {
	mustMatch(len(z), l.In())
	mustMatch(len(da), l.Out())
	mustMatch(grad.In(), l.In())
	mustMatch(grad.Out(), l.Out())
	mustMatch(len(grad.B), l.Out())
	for i, d := range da {
		grad.B[i] += d
		row := grad.W.Row(i)
		for j, v := range z {
			row[j] += d * v
		}
	}
	if dst == nil {
		return
	}
	mustMatch(len(dst), l.In())
	clear(dst)
	for i, d := range da {
		for j, w := range l.W.Row(i) {
			dst[j] += d * w
		}
	}
}
