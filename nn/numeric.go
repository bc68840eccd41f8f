package nn

// NumericDerivative estimates f'(x) by the central difference
// (f(x+h) - f(x-h))/2h. Its error has two parts: the formula's own, which
// falls as h², and rounding, which grows as 1/h. Near x = 1 they balance at h
// of about 1e-5, the cube root of the precision of a float64 (Press et al.,
// Numerical Recipes, 3rd ed., §5.7). It panics unless h > 0.
func NumericDerivative(f func(x float64) float64, x, h float64) float64 {
	if !(h > 0) {
		panic("nn: the step of a difference must be positive")
	}
	// The step that is taken is not quite h: x ± h is rounded.
	up, down := x+h, x-h
	return (f(up) - f(down)) / (up - down)
}

// ForwardDifference is the slope of the secant from x to x+h as it is written
// down, (f(x+h) - f(x))/h: with h < 0 the one to the left. Its error falls as h,
// and x+h is rounded, too: below 1e-8 or so it grows again.
func ForwardDifference(f func(x float64) float64, x, h float64) float64 { return (f(x+h) - f(x)) / h }

// CentralDifference is the slope of the secant from x-h to x+h as it is written
// down, (f(x+h) - f(x-h))/2h. NumericDerivative is better for small h.
func CentralDifference(f func(x float64) float64, x, h float64) float64 {
	return (f(x+h) - f(x-h)) / (2 * h)
}

// NumericGradient estimates the gradient of f at x, one ∂f/∂xᵢ for every
// entry, by central differences as NumericDerivative does. It changes one
// entry of x at a time and puts it back, so that f may also read x, or the
// weights that x is a part of, by itself.
func NumericGradient(f func(x []float64) float64, x []float64, h float64) []float64 {
	g := make([]float64, len(x))
	for i, v := range x {
		g[i] = NumericDerivative(func(xi float64) float64 {
			x[i] = xi
			return f(x)
		}, v, h)
		x[i] = v
	}
	return g
}
