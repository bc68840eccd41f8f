package tex

import "strings"

// alignment is where a cell stands in its column.
type alignment uint8

const (
	centred alignment = iota
	leftmost
	rightmost
	numeric // right, by the decimal point
)

// environment is what \begin and \end enclose.
type environment struct {
	name        string
	left, right string // delimiters
	columns     int    // at most; 0 for any number
	aligned     bool   // columns meet in pairs, right and left
}

// findEnvironment knows the environments.
func findEnvironment(name string) (environment, bool) {
	e := environment{name: name}
	switch name {
	case "matrix", "array", "smallmatrix":
	case "pmatrix":
		e.left, e.right = "(", ")"
	case "bmatrix":
		e.left, e.right = "[", "]"
	case "Bmatrix":
		e.left, e.right = "{", "}"
	case "vmatrix":
		e.left, e.right = "|", "|"
	case "Vmatrix":
		e.left, e.right = "‖", "‖"
	case "cases":
		e.left, e.columns = "{", 2
	case "aligned", "align", "align*", "split":
		e.aligned = true
	case "gathered":
		e.columns = 1
	default:
		return e, false
	}
	return e, true
}

// table reads an environment after \begin.
func (p *parser) table(begin token) (nucleus, class, error) {
	name, piece, err := p.environmentName(begin)
	if err != nil {
		return nil, ord, err
	}
	env, ok := findEnvironment(name)
	if !ok {
		return nil, ord, fail(begin.offset, piece, "알 수 없는 환경이에요: %s", "unknown environment %s")
	}
	t := table{env: env}
	if name == "array" {
		if t.align, err = p.columnSpec(begin); err != nil {
			return nil, ord, err
		}
		t.env.columns = len(t.align)
	}
	if t.rows, err = p.rows(t.env); err != nil {
		return nil, ord, err
	}
	if p.tok.kind == endToken {
		return nil, ord, fail(begin.offset, piece, `짝이 되는 \end가 없어요: %s`, `%s without \end`)
	}
	if p.tok.kind != commandToken || p.tok.text != "end" {
		return nil, ord, p.stray()
	}
	end := p.next()
	closed, piece, err := p.environmentName(end)
	if err != nil {
		return nil, ord, err
	}
	if closed != name {
		return nil, ord, fail(end.offset, piece,
			`짝이 되는 \begin과 이름이 달라요: %s`, `%s does not match its \begin`)
	}
	return t, inner, nil
}

// environmentName reads the {name} of \begin or \end, and returns the piece
// of source that names it all.
func (p *parser) environmentName(of token) (name, piece string, err error) {
	end := -1
	if p.tok.kind == openToken {
		end = strings.IndexByte(p.src[p.tok.end:], '}')
	}
	if end < 0 {
		return "", "", p.fail(of, "환경의 이름이 없어요: %s", "missing name of the environment after %s")
	}
	start := p.tok.end
	name = strings.TrimSpace(p.src[start : start+end])
	piece = p.src[of.offset : start+end+1]
	p.tok = lex(p.src, start+end+1)
	return name, piece, nil
}

// columnSpec reads the {lcr} of array.
func (p *parser) columnSpec(of token) ([]alignment, error) {
	words, err := p.words(of)
	if err != nil {
		return nil, err
	}
	var align []alignment
	for _, r := range words {
		switch r {
		case 'l':
			align = append(align, leftmost)
		case 'c':
			align = append(align, centred)
		case 'r':
			align = append(align, rightmost)
		case ' ':
		default:
			return nil, fail(of.offset, words,
				"칸 정렬은 l, c, r로 써요: %s", "columns are l, c or r, not %s")
		}
	}
	if len(align) == 0 || len(align) > maxColumns {
		return nil, fail(of.offset, words, "칸 수가 맞지 않아요: %s", "cannot have these columns: %s")
	}
	return align, nil
}

// rows reads the cells up to whatever ends them. An empty last row, after a
// final \\, does not count.
func (p *parser) rows(env environment) ([][]list, error) {
	limit := env.columns
	if limit == 0 {
		limit = maxColumns
	}
	var rows [][]list
	var row []list
	for {
		cell, err := p.list()
		if err != nil {
			return nil, err
		}
		row = append(row, cell)
		switch p.tok.kind {
		case alignToken:
			if len(row) == limit {
				return nil, p.fail(p.tok, "칸이 너무 많아요: %s", "too many columns: %s")
			}
			p.next()
		case rowToken:
			rows = append(rows, row)
			row = nil
			p.next()
		default:
			if len(row) > 1 || len(row[0]) > 0 || len(rows) == 0 {
				rows = append(rows, row)
			}
			return rows, nil
		}
	}
}
