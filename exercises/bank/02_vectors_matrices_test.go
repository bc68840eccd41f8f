package bank

import (
	"math"
	"testing"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/nn"
)

// onPaper are ways to shorten a number on the way.
func onPaper() []func(x float64) float64 {
	to := func(digits int, cut bool) func(float64) float64 {
		return func(x float64) float64 { return shorten(x, digits, cut) }
	}
	return []func(float64) float64{to(2, false), to(2, true), to(3, false), to(4, true), func(x float64) float64 { return x }}
}

// wantGrade grades one part of a variant.
func wantGrade(t *testing.T, v exercises.Variant, part, input string, outcome exercises.Outcome, mistake string) {
	t.Helper()
	if res := gradePart(v, part, input); res.Outcome != outcome || res.Mistake != mistake {
		t.Errorf("%s: %s=%s is %s %q, want %s %q", v.Params, part, input, res.Outcome, res.Mistake, outcome, mistake)
	}
}

// TestAngleMistakes works out every angle with shortened numbers and a known
// mistake: the sign of the cosine flipped, or the angle left in radians.
func TestAngleMistakes(t *testing.T) {
	t.Parallel()
	for seed := range uint64(50) {
		v := drawn(t, angleBetween(), seed)
		p := decoded[vectorPair](v.Params)
		for _, short := range onPaper() {
			cos := short(nn.Dot(p.A, p.B) / short(short(nn.Norm(p.A, 2))*short(nn.Norm(p.B, 2))))
			wantGrade(t, v, "angle", dec(inDegrees(-cos), 1), exercises.Wrong, "supplement")
			wantGrade(t, v, "angle", dec(inRadians(cos), 2), exercises.Wrong, "radians")
		}
	}
}

// TestNormOnPaper takes a third for 0.33 and the like.
func TestNormOnPaper(t *testing.T) {
	t.Parallel()
	for seed := range uint64(seeds) {
		v := drawn(t, normP(), seed)
		q := decoded[powerNorm](v.Params)
		p := float64(q.P)
		sum := math.Pow(nn.Norm(q.X, p), p)
		for _, short := range onPaper() {
			wantGrade(t, v, "lp", dec(math.Pow(sum, short(1/p)), 2), exercises.Correct, "")
		}
		wantGrade(t, v, "lp", dec(sum/p, 2), exercises.Wrong, "divided")
	}
}

// TestRoundingIsNamed wants a right answer told what was rounded on the way.
func TestRoundingIsNamed(t *testing.T) {
	t.Parallel()
	v := drawn(t, normP(), 0)
	plain, shortened := gradePart(v, "lp", "4.63").Feedback, gradePart(v, "lp", "4.56").Feedback
	if said := "You rounded the exponent to 0.33."; shortened.EN != plain.EN+" "+said {
		t.Errorf("%q, want it to end in %q", shortened.EN, said)
	}
}

// TestGivenEntry wants the entry that is done filled in with its right value.
func TestGivenEntry(t *testing.T) {
	t.Parallel()
	for seed := range uint64(seeds) {
		p := drawn(t, matmulFinish(), seed).Parts[0]
		kind, _ := p.Kind.(answer.Matrix)
		want, err := p.Kind.Read(p.Answer())
		if err != nil || len(kind.Given) != 1 || kind.Given[0] != num(answer.Entries(want)[0]) {
			t.Errorf("seed %d: %v is given of %s", seed, kind.Given, p.Answer())
		}
	}
}

// TestChoicesVary wants no option right by its text or its place alone.
func TestChoicesVary(t *testing.T) {
	t.Parallel()
	for _, e := range []exercises.Exercise{productShapes(), noXOR()} {
		texts, places, counts := map[string]map[string]int{}, map[string]map[string]int{}, map[string]int{}
		for seed := uint64(1); seed <= seeds; seed++ {
			for _, p := range drawn(t, e, seed).Parts {
				if texts[p.ID] == nil {
					texts[p.ID], places[p.ID] = map[string]int{}, map[string]int{}
				}
				right, err := p.Kind.Read(p.Answer())
				if err != nil {
					t.Fatal(err)
				}
				text := p.Answer()
				if picks, isChoice := right.(answer.Picks); isChoice {
					text = picks.Options[picks.At[0]].EN
				}
				texts[p.ID][text]++
				places[p.ID][p.Answer()]++
				counts[p.ID]++
			}
		}
		for id, n := range counts {
			for what, seen := range map[string]map[string]int{"text": texts[id], "place": places[id]} {
				for value, k := range seen {
					if 3*k > 2*n {
						t.Errorf("%s part %s: the %s %s is right in %d of %d variants", e.ID, id, what, value, k, n)
					}
				}
			}
		}
	}
}
