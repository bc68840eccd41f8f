// Package run says a whole training in one line, and carries it out.
//
// The line is what hakseup train takes and prints, and what a lab prints to
// share its run: the same line gives the same figures, to the last digit, on
// every machine of the same type.
package run

import (
	"math"
	"strings"

	"hakseup/nn"
)

// Spec is all that a training depends on. Its fields are the flags of hakseup
// train; Default gives those that are not said.
type Spec struct {
	Data    string  // name of the data set
	Samples int     // how many to make, or to take; 0: as many as the set has of itself
	Noise   float64 // of data that are made; Auto: the set's own
	// Features are the names of what a network is fed with at a point of the
	// plane; nil: the two coordinates.
	Features []string
	Points   []Point // that somebody has added to the training set

	Hidden     []int // units of the hidden layers
	Activation nn.Activation
	Loss       string // a name that nn.ParseLoss reads; "": what suits the data

	Optimizer string // name of an nn.OptimizerKind
	Rate      float64
	Schedule  Schedule
	Warmup    float64 // epochs
	Batch     int     // nn.FullBatch: all
	Epochs    int

	Regularization nn.Regularization
	Shift          float64 // of images, in pixels
	Rotate         float64 // of images, in degrees
	Jitter         float64 // noise on every training input, drawn anew each time
	EarlyStopping  nn.EarlyStopping

	Init Init
	Seed uint64
}

// Auto as a number leaves the choice to the data set.
const Auto = -1

// Default is the run of the bare command.
func Default() Spec {
	return Spec{
		Data: "spiral", Noise: Auto,
		Hidden: []int{8, 8}, Activation: nn.Tanh,
		Optimizer: "adam", Rate: 0.03, Schedule: Schedule{Name: "constant"},
		Batch: 10, Epochs: 200,
		Init: Init{Name: "xavier"}, Seed: 1,
	}
}

// FitBatch puts all samples into one batch where the data set has a fixed few,
// as the gates have: the usual batch is larger than that.
func (s *Spec) FitBatch() {
	if s.source().samples == 0 {
		s.Batch = nn.FullBatch
	}
}

// Flag is one setting of a Spec by its name on the command line.
type Flag struct {
	Name string
	// Always says that Line mentions the flag even when it has its default.
	Always bool
	// Restarts says that the flag is of the data or of the network: Run.Adjust
	// cannot change it in the middle of a run.
	Restarts bool

	get func(*Spec) string
	set func(*Spec, string) error
}

// Value returns what the flag stands at, as Set reads it.
func (f Flag) Value(s *Spec) string { return f.get(s) }

// Set reads a value. The error is a *ValueError; the Spec is then as before.
func (f Flag) Set(s *Spec, value string) error { return f.set(s, strings.TrimSpace(value)) }

// Flags lists the flags in the order of the line.
func Flags() []Flag {
	positive := Takes{Min: 0, Above: true, Max: math.Inf(1)}
	notNegative := Takes{Min: 0, Max: math.Inf(1)}
	share := Takes{Min: 0, Max: 1, Below: true}
	return []Flag{
		restarts(always(dataFlag())),
		restarts(samplesFlag()),
		restarts(noiseFlag(Takes{Max: maxNoise})),
		restarts(featuresFlag()),
		pointsFlag(),
		restarts(always(hiddenFlag())),
		restarts(always(activationFlag())),
		restarts(lossFlag()),
		always(optimizerFlag()),
		always(number("lr", positive, func(s *Spec) *float64 { return &s.Rate })),
		scheduleFlag(),
		number("warmup", notNegative, func(s *Spec) *float64 { return &s.Warmup }),
		always(batchFlag()),
		always(whole("epochs", 1, maxEpochs, func(s *Spec) *int { return &s.Epochs })),
		always(number("l2", notNegative, func(s *Spec) *float64 { return &s.Regularization.L2 })),
		number("l1", notNegative, func(s *Spec) *float64 { return &s.Regularization.L1 }),
		number("max-norm", notNegative, func(s *Spec) *float64 { return &s.Regularization.MaxNorm }),
		always(number("dropout", share, func(s *Spec) *float64 { return &s.Regularization.Dropout })),
		number("shift", Takes{Max: maxShift}, func(s *Spec) *float64 { return &s.Shift }),
		number("rotate", Takes{Max: 180}, func(s *Spec) *float64 { return &s.Rotate }),
		number("jitter", Takes{Max: maxNoise}, func(s *Spec) *float64 { return &s.Jitter }),
		whole("patience", 0, maxEpochs, func(s *Spec) *int { return &s.EarlyStopping.Patience }),
		measureFlag(),
		restarts(always(initFlag())),
		restarts(always(seedFlag())),
	}
}

// The bounds of the flags. A batch of all samples keeps some 5 numbers for each
// of its samples and units, and a training 3 numbers for each parameter in some
// tens of checkpoints: with these bounds, no more memory than a small machine
// has.
const (
	minSamples = 10
	maxSamples = 10_000
	maxEpochs  = 1_000_000
	maxLayers  = 10
	maxUnits   = 256
	maxNoise   = 100
	maxShift   = 100
)

// Line returns the command line that makes the same run: the usual flags, and
// of the others those that differ from Default.
func (s Spec) Line() string {
	var b strings.Builder
	b.WriteString("hakseup train")
	usual := Default()
	for _, f := range Flags() {
		if value := f.Value(&s); f.Always || value != f.Value(&usual) {
			b.WriteString(" --" + f.Name + " " + value)
		}
	}
	return b.String()
}
