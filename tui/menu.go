package tui

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// menu lists the exercises of a chapter.
type menu struct {
	s        *session
	chapter  chapter
	selected int
	w, h     int
}

// newMenu opens on the first exercise that is not solved: of those that are
// asked for first, or else of all.
func newMenu(s *session, c chapter, first ...string) *menu {
	m := &menu{s: s, chapter: c}
	open := func(e exercises.Exercise) bool { return !s.summary.Exercises[e.ID].Solved }
	own := func(e exercises.Exercise) bool { return slices.Contains(first, e.ID) }
	for _, fits := range []func(exercises.Exercise) bool{
		func(e exercises.Exercise) bool { return own(e) && open(e) }, own, open,
	} {
		if i := slices.IndexFunc(c.exercises, fits); i >= 0 {
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

func (m *menu) Actions() []action {
	list, ends := moves(func(by int) { m.move(m.selected + by) },
		func() { m.move(0) }, func() { m.move(len(m.chapter.exercises) - 1) })
	return slices.Concat(list, []action{
		goes(keysSelect+" "+keysRight, "Enter", lang.T("풀기", "solve"), m.openSelected),
		goes(keysBack+" "+keysLeft, "esc", lang.T("뒤로", "back"), m.s.pop),
	}, ends)
}

func (m *menu) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		cmd, _ := act(m.Actions(), msg)
		return cmd
	case tea.MouseMsg:
		return m.mouse(msg)
	}
	return nil
}

func (m *menu) mouse(msg tea.MouseMsg) tea.Cmd {
	switch {
	case msg.Button == tea.MouseButtonWheelUp:
		m.move(m.selected - 1)
	case msg.Button == tea.MouseButtonWheelDown:
		m.move(m.selected + 1)
	case msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress:
		line := msg.Y - 1 // below the frame's upper edge
		row := m.first() + line
		if line < 0 || line >= m.h-2 || row >= len(m.chapter.exercises) {
			return nil
		}
		if row == m.selected {
			return m.openSelected()
		}
		m.move(row)
	}
	return nil
}

// first returns the first exercise that is shown: the list is scrolled so
// that the selected one is.
func (m *menu) first() int {
	inner := m.h - 2
	return max(0, min(m.selected-inner+1, len(m.chapter.exercises)-inner))
}

func (m *menu) move(to int) { m.selected = max(0, min(to, len(m.chapter.exercises)-1)) }

func (m *menu) openSelected() tea.Cmd {
	return m.s.push(m.s.exercise(m.chapter.exercises[m.selected]))
}

func (m *menu) View() []string {
	s := m.s
	first := m.first()
	var lines []string
	for i, e := range m.chapter.exercises[first:] {
		marker, role := "  ", theme.Text
		if first+i == m.selected {
			marker, role = "▸ ", theme.Accent
		}
		line := " " + s.paint(theme.Accent, marker) + s.check(s.summary.Exercises[e.ID].Solved) +
			" " + s.paint(role, s.say(e.Title))
		line = spread(line, m.state(e, m.w-2-text.Width(line))+" ", m.w-2)
		if first+i == m.selected {
			line = s.theme.Selected(line)
		}
		lines = append(lines, line)
	}
	return s.frame(m.chapter.number+" "+s.say(m.chapter.title), "", lines, m.w, m.h, true)
}

// state says in words how it went with an exercise so far. One that was not
// tried has its name there, where that leaves its title whole.
func (m *menu) state(ex exercises.Exercise, room int) string {
	e := m.s.summary.Exercises[ex.ID]
	switch {
	case e.Solved:
		return m.s.paint(theme.Correct, m.s.tr(" 풀었어요", " solved"))
	case e.Attempts > 0:
		return m.s.paint(theme.Warning, m.s.say(lang.Sprintf(" %d번 시도", " tries: %d", e.Attempts)))
	case room < text.Width(ex.ID)+2:
		return ""
	}
	return m.s.paint(theme.Muted, " "+ex.ID)
}
