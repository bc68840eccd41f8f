package labs

// catalog ties the ids that lesson pages use to the labs, in course order.
func catalog() []entry {
	return []entry{
		{"tensor", NewTensor},
		{"vectors", NewVectors},
		{"dot", NewDot},
		{"norm", NewNorm},
		{"matmul", NewMatmul},
		{"shapes", NewShapes},
		{"perceptron", NewPerceptron},
		{"gates", NewGates},
		{"activations", NewActivations},
		{"softmax", NewSoftmax},
		{"loss", NewLoss},
		{"calculator", NewCalculator},
	}
}

type entry struct {
	id  string
	new func() Lab
}

// New returns the lab with the given id, reset with seed 1.
func New(id string) (Lab, bool) {
	for _, e := range catalog() {
		if e.id == id {
			l := e.new()
			l.Reset(1)
			return l, true
		}
	}
	return nil, false
}

// IDs lists the ids of all labs in course order.
func IDs() []string {
	var ids []string
	for _, e := range catalog() {
		ids = append(ids, e.id)
	}
	return ids
}
