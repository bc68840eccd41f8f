package bank

import (
	"strings"
	"testing"

	"hakseup/exercises"
)

// TestWorkedFollowThrough answers the lecture's example with one slip at a
// time and rightly on from there.
func TestWorkedFollowThrough(t *testing.T) {
	t.Parallel()
	v := drawn(t, workedExercise(), 0)
	for _, c := range []struct {
		name    string
		answers [4]string // a, y, mse, ce
		share   float64
		want    string // for each part: right, wrong, follows
	}{
		{"all right", [4]string{"0.81, 0.39", "0.603, 0.397", "0.157", "0.505"}, 1, "right right right right"},
		{"all right in log10", [4]string{"0.81, 0.39", "0.6, 0.4", "0.16", "0.222"}, 1, "right right right right"},
		{"bias forgotten", [4]string{"0.11, 0.19", "0.480, 0.520", "0.270", "0.734"}, 0.75, "wrong follows follows follows"},
		{"the bias added first", [4]string{"0.27, 0.48", "0.448, 0.552", "0.305", "0.803"}, 0.75, "wrong follows follows follows"},
		{"stock values", [4]string{"0, 0", "0.5, 0.5", "0.25", "0.693"}, 0, "wrong wrong wrong wrong"},
		{"the handout", [4]string{"0.81, 0.39", "0.8, 0.2", "0.04", "0.096"}, 0.75, "right wrong follows follows"},
		{"the ½ forgotten", [4]string{"0.81, 0.39", "0.603, 0.397", "0.314", "0.505"}, 0.75, "right right wrong right"},
		{"wrong, and not even following", [4]string{"1, 0", "0.5, 0.5", "0.9", "3"}, 0, "wrong wrong wrong wrong"},
	} {
		input := map[string]string{"a": c.answers[0], "y": c.answers[1], "mse": c.answers[2], "ce": c.answers[3]}
		report := exercises.Grade(v, input)
		var got []string
		for _, res := range report.Parts {
			switch {
			case res.Outcome == exercises.Correct:
				got = append(got, "right")
			case res.FollowThrough:
				got = append(got, "follows")
			default:
				got = append(got, "wrong")
			}
		}
		if s := strings.Join(got, " "); s != c.want || report.Share != c.share {
			t.Errorf("%s: %s, share %g; want %s, share %g", c.name, s, report.Share, c.want, c.share)
		}
	}
}

// TestWorkedSlip wants the handout's numbers met with the slip that they come
// from, and only in the lecture's own example.
func TestWorkedSlip(t *testing.T) {
	t.Parallel()
	report := exercises.Grade(drawn(t, workedExercise(), 0), map[string]string{"a": "0.81, 0.39", "y": "0.8, 0.2", "mse": "0.04", "ce": "0.096"})
	for _, res := range report.Parts[1:] {
		if res.Mistake != "handout" || !strings.Contains(res.Feedback.EN, "0.48") {
			t.Errorf("%s: mistake %q, %s", res.Part, res.Mistake, res.Feedback.EN)
		}
	}
	for seed := uint64(1); seed < 50; seed++ {
		for _, p := range drawn(t, workedExercise(), seed).Parts {
			for _, r := range p.Rules {
				if r.Mistake == "handout" {
					t.Fatalf("seed %d: the handout's slip in %s", seed, p.ID)
				}
			}
		}
	}
}

// TestCEFollowThrough takes a common logarithm from a natural one to base 2.
func TestCEFollowThrough(t *testing.T) {
	t.Parallel()
	report := exercises.Grade(drawn(t, ceExercise(), 0), map[string]string{"ln": "0.322", "log10": "0.140"})
	if ln, log10 := report.Parts[0], report.Parts[1]; ln.Outcome != exercises.Wrong || !log10.FollowThrough {
		t.Errorf("ln %s, log10 %s, follow-through %v", ln.Outcome, log10.Outcome, log10.FollowThrough)
	}
}

// TestRatioCases wants every flaw among the variants, each with its own
// option right.
func TestRatioCases(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for seed := range uint64(100) {
		seen[drawn(t, ratioExercise(), seed).Parts[0].Answer()] = true
	}
	for _, want := range []string{"1", "2", "3", "4"} {
		if !seen[want] {
			t.Errorf("no variant in which option %s is right", want)
		}
	}
	if seen["5"] {
		t.Error("the shares do add up to 1")
	}
}
