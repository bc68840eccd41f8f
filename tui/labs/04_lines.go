package labs

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hakseup/tui/plot"
)

// drawSections writes groups of lines below each other, with an empty line
// between them as long as there is room. Groups that do not fit are left out
// from the end.
func drawSections(c *plot.Canvas, sections [][]row) {
	fitting, lines := 0, 0
	for _, s := range sections {
		if lines += len(s); lines > c.Height() && fitting > 0 {
			lines -= len(s)
			break
		}
		fitting++
	}
	spare, top := max(0, c.Height()-lines), 0
	for i, s := range sections[:fitting] {
		if i > 0 && spare > 0 {
			top++
			spare--
		}
		top += stack(c.Sub(0, top, c.Width(), max(0, c.Height()-top)), s...)
	}
}

// padLeft fills s with spaces on the left until it is w columns wide.
func padLeft(s string, w int) string {
	return strings.Repeat(" ", max(0, w-ansi.StringWidth(s))) + s
}

// padName fills the name of a row with spaces on the right, so that what
// stands behind it is aligned.
func padName(s string) string {
	const width = 19
	return s + strings.Repeat(" ", max(0, width-ansi.StringWidth(s)))
}
