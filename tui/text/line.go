package text

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"hakseup/tui/theme"
)

// Run is a piece of text in one style.
type Run struct {
	Text  string
	Role  theme.Role
	Attrs theme.Attr
	// Solid text, such as a formula, is not broken at its spaces unless it
	// does not fit in a line.
	Solid bool
}

// Plain returns s as a run of running text.
func Plain(s string) Run { return Run{Text: s} }

// Line is a row of runs.
type Line []Run

// Width returns the number of cells of the line.
func (l Line) Width() int {
	w := 0
	for _, r := range l {
		w += Width(r.Text)
	}
	return w
}

// String returns the line without styles.
func (l Line) String() string {
	var b strings.Builder
	for _, r := range l {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Paint returns the line in the colours of a theme, or plain when there is none.
func (l Line) Paint(t *theme.Theme) string {
	if t == nil {
		return l.String()
	}
	var b strings.Builder
	for _, r := range l {
		if r.Text != "" {
			b.WriteString(t.PaintAttr(r.Role, r.Attrs, r.Text))
		}
	}
	return b.String()
}

// glyph is a character as it is seen: a letter with its marks.
type glyph struct {
	s     string
	w     int
	run   int
	depth int // of brackets around it, within its run
}

// glyphs cuts runs into characters. Tabs become spaces, other control
// characters but the line feed are dropped.
func glyphs(runs []Run) []glyph {
	var out []glyph
	for i, r := range runs {
		depth := 0
		rest := strings.Map(visible, r.Text)
		for rest != "" {
			s, w := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
			rest = rest[len(s):]
			g := glyph{s: s, w: w, run: i, depth: depth}
			switch {
			case isOpening(g):
				depth++
			case isBracketEnd(g):
				depth = max(0, depth-1)
			}
			out = append(out, g)
		}
	}
	return out
}

func visible(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t':
		return ' '
	case unicode.IsControl(r):
		return -1
	default:
		return r
	}
}

// assemble joins characters to a line again.
func assemble(runs []Run, gs []glyph) Line {
	var out Line
	for i, g := range gs {
		if i > 0 && gs[i-1].run == g.run {
			out[len(out)-1].Text += g.s
			continue
		}
		r := runs[g.run]
		r.Text = g.s
		out = append(out, r)
	}
	return out
}
