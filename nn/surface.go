package nn

import "math"

// Surface is a loss of two parameters, as ground to race optimizers on.
type Surface struct {
	Name    string // as in a scene: "valley"
	Formula string // in plain letters

	At       func(x, y float64) float64
	Gradient func(x, y float64) (dx, dy float64)

	Start  [2]float64   // a good place to start a race from
	X, Y   [2]float64   // the window that shows what matters
	Minima [][2]float64 // the places of the lowest value
}

// Lowest returns the lowest value of the surface.
func (s Surface) Lowest() float64 { return s.At(s.Minima[0][0], s.Minima[0][1]) }

// Scaled returns the surface with everything a number of times as high.
func (s Surface) Scaled(by float64) Surface {
	at, gradient := s.At, s.Gradient
	s.At = func(x, y float64) float64 { return by * at(x, y) }
	s.Gradient = func(x, y float64) (dx, dy float64) {
		dx, dy = gradient(x, y)
		return by * dx, by * dy
	}
	return s
}

// Turned returns the surface turned by an angle, in degrees, around the middle of
// its window, start and minima with it. The window stays.
func (s Surface) Turned(degrees float64) Surface {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	mx, my := (s.X[0]+s.X[1])/2, (s.Y[0]+s.Y[1])/2
	ahead := func(x, y float64) (float64, float64) {
		return mx + cos*(x-mx) - sin*(y-my), my + sin*(x-mx) + cos*(y-my)
	}
	back := func(x, y float64) (float64, float64) {
		return mx + cos*(x-mx) + sin*(y-my), my - sin*(x-mx) + cos*(y-my)
	}
	at, gradient := s.At, s.Gradient
	s.At = func(x, y float64) float64 { return at(back(x, y)) }
	s.Gradient = func(x, y float64) (dx, dy float64) {
		gx, gy := gradient(back(x, y))
		return cos*gx - sin*gy, sin*gx + cos*gy
	}
	s.Start[0], s.Start[1] = ahead(s.Start[0], s.Start[1])
	minima := make([][2]float64, len(s.Minima))
	for i, m := range s.Minima {
		minima[i][0], minima[i][1] = ahead(m[0], m[1])
	}
	s.Minima = minima
	return s
}

// Surfaces lists the surfaces of the course.
func Surfaces() []Surface {
	return []Surface{valley(), rosenbrock(), beale(), saddle(), himmelblau(), rastrigin()}
}

// valley is 20 times steeper across than along: gradient descent goes to and
// fro between its walls and hardly gets ahead.
func valley() Surface {
	return Surface{
		Name: "valley", Formula: "x^2/20 + y^2",
		At:       func(x, y float64) float64 { return x*x/20 + y*y },
		Gradient: func(x, y float64) (dx, dy float64) { return x / 10, 2 * y },
		Start:    [2]float64{-7, 2}, X: [2]float64{-10, 10}, Y: [2]float64{-4, 4},
		Minima: [][2]float64{{0, 0}},
	}
}

// rosenbrock is a curved valley with a nearly flat floor (Rosenbrock 1960).
func rosenbrock() Surface {
	return Surface{
		Name: "rosenbrock", Formula: "(1-x)^2 + 100*(y-x^2)^2",
		At: func(x, y float64) float64 {
			a, b := 1-x, y-x*x
			return a*a + 100*b*b
		},
		Gradient: func(x, y float64) (dx, dy float64) {
			b := y - x*x
			return -2*(1-x) - 400*x*b, 200 * b
		},
		Start: [2]float64{-1.2, 1}, X: [2]float64{-2, 2}, Y: [2]float64{-1, 3},
		Minima: [][2]float64{{1, 1}},
	}
}

// beale is flat in the middle and very steep at its corners (Beale 1958).
func beale() Surface {
	return Surface{
		Name: "beale", Formula: "(1.5-x+x*y)^2 + (2.25-x+x*y^2)^2 + (2.625-x+x*y^3)^2",
		At: func(x, y float64) float64 {
			a, b, c := 1.5-x+x*y, 2.25-x+x*y*y, 2.625-x+x*y*y*y
			return a*a + b*b + c*c
		},
		Gradient: func(x, y float64) (dx, dy float64) {
			a, b, c := 1.5-x+x*y, 2.25-x+x*y*y, 2.625-x+x*y*y*y
			dx = 2*a*(y-1) + 2*b*(y*y-1) + 2*c*(y*y*y-1)
			dy = 2*a*x + 4*b*x*y + 6*c*x*y*y
			return dx, dy
		},
		Start: [2]float64{1, 1.5}, X: [2]float64{-1, 4.5}, Y: [2]float64{-1, 2.5},
		Minima: [][2]float64{{3, 0.5}},
	}
}

// saddle rises along x and falls along y from the origin, where its gradient
// is 0. It starts almost on the ridge: whoever follows the slope alone stops
// there for long. On both sides a minimum waits.
func saddle() Surface {
	return Surface{
		Name: "saddle", Formula: "x^2 - y^2 + y^4/4",
		At:       func(x, y float64) float64 { return x*x - y*y + y*y*y*y/4 },
		Gradient: func(x, y float64) (dx, dy float64) { return 2 * x, y*y*y - 2*y },
		Start:    [2]float64{-1.5, 0.001}, X: [2]float64{-2, 2}, Y: [2]float64{-2, 2},
		Minima: [][2]float64{{0, -math.Sqrt2}, {0, math.Sqrt2}},
	}
}

// himmelblau has four minima, all of value 0 (Himmelblau 1972): where one
// starts decides which of them one finds.
func himmelblau() Surface {
	return Surface{
		Name: "himmelblau", Formula: "(x^2+y-11)^2 + (x+y^2-7)^2",
		At: func(x, y float64) float64 {
			a, b := x*x+y-11, x+y*y-7
			return a*a + b*b
		},
		Gradient: func(x, y float64) (dx, dy float64) {
			a, b := x*x+y-11, x+y*y-7
			return 4*a*x + 2*b, 2*a + 4*b*y
		},
		Start: [2]float64{-0.5, -1}, X: [2]float64{-5, 5}, Y: [2]float64{-5, 5},
		Minima: [][2]float64{
			{3, 2},
			{-2.805118086952745, 3.131312518250573},
			{-3.779310253377747, -3.283185991286170},
			{3.584428340330492, -1.848126526964404},
		},
	}
}

// rastrigin is a bowl full of dents (Rastrigin 1974): a local minimum near
// every pair of integers, the lowest of them in the middle.
func rastrigin() Surface {
	return Surface{
		Name: "rastrigin", Formula: "20 + x^2 + y^2 - 10*cos(2*pi*x) - 10*cos(2*pi*y)",
		At: func(x, y float64) float64 {
			return 20 + x*x + y*y - 10*math.Cos(2*math.Pi*x) - 10*math.Cos(2*math.Pi*y)
		},
		Gradient: func(x, y float64) (dx, dy float64) {
			return 2*x + 20*math.Pi*math.Sin(2*math.Pi*x), 2*y + 20*math.Pi*math.Sin(2*math.Pi*y)
		},
		Start: [2]float64{-2.3, 1.6}, X: [2]float64{-4, 4}, Y: [2]float64{-4, 4},
		Minima: [][2]float64{{0, 0}},
	}
}
