package run

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"hakseup/nn"
)

// Run is a Spec at work.
type Run struct {
	Trainer *nn.Trainer
	Test    nn.Samples // never seen in training; may be empty

	data set // as it was at the start
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
	return s.start(d, s.config(d))
}

func (s Spec) start(d set, c nn.Config) (*Run, error) {
	n, err := s.network(d, c.Seed)
	if err != nil {
		return nil, err
	}
	t, err := nn.NewTrainer(n, s.with(d.train), d.validation, c)
	if err != nil {
		return nil, err
	}
	return &Run{Trainer: t, Test: d.test, data: d}, nil
}

// Spec returns the settings at work: those of Start or of the last Adjust that
// has not been gone back over.
func (r *Run) Spec() Spec {
	s, _ := r.Trainer.Config().Note.(Spec) // start and Adjust put nothing else there
	return s
}

// now returns the data at work: samples may have been changed since the start.
func (r *Run) now() set {
	d := r.data
	d.train, d.validation = r.Trainer.Samples()
	return d
}

// Adjust goes on with other settings from here, as nn.Trainer.Adjust does:
// going back before this place takes them back, Spec included. The optimizer
// keeps what it remembers unless it is another one. Samples and weights that
// were changed by Trainer.Adjust stay as they are; everything else is as the
// Spec says. The error is a *RestartError
// when a flag differs that Restarts, else a *ValueError; nothing has changed
// then.
func (r *Run) Adjust(to Spec) error {
	if err := to.check(); err != nil {
		return err
	}
	from, d := r.Spec(), r.now()
	for _, f := range Flags() {
		if f.Restarts && f.Value(&to) != f.Value(&from) {
			return &RestartError{f.Name}
		}
	}
	if err := to.checkWith(d); err != nil {
		return err
	}
	return r.Trainer.Adjust(func(s *nn.Settings) {
		kept, seed := s.Optimizer, s.Seed
		if !slices.Equal(to.Points, from.Points) {
			s.Train = to.with(r.data.train)
		}
		s.Config = to.config(d)
		s.Seed = seed // From may have chosen another
		if to.Optimizer == from.Optimizer {
			*kept.LearningRate() = to.Rate
			if o, ok := kept.(*nn.HandoutMomentum); ok {
				o.Alpha = to.Rate
			}
			s.Optimizer = kept
		}
	})
}

// From returns a run of the samples and settings at work from another start:
// weights, order, dropout and augmentation are drawn by that seed, the data are
// the same. Its Spec keeps the seed of the data. The two share nothing that
// changes, so that each may go in a goroutine of its own; but From itself reads
// r, and must not be called while r makes steps: Clone first.
func (r *Run) From(seed uint64) (*Run, error) {
	c := r.Trainer.Config()
	c.Seed, c.Optimizer = seed, c.Optimizer.Clone()
	c.Optimizer.Reset()
	spec, d := r.Spec(), r.now()
	if len(spec.Points) > 0 { // they are put behind the samples again
		d.train = r.data.train
	}
	again, err := spec.start(d, c)
	if err != nil {
		return nil, err
	}
	again.data = r.data
	return again, nil
}

// Clone returns a run at the same place, as nn.Trainer.Clone does.
func (r *Run) Clone() *Run {
	c := *r
	c.Trainer = r.Trainer.Clone()
	return &c
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
	d, err := source.open(samples, noise, s.Seed)
	if err != nil || !source.plane {
		return d, err
	}
	d.points = [3]nn.Matrix{d.train.X, d.validation.X, d.test.X}
	d.train.X, d.validation.X, d.test.X = s.expand(d.train.X), s.expand(d.validation.X), s.expand(d.test.X)
	return d, nil
}

// Points returns the points of the plane that the training, the validation and the
// test set are made of, without those that were added; nil where there are none.
func (r *Run) Points() (train, validation, test nn.Matrix) {
	return r.data.points[0], r.data.points[1], r.data.points[2]
}

// Tested measures the network as it is now on the test set, which no step and no
// early stopping looks at. Where there is none it has 0 Samples.
func (r *Run) Tested() nn.Metrics {
	if r.Test.Len() == 0 {
		return nn.Metrics{}
	}
	return nn.NewWorkspace(r.Trainer.Network(), atOnce).Evaluate(r.Test, r.Trainer.Judge())
}

// atOnce is how many samples are measured at once.
const atOnce = 64

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
	return s.checkPlane()
}

// checkPlane looks for what only points of the plane have.
func (s Spec) checkPlane() error {
	with := "--data " + s.Data
	switch {
	case s.source().plane:
	case len(s.Features) > 0:
		return &ValueError{"features", strings.Join(s.Features, ","), Takes{Words: []string{coordinates}}, with}
	case len(s.Points) > 0:
		return &ValueError{"points", pointsFlag().Value(&s), Takes{Words: []string{"none"}}, with}
	}
	return nil
}

// network builds the network: softmax and cross entropy for classes, a linear
// output and squared errors for a curve, if nothing else is said.
func (s Spec) network(d set, seed uint64) (*nn.MLP, error) {
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
	n.Init(s.Init.build(), seed)
	return n, nil
}

func (s Spec) config(d set) nn.Config {
	const records = 100 // a curve is hardly drawn finer
	s.Hidden = slices.Clone(s.Hidden)
	return nn.Config{
		Seed: s.Seed, Batch: s.Batch, Epochs: s.Epochs, Every: max(1, s.Epochs/records), Note: s,
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

// Result measures the run as it is now, or, with early stopping, at its best
// epoch. The error is an *nn.DivergenceError when a loss is not finite.
func (r *Run) Result() (Result, error) {
	best, epoch := r.Trainer.Best()
	done, _, _ := r.Trainer.Position()
	out := Result{
		Epoch: epoch, Classes: r.Trainer.Judge() != nil, Parameters: len(best.Params),
		Epochs: done, Steps: r.Trainer.Steps(), Stopped: r.Trainer.Stopped(),
	}
	w, failed := nn.NewWorkspace(best, atOnce), ""
	measure := func(s nn.Samples, what string) *nn.Metrics {
		if s.Len() == 0 {
			return nil
		}
		m := w.Evaluate(s, r.Trainer.Judge())
		if math.IsNaN(m.Loss) || math.IsInf(m.Loss, 0) {
			failed = what
		}
		return &m
	}
	train, validation := r.Trainer.Samples()
	out.Train = *measure(train, "training loss")
	out.Validation = measure(validation, "validation loss")
	out.Test = measure(r.Test, "test loss")
	if failed != "" {
		return Result{}, &nn.DivergenceError{Epoch: epoch, Step: out.Steps, What: failed}
	}
	return out, nil
}
