package tex

import (
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// FuzzParse holds the forms of whatever is understood, and the errors about
// whatever is not, to what callers rely on.
func FuzzParse(f *testing.F) {
	for _, src := range formulas(f) {
		f.Add(src)
	}
	for _, src := range []string{
		``, `\`, `{`, `\text{`, `\begin{matrix}\\&\\\end{matrix}`, `\sqrt[]{}`, `\left.\right.`, `^^`, `{}_{}^{}`,
		`\text{}\hat{}\vec{}`, `\underbrace{}_{}`, `\frac{}{}`, `\begin{array}{}\end{array}`, `\operatorname*{}_x`, `(|[)|]`,
		"e\u0301\u0302", "\u1112\u1161", "가\u11a8", "\u200d", "ﾞ", "\U0001F1F0\U0001F1F7", "\x00", "\xff", "\t\r\n",
		strings.Repeat(`\hat`, 60) + "x", strings.Repeat(`\frac1`, 60) + "2",
	} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		formula, err := Parse(src)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("%T is no *Error", err)
			}
			if e.Offset < 0 || e.Offset > len(src) {
				t.Errorf("offset %d in %d bytes", e.Offset, len(src))
			}
			checkSentence(t, e)
			return
		}
		lines := formula.Display()
		if len(lines) == 0 {
			t.Fatal("no lines")
		}
		for _, line := range lines {
			if w := ansi.StringWidth(line); w != formula.Width() {
				t.Errorf("a line is %d wide, the formula %d: %q", w, formula.Width(), lines)
			}
			if strings.ContainsAny(line, "\n\r\t\x1b") {
				t.Errorf("control character in %q", line)
			}
		}
		if inline := formula.Inline(); strings.ContainsAny(inline, "\n\r\t\x1b") {
			t.Errorf("control character in %q", inline)
		}
	})
}
