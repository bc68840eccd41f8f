package lab

import (
	"slices"

	"hakseup/nn"
	"hakseup/nn/run"
)

// byHand is what a run was before something was changed by hand at its start, where
// no step back leads.
type byHand struct {
	points []run.Point
	params []float64
	what   int // the parameter, as MLP.Params are counted; aPoint: a point was added
}

const aPoint = -1

// remember keeps what the run is before a change at its start. Going on with the
// same parameter is one change.
func (t *Training) remember(what int) {
	trainer := t.Run().Trainer
	last := len(t.undo) - 1
	if trainer.Steps() > 0 || what != aPoint && last >= 0 && t.undo[last].what == what {
		return
	}
	t.undo = append(slices.Clip(t.undo), byHand{t.Spec.Points, slices.Clone(trainer.Network().Params), what})
}

// takeBack takes back the last change at the start, and reports whether there are
// more.
func (t *Training) takeBack() (more bool) {
	last := len(t.undo) - 1
	if last < 0 || t.Run().Trainer.Steps() > 0 {
		return false
	}
	was := t.undo[last]
	t.undo, t.Spec.Points = t.undo[:last], was.points
	trainer := t.Run().Trainer
	_ = trainer.Adjust(func(s *nn.Settings) { copy(s.Params, was.params) }) // the run was like that
	t.track = t.track.followed(trainer)
	return last > 0
}
