package labs

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/nn"
)

// lossLab guesses between two classes, and shows what the guess costs as
// squared error and as cross entropy.
type lossLab struct{ panel }

// The lab's horizontal axes.
const (
	axisProbability = "probability" // the cat's probability y₁
	axisScore       = "score"       // the difference a₁ - a₂ of the scores that softmax makes y of
)

// maxScore is how far the score axis reaches to either side.
const maxScore = 6

// NewLoss returns the lab "loss".
func NewLoss() Lab {
	return &lossLab{newPanel(
		choice("axis", lang.T("가로축", "horizontal axis"),
			Option{axisProbability, lang.T("확률", "probability")},
			Option{axisScore, lang.T("점수", "score")}),
		slider("p", lang.T("고양이 확률 y₁", "cat probability y₁"), 0.1, 0, 1, 0.01, 0.1),
		slider("score", lang.T("점수 차이 a₁−a₂", "score difference a₁−a₂"), math.Log(1.0/9), -maxScore, maxScore, 0.1, 1),
		choice("truth", lang.T("정답", "truth"),
			Option{"cat", lang.T("고양이 (1, 0)", "cat (1, 0)")},
			Option{"dog", lang.T("개 (0, 1)", "dog (0, 1)")}),
		choice("base", lang.T("로그의 밑", "logarithm"),
			Option{"natural", lang.T("자연로그 ln", "natural, ln")},
			Option{"log10", lang.T("상용로그 log₁₀", "common, log₁₀")}),
		toggle("slopes", lang.T("접선", "tangents")),
	)}
}

func (s *lossLab) Title() lang.Text { return lang.T("손실 함수", "Loss functions") }

func (s *lossLab) Reset(uint64) { s.reset() }

func (s *lossLab) Controls() []Control {
	hidden := "score"
	if s.byScore() {
		hidden = "p"
	}
	return s.list(func(id string) bool { return id != hidden })
}

// Set changes a control. The probability and the score are two views of one
// guess: each moves the other.
func (s *lossLab) Set(id string, v float64) {
	s.set(id, v)
	switch id {
	case "p":
		p := s.value("p")
		s.set("score", math.Log(p)-math.Log(1-p))
	case "score":
		s.set("p", byDifference(s.value("score"))[0])
	}
}

// Point moves the guess to where the mouse is.
func (s *lossLab) Point(x, _ float64, ev Event) {
	if ev == Release {
		return
	}
	id := "p"
	if s.byScore() {
		id = "score"
	}
	if c, ok := find(s.controls, id); ok {
		s.Set(id, c.Snap(x))
	}
}

func (s *lossLab) byScore() bool { return s.chosen("axis") == axisScore }

// at returns where the guess stands on the horizontal axis.
func (s *lossLab) at() float64 {
	if s.byScore() {
		return s.value("score")
	}
	return s.value("p")
}

// guess returns the output y that stands at x on the horizontal axis.
func (s *lossLab) guess(x float64) []float64 {
	if s.byScore() {
		return byDifference(x)
	}
	return []float64{x, 1 - x}
}

// byDifference returns what softmax makes of two scores d apart.
func byDifference(d float64) []float64 {
	y := make([]float64, 2)
	nn.Softmax(y, []float64{d, 0}, 1)
	return y
}

func (s *lossLab) truth() []float64 {
	if s.chosen("truth") == "dog" {
		return []float64{0, 1}
	}
	return []float64{1, 0}
}

func (s *lossLab) base() float64 {
	if s.chosen("base") == "log10" {
		return 10
	}
	return math.E
}

// lossKind is one of the two losses: its value for an output, and its slope.
type lossKind struct {
	value func(y []float64) float64
	// gradient stores ∂E/∂y in dst.
	gradient func(dst, y []float64)
}

func (s *lossLab) mse() lossKind {
	t := s.truth()
	return lossKind{
		value:    func(y []float64) float64 { return nn.SquaredError(y, t) },
		gradient: func(dst, y []float64) { nn.SquaredErrorGradient(dst, y, t) },
	}
}

func (s *lossLab) ce() lossKind {
	t, base := s.truth(), s.base()
	return lossKind{
		value: func(y []float64) float64 { return nn.CrossEntropyBase(y, t, base) },
		gradient: func(dst, y []float64) {
			nn.CrossEntropyGradient(dst, y, t)
			for k := range dst {
				dst[k] /= math.Log(base)
			}
		},
	}
}

// partsOf returns what one class adds to the losses: the loss of that class
// alone, the cross entropy in both bases.
func partsOf(y, t float64) (mse, ce, ce10 float64) {
	ys, ts := []float64{y}, []float64{t}
	return nn.SquaredError(ys, ts), nn.CrossEntropy(ys, ts), nn.CrossEntropyBase(ys, ts, 10)
}

// curve returns the loss as a function of the horizontal axis.
func (s *lossLab) curve(k lossKind) func(x float64) float64 {
	return func(x float64) float64 { return k.value(s.guess(x)) }
}

// slope returns the slope of the loss along the horizontal axis, where y₂ is
// always 1 - y₁.
func (s *lossLab) slope(k lossKind, x float64) float64 {
	y, g := s.guess(x), make([]float64, 2)
	k.gradient(g, y)
	if s.byScore() {
		nn.SoftmaxGradient(g, y, g)
		return g[0]
	}
	return nn.Dot(g, []float64{1, -1})
}

func (s *lossLab) Caption(l lang.Lang) string {
	x := s.at()
	mse, ce := s.mse(), s.ce()
	y, t := s.guess(x), s.truth()
	p := nn.Dot(y, t)
	if s.byScore() {
		return lang.Sprintf("정답의 확률이 %s일 때 점수에 대한 기울기: MSE %s, CE %s.",
			"At %s for the truth: slopes along the score MSE %s, CE %s.",
			significant(p), significant(s.slope(mse, x)), significant(s.slope(ce, x))).In(l)
	}
	return lang.Sprintf("정답의 확률이 %s일 때 기울기: MSE %s, CE %s. 0에 가까우면 CE가 가팔라요.",
		"At %s for the truth: slopes MSE %s, CE %s. Near 0 the CE is steep.",
		significant(p), significant(s.slope(mse, x)), significant(s.slope(ce, x))).In(l)
}

// Describe says the picture in words.
func (s *lossLab) Describe(l lang.Lang) string {
	y, t := s.guess(s.at()), s.truth()
	return lang.Sprintf("출력 (%s, %s), 정답 (%s, %s). ", "Output (%s, %s), truth (%s, %s). ",
		fixed(y[0], 3), fixed(y[1], 3), fixed(t[0], 0), fixed(t[1], 0)).In(l) + s.Caption(l)
}
