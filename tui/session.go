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

// session is what all screens share: how to speak, how to paint, what is
// taught and how far the learner is.
type session struct {
	lang      lang.Lang
	theme     *theme.Theme
	course    *lessons.Course
	recorder  *recorder // nil before the program runs
	summary   progress.Summary
	summaries int  // how many came; with none it is not known yet
	unsaved   bool // something that the learner did could not be saved yet
	chapters  []chapter
	parsed    map[lectureID]*lessons.Lecture

	// What the learner has begun stays as it is while the program runs.
	begun  map[string]*exercise // by id: with what was typed, and the numbers
	chosen map[questionID]int   // what the learner answered, as soon as it is
	done   map[questionID]bool  // the tasks that are done

	// What the screen on top has asked for: see push and pop.
	next Screen
	back bool
}

// lectureID names a lecture in one language.
type lectureID struct {
	slug string
	lang lang.Lang
}

// questionID names a question, or a task, of a lecture.
type questionID struct {
	lecture string
	kind    lessons.QuestionKind
	id      string
}

func newSession(course *lessons.Course, l lang.Lang, t *theme.Theme) *session {
	s := &session{
		lang: l, theme: t, course: course, parsed: map[lectureID]*lessons.Lecture{},
		begun: map[string]*exercise{}, chosen: map[questionID]int{}, done: map[questionID]bool{},
	}
	s.chapters = s.tableOfContents()
	return s
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

// givenAway reports whether a page gives away the result of an exercise with
// the handout's numbers.
func (s *session) givenAway(id string) bool {
	for _, c := range s.chapters {
		if c.pages == 0 {
			continue
		}
		for _, page := range s.lecture(c.slug).Pages {
			for _, b := range page.Blocks {
				if ref, ok := b.(*lessons.ExerciseRef); ok && ref.ID == id && ref.Fresh {
					return true
				}
			}
		}
	}
	return false
}

// push opens a screen on top of the current one as soon as that has acted on
// its message: the next key, however soon it comes, is for the new one.
func (s *session) push(next Screen) tea.Cmd {
	s.next = next
	return nil
}

// pop goes back to the screen below in the same way.
func (s *session) pop() tea.Cmd {
	s.back = true
	return nil
}

// say picks the text in the language of the session.
func (s *session) say(t lang.Text) string { return t.In(s.lang) }

// tr is say for a text on the spot.
func (s *session) tr(ko, en string) string { return lang.T(ko, en).In(s.lang) }

// paint colours a piece of text by its role.
func (s *session) paint(r theme.Role, text string) string { return s.theme.Paint(r, text) }

// lecture returns a lecture in the language of the session. It is parsed
// once; the content test has shown that it can be.
func (s *session) lecture(slug string) *lessons.Lecture {
	id := lectureID{slug, s.lang}
	if s.parsed[id] == nil {
		l, err := s.course.Lecture(slug, s.lang)
		if err != nil {
			// A mistake in a lesson file is shown in its place.
			l = &lessons.Lecture{Slug: slug, Title: slug, Pages: []lessons.Page{{Title: err.Error()}}}
		}
		s.parsed[id] = l
	}
	return s.parsed[id]
}

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

// chapter returns the entry of the table of contents for a lecture.
func (s *session) chapter(slug string) chapter {
	i := slices.IndexFunc(s.chapters, func(c chapter) bool { return c.slug == slug })
	return s.chapters[i]
}
