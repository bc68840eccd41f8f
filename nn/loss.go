package nn

import "math"

// Softmax stores exp(aₖ/T)/Σ exp(aᵢ/T) in dst: every entry lies between 0
// and 1, and together they make 1 (Bridle 1990). dst may be a. The
// temperature T is 1 in the plain form; a higher one evens the probabilities
// out, a lower one sharpens them, and +Inf makes them all alike. It panics
// unless T > 0.
//
// The largest score is subtracted first. That changes nothing in the result
// and keeps exp from overflowing: finite scores of any size are fine. A score
// of -Inf gets probability 0; +Inf or NaN, or -Inf alone, makes every entry
// NaN.
func Softmax(dst, a []float64, temperature float64) {
	mustMatch(len(dst), len(a))
	if !(temperature > 0) {
		panic("nn: the temperature of softmax must be positive")
	}
	largest := math.Inf(-1)
	for _, v := range a {
		largest = max(largest, v)
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

// CrossEntropy returns -Σ tₖ ln yₖ, in nats. Only the classes with tₖ ≠ 0
// count. It is +Inf when one of these has probability 0: the guess was sure,
// and wrong. SoftmaxCrossEntropy stays finite there.
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
// base: math.E as in every library, 10 as on the course's handout, 2 for
// bits. It panics unless base > 1.
func CrossEntropyBase(y, t []float64, base float64) float64 {
	if !(base > 1) {
		panic("nn: the base of a logarithm must be greater than 1")
	}
	return CrossEntropy(y, t) / math.Log(base)
}

// SoftmaxCrossEntropy returns the cross entropy, in nats, of the softmax of
// the scores a (at temperature 1). It needs no probabilities:
// -ln yₖ = ln Σ exp(aᵢ) - aₖ, which is finite for finite scores even where yₖ
// rounds to 0. A score of +Inf makes it NaN, as with Softmax.
func SoftmaxCrossEntropy(a, t []float64) float64 {
	mustMatch(len(a), len(t))
	largest := math.Inf(-1)
	for _, v := range a {
		largest = max(largest, v)
	}
	sum := 0.0
	for _, v := range a {
		sum += math.Exp(v - largest)
	}
	logSum, loss := math.Log(sum), 0.0
	for k, v := range a {
		if t[k] != 0 {
			loss += t[k] * (logSum - (v - largest))
		}
	}
	return loss
}

// BinaryCrossEntropy returns -Σ (tₖ ln yₖ + (1-tₖ) ln(1-yₖ)), in nats: each
// output says yes with probability yₖ and no with 1-yₖ, and answers a question
// of its own. A single output for two classes is the usual case. It is +Inf
// when an answer was sure, and wrong; SigmoidCrossEntropy stays finite there.
func BinaryCrossEntropy(y, t []float64) float64 {
	mustMatch(len(y), len(t))
	sum := 0.0
	for k := range y {
		if t[k] != 0 {
			sum -= t[k] * math.Log(y[k])
		}
		if t[k] != 1 {
			sum -= (1 - t[k]) * math.Log1p(-y[k])
		}
	}
	return sum
}

// SigmoidCrossEntropy returns the binary cross entropy, in nats, of the sigmoid
// of the scores a. It needs no probabilities: with -ln y = ln(1 + exp(-a)) and
// -ln(1-y) = a + ln(1 + exp(-a)) the loss is Σ (aₖ(1-tₖ) + ln(1 + exp(-aₖ))),
// here written with |a| so that exp never overflows. It is finite for finite
// scores even where y rounds to 0 or 1.
func SigmoidCrossEntropy(a, t []float64) float64 {
	mustMatch(len(a), len(t))
	sum := 0.0
	for k, v := range a {
		sum += max(v, 0) - v*t[k] + math.Log1p(math.Exp(-math.Abs(v)))
	}
	return sum
}
