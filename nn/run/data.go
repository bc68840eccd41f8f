package run

import (
	"strings"

	"hakseup/nn"
	"hakseup/nn/data"
)

// set is a data set, ready for a training.
type set struct {
	train, validation, test nn.Samples

	classes int // 0: the values of a curve
	// points are those of the plane of which the three sets are made, before they
	// became features.
	points        [3]nn.Matrix
	width, height int // of images, else 0
}

// source makes a data set of a Spec.
type source struct {
	name, alias string
	// samples and noise are what auto stands for. With 0 samples the set is
	// what it is, and with 0 noise it has none.
	samples, most int
	noise         float64
	plane         bool // two classes of points of the plane
	// whole makes the set before it is divided; nil where it cannot be drawn anew.
	whole func(samples int, noise float64, seed uint64) (data.Set, error)
	open  func(samples int, noise float64, seed uint64) (set, error)
}

// sources lists the data sets in the order of the course.
func sources() []source {
	var all []source
	for _, g := range data.Gates() {
		all = append(all, source{
			name: strings.ToLower(g.String()), plane: true,
			open: func(int, float64, uint64) (set, error) { return set{train: g.Set().OneHot().Samples, classes: 2}, nil },
		})
	}
	for _, shape := range data.Shapes() {
		x := source{name: shape.String(), samples: 500, most: maxSamples, noise: 0.1, plane: true}
		if shape == data.Spirals {
			x.name, x.alias = "spiral", x.name
		}
		x.whole, x.open = shape.Draw, drawn(shape.Draw)
		all = append(all, x)
	}
	for _, curve := range data.Curves() {
		all = append(all, source{name: curve.String(), samples: 100, most: maxSamples, noise: 0.1, open: drawnBeside(curve.Draw)})
	}
	return append(all, source{name: "mnist", alias: "digits", samples: data.TrainDigits, most: data.TrainDigits, open: digits})
}

// DataNames lists the data sets.
func DataNames() []string {
	var names []string
	for _, s := range sources() {
		names = append(names, s.name)
	}
	return names
}

func (s Spec) source() source {
	for _, x := range sources() {
		if x.name == s.Data {
			return x
		}
	}
	return source{}
}

// dataFlag takes other names of the sets besides, and writes the first.
func dataFlag() Flag {
	f := word("data", DataNames(), func(s *Spec) *string { return &s.Data })
	set := f.set
	f.set = func(s *Spec, value string) error {
		for _, x := range sources() {
			if x.alias == value && value != "" {
				value = x.name
			}
		}
		return set(s, value)
	}
	return f
}

// drawn makes a set of as many samples as are wanted: 80 % to train with, 10 %
// to validate and 10 % to test.
func drawn(draw func(n int, noise float64, seed uint64) (data.Set, error)) func(int, float64, uint64) (set, error) {
	return func(samples int, noise float64, seed uint64) (set, error) {
		whole, err := draw(samples, noise, seed)
		if err != nil {
			return set{}, err
		}
		parts, err := whole.Split(seed, 0.8, 0.1, 0.1)
		if err != nil {
			return set{}, err
		}
		return set{train: parts[0].Samples, validation: parts[1].Samples, test: parts[2].Samples, classes: whole.Classes}, nil
	}
}

// unseen is how many points of a curve are drawn to validate, and as many to test:
// so many that a few points to learn from are judged fairly.
const unseen = 100

// drawnBeside makes a set of as many samples to train with as are wanted, and draws
// those that validate and test beside them.
func drawnBeside(draw func(n int, noise float64, seed uint64) (data.Set, error)) func(int, float64, uint64) (set, error) {
	return func(samples int, noise float64, seed uint64) (set, error) {
		whole, err := draw(samples+2*unseen, noise, seed)
		if err != nil {
			return set{}, err
		}
		all := float64(samples + 2*unseen)
		parts, err := whole.Split(seed, float64(samples)/all, unseen/all, unseen/all)
		if err != nil {
			return set{}, err
		}
		return set{train: parts[0].Samples, validation: parts[1].Samples, test: parts[2].Samples, classes: whole.Classes}, nil
	}
}

// digits takes a tenth of the training digits to validate. The test set is
// always the whole one.
func digits(samples int, _ float64, seed uint64) (set, error) {
	train, test := data.Digits()
	parts, err := train.First(samples).Split(seed, 0.9, 0.1)
	if err != nil {
		return set{}, err
	}
	return set{
		train: parts[0].Samples, validation: parts[1].Samples, test: test.Samples,
		classes: train.Classes, width: data.DigitSize, height: data.DigitSize,
	}, nil
}
