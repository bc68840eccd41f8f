package overfitting

import (
	"math"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// methods trains a network on few digits again and again, by one method against
// overfitting after another: is what a method gains more than the luck of the start?
type methods struct {
	lab.Bench

	method int // an index into ways
	tries  [][]float64
	order  []int       // which method was trained, one after the other; never written to
	now    *nn.Trainer // the one that is at work, or nil
}

// NewMethods returns the lab "methods".
func NewMethods() lab.Lab { return &methods{} }

func (s *methods) Title() lang.Text { return lang.T("숫자 300장", "300 digits") }

func (s *methods) Clone() lab.Lab {
	c := *s
	c.tries = slices.Clone(s.tries)
	if s.now != nil {
		c.now = s.now.Clone()
	}
	return &c
}

const mostTries = 10 // of a method

func (s *methods) Start(uint64) { s.tries, s.order, s.now = make([][]float64, len(ways())), nil, nil }

func (s *methods) Panel() lab.Panel {
	var all []lab.Value[int]
	for i, w := range ways() {
		all = append(all, lab.Opt(i, w.id, w.name))
	}
	return lab.Panel{
		lab.Choose(&s.method, "method", lang.T("방법", "method"), all...).Then(func() { s.now = nil }),
	}
}

// next is the method that is trained next: nothing takes turns with the one that is
// chosen, so that there is always something to compare with.
func (s *methods) next() int {
	if len(s.tries[0]) <= len(s.tries[s.method]) {
		return 0
	}
	return s.method
}

// Advance trains once more from another start: the starts of every method are the
// same. A training that is cut short goes on with the next stride.
func (s *methods) Advance(_ nn.Stride, more func() bool) (goesOn bool) {
	if s.full() {
		return false
	}
	at := s.next()
	w, done := ways()[at], s.tries[at]
	if s.now == nil {
		s.now = w.trainer(s.Seed()<<8 + uint64(len(done)))
	}
	if _, err := s.now.Advance(nn.ByEpoch, w.epochs, more); err != nil || !s.now.Done() {
		return err == nil
	}
	s.tries = slices.Clone(s.tries)
	s.tries[at] = append(slices.Clip(done), accuracy(s.now))
	s.order = append(slices.Clip(s.order), at)
	s.now = nil
	return !s.full()
}

// full reports whether the method and nothing have been trained often enough.
func (s *methods) full() bool { return min(len(s.tries[0]), len(s.tries[s.method])) >= mostTries }

// Midway reports whether a training is not done yet.
func (s *methods) Midway() bool { return s.now != nil }

// Back takes the last training back.
func (s *methods) Back(nn.Stride) (goesOn bool) {
	s.now = nil
	if n := len(s.order); n > 0 {
		at := s.order[n-1]
		s.order, s.tries = s.order[:n-1], slices.Clone(s.tries)
		s.tries[at] = s.tries[at][:len(s.tries[at])-1]
	}
	return len(s.order) > 0
}

// gain is how many points a method has more than none, and by how much the larger
// of the two is spread, in points too.
func (s *methods) gain() (points, spread float64) {
	with, by := lab.Mean(s.tries[s.method])
	without, usual := lab.Mean(s.tries[0])
	return 100 * (with - without), 100 * max(by, usual)
}

func (s *methods) Facts() []lab.Fact {
	var facts []lab.Fact
	for i, w := range ways() {
		m, deviation := lab.Mean(s.tries[i])
		label := func(ko, en string) lang.Text { return lang.T(w.name.KO+", "+ko, w.name.EN+", "+en) }
		facts = append(facts,
			lab.Num(w.id+".n", label("훈련한 횟수", "trainings"), float64(len(s.tries[i])), lab.Brief),
			lab.Num(w.id+".mean", label("평균", "mean"), m, lab.Percent),
			lab.Num(w.id+".sd", label("표준편차", "standard deviation"), deviation, lab.Percent))
	}
	points, spread := s.gain()
	epoch := 0.0
	if s.now != nil {
		e, _, _ := s.now.Position()
		epoch = float64(e)
	}
	one := func(v float64) string { return lab.Fixed(v, 1) }
	return append(facts,
		lab.Num("tries", lang.T("이 방법으로 훈련한 횟수", "trainings by this method"), float64(len(s.tries[s.method])), lab.Brief).Picked(),
		lab.Num("epoch", lang.T("훈련 중인 에폭", "epoch of the one at work"), epoch, lab.Brief),
		lab.Num("gain", lang.T("아무것도 안 할 때보다 (점)", "points above nothing"), points, one).Picked(),
		lab.Num("spread", lang.T("흩어짐 (점)", "spread, in points"), spread, one).Picked(),
		s.verdict())
}

// verdict says whether what the method gains is more than the spread.
func (s *methods) verdict() lab.Fact {
	label := lang.T("흩어짐보다 큰가", "more than the spread")
	switch points, spread := s.gain(); {
	case s.method == 0 || math.IsNaN(points) || math.IsNaN(spread):
		return lab.Word("verdict", label, "none", lang.T("아직 몰라요", "not known yet")).Picked()
	case math.Abs(points) <= spread:
		return lab.Word("verdict", label, "no", lang.T("아니요", "no")).Picked()
	case points < 0:
		return lab.Word("verdict", label, "worse", lang.T("오히려 나빠요", "it is worse")).Picked()
	}
	return lab.Word("verdict", label, "yes", lang.T("네", "yes")).Picked()
}

func (s *methods) Caption(l lang.Lang) string {
	w, done := ways()[s.method], s.tries[s.method]
	points, spread := s.gain()
	switch {
	case s.now != nil:
		at := s.next()
		epoch, _, _ := s.now.Position()
		return lang.Sprintf("%[1]s: %[2]d번째 훈련, %[3]d/%[4]d에폭.", "%[1]s: training %[2]d, epoch %[3]d of %[4]d.",
			ways()[at].name.In(l), len(s.tries[at])+1, epoch, ways()[at].epochs).In(l)
	case len(done) == 0 || !s.Shows(w.id):
		return lang.T("Space로 훈련을 되풀이해요. 아무것도 안 하는 것과 번갈아, 같은 시작에서 훈련해요.", "Space trains again and again, in turns with nothing, from the same starts.").In(l)
	case s.method == 0 || math.IsNaN(points):
		m, deviation := lab.Mean(done)
		return lang.Sprintf("%[1]s, %[2]d번: 평균 %[3]s, 표준편차 %[4]s.", "%[1]s, %[2]d times: mean %[3]s, deviation %[4]s.",
			w.name.In(l), len(done), lab.Percent(m), lab.Percent(deviation)).In(l)
	}
	return lang.Sprintf("아무것도 안 할 때보다 %[1]s점, 흩어짐은 %[2]s점이에요.", "%[1]s points above nothing; the spread is %[2]s.",
		lab.Plus(math.Round(10*points)/10), lab.Fixed(spread, 1)).In(l)
}

// Views shows the accuracies by all methods on one axis.
func (s *methods) Views() []lab.View {
	return []lab.View{{ID: "spread", Label: lang.T("흩어짐", "spread"), Pictures: func(l lang.Lang) []lab.Block {
		h := lab.Heaps{
			Axis: plot.Range{Min: 0.7, Max: 0.9}, Truth: math.NaN(), Format: lab.Percent,
			Tick: func(v float64) string { return lab.Fixed(100*v, 0) + "%" },
		}
		roles := []theme.Role{theme.ClassA, theme.ClassB, theme.ClassC}
		for i, w := range ways() {
			if s.Places(w.id) {
				h.Groups = append(h.Groups, lab.Heap{Label: w.name.In(l), Values: s.tries[i], Role: roles[i%len(roles)], Asked: s.Held(w.id)})
			}
		}
		return []lab.Block{lab.Above(1, h, lab.Low(lab.ReadoutLine(s, l, "gain", "spread"))), h}
	}}}
}
