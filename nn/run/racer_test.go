package run_test

import (
	"math"
	"testing"

	"hakseup/nn"
	"hakseup/nn/run"
)

func valley(t *testing.T) nn.Surface {
	t.Helper()
	return nn.Surfaces()[0]
}

func TestZprint(t *testing.T) {
	for _, s := range nn.Surfaces()[:2] {
		for _, turn := range []float64{0, 45} {
			for _, k := range nn.OptimizerKinds() {
				b, f := run.NewRacer(k.Name, 1).Best(s.Turned(turn), 0.001, 2000)
				t.Log(s.Name, turn, k.Name, b.Rate, f)
			}
		}
	}
}

var _ = math.Pi
