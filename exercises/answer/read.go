package answer

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Read reads an answer of the given form, as people type it: 0.396, −3, 1/3,
// √74, 2e-3, ln 2, 40%; (1, 2), [1 2; 3 4]. Spaces separate entries unless
// commas do: "1 -2" are two numbers, "1 - 2" is one.
//
// Input that is empty, unreadable, of another shape or without a finite value
// is an *Error. Read never says whether an answer is right.
func Read(form Form, input string) (Value, error) {
	if strings.TrimSpace(norm.NFKC.String(input)) == "" {
		return Value{}, &Error{What: sayEmpty()}
	}
	if form.Kind == Choice {
		return readChoice(form, input)
	}
	tokens, err := scan(input)
	if err != nil {
		return Value{}, err
	}
	if form.Kind == Number {
		return readNumber(tokens)
	}
	v, err := readGrid(tokens)
	if err != nil {
		return Value{}, err
	}
	if form.Kind == Vector {
		return asVector(form, v)
	}
	if form.Cols == 1 && v.Rows == 1 && bracketed(tokens) && tokens[0].text == "(" {
		v.Rows, v.Cols = v.Cols, 1 // (1, 2) is how a column is written on a line
	}
	if v.Rows != form.Rows || v.Cols != form.Cols {
		return Value{}, &Error{What: sayMatrixShape(form.Rows, form.Cols, v.Rows, v.Cols)}
	}
	return v, nil
}

// readChoice reads 2, b, (b), ②, 2번 as the second option.
func readChoice(form Form, input string) (Value, error) {
	s := strings.ToLower(strings.TrimSpace(norm.NFKC.String(input)))
	s = strings.TrimSuffix(strings.Trim(s, "().[] "), "번")
	index := -1
	if n, err := strconv.Atoi(s); err == nil {
		index = n - 1
	} else if len(s) == 1 {
		index = int(s[0]) - 'a'
	}
	if index < 0 || index >= form.Options {
		return Value{}, &Error{What: sayChoice(strings.TrimSpace(input), form.Options)}
	}
	return Value{Rows: 1, Cols: 1, Data: []float64{float64(index)}}, nil
}

func readNumber(tokens []token) (Value, error) {
	x, err := evaluate(tokens)
	if err == nil {
		return Value{Rows: 1, Cols: 1, Data: []float64{x}}, nil
	}
	// A vector where a number is asked deserves a better word than a
	// missing sign does. A comma alone is more likely a decimal one.
	if grid, gridErr := readGrid(tokens); gridErr == nil && len(grid.Data) > 1 && (bracketed(tokens) || !hasComma(tokens)) {
		return Value{}, &Error{What: sayOneNumber(grid.Rows, grid.Cols)}
	}
	return Value{}, err
}

func hasComma(tokens []token) bool {
	for _, t := range tokens {
		if t.kind == tokComma {
			return true
		}
	}
	return false
}

func asVector(form Form, v Value) (Value, error) {
	if (v.Rows != 1 && v.Cols != 1) || len(v.Data) != form.Rows {
		return Value{}, &Error{What: sayVectorShape(form.Rows, v.Rows, v.Cols)}
	}
	return Value{Rows: form.Rows, Cols: 1, Data: v.Data}, nil
}

// evaluate reads tokens as one formula and works it out.
func evaluate(tokens []token) (float64, error) {
	n, err := parse(tokens)
	if err != nil {
		return 0, err
	}
	return n.value()
}

// readGrid reads rows of entries.
func readGrid(tokens []token) (Value, error) {
	if err := balanced(tokens); err != nil {
		return Value{}, err
	}
	if bracketed(tokens) {
		tokens = inside(tokens)
	}
	var v Value
	for _, row := range splitRows(tokens) {
		entries, err := readRow(row)
		if err != nil {
			return Value{}, err
		}
		if v.Rows > 0 && len(entries) != v.Cols {
			return Value{}, &Error{At: row[0].at, What: sayRagged(v.Rows+1, len(entries), v.Cols)}
		}
		v.Rows, v.Cols = v.Rows+1, len(entries)
		v.Data = append(v.Data, entries...)
	}
	if v.Rows == 0 {
		return Value{}, &Error{What: sayEmpty()}
	}
	return v, nil
}

// readRow reads the entries between commas, or else between spaces.
func readRow(row []token) ([]float64, error) {
	var entries []float64
	for _, part := range splitRow(row) {
		x, err := evaluate(part)
		if err != nil {
			return nil, err
		}
		entries = append(entries, x)
	}
	return entries, nil
}
