// Package vectorsmatrices has the experiments of lecture 02: containers for
// numbers, vectors, their products and norms, and calculating with matrices.
package vectorsmatrices
