package formula

// call reads the operands of a function: in brackets, or without them up to the
// next sign (√74, ln 2). An exponent may stand right behind the name: sin²x is
// (sin x)².
func (p *parser) call(t Token) (*Node, *Error) {
	f := functionNamed(t.Meaning)
	exponent, raised := p.raised()
	n, err := p.operands(t, f)
	if err == nil && raised.Kind != KindEnd {
		n = operation(Pow, raised.Offset, n, exponent)
	}
	return n, err
}

// raised reads a whole number as the exponent of a function, if there is one.
// sin⁻¹ has two meanings and is none.
func (p *parser) raised() (exponent *Node, sign Token) {
	t := p.peek()
	switch {
	case t.Kind == KindSuper && span(t.Meaning, isDigit) == len(t.Meaning):
		p.take()
		exponent, _ = p.super(t)
		return exponent, t
	case t.is("^") && p.tokens[p.pos+1].Kind == KindNumber && span(p.tokens[p.pos+1].Text, isDigit) == len(p.tokens[p.pos+1].Text):
		p.take()
		digits := p.take()
		return number(digits.Text, digits.Value, digits.Offset), t
	}
	return nil, Token{}
}

func (p *parser) operands(t Token, f *function) (*Node, *Error) {
	if p.peek().Kind == KindOpen {
		return p.list(t, f)
	}
	if p.peek().is("+-*/^") || p.peek().Kind == KindSuper || f.arity > 1 {
		return nil, t.mistake(NeedsBrackets)
	}
	x, err := p.power()
	if err != nil {
		return nil, err
	}
	p.loose = f.name
	if x.op == Pow && !isRoot(f.name) { // ln 2^3: ln(8) or (ln 2)³?
		return nil, t.mistake(NeedsBrackets)
	}
	return call(f, t, x), nil
}

// list reads operands in brackets.
func (p *parser) list(t Token, f *function) (*Node, *Error) {
	bracket := p.take()
	bars, loose := p.bars, p.loose
	p.bars = 0
	defer func() { p.bars, p.loose = bars, loose }()
	var operands []*Node
	for {
		n, err := p.formula(false)
		if err != nil {
			return nil, err
		}
		operands = append(operands, n)
		if p.peek().Kind != KindComma {
			break
		}
		p.take()
	}
	if err := p.close(bracket); err != nil {
		return nil, err
	}
	if len(operands) < f.arity || f.arity == 1 && len(operands) > 1 {
		return nil, &Error{Mistake: WrongCount, Offset: t.Offset, Text: t.Text, Want: f.arity}
	}
	return call(f, t, operands...), nil
}
