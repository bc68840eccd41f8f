package tex

import "strings"

// layOutTable sets an environment.
func layOutTable(t table, s style) box {
	cells, columns := layOutCells(t, s), t.columns()
	aligns := make([]alignment, columns)
	for c := range aligns {
		aligns[c] = t.alignment(c)
		alignColumn(cells, c, aligns[c])
	}
	lines := make([]box, len(cells))
	for r, row := range cells {
		boxes := make([]box, 0, 2*columns)
		for c := range columns {
			if gap := t.gap(c); c > 0 && gap > 0 {
				boxes = append(boxes, blankBox(gap))
			}
			boxes = append(boxes, row[c])
		}
		lines[r] = beside(boxes...)
	}
	b := joinLines(lines, t.env.left == "{")
	b.base = (b.height() - 1) / 2 // of two lines the first: the sentence goes on there
	b = b.solid()
	if t.env.name == "cases" {
		return enclose("{", "", b)
	}
	return t.enclose(b)
}

// enclose puts the delimiters of a matrix around it, even around a single
// row with a cell of air, so that a row is not taken for an argument.
func (t table) enclose(b box) box {
	if t.env.left == "" {
		return b
	}
	if !b.tall() {
		b = b.pad(1, 1)
	}
	return enclose(t.env.left, t.env.right, b)
}

// layOutCells sets all cells and fills the rows up to the same number.
func layOutCells(t table, s style) [][]box {
	columns := t.columns()
	cells := make([][]box, len(t.rows))
	for r, row := range t.rows {
		cells[r] = make([]box, columns)
		for c := range columns {
			switch {
			case c >= len(row):
				cells[r][c] = blankBox(0)
			case t.env.aligned && c%2 == 1:
				// As in TeX, the relation after & has something before it.
				cells[r][c] = layOutAfter(row[c], s, ord)
			default:
				cells[r][c] = layOut(row[c], s)
			}
		}
	}
	return cells
}

// alignment returns where the cells of a column stand.
func (t table) alignment(column int) alignment {
	switch {
	case t.align != nil:
		return t.align[column]
	case t.env.aligned && column%2 == 0:
		return rightmost
	case t.env.aligned, t.env.name == "cases":
		return leftmost
	}
	for _, row := range t.rows {
		if column < len(row) && !isNumber(row[column]) {
			return centred
		}
	}
	return numeric
}

// gap returns the cells between a column and the one before it.
func (t table) gap(column int) int {
	switch {
	case t.env.aligned && column%2 == 1:
		return 0
	case t.env.aligned:
		return 4
	}
	return 2
}

// isNumber reports whether a cell is empty or holds a number with or without
// a sign.
func isNumber(l list) bool {
	if len(l) > 0 && isSign(l[0]) {
		l = l[1:]
	}
	if len(l) != 1 {
		return len(l) == 0
	}
	g, ok := l[0].nucleus.(glyph)
	return ok && !l[0].scripted() && g.text != "" && isDigit(g.text[0])
}

// alignColumn gives all cells of a column the same width.
func alignColumn(cells [][]box, column int, align alignment) {
	if align == numeric {
		alignPoints(cells, column)
		align = rightmost
	}
	width := 0
	for _, row := range cells {
		width = max(width, row[column].width)
	}
	for _, row := range cells {
		row[column] = row[column].widen(width, align)
	}
}

// alignPoints fills up numbers on the right, so that their points meet.
func alignPoints(cells [][]box, column int) {
	tail := func(b box) int {
		if at := strings.IndexByte(b.rows[0], '.'); at >= 0 {
			return len(b.rows[0]) - at
		}
		return 0
	}
	longest := 0
	for _, row := range cells {
		longest = max(longest, tail(row[column]))
	}
	for _, row := range cells {
		row[column] = row[column].pad(0, longest-tail(row[column]))
	}
}

// joinLines puts lines below each other, with a free row where fractions and
// the like would touch. A brace of two lines has a free row for its middle.
func joinLines(lines []box, brace bool) box {
	stacked := make([]box, 0, 2*len(lines))
	for i, line := range lines {
		if i > 0 && (lines[i-1].down+line.up > 0 || brace && len(lines) == 2) {
			stacked = append(stacked, blankBox(0))
		}
		stacked = append(stacked, line)
	}
	return above(leftmost, 0, stacked...)
}
