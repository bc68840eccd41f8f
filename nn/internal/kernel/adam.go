package kernel

import "math"

// AdamStep holds the numbers of one step of Adam (Kingma & Ba 2015, algorithm 1).
type AdamStep struct {
	Rate         float64 // ε/(1-β₁ᵗ)
	Beta1, Beta2 float64 // β₁, β₂
	Scale2       float64 // 1/(1-β₂ᵗ)
	Delta        float64 // δ
}

// Adam moves the parameters p one step against their gradients g, and keeps the
// moving averages m of the gradients and v of their squares: entry by entry
//
//	m ← β₁m + (1-β₁)g
//	v ← β₂v + (1-β₂)g²
//	p ← p - Rate m/(√(v Scale2) + δ)
//
// All four slices have the same length.
func Adam(p, g, m, v []float64, c *AdamStep) {
	mustMatch(len(g), len(p))
	mustMatch(len(m), len(p))
	mustMatch(len(v), len(p))
	n := vectors(len(p))
	if n > 0 {
		adamAVX2(&p[0], &g[0], &m[0], &v[0], n, c)
	}
	adam(p[n:], g[n:], m[n:], v[n:], c)
}

func adam(p, g, m, v []float64, c *AdamStep) {
	fresh1, fresh2 := 1-c.Beta1, 1-c.Beta2
	for i, g := range g {
		m[i] = math.FMA(fresh1, g, c.Beta1*m[i])
		v[i] = math.FMA(fresh2*g, g, c.Beta2*v[i])
		p[i] -= c.Rate * m[i] / (math.Sqrt(v[i]*c.Scale2) + c.Delta)
	}
}
