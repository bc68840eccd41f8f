package tui

import (
	"slices"

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
	missed   lang.Text // numbers that could not be drawn
	problem  lang.Text // what stands in the way of grading, said below its cell until the next key
	hints    int       // how many are shown
	solution bool      // the worked solution is shown
	task     textPane
	sheet    textPane
	w, h     int

	// In a sitting: what comes after this one, once it is done.
	onward      func() tea.Cmd
	onwardLabel lang.Text
	// In a mock exam: the buttons that stand in place of its own. Enter presses
	// the first.
	instead func() []button

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

// drawMost bounds how many seeds are tried for fresh numbers.
const drawMost = 100

// draw begins the variant of a seed, or of the next one that has numbers.
func (e *exercise) draw(seed uint64) {
	e.missed = lang.Text{}
	v, err := e.ex.Draw(seed)
	for range drawMost {
		if err == nil {
			break
		}
		e.missed = lang.Sprintf("시드 %[1]d에서는 알맞은 숫자를 뽑지 못해 다른 숫자로 넘어왔어요.",
			"No fitting numbers could be drawn for seed %[1]d, so these are others.", seed)
		seed++
		v, err = e.ex.Draw(seed)
	}
	if err != nil { // the handout's numbers are not drawn
		seed = 0
		v, _ = e.ex.Draw(seed)
	}
	e.seed, e.variant, e.form = seed, v, newForm(e.s, v.Parts)
	e.graded, e.report, e.problem = nil, exercises.Report{}, lang.Text{}
	e.hints, e.solution, e.revealed = 0, false, -1
	e.task.home()
	e.sheet.home()
}

func (e *exercise) Title() string { return e.s.say(e.ex.Title) }

// Status tells which numbers these are: with theirs anybody gets them again.
func (e *exercise) Status() string {
	s := e.s
	status := s.tr("강의 자료 숫자", "the handout's numbers")
	if e.seed != 0 {
		status = s.say(lang.Sprintf("새 숫자 %d", "fresh numbers %d", e.seed))
	}
	status = s.paint(theme.Muted, status)
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
		if cmd, ok := act(e.scrollActions(), msg); ok {
			return cmd
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
	cmd, _ := act(e.formActions(), msg)
	return cmd
}

// enter goes on to the next empty place, grades when there is none, and
// presses a button.
func (e *exercise) enter() tea.Cmd {
	if i := e.form.at - len(e.form.editors); i >= 0 {
		return e.buttons()[i].press()
	}
	if next, ok := e.form.next(); ok {
		e.form.goTo(next)
		return nil
	}
	return e.buttons()[0].press()
}

// grade grades what was typed. What cannot be read costs no attempt.
func (e *exercise) grade() tea.Cmd {
	if first, ok := e.form.empty(); ok {
		e.form.goTo(first)
		e.problem = lang.T("빈 칸을 채우면 채점해 드려요.", "Fill in what is empty and it will be graded.")
		return nil
	}
	answers := e.form.answers()
	report := exercises.Grade(e.variant, answers)
	if report.Outcome == exercises.Ungraded {
		e.goToFirst(report, func(r exercises.Result) bool { return !r.Feedback.IsZero() })
		if ed, ok := e.form.focused(); ok {
			e.problem = report.Parts[e.form.at].Feedback
			goToUnread(ed)
		}
		return nil
	}
	e.graded, e.report = answers, report
	for i, ed := range e.form.editors {
		ed.mark(wrongCells(report.Parts[i]))
	}
	// To the first answer that is wrong, or else to the button that leads on.
	e.goToFirst(report, func(r exercises.Result) bool { return r.Outcome != exercises.Correct })
	return e.s.keep(progress.Attempt{
		Exercise: e.ex.ID, Seed: e.seed, Params: e.variant.Params, Input: answers,
		Outcome: report.Outcome, Mistake: report.FirstMistake(), Hints: e.hints, Share: report.Share,
	})
}

// wrongCells are the cells of an answer that are marked. What follows rightly
// from an earlier answer has none.
func wrongCells(r exercises.Result) []int {
	if r.FollowThrough {
		return nil
	}
	return r.Wrong
}

// goToFirst moves the keyboard to the first part with a result of some kind,
// or to the button that leads on.
func (e *exercise) goToFirst(report exercises.Report, is func(exercises.Result) bool) {
	e.form.at = e.afterwards()
	if i := slices.IndexFunc(report.Parts, is); i >= 0 {
		e.form.at = i
	}
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
	case msg.Button == tea.MouseButtonLeft && msg.Action != tea.MouseActionRelease && pane == &e.sheet:
		return e.pointed(msg.X-at.x-1, msg.Y-at.y+e.sheet.top, msg.Action == tea.MouseActionMotion)
	}
	return nil
}

// pointed acts on the place, option or button at a place of the sheet.
func (e *exercise) pointed(x, line int, drag bool) tea.Cmd {
	for _, h := range e.hits {
		if h.line != line || x < h.left || x >= h.right {
			continue
		}
		i := h.field - len(e.form.editors)
		switch {
		case i < 0 && (!drag || e.form.at == h.field):
			e.form.at = h.field
			e.form.editors[h.field].point(h, x-h.left, drag)
		case i >= 0 && !drag:
			e.form.at = h.field
			return e.buttons()[i].press()
		}
		break
	}
	return nil
}
