package nn_test

import (
	"fmt"
	"math"
	"testing"

	"hakseup/nn"
)

// Derivatives that are known are found, to what the step promises.
func TestNumericGradient(t *testing.T) {
	t.Parallel()
	same(t, "of x² at 3, with a step that is exact", nn.NumericDerivative(func(x float64) float64 { return x * x }, 3, 0.5), 6)
	near(t, "exp'(1)", []float64{nn.NumericDerivative(math.Exp, 1, step)}, []float64{math.E}, 1e-10)
	x := []float64{2, -3, 0}
	got := nn.NumericGradient(func(x []float64) float64 { return x[0]*x[1] + math.Sin(x[2]) }, x, step)
	near(t, "xy + sin z", got, []float64{-3, 2, 1}, 1e-9)
	near(t, "the point afterwards", x, []float64{2, -3, 0}, 0)
	for _, h := range []float64{0, -1, nan} {
		panics(t, "step of a difference", func() { nn.NumericDerivative(math.Exp, 1, h) })
	}
}

func TestLossGradientsAgainstDifferences(t *testing.T) {
	t.Parallel()
	r := seeded()
	for range 100 {
		// Scores of a size that keeps every probability away from 0, where
		// the slope of the logarithm is too steep for differences.
		a, truth := draw(r, 3, 1), make([]float64, 3)
		truth[r.IntN(3)] = 1
		if r.IntN(2) == 0 {
			truth = softmax(draw(r, 3, 1), 1)
		}
		y, got := softmax(a, 1), make([]float64, 3)

		squared := func(y []float64) float64 { return nn.SquaredError(y, truth) }
		nn.SquaredErrorGradient(got, y, truth)
		near(t, "squared error", got, nn.NumericGradient(squared, y, step), tolerance)
		nn.SoftmaxGradient(got, y, got)
		near(t, "squared error of softmax", got, nn.NumericGradient(func(a []float64) float64 {
			return squared(softmax(a, 1))
		}, a, step), tolerance)

		entropy := func(y []float64) float64 { return nn.CrossEntropy(y, truth) }
		nn.CrossEntropyGradient(got, y, truth)
		near(t, "cross entropy", got, nn.NumericGradient(entropy, y, 1e-6), 1e-6)
		nn.SoftmaxGradient(got, y, got)
		want := nn.NumericGradient(func(a []float64) float64 { return nn.SoftmaxCrossEntropy(a, truth) }, a, step)
		near(t, "cross entropy of softmax", got, want, tolerance)
		nn.SoftmaxCrossEntropyGradient(got, y, truth)
		near(t, "both at once", got, want, tolerance)
	}
}

func TestLossGradientsAtTheEdges(t *testing.T) {
	t.Parallel()
	got := make([]float64, 2)
	nn.CrossEntropyGradient(got, []float64{0, 0}, []float64{1, 0})
	same(t, "of the true class at probability 0", got[0], -inf)
	same(t, "of another class at probability 0", got[1], 0)
	// The fused form is finite where the two steps are not.
	nn.SoftmaxCrossEntropyGradient(got, softmax([]float64{-2000, 0}, 1), []float64{1, 0})
	near(t, "fused", got, []float64{-1, 1}, 0)
	short := make([]float64, 1)
	panics(t, "lengths do not match", func() { nn.SquaredErrorGradient(short, got, got) })
	panics(t, "lengths do not match", func() { nn.CrossEntropyGradient(short, got, got) })
	panics(t, "lengths do not match", func() { nn.SoftmaxGradient(short, got, got) })
}

func TestSoftmaxJacobian(t *testing.T) {
	t.Parallel()
	r := seeded()
	for _, temperature := range []float64{0.5, 1, 2.5} {
		a := draw(r, 4, 1)
		y, j := softmax(a, temperature), nn.NewMatrix(4, 4)
		nn.SoftmaxJacobian(j, y, temperature)
		for i := range y {
			want := nn.NumericGradient(func(a []float64) float64 { return softmax(a, temperature)[i] }, a, step)
			near(t, fmt.Sprintf("row %d at temperature %v", i, temperature), j.Row(i), want, tolerance)
			near(t, "sum of a row", []float64{nn.Dot(j.Row(i), []float64{1, 1, 1, 1})}, []float64{0}, 1e-15)
		}
		near(t, "transpose", j.T().Data, j.Data, 0)
	}
	y := []float64{0.5, 0.5}
	panics(t, "temperature", func() { nn.SoftmaxJacobian(nn.NewMatrix(2, 2), y, 0) })
	panics(t, "lengths do not match", func() { nn.SoftmaxJacobian(nn.NewMatrix(2, 3), y, 1) })
}
