package nn_test

import (
	"fmt"
	"math"
	"testing"

	"hakseup/nn"
)

var (
	inf = math.Inf(1)
	nan = math.NaN()

	// huge is a power of two whose square overflows.
	huge = math.Ldexp(1, 600)
)

func TestDot(t *testing.T) {
	t.Parallel()
	same(t, "(2,4,6)·(3,5,7)", nn.Dot([]float64{2, 4, 6}, []float64{3, 5, 7}), 68)
	same(t, "empty", nn.Dot(nil, nil), 0)
	panics(t, "lengths do not match", func() { nn.Dot([]float64{1}, []float64{1, 2}) })
}

func TestNorm(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		x    []float64
		p    float64
		want float64
	}{
		{[]float64{3, -4}, 1, 7},
		{[]float64{3, -4}, 2, 5},
		{[]float64{3, -4}, inf, 4},
		{[]float64{1, 1}, 0.5, 4},
		{[]float64{2, 3, 6}, 2, 7},
		{[]float64{0.1, 0.2, 0.4}, 1, 0.7000000000000001},
		{[]float64{-5, 0, 0}, 3, 5},
		{[]float64{0, 0}, 2, 0},
		{nil, 2, 0},
		{[]float64{3 * huge, 4 * huge}, 2, 5 * huge},
		{[]float64{3 / huge, 4 / huge}, 2, 5 / huge},
		{[]float64{math.MaxFloat64}, 2, math.MaxFloat64},
		{[]float64{math.SmallestNonzeroFloat64}, 2, math.SmallestNonzeroFloat64},
		{[]float64{1, 1}, 1e6, math.Pow(2, 1e-6)},
		{[]float64{0.5, 0.5}, 1e4, 0.5 * math.Pow(2, 1e-4)},
		{[]float64{1, inf}, 2, inf},
		{[]float64{1, -inf}, 3, inf},
		{[]float64{1, nan}, 2, nan},
		{[]float64{nan, 1}, inf, nan},
		{[]float64{inf, nan}, 1, nan},
	} {
		same(t, fmt.Sprintf("|%v|_%v", c.x, c.p), nn.Norm(c.x, c.p), c.want)
	}
	for _, p := range []float64{0, -1, -inf, nan} {
		panics(t, "p of a norm", func() { nn.Norm([]float64{1}, p) })
	}
}

// The p-norm falls as p grows, from the sum of the sizes to the largest one.
func TestNormFallsWithP(t *testing.T) {
	t.Parallel()
	r := seeded()
	for range 100 {
		x := draw(r, 1+r.IntN(5), 3)
		last := inf
		for _, p := range []float64{0.25, 0.5, 1, 1.5, 2, 3, 10, 100, inf} {
			norm := nn.Norm(x, p)
			if norm > last*(1+1e-14) {
				t.Fatalf("|%v|_%v = %v, more than %v for the p before", x, p, norm, last)
			}
			last = norm
		}
	}
}

func TestAddVec(t *testing.T) {
	t.Parallel()
	x := []float64{1, 2}
	nn.AddVec(x, x, []float64{10, 20})
	near(t, "sum", x, []float64{11, 22}, 0)
	panics(t, "lengths do not match", func() { nn.AddVec(make([]float64, 1), x, x) })
	panics(t, "lengths do not match", func() { nn.AddVec(x, x, x[:1]) })
}

func TestAngle(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		x, y []float64
		want float64
	}{
		{[]float64{1, 0}, []float64{0, 5}, math.Pi / 2},
		{[]float64{3, -2}, []float64{2, 3}, math.Pi / 2},
		{[]float64{2, 4}, []float64{1, 2}, 0},
		{[]float64{1, 3}, []float64{-2, -6}, math.Pi},
		{[]float64{1, 0}, []float64{1, 1}, math.Pi / 4},
		{[]float64{1, 0, 0}, []float64{-1, 1, 0}, 3 * math.Pi / 4},
		{[]float64{1, 2, 3}, []float64{2, 4, 6}, 0},
		{[]float64{7}, []float64{-2}, math.Pi},
		{[]float64{0, 0}, []float64{1, 1}, nan},
		{[]float64{1, 1}, []float64{0, 0}, nan},
		{[]float64{nan, 1}, []float64{1, 1}, nan},
		{[]float64{1, 1e-9}, []float64{1, 0}, 1e-9}, // the arc cosine gives 0 here
	} {
		same(t, fmt.Sprintf("angle of %v and %v", c.x, c.y), nn.Angle(c.x, c.y), c.want)
	}
	r := seeded()
	for range 100 {
		x, y := draw(r, 4, 1), draw(r, 4, 1)
		want := math.Acos(nn.Dot(x, y) / (nn.Norm(x, 2) * nn.Norm(y, 2)))
		near(t, "x·y = |x||y| cos θ", []float64{nn.Angle(x, y)}, []float64{want}, 1e-12)
	}
}
