package kernel

import "math"

// Tanh replaces every entry of x by its hyperbolic tangent, Sigmoid by
// 1/(1+exp(-x)), and ReLU by max(0, x). NaN stays NaN.
//
// The results of Tanh lie within 2.5 units in the last place of the truth, those
// of Sigmoid as well as long as x ≥ -708; further down, where the truth is less
// than 4e-308, it is that number.
func Tanh(x []float64) { unary(x, tanhAVX2, TanhOf) }

// Sigmoid is described at Tanh.
func Sigmoid(x []float64) { unary(x, sigmoidAVX2, SigmoidOf) }

// ReLU is described at Tanh.
func ReLU(x []float64) { unary(x, reluAVX2, reluOf) }

// TanhBack multiplies every entry of d by the slope of tanh, 1 - z², told from
// its value z; SigmoidBack by that of the sigmoid, z - z²; ReLUBack by that of
// ReLU, 1 where z > 0, else 0.
func TanhBack(d, z []float64) { binary(d, z, tanhBackAVX2, tanhBack) }

// SigmoidBack is described at TanhBack.
func SigmoidBack(d, z []float64) { binary(d, z, sigmoidBackAVX2, sigmoidBack) }

// ReLUBack is described at TanhBack.
func ReLUBack(d, z []float64) { binary(d, z, reluBackAVX2, reluBack) }

// unary applies a function to every entry of x, by vectors where it can.
func unary(x []float64, vector func(x *float64, n int), f func(float64) float64) {
	n := 0
	if fast && len(x) >= width {
		n = len(x) &^ (width - 1)
		vector(&x[0], n)
	}
	for i, v := range x[n:] {
		x[n+i] = f(v)
	}
}

func binary(d, z []float64, vector func(d, z *float64, n int), f func(d, z float64) float64) {
	mustMatch(len(d), len(z))
	n := 0
	if fast && len(d) >= width {
		n = len(d) &^ (width - 1)
		vector(&d[0], &z[0], n)
	}
	for i, v := range z[n:] {
		d[n+i] = f(d[n+i], v)
	}
}

// constants are what exp needs; the assembly reads them from here.
//
//nolint:gochecknoglobals // nobody writes to it
var constants = [...]float64{
	math.Log2E,
	0x1.8p52,              // shift: adding it rounds to a whole number
	0x1.62e42fefa39efp-01, // ln 2, to 53 bits
	0x1.abc9e3b39803fp-56, // the rest of ln 2
	1,                     //
	2,                     //
	20,                    // from here on tanh is 1
	708,                   // exp(-708) is still a normal number
	1.0 / (1 * 2),         // the series of exp: 1/2!, 1/3!, … 1/13!
	1.0 / (1 * 2 * 3),     //
	1.0 / 24, 1.0 / 120,   //
	1.0 / 720, 1.0 / 5040, //
	1.0 / 40320, 1.0 / 362880,
	1.0 / 3628800, 1.0 / 39916800,
	1.0 / 479001600, 1.0 / 6227020800,
}

// split takes exp(x), for |x| ≤ 708, apart as 2ᵏ(1 + p) with |p| < 1/2: k is
// the whole number next to x/ln 2, and p = exp(r) - 1 for what is left over,
// r = x - k ln 2, which lies between -ln(2)/2 and ln(2)/2. There its Taylor
// series r + r²/2! + … + r¹³/13! is exact but for rounding: the first term left
// out is r·r¹³/14!, less than 2e-17 r.
func split(x float64) (scale, p float64) {
	log2e, shift, ln2hi, ln2lo, c := constants[0], constants[1], constants[2], constants[3], constants[8:20]
	// Adding shift leaves no room for a fraction: the last bits of the sum are
	// k, moved from there to the exponent they make 2ᵏ.
	shifted := math.FMA(x, log2e, shift)
	k := shifted - shift
	scale = math.Float64frombits(math.Float64bits(shifted)<<52 + math.Float64bits(1))
	r := math.FMA(-k, ln2hi, x)
	r = math.FMA(-k, ln2lo, r)
	// Even and odd terms apart: two short chains instead of one long one.
	square := r * r
	even, odd := c[10], c[11]
	for i := 8; i >= 0; i -= 2 {
		even = math.FMA(even, square, c[i])
		odd = math.FMA(odd, square, c[i+1])
	}
	return scale, math.FMA(math.FMA(odd, r, even), square, r)
}

// TanhOf returns tanh x = t/(t + 2) for t = exp(2x) - 1, taken at |x|: t keeps
// its digits where x is small.
func TanhOf(x float64) float64 {
	size := math.Abs(x)
	if size > 20 {
		size = 20
	}
	scale, p := split(2 * size)
	t := math.FMA(scale, p, scale-1)
	return math.Copysign(t/(t+2), x)
}

// SigmoidOf returns 1/(1 + e) for e = exp(-|x|), or e/(1 + e) when x is
// negative: e keeps its digits where it is small.
func SigmoidOf(x float64) float64 {
	size := math.Abs(x)
	if size > 708 {
		size = 708
	}
	scale, p := split(-size)
	e := math.FMA(scale, p, scale)
	if math.Signbit(x) {
		return e / (1 + e)
	}
	return 1 / (1 + e)
}

func reluOf(x float64) float64 {
	if x < 0 {
		return 0
	}
	return x
}

func tanhBack(d, z float64) float64    { return d * math.FMA(-z, z, 1) }
func sigmoidBack(d, z float64) float64 { return d * math.FMA(-z, z, z) }

func reluBack(d, z float64) float64 {
	if z <= 0 {
		return 0
	}
	return d
}
