package labs

import (
	"math"
	"strconv"
	"strings"
)

// fixed writes v with a number of decimals and a real minus sign: "−0.37".
// A value that rounds to zero has no sign.
func fixed(v float64, decimals int) string {
	if s, ok := notFinite(v); ok {
		return s
	}
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return strings.Replace(s, "-", "−", 1)
}

// significant writes v with three significant digits: "40.4", "0.0998". Very
// large and very small values are written with a power of ten: "1.2e+30".
func significant(v float64) string {
	if s, ok := notFinite(v); ok {
		return s
	}
	size := math.Abs(v)
	if size == 0 {
		return "0"
	}
	if size < 1e-4 || size >= 1e5 {
		return strings.Replace(strconv.FormatFloat(v, 'g', 3, 64), "-", "−", -1)
	}
	// Rounding may carry into another digit: 9.996 is 10.0.
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(size, 'e', 2, 64), 64)
	decimals := 2 - int(math.Floor(math.Log10(rounded)))
	return fixed(v, max(0, decimals))
}

func notFinite(v float64) (string, bool) {
	switch {
	case math.IsNaN(v):
		return "?", true
	case math.IsInf(v, 1):
		return "∞", true
	case math.IsInf(v, -1):
		return "−∞", true
	}
	return "", false
}
