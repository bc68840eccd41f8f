package tui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// cellsEditor takes a number, a vector or a matrix, cell by cell.
type cellsEditor struct {
	asked
	rows, cols int
	cells      []*cell
	open       []int // the cells that are not given, in order: the places
}

// cell is an entry of the answer.
type cell struct {
	input

	given bool   // filled in for the learner
	wrong string // what was in it when it was found wrong
}

func (c *cell) isWrong() bool { return c.wrong != "" && c.wrong == c.value() }

const (
	cellMost    = 80 // code points in a cell
	cellWidth   = 8  // of a vector or a matrix
	numberWidth = 16 // of a number
)

func newCells(a asked, rows, cols int, given map[int]string) *cellsEditor {
	e := &cellsEditor{asked: a, rows: rows, cols: cols}
	for i := range rows * cols {
		c := &cell{input: input{most: cellMost}}
		if entry, ok := given[i]; ok {
			c.given = true
			c.set(entry)
		} else {
			e.open = append(e.open, i)
		}
		e.cells = append(e.cells, c)
	}
	e.places, e.typing = len(e.open), true
	return e
}

func (e *cellsEditor) current() *cell { return e.cells[e.open[e.place]] }

func (e *cellsEditor) waiting(place int) bool {
	return strings.TrimSpace(e.cells[e.open[place]].value()) == ""
}

func (e *cellsEditor) text() string {
	if len(e.cells) == 1 {
		return strings.TrimSpace(e.cells[0].value())
	}
	var rows []string
	for i := 0; i < len(e.cells); i += e.cols {
		var row []string
		for _, c := range e.cells[i : i+e.cols] {
			row = append(row, strings.TrimSpace(c.value()))
		}
		rows = append(rows, strings.Join(row, ", "))
	}
	return "[" + strings.Join(rows, "; ") + "]"
}

func (e *cellsEditor) key(msg tea.KeyMsg) bool {
	c := e.current()
	switch {
	case is(msg, "up"):
		return e.step(-e.cols)
	case is(msg, "down"):
		return e.step(+e.cols)
	case is(msg, "left") && c.at == 0 && e.places > 1:
		e.focus(e.place - 1)
		e.current().at = len(e.current().glyphs)
		return true
	case is(msg, "right") && c.at == len(c.glyphs) && e.places > 1:
		e.focus(e.place + 1)
		return true
	case msg.Type == tea.KeyRunes && !msg.Alt && e.spread(string(msg.Runes)):
		return true
	}
	return c.update(msg)
}

// step moves up or down in a matrix, over the cells that are given.
func (e *cellsEditor) step(by int) bool {
	for to := e.open[e.place] + by; 0 <= to && to < len(e.cells); to += by {
		if !e.cells[to].given {
			e.goTo(to)
			return true
		}
	}
	return false
}

// goTo moves the keyboard to a cell, or to the next one that is not given.
func (e *cellsEditor) goTo(i int) {
	for place, at := range e.open {
		if at >= i {
			e.focus(place)
			return
		}
	}
	e.focus(e.places - 1)
}

func (e *cellsEditor) paste(pasted string) {
	if !e.spread(pasted) {
		e.current().insert(strings.TrimSpace(pasted))
	}
}

func (e *cellsEditor) point(at hit, column int, drag bool) {
	if c := e.cells[at.item]; !c.given && !drag {
		e.goTo(at.item)
		c.clickedAt(column, at.right-at.left)
	}
}

func (e *cellsEditor) mark(wrong []int) {
	for _, c := range e.cells {
		c.wrong = ""
	}
	for _, i := range wrong {
		e.cells[i].wrong = e.cells[i].value()
	}
	if len(wrong) > 0 {
		e.goTo(wrong[0])
	}
}

// goToUnread moves the keyboard to the first cell that cannot be read.
func goToUnread(ed editor) {
	e, ok := ed.(*cellsEditor)
	if !ok {
		return
	}
	for place, i := range e.open {
		if _, err := (answer.Number{}).Read(e.cells[i].value()); err != nil {
			e.focus(place)
			return
		}
	}
}

func (e *cellsEditor) view(w int, focused bool) (lines []string, hits []hit) {
	e.line = e.open[e.place] / e.cols
	if len(e.cells) == 1 {
		width := min(numberWidth, w)
		line := e.cells[0].view(e.s, width, focused, theme.Text)
		return []string{line + e.understood(w-width)}, []hit{{line: 0, right: width}}
	}
	width := max(3, min(cellWidth, (w-2)/e.cols-2))
	for r := range e.rows {
		left, right := brackets(r, e.rows)
		line := e.s.paint(theme.Muted, left)
		for c := range e.cols {
			i, x := r*e.cols+c, 2+c*(width+2)
			line += e.drawn(i, width, focused && i == e.open[e.place])
			hits = append(hits, hit{line: r, left: x, right: x + width, item: i})
		}
		lines = append(lines, line+e.s.paint(theme.Muted, right))
	}
	return lines, hits
}

// drawn draws a cell with the space around it, where its sign stands.
func (e *cellsEditor) drawn(i, width int, focused bool) string {
	c := e.cells[i]
	switch {
	case c.given:
		return " " + e.s.paint(theme.Strong, text.Left(c.value(), width)) + " "
	case c.isWrong():
		return e.s.theme.PaintAttr(theme.Wrong, theme.Bold, "✗") + c.view(e.s, width, focused, theme.Wrong) + " "
	}
	return " " + c.view(e.s, width, focused, theme.Text) + " "
}

// understood echoes, beside a number, what is not read quite as it is typed.
func (e *cellsEditor) understood(room int) string {
	v, err := e.part.Kind.Read(e.text())
	if err != nil || v.Typed() == e.text() {
		return ""
	}
	echo := "  " + e.s.say(lang.Sprintf("읽은 답: %s", "read as %s", v.Typed()))
	if text.Width(echo) > room {
		return ""
	}
	return e.s.paint(theme.Muted, echo)
}

// brackets returns the pieces of the brackets beside a row of a matrix.
func brackets(row, rows int) (left, right string) {
	switch {
	case rows == 1:
		return "(", ")"
	case row == 0:
		return "⎡", "⎤"
	case row == rows-1:
		return "⎣", "⎦"
	}
	return "⎢", "⎥"
}
