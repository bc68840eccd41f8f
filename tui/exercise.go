package tui

import (
	"fmt"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises"
	"hakseup/exercises/progress"
	"hakseup/lessons/lang"
	"hakseup/tui/theme"
)

// exercise is the screen on which an exercise is solved: the task with its
// hints and its solution, and the answer sheet with what became of the
// answers.
type exercise struct {
	s        *session
	ex       exercises.Exercise
	seed     uint64
	variant  exercises.Variant
	form     *form
	graded   map[string]string // the answers that the report is about
	report   exercises.Report
	problem  lang.Text // what stands in the way of grading, said below its cell until the next key
	hints    int       // how many are shown
	solution bool      // the worked solution is shown
	task     textPane
	sheet    textPane
	w, h     int

	// Where the last layout put things.
	taskAt, sheetAt rect
	hits            []hit // the cells, options and buttons in the sheet
	focusLine       int   // the line of the sheet that has the keyboard
	taskHeight      int   // lines of the task with the help that is shown
	revealed        int   // the line of help that was just revealed, or -1
}

func newExercise(s *session, ex exercises.Exercise) *exercise {
	e := &exercise{s: s, ex: ex}
	e.draw(0)
	return e
}

// draw begins the variant of a seed.
func (e *exercise) draw(seed uint64) {
	e.seed = seed
	v, err := e.ex.Draw(seed)
	if err != nil {
		panic(err)
	}
	e.variant = v
	e.form = newForm(e.s, e.variant.Parts)
	e.graded, e.report, e.problem = nil, exercises.Report{}, lang.Text{}
	e.hints, e.solution, e.revealed = 0, false, -1
	e.task.home()
	e.sheet.home()
}

func (e *exercise) Title() string { return e.s.say(e.ex.Title) }

// Status shows the seed, with which anybody gets the same numbers again.
func (e *exercise) Status() string {
	s := e.s
	status := s.paint(theme.Muted, s.say(lang.Sprintf("시드 %d", "seed %d", e.seed)))
	if s.summary.Exercises[e.ex.ID].Solved {
		status = s.paint(theme.Correct, s.tr("✓ 풀었어요", "✓ solved")) + "  " + status
	}
	return status
}

func (e *exercise) Typing() bool { return e.form.typing() }

func (e *exercise) Init() tea.Cmd { return nil }

func (e *exercise) SetSize(w, h int) {
	e.w, e.h = w, h
	e.render()
	if e.form.begun() {
		e.sheet.show(e.focusLine)
	}
}

func (e *exercise) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if is(msg, keysPageUp) {
			e.reading().scroll(-e.reading().h / 2)
			return nil
		}
		if is(msg, keysPageDown) {
			e.reading().scroll(e.reading().h / 2)
			return nil
		}
		e.problem = lang.Text{}
		cmd := e.key(msg)
		e.render()
		e.follow()
		return cmd
	case summaryMsg:
		e.render()
	case tea.MouseMsg:
		cmd := e.mouse(msg)
		e.render()
		if e.revealed >= 0 {
			e.follow()
		}
		return cmd
	}
	return nil
}

// follow brings into view what has just been revealed, or else the cell that
// has the keyboard.
func (e *exercise) follow() {
	if e.revealed < 0 {
		e.sheet.show(e.focusLine)
		return
	}
	e.reading().showFrom(e.revealed)
	e.revealed = -1
}

// reading returns the pane that holds the task.
func (e *exercise) reading() *textPane {
	if e.w >= exerciseWide {
		return &e.task
	}
	return &e.sheet
}

func (e *exercise) key(msg tea.KeyMsg) tea.Cmd {
	if e.form.key(msg) {
		return nil
	}
	switch {
	case is(msg, "tab"):
		e.focus(e.form.at + 1)
	case is(msg, "shift+tab"):
		e.focus(e.form.at - 1)
	case is(msg, keysSelect):
		return e.enter()
	case is(msg, "up left"):
		e.focus(e.form.at - 1)
	case is(msg, "down right"):
		e.focus(e.form.at + 1)
	case !e.form.typing():
		return e.letter(msg)
	}
	return nil
}

// letter acts on the one-letter keys of the buttons.
func (e *exercise) letter(msg tea.KeyMsg) tea.Cmd {
	for _, b := range e.buttons() {
		if is(msg, b.key) {
			return b.press()
		}
	}
	return nil
}

// focus moves the keyboard to a cell or button, round and round.
func (e *exercise) focus(to int) {
	n := len(e.form.slots) + len(e.buttons())
	e.form.at = (to + n) % n
}

// enter goes on to the next empty cell, grades when there is none, and
// presses a button.
func (e *exercise) enter() tea.Cmd {
	if e.form.at >= len(e.form.slots) {
		return e.buttons()[e.form.at-len(e.form.slots)].press()
	}
	if fd, _, ok := e.form.focused(); ok && fd.cells == nil {
		fd.chosen = fd.cursor
	}
	if at, ok := e.form.empty(); ok && at > e.form.at {
		e.form.at = at
		return nil
	}
	return e.grade()
}

// grade grades what was typed. What cannot be read costs no attempt.
func (e *exercise) grade() tea.Cmd {
	if at, ok := e.form.empty(); ok {
		e.form.at = at
		e.problem = lang.T("빈 칸을 채우면 채점해 드려요.", "Fill in the empty box and it will be graded.")
		return nil
	}
	answers := e.form.answers()
	report := exercises.Grade(e.variant, answers)
	if report.Outcome == exercises.Ungraded {
		e.problem = report.Problem
		e.form.at = e.firstSlot(report, func(r exercises.Result) bool { return r.Echo.IsZero() })
		return nil
	}
	e.graded, e.report = answers, report
	// To the first answer that is wrong, or else to the button for fresh numbers.
	e.form.at = e.firstSlot(report, func(r exercises.Result) bool { return r.Outcome != exercises.Correct })
	return e.s.keep(progress.Attempt{
		Exercise: e.ex.ID, Seed: e.seed, Input: answers,
		Outcome: report.Outcome, Mistake: report.FirstMistake(),
	})
}

// firstSlot returns the first slot of a part with a result of some kind, or
// the button for fresh numbers.
func (e *exercise) firstSlot(report exercises.Report, is func(exercises.Result) bool) int {
	for i, sl := range e.form.slots {
		if is(report.Parts[sl.field]) {
			return i
		}
	}
	return e.slotOf(keyFresh)
}

// slotOf returns the place of a button behind the slots of the form.
func (e *exercise) slotOf(key string) int {
	return len(e.form.slots) + slices.IndexFunc(e.buttons(), func(b button) bool { return b.key == key })
}

// The keys of the buttons.
const (
	keyCheck    = "g"
	keyHint     = "h"
	keySolution = "s"
	keyFresh    = "n"
)

// button is something to press below the answer sheet.
type button struct {
	key   string
	label lang.Text
	press func() tea.Cmd
}

func (e *exercise) buttons() []button {
	all := []button{{keyCheck, lang.T("채점", "check"), e.grade}}
	if e.hints < len(e.variant.Hints) && !e.solution {
		all = append(all, button{keyHint, lang.T("힌트", "hint"), e.hint})
	}
	if !e.solution {
		all = append(all, button{keySolution, lang.T("풀이 보기", "show solution"), e.reveal})
	}
	return append(all, button{keyFresh, lang.T("새 숫자", "fresh numbers"), e.fresh})
}

// hint shows one more hint. After the last one the keyboard goes to the
// answer, so that a hasty Enter does not press the button that moves up.
func (e *exercise) hint() tea.Cmd {
	e.hints++
	e.revealed = e.taskHeight
	switch {
	case e.hints == len(e.variant.Hints):
		e.form.at = 0
	default:
		e.form.at = e.slotOf(keyHint)
	}
	return nil
}

// reveal shows the solution. From then on only fresh numbers earn the mark.
func (e *exercise) reveal() tea.Cmd {
	e.solution = true
	e.revealed = e.taskHeight
	e.form.at = e.slotOf(keyFresh)
	return e.s.shown(e.ex.ID, e.seed)
}

// fresh draws new numbers, the next ones whose solution was never shown.
func (e *exercise) fresh() tea.Cmd {
	e.draw(e.seed + 1)
	for !e.counts() {
		e.draw(e.seed + 1)
	}
	e.revealed = 0
	return nil
}

// counts reports whether these numbers still earn the mark: their solution
// has not been shown, now or another day.
func (e *exercise) counts() bool {
	return !e.solution && !slices.Contains(e.s.summary.Exercises[e.ex.ID].Shown, e.seed)
}

func (e *exercise) mouse(msg tea.MouseMsg) tea.Cmd {
	pane, at := &e.task, e.taskAt
	if e.sheetAt.contains(msg.X, msg.Y) {
		pane, at = &e.sheet, e.sheetAt
	}
	switch {
	case msg.Button == tea.MouseButtonWheelUp:
		pane.scroll(-3)
	case msg.Button == tea.MouseButtonWheelDown:
		pane.scroll(+3)
	case msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress && pane == &e.sheet:
		return e.click(msg.X-at.x-1, msg.Y-at.y+e.sheet.top)
	}
	return nil
}

// click acts on the cell, option or button at a place of the sheet.
func (e *exercise) click(x, line int) tea.Cmd {
	for _, h := range e.hits {
		if h.line != line || x < h.left || x >= h.right {
			continue
		}
		e.form.at = h.slot
		if fd, _, ok := e.form.focused(); ok && h.option >= 0 {
			fd.cursor, fd.chosen = h.option, h.option
		}
		if h.slot >= len(e.form.slots) {
			return e.buttons()[h.slot-len(e.form.slots)].press()
		}
	}
	return nil
}

// enterDoes says what Enter does from where the keyboard is.
func (e *exercise) enterDoes() string {
	if i := e.form.at - len(e.form.slots); i >= 0 {
		return e.s.say(e.buttons()[i].label)
	}
	if fd, _, _ := e.form.focused(); fd.cells == nil && fd.chosen != fd.cursor {
		return e.s.tr("고르기", "choose")
	}
	if at, ok := e.form.empty(); ok && at > e.form.at {
		return e.s.tr("다음 칸", "next box")
	}
	return e.s.tr("채점", "check")
}

func (e *exercise) Keys() []key.Binding {
	s := e.s
	keys := []key.Binding{
		bind("tab", "Tab", s.tr("다음 칸", "next box")),
		bind(keysSelect, "Enter", e.enterDoes()),
	}
	if !e.form.typing() {
		if fd, _, ok := e.form.focused(); ok && fd.cells == nil {
			keys = append(keys, bind("1", fmt.Sprintf("1–%d", len(fd.part.Options())), s.tr("고르기", "choose")))
		}
		for _, b := range e.buttons()[1:] {
			keys = append(keys, bind(b.key, b.key, s.say(b.label)))
		}
	}
	return append(keys,
		bind(keysBack, "esc", s.tr("뒤로", "back")),
		bind(keysPageDown, "PgUp/PgDn", s.tr("문제 스크롤", "scroll the task")))
}
