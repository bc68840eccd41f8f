package lab

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"hakseup/tui/plot"
)

// Fixed writes v with a number of decimals and a real minus sign: "−0.37".
func Fixed(v float64, decimals int) string { return plot.Number(v, decimals) }

// Decimals returns a format with a number of decimals.
func Decimals(n int) func(v float64) string {
	return func(v float64) string { return Fixed(v, n) }
}

// Brief writes v with at most two decimals and no zeros at its end.
func Brief(v float64) string {
	s := Fixed(v, 2)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// InBrackets puts brackets around what is negative: 3·(−2).
func InBrackets(s string) string {
	if strings.HasPrefix(s, "−") {
		return "(" + s + ")"
	}
	return s
}

// Significant writes v with three significant digits: "40.4", "0.0998". Very
// large and very small values are written with a power of ten: "1.2e+30".
func Significant(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return Fixed(v, 0)
	}
	size := math.Abs(v)
	if size == 0 {
		return "0"
	}
	if size < 1e-4 || size >= 1e5 {
		return strings.ReplaceAll(strconv.FormatFloat(v, 'g', 3, 64), "-", "−")
	}
	// Rounding may carry into another digit: 9.996 is 10.0.
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(size, 'e', 2, 64), 64)
	decimals := 2 - int(math.Floor(math.Log10(rounded)))
	return Fixed(v, max(0, decimals))
}

// Tuple writes a vector: "(3, 1)".
func Tuple(v []float64, format func(v float64) string) string {
	parts := make([]string, len(v))
	for i := range v {
		parts[i] = format(v[i])
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// Subscript writes digits as subscripts.
func Subscript(digits string) string {
	out := make([]rune, 0, len(digits))
	for _, d := range digits {
		out = append(out, d-'0'+'₀')
	}
	return string(out)
}

// Spark draws values as a row of bars from 0 to their largest, thinned out to a
// width.
func Spark(values []float64, width int) string {
	bars := []rune("▁▂▃▄▅▆▇█")
	top := slices.Max(values)
	var b strings.Builder
	width = min(width, len(values))
	for i := range width {
		v := values[len(values)-1]
		if width > 1 {
			v = values[i*(len(values)-1)/(width-1)]
		}
		b.WriteRune(bars[max(0, int(math.Round(v/top*float64(len(bars)-1))))])
	}
	return b.String()
}
