package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// choiceEditor takes one of several options, or all that fit.
type choiceEditor struct {
	asked
	options []lang.Text
	one     bool // only one of them can be chosen
	chosen  map[int]bool
	cursor  int // the option under the keyboard
}

func (e *choiceEditor) waiting(int) bool { return len(e.chosen) == 0 }

func (e *choiceEditor) text() string {
	var numbers []string
	for i := range e.options {
		if e.chosen[i] {
			numbers = append(numbers, fmt.Sprint(i+1))
		}
	}
	return strings.Join(numbers, ", ")
}

func (e *choiceEditor) key(msg tea.KeyMsg) bool {
	switch {
	case is(msg, keysUp) && e.cursor > 0:
		e.cursor--
	case is(msg, keysDown) && e.cursor < len(e.options)-1:
		e.cursor++
	case is(msg, "space"):
		e.choose(e.cursor)
	case e.one && is(msg, keysSelect):
		e.choose(e.cursor)
		return false // and goes on
	default:
		i, ok := numberKey(msg, len(e.options))
		if ok {
			e.choose(i)
		}
		return ok
	}
	return true
}

// numberKey returns which of n things, counted from 0, a digit names.
func numberKey(msg tea.KeyMsg, n int) (int, bool) {
	if len(msg.Runes) != 1 || msg.Alt {
		return 0, false
	}
	i := int(msg.Runes[0]) - '1'
	return i, 0 <= i && i < min(n, 9)
}

// choose chooses an option, or takes the choice of it back where several can
// be chosen.
func (e *choiceEditor) choose(i int) {
	e.cursor = i
	switch {
	case e.one:
		e.chosen = map[int]bool{i: true}
	case e.chosen[i]:
		delete(e.chosen, i)
	default:
		e.chosen[i] = true
	}
}

func (e *choiceEditor) point(at hit, _ int, drag bool) {
	if !drag {
		e.choose(at.item)
	}
}

func (e *choiceEditor) keys() []key.Binding {
	s, digits := e.s, fmt.Sprintf("1–%d", min(9, len(e.options)))
	if !e.one {
		return []key.Binding{
			bind("space", "Space", s.tr("고르기·빼기", "choose or not")),
			bind("1", digits, s.tr("고르기·빼기", "choose or not")),
		}
	}
	keys := []key.Binding{bind("1", digits, s.tr("고르기", "choose"))}
	if !e.chosen[e.cursor] {
		keys = append(keys, bind(keysSelect, "Enter", s.tr("고르기", "choose")))
	}
	return keys
}

// sign shows, beside the colour, whether an option is chosen.
func (e *choiceEditor) sign(i int) string {
	switch {
	case e.one && e.chosen[i]:
		return "●"
	case e.one:
		return "○"
	case e.chosen[i]:
		return "■"
	}
	return "□"
}

func (e *choiceEditor) view(w int, focused bool) (lines []string, hits []hit) {
	for i, o := range e.options {
		drawn := e.s.item(fmt.Sprintf("%s %d) ", e.sign(i), i+1), o, w, focused && i == e.cursor)
		if i == e.cursor {
			e.line = len(lines)
		}
		for range drawn {
			hits = append(hits, hit{line: len(hits), right: w, item: i})
		}
		lines = append(lines, drawn...)
	}
	return lines, hits
}

// item draws a thing in a list, with a mark where the keyboard is.
func (s *session) item(head string, t lang.Text, w int, focused bool) []string {
	marker, role := "  ", theme.Text
	if focused {
		marker, role = "▸ ", theme.Accent
	}
	head = marker + head
	indent := text.Width(head)
	var lines []string
	for j, l := range s.markdown(t, w-indent) {
		lead := strings.Repeat(" ", indent)
		if j == 0 {
			lead = s.paint(role, head)
		}
		lines = append(lines, lead+l.Text)
	}
	return lines
}
