// Package bank holds the exercises of the course, one file a lecture. What
// several lectures use is in numbers.go, rules.go, format.go and classifier.go.
package bank

import (
	"slices"
	"sync"

	"hakseup/exercises"
)

// all builds the exercises once: every screen asks for them.
var all = sync.OnceValue(func() []exercises.Exercise {
	return slices.Concat(
		lecture01(),
		lecture02(),
		lecture03(),
		lecture04(),
		lecture05(),
		lecture06(),
		lecture07(), graphs07(),
		lecture08(), graphs08(),
		lecture09(),
		lecture10(),
		lecture11(),
		practice(),
	)
})

// All returns every exercise, in the order of the course.
func All() []exercises.Exercise { return slices.Clone(all()) }

// Find returns the exercise with the given id.
func Find(id string) (exercises.Exercise, bool) {
	for _, e := range all() {
		if e.ID == id {
			return e, true
		}
	}
	return exercises.Exercise{}, false
}
