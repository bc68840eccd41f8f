package labs_test

import (
	"math"
	"testing"
)

func figures10(t *testing.T) figures {
	t.Helper()
	return figures{
		lecture: "10-datasets",
		given:   []string{"0.5", "0.87"},
		computed: []figure{
			{"7.8", 500.0 / 64},
			{"0.0752", math.Sqrt(0.87 * (1 - 0.87) / 20)},
		},
	}
}
