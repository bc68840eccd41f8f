package nn

import (
	"errors"
	"fmt"
	"slices"
)

// Settings are all that Trainer.Adjust can change.
type Settings struct {
	Config // with a copy of the optimizer at work and what it remembers

	// Train and Validation are the sets. To change a set, put another in its
	// place: the old one is what going back needs. Samples.With adds a sample.
	Train, Validation Samples
	// Params are a copy of the network's parameters, laid out as MLP.Params:
	// MLP.Views shows them layer by layer.
	Params []float64
}

// setup is what a training goes by until the next adjustment. Checkpoints and
// clones share it.
type setup struct {
	Config

	train, validation Samples
	judge             Judge
	constant          bool // there is no schedule
	holdsBack         bool // there is a regularization besides dropout
	augments          bool
	spacing           int // of checkpoints, in steps: a power of two
}

func newSetup(s Settings) *setup {
	p := &setup{Config: s.Config, train: s.Train, validation: s.Validation, judge: JudgeOf(s.Train.T)}
	p.Optimizer = nil // the trainer's own is at work
	p.holdsBack = p.Regularization.L2 != 0 || p.Regularization.L1 != 0 || p.Regularization.MaxNorm != 0
	p.augments = p.Augmentation.On()
	p.spacing = spacing(min(p.Batch, p.train.Len()))
	if p.Schedule == nil {
		p.Schedule = ConstantRate{}
	}
	_, p.constant = p.Schedule.(ConstantRate)
	return p
}

// Adjust changes settings, samples or parameters in the middle of a training:
// change is given all of them as they are now, for changing. They hold from the
// current batch on, and belong to the place where the training is: going back
// before it takes them back, and coming back to it from later does not. Settings
// that are not changed, the optimizer's memory among them, stay as they are.
//
// A batch of another size holds for the rest of the epoch. Another number of
// training samples begins the current epoch anew. Other early stopping, or
// another validation set, makes early stopping begin anew.
//
// The error says which field cannot be so, and why; nothing has changed then.
func (t *Trainer) Adjust(change func(*Settings)) error {
	s := Settings{Config: t.Config(), Train: t.setup.train, Validation: t.setup.validation, Params: slices.Clone(t.net.Params)}
	s.Optimizer = t.opt.Clone()
	change(&s)
	if err := s.check(t.net, t.setup); err != nil {
		return err
	}
	old := t.setup
	if !slices.Equal(s.Params, t.net.Params) || !sameSamples(s.Train, old.train) {
		before := slices.Clone(t.net.Params)
		copy(t.net.Params, s.Params)
		if loss := t.probe(s.Train); !finite(loss) {
			copy(t.net.Params, before)
			return fmt.Errorf("params: with these parameters and samples the loss is %v", loss)
		}
	}
	t.opt = s.Optimizer.Clone()
	t.setup = newSetup(s)
	t.makeRoom()
	t.limit = divergedFrom(t.probe(s.Train))
	if s.EarlyStopping != old.EarlyStopping || !sameSamples(s.Validation, old.validation) {
		t.watch, t.best = watcher{}, t.best[:0]
	}
	seen := t.seen
	if s.Train.Len() != old.train.Len() {
		t.begin, t.done, t.sum, seen = t.step, 0, 0, 0
	}
	t.measured = measured{}
	t.diverged = nil
	t.prepare()
	t.seen = min(seen, t.BatchLen()-1)
	t.keep(true)
	return nil
}

// check says which field cannot be so, and why. What has been checked before
// in old is not read again.
func (s Settings) check(n *MLP, old *setup) error {
	if !sameSamples(s.Train, old.train) || s.Train.Len() == 0 {
		if err := n.Check(s.Train.X, s.Train.T); err != nil {
			return fmt.Errorf("training set: %w", err)
		}
	}
	if !sameSamples(s.Validation, old.validation) && s.Validation.Len() > 0 {
		if err := n.Check(s.Validation.X, s.Validation.T); err != nil {
			return fmt.Errorf("validation set: %w", err)
		}
	}
	if len(s.Params) != len(n.Params) {
		return fmt.Errorf("params: the network has %d, not %d", len(n.Params), len(s.Params))
	}
	for i, v := range s.Params {
		if !finite(v) {
			return fmt.Errorf("params: number %d is %v", i, v)
		}
	}
	if err := s.EarlyStopping.check(s.Train, s.Validation); err != nil {
		return fmt.Errorf("early stopping: %w", err)
	}
	return s.Config.check(n)
}

func (c Config) check(n *MLP) error {
	switch {
	case c.Batch < 1:
		return fmt.Errorf("batch: it has at least 1 sample, not %d", c.Batch)
	case c.Epochs < 0:
		return fmt.Errorf("epochs: their number is 0 or more, not %d", c.Epochs)
	case c.Every < 0:
		return fmt.Errorf("every: the number of epochs is 0 or more, not %d", c.Every)
	case c.Optimizer == nil:
		return errors.New("optimizer: there is none")
	}
	if err := c.Optimizer.Check(len(n.Params)); err != nil {
		return fmt.Errorf("optimizer: %w", err)
	}
	if c.Schedule != nil {
		if err := c.Schedule.Check(); err != nil {
			return fmt.Errorf("schedule: %w", err)
		}
	}
	if err := c.Regularization.Check(); err != nil {
		return fmt.Errorf("regularization: %w", err)
	}
	if err := c.Augmentation.Check(n.In()); err != nil {
		return fmt.Errorf("augmentation: %w", err)
	}
	return nil
}

// sameSamples reports whether two sets are one and the same in memory.
func sameSamples(a, b Samples) bool { return sameMatrix(a.X, b.X) && sameMatrix(a.T, b.T) }

func sameMatrix(a, b Matrix) bool {
	if a.Rows != b.Rows || a.Cols != b.Cols || len(a.Data) != len(b.Data) {
		return false
	}
	return len(a.Data) == 0 || &a.Data[0] == &b.Data[0]
}
