package bank

import (
	"math"
	"strconv"
	"strings"

	"hakseup/nn"
)

// How numbers, vectors and matrices are written into statements and
// solutions. All of these return TeX that also reads well outside a formula.

// num writes x in full, without the noise of binary fractions: 0.3, not
// 0.30000000000000004.
func num(x float64) string {
	const digits = 10
	return strconv.FormatFloat(rounded(x, digits), 'f', -1, 64)
}

// dec writes x with exactly n decimals: 0.390.
func dec(x float64, n int) string {
	return strconv.FormatFloat(rounded(x, n), 'f', n, 64)
}

// neg writes x in brackets when it is negative, to follow another sign: (-0.3).
func neg(x float64) string {
	if x < 0 {
		return "(" + num(x) + ")"
	}
	return num(x)
}

// row writes a vector on one line: (0.2, 0.4).
func row(v []float64) string { return "(" + strings.Join(each(v, num), ", ") + ")" }

// rowDec is row with n decimals: (0.368, 0.632).
func rowDec(v []float64, n int) string {
	return "(" + strings.Join(each(v, func(x float64) string { return dec(x, n) }), ", ") + ")"
}

// column writes a vector as a column.
func column(v []float64) string {
	return `\begin{bmatrix} ` + strings.Join(each(v, num), ` \\ `) + ` \end{bmatrix}`
}

// matrix writes a matrix.
func matrix(m nn.Matrix) string {
	rows := make([]string, m.Rows)
	for i := range rows {
		rows[i] = strings.Join(each(m.Row(i), num), " & ")
	}
	return `\begin{bmatrix} ` + strings.Join(rows, ` \\ `) + ` \end{bmatrix}`
}

func each(v []float64, write func(float64) string) []string {
	out := make([]string, len(v))
	for i, x := range v {
		out[i] = write(x)
	}
	return out
}

// rounded returns x with n decimals, and never -0.
func rounded(x float64, n int) float64 {
	scale := math.Pow10(n)
	return math.Round(x*scale)/scale + 0
}
