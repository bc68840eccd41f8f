// Package bank holds the exercises of the course, one file a lecture.
package bank

import (
	"slices"

	"hakseup/exercises"
)

// All returns every exercise, in the order of the course.
func All() []exercises.Exercise {
	return slices.Concat(
		lecture02(),
		lecture04(),
		lecture06(),
		practice(),
	)
}

// Find returns the exercise with the given id.
func Find(id string) (exercises.Exercise, bool) {
	for _, e := range All() {
		if e.ID == id {
			return e, true
		}
	}
	return exercises.Exercise{}, false
}
