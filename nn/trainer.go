package nn

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// Config says how a training goes.
type Config struct {
	Seed   uint64 // of the order of samples, dropout and augmentation
	Batch  int    // samples in a batch: 1, a few, or FullBatch
	Epochs int    // after how many Run ends; 0: it goes on until stopped
	// InOrder takes the samples as they are given. Otherwise they are
	// shuffled before each epoch.
	InOrder bool
	// Every is the number of epochs from one Record in the history to the
	// next, each with a whole pass over both sets: about a third of what an
	// epoch of training costs. There is one for the start and, in any case,
	// for epoch Epochs. 0 makes none; Now measures whenever somebody looks.
	Every int

	Optimizer Optimizer
	Schedule  Schedule // of the learning rate; nil is ConstantRate

	Regularization Regularization
	EarlyStopping  EarlyStopping
	Augmentation   Augmentation // of the training samples

	// Note is kept with the settings for whoever makes them, and comes back
	// with them: such as what a program shows of them.
	Note any
}

// FullBatch as Config.Batch puts all samples into one batch. They then stay in
// their order, since it makes no difference.
const FullBatch = math.MaxInt

// Trainer trains a network, a sample, batch or epoch at a time, forward and
// back.
//
// # Back in time
//
// What happens at a step depends on the state before it and on the settings,
// and on nothing else: order, dropout and augmentation are drawn anew for each
// epoch or step from streams of their own. So a trainer goes back by going to a
// checkpoint before the place it is to reach, and forward from there: bit for
// bit the parameters, the optimizer's memory, masks, order and history that it
// had then. Checkpoints are taken every few steps and thinned out with their
// distance, so that their number grows as the logarithm of the steps. Each
// Adjust takes one, which stays.
//
// That holds as long as nobody but the trainer changes the network or the
// samples; Adjust changes what has to be changed.
//
// A trainer is for one goroutine. Any number of trainers may run at once on the
// same samples, clones of each other included.
type Trainer struct {
	net   *MLP
	setup *setup // replaced by Adjust, never changed
	opt   Optimizer
	work  *Workspace
	grads []Affine // views into work.Grads

	// The state: together with the optimizer's and the network's parameters
	// it is what a checkpoint holds.
	state
	best    []float64 // parameters of the best epoch
	running []float64 // by epoch
	history []Record

	// What follows from the state.
	seen     int   // samples of the current batch that Step by sample has passed
	rows     []int // of the current batch; nil: as given
	order    []int // of all samples
	shuffled shuffle
	masked   bool
	masks    []Matrix
	altered  Samples // the augmented samples of the current batch
	measured measured
	diverged *DivergenceError

	source      rand.PCG
	random      *rand.Rand
	checkpoints []*checkpoint // by step
	spare       []*checkpoint
	again       bool     // steps are made that were made before,
	known       []Record // with this history
	spent       int      // work since Advance has last asked whether to go on
}

// state is where a training is.
type state struct {
	step  int // batches done since the start
	epoch int // complete ones
	begin int // the step at which the current epoch began
	done  int // samples of this epoch in complete batches
	sum   float64
	limit float64 // a loss beyond it is a divergence
	watch watcher
}

// measured are the metrics of the network as it is, as far as they are known.
type measured struct{ train, validation Metrics }

// NewTrainer returns a trainer that is about to make the first step of the
// network, whose parameters it will change. The optimizer is copied; the
// samples are not, and may be shared between trainers. The validation set may
// be empty. The error says which setting does not fit, and why; it is a
// *DivergenceError when the loss is not finite from the start.
func NewTrainer(n *MLP, train, validation Samples, c Config) (*Trainer, error) {
	s := Settings{Config: c, Train: train, Validation: validation, Params: n.Params}
	if err := s.check(n, &setup{}); err != nil {
		return nil, err
	}
	const reserve = 1 << 14 // epochs, for more of which memory grows as it must
	t := &Trainer{net: n, setup: newSetup(s), opt: c.Optimizer.Clone(), running: make([]float64, 0, min(c.Epochs, reserve))}
	t.makeRoom()
	loss := t.probe(train)
	if !finite(loss) {
		return nil, &DivergenceError{What: "loss"}
	}
	t.limit = divergedFrom(loss)
	if what := t.record(); what != "" {
		return nil, &DivergenceError{What: what}
	}
	t.prepare()
	t.keep(true)
	return t, nil
}

// makeRoom sets aside the memory that steps need, unless there is enough.
func (t *Trainer) makeRoom() {
	const fullSpeed = 64 // samples at once, for evaluation
	s := t.setup
	samples := s.train.Len()
	batch := min(s.Batch, samples)
	rows := max(batch, min(fullSpeed, max(samples, s.validation.Len())))
	if t.work == nil || t.work.rows < rows {
		t.work = NewWorkspace(t.net, rows)
		t.grads = t.net.Views(t.work.Grads)
	}
	if t.random == nil {
		t.random = rand.New(&t.source)
	}
	if !s.InOrder && len(t.order) != samples {
		t.order = slices.Grow(t.order[:0], samples)[:samples]
		t.shuffled = shuffle{}
	}
	if s.Regularization.Dropout > 0 && (len(t.masks) == 0 || t.masks[0].Rows < batch) {
		t.masks = nil
		for _, l := range t.net.Layers[:len(t.net.Layers)-1] {
			t.masks = append(t.masks, NewMatrix(batch, l.Out()))
		}
	}
	if s.augments && t.altered.Len() < batch {
		t.altered = Samples{NewMatrix(batch, t.net.In()), NewMatrix(batch, t.net.Out())}
	}
}

// Network returns the network that is trained, for reading. It always holds
// finite numbers: a step that would end this is not made.
func (t *Trainer) Network() *MLP { return t.net }

// Config returns the settings at work. Its optimizer is the one at work, with
// what it remembers, for reading; its learning rate is the one before the
// schedule.
func (t *Trainer) Config() Config {
	c := t.setup.Config
	c.Optimizer = t.opt
	return c
}

// Samples returns the sets at work, for reading.
func (t *Trainer) Samples() (train, validation Samples) { return t.setup.train, t.setup.validation }

// Judge returns what counts an answer as right, or nil where there is no
// accuracy.
func (t *Trainer) Judge() Judge { return t.setup.judge }

// Position returns where the training is: complete epochs, complete batches
// in the current epoch, and samples of the current batch that stepping by
// sample has passed.
func (t *Trainer) Position() (epoch, batch, sample int) {
	return t.epoch, t.step - t.begin, t.seen
}

// Steps returns how many updates were made.
func (t *Trainer) Steps() int { return t.step }

// BatchesPerEpoch returns the number of batches in an epoch that has the
// present settings from its start on, with the remainder.
func (t *Trainer) BatchesPerEpoch() int {
	samples := t.setup.train.Len()
	batch := min(t.setup.Batch, samples)
	return (samples + batch - 1) / batch
}

// Best returns a copy of the network with the weights of the best epoch, and
// that epoch. Best is what early stopping watches; while it watches nothing it
// is the network as it is now.
func (t *Trainer) Best() (n *MLP, epoch int) {
	n = t.net.Clone()
	if t.setup.EarlyStopping.Patience == 0 || !t.watch.seen {
		return n, t.epoch
	}
	copy(n.Params, t.best)
	return n, t.watch.best
}

// Stopped reports whether early stopping has ended the training.
func (t *Trainer) Stopped() bool { return t.watch.stopped }

// Diverged returns why the next step cannot be made, or nil.
func (t *Trainer) Diverged() *DivergenceError { return t.diverged }

// Done reports whether Run has nothing left to do.
func (t *Trainer) Done() bool {
	return t.diverged != nil || t.watch.stopped || t.setup.Epochs > 0 && t.epoch >= t.setup.Epochs
}

// Run makes steps until the last epoch, early stopping, divergence or the end
// of the context, whose error it returns. Called again, it goes on.
func (t *Trainer) Run(ctx context.Context) error {
	if ctx.Err() == nil {
		if _, err := t.Advance(ByEpoch, math.MaxInt, func() bool { return ctx.Err() == nil }); err != nil {
			return err
		}
	}
	if t.Done() {
		return nil
	}
	return ctx.Err()
}

// Clone returns a trainer at the same place, with a network of its own, that
// goes forward and back in the same way. The two share nothing but the samples
// and the settings' Note and Schedule, so that each may go in a goroutine of its
// own.
func (t *Trainer) Clone() *Trainer {
	c := *t
	c.net, c.opt = t.net.Clone(), t.opt.Clone()
	c.best, c.running, c.history = slices.Clone(t.best), slices.Clone(t.running), slices.Clone(t.history)
	c.work, c.random, c.masks, c.altered, c.spare = nil, nil, nil, Samples{}, nil
	c.order, c.shuffled = nil, shuffle{}
	c.makeRoom()
	c.checkpoints = make([]*checkpoint, len(t.checkpoints))
	for i, k := range t.checkpoints {
		c.checkpoints[i] = k.clone()
	}
	c.prepare()
	c.seen = t.seen
	return &c
}
