package lang

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestQuote(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"0.396":                    "0.396",
		"  한글  답\n":                "한글 답",
		"ㄴㅂㄱㅅ2":                    "ㄴㅂㄱㅅ2",
		"\x1b]0;x\a":               "?]0;x?",
		"\x1b[31mfoo":              "?[31mfoo",
		"a\u202eb\u200d":           "a?b?",
		"\xff\xfe":                 "??",
		"\u009b31m":                "?31m",
		strings.Repeat("가", 41):    strings.Repeat("가", 39) + "…",
		strings.Repeat("x", 99999): strings.Repeat("x", 39) + "…",
	} {
		if got := Quote(typed); got != want {
			t.Errorf("Quote(%.20q) = %q, want %q", typed, got, want)
		}
	}
}

func FuzzQuote(f *testing.F) {
	f.Add("\x1b[2J\u2066")
	f.Fuzz(func(t *testing.T, typed string) {
		got := Quote(typed)
		if utf8.RuneCountInString(got) > quoteMost || !utf8.ValidString(got) || strings.ContainsAny(got, "\x1b\x07\n\r\u202e\u2066") {
			t.Errorf("%q is quoted as %q", typed, got)
		}
	})
}
