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

func TestBinaryCrossEntropy(t *testing.T) {
	t.Parallel()
	r := seeded()
	y, got := make([]float64, 3), make([]float64, 3)
	for range 100 {
		a, truth := draw(r, 3, 3), []float64{r.Float64(), 0, 1}
		nn.Sigmoid.Forward(y, a)
		// Yes and no are two classes: of a score and 0.
		want := 0.0
		for k, v := range truth {
			want += nn.SoftmaxCrossEntropy([]float64{a[k], 0}, []float64{v, 1 - v})
		}
		near(t, "binary cross entropy", []float64{nn.BinaryCrossEntropy(y, truth), nn.SigmoidCrossEntropy(a, truth)}, []float64{want, want}, 1e-13)

		nn.SigmoidCrossEntropyGradient(got, y, truth)
		near(t, "its gradient by the scores", got, nn.NumericGradient(func(a []float64) float64 {
			return nn.SigmoidCrossEntropy(a, truth)
		}, a, step), tolerance)
		nn.BinaryCrossEntropyGradient(got, y, truth)
		for k, v := range a {
			got[k] *= nn.Sigmoid.Slope(v)
		}
		nn.SigmoidCrossEntropyGradient(y, y, truth)
		near(t, "both ways", got, y, 1e-11) // 1-y has lost digits where y is near 1
	}
	no, yes := []float64{0}, []float64{1}
	same(t, "sure and wrong", nn.BinaryCrossEntropy(no, yes), inf)
	same(t, "sure and right", nn.BinaryCrossEntropy(yes, yes), 0)
	same(t, "where the probability rounds to 1", nn.SigmoidCrossEntropy([]float64{2000}, no), 2000)
	same(t, "where it rounds to 0", nn.SigmoidCrossEntropy([]float64{-2000}, yes), 2000)
	same(t, "certainty", nn.SigmoidCrossEntropy([]float64{-2000}, no), 0)
	nn.BinaryCrossEntropyGradient(got[:1], yes, yes)
	same(t, "gradient of certainty", got[0], -1)
	nn.BinaryCrossEntropyGradient(got[:1], no, yes)
	same(t, "gradient of certainty that is wrong", got[0], -inf)
	panics(t, "lengths do not match", func() { nn.BinaryCrossEntropy(y, yes) })
	panics(t, "lengths do not match", func() { nn.SigmoidCrossEntropy(y, yes) })
	panics(t, "lengths do not match", func() { nn.BinaryCrossEntropyGradient(y, y, yes) })
}

// A network whose answer is sure and wrong still learns.
func TestSaturatedSigmoidLearns(t *testing.T) {
	t.Parallel()
	n := network(t, seeded(), 1, nn.Dense{Units: 1, Activation: nn.Sigmoid})
	n.Loss = nn.BinaryCrossEntropyLoss
	n.Params[0], n.Params[1] = 0, 100
	x, no := nn.NewMatrix(1, 1, 1), nn.NewMatrix(1, 1, 0)
	w, tr := nn.NewWorkspace(n, 1), n.NewTrace()
	same(t, "loss", w.Gradient(x, no, nil), 100)
	near(t, "gradient", w.Grads, []float64{1, 1}, 0)
	n.Forward(tr, x.Row(0))
	n.Backward(tr, no.Row(0))
	near(t, "in a trace", []float64{tr.Loss, tr.Layers[0].DA[0]}, []float64{100, 1}, 0)
}

func BenchmarkSoftmax(b *testing.B) {
	a := draw(seeded(), 10, 3)
	y := make([]float64, len(a))
	b.ReportAllocs()
	for b.Loop() {
		nn.Softmax(y, a, 1)
	}
}
