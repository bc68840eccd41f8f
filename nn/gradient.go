package nn

// SquaredErrorGradient stores ∂E/∂y = y - t of the squared error in dst.
func SquaredErrorGradient(dst, y, t []float64) {
	mustMatch(len(y), len(t))
	mustMatch(len(dst), len(y))
	for k := range y {
		dst[k] = y[k] - t[k]
	}
}

// CrossEntropyGradient stores ∂E/∂y = -t/y of the cross entropy (in nats) in
// dst. It is 0 where t is, whatever y.
func CrossEntropyGradient(dst, y, t []float64) {
	mustMatch(len(y), len(t))
	mustMatch(len(dst), len(y))
	for k := range y {
		dst[k] = 0
		if t[k] != 0 {
			dst[k] = -t[k] / y[k]
		}
	}
}

// SoftmaxGradient takes a gradient back through softmax (at temperature 1):
// from its output y and ∂E/∂y it stores ∂E/∂aᵢ = yᵢ (∂E/∂yᵢ - Σ yₖ ∂E/∂yₖ) in
// dst, which may be the same slice as dy.
func SoftmaxGradient(dst, y, dy []float64) {
	mustMatch(len(dst), len(y))
	mean := Dot(y, dy)
	for i := range y {
		dst[i] = y[i] * (dy[i] - mean)
	}
}

// SoftmaxCrossEntropyGradient stores ∂E/∂a = y - t in dst: softmax and cross
// entropy (in nats) taken together, for a truth t that sums to 1.
func SoftmaxCrossEntropyGradient(dst, y, t []float64) { SquaredErrorGradient(dst, y, t) }
