package tex

// fence reads \left … \right.
func (p *parser) fence(of token) (nucleus, class, error) {
	left, err := p.delimiter(of)
	if err != nil {
		return nil, ord, err
	}
	body, err := p.list()
	if err != nil {
		return nil, ord, err
	}
	if p.tok.kind == endToken {
		return nil, ord, p.fail(of, `짝이 되는 \right가 없어요: %s`, `%s without \right`)
	}
	if p.tok.kind != commandToken || p.tok.text != "right" {
		return nil, ord, p.stray()
	}
	right, err := p.delimiter(p.next())
	if err != nil {
		return nil, ord, err
	}
	return fence{left, right, body}, inner, nil
}

// delimiter reads the delimiter after \left or \right: "" for the point that
// stands for none.
func (p *parser) delimiter(of token) (string, error) {
	t := p.tok
	text, ok := t.text, false
	switch t.kind {
	case charToken:
		if t.text == "<" || t.text == ">" {
			text = map[string]string{"<": "⟨", ">": "⟩"}[t.text]
		}
		ok = isDelimiter(text) || text == "."
	case commandToken:
		s, found := delimiters[t.text]
		text, ok = s.text, found
	case endToken:
		return "", p.fail(of, "뒤에 괄호가 와야 해요: %s", "missing delimiter after %s")
	}
	if !ok {
		return "", p.fail(t, "괄호로 쓸 수 없어요: %s", "not a delimiter: %s")
	}
	p.next()
	if text == "." {
		text = ""
	}
	return text, nil
}

// isDelimiter reports whether a character can fence a list.
func isDelimiter(text string) bool {
	_, grows := growing[text]
	return grows
}

// text returns the symbol of an atom that is one, else nothing.
func (a atom) text() string {
	g, _ := a.nucleus.(glyph)
	return g.text
}

// openFence is a delimiter that waits for its partner, and what came since.
type openFence struct {
	delimiter atom
	body      list
}

// matchFences joins delimiters of a list that stand without \left and \right
// into fences, so that they too grow, and so that both forms know what is in
// brackets already. What finds no partner stays as it is: half-open
// intervals, and the bar of P(A | B), which becomes a relation.
func matchFences(l list, depth int) (list, error) {
	stack := []openFence{{}}
	emit := func(atoms ...atom) {
		top := &stack[len(stack)-1]
		top.body = append(top.body, atoms...)
	}
	// abandon gives up the innermost open fence.
	abandon := func() {
		f := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if isBar(f.delimiter) {
			f.delimiter.class = rel
		}
		emit(f.delimiter)
		emit(f.body...)
	}
	for _, a := range l {
		switch partner := findPartner(stack, a); {
		case partner > 0:
			for len(stack)-1 > partner {
				abandon()
			}
			f := stack[partner]
			stack = stack[:partner]
			emit(fenced(f, a))
		case !a.scripted() && (isOpening(a) || isBar(a)):
			if len(stack) > depth {
				return nil, fail(a.offset, a.text(),
					"괄호가 너무 깊이 겹쳤어요: %s", "nested too deeply: %s")
			}
			stack = append(stack, openFence{delimiter: a})
		default:
			emit(a)
		}
	}
	for len(stack) > 1 {
		abandon()
	}
	return stack[0].body, nil
}

// findPartner returns the place of the open fence that a closes, or 0.
func findPartner(stack []openFence, a atom) int {
	if isBar(a) {
		top := stack[len(stack)-1]
		if len(stack) > 1 && isBar(top.delimiter) && top.delimiter.nucleus == a.nucleus && endsOperand(top.body) {
			return len(stack) - 1
		}
		return 0
	}
	if g, ok := a.nucleus.(glyph); !ok || a.class != closing || !isDelimiter(g.text) {
		return 0
	}
	for i := len(stack) - 1; i > 0; i-- {
		if isOpening(stack[i].delimiter) {
			return i
		}
	}
	return 0
}

// endsOperand reports whether a bar after the list closes rather than opens.
func endsOperand(l list) bool {
	if len(l) == 0 {
		return false
	}
	switch l[len(l)-1].class {
	case bin, rel, opening, punct, op:
		return false
	}
	return true
}

// fenced makes the fence that the atom closes. The scripts of the closing
// delimiter become the fence's.
func fenced(f openFence, end atom) atom {
	left, right := f.delimiter.text(), end.text()
	a := end
	a.nucleus = fence{left, right, f.body}
	a.class = inner
	a.offset = f.delimiter.offset
	return a
}

func isOpening(a atom) bool {
	g, ok := a.nucleus.(glyph)
	return ok && a.class == opening && isDelimiter(g.text)
}

func isBar(a atom) bool {
	g, ok := a.nucleus.(glyph)
	return ok && a.class == ord && (g.text == "|" || g.text == "‖")
}
