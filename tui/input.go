package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"

	"hakseup/lessons/lang"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// input is one line in which an answer is typed. It holds characters as they
// are seen: a syllable that was typed in parts is one.
type input struct {
	glyphs []string
	at     int // the cursor stands before this one
	most   int // how many code points it takes
}

func (in *input) value() string { return strings.Join(in.glyphs, "") }

// set puts an answer in place of what was typed.
func (in *input) set(value string) {
	in.glyphs, in.at = nil, 0
	in.insert(value)
}

// insert puts a text in at the cursor, as far as there is room for it.
func (in *input) insert(typed string) {
	before, after := strings.Join(in.glyphs[:in.at], ""), strings.Join(in.glyphs[in.at:], "")
	room := in.most - utf8.RuneCountInString(before) - utf8.RuneCountInString(after)
	before = norm.NFC.String(before + shown(typed, room))
	in.glyphs, in.at = glyphsOf(norm.NFC.String(before+after)), len(glyphsOf(before))
	in.at = min(in.at, len(in.glyphs)) // what follows may have joined what came
}

// shown returns what of a text can be seen in a line, at most so many code
// points of it: a line end is a space, what a terminal would act on or nobody
// could see is left out.
func shown(typed string, most int) string {
	var b strings.Builder
	for _, r := range typed {
		if unicode.IsSpace(r) {
			r = ' '
		}
		if r == utf8.RuneError || !unicode.IsGraphic(r) {
			continue
		}
		if most--; most < 0 {
			break
		}
		b.WriteRune(r)
	}
	return b.String()
}

// glyphsOf cuts a text into characters. One that is named by its code points is
// as many as those are.
func glyphsOf(s string) []string {
	var glyphs []string
	for s != "" {
		g, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		if face(g) != g {
			_, n := utf8.DecodeRuneInString(g)
			g = g[:n]
		}
		glyphs, s = append(glyphs, g), s[len(g):]
	}
	return glyphs
}

// cut takes out the characters from one place to another.
func (in *input) cut(from, to int) {
	in.glyphs = append(in.glyphs[:from:from], in.glyphs[to:]...)
	in.at = from
}

// update acts on a key, with the habits of a shell's line, and reports whether
// it is one that a line knows.
func (in *input) update(msg tea.KeyMsg) bool {
	return in.move(msg) || in.remove(msg) || in.add(msg)
}

func (in *input) move(msg tea.KeyMsg) bool {
	switch end := len(in.glyphs); {
	case is(msg, "left ctrl+b"):
		in.at = max(0, in.at-1)
	case is(msg, "right ctrl+f"):
		in.at = min(end, in.at+1)
	case is(msg, "home ctrl+a"):
		in.at = 0
	case is(msg, "end ctrl+e"):
		in.at = end
	case is(msg, "ctrl+left alt+left alt+b"):
		in.at = in.wordBefore()
	case is(msg, "ctrl+right alt+right alt+f"):
		in.at = in.wordAfter()
	default:
		return false
	}
	return true
}

func (in *input) remove(msg tea.KeyMsg) bool {
	switch end := len(in.glyphs); {
	case is(msg, "backspace ctrl+h"):
		in.cut(max(0, in.at-1), in.at)
	case is(msg, "delete ctrl+d"):
		in.cut(in.at, min(end, in.at+1))
	case is(msg, "alt+backspace ctrl+w"):
		in.cut(in.wordBefore(), in.at)
	case is(msg, "alt+delete alt+d"):
		in.cut(in.at, in.wordAfter())
	case is(msg, "ctrl+u"):
		in.cut(0, in.at)
	case is(msg, "ctrl+k"):
		in.cut(in.at, end)
	default:
		return false
	}
	return true
}

func (in *input) add(msg tea.KeyMsg) bool {
	switch {
	case is(msg, "space"):
		in.insert(" ")
	case msg.Type == tea.KeyRunes && !msg.Alt:
		in.insert(string(msg.Runes))
	default:
		return false
	}
	return true
}

// wordBefore returns where the word before the cursor begins.
func (in *input) wordBefore() int {
	at := in.at
	for at > 0 && in.glyphs[at-1] == " " {
		at--
	}
	for at > 0 && in.glyphs[at-1] != " " {
		at--
	}
	return at
}

// wordAfter returns where the word behind the cursor ends.
func (in *input) wordAfter() int {
	at := in.at
	for at < len(in.glyphs) && in.glyphs[at] == " " {
		at++
	}
	for at < len(in.glyphs) && in.glyphs[at] != " " {
		at++
	}
	return at
}

// face is what is drawn of a character: what terminals would measure
// differently is named, because it would move what follows.
func face(glyph string) string { return lang.Printable(glyph) }

func faces(glyphs []string) string { return face(strings.Join(glyphs, "")) }

// window returns the part of the line that w cells show: all of it, or what
// is around the cursor.
func (in *input) window(w int) (first, last int) {
	wide := func(i int) int { return text.Width(face(in.glyphs[i])) }
	width := text.Width(in.under())
	for first = in.at; first > 0 && width+wide(first-1) <= w; first-- {
		width += wide(first - 1)
	}
	for last = min(in.at+1, len(in.glyphs)); last < len(in.glyphs) && width+wide(last) <= w; last++ {
		width += wide(last)
	}
	return first, last
}

// under is the character under the cursor, which may stand behind the text.
func (in *input) under() string {
	if in.at < len(in.glyphs) {
		return face(in.glyphs[in.at])
	}
	return " "
}

// cursorMark stands in a view before the cell that is typed into, and is taken
// out before the view is drawn. It takes no room, and a terminal that got it
// would choose the font that it has.
const cursorMark = "\x1b[10m"

// view draws w cells: the text, or the part of it around the cursor. Where the
// terminal's own cursor shows the place, nothing is drawn of it.
func (in *input) view(s *session, w int, focused bool, role theme.Role) string {
	if !focused {
		return s.theme.PaintAttr(role, theme.Underline, text.Left(face(in.value()), w))
	}
	first, last := in.window(w)
	behind := min(in.at+1, last)
	before, under, after := faces(in.glyphs[first:in.at]), in.under(), faces(in.glyphs[behind:last])
	if text.Width(under) > w {
		under = text.Left(under, w)
	}
	after += strings.Repeat(" ", max(0, w-text.Width(before+under+after)))
	cursor := s.theme.PaintAttr(theme.Accent, theme.Reverse, under)
	if s.cursor {
		cursor = s.theme.PaintAttr(role, theme.Underline, under)
	}
	return s.theme.PaintAttr(role, theme.Underline, before) + cursorMark + cursor + s.theme.PaintAttr(role, theme.Underline, after)
}

// column returns where, in a view of w cells, a code point of the text stands.
func (in *input) column(runes, w int) int {
	first, _ := in.window(w)
	column := 0
	for i, g := range in.glyphs {
		if runes -= utf8.RuneCountInString(g); runes < 0 {
			break
		}
		if i >= first {
			column += text.Width(face(g))
		}
	}
	return min(column, w-1)
}

// clickedAt puts the cursor on the character in a column of a view of w cells.
func (in *input) clickedAt(column, w int) {
	at, last := in.window(w)
	for at < last && column >= text.Width(face(in.glyphs[at])) {
		column -= text.Width(face(in.glyphs[at]))
		at++
	}
	in.at = at
}
