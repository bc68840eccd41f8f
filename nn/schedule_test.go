package nn_test

import (
	"math"
	"testing"

	"hakseup/nn"
)

func TestSchedules(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		schedule nn.Schedule
		epochs   []float64
		want     []float64
	}{
		{nn.ConstantRate{}, []float64{0, 17.5}, []float64{1, 1}},
		{nn.StepDecay{Every: 10, By: 0.5}, []float64{0, 9.9, 10, 25, 30}, []float64{1, 1, 0.5, 0.25, 0.125}},
		{nn.ExponentialDecay{By: 0.25}, []float64{0, 0.5, 1, 3}, []float64{1, 0.5, 0.25, 1. / 64}},
		{nn.CosineDecay{Epochs: 8}, []float64{0, 2, 4, 8, 100}, []float64{1, 0.5 + math.Sqrt2/4, 0.5, 0, 0}},
		{nn.CosineDecay{Epochs: 8, Floor: 0.2}, []float64{0, 4, 9}, []float64{1, 0.6, 0.2}},
		{nn.Warmup{Epochs: 4}, []float64{0, 1, 4, 9}, []float64{0, 0.25, 1, 1}},
		{nn.Warmup{Epochs: 2, Then: nn.StepDecay{Every: 3, By: 0.1}}, []float64{1, 2, 4.9, 5}, []float64{0.5, 1, 1, 0.1}},
	} {
		for i, epochs := range c.epochs {
			if got := c.schedule.Factor(epochs); math.Abs(got-c.want[i]) > 1e-15 {
				t.Errorf("%#v: %v after %v epochs, want %v", c.schedule, got, epochs, c.want[i])
			}
		}
	}
}
