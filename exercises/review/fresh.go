package review

import (
	"slices"

	"hakseup/exercises"
	"hakseup/exercises/progress"
)

// Numbers that cannot be drawn, or that do not have what is wanted, are passed
// over, so many times at most.
const (
	drawMost = 100
	wantMost = 20
)

// Fresh draws a variant that the learner has not seen: the first one in which
// the mistakes can be made that it is to bring back, where one of the next few
// is like that.
func (c Course) Fresh(ex exercises.Exercise, x progress.Exercise, mistakes []string) (seed uint64, v exercises.Variant, err error) {
	drawn := 0
	for s := uint64(1); s <= uint64(drawMost+len(x.Tries)+len(x.Shown)); s++ {
		if slices.Contains(x.Shown, s) || slices.ContainsFunc(x.Tries, func(t progress.Try) bool { return t.Seed == s }) {
			continue
		}
		next, failed := ex.Draw(s)
		if failed != nil {
			err = failed
			continue
		}
		if c.canMake(ex.ID, next, mistakes) {
			return s, next, nil
		}
		if drawn++; drawn == 1 {
			seed, v = s, next
		}
		if drawn == wantMost {
			break
		}
	}
	if drawn > 0 {
		return seed, v, nil
	}
	return 0, v, err
}

// canMake reports whether all mistakes can be made in a variant.
func (c Course) canMake(exercise string, v exercises.Variant, mistakes []string) bool {
	for _, name := range mistakes {
		if !slices.ContainsFunc(v.Mistakes(), func(id string) bool { return c.Mistake(exercise, id) == name }) {
			return false
		}
	}
	return true
}
