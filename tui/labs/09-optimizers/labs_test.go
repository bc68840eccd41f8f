package optimizers

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

// TestTheRateOfEverySizeSuitsIt holds that of seven rates no other ends with a loss
// that is lower by more than a twentieth, in the middle of nine starts.
func TestTheRateOfEverySizeSuitsIt(t *testing.T) {
	t.Parallel()
	const starts, margin = 9, 1.05
	median := func(z size) float64 {
		var ends []float64
		for seed := range uint64(starts) {
			ends = append(ends, train(moons(seed+1), z, seed+1).loss[epochs])
		}
		slices.Sort(ends)
		return ends[starts/2]
	}
	for _, z := range sizes() {
		own := median(z)
		for _, rate := range []float64{0.01, 0.03, 0.1, 0.3, 1, 3, 10} {
			if other := median(size{z.batch, rate}); other*margin < own {
				t.Errorf("B = %d: %v with the rate %v, %v with %v", z.batch, own, z.rate, other, rate)
			}
		}
	}
}

// TestTheFanIsOneOfTheNetwork holds the whole gradient of a fan against a quotient of
// differences, and the mean of the batches against the whole.
func TestTheFanIsOneOfTheNetwork(t *testing.T) {
	t.Parallel()
	set, n := moons(3), network(3)
	f := spread(set, n.Params, 2, 5)
	w := nn.NewWorkspace(n, samples)
	loss := func(params []float64) float64 {
		copy(n.Params, params)
		return w.Loss(set.X, set.T)
	}
	const step = 1e-5
	g := nn.NumericGradient(loss, clone(n.Params), step)
	if whole := math.Sqrt(nn.Dot(g, g)); math.Abs(whole-f.whole) > 1e-6 {
		t.Errorf("the whole gradient is %v long, want %v", f.whole, whole)
	}
	sum := 0.0
	for _, along := range f.along { // 200 batches of 2: all samples once
		sum += along / fanned
	}
	if math.Abs(sum-f.whole) > 1e-9 {
		t.Errorf("the batches come to %v, the whole is %v", sum, f.whole)
	}
}

// TestToursOfAllSizesSeeAsMuch holds updates and epochs of every size together.
func TestToursOfAllSizesSeeAsMuch(t *testing.T) {
	t.Parallel()
	s := started(NewBatch().(*batch), 1)
	for i, z := range sizes() {
		s.chosen, s.updates = i, 0
		for range epochs {
			s.Advance(nn.ByEpoch, always)
		}
		seen, _ := lab.FactOf(s, "seen")
		if seen.Value != epochs*samples || s.updates != epochs*z.iterations() || s.Advance(nn.ByBatch, always) {
			t.Errorf("B = %d: %v samples in %d updates", z.batch, seen.Value, s.updates)
		}
		s.Back(nn.ByEpoch)
		if s.updates != (epochs-1)*z.iterations() {
			t.Errorf("B = %d: an epoch back at update %d", z.batch, s.updates)
		}
	}
}

// TestTheStepIsTakenApart adds what a step is made of for every racer.
func TestTheStepIsTakenApart(t *testing.T) {
	t.Parallel()
	for i, r := range racers() {
		s := started(NewRace().(*race), 1)
		s.chosen, s.steps = i, 4
		k := s.making()
		at, _ := s.path(i)
		s.steps++
		next, _ := s.path(i)
		if at[4] != k.at {
			t.Errorf("%s: at %v, want %v", r.id, k.at, at[4])
		}
		for axis := range 2 {
			if want := next[5][axis] - k.at[axis]; math.Abs(k.move[axis]-want) > 1e-15 {
				t.Errorf("%s: moves by %v, want %v", r.id, k.move[axis], want)
			}
			if down := k.move[axis] - k.memory[axis]; k.hasMemory && !k.divides && math.Abs(down+s.entered(i).Rate*k.grad[axis]) > 1e-12 {
				t.Errorf("%s: inertia %v and slope %v make no step of %v", r.id, k.memory, down, k.move)
			}
		}
	}
}

// TestTheStartTurnsWithTheGround puts the start where it is pointed at, turned or not,
// and wants the race to be the same where nobody reads the axes.
func TestTheStartTurnsWithTheGround(t *testing.T) {
	t.Parallel()
	s := started(NewRace().(*race), 1)
	s.steps = 30
	flat := s.height(0)
	s.Panel().Set("turn", 30)
	if turned := s.height(0); math.Abs(turned-flat) > 1e-12 {
		t.Errorf("SGD ends at %v, turned at %v", flat, turned)
	}
	lab.Point(s, "ground", 3, -1.5, lab.Press)
	if at := s.hill().Start; math.Hypot(at[0]-3, at[1]+1.5) > 1e-9 {
		t.Errorf("the start is at %v", at)
	}
}

// TestARateOfOnesOwn takes the rates over from where they came, and changes one.
func TestARateOfOnesOwn(t *testing.T) {
	t.Parallel()
	s := started(NewRace().(*race), 1)
	s.rates = bestRates
	best := s.entered(1).Rate
	s.Panel().Set("rate", 0.5)
	if s.rates != ownRates || s.entered(0).Rate != 0.5 || s.entered(1).Rate != best {
		t.Errorf("%s: %v and %v", s.rates, s.entered(0), s.entered(1))
	}
	c, _ := s.Panel().Find(lab.LineControl)
	if err := c.SetText("--optimizer momentum --lr 1.3 --beta 0.4"); err != nil || s.chosen != 1 || s.entered(1).Keep[0] != 0.4 {
		t.Errorf("%v: %v", err, s.entered(1))
	}
	if err := c.SetText("--optimizer adamw"); err == nil {
		t.Error("AdamW takes part")
	}
}
