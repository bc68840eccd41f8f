package labs_test

import (
	"math"
	"testing"
)

func figures11(t *testing.T) figures {
	t.Helper()
	return figures{
		lecture: "11-overfitting",
		given:   []string{"0.5", "0.3", "0.1", "0.01", "0.001", "0.04"}, // settings, and what a task asks for
		computed: []figure{
			{"0.045", 0.3 * 0.3 / 2}, // half the variance of the noise
			{"0.7", math.Sqrt(0.5)},  // what ReLU leaves of a deviation
			{"75", 300.0 / 4},
			{"8", fact(t, "memory", "", "true.known", 60)},
			{"23", fact(t, "memory", "", "lot.known", 60)},
		},
	}
}
