package bank

import "hakseup/exercises"

// practice returns the exercises at the end of the course.
func practice() []exercises.Exercise { return nil }
