package tui

import (
	"strings"

	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// input is one cell in which an answer is typed. The editing is the text
// input's of the component library; it is drawn here, because the library
// measures its text as a Korean locale would, √ two cells wide.
type input struct{ model textinput.Model }

func newInput() *input {
	m := textinput.New()
	m.CharLimit = 80
	m.Focus()
	return &input{m}
}

func (in *input) value() string { return in.model.Value() }

// set puts an answer in place of what was typed.
func (in *input) set(value string) {
	in.model.SetValue(value)
	in.model.CursorEnd()
}

func (in *input) update(msg tea.KeyMsg) { in.model, _ = in.model.Update(msg) }

// view draws w cells: the text, or the part of it around the cursor.
func (in *input) view(s *session, w int, focused bool) string {
	runes := append([]rune(in.value()), ' ') // the cursor may stand behind the text
	at := in.model.Position()
	first := 0
	for first < at && text.Width(string(runes[first:at+1])) > w {
		first++
	}
	last := first
	for last < len(runes) && text.Width(string(runes[first:last+1])) <= w {
		last++
	}
	if !focused {
		return s.theme.PaintAttr(theme.Text, theme.Underline, text.Left(string(runes[first:last]), w))
	}
	before, under, after := string(runes[first:at]), string(runes[at]), string(runes[at+1:last])
	rest := max(0, w-text.Width(before+under+after))
	return s.theme.PaintAttr(theme.Text, theme.Underline, before) +
		s.theme.PaintAttr(theme.Accent, theme.Reverse, under) +
		s.theme.PaintAttr(theme.Text, theme.Underline, after+strings.Repeat(" ", rest))
}
