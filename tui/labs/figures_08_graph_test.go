package labs_test

import "testing"

// figures08 are the decimals of lecture 08.
func figures08(t *testing.T) figures {
	t.Helper()
	f, middle := figures08descent(t), figures08graph(t)
	f.given, f.computed = append(f.given, middle.given...), append(f.computed, middle.computed...)
	return f
}

// figures08graph are those of its pages on graphs and on the small network.
func figures08graph(t *testing.T) figures {
	t.Helper()
	return figures{
		computed: []figure{
			{"0.665", 1 + fact(t, "graph", "form=softmax", "grad.a1", 16)},
			{"0.603", fact(t, "step", "", "y.1", 2)},
			{"0.505", fact(t, "step", "", "loss", 3)},
			{"0.805", fact(t, "step", "", "y.1", 8)},
			{"0.217", fact(t, "step", "", "loss", 9)},
		},
	}
}
