package answer

import (
	"regexp"
	"slices"

	"hakseup/nn/formula"
)

// Read reads a number as people type it: 0.396, −3, 1/3, √74, 2e-3, ln 2, 40%.
func (Number) Read(input string) (Value, error) {
	p, tokens, err := scanned(input)
	if err != nil {
		return nil, err
	}
	n, err := p.number(tokens)
	if err == nil {
		return n, nil
	}
	// A vector where a number is asked deserves a better word than a
	// missing sign does. A comma alone is more likely a decimal one.
	if v, gridErr := p.numbers(tokens); gridErr == nil && len(v.Data) > 1 && (bracketed(tokens) || !hasComma(tokens)) {
		return nil, &Error{What: sayOneNumber(v.Rows, v.Cols)}
	}
	return nil, err
}

// Read reads a vector, as a row or as a column. Spaces separate entries
// unless commas do: "1 -2" are two numbers, "1 - 2" is one.
func (k Vector) Read(input string) (Value, error) {
	v, _, err := readGrid(input)
	if err != nil {
		return nil, err
	}
	if (v.Rows != 1 && v.Cols != 1) || len(v.Data) != k.Len {
		return nil, &Error{What: sayVectorShape(k.Len, v.Rows, v.Cols)}
	}
	v.Rows, v.Cols = k.Len, 1
	return v, nil
}

// Read reads a matrix: [1 2; 3 4], [[1, 2], [3, 4]], as Python prints it, or
// row by row.
func (k Matrix) Read(input string) (Value, error) {
	v, tokens, err := readGrid(input)
	if err != nil {
		return nil, err
	}
	if k.Cols == 1 && v.Rows == 1 && bracketed(tokens) && tokens[0].Text == "(" {
		v.Rows, v.Cols = v.Cols, 1 // (1, 2) is how a column is written on a line
	}
	if v.Rows != k.Rows || v.Cols != k.Cols {
		return nil, &Error{What: sayMatrixShape(k.Rows, k.Cols, v.Rows, v.Cols)}
	}
	return v, nil
}

// scanned cuts an answer made of numbers into tokens.
func scanned(input string) (typed, []formula.Token, error) {
	p, err := plain(input)
	if err != nil {
		return p, nil, err
	}
	tokens, err := p.scan(formula.Table{})
	if at := lastEquals(tokens); err == nil && at >= 0 {
		tokens = tokens[at+1:] // 0.63^2 = 0.397
	}
	return p, tokens, err
}

// lastEquals returns the last sign of equality, or -1.
func lastEquals(tokens []formula.Token) int {
	for i, t := range slices.Backward(tokens) {
		if t.Kind == formula.KindCompare && t.Meaning == "=" {
			return i
		}
	}
	return -1
}

// transposed finds the sign of a transposed vector or matrix at its end.
var transposed = regexp.MustCompile(`(?:\^\s*[Tt]|ᵀ|ᵗ|\.T|\^\{T\})\s*$`)

// readGrid reads rows of entries, and turns them where a T behind them says so.
func readGrid(input string) (Numbers, []formula.Token, error) {
	p, err := plain(input)
	if err != nil {
		return Numbers{}, nil, err
	}
	turned := false
	if at := transposed.FindStringIndex(p.text); at != nil {
		turned = true
		p.cut(0, at[0])
	}
	tokens, err := p.scan(formula.Table{})
	if err != nil {
		return Numbers{}, nil, err
	}
	v, err := p.numbers(tokens)
	if turned {
		v = v.transposed()
	}
	return v, tokens, err
}

func (n Numbers) transposed() Numbers {
	t := Numbers{Rows: n.Cols, Cols: n.Rows}
	for j := range n.Cols {
		for i := range n.Rows {
			t.Data, t.Digits = append(t.Data, n.Data[i*n.Cols+j]), append(t.Digits, n.Digits[i*n.Cols+j])
		}
	}
	return t
}

func hasComma(tokens []formula.Token) bool {
	for _, t := range tokens {
		if t.Kind == formula.KindComma {
			return true
		}
	}
	return false
}

// number reads tokens as one number.
func (p *typed) number(tokens []formula.Token) (Numbers, error) {
	n, wrong := formula.ParseTokens(tokens, formula.Table{})
	if wrong != nil && wrong.Mistake == formula.Empty {
		wrong.Mistake = formula.Unfinished // an entry is missing, not the whole
	}
	if wrong != nil {
		return Numbers{}, p.wrong(wrong)
	}
	x, wrong := n.Value(nil)
	if wrong != nil {
		return Numbers{}, p.wrong(wrong)
	}
	digits := Exact
	if d, plainly := n.Digits(); plainly {
		digits = d.Decimals
	}
	return Numbers{Rows: 1, Cols: 1, Data: []float64{x}, Digits: []int{digits}}, nil
}

// numbers reads tokens as rows of numbers.
func (p *typed) numbers(tokens []formula.Token) (Numbers, error) {
	g, err := cutGrid(p, tokens)
	if err != nil {
		return Numbers{}, err
	}
	v := Numbers{Rows: len(g.rows), Cols: len(g.rows[0])}
	for i, row := range g.rows {
		if len(row) != v.Cols {
			return Numbers{}, &Error{At: p.place(row[0][0].Offset), What: sayRagged(i+1, len(row), v.Cols)}
		}
		for _, entry := range row {
			n, err := p.number(entry)
			if err != nil {
				return Numbers{}, err
			}
			v.Data, v.Digits = append(v.Data, n.Data[0]), append(v.Digits, n.Digits[0])
		}
	}
	return v, nil
}
