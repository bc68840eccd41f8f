package plot

import (
	"math"
	"strconv"
	"strings"
)

// Number writes v with a number of decimals and a true minus sign, as the
// axes do. Infinity is ∞, and what is no number is a dash.
func Number(v float64, decimals int) string {
	switch {
	case math.IsNaN(v):
		return "–"
	case math.IsInf(v, 1):
		return "∞"
	case math.IsInf(v, -1):
		return "−∞"
	}
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.HasPrefix(s, "-") {
		if strings.Trim(s, "-0.") == "" { // never minus nothing
			return s[1:]
		}
		return "−" + s[1:]
	}
	return s
}
