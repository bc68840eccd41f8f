package nn

import "fmt"

// Matrix is a dense matrix of Rows x Cols numbers. Data holds the rows one
// after another: the entry in row i and column j is Data[i*Cols+j].
type Matrix struct {
	Rows, Cols int
	Data       []float64
}

// NewMatrix returns a rows x cols matrix with the given entries, row by row,
// or of zeros when none are given. The entries are not copied.
func NewMatrix(rows, cols int, data ...float64) Matrix {
	if len(data) == 0 {
		data = make([]float64, rows*cols)
	}
	mustMatch(len(data), rows*cols)
	return Matrix{Rows: rows, Cols: cols, Data: data}
}

// At returns the entry in row i and column j, both counted from 0.
func (m Matrix) At(i, j int) float64 { return m.Data[m.index(i, j)] }

// Set stores v in row i and column j, both counted from 0.
func (m Matrix) Set(i, j int, v float64) { m.Data[m.index(i, j)] = v }

// index panics for a column that is not there. It would lie in a
// neighbouring row.
func (m Matrix) index(i, j int) int {
	if uint(j) >= uint(m.Cols) {
		panic("nn: column out of range")
	}
	return i*m.Cols + j
}

// Row returns row i, counted from 0. It shares its memory with the matrix.
func (m Matrix) Row(i int) []float64 {
	end := (i + 1) * m.Cols
	return m.Data[i*m.Cols : end : end]
}

// Slice returns the rows from one up to, but without, another, counted from 0.
// They share their memory with the matrix.
func (m Matrix) Slice(from, to int) Matrix {
	return Matrix{Rows: to - from, Cols: m.Cols, Data: m.Data[from*m.Cols : to*m.Cols]}
}

// T returns the transpose, a Cols x Rows matrix, as a new one.
func (m Matrix) T() Matrix {
	t := NewMatrix(m.Cols, m.Rows)
	for i := range m.Rows {
		for j := range m.Cols {
			t.Set(j, i, m.At(i, j))
		}
	}
	return t
}

// ShapeError says that two matrices do not fit an operation.
type ShapeError struct {
	Op                         string // "add", "multiply" or "multiply element by element"
	ARows, ACols, BRows, BCols int
}

// Error names the operation and both shapes.
func (e *ShapeError) Error() string {
	return fmt.Sprintf("cannot %s: %dx%d and %dx%d do not fit", e.Op, e.ARows, e.ACols, e.BRows, e.BCols)
}

// Add returns a + b. Both must have the same shape; otherwise the error is a
// *ShapeError.
func Add(a, b Matrix) (Matrix, error) {
	return elementwise("add", a, b, func(x, y float64) float64 { return x + y })
}

// Hadamard returns the element-wise product a ∘ b. Both must have the same
// shape; otherwise the error is a *ShapeError.
func Hadamard(a, b Matrix) (Matrix, error) {
	return elementwise("multiply element by element", a, b, func(x, y float64) float64 { return x * y })
}

func elementwise(op string, a, b Matrix, f func(x, y float64) float64) (Matrix, error) {
	if a.Rows != b.Rows || a.Cols != b.Cols {
		return Matrix{}, &ShapeError{op, a.Rows, a.Cols, b.Rows, b.Cols}
	}
	c := NewMatrix(a.Rows, a.Cols)
	for i := range c.Data {
		c.Data[i] = f(a.Data[i], b.Data[i])
	}
	return c, nil
}

// MatMul returns the matrix product ab, with a's rows and b's columns: its
// entry (i, j) is the dot product of row i of a and column j of b. a needs as
// many columns as b has rows; otherwise the error is a *ShapeError.
func MatMul(a, b Matrix) (Matrix, error) {
	if a.Cols != b.Rows {
		return Matrix{}, &ShapeError{"multiply", a.Rows, a.Cols, b.Rows, b.Cols}
	}
	c := NewMatrix(a.Rows, b.Cols)
	// Row i of ab is the sum of b's rows, weighted by row i of a. Taken in
	// this order all three matrices are read along their rows.
	for i := range a.Rows {
		row := c.Row(i)
		for k, v := range a.Row(i) {
			for j, w := range b.Row(k) {
				row[j] += v * w
			}
		}
	}
	return c, nil
}
