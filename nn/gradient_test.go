package nn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestLossGradients holds every gradient against central differences.
func TestLossGradients(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		a, y, truth := make([]float64, 3), make([]float64, 3), make([]float64, 3)
		for k := range a {
			a[k] = 2 * r.NormFloat64()
		}
		truth[r.IntN(3)] = 1
		Softmax(y, a, 1)
		got := make([]float64, 3)

		SquaredErrorGradient(got, y, truth)
		near(t, "squared error", got, differences(y, func(y []float64) float64 { return SquaredError(y, truth) }))
		SoftmaxGradient(got, y, got)
		near(t, "squared error of softmax", got, differences(a, func(a []float64) float64 {
			return SquaredError(softmaxed(a), truth)
		}))

		CrossEntropyGradient(got, y, truth)
		near(t, "cross entropy", got, differences(y, func(y []float64) float64 { return CrossEntropy(y, truth) }))
		SoftmaxGradient(got, y, got)
		want := differences(a, func(a []float64) float64 { return CrossEntropy(softmaxed(a), truth) })
		near(t, "cross entropy of softmax", got, want)
		SoftmaxCrossEntropyGradient(got, y, truth)
		near(t, "both at once", got, want)
	}
}

func softmaxed(a []float64) []float64 {
	y := make([]float64, len(a))
	Softmax(y, a, 1)
	return y
}

// differences returns the gradient of f at x by central differences.
func differences(x []float64, f func([]float64) float64) []float64 {
	const h = 1e-6
	g := make([]float64, len(x))
	for k, v := range x {
		step := h * math.Min(1, math.Abs(v)+1e-4)
		x[k] = v + step
		up := f(x)
		x[k] = v - step
		g[k] = (up - f(x)) / (2 * step)
		x[k] = v
	}
	return g
}

func near(t *testing.T, what string, got, want []float64) {
	t.Helper()
	for k := range got {
		if math.Abs(got[k]-want[k]) > 1e-3*(1+math.Abs(want[k])) {
			t.Fatalf("%s: got %v, want %v", what, got, want)
		}
	}
}
