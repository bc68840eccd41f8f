package nn

// Affine is the layer a = Wz + b: In inputs z to Out outputs a.
type Affine struct {
	W Matrix    // Out x In: row i holds the weights into output i
	B []float64 // one bias per output
}

// Forward stores Wz + b in dst, which has one place per output.
func (l Affine) Forward(dst, z []float64) {
	mustMatch(len(z), l.W.Cols)
	mustMatch(len(dst), l.W.Rows)
	for i := range dst {
		dst[i] = Dot(l.W.Row(i), z) + l.B[i]
	}
}
