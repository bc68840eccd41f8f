package tui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
)

// action is something that keys do now. What the footer and the help say of it
// and what happens are one entry of one list, the most important first. One
// without a name belongs to the one before: ↑ and ↓ are shown as one.
type action struct {
	keys, name string
	label      lang.Text
	do         func(msg tea.KeyMsg) tea.Cmd
}

// does makes an action of a function that has nothing to tell.
func does(keys, name string, label lang.Text, f func()) action {
	return action{keys, name, label, func(tea.KeyMsg) tea.Cmd { f(); return nil }}
}

// goes makes an action of a function that does not ask for the key.
func goes(keys, name string, label lang.Text, f func() tea.Cmd) action {
	return action{keys, name, label, func(tea.KeyMsg) tea.Cmd { return f() }}
}

// act does the first action of a list that a key is for, and reports whether
// there is one.
func act(list []action, msg tea.KeyMsg) (cmd tea.Cmd, ok bool) {
	for _, a := range list {
		if is(msg, a.keys) {
			return a.do(msg), true
		}
	}
	return nil, false
}

// bindings lists what actions are shown as in the footer and in the help.
func (s *look) bindings(actions []action) []key.Binding {
	var out []key.Binding
	for _, a := range actions {
		if a.name != "" {
			out = append(out, bind(a.keys, a.name, s.say(a.label)))
		}
	}
	return out
}

// moves are the keys that choose in a list, and go to its ends.
func moves(to func(by int), first, last func()) (list, ends []action) {
	list = []action{
		does(keysUp, "↑↓", lang.T("고르기", "choose"), func() { to(-1) }),
		does(keysDown, "", lang.Text{}, func() { to(+1) }),
	}
	ends = []action{
		does(keysTop, "Home/End", lang.T("처음·끝", "first, last"), first),
		does(keysBottom, "", lang.Text{}, last),
	}
	return list, ends
}
