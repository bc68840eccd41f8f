package tui

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// form is the answer sheet of an exercise: a field for each part.
type form struct {
	s      *session
	fields []*field
	slots  []slot // where the keyboard can be, in order: the cells of all fields
	at     int    // the slot that has it; len(slots) and more are the buttons below
}

// field takes the answer to one part: one cell for a number, several for a
// vector or a matrix, none for a choice.
type field struct {
	part   exercises.Part
	cells  []*input
	chosen int // option of a choice, -1 before one is chosen
	cursor int // option under the cursor
}

// slot is a place for the keyboard in the form.
type slot struct{ field, cell int }

// hit is what stands in a line of the form, for the mouse: spans of columns.
type hit struct {
	line, left, right int
	slot              int
	option            int // of a choice, else -1
}

func newForm(s *session, parts []exercises.Part) *form {
	f := &form{s: s}
	for i, p := range parts {
		fd := &field{part: p, chosen: -1}
		rows, cols := shapeOf(p.Kind)
		for c := range max(1, rows*cols) {
			f.slots = append(f.slots, slot{i, c})
			if rows > 0 {
				fd.cells = append(fd.cells, newInput())
			}
		}
		f.fields = append(f.fields, fd)
	}
	return f
}

// shapeOf returns how the cells of a kind of answer stand; none for options.
func shapeOf(kind answer.Kind) (rows, cols int) {
	switch k := kind.(type) {
	case answer.Number, answer.Formula:
		return 1, 1
	case answer.Vector:
		return 1, k.Len
	case answer.Matrix:
		return k.Rows, k.Cols
	}
	return 0, 0
}

// text returns the answer as it would be typed in one line.
func (fd *field) text() string {
	switch {
	case fd.cells == nil && fd.chosen < 0:
		return ""
	case fd.cells == nil:
		return fmt.Sprint(fd.chosen + 1)
	case len(fd.cells) == 1:
		return strings.TrimSpace(fd.cells[0].value())
	}
	cols := fd.cols()
	var rows []string
	for i := 0; i < len(fd.cells); i += cols {
		var row []string
		for _, c := range fd.cells[i : i+cols] {
			row = append(row, strings.TrimSpace(c.value()))
		}
		rows = append(rows, strings.Join(row, ", "))
	}
	return "[" + strings.Join(rows, "; ") + "]"
}

// cols returns how many cells stand side by side.
func (fd *field) cols() int {
	_, cols := shapeOf(fd.part.Kind)
	return max(1, cols)
}

// empty returns the first slot that waits for an answer.
func (f *form) empty() (int, bool) {
	for i, sl := range f.slots {
		fd := f.fields[sl.field]
		if fd.cells == nil && fd.chosen < 0 || fd.cells != nil && strings.TrimSpace(fd.cells[sl.cell].value()) == "" {
			return i, true
		}
	}
	return 0, false
}

// begun reports whether the learner has done anything in the form.
func (f *form) begun() bool {
	at, waiting := f.empty()
	return f.at > 0 || at > 0 || !waiting
}

// answers returns what was typed, by the ids of the parts.
func (f *form) answers() map[string]string {
	m := map[string]string{}
	for _, fd := range f.fields {
		m[fd.part.ID] = fd.text()
	}
	return m
}

// focused returns the field and cell under the keyboard; ok is false while it
// is on the buttons.
func (f *form) focused() (fd *field, cell int, ok bool) {
	if f.at >= len(f.slots) {
		return nil, 0, false
	}
	sl := f.slots[f.at]
	return f.fields[sl.field], sl.cell, true
}

// typing reports whether the keyboard is in a cell.
func (f *form) typing() bool {
	fd, _, ok := f.focused()
	return ok && fd.cells != nil
}

// key acts on a key press in a field and reports whether it was for the
// field: moving on from field to field is the screen's.
func (f *form) key(msg tea.KeyMsg) bool {
	fd, cell, ok := f.focused()
	if !ok {
		return false
	}
	if fd.cells == nil {
		return fd.choiceKey(msg)
	}
	if is(msg, "up down") {
		return f.moveRow(fd, cell, is(msg, "down"))
	}
	if is(msg, keysSelect+" tab shift+tab pgup pgdown") {
		return false
	}
	if !f.spread(fd, cell, string(msg.Runes)) {
		fd.cells[cell].update(msg)
	}
	return true
}

// moveRow moves the keyboard up or down inside a matrix.
func (f *form) moveRow(fd *field, cell int, down bool) bool {
	cols := fd.cols()
	to := cell - cols
	if down {
		to = cell + cols
	}
	if to < 0 || to >= len(fd.cells) {
		return false
	}
	f.at += to - cell
	return true
}

func (fd *field) choiceKey(msg tea.KeyMsg) bool {
	n := len(fd.part.Options())
	switch {
	case is(msg, keysUp) && fd.cursor > 0:
		fd.cursor--
	case is(msg, keysDown) && fd.cursor < n-1:
		fd.cursor++
	case is(msg, "space"):
		fd.chosen = fd.cursor
	case len(msg.Runes) == 1 && msg.Runes[0] >= '1' && int(msg.Runes[0]-'1') < n:
		fd.cursor = int(msg.Runes[0] - '1')
		fd.chosen = fd.cursor
	default:
		return false
	}
	return true
}

const (
	cellWidth   = 8  // of a vector or a matrix
	numberWidth = 16 // of a number
)

// view draws a field in lines of at most w cells and says where its cells
// stand. first is the slot of its first cell.
func (f *form) view(fd *field, first, w int) (lines []string, hits []hit) {
	rows, cols := shapeOf(fd.part.Kind)
	switch len(fd.cells) {
	case 0:
		return f.choiceView(fd, first, w)
	case 1:
		return []string{fd.cells[0].view(f.s, min(numberWidth, w), f.at == first)},
			[]hit{{0, 0, numberWidth, first, -1}}
	}
	return f.gridView(fd, first, rows, cols, w)
}

// gridView draws a vector or a matrix between brackets.
func (f *form) gridView(fd *field, first, rows, cols, w int) (lines []string, hits []hit) {
	width := max(3, min(cellWidth, (w-2)/cols-2))
	for r := range rows {
		left, right := brackets(r, rows)
		line := f.s.paint(theme.Muted, left)
		for c := range cols {
			slot := first + r*cols + c
			x := 1 + 1 + c*(width+2)
			line += " " + fd.cells[r*cols+c].view(f.s, width, f.at == slot) + " "
			hits = append(hits, hit{r, x, x + width, slot, -1})
		}
		lines = append(lines, line+f.s.paint(theme.Muted, right))
	}
	return lines, hits
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

func (f *form) choiceView(fd *field, first, w int) (lines []string, hits []hit) {
	focused := f.at == first
	for i, o := range fd.part.Options() {
		marker, role := "  ", theme.Text
		if focused && i == fd.cursor {
			marker, role = "▸ ", theme.Accent
		}
		sign := "○"
		if i == fd.chosen {
			sign = "●"
		}
		head := fmt.Sprintf("%s%s %d) ", marker, sign, i+1)
		indent := text.Width(head)
		hits = append(hits, hit{line: len(lines), left: 0, right: w, slot: first, option: i})
		for j, l := range f.s.markdown(o, w-indent) {
			lead := strings.Repeat(" ", indent)
			if j == 0 {
				lead = f.s.paint(role, head)
			}
			lines = append(lines, lead+l.Text)
		}
	}
	return lines, hits
}
