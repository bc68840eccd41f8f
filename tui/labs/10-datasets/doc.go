// Package datasets holds the experiments of lecture 10: samples dealt to sets
// and fed in batches, cross validation fold by fold, the luck of a single split,
// and four ways in which a test set leaks.
package datasets
