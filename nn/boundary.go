package nn

import "math"

// Intercept returns where the boundary Σ wᵢxᵢ + b = 0 crosses axis i, which
// is -b/wᵢ. It is infinite when the boundary runs alongside the axis, and NaN
// when the axis lies in the boundary or there is no boundary at all.
func (p Perceptron) Intercept(i int) float64 { return -p.B / p.W[i] }

// Distance returns how far x lies from the boundary Σ wᵢxᵢ + b = 0: positive
// on the side where a step gives 1, negative on the other. It is NaN or
// infinite when all weights are 0, for then there is no boundary.
func (p Perceptron) Distance(x []float64) float64 { return p.PreActivation(x) / Norm(p.W, 2) }

// Margin returns the distance from the boundary to the nearest of the points.
func (p Perceptron) Margin(xs [][]float64) float64 {
	nearest := math.Inf(1)
	for _, x := range xs {
		nearest = math.Min(nearest, math.Abs(p.Distance(x)))
	}
	return nearest
}
