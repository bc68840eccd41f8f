package tex

// withLimits sets scripts below and above a big operator.
func withLimits(b box, sub, sup list) box {
	over, under := layOut(sup, scriptStyle), layOut(sub, scriptStyle)
	switch {
	case sup == nil:
		return above(centred, 0, b, under)
	case sub == nil:
		return above(centred, 1, over, b)
	}
	return above(centred, 1, over, b, under)
}

// withScripts sets scripts behind a box: in raised and lowered characters
// where all of them exist, else in the rows above and below.
func withScripts(b box, sub, sup list) box {
	over, onTop := script(sup, raised)
	under, atFoot := script(sub, lowered)
	foot, top := b.down, -b.up // rows, counted downwards from the base
	if sub == nil && sup == nil {
		return b
	}
	column := map[int]string{}
	width := max(over.width, under.width)
	if onTop && atFoot && foot == top {
		both := under.rows[0] + over.rows[0]
		over = textBox(both)
		width = over.width
		column[top] = both
	} else {
		place := func(small box, first int) {
			for y, row := range small.rows {
				column[first+y] = row + blank(width-small.width)
			}
		}
		switch {
		case sup == nil:
		case onTop:
			place(over, top)
		default:
			place(over, top-over.height())
		}
		switch {
		case sub == nil:
		case atFoot:
			place(under, foot)
		default:
			place(under, foot+1)
		}
	}
	return beside(b, columnBox(column, width))
}

// script sets a script, and reports whether it did so in script characters.
func script(l list, forms map[rune]rune) (b box, small bool) {
	if text, ok := inScript(l, forms); ok {
		return textBox(text), true
	}
	return layOut(l, scriptStyle), false
}

// columnBox is the box of rows that are given by their distance from the
// base.
func columnBox(rows map[int]string, width int) box {
	first, last := 0, 0
	for y := range rows {
		first, last = min(first, y), max(last, y)
	}
	b := box{width: width, base: -first}
	for y := first; y <= last; y++ {
		row, ok := rows[y]
		if !ok {
			row = blank(width)
		}
		b.rows = append(b.rows, row)
	}
	return b
}
