// Package optimizers has the experiments of lecture 09.
package optimizers
