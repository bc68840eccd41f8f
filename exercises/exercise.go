// Package exercises is the contract between the exercises of the course and
// whoever shows them: what is asked, how an answer is read, how it is graded
// and what a wrong one teaches.
//
// An Exercise is a template, Draw makes a Variant of it, Grade grades the
// answers to a variant. All three are pure: the same id, seed and input give
// the same report, so that an attempt can be graded again at any time.
package exercises

import (
	"encoding/json"

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

	variant func(seed uint64) (Variant, error)
	again   func(params []byte) (Variant, error)
}

// Variant is an exercise with its numbers.
type Variant struct {
	Params    json.RawMessage // what was drawn: with it the variant can be made again, see Exercise.Again
	Statement lang.Text       // Markdown as in the lessons; gives all that is needed, the form and the rounding
	Parts     []Part          // in the order in which they are asked
	Hints     []lang.Text
	Solution  lang.Text // Markdown; shows every intermediate value

	// Situation, when there is one, is the lab that shows the task, written as
	// the scene of a lesson page: "softmax cat=1.5 dog=3.7".
	Situation string

	// Picture, when set, draws the task with what is typed: the entries of
	// the answers that can be read, by the ids of their parts.
	Picture func(typed map[string][]float64) Picture

	// Equation, when set, writes in TeX what the answers complete, with what is
	// typed in its place: entries as far as they can be read, NaN where not.
	Equation func(begun map[string][]float64) string
}

// Part is one thing to answer. Number, Vector, Matrix and Choose make one.
type Part struct {
	ID    string // its name on the command line: "mse"
	Label lang.Text
	Kind  answer.Kind
	Rules []Rule    // tried in order: correct forms first, then known mistakes
	Wrong lang.Text // said when no rule fits: what to look at
}
