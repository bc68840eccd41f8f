package run

import (
	"slices"

	"hakseup/nn"
	"hakseup/nn/data"
)

// set is a data set, ready for a training.
type set struct {
	train, validation, test nn.Samples

	classes       int // 0: the values of a curve
	width, height int // of images, else 0
}

// source makes a data set of a Spec.
type source struct {
	name string
	// samples and noise are what auto stands for; 0 samples: the set is what
	// it is. most is how many samples there can be.
	samples, most int
	noise         float64
	open          func(s Spec) set
}

// sources lists the data sets in the order of the course.
func sources() []source {
	var all []source
	for i, name := range []string{"and", "or", "nand", "xor"} {
		all = append(all, source{name: name, open: func(Spec) set { return gate(data.Gates()[i]) }})
	}
	return all
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
	all := sources()
	i := slices.IndexFunc(all, func(x source) bool { return x.name == s.Data })
	if i < 0 {
		return source{}
	}
	return all[i]
}

// gate is four samples, all of them for training.
func gate(g data.Gate) set {
	x, t := nn.NewMatrix(4, 2), nn.NewMatrix(4, 2)
	for i, input := range data.Inputs() {
		copy(x.Row(i), input)
		t.Set(i, int(g.Targets()[i]), 1)
	}
	return set{train: nn.Samples{X: x, T: t}, classes: 2}
}
