package lang

import (
	"fmt"
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
// of writing, bytes that are no text. Characters that terminals measure
// differently, which would move what follows, are named: U+0915. Line ends stay.
func Printable(s string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(s, "\t", " ") {
		switch {
		case r == '\n':
			b.WriteRune(r)
		case r == utf8.RuneError || !unicode.IsGraphic(r):
			b.WriteByte('?')
		case !unicode.Is(measured, r):
			fmt.Fprintf(&b, "U+%04X", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// measured are the characters for which all terminals take the same number of
// cells: Latin, Greek, Cyrillic, symbols, Chinese characters, kana, Hangul but
// for loose parts of syllables. Marks that join what is before them, emoji and
// scripts whose letters join are not.
var measured = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x0020, 0x007e, 1},
		{0x00a0, 0x00ac, 1},
		{0x00ae, 0x0482, 1},
		{0x048a, 0x058f, 1},
		{0x1d00, 0x1dbf, 1},
		{0x1e00, 0x1fff, 1},
		{0x2000, 0x200a, 1},
		{0x2010, 0x2027, 1},
		{0x202f, 0x205f, 1},
		{0x2070, 0x20cf, 1},
		{0x2100, 0x2319, 1},
		{0x231c, 0x2328, 1},
		{0x232b, 0x23e8, 1},
		{0x2400, 0x25fc, 1},
		{0x25ff, 0x2613, 1},
		{0x2618, 0x2647, 1},
		{0x2654, 0x267e, 1},
		{0x2713, 0x2718, 1},
		{0x2776, 0x2794, 1},
		{0x2798, 0x27af, 1},
		{0x27c0, 0x2b1a, 1},
		{0x2b1d, 0x2b4f, 1},
		{0x3000, 0x3029, 1},
		{0x3030, 0x303e, 1},
		{0x3041, 0x3096, 1},
		{0x309b, 0x30ff, 1},
		{0x3131, 0x3163, 1},
		{0x3165, 0x318e, 1},
		{0x3190, 0x31ba, 1},
		{0x31f0, 0x321e, 1},
		{0x3220, 0x4dbf, 1},
		{0x4e00, 0xa48c, 1},
		{0xac00, 0xd7a3, 1},
		{0xf900, 0xfaff, 1},
		{0xff01, 0xff9d, 1},
		{0xffa1, 0xffbe, 1},
		{0xffc2, 0xffc7, 1},
		{0xffca, 0xffcf, 1},
		{0xffd2, 0xffd7, 1},
		{0xffda, 0xffdc, 1},
		{0xffe0, 0xffe6, 1},
	},
	R32:         []unicode.Range32{{0x1d400, 0x1d7ff, 1}},
	LatinOffset: 2,
}

// Printable returns the text with both languages made printable.
func (t Text) Printable() Text { return T(Printable(t.KO), Printable(t.EN)) }
