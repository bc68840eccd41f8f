package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/markdown"
	"hakseup/tui/theme"
)

// slips is the screen of everything that the printed handout has otherwise
// than it is, collected from the pages.
type slips struct {
	s    *session
	text textPane
	w, h int
}

const slipsSlug = "slips"

// SlipsTitle is the name of the collection.
func SlipsTitle() lang.Text { return lang.T("정오표", "Errata") }

func newSlips(s *session) *slips { return &slips{s: s} }

func (p *slips) Title() string  { return p.s.say(SlipsTitle()) }
func (p *slips) Status() string { return "" }
func (p *slips) Typing() bool   { return false }
func (p *slips) Init() tea.Cmd  { return nil }

func (p *slips) Actions() []action {
	list := append(p.text.pagingActions(), goes(keysBack, "esc", lang.T("차례", "contents"), p.s.pop))
	return append(list, p.text.shiftActions()...)
}

func (p *slips) SetSize(w, h int) {
	p.w, p.h = w, h
	p.text.setSize(w-2, h-2)
	p.text.set(p.lines(min(p.text.inner(), slipsMost)))
}

const slipsMost = 76 // cells of a line

func (p *slips) lines(w int) []markdown.Line {
	all, err := p.s.course.Slips(p.s.lang)
	if err != nil {
		return p.s.prose(lessons.Explain(err, p.s.lang), theme.Wrong, w)
	}
	lines := append([]markdown.Line{{}}, p.s.prose(p.s.tr(
		"인쇄된 강의 자료와 다른 곳을 강의 순서로 모았어요.",
		"Where the printed handout differs, in the order of the lectures."), theme.Muted, w)...)
	for _, slip := range all {
		lines = append(lines, markdown.Line{}, p.s.title(slip.Lecture.Slug[:2]+" "+slip.Page.Title, theme.Strong))
		lines = append(lines, p.s.page(slip.Blocks, markdown.Options{Width: w})...)
	}
	return lines
}

func (p *slips) View() []string {
	return p.s.frame(p.Title(), p.text.note(p.s), p.text.view(), p.w, p.h, true)
}

func (p *slips) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		cmd, _ := act(p.Actions(), msg)
		return cmd
	case tea.MouseMsg:
		p.text.wheel(msg)
	}
	return nil
}
