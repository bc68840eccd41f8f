package run

import (
	"math"
	"slices"
	"strings"

	"hakseup/nn"
	"hakseup/nn/data"
)

// Feature is what a network is fed with at a point of the plane.
type Feature struct {
	Name  string // as the flag writes it
	Label string // as people write it
	At    func(x1, x2 float64) float64
}

// AllFeatures lists the features of a point in the plane, the two coordinates
// first.
func AllFeatures() []Feature {
	return []Feature{
		{"x1", "x₁", func(x1, _ float64) float64 { return x1 }},
		{"x2", "x₂", func(_, x2 float64) float64 { return x2 }},
		{"x1^2", "x₁²", func(x1, _ float64) float64 { return x1 * x1 }},
		{"x2^2", "x₂²", func(_, x2 float64) float64 { return x2 * x2 }},
		{"x1x2", "x₁x₂", func(x1, x2 float64) float64 { return x1 * x2 }},
		{"sin-x1", "sin x₁", func(x1, _ float64) float64 { return math.Sin(x1) }},
		{"sin-x2", "sin x₂", func(_, x2 float64) float64 { return math.Sin(x2) }},
	}
}

// coordinates are the features that a network has if nothing else is said.
const coordinates = "x1,x2"

func featuresFlag() Flag {
	var words []string
	for _, f := range AllFeatures() {
		words = append(words, f.Name)
	}
	return Flag{
		Name: "features",
		get: func(s *Spec) string {
			if len(s.Features) == 0 {
				return coordinates
			}
			return strings.Join(s.Features, ",")
		},
		set: func(s *Spec, value string) error {
			var features []string
			for name := range strings.SplitSeq(value, ",") {
				name = strings.TrimSpace(name)
				if !slices.Contains(words, name) || slices.Contains(features, name) {
					return &ValueError{Flag: "features", Value: value, Takes: Takes{Words: words}}
				}
				features = append(features, name)
			}
			if value == coordinates {
				features = nil
			}
			s.Features = features
			return nil
		},
	}
}

// Plane returns the features that the network of a Spec is fed with; ok is false
// where its data are not points of the plane.
func (s Spec) Plane() (features []Feature, ok bool) {
	if !s.source().plane {
		return nil, false
	}
	all := AllFeatures()
	if len(s.Features) == 0 {
		return all[:2], true
	}
	for _, name := range s.Features {
		features = append(features, all[slices.IndexFunc(all, func(f Feature) bool { return f.Name == name })])
	}
	return features, true
}

// expand returns points of the plane as the features of a Spec.
func (s Spec) expand(points nn.Matrix) nn.Matrix {
	features, _ := s.Plane()
	if len(s.Features) == 0 {
		return points
	}
	x := nn.NewMatrix(points.Rows, len(features))
	for i := range points.Rows {
		for k, f := range features {
			x.Set(i, k, f.At(points.At(i, 0), points.At(i, 1)))
		}
	}
	return x
}

// Fresh draws other points of the data of a Spec, as the features that its network
// is fed with: for a test that nobody has seen.
func (s Spec) Fresh(points int, seed uint64) (nn.Samples, error) {
	s.Samples, s.Seed = points, seed
	source, noise := s.source(), s.Noise
	if source.whole == nil {
		return nn.Samples{}, &ValueError{"data", s.Data, Takes{Words: []string{"spiral", "circles", "moons", "blobs", "checkerboard"}}, ""}
	}
	if noise == Auto {
		noise = source.noise
	}
	whole, err := source.whole(points, noise, seed)
	if err != nil {
		return nn.Samples{}, err
	}
	return nn.Samples{X: s.expand(whole.X), T: whole.T}, nil
}

// Point is a sample that somebody has put into the plane.
type Point struct {
	X1, X2 float64
	B      bool // class B, else A
}

func pointsFlag() Flag {
	return Flag{
		Name: "points",
		get: func(s *Spec) string {
			words := make([]string, len(s.Points))
			for i, p := range s.Points {
				class := "a"
				if p.B {
					class = "b"
				}
				words[i] = format(p.X1) + ":" + format(p.X2) + ":" + class
			}
			if len(words) == 0 {
				return "none"
			}
			return strings.Join(words, ",")
		},
		set: setPoints,
	}
}

// mostPoints is how many points can be added to a data set.
const mostPoints = 200

func setPoints(s *Spec, value string) error {
	refused := &ValueError{Flag: "points", Value: value, Takes: Takes{Words: []string{"none", "0.5:-0.2:a,0:1:b"}}}
	if value == "none" {
		s.Points = nil
		return nil
	}
	var points []Point
	for word := range strings.SplitSeq(value, ",") {
		numbers, class, ok := cutLast(strings.TrimSpace(word), ":")
		_, at, fine := parts("at:" + numbers)
		if !ok || !fine || len(at) != 2 || class != "a" && class != "b" || len(points) == mostPoints {
			return refused
		}
		p := Point{at[0], at[1], class == "b"}
		if bound := (Takes{Min: -maxNoise, Max: maxNoise}); !bound.holds(p.X1) || !bound.holds(p.X2) {
			return refused
		}
		points = append(points, p)
	}
	s.Points = points
	return nil
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return "", s, false
	}
	return s[:i], s[i+len(sep):], true
}

// with returns samples with those points of a Spec behind them.
func (s Spec) with(samples nn.Samples) nn.Samples {
	if len(s.Points) == 0 {
		return samples
	}
	points, labels := nn.NewMatrix(len(s.Points), 2), make([]int, len(s.Points))
	for i, p := range s.Points {
		points.Set(i, 0, p.X1)
		points.Set(i, 1, p.X2)
		if p.B {
			labels[i] = 1
		}
	}
	const classes = 2
	added, err := data.FromLabels(s.expand(points), labels, classes)
	if err != nil {
		return samples // labels are 0 and 1
	}
	return nn.Samples{X: stacked(samples.X, added.X), T: stacked(samples.T, added.T)}
}

// stacked returns the rows of both matrices in a new one.
func stacked(a, b nn.Matrix) nn.Matrix {
	m := nn.Matrix{Rows: a.Rows + b.Rows, Cols: a.Cols}
	m.Data = append(append(make([]float64, 0, len(a.Data)+len(b.Data)), a.Data...), b.Data...)
	return m
}
