package nn

import (
	"errors"
	"fmt"
	"slices"
)

// EarlyStopping ends a training when the validation set has not been done
// better for Patience epochs, and keeps the weights of the best one (Prechelt
// 1998). The zero value lets a training go on.
type EarlyStopping struct {
	// Patience is the number of epochs in a row that may pass without a new
	// best one; after that many, training stops. 0 is off.
	Patience int
	// On is what is to get better.
	On Measure
}

// Measure is what tells a good epoch from a bad one.
type Measure uint8

// The measures.
const (
	ValidationLoss     Measure = iota // the lower the better
	ValidationAccuracy                // the higher the better
)

var measureNames = [...]string{"loss", "accuracy"}

// String returns the name that ParseMeasure reads.
func (m Measure) String() string {
	if int(m) >= len(measureNames) {
		return fmt.Sprintf("measure(%d)", m)
	}
	return measureNames[m]
}

// ParseMeasure finds a measure by its name.
func ParseMeasure(name string) (Measure, error) {
	i := slices.Index(measureNames[:], name)
	if i < 0 {
		return ValidationLoss, fmt.Errorf("unknown measure %q: want one of %q", name, measureNames)
	}
	return Measure(i), nil
}

// of returns what the measure looks at.
func (m Measure) of(v Metrics) float64 {
	if m == ValidationAccuracy {
		return v.Accuracy
	}
	return v.Loss
}

// better reports whether value beats best. A tie does not.
func (m Measure) better(value, best float64) bool {
	if m == ValidationAccuracy {
		return value > best
	}
	return value < best
}

// check says what early stopping lacks.
func (s EarlyStopping) check(train, validation Samples) error {
	switch {
	case s.Patience < 0:
		return fmt.Errorf("the patience is 0 or more epochs, not %d", s.Patience)
	case int(s.On) >= len(measureNames):
		return fmt.Errorf("there is no %v", s.On)
	case s.Patience > 0 && validation.Len() == 0:
		return errors.New("there must be a validation set")
	case s.Patience > 0 && s.On == ValidationAccuracy && JudgeOf(train.T) == nil:
		return errors.New("accuracy needs truths that name classes")
	}
	return nil
}

// Watch looks at the values of the epochs 0, 1, 2, … as a training would. It
// returns the best epoch so far and the one after which training stops: -1
// when it goes on to the end. It panics when there are no values.
func (s EarlyStopping) Watch(values []float64) (best, stop int) {
	w := watcher{}
	for epoch, v := range values {
		w.observe(s, epoch, v)
		if w.stopped {
			return w.best, epoch
		}
	}
	if len(values) == 0 {
		panic("nn: early stopping needs at least one epoch")
	}
	return w.best, -1
}

// watcher is how far EarlyStopping has got.
type watcher struct {
	seen    bool
	best    int // epoch
	value   float64
	stopped bool
}

// observe takes the value of an epoch and reports whether it is the best.
func (w *watcher) observe(s EarlyStopping, epoch int, value float64) (best bool) {
	if !w.seen || s.On.better(value, w.value) {
		w.seen, w.best, w.value = true, epoch, value
		return true
	}
	w.stopped = s.Patience > 0 && epoch-w.best >= s.Patience
	return false
}
