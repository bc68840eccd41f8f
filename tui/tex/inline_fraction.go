package tex

import "strings"

// writeFraction writes a/b.
func writeFraction(f fraction, tight bool) phrase {
	above, below := writeList(f.above, tight, false), writeList(f.below, tight, false)
	if f.binomial {
		return phrase{text: "C(" + above.text + ", " + below.text + ")", bind: unit}
	}
	if above.text == "1" && below.text == "2" && !tight {
		return phrase{text: "½", bind: unit}
	}
	if f.isDifferential() {
		below.bind = unit
	}
	if len(f.above) > 0 && isSign(f.above[0]) {
		above.bind = loose
	}
	return phrase{text: above.bracketed(product) + "/" + below.bracketed(unit), bind: quotient}
}

// isDifferential reports whether what is below is a difference or ∂ of one
// variable, as in ∂L/∂x, df/dx and Δy/Δx: it needs no brackets.
func (f fraction) isDifferential() bool {
	if len(f.below) != 2 || f.below[0].scripted() {
		return false
	}
	g, ok := f.below[0].nucleus.(glyph)
	switch {
	case !ok:
		return false
	case g.text == "∂", g.text == "Δ":
	case g.text != "d" || !startsWith(f.above, "d"):
		return false
	}
	switch f.below[1].nucleus.(type) {
	case glyph, accent:
		return true
	}
	return false
}

// isDerivative reports whether the fraction is an instruction to derive what
// follows: d/dx.
func (f fraction) isDerivative() bool {
	return len(f.above) == 1 && f.isDifferential() && (startsWith(f.above, "d") || startsWith(f.above, "∂"))
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
	if a, ok := r.body.single(); !isPlain(r.body) && (!ok || !isRound(a)) {
		body.bind = loose
	}
	return phrase{text: index + "√" + body.bracketed(unit), bind: unit}
}

// writeFence writes a list in its delimiters. Where one of them is missing,
// only brackets tell where the list begins or ends.
func writeFence(f fence, tight bool) phrase {
	body := writeList(f.body, tight, false)
	switch {
	case f.left == "" && f.right == "":
		return body
	case f.left == "":
		return phrase{text: body.bracketed(unit) + f.right}
	case f.right == "":
		return phrase{text: f.left + body.text}
	}
	return phrase{text: f.left + strings.TrimSpace(body.text) + f.right, bind: unit}
}

// writeAccent writes x̂, or hat(xy) where the mark cannot stand.
func writeAccent(n accent, tight bool) phrase {
	if text, ok := combine(n); ok {
		return phrase{text: text, bind: unit}
	}
	body := writeList(n.body, tight, false).text
	return phrase{text: n.mark.name + "(" + body + ")", bind: unit, open: true}
}
