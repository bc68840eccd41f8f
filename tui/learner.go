package tui

import (
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/progress"
	"hakseup/lessons"
)

// learner is how far somebody is: what is kept, and what was begun since the
// program was started.
type learner struct {
	now       func() time.Time
	recorder  *recorder // nil before the program runs
	summary   progress.Summary
	summaries int  // how many came; with none it is not known yet
	unsaved   bool // something that the learner did could not be saved yet

	// What the learner has begun stays as it is while the program runs.
	exam   *exam                // the mock exam that was begun last, or nil
	begun  map[string]*exercise // by id: with what was typed, and the numbers
	chosen map[questionID]int   // what the learner answered, as soon as it is
	done   map[questionID]bool  // the tasks that are done

	watch   stopwatch
	planned plan // what is due, as of a summary

	line string // the run of the lab that was left last, as a line
}

// questionID names a question, or a task, of a lecture.
type questionID struct {
	lecture string
	kind    lessons.QuestionKind
	id      string
}

func newLearner() *learner {
	return &learner{now: time.Now, begun: map[string]*exercise{}, chosen: map[questionID]int{}, done: map[questionID]bool{}}
}

// record lets the store keep something and brings the summary with it. Where
// there is no store it does nothing.
func (s *learner) record(keep func(*progress.Store)) tea.Cmd {
	if s.recorder == nil {
		return nil
	}
	keep(s.recorder.store)
	return s.refresh()
}

// refresh brings a fresh summary as soon as the store is open, and looks
// whether other programs have added to it.
func (s *learner) refresh() tea.Cmd {
	r := s.recorder
	if r == nil {
		return nil
	}
	select {
	case r.wake <- struct{}{}:
	default: // it is awake
	}
	return func() tea.Msg {
		select {
		case <-r.opened:
		case <-r.done:
		}
		return r.summary()
	}
}

// visit keeps that a page was read and that the learner is there.
func (s *learner) visit(p progress.Place) tea.Cmd {
	return s.record(func(store *progress.Store) { store.Visit(p) })
}

// shown keeps that the solution of a variant was shown.
func (s *learner) shown(exercise string, seed uint64) tea.Cmd {
	return s.record(func(store *progress.Store) { store.ShowSolution(exercise, seed) })
}

// choose keeps a setting.
func (s *learner) choose(name progress.Setting, value string) tea.Cmd {
	return s.record(func(store *progress.Store) { store.Set(name, value) })
}

// answered returns the option that the learner chose first, if any. One of a
// time when the question had more options does not count.
func (s *learner) answered(slug string, q *lessons.Question) (option int, made bool) {
	kept := s.summary.Lectures[slug].Predicted
	if q.Kind == lessons.Saw {
		kept = s.summary.Lectures[slug].Saw
	}
	if c, ok := kept[q.ID]; ok && c.Option >= 0 && c.Option < len(q.Options) {
		return c.Option, true
	}
	option, made = s.chosen[questionID{slug, q.Kind, q.ID}]
	return option, made
}

// answer keeps an answer; the first one counts.
func (s *learner) answer(slug string, q *lessons.Question, option int) tea.Cmd {
	s.chosen[questionID{slug, q.Kind, q.ID}] = option
	choice := progress.Choice{Option: option, Right: option == q.Answer}
	return s.record(func(store *progress.Store) {
		if q.Kind == lessons.Saw {
			store.Saw(slug, q.ID, choice)
		} else {
			store.Predict(slug, q.ID, choice)
		}
	})
}

// didTask reports whether a task is done.
func (s *learner) didTask(slug, id string) bool {
	return slices.Contains(s.summary.Lectures[slug].Tasks, id) || s.done[questionID{lecture: slug, id: id}]
}

// doTask keeps that a task is done.
func (s *learner) doTask(slug, id string) tea.Cmd {
	s.done[questionID{lecture: slug, id: id}] = true
	return s.record(func(store *progress.Store) { store.DoTask(slug, id) })
}
