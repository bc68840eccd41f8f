package find

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// key is a text as it is compared: without spaces, punctuation and case, its
// syllables taken apart into letters, so that one that is still being typed fits.
type key struct {
	letters  []rune // ㅅㅗㅍㅡㅌㅡㅁㅐㄱㅅㅡ
	starts   []bool // where a syllable, or a character that is none, begins
	initials []rune // ㅅㅍㅌㅁㅅ
}

// The letters of a syllable, in the order of Unicode.
var (
	initialLetters = []rune("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
	vowelLetters   = []string{
		"ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ",
	}
	finalLetters = []string{
		"", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
	}
)

func keyOf(s string) key {
	var k key
	for _, r := range norm.NFKC.String(strings.ToLower(s)) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsSymbol(r) {
			continue
		}
		first, rest := apart(r)
		k.initials = append(k.initials, first)
		k.letters, k.starts = append(k.letters, first), append(k.starts, true)
		for _, l := range rest {
			k.letters, k.starts = append(k.letters, l), append(k.starts, false)
		}
	}
	return k
}

// apart takes a syllable apart; any other character is its own first letter.
// NFKC has made conjoining letters of those of the keyboard: they are brought
// back.
func apart(r rune) (first rune, rest string) {
	const vowels, finals = 21, 28
	switch {
	case r >= '가' && r <= '힣':
		n := int(r - '가')
		return initialLetters[n/(vowels*finals)], vowelLetters[n/finals%vowels] + finalLetters[n%finals]
	case r >= 0x1100 && int(r-0x1100) < len(initialLetters):
		return initialLetters[r-0x1100], ""
	case r >= 0x1161 && int(r-0x1161) < len(vowelLetters):
		letters := []rune(vowelLetters[r-0x1161])
		return letters[0], string(letters[1:])
	case r >= 0x11AA && r <= 0x11B5: // ㄳ of the keyboard
		letters := []rune(finalLetters[r-0x11A7])
		return letters[0], string(letters[1:])
	}
	return r, ""
}

func (k key) empty() bool { return len(k.letters) == 0 }

// consonants reports whether only consonants were typed: then they are the
// initials of what is meant.
func (k key) consonants() bool {
	for _, r := range k.letters {
		if r < 'ㄱ' || r > 'ㅎ' {
			return false
		}
	}
	return len(k.letters) > 1
}

// find returns at which letter of a text a query stands, or -1. It begins with a
// syllable.
func (k key) find(query key) int {
	if query.consonants() {
		return index(k.initials, query.letters, nil)
	}
	return index(k.letters, query.letters, k.starts)
}

func index(in, of []rune, starts []bool) int {
	for i := 0; i+len(of) <= len(in); i++ {
		if (starts == nil || starts[i]) && slices.Equal(in[i:i+len(of)], of) {
			return i
		}
	}
	return -1
}
