// Package nn is a small neural-network engine, written to be read by
// students of the course. It uses the standard library alone.
//
// Vectors are slices of float64, matrices are Matrix. Functions that work in
// a training loop store their result in a destination given by the caller, so
// that a step allocates nothing. Lengths that do not match are the caller's
// mistake and panic; operations on shapes that a user may choose return a
// *ShapeError.
package nn
