package tui

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"hakseup/tui/theme"
)

// lineKeys lists every key that a terminal can send, alone and with Alt.
func lineKeys() []tea.KeyMsg {
	var keys []tea.KeyMsg
	for kind := tea.KeyType(-100); kind <= 127; kind++ {
		if name := kind.String(); name == "" || kind == tea.KeyRunes {
			continue
		}
		keys = append(keys, tea.KeyMsg{Type: kind}, tea.KeyMsg{Type: kind, Alt: true})
	}
	for r := ' '; r <= '~'; r++ {
		keys = append(keys, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: true})
	}
	for _, typed := range []string{"", "ㅎ", "한글", "e\u0301", "\u0301", "\u202e", "\x1b[2J", "👩‍🔬"} {
		keys = append(keys, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(typed)})
	}
	return keys
}

func TestNoKeyBreaksALine(t *testing.T) {
	t.Parallel()
	s := &session{look: look{theme: theme.New(true, theme.NoColor)}}
	texts := []string{"", " ", "0.396", "ab cd", " 앞 뒤 ", "학습 자료", "하\u1100\u1161", "e\u0301 x", "√2 ∂L/∂f"}
	for _, value := range texts {
		for at := range len(glyphsOf(value)) + 1 {
			for _, key := range lineKeys() {
				in := &input{most: 12}
				in.set(value)
				in.at = min(at, len(in.glyphs))
				in.update(key)
				if in.at < 0 || in.at > len(in.glyphs) {
					t.Fatalf("%q at %d, %s: the cursor is at %d of %d", value, at, key, in.at, len(in.glyphs))
				}
				odd := func(r rune) bool { return !unicode.IsGraphic(r) }
				if got := in.value(); strings.ContainsFunc(got, odd) || utf8.RuneCountInString(got) > 12 {
					t.Errorf("%q at %d, %s: the text is %q", value, at, key, got)
				}
				for _, focused := range []bool{true, false} {
					if w := ansi.StringWidth(in.view(s, 6, focused, theme.Text)); w != 6 {
						t.Errorf("%q at %d, %s: it is drawn in %d cells", value, at, key, w)
					}
				}
			}
		}
	}
}

func TestALineIsEditedAsInAShell(t *testing.T) {
	t.Parallel()
	key := func(kind tea.KeyType, alt bool) tea.KeyMsg { return tea.KeyMsg{Type: kind, Alt: alt} }
	alt := func(r rune) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: true} }
	tests := []struct {
		value string
		at    int
		key   tea.KeyMsg
		want  string // with | for the cursor
	}{
		{"한글 입력", 5, alt('d'), "한글 입력|"},
		{"한글 입력", 5, key(tea.KeyDelete, true), "한글 입력|"},
		{"한글 입력", 4, alt('d'), "한글 입|"},
		{"한글 입력", 2, alt('d'), "한글|"},
		{"한글 입력", 2, alt('f'), "한글 입력|"},
		{"한글 입력", 5, alt('b'), "한글 |입력"},
		{"한글 입력", 5, key(tea.KeyCtrlW, false), "한글 |"},
		{"한글 입력", 5, key(tea.KeyBackspace, false), "한글 입|"},
		{"한글 입력", 0, key(tea.KeyBackspace, false), "|한글 입력"},
		{"한글 입력", 1, key(tea.KeyCtrlH, false), "|글 입력"},
		{"한글 입력", 0, key(tea.KeyCtrlD, false), "|글 입력"},
		{"한글 입력", 2, key(tea.KeyCtrlK, false), "한글|"},
		{"한글 입력", 2, key(tea.KeyCtrlU, false), "| 입력"},
		{"한글 입력", 3, key(tea.KeyCtrlA, false), "|한글 입력"},
		{"한글 입력", 3, key(tea.KeyEnd, false), "한글 입력|"},
	}
	for _, tt := range tests {
		in := &input{most: 80}
		in.set(tt.value)
		in.at = tt.at
		in.update(tt.key)
		if got := strings.Join(in.glyphs[:in.at], "") + "|" + strings.Join(in.glyphs[in.at:], ""); got != tt.want {
			t.Errorf("%q at %d, %s: %q, want %q", tt.value, tt.at, tt.key, got, tt.want)
		}
	}
}

func TestALineTakesWhatCanBeSeen(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"0.3\n96\t1":              "0.3 96 1",
		"\x1b]0;x\a":              "]0;x",
		"a\u202eb\u2066c\u200b":   "abc",
		"\xff0.5\xfe":             "0.5",
		"\u1112\u1161\u11ab":      "한",
		strings.Repeat("x", 1e5):  strings.Repeat("x", 80),
		"\u200b\ufeff\x00\u009b5": "5",
	} {
		in := &input{most: 80}
		in.insert(typed)
		if got := in.value(); got != want {
			t.Errorf("%.20q is taken as %q, want %q", typed, got, want)
		}
	}
	// A syllable is put together where it was typed, in the midst of a text.
	in := &input{most: 80}
	in.set("ac")
	in.at = 1
	in.insert("\u1112")
	in.insert("\u1161")
	if got := in.value(); got != "a하c" || in.at != 2 {
		t.Errorf("the text is %q, the cursor at %d", got, in.at)
	}
}
