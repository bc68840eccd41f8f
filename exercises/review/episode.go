package review

import (
	"slices"
	"strings"
	"time"

	"github.com/open-spaced-repetition/go-fsrs/v3"

	"hakseup/exercises/progress"
)

// episode is what a learner did with one variant of an exercise in one go.
type episode struct {
	exercise string
	seed     uint64
	from, to time.Time
	right    bool // in the end
	wrong    bool // before
	helped   bool // by a hint
	shown    bool // the solution
	mistakes []string
}

// pause is how long somebody may stay away from a variant and still be at it.
const pause = 12 * time.Hour

// grade is how well it went: right at first and without help Good, right after
// a hint or a mistake Hard, given up or left Again.
func (e episode) grade() fsrs.Rating {
	switch {
	case e.shown || !e.right:
		return fsrs.Again
	case e.wrong || e.helped:
		return fsrs.Hard
	}
	return fsrs.Good
}

// episodes tells what was done with all exercises, in the order in which it
// was finished.
func episodes(exercises map[string]progress.Exercise) []episode {
	var all []episode
	for id, x := range exercises {
		all = append(all, episodesOf(id, x)...)
	}
	slices.SortFunc(all, func(a, b episode) int {
		if c := a.to.Compare(b.to); c != 0 {
			return c
		}
		return strings.Compare(a.exercise, b.exercise)
	})
	return all
}

// happening is an attempt, or a solution that was shown.
type happening struct {
	progress.Try

	shown bool
}

func episodesOf(id string, x progress.Exercise) []episode {
	var all []happening
	for _, t := range x.Tries {
		all = append(all, happening{t, t.Revealed})
	}
	for i, seed := range x.Shown {
		all = append(all, happening{progress.Try{Seed: seed, Time: x.ShownAt[i]}, true})
	}
	slices.SortStableFunc(all, func(a, b happening) int { return a.Time.Compare(b.Time) })
	var list []episode
	for _, h := range all {
		i := slices.IndexFunc(list, func(e episode) bool { return e.seed == h.Seed && h.Time.Sub(e.to) < pause })
		switch {
		case i < 0:
			list = append(list, episode{exercise: id, seed: h.Seed, from: h.Time})
			i = len(list) - 1
		case list[i].right: // whatever is done with it afterwards
			continue
		}
		list[i].add(h)
	}
	return list
}

func (e *episode) add(h happening) {
	e.to = h.Time
	e.shown = e.shown || h.shown
	e.helped = e.helped || h.Hints > 0
	switch {
	case h.Right:
		e.right = true
	case h.Mistake != "":
		e.mistakes = append(e.mistakes, h.Mistake)
		fallthrough
	default:
		e.wrong = true
	}
}
