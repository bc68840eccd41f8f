package data

import (
	"fmt"
	"math/rand/v2"
)

// Batches divides the samples of each epoch into batches.
type Batches struct {
	samples, size int
	seed          uint64
}

// NewBatches returns batches of the given size. The last one of an epoch is
// smaller if the number of samples is no multiple of it. A size greater than
// the number of samples puts them all in one batch.
func NewBatches(samples, size int, seed uint64) (*Batches, error) {
	if samples < 1 {
		return nil, fmt.Errorf("there must be at least 1 sample, not %d", samples)
	}
	if size < 1 {
		return nil, fmt.Errorf("a batch has at least 1 sample, not %d", size)
	}
	return &Batches{samples, min(size, samples), seed}, nil
}

// Len returns how many batches there are in an epoch: the number of its
// iterations.
func (b *Batches) Len() int { return (b.samples + b.size - 1) / b.size }

// Epoch returns the batches of an epoch: the numbers of their samples, from 0.
// Each epoch has every sample once, in an order of its own.
func (b *Batches) Epoch(epoch int) [][]int {
	order := rand.New(rand.NewPCG(b.seed, batchStream+uint64(epoch)<<32)).Perm(b.samples)
	batches := make([][]int, 0, b.Len())
	for len(order) > b.size {
		batches = append(batches, order[:b.size:b.size])
		order = order[b.size:]
	}
	return append(batches, order)
}
