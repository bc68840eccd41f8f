package answer

import "strings"

// Read reads a number as people type it: 0.396, −3, 1/3, √74, 2e-3, ln 2, 40%.
func (Number) Read(input string) (Value, error) {
	tokens, err := scanned(input)
	if err != nil {
		return nil, err
	}
	x, digits, err := evaluate(tokens)
	if err == nil {
		return Numbers{Rows: 1, Cols: 1, Data: []float64{x}, Digits: []int{digits}}, nil
	}
	// A vector where a number is asked deserves a better word than a
	// missing sign does. A comma alone is more likely a decimal one.
	if grid, gridErr := readGrid(tokens); gridErr == nil && len(grid.Data) > 1 && (bracketed(tokens) || !hasComma(tokens)) {
		return nil, &Error{What: sayOneNumber(grid.Rows, grid.Cols)}
	}
	return nil, err
}

// Read reads a vector, as a row or as a column. Spaces separate entries
// unless commas do: "1 -2" are two numbers, "1 - 2" is one.
func (k Vector) Read(input string) (Value, error) {
	tokens, err := scanned(input)
	if err != nil {
		return nil, err
	}
	v, err := readGrid(tokens)
	if err != nil {
		return nil, err
	}
	if (v.Rows != 1 && v.Cols != 1) || len(v.Data) != k.Len {
		return nil, &Error{What: sayVectorShape(k.Len, v.Rows, v.Cols)}
	}
	v.Rows, v.Cols = k.Len, 1
	return v, nil
}

// Read reads a matrix: [1 2; 3 4], [[1, 2], [3, 4]] or row by row.
func (k Matrix) Read(input string) (Value, error) {
	tokens, err := scanned(input)
	if err != nil {
		return nil, err
	}
	v, err := readGrid(tokens)
	if err != nil {
		return nil, err
	}
	if k.Cols == 1 && v.Rows == 1 && bracketed(tokens) && tokens[0].text == "(" {
		v.Rows, v.Cols = v.Cols, 1 // (1, 2) is how a column is written on a line
	}
	if v.Rows != k.Rows || v.Cols != k.Cols {
		return nil, &Error{What: sayMatrixShape(k.Rows, k.Cols, v.Rows, v.Cols)}
	}
	return v, nil
}

func scanned(input string) ([]token, error) {
	if blank(input) {
		return nil, &Error{What: sayEmpty()}
	}
	return scan(input)
}

func hasComma(tokens []token) bool {
	for _, t := range tokens {
		if t.kind == tokComma {
			return true
		}
	}
	return false
}

// evaluate reads tokens as one formula and works it out. Digits is the number
// of decimals that were typed.
func evaluate(tokens []token) (x float64, digits int, err error) {
	n, err := parse(tokens)
	if err != nil {
		return 0, 0, err
	}
	x, err = n.value()
	return x, decimals(tokens), err
}

// decimals returns the number of decimals of a plain decimal with its sign,
// Exact for anything else.
func decimals(tokens []token) int {
	for len(tokens) > 2 && tokens[0].kind == tokOp && strings.Contains("+-", tokens[0].text) {
		tokens = tokens[1:]
	}
	if len(tokens) != 2 || tokens[0].kind != tokNumber || strings.ContainsAny(tokens[0].text, "eE") {
		return Exact
	}
	_, after, _ := strings.Cut(tokens[0].text, ".")
	return len(after)
}

// readGrid reads rows of entries.
func readGrid(tokens []token) (Numbers, error) {
	if err := balanced(tokens); err != nil {
		return Numbers{}, err
	}
	if bracketed(tokens) {
		tokens = inside(tokens)
	}
	var v Numbers
	for _, row := range splitRows(tokens) {
		entries, digits, err := readRow(row)
		if err != nil {
			return Numbers{}, err
		}
		if v.Rows > 0 && len(entries) != v.Cols {
			return Numbers{}, &Error{At: row[0].at, What: sayRagged(v.Rows+1, len(entries), v.Cols)}
		}
		v.Rows, v.Cols = v.Rows+1, len(entries)
		v.Data, v.Digits = append(v.Data, entries...), append(v.Digits, digits...)
	}
	if v.Rows == 0 {
		return Numbers{}, &Error{What: sayEmpty()}
	}
	return v, nil
}

// readRow reads the entries between commas, or else between spaces.
func readRow(row []token) (entries []float64, digits []int, err error) {
	for _, part := range splitRow(row) {
		x, decimals, err := evaluate(part)
		if err != nil {
			return nil, nil, err
		}
		entries, digits = append(entries, x), append(digits, decimals)
	}
	return entries, digits, nil
}
