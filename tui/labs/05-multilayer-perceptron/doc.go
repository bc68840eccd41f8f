// Package multilayerperceptron has the experiments of lecture 05.
package multilayerperceptron
