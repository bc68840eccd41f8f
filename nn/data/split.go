package data

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
)

// What random orders are for: none is like another with the same seed.
const (
	splitStream = 1<<20 + iota
	foldStream
	batchStream
)

// Split shuffles the samples and divides them into parts, such as 0.8 to train
// with, 0.1 to validate and 0.1 to test. Fractions are positive and sum to 1.
// Every sample is in one part. The parts end at the whole numbers next to n·f₁,
// n·(f₁ + f₂), …, so that no part is off by a whole sample. Each holds the
// classes as nearly in the proportions of the whole as its size allows.
//
// A part without a sample is an error.
func (s Set) Split(seed uint64, fractions ...float64) ([]Set, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	if err := checkFractions(fractions); err != nil {
		return nil, err
	}
	order := s.mixed(seed, splitStream)
	var parts []Set
	sum, start := 0.0, 0
	for i, f := range fractions {
		sum += f
		end := int(math.Round(sum * float64(s.Len())))
		if i == len(fractions)-1 {
			end = s.Len()
		}
		if end == start {
			return nil, fmt.Errorf("no sample is left for part %d: %v of %d", i+1, f, s.Len())
		}
		parts = append(parts, s.Take(order[start:end]))
		start = end
	}
	return parts, nil
}

func checkFractions(fractions []float64) error {
	if len(fractions) == 0 {
		return errors.New("a split needs at least 1 fraction")
	}
	sum := 0.0
	for _, f := range fractions {
		if !(f > 0 && f <= 1) {
			return fmt.Errorf("the fractions %v must lie between 0 and 1, and %v does not", fractions, f)
		}
		sum += f
	}
	if math.Abs(sum-1) > 1e-9 {
		return fmt.Errorf("the fractions %v must sum to 1, not %v", fractions, sum)
	}
	return nil
}

// Fold is one of the ways to divide a set in cross validation.
type Fold struct{ Train, Test Set }

// Folds shuffles the samples and divides them into k parts. In fold i part i is
// for testing, and all others are for training: so each sample is tested once.
// The sizes of the parts differ by one at most. Classes are spread as by Split.
func (s Set) Folds(k int, seed uint64) ([]Fold, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	if k < 2 || k > s.Len() {
		return nil, fmt.Errorf("%d samples can be divided into 2 to %d folds, not %d", s.Len(), s.Len(), k)
	}
	order := s.mixed(seed, foldStream)
	folds := make([]Fold, k)
	for i := range folds {
		start, end := i*s.Len()/k, (i+1)*s.Len()/k
		folds[i] = Fold{
			Train: s.Take(slices.Concat(order[:start], order[end:])),
			Test:  s.Take(order[start:end]),
		}
	}
	return folds, nil
}

// mixed returns the rows in random order, in which every class is spread evenly.
func (s Set) mixed(seed, stream uint64) []int {
	r := rand.New(rand.NewPCG(seed, stream))
	order := r.Perm(s.Len())
	if s.Labels == nil {
		return order
	}
	// Sample number j of a class with m samples belongs at (j + shift)/m of the
	// whole. Every class has a shift of its own, so that they do not bunch.
	counts, seen := s.Counts(), make([]int, s.Classes)
	shifts, place := make([]float64, s.Classes), make([]float64, s.Len())
	for i, class := range r.Perm(s.Classes) {
		shifts[class] = (float64(i) + 0.5) / float64(s.Classes)
	}
	for _, row := range order {
		class := s.Labels[row]
		place[row] = (float64(seen[class]) + shifts[class]) / float64(counts[class])
		seen[class]++
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(place[a], place[b]) })
	return order
}
