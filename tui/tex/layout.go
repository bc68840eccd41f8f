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
	if _, ok := b.nucleus.(fraction); ok && right.barred {
		return isSign(a)
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
		return textBox(n.text)
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

// layOutRadical sets a root. One letter needs no bar over it.
func layOutRadical(r radical, s style) box {
	body := layOut(r.body, s)
	index := textBox("")
	if r.index != nil {
		index = layOut(r.index, scriptStyle)
		if small, ok := inScript(r.index, raised); ok {
			index = textBox(small)
		}
	}
	if isLetter1(r.body) && body.height() == 1 && index.height() == 1 {
		return beside(index, textBox("√"), body)
	}
	bar := strings.Repeat("─", max(body.width, 1))
	if body.height() == 1 {
		sign := box{rows: []string{"┌", "√"}, width: 1, base: 1}
		roof := box{rows: []string{bar, body.rows[0] + blank(1-body.width)}, width: max(body.width, 1), base: 1}
		b := beside(index, sign, roof)
		b.up, b.down = 0, 0
		return b
	}
	over, under := body.cover()
	stem := make([]string, 0, body.height()+1)
	stem = append(stem, " ┌")
	for range body.height() - 1 {
		stem = append(stem, " │")
	}
	stem = append(stem, "╲│")
	sign := box{rows: stem, width: 2, base: over + 1}.solid()
	roof := body.widen(max(body.width, 1), leftmost)
	roof = box{rows: append([]string{bar}, roof.rows...), width: roof.width, base: over + 1, barred: body.barred}.solid()
	// The index stands in the crook of the sign.
	index.base = index.height() - 1 + under
	index.up, index.down = 0, 0
	return beside(raise(index, under), sign, roof)
}

// raise fills the box below, so that its last row stands rows below the base.
func raise(b box, below int) box {
	b.base = b.height() - 1 - below
	for b.base < 0 {
		b.rows = append([]string{blank(b.width)}, b.rows...)
		b.base++
	}
	return b
}

// isLetter1 reports whether a root over the list is clear without a bar: one
// symbol or number, perhaps with a lower index.
func isLetter1(l list) bool {
	a, ok := l.single()
	if !ok || a.sup != nil {
		return false
	}
	if m, ok := a.nucleus.(accent); ok {
		return m.mark.combining != "" && isLetter1(m.body)
	}
	_, ok = a.nucleus.(glyph)
	return ok
}

// layOutAccent sets a mark on the letter, or in a row of its own.
func layOutAccent(n accent, s style) box {
	body := layOut(n.body, s)
	if text, ok := combine(n); ok {
		return textBox(text)
	}
	width := max(body.width, 1)
	row := n.mark.row
	switch {
	case n.mark.end == "":
		row = strings.Repeat(row, width)
	case row == " ": // centred
		row = n.mark.end
	default:
		row = strings.Repeat(row, width-1) + n.mark.end
	}
	if n.mark.under {
		b := above(centred, 0, body, textBox(row))
		b.up, b.down = body.up, body.down
		return b
	}
	b := above(centred, 1, textBox(row), body)
	b.up, b.down = body.up, body.down
	return b
}

// layOutBrace sets a list over or under a brace with its label.
func layOutBrace(n brace, s style) box {
	body := layOut(n.body, s)
	label := layOut(n.label, s)
	tips := [3]string{"╰", "┬", "╯"}
	if n.over {
		tips = [3]string{"╭", "┴", "╮"}
	}
	arms := max(body.width, 1)
	line := tips[1]
	switch {
	case arms == 2:
		line = tips[0] + tips[2]
	case arms > 2:
		half := (arms - 1) / 2
		line = tips[0] + strings.Repeat("─", half-1) + tips[1] + strings.Repeat("─", arms-2-half) + tips[2]
	}
	var b box
	switch {
	case n.over && n.label == nil:
		b = above(centred, 1, textBox(line), body)
	case n.over:
		b = above(centred, 2, label, textBox(line), body)
	case n.label == nil:
		b = above(centred, 0, body, textBox(line))
	default:
		b = above(centred, 0, body, textBox(line), label)
	}
	return b
}
