package lab

import (
	"math"
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
func Brief(v float64) string { return trimmed(Fixed(v, 2)) }

// Short writes v with at most three significant digits and no zeros at its end:
// "0.731", "0.25", "1".
func Short(v float64) string { return trimmed(Significant(v)) }

// trimmed leaves out the zeros behind a decimal point.
func trimmed(s string) string {
	if strings.Contains(s, ".") && !strings.Contains(s, "e") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// Sum writes a sum: "1.00 + 0.50 − 2.00".
func Sum(terms []float64, format func(v float64) string) string {
	var b strings.Builder
	for i, v := range terms {
		s, sign := format(v), " + "
		if rest, negative := strings.CutPrefix(s, "−"); negative && i > 0 {
			s, sign = rest, " − "
		}
		if i > 0 {
			b.WriteString(sign)
		}
		b.WriteString(s)
	}
	return b.String()
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

// Plus writes v with its sign: "+10", "−2".
func Plus(v float64) string {
	if v > 0 {
		return "+" + Brief(v)
	}
	return Brief(v)
}

// Four writes v with four decimals, unless it has run away.
func Four(v float64) string {
	if math.Abs(v) >= 10 {
		return Significant(v)
	}
	return Fixed(v, 4)
}
