package tui

import (
	"fmt"
	"strings"

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

func (e *choiceEditor) key(msg tea.KeyMsg) bool { return pressed(e.actions(), msg) }

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

func (e *choiceEditor) actions() []action {
	label := lang.T("고르기", "choose")
	if !e.one {
		label = lang.T("고르기·빼기", "choose or not")
	}
	keys, name := digitsTo(len(e.options))
	list := []action{
		does("space", "Space", label, func() { e.choose(e.cursor) }),
		{keys, name, label, func(msg tea.KeyMsg) tea.Cmd { e.choose(int(msg.Runes[0] - '1')); return nil }},
	}
	if e.one && !e.chosen[e.cursor] {
		list = append(list, does(keysSelect, "Enter", label, func() { e.choose(e.cursor) }))
	}
	if e.cursor > 0 {
		list = append(list, does(keysUp, "", lang.Text{}, func() { e.cursor-- }))
	}
	if e.cursor < len(e.options)-1 {
		list = append(list, does(keysDown, "", lang.Text{}, func() { e.cursor++ }))
	}
	return list
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
