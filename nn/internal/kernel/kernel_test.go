package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func draw(r *rand.Rand, n int) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = r.NormFloat64()
	}
	return x
}

// special returns n numbers with zeros, infinities and NaN among them.
func special(r *rand.Rand, n int) []float64 {
	odd := []float64{0, math.Copysign(0, -1), math.Inf(1), math.Inf(-1), math.NaN(), -math.NaN(), 1e-310, 1e300, -1e300, -708.5, 20}
	x := make([]float64, n)
	for i := range x {
		x[i] = 10 * r.NormFloat64()
		if r.IntN(3) == 0 {
			x[i] = odd[r.IntN(len(odd))]
		}
	}
	return x
}

func agree(t *testing.T, what string, vector, plain []float64) {
	t.Helper()
	for i := range plain {
		if !identical(vector[i], plain[i]) {
			t.Fatalf("%s: entry %d is %v by vectors, %v in Go", what, i, vector[i], plain[i])
		}
	}
}

// The two versions of every kernel agree bit for bit, so the tests below hold
// for both; they run the one that this machine uses. Without AVX2 that is the
// Go version itself.

func TestMatrixKernelsAgree(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 1))
	for range 400 {
		rows, inner, lanes := 1+r.IntN(11), 1+r.IntN(11), 4*(1+r.IntN(7))
		name := fmt.Sprintf("%dx%d, %d lanes", rows, inner, lanes)
		w, b, x, d := draw(r, rows*inner), draw(r, rows), draw(r, inner*lanes), draw(r, rows*lanes)

		z, want := draw(r, rows*lanes), make([]float64, rows*lanes)
		Affine(z, w, b, x, inner, lanes)
		matMul(want, w, b, x, rows, inner, lanes, inner, 1)
		agree(t, name+" affine", z, want)

		dx, wantX := draw(r, inner*lanes), make([]float64, inner*lanes)
		AffineBack(dx, w, d, inner, lanes)
		matMul(wantX, w, nil, d, inner, rows, lanes, 1, inner)
		agree(t, name+" affine back", dx, wantX)

		gw, wantW, gb, wantB := draw(r, rows*inner), make([]float64, rows*inner), draw(r, rows), make([]float64, rows)
		Outer(gw, gb, d, x, inner, lanes)
		outer(wantW, d, x, rows, inner, lanes)
		sumLanes(wantB, d, lanes)
		agree(t, name+" outer", gw, wantW)
		agree(t, name+" sums of lanes", gb, wantB)
	}
}

func TestActivationKernelsAgree(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(2, 2))
	for n := range 300 {
		for _, c := range []struct {
			name string
			all  func([]float64)
			one  func(float64) float64
		}{{"tanh", Tanh, TanhOf}, {"sigmoid", Sigmoid, SigmoidOf}, {"relu", ReLU, reluOf}} {
			for _, x := range [][]float64{draw(r, n), special(r, n)} {
				want := slices.Clone(x)
				for i, v := range x {
					want[i] = c.one(v)
				}
				c.all(x)
				agree(t, c.name, x, want)
			}
		}
		for _, c := range []struct {
			name string
			all  func(d, z []float64)
			one  func(d, z float64) float64
		}{{"tanh", TanhBack, tanhBack}, {"sigmoid", SigmoidBack, sigmoidBack}, {"relu", ReLUBack, reluBack}} {
			d, z := draw(r, n), special(r, n)
			want := slices.Clone(d)
			for i := range d {
				want[i] = c.one(d[i], z[i])
			}
			c.all(d, z)
			agree(t, c.name+" back", d, want)
		}
	}
}

func TestAdamKernelsAgree(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 3))
	for n := range 40 {
		p, m, v := draw(r, n), draw(r, n), make([]float64, n)
		p2, m2, v2 := slices.Clone(p), slices.Clone(m), slices.Clone(v)
		for range 3 {
			g := draw(r, n)
			c := &AdamStep{Rate: r.Float64(), Beta1: 0.9, Beta2: 0.999, Scale2: 1 + r.Float64(), Delta: 1e-8}
			Adam(p, g, m, v, c)
			adam(p2, g, m2, v2, c)
		}
		agree(t, "parameters", p, p2)
		agree(t, "first moment", m, m2)
		agree(t, "second moment", v, v2)
	}
}

func TestFinite(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(9, 9))
	for n := range 20 {
		x := draw(r, n)
		if !Finite(x) {
			t.Errorf("%v are not finite", x)
		}
		for i := range x {
			for _, odd := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
				y := slices.Clone(x)
				if y[i] = odd; Finite(y) {
					t.Errorf("%v are finite", y)
				}
			}
			x[i] = []float64{0, math.Copysign(0, -1), math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64}[r.IntN(5)]
		}
	}
}

// Plain loops, as in a textbook: what the kernels mean.
func TestMatrixKernelsAgainstTextbook(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 4))
	const rows, inner, lanes = 5, 7, 12
	w, b, x, d := draw(r, rows*inner), draw(r, rows), draw(r, inner*lanes), draw(r, rows*lanes)
	z, dx, gw, gb := make([]float64, rows*lanes), make([]float64, inner*lanes), make([]float64, rows*inner), make([]float64, rows)
	Affine(z, w, b, x, inner, lanes)
	AffineBack(dx, w, d, inner, lanes)
	Outer(gw, gb, d, x, inner, lanes)
	for i := range rows {
		for s := range lanes {
			want := b[i]
			for k := range inner {
				want += w[i*inner+k] * x[k*lanes+s]
			}
			near(t, "Wx + b", z[i*lanes+s], want)
		}
		want := 0.0
		for s := range lanes {
			want += d[i*lanes+s]
		}
		near(t, "Σ d", gb[i], want)
	}
	for k := range inner {
		for s := range lanes {
			want := 0.0
			for i := range rows {
				want += w[i*inner+k] * d[i*lanes+s]
			}
			near(t, "Wᵀd", dx[k*lanes+s], want)
		}
		for i := range rows {
			want := 0.0
			for s := range lanes {
				want += d[i*lanes+s] * x[k*lanes+s]
			}
			near(t, "Σ d xᵀ", gw[i*inner+k], want)
		}
	}
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-14 {
		t.Fatalf("%s is %v, want %v", what, got, want)
	}
}

func TestGather(t *testing.T) {
	t.Parallel()
	src := []float64{0, 1, 10, 11, 20, 21, 30, 31, 40, 41, 50, 51} // six samples of two
	for _, rows := range [][]int{nil, {5, 0, 0, 3, 2, 1, 4}, {2}} {
		count := len(rows)
		if rows == nil {
			count = 6
		}
		lanes := Lanes(count)
		got := draw(rand.New(rand.NewPCG(5, 5)), 2*lanes)
		Gather(got, src, rows, count, 2, lanes)
		for j := range 2 {
			for s := range lanes {
				want := 0.0
				switch {
				case s < count && rows == nil:
					want = float64(10*s + j)
				case s < count:
					want = float64(10*rows[s] + j)
				}
				if got[j*lanes+s] != want {
					t.Errorf("rows %v: column %d of sample %d is %v, want %v", rows, j, s, got[j*lanes+s], want)
				}
			}
		}
	}
}

func TestSizesMustFit(t *testing.T) {
	t.Parallel()
	four := make([]float64, 4)
	for name, f := range map[string]func(){
		"affine":      func() { Affine(four, four, four, four, 4, 4) },
		"affine back": func() { AffineBack(four, four[:3], four, 1, 4) },
		"outer":       func() { Outer(four, four, four, four, 4, 4) },
		"empty":       func() { Affine(nil, nil, nil, nil, 0, 4) },
		"lanes":       func() { Affine(four[:3], four[:1], four[:1], four[:3], 1, 3) },
		"slopes":      func() { TanhBack(four, four[:3]) },
		"adam":        func() { Adam(four, four, four[:3], four, &AdamStep{}) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s takes sizes that do not fit", name)
				}
			}()
			f()
		}()
	}
}

func BenchmarkActivations(b *testing.B) {
	x := draw(rand.New(rand.NewPCG(6, 6)), 1024)
	y := make([]float64, len(x))
	for _, c := range []struct {
		name string
		f    func([]float64)
	}{
		{"tanh", Tanh},
		{"tanh-go", func(x []float64) {
			for i, v := range x {
				x[i] = TanhOf(v)
			}
		}},
		{"tanh-math", func(x []float64) {
			for i, v := range x {
				x[i] = math.Tanh(v)
			}
		}},
		{"sigmoid", Sigmoid},
		{"relu", ReLU},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				copy(y, x)
				c.f(y)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(x)), "ns/value")
		})
	}
}
