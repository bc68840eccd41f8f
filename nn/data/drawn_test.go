package data_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"hakseup/nn"
	"hakseup/nn/data"
)

func TestDrawnSetsAreBalancedAndSeeded(t *testing.T) {
	t.Parallel()
	for _, shape := range data.Shapes() {
		for _, n := range []int{2, 3, 101, 500} {
			s := must(t)(shape.Draw(n, 0.3, 4))
			if got := s.Counts(); s.Len() != n || got[0]+got[1] != n || got[0]-got[1] != n%2 {
				t.Errorf("%d %v: classes %v", n, shape, got)
			}
			for i, label := range s.Labels {
				if label != i%2 || s.T.At(i, label) != 1 {
					t.Fatalf("%v: sample %d is of class %d, with truth %v", shape, i, label, s.T.Row(i))
				}
			}
			again, other := must(t)(shape.Draw(n, 0.3, 4)), must(t)(shape.Draw(n, 0.3, 5))
			if !slices.Equal(s.X.Data, again.X.Data) || slices.Equal(s.X.Data, other.X.Data) {
				t.Errorf("%v does not depend on the seed alone", shape)
			}
		}
	}
}

// Without noise every point is where the formula says.
func TestShapesFollowTheirFormulas(t *testing.T) {
	t.Parallel()
	follows := map[data.Shape]func(class int, x, y float64) bool{
		data.Blobs: func(_ int, x, y float64) bool { return math.Hypot(x, y) < 9 },
		data.Circles: func(class int, x, y float64) bool {
			r := math.Hypot(x, y)
			return class == 0 && r <= 2.5 || class == 1 && r >= 3.5 && r <= 5
		},
		data.Moons: func(class int, x, y float64) bool {
			side := float64(1 - 2*class) // the upper moon has its middle at x < 0
			return math.Abs(math.Hypot(x+side*5/3, y+side*5/6)-10./3) < 1e-12 && side*(y+side*5/6) >= -1e-12
		},
		data.Spirals: func(class int, x, y float64) bool {
			r := math.Hypot(x, y)
			angle := (3.5*r/5 + float64(class)) * math.Pi
			return r > 0 && math.Abs(x-r*math.Sin(angle)) < 1e-12 && math.Abs(y-r*math.Cos(angle)) < 1e-12
		},
		data.Checkerboard: func(class int, x, y float64) bool {
			return int(math.Floor(x/2.5)+math.Floor(y/2.5)+4)%2 == class
		},
	}
	for shape, ok := range follows {
		s := must(t)(shape.Draw(1000, 0, 11))
		for i, label := range s.Labels {
			x, y := s.X.At(i, 0), s.X.At(i, 1)
			if !ok(label, x, y) || shape != data.Blobs && (math.Abs(x) > 5 || math.Abs(y) > 5) {
				t.Fatalf("%v: (%v, %v) of class %d", shape, x, y, label)
			}
		}
	}
}

// mean returns the mean and the standard deviation.
func mean(x []float64) (m, std float64) {
	for _, v := range x {
		m += v / float64(len(x))
	}
	for _, v := range x {
		std += (v - m) * (v - m) / float64(len(x))
	}
	return m, math.Sqrt(std)
}

func TestBlobs(t *testing.T) {
	t.Parallel()
	s := must(t)(data.Blobs.Draw(20000, 0.75, 1)) // together with the noise: 1.25
	for class, want := range []float64{-2, 2} {
		for axis := range 2 {
			var list []float64
			for i, label := range s.Labels {
				if label == class {
					list = append(list, s.X.At(i, axis))
				}
			}
			if m, std := mean(list); math.Abs(m-want) > 0.05 || math.Abs(std-1.25) > 0.03 {
				t.Errorf("class %d, axis %d: mean %v, deviation %v", class, axis, m, std)
			}
		}
	}
}

func TestNoiseIsAStandardDeviation(t *testing.T) {
	t.Parallel()
	plain, noisy := must(t)(data.Spirals.Draw(20000, 0, 3)), must(t)(data.Spirals.Draw(20000, 0.5, 3))
	difference := make([]float64, len(plain.X.Data))
	for i, v := range noisy.X.Data {
		difference[i] = v - plain.X.Data[i]
	}
	if m, std := mean(difference); math.Abs(m) > 0.01 || math.Abs(std-0.5) > 0.01 {
		t.Errorf("noise of mean %v, deviation %v", m, std)
	}
}

func TestClouds(t *testing.T) {
	t.Parallel()
	s := must(t)(data.Clouds(3001, 4, 0, 2))
	if got := s.Counts(); !slices.Equal(got, []int{751, 750, 750, 750}) || s.T.Cols != 4 {
		t.Errorf("classes %v", got)
	}
	for class, want := range [][2]float64{{3.5, 0}, {0, 3.5}, {-3.5, 0}, {0, -3.5}} {
		var x, y []float64
		for i, label := range s.Labels {
			if label == class {
				x, y = append(x, s.X.At(i, 0)), append(y, s.X.At(i, 1))
			}
		}
		mx, _ := mean(x)
		my, _ := mean(y)
		if math.Hypot(mx-want[0], my-want[1]) > 0.2 {
			t.Errorf("class %d is around (%v, %v)", class, mx, my)
		}
	}
}

func TestCurves(t *testing.T) {
	t.Parallel()
	values := map[data.Curve][3]float64{data.Sine: {1, 0, -1}, data.Polynomial: {-1, 0, 1}} // at 1/2, 0, -1/2
	for _, c := range data.Curves() {
		for i, x := range []float64{0.5, 0, -0.5} {
			if got := c.At(x); math.Abs(got-values[c][i]) > 1e-15 {
				t.Errorf("%v at %v is %v", c, x, got)
			}
		}
		s := must(t)(c.Draw(10000, 0.2, 6))
		var noise []float64
		for i, x := range s.X.Data {
			if x < -1 || x > 1 || math.Abs(c.At(x)) > 1 {
				t.Fatalf("%v at %v is %v", c, x, c.At(x))
			}
			noise = append(noise, s.T.Data[i]-c.At(x))
		}
		if m, std := mean(noise); math.Abs(m) > 0.01 || math.Abs(std-0.2) > 0.01 || s.Labels != nil || s.Classes != 0 {
			t.Errorf("%v: noise of mean %v, deviation %v", c, m, std)
		}
	}
}

func TestGateSets(t *testing.T) {
	t.Parallel()
	for _, g := range data.Gates() {
		s := must(t)(g.Set(), nil)
		if !slices.Equal(s.T.Data, g.Targets()) || s.X.At(1, 1) != 1 || s.X.At(1, 0) != 0 || s.Classes != 2 {
			t.Errorf("%v: %+v", g, s)
		}
	}
}

func TestNamed(t *testing.T) {
	t.Parallel()
	for _, name := range data.Names() {
		s := must(t)(data.Named(name, 40, 0.1, 1))
		if n := s.Len(); n != 40 && n != 4 {
			t.Errorf("%s has %d samples", name, n)
		}
	}
	for _, name := range []string{"spiral", "SPIRALS", "Xor", "circle", "digit"} {
		must(t)(data.Named(name, 10, 0, 1))
	}
	spirals, drawn := must(t)(data.Named("spiral", 30, 0.2, 8)), must(t)(data.Spirals.Draw(30, 0.2, 8))
	if !slices.Equal(spirals.X.Data, drawn.X.Data) {
		t.Error("the spirals by name are others")
	}
	_, err := data.Named("swirl", 10, 0, 1)
	fails(t, err, `"swirl"`, "spirals", "digits", "xor")
}

func TestImpossibleSets(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"spirals", "sine"} {
		for _, n := range []int{0, -5, math.MaxInt} {
			_, err := data.Named(name, n, 0, 1)
			fails(t, err, fmt.Sprint(n))
		}
		for _, noise := range []float64{-1, math.NaN(), math.Inf(1)} {
			_, err := data.Named(name, 10, noise, 1)
			fails(t, err, "noise", fmt.Sprint(noise))
		}
	}
	for _, n := range []int{0, 3001} {
		_, err := data.Named("digits", n, 0, 1)
		fails(t, err, "3000", fmt.Sprint(n))
	}
	_, err := data.Clouds(10, 0, 0, 1)
	fails(t, err, "1 class", "0")
	_, err = data.Clouds(3, 4, 0, 1)
	fails(t, err, "3 samples", "4 classes")
}

// A network finds its way on every shape: the sets are neither impossible nor
// labelled at random.
func TestShapesCanBeLearned(t *testing.T) {
	t.Parallel()
	for shape, want := range map[data.Shape]float64{
		data.Blobs: 0.98, data.Circles: 0.98, data.Moons: 0.98, data.Spirals: 0.95, data.Checkerboard: 0.85,
	} {
		train, test := must(t)(shape.Draw(400, 0.1, 1)), must(t)(shape.Draw(400, 0.1, 2))
		got := accuracy(t, train.Binary(-1, 1), test.Binary(-1, 1), nn.SquaredErrorLoss, 150, 10,
			nn.Dense{Units: 16, Activation: nn.Tanh}, nn.Dense{Units: 16, Activation: nn.Tanh}, nn.Dense{Units: 1, Activation: nn.Tanh})
		if got < want {
			t.Errorf("%v: accuracy %v, want %v", shape, got, want)
		}
	}
}
