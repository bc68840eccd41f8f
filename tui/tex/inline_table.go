package tex

import (
	"slices"
	"strings"
)

// writeTable writes an environment on one line, its rows divided by
// semicolons: [6 4; 1 −9].
func writeTable(t table, tight, last bool) phrase {
	switch {
	case t.env.name == "cases":
		return writeCases(t, tight, last)
	case t.env.aligned, t.env.columns == 1 && t.align == nil:
		return writeAligned(t, tight, last)
	}
	separator := " "
	rows := make([][]phrase, len(t.rows))
	for r, row := range t.rows {
		for _, cell := range row {
			p := writeList(cell, tight, false)
			p.text = strings.TrimSpace(p.text)
			if strings.Contains(p.text, " ") {
				separator = ", "
			}
			rows[r] = append(rows[r], p)
		}
	}
	lines := make([]string, len(rows))
	for r, row := range rows {
		cells := make([]string, len(row))
		for c, p := range row {
			cells[c] = p.text
		}
		lines[r] = strings.Join(cells, separator)
	}
	left, right := t.env.left, t.env.right
	if left == "" {
		left, right = "[", "]"
	}
	return phrase{text: left + strings.Join(lines, "; ") + right, bind: unit}
}

// writeCases writes { x (x > 0); 0 (x ≤ 0). The brace closes only where
// something follows.
func writeCases(t table, tight, last bool) phrase {
	lines := make([]string, len(t.rows))
	for r, row := range t.rows {
		lines[r] = strings.TrimSpace(writeList(row[0], tight, false).text)
		if len(row) < 2 || len(row[1]) == 0 {
			continue
		}
		condition := strings.TrimSpace(writeList(row[1], tight, false).text)
		if a, ok := row[1].single(); !strings.HasSuffix(lines[r], ",") && (!ok || !isRound(a)) {
			condition = "(" + condition + ")"
		}
		lines[r] += " " + condition
	}
	text := "{ " + strings.Join(lines, "; ")
	if last {
		return phrase{text: text}
	}
	return phrase{text: text + " }", bind: unit}
}

// writeAligned writes lines that stand below each other. A line that goes on
// from the one before it, as "& = c" does, follows without a semicolon.
func writeAligned(t table, tight, last bool) phrase {
	var b strings.Builder
	for r, row := range t.rows {
		line := writeList(slices.Concat(row...), tight, last && r == len(t.rows)-1)
		text := strings.TrimSpace(line.text)
		switch {
		case text == "":
			continue
		case b.Len() == 0:
		case len(row[0]) == 0:
			b.WriteString(" ")
		default:
			b.WriteString("; ")
		}
		b.WriteString(text)
	}
	return phrase{text: b.String()}
}
