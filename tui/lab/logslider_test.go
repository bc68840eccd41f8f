package lab_test

import (
	"testing"

	"hakseup/lessons/lang"
	"hakseup/tui/lab"
)

func TestALogarithmicSliderMovesByDigits(t *testing.T) {
	t.Parallel()
	var v float64
	c := lab.Slide(&v, "rate", lang.Same("ε"), 0.1).From(0.01, 10).Log()
	for _, tt := range []struct {
		from, steps float64
		big         bool
		want        float64
	}{
		{0.1, 1, false, 0.11},
		{0.1, -1, false, 0.099},
		{0.99, 1, false, 1},
		{0.125, 1, false, 0.13},
		{0.125, -1, false, 0.12},
		{0.1, 1, true, 0.2},
		{0.2, 1, true, 0.5},
		{0.3, -1, true, 0.2},
		{10, 1, false, 10},
		{0.01, -1, true, 0.01},
	} {
		c.Set(tt.from)
		c.Move(tt.steps, tt.big)
		if v != tt.want {
			t.Errorf("%+v: %v", tt, v)
		}
	}
	for _, part := range []float64{0, 1.0 / 3, 1} {
		c.Set(c.AtPart(part))
		if got := c.Part(); got < part-1e-9 || got > part+1e-9 {
			t.Errorf("the value %v stands at %v, want %v", v, got, part)
		}
	}
}
