package formula

import (
	"slices"
	"strings"
)

// parser reads one formula by recursive descent; see the grammar in the
// package's description.
type parser struct {
	table  Table
	tokens []Token // the last one has KindEnd
	pos    int
	depth  int    // of brackets, exponents and functions
	bars   int    // | that are open
	loose  string // what a factor without a sign could still belong to: / or a function
}

// maxDepth bounds the recursion.
const maxDepth = 100

// Parse reads a formula.
func Parse(text string, t Table) (*Node, *Error) {
	tokens, err := Scan(text, t)
	if err != nil {
		return nil, err
	}
	return ParseTokens(tokens, t)
}

// ParseTokens reads tokens, all or some of those that Scan returned, as one
// formula. A last token of KindEnd says where something is missing, if it is;
// without one, that is behind the last token. Line ends around the formula mean
// nothing.
func ParseTokens(tokens []Token, t Table) (*Node, *Error) {
	if len(tokens) == 0 {
		return nil, &Error{Mistake: Empty}
	}
	end := Token{Offset: tokens[len(tokens)-1].end()}
	if last := len(tokens) - 1; tokens[last].Kind == KindEnd {
		tokens, end = tokens[:last], tokens[last]
	}
	for len(tokens) > 0 && tokens[0].Kind == KindNewline {
		tokens = tokens[1:]
	}
	for len(tokens) > 0 && tokens[len(tokens)-1].Kind == KindNewline {
		tokens = tokens[:len(tokens)-1]
	}
	if len(tokens) == 0 {
		return nil, end.mistake(Empty)
	}
	p := parser{table: t, tokens: append(slices.Clip(tokens), end)}
	n, err := p.formula(true)
	if err == nil && p.peek().Kind != KindEnd {
		err = p.leftover()
	}
	if err != nil {
		return nil, err
	}
	return n, nil
}

func (p *parser) peek() Token { return p.tokens[p.pos] }

// take returns the next token and goes on, but never past the end.
func (p *parser) take() Token {
	t := p.tokens[p.pos]
	if t.Kind != KindEnd {
		p.pos++
	}
	return t
}

// leftover says why a formula cannot go on as it does.
func (p *parser) leftover() *Error {
	switch t := p.peek(); {
	case t.Kind == KindEnd:
		return t.mistake(Unfinished)
	case t.Kind == KindClose:
		return t.mistake(Unopened)
	case t.Kind == KindCompare:
		return t.mistake(LooseCondition)
	case t.Kind == KindWord:
		return t.mistake(NeedsCondition)
	case t.separates():
		return t.mistake(Separator)
	default:
		return t.mistake(NoOperator)
	}
}

func (p *parser) sum() (*Node, *Error) {
	left, err := p.product()
	for err == nil && p.peek().is("+-") {
		sign := p.take()
		var right *Node
		right, err = p.product()
		left = operation(map[string]Op{"+": Add, "-": Sub}[sign.Meaning], sign.Offset, left, right)
	}
	return left, err
}

func (p *parser) product() (*Node, *Error) {
	outer := p.loose
	p.loose = ""
	defer func() { p.loose = outer }()
	left, err := p.signed()
	for err == nil {
		var right *Node
		switch t := p.peek(); {
		case t.is("*/"):
			p.take()
			p.loose = strings.Trim(t.Meaning, "*")
			right, err = p.signed()
			left = operation(map[string]Op{"*": Mul, "/": Div}[t.Meaning], t.Offset, left, right)
		case p.factorFollows():
			if p.ambiguous() {
				return nil, t.mistake(Ambiguous)
			}
			right, err = p.power()
			left = operation(Mul, t.Offset, left, right)
		default:
			return left, nil
		}
	}
	return nil, err
}

// factorFollows reports whether the next token multiplies without a sign.
func (p *parser) factorFollows() bool {
	switch t := p.peek(); t.Kind {
	case KindName, KindConstant, KindFunction:
		return true
	case KindOpen:
		return !p.conditionFollows()
	case KindBar:
		return p.bars == 0
	}
	return false
}

// ambiguous reports whether a factor without a sign could belong to more than
// one thing: 1/2√3 is (1/2)√3 to some and 1/(2√3) to others, ln 2√3 likewise.
// But √2√3 and sin x cos x have one meaning.
func (p *parser) ambiguous() bool {
	next := p.peek()
	switch {
	case p.loose == "" || p.loose == "/":
		return p.loose != ""
	case next.Kind != KindFunction:
		return true
	}
	return isRoot(next.Meaning) && !isRoot(p.loose)
}

func isRoot(function string) bool { return function == "sqrt" || function == "cbrt" }

// signed reads any number of signs before a power.
func (p *parser) signed() (*Node, *Error) {
	negative, at := false, p.peek().Offset
	for p.peek().is("+-") {
		negative = negative != (p.take().Meaning == "-")
	}
	n, err := p.power()
	if err == nil && negative {
		n = operation(Neg, at, n)
	}
	return n, err
}

func (p *parser) power() (*Node, *Error) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > maxDepth {
		return nil, p.peek().mistake(TooDeep)
	}
	base, err := p.atom()
	for err == nil {
		var exponent *Node
		switch t := p.peek(); {
		case t.Kind == KindPercent:
			p.take()
			base = operation(Percent, t.Offset, base)
		case t.Kind == KindSuper:
			exponent, err = p.super(p.take())
			base = operation(Pow, t.Offset, base, exponent)
		case t.is("^"):
			p.take()
			exponent, err = p.signed()
			return operation(Pow, t.Offset, base, exponent), err
		default:
			return base, nil
		}
	}
	return nil, err
}

// super reads an exponent in superscripts.
func (p *parser) super(t Token) (*Node, *Error) {
	n, err := Parse(t.Meaning, p.table)
	if err != nil {
		mistake := BadNumber
		if err.Mistake == UnknownName {
			mistake = UnknownName
		}
		return nil, t.mistake(mistake)
	}
	n.walk(func(n *Node) { n.offset = t.Offset })
	return n, nil
}

func (p *parser) atom() (*Node, *Error) {
	if p.peek().Kind == KindOpen && p.indicatorFollows() {
		return p.indicator()
	}
	switch t := p.take(); {
	case t.Kind == KindNumber:
		return number(t.Text, t.Value, t.Offset), nil
	case t.Kind == KindConstant:
		return &Node{op: Constant, name: t.Meaning, text: t.Text, value: t.Value, offset: t.Offset}, nil
	case t.Kind == KindName:
		return &Node{op: Variable, name: t.Meaning, text: t.Text, offset: t.Offset}, nil
	case t.Kind == KindFunction:
		return p.call(t)
	case t.Kind == KindOpen:
		return p.bracketed(t)
	case t.Kind == KindBar && p.peek().Kind != KindEnd:
		return p.absolute(t)
	case t.Kind == KindEnd:
		return nil, t.mistake(Unfinished)
	default:
		return nil, t.mistake(MissingOperand)
	}
}

// bracketed reads on behind an opening bracket.
func (p *parser) bracketed(bracket Token) (*Node, *Error) {
	bars, loose := p.bars, p.loose
	p.bars = 0
	defer func() { p.bars, p.loose = bars, loose }()
	n, err := p.formula(true)
	if err == nil {
		err = p.close(bracket)
	}
	return n, err
}

// close reads the bracket that closes the given one.
func (p *parser) close(bracket Token) *Error {
	switch t := p.peek(); {
	case t.Kind == KindEnd:
		return bracket.mistake(Unclosed)
	case t.Kind == KindClose && strings.Contains("() [] {}", bracket.Text+t.Text):
		p.take()
		return nil
	}
	return p.leftover()
}

// absolute reads on behind an opening bar.
func (p *parser) absolute(bar Token) (*Node, *Error) {
	p.bars++
	n, err := p.sum()
	p.bars--
	switch {
	case err != nil:
		return nil, err
	case p.peek().Kind == KindEnd:
		return nil, bar.mistake(Unclosed)
	case p.peek().Kind != KindBar:
		return nil, p.leftover()
	}
	p.take()
	return call(functions["abs"], bar, n), nil
}
