package nn

import "math"

// Softmax stores exp(aₖ/T)/Σ exp(aᵢ/T) in dst: every entry lies between 0
// and 1, and together they make 1. The temperature T is 1 in the plain form;
// a higher one evens the probabilities out, a lower one sharpens them.
//
// The largest score is subtracted first. That changes nothing in the result
// and keeps exp from overflowing.
func Softmax(dst, a []float64, temperature float64) {
	mustMatch(len(dst), len(a))
	largest := math.Inf(-1)
	for _, v := range a {
		largest = math.Max(largest, v)
	}
	sum := 0.0
	for k, v := range a {
		dst[k] = math.Exp((v - largest) / temperature)
		sum += dst[k]
	}
	for k := range dst {
		dst[k] /= sum
	}
}

// SquaredError returns the course's "MSE", ½ Σ (yₖ - tₖ)²: half the sum, not
// the mean, of the squared differences.
func SquaredError(y, t []float64) float64 {
	mustMatch(len(y), len(t))
	sum := 0.0
	for k := range y {
		d := y[k] - t[k]
		sum += d * d
	}
	return sum / 2
}

// CrossEntropy returns -Σ tₖ ln yₖ, in nats. Only the classes with tₖ ≠ 0 count.
func CrossEntropy(y, t []float64) float64 {
	mustMatch(len(y), len(t))
	sum := 0.0
	for k := range y {
		if t[k] != 0 {
			sum -= t[k] * math.Log(y[k])
		}
	}
	return sum
}

// CrossEntropyBase returns the cross entropy with logarithms to the given
// base: math.E as in every library, 10 as on the course's handout, 2 for bits.
func CrossEntropyBase(y, t []float64, base float64) float64 {
	return CrossEntropy(y, t) / math.Log(base)
}
