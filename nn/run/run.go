package run

import (
	"math"
	"strconv"

	"hakseup/nn"
)

// Run is a Spec at work.
type Run struct {
	Spec    Spec
	Trainer *nn.Trainer
	Test    nn.Samples // never seen in training; may be empty
}

// Start makes the data and the network of a Spec, ready for the first step. An
// error that the user can mend is a *ValueError; a loss that is infinite from
// the start is an *nn.DivergenceError.
func (s Spec) Start() (*Run, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	d, err := s.open()
	if err != nil {
		return nil, err
	}
	if err := s.checkWith(d); err != nil {
		return nil, err
	}
	n, err := s.network(d)
	if err != nil {
		return nil, err
	}
	t, err := nn.NewTrainer(n, d.train, d.validation, s.config(d))
	if err != nil {
		return nil, err
	}
	return &Run{Spec: s, Trainer: t, Test: d.test}, nil
}

// check reads every field as its flag would: a Spec may be made by hand.
func (s Spec) check() error {
	for _, f := range Flags() {
		var other Spec
		if err := f.Set(&other, f.Value(&s)); err != nil {
			return err
		}
	}
	return nil
}

// open makes the data, unless the set cannot be made like that.
func (s Spec) open() (set, error) {
	source, with := s.source(), "--data "+s.Data
	switch {
	case source.samples == 0 && s.Samples != 0:
		return set{}, &ValueError{"samples", strconv.Itoa(s.Samples), Takes{Words: []string{auto}}, with}
	case s.Samples > source.most:
		takes := between(minSamples, source.most)
		takes.Words = []string{auto}
		return set{}, &ValueError{"samples", strconv.Itoa(s.Samples), takes, with}
	case source.noise == 0 && s.Noise != Auto:
		return set{}, &ValueError{"noise", format(s.Noise), Takes{Words: []string{auto}}, with}
	}
	samples, noise := s.Samples, s.Noise
	if samples == 0 {
		samples = source.samples
	}
	if noise == Auto {
		noise = source.noise
	}
	return source.open(samples, noise, s.Seed)
}

// checkWith looks for values that do not go with the data.
func (s Spec) checkWith(d set) error {
	with := "--data " + s.Data
	loss, _ := nn.ParseLoss(s.Loss)
	switch {
	case s.Batch != nn.FullBatch && s.Batch > d.train.Len():
		takes := between(1, d.train.Len())
		takes.Words = []string{"all"}
		return &ValueError{"batch", strconv.Itoa(s.Batch), takes, with}
	case s.Loss != "" && loss == nn.CrossEntropyLoss && d.classes == 0:
		words := []string{auto, nn.SquaredErrorLoss.String(), nn.MeanSquaredErrorLoss.String()}
		return &ValueError{"loss", s.Loss, Takes{Words: words}, with}
	case d.width == 0 && s.Shift != 0:
		return &ValueError{"shift", format(s.Shift), only(0), with}
	case d.width == 0 && s.Rotate != 0:
		return &ValueError{"rotate", format(s.Rotate), only(0), with}
	case s.EarlyStopping.Patience > 0 && d.validation.Len() == 0:
		return &ValueError{"patience", strconv.Itoa(s.EarlyStopping.Patience), only(0), with}
	case s.EarlyStopping.On == nn.ValidationAccuracy && d.classes == 0:
		return &ValueError{"stop-on", s.EarlyStopping.On.String(), Takes{Words: []string{nn.ValidationLoss.String()}}, with}
	}
	return nil
}

// network builds the network: softmax and cross entropy for classes, a linear
// output and squared errors for a curve, if nothing else is said.
func (s Spec) network(d set) (*nn.MLP, error) {
	var layers []nn.Dense
	for _, units := range s.Hidden {
		layers = append(layers, nn.Dense{Units: units, Activation: s.Activation})
	}
	layers = append(layers, nn.Dense{Units: d.train.T.Cols, Activation: nn.Identity})
	n, err := nn.NewMLP(d.train.X.Cols, layers...)
	if err != nil {
		return nil, err
	}
	if d.classes > 0 {
		n.Softmax, n.Loss = true, nn.CrossEntropyLoss
	}
	if s.Loss != "" {
		if n.Loss, err = nn.ParseLoss(s.Loss); err != nil {
			return nil, err
		}
	}
	n.Init(s.Init.build(), s.Seed)
	return n, nil
}

func (s Spec) config(d set) nn.Config {
	return nn.Config{
		Seed: s.Seed, Batch: s.Batch, Epochs: s.Epochs,
		Optimizer: s.optimizer(), Schedule: s.Schedule.build(s.Warmup, s.Epochs),
		Regularization: s.Regularization, EarlyStopping: s.EarlyStopping,
		Augmentation: nn.Augmentation{Width: d.width, Height: d.height, Shift: s.Shift, Rotate: s.Rotate, Noise: s.Jitter},
	}
}

func (s Spec) optimizer() nn.Optimizer {
	for _, k := range nn.OptimizerKinds() {
		if k.Name == s.Optimizer {
			return k.New(s.Rate)
		}
	}
	return nil
}

// Result is what a run has come to.
type Result struct {
	// Epoch is the one whose weights are measured: the best one with early
	// stopping, else the last.
	Epoch      int         `json:"epoch"`
	Train      nn.Metrics  `json:"train"`
	Validation *nn.Metrics `json:"validation,omitempty"`
	Test       *nn.Metrics `json:"test,omitempty"`
	// Classes says whether there is an accuracy.
	Classes    bool `json:"classes"`
	Parameters int  `json:"parameters"`
	// Epochs and Steps count what was done, Stopped that early stopping ended it.
	Epochs  int  `json:"epochs"`
	Steps   int  `json:"steps"`
	Stopped bool `json:"stopped"`
}

// Result measures the run at the end of an epoch. The error is an
// *nn.DivergenceError when the loss on the test set is infinite.
func (r *Run) Result() (Result, error) {
	best, epoch := r.Trainer.Best()
	record, judge := r.Trainer.History()[epoch], r.Trainer.Judge()
	out := Result{
		Epoch: epoch, Train: record.Train, Classes: judge != nil, Parameters: len(best.Params),
		Epochs: r.Trainer.Last().Epoch, Steps: r.Trainer.Steps(), Stopped: r.Trainer.Stopped(),
	}
	if r.Trainer.Validates() {
		out.Validation = &record.Validation
	}
	if r.Test.Len() > 0 {
		const atOnce = 64
		m := nn.NewWorkspace(best, atOnce).Evaluate(r.Test, judge)
		if math.IsNaN(m.Loss) || math.IsInf(m.Loss, 0) {
			return Result{}, &nn.DivergenceError{Epoch: epoch, Step: out.Steps, What: "test loss"}
		}
		out.Test = &m
	}
	return out, nil
}
