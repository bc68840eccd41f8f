package nn

import "math/rand/v2"

// What a stream of random numbers is for. No two share a number.
const (
	initStream = iota + 1
	shuffleStream
	dropoutStream
	augmentStream
)

// reseed sets p to the start of a stream of its own for every seed, purpose
// and index. What a training draws at a step depends on nothing that was drawn
// before, so that any step can be made again.
func reseed(p *rand.PCG, seed, purpose, index uint64) {
	p.Seed(scatter(seed+scatter(purpose)), scatter(index))
}

// scatter sends neighbouring numbers far apart, no two to the same place:
// the last part of SplitMix64 (Steele, Lea & Flood 2014).
func scatter(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
