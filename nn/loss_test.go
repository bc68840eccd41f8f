package nn_test

import (
	"fmt"
	"math"
	"testing"

	"hakseup/nn"
)

func TestSoftmaxOfTheCourse(t *testing.T) {
	t.Parallel()
	y := softmax([]float64{1.5, 3.7}, 1)
	printed(t, "cat", y[0], "0.0998")
	printed(t, "dog", y[1], "0.9002")
}

func TestSoftmaxAtTheEdges(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a           []float64
		temperature float64
		want        []float64
	}{
		{[]float64{1e300, 0}, 1, []float64{1, 0}},
		{[]float64{-1e300, 0}, 1, []float64{0, 1}},
		{[]float64{1000, 1000}, 1, []float64{0.5, 0.5}},
		{[]float64{-1000, -1000, -1000, -1000}, 1, []float64{0.25, 0.25, 0.25, 0.25}},
		{[]float64{math.MaxFloat64, -math.MaxFloat64}, 1, []float64{1, 0}},
		{[]float64{0, -inf}, 1, []float64{1, 0}},
		{[]float64{3, 1}, inf, []float64{0.5, 0.5}},
		{[]float64{3, 1}, 1e-300, []float64{1, 0}},
		{[]float64{7}, 1, []float64{1}},
		{[]float64{inf, 0}, 1, []float64{nan, nan}},
		{[]float64{nan, 0}, 1, []float64{nan, nan}},
		{[]float64{0, 1, nan}, 1, []float64{nan, nan, nan}},
		{nil, 1, nil},
	} {
		got := softmax(c.a, c.temperature)
		for k := range got {
			same(t, fmt.Sprintf("entry %d of softmax(%v) at %v", k, c.a, c.temperature), got[k], c.want[k])
		}
	}
	for _, temperature := range []float64{0, -1, nan} {
		panics(t, "temperature", func() { softmax([]float64{1, 2}, temperature) })
	}
	panics(t, "lengths do not match", func() { nn.Softmax(make([]float64, 1), make([]float64, 2), 1) })
}

// A shift of all scores changes nothing; a temperature is a division.
func TestSoftmaxInvariances(t *testing.T) {
	t.Parallel()
	r := seeded()
	for range 100 {
		a := draw(r, 4, 3)
		y := softmax(a, 1)
		sum, shifted, divided := 0.0, make([]float64, 4), make([]float64, 4)
		for k, v := range a {
			sum += y[k]
			shifted[k], divided[k] = v+10, v/2.5
		}
		near(t, "sum", []float64{sum}, []float64{1}, 1e-15)
		near(t, "shifted", softmax(shifted, 1), y, 1e-14)
		near(t, "temperature", softmax(a, 2.5), softmax(divided, 1), 1e-15)
		nn.Softmax(a, a, 1)
		near(t, "in place", a, y, 0)
	}
}

func TestLossesAtTheEdges(t *testing.T) {
	t.Parallel()
	y, truth := []float64{0, 1}, []float64{1, 0}
	same(t, "squared error", nn.SquaredError(y, truth), 1)
	same(t, "cross entropy of probability 0", nn.CrossEntropy(y, truth), inf)
	same(t, "cross entropy of probability 0, log10", nn.CrossEntropyBase(y, truth, 10), inf)
	same(t, "cross entropy of the truth itself", nn.CrossEntropy(truth, truth), 0)
	same(t, "cross entropy of NaN", nn.CrossEntropy([]float64{nan, 0}, truth), nan)
	same(t, "squared error of NaN", nn.SquaredError([]float64{1, nan}, truth), nan)
	same(t, "base e", nn.CrossEntropyBase([]float64{0.3, 0.7}, truth, math.E), nn.CrossEntropy([]float64{0.3, 0.7}, truth))
	same(t, "2 bits", nn.CrossEntropyBase([]float64{0.25, 0.75}, truth, 2), 2)
	for _, base := range []float64{1, 0.5, 0, -2, nan} {
		panics(t, "base of a logarithm", func() { nn.CrossEntropyBase(y, truth, base) })
	}
	panics(t, "lengths do not match", func() { nn.SquaredError(y, truth[:1]) })
	panics(t, "lengths do not match", func() { nn.CrossEntropy(y, truth[:1]) })
	panics(t, "lengths do not match", func() { nn.SoftmaxCrossEntropy(y, truth[:1]) })
}

func TestSoftmaxCrossEntropy(t *testing.T) {
	t.Parallel()
	r := seeded()
	for range 100 {
		a, truth := draw(r, 4, 3), softmax(draw(r, 4, 1), 1)
		want := nn.CrossEntropy(softmax(a, 1), truth)
		near(t, "from scores", []float64{nn.SoftmaxCrossEntropy(a, truth)}, []float64{want}, 1e-14)
	}
	truth := []float64{1, 0}
	same(t, "where the probability rounds to 0", nn.SoftmaxCrossEntropy([]float64{-2000, 0}, truth), 2000)
	same(t, "certainty", nn.SoftmaxCrossEntropy([]float64{2000, 0}, truth), 0)
	same(t, "score -Inf", nn.SoftmaxCrossEntropy([]float64{-inf, 0}, truth), inf)
	same(t, "score -Inf of another class", nn.SoftmaxCrossEntropy([]float64{0, -inf}, truth), 0)
	same(t, "score +Inf", nn.SoftmaxCrossEntropy([]float64{inf, 0}, truth), nan)
}

func BenchmarkSoftmax(b *testing.B) {
	a := draw(seeded(), 10, 3)
	y := make([]float64, len(a))
	b.ReportAllocs()
	for b.Loop() {
		nn.Softmax(y, a, 1)
	}
}
