package tex

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

func TestErrors(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		src    string
		offset int
		piece  string
		en     string
	}{
		{`x + \foo`, 4, `\foo`, "unknown command"},
		{`한 + \foo`, 6, `\foo`, "unknown command"},
		{`{x`, 0, "{", "never closed"},
		{`x}`, 1, "}", "without an opening one"},
		{`\frac{1}`, 0, `\frac`, "missing argument"},
		{`\frac{1}}`, 0, `\frac`, "missing argument"},
		{`\frac{1}^2`, 0, `\frac`, "missing argument"},
		{`x^`, 1, "^", "missing argument"},
		{`{x_}`, 2, "_", "missing argument"},
		{`x^1^2`, 3, "^", "double script"},
		{`x_1_2`, 3, "_", "double script"},
		{`x^2'`, 3, "'", "double script"},
		{`\sqrt`, 0, `\sqrt`, "missing argument"},
		{`\sqrt[3`, 5, "[", "never closed"},
		{`\hat`, 0, `\hat`, "missing argument"},
		{`a & b`, 2, "&", "outside an environment"},
		{`a \\ b`, 2, `\\`, "outside an environment"},
		{`\begin{cases} {a & b} \end{cases}`, 17, "&", "inside braces"},
		{`\left( x`, 0, `\left`, `without \right`},
		{`x \right)`, 2, `\right`, `without \left`},
		{`\left x`, 6, "x", "not a delimiter"},
		{`\left( x \right`, 9, `\right`, "missing delimiter"},
		{`\left( x & y \right)`, 9, "&", "outside an environment"},
		{`\begin{foo} \end{foo}`, 0, `\begin{foo}`, "unknown environment"},
		{`\begin{cases} x`, 0, `\begin{cases}`, `without \end`},
		{`\begin{cases} x \end{matrix}`, 16, `\end{matrix}`, "does not match"},
		{`\begin cases`, 0, `\begin`, "missing name"},
		{`x \end{cases}`, 2, `\end`, `without \begin`},
		{`\begin{cases} a & b & c \end{cases}`, 20, "&", "too many columns"},
		{`\begin{array}{lxr} 1 \end{array}`, 0, "lxr", "columns are l, c or r"},
		{`\begin{array}{r|c} 1 & 2 \end{array}`, 0, "r|c", "columns are l, c or r"},
		{`\text`, 0, `\text`, "missing argument"},
		{`\text{abc`, 5, "{", "never closed"},
		{`\text{\alpha}`, 6, `\alpha`, "command inside text"},
		{`\text{50%}`, 8, "%", "cannot hold"},
		{`50%`, 2, "%", "cannot hold"},
		{"a\x1b[31m", 1, "\x1b", "cannot hold"},
		{"a\xff", 1, "\xff", "cannot hold"},
		{"x \U0001F600", 2, "\U0001F600", "cannot hold"},
		{`\`, 0, `\`, "cannot hold"},
		{strings.Repeat("{", 100), maxDepth, "{", "nested too deeply"},
		{strings.Repeat("(", 100) + strings.Repeat(")", 100), maxDepth - 1, "(", "nested too deeply"},
		{strings.Repeat("x", maxSource+1), maxSource, "", "too long"},
	} {
		_, err := Parse(tt.src)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("Parse(%.40q) = %v, want an *Error", tt.src, err)
			continue
		}
		if e.Offset != tt.offset || e.Piece != tt.piece {
			t.Errorf("Parse(%.40q): %q at %d, want %q at %d", tt.src, e.Piece, e.Offset, tt.piece, tt.offset)
		}
		if !strings.Contains(e.Error(), tt.en) {
			t.Errorf("Parse(%.40q): %q, want it to say %q", tt.src, e, tt.en)
		}
		checkSentence(t, e)
	}
}

// checkSentence holds an error to what its callers rely on.
func checkSentence(t *testing.T, e *Error) {
	t.Helper()
	for _, text := range []string{e.Text.KO, e.Text.EN} {
		if text == "" || strings.Contains(text, "%!") {
			t.Errorf("broken sentence %q", text)
		}
		if quoted := strconv.QuoteToASCII(e.Piece); !strings.Contains(text, e.Piece) && !strings.Contains(text, quoted) {
			t.Errorf("%q does not mention %q", text, e.Piece)
		}
		if strings.ContainsFunc(text, unicode.IsControl) {
			t.Errorf("control character in %q", text)
		}
	}
}
