package kernel

import "math"

// AdamStep holds the numbers of one step of Adam (Kingma & Ba 2015, algorithm 1).
type AdamStep struct {
	Rate           float64 // learning rate over 1 - β₁ᵗ
	Beta1, Beta2   float64 // β₁, β₂
	Fresh1, Fresh2 float64 // 1 - β₁, 1 - β₂
	Scale2         float64 // 1 over 1 - β₂ᵗ
	Epsilon        float64
}

// Adam moves the parameters p one step against their gradients g, with the
// running means m of the gradients and v of their squares. All four have the
// same length.
func Adam(p, g, m, v []float64, c *AdamStep) {
	mustMatch(len(g), len(p))
	mustMatch(len(m), len(p))
	mustMatch(len(v), len(p))
	n := 0
	if fast && len(p) >= width {
		n = len(p) &^ (width - 1)
		adamAVX2(&p[0], &g[0], &m[0], &v[0], n, c)
	}
	adam(p[n:], g[n:], m[n:], v[n:], c)
}

func adam(p, g, m, v []float64, c *AdamStep) {
	for i, g := range g {
		m[i] = math.FMA(c.Fresh1, g, c.Beta1*m[i])
		v[i] = math.FMA(c.Fresh2*g, g, c.Beta2*v[i])
		p[i] -= c.Rate * m[i] / (math.Sqrt(v[i]*c.Scale2) + c.Epsilon)
	}
}
