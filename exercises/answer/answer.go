// Package answer reads what people type.
package answer

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
