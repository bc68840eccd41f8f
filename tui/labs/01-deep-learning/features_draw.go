package deeplearning

import (
	"fmt"

	"hakseup/lessons/lang"
	"hakseup/nn/data"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

func (s *features) Caption(l lang.Lang) string {
	r := s.report()
	y, label := s.answer()
	guess := ranked(y)[0]
	switch {
	case s.kind == noise && s.Shows("mean"):
		return lang.Sprintf("잡음뿐인데 가장 큰 확률의 평균이 %[1]s이에요.", "There is nothing but noise, and the mean of the largest probability is %[1]s.", lab.Fixed(r.mean, 2)).In(l)
	case !s.Shows("top1"):
		return lang.T("Space로 배우고, s로 배치 하나씩 배워요.", "Space lets it learn, s by one batch.").In(l)
	case s.trainer.Steps() == 0:
		return lang.Sprintf("아직 배우기 전이에요. 테스트 숫자 1,000개 가운데 %[1]s를 맞혀요.", "Nothing is learned yet: it is right about %[1]s of the 1,000 test digits.", lab.Percent(r.top1)).In(l)
	case s.kind == asTheyAre && !s.permuted && s.shift == 0:
		return lang.Sprintf("숫자 %[1]d개를 배웠어요. 테스트 숫자의 %[2]s를 맞혀요. 이 그림 %[3]s %[5]s 해요.", "It has learned from %[1]d digits and reads %[2]s of the test digits. This %[6]d it takes for %[4]d.",
			s.learned(), lab.Percent(r.top1), lang.Particle(fmt.Sprint(label), "은", "는"), guess, lang.Particle(fmt.Sprint(guess), "이라고", "라고"), label).In(l)
	}
	return lang.Sprintf("테스트 숫자의 %[1]s를 맞혀요.", "It reads %[1]s of the test digits.", lab.Percent(r.top1)).In(l)
}

// learned is how many pictures it has been shown.
func (s *features) learned() int {
	epoch, batch, _ := s.trainer.Position()
	return epoch*data.TrainDigits + batch*32
}

// Views shows what the hidden units look for, or what the network says of a
// test digit.
func (s *features) Views() []lab.View {
	return []lab.View{
		{ID: "features", Label: lang.T("특징", "features"), Pictures: func(l lang.Lang) []lab.Block {
			numbers := lab.Low(lab.ReadoutLine(s, l, "epoch", "top1", "top5"))
			return []lab.Block{lab.Above(1, s.grid(l), numbers), lab.Above(0, s.grid(l), numbers), s.grid(l)}
		}},
		{ID: "reading", Label: lang.T("숫자 읽기", "reading"), Pictures: func(l lang.Lang) []lab.Block {
			numbers := lab.Readouts(s, l, "top1", "top5", "sure", "mean", "worst", "label")
			picture := lab.Beside(3, lab.Exactly(s.digit()), s.bars(l))
			return []lab.Block{lab.Above(1, lab.Low(picture), numbers), lab.Above(0, lab.Low(picture), numbers), picture, s.bars(l)}
		}},
	}
}

// Whole shows both side by side.
func (s *features) Whole(l lang.Lang) lab.Block {
	numbers := lab.Readouts(s, l, "top1", "top5", "sure", "mean", "worst", "label")
	return lab.Beside(3, s.grid(l), lab.Above(1, lab.Low(s.digit()), lab.Low(s.bars(l)), numbers))
}

// grid draws the weights of as many hidden units as there is room for.
func (s *features) grid(l lang.Lang) lab.Block {
	const w, h = weightSize, weightSize/2 + 1
	words := func(in lang.Lang) string {
		return lang.Sprintf("은닉 유닛 %[1]d개의 가중치를 그림으로 보여요.", "The weights of %[1]d hidden units, as pictures.", int(s.units)).In(in)
	}
	return lab.Drawn(lab.Need{W: w, H: h, MoreW: lab.Any, MoreH: 4 * h}, words, func(c *plot.Canvas) {
		across, down := max(1, (c.Width()+1)/(w+1)), max(1, c.Height()/h)
		n := min(int(s.units), across*down)
		for i := range n {
			lab.Image{W: w, H: weightSize, Pixels: s.weights(i), Name: fmt.Sprint("h", lab.Subscript(fmt.Sprint(i+1)))}.
				Draw(c.Sub(i%across*(w+1), i/across*h, w, h))
		}
		if left := int(s.units) - n; left > 0 {
			c.TextRight(c.Width(), n/across*h-1, lang.Sprintf("외 %d개", "and %d more", left).In(l), theme.Faint)
		}
	})
}

// digit is the test picture that is looked at, as the network is shown it.
func (s *features) digit() lab.Image {
	i := int(s.at)
	return lab.Image{W: data.DigitSize, H: data.DigitSize, Pixels: s.shown().X.Row(i), Words: func(l lang.Lang) string {
		return lang.Sprintf("테스트 그림 %[1]d.", "Test picture %[1]d.", i).In(l)
	}}
}

// bars are the probabilities of the ten digits.
func (s *features) bars(l lang.Lang) lab.Table {
	y, label := s.answer()
	return digitBars(s.Masked, y, label, s.kind != noise, l)
}

// digitBars draws the probabilities of the ten digits: the largest stands out, and
// the truth has a sign where it is known.
func digitBars(masked func(string, lab.Cell) lab.Cell, y []float64, label int, known bool, l lang.Lang) lab.Table {
	t := lab.Table{Least: 5}
	first := ranked(y)[0]
	for k, p := range y {
		role := theme.ClassB
		if k == first {
			role = theme.ClassA
		}
		sign := lab.Cell{}
		if known && k == label {
			sign = lab.In(theme.Truth, lang.T("정답", "truth").In(l))
		}
		t.Rows = append(t.Rows, []lab.Cell{lab.Strong(fmt.Sprint(k)), masked("p", lab.Bar(p, role)), masked("p", lab.Plain(lab.Fixed(p, 3))), sign})
	}
	return t
}
