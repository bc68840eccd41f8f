package lessons

// NumberedPages returns the ids of the pages of the lectures in the order in
// which they stood when a learner's progress was kept by the numbers of
// pages, counted from 0. Progress of that time is brought over by it, so a
// page that moves, or is added, changes nothing here. Where a page goes, the
// one that makes its point now takes its place.
func NumberedPages() map[string][]string {
	return map[string][]string{
		"02-vectors-matrices": {
			"containers", "vector-sum", "dot-product", "angle", "shadow",
			"norms", "p-norm", "elementwise", "matrix-product", "shapes",
		},
		"04-perceptron": {
			"stages", "one-line", "boundary", "zero", "weights",
			"correction", "xor", "activation", "slope", "relu",
		},
		"06-softmax-loss": {
			"scores", "ratio", "shift", "smooth", "loss",
			"cross-entropy", "why-cross-entropy", "by-hand-scores", "by-hand-loss", "direction",
		},
	}
}
