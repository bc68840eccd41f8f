package labs

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// textRun is text in one role; a textLine is made of runs, side by side.
type (
	textRun struct {
		text string
		role theme.Role
	}
	textLine []textRun
)

// drawSections writes groups of lines below each other, with an empty line
// between them as long as there is room. What does not fit is left out from
// the end.
func drawSections(c *plot.Canvas, sections [][]textLine) {
	lines := 0
	for _, s := range sections {
		lines += len(s)
	}
	spare, row := max(0, c.Height()-lines), 0
	for i, s := range sections {
		if i > 0 && spare > 0 {
			row++
			spare--
		}
		for _, line := range s {
			if row >= c.Height() {
				return
			}
			col := 0
			for _, run := range line {
				col = c.Text(col, row, run.text, run.role)
			}
			row++
		}
	}
}

// padLeft fills s with spaces on the left until it is w columns wide.
func padLeft(s string, w int) string {
	return strings.Repeat(" ", max(0, w-ansi.StringWidth(s))) + s
}

// padRight fills s with spaces on the right until it is w columns wide.
func padRight(s string, w int) string {
	return s + strings.Repeat(" ", max(0, w-ansi.StringWidth(s)))
}
