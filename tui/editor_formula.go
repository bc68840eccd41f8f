package tui

import (
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/tui/markdown"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// formulaEditor takes a formula. What is typed in one line is drawn above it
// in two dimensions, as the right side of what is asked for.
type formulaEditor struct {
	asked
	input

	palette palette
	kind    answer.Formula
	tall    int // lines of the highest drawing so far: what is below does not jump
}

const (
	formulaMost  = 200 // code points in a formula
	formulaWidth = 60
	formulaTall  = 7 // lines at most; a higher drawing is written on one line
)

// onLine is the item of the line itself; the others are symbols of the palette.
const onLine = -1

func newFormula(a asked, kind answer.Formula) *formulaEditor {
	a.typing = true
	return &formulaEditor{asked: a, input: input{most: formulaMost}, kind: kind, palette: newPalette(kind.Variables)}
}

func (e *formulaEditor) waiting(int) bool { return e.text() == "" }

func (e *formulaEditor) text() string { return strings.TrimSpace(e.value()) }

func (e *formulaEditor) paste(pasted string) { e.insert(pasted) }

func (e *formulaEditor) key(msg tea.KeyMsg) bool {
	if _, ok := act(e.actions(), msg); ok {
		return true
	}
	if e.inside && is(msg, keysBack) {
		return false // it closes the palette
	}
	e.inside = false // what else is pressed is for the line again
	return e.update(msg)
}

// put types a symbol of the palette.
func (e *formulaEditor) put(i int) {
	sym := e.palette.symbols[i]
	if sym.word && e.at > 0 && e.glyphs[e.at-1] != " " {
		e.insert(" ")
	}
	e.insert(sym.before)
	at := e.at
	e.insert(sym.after)
	e.at, e.inside = at, false
}

func (e *formulaEditor) point(at hit, column int, drag bool) {
	switch {
	case drag:
	case at.item == onLine:
		e.inside = false
		e.clickedAt(column, at.right-at.left)
	default:
		e.put(at.item)
	}
}

func (e *formulaEditor) actions() []action {
	palette := does(keyPalette, "Ctrl+Y", lang.T("기호", "symbols"), func() { e.inside = !e.inside })
	if !e.inside {
		return []action{palette}
	}
	return []action{
		does("left", "←→", lang.T("고르기", "choose"), func() { e.palette.move(-1) }),
		does("right", "", lang.Text{}, func() { e.palette.move(+1) }),
		does(keysSelect, "Enter", lang.T("넣기", "insert"), func() { e.put(e.palette.at) }),
		palette,
	}
}

// label draws what is asked for and, behind an equals sign, what is typed.
func (e *formulaEditor) label(w int) []markdown.Line {
	var lines []markdown.Line
	left, alone := loneFormula(e.s.say(e.part.Label))
	if !alone {
		lines = e.asked.label(w)
	}
	src := left + " = " + e.right()
	drawn := e.s.markdown(lang.Same("$$ "+src+" $$"), w)
	if len(drawn) > formulaTall {
		drawn = e.s.markdown(lang.Same("$"+src+"$"), w)
	}
	e.tall = min(max(e.tall, len(drawn)), formulaTall)
	lines = append(lines, make([]markdown.Line, max(0, e.tall-len(drawn)))...)
	return append(lines, drawn[:min(len(drawn), formulaTall)]...)
}

// right is the right side of the equation in TeX.
func (e *formulaEditor) right() string {
	v, err := e.kind.Read(e.value())
	formula, ok := v.(answer.Expr)
	switch {
	case e.text() == "":
		return "\\,?"
	case err != nil || !ok:
		return "\\,\\ldots"
	}
	return formula.Node.TeX()
}

// loneFormula returns the formula that is all of a text.
func loneFormula(s string) (src string, ok bool) {
	src, ok = strings.CutPrefix(s, "$")
	if src, ok2 := strings.CutSuffix(src, "$"); ok && ok2 && !strings.Contains(src, "$") {
		return src, true
	}
	return "", false
}

func (e *formulaEditor) view(w int, focused bool) (lines []string, hits []hit) {
	width := min(w, formulaWidth)
	line := e.input.view(e.s, width, focused && !e.inside, theme.Text)
	hits = append(hits, hit{line: 0, right: width, item: onLine})
	symbols := ""
	if focused {
		var spans []hit
		symbols, spans = e.palette.view(e.s, w, e.inside)
		for _, h := range spans {
			h.line = 2
			hits = append(hits, h)
		}
	}
	return []string{line, e.aside(width, focused), symbols}, hits
}

// aside is the line below: an example while nothing is typed yet, under the line
// that has the keyboard alone, and the place up to which the formula could be read.
func (e *formulaEditor) aside(w int, focused bool) string {
	s := e.s
	switch {
	case e.text() == "" && !focused:
		return ""
	case e.text() == "":
		return s.paint(theme.Muted, text.Truncate(s.say(lang.Sprintf("예: %s", "such as %s", e.kind.Example)), w))
	}
	_, err := e.kind.Read(e.value())
	unread, ok := errors.AsType[*answer.Error](err)
	if !ok {
		return ""
	}
	column := e.column(unread.At, w)
	line := strings.Repeat(" ", column) + "╵"
	if e.unfinished(unread.At) {
		return s.paint(theme.Muted, line)
	}
	why, _, _ := strings.Cut(s.say(unread.What), ". ")
	why = strings.TrimSuffix(why, ".") + "."
	switch width := text.Width(why); {
	case column+2+width <= w:
		line += " " + why
	case width+1 <= column:
		line = strings.Repeat(" ", column-width-1) + why + " ╵"
	default:
		line = text.Truncate(why, w)
	}
	return s.paint(theme.Muted, line)
}

// unfinished reports whether what cannot be read, at a code point of the text,
// is the word that is still being typed.
func (e *formulaEditor) unfinished(at int) bool {
	typed := []rune(e.value())
	rest := string(typed[min(at, len(typed)):])
	return e.at == len(e.glyphs) && !strings.Contains(strings.TrimSpace(rest), " ")
}
