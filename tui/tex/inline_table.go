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

// writeAligned writes lines that stand below each other as sentences divided
// by semicolons.
func writeAligned(t table, tight, last bool) phrase {
	sentences := t.sentences()
	texts := make([]string, len(sentences))
	for i, l := range sentences {
		texts[i] = strings.TrimSpace(writeList(l, tight, last && i == len(sentences)-1).text)
	}
	return phrase{text: strings.Join(texts, "; ")}
}

// sentences joins the cells of lines that stand below each other: a line is a
// sentence. Where a line goes on from the one above it, as "& = c" does, it
// belongs to that sentence, and pairs of columns follow one after the other.
func (t table) sentences() []list {
	if !t.goesOn() {
		all := make([]list, len(t.rows))
		for r, row := range t.rows {
			all[r] = joinPairs(row)
		}
		return all
	}
	var all []list
	for c := 0; c < t.columns(); c += 2 {
		first := len(all)
		for _, row := range t.rows {
			pair := row[min(c, len(row)):min(c+2, len(row))]
			switch l := slices.Concat(pair...); {
			case len(l) == 0:
			case len(pair[0]) == 0 && len(all) > first:
				all[len(all)-1] = append(all[len(all)-1], l...)
			default:
				all = append(all, l)
			}
		}
	}
	return all
}

// goesOn reports whether a line begins, in some pair of columns, with what
// stands after the &.
func (t table) goesOn() bool {
	for _, row := range t.rows {
		for c := 0; c+1 < len(row); c += 2 {
			if len(row[c]) == 0 && len(row[c+1]) > 0 {
				return true
			}
		}
	}
	return false
}

// joinPairs joins the cells of a line, with a comma between two equations.
func joinPairs(row []list) list {
	var line list
	for c, cell := range row {
		if c > 0 && c%2 == 0 && len(line) > 0 && len(cell) > 0 && endsOperand(line) {
			line = append(line, atom{nucleus: glyph{","}, class: punct})
		}
		line = append(line, cell...)
	}
	return line
}
