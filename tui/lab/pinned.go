package lab

import (
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
)

// pinned is a run that is kept to compare others with.
type pinned struct {
	setting []stand
	loss    []float64 // on the training set, every so many epochs
	every   int
}

// stand is at what a control stands.
type stand struct {
	id   string
	says lang.Text
}

// stands says at what the controls of a panel stand.
func stands(p Panel) []stand {
	var out []stand
	for _, c := range p {
		if c.aside {
			continue
		}
		value := lang.T(c.Say(lang.KO), c.Say(lang.EN))
		out = append(out, stand{c.ID, lang.T(c.Label.KO+" "+value.KO, c.Label.EN+" "+value.EN)})
	}
	return out
}

// Pin keeps the run of now and begins anew from the same start, so that one
// change shows what it does. Before the first step it gives up the run that is
// kept.
func (t *Training) Pin(now Panel) {
	r := t.Run()
	if r.Trainer.Steps() == 0 {
		t.pinned = nil
		return
	}
	t.pinned = &pinned{setting: stands(now), loss: t.lossesOf(trained), every: t.every()}
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

// differs says in brackets what is different about the kept run: "(optimizer
// Adam)".
func (p *pinned) differs(now Panel) lang.Text {
	var ko, en []string
	for i, c := range stands(now) {
		if was := p.setting[i]; c != was {
			ko, en = append(ko, was.says.KO), append(en, was.says.EN)
		}
	}
	const most = 2
	switch {
	case len(ko) == 0:
		return lang.Text{}
	case len(ko) > most:
		ko, en = append(ko[:most:most], "…"), append(en[:most:most], "…")
	}
	return lang.T("("+strings.Join(ko, ", ")+")", " ("+strings.Join(en, ", ")+")")
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
