package tex

import "hakseup/lessons/lang"

// Limits that keep a hostile source from taking all memory. No formula of a
// lesson comes near them.
const (
	maxSource  = 8 << 10 // bytes
	maxDepth   = 40      // braces, fences and arguments in one another
	maxColumns = 32
)

// parser reads tokens one ahead. It lexes as it goes, because the argument of
// \text is not read by the rules of mathematics.
type parser struct {
	src   string
	tok   token
	depth int
}

func parse(src string) (list, error) {
	if len(src) > maxSource {
		return nil, &Error{Offset: maxSource, Text: lang.Sprintf(
			"수식이 너무 길어요. %d바이트까지 쓸 수 있어요.",
			"the formula is too long: at most %d bytes", maxSource)}
	}
	p := &parser{src: src, tok: lex(src, 0)}
	l, err := p.list()
	if err != nil {
		return nil, err
	}
	if p.tok.kind != endToken {
		return nil, p.stray()
	}
	return l, nil
}

// next passes over the current token and returns it.
func (p *parser) next() token {
	t := p.tok
	p.tok = lex(p.src, t.end)
	return t
}

// source is the piece of the source that a token was read from.
func (p *parser) source(t token) string { return p.src[t.offset:t.end] }

// fail makes an error about a token.
func (p *parser) fail(t token, ko, en string) error {
	return fail(t.offset, p.source(t), ko, en)
}

// enter goes one level down; every enter is followed by a leave.
func (p *parser) enter() error {
	p.depth++
	if p.depth > maxDepth {
		return p.fail(p.tok, "괄호가 너무 깊이 겹쳤어요: %s", "nested too deeply: %s")
	}
	return nil
}

func (p *parser) leave() { p.depth-- }

// list reads atoms up to a token that closes something, which it leaves for
// the caller to judge.
func (p *parser) list() (list, error) {
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer p.leave()
	l := list{}
	for !p.atEnd() {
		a, err := p.atom()
		if err != nil {
			return nil, err
		}
		if a.nucleus != nil {
			l = append(l, a)
		}
	}
	return matchFences(l, maxDepth-p.depth)
}

// atEnd reports whether the current token ends a list.
func (p *parser) atEnd() bool {
	switch p.tok.kind {
	case endToken, closeToken, alignToken, rowToken:
		return true
	case commandToken:
		return p.tok.text == "right" || p.tok.text == "end"
	}
	return false
}

// stray is the error about a token that stands where nothing waits for it.
func (p *parser) stray() error {
	switch {
	case p.tok.kind == endToken:
		return p.fail(p.tok, "수식이 중간에 끝났어요.", "the formula ends too early")
	case p.tok.kind == closeToken:
		return p.fail(p.tok, "여는 중괄호 없이 닫혔어요: %s", "closing brace without an opening one: %s")
	case p.tok.kind == alignToken:
		return p.fail(p.tok, "칸 구분은 행렬이나 cases 같은 환경 안에서만 쓸 수 있어요: %s",
			"column mark outside an environment or inside braces: %s")
	case p.tok.kind == rowToken:
		return p.fail(p.tok, "줄 바꿈은 행렬이나 cases 같은 환경 안에서만 쓸 수 있어요: %s",
			"line break outside an environment or inside braces: %s")
	case p.tok.text == "right":
		return p.fail(p.tok, `\left 없이 나왔어요: %s`, `%s without \left`)
	}
	return p.fail(p.tok, `\begin 없이 나왔어요: %s`, `%s without \begin`)
}

// atom reads a nucleus and its scripts. A command that draws nothing, such as
// \displaystyle, gives an atom without nucleus.
func (p *parser) atom() (atom, error) {
	a := atom{offset: p.tok.offset}
	starred := p.tok.text == "operatorname*"
	switch p.tok.kind {
	case subToken, supToken, primeToken:
		a.nucleus = group{} // {}_2: scripts on nothing
	default:
		n, c, err := p.nucleus()
		if err != nil {
			return a, err
		}
		if n == nil {
			return a, nil
		}
		a.nucleus, a.class = n, c
	}
	if g, ok := a.nucleus.(glyph); ok && a.class == op {
		a.limits = starred || takesLimits(g.text)
	}
	if _, ok := a.nucleus.(space); ok {
		return a, nil
	}
	err := p.scripts(&a)
	return a, err
}

// scripts reads the scripts of a, in any order.
func (p *parser) scripts(a *atom) error {
	var primes list
	for {
		mark := p.tok
		var script *list
		switch mark.kind {
		case subToken:
			script = &a.sub
		case supToken, primeToken:
			script = &a.sup
		default:
			if a.class == op && (p.source(mark) == `\limits` || p.source(mark) == `\nolimits`) {
				p.next()
				a.limits = mark.text == "limits"
				continue
			}
			if primes != nil {
				a.sup = append(primes, a.sup...)
			}
			return nil
		}
		if *script != nil {
			return p.fail(mark, "첨자가 두 번 붙었어요. 중괄호로 묶어 주세요: %s",
				"double script, group it with braces: %s")
		}
		p.next()
		if mark.kind == primeToken {
			primes = append(primes, atom{nucleus: glyph{"′"}})
			continue
		}
		argument, err := p.argument(mark)
		if err != nil {
			return err
		}
		*script = argument
	}
}

// argument reads what a command or script mark takes: a list in braces or one
// piece. It is never nil.
func (p *parser) argument(of token) (list, error) {
	switch p.tok.kind {
	case openToken:
		return p.braced()
	case subToken, supToken, primeToken:
		return nil, p.missing(of)
	}
	if p.atEnd() {
		return nil, p.missing(of)
	}
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer p.leave()
	a := atom{offset: p.tok.offset}
	// A bare argument is one token: x^10 is x¹ and then 0.
	if p.tok.kind == numberToken {
		digit := p.tok.text[:1]
		p.tok = lex(p.src, p.tok.offset+1)
		a.nucleus = glyph{digit}
		return list{a}, nil
	}
	n, c, err := p.nucleus()
	if err != nil {
		return nil, err
	}
	if n == nil {
		return list{}, nil
	}
	a.nucleus, a.class = n, c
	return list{a}, nil
}

// missing is the error about a command or script mark without argument.
func (p *parser) missing(of token) error {
	return p.fail(of, "뒤에 와야 할 내용이 없어요: %s", "missing argument after %s")
}

// braced reads a list in braces.
func (p *parser) braced() (list, error) {
	open := p.next()
	l, err := p.list()
	if err != nil {
		return nil, err
	}
	switch p.tok.kind {
	case closeToken:
		p.next()
		return l, nil
	case endToken:
		return nil, p.fail(open, "중괄호가 닫히지 않았어요: %s", "brace is never closed: %s")
	}
	return nil, p.stray()
}

// nucleus reads a nucleus. It is nil for a command that draws nothing.
func (p *parser) nucleus() (nucleus, class, error) {
	switch p.tok.kind {
	case openToken:
		l, err := p.braced()
		return group{l}, ord, err
	case numberToken:
		return glyph{p.next().text}, ord, nil
	case charToken:
		return p.character()
	case commandToken:
		return p.command()
	case badToken:
		return nil, ord, p.fail(p.tok, "수식에 쓸 수 없는 글자예요: %s", "a formula cannot hold this character: %s")
	}
	return nil, ord, p.stray()
}

// character reads one character.
func (p *parser) character() (nucleus, class, error) {
	t := p.next()
	if t.text == "~" {
		return space{cells: 1, soft: true}, ord, nil
	}
	if s, ok := characters[t.text]; ok {
		return glyph{s.text}, s.class, nil
	}
	return glyph{t.text}, ord, nil
}
