package tex

import "strings"

// style is how a list is set.
type style uint8

const (
	displayStyle style = iota
	scriptStyle        // tight; limits stand beside, fractions on one line
)

// layOut sets a list on one baseline.
func layOut(l list, s style) box { return layOutAfter(l, s, opening) }

// layOutAfter sets a list that follows something of a class.
func layOutAfter(l list, s style, from class) box {
	g := spacing(l, s == scriptStyle, from)
	boxes := make([]box, 0, 2*len(l)+1)
	var last atom
	var lastBox box
	for i, a := range l {
		if _, ok := a.nucleus.(space); ok {
			continue
		}
		b := layOutAtom(a, s)
		gap := g.before[i]
		if gap == 0 && len(boxes) > 0 && collide(last, a, lastBox, b) {
			gap = 1
		}
		boxes = append(boxes, blankBox(gap), b)
		last, lastBox = a, b
	}
	return beside(append(boxes, blankBox(g.after))...)
}

// collide reports whether two boxes that the spacing rules put together would
// run into each other: a minus and the bar of a fraction, or two tall
// brackets.
func collide(a, b atom, left, right box) bool {
	if strings.HasPrefix(right.rows[right.base], "─") {
		return isSign(a) || strings.HasSuffix(left.rows[left.base], "─")
	}
	_, closes := a.nucleus.(fence)
	_, opens := b.nucleus.(fence)
	return closes && opens && left.tall() && right.tall()
}

// layOutAtom sets a nucleus with its scripts.
func layOutAtom(a atom, s style) box {
	b := layOutNucleus(a.nucleus, s)
	switch {
	case !a.scripted():
		return b
	case a.limits && s == displayStyle:
		return withLimits(b, a.sub, a.sup)
	}
	return withScripts(b, a.sub, a.sup)
}

// layOutNucleus sets a nucleus.
func layOutNucleus(n nucleus, s style) box {
	switch n := n.(type) {
	case glyph:
		return textBox(drawn(n.text))
	case group:
		return layOut(n.body, s)
	case fraction:
		return layOutFraction(n, s)
	case radical:
		return layOutRadical(n, s)
	case fence:
		return enclose(n.left, n.right, layOut(n.body, s))
	case accent:
		return layOutAccent(n, s)
	case brace:
		return layOutBrace(n, s)
	case stack:
		body, small := layOut(n.body, s), layOut(n.small, scriptStyle)
		if n.over {
			return above(centred, 1, small, body)
		}
		return above(centred, 0, body, small)
	case table:
		return layOutTable(n, s)
	}
	return blankBox(0)
}

// layOutFraction sets a fraction. The bar of one that holds another fraction
// is longer, so that it is clear which is the outer one.
func layOutFraction(f fraction, s style) box {
	if f.binomial {
		b := above(centred, 0, layOut(f.above, s), layOut(f.below, s))
		return enclose("(", ")", b)
	}
	if s == scriptStyle {
		return textBox(writeTight(list{{nucleus: f, class: inner}}))
	}
	over, under := layOut(f.above, s), layOut(f.below, s)
	width := max(over.width, under.width, 1)
	if over.barred || under.barred {
		width += 2
	}
	bar := textBox(strings.Repeat("─", width))
	b := above(centred, 1, over, bar, under)
	b.barred = true
	return b
}
