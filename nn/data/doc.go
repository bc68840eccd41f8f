// Package data holds the data sets of the course, and what is done with any
// data before training: splits, folds and batches.
//
// Generated sets depend on nothing but their parameters and a seed. Classes are
// balanced: their sizes differ by one at most, and any stretch of samples holds
// nearly as many of each.
//
//	set, err := data.Spirals.Draw(500, 0.2, 1)
//	parts, err := set.Split(1, 0.8, 0.1, 0.1) // training, validation, test
//	batches, err := data.NewBatches(parts[0].Len(), 10, 1)
//
// What a user may choose, such as the number of samples or the fractions of a
// split, ends in an error that names the values if it does not fit.
package data
