package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Wrap breaks text into lines of at most width cells: at spaces, so that a
// Hangul word with its particle stays whole, and after the hyphens of
// compounds. Only a word that is wider than a line is broken within, at the
// place that hurts least. No line begins with closing punctuation. A line
// feed in a run ends a line. A width below two cells counts as two.
func Wrap(runs []Run, width int) []Line {
	f := filler{runs: runs, width: max(width, 2)}
	for _, w := range f.words(glyphs(runs)) {
		f.put(w)
	}
	if len(f.line) > 0 {
		f.flush()
	}
	return f.lines
}

// WrapString breaks unstyled text.
func WrapString(s string, width int) []string {
	lines := Wrap([]Run{Plain(s)}, width)
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.String()
	}
	return out
}

// word is what stays together, with the space before it.
type word struct {
	gs    []glyph
	w     int
	space []glyph // one space, or none after a hyphen
	feed  bool    // begins a new line
}

type filler struct {
	runs  []Run
	width int
	lines []Line
	line  []glyph
	w     int
}

func (f *filler) solid(g glyph) bool { return f.runs[g.run].Solid }

// words cuts characters at spaces, line feeds and hyphens, and glues lone
// brackets and punctuation marks to the word that they belong to.
func (f *filler) words(gs []glyph) []word {
	var (
		out []word
		cur word
	)
	end := func(next word) {
		if len(cur.gs) > 0 || cur.feed {
			out = append(out, cur)
		}
		cur = next
	}
	for i, g := range gs {
		switch {
		case g.s == "\n":
			end(word{feed: true})
		case g.s == " " && !f.solid(g):
			if len(cur.gs) > 0 {
				end(word{space: []glyph{g}})
			}
		default:
			if i > 0 && f.hyphen(gs, i) && len(cur.gs) > 0 {
				end(word{})
			}
			cur.gs = append(cur.gs, g)
			cur.w += g.w
		}
	}
	if len(cur.gs) > 0 {
		end(word{})
	}
	return f.glue(out)
}

// hyphen reports whether a compound such as cross-entropy may be broken
// before character i.
func (f *filler) hyphen(gs []glyph, i int) bool {
	return i > 1 && (gs[i-1].s == "-" || gs[i-1].s == "—") && !f.solid(gs[i-1]) &&
		isLetter(gs[i-2]) && isLetter(gs[i]) && !f.solid(gs[i-2]) && !f.solid(gs[i])
}

func (f *filler) glue(words []word) []word {
	var out []word
	for _, w := range words {
		if n := len(out); n > 0 && !w.feed {
			last := &out[n-1]
			sum := last.w + len(w.space) + w.w
			if (f.only(w.gs, isClosing) || f.only(last.gs, isOpening)) && sum <= f.width {
				last.gs = slices.Concat(last.gs, w.space, w.gs)
				last.w = sum
				continue
			}
		}
		out = append(out, w)
	}
	return out
}

func (f *filler) only(gs []glyph, is func(glyph) bool) bool {
	for _, g := range gs {
		if f.solid(g) || !is(g) {
			return false
		}
	}
	return len(gs) > 0
}

// put adds a word to the line, or begins a new one.
func (f *filler) put(w word) {
	if w.feed {
		f.flush()
	}
	if len(f.line) > 0 {
		if f.w+len(w.space)+w.w <= f.width {
			f.line = append(append(f.line, w.space...), w.gs...)
			f.w += len(w.space) + w.w
			return
		}
		f.flush()
	}
	for w.w > f.width {
		at := f.cut(w.gs)
		f.line = w.gs[:at]
		f.flush()
		w.gs = w.gs[at:]
		w.w = widthOf(w.gs)
	}
	f.line, f.w = slices.Clone(w.gs), w.w
}

// flush ends the line.
func (f *filler) flush() {
	n := len(f.line)
	for n > 0 && f.line[n-1].s == " " {
		n--
	}
	f.lines = append(f.lines, assemble(f.runs, f.line[:n]))
	f.line, f.w = nil, 0
}

// cut returns where a word that is too wide is broken: where it hurts least,
// and of such places the last, but not so early that most of the line stays empty.
func (f *filler) cut(gs []glyph) int {
	best, least := 1, worst+1
	w := gs[0].w
	for i := 1; i < len(gs) && w <= f.width; i++ {
		p := f.pain(gs[i-1], gs[i])
		if 3*w < f.width {
			p += worst
		}
		if p <= least {
			best, least = i, p
		}
		w += gs[i].w
	}
	return best
}

// worst is more than any pain below.
const worst = 12

// pain says how bad it is to break between two characters of a word. It is a
// table of cases, in the order in which they win.
//
//nolint:cyclop // shorter it would be less of a table
func (f *filler) pain(a, b glyph) int {
	switch inA, inB := f.solid(a), f.solid(b); {
	case inA && inB && a.run == b.run:
		// Within a formula: rather outside of its brackets.
		if a.s == " " {
			return 4 + min(a.depth, 3)
		}
		return 9
	case inA && !inB:
		// A particle or a full stop belongs to the formula before it.
		if isOpening(b) {
			return 1
		}
		return 8
	case !inA && isOpening(a), !inB && (isClosing(b) || b.s == " "):
		return 10
	case !inB && isOpening(b), !isLetter(a):
		return 1
	case a.w == 2 || inB:
		return 2
	case b.w == 2:
		return 3
	default:
		return 4
	}
}

func widthOf(gs []glyph) int {
	w := 0
	for _, g := range gs {
		w += g.w
	}
	return w
}

func isLetter(g glyph) bool {
	r, _ := utf8.DecodeRuneInString(g.s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func isOpening(g glyph) bool { return strings.Contains("([{“‘「『《〈", g.s) }

func isBracketEnd(g glyph) bool { return strings.Contains(")]}”’」』》〉", g.s) }

func isClosing(g glyph) bool { return isBracketEnd(g) || strings.Contains(",.;:!?…%·", g.s) }

// WordWidth returns the width of the widest word or formula of runs: from
// this width on, Wrap breaks nothing within.
func WordWidth(runs []Run) int {
	f := filler{runs: runs}
	widest := 0
	for _, w := range f.words(glyphs(runs)) {
		widest = max(widest, w.w)
	}
	return widest
}
