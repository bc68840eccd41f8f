package tui

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/bank"
	"hakseup/exercises/review"
	"hakseup/lessons/lang"
	"hakseup/tui/markdown"
	"hakseup/tui/theme"
)

// sitting is a review: a few things that are due, one after the other. It is
// the screen of the one that is asked now, and in the end says when each comes
// back.
type sitting struct {
	s     *session
	items []review.Item
	at    int
	asked Screen // an exercise or a question; nil after the last one
	last  textPane
	w, h  int
}

func newSitting(s *session, items []review.Item) *sitting {
	v := &sitting{s: s, items: items}
	v.ask()
	return v
}

// ask asks what comes next, and passes over what cannot be asked.
func (v *sitting) ask() {
	v.asked = nil
	for ; v.at < len(v.items) && v.asked == nil; v.at++ {
		v.asked = v.screen(v.items[v.at])
	}
	if v.asked != nil {
		v.at--
	}
	v.layout()
}

// screen returns the screen of an item, nil where there is none.
func (v *sitting) screen(it review.Item) Screen {
	if it.Question != "" {
		if _, _, ok := v.s.question(it.Lecture, it.Question, v.s.lang); ok {
			return newRecall(v.s, it.Lecture, it.Question, v.onwardLabel(), v.onward)
		}
		return nil
	}
	ex, ok := bank.Find(it.Exercise)
	if !ok {
		return nil
	}
	seed, _, err := v.s.reviewCourse().Fresh(ex, v.s.summary.Exercises[ex.ID], it.Mistakes)
	if err != nil {
		seed = 0
	}
	e := newExercise(v.s, ex)
	e.draw(seed)
	e.onward, e.onwardLabel = v.onward, v.onwardLabel()
	return e
}

func (v *sitting) onwardLabel() lang.Text {
	if v.at == len(v.items)-1 {
		return lang.T("마치기", "finish")
	}
	return lang.T("다음 복습", "next review")
}

func (v *sitting) onward() tea.Cmd {
	v.at++
	v.ask()
	return v.s.refresh()
}

func (v *sitting) Title() string { return v.s.tr("복습", "Review") }

func (v *sitting) Status() string {
	if v.asked == nil {
		return ""
	}
	status := v.s.paint(theme.Text, fmt.Sprintf("%d/%d", v.at+1, len(v.items)))
	if own := v.asked.Status(); own != "" {
		status = own + "  " + status
	}
	return status
}

func (v *sitting) Typing() bool { return v.asked != nil && v.asked.Typing() }

func (v *sitting) Init() tea.Cmd { return nil }

func (v *sitting) SetSize(w, h int) {
	v.w, v.h = w, h
	v.layout()
}

func (v *sitting) layout() {
	switch {
	case v.w == 0:
	case v.asked != nil:
		v.asked.SetSize(v.w, v.h)
	default:
		v.last.setSize(v.w-2, v.h-2)
		v.last.set(v.lines(min(v.last.inner(), slipsMost)))
	}
}

func (v *sitting) Actions() []action {
	if v.asked != nil {
		return v.asked.Actions()
	}
	return append(v.last.scrollActions(), goes(keysSelect+" "+keysBack, "Enter", lang.T("차례로", "contents"), v.s.pop))
}

func (v *sitting) Update(msg tea.Msg) tea.Cmd {
	if v.asked != nil {
		return v.asked.Update(msg)
	}
	switch msg := msg.(type) {
	case summaryMsg:
		v.layout()
	case tea.KeyMsg:
		cmd, _ := act(v.Actions(), msg)
		return cmd
	case tea.MouseMsg:
		v.last.wheel(msg)
	}
	return nil
}

func (v *sitting) View() []string {
	if v.asked != nil {
		return v.asked.View()
	}
	return v.s.frame(v.Title(), v.last.note(v.s), v.last.view(), v.w, v.h, true)
}

// lines say in the end when each thing comes back.
func (v *sitting) lines(w int) []markdown.Line {
	s := v.s
	lines := []markdown.Line{{}}
	lines = append(lines, s.prose(s.tr("복습을 마쳤어요. 잘 떠오른 것일수록 늦게 돌아와요.",
		"The review is done. What came easily comes back later."), theme.Text, w)...)
	lines = append(lines, markdown.Line{})
	for _, it := range v.items {
		title, sign := v.result(it)
		lines = append(lines, markdown.Line{Text: spread(sign+" "+s.paint(theme.Text, title), " "+s.paint(theme.Muted, v.back(it)), w)})
	}
	if n := s.due(); n > 0 {
		lines = append(lines, markdown.Line{})
		lines = append(lines, s.prose(s.say(lang.Sprintf("복습할 것이 %d개 더 있어요. 잠시 쉬었다가 차례에서 r로 이어 가요.",
			"%d more are due. Take a break and go on with r in the contents.", n)), theme.Accent, w)...)
	}
	return lines
}

// result names an item and says how it went.
func (v *sitting) result(it review.Item) (title, sign string) {
	s := v.s
	if it.Question != "" {
		page, _, _ := s.question(it.Lecture, it.Question, s.lang)
		answers := s.summary.Lectures[it.Lecture].Recalled[it.Question]
		right := len(answers) > 0 && answers[len(answers)-1].Right
		return page.Title, s.verdictSign(right)
	}
	ex, _ := bank.Find(it.Exercise)
	tries := s.summary.Exercises[it.Exercise].Tries
	right := len(tries) > 0 && tries[len(tries)-1].Right && !tries[len(tries)-1].Revealed
	return s.say(ex.Title), s.verdictSign(right)
}

// verdictSign is a tick or a cross.
func (s *session) verdictSign(right bool) string {
	if right {
		return s.paint(theme.Correct, "✓")
	}
	return s.paint(theme.Wrong, "✗")
}

// back says when an item comes back.
func (v *sitting) back(it review.Item) string {
	at, ok := v.s.schedule().Back(it.Exercise)
	if it.Question != "" {
		at, ok = v.s.schedule().BackQuestion(it.Lecture, it.Question)
	}
	if !ok {
		return ""
	}
	ko, en := v.s.dayNames(at)
	return v.s.tr(ko, en)
}
