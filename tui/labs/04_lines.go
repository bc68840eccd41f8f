package labs

import (
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
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

// brief writes v with at most two decimals and no zeros at its end.
func brief(v float64) string { return lab.Brief(v) }

// row is a line of text in pieces of different roles.
type row []piece

type piece struct {
	text string
	role theme.Role
}

// plain is a row in one role.
func plain(s string, r theme.Role) row { return row{{s, r}} }

// stack writes rows one under another from the top left corner of the canvas
// and returns the number of the row after the last.
func stack(c *plot.Canvas, rows ...row) int {
	for i, r := range rows {
		col := 0
		for _, p := range r {
			col = c.Text(col, i, p.text, p.role)
		}
	}
	return len(rows)
}

// signRole is the role of a value by its sign.
func signRole(v float64) theme.Role { return lab.SignRole(v) }

// products returns what a dot product adds up.
func products(a, b []float64) []float64 {
	p, err := nn.Hadamard(nn.NewMatrix(1, len(a), a...), nn.NewMatrix(1, len(b), b...))
	if err != nil {
		panic(err)
	}
	return p.Data
}

// snapTo rounds v to a multiple of step.
func snapTo(v, step float64) float64 { return math.Round(v/step) * step }
