package formula

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// scanner cuts a formula into tokens.
type scanner struct {
	table  Table
	listed map[string]string // from the key of a variable to its name
	text   string
	pos    int
	spaced bool
	tokens []Token

	lettersEnd int // of the run of letters that is being cut up
}

// Scan cuts a text into tokens, of which the last has KindEnd. Letters in a row
// are names of one letter each, unless a function or a longer variable of the
// table begins there. Commas, semicolons and line ends are tokens, too.
func Scan(text string, t Table) ([]Token, *Error) {
	if len(text) > MaxLength {
		return nil, &Error{Mistake: TooLong, Offset: MaxLength}
	}
	s := scanner{table: t, text: text, listed: make(map[string]string, len(t.Variables))}
	for _, name := range slices.Backward(t.Variables) {
		s.listed[Key(name)] = name
	}
	for s.pos < len(text) {
		if err := s.next(); err != nil {
			return nil, err
		}
	}
	s.add(KindEnd, 0, "")
	return s.tokens, nil
}

// add makes a token of the next n bytes.
func (s *scanner) add(k Kind, n int, meaning string) *Token {
	s.tokens = append(s.tokens, Token{Kind: k, Text: s.text[s.pos : s.pos+n], Meaning: meaning, Offset: s.pos, Spaced: s.spaced})
	s.pos += n
	s.spaced = false
	return &s.tokens[len(s.tokens)-1]
}

// last returns the token before, KindEnd if there is none.
func (s *scanner) last() Token {
	if len(s.tokens) == 0 {
		return Token{}
	}
	return s.tokens[len(s.tokens)-1]
}

// fail says what is wrong with the next n bytes.
func (s *scanner) fail(m Mistake, n int) *Error {
	return &Error{Mistake: m, Offset: s.pos, Text: s.text[s.pos : s.pos+n]}
}

func (s *scanner) next() *Error {
	rest := s.text[s.pos:]
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case isBlank(r):
		s.pos += size
		s.spaced = true
	case r == '.' || isDigit(r):
		return s.number()
	case fractionOf(r) != "":
		s.add(KindNumber, size, "").Value, _ = ratio(rest[:size]).Float64()
	case strings.ContainsRune(superscripts, r):
		n := span(rest, func(r rune) bool { return strings.ContainsRune(superscripts, r) })
		s.add(KindSuper, n, translate(rest[:n], superscripts, superscriptsPlain))
	case r == '∂' || isLetter(r):
		return s.word()
	case r == '(' && s.derivative():
	default:
		return s.sign(rest, r, size)
	}
	return nil
}

// sign reads what is neither a number nor a word.
func (s *scanner) sign(rest string, r rune, size int) *Error {
	for _, c := range comparisons {
		if strings.HasPrefix(rest, c.text) {
			s.add(KindCompare, len(c.text), c.meaning)
			return nil
		}
	}
	if strings.HasPrefix(rest, "**") {
		s.add(KindSign, 2, "^")
		return nil
	}
	if strings.HasPrefix(rest, "&&") {
		s.add(KindWord, 2, "and")
		return nil
	}
	if isDot(r) && s.decimalDot(rest[size:]) {
		number := s.last()
		end := s.pos + size + span(rest[size:], isDigit)
		return &Error{Mistake: AmbiguousDot, Offset: number.Offset, Text: s.text[number.Offset:end]}
	}
	kind, meaning := symbol(r)
	if kind == KindEnd {
		return s.fail(UnknownSymbol, size)
	}
	s.add(kind, size, meaning)
	return nil
}

// comparisons holds the signs of conditions, longer ones first.
var comparisons = []struct{ text, meaning string }{
	{"<=", "<="},
	{">=", ">="},
	{"==", "="},
	{"!=", "!="},
	{"≤", "<="},
	{"≥", ">="},
	{"⩽", "<="},
	{"⩾", ">="},
	{"≦", "<="},
	{"≧", ">="},
	{"≠", "!="},
	{"<", "<"},
	{">", ">"},
	{"=", "="},
}

// symbol maps the many ways to type a sign to a single one.
func symbol(r rune) (kind Kind, meaning string) {
	switch r {
	case '+', '/', '*', '-', '^':
		return KindSign, string(r)
	case '−', '–', '—', '‐', '‑', '‒', '﹣':
		return KindSign, "-"
	case '×', '·', '⋅', '∙', '•', '∗', '✕':
		return KindSign, "*"
	case '÷', '∕', '⁄':
		return KindSign, "/"
	case '√':
		return KindFunction, "sqrt"
	case '∛':
		return KindFunction, "cbrt"
	case '%':
		return KindPercent, ""
	case '|':
		return KindBar, ""
	case '(', '[', '{':
		return KindOpen, ""
	case ')', ']', '}':
		return KindClose, ""
	case '?', ':':
		return KindWord, string(r)
	case ',':
		return KindComma, ""
	case ';':
		return KindSemicolon, ""
	case '\n':
		return KindNewline, ""
	}
	return KindEnd, ""
}
