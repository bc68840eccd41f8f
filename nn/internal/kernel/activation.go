package kernel

import "math"

// Tanh replaces every entry of x by its hyperbolic tangent, to within 2.5 units
// in the last place. NaN stays NaN.
func Tanh(x []float64) {
	n := vectors(len(x))
	if n > 0 {
		tanhAVX2(&x[0], n)
	}
	for i := n; i < len(x); i++ {
		x[i] = TanhOf(x[i])
	}
}

// Sigmoid replaces every entry of x by 1/(1+exp(-x)), to within 2.5 units in the
// last place where x ≥ -708. Further down the truth, and what comes out, lie
// between 0 and 4e-308. NaN stays NaN.
func Sigmoid(x []float64) {
	n := vectors(len(x))
	if n > 0 {
		sigmoidAVX2(&x[0], n)
	}
	for i := n; i < len(x); i++ {
		x[i] = SigmoidOf(x[i])
	}
}

// ReLU replaces the negative entries of x by 0. NaN stays NaN.
func ReLU(x []float64) {
	n := vectors(len(x))
	if n > 0 {
		reluAVX2(&x[0], n)
	}
	for i := n; i < len(x); i++ {
		x[i] = reluOf(x[i])
	}
}

// TanhBack multiplies every entry of d by the slope of tanh, 1 - z², told from
// its value z.
func TanhBack(d, z []float64) {
	mustMatch(len(d), len(z))
	n := vectors(len(d))
	if n > 0 {
		tanhBackAVX2(&d[0], &z[0], n)
	}
	for i := n; i < len(d); i++ {
		d[i] = tanhBack(d[i], z[i])
	}
}

// SigmoidBack multiplies every entry of d by the slope of the sigmoid, z - z²,
// told from its value z.
func SigmoidBack(d, z []float64) {
	mustMatch(len(d), len(z))
	n := vectors(len(d))
	if n > 0 {
		sigmoidBackAVX2(&d[0], &z[0], n)
	}
	for i := n; i < len(d); i++ {
		d[i] = sigmoidBack(d[i], z[i])
	}
}

// ReLUBack replaces the entries of d by 0 whose z, the value of ReLU, is not
// above 0.
func ReLUBack(d, z []float64) {
	mustMatch(len(d), len(z))
	n := vectors(len(d))
	if n > 0 {
		reluBackAVX2(&d[0], &z[0], n)
	}
	for i := n; i < len(d); i++ {
		d[i] = reluBack(d[i], z[i])
	}
}

// vectors returns how many of n numbers can be taken by vectors.
func vectors(n int) int {
	if !fast {
		return 0
	}
	return n &^ (width - 1)
}

// constants are what exp needs; the assembly reads them from here.
//
//nolint:gochecknoglobals // nobody writes to it
var constants = [...]float64{
	math.Log2E,
	0x1.8p52,              // shift: adding it rounds to a whole number
	0x1.62e42fefa39efp-01, // ln 2, to 53 bits
	0x1.abc9e3b39803fp-56, // the rest of ln 2
	1,
	2,
	20,  // from here on tanh is 1
	708, // exp(-708) is the last that is a normal number

	// The series of exp: 1/2!, 1/3!, … 1/13!
	1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040,
	1.0 / 40320, 1.0 / 362880, 1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800,
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
