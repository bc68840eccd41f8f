package tex

import "strings"

// layOutRadical sets a root: √x without a bar, √ under a bar on one row, and
// a sign that grows around anything taller.
func layOutRadical(r radical, s style) box {
	body := layOut(r.body, s)
	var b box
	switch {
	case body.height() > 1:
		b = tallRoot(body)
	case isPlain(r.body):
		b = beside(textBox("√"), body)
	default:
		b = lowRoot(body)
	}
	if r.index == nil {
		return b
	}
	// The index stands in the crook of the sign; in a row above it when it is
	// not small, so that it is not taken for a factor.
	_, foot := b.cover()
	index, small := script(r.index, raised)
	if !small {
		foot--
	}
	return beside(lift(index, -foot), b)
}

// isPlain reports whether a root over the list is clear without a bar: one
// symbol or number, perhaps with a lower index.
func isPlain(l list) bool {
	a, ok := l.single()
	if !ok || a.sup != nil {
		return false
	}
	if m, ok := a.nucleus.(accent); ok {
		return m.mark.combining != "" && isPlain(m.body)
	}
	_, ok = a.nucleus.(glyph)
	return ok
}

// lowRoot sets a root of one row. The bar is no reason for a fence to grow.
func lowRoot(body box) box {
	body = body.widen(1, leftmost)
	bar := strings.Repeat("─", body.width)
	return box{
		rows:  []string{"┌" + bar, "√" + body.rows[0]},
		width: 1 + body.width,
		base:  1,
	}
}

// tallRoot sets a root of several rows.
func tallRoot(body box) box {
	if body.barred {
		body = body.pad(1, 1)
	}
	rows := make([]string, 0, body.height()+1)
	rows = append(rows, " ┌"+strings.Repeat("─", body.width))
	for y, row := range body.rows {
		foot := " │"
		if y == body.height()-1 {
			foot = "╲│"
		}
		rows = append(rows, foot+row)
	}
	b := box{rows: rows, width: 2 + body.width, base: body.base + 1, barred: body.barred}
	return b.solid()
}

// lift moves a box so that its last row stands rows above the baseline, or
// below it where rows is negative.
func lift(b box, rows int) box {
	all := append([]string(nil), b.rows...)
	for range rows {
		all = append(all, blank(b.width))
	}
	base := b.height() - 1 + rows
	for ; base < 0; base++ {
		all = append([]string{blank(b.width)}, all...)
	}
	return box{rows: all, width: b.width, base: base}
}
