package datasets

import (
	"math"
	"slices"
	"testing"

	"hakseup/nn"
	"hakseup/tui/lab"
)

func started[T lab.Lab](l T, seed uint64) T {
	lab.Reset(l, seed)
	return l
}

func always() bool { return true }

func known(t *testing.T, l lab.Lab, id string) float64 {
	t.Helper()
	f, ok := lab.FactOf(l, id)
	if !ok {
		t.Fatalf("there is no fact %q", id)
	}
	return f.Value
}

// TestAnEpochFeedsEverySampleOnce goes through an epoch whose last batch is
// smaller, and looks at the order of the next one.
func TestAnEpochFeedsEverySampleOnce(t *testing.T) {
	t.Parallel()
	s := started(NewStrip().(*strip), 1)
	s.n, s.batch, s.validation, s.test = 50, 7, 10, 10
	var seen, again []int
	for range s.batches().Len() {
		s.Advance(nn.ByBatch, always)
		seen = append(seen, s.now()...)
	}
	if last := len(s.now()); last != 40-5*7 || known(t, s, "last") != float64(last) {
		t.Errorf("the last batch has %d samples, and the fact says %v", last, known(t, s, "last"))
	}
	for range s.batches().Len() {
		s.Advance(nn.ByBatch, always)
		again = append(again, s.now()...)
	}
	if slices.Equal(seen, again) {
		t.Error("the second epoch has the order of the first")
	}
	slices.Sort(seen)
	slices.Sort(again)
	for i := range 40 {
		if seen[i] != i || again[i] != i {
			t.Fatalf("sample %d was not fed once in each epoch", i)
		}
	}
	s.Back(nn.ByEpoch)
	if s.steps != 6 {
		t.Errorf("an epoch back it is at iteration %d, want 6", s.steps)
	}
}

func TestEverySampleIsTestedOnce(t *testing.T) {
	t.Parallel()
	s := started(NewFolds().(*folds), 3)
	s.Panel().Set("n", 50)
	s.Panel().Set("k", 7)
	tested := 0
	for s.Advance(nn.ByEpoch, always) {
	}
	for _, f := range s.parts {
		tested += f.Test.Len()
		if f.Train.Len()+f.Test.Len() != 50 {
			t.Errorf("a round has %d samples", f.Train.Len()+f.Test.Len())
		}
	}
	if least, most := s.sizes(); tested != 50 || least != 7 || most != 8 || len(s.scores) != 7 {
		t.Errorf("tested %d samples in parts of %d to %d, %d scores", tested, least, most, len(s.scores))
	}
}

// TestCrossValidationIsSteadier holds what the lecture says: of 20 sets of points
// at least 18 have a spread of 5-fold cross validation below half that of single
// splits, whose range is 20 points or more.
func TestCrossValidationIsSteadier(t *testing.T) {
	t.Parallel()
	steadier, wide := 0, 0
	for seed := range uint64(20) {
		s := started(NewLuck().(*luck), seed)
		for range 40 {
			s.way = 0
			s.Advance(nn.ByEpoch, always)
			s.way = 1
			s.Advance(nn.ByEpoch, always)
		}
		if known(t, s, "five.sd") < known(t, s, "single.sd")/2 {
			steadier++
		}
		if known(t, s, "single.high")-known(t, s, "single.low") >= 0.2-1e-9 {
			wide++
		}
	}
	if steadier < 18 || wide < 18 {
		t.Errorf("of 20 sets %d are steadier, and %d have a wide range", steadier, wide)
	}
}

// TestEveryLeakPromisesTooMuch holds what the lecture says of the four leaks:
// of 20 seeds at least 18 promise too much with the leak, and the mean of those
// without it is true.
func TestEveryLeakPromisesTooMuch(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		kind string
		coin bool
		by   float64 // by which six trainings promise too much
	}{
		{byRows, false, 0.1},
		{byRows, true, 0.25},
		{byCopies, false, 0.05},
		{byCopies, true, 0.2},
		{bySelect, true, 0.12},
		{byBest, true, 0.04},
	} {
		inflated, honest := 0, 0.0
		for seed := range uint64(20) {
			s := started(NewLeaks().(*leaks), seed+1)
			s.kind, s.coin, s.k = tt.kind, tt.coin, 20
			s.leak = true
			for range 6 {
				s.Advance(nn.ByEpoch, always)
			}
			if known(t, s, "gap")/100 > tt.by {
				inflated++
			}
			s.leak = false
			for range 6 {
				s.Advance(nn.ByEpoch, always)
			}
			honest += known(t, s, "gap") / 100 / 20
		}
		if inflated < 18 || math.Abs(honest) > 0.03 {
			t.Errorf("%s, coin %v: %d of 20 are inflated by %v; without the leak it is off by %.3f", tt.kind, tt.coin, inflated, tt.by, honest)
		}
	}
}
