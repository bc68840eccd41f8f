package tui

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises"
	"hakseup/exercises/progress"
	"hakseup/lessons/lang"
	"hakseup/tui/markdown"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// The letters of the buttons.
const (
	keyCheck    = "g"
	keyHint     = "h"
	keySolution = "s"
	keyFresh    = "n"
	keyLab      = "o"
	keyOnward   = "]" // as the pages of a lecture
	keyBackward = "["
	keyFinish   = "f"
	keyPage     = "p"
)

// button is something to press below the answer sheet.
type button struct {
	key string
	// typing is its key where letters are text. It is none that edits a line,
	// stops a terminal, or is kept by the editors that have a terminal in them;
	// nor one that a habit would press, such as Ctrl+S and Ctrl+L.
	typing string
	label  lang.Text
	press  func() tea.Cmd
}

func (e *exercise) buttons() []button {
	if e.instead != nil {
		return e.instead()
	}
	all := []button{{keyCheck, "ctrl+g", lang.T("채점", "check"), e.grade}}
	if e.onward != nil && e.done() {
		all = append(all, button{keyOnward, "ctrl+x", e.onwardLabel, e.onward})
	}
	if e.stuck() {
		if slug, page, ok := e.s.pageOf(e.ex.ID); ok {
			all = append(all, button{keyPage, "ctrl+p", lang.T("설명한 쪽 보기", "see the page"), func() tea.Cmd {
				return e.s.push(newLectureAt(e.s, slug, page))
			}})
		}
	}
	if e.hints < len(e.variant.Hints) && !e.solution {
		all = append(all, button{keyHint, "ctrl+t", lang.T("힌트", "hint"), e.hint})
	}
	if !e.solution {
		all = append(all, button{keySolution, "ctrl+r", lang.T("풀이 보기", "show solution"), e.reveal})
	}
	// The lab shows the answer, so it opens when nothing is given away any more.
	if scene, ok := sceneOf(e.variant.Situation); ok && e.done() {
		all = append(all, button{keyLab, "ctrl+o", lang.T("실험실에서 보기", "see it in the lab"), func() tea.Cmd {
			return e.s.push(newSituation(e.s, scene))
		}})
	}
	return append(all, button{keyFresh, "ctrl+n", lang.T("새 숫자", "fresh numbers"), e.fresh})
}

// done reports whether nothing is given away any more: it is solved, or the
// solution is shown.
func (e *exercise) done() bool { return e.solution || e.report.Outcome == exercises.Correct }

// stuckAfter is how many wrong answers in a row it takes until the page that
// explains the exercise is offered.
const stuckAfter = 3

// stuck reports whether the latest answers were all wrong.
func (e *exercise) stuck() bool {
	tries := e.s.summary.Exercises[e.ex.ID].Tries
	return len(tries) >= stuckAfter &&
		!slices.ContainsFunc(tries[len(tries)-stuckAfter:], func(t progress.Try) bool { return t.Right })
}

// face is what stands on a button.
func (b button) face(s *session, typing bool) string {
	shown := b.key
	if typing {
		shown = "^" + letter(b.typing)
	}
	return "[ " + s.say(b.label) + " " + shown + " ]"
}

// buttonAt returns the place of a button behind the editors of the form.
func (e *exercise) buttonAt(key string) int {
	return len(e.form.editors) + slices.IndexFunc(e.buttons(), func(b button) bool { return b.key == key })
}

// afterwards is the place of the button that leads on.
func (e *exercise) afterwards() int {
	if e.onward != nil && e.done() {
		return e.buttonAt(keyOnward)
	}
	return e.buttonAt(keyFresh)
}

// hint shows one more hint. Pressed as a button it stays under the keyboard;
// after the last one that goes to the answer, so that a hasty Enter does not
// press the button that moves up.
func (e *exercise) hint() tea.Cmd {
	onButton := e.form.at >= len(e.form.editors)
	e.hints++
	e.revealed = e.taskHeight
	switch {
	case e.hints == len(e.variant.Hints) && onButton:
		e.form.at = 0
	case onButton:
		e.form.at = e.buttonAt(keyHint)
	}
	return nil
}

// reveal shows the solution. From then on only fresh numbers earn the mark.
func (e *exercise) reveal() tea.Cmd {
	e.solution = true
	e.revealed = e.taskHeight
	e.form.at = e.afterwards()
	return e.s.shown(e.ex.ID, e.seed)
}

// fresh draws new numbers, the next ones whose solution was never shown.
func (e *exercise) fresh() tea.Cmd {
	for range drawMost {
		if e.draw(e.seed + 1); e.counts() {
			break
		}
	}
	e.revealed = 0
	return nil
}

// counts reports whether these numbers still earn the mark: their solution
// has not been shown, now or another day.
func (e *exercise) counts() bool {
	return !e.solution && !slices.Contains(e.s.summary.Exercises[e.ex.ID].Shown, e.seed)
}

// buttonLines draws the buttons side by side, in as many lines as they need,
// with above lines before them.
func (e *exercise) buttonLines(w, above int) []markdown.Line {
	s := e.s
	var lines []markdown.Line
	row, x := "", 0
	for i, b := range e.buttons() {
		face := b.face(s, e.form.typing())
		width := text.Width(face)
		if x > 0 && x+width > w {
			lines = append(lines, markdown.Line{Text: row})
			row, x = "", 0
		}
		field := len(e.form.editors) + i
		painted := s.paint(theme.Text, face)
		if e.form.at == field {
			painted = s.theme.PaintAttr(theme.Accent, theme.Reverse, face)
			e.focusLine = above + len(lines)
		}
		e.hits = append(e.hits, hit{line: above + len(lines), left: x, right: x + width, field: field})
		row += painted + " "
		x += width + 1
	}
	return append(lines, markdown.Line{Text: row})
}
