package nn

import (
	"context"
	"fmt"
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

	Optimizer Optimizer
	Schedule  Schedule // of the learning rate; nil is ConstantRate

	Regularization Regularization
	EarlyStopping  EarlyStopping
	Augmentation   Augmentation // of the training samples
}

// FullBatch as Config.Batch puts all samples into one batch. They then stay in
// their order, since it makes no difference.
const FullBatch = math.MaxInt

// Record is an epoch in a training's history.
type Record struct {
	Epoch int `json:"epoch"` // how many have gone by: 0 is before the first step
	// Train and Validation are measured with the weights at the end of the
	// epoch, without dropout and augmentation, and without the penalties of
	// L2 and L1. Validation is empty when there is no such set.
	Train      Metrics `json:"train"`
	Validation Metrics `json:"validation"`
	// Running is the mean loss of the epoch's samples as each batch found
	// them, with dropout and augmentation; 0 in epoch 0.
	Running float64 `json:"running"`
}

// Trainer trains a network, a sample, batch or epoch at a time, forward and
// back.
//
// # Back in time
//
// What happens at a step depends on the state before it and on the seed, and
// on nothing else: order, dropout and augmentation are drawn anew for each
// epoch or step from streams of their own. So a trainer goes back by going to a
// checkpoint before the place it is to reach, and forward from there: bit for
// bit the parameters, the optimizer's memory, masks, order and history that it
// had then. Checkpoints are taken every few steps and thinned out with their
// distance, so that their number grows as the logarithm of the steps.
//
// That holds as long as nobody but the trainer changes the network; Adjust
// changes the settings.
type Trainer struct {
	net               *MLP
	train, validation Samples
	config            Config
	opt               Optimizer
	judge             Judge
	work              *Workspace
	grads             []Affine // views into work.Grads
	perEpoch          int      // batches

	// The state: together with the optimizer's and the network's parameters
	// it is what a checkpoint holds.
	step    int     // batches done since the start
	sum     float64 // of the losses of this epoch's samples
	watch   watcher
	best    []float64 // parameters of the best epoch
	history []Record

	// What follows from the state.
	seen     int   // samples of the current batch that Step by sample has passed
	order    []int // of the samples in this epoch; nil: as given
	shuffled int   // the epoch that order is for, from 1
	masks    []Matrix
	altered  Samples // the augmented samples of the current batch
	diverged *DivergenceError

	source      rand.PCG
	random      *rand.Rand
	checkpoints []*checkpoint // by step
	spare       []*checkpoint
}

// NewTrainer returns a trainer that is about to make the first step of the
// network, whose parameters it will change. The optimizer is copied; the
// samples are not, and may be shared between trainers. The validation set may
// be empty. The error says what does not fit.
func NewTrainer(n *MLP, train, validation Samples, c Config) (*Trainer, error) {
	if err := c.check(n, train, validation); err != nil {
		return nil, err
	}
	c.Batch = min(c.Batch, train.Len())
	if c.Schedule == nil {
		c.Schedule = ConstantRate{}
	}
	t := &Trainer{
		net: n, train: train, validation: validation, config: c,
		opt: c.Optimizer.Clone(), judge: JudgeOf(train.T),
		perEpoch: (train.Len() + c.Batch - 1) / c.Batch,
	}
	t.makeRoom()
	if err := t.record(); err != nil {
		return nil, err
	}
	t.prepare()
	t.keep(true)
	return t, nil
}

func (c Config) check(n *MLP, train, validation Samples) error {
	if err := n.Check(train.X, train.T); err != nil {
		return fmt.Errorf("training set: %w", err)
	}
	if validation.Len() > 0 {
		if err := n.Check(validation.X, validation.T); err != nil {
			return fmt.Errorf("validation set: %w", err)
		}
	}
	switch stop := c.EarlyStopping; {
	case c.Batch < 1:
		return fmt.Errorf("a batch has at least 1 sample, not %d", c.Batch)
	case c.Epochs < 0:
		return fmt.Errorf("the number of epochs is 0 or more, not %d", c.Epochs)
	case c.Optimizer == nil:
		return fmt.Errorf("there is no optimizer")
	case stop.Patience < 0:
		return fmt.Errorf("the patience of early stopping is 0 or more epochs, not %d", stop.Patience)
	case stop.Patience > 0 && validation.Len() == 0:
		return fmt.Errorf("early stopping needs a validation set")
	case stop.Patience > 0 && stop.On == ValidationAccuracy && JudgeOf(train.T) == nil:
		return fmt.Errorf("early stopping on accuracy needs truths that name classes")
	}
	if err := c.Augmentation.Check(n.In()); err != nil {
		return fmt.Errorf("augmentation: %w", err)
	}
	return checkSettings(c.Optimizer, c.Regularization)
}

func checkSettings(o Optimizer, r Regularization) error {
	if rate := *o.LearningRate(); !(rate >= 0) || math.IsInf(rate, 0) {
		return fmt.Errorf("the learning rate is a number from 0 up, not %v", rate)
	}
	return r.Check()
}

// makeRoom sets aside the memory that steps need.
func (t *Trainer) makeRoom() {
	const fullSpeed = 64 // samples at once, for evaluation
	batch := t.config.Batch
	t.work = NewWorkspace(t.net, max(batch, min(fullSpeed, max(t.train.Len(), t.validation.Len()))))
	t.grads = t.net.Views(t.work.Grads)
	t.random = rand.New(&t.source)
	if !t.config.InOrder && t.perEpoch > 1 {
		t.order = make([]int, t.train.Len())
	}
	for _, l := range t.net.Layers[:len(t.net.Layers)-1] {
		t.masks = append(t.masks, NewMatrix(batch, l.Out()))
	}
	if t.config.Augmentation.On() {
		t.altered = Samples{NewMatrix(batch, t.net.In()), NewMatrix(batch, t.net.Out())}
	}
}

// Network returns the network that is trained. It always holds finite numbers:
// a step that would end this is not made.
func (t *Trainer) Network() *MLP { return t.net }

// Optimizer returns the optimizer at work, with what it remembers. Its learning
// rate is the one before the schedule.
func (t *Trainer) Optimizer() Optimizer { return t.opt }

// Regularization returns the settings at work.
func (t *Trainer) Regularization() Regularization { return t.config.Regularization }

// Validates reports whether there is a validation set.
func (t *Trainer) Validates() bool { return t.validation.Len() > 0 }

// Judge returns what counts an answer as right, or nil where there is no
// accuracy.
func (t *Trainer) Judge() Judge { return t.judge }

// History returns a record for every epoch that is complete, and one for the
// start. The slice is the trainer's own, for reading.
func (t *Trainer) History() []Record { return t.history }

// Last returns the last record of the history.
func (t *Trainer) Last() Record { return t.history[len(t.history)-1] }

// Position returns where the training is: complete epochs, complete batches
// in the current epoch, and samples of the current batch that stepping by
// sample has passed.
func (t *Trainer) Position() (epoch, batch, sample int) {
	return t.step / t.perEpoch, t.step % t.perEpoch, t.seen
}

// Steps returns how many updates were made.
func (t *Trainer) Steps() int { return t.step }

// BatchesPerEpoch returns the number of batches, with the remainder.
func (t *Trainer) BatchesPerEpoch() int { return t.perEpoch }

// Best returns a copy of the network with the weights of the best epoch, and
// that epoch. Best is what early stopping watches; without early stopping it is
// the network as it is now.
func (t *Trainer) Best() (n *MLP, epoch int) {
	n = t.net.Clone()
	if t.config.EarlyStopping.Patience == 0 {
		return n, t.step / t.perEpoch
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
	return t.diverged != nil || t.watch.stopped || t.config.Epochs > 0 && t.step >= t.config.Epochs*t.perEpoch
}

// Run makes steps until the last epoch, early stopping, divergence or the end
// of the context, whose error it returns. Called again, it goes on.
func (t *Trainer) Run(ctx context.Context) error {
	if t.diverged != nil {
		return t.diverged
	}
	for !t.Done() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := t.Step(ByBatch); err != nil {
			return err
		}
	}
	return nil
}

// Clone returns a trainer at the same place, with a network of its own, that
// goes on in the same way. The two share nothing but the samples.
func (t *Trainer) Clone() *Trainer {
	c := *t
	c.net, c.opt = t.net.Clone(), t.opt.Clone()
	c.best, c.history = slices.Clone(t.best), slices.Clone(t.history)
	c.masks, c.spare = nil, nil
	c.makeRoom()
	c.checkpoints = make([]*checkpoint, len(t.checkpoints))
	for i, k := range t.checkpoints {
		c.checkpoints[i] = k.clone()
	}
	c.shuffled = 0
	c.prepare()
	c.seen = t.seen
	return &c
}
