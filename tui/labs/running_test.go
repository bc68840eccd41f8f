package labs_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
)

// TestEveryLabIsDeterministic takes two labs the same way.
func TestEveryLabIsDeterministic(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, id string) {
		t.Helper()
		a, b := newLab(t, id), newLab(t, id)
		for _, l := range []lab.Lab{a, b} {
			lab.Start(l, 7)
			for _, c := range l.Panel() {
				lo, hi := c.Range()
				c.Set((lo + 2*hi) / 3)
			}
			advance(l, 5)
		}
		if state(a) != state(b) {
			t.Error("the same way leads elsewhere")
		}
	})
}

// TestEveryRunGoesBack wants every state again on the way back, to the bit.
func TestEveryRunGoesBack(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, id string) {
		t.Helper()
		l := newLab(t, id)
		r, ok := l.(lab.Runner)
		if !ok {
			return
		}
		states := []string{state(l)}
		for more := true; more && len(states) < 12; {
			more = r.Advance(nn.ByBatch, func() bool { return true })
			if now := state(l); more || now != states[len(states)-1] {
				states = append(states, now)
			}
		}
		for i, want := range slices.Backward(states) {
			if state(l) != want {
				t.Fatalf("%d steps from the start it is not as it was", i)
			}
			r.Back(nn.ByBatch)
		}
		if state(l) != states[0] {
			t.Error("there is something before the start")
		}
	})
}

// TestEverySamplerWorksOnACopy tries a start twice, and wants the lab as it was.
func TestEverySamplerWorksOnACopy(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, id string) {
		t.Helper()
		l := newLab(t, id)
		s, ok := l.(lab.Sampler)
		if !ok {
			return
		}
		before := state(l)
		try := s.Sampler()
		first, again := try(t.Context(), 3), try(t.Context(), 3)
		if len(first) == 0 || fmt.Sprint(facts(first)) != fmt.Sprint(facts(again)) || state(l) != before {
			t.Errorf("the same start comes to %v, then to %v", facts(first), facts(again))
		}
		ended, end := context.WithCancel(t.Context())
		end()
		if try(ended, 3) != nil {
			t.Error("an ended context has a result")
		}
		lab.Sampled(l, lab.Sample{Seed: 3, Facts: first})
		if said := words(l, lang.KO); broken(said) || state(l) == before {
			t.Errorf("the results do not show:\n%s", said)
		}
	})
}

func facts(all []lab.Fact) []any {
	var out []any
	for _, f := range all {
		out = append(out, f.ID, f.Value)
	}
	return out
}

// TestEveryPinnedRunShows pins a run and wants to see it beside the next one,
// from the same start.
func TestEveryPinnedRunShows(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, id string) {
		t.Helper()
		l := newLab(t, id)
		k, ok := l.(lab.Pinner)
		if !ok {
			return
		}
		start := state(l)
		advance(l, 60)
		k.Pin(l.Panel())
		if !k.Pinned() || state(l) == start {
			t.Error("the pinned run does not show")
		}
		k.Unpin()
		if state(l) != start {
			t.Errorf("without it the start is\n%s\nwant\n%s", state(l), start)
		}
	})
}
