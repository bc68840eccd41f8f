// Package overview works out where a learner stands: lecture by lecture and in
// all, and which mistakes were made most.
package overview

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"hakseup/exercises/bank"
	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/lessons/lang"
)

// Practice is the name of the chapter that has the handout's own exercises.
const Practice = "practice"

// Overview is where a learner stands.
type Overview struct {
	Chapters []Chapter // in the order of the course, those that are written
	All      Chapter
	Mistakes []Mistake // those made most first
}

// Chapter is how far the learner is in a lecture, or in all.
type Chapter struct {
	Number string // "06", "★"
	Slug   string
	Title  lang.Text

	Read, Pages       int
	Right, Wrong      int // predictions
	Done, Tasks       int
	Solved, Exercises int
	Tried             int
	Best, Latest      float64 // marks: the mean of the exercises that were tried, from 0 to 1
	Spent             time.Duration
}

// Mistake is a known mistake that the learner has made.
type Mistake struct {
	Times    int
	Exercise string    // in which it was made last
	Say      lang.Text // Markdown: what it is
}

// Of works out where a learner stands.
func Of(course *lessons.Course, sum progress.Summary) Overview {
	var o Overview
	for _, e := range course.Entries() {
		if !e.Written {
			continue
		}
		c := Chapter{Number: e.Slug[:2], Slug: e.Slug, Title: e.Title, Pages: e.Pages}
		if l, err := course.Lecture(e.Slug, lang.KO); err == nil { // the languages agree in this
			c.read(l, sum.Lectures[e.Slug])
		}
		o.add(c, e.Slug[:2]+"/", sum)
	}
	o.add(Chapter{Number: "★", Slug: Practice, Title: lang.T("연습 문제", "Practice exercises")}, Practice+"-", sum)
	if o.All.Tried > 0 {
		o.All.Best /= float64(o.All.Tried)
		o.All.Latest /= float64(o.All.Tried)
	}
	o.Mistakes = mistakesOf(sum)
	return o
}

// read counts what was read, predicted and done in a lecture.
func (c *Chapter) read(l *lessons.Lecture, state progress.Lecture) {
	for _, p := range l.Pages {
		if slices.Contains(state.Read, p.ID) {
			c.Read++
		}
		for _, b := range p.Blocks {
			switch b := b.(type) {
			case *lessons.Callout:
				if b.Task == nil {
					continue
				}
				c.Tasks++
				if slices.Contains(state.Tasks, b.Task.ID) {
					c.Done++
				}
			case *lessons.Question:
				choice, made := state.Predicted[b.ID]
				switch {
				case b.Kind == lessons.Saw || !made:
				case choice.Right:
					c.Right++
				default:
					c.Wrong++
				}
			}
		}
	}
}

// add counts the exercises of a chapter, and adds it to the whole.
func (o *Overview) add(c Chapter, prefix string, sum progress.Summary) {
	var best, latest float64
	for _, e := range bank.All() {
		if !strings.HasPrefix(e.ID, prefix) {
			continue
		}
		c.Exercises++
		state := sum.Exercises[e.ID]
		if state.Solved {
			c.Solved++
		}
		if len(state.Tries) > 0 {
			c.Tried++
			b, l := state.Marks()
			best, latest = best+b, latest+l
		}
	}
	c.Spent = sum.Spent[c.Slug]
	all := &o.All
	all.Read, all.Pages = all.Read+c.Read, all.Pages+c.Pages
	all.Right, all.Wrong = all.Right+c.Right, all.Wrong+c.Wrong
	all.Done, all.Tasks = all.Done+c.Done, all.Tasks+c.Tasks
	all.Solved, all.Exercises = all.Solved+c.Solved, all.Exercises+c.Exercises
	all.Tried, all.Spent = all.Tried+c.Tried, all.Spent+c.Spent
	all.Best, all.Latest = all.Best+best, all.Latest+latest
	if c.Tried > 0 {
		c.Best, c.Latest = best/float64(c.Tried), latest/float64(c.Tried)
	}
	o.Chapters = append(o.Chapters, c)
}

// mistakesOf counts the mistakes across all exercises, by what they are.
func mistakesOf(sum progress.Summary) []Mistake {
	type made struct {
		Mistake

		name, id string
		last     time.Time
	}
	found := map[string]made{}
	for exercise, e := range sum.Exercises {
		for _, t := range e.Tries {
			name := bank.Mistake(exercise, t.Mistake)
			if name == "" {
				continue
			}
			m := found[name]
			m.Times++
			if m.name = name; m.id == "" || t.Time.After(m.last) || t.Time.Equal(m.last) && exercise < m.Exercise {
				m.Exercise, m.id, m.last = exercise, t.Mistake, t.Time
			}
			found[name] = m
		}
	}
	all := slices.SortedFunc(maps.Values(found), func(a, b made) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), b.last.Compare(a.last), cmp.Compare(a.name, b.name))
	})
	var list []Mistake
	for _, m := range all {
		if m.Say = bank.SayMistake(m.Exercise, m.id); !m.Say.IsZero() {
			list = append(list, m.Mistake)
		}
	}
	return list
}
