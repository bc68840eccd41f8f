package datasets

import (
	"fmt"
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// strip is a data set as a strip of samples: dealt to three sets, shuffled, and
// fed batch by batch.
type strip struct {
	lab.Bench

	n, batch         float64
	validation, test float64 // percent of the samples
	steps            int     // batches since the start
}

const (
	mostSamples = 1000
	mostBatch   = 1000
)

// NewStrip returns the lab "strip".
func NewStrip() lab.Lab { return &strip{n: 500, batch: 10} }

func (s *strip) Title() lang.Text {
	return lang.T("나누고 섞고 먹이기", "Split, shuffle, feed")
}
func (s *strip) Clone() lab.Lab { c := *s; return &c }
func (s *strip) Start(uint64)   { s.steps = 0 }

func (s *strip) Panel() lab.Panel {
	anew := func() { s.steps = 0 }
	share := func(at *float64, id, ko, en string) *lab.Control {
		return lab.Slide(at, id, lang.T(ko, en), 0).From(0, 40).By(5, 10).OnGrid().
			Writes(func(v float64) string { return lab.Brief(v) + "%" }).Then(anew)
	}
	return lab.Panel{
		lab.Slide(&s.n, "n", lang.T("샘플의 수", "samples"), 500).From(10, mostSamples).By(1, 50).OnGrid().Writes(lab.Brief).Then(anew),
		lab.Slide(&s.batch, "batch", lang.T("배치 크기", "batch size"), 10).From(1, mostBatch).By(1, 10).OnGrid().Writes(lab.Brief).Then(anew),
		share(&s.validation, "validation", "검증 데이터", "validation share"),
		share(&s.test, "test", "테스트 데이터", "test share"),
	}
}

// sizes are the numbers of samples of the three sets. They end at the whole
// numbers next to the shares, as data.Set.Split cuts them.
func (s *strip) sizes() (train, validation, test int) {
	n := s.n
	train = int(math.Round(n * (100 - s.validation - s.test) / 100))
	most := int(math.Round(n * (100 - s.test) / 100))
	return train, most - train, int(n) - most
}

// batches deals the training samples of an epoch. There is at least one sample:
// the shares leave a fifth.
func (s *strip) batches() *data.Batches {
	train, _, _ := s.sizes()
	b, _ := data.NewBatches(train, int(s.batch), s.Seed())
	return b
}

// at is the epoch, from 0, and the batch in it that was fed last.
func (s *strip) at() (epoch, batch int) {
	each := s.batches().Len()
	return max(0, s.steps-1) / each, max(0, s.steps-1) % each
}

// Advance feeds the next batch.
func (s *strip) Advance(by nn.Stride, _ func() bool) (goesOn bool) {
	s.steps++
	if by == nn.ByEpoch {
		for s.steps%s.batches().Len() != 0 {
			s.steps++
		}
	}
	return true
}

// Back takes the last batch back.
func (s *strip) Back(by nn.Stride) (goesOn bool) {
	s.steps = max(0, s.steps-1)
	if by == nn.ByEpoch {
		for s.steps%s.batches().Len() != 0 {
			s.steps--
		}
	}
	return s.steps > 0
}

// Strides are a batch and an epoch.
func (s *strip) Strides() []nn.Stride { return []nn.Stride{nn.ByBatch, nn.ByEpoch} }

// Midway is never so: a stride takes no time.
func (s *strip) Midway() bool { return false }

// seen is how many samples of the epoch have been fed.
func (s *strip) seen() int {
	if s.steps == 0 {
		return 0
	}
	train, _, _ := s.sizes()
	_, batch := s.at()
	return min(train, (batch+1)*int(s.batch))
}

func (s *strip) Facts() []lab.Fact {
	train, validation, test := s.sizes()
	each := s.batches().Len()
	return []lab.Fact{
		lab.Num("train", lang.T("훈련 데이터", "training samples"), float64(train), lab.Brief),
		lab.Num("validation.n", lang.T("검증 데이터", "validation samples"), float64(validation), lab.Brief),
		lab.Num("test.n", lang.T("테스트 데이터", "test samples"), float64(test), lab.Brief),
		lab.Num("iterations", lang.T("한 에폭의 반복", "iterations in an epoch"), float64(each), lab.Brief),
		lab.Num("last", lang.T("마지막 배치의 크기", "size of the last batch"), float64(train-(each-1)*min(int(s.batch), train)), lab.Brief),
		lab.Num("epoch", lang.T("끝난 에폭", "epochs done"), float64(s.steps/each), lab.Brief),
		lab.Num("steps", lang.T("지금까지의 반복", "iterations so far"), float64(s.steps), lab.Brief),
		lab.Num("first", lang.T("배치의 첫 샘플 번호", "first sample of the batch"), s.first(), lab.Brief).Picked(),
		lab.Num("seen", lang.T("이번 에폭에 본 샘플", "samples seen in this epoch"), float64(s.seen()), lab.Brief),
	}
}

func (s *strip) Caption(l lang.Lang) string {
	train, validation, test := s.sizes()
	each := s.batches().Len()
	switch {
	case s.steps == 0 && validation+test > 0:
		return lang.Sprintf("%[1]d개를 훈련 %[2]d, 검증 %[3]d, 테스트 %[4]d개로 나눴어요.", "%[1]d samples: %[2]d to train, %[3]d to validate, %[4]d to test.", int(s.n), train, validation, test).In(l)
	case s.steps == 0:
		return lang.T("s는 배치 하나, Space는 이어서 먹여요.", "s feeds one batch, Space goes on.").In(l)
	case s.steps%each == 0:
		return lang.Sprintf("%[1]d에폭이 끝났어요. 훈련 데이터를 %[1]d번씩 보았고, 가중치를 %[2]d번 고쳤어요.", "Epoch %[1]d is done: every training sample was seen %[1]d times, the weights were changed %[2]d times.", s.steps/each, s.steps).In(l)
	}
	epoch, batch := s.at()
	return lang.Sprintf("%[1]d에폭의 반복 %[2]d: 배치 하나에 한 번, 가중치를 %[3]d번째 고쳐요.", "Epoch %[1]d, iteration %[2]d: one change of the weights for each batch, %[3]d so far.", epoch+1, batch+1, s.steps).In(l)
}

// Views shows the strip with its numbers below.
func (s *strip) Views() []lab.View {
	return []lab.View{{ID: "strip", Label: lang.T("띠", "strip"), Pictures: func(l lang.Lang) []lab.Block {
		numbers := lab.Readouts(s, l, "train", "validation", "test", "iterations", "last", "epoch", "steps", "seen")
		return []lab.Block{lab.Above(1, s.picture(l), lab.Low(numbers)), lab.Above(0, s.picture(l), lab.Low(numbers)), numbers}
	}}}
}

// picture draws every sample as a sign by its set: the batch of now stands out,
// what the epoch has seen is full.
func (s *strip) picture(l lang.Lang) lab.Block {
	train, validation, _ := s.sizes()
	return lab.Drawn(lab.Need{W: 40, H: 6, MoreW: lab.Any, MoreH: 18}, s.order, func(c *plot.Canvas) {
		n, each := int(s.n), 1 // samples that a sign stands for, where there are too many
		room := c.Width() * (c.Height() - 2)
		for (n+each-1)/each > room {
			each++
		}
		from, to := s.seen()-len(s.now()), s.seen()
		at := s.places(c.Width(), c.Height()-2)
		last := 0
		for i := 0; i < n; i += each {
			sign, role := "□", theme.ClassA
			switch {
			case i >= train+validation:
				sign, role = "◇", theme.ClassC
			case i >= train:
				sign, role = "○", theme.ClassB
			case i+each > from && i < to:
				sign, role = "■", theme.Accent
			case i < from:
				sign = "■"
			}
			col, row := at(i / each)
			c.Text(col, row, sign, role)
			last = row
		}
		c.Text(0, last+2, s.order(l), theme.Muted)
	})
}

// places returns where the signs stand: batch by batch, with a gap between them,
// or else one after another where there is no room for gaps.
func (s *strip) places(w, h int) func(i int) (col, row int) {
	size, n := int(s.batch), int(s.n)
	if size > 1 && size <= w {
		inRow := (w + 1) / (size + 1)
		if rows := (n + size*inRow - 1) / (size * inRow); rows <= h {
			return func(i int) (col, row int) {
				batch := i / size
				return batch%inRow*(size+1) + i%size, batch / inRow
			}
		}
	}
	return func(i int) (col, row int) { return i % w, i / w }
}

// now is the batch that was fed last.
func (s *strip) now() []int {
	if s.steps == 0 {
		return nil
	}
	epoch, batch := s.at()
	return s.batches().Epoch(epoch)[batch]
}

// first is the number of the first sample in the batch of now, NaN without one.
func (s *strip) first() float64 {
	if rows := s.now(); len(rows) > 0 {
		return float64(rows[0] + 1)
	}
	return math.NaN()
}

// order tells which samples are in the batch of now: they are drawn anew in every
// epoch.
func (s *strip) order(l lang.Lang) string {
	const shown = 6
	rows := s.now()
	var numbers []string
	for _, row := range rows[:min(shown, len(rows))] {
		numbers = append(numbers, fmt.Sprint(row+1))
	}
	text := strings.Join(numbers, ", ")
	if len(rows) > shown {
		text += ", …"
	}
	if text == "" {
		return lang.T("아직 먹인 배치가 없어요.", "No batch has been fed yet.").In(l)
	}
	return lang.Sprintf("이번 배치의 샘플 번호: %s", "numbers of the samples in this batch: %s", text).In(l)
}
