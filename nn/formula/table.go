package formula

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Table says what names mean. The zero Table is for numbers: it has no
// variables, only the constants e and π and the functions.
type Table struct {
	// Variables are the names that stand for numbers, as they are usually
	// written: x, w1, w₁₁, f', ∂L/∂f, rate. Other spellings of one of them are
	// read as the same name, see Key. A variable e or π hides the constant.
	Variables []string

	// Free lets every letter, perhaps with an index, and every derivative such
	// as ∂L/∂f stand for a variable, listed or not.
	Free bool

	// Log is the base of log, a whole number or math.E: 0 means 10.
	Log float64
}

// logBase returns the base of log.
func (t Table) logBase() float64 {
	if t.Log == 0 {
		return 10
	}
	return t.Log
}

// Key returns the one spelling that all spellings of a name share: w_11 for
// w₁₁, w11, w_11 and w_{11}; ∂L/∂f for dL/df, ∂L / ∂f and (dL)/(df); f' for f′.
func Key(name string) string {
	if above, below, ok := derivativeParts(name); ok {
		return "∂" + Key(above) + "/∂" + Key(below)
	}
	letters := span(name, isLetter)
	n := letters + indexLength(name[letters:])
	key := name[:letters]
	if n > letters {
		key += "_" + plainIndex(name[letters:n])
	}
	if primes := span(name[n:], isPrime); primes > 0 {
		key += strings.Repeat("'", utf8.RuneCountInString(name[n:n+primes]))
		n += primes
	}
	return key + name[n:]
}

// IsName reports whether a text can be the name of a variable by itself:
// letters, perhaps an index, that are neither a constant nor a function.
func IsName(text string) bool {
	letters := span(text, isLetter)
	if letters == 0 || functionIn(text[:letters]) != "" && text != "σ" {
		return false
	}
	if n, _ := constantIn(text, true); n == len(text) {
		return false
	}
	return letters+indexLength(text[letters:]) == len(text)
}

// derivativeParts takes ∂L/∂f apart into L and f, if that is what the whole
// name is.
func derivativeParts(name string) (above, below string, ok bool) {
	above, below, n := derivativeIn(name, unitLength)
	return above, below, n > 0 && n == len(name)
}

// derivativeIn finds out whether a text begins with a derivative: ∂L/∂f or
// dL/df, spaces and a pair of brackets around each half allowed. It returns the
// two names and the length of it all, 0 if there is none. named returns the
// length of the name that a text begins with.
func derivativeIn(text string, named func(rest string) int) (above, below string, length int) {
	sign, above, n := halfIn(text, named)
	if n == 0 {
		return "", "", 0
	}
	n += span(text[n:], isBlank)
	if !strings.HasPrefix(text[n:], "/") {
		return "", "", 0
	}
	n++
	n += span(text[n:], isBlank)
	second, below, m := halfIn(text[n:], named)
	if m == 0 || second != sign {
		return "", "", 0
	}
	return above, below, n + m
}

// halfIn reads ∂L, dL or (∂L).
func halfIn(text string, named func(rest string) int) (sign, name string, length int) {
	n := 0
	bracket := strings.HasPrefix(text, "(")
	if bracket {
		n = 1 + span(text[1:], isBlank)
	}
	for _, s := range []string{"∂", "d"} {
		if strings.HasPrefix(text[n:], s) {
			sign = s
		}
	}
	n += len(sign)
	n += span(text[n:], isBlank)
	size := named(text[n:])
	if sign == "" || size == 0 {
		return "", "", 0
	}
	name = text[n : n+size]
	n += size
	if bracket {
		n += span(text[n:], isBlank)
		if !strings.HasPrefix(text[n:], ")") {
			return "", "", 0
		}
		n++
	}
	return sign, name, n
}

// unitLength returns the length of the letters, index and primes that a text
// begins with.
func unitLength(text string) int {
	n := span(text, isLetter)
	if n == 0 {
		return 0
	}
	n += indexLength(text[n:])
	return n + span(text[n:], isPrime)
}

// letterLength is unitLength with one letter alone.
func letterLength(text string) int {
	r, n := utf8.DecodeRuneInString(text)
	if !isLetter(r) {
		return 0
	}
	n += span(text[n:], isMark)
	n += indexLength(text[n:])
	return n + span(text[n:], isPrime)
}

// indexLength returns the length of the index that a text begins with: ₁₂, 12,
// _12, _ij or _{1j}.
func indexLength(text string) int {
	if n := span(text, func(r rune) bool { return strings.ContainsRune(subscripts, r) }); n > 0 {
		return n
	}
	below, underlined := strings.CutPrefix(text, "_")
	if !underlined {
		return span(text, isDigit)
	}
	inside, braced := strings.CutPrefix(below, "{")
	n := span(inside, isDigit)
	if braced {
		n = span(inside, func(r rune) bool { return isDigit(r) || isLetter(r) })
	} else if n == 0 {
		n = span(inside, isLetter)
	}
	switch {
	case n == 0:
		return 0
	case !braced:
		return 1 + n
	case strings.HasPrefix(inside[n:], "}"):
		return n + len("_{}")
	}
	return 0
}

// plainIndex writes an index on the line: 12 for ₁₂, _12 and _{12}.
func plainIndex(index string) string {
	if strings.HasPrefix(index, "_") {
		return strings.Trim(index, "_{}")
	}
	return translate(index, subscripts, subscriptsPlain)
}

// constantIn returns the length of the constant that a text begins with, and
// its value. E stands for e where it cannot be a name.
func constantIn(text string, names bool) (length int, value float64) {
	for _, name := range []string{"π", "pi", "파이"} {
		if len(text) >= len(name) && strings.EqualFold(text[:len(name)], name) && text[:len(name)] != "Π" {
			return len(name), math.Pi
		}
	}
	if strings.HasPrefix(text, "e") || strings.HasPrefix(text, "E") && !names {
		return 1, math.E
	}
	return 0, 0
}

const (
	superscripts      = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿˣʸᵃᵇᵏⁱᵗᵐᵖ"
	superscriptsPlain = "0123456789+-()nxyabkitmp"
	subscripts        = "₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₘₙₓₜ"
	subscriptsPlain   = "0123456789ijkmnxt"
)

// translate replaces the characters of one set by those of another.
func translate(text, from, to string) string {
	set := []rune(from)
	return strings.Map(func(r rune) rune {
		for i, s := range set {
			if s == r {
				return rune(to[i])
			}
		}
		return r
	}, text)
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

func isBlank(r rune) bool { return r != '\n' && unicode.IsSpace(r) }

func isPrime(r rune) bool { return strings.ContainsRune("'′’", r) }

func isMark(r rune) bool { return unicode.Is(unicode.Mn, r) }

// isLetter reports whether a name can have the character, small raised and
// lowered ones aside.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) && !unicode.Is(unicode.Lm, r)
}
