package nn

import (
	"fmt"
	"math"
)

// Stride is how far a trainer goes in one step.
type Stride uint8

// The strides.
const (
	BySample Stride = iota
	ByBatch
	ByEpoch
)

// DivergenceError says that a training has left the finite numbers.
type DivergenceError struct {
	Epoch int    // counted from 1; 0 before the first step
	Step  int    // the update, counted from 1 over all epochs
	What  string // such as "loss", "parameters" or "validation loss"
}

// Error names the epoch.
func (e *DivergenceError) Error() string {
	return fmt.Sprintf("the training diverged in epoch %d, at step %d: the %s cannot be expressed in numbers any more",
		e.Epoch, e.Step, e.What)
}

// Step goes to the end of the current sample, batch or epoch. Weights change at
// the end of a batch: stepping by sample shows one after the other what the
// update will be made of, and the last one makes it.
//
// When the loss or a parameter would become NaN or infinite, the error is a
// *DivergenceError, the trainer stays where the last finite numbers were, and
// every further Step returns the error again. Back and Adjust lead out.
func (t *Trainer) Step(by Stride) error {
	if t.diverged != nil {
		return t.diverged
	}
	if t.seen++; by == BySample && t.seen < t.BatchLen() {
		return nil
	}
	for {
		if err := t.update(); err != nil {
			return err
		}
		if by != ByEpoch || t.step%t.perEpoch == 0 {
			return nil
		}
	}
}

// BatchLen returns how many samples the current batch has: the last batch of an
// epoch is made of what is left.
func (t *Trainer) BatchLen() int {
	first := t.step % t.perEpoch * t.config.Batch
	return min(t.config.Batch, t.train.Len()-first)
}

// Row returns which of the training samples comes at a place in the current
// batch.
func (t *Trainer) Row(place int) int {
	row := t.step%t.perEpoch*t.config.Batch + place
	if t.order != nil {
		row = t.order[row]
	}
	return row
}

// Sample returns the input, altered by augmentation, and the truth of the
// sample at a place in the current batch.
func (t *Trainer) Sample(place int) (x, truth []float64) {
	if t.config.Augmentation.On() {
		return t.altered.X.Row(place), t.altered.T.Row(place)
	}
	row := t.Row(place)
	return t.train.X.Row(row), t.train.T.Row(row)
}

// Mask returns the factors of dropout for a hidden layer, counted from 0, in
// the current batch: a row for each of its samples. Without dropout it has no
// rows.
func (t *Trainer) Mask(layer int) Matrix {
	if t.config.Regularization.Dropout == 0 {
		return Matrix{}
	}
	return t.masks[layer].Slice(0, t.BatchLen())
}

// prepare draws what the current batch is made of.
func (t *Trainer) prepare() {
	t.seen = 0
	c, epoch := &t.config, t.step/t.perEpoch
	if t.order != nil && t.shuffled != epoch+1 {
		reseed(&t.source, c.Seed, shuffleStream, uint64(epoch))
		for i := range t.order {
			t.order[i] = i
		}
		t.random.Shuffle(len(t.order), func(i, j int) { t.order[i], t.order[j] = t.order[j], t.order[i] })
		t.shuffled = epoch + 1
	}
	count := t.BatchLen()
	t.work.ClearMasks()
	if c.Regularization.Dropout > 0 {
		reseed(&t.source, c.Seed, dropoutStream, uint64(t.step))
		for i, m := range t.masks {
			m = m.Slice(0, count)
			DropoutMask(m, c.Regularization.Dropout, t.random)
			t.work.SetMask(i, m)
		}
	}
	if c.Augmentation.On() {
		reseed(&t.source, c.Seed, augmentStream, uint64(t.step))
		for i := range count {
			row := t.Row(i)
			c.Augmentation.Apply(t.altered.X.Row(i), t.train.X.Row(row), t.random)
			copy(t.altered.T.Row(i), t.train.T.Row(row))
		}
	}
}

// update makes one step of the optimizer with the current batch.
func (t *Trainer) update() error {
	start, count := t.step, t.BatchLen()
	loss := t.gradient(count)
	if !finite(loss) {
		return t.diverge(start, "loss")
	}
	t.config.Regularization.AddGradient(t.grads, t.net)
	t.descend()
	t.config.Regularization.Restrict(t.net)
	if !allFinite(t.net.Params) {
		return t.diverge(start, "parameters")
	}
	t.sum += loss * float64(count)
	t.step++
	if t.step%t.perEpoch == 0 {
		if err := t.record(); err != nil {
			return t.diverge(start, err.What)
		}
	}
	t.prepare()
	if t.step%checkpointEvery == 0 {
		t.keep(false)
	}
	return nil
}

// gradient leaves the gradient of the current batch in t.work and returns its
// mean loss.
func (t *Trainer) gradient(count int) float64 {
	if t.config.Augmentation.On() {
		return t.work.Gradient(t.altered.X.Slice(0, count), t.altered.T.Slice(0, count), nil)
	}
	first := t.step % t.perEpoch * t.config.Batch
	if t.order != nil {
		return t.work.Gradient(t.train.X, t.train.T, t.order[first:first+count])
	}
	return t.work.Gradient(t.train.X.Slice(first, first+count), t.train.T.Slice(first, first+count), nil)
}

// descend lets the optimizer make its step, at the rate of the schedule.
func (t *Trainer) descend() {
	rate := t.opt.LearningRate()
	base := *rate
	*rate *= t.config.Schedule.Factor(float64(t.step) / float64(t.perEpoch))
	t.opt.Step(t.net.Params, t.work.Grads)
	*rate = base
}

// record ends an epoch, or stands for the start: it measures the network.
func (t *Trainer) record() *DivergenceError {
	r := Record{Epoch: t.step / t.perEpoch, Running: t.sum / float64(t.train.Len())}
	if !finite(r.Running) {
		return &DivergenceError{r.Epoch, t.step, "running loss"}
	}
	r.Train = t.work.Evaluate(t.train, t.judge)
	if !finite(r.Train.Loss) {
		return &DivergenceError{r.Epoch, t.step, "training loss"}
	}
	if t.validation.Len() > 0 {
		r.Validation = t.work.Evaluate(t.validation, t.judge)
		if !finite(r.Validation.Loss) {
			return &DivergenceError{r.Epoch, t.step, "validation loss"}
		}
	}
	t.sum = 0
	t.history = append(t.history, r)
	if stop := t.config.EarlyStopping; stop.Patience > 0 && !t.watch.stopped {
		value := r.Validation.Loss
		if stop.On == ValidationAccuracy {
			value = r.Validation.Accuracy
		}
		if t.watch.observe(stop, r.Epoch, value) {
			t.best = append(t.best[:0], t.net.Params...)
		}
	}
	return nil
}

// diverge goes back to before the step that left the finite numbers.
func (t *Trainer) diverge(step int, what string) error {
	t.seek(step)
	t.diverged = &DivergenceError{Epoch: step/t.perEpoch + 1, Step: step + 1, What: what}
	return t.diverged
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func allFinite(x []float64) bool {
	for _, v := range x {
		if v-v != 0 { // NaN - NaN and Inf - Inf are NaN
			return false
		}
	}
	return true
}
