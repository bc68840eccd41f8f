// Package deeplearning holds the experiments of lecture 01: the errors of the
// ImageNet challenge year by year, a network whose features grow while it learns
// handwritten digits, and paper on which it reads what the learner draws.
package deeplearning
