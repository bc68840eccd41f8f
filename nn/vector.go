package nn

import "math"

// Dot returns the dot product Σ xᵢyᵢ of two vectors of the same length.
func Dot(x, y []float64) float64 {
	mustMatch(len(x), len(y))
	sum := 0.0
	for i, v := range x {
		sum += v * y[i]
	}
	return sum
}

// Norm returns the p-norm (Σ|xᵢ|ᵖ)^(1/p) of x for p > 0. For p = +Inf it is
// the largest |xᵢ|; for p < 1 it is no norm in the strict sense (the triangle
// inequality fails), but the formula still holds.
func Norm(x []float64, p float64) float64 {
	largest := 0.0
	for _, v := range x {
		largest = math.Max(largest, math.Abs(v))
	}
	if math.IsInf(p, 1) || largest == 0 {
		return largest
	}
	// Dividing by the largest entry first keeps the powers from overflowing.
	sum := 0.0
	for _, v := range x {
		sum += math.Pow(math.Abs(v)/largest, p)
	}
	return largest * math.Pow(sum, 1/p)
}

// AddVec stores x + y in dst. All three have the same length.
func AddVec(dst, x, y []float64) {
	mustMatch(len(x), len(y))
	mustMatch(len(dst), len(x))
	for i, v := range x {
		dst[i] = v + y[i]
	}
}

// Angle returns the angle between x and y in radians, from 0 to π.
// It is NaN when either vector is zero: a zero vector has no direction.
func Angle(x, y []float64) float64 {
	c := Dot(x, y) / (Norm(x, 2) * Norm(y, 2))
	return math.Acos(math.Max(-1, math.Min(1, c)))
}

func mustMatch(a, b int) {
	if a != b {
		panic("nn: lengths do not match")
	}
}
