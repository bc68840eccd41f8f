package labs

import (
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// The labs of lecture 02 are spread over the files 02_*.go, one a lab. This
// one holds what several of them draw with.

// brief writes v with at most two decimals and no zeros at its end.
func brief(v float64) string {
	s := fixed(v, 2)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// bracketed is brief with brackets around what is negative: 3·(−2).
func bracketed(v float64) string {
	s := brief(v)
	if strings.HasPrefix(s, "−") {
		return "(" + s + ")"
	}
	return s
}

// signed joins values with plus and minus signs: "6 + 20 − 42".
func signed(values []float64) string {
	var b strings.Builder
	for i, v := range values {
		s := brief(v)
		switch rest, negative := strings.CutPrefix(s, "−"); {
		case i == 0:
			b.WriteString(s)
		case negative:
			b.WriteString(" − " + rest)
		default:
			b.WriteString(" + " + s)
		}
	}
	return b.String()
}

// bracketedAfterFirst is for the terms of a sum: −4·5 + (−4)·5.
func bracketedAfterFirst(k int, v float64) string {
	if k == 0 {
		return brief(v)
	}
	return bracketed(v)
}

// pair writes a vector of the plane: "(3, 1)".
func pair(v []float64) string { return "(" + brief(v[0]) + ", " + brief(v[1]) + ")" }

// signRole is the role of a value by its sign.
func signRole(v float64) theme.Role {
	switch {
	case v > signEpsilon:
		return theme.Positive
	case v < -signEpsilon:
		return theme.Negative
	}
	return theme.Muted
}

// signEpsilon is how far from zero a value must be to have a sign: turning a
// vector by a right angle leaves some 1e-16 behind.
const signEpsilon = 1e-9

// span is a range of values that a learner has been through. What lies
// outside is not drawn yet: it may be the answer to a question of the page.
type span struct{ from, to float64 }

func (s *span) add(v float64) {
	s.from, s.to = math.Min(s.from, v), math.Max(s.to, v)
}

// curve returns f within the range and nothing outside.
func (s span) curve(f func(float64) float64) func(float64) float64 {
	return func(x float64) float64 {
		if x < s.from || x > s.to {
			return math.NaN()
		}
		return f(x)
	}
}

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

// fit returns the first text that is at most w cells wide, or the last.
func fit(w int, l lang.Lang, texts ...lang.Text) string {
	for _, t := range texts {
		if s := t.In(l); ansi.StringWidth(s) <= w {
			return s
		}
	}
	return texts[len(texts)-1].In(l)
}

// sideBySide cuts a canvas into a picture and a panel of w columns at its
// right, with an empty column between them.
func sideBySide(c *plot.Canvas, w int) (picture, side *plot.Canvas) {
	left := c.Width() - w - 1
	return c.Sub(0, 0, left, c.Height()), c.Sub(left+1, 0, w, c.Height())
}

// snapTo rounds v to a multiple of step.
func snapTo(v, step float64) float64 { return math.Round(v/step) * step }

// products returns what a dot product adds up: the products of the components
// that stand in the same place.
func products(a, b []float64) []float64 {
	p, err := nn.Hadamard(nn.NewMatrix(1, len(a), a...), nn.NewMatrix(1, len(b), b...))
	if err != nil {
		panic(err)
	}
	return p.Data
}
