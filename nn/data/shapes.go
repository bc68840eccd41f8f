package data

import (
	"fmt"
	"math"
	"math/rand/v2"

	"hakseup/nn"
)

// Shape is a data set of two classes of points in the plane. Without noise the
// points lie between -5 and 5 on both axes, those of Blobs with few exceptions.
type Shape uint8

// The shapes. U(a, b) is a number drawn evenly between a and b, N(m, s) one
// from the normal distribution with mean m and standard deviation s.
const (
	// Blobs are two clouds: class 0 around (-2, -2), class 1 around (2, 2),
	// both axes with standard deviation 1. A straight line separates nearly all.
	Blobs Shape = iota
	// Circles are a disc, class 0, and a ring around it, class 1: r from
	// U(0, 2.5) or U(3.5, 5), at an angle from U(0, 2π).
	Circles
	// Moons are two half circles that reach into each other. With t from
	// U(0, π), class 0 is the upper one, (10/3)(cos t - 0.5, sin t - 0.25),
	// and class 1 the lower one, (10/3)(0.5 - cos t, 0.25 - sin t).
	Moons
	// Spirals are two arms of 1.75 turns around each other, the points
	// 5u (sin a, cos a) with a = 3.5πu for class 0 and a = 3.5πu + π for class
	// 1. Of m points of a class, u is 1/m, 2/m, … 1.
	Spirals
	// Checkerboard is a board of 4x4 squares, 2.5 wide; points lie evenly in
	// each. The square in the lower left corner is of class 0.
	Checkerboard
)

// Shapes lists the shapes.
func Shapes() []Shape { return []Shape{Blobs, Circles, Moons, Spirals, Checkerboard} }

// String returns the name that Named reads.
func (s Shape) String() string {
	return [...]string{"blobs", "circles", "moons", "spirals", "checkerboard"}[s]
}

// MaxSamples is the largest number of samples that a set is made with.
const MaxSamples = 1_000_000

// checkDraw says why a set of n samples cannot be drawn.
func checkDraw(n, classes int, noise float64) error {
	switch {
	case n < classes:
		return fmt.Errorf("%d samples are too few: there are %d classes", n, classes)
	case n < 1:
		return fmt.Errorf("a data set needs at least 1 sample, not %d", n)
	case n > MaxSamples:
		return fmt.Errorf("%d samples are too many: at most %d", n, MaxSamples)
	case !(noise >= 0) || math.IsInf(noise, 0):
		return fmt.Errorf("noise is a standard deviation, a number from 0 up, not %v", noise)
	}
	return nil
}

// Draw returns n points of the shape, its classes in turn: 0, 1, 0, 1, … The
// noise is the standard deviation of what is added to both coordinates of each
// point. Truths are one-hot; see Set.Binary.
func (s Shape) Draw(n int, noise float64, seed uint64) (Set, error) {
	if err := checkDraw(n, 2, noise); err != nil {
		return Set{}, err
	}
	r := rand.New(rand.NewPCG(seed, uint64(s)))
	return planar(n, 2, noise, r, func(class, i, count int) (x, y float64) { return s.point(class, i, count, r) }), nil
}

// point draws point i of count points of a class.
func (s Shape) point(class, i, count int, r *rand.Rand) (x, y float64) {
	side := float64(2*class - 1)
	switch s {
	case Circles:
		radius := between(r, 0, 2.5)
		if class == 1 {
			radius = between(r, 3.5, 5)
		}
		sin, cos := math.Sincos(between(r, 0, 2*math.Pi))
		return radius * cos, radius * sin
	case Moons:
		sin, cos := math.Sincos(between(r, 0, math.Pi))
		return side * (0.5 - cos) * 10 / 3, side * (0.25 - sin) * 10 / 3
	case Spirals:
		u := float64(i+1) / float64(count)
		sin, cos := math.Sincos((3.5*u + float64(class)) * math.Pi)
		return 5 * u * sin, 5 * u * cos
	case Checkerboard:
		square := i % 8 // of this class: two in each row
		row := square / 2
		column := 2*(square%2) + (row+class)%2
		return 2.5*(float64(column)+r.Float64()) - 5, 2.5*(float64(row)+r.Float64()) - 5
	}
	return 2*side + r.NormFloat64(), 2*side + r.NormFloat64()
}

func between(r *rand.Rand, low, high float64) float64 { return low + (high-low)*r.Float64() }

// Clouds returns n points of several classes in the plane, each class a cloud
// with standard deviation 1 on both axes. Their middles are evenly spread over
// a circle of radius 3.5, class 0 to the right, the others counter-clockwise.
// Else it is like Shape.Draw.
func Clouds(n, classes int, noise float64, seed uint64) (Set, error) {
	if classes < 1 {
		return Set{}, fmt.Errorf("there must be at least 1 class, not %d", classes)
	}
	if err := checkDraw(n, classes, noise); err != nil {
		return Set{}, err
	}
	r := rand.New(rand.NewPCG(seed, uint64(classes)<<8))
	return planar(n, classes, noise, r, func(class, _, _ int) (x, y float64) {
		sin, cos := math.Sincos(2 * math.Pi * float64(class) / float64(classes))
		return 3.5*cos + r.NormFloat64(), 3.5*sin + r.NormFloat64()
	}), nil
}

// planar makes a set of points, the classes in turn and the points of each
// class in random order.
func planar(n, classes int, noise float64, r *rand.Rand, point func(class, i, count int) (x, y float64)) Set {
	s := Set{
		Samples: nn.Samples{X: nn.NewMatrix(n, 2)},
		Labels:  make([]int, n),
		Classes: classes,
	}
	for class := range classes {
		count := (n - class + classes - 1) / classes
		for i, place := range r.Perm(count) {
			row := place*classes + class
			x, y := point(class, i, count)
			s.X.Set(row, 0, x+noise*r.NormFloat64())
			s.X.Set(row, 1, y+noise*r.NormFloat64())
			s.Labels[row] = class
		}
	}
	return s.OneHot()
}
