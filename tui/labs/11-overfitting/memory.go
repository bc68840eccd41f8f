package overfitting

import (
	"math"
	"math/rand/v2"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// memory lets two equal networks learn the same digits side by side: one with the
// true labels, one with labels that were drawn by lot.
type memory struct {
	lab.Bench

	digits float64
	both   [2]pupil
}

// pupil is one of the two: its training, and how many training digits it named
// rightly after every epoch.
type pupil struct {
	trainer *nn.Trainer
	right   []float64 // in per cent; never written to
}

const (
	byTruth = iota
	byLot
)

const memoryEpochs = 60

// NewMemory returns the lab "memory".
func NewMemory() lab.Lab { return &memory{digits: fewDigits} }

func (s *memory) Title() lang.Text { return lang.T("외우기", "Learning by heart") }

func (s *memory) Clone() lab.Lab {
	c := *s
	for i := range c.both {
		c.both[i].trainer = s.both[i].trainer.Clone()
	}
	return &c
}

func (s *memory) Panel() lab.Panel {
	return lab.Panel{
		lab.Slide(&s.digits, "n", lang.T("숫자 그림", "digits"), fewDigits).From(100, 1000).By(100, 300).OnGrid().Writes(lab.Brief).Restarts().
			Then(func() { s.Start(s.Seed()) }),
	}
}

// Start begins both trainings from the same weights.
func (s *memory) Start(seed uint64) {
	all, _ := data.Digits()
	few := all.First(int(s.digits))
	lots, err := data.FromLabels(few.X, drawn(few.Len(), seed), 10)
	if err != nil {
		panic(err) // there is a label for every digit
	}
	for i, set := range []data.Set{few, lots.OneHot()} {
		t, err := nn.NewTrainer(digitNetwork(seed, 64, 64), set.Samples, nn.Samples{}, nn.Config{
			Seed: seed, Batch: digitBatch, Epochs: memoryEpochs, Optimizer: nn.NewAdam(digitRate),
		})
		if err != nil {
			panic(err) // the sets are in order
		}
		s.both[i] = pupil{trainer: t}
		s.both[i].look()
	}
}

// drawn draws labels by lot.
func drawn(n int, seed uint64) []int {
	r := rand.New(rand.NewPCG(seed, 11))
	labels := make([]int, n)
	for i := range labels {
		labels[i] = r.IntN(10)
	}
	return labels
}

// look notes how many are right now, and forgets what was noted of later epochs.
func (p *pupil) look() {
	epoch, _, _ := p.trainer.Position()
	p.right = append(p.right[:epoch:epoch], 100*p.trainer.Now().Train.Accuracy)
}

// Advance trains both for an epoch.
func (s *memory) Advance(nn.Stride, func() bool) (goesOn bool) {
	for i := range s.both {
		p := &s.both[i]
		if !p.trainer.Done() && p.trainer.Step(nn.ByEpoch) == nil {
			p.look()
		}
	}
	return !s.both[byTruth].trainer.Done()
}

// Back goes back by an epoch.
func (s *memory) Back(nn.Stride) (goesOn bool) {
	for i := range s.both {
		if p := &s.both[i]; p.trainer.Back(nn.ByEpoch) {
			p.look()
		}
	}
	return s.both[byTruth].trainer.Steps() > 0
}

// known is the epoch from which a pupil knew everything by heart, NaN before.
func (p pupil) known() float64 {
	for epoch, right := range p.right {
		if right == 100 {
			return float64(epoch)
		}
	}
	return math.NaN()
}

func (s *memory) Facts() []lab.Fact {
	epoch, _, _ := s.both[byTruth].trainer.Position()
	facts := []lab.Fact{lab.Num("epoch", lang.T("에폭", "epoch"), float64(epoch), lab.Brief)}
	for i, p := range s.both {
		id, name := []string{"true", "lot"}[i], []lang.Text{lang.T("참 정답", "true labels"), lang.T("제비뽑기 정답", "labels by lot")}[i]
		label := func(ko, en string) lang.Text { return lang.T(name.KO+", "+ko, name.EN+", "+en) }
		test := math.NaN() // nothing has been learned that could be tested
		if epoch > 0 {
			test = accuracy(p.trainer)
		}
		facts = append(facts,
			lab.Num(id+".train", label("훈련 정확도", "training accuracy"), p.right[len(p.right)-1]/100, lab.Percent),
			lab.Num(id+".test", label("시험 정확도", "test accuracy"), test, lab.Percent),
			lab.Num(id+".known", label("다 외운 에폭", "epoch when all was known"), p.known(), lab.Brief))
	}
	return facts
}

func (s *memory) Caption(l lang.Lang) string {
	truth, lot := s.both[byTruth], s.both[byLot]
	epoch, _, _ := truth.trainer.Position()
	if epoch == 0 || !s.Shows("lot.train") {
		return lang.T("두 신경망은 같은 가중치에서 시작해요. 다른 것은 정답뿐이에요.", "Both networks start from the same weights. Only the labels differ.").In(l)
	}
	now := func(p pupil) string { return lab.Percent(p.right[len(p.right)-1] / 100) }
	return lang.Sprintf("%[1]d에폭: 훈련 정확도는 참 정답으로 %[2]s, 제비뽑기 정답으로 %[3]s.", "Epoch %[1]d: training accuracy %[2]s with true labels, %[3]s with labels by lot.",
		epoch, now(truth), now(lot)).In(l)
}

// Views shows how both learn, and below it what is left of that on other digits.
func (s *memory) Views() []lab.View {
	return []lab.View{{ID: "curves", Label: lang.T("정확도", "accuracy"), Pictures: func(l lang.Lang) []lab.Block {
		series := []plot.Series{
			{Label: lang.T("참 정답, 훈련 %", "true labels, training %").In(l), Role: theme.ClassA, Values: s.both[byTruth].right},
			{Label: lang.T("제비뽑기, 훈련 %", "by lot, training %").In(l), Role: theme.ClassB, Stroke: plot.Dashed, Values: s.both[byLot].right},
		}
		if !s.Shows("lot.train") {
			series = series[:1]
		}
		curves := over(memoryEpochs, plot.Range{Max: 100}, series, l)
		facts := lab.Low(lab.Readouts(s, l, "true.test", "lot.test", "true.known", "lot.known"))
		return []lab.Block{lab.Above(1, curves, facts), lab.Above(0, curves, facts), curves}
	}}}
}

// over draws curves over epochs in axes that stay.
func over(epochs int, y plot.Range, series []plot.Series, l lang.Lang) lab.Block {
	label := lang.T("에폭", "epoch").In(l)
	return lab.Drawn(lab.Need{W: 30, H: 9, MoreW: lab.Any, MoreH: lab.Any}, lab.Trace{XLabel: label, Series: series}.Say, func(c *plot.Canvas) {
		c.Losses(plot.Axes{X: plot.Range{Max: float64(epochs)}, Y: y, XLabel: label}, epochs+1, series...)
	})
}
