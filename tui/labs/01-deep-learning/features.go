package deeplearning

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/lab"
)

// features is a network that learns handwritten digits: the weights of its first
// layer as pictures, and what it says of digits that it has not seen, as they are
// or changed.
type features struct {
	lab.Bench

	units    float64
	permuted bool    // all pixels change places, the same way for every picture
	shift    float64 // by which the test digits are moved, in pixels
	kind     string  // what it is tested with
	at       float64 // the test digit that is looked at

	trainer  *nn.Trainer
	midway   bool
	pictures *data.Set // as they are shown; nil: to be made
	tested   *report   // of the network as it is; nil: to be made
}

const (
	asTheyAre = "digits"
	negative  = "negative"
	noise     = "noise"
)

// NewFeatures returns the lab "features".
func NewFeatures() lab.Lab { return &features{units: 16, kind: asTheyAre} }

func (s *features) Title() lang.Text { return lang.T("자라나는 특징", "Features that grow") }

func (s *features) Clone() lab.Lab {
	c := *s
	if s.trainer != nil {
		c.trainer = s.trainer.Clone()
	}
	return &c
}

// Start begins with weights that are drawn by a seed.
func (s *features) Start(seed uint64) {
	train, _ := data.Digits()
	if s.permuted {
		train = permute(train)
	}
	s.trainer, s.midway, s.pictures, s.tested = reader(train.Samples, int(s.units), seed), false, nil, nil
}

// reader returns the training of a network with one hidden layer on digits.
func reader(train nn.Samples, units int, seed uint64) *nn.Trainer {
	n, err := nn.NewMLP(train.X.Cols, nn.Dense{Units: units, Activation: nn.ReLU}, nn.Dense{Units: 10, Activation: nn.Identity})
	if err != nil {
		panic(err) // digits are learned by any number of units
	}
	n.Softmax, n.Loss = true, nn.CrossEntropyLoss
	n.Init(nn.HeInit{}, seed)
	t, err := nn.NewTrainer(n, train, nn.Samples{}, nn.Config{Seed: seed, Batch: 32, Epochs: mostEpochs, Optimizer: nn.NewAdam(0.003)})
	if err != nil {
		panic(err)
	}
	return t
}

const mostEpochs = 20

// places returns where each pixel goes when all change places.
func places() []int {
	return rand.New(rand.NewPCG(1, 1)).Perm(data.DigitSize * data.DigitSize)
}

// permute lets the pixels of all pictures change places.
func permute(s data.Set) data.Set {
	to := places()
	x := nn.NewMatrix(s.X.Rows, s.X.Cols)
	for i := range s.X.Rows {
		for from, v := range s.X.Row(i) {
			x.Row(i)[to[from]] = v
		}
	}
	s.X = x
	return s
}

func (s *features) Panel() lab.Panel {
	anew := func() { s.Start(s.Seed()) }
	again := func() { s.pictures, s.tested = nil, nil }
	return lab.Panel{
		lab.Slide(&s.at, "digit", lang.T("테스트 숫자", "test digit"), 0).From(0, data.TestDigits-1).By(1, 10).OnGrid().Writes(lab.Brief).When(s.Sees("reading")),
		lab.Choose(&s.kind, "kind", lang.T("보여 줄 그림", "pictures to show"), lab.Opt(asTheyAre, asTheyAre, lang.T("숫자", "digits")),
			lab.Opt(negative, negative, lang.T("흑백을 뒤집은 숫자", "negatives")), lab.Opt(noise, noise, lang.T("잡음", "pure noise"))).Then(again),
		lab.Slide(&s.shift, "shift", lang.T("오른쪽으로 밀기", "shift to the right"), 0).From(0, 5).By(1, 1).OnGrid().Writes(lab.Brief).When(s.kind == asTheyAre).Then(again),
		lab.Switch(&s.permuted, "permuted", lang.T("픽셀 뒤섞기", "shuffle the pixels")).Restarts().Then(anew),
		lab.Slide(&s.units, "units", lang.T("은닉 유닛", "hidden units"), 16).From(4, 32).By(4, 8).OnGrid().Writes(lab.Brief).Restarts().Then(anew),
	}
}

// Strides are a batch and an epoch.
func (s *features) Strides() []nn.Stride { return []nn.Stride{nn.ByBatch, nn.ByEpoch} }

// Midway reports whether the last stride was cut short.
func (s *features) Midway() bool { return s.midway }

// Advance learns from the next batch, or to the end of the epoch.
func (s *features) Advance(by nn.Stride, more func() bool) (goesOn bool) {
	made, err := s.trainer.Advance(by, 1, more)
	s.tested = nil
	s.midway = made == 0 && err == nil && !s.trainer.Done()
	return err == nil && !s.trainer.Done()
}

// Back takes a stride back.
func (s *features) Back(by nn.Stride) (goesOn bool) {
	s.tested, s.midway = nil, false
	return s.trainer.Back(by) && s.trainer.Steps() > 0
}

// shown returns the test pictures as the network is shown them, made once for
// all who look.
func (s *features) shown() data.Set {
	if s.pictures == nil {
		made := s.changed()
		s.pictures = &made
	}
	return *s.pictures
}

// changed makes the test pictures.
func (s *features) changed() data.Set {
	_, test := data.Digits()
	if s.kind == asTheyAre && s.shift == 0 && !s.permuted {
		return test
	}
	const size = data.DigitSize
	x := nn.NewMatrix(test.X.Rows, test.X.Cols)
	r, move := rand.New(rand.NewPCG(1, 2)), nn.Augmentation{Width: size, Height: size}
	for i := range x.Rows {
		from, to := test.X.Row(i), x.Row(i)
		for p, v := range from {
			switch s.kind {
			case negative:
				to[p] = 1 - v
			case noise:
				to[p] = r.Float64()
			}
		}
		if s.kind == asTheyAre {
			move.Move(to, from, s.shift, 0, 0)
		}
	}
	test.X = x
	if s.permuted {
		test = permute(test)
	}
	return test
}

// report is how a network does on the test pictures.
type report struct {
	y          nn.Matrix // its answers
	top1, top5 float64
	sure       float64        // share of pictures whose largest probability is above 0.9
	mean       float64        // of the largest probabilities
	confusions map[[2]int]int // how often a digit was taken for another
}

// report tests the network as it is, once for all who look.
func (s *features) report() *report {
	if s.tested != nil {
		return s.tested
	}
	test := s.shown()
	r := &report{y: nn.NewMatrix(test.Len(), 10), confusions: map[[2]int]int{}}
	nn.NewWorkspace(s.trainer.Network(), test.Len()).Forward(r.y, test.X)
	for i, label := range test.Labels {
		ranks := ranked(r.y.Row(i))
		at := slices.Index(ranks, label)
		if at == 0 {
			r.top1++
		} else {
			r.confusions[[2]int{label, ranks[0]}]++
		}
		if at < 5 {
			r.top5++
		}
		p := r.y.Row(i)[ranks[0]]
		r.mean += p
		if p > 0.9 {
			r.sure++
		}
	}
	for _, v := range []*float64{&r.top1, &r.top5, &r.sure, &r.mean} {
		*v /= float64(test.Len())
	}
	s.tested = r
	return r
}

// ranked returns the classes from the most probable on.
func ranked(y []float64) []int {
	all := make([]int, len(y))
	for k := range all {
		all[k] = k
	}
	slices.SortStableFunc(all, func(a, b int) int {
		switch {
		case y[a] > y[b]:
			return -1
		case y[a] < y[b]:
			return 1
		}
		return 0
	})
	return all
}

// answer is what the network says of the picture that is looked at.
func (s *features) answer() (y []float64, label int) {
	i := int(s.at)
	return s.report().y.Row(i), i % 10
}

func (s *features) Facts() []lab.Fact {
	r := s.report()
	y, label := s.answer()
	guess := ranked(y)[0]
	epoch, _, _ := s.trainer.Position()
	known := func(f lab.Fact) lab.Fact { // of pictures that are digits
		f.Known = f.Known && s.kind != noise
		return f
	}
	from, to, count := r.worst()
	return []lab.Fact{
		known(lab.Num("top1", lang.T("맞힌 숫자", "digits right"), r.top1, lab.Percent)),
		known(lab.Num("top5", lang.T("다섯 안에 든 숫자", "digits among the first five"), r.top5, lab.Percent)),
		lab.Num("sure", lang.T("0.9 넘게 확신한 그림", "pictures with more than 0.9"), r.sure, lab.Percent),
		lab.Num("mean", lang.T("가장 큰 확률의 평균", "mean of the largest probability"), r.mean, lab.Decimals(2)),
		lab.Num("guess", lang.T("이 그림의 답", "answer to this picture"), float64(guess), lab.Brief).Picked(),
		lab.Num("p", lang.T("그 확률", "its probability"), y[guess], lab.Decimals(3)).Picked(),
		known(lab.Num("label", lang.T("정답", "truth"), float64(label), lab.Brief).Picked()),
		known(lab.Word("worst", lang.T("가장 많은 착각", "most frequent mistake"), fmt.Sprintf("%d-%d", from, to),
			lang.T(lang.Particle(fmt.Sprint(from), "을", "를")+" "+lang.Particle(fmt.Sprint(to), "이라고", "라고")+fmt.Sprintf(" %d번", count), fmt.Sprintf("%d for %d, %d times", from, to, count)))),
		lab.Num("epoch", lang.T("에폭", "epochs"), float64(epoch), lab.Brief),
		lab.Num("steps", lang.T("갱신", "updates"), float64(s.trainer.Steps()), lab.Brief),
	}
}

// worst returns the most frequent mistake: a digit, what it was taken for, and
// how often.
func (r *report) worst() (from, to, count int) {
	for a := range 10 {
		for b := range 10 {
			if n := r.confusions[[2]int{a, b}]; n > count {
				from, to, count = a, b, n
			}
		}
	}
	return from, to, count
}

// weights returns the first-layer weights of a unit as a picture, without the
// outermost pixels, which are nearly always paper. The largest weights are cut
// off, so that the others show.
func (s *features) weights(unit int) []float64 {
	const loud = 3 // times the mean size
	layer := s.trainer.Network().Layers[0]
	scale := loud * nn.Norm(layer.W.Data, 1) / float64(len(layer.W.Data))
	out := make([]float64, 0, weightSize*weightSize)
	for row := 1; row <= weightSize; row++ {
		for col := 1; col <= weightSize; col++ {
			out = append(out, layer.W.At(unit, row*data.DigitSize+col)/scale)
		}
	}
	return out
}

// weightSize is the width and height of the picture of a unit's weights.
const weightSize = data.DigitSize - 2
