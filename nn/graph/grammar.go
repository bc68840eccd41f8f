package graph

import "strings"

// parser reads one formula by recursive descent and adds its nodes as it goes:
//
//	formula = sum
//	sum     = product { (+|-) product }
//	product = signed { (*|/) signed | factor }     no sign: multiplied, 2wx
//	signed  = { +|- } factor
//	factor  = atom { superscript } [ ^ signed ]    -x^2 = -(x^2), 2^3^2 = 2^9
//	atom    = number | name | ( sum ) | function ( sum { , sum } )
type parser struct {
	*system

	tokens []token // the last one has kind end
	pos    int
}

// maxDepth bounds the recursion.
const maxDepth = 100

func (p *parser) peek() token { return p.tokens[p.pos] }

// take returns the next token and goes on, but never past the end.
func (p *parser) take() token {
	t := p.tokens[p.pos]
	if t.kind != end {
		p.pos++
	}
	return t
}

func (t token) mistake(m Mistake) *SyntaxError {
	return &SyntaxError{Mistake: m, Offset: t.at, Text: t.text}
}

func (p *parser) formula() (*Node, *SyntaxError) {
	n, err := p.sum()
	if err == nil && p.peek().kind != end {
		err = p.leftover()
	}
	return n, err
}

// leftover says why a formula cannot go on as it does.
func (p *parser) leftover() *SyntaxError {
	switch t := p.peek(); t.kind {
	case closing:
		return t.mistake(Unopened)
	case comma:
		return t.mistake(UnknownSymbol)
	default:
		return t.mistake(NoOperator)
	}
}

func (p *parser) sum() (*Node, *SyntaxError) {
	left, err := p.product()
	for err == nil && p.peek().is("+-") {
		next := p.take()
		var right *Node
		if right, err = p.product(); err != nil {
			break
		}
		if next.op == "+" {
			left = p.g.Add(left, right)
		} else {
			left = p.g.Sub(left, right)
		}
	}
	return left, err
}

func (p *parser) product() (*Node, *SyntaxError) {
	left, err := p.signed()
	divided := false
	for err == nil {
		var right *Node
		switch t := p.peek(); {
		case t.is("*/"):
			p.take()
			divided = t.is("/")
			right, err = p.signed()
		case t.kind != name && t.kind != function && t.kind != open:
			return left, nil
		case divided:
			return nil, t.mistake(Ambiguous)
		default:
			right, err = p.factor()
		}
		switch {
		case err != nil:
		case divided:
			left = p.g.Div(left, right)
		default:
			left = p.g.Mul(left, right)
		}
	}
	return nil, err
}

func (p *parser) signed() (*Node, *SyntaxError) {
	negative := false
	for p.peek().is("+-") {
		negative = negative != (p.take().op == "-")
	}
	// A sign before a plain number is part of it.
	if next := p.peek(); negative && next.kind == number && !p.raisedNext() {
		p.take()
		return p.g.Const(-next.value), nil
	}
	n, err := p.factor()
	if err == nil && negative {
		n = p.g.Neg(n)
	}
	return n, err
}

// raisedNext reports whether an exponent follows the next token.
func (p *parser) raisedNext() bool {
	t := p.tokens[p.pos+1]
	return t.kind == power || t.is("^")
}

func (p *parser) factor() (*Node, *SyntaxError) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		return nil, p.peek().mistake(TooDeep)
	}
	if t := p.peek(); t.kind == name && t.text == "e" && p.tokens[p.pos+1].is("^") {
		p.pos += 2
		n, err := p.signed()
		if err != nil {
			return nil, err
		}
		return p.g.Exp(n), nil
	}
	base, err := p.atom()
	for err == nil && p.peek().kind == power {
		base = p.g.Pow(base, p.g.Const(p.take().value))
	}
	if err == nil && p.peek().is("^") {
		p.take()
		var exponent *Node
		if exponent, err = p.signed(); err == nil {
			base = p.g.Pow(base, exponent)
		}
	}
	return base, err
}

func (p *parser) atom() (*Node, *SyntaxError) {
	switch t := p.take(); t.kind {
	case number:
		return p.g.Const(t.value), nil
	case name:
		return p.named(t)
	case function:
		return p.call(t)
	case open:
		n, err := p.sum()
		if err == nil {
			err = p.close(t)
		}
		return n, err
	case end:
		return nil, t.mistake(Unfinished)
	default:
		return nil, t.mistake(MissingOperand)
	}
}

// call reads the operands of a function.
func (p *parser) call(f token) (*Node, *SyntaxError) {
	bracket := p.take()
	var operands []*Node
	for {
		n, err := p.sum()
		if err != nil {
			return nil, err
		}
		operands = append(operands, n)
		if p.peek().kind != comma {
			break
		}
		p.take()
	}
	if err := p.close(bracket); err != nil {
		return nil, err
	}
	op := functions()[strings.ToLower(f.text)]
	if len(operands) != op.Arity() {
		return nil, &SyntaxError{Mistake: WrongCount, Offset: f.at, Text: f.text, Want: op.Arity()}
	}
	return p.g.compute(op, operands[0], append(operands, nil)[1]), nil
}

// close reads the bracket that closes the given one.
func (p *parser) close(bracket token) *SyntaxError {
	t := p.peek()
	switch {
	case t.kind == end:
		return bracket.mistake(Unclosed)
	case t.kind == closing && strings.Contains("() [] {}", bracket.text+t.text):
		p.take()
		return nil
	}
	return p.leftover()
}
