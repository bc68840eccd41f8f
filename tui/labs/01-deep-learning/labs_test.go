package deeplearning

import (
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
	if !ok || !f.Known {
		t.Fatalf("there is no fact %q", id)
	}
	return f.Value
}

// TestWhatANetworkSeesIsNotWhatWeSee holds what the lecture says of a network that
// has read the digits a few times, over several starts: shuffled pixels change
// nothing, a shift by three pixels costs a third and more, negatives are read worse
// than by guessing, and noise is taken for digits.
func TestWhatANetworkSeesIsNotWhatWeSee(t *testing.T) {
	t.Parallel()
	const starts, most = 20, 18
	same, shifted, inverted, sure := 0, 0, 0, 0
	for seed := range uint64(starts) {
		s := started(NewFeatures().(*features), seed+1)
		learn := func() {
			for range 3 {
				s.Advance(nn.ByEpoch, always)
			}
		}
		count := func(ok bool, in *int) {
			if ok {
				*in++
			}
		}
		learn()
		usual := known(t, s, "top1")
		s.Panel().Set("shift", 3)
		count(known(t, s, "top1") < 0.7*usual, &shifted)
		s.Panel().Set("shift", 0)
		s.Panel().Set("kind", 1)
		count(known(t, s, "top1") < 0.1, &inverted)
		s.Panel().Set("kind", 2)
		s.Advance(nn.ByEpoch, always)
		s.Advance(nn.ByEpoch, always)
		count(known(t, s, "mean") > 0.4, &sure)
		s.Panel().Set("kind", 0)
		s.Panel().Set("permuted", 1)
		learn()
		count(usual > 0.8 && known(t, s, "top1") > usual-0.05, &same)
	}
	if same < most || shifted < most || inverted < most || sure < most {
		t.Errorf("of %d starts: shuffled as before %d, shifted far worse %d, negatives below guessing %d, sure of noise %d", starts, same, shifted, inverted, sure)
	}
}

// TestWhatIsTaughtAloneDrivesOutTheRest teaches one drawing, alone and along with
// old digits, and goes back.
func TestWhatIsTaughtAloneDrivesOutTheRest(t *testing.T) {
	t.Parallel()
	forgot, kept := 0, 0
	for seed := range uint64(20) {
		for _, mix := range []bool{false, true} {
			s := started(NewPaper().(*paper), seed+1)
			for range 3 {
				s.Advance(nn.ByEpoch, always)
			}
			s.Panel().Set("sample", 3)
			s.Panel().Set("truth", 3)
			s.mix = mix
			before := s.accuracy()
			s.Panel().Set("teach", 1)
			after := s.accuracy()
			if guess := known(t, s, "guess"); guess != 3 {
				t.Errorf("seed %d, mixed %v: it was taught a 3 and reads %v", seed, mix, guess)
			}
			switch {
			case !mix && after < before-0.1:
				forgot++
			case mix && after > before-0.05:
				kept++
			}
			for s.Back(nn.ByEpoch) {
				if epoch, _, _ := s.trainer.Position(); epoch <= 3 {
					break
				}
			}
		}
	}
	if forgot < 18 || kept < 18 {
		t.Errorf("of 20 starts %d forget much when taught alone, and %d keep it when mixed", forgot, kept)
	}
}

// TestADrawingIsReadAsItIsFramed draws a slanted one by the mouse, small and in a
// corner, and has it read.
func TestADrawingIsReadAsItIsFramed(t *testing.T) {
	t.Parallel()
	s := started(NewPaper().(*paper), 1)
	for range 3 {
		s.Advance(nn.ByEpoch, always)
	}
	s.Point(sheetArea, 20, 25, lab.Press)
	s.Point(sheetArea, 19, 14, lab.Drag)
	s.Point(sheetArea, 19, 14, lab.Release)
	if guess := known(t, s, "guess"); guess != 1 {
		t.Errorf("a stroke is read as %v", guess)
	}
	before := s.ink
	s.Nudge(sheetArea, 1, 0, true)
	if &before[0] == &s.ink[0] {
		t.Error("the arrow keys draw nothing")
	}
	s.lifted = true
	before = s.ink
	s.Nudge(sheetArea, 0, 1, false)
	if &before[0] != &s.ink[0] {
		t.Error("a lifted pen draws")
	}
}
