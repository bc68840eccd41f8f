package answer

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tokenKind is the kind of a token.
type tokenKind uint8

const (
	tokEnd    tokenKind = iota
	tokNumber           // value
	tokName             // text: letters
	tokOp               // text: one of + - * / ^ % √ |
	tokSuper            // text: a number written in superscripts, "-2"
	tokSub              // text: digits written in subscripts
	tokOpen             // text: ( [ {
	tokClose            // text: ) ] }
	tokComma            // between entries
	tokRow              // ; or a new line: between rows
)

// token is a word of the input.
type token struct {
	kind   tokenKind
	text   string
	value  float64
	at     int  // offset in the input, in runes
	spaced bool // a space stands before it
}

// letter is a character of the input in its plain form.
type letter struct {
	r  rune
	at int
}

// plain folds the many ways of typing one character into one: full-width
// forms, composed and decomposed Hangul, the several minus signs. Superscripts,
// subscripts and fractions like ½ keep their form: they have a meaning that
// NFKC would lose (2² is not 22).
func plain(input string) []letter {
	var out []letter
	var it norm.Iter
	it.InitString(norm.NFC, input)
	at, last := 0, 0
	for !it.Done() {
		at += utf8.RuneCountInString(input[last:it.Pos()])
		last = it.Pos()
		for _, r := range string(it.Next()) {
			if keepsForm(r) {
				out = append(out, letter{r, at})
				continue
			}
			for _, k := range norm.NFKC.String(string(r)) {
				out = append(out, letter{sameSign(k), at})
			}
		}
	}
	return out
}

func keepsForm(r rune) bool {
	return strings.ContainsRune(superscripts, r) || strings.ContainsRune(subscripts, r) || isFraction(r)
}

const (
	superscripts      = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
	superscriptsPlain = "0123456789+-"
	subscripts        = "₀₁₂₃₄₅₆₇₈₉"
	subscriptsPlain   = "0123456789"
)

// isFraction reports whether r is a fraction in one character, like ½.
func isFraction(r rune) bool {
	return unicode.Is(unicode.No, r) && strings.ContainsRune(norm.NFKC.String(string(r)), '⁄')
}

// sameSign maps the characters for one operator to a single one.
func sameSign(r rune) rune {
	switch r {
	case '−', '–', '—', '‐', '‑', '‒', '﹣':
		return '-'
	case '·', '⋅', '∙', '•', '×', '∗', '✕':
		return '*'
	case '÷', '⁄', '∕':
		return '/'
	case '、':
		return ','
	case '≈', '≃', '≒', '∼':
		return '='
	}
	return r
}

// scanner cuts plain characters into tokens.
type scanner struct {
	in     []letter
	pos    int
	tokens []token
	spaced bool
}

// maxLength bounds what is read at all.
const maxLength = 2000

// scan cuts the input into tokens; the last one is tokEnd.
func scan(input string) ([]token, error) {
	length := utf8.RuneCountInString(input)
	if length > maxLength {
		return nil, &Error{At: maxLength, What: sayTooLong()}
	}
	s := scanner{in: plain(input)}
	for s.pos < len(s.in) {
		if err := s.next(); err != nil {
			return nil, err
		}
	}
	for len(s.tokens) > 0 && s.last().text == "\n" {
		s.tokens = s.tokens[:len(s.tokens)-1]
	}
	s.tokens = append(s.tokens, token{kind: tokEnd, at: length})
	return s.tokens, nil
}

// next reads one token or one character that makes none.
//
//nolint:cyclop // one case a kind of character
func (s *scanner) next() error {
	c := s.in[s.pos]
	switch {
	case c.r == ';' || (c.r == '\n' && len(s.tokens) > 0):
		s.add(tokRow, 1)
	case unicode.IsSpace(c.r):
		s.pos++
		s.spaced = true
	case c.r == '=' && len(s.tokens) == 0:
		s.pos++ // "= 0.4" and "≈ 0.4" say no more than 0.4
	case c.r == '°' && len(s.tokens) > 0:
		s.pos++ // the box says that it asks for degrees
	case c.r == '.' || isDigit(c.r):
		return s.number()
	case isFraction(c.r):
		top, bottom, _ := strings.Cut(norm.NFKC.String(string(c.r)), "⁄")
		s.add(tokNumber, 1)
		s.last().value = float(top) / float(bottom)
	case strings.ContainsRune(superscripts, c.r):
		s.script(tokSuper, superscripts, superscriptsPlain)
	case strings.ContainsRune(subscripts, c.r):
		s.script(tokSub, subscripts, subscriptsPlain)
	case unicode.IsLetter(c.r):
		s.add(tokName, s.span(unicode.IsLetter))
	case c.r == ',':
		s.add(tokComma, 1)
	case strings.ContainsRune("([{", c.r):
		s.add(tokOpen, 1)
	case strings.ContainsRune(")]}", c.r):
		s.add(tokClose, 1)
	case c.r == '*' && s.peek(1) == '*':
		s.add(tokOp, 2)
		s.last().text = "^"
	case strings.ContainsRune("+-*/^%√|", c.r):
		s.add(tokOp, 1)
	default:
		return &Error{At: c.at, What: saySymbol(string(c.r))}
	}
	return nil
}

// add makes a token of the next n characters.
func (s *scanner) add(kind tokenKind, n int) {
	var text strings.Builder
	for _, c := range s.in[s.pos : s.pos+n] {
		text.WriteRune(c.r)
	}
	s.tokens = append(s.tokens, token{kind: kind, text: text.String(), at: s.in[s.pos].at, spaced: s.spaced})
	s.pos += n
	s.spaced = false
}

func (s *scanner) last() *token { return &s.tokens[len(s.tokens)-1] }

// peek returns the character i places on, 0 behind the end.
func (s *scanner) peek(i int) rune {
	if s.pos+i >= len(s.in) {
		return 0
	}
	return s.in[s.pos+i].r
}

// span counts the characters from here on that belong.
func (s *scanner) span(belongs func(rune) bool) int {
	n := 0
	for s.pos+n < len(s.in) && belongs(s.in[s.pos+n].r) {
		n++
	}
	return n
}

// script reads a run of small characters by their plain forms.
func (s *scanner) script(kind tokenKind, small, plainForms string) {
	s.add(kind, s.span(func(r rune) bool { return strings.ContainsRune(small, r) }))
	forms := []rune(plainForms)
	var text strings.Builder
	for _, r := range s.last().text {
		text.WriteRune(forms[indexRune(small, r)])
	}
	s.last().text = text.String()
}

// number reads 12, 1.5, .5, 5., 2e-3. In "2e" and "2e^3" the e is a name.
func (s *scanner) number() error {
	n := 0
	digits := func() {
		for isDigit(s.peek(n)) {
			n++
		}
	}
	digits()
	if s.peek(n) == '.' {
		n++
		digits()
	}
	if e := s.peek(n); e == 'e' || e == 'E' {
		sign := 1
		if next := s.peek(n + 1); next == '-' || next == '+' {
			sign = 2
		}
		if isDigit(s.peek(n + sign)) {
			n += sign
			digits()
		}
	}
	s.add(tokNumber, n)
	tok := s.last()
	value, err := strconv.ParseFloat(tok.text, 64)
	if err != nil {
		if value != 0 { // out of range: ±Inf
			return &Error{At: tok.at, What: sayTooLarge()}
		}
		return &Error{At: tok.at, What: saySymbol(tok.text)}
	}
	tok.value = value
	return nil
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// indexRune returns the position of r in s, counted in runes.
func indexRune(s string, r rune) int {
	return utf8.RuneCountInString(s[:strings.IndexRune(s, r)])
}

func float(s string) float64 {
	x, _ := strconv.ParseFloat(s, 64)
	return x
}
