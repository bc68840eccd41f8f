package gradientdescent

import (
	"math"

	"hakseup/nn"
)

// ground is what one descends on: a curve, of which only x counts, or a surface.
type ground struct {
	nn.Surface

	name  string // as a scene writes it
	curve bool
	low   float64    // the lowest height
	high  float64    // the highest that the picture shows of a curve
	from  [2]float64 // where one starts
}

// The grounds.
const (
	bowlGround    = "bowl"
	dentsGround   = "two"
	valleyGround  = "valley"
	saddleGround  = "saddle"
	leastA, mostA = 0.25, 4
)

// groundOf returns a ground by its name; a is the steepness of the bowl.
func groundOf(name string, a float64) ground {
	switch name {
	case dentsGround:
		return dents()
	case valleyGround, saddleGround:
		for _, s := range nn.Surfaces() {
			if s.Name == name {
				m := s.Minima[0]
				return ground{Surface: s, name: name, low: s.At(m[0], m[1]), from: s.Start}
			}
		}
	}
	return bowl(a)
}

// bowl is a x², whose slope is 2ax.
func bowl(a float64) ground {
	return ground{
		name: bowlGround, curve: true, high: 6, from: [2]float64{-1.5},
		Surface: nn.Surface{
			Formula:  "a x²",
			At:       func(x, _ float64) float64 { return a * x * x },
			Gradient: func(x, _ float64) (dx, dy float64) { return 2 * a * x, 0 },
			X:        [2]float64{-2, 2}, Minima: [][2]float64{{0}},
		},
	}
}

// dents is a curve with a hill at 0 between two valleys: the lower one at −2, the
// other one at 1.
func dents() ground {
	return ground{
		name: dentsGround, curve: true, high: 5, from: [2]float64{2},
		Surface: nn.Surface{
			Formula:  "x⁴/4 + x³/3 − x² + 8/3",
			At:       func(x, _ float64) float64 { return x*x*(x*x/4+x/3-1) + 8.0/3 },
			Gradient: func(x, _ float64) (dx, dy float64) { return x * (x + 2) * (x - 1), 0 },
			X:        [2]float64{-3.2, 2.4}, Minima: [][2]float64{{-2}},
		},
	}
}

// atLowest reports whether a place is the lowest of the ground.
func (g ground) atLowest(p [2]float64) bool {
	const near = 1e-3
	for _, m := range g.Minima {
		if math.Hypot(p[0]-m[0], p[1]-m[1]) < near {
			return true
		}
	}
	return false
}

// atDent reports whether the ground rises to all sides of a place.
func (g ground) atDent(p [2]float64) bool {
	const by = 0.01
	h := g.at(p)
	up := g.At(p[0]-by, p[1]) > h && g.At(p[0]+by, p[1]) > h
	return up && (g.curve || g.At(p[0], p[1]-by) > h && g.At(p[0], p[1]+by) > h)
}

// at is the height of a place.
func (g ground) at(p [2]float64) float64 { return g.At(p[0], p[1]) }

// slope is the gradient at a place.
func (g ground) slope(p [2]float64) [2]float64 {
	dx, dy := g.Gradient(p[0], p[1])
	return [2]float64{dx, dy}
}

// descend takes a step of gradient descent.
func (g ground) descend(p [2]float64, rate float64) [2]float64 {
	d := g.slope(p)
	nn.NewSGD(rate).Step(p[:], d[:])
	return p
}
