// Package softmaxloss holds the experiments of lecture 06: scores made into
// probabilities, two losses, and a network with a loss to calculate by hand.
package softmaxloss
