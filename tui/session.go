package tui

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises"
	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/theme"
)

// session is one learner at the program: what is taught, which any number of
// learners can share, how far this one is, how to speak and paint, and where to
// go next.
type session struct {
	*library
	*learner
	look
	navigation
}

func newSession(course *lessons.Course, l lang.Lang, t *theme.Theme) *session {
	return &session{library: newLibrary(course), learner: newLearner(), look: look{lang: l, theme: t}}
}

// exercise returns the screen of an exercise as the learner left it.
func (s *session) exercise(ex exercises.Exercise) *exercise {
	e, ok := s.begun[ex.ID]
	if !ok {
		e = newExercise(s, ex)
		if s.givenAway(ex.ID) {
			e.fresh()
		}
		s.begun[ex.ID] = e
	}
	return e
}

// lecture returns a lecture in the language of the session.
func (s *session) lecture(slug string) *lessons.Lecture { return s.library.lecture(slug, s.lang) }

// read lists for every page of a lecture whether the learner has read it.
func (s *session) read(slug string) []bool {
	kept := s.summary.Lectures[slug].Read
	pages := s.lecture(slug).Pages
	read := make([]bool, len(pages))
	for i, p := range pages {
		read[i] = slices.Contains(kept, p.ID)
	}
	return read
}

// left returns the number of the page at which the learner left a lecture, 0
// where that is not known.
func (s *session) left(slug string) int {
	id := s.summary.Lectures[slug].Page
	return max(0, slices.IndexFunc(s.lecture(slug).Pages, func(p lessons.Page) bool { return p.ID == id }))
}

// keep keeps a graded answer. It is in the journal before the verdict is on
// the screen.
func (s *session) keep(a progress.Attempt) tea.Cmd {
	var err error
	cmd := s.record(func(store *progress.Store) { err = store.AddAttempt(a) })
	if err != nil {
		return notice(s.say(lang.Sprintf("답을 저장하지 못했어요: %v", "Your answer could not be kept: %v", err)))
	}
	return cmd
}
