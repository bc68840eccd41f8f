package bank

import (
	"encoding/json"
	"testing"

	"hakseup/exercises"
)

// TestPinned grades answers that were once called wrong, or called a mistake
// that nobody had made, on the numbers on which that happened.
func TestPinned(t *testing.T) {
	t.Parallel()
	network := func(z, w, b string) string {
		return `{"Z":[` + z + `],"Layer":{"W":{"Rows":2,"Cols":2,"Data":[` + w + `]},"B":[` + b + `]}}`
	}
	handout := network("0.2,0.4", "0.1,0.9,0.2,0.2", "0.1,0.9")
	eight := `{"Network":` + network("0.7,0.6", "0.7,0.2,0.9,0.3", "0.3,0.6") + `}`
	for _, c := range []struct {
		id, params, part, typed, want string
	}{
		// The handout's own way, a probability rounded to two decimals.
		{"practice-1", network("0.4,0.9", "0.1,0.5,0.7,0.7", "0.3,0.1"), "mse", "0.314", "correct"},
		{"practice-1", network("0.4,0.9", "0.1,0.5,0.7,0.7", "0.3,0.1"), "ce", "0.357", "correct"},
		{"06/worked", eight, "y", "0.38, 0.62", "correct"},
		{"06/worked", eight, "mse", "0.384", "correct"},
		{"06/worked", eight, "ce", "0.420", "correct"},
		// A probability kept to three decimals.
		{"practice-1", network("0.2,0.4", "0.3,0.5,0.4,0.3", "0.2,0.7"), "mse", "0.370", "correct"},
		{"practice-1", network("0.2,0.4", "0.3,0.5,0.4,0.3", "0.2,0.7"), "ce", "0.936", "correct"},
		// Honest rounding, and too few digits, that were taken for mistakes.
		{"06/softmax", `[-0.6,-1.1,-1.6]`, "y", "0.5,0.3,0.2", "wrong rough"},
		{"06/softmax", `[-0.6,-1.1,-1.6]`, "y", "0.51,0.31,0.19", "correct"},
		{"02/angle", `{"A":[4,2],"B":[5,4]}`, "angle", "11.8", "correct"},
		{"04/sigmoid", `{"X":-2.8}`, "h", "0.057", "correct"},
		{"04/sigmoid", `{"X":-2.8}`, "slope", "0.056", "correct"}, // from 0.06
		// One probability rounded or cut off, the other what it leaves of 1.
		{"practice-1", handout, "mse", "0.4096", "correct"},
		{"practice-1", handout, "mse", "0.410", "correct"},
		{"practice-1", handout, "ce", "0.4437", "correct"},
		// Mistakes in formulas that were only known on the handout's.
		{"practice-2", `{"K":4,"M":-6}`, "dx", "4dL/df if x>0 else 0", "wrong boundary"},
		{"practice-2", `{"K":-3,"M":4}`, "dx", "-3dL/df if x<0 else 0", "wrong boundary"},
		{"practice-3", `{"C":7,"N":4}`, "dw", "7w dL/df", "wrong not-swapped"},
		{"practice-3", `{"C":7,"N":4}`, "dw", "x^4 dL/df", "wrong coefficient-forgotten"},
		{"practice-3", `{"C":7,"N":4}`, "dx", "4wx^3 dL/df", "wrong coefficient-forgotten"},
		// The swapped truth in the other base.
		{"practice-1", network("0.4,0.9", "0.1,0.6,0.4,0.7", "0.9,0.1"), "ce", "0.448", "wrong swapped-truth"},
	} {
		e, _ := Find(c.id)
		v, err := e.Again(json.RawMessage(c.params))
		if err != nil {
			t.Fatalf("%s: %v", c.id, err)
		}
		res := gradePart(v, c.part, c.typed)
		got := res.Outcome.String()
		if res.Outcome == exercises.Wrong {
			got += " " + res.Mistake
		}
		if got != c.want {
			t.Errorf("%s %s: %s=%s is %s, want %s", c.id, c.params, c.part, c.typed, got, c.want)
		}
	}
}
