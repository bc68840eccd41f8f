package nn

import (
	"fmt"
	"math"

	"hakseup/nn/internal/kernel"
)

// Stride is how far a trainer goes in one step.
type Stride uint8

// The strides.
const (
	BySample Stride = iota
	ByBatch
	ByEpoch
)

// DivergenceError says that a training has left the finite numbers, or that its
// loss has grown beyond all bounds.
type DivergenceError struct {
	Epoch int    // counted from 1; 0 before the first step
	Step  int    // the update, counted from 1 over all epochs
	What  string // such as "loss", "parameters" or "validation loss"
}

// Error names the epoch.
func (e *DivergenceError) Error() string {
	if e.Epoch == 0 {
		return fmt.Sprintf("the %s is too large for a number before the first step", e.What)
	}
	return fmt.Sprintf("the training diverged in epoch %d, at step %d: %s beyond all bounds", e.Epoch, e.Step, e.What)
}

// divergedFrom returns the loss from which on a training counts as diverged
// that has begun with the given one: 10⁹ times that, or 10⁹ where it began
// below 1. A training that recovers does not get near it.
func divergedFrom(loss float64) float64 {
	const astronomic = 1e9
	if limit := astronomic * max(loss, 1); finite(limit) {
		return limit
	}
	return math.MaxFloat64
}

// probe returns the loss of the first few samples.
func (t *Trainer) probe(s Samples) float64 {
	const few = 64
	count := min(few, s.Len())
	return t.work.Loss(s.X.Slice(0, count), s.T.Slice(0, count))
}

// Step goes to the end of the current sample, batch or epoch. Weights change at
// the end of a batch: stepping by sample shows one after the other what the
// update will be made of, and the last one makes it. It goes on past the last
// epoch and early stopping.
//
// When a loss or a parameter would become NaN or infinite, or a loss more than
// 10⁹ times what it was at the start or after the last Adjust, the error is a
// *DivergenceError, the trainer stays where it was before, and every further
// Step returns the error again. Back and Adjust lead out.
func (t *Trainer) Step(by Stride) error {
	for {
		if ended, err := t.move(by); ended || err != nil {
			return err
		}
	}
}

// Advance makes strides until as many were made as are wanted, the training is
// Done, or more turns false. It returns how many have come to their end. One
// that was cut short stands at the end of a batch, and is gone on with by the
// next Advance of the same kind. Errors are those of Step.
//
// more is asked after every batch, or, where batches are small, after as many
// as take about a tenth of a millisecond, counted over all calls; a single batch
// is not interrupted. How far one call gets depends on more, but what is found
// at a place does not.
func (t *Trainer) Advance(by Stride, strides int, more func() bool) (made int, err error) {
	const enough = 1 << 18 // multiplications and additions
	for made < strides && (t.diverged != nil || !t.Done()) {
		ended, err := t.move(by)
		if err != nil {
			return made, err
		}
		if ended {
			made++
		}
		if t.spent >= enough {
			t.spent = 0
			if !more() {
				break
			}
		}
	}
	return made, nil
}

// move goes on by a sample or a batch, and reports whether a stride has ended.
func (t *Trainer) move(by Stride) (ended bool, err error) {
	if t.diverged != nil {
		return false, t.diverged
	}
	if by == BySample && t.seen+1 < t.BatchLen() {
		t.seen++
		return true, nil
	}
	if err := t.update(); err != nil {
		return false, err
	}
	return by != ByEpoch || t.done == 0, nil
}

// BatchLen returns how many samples the current batch has: the last batch of an
// epoch is made of what is left.
func (t *Trainer) BatchLen() int { return min(t.setup.Batch, t.setup.train.Len()-t.done) }

// Row returns which of the training samples comes at a place in the current
// batch.
func (t *Trainer) Row(place int) int {
	if t.rows != nil {
		return t.rows[place]
	}
	return t.done + place
}

// Sample returns the input, altered by augmentation, and the truth of the
// sample at a place in the current batch.
func (t *Trainer) Sample(place int) (x, truth []float64) {
	if t.setup.augments {
		return t.altered.X.Row(place), t.altered.T.Row(place)
	}
	row := t.Row(place)
	return t.setup.train.X.Row(row), t.setup.train.T.Row(row)
}

// Mask returns the factors of dropout for a hidden layer, counted from 0, in
// the current batch: a row for each of its samples. Without dropout it has no
// rows.
func (t *Trainer) Mask(layer int) Matrix {
	if t.setup.Regularization.Dropout == 0 {
		return Matrix{}
	}
	return t.masks[layer].Slice(0, t.BatchLen())
}

// shuffle is what an order of the samples depends on; that of no epoch at all
// is the zero value.
type shuffle struct {
	epoch   int // from 1
	samples int
	seed    uint64
}

// prepare draws what the current batch is made of.
func (t *Trainer) prepare() {
	t.seen, t.rows = 0, nil
	s, count := t.setup, t.BatchLen()
	if !s.InOrder && count < s.train.Len() {
		t.reorder(shuffle{t.epoch + 1, s.train.Len(), s.Seed})
		t.rows = t.order[t.done : t.done+count]
	}
	if t.masked {
		t.work.ClearMasks()
	}
	if t.masked = s.Regularization.Dropout > 0; t.masked {
		reseed(&t.source, s.Seed, dropoutStream, uint64(t.step))
		for i, m := range t.masks {
			m = m.Slice(0, count)
			DropoutMask(m, s.Regularization.Dropout, t.random)
			t.work.SetMask(i, m)
		}
	}
	if s.augments {
		reseed(&t.source, s.Seed, augmentStream, uint64(t.step))
		for i := range count {
			row := t.Row(i)
			s.Augmentation.Apply(t.altered.X.Row(i), s.train.X.Row(row), t.random)
			copy(t.altered.T.Row(i), s.train.T.Row(row))
		}
	}
}

// reorder shuffles the samples, unless they are in that order already.
func (t *Trainer) reorder(s shuffle) {
	if t.shuffled == s {
		return
	}
	reseed(&t.source, s.seed, shuffleStream, uint64(t.epoch))
	for i := range t.order {
		t.order[i] = i
	}
	t.random.Shuffle(len(t.order), func(i, j int) { t.order[i], t.order[j] = t.order[j], t.order[i] })
	t.shuffled = s
}

// update makes one step of the optimizer with the current batch.
func (t *Trainer) update() error {
	const overhead = 256 // work that even the smallest step takes
	s, count := t.setup, t.BatchLen()
	loss := t.gradient(count)
	if !(loss <= t.limit) {
		t.seen = 0
		return t.diverge("loss")
	}
	before := t.step
	if s.holdsBack {
		s.Regularization.AddGradient(t.grads, t.net)
	}
	t.descend()
	if s.holdsBack {
		s.Regularization.Restrict(t.net)
	}
	t.step++
	t.done += count
	t.sum += loss * float64(count)
	t.spent += overhead + len(t.net.Params)*count
	t.measured = measured{}
	what := ""
	switch {
	case !kernel.Finite(t.net.Params):
		what = "parameters"
	case t.done == s.train.Len():
		what = t.finishEpoch()
	}
	if what != "" {
		t.seek(before)
		return t.diverge(what)
	}
	t.prepare()
	if t.step%s.spacing == 0 || t.again && t.step%leastSpacing == 0 {
		t.keep(false)
	}
	return nil
}

// gradient leaves the gradient of the current batch in t.work and returns its
// mean loss.
func (t *Trainer) gradient(count int) float64 {
	if t.setup.augments {
		return t.work.Gradient(t.altered.X.Slice(0, count), t.altered.T.Slice(0, count), nil)
	}
	train := &t.setup.train
	if t.rows != nil {
		return t.work.Gradient(train.X, train.T, t.rows)
	}
	return t.work.Gradient(train.X.Slice(t.done, t.done+count), train.T.Slice(t.done, t.done+count), nil)
}

// descend lets the optimizer make its step, at the rate of the schedule.
func (t *Trainer) descend() {
	if t.setup.constant {
		t.opt.Step(t.net.Params, t.work.Grads)
		return
	}
	rate := t.opt.LearningRate()
	base := *rate
	*rate *= t.setup.Schedule.Factor(float64(t.epoch) + float64(t.done)/float64(t.setup.train.Len()))
	t.opt.Step(t.net.Params, t.work.Grads)
	*rate = base
}

// diverge keeps the trainer from making the step that it is about to make.
func (t *Trainer) diverge(what string) error {
	t.diverged = &DivergenceError{Epoch: t.epoch + 1, Step: t.step + 1, What: what}
	return t.diverged
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
