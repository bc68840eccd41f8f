package tui

import (
	"fmt"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
	"hakseup/tui/theme"
)

// menu lists the exercises of a chapter.
type menu struct {
	s        *session
	chapter  chapter
	selected int
	w, h     int
}

// newMenu opens on the first exercise that is not solved.
func newMenu(s *session, c chapter) *menu {
	m := &menu{s: s, chapter: c}
	for i, e := range c.exercises {
		if !s.summary.Exercises[e.ID].Solved {
			m.selected = i
			break
		}
	}
	return m
}

func (m *menu) Title() string {
	if m.chapter.slug == practiceSlug {
		return m.s.say(m.chapter.title)
	}
	return m.s.tr("문제", "Exercises")
}

func (m *menu) Status() string {
	solved := 0
	for _, e := range m.chapter.exercises {
		if m.s.summary.Exercises[e.ID].Solved {
			solved++
		}
	}
	return m.s.paint(theme.Muted, fmt.Sprintf("%d/%d", solved, len(m.chapter.exercises)))
}

func (m *menu) Typing() bool { return false }

func (m *menu) Init() tea.Cmd { return nil }

func (m *menu) SetSize(w, h int) { m.w, m.h = w, h }

func (m *menu) Keys() []key.Binding {
	return []key.Binding{
		bind(keysUp+" "+keysDown, "↑↓", m.s.tr("고르기", "choose")),
		bind(keysSelect, "Enter", m.s.tr("풀기", "solve")),
		bind(keysBack, "esc", m.s.tr("뒤로", "back")),
	}
}

func (m *menu) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		switch {
		case is(msg, keysUp):
			m.move(m.selected - 1)
		case is(msg, keysDown):
			m.move(m.selected + 1)
		case is(msg, keysSelect+" "+keysRight):
			return m.openSelected()
		case is(msg, keysLeft):
			return m.s.pop()
		}
	case tea.MouseMsg:
		row := msg.Y - 1
		if msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress &&
			row >= 0 && row < len(m.chapter.exercises) {
			if row == m.selected {
				return m.openSelected()
			}
			m.move(row)
		}
	}
	return nil
}

func (m *menu) move(to int) { m.selected = max(0, min(to, len(m.chapter.exercises)-1)) }

func (m *menu) openSelected() tea.Cmd {
	return m.s.push(newExercise(m.s, m.chapter.exercises[m.selected]))
}

func (m *menu) View() []string {
	s := m.s
	inner := m.h - 2
	first := max(0, min(m.selected-inner+1, len(m.chapter.exercises)-inner))
	var lines []string
	for i, e := range m.chapter.exercises[first:] {
		marker, role := "  ", theme.Text
		if first+i == m.selected {
			marker, role = "▸ ", theme.Accent
		}
		line := " " + s.paint(theme.Accent, marker) + s.check(s.summary.Exercises[e.ID].Solved) +
			" " + s.paint(role, s.say(e.Title))
		line = spread(line, m.state(e.ID)+" ", m.w-2)
		if first+i == m.selected {
			line = s.theme.Selected(line)
		}
		lines = append(lines, line)
	}
	return s.frame(m.chapter.number+" "+s.say(m.chapter.title), "", lines, m.w, m.h, true)
}

// state says in words how it went with an exercise so far.
func (m *menu) state(id string) string {
	e := m.s.summary.Exercises[id]
	switch {
	case e.Solved:
		return m.s.paint(theme.Correct, m.s.tr("풀었어요", "solved"))
	case e.Attempts > 0:
		return m.s.paint(theme.Warning, m.s.say(lang.Sprintf("%d번 시도", "%d tries", e.Attempts)))
	}
	return m.s.paint(theme.Muted, id)
}
