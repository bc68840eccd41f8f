package labs

import (
	"math"
	"strconv"
	"strings"

	"hakseup/tui/plot"
)

// fixed writes v with a number of decimals and a real minus sign: "−0.37".
func fixed(v float64, decimals int) string { return plot.Number(v, decimals) }

// significant writes v with three significant digits: "40.4", "0.0998". Very
// large and very small values are written with a power of ten: "1.2e+30".
func significant(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return fixed(v, 0)
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
	return fixed(v, max(0, decimals))
}
