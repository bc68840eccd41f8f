package deeplearning

import (
	"fmt"
	"math"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// paper is a sheet on which the learner draws a digit. A network that has learned
// from the handwritten digits reads it at every stroke, and can be taught.
type paper struct {
	lab.Bench

	lifted bool    // arrow keys move the pen without drawing
	sample float64 // a test digit that is put on the paper
	truth  float64 // what the learner says the drawing is
	mix    bool    // old digits are learned along with a new one

	ink    []float64 // the drawing, row by row; never written to
	x, y   float64   // of the pen, in pixels
	taught nn.Samples
	before float64 // accuracy on the test digits before the last lesson; NaN: none

	trainer *nn.Trainer
	midway  bool
	tested  *float64 // accuracy on the test digits as it is; nil: to be found
}

const (
	sheet      = 28  // pixels of the paper to each side
	paperUnits = 64  // hidden units
	oldDigits  = 300 // learned along with a new one
	lessons    = 12  // epochs of a lesson
)

// NewPaper returns the lab "paper".
func NewPaper() lab.Lab { return &paper{} }

func (s *paper) Title() lang.Text { return lang.T("그려서 보여 주기", "Draw and teach") }

func (s *paper) Clone() lab.Lab {
	c := *s
	if s.trainer != nil {
		c.trainer = s.trainer.Clone()
	}
	return &c
}

// Start takes a new sheet and a network that has learned nothing.
func (s *paper) Start(seed uint64) {
	train, _ := data.Digits()
	s.ink, s.x, s.y = make([]float64, sheet*sheet), sheet/2, sheet/2
	s.taught, s.before = nn.Samples{}, math.NaN()
	s.trainer, s.midway, s.tested = reader(train.Samples, paperUnits, seed), false, nil
}

func (s *paper) Panel() lab.Panel {
	return lab.Panel{
		lab.Switch(&s.lifted, "lift", lang.T("펜 들기", "lift the pen")),
		lab.Button("clear", lang.T("새 종이", "new sheet"), func() { s.ink = make([]float64, sheet*sheet) }).When(!s.blank()),
		lab.Slide(&s.sample, "sample", lang.T("테스트 숫자 올려놓기", "put a test digit on it"), 0).From(0, data.TestDigits-1).By(1, 10).OnGrid().Writes(lab.Brief).Then(s.place),
		lab.Slide(&s.truth, "truth", lang.T("이 그림의 정답", "what it really is"), 0).From(0, 9).By(1, 1).OnGrid().Writes(lab.Brief),
		lab.Switch(&s.mix, "mix", lang.T("옛 숫자 300개와 함께", "along with 300 old digits")),
		lab.Button("teach", lang.T("가르치기", "teach it"), s.teach).When(!s.blank()),
	}
}

// place puts a test digit on a new sheet.
func (s *paper) place() {
	_, test := data.Digits()
	const margin = (sheet - data.DigitSize) / 2
	s.ink = make([]float64, sheet*sheet)
	for i, v := range test.X.Row(int(s.sample)) {
		s.ink[(i/data.DigitSize+margin)*sheet+i%data.DigitSize+margin] = v
	}
}

// framed is the drawing as the network sees it.
func (s *paper) framed() []float64 { return data.Frame(s.ink, sheet) }

// blank reports whether nothing is drawn.
func (s *paper) blank() bool {
	return !slices.ContainsFunc(s.ink, func(v float64) bool { return v > 0 })
}

// teach lets the network learn what the drawings really are, alone or along with
// old digits. Stepping back takes it back.
func (s *paper) teach() {
	if s.blank() {
		return
	}
	s.before = s.accuracy()
	t := make([]float64, 10)
	t[int(s.truth)] = 1
	if s.taught.Len() == 0 {
		s.taught = nn.Samples{X: nn.NewMatrix(0, data.DigitSize*data.DigitSize), T: nn.NewMatrix(0, 10)}
	}
	s.taught = s.taught.With(s.framed(), t)
	lesson := s.taught
	if s.mix {
		old, _ := data.Digits()
		for i := range oldDigits {
			lesson = lesson.With(old.X.Row(i), old.T.Row(i))
		}
	}
	all, _ := s.trainer.Samples()
	_ = s.trainer.Adjust(func(c *nn.Settings) { c.Train, c.Epochs = lesson, 0 }) // drawings are finite
	_, _ = s.trainer.Advance(nn.ByEpoch, lessons, func() bool { return true })
	_ = s.trainer.Adjust(func(c *nn.Settings) { c.Train = all })
	s.tested = nil
}

// Strides are an epoch and a batch.
func (s *paper) Strides() []nn.Stride { return []nn.Stride{nn.ByEpoch, nn.ByBatch} }

// Midway reports whether the last stride was cut short.
func (s *paper) Midway() bool { return s.midway }

// Advance learns from the handwritten digits.
func (s *paper) Advance(by nn.Stride, more func() bool) (goesOn bool) {
	if epoch, _, _ := s.trainer.Position(); epoch >= mostEpochs {
		return false
	}
	made, err := s.trainer.Advance(by, 1, more)
	s.tested = nil
	s.midway = made == 0 && err == nil
	epoch, _, _ := s.trainer.Position()
	return err == nil && epoch < mostEpochs
}

// Back takes a stride back.
func (s *paper) Back(by nn.Stride) (goesOn bool) {
	s.tested, s.midway = nil, false
	return s.trainer.Back(by) && s.trainer.Steps() > 0
}

// sheetArea is where the learner draws.
const sheetArea = "sheet"

// Point draws along the way of the mouse.
func (s *paper) Point(area string, x, y float64, ev lab.Event) {
	if area != sheetArea || ev == lab.Release {
		return
	}
	col, row := s.image().At(x, y)
	from := [2]float64{s.x, s.y}
	s.x, s.y = float64(col), float64(row)
	if ev == lab.Press {
		from = [2]float64{s.x, s.y}
	}
	s.stroke(from[0], from[1])
}

// Nudge moves the pen, and draws with it unless it is lifted.
func (s *paper) Nudge(area string, dx, dy float64, big bool) (moved bool) {
	if area != sheetArea {
		return false
	}
	by := 1.0
	if big {
		by = 4
	}
	x, y := max(0, min(sheet-1, s.x+by*dx)), max(0, min(sheet-1, s.y-by*dy))
	if x == s.x && y == s.y {
		return false
	}
	fromX, fromY := s.x, s.y
	s.x, s.y = x, y
	if !s.lifted {
		s.stroke(fromX, fromY)
	}
	return true
}

// stroke draws from a place to the pen: a line about three pixels thick with a
// soft edge.
func (s *paper) stroke(fromX, fromY float64) {
	const thick = 1.6 // from the middle to the edge
	ink := slices.Clone(s.ink)
	steps := max(1, math.Ceil(2*math.Hypot(s.x-fromX, s.y-fromY)))
	for k := 0.0; k <= steps; k++ {
		x, y := fromX+(s.x-fromX)*k/steps, fromY+(s.y-fromY)*k/steps
		for i := range ink {
			off := math.Hypot(float64(i%sheet)-x, float64(i/sheet)-y)
			ink[i] = max(ink[i], min(1, max(0, thick+0.5-off)))
		}
	}
	s.ink = ink
}

// answer is what the network says of the drawing.
func (s *paper) answer() []float64 {
	n := s.trainer.Network()
	return n.Forward(n.NewTrace(), s.framed())
}

// accuracy is that on the test digits.
func (s *paper) accuracy() float64 {
	if s.tested == nil {
		_, test := data.Digits()
		a := nn.NewWorkspace(s.trainer.Network(), test.Len()).Evaluate(test.Samples, nn.JudgeOf(test.T)).Accuracy
		s.tested = &a
	}
	return *s.tested
}

func (s *paper) Facts() []lab.Fact {
	y := s.answer()
	first := ranked(y)
	epoch, _, _ := s.trainer.Position()
	drawn := func(f lab.Fact) lab.Fact {
		f.Known = f.Known && !s.blank()
		return f.Picked()
	}
	return []lab.Fact{
		drawn(lab.Num("guess", lang.T("답", "answer"), float64(first[0]), lab.Brief)),
		drawn(lab.Num("p", lang.T("그 확률", "its probability"), y[first[0]], lab.Decimals(3))),
		drawn(lab.Num("second", lang.T("둘째 답", "second answer"), float64(first[1]), lab.Brief)),
		lab.Num("top1", lang.T("맞힌 테스트 숫자", "test digits right"), s.accuracy(), lab.Percent),
		lab.Num("before", lang.T("가르치기 전", "before the lesson"), s.before, lab.Percent).Else(lang.Same("–")),
		s.lesson(),
		lab.Num("taught", lang.T("가르친 그림", "drawings taught"), float64(s.taught.Len()), lab.Brief),
		lab.Num("epoch", lang.T("에폭", "epochs"), float64(epoch), lab.Brief),
	}
}

// lesson says what would be taught.
func (s *paper) lesson() lab.Fact {
	label, truth := lang.T("가르칠 답", "to be taught"), lab.Brief(s.truth)
	if s.mix {
		return lab.Word("lesson", label, truth+"-mixed", lang.T(truth+", 옛 숫자와 함께", truth+", along with old digits"))
	}
	return lab.Word("lesson", label, truth+"-alone", lang.T(truth+", 이 그림만", truth+", this drawing alone"))
}

func (s *paper) Caption(l lang.Lang) string {
	y := s.answer()
	first := ranked(y)[0]
	switch {
	case s.trainer.Steps() == 0:
		return lang.T("아직 아무것도 배우지 않은 신경망이에요. Space로 숫자 3,000개를 배워요.", "This network has learned nothing yet. Space lets it learn from 3,000 digits.").In(l)
	case s.blank():
		return lang.T("마우스로 끌거나, Enter로 그림에 들어가 화살표로 숫자를 그려 보세요.", "Draw a digit: drag the mouse, or press Enter and use the arrow keys.").In(l)
	case !math.IsNaN(s.before):
		return lang.Sprintf("가르친 뒤: 이 그림은 %[1]s(%[2]s). 테스트 숫자는 %[3]s에서 %[4]s로.", "After the lesson: this is %[1]s (%[2]s). Test digits went from %[3]s to %[4]s.",
			fmt.Sprint(first), lab.Fixed(y[first], 2), lab.Percent(s.before), lab.Percent(s.accuracy())).In(l)
	}
	return lang.T(fmt.Sprintf("%s 읽었어요. 확률 %s.", lang.Particle(fmt.Sprint(first), "으로", "로"), lab.Fixed(y[first], 2)), fmt.Sprintf("It reads %d, with probability %s.", first, lab.Fixed(y[first], 2))).In(l)
}

// image is the paper with the pen.
func (s *paper) image() lab.Image {
	pen := plot.Cross
	if s.lifted {
		pen = plot.Ring
	}
	return lab.Image{
		W: sheet, H: sheet, Pixels: s.ink, Area: sheetArea, Cursor: []float64{s.x, s.y}, Pen: pen,
		Words: func(l lang.Lang) string {
			if s.blank() {
				return lang.T("종이는 비어 있어요.", "The paper is empty.").In(l)
			}
			return lang.T("종이에 그림이 있어요.", "There is a drawing on the paper.").In(l)
		},
	}
}

// Views shows the paper, and the probabilities of the ten digits beside it.
func (s *paper) Views() []lab.View {
	return []lab.View{{ID: "paper", Label: lang.T("종이", "paper"), Pictures: func(l lang.Lang) []lab.Block {
		bars := digitBars(s.Masked, s.answer(), 0, false, l)
		numbers := lab.Readouts(s, l, "epoch", "top1", "before", "taught", "lesson")
		image := s.image()
		frame := lab.Drawn(lab.Need{W: sheet + 2, H: sheet/2 + 2}, image.Say, func(c *plot.Canvas) {
			border(c.Sub(0, 0, sheet+2, sheet/2+2))
			image.Draw(c.Sub(1, 1, sheet, sheet/2))
		})
		picture := lab.Beside(3, frame, bars)
		return []lab.Block{lab.Above(1, lab.Low(picture), numbers), lab.Above(0, lab.Low(picture), numbers), picture, bars}
	}}}
}

// border draws the edge of the paper.
func border(c *plot.Canvas) {
	w, h := c.Width(), c.Height()
	for col := range w {
		c.Text(col, 0, "─", theme.Faint)
		c.Text(col, h-1, "─", theme.Faint)
	}
	for row := range h {
		c.Text(0, row, "│", theme.Faint)
		c.Text(w-1, row, "│", theme.Faint)
	}
	for i, corner := range []string{"╭", "╮", "╰", "╯"} {
		c.Text(i%2*(w-1), i/2*(h-1), corner, theme.Faint)
	}
}
