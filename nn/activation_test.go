package nn_test

import (
	"fmt"
	"math"
	"testing"

	"hakseup/nn"
)

func activations() []nn.Activation {
	return []nn.Activation{nn.Identity, nn.Step, nn.StrictStep, nn.Sigmoid, nn.Tanh, nn.ReLU, nn.LeakyReLU}
}

func TestActivationValues(t *testing.T) {
	t.Parallel()
	tiny := math.SmallestNonzeroFloat64
	for _, c := range []struct {
		f              nn.Activation
		x, want, slope float64
	}{
		{nn.Identity, -3, -3, 1},
		{nn.Step, 0, 1, 0},
		{nn.Step, math.Copysign(0, -1), 1, 0},
		{nn.Step, -tiny, 0, 0},
		{nn.StrictStep, 0, 0, 0},
		{nn.StrictStep, tiny, 1, 0},
		{nn.Sigmoid, 0, 0.5, 0.25},
		{nn.Sigmoid, inf, 1, 0},
		{nn.Sigmoid, -inf, 0, 0},
		{nn.Sigmoid, 1000, 1, 0},
		{nn.Sigmoid, -1000, 0, 0},
		{nn.Sigmoid, -740, math.Exp(-740), math.Exp(-740)},
		{nn.Sigmoid, 740, 1, math.Exp(-740)},
		{nn.Sigmoid, 40, 1, math.Exp(-40)},
		{nn.Tanh, 0, 0, 1},
		{nn.Tanh, inf, 1, 0},
		{nn.Tanh, -inf, -1, 0},
		{nn.Tanh, 30, 1, 4 * math.Exp(-60)},
		{nn.ReLU, -2, 0, 0},
		{nn.ReLU, 0, 0, 0},
		{nn.ReLU, 3, 3, 1},
		{nn.ReLU, inf, inf, 1},
		{nn.LeakyReLU, -2, -0.02, 0.01},
		{nn.LeakyReLU, 0, 0, 0.01},
		{nn.LeakyReLU, 3, 3, 1},
	} {
		same(t, fmt.Sprintf("%v(%v)", c.f, c.x), c.f.At(c.x), c.want)
		same(t, fmt.Sprintf("%v'(%v)", c.f, c.x), c.f.Slope(c.x), c.slope)
	}
	for _, f := range activations() {
		same(t, fmt.Sprintf("%v(NaN)", f), f.At(nan), nan)
		same(t, fmt.Sprintf("%v'(NaN)", f), f.Slope(nan), nan)
	}
}

// h' = h(1-h), as it stands in the lessons, and h(-x) = 1 - h(x).
func TestSigmoidIdentities(t *testing.T) {
	t.Parallel()
	r := seeded()
	for range 1000 {
		x := 10 * r.NormFloat64()
		h := nn.Sigmoid.At(x)
		near(t, fmt.Sprintf("h'(%v)", x), []float64{nn.Sigmoid.Slope(x)}, []float64{h * (1 - h)}, 2e-16)
		near(t, fmt.Sprintf("h(%v)", -x), []float64{nn.Sigmoid.At(-x)}, []float64{1 - h}, 3e-16)
		y := nn.Tanh.At(x)
		near(t, fmt.Sprintf("tanh'(%v)", x), []float64{nn.Tanh.Slope(x)}, []float64{1 - y*y}, 5e-16)
	}
}

func TestActivationSlopesAgainstDifferences(t *testing.T) {
	t.Parallel()
	r := seeded()
	for _, f := range activations() {
		for range 200 {
			x := 3 * r.NormFloat64()
			if math.Abs(x) < 2*step { // a kink within reach of the difference
				continue
			}
			want := nn.NumericDerivative(f.At, x, step)
			near(t, fmt.Sprintf("%v'(%v)", f, x), []float64{f.Slope(x)}, []float64{want}, tolerance)
		}
	}
}

func TestActivationForwardAndBackward(t *testing.T) {
	t.Parallel()
	r := seeded()
	for _, f := range activations() {
		a, weights := draw(r, 5, 2), draw(r, 5, 1)
		y := make([]float64, 5)
		f.Forward(y, a)
		for i := range a {
			same(t, fmt.Sprintf("%v forward", f), y[i], f.At(a[i]))
		}
		// E = Σ weightᵢ yᵢ has ∂E/∂y = weights.
		want := nn.NumericGradient(func(a []float64) float64 {
			f.Forward(y, a)
			return nn.Dot(weights, y)
		}, a, step)
		f.Backward(weights, a, weights)
		near(t, fmt.Sprintf("%v backward", f), weights, want, tolerance)
	}
	panics(t, "lengths do not match", func() { nn.ReLU.Forward(make([]float64, 1), make([]float64, 2)) })
	panics(t, "lengths do not match", func() {
		nn.ReLU.Backward(make([]float64, 2), make([]float64, 2), make([]float64, 1))
	})
}

func TestActivationNames(t *testing.T) {
	t.Parallel()
	for _, f := range activations() {
		got, err := nn.ParseActivation(f.String())
		if err != nil || got != f {
			t.Errorf("%v is read as %v, %v", f, got, err)
		}
	}
	if _, err := nn.ParseActivation("swish"); err == nil {
		t.Error("an unknown name is accepted")
	}
	if got := nn.Activation(200).String(); got != "activation(200)" {
		t.Errorf("an unknown activation is called %q", got)
	}
}

func BenchmarkActivation(b *testing.B) {
	a := draw(seeded(), 1024, 2)
	y := make([]float64, len(a))
	for _, f := range activations() {
		b.Run(f.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Forward(y, a)
			}
		})
	}
}
