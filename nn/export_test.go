package nn

import "math/rand/v2"

// WholePower is wholePower, for the tests.
func WholePower(b float64, n int) float64 { return wholePower(b, n) }

// Checkpoints returns how many checkpoints a trainer holds, the unused ones
// included.
func Checkpoints(t *Trainer) int { return len(t.checkpoints) + len(t.spare) }

// First returns the first number of a stream.
func First(seed, purpose, index uint64) uint64 {
	var p rand.PCG
	reseed(&p, seed, purpose, index)
	return p.Uint64()
}
