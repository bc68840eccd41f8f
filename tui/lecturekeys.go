package tui

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons"
	"hakseup/lessons/lang"
)

// Actions lists what keys do on the page, or in the lab when that has the
// keyboard.
func (l *lecture) Actions() []action {
	if l.inLab {
		return l.labActions()
	}
	t := &l.text
	list := []action{
		goes(keysLeft, "←→", lang.T("쪽", "page"), func() tea.Cmd { return l.turn(l.page - 1) }),
		goes(keysRight, "", lang.Text{}, func() tea.Cmd { return l.turn(l.page + 1) }),
	}
	list = append(append(list, l.answerActions()...), l.enterAction())
	if l.lab.lab != nil {
		list = append(list, l.turnOverAction(lang.T("실험", "lab")))
	}
	return slices.Concat(list, l.leaveActions(), t.scrollActions(), t.shiftActions(), l.pageActions(), l.sourceAction(), []action{
		goes(keysPageUp, "PgUp/PgDn", lang.T("한 화면씩", "a screen on"), l.screenUp),
		goes(keysPageDown+" space", "", lang.Text{}, l.screenDown),
		goes(keysTop, "Home/End", lang.T("첫 쪽·마지막 쪽", "first, last page"), func() tea.Cmd { return l.turn(0) }),
		goes(keysBottom, "", lang.Text{}, func() tea.Cmd { return l.turn(len(l.pages()) - 1) }),
		l.s.searchAction(),
	})
}

// labActions are those of the lab, and before them the answers to a question
// that can be seen beside it.
func (l *lecture) labActions() []action {
	move, rest := l.lab.actions()
	var answers []action
	if q, open := l.openQuestion(); open && l.bothShow() && q.Kind != lessons.Review && l.lab.entry == nil {
		answers = l.answerActions()
	}
	return slices.Concat(answers, move, []action{l.turnOverAction(lang.T("본문", "text"))}, rest, l.leaveActions(), l.pageActions(), l.sourceAction())
}

func (l *lecture) turnOverAction(label lang.Text) action {
	return goes("tab shift+tab", "Tab", label, l.turnOver)
}

// leaveActions lead away from the page.
func (l *lecture) leaveActions() []action {
	if l.inLab && l.lab.entry != nil {
		return []action{does(keysBack, "esc", lang.T("그만두기", "give up"), func() { l.lab.escape() })}
	}
	return []action{
		goes("e", "e", lang.T("문제", "exercises"), l.openExercises),
		goes(keysBack, "esc", lang.T("차례", "contents"), func() tea.Cmd {
			if l.lab.escape() {
				return nil
			}
			return l.s.pop()
		}),
	}
}

func (l *lecture) pageActions() []action {
	if l.inLab && l.lab.entry != nil {
		return nil
	}
	return []action{
		goes("[", "[ ]", lang.T("앞·뒤 쪽", "previous, next page"), func() tea.Cmd { return l.turn(l.page - 1) }),
		goes("]", "", lang.Text{}, func() tea.Cmd { return l.turn(l.page + 1) }),
	}
}

// screenUp and screenDown scroll the text, and turn the page at its end.
func (l *lecture) screenUp() tea.Cmd {
	if l.text.scroll(1 - l.text.h) {
		return nil
	}
	return l.turn(l.page - 1)
}

func (l *lecture) screenDown() tea.Cmd {
	if l.text.scroll(l.text.h - 1) {
		return nil
	}
	return l.turn(l.page + 1)
}

// enterAction goes on: to where the page wants the lab, to its exercise, to the
// next page.
func (l *lecture) enterAction() action {
	label := lang.T("다음 쪽", "next page")
	switch q, open := l.openQuestion(); {
	case open && q.Kind != lessons.Review && l.takes(q, 0):
		return goes(keysSelect, "", lang.Text{}, func() tea.Cmd {
			return notice(l.s.tr("숫자 키로 먼저 골라 보세요.", "Choose first, with a number key."))
		})
	case open && q.Kind != lessons.Review:
		return goes(keysSelect, "Enter", lang.T("지켜보기", "watch"), func() tea.Cmd { return l.glide(q) })
	case len(l.exerciseIDs()) > 0:
		return goes(keysSelect, "Enter", lang.T("문제", "exercise"), l.openExercises)
	}
	return goes(keysSelect, "Enter", label, func() tea.Cmd { return l.turn(l.page + 1) })
}
