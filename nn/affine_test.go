package nn_test

import (
	"testing"

	"hakseup/nn"
)

// TestWorkedExamples holds the engine against the course's two worked
// examples, true values and the handout's rounded ones, and against the known
// wrong ways to 연습문제 1.
func TestWorkedExamples(t *testing.T) {
	t.Parallel()
	truth := []float64{1, 0}
	example := nn.Affine{W: nn.NewMatrix(2, 2, 0.2, 0.1, 0.3, 0.4), B: []float64{0.7, 0.2}}
	practice := nn.Affine{W: nn.NewMatrix(2, 2, 0.1, 0.9, 0.2, 0.2), B: []float64{0.1, 0.9}}
	for _, c := range []struct {
		name            string
		layer           nn.Affine
		z, truth        []float64
		a, y            [2]string
		mse, ln, common string
	}{
		{
			"worked example", example,
			[]float64{0.5, 0.1},
			truth,
			[2]string{"0.81", "0.39"},
			[2]string{"0.603", "0.397"},
			"0.157", "0.505", "0.219",
		},
		{
			"practice 1", practice,
			[]float64{0.2, 0.4},
			truth,
			[2]string{"0.48", "1.02"},
			[2]string{"0.368", "0.632"},
			"0.399", "0.9992", "0.4339",
		},
		{
			"transposed",
			nn.Affine{W: practice.W.T(), B: practice.B},
			[]float64{0.2, 0.4},
			truth,
			[2]string{"0.20", "1.16"},
			[2]string{"0.277", "0.723"},
			"0.523", "1.284", "0.558",
		},
		{
			"bias forgotten",
			nn.Affine{W: practice.W, B: []float64{0, 0}},
			[]float64{0.2, 0.4},
			truth,
			[2]string{"0.38", "0.12"},
			[2]string{"0.565", "0.435"},
			"0.190", "0.572", "0.248",
		},
		{
			"truth swapped", practice,
			[]float64{0.2, 0.4},
			[]float64{0, 1},
			[2]string{"0.48", "1.02"},
			[2]string{"0.368", "0.632"},
			"0.136", "0.459", "0.199",
		},
	} {
		a := make([]float64, 2)
		c.layer.Forward(a, c.z)
		y := softmax(a, 1)
		for k := range 2 {
			printed(t, c.name+": score", a[k], c.a[k])
			printed(t, c.name+": probability", y[k], c.y[k])
		}
		printed(t, c.name+": MSE", nn.SquaredError(y, c.truth), c.mse)
		printed(t, c.name+": CE, natural", nn.CrossEntropy(y, c.truth), c.ln)
		printed(t, c.name+": CE, log10", nn.CrossEntropyBase(y, c.truth, 10), c.common)
	}
	printed(t, "practice 1: CE, log2", nn.CrossEntropyBase(softmax([]float64{0.48, 1.02}, 1), truth, 2), "1.4415")

	// From the handout's rounded probabilities.
	printed(t, "MSE of (0.1, 0.9)", nn.SquaredError([]float64{0.1, 0.9}, truth), "0.81")
	printed(t, "MSE of (0.8, 0.2)", nn.SquaredError([]float64{0.8, 0.2}, truth), "0.04")
	printed(t, "CE of 0.8, natural", nn.CrossEntropy([]float64{0.8, 0.2}, truth), "0.223")
	printed(t, "CE of 0.8, log10", nn.CrossEntropyBase([]float64{0.8, 0.2}, truth, 10), "0.097")
	printed(t, "CE of 0.37, natural", nn.CrossEntropy([]float64{0.37, 0.63}, truth), "0.994")
	printed(t, "CE of 0.37, log10", nn.CrossEntropyBase([]float64{0.37, 0.63}, truth, 10), "0.4318")
}

func TestAffineBackwardAgainstDifferences(t *testing.T) {
	t.Parallel()
	r := seeded()
	for range 50 {
		in, out := 1+r.IntN(4), 1+r.IntN(4)
		layer := nn.Affine{W: nn.NewMatrix(out, in, draw(r, in*out, 1)...), B: draw(r, out, 1)}
		z, truth, a := draw(r, in, 1), draw(r, out, 1), make([]float64, out)
		// E = ½ Σ (aₖ - tₖ)², as a function of whatever is changed in place.
		loss := func([]float64) float64 {
			layer.Forward(a, z)
			return nn.SquaredError(a, truth)
		}
		da, dz, grad := make([]float64, out), make([]float64, in), nn.NewAffine(in, out)
		loss(nil)
		nn.SquaredErrorGradient(da, a, truth)
		layer.Backward(dz, grad, z, da)
		near(t, "∂E/∂W", grad.W.Data, nn.NumericGradient(loss, layer.W.Data, step), tolerance)
		near(t, "∂E/∂b", grad.B, nn.NumericGradient(loss, layer.B, step), tolerance)
		near(t, "∂E/∂z", dz, nn.NumericGradient(loss, z, step), tolerance)

		// A second sample adds up.
		once := append([]float64(nil), grad.W.Data...)
		layer.Backward(nil, grad, z, da)
		for i := range once {
			same(t, "sum of two gradients", grad.W.Data[i], 2*once[i])
		}
	}
}

// A whole network, layer by layer, as the lessons take it apart: affine,
// sigmoid, affine, softmax with cross entropy.
func TestChainOfLayersAgainstDifferences(t *testing.T) {
	t.Parallel()
	r := seeded()
	first := nn.Affine{W: nn.NewMatrix(4, 3, draw(r, 12, 1)...), B: draw(r, 4, 1)}
	second := nn.Affine{W: nn.NewMatrix(2, 4, draw(r, 8, 1)...), B: draw(r, 2, 1)}
	x, truth := draw(r, 3, 1), []float64{0, 1}
	a1, z, a2 := make([]float64, 4), make([]float64, 4), make([]float64, 2)
	loss := func([]float64) float64 {
		first.Forward(a1, x)
		nn.Sigmoid.Forward(z, a1)
		second.Forward(a2, z)
		return nn.SoftmaxCrossEntropy(a2, truth)
	}
	loss(nil)
	delta2, delta1, dx := softmax(a2, 1), make([]float64, 4), make([]float64, 3)
	grad1, grad2 := nn.NewAffine(3, 4), nn.NewAffine(4, 2)
	nn.SoftmaxCrossEntropyGradient(delta2, delta2, truth)
	second.Backward(delta1, grad2, z, delta2)
	nn.Sigmoid.Backward(delta1, a1, delta1)
	first.Backward(dx, grad1, x, delta1)
	near(t, "first layer's weights", grad1.W.Data, nn.NumericGradient(loss, first.W.Data, step), tolerance)
	near(t, "second layer's weights", grad2.W.Data, nn.NumericGradient(loss, second.W.Data, step), tolerance)
	near(t, "first layer's biases", grad1.B, nn.NumericGradient(loss, first.B, step), tolerance)
	near(t, "inputs", dx, nn.NumericGradient(loss, x, step), tolerance)
}

func TestAffineLengths(t *testing.T) {
	t.Parallel()
	layer := nn.NewAffine(3, 2)
	two, three := make([]float64, 2), make([]float64, 3)
	for name, f := range map[string]func(){
		"input":               func() { layer.Forward(two, two) },
		"output":              func() { layer.Forward(three, three) },
		"biases":              func() { nn.Affine{W: layer.W, B: three}.Forward(two, three) },
		"gradient of another": func() { layer.Backward(three, nn.NewAffine(2, 3), three, two) },
		"backward input":      func() { layer.Backward(three, nn.NewAffine(3, 2), two, two) },
		"backward output":     func() { layer.Backward(three, nn.NewAffine(3, 2), three, three) },
		"backward result":     func() { layer.Backward(two, nn.NewAffine(3, 2), three, two) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			panics(t, "lengths do not match", f)
		})
	}
}

// A training step allocates nothing. (Not parallel: it counts what the whole
// program allocates.)
//
//nolint:paralleltest // see above
func TestDestinationFormsDoNotAllocate(t *testing.T) {
	layer, grad := nn.NewAffine(3, 2), nn.NewAffine(3, 2)
	z, dz := make([]float64, 3), make([]float64, 3)
	a, y, da, truth := make([]float64, 2), make([]float64, 2), make([]float64, 2), []float64{1, 0}
	jacobian := nn.NewMatrix(2, 2)
	allocated := testing.AllocsPerRun(100, func() {
		layer.Forward(a, z)
		nn.Sigmoid.Forward(y, a)
		nn.SquaredErrorGradient(da, y, truth)
		nn.Sigmoid.Backward(da, a, da)
		nn.Softmax(y, a, 1)
		nn.SoftmaxJacobian(jacobian, y, 1)
		nn.CrossEntropyGradient(da, y, truth)
		nn.SoftmaxGradient(da, y, da)
		nn.SoftmaxCrossEntropyGradient(da, y, truth)
		layer.Backward(dz, grad, z, da)
		nn.AddVec(dz, dz, z)
		_ = nn.SquaredError(y, truth) + nn.CrossEntropy(y, truth) + nn.SoftmaxCrossEntropy(a, truth) +
			nn.Norm(z, 2) + nn.Dot(z, z) + nn.Angle(z, z)
	})
	if allocated != 0 {
		t.Errorf("%v allocations, want none", allocated)
	}
}

func BenchmarkAffineForward(b *testing.B) {
	layer := nn.NewAffine(128, 64)
	z, a := make([]float64, 128), make([]float64, 64)
	b.ReportAllocs()
	for b.Loop() {
		layer.Forward(a, z)
	}
}

func BenchmarkAffineBackward(b *testing.B) {
	layer, grad := nn.NewAffine(128, 64), nn.NewAffine(128, 64)
	z, dz, da := make([]float64, 128), make([]float64, 128), make([]float64, 64)
	b.ReportAllocs()
	for b.Loop() {
		layer.Backward(dz, grad, z, da)
	}
}
