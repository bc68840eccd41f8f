package run_test

import (
	"errors"
	"math"
	"testing"

	"hakseup/nn"
	"hakseup/nn/run"
)

func TestRacersAsLines(t *testing.T) {
	t.Parallel()
	for _, k := range nn.OptimizerKinds() {
		r := run.NewRacer(k.Name, 0.25)
		r.Keep[0] /= 2
		if again, err := run.ParseRacer(r.Line()); err != nil || again != r {
			t.Errorf("%s reads as %+v: %v", r.Line(), again, err)
		}
	}
	if r, err := run.ParseRacer("hakseup train --lr=0.5"); err != nil || r != run.NewRacer("sgd", 0.5) {
		t.Errorf("a rate alone is %+v: %v", r, err)
	}
	for _, line := range []string{"--optimizer newton", "--lr 0", "--lr fast", "--lr", "--optimizer momentum --beta 1", "--optimizer adam --beta2 -0.1"} {
		if _, err := run.ParseRacer(line); errorsAs[*run.ValueError](err) == nil {
			t.Errorf("%q: %v", line, err)
		}
	}
	for _, line := range []string{"sgd", "--beta 0.9", "--optimizer adam --rho 0.9", "--epochs 3"} {
		if _, err := run.ParseRacer(line); errorsAs[*run.UnknownFlagError](err) == nil {
			t.Errorf("%q: %v", line, err)
		}
	}
}

func errorsAs[E error](err error) error {
	if e := *new(E); errors.As(err, &e) {
		return e
	}
	return nil
}

// In a bowl x² + y² every step of SGD multiplies both with 1 - 2ε.
func TestFinish(t *testing.T) {
	t.Parallel()
	bowl := nn.Surface{
		At:       func(x, y float64) float64 { return x*x + y*y },
		Gradient: func(x, y float64) (dx, dy float64) { return 2 * x, 2 * y },
		Start:    [2]float64{1, 0}, Minima: [][2]float64{{}},
	}
	const goal = 1e-3
	for rate, want := range map[float64]int{0.25: 5, 0.75: 5, 0.5: 1} { // 4⁻ⁿ < goal
		if f := run.NewRacer("sgd", rate).Finish(bowl, goal, 100, 101); f.Touch != want || f.Stay != want {
			t.Errorf("rate %v: %+v, want %d", rate, f, want)
		}
	}
	if f := run.NewRacer("sgd", 1.1).Finish(bowl, goal, 100, 101); f.Touch != run.Never || f.Stay != run.Never || f.End < 1 {
		t.Errorf("diverging: %+v", f)
	}
	if f := run.NewRacer("sgd", 0.25).Finish(bowl, goal, 100, 3); f.Stay != run.Never {
		t.Errorf("given up after 3 steps: %+v", f)
	}
	if f := run.NewRacer("momentum", 0.1).Finish(bowl, goal, 400, 401); f.Touch >= f.Stay {
		t.Errorf("momentum rises again: %+v", f)
	}
	if best, f := run.NewRacer("sgd", 1).Best(bowl, goal, 100); f.Stay != 1 || math.Abs(best.Rate-0.5) > 0.02 {
		t.Errorf("the best rate is %v: %+v", best.Rate, f)
	}
}
