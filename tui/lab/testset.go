package lab

import (
	"math"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
)

// tested is what the test set says of a network: of the parameters that it had.
type tested struct {
	params []float64
	nn.Metrics
}

// test measures the test set once the run has come to its end: before that nobody
// looks at it.
func (t *Training) test() (m nn.Metrics, done bool) {
	r := t.Run()
	if !r.Trainer.Done() || r.Trainer.Diverged() != nil || r.Test.Len() == 0 {
		return nn.Metrics{}, false
	}
	if now := r.Trainer.Network().Params; !slices.Equal(now, t.tested.params) {
		t.tested = tested{slices.Clone(now), r.Tested()}
	}
	return t.tested.Metrics, true
}

// testFacts are the facts of the test set, which are not known before the end.
func (t *Training) testFacts() []Fact {
	r := t.Run()
	m, done := t.test()
	if !done {
		m = nn.Metrics{Samples: r.Test.Len(), Loss: math.NaN(), Accuracy: math.NaN(), Judged: r.Trainer.Judge() != nil}
	}
	facts := metrics("test.", lang.T("시험", "test"), m)
	for i := range facts {
		facts[i] = facts[i].Else(lang.T("끝난 뒤", "at the end"))
	}
	return facts
}

// unseen adds to figures the accuracies on points that are not learned, as far as
// the page has come to these sets.
func (t *Training) unseen(figures lang.Text) lang.Text {
	var ko, en []string
	add := func(id string, name lang.Text, m nn.Metrics) {
		if m.Samples > 0 && m.Judged && t.Shows(id) {
			ko, en = append(ko, name.KO+" "+Percent(m.Accuracy)), append(en, name.EN+" "+Percent(m.Accuracy))
		}
	}
	add("val.accuracy", lang.T("검증", "validation"), t.Run().Trainer.Now().Validation)
	m, _ := t.test()
	add("test.accuracy", lang.T("시험", "test"), m)
	if len(ko) == 0 {
		return figures
	}
	return lang.T(figures.KO+"("+strings.Join(ko, ", ")+")", figures.EN+" ("+strings.Join(en, ", ")+")")
}
