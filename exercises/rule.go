package exercises

import (
	"math"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// Entries is what a rule can want: a number, or the entries of a vector or,
// row by row, of a matrix.
type Entries interface{ int | float64 | []float64 }

// Right accepts want within tol. Exact values have tol 0.
func Right[E Entries](want E, tol float64, feedback lang.Text) Rule {
	return Rule{Outcome: Correct, Want: entries(want), Tol: tol, Feedback: feedback}
}

// Mistaken recognises the value to which a known mistake leads.
func Mistaken[E Entries](id string, want E, tol float64, feedback lang.Text) Rule {
	return Rule{Outcome: Wrong, Mistake: id, Want: entries(want), Tol: tol, Feedback: feedback}
}

// Runs accepts whatever passes a trial: "choose weights, the engine runs
// them". The example is one answer that does; it is shown as the answer.
func Runs[E Entries](example E, passes func(got answer.Value) bool, feedback lang.Text) Rule {
	return Rule{Outcome: Correct, Want: entries(example), Match: passes, Feedback: feedback}
}

// Fails recognises a known mistake by trial.
func Fails(id string, fits func(got answer.Value) bool, feedback lang.Text) Rule {
	return Rule{Outcome: Wrong, Mistake: id, Match: fits, Feedback: feedback}
}

// Explaining returns the rule with a sentence about the very answer that was
// given, in place of its Feedback.
func (r Rule) Explaining(explain func(got answer.Value) lang.Text) Rule {
	r.Explain = explain
	return r
}

// Follow recognises what from works out of the earlier parts as they were
// answered: see Rule.From.
func Follow(from func(earlier map[string]answer.Value) (want []float64, ok bool), tol float64, feedback lang.Text) Rule {
	return Rule{Outcome: Wrong, From: from, Tol: tol, Feedback: feedback}
}

func entries[E Entries](want E) []float64 {
	switch w := any(want).(type) {
	case int:
		return []float64{float64(w)}
	case float64:
		return []float64{w}
	case []float64:
		return w
	}
	return nil
}

// fits reports whether got is what the rule is about.
func (r Rule) fits(got answer.Value) bool {
	if r.Match != nil {
		return r.Match(got)
	}
	return near(got.Data, r.Want, r.Tol)
}

// follows reports whether got is what the rule works out of earlier parts.
func (r Rule) follows(got answer.Value, earlier map[string]answer.Value) bool {
	if r.From == nil {
		return false
	}
	want, ok := r.From(earlier)
	return ok && near(got.Data, want, r.Tol)
}

// near reports whether all entries agree within tol. A relative 1e-9 on top
// forgives that 0.1 + 0.2 is not quite 0.3 in binary fractions.
func near(got, want []float64, tol float64) bool {
	if len(got) != len(want) {
		return false
	}
	for i, w := range want {
		// NaN fails this comparison, as it must.
		if !(math.Abs(got[i]-w) <= tol+1e-9*math.Max(1, math.Abs(w))) {
			return false
		}
	}
	return true
}

// rounded returns Want with the fewest decimals that stay within Tol: the
// digits that the statement asks for.
func (r Rule) rounded() []float64 {
	if r.Tol <= 0 {
		return r.Want
	}
	scale := 1.0
	for 0.5/scale > r.Tol {
		scale *= 10
	}
	out := make([]float64, len(r.Want))
	for i, w := range r.Want {
		out[i] = math.Round(w*scale) / scale
	}
	return out
}
