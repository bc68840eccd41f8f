package exercises

import (
	"math"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// Rule recognises one answer, right or wrong. Right, Mistaken, Runs, Fails
// and Follow make one.
type Rule struct {
	Outcome  Outcome   // Correct or Wrong
	Mistake  string    // for Wrong: the id of the known mistake
	Want     Want      // what it recognises; of Runs, one example of it
	Feedback lang.Text // one or two sentences

	// Carried tells a mistake that comes over from an earlier part: made
	// there, too, it is a follow-through here.
	Carried bool

	// Explain, when set, says more than Feedback can: it knows the answer
	// that was given and the way to it. It takes the place of Feedback.
	Explain func(got answer.Value, way Way) lang.Text

	// Match, when set, decides in place of Want: "choose weights, the
	// engine runs them".
	Match func(got answer.Value) bool

	// From, when set, works out what follows from the earlier parts as they
	// were answered, to Digits decimals. The number is not right, but the
	// way to it is, and the part earns its share.
	From   func(earlier map[string]Result) (Calc, bool)
	After  string // id of the part that it follows from
	Digits int
}

// Right accepts an answer.
func Right(want Want, feedback lang.Text) Rule {
	return Rule{Outcome: Correct, Want: want, Feedback: feedback}
}

// Mistaken recognises the answer to which a known mistake leads.
func Mistaken(id string, want Want, feedback lang.Text) Rule {
	return Rule{Outcome: Wrong, Mistake: id, Want: want, Feedback: feedback}
}

// Runs accepts whatever passes a trial: "choose weights, the engine runs
// them". The example is one answer that does; it is shown as the answer.
func Runs[E Entries](example E, passes func(got answer.Value) bool, feedback lang.Text) Rule {
	return Rule{Outcome: Correct, Want: Exactly(example), Match: passes, Feedback: feedback}
}

// RunsLine accepts whatever line passes a trial. The example is one that does.
func RunsLine(example string, passes func(got answer.Value) bool, feedback lang.Text) Rule {
	return Rule{Outcome: Correct, Want: Is(answer.Said(example)), Match: passes, Feedback: feedback}
}

// Fails recognises a known mistake by trial.
func Fails(id string, fits func(got answer.Value) bool, feedback lang.Text) Rule {
	return Rule{Outcome: Wrong, Mistake: id, Match: fits, Feedback: feedback}
}

// Follow recognises what follows from an earlier part that was answered by a
// known mistake: see Rule.From. Exact results have answer.Exact digits.
func Follow(after string, digits int, from func(earlier map[string]Result) (Calc, bool), feedback lang.Text) Rule {
	return Rule{Outcome: Wrong, After: after, Digits: digits, From: from, Feedback: feedback}
}

// Explaining returns the rule with a sentence about the very answer that was
// given, in place of its Feedback.
func (r Rule) Explaining(explain func(got answer.Value, way Way) lang.Text) Rule {
	r.Explain = explain
	return r
}

// Carrying returns the rule with Carried set.
func (r Rule) Carrying() Rule {
	r.Carried = true
	return r
}

// fits reports whether got is what the rule is about.
func (r Rule) fits(got answer.Value) (Way, answer.Verdict) {
	switch {
	case r.From != nil:
		return Way{}, answer.Verdict{}
	case r.Match == nil:
		return r.Want.fits(got)
	case r.Match(got):
		return Way{}, answer.Verdict{Share: 1}
	}
	return Way{}, answer.Verdict{}
}

// follows reports whether got is what the rule works out of earlier parts.
func (r Rule) follows(got answer.Value, earlier map[string]Result) bool {
	if r.From == nil || !earlier[r.After].wayward() {
		return false
	}
	calc, ok := r.From(earlier)
	if !ok {
		return false
	}
	off := 0.0
	if before, isNumber := earlier[r.After].Read.(answer.Numbers); isNumber {
		off = math.Pow10(-typedDigits(before)) / 2
	}
	return calc.reaches(answer.Entries(got), r.Digits, min(off, 0.005))
}
