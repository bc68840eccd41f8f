package softmaxloss

import (
	"math"
	"slices"
	"testing"

	"hakseup/nn"
	"hakseup/tui/lab"
)

func started[T lab.Lab](l T) T {
	lab.Reset(l, 1)
	return l
}

// set changes controls, and follows what they lead to.
func set(l lab.Lab, id string, v float64) { l.Panel().Set(id, v) }

// TestLossSlopes holds the slopes against differences of the curves.
func TestLossSlopes(t *testing.T) {
	t.Parallel()
	for state := range 8 {
		s := started(&loss{})
		s.byScore, s.dog = state&1 > 0, state&2 > 0
		if state&4 > 0 {
			s.base = 10
		}
		for _, x := range []float64{0.03, 0.3, 0.5, 0.95} {
			for _, k := range s.kinds() {
				const h = 1e-6
				want := (k.value(s.guess(x+h)) - k.value(s.guess(x-h))) / (2 * h)
				if got := s.slope(k, x); math.Abs(got-want) > 1e-5*(1+math.Abs(want)) {
					t.Errorf("state %d, %s at %v: slope %v, want %v", state, k.id, x, got, want)
				}
			}
		}
	}
}

func TestProbabilityAndScoreMoveEachOther(t *testing.T) {
	t.Parallel()
	s := started(&loss{})
	if set(s, "p", 0.9); math.Abs(s.score-math.Log(9)) > 1e-12 {
		t.Errorf("score %v, want ln 9", s.score)
	}
	if set(s, "score", 0); s.p != 0.5 {
		t.Errorf("probability %v, want 0.5", s.p)
	}
}

func TestTheMouseMovesTheGuess(t *testing.T) {
	t.Parallel()
	s := started(&softmax{})
	lab.Point(s, "shares", 2.04, 0.5, lab.Press)
	if s.cat != 2 {
		t.Errorf("the cat's score is %v, want 2", s.cat)
	}
	if lab.Point(s, "shares", 99, 0, lab.Drag); s.cat != 5 {
		t.Errorf("the cat's score is %v, want 5", s.cat)
	}
	if lab.Nudge(s, "shares", +1, 0, false) {
		t.Error("the arrows move beyond the end")
	}
	l := started(&loss{})
	set(l, "axis", 1)
	if moved := lab.Nudge(l, "losses", +1, 0, true); !moved || math.Abs(l.score+1.2) > 1e-12 {
		t.Errorf("the score is nudged to %v, want −1.2", l.score)
	}
}

func TestTheOrderOfTheIndicesNamesTheWeights(t *testing.T) {
	t.Parallel()
	s := started(&calculator{})
	set(s, "index", 1)
	if c, _ := s.Panel().Find("w12"); c.Label.EN != "w₂₁  z₂→a₁" {
		t.Errorf("from, to: w12 is labelled %q", c.Label.EN)
	}
}

// TestCalculatorLearns steps until there is nothing left to learn and back.
func TestCalculatorLearns(t *testing.T) {
	t.Parallel()
	s := started(&calculator{})
	losses := []float64{s.work().ce}
	for s.Advance(nn.ByBatch, nil) {
		if losses = append(losses, s.work().ce); len(losses) > 5000 {
			t.Fatal("learning does not end")
		}
	}
	if !slices.IsSortedFunc(losses, func(a, b float64) int { return int(math.Copysign(1, b-a)) }) {
		t.Error("the loss does not fall at every step")
	}
	if got := s.losses(); !slices.Equal(got[:len(losses)], losses) {
		t.Error("the history is not what was seen")
	}
	for s.Back(nn.ByBatch) {
	}
	if s.n != example() || len(s.past) != 0 {
		t.Errorf("back at the start the numbers are %v", s.n)
	}
	s.Advance(nn.ByBatch, nil)
	if set(s, "z1", 1); len(s.past) != 0 {
		t.Error("a changed number does not begin a new history")
	}
}

// TestCalculatorGradient holds a step of learning against differences.
func TestCalculatorGradient(t *testing.T) {
	t.Parallel()
	s := started(&calculator{})
	next := started(&calculator{})
	next.Advance(nn.ByBatch, nil)
	for _, id := range []string{"w11", "w12", "w21", "w22", "b1", "b2"} {
		const h = 1e-6
		at := func(v float64) float64 {
			c := s.Clone().(*calculator)
			set(c, id, v)
			return c.work().ce
		}
		before, _ := s.Panel().Find(id)
		after, _ := next.Panel().Find(id)
		v := before.Value()
		if want := v - learningRate*(at(v+h)-at(v-h))/(2*h); math.Abs(after.Value()-want) > 1e-8 {
			t.Errorf("%s is %v after a step, want %v", id, after.Value(), want)
		}
	}
}

// TestRatioIsNotSoftmax guards the lab's own arithmetic with nn's.
func TestRatioIsNotSoftmax(t *testing.T) {
	t.Parallel()
	a, y := []float64{1.5, 3.7}, make([]float64, 2)
	nn.Softmax(y, a, 1)
	if d := directOf(a, 1); math.Abs(d.shares[0]-y[0]) > 1e-15 {
		t.Errorf("the direct way gives %v, want %v", d.shares, y)
	}
	if r := ratioOf(a); math.Abs(r.shares[0]-1.5/5.2) > 1e-15 {
		t.Errorf("the ratio is %v", r.shares)
	}
}
