package datasets

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"hakseup/nn"
	"hakseup/nn/data"
)

const (
	points      = 100
	blurred     = 1.5  // noise of the moons
	freshPoints = 1000 // that tell the truth
	features    = 200  // of noise, to choose among
	chosen      = 5    // of them
	fewPoints   = 60   // where there are many features
)

// run trains once with a seed and returns the accuracy on the test set and on
// fresh points.
func (at setting) run(seed uint64) (promised, actual float64) {
	switch at.kind {
	case byCopies:
		return at.copies(seed)
	case bySelect:
		return at.choosing(seed)
	case byBest:
		return at.best(seed)
	}
	return at.rows(seed)
}

// draw returns points, with labels by coin flips if asked for.
func (at setting) draw(n int, seed uint64) data.Set {
	s := moons(n, blurred, seed)
	if !at.coin {
		return s
	}
	r := rand.New(rand.NewPCG(seed, 1))
	labels := make([]int, n)
	for i := range labels {
		labels[i] = r.IntN(2)
	}
	flipped, _ := data.FromLabels(s.X, labels, 2)
	return flipped
}

// freshSeed is one whose points are not those of the seed.
func freshSeed(seed uint64) uint64 { return seed + 1<<40 }

// all returns the rows of several sets as one.
func all(sets ...data.Set) data.Set {
	var x []float64
	var labels []int
	for _, s := range sets {
		x, labels = append(x, s.X.Data...), append(labels, s.Labels...)
	}
	whole, _ := data.FromLabels(nn.NewMatrix(len(labels), sets[0].X.Cols, x...), labels, sets[0].Classes)
	return whole
}

// rows lets the network learn the very rows that it is tested with.
func (at setting) rows(seed uint64) (promised, actual float64) {
	parts, _ := at.draw(points, seed).Split(seed, 0.8, 0.2)
	train := parts[0]
	if at.leak {
		train = all(parts...)
	}
	n := recipe{units: 32, epochs: 300}.learn(train, seed)
	return accuracy(n, parts[1]), accuracy(n, at.draw(freshPoints, freshSeed(seed)))
}

// copies doubles every row before the split, and not only those to train with.
func (at setting) copies(seed uint64) (promised, actual float64) {
	whole := at.draw(points/2, seed)
	if at.leak {
		whole = all(whole, whole)
	}
	parts, _ := whole.Split(seed, 0.8, 0.2)
	train := parts[0]
	if !at.leak {
		train = all(train, train)
	}
	n := recipe{units: 32, epochs: 300}.learn(train, seed)
	return accuracy(n, parts[1]), accuracy(n, at.draw(freshPoints, freshSeed(seed)))
}

// wide returns points with many more features, which are noise.
func (at setting) wide(n int, seed uint64) data.Set {
	s, r := at.draw(n, seed), rand.New(rand.NewPCG(seed, 2))
	x := nn.NewMatrix(n, 2+features)
	for i := range n {
		row := x.Row(i)
		copy(row, s.X.Row(i))
		for j := 2; j < len(row); j++ {
			row[j] = r.NormFloat64()
		}
	}
	wide, _ := data.FromLabels(x, s.Labels, s.Classes)
	return wide
}

// choosing keeps the features that go best with the labels: of all rows, the
// test rows among them, or of those to train with.
func (at setting) choosing(seed uint64) (promised, actual float64) {
	whole := at.wide(fewPoints, seed)
	parts, _ := whole.Split(seed, 0.8, 0.2)
	look := parts[0]
	if at.leak {
		look = whole
	}
	keep := strongest(look, chosen)
	n := recipe{epochs: 100}.learn(columns(parts[0], keep), seed)
	return accuracy(n, columns(parts[1], keep)), accuracy(n, columns(at.wide(freshPoints, freshSeed(seed)), keep))
}

// strongest returns the columns whose means differ most between the two
// classes, in terms of their spread.
func strongest(s data.Set, count int) []int {
	type column struct {
		at       int
		strength float64
	}
	var list []column
	for j := range s.X.Cols {
		var sums [2]float64
		squares := 0.0
		for i, label := range s.Labels {
			v := s.X.At(i, j)
			sums[label] += v
			squares += v * v
		}
		counts := s.Counts()
		apart := sums[1]/float64(counts[1]) - sums[0]/float64(counts[0])
		list = append(list, column{j, math.Abs(apart) / math.Sqrt(squares)})
	}
	slices.SortStableFunc(list, func(a, b column) int { return cmp.Compare(b.strength, a.strength) })
	var out []int
	for _, c := range list[:count] {
		out = append(out, c.at)
	}
	return out
}

// columns keeps some columns of the samples.
func columns(s data.Set, keep []int) data.Set {
	x := nn.NewMatrix(s.Len(), len(keep))
	for i := range s.Len() {
		for k, j := range keep {
			x.Set(i, k, s.X.At(i, j))
		}
	}
	s.X = x
	return s
}

// best trains K networks from other starts, and reports the one that does best on
// the test set, or on a validation set.
func (at setting) best(seed uint64) (promised, actual float64) {
	parts, _ := at.draw(points, seed).Split(seed, 0.6, 0.2, 0.2)
	judge := parts[1]
	if at.leak {
		judge = parts[2]
	}
	var winner *nn.MLP
	most := math.Inf(-1)
	for i := range at.k {
		n := recipe{units: 8, epochs: 20}.learn(parts[0], seed<<8+uint64(i))
		if score := accuracy(n, judge); score > most {
			winner, most = n, score
		}
	}
	return accuracy(winner, parts[2]), accuracy(winner, at.draw(freshPoints, freshSeed(seed)))
}
