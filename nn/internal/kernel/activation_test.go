package kernel

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

const precision = 200 // bits of the reference values

func exact(x float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(x) }

// bigExp returns exp(x) to more than 150 bits, by the series for x/2¹², squared
// twelve times. |x| is at most 1500.
func bigExp(x *big.Float) *big.Float {
	const halvings = 12
	small := new(big.Float).SetPrec(precision).SetMantExp(x, -halvings)
	sum, term := exact(1), exact(1)
	for n := 1; n <= 60; n++ {
		term.Mul(term, small)
		term.Quo(term, exact(float64(n)))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum
}

// ulps returns the distance between got and the truth in units of the last
// place of the truth, as a float64 would have it.
func ulps(got float64, truth *big.Float) float64 {
	rounded, _ := truth.Float64()
	_, exponent := math.Frexp(rounded)
	unit := math.Ldexp(1, max(exponent-53, -1074))
	difference, _ := new(big.Float).Sub(exact(got), truth).Float64()
	return math.Abs(difference) / unit
}

func bigTanh(x float64) *big.Float {
	e := bigExp(exact(2 * x))
	up, down := new(big.Float).SetPrec(precision).Sub(e, exact(1)), new(big.Float).SetPrec(precision).Add(e, exact(1))
	return up.Quo(up, down)
}

func bigSigmoid(x float64) *big.Float {
	e := bigExp(exact(-x))
	return e.Quo(exact(1), e.Add(e, exact(1)))
}

// points returns numbers of either sign and every size up to limit, and more
// where the functions bend.
func points(limit float64) []float64 {
	r := rand.New(rand.NewPCG(7, 7))
	x := []float64{limit, -limit}
	for k := -6.0; k <= 6; k++ { // where the reduction of exp turns over
		for d := -2.0; d <= 2; d++ {
			x = append(x, (k+0.5)*math.Ln2/2+d*1e-16)
		}
	}
	for range 4000 {
		sign := 1 - 2*float64(r.IntN(2))
		x = append(x, 3*r.NormFloat64(), sign*math.Exp(math.Log(limit)-20*r.Float64()), limit*(2*r.Float64()-1))
	}
	return x
}

func TestErrorBounds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		limit float64
		f     func(float64) float64
		truth func(float64) *big.Float
		other func(float64) float64
	}{
		{"tanh", 25, TanhOf, bigTanh, math.Tanh},
		{"sigmoid", 708, SigmoidOf, bigSigmoid, func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }},
	} {
		worst, where, others := 0.0, 0.0, 0.0
		for _, x := range points(c.limit) {
			truth := c.truth(x)
			if e := ulps(c.f(x), truth); !(e <= worst) {
				worst, where = e, x
			}
			others = max(others, ulps(c.other(x), truth))
		}
		t.Logf("%s: at most %.2f units in the last place off, at %v; package math: %.2f", c.name, worst, where, others)
		if !(worst <= bound) {
			t.Errorf("%s(%v) is %v units in the last place off", c.name, where, worst)
		}
	}
}

// bound is the greatest error that activation.go promises.
const bound = 2.5

// Against package math at many more points. Its own error is added.
func TestActivationsAgainstMath(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(8, 8))
	for range 200_000 {
		x := 12 * r.NormFloat64()
		for _, c := range []struct{ got, want float64 }{
			{TanhOf(x), math.Tanh(x)},
			{SigmoidOf(x), 1 / (1 + math.Exp(-x))},
		} {
			if !(math.Abs(c.got-c.want) <= 6*0x1p-53*math.Abs(c.want)*2) {
				t.Fatalf("at %v: %v, package math has %v", x, c.got, c.want)
			}
		}
	}
}

func TestActivationsAtTheEdges(t *testing.T) {
	t.Parallel()
	inf, tiny := math.Inf(1), math.SmallestNonzeroFloat64
	for _, c := range []struct {
		name string
		f    func(float64) float64
		x    float64
		want float64
	}{
		{"tanh", TanhOf, 0, 0},
		{"tanh", TanhOf, math.Copysign(0, -1), math.Copysign(0, -1)},
		{"tanh", TanhOf, tiny, tiny},
		{"tanh", TanhOf, -1e-300, -1e-300},
		{"tanh", TanhOf, 20, 1},
		{"tanh", TanhOf, math.MaxFloat64, 1},
		{"tanh", TanhOf, -inf, -1},
		{"tanh", TanhOf, math.NaN(), math.NaN()},
		{"sigmoid", SigmoidOf, 0, 0.5},
		{"sigmoid", SigmoidOf, math.Copysign(0, -1), 0.5},
		{"sigmoid", SigmoidOf, 40, 1},
		{"sigmoid", SigmoidOf, inf, 1},
		{"sigmoid", SigmoidOf, math.NaN(), math.NaN()},
		{"relu", reluOf, -2, 0},
		{"relu", reluOf, 2, 2},
		{"relu", reluOf, -inf, 0},
		{"relu", reluOf, inf, inf},
		{"relu", reluOf, math.NaN(), math.NaN()},
	} {
		if got := c.f(c.x); !identical(got, c.want) {
			t.Errorf("%s(%v) is %v, want %v", c.name, c.x, got, c.want)
		}
	}
	for _, x := range []float64{-709, -1e10, -inf} {
		if got := SigmoidOf(x); !(got > 0 && got < 4e-308) {
			t.Errorf("sigmoid(%v) is %v", x, got)
		}
	}
}

// identical compares bit for bit, except that every NaN is the same.
func identical(a, b float64) bool {
	return math.Float64bits(a) == math.Float64bits(b) || math.IsNaN(a) && math.IsNaN(b)
}
