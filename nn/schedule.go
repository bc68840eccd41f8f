package nn

import "math"

// Schedule changes the learning rate over a training. Factor returns what the
// optimizer's rate is multiplied with when the given number of epochs has gone
// by; within an epoch it is a fraction, so that a schedule does not depend on
// the size of the batches.
type Schedule interface {
	Factor(epochs float64) float64
	// Check says which field is out of its range.
	Check() error
}

// ConstantRate leaves the rate as it is.
type ConstantRate struct{}

// Factor returns 1.
func (ConstantRate) Factor(float64) float64 { return 1 }

// Check finds nothing: there are no fields.
func (ConstantRate) Check() error { return nil }

// StepDecay multiplies the rate with By after every Every epochs.
type StepDecay struct {
	Every float64
	By    float64
}

// Factor returns By to the power of ⌊epochs/Every⌋.
func (s StepDecay) Factor(epochs float64) float64 {
	return math.Pow(s.By, math.Floor(epochs/s.Every))
}

// Check wants a positive period, and a factor from 0 up.
func (s StepDecay) Check() error {
	return firstOf(positive(setting{"Every", s.Every}), notNegative(setting{"By", s.By}))
}

// ExponentialDecay multiplies the rate with By over every epoch, a little at
// each step.
type ExponentialDecay struct {
	By float64
}

// Factor returns By to the power of epochs.
func (s ExponentialDecay) Factor(epochs float64) float64 { return math.Pow(s.By, epochs) }

// Check wants a factor from 0 up.
func (s ExponentialDecay) Check() error { return notNegative(setting{"By", s.By}) }

// CosineDecay takes the rate down to Floor times itself along half a cosine:
// slowly at first and at the end (Loshchilov & Hutter 2017). After Epochs it
// stays there.
type CosineDecay struct {
	Epochs float64
	Floor  float64
}

// Factor returns Floor + (1-Floor)(1 + cos(π epochs/Epochs))/2.
func (s CosineDecay) Factor(epochs float64) float64 {
	t := min(epochs/s.Epochs, 1)
	return s.Floor + (1-s.Floor)*(1+math.Cos(math.Pi*t))/2
}

// Check wants a positive number of epochs, and a Floor from 0 up.
func (s CosineDecay) Check() error {
	return firstOf(positive(setting{"Epochs", s.Epochs}), notNegative(setting{"Floor", s.Floor}))
}

// Warmup lets the rate grow along a line from 0 over the first Epochs, while an
// optimizer's averages still mean little (Goyal et al. 2017). Then follows
// another schedule, which counts from there; nil is ConstantRate.
type Warmup struct {
	Epochs float64
	Then   Schedule
}

// Factor returns epochs/Epochs, and after that the factor of Then.
func (s Warmup) Factor(epochs float64) float64 {
	switch {
	case epochs < s.Epochs:
		return epochs / s.Epochs
	case s.Then == nil:
		return 1
	}
	return s.Then.Factor(epochs - s.Epochs)
}

// Check wants a number of epochs from 0 up, and what Then wants.
func (s Warmup) Check() error {
	err := notNegative(setting{"Epochs", s.Epochs})
	if err == nil && s.Then != nil {
		err = s.Then.Check()
	}
	return err
}
