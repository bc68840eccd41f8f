package tui

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/markdown"
)

// choice tells how far the learner is with a question.
func (l *lecture) choice(q *lessons.Question) markdown.Choice {
	picked, made := l.s.answered(l.slug, q)
	return markdown.Choice{Made: made, Picked: picked, There: q.ID == l.there}
}

func (l *lecture) isDone(t *lessons.Task) bool { return l.s.didTask(l.slug, t.ID) }

// reached lists the blocks of the page up to where a question bars the way.
func (l *lecture) reached() []lessons.Block {
	blocks := l.current().Blocks
	for i, b := range blocks {
		if q, ok := b.(*lessons.Question); ok && q.Kind != lessons.Review && !l.choice(q).Made {
			return blocks[:i+1]
		}
	}
	return blocks
}

// openQuestion returns the question of the page that waits for an answer.
func (l *lecture) openQuestion() (*lessons.Question, bool) {
	for _, b := range l.reached() {
		if q, ok := b.(*lessons.Question); ok && !l.choice(q).Made {
			return q, true
		}
	}
	return nil, false
}

// setScene puts the lab into the scene of the page.
func (l *lecture) setScene() {
	l.there, l.glides = "", nil
	l.lab.setScene(l.current().Scene)
	l.keepBack()
}

// keepBack hides in the lab what the open question asks for, and brings the
// page up to date.
func (l *lecture) keepBack() {
	var hides []string
	if q, ok := l.openQuestion(); ok {
		hides = q.Hides
	}
	if len(hides) > 0 || len(l.lab.hides) > 0 {
		l.lab.keepBack(hides)
	}
	if l.w > 0 {
		l.render()
	}
}

// takes reports whether an option of a question can be chosen now.
func (l *lecture) takes(q *lessons.Question, option int) bool {
	c := l.choice(q)
	return option >= 0 && option < len(q.Options) && !c.Made && (q.Kind != lessons.Saw || c.There)
}

// answerActions are the answers to the open question that can be chosen now.
func (l *lecture) answerActions() []action {
	q, open := l.openQuestion()
	if !open || !l.takes(q, 0) {
		return nil
	}
	digits := strings.Join(strings.Split("123456789"[:len(q.Options)], ""), " ")
	return []action{{digits, fmt.Sprintf("1–%d", len(q.Options)), lang.T("답 고르기", "answer"), func(msg tea.KeyMsg) tea.Cmd {
		return l.answerTo(q, int(msg.Runes[0]-'1'))
	}}}
}

func (l *lecture) answerTo(q *lessons.Question, option int) tea.Cmd {
	if !l.takes(q, option) {
		return nil
	}
	cmd := l.s.answer(l.slug, q, option)
	l.text.follow()
	l.keepBack()
	return cmd
}

// look checks the lab after a key, after a frame of a run, and where a glide
// ends.
func (l *lecture) look() tea.Cmd {
	l.seen = append(l.seen, l.check())
	cmd := tea.Batch(l.seen...)
	l.seen = nil
	return cmd
}

// check ticks the tasks that are done now, and asks what was seen where the lab
// has been brought there. It does so at the end of every stride, whatever a frame
// makes of them, but not on the way of a glide.
func (l *lecture) check() tea.Cmd {
	if l.lab.lab == nil || l.glides != nil {
		return nil
	}
	var cmds []tea.Cmd
	for _, b := range l.reached() {
		switch b := b.(type) {
		case *lessons.Callout:
			if t := b.Task; t != nil && !l.isDone(t) && lab.Meets(l.lab.lab, t.When) {
				cmds = append(cmds, l.s.doTask(l.slug, t.ID), l.tell(l.s.tr("해냈어요. Tab으로 본문에 돌아가요.", "Done. Press Tab for the text.")))
			}
		case *lessons.Question:
			if q := b; q.Kind == lessons.Saw && !l.choice(q).Made && q.ID != l.there && lab.Meets(l.lab.lab, q.See.When) {
				l.there = q.ID
				l.text.follow()
				cmds = append(cmds, l.tell(l.s.tr("무엇을 보았나요? Tab으로 본문에 돌아가 답해요.", "What did you see? Press Tab for the text and answer.")))
			}
		}
	}
	if len(cmds) > 0 {
		l.render()
	}
	return tea.Batch(cmds...)
}

// tell says something about the text while only the lab is to be seen.
func (l *lecture) tell(sentence string) tea.Cmd {
	if l.bothShow() || !l.inLab {
		return nil
	}
	return notice(sentence)
}
