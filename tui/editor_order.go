package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
)

// orderEditor puts items in order. Their numbers stay with them.
type orderEditor struct {
	asked
	items   []lang.Text
	order   []int // the items as they stand
	cursor  int   // the line that has the keyboard
	settled bool  // the learner has put them so, or agreed to it
	wrong   map[int]bool
}

func newOrder(a asked, items []lang.Text) *orderEditor {
	e := &orderEditor{asked: a, items: items}
	for i := range items {
		e.order = append(e.order, i)
	}
	return e
}

func (e *orderEditor) waiting(int) bool { return !e.settled }

func (e *orderEditor) text() string {
	if !e.settled {
		return ""
	}
	numbers := make([]string, len(e.order))
	for k, i := range e.order {
		numbers[k] = fmt.Sprint(i + 1)
	}
	return strings.Join(numbers, " ")
}

func (e *orderEditor) key(msg tea.KeyMsg) bool { return pressed(e.actions(), msg) }

// move takes the item in a line to another one.
func (e *orderEditor) move(from, to int) {
	if to < 0 || to >= len(e.order) {
		return
	}
	item := e.order[from]
	e.order = slices.Insert(slices.Delete(e.order, from, from+1), to, item)
	e.cursor, e.settled, e.wrong = to, true, nil
}

// point takes an item with the mouse, and drags it along.
func (e *orderEditor) point(at hit, _ int, drag bool) {
	if drag && at.item != e.cursor {
		e.move(e.cursor, at.item)
	}
	e.cursor = at.item
}

func (e *orderEditor) mark(wrong []int) {
	e.wrong = map[int]bool{}
	for _, line := range wrong {
		e.wrong[line] = true
	}
	if len(wrong) > 0 {
		e.cursor = wrong[0]
	}
}

func (e *orderEditor) actions() []action {
	last := len(e.order) - 1
	keys, name := digitsTo(len(e.items))
	list := []action{
		does("shift+up K", "Shift+↑↓", lang.T("옮기기", "move"), func() { e.move(e.cursor, e.cursor-1) }),
		does("shift+down J", "", lang.Text{}, func() { e.move(e.cursor, e.cursor+1) }),
		{keys, name, lang.T("이 자리에 놓기", "put here"), func(msg tea.KeyMsg) tea.Cmd {
			// The item comes to this line, the next number to the one below.
			e.move(slices.Index(e.order, int(msg.Runes[0]-'1')), e.cursor)
			e.cursor = min(e.cursor+1, last)
			return nil
		}},
	}
	if !e.settled {
		list = append(list, does(keysSelect, "Enter", lang.T("이 순서로 두기", "keep this order"), func() { e.settled = true }))
	}
	if e.cursor > 0 {
		list = append(list, does(keysUp, "", lang.Text{}, func() { e.cursor-- }))
	}
	if e.cursor < last {
		list = append(list, does(keysDown, "", lang.Text{}, func() { e.cursor++ }))
	}
	return list
}

func (e *orderEditor) view(w int, focused bool) (lines []string, hits []hit) {
	for line, i := range e.order {
		sign := "↕"
		if e.wrong[line] {
			sign = "✗"
		}
		drawn := e.s.item(fmt.Sprintf("%s %d) ", sign, i+1), e.items[i], w, focused && line == e.cursor)
		if line == e.cursor {
			e.line = len(lines)
		}
		for range drawn {
			hits = append(hits, hit{line: len(hits), right: w, item: line})
		}
		lines = append(lines, drawn...)
	}
	return lines, hits
}
