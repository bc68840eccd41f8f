// Package learning holds the experiment of lecture 03: a line among dots, moved
// by the learner and by a machine.
package learning

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/lab"
)

// line is dots of two classes and a line that should part them: the learner turns
// and shifts it, and the perceptron rule does from the same line.
type line struct {
	lab.Bench

	dots data.Dots
	n    float64 // dots
	rate float64
	zero bool // the machine begins with weights of 0, not from the learner's line

	xs    [][]float64 // never written to
	ts    []float64
	first nn.Line
	now   nn.Line
	moves []nn.Move // of the learner, from the first line to that of now
	field []int     // wrong dots over the space of lines; never written to
	held  int       // moves before the mouse took hold of the line
	turns bool      // the mouse turns it

	machine

	past []machine // before every step
}

// NewLine returns the lab "line".
func NewLine() lab.Lab { return &line{n: usualDots, rate: 1} }

const (
	usualDots = 20
	reach     = 6 // of the picture to all sides of the middle of the dots
)

func (s *line) Title() lang.Text { return lang.T("선으로 나누기", "Parting dots by a line") }

func (s *line) Clone() lab.Lab {
	c := *s
	c.moves, c.past = slices.Clone(s.moves), slices.Clone(s.past)
	return &c
}

// Start draws the dots and the first line.
func (s *line) Start(seed uint64) {
	set, first, err := s.dots.Draw(int(max(s.n, usualDots/2)), seed)
	if err != nil {
		panic(err) // the panel allows no such number
	}
	s.xs, s.ts = set.Rows()
	s.first, s.now, s.moves, s.held = first, first, nil, 0
	s.field = s.count()
	s.stop()
}

func (s *line) again() { s.Start(s.Seed()) }

// far is the largest shift of a line.
func (s *line) far() float64 { return reach + 1.5*s.dots.Away() }

func (s *line) Panel() lab.Panel {
	var sets []lab.Value[data.Dots]
	for _, d := range data.AllDots() {
		sets = append(sets, lab.Opt(d, d.String(), []lang.Text{
			lang.T("넉넉한 틈", "wide gap"), lang.T("좁은 틈", "narrow gap"), lang.T("원점에서 멀리", "far away"),
			lang.T("이름표 하나 틀림", "one mislabelled"), lang.Same("XOR"),
		}[d]))
	}
	var written string
	if s.xs != nil {
		written = s.written()
	}
	return lab.Panel{
		lab.Bind(lab.Slider, "angle", lang.T("돌리기", "turn"), func() float64 { return s.now.Angle }, func(v float64) { s.moveTo(nn.Line{Angle: v, Shift: s.now.Shift}) }).
			From(-180, 180).By(5, 45).BeginAt(s.now.Angle).Writes(func(v float64) string { return lab.Brief(v) + "°" }),
		lab.Bind(lab.Slider, "shift", lang.T("밀기", "shift"), func() float64 { return s.now.Shift }, func(v float64) { s.moveTo(nn.Line{Angle: s.now.Angle, Shift: v}) }).
			From(-s.far(), s.far()).By(0.25, 1).BeginAt(s.now.Shift).Writes(lab.Brief),
		lab.Choose(&s.dots, "data", lang.T("점", "dots"), sets...).Then(s.again),
		lab.Slide(&s.n, "dots", lang.T("점의 수", "number of dots"), usualDots).From(10, 80).By(10, 20).OnGrid().Writes(lab.Brief).When(s.dots != data.Crossed).Then(s.again),
		lab.Choose(&s.zero, "from", lang.T("기계의 시작", "the machine begins"),
			lab.Opt(false, "line", lang.T("내 선에서", "from your line")), lab.Opt(true, "zero", lang.T("가중치 0에서", "from weights of 0"))).Then(s.stop),
		lab.Choose(&s.rate, "rate", lang.T("학습률", "learning rate"), lab.Opt(1.0, "one", lang.Same("1")), lab.Opt(0.1, "tenth", lang.Same("0.1")),
			lab.Opt(10.0, "ten", lang.Same("10"))).Then(s.stop),
		lab.Write(&written, lab.LineControl, lang.T("한 줄로", "as a line"), "", s.read).Aside(),
	}
}

// moveTo moves the line: a turn, a shift, or one after the other.
func (s *line) moveTo(to nn.Line) {
	tidy := func(v float64) float64 { return math.Round(1e4*v)/1e4 + 0 }
	for _, m := range []nn.Move{{Turn: true, By: tidy(math.Remainder(to.Angle-s.now.Angle, 360))}, {By: tidy(to.Shift - s.now.Shift)}} {
		if m.By != 0 {
			s.moves, s.now = append(slices.Clip(s.moves), m), s.now.Moved(m)
		}
	}
}

// path is the lines that the learner went through.
func (s *line) path() []nn.Line {
	lines := []nn.Line{s.first}
	for _, m := range s.moves {
		lines = append(lines, lines[len(lines)-1].Moved(m))
	}
	return lines
}

// written is the dots and the moves as a line.
func (s *line) written() string {
	words := []string{fmt.Sprintf("data=%s seed=%d", s.dots, s.Seed())}
	for _, m := range s.moves {
		words = append(words, m.String())
	}
	return strings.Join(words, " ")
}

// read makes the moves of a line, on the dots of now.
func (s *line) read(text string) error {
	_, moves, err := data.ReadMoves(text)
	if err != nil {
		return lab.Refuse("turn=15 shift=-0.5처럼 써요.", "Write moves as in turn=15 shift=-0.5.")
	}
	if text == "" || s.xs == nil {
		return nil
	}
	s.again()
	for _, m := range moves {
		s.moves, s.now = append(s.moves, m), s.now.Moved(m)
	}
	return nil
}

// Point moves the line in the plane of the dots, near its middle by a shift and
// else by a turn, and in the space of lines to where the mouse is. One hold is one
// turn, one shift or both, however far it goes.
func (s *line) Point(area string, x, y float64, ev lab.Event) {
	if ev == lab.Release {
		return
	}
	if ev == lab.Press {
		s.held = len(s.moves)
		u, away := s.now.Perceptron(), s.dots.Away()
		d := u.PreActivation([]float64{away, away})
		const middle = 2
		s.turns = math.Hypot(x-away+d*u.W[0], y-away+d*u.W[1]) > middle
	}
	to := nn.Line{Angle: x, Shift: y}
	if area == dotsArea {
		to = s.pulled(x, y)
	}
	s.moves = s.moves[:min(s.held, len(s.moves))]
	s.now = s.path()[len(s.moves)]
	for id, v := range map[string]float64{"angle": to.Angle, "shift": to.Shift} {
		c, _ := s.Panel().Find(id)
		if id == "angle" {
			to.Angle = c.Snap(math.Remainder(v, 360))
		} else {
			to.Shift = c.Snap(v)
		}
	}
	s.moveTo(to)
}

// pulled is the line through a place, turned or shifted.
func (s *line) pulled(x, y float64) nn.Line {
	to := s.path()[min(s.held, len(s.moves))]
	if !s.turns {
		u := to.Perceptron()
		to.Shift = nn.Dot(u.W, []float64{x, y})
		return to
	}
	at, size := math.Atan2(y, x)*180/math.Pi, math.Hypot(x, y)
	if size < math.Abs(to.Shift) || size == 0 {
		return to
	}
	apart := math.Acos(to.Shift/size) * 180 / math.Pi
	one, other := math.Remainder(at+apart-to.Angle, 360), math.Remainder(at-apart-to.Angle, 360)
	if math.Abs(other) < math.Abs(one) {
		one = other
	}
	to.Angle += one
	return to
}

// Nudge turns the line by arrows to the sides and shifts it by those up and down.
func (s *line) Nudge(_ string, dx, dy float64, big bool) (moved bool) {
	before := len(s.moves)
	for id, by := range map[string]float64{"angle": dx, "shift": dy} {
		if c, ok := s.Panel().Find(id); ok && by != 0 {
			c.Move(by, big)
		}
	}
	return len(s.moves) != before
}

func (s *line) Facts() []lab.Fact {
	num := func(id, ko, en string, v float64) lab.Fact { return lab.Num(id, lang.T(ko, en), v, lab.Brief) }
	fixed := func(id, ko, en string, v float64) lab.Fact { return lab.Num(id, lang.T(ko, en), v, lab.Significant) }
	word, text := s.phase.words()
	u := s.unit()
	facts := []lab.Fact{
		num("wrong", "내 선이 틀린 점", "wrong by your line", float64(len(s.now.Perceptron().Wrong(s.xs, s.ts)))),
		num("moves", "내가 움직인 횟수", "your moves", float64(len(s.moves))),
		num("machine.wrong", "기계가 틀린 점", "wrong by the machine", float64(len(s.unit().Wrong(s.xs, s.ts)))),
		num("corrections", "기계가 고친 횟수", "its corrections", float64(s.corrections)),
		lab.Word("phase", lang.T("기계의 단계", "its step"), word, text),
		fixed("w.1", "w₁", "w₁", u.W[0]), fixed("w.2", "w₂", "w₂", u.W[1]), fixed("w.b", "b", "b", u.B),
		num("least", "지도에서 가장 적게 틀린 점", "fewest wrong on the map", float64(slices.Min(s.field))),
		{ID: "took", Label: lang.T("고친 횟수", "corrections"), Text: lang.Same("–"), Format: lab.Brief},
		{ID: "left", Label: lang.T("남은 틀린 점", "wrong at the end"), Text: lang.Same("–"), Format: lab.Brief},
	}
	return append(facts, s.SpreadFacts()...)
}

func (s *line) Caption(l lang.Lang) string {
	if s.phase != idle {
		return s.saying().In(l)
	}
	wrong := len(s.now.Perceptron().Wrong(s.xs, s.ts))
	switch {
	case !s.Shows("angle") && s.Shows("machine"):
		return lang.T("s를 누르면 기계가 이 선에서 한 단계 나아가요. 화살표 쪽이 1이에요.", "s takes the machine one step on from this line. The arrow points to the side of 1.").In(l)
	case !s.Shows("wrong"):
		return lang.T("선을 돌리고 밀어 보세요. 화살표 쪽이 1이에요.", "Turn and shift the line. The arrow points to its side of 1.").In(l)
	case wrong == 0:
		return lang.Sprintf("%d번 움직여 모두 나눴어요.", "All parted, in %d moves.", len(s.moves)).In(l)
	}
	return lang.Sprintf("움직인 횟수 %d, 틀린 점 %d개. 화살표 쪽이 1이에요.", "Moves: %d, wrong dots: %d. The arrow points to the side of 1.", len(s.moves), wrong).In(l)
}
