package nn

import (
	"math/bits"
	"slices"
)

// checkpoint is the state of a trainer at the start of a batch.
type checkpoint struct {
	step           int
	params         []float64
	opt            Optimizer
	regularization Regularization
	sum            float64
	watch          watcher
	best           []float64
	// pinned checkpoints hold settings that do not follow from the one
	// before. They are not thinned out.
	pinned bool
}

const (
	checkpointEvery = 16 // steps
	// Of the checkpoints at odd multiples of 2ⁱ checkpointEvery, those within
	// checkpointWindow times that are kept. To go d steps back, about d/2
	// have to be made again, and the next ones are then near.
	checkpointWindow = 4
	// maxPinned is how many adjustments a trainer can go back over.
	maxPinned = 64
)

func (k *checkpoint) clone() *checkpoint {
	c := *k
	c.params, c.best, c.opt = slices.Clone(k.params), slices.Clone(k.best), k.opt.Clone()
	return &c
}

// kept reports whether a checkpoint is worth its memory at a later step.
func (k *checkpoint) kept(step int) bool {
	if k.pinned || k.step == 0 {
		return true
	}
	level := bits.TrailingZeros(uint(k.step / checkpointEvery))
	return (step-k.step)>>level <= checkpointWindow*checkpointEvery
}

// keep takes a checkpoint.
func (t *Trainer) keep(pinned bool) {
	t.drop(func(k *checkpoint) bool { return k.step >= t.step || !k.kept(t.step) })
	k := t.spareCheckpoint()
	k.step, k.pinned = t.step, pinned
	k.params = append(k.params[:0], t.net.Params...)
	k.opt.CopyFrom(t.opt)
	k.regularization = t.config.Regularization
	k.sum, k.watch = t.sum, t.watch
	k.best = append(k.best[:0], t.best...)
	t.checkpoints = append(t.checkpoints, k)
	if pinned {
		t.forget()
	}
}

// drop takes checkpoints away and keeps their memory for the next ones.
func (t *Trainer) drop(which func(*checkpoint) bool) {
	kept := t.checkpoints[:0]
	for _, k := range t.checkpoints {
		if which(k) {
			t.spare = append(t.spare, k)
		} else {
			kept = append(kept, k)
		}
	}
	t.checkpoints = kept
}

func (t *Trainer) spareCheckpoint() *checkpoint {
	if last := len(t.spare) - 1; last >= 0 {
		k := t.spare[last]
		t.spare = t.spare[:last]
		return k
	}
	return &checkpoint{opt: t.opt.Clone()}
}

// forget gives up the time before the second oldest pinned checkpoint when
// there are too many.
func (t *Trainer) forget() {
	var pins []int
	for _, k := range t.checkpoints {
		if k.pinned {
			pins = append(pins, k.step)
		}
	}
	if len(pins) > maxPinned {
		t.drop(func(k *checkpoint) bool { return k.step < pins[1] })
	}
}

// Back goes to the start of the current sample, batch or epoch, or, when it is
// there, of the one before: exactly what Step has left. It also takes back
// adjustments that were made on the way. It reports whether it has moved: at
// the start there is nothing before.
func (t *Trainer) Back(by Stride) bool {
	first := t.checkpoints[0].step
	if t.step == first && t.seen == 0 {
		return false
	}
	t.diverged = nil
	switch {
	case by == BySample && t.seen > 0:
		t.seen--
	case by == BySample:
		t.seek(t.step - 1)
		t.seen = t.BatchLen() - 1
	case t.seen > 0 && (by == ByBatch || t.step%t.perEpoch == 0):
		t.seen = 0
	case by == ByBatch:
		t.seek(t.step - 1)
	default:
		t.seek(max(first, (t.step-1)/t.perEpoch*t.perEpoch))
	}
	return true
}

// Earliest returns the step, as Steps counts, that Back can reach: 0 unless
// very many adjustments were made.
func (t *Trainer) Earliest() int { return t.checkpoints[0].step }

// seek goes to the start of a batch, which is not before the first checkpoint
// and not after anything that happened.
func (t *Trainer) seek(step int) {
	t.drop(func(k *checkpoint) bool { return k.step > step })
	t.restore(t.checkpoints[len(t.checkpoints)-1])
	for t.step < step {
		if t.update() != nil {
			panic("nn: a network was changed while it was trained")
		}
	}
}

func (t *Trainer) restore(k *checkpoint) {
	t.step, t.sum, t.watch = k.step, k.sum, k.watch
	copy(t.net.Params, k.params)
	t.opt.CopyFrom(k.opt)
	t.config.Regularization = k.regularization
	t.best = append(t.best[:0], k.best...)
	t.history = t.history[:k.step/t.perEpoch+1]
	t.prepare()
}

// Adjust changes settings in the middle of a training: the hyper-parameters of
// the optimizer (and what it remembers, if it must be) and the regularization.
// They hold from the current batch on; going back over this place takes them
// back. When the new settings are out of their range, the error says so and
// nothing changes.
func (t *Trainer) Adjust(change func(Optimizer, *Regularization)) error {
	opt, r := t.opt.Clone(), t.config.Regularization
	change(opt, &r)
	if err := checkSettings(opt, r); err != nil {
		return err
	}
	t.opt.CopyFrom(opt)
	t.config.Regularization = r
	t.diverged = nil
	seen := t.seen
	t.prepare()
	t.seen = seen
	t.keep(true)
	return nil
}
