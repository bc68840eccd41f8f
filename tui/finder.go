package tui

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/bank"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/find"
	"hakseup/tui/theme"
)

// finder is the screen on which the course is searched: a line to type in, and
// below it what is found.
type finder struct {
	s        *session
	line     *input
	found    []find.Entry
	selected int
	w, h     int
}

func newFinder(s *session) *finder { return &finder{s: s, line: &input{most: queryMost}} }

// searchAction opens the search.
func (s *session) searchAction() action {
	return goes("/", "/", lang.T("찾기", "search"), func() tea.Cmd { return s.push(newFinder(s)) })
}

const (
	queryMost   = 60
	finderAbove = 2 // lines above the list
)

func (f *finder) Title() string  { return f.s.tr("찾기", "Search") }
func (f *finder) Status() string { return "" }
func (f *finder) Typing() bool   { return true }
func (f *finder) Init() tea.Cmd  { return nil }

func (f *finder) SetSize(w, h int) { f.w, f.h = w, h }

func (f *finder) Actions() []action {
	return []action{
		does("up", "↑↓", lang.T("고르기", "choose"), func() { f.move(f.selected - 1) }),
		does("down", "", lang.Text{}, func() { f.move(f.selected + 1) }),
		goes("enter", "Enter", lang.T("열기", "open"), f.open),
		goes("esc", "esc", lang.T("뒤로", "back"), f.s.pop),
	}
}

func (f *finder) move(to int) { f.selected = max(0, min(to, len(f.found)-1)) }

func (f *finder) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if cmd, ok := act(f.Actions(), msg); ok {
			return cmd
		}
		before := f.line.value()
		if f.line.update(msg); f.line.value() != before {
			f.found, f.selected = f.s.index().Search(f.line.value()), 0
		}
	case tea.MouseMsg:
		return f.mouse(msg)
	}
	return nil
}

func (f *finder) mouse(msg tea.MouseMsg) tea.Cmd {
	switch {
	case msg.Button == tea.MouseButtonWheelUp:
		f.move(f.selected - 1)
	case msg.Button == tea.MouseButtonWheelDown:
		f.move(f.selected + 1)
	case msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress:
		row := f.first() + msg.Y - 1 - finderAbove // below the frame's upper edge
		if msg.Y <= finderAbove || row >= len(f.found) {
			return nil
		}
		if row == f.selected {
			return f.open()
		}
		f.move(row)
	}
	return nil
}

// first returns the first find that is shown.
func (f *finder) first() int {
	room := f.h - 2 - finderAbove
	return max(0, min(f.selected-room+1, len(f.found)-room))
}

// open opens what is selected.
func (f *finder) open() tea.Cmd {
	if f.selected >= len(f.found) {
		return nil
	}
	s := f.s
	switch e := f.found[f.selected]; e.Kind {
	case find.Lab:
		return s.push(newSituation(s, lessons.Scene{Lab: e.ID}))
	case find.Exercise:
		if ex, ok := bank.Find(e.ID); ok {
			return s.push(s.exercise(ex))
		}
		return nil
	default:
		l := newLecture(s, e.Lecture)
		l.resume = false
		if at := slices.IndexFunc(l.pages(), func(p lessons.Page) bool { return p.ID == e.Page }); at >= 0 {
			l.page = at
			l.setScene()
		}
		return s.push(l)
	}
}

func (f *finder) View() []string {
	s := f.s
	lines := []string{" " + f.line.view(s, f.w-4, true, theme.Text), ""}
	switch {
	case f.line.value() == "":
		lines = append(lines, " "+s.paint(theme.Muted, s.tr("쪽, 수식, 실험, 문제를 찾아요. ㅅㅍㅌ처럼 첫소리만 적어도 돼요.",
			"Finds pages, formulas, labs and exercises.")))
	case len(f.found) == 0:
		lines = append(lines, " "+s.paint(theme.Muted, s.tr("찾은 것이 없어요.", "Nothing is found.")))
	}
	first := f.first()
	for i, e := range f.found[min(first, len(f.found)):] {
		marker, role := "  ", theme.Text
		if first+i == f.selected {
			marker, role = "▸ ", theme.Accent
		}
		line := " " + s.paint(theme.Accent, marker) + s.paint(role, s.say(e.Title))
		line = spread(line, s.paint(theme.Muted, " "+s.where(e)+" "), f.w-2)
		if first+i == f.selected {
			line = s.theme.Selected(line)
		}
		lines = append(lines, line)
	}
	note := ""
	if n := len(f.found); n > 0 {
		note = fmt.Sprintf("%d/%d", f.selected+1, n)
	}
	return s.frame(f.Title(), note, lines[:min(len(lines), max(0, f.h-2))], f.w, f.h, true)
}

// where says what a find is and where.
func (s *session) where(e find.Entry) string {
	kind := s.say(e.Kind.Label())
	if e.Lecture != "" {
		return e.Lecture[:2] + " " + kind
	}
	return e.ID + " " + kind
}

// index returns what can be found, read at the first search.
func (b *library) index() *find.Index {
	b.indexed.Do(func() {
		x, err := find.New(b.course)
		if err != nil { // a mistake in a lesson file is shown in its place
			x = &find.Index{}
		}
		b.found = x
	})
	return b.found
}
