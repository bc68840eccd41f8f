package tui

import (
	"fmt"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises"
	"hakseup/exercises/bank"
	"hakseup/exercises/overview"
	"hakseup/exercises/progress"
	"hakseup/exercises/quiz"
	"hakseup/lessons/lang"
	"hakseup/tui/theme"
)

// exam is a mock exam: questions of the whole course with fresh numbers, no
// hints and no verdicts before the end. Then it lists the marks, and each
// question opens with what became of the answer; a wrong one with its solution.
type exam struct {
	s         *session
	questions []*exercise
	seeds     []uint64           // with which they were asked
	reports   []exercises.Report // nil while it goes on
	at        int
	armed     bool // the learner was told what is still empty
	began     time.Time
	took      time.Duration
	w, h      int
}

// examQuestions is how many questions a mock exam has.
const examQuestions = 10

// openExam begins a mock exam, or goes on with the one that was begun.
func (s *session) openExam() tea.Cmd {
	if s.exam == nil || s.exam.over() {
		questions, err := quiz.Draw(bank.All(), examQuestions, uint64(s.now().UnixNano()))
		if err != nil {
			return notice(err.Error())
		}
		s.exam = newExam(s, questions)
	}
	return s.push(s.exam)
}

func newExam(s *session, questions []quiz.Question) *exam {
	v := &exam{s: s, began: s.now()}
	for _, q := range questions {
		e := newExercise(s, q.Exercise)
		e.draw(q.Seed)
		e.instead = v.buttons
		v.questions, v.seeds = append(v.questions, e), append(v.seeds, q.Seed)
	}
	return v
}

func (v *exam) over() bool { return v.reports != nil }

// asked is the question that is shown.
func (v *exam) asked() *exercise { return v.questions[v.at] }

// buttons are those below a question while the exam goes on.
func (v *exam) buttons() []button {
	last := v.at == len(v.questions)-1
	finish := button{keyFinish, "ctrl+g", lang.T("제출", "hand in"), v.finish}
	next := button{keyOnward, "ctrl+x", lang.T("다음 문제", "next"), func() tea.Cmd { return v.turn(v.at + 1) }}
	list := []button{next, finish}
	if last {
		list = []button{finish}
	}
	if v.at > 0 {
		list = slices.Insert(list, len(list)-1, button{keyBackward, "ctrl+p", lang.T("앞 문제", "previous"), func() tea.Cmd { return v.turn(v.at - 1) }})
	}
	if last && len(list) > 1 { // Enter hands in
		list[0], list[1] = list[1], list[0]
	}
	return list
}

func (v *exam) turn(to int) tea.Cmd {
	v.at = max(0, min(to, len(v.questions)-1))
	v.armed = false
	v.asked().form.goTo(spot{})
	v.SetSize(v.w, v.h)
	return nil
}

// finish grades everything. Where something is empty it asks once more.
func (v *exam) finish() tea.Cmd {
	empty := 0
	for _, e := range v.questions {
		if _, is := e.form.empty(); is {
			empty++
		}
	}
	if empty > 0 && !v.armed {
		v.armed = true
		return notice(v.s.say(lang.Sprintf("빈칸이 남은 문제가 %d개 있어요. 그대로 내려면 한 번 더 누르세요.",
			"Questions with empty boxes: %d. Press once more to hand in as it is.", empty)))
	}
	v.took = v.s.now().Sub(v.began)
	var cmds []tea.Cmd
	v.reports = []exercises.Report{}
	for _, e := range v.questions {
		cmds = append(cmds, v.grade(e))
	}
	v.at = 0
	return tea.Batch(cmds...)
}

// grade grades a question and leaves it as it is to be looked at.
func (v *exam) grade(e *exercise) tea.Cmd {
	e.instead = nil
	answers := e.form.answers()
	report := exercises.Grade(e.variant, answers)
	v.reports = append(v.reports, report)
	if report.Outcome == exercises.Ungraded {
		return nil
	}
	e.graded, e.report = answers, report
	for i, ed := range e.form.editors {
		ed.mark(wrongCells(report.Parts[i]))
	}
	return v.s.keep(progress.Attempt{
		Exercise: e.ex.ID, Seed: e.seed, Params: e.variant.Params, Input: answers,
		Outcome: report.Outcome, Mistake: report.FirstMistake(), Share: report.Share,
	})
}

func (v *exam) Title() string { return v.s.tr("모의시험", "Mock exam") }

func (v *exam) Status() string {
	if v.over() {
		return ""
	}
	return v.s.paint(theme.Text, fmt.Sprintf("%d/%d", v.at+1, len(v.questions)))
}

func (v *exam) Typing() bool  { return !v.over() && v.asked().Typing() }
func (v *exam) Init() tea.Cmd { return nil }

func (v *exam) chapter() string {
	if v.over() {
		return ""
	}
	return v.asked().chapter()
}

func (v *exam) SetSize(w, h int) {
	v.w, v.h = w, h
	if !v.over() {
		v.asked().SetSize(w, h)
	}
}

func (v *exam) Actions() []action {
	if !v.over() {
		return v.asked().Actions()
	}
	list, ends := moves(func(by int) { v.choose(v.at + by) }, func() { v.choose(0) }, func() { v.choose(len(v.questions) - 1) })
	return slices.Concat(list, []action{
		goes(keysSelect+" "+keysRight, "Enter", lang.T("살펴보기", "look at it"), v.look),
		goes(keysBack+" "+keysLeft, "esc", lang.T("차례", "contents"), v.s.pop),
	}, ends)
}

func (v *exam) choose(i int) { v.at = max(0, min(i, len(v.questions)-1)) }

// look opens a question with what became of it. One that was not all right has
// its solution there, and is noted as seen.
func (v *exam) look() tea.Cmd {
	e := v.asked()
	cmd := v.s.push(e)
	if v.reports[v.at].Outcome == exercises.Correct || e.seed != v.seeds[v.at] { // it has been tried since with fresh numbers
		return cmd
	}
	e.hints = len(e.variant.Hints)
	return tea.Batch(cmd, e.reveal())
}

func (v *exam) Update(msg tea.Msg) tea.Cmd {
	if !v.over() {
		return v.asked().Update(msg)
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		cmd, _ := act(v.Actions(), msg)
		return cmd
	case tea.MouseMsg:
		return v.mouse(msg)
	}
	return nil
}

func (v *exam) mouse(msg tea.MouseMsg) tea.Cmd {
	switch {
	case msg.Button == tea.MouseButtonWheelUp:
		v.choose(v.at - 1)
	case msg.Button == tea.MouseButtonWheelDown:
		v.choose(v.at + 1)
	case msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress:
		i := v.first() + msg.Y - 1 - examHead
		if msg.Y <= examHead || i >= len(v.questions) {
			return nil
		}
		if i == v.at {
			return v.look()
		}
		v.choose(i)
	}
	return nil
}

// examHead is how many lines stand above the list of the marks.
const examHead = 2

// first is the first question of the list that is shown.
func (v *exam) first() int {
	rows := v.h - 2 - examHead
	return max(0, min(v.at-rows+1, len(v.questions)-rows))
}

func (v *exam) View() []string {
	if !v.over() {
		return v.asked().View()
	}
	s := v.s
	lines := []string{" " + s.theme.PaintAttr(theme.Strong, theme.Bold, v.mark()), ""}
	first := v.first()
	for i, e := range v.questions[first:] {
		i += first
		marker, role := "  ", theme.Text
		if i == v.at {
			marker, role = "▸ ", theme.Accent
		}
		line := " " + s.paint(theme.Accent, marker) + v.sign(i) + " " + s.paint(role, s.say(e.ex.Title))
		line = spread(line, " "+s.paint(theme.Muted, percent(v.reports[i].Share))+" ", v.w-2)
		if i == v.at {
			line = s.theme.Selected(line)
		}
		lines = append(lines, line)
	}
	return s.frame(v.Title(), s.tr("Enter로 풀이 보기", "Enter for the solution"), lines, v.w, v.h, true)
}

// sign tells right, partly right, wrong and left out apart.
func (v *exam) sign(i int) string {
	switch r := v.reports[i]; {
	case r.Outcome == exercises.Ungraded:
		return v.s.paint(theme.Faint, "·")
	case r.Outcome == exercises.Wrong && r.Share > 0:
		return v.s.paint(theme.Warning, "≈")
	default:
		return v.s.verdictSign(r.Outcome == exercises.Correct)
	}
}

// mark says what the exam earned, and how long it took.
func (v *exam) mark() string {
	m := quiz.Total(v.reports)
	said := v.s.say(lang.Sprintf("점수 %.0[3]f%% · %[1]d문제 중 %[2]d개 맞음", "Mark %.0[3]f%% · right %[2]d of %[1]d", m.All, m.Right, 100*m.Share))
	if took := overview.SayTime(v.took); !took.IsZero() {
		said += " · " + v.s.say(took)
	}
	return said
}
