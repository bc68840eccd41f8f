// Package answer holds the kinds of answers that exercises ask for: how each
// is read as people type it, and when two of them are the same.
package answer

import "hakseup/lessons/lang"

// Kind is a kind of answer: Number, Vector, Matrix, Choice, Several, Order or
// Formula.
type Kind interface {
	// Read reads an answer as it is typed. Input that is empty, unreadable
	// or of another shape is an *Error. Read never says whether an answer
	// is right.
	Read(text string) (Value, error)
}

// Value is an answer as it was understood.
type Value interface {
	// Compare holds the answer against another of the same kind. Numbers
	// agree within tol; other kinds take no notice of it.
	Compare(want Value, tol float64) Verdict
	// Echo says how the answer was understood.
	Echo() lang.Text
	// Typed writes the answer as its kind reads it.
	Typed() string
}

// Verdict says in how far an answer agrees with another one.
type Verdict struct {
	Share     float64 // of its cells that agree, from 0 to 1
	Wrong     []int   // the cells that differ, counted from 0
	Undecided bool    // it cannot be told; Share is then 0
}

// Same reports whether everything agrees.
func (v Verdict) Same() bool { return v.Share == 1 && !v.Undecided }

// other is what holds for answers of different kinds.
func other() Verdict { return Verdict{Wrong: []int{0}} }

// cells counts the cells for which same holds.
func cells(n int, same func(i int) bool) Verdict {
	var v Verdict
	for i := range n {
		if !same(i) {
			v.Wrong = append(v.Wrong, i)
		}
	}
	v.Share = float64(n-len(v.Wrong)) / float64(max(1, n))
	return v
}

// Error says what could not be read and where.
type Error struct {
	At   int       // offset of the place in the input, counted in runes
	What lang.Text // one sentence
}

// Error returns the sentence in English.
func (e *Error) Error() string { return e.What.EN }
