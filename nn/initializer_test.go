package nn_test

import (
	"math"
	"slices"
	"testing"

	"hakseup/nn"
)

// moments returns mean, standard deviation and kurtosis: 3 for the normal
// distribution, 1.8 for the uniform one.
func moments(x []float64) (mean, std, kurtosis float64) {
	for _, v := range x {
		mean += v / float64(len(x))
	}
	second, fourth := 0.0, 0.0
	for _, v := range x {
		d := (v - mean) * (v - mean)
		second += d / float64(len(x))
		fourth += d * d / float64(len(x))
	}
	return mean, math.Sqrt(second), fourth / (second * second)
}

// The spread of 400 x 100 weights. A mean of n numbers strays by std/√n, a
// standard deviation by std/√2n or less: five times that is allowed.
func TestInitializers(t *testing.T) {
	t.Parallel()
	const in, out = 400, 100
	for _, c := range []struct {
		init          nn.Initializer
		std, kurtosis float64
	}{
		{nn.NormalInit{Std: 0.01}, 0.01, 3},
		{nn.NormalInit{Std: 1}, 1, 3},
		{nn.UniformInit{Limit: 0.3}, 0.3 / math.Sqrt(3), 1.8},
		{nn.XavierInit{}, math.Sqrt(2. / 500), 3},
		{nn.SimpleInit{}, 1. / 20, 3},
		{nn.HeInit{}, math.Sqrt(2. / 400), 3},
	} {
		w := nn.NewMatrix(out, in)
		c.init.Fill(w, seeded())
		mean, std, kurtosis := moments(w.Data)
		strays := 5 * c.std / math.Sqrt(in*out)
		if math.Abs(mean) > strays || math.Abs(std-c.std) > strays/math.Sqrt2 || math.Abs(kurtosis-c.kurtosis) > 0.15 {
			t.Errorf("%#v: mean %v, std %v, kurtosis %v; want 0, %v, %v", c.init, mean, std, kurtosis, c.std, c.kurtosis)
		}
		if u, ok := c.init.(nn.UniformInit); ok && (slices.Max(w.Data) > u.Limit || slices.Min(w.Data) < -u.Limit) {
			t.Errorf("%#v leaves its limits", c.init)
		}
	}
	for init, want := range map[nn.Initializer]float64{nn.ZeroInit{}: 0, nn.ConstantInit{Value: 0.25}: 0.25} {
		w := nn.NewMatrix(2, 3, draw(seeded(), 6, 1)...)
		init.Fill(w, seeded())
		if !slices.Equal(w.Data, []float64{want, want, want, want, want, want}) {
			t.Errorf("%#v: %v", init, w.Data)
		}
	}
	if (nn.XavierInit{}).Std(9, 9) != (nn.SimpleInit{}).Std(9, 9) {
		t.Error("Xavier and the simple form differ for as many inputs as outputs")
	}
}

func TestInit(t *testing.T) {
	t.Parallel()
	build := func(seed uint64, layers ...nn.Dense) *nn.MLP {
		n := network(t, seeded(), 3, layers...)
		n.Init(nn.HeInit{}, seed)
		return n
	}
	five, two := nn.Dense{Units: 5}, nn.Dense{Units: 2}
	n := build(1, five, five, two)
	if again := build(1, five, five, two); !slices.Equal(n.Params, again.Params) {
		t.Error("the same seed gives other weights")
	}
	if other := build(2, five, five, two); n.Layers[0].W.At(0, 0) == other.Layers[0].W.At(0, 0) {
		t.Error("another seed gives the same weights")
	}
	if short := build(1, five, two); !slices.Equal(n.Layers[0].W.Data, short.Layers[0].W.Data) {
		t.Error("the first layer depends on the ones after it")
	}
	if slices.Equal(n.Layers[0].W.Data[:6], n.Layers[1].W.Data[:6]) {
		t.Error("two layers draw the same numbers")
	}
	for i, l := range n.Layers {
		if nn.Norm(l.B, 1) != 0 {
			t.Errorf("layer %d has biases %v", i, l.B)
		}
	}
}

// No two streams start alike, however near their seeds, purposes and indices.
func TestStreams(t *testing.T) {
	t.Parallel()
	seen := map[uint64][3]uint64{}
	for seed := range uint64(20) {
		for purpose := range uint64(6) {
			for index := range uint64(50) {
				first := nn.First(seed, purpose, index)
				if other, ok := seen[first]; ok {
					t.Fatalf("the streams %v and %v start alike", other, [3]uint64{seed, purpose, index})
				}
				seen[first] = [3]uint64{seed, purpose, index}
			}
		}
	}
}
