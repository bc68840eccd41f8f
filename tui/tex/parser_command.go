package tex

import (
	"strings"
	"unicode"
)

// command reads a command with its arguments.
func (p *parser) command() (nucleus, class, error) {
	t := p.next()
	if s, ok := symbols[t.text]; ok {
		return glyph{s.text}, s.class, nil
	}
	if s, ok := delimiters[t.text]; ok {
		return glyph{s.text}, s.class, nil
	}
	if s, ok := spaces[t.text]; ok {
		return s, ord, nil
	}
	if m, ok := marks[t.text]; ok {
		body, err := p.argument(t)
		return accent{m, body}, ord, err
	}
	switch t.text {
	case "frac", "dfrac", "tfrac", "cfrac", "binom":
		above, below, err := p.arguments(t)
		return fraction{above, below, t.text == "binom"}, inner, err
	case "sqrt":
		return p.radical(t)
	case "left":
		return p.fence(t)
	case "begin":
		return p.table(t)
	case "underbrace", "overbrace":
		return p.brace(t)
	case "overset", "underset", "stackrel":
		return p.stack(t)
	case "text", "textrm", "textbf", "textit", "mbox":
		words, err := p.words(t)
		return glyph{words}, ord, err
	case "operatorname", "operatorname*":
		return p.operator(t)
	case "mathrm", "mathbf", "mathit", "mathsf", "mathcal", "boldsymbol", "bm", "mathbb":
		return p.letters(t)
	case "displaystyle", "textstyle", "big", "Big", "bigg", "Bigg",
		"bigl", "Bigl", "biggl", "Biggl", "bigr", "Bigr", "biggr", "Biggr":
		return nil, ord, nil // fences grow by themselves
	}
	return nil, ord, p.fail(t, "알 수 없는 명령이에요: %s", "unknown command %s")
}

// arguments reads the two arguments of a command.
func (p *parser) arguments(of token) (first, second list, err error) {
	if first, err = p.argument(of); err != nil {
		return nil, nil, err
	}
	second, err = p.argument(of)
	return first, second, err
}

// radical reads what follows \sqrt: perhaps an index in brackets, then the
// body.
func (p *parser) radical(of token) (nucleus, class, error) {
	var index list
	if p.tok.kind == charToken && p.tok.text == "[" {
		open := p.next()
		index = list{}
		for p.tok.kind != charToken || p.tok.text != "]" {
			if p.atEnd() {
				return nil, ord, p.fail(open, "대괄호가 닫히지 않았어요: %s", "bracket is never closed: %s")
			}
			a, err := p.atom()
			if err != nil {
				return nil, ord, err
			}
			if a.nucleus != nil {
				index = append(index, a)
			}
		}
		p.next()
	}
	body, err := p.argument(of)
	return radical{index, body}, ord, err
}

// brace reads what follows \underbrace or \overbrace. A script on the side of
// the brace is its label.
func (p *parser) brace(of token) (nucleus, class, error) {
	b := brace{over: of.text == "overbrace"}
	var err error
	if b.body, err = p.argument(of); err != nil {
		return nil, ord, err
	}
	side := subToken
	if b.over {
		side = supToken
	}
	if mark := p.tok; mark.kind == side {
		p.next()
		b.label, err = p.argument(mark)
	}
	return b, inner, err
}

// stack reads \overset{small}{body}, \stackrel, which is the same on a
// relation, and \underset. The class is that of the body.
func (p *parser) stack(of token) (nucleus, class, error) {
	small, body, err := p.arguments(of)
	if err != nil {
		return nil, ord, err
	}
	c := ord
	if a, ok := body.single(); ok {
		c = a.class
	}
	return stack{of.text != "underset", body, small}, c, nil
}

// operator reads the name of a function. With a star, its scripts stand
// below and above it.
func (p *parser) operator(of token) (nucleus, class, error) {
	words, err := p.words(of)
	return glyph{words}, op, err
}

// letters reads the argument of a command that changes the shape of letters.
// A terminal has one shape; what is left is that a run of letters is a word.
func (p *parser) letters(of token) (nucleus, class, error) {
	body, err := p.argument(of)
	if err != nil {
		return nil, ord, err
	}
	var word strings.Builder
	for _, a := range body {
		g, ok := a.nucleus.(glyph)
		if !ok || a.scripted() || a.class != ord || strings.ContainsFunc(g.text, notInWord) {
			return group{body}, ord, nil
		}
		if of.text == "mathbb" {
			g.text = blackboard(g.text)
		}
		word.WriteString(g.text)
	}
	if word.Len() == 0 {
		return group{body}, ord, nil
	}
	return glyph{word.String()}, ord, nil
}

func notInWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
}
