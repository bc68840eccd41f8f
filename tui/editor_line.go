package tui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
	"hakseup/tui/theme"
)

// lineEditor takes a line that says what to do.
type lineEditor struct {
	asked
	input
}

const (
	lineMost  = entryMost // code points, as in the lab that the line comes from
	lineWidth = 76
)

func newLine(a asked) *lineEditor {
	a.typing = true
	return &lineEditor{asked: a, input: input{most: lineMost}}
}

func (e *lineEditor) waiting(int) bool { return e.text() == "" }

func (e *lineEditor) text() string { return strings.TrimSpace(e.value()) }

func (e *lineEditor) paste(pasted string) { e.insert(pasted) }

func (e *lineEditor) key(msg tea.KeyMsg) bool {
	_, ok := act(e.actions(), msg)
	return ok || e.update(msg)
}

func (e *lineEditor) actions() []action {
	if e.s.line == "" {
		return nil
	}
	return []action{does(keyPalette, "Ctrl+Y", lang.T("실험의 줄", "the lab's line"), func() {
		e.set(e.s.line)
		e.at = 0 // it is longer than the line shows, and is read from its beginning
	})}
}

func (e *lineEditor) point(at hit, column int, drag bool) {
	if !drag {
		e.clickedAt(column, at.right-at.left)
	}
}

func (e *lineEditor) view(w int, focused bool) (lines []string, hits []hit) {
	w = min(w, lineWidth)
	return []string{e.input.view(e.s, w, focused, theme.Text)}, []hit{{right: w}}
}
