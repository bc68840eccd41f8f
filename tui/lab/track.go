package lab

import (
	"slices"

	"hakseup/nn"
)

// track is the parameters that a run went through, at the start and at the end of
// every epoch of which there may be a record. A copy of it stays as it is.
type track []waypoint

type waypoint struct {
	step, epoch int
	params      []float64
}

// followed returns the track up to where a trainer is now.
func (k track) followed(t *nn.Trainer) track {
	end := len(k)
	for end > 0 && k[end-1].step >= t.Steps() {
		end--
	}
	out := k
	if end < len(k) {
		out = slices.Clip(k[:end])
	}
	epoch, batch, sample := t.Position()
	if every := max(1, t.Config().Every); batch == 0 && sample == 0 && epoch%every == 0 {
		out = append(out, waypoint{t.Steps(), epoch, slices.Clone(t.Network().Params)})
	}
	return out
}
