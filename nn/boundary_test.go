package nn

import (
	"math"
	"testing"
)

func TestBoundary(t *testing.T) {
	t.Parallel()
	p := Perceptron{W: []float64{3, 4}, B: -12, F: Step}
	for i, want := range []float64{4, 3} {
		got := p.Intercept(i)
		if got != want {
			t.Errorf("axis %d is crossed at %v, want %v", i, got, want)
		}
		x := make([]float64, 2)
		x[i] = got
		if a := p.PreActivation(x); a != 0 {
			t.Errorf("the point on axis %d has pre-activation %v, want 0", i, a)
		}
	}
	if got := p.Distance([]float64{0, 0}); math.Abs(got+2.4) > 1e-15 {
		t.Errorf("the origin lies %v away, want -2.4", got)
	}
	if got := p.Distance([]float64{4, 3}); math.Abs(got-2.4) > 1e-15 {
		t.Errorf("(4,3) lies %v away, want 2.4", got)
	}
	if got := p.Margin([][]float64{{0, 0}, {4, 1}, {4, 3}}); math.Abs(got-0.8) > 1e-15 {
		t.Errorf("margin %v, want 0.8", got)
	}
}

func TestBoundaryThatIsNone(t *testing.T) {
	t.Parallel()
	level := Perceptron{W: []float64{0, 1}, B: -1, F: Step}
	if got := level.Intercept(0); !math.IsInf(got, 0) {
		t.Errorf("a line alongside the axis crosses it at %v", got)
	}
	none := Perceptron{W: []float64{0, 0}, F: Step}
	if got := none.Intercept(0); !math.IsNaN(got) {
		t.Errorf("no line crosses at %v", got)
	}
	if got := none.Distance([]float64{1, 1}); !math.IsNaN(got) {
		t.Errorf("no line lies %v away", got)
	}
}
