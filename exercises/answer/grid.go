package answer

import (
	"slices"
	"strings"
)

// balanced says which bracket has no partner, so that lists can be cut at
// their outer level without a thought.
func balanced(tokens []token) error {
	var open []token
	for _, t := range tokens {
		switch t.kind {
		case tokOpen:
			open = append(open, t)
		case tokClose:
			if len(open) == 0 || !pair(open[len(open)-1], t) {
				return &Error{At: t.at, What: sayUnopened(t.text)}
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t := open[len(open)-1]
		return &Error{At: t.at, What: sayUnclosed(t.text)}
	}
	return nil
}

// bracketed reports whether one pair of brackets encloses all tokens.
func bracketed(tokens []token) bool {
	depth := 0
	for i, t := range tokens {
		switch t.kind {
		case tokOpen:
			depth++
		case tokClose:
			depth--
		}
		if depth == 0 {
			return i > 0 && i == len(tokens)-2 // the last token is tokEnd
		}
	}
	return false
}

// inside drops the first and the last bracket.
func inside(tokens []token) []token {
	last := tokens[len(tokens)-2]
	return closed(tokens[1:len(tokens)-2], last.at)
}

// closed returns the tokens with an end of their own.
func closed(tokens []token, at int) []token {
	return append(slices.Clip(tokens), token{kind: tokEnd, at: at})
}

// cut splits tokens before each one for which starts holds at the outer
// level. A separator is left out of the pieces. Each piece has its end.
func cut(tokens []token, separator tokenKind, starts func(i int) bool) [][]token {
	var pieces [][]token
	depth, from := 0, 0
	for i, t := range tokens {
		switch t.kind {
		case tokOpen:
			if depth == 0 && starts(i) {
				pieces = append(pieces, closed(tokens[from:i], t.at))
				from = i
			}
			depth++
			continue
		case tokClose:
			depth--
			continue
		}
		switch {
		case depth > 0:
		case t.kind == tokEnd:
			return append(pieces, closed(tokens[from:i], t.at))
		case t.kind == separator:
			pieces = append(pieces, closed(tokens[from:i], t.at))
			from = i + 1
		case starts(i):
			pieces = append(pieces, closed(tokens[from:i], t.at))
			from = i
		}
	}
	return pieces
}

func never(int) bool { return false }

// Split cuts a vector or a matrix into its entries as they are written, row
// by row, where Read would cut it. It does not read the entries: what is in
// the way of cutting, such as a bracket without a partner, gives none.
func Split(input string) [][]string {
	tokens, err := scan(input)
	if err != nil || balanced(tokens) != nil {
		return nil
	}
	if bracketed(tokens) {
		tokens = inside(tokens)
	}
	runes := []rune(input)
	var rows [][]string
	for _, row := range splitRows(tokens) {
		var entries []string
		for _, part := range splitRow(row) {
			from, to := part[0].at, part[len(part)-1].at
			entries = append(entries, strings.TrimSpace(string(runes[from:to])))
		}
		rows = append(rows, entries)
	}
	return rows
}

// splitRows cuts at semicolons and new lines, or takes [1 2] [3 4] and
// [[1, 2], [3, 4]] for rows. Empty rows are dropped.
func splitRows(tokens []token) [][]token {
	if rows, ok := bracketRows(tokens); ok {
		return rows
	}
	var rows [][]token
	for _, row := range cut(tokens, tokRow, never) {
		if len(row) > 1 {
			rows = append(rows, row)
		}
	}
	return rows
}

// bracketRows reports whether all that there is are square brackets side by
// side, and returns what they hold.
func bracketRows(tokens []token) ([][]token, bool) {
	var rows [][]token
	pieces := cut(tokens, tokComma, func(i int) bool { return i > 0 && tokens[i].text == "[" && tokens[i-1].kind == tokClose })
	for _, piece := range pieces {
		if piece[0].text != "[" || !bracketed(piece) {
			return nil, false
		}
		rows = append(rows, inside(piece))
	}
	return rows, len(rows) > 0
}

// splitRow cuts a row at its commas or, where it has none, at its spaces.
func splitRow(row []token) [][]token {
	if pieces := cut(row, tokComma, never); len(pieces) > 1 {
		return pieces
	}
	return cut(row, tokComma, func(i int) bool { return startsEntry(row, i) })
}

// startsEntry reports whether the space before token i separates entries: a
// number ends before it and another begins. In "1 -2" the sign belongs to the
// second number, in "1 - 2" and "1-2" it subtracts.
func startsEntry(row []token, i int) bool {
	if i == 0 || !row[i].spaced || !endsEntry(row[i-1]) {
		return false
	}
	switch t := row[i]; t.kind {
	case tokNumber, tokName, tokOpen:
		return true
	case tokOp:
		if t.text == "√" || t.text == "|" {
			return true
		}
		return (t.text == "-" || t.text == "+") && !row[i+1].spaced
	}
	return false
}

// endsEntry reports whether an entry can end with t.
func endsEntry(t token) bool {
	switch t.kind {
	case tokNumber, tokClose, tokSuper, tokSub:
		return true
	case tokName:
		return !isFunction(t.text)
	case tokOp:
		return t.text == "%" || t.text == "|"
	}
	return false
}
