package graph

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is the kind of a token.
type kind uint8

const (
	end      kind = iota
	number        // value
	name          // text
	function      // text: the name of a function, with an opening bracket behind it
	sign          // op
	power         // value: an exponent in superscripts
	open          // text
	closing       // text
	comma
)

// token is a word of a formula.
type token struct {
	kind  kind
	text  string // as it was typed
	op    string // of a sign: one of + - * / ^
	value float64
	at    int // offset in bytes
}

// is reports whether the token is one of the given signs.
func (t token) is(signs string) bool { return t.kind == sign && strings.Contains(signs, t.op) }

// functions maps the names of functions to their operations.
func functions() map[string]Op {
	return map[string]Op{
		"exp": Exp, "ln": Log, "log": Log, "tanh": Tanh, "sigmoid": Sigmoid, "σ": Sigmoid,
		"relu": ReLU, "max": Max,
	}
}

// signs maps the many ways to type a sign to a single one.
func signs(r rune) (string, bool) {
	switch r {
	case '+':
		return "+", true
	case '-', '−', '–':
		return "-", true
	case '*', '×', '·', '⋅', '∗':
		return "*", true
	case '/', '÷', '∕':
		return "/", true
	case '^':
		return "^", true
	}
	return "", false
}

const (
	superscripts = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"
	subscripts   = "₀₁₂₃₄₅₆₇₈₉"
)

// scanner cuts a formula into tokens.
type scanner struct {
	text   string
	pos    int
	base   int      // offset of text in the whole
	names  []string // names that are known
	tokens []token
}

// scan cuts text into tokens, of which the last has kind end. Letters in a row
// are names of one letter each, unless a function or a known name begins there.
func scan(text string, base int, names []string) ([]token, *SyntaxError) {
	s := scanner{text: text, base: base, names: names}
	for s.pos < len(text) {
		if err := s.next(); err != nil {
			return nil, err
		}
	}
	s.add(end, 0)
	return s.tokens, nil
}

// add makes a token of the next n bytes.
func (s *scanner) add(k kind, n int) *token {
	s.tokens = append(s.tokens, token{kind: k, text: s.text[s.pos : s.pos+n], at: s.base + s.pos})
	s.pos += n
	return &s.tokens[len(s.tokens)-1]
}

func (s *scanner) next() *SyntaxError {
	rest := s.text[s.pos:]
	r, size := utf8.DecodeRuneInString(rest)
	plain, isSign := signs(r)
	switch {
	case unicode.IsSpace(r):
		s.pos += size
	case strings.HasPrefix(rest, "**"):
		s.add(sign, 2).op = "^"
	case isSign:
		s.add(sign, size).op = plain
	case r == '.' || isDigit(r):
		return s.number()
	case strings.ContainsRune(superscripts, r):
		return s.power()
	case unicode.IsLetter(r):
		return s.word()
	case strings.ContainsRune("([{", r):
		s.add(open, size)
	case strings.ContainsRune(")]}", r):
		s.add(closing, size)
	case r == ',':
		s.add(comma, size)
	default:
		return &SyntaxError{Mistake: UnknownSymbol, Offset: s.base + s.pos, Text: rest[:size]}
	}
	return nil
}

// number reads 12, 1.5, .5, 5. and 2e-3. In 2e and 2e^x the e is a name.
func (s *scanner) number() *SyntaxError {
	rest := s.text[s.pos:]
	n := span(rest, isDigit)
	if strings.HasPrefix(rest[n:], ".") {
		n += 1 + span(rest[n+1:], isDigit)
	}
	if exponent := strings.TrimLeft(rest[n:], "eE"); len(exponent) == len(rest)-n-1 {
		digits := strings.TrimLeft(exponent, "+-")
		signs := len(exponent) - len(digits)
		if count := span(digits, isDigit); count > 0 && signs <= 1 {
			n += 1 + signs + count
		}
	}
	return s.value(s.add(number, n), rest[:n])
}

// value gives a token the number that plain says.
func (s *scanner) value(t *token, plain string) *SyntaxError {
	value, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return &SyntaxError{Mistake: BadNumber, Offset: t.at, Text: t.text}
	}
	t.value = value
	return nil
}

// power reads an exponent in superscripts, as in x⁻².
func (s *scanner) power() *SyntaxError {
	small := []rune(superscripts)
	var plain strings.Builder
	n := span(s.text[s.pos:], func(r rune) bool {
		i := slices.Index(small, r)
		if i >= 0 {
			plain.WriteByte("-0123456789"[i])
		}
		return i >= 0
	})
	return s.value(s.add(power, n), plain.String())
}

// word reads one name: a known one, that of a function, or a letter with its
// index, whichever is longest.
func (s *scanner) word() *SyntaxError {
	rest := s.text[s.pos:]
	letters := rest[:span(rest, unicode.IsLetter)]
	known, called, plain := s.known(rest), functionIn(letters), indexed(rest)
	switch {
	case known > max(len(called), plain):
		s.add(name, known)
	case called != "" && bracketFollows(rest[len(called):]):
		s.add(function, len(called))
	case called != "" && called != "σ":
		return &SyntaxError{Mistake: NeedsBrackets, Offset: s.base + s.pos, Text: called}
	case utf8.RuneCountInString(letters) > 2 && bracketFollows(rest[len(letters):]) && s.strange(letters):
		return &SyntaxError{Mistake: UnknownFunction, Offset: s.base + s.pos, Text: letters}
	default:
		s.add(name, plain)
	}
	return nil
}

func bracketFollows(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return rest != "" && strings.Contains("([{", rest[:1])
}

// known returns the length of the longest known name that rest begins with.
func (s *scanner) known(rest string) int {
	longest := 0
	for _, n := range s.names {
		if len(n) > longest && strings.HasPrefix(rest, n) {
			longest = len(n)
		}
	}
	return longest
}

// strange reports whether a run of letters before a bracket is no product: no
// function and no known name ends it.
func (s *scanner) strange(letters string) bool {
	for i := range letters {
		if functionIn(letters[i:]) != "" || s.known(letters[i:]) > 0 {
			return false
		}
	}
	return true
}

// functionIn returns the function's name that the letters begin with, if any,
// however its case is.
func functionIn(letters string) string {
	longest := 0
	for f := range functions() {
		if len(f) > longest && len(letters) >= len(f) && (letters[:len(f)] == f || f != "σ" && strings.ToLower(letters[:len(f)]) == f) {
			longest = len(f)
		}
	}
	return letters[:longest]
}

// indexed returns the length of the name that rest begins with: a letter and
// its index, as in x, x1, x₁ and w_12.
func indexed(rest string) int {
	_, n := utf8.DecodeRuneInString(rest)
	if below := span(rest[n:], func(r rune) bool { return strings.ContainsRune(subscripts, r) }); below > 0 {
		return n + below
	}
	digits := n
	if strings.HasPrefix(rest[n:], "_") {
		digits++
	}
	if count := span(rest[digits:], isDigit); count > 0 {
		return digits + count
	}
	return n
}

// span returns the length of the run of characters that belong.
func span(text string, belongs func(rune) bool) int {
	for i, r := range text {
		if !belongs(r) {
			return i
		}
	}
	return len(text)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
