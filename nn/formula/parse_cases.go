package formula

// formula reads a value that may depend on conditions. Where commas part cases,
// list is true; between the operands of a function they do not.
func (p *parser) formula(list bool) (*Node, *Error) {
	n, err := p.cases(list)
	if err == nil && n.op == Cases && len(n.operands) == 2 {
		condition := n.operands[0]
		return nil, &Error{Mistake: MissingCase, Offset: condition.offset, Text: condition.text}
	}
	return n, err
}

// cases is formula where one case alone will do, as others stand before it.
func (p *parser) cases(list bool) (*Node, *Error) {
	at := p.peek().Offset
	var cases []*Node
	for {
		value, condition, whole, err := p.piece(list)
		if err != nil {
			return nil, err
		}
		if condition != nil {
			cases = append(cases, condition)
		}
		cases = append(cases, value)
		switch {
		case len(cases) == 1:
			return value, nil
		case condition == nil || whole || !list || !p.nextCase():
			return operation(Cases, at, cases...), nil
		}
	}
}

// nextCase goes on to the next of several cases, if there is one.
func (p *parser) nextCase() bool {
	if t := p.peek(); !t.separates() || p.tokens[p.pos+1].Kind == KindEnd || p.tokens[p.pos+1].Kind == KindClose {
		return false
	}
	for p.take(); p.peek().Kind == KindNewline; {
		p.take()
	}
	return true
}

// piece reads a value and the condition on which it holds. No condition means
// otherwise. A piece that says by itself what holds otherwise is whole.
func (p *parser) piece(list bool) (value, condition *Node, whole bool, err *Error) {
	if p.peek().word("if") {
		p.take()
		if condition, err = p.condition(); err != nil {
			return nil, nil, false, err
		}
		return p.consequence(condition, true, list)
	}
	if p.peek().word("otherwise") { // 그 외 0
		p.take()
		value, err = p.sum()
		return value, nil, true, err
	}
	value, err = p.comparison()
	switch {
	case err != nil:
		return nil, nil, false, err
	case value.isCondition():
		return p.consequence(value, false, list)
	case list && p.peek().Kind == KindComma && p.commaBeforeCondition():
		p.take() // x, x > 0
	}
	if condition, err = p.behind(); err != nil || condition == nil {
		return value, nil, true, err
	}
	return p.alternative(value, condition, list)
}

// behind reads the condition behind a value; nil means otherwise.
func (p *parser) behind() (*Node, *Error) {
	switch t := p.peek(); {
	case t.word("if"):
		p.take()
		return p.condition()
	case t.word("otherwise"):
		p.take()
		return nil, nil
	case t.Kind == KindOpen && p.conditionFollows():
		return p.bracketedCondition()
	case p.pos > 0 && p.tokens[p.pos-1].Kind == KindComma: // x, x > 0
		return p.condition()
	}
	return nil, nil
}

// commaBeforeCondition reports whether a condition follows the comma that is
// next, and no other case: x, x > 0; 0, otherwise.
func (p *parser) commaBeforeCondition() bool {
	depth, compared := 0, false
	for i, t := range p.tokens[p.pos+1:] {
		switch {
		case t.Kind == KindOpen:
			depth++
		case t.Kind == KindClose:
			depth--
		case depth > 0:
		case i == 0 && (t.word("otherwise") || t.word("if")):
			compared = true
		case t.Kind == KindCompare:
			compared = true
		case t.word("?"), t.word("if"), t.word("else"):
			return false // a value that depends on a condition
		}
		if depth < 0 || depth == 0 && t.separates() {
			return compared
		}
	}
	return compared
}

// alternative reads what holds otherwise, behind a value and its condition.
func (p *parser) alternative(value, condition *Node, list bool) (*Node, *Node, bool, *Error) {
	start := p.pos
	if p.peek().Kind == KindComma {
		p.take() // A if c, else B
	}
	if t := p.peek(); !t.word("else") && !t.word(":") {
		p.pos = start
		return value, condition, false, nil
	}
	at := p.take().Offset
	other, err := p.cases(list)
	if err == nil && other.op == Cases && len(other.operands)%2 == 0 {
		return operation(Cases, at, append([]*Node{condition, value}, other.operands...)...), nil, true, nil
	}
	return operation(Cases, at, condition, value, other), nil, true, err
}

// consequence reads what holds on a condition, and otherwise: c ? A : B,
// if c then A else B, and with a comma if c, A.
func (p *parser) consequence(condition *Node, comma, list bool) (*Node, *Node, bool, *Error) {
	t := p.take()
	if !t.word("?") && !t.word("then") && (!comma || t.Kind != KindComma) {
		return nil, nil, false, &Error{Mistake: LooseCondition, Offset: condition.offset, Text: condition.text}
	}
	if t.word("then") && p.peek().Kind == KindComma {
		p.take()
	}
	value, err := p.formula(false)
	if err != nil {
		return nil, nil, false, err
	}
	return p.alternative(value, condition, list)
}

// condition reads comparisons, all of which must hold.
func (p *parser) condition() (*Node, *Error) {
	n, err := p.comparison()
	if err == nil && !n.isCondition() {
		return nil, p.peek().mistake(NeedsCondition)
	}
	return n, err
}

// comparison reads a value, or comparisons of values: 0 < x <= 1 and y > 0.
func (p *parser) comparison() (*Node, *Error) {
	var left, all *Node
	var err *Error
	if p.peek().Kind == KindOpen && p.conditionFollows() && !p.indicatorFollows() {
		all, err = p.bracketedCondition()
		if err == nil && all == nil {
			err = p.peek().mistake(NeedsCondition)
		}
	} else {
		left, err = p.sum()
	}
	if err != nil {
		return nil, err
	}
	for left != nil && p.peek().Kind == KindCompare {
		sign := p.take()
		right, err := p.sum()
		if err != nil {
			return nil, err
		}
		all = both(all, &Node{op: Compare, name: sign.Meaning, text: sign.Text, operands: []*Node{left, right}, offset: sign.Offset})
		left = right
	}
	switch {
	case all == nil:
		return left, nil
	case !p.peek().word("and"):
		return all, nil
	}
	p.take()
	more, err := p.condition()
	return both(all, more), err
}

// both joins two conditions, of which the first may be missing.
func both(first, second *Node) *Node {
	if first == nil || second == nil {
		return second
	}
	all := Node{op: And, name: second.name, text: second.text, offset: second.offset}
	for _, n := range []*Node{first, second} {
		if n.op == And {
			all.operands = append(all.operands, n.operands...)
		} else {
			all.operands = append(all.operands, n)
		}
	}
	return &all
}

// conditionFollows reports whether the bracket that opens next holds a condition
// or the word otherwise, and so no factor.
func (p *parser) conditionFollows() bool {
	depth, compared := 0, false
	for i, t := range p.tokens[p.pos:] {
		switch {
		case t.Kind == KindOpen:
			depth++
		case t.Kind == KindClose:
			depth--
		case depth > 1:
		case t.separates():
			return false // cases in brackets
		case t.Kind == KindCompare, i == 1 && (t.word("otherwise") || t.word("else")):
			compared = true
		case t.word("?"), t.word("if") && i > 1, t.word("then") && p.tokens[p.pos+i+1].Kind != KindClose:
			return false // a value that depends on a condition
		}
		if depth == 0 {
			return compared
		}
	}
	return false
}

// indicatorFollows reports whether the bracket that opens next holds a condition
// that is multiplied by a sign, and so is 1 or 0: dL/df*(x > 0).
func (p *parser) indicatorFollows() bool {
	multiplied, depth := p.pos > 0 && p.tokens[p.pos-1].is("*"), 0
	for i, t := range p.tokens[p.pos:] {
		switch t.Kind {
		case KindOpen:
			depth++
		case KindClose:
			depth--
		}
		if depth == 0 {
			multiplied = multiplied || p.tokens[min(p.pos+i+1, len(p.tokens)-1)].is("*")
			return multiplied && p.conditionFollows()
		}
	}
	return false
}

// indicator reads a condition in brackets as 1 where it holds and 0 elsewhere.
func (p *parser) indicator() (*Node, *Error) {
	at := p.peek().Offset
	condition, err := p.bracketedCondition()
	switch {
	case err != nil:
		return nil, err
	case condition == nil:
		return nil, p.peek().mistake(NeedsCondition)
	}
	return operation(Cases, at, condition, number("1", 1, at), number("0", 0, at)), nil
}

// bracketedCondition reads (x > 0), (if x > 0), (x > 0일 때); of (otherwise) it
// makes nil.
func (p *parser) bracketedCondition() (n *Node, err *Error) {
	bracket := p.take()
	bars := p.bars
	p.bars = 0
	defer func() { p.bars = bars }()
	switch t := p.peek(); {
	case t.word("otherwise") || t.word("else"):
		p.take()
		return nil, p.close(bracket)
	case t.word("if"):
		p.take()
	}
	if n, err = p.condition(); err != nil {
		return nil, err
	}
	if p.peek().word("then") {
		p.take()
	}
	return n, p.close(bracket)
}
