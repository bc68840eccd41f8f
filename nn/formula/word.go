package formula

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word reads one name, function or word of a condition: of all that the text
// could begin with, the longest.
func (s *scanner) word() *Error {
	if s.derivative() || s.keyword() || s.times() {
		return nil
	}
	rest := s.text[s.pos:]
	if s.pos >= s.lettersEnd {
		s.lettersEnd = s.pos + lettersLength(rest)
	}
	letters := s.text[s.pos:s.lettersEnd]
	switch derivative := derivativeLength(rest); {
	case letters == "": // ∂ alone
		return s.fail(UnknownName, max(derivative, len("∂")))
	case derivative > 0 && !s.table.Free && s.known("d") == 0:
		return s.fail(UnknownName, derivative)
	case bracketFollows(rest[len(letters):]) && !s.callable(letters):
		return s.fail(UnknownFunction, len(letters))
	}
	return s.longestName(rest, letters)
}

// longestName reads the longest name that the text begins with.
func (s *scanner) longestName(rest, letters string) *Error {
	known, called, plain := s.known(rest), functionIn(letters), letterLength(rest)
	constant, value := s.constant(rest)
	if called == "σ" && !bracketFollows(rest[len(called):]) && (s.table.Free || known > 0) {
		called = "" // a variable
	}
	switch {
	case called != "" && len(called) >= known:
		return s.function(called)
	case known > 0 && known >= max(plain, constant):
		s.name(known)
	case constant > 0 && constant >= plain:
		s.add(KindConstant, constant, map[bool]string{true: "e", false: "π"}[constant == 1]).Value = value
	case s.table.Free:
		s.name(plain)
	default:
		return s.fail(UnknownName, max(plain, len(letters)))
	}
	return nil
}

// name makes a token of a variable, with the name that the table has for it.
func (s *scanner) name(n int) {
	text := s.text[s.pos : s.pos+n]
	listed, ok := s.listed[Key(text)]
	if !ok || slices.Contains(s.table.Variables, text) {
		listed = text
	}
	s.add(KindName, n, listed)
}

// constant is constantIn for this table.
func (s *scanner) constant(rest string) (length int, value float64) {
	_, listed := s.listed["e"]
	return constantIn(rest, s.table.Free || listed)
}

// known returns the length of the longest variable of the table that a text
// begins with.
func (s *scanner) known(rest string) int {
	if len(s.listed) == 0 {
		return 0
	}
	longest := 0
	for _, n := range []int{letterLength(rest), unitLength(rest)} {
		if _, ok := s.listed[Key(rest[:n])]; ok && n > longest {
			longest = n
		}
	}
	for _, name := range s.table.Variables {
		if len(name) > longest && strings.HasPrefix(rest, name) {
			longest = len(name)
		}
	}
	return longest
}

// derivative reads ∂L/∂f or dL/df, if that begins here and is a variable.
func (s *scanner) derivative() bool {
	rest := s.text[s.pos:]
	if !strings.HasPrefix(strings.TrimLeft(rest, "( \t"), "∂") && !strings.HasPrefix(strings.TrimLeft(rest, "( \t"), "d") {
		return false
	}
	for name, key := range s.derivatives(rest) {
		if _, ok := s.listed[key]; ok || s.table.Free {
			s.name(name)
			return true
		}
	}
	return false
}

// derivatives goes through the lengths and keys of the derivatives that a text
// could begin with: in dL/dwx the last name has two letters or one.
func (s *scanner) derivatives(rest string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for _, named := range []func(string) int{unitLength, s.nameLength} {
			above, below, n := derivativeIn(rest, named)
			longName := utf8.RuneCountInString(below[:span(below, isLetter)]) > 1
			if n == 0 || longName && s.table.Free && s.known(below) < len(below) {
				continue
			}
			if !yield(n, "∂"+Key(above)+"/∂"+Key(below)) {
				return
			}
		}
	}
}

// nameLength returns the length of the variable or letter that a text begins
// with.
func (s *scanner) nameLength(rest string) int { return max(s.known(rest), letterLength(rest)) }

// derivativeLength returns the length of what looks like a derivative.
func derivativeLength(rest string) int {
	_, _, n := derivativeIn(rest, letterLength)
	return n
}

// keywords holds the words of conditions.
var keywords = []struct{ text, meaning string }{
	{"if", "if"},
	{"when", "if"},
	{"만약", "if"},
	{"만일", "if"},
	{"then", "then"},
	{"이면", "then"},
	{"일 때", "then"},
	{"일때", "then"},
	{"else", "else"},
	{"아니면", "else"},
	{"otherwise", "otherwise"},
	{"그 외", "otherwise"},
	{"그외", "otherwise"},
	{"그 밖", "otherwise"},
	{"나머지", "otherwise"},
	{"and", "and"},
	{"그리고", "and"},
}

// keyword reads a word of a condition, if one stands here by itself.
func (s *scanner) keyword() bool {
	rest := s.text[s.pos:]
	before, _ := utf8.DecodeLastRuneInString(s.text[:s.pos])
	for _, k := range keywords {
		behind, ok := strings.CutPrefix(rest, k.text)
		first, _ := utf8.DecodeRuneInString(k.text)
		after, _ := utf8.DecodeRuneInString(behind)
		if ok && !sameScript(before, first) && !sameScript(first, after) {
			s.add(KindWord, len(k.text), k.meaning)
			return true
		}
	}
	return false
}

// sameScript reports whether two characters are letters of the same script, so
// that a word goes on. In x이면 there are two words.
func sameScript(a, b rune) bool {
	return isLetter(a) && isLetter(b) && isHangul(a) == isHangul(b)
}

func isHangul(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.Hangul, r) }

// lettersLength returns the length of the run of letters that a text begins
// with.
func lettersLength(text string) int {
	first, _ := utf8.DecodeRuneInString(text)
	return span(text, func(r rune) bool { return sameScript(first, r) })
}

// times reads the letter x between two numbers, as in 6.8x10^1, where it is no
// variable.
func (s *scanner) times() bool {
	rest := s.text[s.pos:]
	if s.table.Free || s.last().Kind != KindNumber || rest[0] != 'x' && rest[0] != 'X' {
		return false
	}
	if behind := strings.TrimLeft(rest[1:], " "); behind == "" || !isDigit(rune(behind[0])) {
		return false
	}
	if _, indexed := s.listed[Key(rest[:letterLength(rest)])]; indexed {
		return false
	}
	if _, variable := s.listed[rest[:1]]; variable && !isPowerOfTen(rest[1:]) {
		return false
	}
	s.add(KindSign, 1, "*")
	return true
}

// isPowerOfTen reports whether a text begins with 10 and an exponent.
func isPowerOfTen(text string) bool {
	behind, ok := strings.CutPrefix(text, "10")
	r, _ := utf8.DecodeRuneInString(behind)
	return ok && (r == '^' || strings.ContainsRune(superscripts, r))
}

func bracketFollows(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return rest != "" && strings.Contains("([{", rest[:1])
}

// callable reports whether a bracket may stand behind a run of letters: behind
// a function, perhaps with variables of the table before it, or a product. It
// may not behind softmax, although that ends in max.
func (s *scanner) callable(letters string) bool {
	function := functionAtEnd(letters)
	product := s.product(letters[:len(letters)-len(function)])
	switch {
	case function != "":
		return product
	case functionIn(letters) != "":
		return false
	case !s.table.Free:
		return product || utf8.RuneCountInString(letters) == 1 // an unknown name, if anything
	case utf8.RuneCountInString(letters) <= 2:
		return true
	}
	for i := range letters {
		if s.known(letters[i:]) == len(letters)-i {
			return true
		}
	}
	return false
}

// product reports whether letters are variables and constants side by side.
func (s *scanner) product(letters string) bool {
	for letters != "" {
		constant, _ := s.constant(letters)
		n := max(s.known(letters), constant)
		if n == 0 || n > len(letters) {
			return false
		}
		letters = letters[n:]
	}
	return true
}
