package nn_test

import (
	"reflect"
	"slices"
	"testing"

	"hakseup/nn"
)

// corners are the inputs of the gates, in counting order.
func corners() [][]float64 { return [][]float64{{0, 0}, {0, 1}, {1, 0}, {1, 1}} }

// The handout's perceptron puts (1, 1) exactly on its line: it is AND with
// one step and never fires with the other.
func TestTheTwoSteps(t *testing.T) {
	t.Parallel()
	for f, want := range map[nn.Activation][]float64{nn.Step: {0, 0, 0, 1}, nn.StrictStep: {0, 0, 0, 0}} {
		p := nn.Perceptron{W: []float64{1, 1}, B: -2, F: f}
		var got []float64
		for _, x := range corners() {
			got = append(got, p.Output(x))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%v: %v, want %v", f, got, want)
		}
	}
}

func TestLearnFollowsTheRule(t *testing.T) {
	t.Parallel()
	p := nn.Perceptron{W: []float64{1, 1}, B: -0.5, F: nn.Step}
	if delta := p.Learn([]float64{1, 1}, 1, 0.5); delta != 0 || p.W[0] != 1 || p.B != -0.5 {
		t.Errorf("a right answer changed it: t - y = %v, %+v", delta, p)
	}
	if delta := p.Learn([]float64{1, 0}, 0, 0.5); delta != -1 || p.W[0] != 0.5 || p.W[1] != 1 || p.B != -1 {
		t.Errorf("t - y = %v, %+v; want -1, weights 0.5 and 1, bias -1", delta, p)
	}
}

func TestLearnAll(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		targets   []float64
		separable bool
	}{
		"AND":  {[]float64{0, 0, 0, 1}, true},
		"OR":   {[]float64{0, 1, 1, 1}, true},
		"NAND": {[]float64{1, 1, 1, 0}, true},
		"XOR":  {[]float64{0, 1, 1, 0}, false},
	} {
		for _, f := range []nn.Activation{nn.Step, nn.StrictStep} {
			p := nn.Perceptron{W: []float64{0, 0}, F: f}
			steps, done := p.LearnAll(corners(), c.targets, 0.5, 100)
			if done != c.separable {
				t.Errorf("%s with %v: done is %v, want %v", name, f, done, c.separable)
			}
			if len(steps) == 0 || !reflect.DeepEqual(steps[len(steps)-1].After, p) {
				t.Errorf("%s with %v: the last step is not where it ended", name, f)
			}
			for i, x := range corners() {
				if done && p.Output(x) != c.targets[i] {
					t.Errorf("%s with %v: %v gives %v", name, f, x, p.Output(x))
				}
			}
			replay(t, nn.Perceptron{W: []float64{0, 0}, F: f}, steps, c.targets)
		}
	}
}

// replay goes through the steps by hand and wants the same weights after each.
func replay(t *testing.T, p nn.Perceptron, steps []nn.Correction, targets []float64) {
	t.Helper()
	for n, s := range steps {
		if delta := p.Learn(corners()[s.Sample], targets[s.Sample], 0.5); delta != s.Delta {
			t.Fatalf("step %d: t - y is %v, want %v", n, delta, s.Delta)
		}
		if !reflect.DeepEqual(p, s.After) {
			t.Fatalf("step %d: %+v, want %+v", n, s.After, p)
		}
		if n > 0 && (s.Epoch < steps[n-1].Epoch || s.Epoch == steps[n-1].Epoch && s.Sample <= steps[n-1].Sample) {
			t.Fatalf("step %d is out of order: %+v", n, s)
		}
	}
}

func TestLearnAllWithNothingToLearn(t *testing.T) {
	t.Parallel()
	p := nn.Perceptron{W: []float64{1, 1}, B: -2, F: nn.Step}
	if steps, done := p.LearnAll(corners(), []float64{0, 0, 0, 1}, 0.5, 1); len(steps) != 0 || !done {
		t.Errorf("%d steps, done %v", len(steps), done)
	}
	if _, done := p.LearnAll(corners(), []float64{0, 0, 0, 1}, 0.5, 0); done {
		t.Error("done without having looked")
	}
	panics(t, "lengths do not match", func() { p.LearnAll(corners(), []float64{0}, 0.5, 1) })
}
