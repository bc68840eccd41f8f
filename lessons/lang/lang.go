// Package lang holds text in the two languages of the course.
package lang

import (
	"fmt"
	"strings"
)

// Lang is a language of the course. The zero value is Korean, the language
// in which the course is taught.
type Lang uint8

// The languages of the course.
const (
	KO Lang = iota
	EN
)

// All lists every language, in the order in which L switches through them.
func All() []Lang { return []Lang{KO, EN} }

// String returns the code that names the language on the command line and in
// the names of the lesson files: "ko" or "en".
func (l Lang) String() string {
	if l == EN {
		return "en"
	}
	return "ko"
}

// Parse reads a language code as String writes it.
func Parse(code string) (Lang, error) {
	for _, l := range All() {
		if strings.EqualFold(code, l.String()) {
			return l, nil
		}
	}
	return KO, fmt.Errorf("unknown language %q: want ko or en", code)
}

// Text is one text in both languages: the same point, not a translation
// word for word.
type Text struct {
	KO string `json:"ko"`
	EN string `json:"en"`
}

// In returns the text in language l.
func (t Text) In(l Lang) string {
	if l == EN {
		return t.EN
	}
	return t.KO
}

// IsZero reports whether the text is empty in both languages.
func (t Text) IsZero() bool { return t == Text{} }

// T is short for a Text, Korean first.
func T(ko, en string) Text { return Text{KO: ko, EN: en} }

// Same is a text that reads alike in both languages: a symbol, a name.
func Same(s string) Text { return Text{KO: s, EN: s} }

// Sprintf formats both texts with the same arguments. Where the languages
// want them in another order, use indexes: %[2]s.
func Sprintf(ko, en string, args ...any) Text {
	return Text{KO: fmt.Sprintf(ko, args...), EN: fmt.Sprintf(en, args...)}
}
