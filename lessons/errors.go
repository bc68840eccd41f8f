package lessons

import (
	"errors"
	"fmt"
	"strings"

	"hakseup/lessons/lang"
)

// Fault is a kind of mistake in a lesson file.
type Fault uint8

// The mistakes that a lesson file can hold.
const (
	BadFrontMatter Fault = iota + 1
	NoTitle
	NoPageID
	NoScene
	MisplacedDirective
	UnknownDirective
	BadDirective
	UnknownCallout
	BadCallout
	BadQuestion
	BadMath
	BadEmphasis
	BadTable
	RawHTML
	UnsupportedBlock
)

// Error is a mistake in a lesson file, or in the Markdown of an exercise.
type Error struct {
	File  string // "" when the text is not from a file
	Line  int
	Fault Fault
	Text  lang.Text // one sentence: what is wrong and how it is written right
}

// Error returns the mistake as "file:line: sentence", in English.
func (e *Error) Error() string { return e.In(lang.EN) }

// In returns the mistake as "file:line: sentence" in a language.
func (e *Error) In(l lang.Lang) string {
	file := e.File
	if file == "" {
		file = "markdown"
	}
	return fmt.Sprintf("%s:%d: %s", file, e.Line, e.Text.In(l))
}

// Errors holds every mistake of a text, in the order of its lines.
type Errors []*Error

// Error returns the mistakes in English, one a line.
func (es Errors) Error() string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap makes each mistake visible to errors.Is and errors.As.
func (es Errors) Unwrap() []error {
	out := make([]error, len(es))
	for i, e := range es {
		out[i] = e
	}
	return out
}

// Reason says why a lecture could not be given.
type Reason uint8

// The reasons.
const (
	Unknown    Reason = iota + 1 // no lecture has this name
	Ambiguous                    // several lectures have it
	NotWritten                   // the lecture is planned but not written, or not in this language
)

// LookupError says that a lecture was asked for that cannot be given.
type LookupError struct {
	Name   string
	Reason Reason
	Text   lang.Text
}

// Error returns the sentence in English.
func (e *LookupError) Error() string { return e.Text.EN }

// Explain returns what an error of this package says in a language. Other
// errors speak for themselves.
func Explain(err error, l lang.Lang) string {
	var (
		lookup *LookupError
		all    Errors
		one    *Error
	)
	switch {
	case errors.As(err, &lookup):
		return lookup.Text.In(l)
	case errors.As(err, &all):
		lines := make([]string, len(all))
		for i, e := range all {
			lines[i] = e.In(l)
		}
		return strings.Join(lines, "\n")
	case errors.As(err, &one):
		return one.In(l)
	default:
		return err.Error()
	}
}
