package bank

import (
	"math"
	"testing"

	"hakseup/exercises"
)

// TestSigmoidMistakes works out every sigmoid with shortened numbers, rightly
// by another formula or with a known mistake.
func TestSigmoidMistakes(t *testing.T) {
	t.Parallel()
	for seed := uint64(1); seed < 50; seed++ {
		v := drawn(t, sigmoidValues(), seed)
		x := decoded[sigmoidAt](v.Params).X
		for _, short := range onPaper() {
			e, turned := short(math.Exp(-x)), short(math.Exp(x))
			h := short(1 / short(1+e))
			wantGrade(t, v, "h", dec(turned/(1+turned), 3), exercises.Correct, "")
			wantGrade(t, v, "h", dec(1/(1+turned), 3), exercises.Wrong, "exponent-sign")
			wantGrade(t, v, "slope", dec(e/short((1+e)*(1+e)), 3), exercises.Correct, "")
			wantGrade(t, v, "slope", dec(-h*short(1-h), 3), exercises.Wrong, "sign")
			wantGrade(t, v, "slope", dec(h*h, 3), exercises.Wrong, "squared")
		}
	}
}

// TestInterceptUpsideDown types a quotient that does not end to two decimals.
func TestInterceptUpsideDown(t *testing.T) {
	t.Parallel()
	for seed := uint64(1); seed < seeds; seed++ {
		v := drawn(t, perceptronIntercepts(), seed)
		p := decoded[unitAt](v.Params)
		wantGrade(t, v, "x1", dec(-p.W[0]/p.B, 2), exercises.Wrong, "upside-down")
		wantGrade(t, v, "x2", num(-p.W[1]/p.B), exercises.Wrong, "upside-down")
	}
}

// TestPerceptronFollowThrough goes on rightly from a known mistake, and from
// one that is not known.
func TestPerceptronFollowThrough(t *testing.T) {
	t.Parallel()
	v := drawn(t, sigmoidValues(), 1)
	x := decoded[sigmoidAt](v.Params).X
	tanh := rounded(math.Tanh(x), 3)
	for _, c := range []struct {
		e       exercises.Exercise
		seed    uint64
		answers map[string]string
		follows bool
	}{
		{sigmoidValues(), 1, map[string]string{"h": num(tanh), "slope": dec(tanh*(1-tanh), 3)}, true},
		{sigmoidValues(), 1, map[string]string{"h": "0.9", "slope": "0.09"}, false},
		{perceptronOutput(), 0, map[string]string{"a": "-1", "y": "0"}, true},
		{perceptronOutput(), 0, map[string]string{"a": "-9", "y": "0"}, false},
	} {
		last := exercises.Grade(drawn(t, c.e, c.seed), c.answers).Parts[1]
		if last.Outcome != exercises.Wrong || last.FollowThrough != c.follows {
			t.Errorf("%s %v: %s, follow-through %v, want %v", c.e.ID, c.answers, last.Outcome, last.FollowThrough, c.follows)
		}
	}
}
