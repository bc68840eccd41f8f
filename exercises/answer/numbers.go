package answer

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"hakseup/lessons/lang"
)

// Number asks for one number.
type Number struct{}

// Vector asks for a vector of Len entries.
type Vector struct{ Len int }

// Matrix asks for a matrix of Rows x Cols entries.
type Matrix struct {
	Rows, Cols int
	Given      map[int]string // entries that are filled in already, counted row by row
}

// Numbers is a number, a vector or a matrix. A vector has one column.
type Numbers struct {
	Rows, Cols int
	Data       []float64 // row by row

	// Digits says to how many decimals each entry was typed. What was not
	// typed as a plain decimal, such as 1/3 or √74, is Exact.
	Digits []int
}

// Exact is the number of decimals of an entry that was not typed as a plain
// decimal.
const Exact = 99

// Of returns exact numbers: one is a number, several are a vector.
func Of(data ...float64) Numbers { return Numbers{Rows: len(data), Cols: 1, Data: data} }

// Entries returns the entries of a number, a vector or a matrix, and nil for
// another kind of answer.
func Entries(v Value) []float64 {
	n, _ := v.(Numbers)
	return n.Data
}

// Decimals returns to how many decimals entry i was typed.
func (n Numbers) Decimals(i int) int {
	if i < len(n.Digits) {
		return n.Digits[i]
	}
	return Exact
}

// Compare counts the entries that agree within tol. A relative 1e-9 on top
// forgives that 0.1 + 0.2 is not quite 0.3 in binary fractions.
func (n Numbers) Compare(want Value, tol float64) Verdict {
	w, ok := want.(Numbers)
	if !ok || len(w.Data) != len(n.Data) {
		return other()
	}
	return cells(len(n.Data), func(i int) bool {
		// NaN fails this comparison, as it must.
		return math.Abs(n.Data[i]-w.Data[i]) <= tol+1e-9*math.Max(1, math.Abs(w.Data[i]))
	})
}

// Echo writes the numbers as one could type them, with the decimals that were
// typed: 0.40 is not 0.4.
func (n Numbers) Echo() lang.Text {
	return lang.Same(n.written(func(i int) string {
		if digits := n.Decimals(i); 0 < digits && digits < 10 {
			return strconv.FormatFloat(n.Data[i]+0, 'f', digits, 64)
		}
		return plainNumber(n.Data[i])
	}))
}

// Typed writes 0.396, (1, 2, 3) or [1 2; 3 4].
func (n Numbers) Typed() string {
	return n.written(func(i int) string { return plainNumber(n.Data[i]) })
}

// written puts the entries between brackets.
func (n Numbers) written(entry func(i int) string) string {
	texts := make([]string, len(n.Data))
	for i := range n.Data {
		texts[i] = entry(i)
	}
	switch {
	case len(texts) == 1:
		return texts[0]
	case n.Cols == 1:
		return "(" + strings.Join(texts, ", ") + ")"
	}
	rows := make([]string, n.Rows)
	for i := range rows {
		rows[i] = strings.Join(texts[i*n.Cols:(i+1)*n.Cols], " ")
	}
	return "[" + strings.Join(rows, "; ") + "]"
}

// MarshalJSON writes the entries row by row.
func (n Numbers) MarshalJSON() ([]byte, error) { return json.Marshal(n.Data) }

// plainNumber writes x in full while that is short, else to six digits.
func plainNumber(x float64) string {
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
