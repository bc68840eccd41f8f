// Package exercises is the contract between the exercises of the course and
// whoever shows them: what is asked, how an answer is read, how it is graded
// and what a wrong one teaches.
package exercises

import (
	"math/rand/v2"

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

// Exercise is a template: every seed makes a variant of it. Seed 0 is the
// handout's own numbers.
type Exercise struct {
	ID    string // "06/softmax", "practice-1": its name in lessons and on the command line
	Title lang.Text

	// variant is set by Template: see there.
	variant func(r *rand.Rand) Variant
}

// Variant is an exercise with its numbers.
type Variant struct {
	Statement lang.Text // Markdown as in the lessons; gives all that is needed, the form and the rounding
	Parts     []Part    // in the order in which they are asked
	Hints     []lang.Text
	Solution  lang.Text // Markdown; shows every intermediate value
}

// Part is one thing to answer.
type Part struct {
	ID      string // its name on the command line: "mse"
	Label   lang.Text
	Form    answer.Form // number, vector, matrix or choice
	Rules   []Rule      // tried in order: correct forms first, then known mistakes
	Wrong   lang.Text   // said when no rule fits: what to look at
	Options []lang.Text // of a choice
}

// Rule recognises one answer, right or wrong.
type Rule struct {
	Outcome  Outcome   // Correct or Wrong
	Mistake  string    // for Wrong: the id of the known mistake
	Want     []float64 // matches when every entry is within Tol; a matrix lies row by row; a choice is its index
	Tol      float64
	Feedback lang.Text // one or two sentences

	// Match, when set, decides in place of Want: "choose weights, the
	// engine runs them".
	Match func(got answer.Value) bool

	// From, when set, works out Want from the earlier parts as they were
	// answered. It makes the rule a follow-through: the part is right in
	// itself, and earns its share, although an earlier one was wrong.
	From func(earlier map[string]answer.Value) (want []float64, ok bool)
}
