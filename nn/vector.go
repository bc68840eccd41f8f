package nn

import "math"

// Dot returns the dot product Σ xᵢyᵢ of two vectors of the same length. It
// is 0 for empty ones.
func Dot(x, y []float64) float64 {
	mustMatch(len(x), len(y))
	sum := 0.0
	for i, v := range x {
		sum += float64(v * y[i]) // rounded, so that a sign at a perceptron's line is the same on every machine
	}
	return sum
}

// Norm returns the p-norm (Σ|xᵢ|ᵖ)^(1/p) of x: the sum of the |xᵢ| for p = 1,
// the length for p = 2, the largest |xᵢ| for p = +Inf. It panics unless p > 0.
//
// For p < 1 it is no norm in the strict sense (the triangle inequality
// fails), but the formula still holds.
func Norm(x []float64, p float64) float64 {
	if !(p > 0) {
		panic("nn: p of a norm must be positive")
	}
	largest := 0.0
	for _, v := range x {
		largest = max(largest, math.Abs(v))
	}
	if largest == 0 || math.IsInf(largest, 0) || math.IsInf(p, 1) {
		return largest
	}
	// Dividing first keeps the powers from overflowing, or all of them from
	// vanishing. Where the powers are exact, a power of two leaves them so.
	scale := largest
	if p == 1 || p == 2 {
		_, exponent := math.Frexp(largest)
		scale = math.Ldexp(1, exponent-1)
	}
	sum := 0.0
	for _, v := range x {
		sum += power(math.Abs(v)/scale, p)
	}
	return scale * root(sum, p)
}

// power returns vᵖ, exactly rounded for the usual p.
func power(v, p float64) float64 {
	switch p {
	case 1:
		return v
	case 2:
		return v * v
	}
	return math.Pow(v, p)
}

// root returns v^(1/p), exactly rounded for the usual p.
func root(v, p float64) float64 {
	switch p {
	case 1:
		return v
	case 2:
		return math.Sqrt(v)
	}
	return math.Pow(v, 1/p)
}

// AddVec stores x + y in dst. All three have the same length; dst may be x or y.
func AddVec(dst, x, y []float64) {
	mustMatch(len(x), len(y))
	mustMatch(len(dst), len(x))
	for i, v := range x {
		dst[i] = v + y[i]
	}
}

// Angle returns the angle between x and y in radians, from 0 to π: the θ with
// x·y = |x||y| cos θ. It is NaN when either vector is zero: a zero vector has
// no direction. The sizes of the entries may lie between about 1e-75 and 1e75.
//
// It does not take the arc cosine, which near 0 and π loses half of the
// digits, but θ = atan2(|x||y| sin θ, |x||y| cos θ), where by Lagrange's
// identity (|x||y| sin θ)² = Σ_{i<j} (xᵢyⱼ - xⱼyᵢ)². Right and straight angles
// between vectors of small integers come out exact.
func Angle(x, y []float64) float64 {
	mustMatch(len(x), len(y))
	if Norm(x, math.Inf(1)) == 0 || Norm(y, math.Inf(1)) == 0 {
		return math.NaN()
	}
	sum := 0.0
	for i := range x {
		for j := range i {
			d := x[i]*y[j] - x[j]*y[i]
			sum += d * d
		}
	}
	return math.Atan2(math.Sqrt(sum), Dot(x, y))
}

func mustMatch(a, b int) {
	if a != b {
		panic("nn: lengths do not match")
	}
}
