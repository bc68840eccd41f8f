package nn

import (
	"math/bits"
	"slices"
)

// checkpoint is the state of a trainer at the start of a batch.
type checkpoint struct {
	state
	setup   *setup
	opt     Optimizer // of the type that the setup goes with
	params  []float64
	best    []float64
	records int // in the history
	// pinned checkpoints hold what does not follow from the one before. They
	// are not thinned out.
	pinned bool
}

const (
	// Of the checkpoints at odd multiples of 2ⁱ steps, those within
	// checkpointWindow times that are kept. To go d steps back, about d/2
	// have to be made again, and the next ones are then near.
	checkpointWindow = 4
	// leastSpacing is the fewest steps from one checkpoint to the next.
	leastSpacing = 16
	// Of the adjustments that a trainer can go back over, fewPinned are kept in
	// any case, and more, up to manyPinned, if they take no more numbers than
	// pinnedRoom.
	fewPinned, manyPinned = 16, 128
	pinnedRoom            = 4 << 20
)

// spacing returns the number of steps from one checkpoint to the next for a
// batch of that size: few enough to make them again at once, and enough for a
// checkpoint to take hardly any time beside them.
func spacing(batch int) int {
	const samples, most = 2048, 512
	return min(max(1<<bits.Len(uint((samples-1)/batch)), leastSpacing), most)
}

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
	return (step-k.step)>>bits.TrailingZeros(uint(k.step)) <= checkpointWindow
}

// keep takes a checkpoint.
func (t *Trainer) keep(pinned bool) {
	t.drop(func(k *checkpoint) bool { return k.step >= t.step || !k.kept(t.step) })
	k := t.spareCheckpoint()
	k.state, k.records, k.pinned = t.state, len(t.history), pinned
	k.params = append(k.params[:0], t.net.Params...)
	k.best = append(k.best[:0], t.best...)
	if k.setup == t.setup {
		k.opt.CopyFrom(t.opt)
	} else {
		k.setup, k.opt = t.setup, t.opt.Clone()
	}
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
	return &checkpoint{}
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
	const perParam = 4 // the parameters, the best ones, and two numbers of the optimizer
	if len(pins) > min(max(pinnedRoom/(perParam*len(t.net.Params)), fewPinned), manyPinned) {
		t.drop(func(k *checkpoint) bool { return k.step < pins[1] })
	}
}

// Back goes to the start of the current sample, batch or epoch, or, when it is
// there, of the one before: exactly what Step has left. It also takes back
// adjustments that were made on the way. It reports whether it has moved: at
// the start there is nothing before.
func (t *Trainer) Back(by Stride) bool {
	if t.step == t.Earliest() && t.seen == 0 {
		return false
	}
	t.diverged = nil
	switch {
	case by == BySample && t.seen > 0:
		t.seen--
	case by == BySample:
		t.seek(t.step - 1)
		t.seen = t.BatchLen() - 1
	case t.seen > 0 && (by == ByBatch || t.done == 0):
		t.seen = 0
	case by == ByBatch:
		t.seek(t.step - 1)
	default:
		if t.done == 0 {
			t.seek(t.step - 1)
		}
		t.seek(max(t.Earliest(), t.begin))
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
	// What was measured need not be measured again; and where one goes back,
	// one goes on going back: checkpoints are near each other there.
	t.again, t.known = true, t.history
	t.restore(t.checkpoints[len(t.checkpoints)-1])
	for t.step < step {
		if t.update() != nil {
			panic("nn: a network was changed while it was trained")
		}
	}
	t.again, t.known = false, nil
}

func (t *Trainer) restore(k *checkpoint) {
	t.state = k.state
	copy(t.net.Params, k.params)
	if t.setup == k.setup {
		t.opt.CopyFrom(k.opt)
	} else {
		t.setup, t.opt = k.setup, k.opt.Clone()
		t.makeRoom()
	}
	t.best = append(t.best[:0], k.best...)
	t.running, t.history = t.running[:k.epoch], t.history[:k.records]
	t.measured = measured{}
	t.prepare()
}
