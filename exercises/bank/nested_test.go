package bank_test

import (
	"slices"
	"testing"

	"hakseup/exercises/bank"
)

// TestWhatIsContainedExists holds the table of what contains what against the
// exercises: all are there, and none contains itself.
func TestWhatIsContainedExists(t *testing.T) {
	t.Parallel()
	parts := 0
	for _, e := range bank.All() {
		for _, id := range bank.Contains(e.ID) {
			parts++
			if _, ok := bank.Find(id); !ok || id == e.ID {
				t.Errorf("%s contains %s", e.ID, id)
			}
		}
	}
	if parts < 40 {
		t.Errorf("only %d parts: a name in the table is none of an exercise", parts)
	}
	if got := bank.Contains("practice-1"); !slices.Contains(got, "06/softmax") {
		t.Errorf("practice-1 contains %q", got)
	}
}

// TestTheSameMistakeHasOneName looks for mistakes of several exercises.
func TestTheSameMistakeHasOneName(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"06/worked", "practice-1", "05/forward", "02/order"} {
		if !slices.Contains(bank.Mistakes(id), "transposed") {
			t.Errorf("%s: %q", id, bank.Mistakes(id))
		}
	}
	if a, b := bank.Mistake("01/drop", "sign"), bank.Mistake("08/neuron", "sign"); a == b {
		t.Errorf("%q is two mistakes", a)
	}
	if name := bank.Mistake("02/sum", "place-2"); name != "" {
		t.Errorf("place-2 is called %q", name)
	}
}
