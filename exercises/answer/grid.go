package answer

import (
	"math"
	"slices"
	"strings"

	"hakseup/nn/formula"
)

// grid is a vector or a matrix as it is written: rows of entries, each of them
// tokens that end with one of formula.KindEnd.
type grid struct {
	rows [][][]formula.Token
	text *typed
}

// cutGrid cuts tokens into rows and entries.
func cutGrid(p *typed, tokens []formula.Token) (grid, error) {
	if err := balanced(p, tokens); err != nil {
		return grid{}, err
	}
	for bracketed(tokens) { // [[1, 2, 3]] and array([[1, 2], [3, 4]]), too
		tokens = inside(tokens)
	}
	g := grid{text: p}
	for _, row := range splitRows(tokens) {
		g.rows = append(g.rows, splitRow(row))
	}
	if len(g.rows) == 0 {
		return grid{}, &Error{What: sayEmpty()}
	}
	return g, nil
}

// balanced says which bracket has no partner, so that lists can be cut at
// their outer level without a thought.
func balanced(p *typed, tokens []formula.Token) error {
	var open []formula.Token
	for _, t := range tokens {
		switch t.Kind {
		case formula.KindOpen:
			open = append(open, t)
		case formula.KindClose:
			if len(open) == 0 || !pair(open[len(open)-1], t) {
				return p.wrong(&formula.Error{Mistake: formula.Unopened, Offset: t.Offset, Text: t.Text})
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t := open[len(open)-1]
		return p.wrong(&formula.Error{Mistake: formula.Unclosed, Offset: t.Offset, Text: t.Text})
	}
	return nil
}

func pair(open, closing formula.Token) bool {
	return strings.Index("([{", open.Text) == strings.Index(")]}", closing.Text)
}

// bracketed reports whether one pair of brackets encloses all tokens.
func bracketed(tokens []formula.Token) bool {
	depth := 0
	for i, t := range tokens {
		switch t.Kind {
		case formula.KindOpen:
			depth++
		case formula.KindClose:
			depth--
		}
		if depth == 0 {
			return i > 0 && i == len(tokens)-2 // the last token is the end
		}
	}
	return false
}

// inside drops the first and the last bracket.
func inside(tokens []formula.Token) []formula.Token {
	last := tokens[len(tokens)-2]
	return closed(tokens[1:len(tokens)-2], last.Offset)
}

// closed returns the tokens with an end of their own.
func closed(tokens []formula.Token, at int) []formula.Token {
	return append(slices.Clip(tokens), formula.Token{Kind: formula.KindEnd, Offset: at})
}

// cut splits tokens before each one for which starts holds at the outer level,
// and at separators, which are left out. Each piece has its end.
func cut(tokens []formula.Token, separates func(formula.Kind) bool, starts func(i int) bool) [][]formula.Token {
	var pieces [][]formula.Token
	depth, from := 0, 0
	piece := func(to int) {
		pieces = append(pieces, closed(tokens[from:to], tokens[to].Offset))
		from = to
	}
	for i, t := range tokens {
		if depth == 0 && i > from && starts(i) {
			piece(i)
		}
		switch {
		case t.Kind == formula.KindOpen:
			depth++
		case t.Kind == formula.KindClose:
			depth--
		case depth == 0 && (separates(t.Kind) || t.Kind == formula.KindEnd):
			piece(i)
			from = i + 1
		}
	}
	return pieces
}

func never(int) bool { return false }

func isComma(k formula.Kind) bool { return k == formula.KindComma }

func endsRow(k formula.Kind) bool { return k == formula.KindSemicolon || k == formula.KindNewline }

// splitRows cuts at semicolons and line ends, or takes [1 2] [3 4],
// [[1, 2], [3, 4]] and ((1, 2), (3, 4)) for rows. Empty rows are dropped.
func splitRows(tokens []formula.Token) [][]formula.Token {
	if rows, ok := bracketRows(tokens); ok {
		return rows
	}
	return filled(cut(tokens, endsRow, never))
}

// filled drops pieces that hold nothing but their end.
func filled(pieces [][]formula.Token) [][]formula.Token {
	return slices.DeleteFunc(pieces, func(p []formula.Token) bool { return len(p) < 2 })
}

// bracketRows reports whether all that there is are brackets side by side, and
// returns what they hold. Round ones must hold several entries each: (1) (2)
// are two numbers.
func bracketRows(tokens []formula.Token) ([][]formula.Token, bool) {
	pieces := filled(cut(tokens,
		func(k formula.Kind) bool { return isComma(k) || endsRow(k) },
		func(i int) bool { return tokens[i].Text == "[" && tokens[i-1].Kind == formula.KindClose }))
	for i, piece := range pieces {
		if !bracketed(piece) {
			return nil, false
		}
		pieces[i] = inside(piece)
		if piece[0].Text != "[" && len(splitRow(pieces[i])) < 2 {
			return nil, false
		}
	}
	return pieces, len(pieces) > 0
}

// splitRow cuts a row at its commas or, where it has none, at its spaces.
func splitRow(row []formula.Token) [][]formula.Token {
	if pieces := cut(row, isComma, never); len(pieces) > 1 {
		if last := len(pieces) - 1; len(pieces[last]) < 2 {
			return pieces[:last] // a comma too many, as in (1, 2,)
		}
		return pieces
	}
	return cut(row, isComma, func(i int) bool { return startsEntry(row, i) })
}

// startsEntry reports whether the space before token i separates entries: a
// number ends before it and another begins. In "1 -2" the sign belongs to the
// second number, in "1 - 2" and "1-2" it subtracts.
func startsEntry(row []formula.Token, i int) bool {
	if !row[i].Spaced || !endsEntry(row[i-1]) {
		return false
	}
	switch t := row[i]; t.Kind {
	case formula.KindNumber, formula.KindName, formula.KindConstant, formula.KindFunction, formula.KindOpen, formula.KindBar:
		return true
	case formula.KindSign:
		return strings.Contains("+-", t.Meaning) && !row[i+1].Spaced
	}
	return false
}

// endsEntry reports whether an entry can end with t.
func endsEntry(t formula.Token) bool {
	switch t.Kind {
	case formula.KindNumber, formula.KindName, formula.KindConstant, formula.KindClose, formula.KindSuper,
		formula.KindPercent, formula.KindBar:
		return true
	}
	return false
}

// Split cuts a vector or a matrix into its entries as they are written, row
// by row, where it would be cut in reading. It does not read the entries: what
// is in the way of cutting, such as a bracket without a partner, gives none.
func Split(input string) [][]string {
	p, err := plain(input)
	if err != nil {
		return nil
	}
	tokens, err := p.scan(formula.Table{Free: true})
	if err != nil {
		return nil
	}
	g, err := cutGrid(&p, tokens)
	if err != nil {
		return nil
	}
	var rows [][]string
	for _, row := range g.rows {
		var entries []string
		for _, part := range row {
			from, to := part[0].Offset, part[len(part)-1].Offset
			entries = append(entries, strings.TrimSpace(p.quoted(from, to)))
		}
		rows = append(rows, entries)
	}
	return rows
}

// Partly reads what can be read of a number, a vector or a matrix that is still
// being typed: its entries in order, NaN for one that is missing or cannot be
// read. Of another kind of answer it returns nil.
func Partly(k Kind, input string) []float64 {
	rows, cols := 1, 1
	switch k := k.(type) {
	case Number:
	case Vector:
		cols = k.Len
	case Matrix:
		rows, cols = k.Rows, k.Cols
	default:
		return nil
	}
	entries := make([]float64, rows*cols)
	for i := range entries {
		entries[i] = math.NaN()
	}
	for i, row := range Split(input) {
		for j, text := range row {
			if i >= rows || j >= cols {
				break
			}
			if v, err := (Number{}).Read(text); err == nil {
				entries[i*cols+j] = Entries(v)[0]
			}
		}
	}
	return entries
}
