package tex

import "strings"

// words reads the argument of \text by its own rules: white space counts, and
// the only commands are the escaped signs and spaces.
func (p *parser) words(of token) (string, error) {
	if p.tok.kind != openToken {
		return "", p.missing(of)
	}
	open := p.tok
	var b strings.Builder
	for at, braces := open.end, 1; at < len(p.src); {
		switch p.src[at] {
		case '{':
			braces++
			at++
		case '}':
			braces--
			at++
			if braces == 0 {
				p.tok = lex(p.src, at)
				return b.String(), nil
			}
		default:
			text, end, err := p.word(at)
			if err != nil {
				return "", err
			}
			b.WriteString(text)
			at = end
		}
	}
	return "", p.fail(open, "중괄호가 닫히지 않았어요: %s", "brace is never closed: %s")
}

// word reads one piece of words: white space, an escaped sign or a character.
func (p *parser) word(at int) (text string, end int, err error) {
	if end = skipSpace(p.src, at); end > at {
		return " ", end, nil
	}
	if p.src[at] == '\\' {
		t := lexCommand(p.src, at)
		switch t.text {
		case "%", "&", "_", "#", "$", "{", "}":
			return t.text, t.end, nil
		case " ", ",", ";", ":":
			return " ", t.end, nil
		}
		return "", 0, p.fail(t, "글 안에서는 쓸 수 없는 명령이에요: %s", "command inside text: %s")
	}
	text, ok, size := readChar(p.src[at:])
	if !ok || text == "$" || text == "%" || text == "#" {
		return "", 0, fail(at, p.src[at:at+size],
			"수식에 쓸 수 없는 글자예요: %s", "a formula cannot hold this character: %s")
	}
	return text, at + size, nil
}
