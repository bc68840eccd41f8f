// Package review works out what a learner has to see again, and when. It keeps
// nothing: the schedule follows from what the learner did, so that two
// machines that know the same come to the same, and an old record gains from
// a better rule. Three kinds of things come back: exercises, mistakes and
// predictions that were missed.
//
// The times are those of FSRS (https://github.com/open-spaced-repetition) at a
// retention of 0.85: an exercise takes minutes, and 0.90 would cost a third
// more of them.
package review

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/open-spaced-repetition/go-fsrs/v3"

	"hakseup/exercises/progress"
)

const (
	// Most is how many things one sitting has at most.
	Most = 6

	retention = 0.85
	// longest is the longest interval, in days: about a semester.
	longest = 120
	// creditWithin is how soon an exercise has to be due for another one that
	// contains it to count as a review of it.
	creditWithin = 7 * 24 * time.Hour
	// newDay is the hour at which a day begins: who works past midnight has
	// not slept on it yet.
	newDay = 4 * time.Hour
)

// Course is what there is to come back.
type Course struct {
	Has      func(exercise string) bool
	Asks     func(lecture, question string) bool
	Contains func(exercise string) []string         // its parts
	Mistake  func(exercise, id string) string       // the name of a mistake across the course, "" for none
	Mistakes func(exercise string) (names []string) // that can be made in it
}

// Item is one thing of a sitting: an exercise, or a question of a page.
type Item struct {
	Exercise string
	Mistakes []string // the names of those that are to be possible again, for an exercise

	Lecture, Question string
}

// Schedule is what comes back and when.
type Schedule struct {
	course    Course
	scheduler *fsrs.FSRS
	exercises map[string]fsrs.Card
	mistakes  map[string]mistake
	questions map[question]fsrs.Card
}

type question struct{ lecture, id string }

// mistake is a mistake that was made, and the exercise in which it was made last.
type mistake struct {
	fsrs.Card

	in string
}

// New works out the schedule of a learner.
func New(sum progress.Summary, course Course) *Schedule {
	p := fsrs.DefaultParam()
	p.RequestRetention = retention
	p.MaximumInterval = longest
	p.EnableShortTerm = false // its steps are minutes: an exercise would come back at once
	s := &Schedule{
		course: course, scheduler: fsrs.NewFSRS(p),
		exercises: map[string]fsrs.Card{}, mistakes: map[string]mistake{}, questions: map[question]fsrs.Card{},
	}
	for _, e := range episodes(sum.Exercises) {
		if course.Has(e.exercise) {
			s.take(e)
		}
	}
	for slug, l := range sum.Lectures {
		for id, answers := range l.Recalled {
			q := question{slug, id}
			for _, a := range answers {
				if course.Asks(slug, id) {
					s.questions[q] = s.next(s.questions[q], gradeOf(a.Right), a.Time)
				}
			}
		}
	}
	return s
}

func gradeOf(right bool) fsrs.Rating {
	if right {
		return fsrs.Good
	}
	return fsrs.Again
}

// next is a card after a review. One that is new is the zero value.
func (s *Schedule) next(card fsrs.Card, r fsrs.Rating, at time.Time) fsrs.Card {
	return s.scheduler.Next(card, at, r).Card
}

// take brings the schedule up to date with an episode.
func (s *Schedule) take(e episode) {
	grade := e.grade()
	// What goes well once more on the same day tells nothing of what stays.
	if card, known := s.exercises[e.exercise]; !known || grade == fsrs.Again || slept(card, e.to) {
		s.exercises[e.exercise] = s.next(card, grade, e.to)
	}
	made := map[string]bool{}
	for _, id := range e.mistakes {
		if name := s.course.Mistake(e.exercise, id); name != "" && !made[name] {
			made[name] = true
			s.mistakes[name] = mistake{s.next(s.mistakes[name].Card, fsrs.Again, e.to), e.exercise}
		}
	}
	if grade != fsrs.Good {
		return
	}
	for _, id := range s.course.Contains(e.exercise) {
		if card, known := s.exercises[id]; known && card.Due.Before(e.to.Add(creditWithin)) && slept(card, e.to) {
			s.exercises[id] = s.next(card, fsrs.Good, e.to)
		}
	}
	for _, name := range s.course.Mistakes(e.exercise) {
		if m, known := s.mistakes[name]; known && slept(m.Card, e.to) {
			m.Card = s.next(m.Card, fsrs.Good, e.to)
			s.mistakes[name] = m
		}
	}
}

// slept reports whether a day has begun since the last review of a card.
func slept(card fsrs.Card, at time.Time) bool {
	return dayOf(card.LastReview, at).Before(dayOf(at, at))
}

// dayOf returns the day of a time, where the clock stands.
func dayOf(t, clock time.Time) time.Time {
	y, m, d := t.In(clock.Location()).Add(-newDay).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, clock.Location())
}

// due reports whether a card is due on the day of now.
func due(card fsrs.Card, now time.Time) bool { return !dayOf(card.Due, now).After(dayOf(now, now)) }

// Due lists everything that is due, what is forgotten most first. A mistake
// comes back in an exercise: one that is due in any case, or else one of those
// that the learner knows, and rather not the one in which it was made.
func (s *Schedule) Due(now time.Time) []Item {
	type dueItem struct {
		Item

		left float64 // the probability that it is still known
	}
	var items []dueItem
	known := func(card fsrs.Card) float64 { return s.scheduler.GetRetrievability(card, now) }
	for _, id := range slices.Sorted(maps.Keys(s.exercises)) {
		if card := s.exercises[id]; due(card, now) {
			items = append(items, dueItem{Item{Exercise: id}, known(card)})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.mistakes)) {
		m := s.mistakes[name]
		if !due(m.Card, now) {
			continue
		}
		i := slices.IndexFunc(items, func(it dueItem) bool { return it.Exercise != m.in && s.possible(name, it.Exercise) })
		if i < 0 {
			in := s.bringsBack(name, m.in)
			if i = slices.IndexFunc(items, func(it dueItem) bool { return it.Exercise == in }); i < 0 {
				i = len(items)
				items = append(items, dueItem{Item{Exercise: in}, known(m.Card)})
			}
		}
		items[i].Mistakes = append(items[i].Mistakes, name)
		items[i].left = min(items[i].left, known(m.Card))
	}
	for q, card := range s.questions {
		if due(card, now) {
			items = append(items, dueItem{Item{Lecture: q.lecture, Question: q.id}, known(card)})
		}
	}
	slices.SortFunc(items, func(a, b dueItem) int {
		return cmp.Or(cmp.Compare(a.left, b.left), cmp.Compare(a.Exercise, b.Exercise),
			cmp.Compare(a.Lecture, b.Lecture), cmp.Compare(a.Question, b.Question))
	})
	all := make([]Item, len(items))
	for i, it := range items {
		all[i] = it.Item
	}
	return all
}

func (s *Schedule) possible(name, exercise string) bool {
	return slices.Contains(s.course.Mistakes(exercise), name)
}

// bringsBack returns the exercise in which a mistake comes back.
func (s *Schedule) bringsBack(name, in string) string {
	best := in
	for _, id := range slices.Sorted(maps.Keys(s.exercises)) {
		if id != in && s.possible(name, id) && (best == in || s.exercises[id].Due.Before(s.exercises[best].Due)) {
			best = id
		}
	}
	return best
}

// Sitting is what is due, as far as one sitting goes.
func (s *Schedule) Sitting(now time.Time) []Item {
	all := s.Due(now)
	return all[:min(len(all), Most)]
}

// Next returns when something is due next; ok is false where nothing ever is.
func (s *Schedule) Next() (at time.Time, ok bool) {
	earlier := func(card fsrs.Card) {
		if !ok || card.Due.Before(at) {
			at, ok = card.Due, true
		}
	}
	for _, card := range s.exercises {
		earlier(card)
	}
	for _, m := range s.mistakes {
		earlier(m.Card)
	}
	for _, card := range s.questions {
		earlier(card)
	}
	return at, ok
}

// Back returns when an exercise comes back; ok is false for one that was never
// tried.
func (s *Schedule) Back(exercise string) (at time.Time, ok bool) {
	card, ok := s.exercises[exercise]
	return card.Due, ok
}

// BackQuestion returns when a question comes back.
func (s *Schedule) BackQuestion(lecture, id string) (at time.Time, ok bool) {
	card, ok := s.questions[question{lecture, id}]
	return card.Due, ok
}
