package optimizers

import (
	"math"

	"hakseup/nn"
	"hakseup/nn/data"
)

// The training of which the batch lab shows everything: half moons, so noisy that
// nobody tells all of them apart, and a small network.
const (
	samples = 400
	noisy   = 1.0
	hidden  = 8
	epochs  = 20
)

// size is a batch size with the rate that suits it best of those tried.
type size struct {
	batch int
	rate  float64
}

// sizes are the batch sizes to compare. A test holds that the rates are the best
// of seven.
func sizes() []size { return []size{{1, 0.03}, {4, 0.1}, {16, 0.3}, {64, 0.3}, {samples, 1}} }

// commonRate is the rate of all when they are to have the same.
const commonRate = 0.05

// tour is a whole training with batches of one size: where it has been after every
// update, and its loss on all samples at the end of every epoch.
type tour struct {
	size

	params [][]float64
	loss   []float64
}

// iterations is how many updates an epoch has.
func (z size) iterations() int { return (samples + z.batch - 1) / z.batch }

// after is in which epoch one is after so many updates, counted in fractions.
func (z size) after(updates int) float64 { return float64(updates) / float64(z.iterations()) }

// network returns the network of the lab with a start of its own for every seed.
func network(seed uint64) *nn.MLP {
	n, err := nn.NewMLP(2, nn.Dense{Units: hidden, Activation: nn.Tanh}, nn.Dense{Units: 2, Activation: nn.Identity})
	if err != nil {
		panic(err) // a network of that shape there is
	}
	n.Softmax, n.Loss = true, nn.CrossEntropyLoss
	n.Init(nn.XavierInit{}, seed)
	return n
}

// moons draws the samples of a seed.
func moons(seed uint64) data.Set {
	s, err := data.Moons.Draw(samples, noisy, seed)
	if err != nil {
		panic(err) // so many of that shape can be drawn
	}
	return s
}

// train goes on a whole tour.
func train(set data.Set, z size, seed uint64) tour {
	n := network(seed)
	w, o := nn.NewWorkspace(n, samples), nn.NewSGD(z.rate)
	t := tour{size: z, params: [][]float64{clone(n.Params)}, loss: []float64{w.Loss(set.X, set.T)}}
	batches, err := data.NewBatches(samples, z.batch, seed)
	if err != nil {
		panic(err) // no size is below 1
	}
	for e := range epochs {
		for _, rows := range batches.Epoch(e) {
			w.Gradient(set.X, set.T, rows)
			o.Step(n.Params, w.Grads)
			t.params = append(t.params, clone(n.Params))
		}
		t.loss = append(t.loss, w.Loss(set.X, set.T))
	}
	return t
}

func clone(v []float64) []float64 { return append([]float64(nil), v...) }

// fan is the gradients of many batches beside that of all samples, at one place.
type fan struct {
	along, across []float64 // of every batch: its part in the direction of the whole, and beside it
	whole         float64   // the length of the whole gradient
	angle         float64   // the mean angle to it, in degrees
	uphill        float64   // the share that points more than 90° away
	off           float64   // how far off a gradient is on average (root mean square), in lengths of the whole
}

// fanned is how many batches make a fan.
const fanned = 200

// spread draws batches of a size and compares their gradients with the whole one.
func spread(set data.Set, params []float64, batch int, seed uint64) fan {
	n := network(1)
	copy(n.Params, params)
	w := nn.NewWorkspace(n, samples)
	w.Gradient(set.X, set.T, nil)
	whole := clone(w.Grads)
	f := fan{whole: math.Sqrt(nn.Dot(whole, whole))}
	batches, err := data.NewBatches(samples, batch, seed)
	if err != nil {
		panic(err) // no size is below 1
	}
	for e := 0; len(f.along) < fanned; e++ {
		for _, rows := range batches.Epoch(e) {
			if len(f.along) < fanned {
				w.Gradient(set.X, set.T, rows)
				f.add(w.Grads, whole)
			}
		}
	}
	f.angle /= fanned
	f.uphill /= fanned
	f.off = math.Sqrt(f.off/fanned) / f.whole
	if batch == samples { // what is left is of adding up in another order
		f.off, f.angle = 0, 0
	}
	return f
}

// add lays a gradient in the plane of the fan: across, to alternating sides.
func (f *fan) add(g, whole []float64) {
	along := nn.Dot(g, whole) / f.whole
	across := math.Sqrt(max(0, nn.Dot(g, g)-along*along))
	if len(f.along)%2 == 1 {
		across = -across
	}
	f.along, f.across = append(f.along, along), append(f.across, across)
	angle := math.Atan2(math.Abs(across), along) * 180 / math.Pi
	f.angle += angle
	if angle > 90 {
		f.uphill++
	}
	f.off += (along-f.whole)*(along-f.whole) + across*across
}
