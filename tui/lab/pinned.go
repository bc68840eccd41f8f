package lab

import (
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
)

// pinned is a run that is kept to compare others with.
type pinned struct {
	spec  run.Spec
	loss  []float64 // on the training set, every so many epochs
	every int
}

// Pin keeps the run of now and begins anew from the same start, so that one
// change shows what it does. Before the first step it gives up the run that is
// kept.
func (t *Training) Pin() {
	r := t.Run()
	if r.Trainer.Steps() == 0 {
		t.pinned = nil
		return
	}
	t.pinned = &pinned{spec: t.Spec, loss: t.lossesOf(trained), every: t.every()}
	t.Start(t.Spec.Seed)
}

// Unpin gives up the run that is kept.
func (t *Training) Unpin() { t.pinned = nil }

// Pinned reports whether a run is kept.
func (t *Training) Pinned() bool { return t.pinned != nil }

// at returns the loss of the kept run at the end of an epoch, or of its last
// one, between records on the straight line.
func (p *pinned) at(epoch int) float64 {
	at := float64(epoch) / float64(p.every)
	k := min(int(at), len(p.loss)-1)
	if k+1 >= len(p.loss) {
		return p.loss[k]
	}
	return p.loss[k] + (at-float64(k))*(p.loss[k+1]-p.loss[k])
}

// resampled returns the losses of the kept run for another distance between
// places.
func (p *pinned) resampled(every int) []float64 {
	out := make([]float64, (len(p.loss)-1)*p.every/every+1)
	for i := range out {
		out[i] = p.at(i * every)
	}
	return out
}

// name says what is different about the kept run.
func (p *pinned) name(now run.Spec, l lang.Lang) string {
	var differs []string
	for _, f := range run.Flags() {
		if v := f.Value(&p.spec); v != f.Value(&now) {
			differs = append(differs, f.Name+" "+v)
		}
	}
	const most = 2
	name := lang.T("고정", "pinned").In(l)
	switch {
	case len(differs) == 0:
		return name
	case len(differs) > most:
		differs = append(differs[:most:most], "…")
	}
	return name + ": " + strings.Join(differs, ", ")
}

// every is the number of epochs from one record to the next.
func (t *Training) every() int { return max(1, t.Run().Trainer.Config().Every) }

// places is how many records the whole run has.
func (t *Training) places() int { return t.Spec.Epochs/t.every() + 1 }

func trained(r nn.Record) nn.Metrics   { return r.Train }
func validated(r nn.Record) nn.Metrics { return r.Validation }

// lossesOf returns the losses of a set so far, from record to record: where one
// is missing, on the straight line between those around it.
func (t *Training) lossesOf(set func(nn.Record) nn.Metrics) []float64 {
	every, trainer := t.every(), t.Run().Trainer
	var out []float64
	put := func(r nn.Record) {
		m, at := set(r), r.Epoch/every
		if m.Samples == 0 {
			return
		}
		loss := m.Loss
		if math.IsInf(loss, 0) {
			loss = math.NaN()
		}
		for last := len(out) - 1; at > last+1 && last >= 0; last++ {
			out = append(out, out[last]+(loss-out[last])/float64(at-last))
		}
		out = append(out[:min(at, len(out))], loss)
	}
	for _, r := range trainer.History() {
		put(r)
	}
	if now := trainer.Now(); now.Epoch > 0 {
		put(now)
	}
	return out
}
