package nn

// SquaredErrorGradient stores ∂E/∂yₖ = yₖ - tₖ of the squared error in dst,
// which may be y or t.
func SquaredErrorGradient(dst, y, t []float64) {
	mustMatch(len(y), len(t))
	mustMatch(len(dst), len(y))
	for k := range y {
		dst[k] = y[k] - t[k]
	}
}

// CrossEntropyGradient stores ∂E/∂yₖ = -tₖ/yₖ of the cross entropy (in nats)
// in dst, which may be y or t. It is 0 where t is, whatever y, and -Inf where
// y is 0 and t > 0.
func CrossEntropyGradient(dst, y, t []float64) {
	mustMatch(len(y), len(t))
	mustMatch(len(dst), len(y))
	for k := range y {
		if t[k] == 0 {
			dst[k] = 0
			continue
		}
		dst[k] = -t[k] / y[k]
	}
}

// SoftmaxGradient takes a gradient back through softmax (at temperature 1):
// from its output y and dy = ∂E/∂y it stores
// ∂E/∂aᵢ = yᵢ (∂E/∂yᵢ - Σ yₖ ∂E/∂yₖ) in dst, which may be y or dy. That is
// the product of SoftmaxJacobian and dy, without the matrix.
func SoftmaxGradient(dst, y, dy []float64) {
	mustMatch(len(dst), len(y))
	mean := Dot(y, dy)
	for i := range y {
		dst[i] = y[i] * (dy[i] - mean)
	}
}

// SoftmaxJacobian stores every ∂yᵢ/∂aⱼ of softmax at the given temperature T
// in row i and column j of dst, an n x n matrix for an output y of n entries:
// yᵢ(1 - yᵢ)/T on the diagonal and -yᵢyⱼ/T elsewhere. It is symmetric, and
// every row sums to 0: what one class wins, the others lose. It panics unless
// T > 0.
func SoftmaxJacobian(dst Matrix, y []float64, temperature float64) {
	mustMatch(dst.Rows, len(y))
	mustMatch(dst.Cols, len(y))
	if !(temperature > 0) {
		panic("nn: the temperature of softmax must be positive")
	}
	for i, yi := range y {
		row := dst.Row(i)
		for j, yj := range y {
			row[j] = -yi * yj / temperature
		}
		row[i] = yi * (1 - yi) / temperature
	}
}

// SoftmaxCrossEntropyGradient stores ∂E/∂a = y - t in dst, which may be y or
// t: softmax (at temperature 1) and cross entropy (in nats) taken together,
// for the softmax's output y and a truth t that sums to 1.
func SoftmaxCrossEntropyGradient(dst, y, t []float64) { SquaredErrorGradient(dst, y, t) }

// BinaryCrossEntropyGradient stores ∂E/∂yₖ = (1-tₖ)/(1-yₖ) - tₖ/yₖ of the binary
// cross entropy (in nats) in dst, which may be y or t. A term whose factor is 0
// adds nothing, whatever y.
func BinaryCrossEntropyGradient(dst, y, t []float64) {
	mustMatch(len(y), len(t))
	mustMatch(len(dst), len(y))
	for k := range y {
		yes, no := t[k], 1-t[k]
		if yes != 0 {
			yes /= y[k]
		}
		if no != 0 {
			no /= 1 - y[k]
		}
		dst[k] = no - yes
	}
}

// SigmoidCrossEntropyGradient stores ∂E/∂a = y - t in dst, which may be y or t:
// sigmoid and binary cross entropy (in nats) taken together, for the sigmoid's
// output y.
func SigmoidCrossEntropyGradient(dst, y, t []float64) { SquaredErrorGradient(dst, y, t) }
