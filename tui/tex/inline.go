package tex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// binding says how firmly a phrase of the one-line form holds together.
type binding uint8

const (
	loose    binding = iota // a + b, log x: brackets wherever it is a part
	quotient                // a/b: brackets in a fraction, and among factors
	product                 // 2ab: brackets below a fraction stroke
	unit                    // x, xᵢ, (a + b): never brackets
)

// phrase is a piece of the one-line form.
type phrase struct {
	text string
	bind binding
	// open phrases end in a script that what follows would seem to belong to:
	// w_j before x.
	open bool
}

// bracketed returns the text, in brackets unless it binds as firmly as need.
func (p phrase) bracketed(need binding) string {
	if p.bind >= need {
		return p.text
	}
	return "(" + p.text + ")"
}

// writeLine writes a whole formula on one line.
func writeLine(l list) string {
	return strings.TrimSpace(writeList(l, false, true).text)
}

// writeTight writes a list on one line as it stands in a script.
func writeTight(l list) string { return writeList(l, true, false).text }

// writeList writes a list. Nothing follows a list that is last, so that a
// case distinction at its end can stay open.
func writeList(l list, tight, last bool) phrase {
	if a, ok := l.single(); ok {
		return writeAtom(a, tight, last)
	}
	var b strings.Builder
	g := spacing(l, tight, opening)
	out := phrase{bind: product}
	for i, a := range l {
		if _, ok := a.nucleus.(space); ok {
			continue
		}
		p := writeAtom(a, tight, last && i == len(l)-1)
		if p.bind == quotient && crowded(l, i, p.text) {
			p = phrase{text: p.bracketed(unit), bind: unit}
		}
		gap := g.before[i]
		if gap == 0 && runsOn(b.String(), out.open, a) {
			gap = 1
		}
		if gap > 0 || p.bind < product || joins(a) {
			out.bind = loose
		}
		b.WriteString(blank(gap))
		b.WriteString(p.text)
		out.open = p.open
	}
	b.WriteString(blank(g.after))
	out.text = b.String()
	if isCall(l) {
		out.bind = unit
	}
	return out
}

// runsOn reports whether an atom must be kept apart from the text before it.
func runsOn(before string, open bool, a atom) bool {
	return open && sticks(a, before) || isNamed(a) && endsInLetter(before)
}

// sticks reports whether an atom would seem to belong to the open script at
// the end of the text before it.
func sticks(a atom, before string) bool {
	switch left, _ := sides(a); left {
	case ord, op, inner:
		return true
	case opening:
		return !strings.HasSuffix(before, ")")
	}
	return false
}

// isNamed reports whether an atom is an accent that is written as a word, as
// vec(x), which must not run into the letter before it.
func isNamed(a atom) bool {
	n, ok := a.nucleus.(accent)
	if !ok {
		return false
	}
	_, marked := combine(n)
	return !marked
}

func endsInLetter(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(last) || unicode.IsDigit(last) || unicode.IsMark(last)
}

// joins reports whether an atom makes a list more than a product.
func joins(a atom) bool {
	g, ok := a.nucleus.(glyph)
	return a.class == bin || a.class == rel || a.class == punct || ok && g.text == "/"
}

// isCall reports whether a list is the value of a function: a named one, or a
// letter before brackets that would make no sense as a factor.
func isCall(l list) bool {
	if len(l) != 2 || !isRound(l[1]) {
		return false
	}
	argument, _ := l[1].nucleus.(fence)
	name, ok := l[0].nucleus.(glyph)
	switch {
	case !ok || name.text == "" || isDigit(name.text[0]) || isBig(name.text):
		return false
	case l[0].class == op || utf8.RuneCountInString(name.text) > 1:
		return true
	}
	first, _ := utf8.DecodeRuneInString(name.text)
	if !unicode.IsLetter(first) {
		return false
	}
	for _, a := range argument.body {
		if a.class == bin {
			return false // a(b + c) may well be a product
		}
	}
	return true
}

// isRound reports whether an atom is a list in round brackets.
func isRound(a atom) bool {
	f, ok := a.nucleus.(fence)
	return ok && !a.scripted() && f.left == "(" && f.right == ")"
}

// crowded reports whether the fraction at index i stands among factors in
// such a way that without brackets it could be read otherwise, as in
// (1/n) ∑ xᵢ. A fraction that ends a product is clear: ε ∂E/∂w.
func crowded(l list, i int, text string) bool {
	edges := resolve(l, opening)
	f, _ := l[i].nucleus.(fraction)
	if j, ok := neighbour(l, i, +1); ok {
		switch edges[j].left {
		case bin:
			if !isPlainOperation(l[j]) {
				return true
			}
		case ord, op, inner, opening:
			if !f.isDerivative() {
				return true
			}
		}
	}
	j, ok := neighbour(l, i, -1)
	if !ok {
		return false
	}
	if g, ok := l[j].nucleus.(glyph); ok && (isBig(g.text) || g.text == "lim") {
		return false // they govern the whole product
	}
	switch edges[j].right {
	case bin:
		return !isPlainOperation(l[j])
	case op, inner:
		return true
	case ord, closing: // 2 1/3 and f (a + b)/c would mislead
		first, _ := utf8.DecodeRuneInString(text)
		return !unicode.IsLetter(first) && first != '∂' && first != '∇'
	}
	return false
}

// neighbour returns the index of the next atom that is no space.
func neighbour(l list, i, step int) (int, bool) {
	for i += step; i >= 0 && i < len(l); i += step {
		if _, ok := l[i].nucleus.(space); !ok {
			return i, true
		}
	}
	return 0, false
}

// isPlainOperation reports whether an operation binds no more firmly than a
// fraction stroke read from left to right.
func isPlainOperation(a atom) bool {
	g, ok := a.nucleus.(glyph)
	if !ok {
		return false
	}
	switch g.text {
	case "+", "−", "±", "∓", "·", "×", "⊙":
		return true
	}
	return false
}

// writeAtom writes an atom with its scripts.
func writeAtom(a atom, tight, last bool) phrase {
	p := writeNucleus(a.nucleus, tight, last && !a.scripted())
	if !a.scripted() {
		return p
	}
	switch n := a.nucleus.(type) {
	case radical:
		p.bind = loose // √x² would be another root
	case fence:
		if n.right != "" {
			p.bind = unit // (df/dx)|ₓ₌₀
		}
	}
	return writeScripts(p.bracketed(unit), a.sub, a.sup)
}

// writeScripts writes scripts behind a base, in raised and lowered characters
// where they exist and cannot be taken for scripts of a script.
func writeScripts(base string, sub, sup list) phrase {
	foot, atFoot := inScript(sub, lowered)
	top, onTop := inScript(sup, raised)
	if sub != nil && !atFoot {
		foot = spelled("_", sub)
	}
	if sup != nil && !onTop {
		top = spelled("^", sup)
	}
	p := phrase{bind: unit, open: sup == nil && !atFoot || sup != nil && !onTop}
	if sub != nil && sup != nil && !atFoot && onTop && !strings.HasSuffix(foot, ")") {
		// In x_j² the j would be raised to the second power.
		p.open = true
		if isPrimes(sup) {
			p.text = base + top + foot
			return p
		}
		top = spelled("^", sup)
	}
	p.text = base + foot + top
	return p
}

// spelled writes a script that has no characters of its own: a character, a
// number or the letters of an index (w_ij, e^0.39) as they are, anything else
// in brackets.
func spelled(mark string, l list) string {
	text := writeTight(l)
	a, alone := l.single()
	switch {
	case alone && (isRound(a) || ansi.StringWidth(text) == 1),
		all(text, func(r rune) bool { return r == '.' || unicode.IsDigit(r) }),
		mark == "_" && all(text, isLatin):
		return mark + text
	}
	return mark + "(" + text + ")"
}

// all reports whether every character of a text is of a kind.
func all(text string, kind func(rune) bool) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !kind(r) })
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// isPrimes reports whether a script is nothing but primes.
func isPrimes(l list) bool {
	for _, a := range l {
		if g, ok := a.nucleus.(glyph); !ok || g.text != "′" {
			return false
		}
	}
	return len(l) > 0
}

// writeNucleus writes a nucleus.
func writeNucleus(n nucleus, tight, last bool) phrase {
	switch n := n.(type) {
	case glyph:
		if strings.Contains(strings.TrimSpace(n.text), " ") {
			return phrase{text: n.text} // words
		}
		return phrase{text: n.text, bind: unit}
	case group:
		return writeList(n.body, tight, last)
	case fraction:
		return writeFraction(n, tight)
	case radical:
		return writeRadical(n, tight)
	case fence:
		return writeFence(n, tight)
	case accent:
		return writeAccent(n, tight)
	case brace:
		p := writeList(n.body, tight, false)
		if n.label == nil {
			return p
		}
		return phrase{text: p.text + " [" + writeList(n.label, tight, false).text + "]"}
	case stack:
		mark := "_"
		if n.over {
			mark = "^"
		}
		base := writeList(n.body, tight, false).bracketed(unit)
		return phrase{text: base + spelled(mark, n.small), bind: unit, open: true}
	case table:
		return writeTable(n, tight, last)
	}
	return phrase{bind: unit}
}
