package plot

import (
	"math"
	"strings"

	"hakseup/tui/theme"
)

// Bar draws a horizontal bar of eighth blocks over w cells; frac is the part
// of them that is filled, from 0 to 1. The cells that it does not reach stay
// as they are. What is more than nothing shows as at least one eighth.
func (c *Canvas) Bar(col, row, w int, frac float64, r theme.Role) {
	n := eighths(frac, w)
	c.Text(col, row, strings.Repeat("█", n/8), r)
	if n%8 > 0 {
		c.Text(col+n/8, row, string([]rune("▏▎▍▌▋▊▉")[n%8-1]), r)
	}
}

// Track draws the groove that a bar runs in; draw the bar after it.
func (c *Canvas) Track(col, row, w int) {
	c.Text(col, row, strings.Repeat("·", max(w, 0)), theme.Faint)
}

// Diverging draws a bar from the middle of w cells to the right for v > 0 and
// to the left for v < 0, full at +1 and -1.
func (c *Canvas) Diverging(col, row, w int, v float64, pos, neg theme.Role) {
	half := w / 2
	if v >= 0 {
		c.Bar(col+w-half, row, half, v, pos)
		return
	}
	n := eighths(-v, half)
	c.Text(col+half-n/8, row, strings.Repeat("█", n/8), neg)
	if n%8 > 0 { // the rest of a block, reversed, is a block that ends at the right
		c.TextAttr(col+half-n/8-1, row, string([]rune("▉▊▋▌▍▎▏")[n%8-1]), neg, theme.Reverse)
	}
}

// eighths is how many eighths of w cells are filled.
func eighths(frac float64, w int) int {
	if math.IsNaN(frac) || frac <= 0 || w <= 0 {
		return 0
	}
	return max(1, int(math.Round(min(frac, 1)*float64(w)*8)))
}
