package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises"
)

// form is the answer sheet of an exercise: an editor for each part, with the
// keyboard in one of them or on the buttons below.
type form struct {
	parts   []exercises.Part
	editors []editor
	at      int // the editor with the keyboard; behind the last one the buttons
}

func newForm(s *session, parts []exercises.Part) *form {
	f := &form{parts: parts}
	for _, p := range parts {
		f.editors = append(f.editors, newEditor(s, p))
	}
	return f
}

// focused returns the editor with the keyboard; ok is false while that is on
// the buttons.
func (f *form) focused() (ed editor, ok bool) {
	if f.at >= len(f.editors) {
		return nil, false
	}
	return f.editors[f.at], true
}

// typing reports whether letters are text.
func (f *form) typing() bool {
	ed, ok := f.focused()
	return ok && ed.state().typing
}

// answers returns what was typed, by the ids of the parts.
func (f *form) answers() map[string]string {
	m := map[string]string{}
	for i, ed := range f.editors {
		m[f.parts[i].ID] = ed.text()
	}
	return m
}

// spot is a place in one of the editors.
type spot struct{ field, place int }

func (f *form) spot() spot {
	if ed, ok := f.focused(); ok {
		return spot{f.at, ed.state().place}
	}
	return spot{field: f.at}
}

func (f *form) goTo(to spot) {
	f.at = to.field
	if ed, ok := f.focused(); ok {
		ed.state().focus(to.place)
	}
}

// empty returns the first spot that waits for an answer.
func (f *form) empty() (spot, bool) {
	for i, ed := range f.editors {
		for p := range ed.state().places {
			if ed.waiting(p) {
				return spot{i, p}, true
			}
		}
	}
	return spot{}, false
}

// next returns the first spot that waits for an answer, if it is behind the
// keyboard.
func (f *form) next() (spot, bool) {
	now := f.spot()
	to, ok := f.empty()
	return to, ok && (to.field > now.field || to.field == now.field && to.place > now.place)
}

// begun reports whether the learner has done anything in the form.
func (f *form) begun() bool {
	first, waiting := f.empty()
	return f.spot() != spot{} || first != spot{} || !waiting
}

// key gives a key press to the editor with the keyboard and reports whether
// that had a use for it.
func (f *form) key(msg tea.KeyMsg) bool {
	ed, ok := f.focused()
	if !ok {
		return false
	}
	if msg.Paste {
		ed.paste(string(msg.Runes))
		return true
	}
	return ed.key(msg)
}

// step moves the keyboard to the next place or the one before, round and round
// through the editors and so many buttons behind them.
func (f *form) step(by, buttons int) {
	if ed, ok := f.focused(); ok {
		to := ed.state().place + by
		if 0 <= to && to < ed.state().places {
			ed.state().focus(to)
			return
		}
	}
	n := len(f.editors) + buttons
	f.at = (f.at + by + n) % n
	if ed, ok := f.focused(); ok {
		ed.state().focus(0)
		if by < 0 {
			ed.state().focus(ed.state().places - 1)
		}
	}
}
