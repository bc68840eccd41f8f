// Package answer reads what people type.
package answer

import (
	"math"
	"strconv"
	"strings"

	"hakseup/lessons/lang"
)

// Kind is the kind of thing that an answer is.
type Kind uint8

// The kinds of answers.
const (
	Number Kind = iota
	Vector
	Matrix
	Choice
)

// Form says what an answer must look like.
type Form struct {
	Kind       Kind
	Rows, Cols int // shape of a matrix; a vector has Rows entries and one column
	Options    int // number of options of a choice
}

// Value is an answer as it was understood.
type Value struct {
	Rows, Cols int
	Data       []float64 // row by row; a number has one entry; a choice is its index
}

// Error says what could not be read and where.
type Error struct {
	At   int       // offset of the place in the input, counted in runes
	What lang.Text // one sentence
}

// Error returns the sentence in English.
func (e *Error) Error() string { return e.What.EN }

// Echo writes a value as one could type it: 0.396, (1, 2, 3), [1 2; 3 4].
func (v Value) Echo() string {
	texts := make([]string, len(v.Data))
	for i, x := range v.Data {
		texts[i] = echoNumber(x)
	}
	switch {
	case len(texts) == 1:
		return texts[0]
	case v.Cols == 1:
		return "(" + strings.Join(texts, ", ") + ")"
	}
	rows := make([]string, v.Rows)
	for i := range rows {
		rows[i] = strings.Join(texts[i*v.Cols:(i+1)*v.Cols], " ")
	}
	return "[" + strings.Join(rows, "; ") + "]"
}

// echoNumber writes x in full while that is short, else to six digits.
func echoNumber(x float64) string {
	const short = 12
	if x == 0 {
		return "0" // never -0
	}
	format := byte('f')
	if size := math.Abs(x); size < 1e-4 || size >= 1e12 {
		format = 'e'
	}
	if s := strconv.FormatFloat(x, format, -1, 64); len(s) <= short {
		return s
	}
	return strconv.FormatFloat(x, 'g', 6, 64)
}
