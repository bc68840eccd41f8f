package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quoteMost is how many characters of what was typed are repeated.
const quoteMost = 40

// Quote returns what somebody typed as it can stand in a sentence: without
// what a terminal would act on, and not at any length.
func Quote(typed string) string {
	shown := []rune(Printable(strings.Join(strings.Fields(first(typed, 4*quoteMost)), " ")))
	if len(shown) > quoteMost || len(typed) > 4*quoteMost*utf8.UTFMax {
		shown = append(shown[:min(len(shown), quoteMost-1)], '…')
	}
	return string(shown)
}

// first returns the first n characters of s.
func first(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// Printable returns s with a question mark in place of what a terminal would
// act on rather than show: control characters, marks that turn the direction
// of writing, bytes that are no text. Line ends stay.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == ' ' || r != utf8.RuneError && unicode.IsGraphic(r) {
			return r
		}
		return '?'
	}, strings.ReplaceAll(s, "\t", " "))
}

// Printable returns the text with both languages made printable.
func (t Text) Printable() Text { return T(Printable(t.KO), Printable(t.EN)) }
