package tex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// kind is the kind of a token.
type kind uint8

const (
	endToken     kind = iota // of the source
	charToken                // one character
	numberToken              // 12 or 0.5
	commandToken             // \name; text holds the name alone
	openToken                // {
	closeToken               // }
	subToken                 // _
	supToken                 // ^
	primeToken               // '
	alignToken               // &
	rowToken                 // \\
	badToken                 // a character that a formula cannot hold
)

// token is a piece of the source.
type token struct {
	kind        kind
	text        string
	offset, end int
}

// lex reads the token that starts at or after offset, where white space does
// not count. There is always a next one: the last is an endToken.
func lex(src string, offset int) token {
	offset = skipSpace(src, offset)
	rest := src[offset:]
	if rest == "" {
		return token{kind: endToken, offset: offset, end: offset}
	}
	take := func(k kind, size int) token {
		return token{kind: k, text: rest[:size], offset: offset, end: offset + size}
	}
	switch c := rest[0]; c {
	case '{':
		return take(openToken, 1)
	case '}':
		return take(closeToken, 1)
	case '_':
		return take(subToken, 1)
	case '^':
		return take(supToken, 1)
	case '\'':
		return take(primeToken, 1)
	case '&':
		return take(alignToken, 1)
	case '$', '#', '%', '"', '`':
		return take(badToken, 1)
	case '\\':
		return lexCommand(src, offset)
	default:
		if isDigit(c) {
			return take(numberToken, numberLen(rest))
		}
	}
	text, ok, size := readChar(rest)
	t := take(charToken, size)
	if !ok {
		t.kind = badToken
		return t
	}
	t.text = text
	return t
}

// lexCommand reads a backslash and the name behind it: letters, or one
// character of another kind.
func lexCommand(src string, offset int) token {
	rest := src[offset+1:]
	size := 0
	for size < len(rest) && isLetter(rest[size]) {
		size++
	}
	k := commandToken
	switch {
	case size > 0:
		if size < len(rest) && rest[size] == '*' && src[offset+1:offset+1+size] == "operatorname" {
			size++
		}
	case rest == "":
		k = badToken
	default:
		_, size = utf8.DecodeRuneInString(rest)
		if rest[:size] == `\` {
			k = rowToken
		}
	}
	t := token{kind: k, text: rest[:size], offset: offset, end: offset + 1 + size}
	if k == badToken {
		t.text = `\`
	}
	return t
}

// readChar reads the first character of s, with the marks that stand on it,
// in composed form. It is not ok when a formula cannot hold the character.
func readChar(s string) (text string, ok bool, size int) {
	cluster, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if cluster == "" {
		_, size := utf8.DecodeRuneInString(s)
		return "", false, size
	}
	text = norm.NFC.String(cluster)
	for i, r := range text {
		if i == 0 && !isBase(r) || i > 0 && (r < 0x300 || r > 0x33F) {
			return "", false, len(cluster)
		}
	}
	return text, true, len(cluster)
}

// isBase reports whether r can begin a piece of a formula. Whatever would
// join with the character before it is refused, so that the width of a line
// is always the sum of the widths of its pieces.
func isBase(r rune) bool {
	switch {
	case r == utf8.RuneError, r >= 0x1F000:
		return false
	case r >= 0x1100 && r <= 0x11FF, r >= 0xA960 && r <= 0xA97F, r >= 0xD7B0 && r <= 0xD7FF:
		return false // letters that join into a Hangul syllable
	case r >= 0xFF00 && r <= 0xFFEF:
		return r < 0xFF61 // half-width forms
	case unicode.IsSpace(r), unicode.IsMark(r), !unicode.IsGraphic(r):
		return false
	}
	return unicode.In(r, unicode.Common, unicode.Latin, unicode.Greek,
		unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// numberLen returns the length of the number that s starts with. A point
// belongs to it only before another digit.
func numberLen(s string) int {
	n := 0
	point := false
	for n < len(s) {
		switch {
		case isDigit(s[n]):
			n++
		case s[n] == '.' && !point && n+1 < len(s) && isDigit(s[n+1]):
			point = true
			n++
		default:
			return n
		}
	}
	return n
}

// skipSpace returns the offset of the first character that is no space.
func skipSpace(src string, offset int) int {
	return len(src) - len(strings.TrimLeftFunc(src[offset:], unicode.IsSpace))
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
