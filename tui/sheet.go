package tui

import (
	"maps"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
	"hakseup/tui/markdown"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

const exerciseWide = 100 // from this width on task and sheet stand side by side

// render lays the screen out anew.
func (e *exercise) render() {
	if e.w == 0 {
		return
	}
	if e.w >= exerciseWide {
		left := min(textMost+6, e.w/2)
		e.taskAt = rect{1, 1, left - 2, e.h - 2}
		e.sheetAt = rect{left + 1, 1, e.w - left - 2, e.h - 2}
		e.task.setSize(e.taskAt.w, e.taskAt.h)
		e.task.set(e.taskLines(e.taskAt.w-2, e.taskAt.h))
		e.sheet.setSize(e.sheetAt.w, e.sheetAt.h)
		e.sheet.set(e.sheetLines(e.sheetAt.w-2, e.margin()))
		return
	}
	// One below the other, in a pane that follows the keyboard.
	frame := 1
	if e.h < framedFrom {
		frame = 0
	}
	e.sheetAt = rect{frame, frame, e.w - 2*frame, e.h - 2*frame}
	e.taskAt = e.sheetAt
	e.sheet.setSize(e.sheetAt.w, e.sheetAt.h)
	above := e.taskLines(e.sheetAt.w-2, 0)
	lines := append(e.sheetLines(e.sheetAt.w-2, above), markdown.Line{})
	e.sheet.set(append(lines, e.pictureLines(e.sheetAt.w-2, pictureNarrow)...))
}

func (e *exercise) View() []string {
	s := e.s
	title := e.Title()
	if e.w >= exerciseWide {
		return beside(
			s.frame(title, e.task.note(s), e.task.view(), e.taskAt.w+2, e.h, false),
			s.frame(s.tr("답", "Your answer"), e.sheet.note(s), e.sheet.view(), e.sheetAt.w+2, e.h, true))
	}
	if e.h < framedFrom {
		return e.sheet.view()
	}
	return s.frame(title, e.sheet.note(s), e.sheet.view(), e.w, e.h, true)
}

// margin is how many lines stay empty above: one in a tall window.
func (e *exercise) margin() []markdown.Line {
	if e.h < airyFrom {
		return nil
	}
	return []markdown.Line{{}}
}

// taskLines is the task with its picture, as far as h lines have room for it,
// and below them the help that was asked for.
func (e *exercise) taskLines(w, h int) []markdown.Line {
	s := e.s
	lines := append(e.margin(), s.markdown(e.variant.Statement, w)...)
	lines = append(lines, markdown.Line{})
	if picture := e.pictureLines(w, h-len(lines)); picture != nil {
		lines = append(append(lines, picture...), markdown.Line{})
	}
	if !e.missed.IsZero() {
		lines = append(lines, s.prose(s.say(e.missed), theme.Warning, w)...)
		lines = append(lines, markdown.Line{})
	}
	if !e.counts() {
		lines = append(lines, s.prose(s.tr("이 숫자의 풀이를 보았으니 푼 것으로 세지 않아요. 새 숫자로 풀어 보세요.",
			"You have seen the solution for these numbers, so they no longer count. Solve it with fresh ones."), theme.Warning, w)...)
		lines = append(lines, markdown.Line{})
	}
	for i := range e.hints {
		title := s.say(lang.Sprintf("힌트 %d", "Hint %d", i+1))
		lines = append(lines, s.title(title, theme.Accent))
		lines = append(lines, s.markdown(e.variant.Hints[i], w)...)
		lines = append(lines, markdown.Line{})
	}
	if e.solution {
		lines = append(lines, s.title(s.tr("풀이", "Solution"), theme.Accent))
		lines = append(lines, s.markdown(e.variant.Solution, w)...)
		lines = append(lines, markdown.Line{})
	}
	e.taskHeight = len(lines)
	return lines
}

// sheetLines draws the editors with what became of the answers, and the
// buttons, behind the lines that stand above them in the pane.
func (e *exercise) sheetLines(w int, above []markdown.Line) []markdown.Line {
	lines := above
	e.hits = e.hits[:0]
	for i, ed := range e.form.editors {
		lines = e.editorLines(lines, i, ed, w)
	}
	lines = append(lines, e.summaryLines(w)...)
	lines = append(lines, e.buttonLines(w, len(lines))...)
	return append(lines, e.noteLines(w)...)
}

// editorLines adds an editor to the lines above it, with what became of its
// answer.
func (e *exercise) editorLines(lines []markdown.Line, i int, ed editor, w int) []markdown.Line {
	s, focused := e.s, i == e.form.at
	lines = append(lines, ed.label(w)...)
	drawn, hits := ed.view(w, focused)
	for _, h := range hits {
		h.line += len(lines)
		h.field = i
		e.hits = append(e.hits, h)
	}
	if focused {
		e.focusLine = len(lines) + ed.state().line
	}
	for _, l := range drawn {
		lines = append(lines, markdown.Line{Text: l})
	}
	if g, ok := ed.(*graphEditor); ok && e.w < exerciseWide {
		lines = append(lines, g.lines(w, graphBelow)...)
	}
	if focused {
		lines = append(lines, s.prose(s.say(e.problem), theme.Warning, w)...)
	}
	lines = append(lines, e.verdict(i, ed, w)...)
	if strings.TrimSpace(ansi.Strip(lines[len(lines)-1].Text)) != "" {
		lines = append(lines, markdown.Line{})
	}
	return lines
}

// noteLines tell below the buttons how answers may be written and how it has
// gone so far.
func (e *exercise) noteLines(w int) []markdown.Line {
	s := e.s
	lines := []markdown.Line{{}}
	for _, how := range e.howTo() {
		lines = append(lines, s.prose(s.say(how), theme.Muted, w)...)
	}
	state := s.summary.Exercises[e.ex.ID]
	if state.Attempts == 0 {
		return lines
	}
	sofar := lang.Sprintf("지금까지 %[1]d번 답했고, 다 맞은 것은 %[2]d번이에요.", "Answers so far: %[1]d. All right: %[2]d.", state.Attempts, state.Correct)
	if state.Correct == 0 {
		sofar = lang.Sprintf("지금까지 %d번 답했어요. 아직 다 맞은 적은 없어요.", "Answers so far: %d. None was all right yet.", state.Attempts)
	}
	lines = append(lines, markdown.Line{})
	return append(lines, s.prose(s.say(sofar), theme.Muted, w)...)
}

// howTo tells once for each kind of answer how it may be given.
func (e *exercise) howTo() []lang.Text {
	var all []lang.Text
	for _, p := range e.variant.Parts {
		if how := howToAnswer(p.Kind); !slices.Contains(all, how) {
			all = append(all, how)
		}
	}
	return all
}

func howToAnswer(kind answer.Kind) lang.Text {
	switch kind.(type) {
	case answer.Choice:
		return lang.T("숫자 키로, 또는 ↑↓와 Enter로 골라요.", "Choose with a number key, or with ↑↓ and Enter.")
	case answer.Several:
		return lang.T("맞는 것을 모두 골라요. 숫자 키나 Space로 고르고, 다시 누르면 빼요.",
			"Choose all that fit, with number keys or Space; once more takes a choice back.")
	case answer.Order:
		return lang.T("Shift+↑↓나 J·K로 옮기거나, 앞에 올 것부터 번호를 차례로 눌러요. 마우스로 끌어도 돼요.",
			"Move items with Shift+↑↓ or J and K, press their numbers from first to last, or drag them with the mouse.")
	case answer.Formula:
		return lang.T("이렇게 써도 읽어요: 2x² · x^3/3 · √x · |x| · exp(-x) · ln x · 1 if x > 0 else 0 · x > 0 ? 1 : 0",
			"Formulas may be written as 2x² · x^3/3 · √x · |x| · exp(-x) · ln x · 1 if x > 0 else 0 · x > 0 ? 1 : 0")
	case answer.Graph:
		return lang.T("그래프: 연산은 + − * / ^나 ←→와 Space로 놓고, 들어갈 것은 글자로 골라요. Ctrl+Y로 글로 적을 수도 있어요. 다른 모양도 같은 것을 계산하면 맞아요.",
			"A graph: put operations with + − * / ^ or with ←→ and Space, and choose what goes in by its letter. With Ctrl+Y you can write it instead. Any shape that computes the same is right.")
	case answer.Line:
		return lang.T("실험에서 왔다면 Ctrl+Y가 그 실험의 줄을 넣어요. 앞의 hakseup train은 있어도 없어도 돼요.",
			"Coming from a lab, Ctrl+Y puts its line here. It may begin with hakseup train, or not.")
	}
	return lang.T("이렇게 써도 읽어요: 0.25 · 1/4 · −3 · 2e-3 · √74 · 2√3 · 3^2 · ln 2 · log 0.37 · exp(-1) · pi",
		"Numbers may be written as 0.25 · 1/4 · −3 · 2e-3 · √74 · 2√3 · 3^2 · ln 2 · log 0.37 · exp(-1) · pi")
}

// verdict says what became of the answer to a part. Once the answer has been
// changed it is told of the one before.
func (e *exercise) verdict(i int, ed editor, w int) []markdown.Line {
	if e.graded == nil {
		return nil
	}
	s, r := e.s, e.report.Parts[i]
	sign, role := "✗ ", theme.Wrong
	switch {
	case r.Outcome == exercises.Correct:
		sign, role = "✓ ", theme.Correct
	case r.FollowThrough:
		sign, role = "≈ ", theme.Warning
	}
	if e.graded[r.Part] != ed.text() {
		sign, role = s.tr("앞의 답: ", "before: ")+sign, theme.Muted
	}
	indent := text.Width(sign)
	var lines []markdown.Line
	for j, l := range s.markdown(r.Feedback, w-indent) {
		head := strings.Repeat(" ", indent)
		if j == 0 {
			head = s.theme.PaintAttr(role, theme.Bold, sign)
		}
		lines = append(lines, markdown.Line{Text: head + l.Text, Wide: l.Wide})
	}
	cells := e.form.parts[i].SayCells(r)
	for _, l := range s.prose(s.say(cells), theme.Muted, w-indent) {
		lines = append(lines, markdown.Line{Text: strings.Repeat(" ", indent) + l.Text})
	}
	return lines
}

// summaryLines say how it went as a whole.
func (e *exercise) summaryLines(w int) []markdown.Line {
	if e.graded == nil || !maps.Equal(e.graded, e.form.answers()) {
		return nil
	}
	s := e.s
	var sentence string
	role := theme.Wrong
	switch {
	case e.report.Outcome == exercises.Correct && !e.counts():
		sentence, role = s.tr("모두 맞았어요. 새 숫자로 풀면 푼 것으로 세어요.",
			"All right. Solve it with fresh numbers to have it counted."), theme.Correct
	case e.report.Outcome == exercises.Correct:
		sentence, role = s.tr("모두 맞았어요.", "All right."), theme.Correct
	case e.report.Share > 0:
		sentence, role = s.say(lang.Sprintf("%.0f%%를 얻었어요. 틀린 답을 고쳐 다시 채점해 보세요.",
			"That earns %.0f%%. Mend what is wrong and check again.", 100*e.report.Share)), theme.Warning
	case e.solution:
		sentence = s.tr("고쳐서 다시 채점해 보세요.", "Mend it and check again.")
	default:
		sentence = s.tr("고쳐서 다시 채점해 보세요. 힌트가 도움이 될 거예요.", "Mend it and check again. A hint may help.")
	}
	return append(s.prose(sentence, role, w), markdown.Line{})
}
