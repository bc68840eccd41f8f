// Package exercises is the contract between the exercises of the course and
// whoever shows them: what is asked, how an answer is read, how it is graded
// and what a wrong one teaches.
//
// An Exercise is a template, Draw makes a Variant of it, Grade grades the
// answers to a variant. All three are pure: the same id, seed and input give
// the same report, so that an attempt can be graded again at any time.
package exercises

import (
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// Outcome says what became of an answer. Its zero value is Ungraded, so that
// a forgotten return never marks work wrong.
type Outcome uint8

// The outcomes.
const (
	Ungraded Outcome = iota // empty or unreadable: costs no attempt
	Wrong
	Correct
)

// String returns "ungraded", "wrong" or "correct".
func (o Outcome) String() string {
	switch o {
	case Correct:
		return "correct"
	case Wrong:
		return "wrong"
	default:
		return "ungraded"
	}
}

// MarshalText writes the outcome as String does.
func (o Outcome) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// Exercise is a template: every seed makes a variant of it. Seed 0 is the
// handout's own numbers. Template makes one.
type Exercise struct {
	ID      string // "06/softmax", "practice-1": its name in lessons and on the command line
	Title   lang.Text
	Samples []Sample // answers to the variant of seed 0 with what must become of them

	variant func(seed uint64) Variant
}

// Variant is an exercise with its numbers.
type Variant struct {
	Statement lang.Text // Markdown as in the lessons; gives all that is needed, the form and the rounding
	Parts     []Part    // in the order in which they are asked
	Hints     []lang.Text
	Solution  lang.Text // Markdown; shows every intermediate value
}

// Part is one thing to answer. Number, Vector, Matrix and Choose make one.
type Part struct {
	ID      string // its name on the command line: "mse"
	Label   lang.Text
	Form    answer.Form // number, vector, matrix or choice
	Rules   []Rule      // tried in order: correct forms first, then known mistakes
	Wrong   lang.Text   // said when no rule fits: what to look at
	Options []lang.Text // of a choice
}

// Rule recognises one answer, right or wrong. Right, Mistaken, Runs, Fails
// and Follow make one.
type Rule struct {
	Outcome  Outcome   // Correct or Wrong
	Mistake  string    // for Wrong: the id of the known mistake
	Want     []float64 // matches when every entry is within Tol; a matrix lies row by row; a choice is its index
	Tol      float64   // 0 for exact values; the rounding of binary fractions is forgiven anyway
	Feedback lang.Text // one or two sentences

	// Explain, when set, says more than Feedback can: it knows the answer
	// that was given. It takes the place of Feedback.
	Explain func(got answer.Value) lang.Text

	// Match, when set, decides in place of Want: "choose weights, the
	// engine runs them". Want is then one example of what it accepts.
	Match func(got answer.Value) bool

	// From, when set, works out Want from the earlier parts as they were
	// answered. It makes the rule a follow-through, which is tried only
	// when an earlier part is wrong: the number is not right, but the way
	// to it is, and the part earns its share.
	From func(earlier map[string]answer.Value) (want []float64, ok bool)
}
