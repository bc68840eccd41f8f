package tex

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// binding says how firmly a phrase of the one-line form holds together.
type binding uint8

const (
	loose    binding = iota // a + b, log x, a/b: brackets wherever it is a part
	quotient                // a/b as one of several factors
	product                 // 2ab: brackets below a fraction line
	unit                    // x, xᵢ, (a + b): never brackets
)

// phrase is a piece of the one-line form.
type phrase struct {
	text string
	bind binding
	// bare phrases end in a script that what follows would seem to belong to:
	// w_j before x.
	bare bool
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
	bare := false
	for i, a := range l {
		if _, ok := a.nucleus.(space); ok {
			out.bind = loose
			continue
		}
		p := writeAtom(a, tight, last && i == len(l)-1)
		if p.bind == quotient && crowded(l, i) {
			p.text, p.bind = p.bracketed(unit), unit
		}
		gap := g.before[i]
		if bare && gap == 0 && sticks(a) {
			gap = 1
		}
		if gap > 0 || p.bind < product || a.class == bin || a.class == rel || a.class == punct || isSlash(a) {
			out.bind = loose
		}
		b.WriteString(blank(gap))
		b.WriteString(p.text)
		bare = p.bare
	}
	b.WriteString(blank(g.after))
	out.text, out.bare = b.String(), bare
	if isCall(l) {
		out.bind = unit
	}
	return out
}

// sticks reports whether an atom would seem to belong to a bare script before
// it.
func sticks(a atom) bool {
	left, _ := sides(a)
	return left == ord || left == opening || left == inner || left == op
}

func isSlash(a atom) bool {
	g, ok := a.nucleus.(glyph)
	return ok && g.text == "/"
}

// isCall reports whether a list is a function of something in brackets.
func isCall(l list) bool {
	if len(l) != 2 || l[0].class != op {
		return false
	}
	f, ok := l[1].nucleus.(fence)
	g, named := l[0].nucleus.(glyph)
	return ok && named && !isBig(g.text) && f.left == "(" && f.right == ")" && !l[1].scripted()
}

// crowded reports whether the fraction at index i stands among factors, so
// that without brackets it could be read otherwise: (1/n) ∑ xᵢ.
func crowded(l list, i int) bool {
	edges := resolve(l, opening)
	for j := i - 1; j >= 0; j-- {
		if _, ok := l[j].nucleus.(space); ok {
			continue
		}
		if g, ok := l[j].nucleus.(glyph); ok && (isBig(g.text) || g.text == "lim") {
			break
		}
		if factor(edges[j].right) || edges[j].right == bin && !plain(l[j]) {
			return true
		}
		break
	}
	for j := i + 1; j < len(l); j++ {
		if _, ok := l[j].nucleus.(space); ok {
			continue
		}
		return factor(edges[j].left) || edges[j].left == opening || edges[j].left == bin && !plain(l[j])
	}
	return false
}

// factor reports whether what has this class on the side of a fraction is
// multiplied with it or applied to it.
func factor(c class) bool { return c == ord || c == op || c == closing || c == inner }

// plain reports whether an operation binds no more firmly than a fraction
// stroke read from left to right.
func plain(a atom) bool {
	g, ok := a.nucleus.(glyph)
	return ok && strings.Contains("+−±∓·×", g.text)
}

// writeAtom writes an atom with its scripts.
func writeAtom(a atom, tight, last bool) phrase {
	p := writeNucleus(a.nucleus, tight, last && !a.scripted())
	if !a.scripted() {
		return p
	}
	if _, ok := a.nucleus.(radical); ok {
		p.bind = loose // √x² would be another root
	}
	text := p.bracketed(unit)
	sub, atFoot := inScript(a.sub, lowered)
	sup, onTop := inScript(a.sup, raised)
	if a.sub != nil && a.sup != nil && (!atFoot || !onTop) {
		// x_j² would raise the j: write both in the way of TeX.
		if isPrime(a.sup) {
			return phrase{text: text + sup + spelled("_", a.sub), bind: unit, bare: true}
		}
		return phrase{text: text + spelled("_", a.sub) + spelled("^", a.sup), bind: unit, bare: true}
	}
	bare := false
	if a.sub != nil {
		if !atFoot {
			sub, bare = spelled("_", a.sub), true
		}
		text += sub
	}
	if a.sup != nil {
		if !onTop {
			sup, bare = spelled("^", a.sup), true
		}
		text += sup
	}
	return phrase{text: text, bind: unit, bare: bare && !strings.HasSuffix(text, ")")}
}

// spelled writes a script that has no characters of its own: one character as
// it is, anything longer in brackets.
func spelled(mark string, l list) string {
	text := writeTight(l)
	if len(l) == 1 && ansi.StringWidth(text) <= 1 && text != "" {
		return mark + text
	}
	return mark + "(" + text + ")"
}

func isPrime(l list) bool {
	for _, a := range l {
		if g, ok := a.nucleus.(glyph); !ok || g.text != "′" {
			return false
		}
	}
	return true
}

// writeNucleus writes a nucleus.
func writeNucleus(n nucleus, tight, last bool) phrase {
	switch n := n.(type) {
	case glyph:
		bind := unit
		if strings.Contains(strings.TrimSpace(n.text), " ") {
			bind = product // words
		}
		return phrase{text: n.text, bind: bind}
	case group:
		return writeList(n.body, tight, last)
	case fraction:
		return writeFraction(n, tight)
	case radical:
		return writeRadical(n, tight)
	case fence:
		return writeFence(n, tight)
	case accent:
		if text, ok := combine(n); ok {
			return phrase{text: text, bind: unit}
		}
		return phrase{text: n.mark.name + "(" + writeList(n.body, tight, false).text + ")", bind: unit}
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
		return phrase{text: writeList(n.body, tight, false).bracketed(unit) + spelled(mark, n.small), bind: unit}
	case table:
		return writeTable(n, tight, last)
	}
	return phrase{bind: unit}
}

// writeFraction writes a/b.
func writeFraction(f fraction, tight bool) phrase {
	above, below := writeList(f.above, tight, false), writeList(f.below, tight, false)
	if f.binomial {
		return phrase{text: "C(" + above.text + ", " + below.text + ")", bind: unit}
	}
	if above.text == "1" && below.text == "2" && !tight {
		return phrase{text: "½", bind: unit}
	}
	if isDifferential(f.below, "∂") || isDifferential(f.below, "d") && startsWith(f.above, "d") {
		below.bind = unit
	}
	if len(f.above) > 0 && isSign(f.above[0]) {
		above.bind = loose
	}
	return phrase{text: above.bracketed(product) + "/" + below.bracketed(unit), bind: quotient}
}

// isDifferential reports whether a list is ∂ or d of one variable, which
// needs no brackets below a fraction line.
func isDifferential(l list, sign string) bool {
	if len(l) != 2 || !startsWith(l, sign) || l[0].scripted() {
		return false
	}
	switch l[1].nucleus.(type) {
	case glyph, accent:
		return true
	}
	return false
}

func startsWith(l list, sign string) bool {
	if len(l) == 0 {
		return false
	}
	g, ok := l[0].nucleus.(glyph)
	return ok && g.text == sign
}

// writeRadical writes √x, √(x + y) and ³√x.
func writeRadical(r radical, tight bool) phrase {
	index := ""
	if r.index != nil {
		var ok bool
		if index, ok = inScript(r.index, raised); !ok {
			index = "(" + writeTight(r.index) + ")"
		}
	}
	body := writeList(r.body, tight, false)
	if !isLetter1(r.body) {
		if a, ok := r.body.single(); !ok || !isRound(a) {
			body.bind = loose
		}
	}
	return phrase{text: index + "√" + body.bracketed(unit), bind: unit}
}

// isRound reports whether an atom is a list in round brackets.
func isRound(a atom) bool {
	f, ok := a.nucleus.(fence)
	return ok && !a.scripted() && f.left == "(" && f.right == ")"
}

// writeFence writes a list in its delimiters. With one of them missing, only
// brackets tell where the list begins or ends.
func writeFence(f fence, tight bool) phrase {
	body := writeList(f.body, tight, false)
	if f.left == "" || f.right == "" {
		if f.left == "" && f.right == "" {
			return body
		}
		if f.left == "" && isBarText(f.right) {
			body.text = body.bracketed(unit)
		}
		return phrase{text: f.left + body.text + f.right, bind: loose}
	}
	return phrase{text: f.left + strings.TrimSpace(body.text) + f.right, bind: unit}
}

// combine joins an accent with its letter, where the letter is one cell wide
// and the mark exists.
func combine(n accent) (string, bool) {
	a, ok := n.body.single()
	if !ok || n.mark.combining == "" || a.scripted() {
		return "", false
	}
	letter := ""
	switch inside := a.nucleus.(type) {
	case glyph:
		letter = inside.text
	case accent:
		if letter, ok = combine(inside); !ok {
			return "", false
		}
	}
	if ansi.StringWidth(letter) != 1 {
		return "", false
	}
	return norm.NFC.String(letter + n.mark.combining), true
}
