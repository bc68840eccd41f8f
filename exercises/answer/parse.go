package answer

import "strings"

// parser reads one formula, by recursive descent:
//
//	sum     = product { (+|-) product }
//	product = sign { (*|/) sign | power }       2√3, 3(1+2): no sign multiplies
//	sign    = (-|+) sign | power
//	power   = atom { % | superscript } [ ^ sign ]   2^3^2 = 2^9, 2^-1
//	atom    = number | constant | ( sum ) | |sum| | function ( sum ) | function power
type parser struct {
	tokens []token // the last one is tokEnd
	pos    int
	depth  int
	bars   int    // open |
	loose  string // what a factor without a sign could still belong to: see ambiguous
}

// maxDepth bounds the recursion.
const maxDepth = 100

// parse reads tokens, of which the last is tokEnd, as one formula.
func parse(tokens []token) (node, error) {
	p := parser{tokens: tokens}
	n, err := p.sum()
	if err != nil {
		return nil, err
	}
	switch t := p.peek(); t.kind {
	case tokEnd:
		return n, nil
	case tokClose:
		return nil, &Error{At: t.at, What: sayUnopened(t.text)}
	case tokComma:
		return nil, &Error{At: t.at, What: sayDecimalComma()}
	default:
		return nil, &Error{At: t.at, What: sayNoOperator(t.text)}
	}
}

func (p *parser) peek() token { return p.tokens[p.pos] }

// take returns the next token and goes on, but never past the end.
func (p *parser) take() token {
	t := p.tokens[p.pos]
	if t.kind != tokEnd {
		p.pos++
	}
	return t
}

// op reports whether the next token is one of the operators.
func (p *parser) op(ops string) bool {
	t := p.peek()
	return t.kind == tokOp && strings.Contains(ops, t.text)
}

// enter goes one level deeper; the caller leaves again.
func (p *parser) enter() error {
	p.depth++
	if p.depth > maxDepth {
		return &Error{At: p.peek().at, What: sayTooDeep()}
	}
	return nil
}

func (p *parser) leave() { p.depth-- }

func (p *parser) sum() (node, error) {
	left, err := p.product()
	for err == nil && p.op("+-") {
		op := p.take()
		var right node
		right, err = p.product()
		left = operation{op.text, left, right, op.at}
	}
	return left, err
}

func (p *parser) product() (node, error) {
	outer := p.loose
	p.loose = ""
	defer func() { p.loose = outer }()
	left, err := p.sign()
	for err == nil {
		switch {
		case p.op("*/"):
			op := p.take()
			p.loose = strings.Trim(op.text, "*")
			var right node
			right, err = p.sign()
			left = operation{op.text, left, right, op.at}
		case p.factorFollows():
			t := p.peek()
			if p.ambiguous() {
				return nil, &Error{At: t.at, What: sayAmbiguous(t.text)}
			}
			var right node
			right, err = p.power()
			left = operation{"*", left, right, t.at}
		default:
			return left, nil
		}
	}
	return nil, err
}

// factorFollows reports whether the next token multiplies without a sign.
func (p *parser) factorFollows() bool {
	switch t := p.peek(); t.kind {
	case tokOpen, tokName:
		return true
	case tokOp:
		return t.text == "√" || (t.text == "|" && p.bars == 0)
	}
	return false
}

// ambiguous reports whether a factor without a sign could belong to more than
// one thing: 1/2√3 is (1/2)√3 to some and 1/(2√3) to others, ln 2√3 likewise.
func (p *parser) ambiguous() bool {
	if p.loose == "√" && p.peek().text == "√" {
		return false
	}
	return p.loose != ""
}

// sign reads any number of signs before a power.
func (p *parser) sign() (node, error) {
	negative := false
	for p.op("+-") {
		negative = negative != (p.take().text == "-")
	}
	n, err := p.power()
	if err == nil && negative {
		n = negation{n}
	}
	return n, err
}

func (p *parser) power() (node, error) {
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer p.leave()
	base, err := p.atom()
	for err == nil {
		t := p.peek()
		switch {
		case p.op("%"):
			p.take()
			base = operation{"/", base, constant{100}, t.at}
		case t.kind == tokSuper:
			p.take()
			base, err = raised(base, t)
		case p.op("^"):
			p.take()
			exponent, err := p.sign()
			return operation{"^", base, exponent, t.at}, err
		default:
			return base, nil
		}
	}
	return nil, err
}

// raised returns base to the power of a superscript.
func raised(base node, t token) (node, error) {
	digits := strings.TrimLeft(t.text, "+-")
	if digits == "" || len(t.text)-len(digits) > 1 || strings.ContainsAny(digits, "+-") {
		return nil, &Error{At: t.at, What: saySymbol(t.text)}
	}
	return operation{"^", base, constant{float(t.text)}, t.at}, nil
}

func (p *parser) atom() (node, error) {
	t := p.take()
	switch {
	case t.kind == tokNumber:
		return constant{t.value}, nil
	case t.kind == tokOpen:
		return p.bracketed(t)
	case t.kind == tokOp && t.text == "√":
		return p.call(t, t.text)
	case t.kind == tokOp && t.text == "|" && p.bars == 0:
		return p.absolute(t)
	case t.kind == tokName:
		return p.named(t)
	case t.kind == tokEnd:
		return nil, &Error{At: t.at, What: sayUnfinished()}
	}
	return nil, &Error{At: t.at, What: sayMissing(t.text)}
}

// bracketed reads on behind an opening bracket.
func (p *parser) bracketed(open token) (node, error) {
	bars := p.bars
	p.bars = 0
	defer func() { p.bars = bars }()
	n, err := p.sum()
	if err != nil {
		return nil, err
	}
	closing := p.peek()
	switch {
	case closing.kind == tokEnd:
		return nil, &Error{At: open.at, What: sayUnclosed(open.text)}
	case closing.kind == tokComma:
		return nil, &Error{At: closing.at, What: sayDecimalComma()}
	case closing.kind != tokClose:
		return nil, &Error{At: closing.at, What: sayNoOperator(closing.text)}
	case !pair(open, closing):
		return nil, &Error{At: closing.at, What: sayUnopened(closing.text)}
	}
	p.take()
	return n, nil
}

// absolute reads on behind an opening bar.
func (p *parser) absolute(open token) (node, error) {
	p.bars++
	n, err := p.sum()
	p.bars--
	if err != nil {
		return nil, err
	}
	if !p.op("|") {
		return nil, &Error{At: open.at, What: sayUnclosed(open.text)}
	}
	p.take()
	f, _ := functionNamed("abs")
	return call{f, n, open.at}, nil
}

// named reads on behind a name.
func (p *parser) named(t token) (node, error) {
	name := strings.ToLower(t.text)
	if v, ok := constantNamed(name); ok {
		return constant{v}, nil
	}
	if !isFunction(name) {
		return nil, &Error{At: t.at, What: sayName(t.text)}
	}
	return p.call(t, p.withBase(name))
}

// withBase adds the base of a logarithm to its name: log₂ 8, log2(8).
func (p *parser) withBase(name string) string {
	t := p.peek()
	based := name + t.text
	if !isFunction(based) {
		return name
	}
	if t.kind == tokSub || (t.kind == tokNumber && !t.spaced && p.tokens[p.pos+1].kind == tokOpen) {
		p.take()
		return based
	}
	return name
}

// call reads the argument of a function: in brackets, or without them up to
// the next sign (√74, ln 2).
func (p *parser) call(t token, name string) (node, error) {
	f, _ := functionNamed(name)
	if open := p.peek(); open.kind == tokOpen {
		p.take()
		x, err := p.bracketed(open)
		return call{f, x, t.at}, err
	}
	if p.op("+-") {
		return nil, &Error{At: t.at, What: sayArgument(name)}
	}
	x, err := p.power()
	if err != nil {
		return nil, err
	}
	p.loose = name
	if o, isPower := x.(operation); isPower && o.op == "^" && name != "√" {
		return nil, &Error{At: t.at, What: sayArgument(name)} // ln 2^3: ln(8) or (ln 2)³?
	}
	return call{f, x, t.at}, nil
}

func pair(open, closing token) bool {
	return strings.Index("([{", open.text) == strings.Index(")]}", closing.text)
}

func isFunction(name string) bool {
	_, ok := functionNamed(strings.ToLower(name))
	return ok
}
