package tui

import (
	"strings"

	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// palette is a row of what a formula is made of and a keyboard lacks.
type palette struct {
	symbols []symbol
	at      int
}

// symbol is something to put into a formula.
type symbol struct {
	name          string // how the row shows it
	before, after string // what is typed; the cursor comes between
	word          bool   // it needs a space before it
}

// keyPalette opens the palette: a control key that line editing, terminals and
// the editors that have a terminal in them leave alone.
const keyPalette = "ctrl+y"

func newPalette(variables []string) palette {
	var p palette
	for _, v := range variables {
		s := symbol{name: v, before: v}
		if len(v) > 1 {
			s.before, s.word = v+" ", true
		}
		p.symbols = append(p.symbols, s)
	}
	for _, sign := range append(signsOf(variables), "²", "³", "√", "≤", "≥") {
		p.symbols = append(p.symbols, symbol{name: sign, before: sign})
	}
	return palette{symbols: append(p.symbols, symbol{name: "if … else", before: "if ", after: " else ", word: true})}
}

// signsOf returns the signs of which the names are made.
func signsOf(variables []string) []string {
	names := strings.Join(variables, "")
	var signs []string
	if strings.Contains(names, "∂") {
		signs = append(signs, "∂")
	}
	if strings.ContainsAny(names, "_₁₂₃") {
		signs = append(signs, "₁", "₂", "₃")
	}
	return signs
}

// move goes along the row.
func (p *palette) move(by int) { p.at = max(0, min(p.at+by, len(p.symbols)-1)) }

// view draws the row, or as much of it as w cells hold around the symbol that
// has the keyboard when it is open, and tells what stands where.
func (p *palette) view(s *session, w int, open bool) (line string, hits []hit) {
	const gap = 1
	width := func(i int) int { return text.Width(p.symbols[i].name) + 2 + gap }
	first, used := p.at, width(p.at)
	for first > 0 && used+width(first-1) <= w {
		first--
		used += width(first)
	}
	x := 0
	for i := first; i < len(p.symbols) && x+width(i) <= w+gap; i++ {
		role, attrs := theme.Accent, theme.Attr(0)
		if open && i == p.at {
			attrs = theme.Reverse
		}
		line += s.theme.PaintAttr(role, attrs, " "+p.symbols[i].name+" ") + " "
		hits = append(hits, hit{left: x, right: x + width(i) - gap, item: i})
		x += width(i)
	}
	return text.Left(line, w), hits
}
