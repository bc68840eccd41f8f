package formula

import (
	"math/big"
	"strconv"
	"strings"
)

// number reads 12, 1.5, .5, 5. and 2e-3. In 2e and 2e^x the e is a name.
func (s *scanner) number() *Error {
	rest := s.text[s.pos:]
	n := span(rest, isDigit)
	if strings.HasPrefix(rest[n:], ".") {
		n += 1 + span(rest[n+1:], isDigit)
	}
	n += exponentLength(rest[n:])
	if blank := span(rest[n:], isBlank); blank > 0 {
		if more := exponentLength(rest[n+blank:]); more > 0 && !s.namesExponent(rest[n+blank:]) {
			return s.fail(AmbiguousExponent, n+blank+more)
		}
	}
	value, err := strconv.ParseFloat(rest[:n], 64)
	switch {
	case err != nil && value != 0: // out of range
		return s.fail(TooLarge, n)
	case err != nil:
		return s.fail(BadNumber, n)
	}
	s.add(KindNumber, n, "").Value = value
	return nil
}

// exponentLength returns the length of the exponent that a text begins with:
// e-3, E+3, e3.
func exponentLength(text string) int {
	if text == "" || text[0] != 'e' && text[0] != 'E' {
		return 0
	}
	n := 1
	if n < len(text) && (text[n] == '-' || text[n] == '+') {
		n++
	}
	digits := span(text[n:], isDigit)
	if digits == 0 {
		return 0
	}
	return n + digits
}

// namesExponent reports whether what looks like an exponent is about a variable
// instead, E or e2.
func (s *scanner) namesExponent(text string) bool {
	_, listed := s.listed[Key(text[:letterLength(text)])]
	return listed || s.table.Free && isDigit(rune(text[1]))
}

// isDot reports whether a sign for products could be a decimal point.
func isDot(r rune) bool { return strings.ContainsRune("·⋅∙•", r) }

// decimalDot reports whether a dot behind the last token, with right behind it,
// could be a decimal point; see the package's description.
func (s *scanner) decimalDot(right string) bool {
	number := s.last()
	right, behind := right[:span(right, isDigit)], right[span(right, isDigit):]
	if number.Kind != KindNumber || number.end() != s.pos || strings.ContainsAny(number.Text, ".eE") ||
		right == "" || strings.HasPrefix(behind, ".") {
		return false
	}
	zero := strings.Trim(number.Text, "0") == "" || right[0] == '0'
	powerOfTen := right[0] == '1' && strings.Trim(right[1:], "0") == ""
	return zero || len(right) > 1 && !powerOfTen
}

// fractionOf returns the fraction that a character stands for, empty if none.
func fractionOf(r rune) string {
	const characters = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
	const fractions = "1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/6 5/6 1/7 1/8 3/8 5/8 7/8 1/9 1/10"
	for i, c := range []rune(characters) {
		if c == r {
			return strings.Fields(fractions)[i]
		}
	}
	return ""
}

// ratio returns the exact value of a number as it was typed, nil if it is of a
// size that only its exponent can say.
func ratio(text string) *big.Rat {
	if f := fractionOf([]rune(text)[0]); f != "" {
		text = f
	}
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		if exponent, err := strconv.Atoi(text[i+1:]); err != nil || max(exponent, -exponent) > 400 {
			return nil
		}
	}
	value, _ := new(big.Rat).SetString(text)
	return value
}
