package tui

import (
	"hakseup/exercises/bank"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/markdown"
	"hakseup/tui/theme"
)

// page lays the blocks of a page out.
func (s *session) page(blocks []lessons.Block, o markdown.Options) []markdown.Line {
	o.Theme, o.Lang, o.Exercise = s.theme, s.lang, s.exerciseLine
	return markdown.Render(blocks, o)
}

// exerciseLine says what a page tells of an exercise that it offers.
func (s *session) exerciseLine(id string) markdown.Exercise {
	line := markdown.Exercise{Title: id}
	if e, ok := bank.Find(id); ok {
		line.Title = s.say(e.Title)
	}
	if s.summary.Exercises[id].Solved {
		line.Status, line.Role = s.tr("✓ 풀었어요", "✓ solved"), theme.Correct
	}
	return line
}

// markdown lays a text of an exercise out.
func (s *session) markdown(t lang.Text, w int) []markdown.Line {
	blocks, err := lessons.ParseMarkdown([]byte(s.say(t)))
	if err != nil {
		// A mistake in an exercise is shown in its place; tests find it first.
		return s.prose(lessons.Explain(err, s.lang), theme.Wrong, w)
	}
	return s.page(blocks, markdown.Options{Width: w})
}
