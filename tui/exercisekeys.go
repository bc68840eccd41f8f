package tui

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
)

// Actions lists what keys do: those of the editor that has the keyboard first,
// then those of the whole sheet.
func (e *exercise) Actions() []action {
	var own []action
	ed, ok := e.form.focused()
	if ok {
		own = ed.actions()
	}
	form := e.formActions()
	if slices.ContainsFunc(own, func(a action) bool { return a.name == "Enter" }) {
		form = slices.DeleteFunc(form, func(a action) bool { return a.name == "Enter" })
	}
	if ok && ed.state().inside {
		return append(own, form[slices.IndexFunc(form, func(a action) bool { return a.keys == keysBack })])
	}
	return slices.Concat(form[:1], own, form[1:], e.scrollActions())
}

// formActions are those of the whole sheet.
func (e *exercise) formActions() []action {
	next, previous := "tab down right", "shift+tab up left"
	if e.form.typing() { // the line has ← and →
		next, previous = "tab down", "shift+tab up"
	}
	step := func(by int) func() { return func() { e.form.step(by, len(e.buttons())) } }
	list := []action{
		does(next, "Tab", lang.T("다음 칸", "next box"), step(+1)),
		does(previous, "", lang.Text{}, step(-1)),
		goes(keysSelect, "Enter", e.enterDoes(), e.enter),
		e.leaveAction(),
	}
	for i, b := range e.buttons() {
		a := b.action(e.form.typing())
		if i == 0 { // Enter does it
			a.name = ""
		}
		list = append(list, a)
	}
	return list
}

// leaveAction closes what is open inside an editor, or goes back.
func (e *exercise) leaveAction() action {
	if ed, ok := e.form.focused(); ok && ed.state().inside {
		return does(keysBack, "esc", lang.T("닫기", "close"), func() { ed.state().inside = false })
	}
	return goes(keysBack, "esc", lang.T("뒤로", "back"), e.s.pop)
}

// scrollActions turn the pages of the task. In a cell Ctrl+B and Ctrl+F are for
// the line.
func (e *exercise) scrollActions() []action {
	if !e.reading().scrolls() {
		return nil
	}
	up, down := keysPageUp, keysPageDown
	if e.form.typing() {
		up, down = "pgup", "pgdown"
	}
	scroll := func(by int) func() { return func() { e.reading().scroll(by * e.reading().h / 2) } }
	return []action{
		does(up, "PgUp/PgDn", lang.T("문제 스크롤", "scroll the task"), scroll(-1)),
		does(down, "", lang.Text{}, scroll(+1)),
	}
}

// enterDoes says what Enter does from where the keyboard is.
func (e *exercise) enterDoes() lang.Text {
	if i := e.form.at - len(e.form.editors); i >= 0 {
		return e.buttons()[i].label
	}
	if _, ok := e.form.next(); ok {
		return lang.T("다음 칸", "next box")
	}
	return e.buttons()[0].label
}

// action is the button as a key: one where letters are text, another elsewhere.
func (b button) action(typing bool) action {
	press := func(tea.KeyMsg) tea.Cmd { return b.press() }
	if typing {
		return action{b.typing, "Ctrl+" + letter(b.typing), b.label, press}
	}
	return action{b.typing + " " + b.key, b.key, b.label, press}
}

// letter is the letter of a key: T of ctrl+t.
func letter(ctrl string) string { return strings.ToUpper(strings.TrimPrefix(ctrl, "ctrl+")) }
