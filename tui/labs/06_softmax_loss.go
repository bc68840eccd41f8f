package labs

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/theme"
)

// softmaxLab turns the scores of two or three classes into probabilities, and
// sets beside them what goes wrong in other ways of doing it.
type softmaxLab struct{ panel }

// What the softmax lab compares softmax with.
const (
	besideNothing = "none"
	besideRatio   = "ratio"  // a/Σa
	besideDirect  = "direct" // exp(a)/Σexp(a) with the exponentials as they are
)

// NewSoftmax returns the lab "softmax".
func NewSoftmax() Lab {
	score := func(id, ko, en string, value float64) Control {
		return slider(id, lang.T(ko+" 점수", en+" score"), value, -5, 5, 0.1, 1)
	}
	return &softmaxLab{newPanel(
		score("cat", "고양이", "cat", 1.5),
		score("dog", "개", "dog", 3.7),
		toggle("third", lang.T("셋째 클래스", "third class")),
		score("bird", "새", "bird", 0.5),
		slider("temp", lang.T("온도 T", "temperature T"), 1, 0.1, 10, 0.1, 1),
		shiftSlider(),
		choice("beside", lang.T("비교", "beside it"),
			Option{besideNothing, lang.T("없음", "nothing")},
			Option{besideRatio, lang.T("비율", "ratio")},
			Option{besideDirect, lang.T("빼지 않고", "direct")}),
	)}
}

// shiftSlider reaches to where exp overflows: exp(709.79) is the largest that
// a float64 holds.
func shiftSlider() Control {
	c := slider("shift", lang.T("모두에 더하기", "add to all"), 0, -1000, 1000, 1, 100)
	c.Format = func(v float64) string {
		if v > 0 {
			return "+" + fixed(v, 0)
		}
		return fixed(v, 0)
	}
	return c
}

func (s *softmaxLab) Title() lang.Text { return lang.T("소프트맥스", "Softmax") }

func (s *softmaxLab) Reset(uint64) { s.reset() }

func (s *softmaxLab) Set(id string, v float64) { s.set(id, v) }

func (s *softmaxLab) Controls() []Control {
	return s.list(func(id string) bool { return id != "bird" || s.on("third") })
}

// Point moves the cat's score to where the mouse is on the curve.
func (s *softmaxLab) Point(x, _ float64, ev Event) {
	if ev == Release {
		return
	}
	if c, ok := find(s.controls, "cat"); ok {
		s.set("cat", c.Snap(x))
	}
}

// class is one of the classes of the lab.
type class struct {
	id   string
	name lang.Text
	role theme.Role
}

func (s *softmaxLab) classes() []class {
	all := []class{
		{"cat", lang.T("고양이", "cat"), theme.ClassA},
		{"dog", lang.T("개", "dog"), theme.ClassB},
		{"bird", lang.T("새", "bird"), theme.ClassC},
	}
	if s.on("third") {
		return all
	}
	return all[:2]
}

// scores returns the classes' scores with the shift, the cat's slider at cat.
func (s *softmaxLab) scores(cat float64) []float64 {
	a := []float64{cat, s.value("dog"), s.value("bird")}[:len(s.classes())]
	for k := range a {
		a[k] += s.value("shift")
	}
	return a
}

// way is a way from scores to shares: what is summed for every class, and
// what each class gets of the sum.
type way struct {
	parts  []float64
	sum    float64
	shares []float64
}

func (w way) total() float64 {
	ones := make([]float64, len(w.shares))
	for k := range ones {
		ones[k] = 1
	}
	return nn.Dot(w.shares, ones)
}

// softmaxOf is the safe way, as nn goes it. The parts are exp(a/T), or
// exp((a - max)/T) where the largest score is to be seen subtracted.
func softmaxOf(a []float64, temperature float64, subtract bool) way {
	w := directOf(a, temperature)
	if subtract {
		largest := a[0]
		for _, v := range a {
			largest = math.Max(largest, v)
		}
		less := make([]float64, len(a))
		for k, v := range a {
			less[k] = v - largest
		}
		w = directOf(less, temperature)
	}
	nn.Softmax(w.shares, a, temperature)
	return w
}

// directOf takes the exponentials of the scores as they are, which is what
// nn.Softmax takes care not to do: far from 0 they overflow to ∞ or vanish.
func directOf(a []float64, temperature float64) way {
	w := way{parts: make([]float64, len(a)), shares: make([]float64, len(a))}
	for k, v := range a {
		w.parts[k] = math.Exp(v / temperature)
		w.sum += w.parts[k]
	}
	for k := range a {
		w.shares[k] = w.parts[k] / w.sum
	}
	return w
}

// ratioOf shares the scores out as they are.
func ratioOf(a []float64) way {
	w := way{parts: a, shares: make([]float64, len(a))}
	for _, v := range a {
		w.sum += v
	}
	// 0.1 + 0.2 - 0.3 is not quite 0 in binary, but it is meant to be.
	if math.Abs(w.sum) < 1e-9 {
		w.sum = 0
	}
	for k, v := range a {
		w.shares[k] = v / w.sum
		if w.sum == 0 {
			w.shares[k] = math.NaN()
		}
	}
	return w
}

// subtracts reports whether the picture shows the largest score subtracted:
// where that is the point, and where it would not work otherwise.
func (s *softmaxLab) subtracts() bool {
	d := directOf(s.scores(s.value("cat")), s.value("temp"))
	return s.chosen("beside") == besideDirect || math.IsInf(d.sum, 1) || d.sum < 1e-300
}

// softmax returns what softmax makes of the scores.
func (s *softmaxLab) softmax() way {
	return softmaxOf(s.scores(s.value("cat")), s.value("temp"), s.subtracts())
}

// beside returns what stands beside softmax, if anything does.
func (s *softmaxLab) beside() (way, bool) {
	a := s.scores(s.value("cat"))
	switch s.chosen("beside") {
	case besideRatio:
		return ratioOf(a), true
	case besideDirect:
		return directOf(a, s.value("temp")), true
	}
	return way{}, false
}

func (s *softmaxLab) Caption(l lang.Lang) string {
	y := s.softmax().shares
	switch s.chosen("beside") {
	case besideRatio:
		return s.ratioCaption().In(l)
	case besideDirect:
		return s.directCaption().In(l)
	}
	if len(y) == 3 {
		return lang.Sprintf("고양이 %[1]s, 개 %[2]s, 새 %[3]s. 셋을 더하면 1이에요.",
			"cat %[1]s, dog %[2]s, bird %[3]s: together they make 1.",
			fixed(y[0], 4), fixed(y[1], 4), fixed(y[2], 4)).In(l)
	}
	if t := s.value("temp"); t != 1 {
		gap, by := fixed(s.value("dog")-s.value("cat"), 1), fixed(t, 1)
		return lang.Sprintf("고양이 %[1]s, 개 %[2]s. 점수의 차이 %[5]s 온도 %[6]s 나눈 값이 확률을 정해요.",
			"cat %[1]s, dog %[2]s: what decides is the difference %[3]s, divided by the temperature %[4]s.",
			fixed(y[0], 4), fixed(y[1], 4), gap, by, lang.Particle(gap, "을", "를"), lang.Particle(by, "으로", "로")).In(l)
	}
	return lang.Sprintf("고양이 %[1]s, 개 %[2]s. 확률은 점수의 차이(%[3]s)만으로 정해져요.",
		"cat %[1]s, dog %[2]s: what decides is the difference of the scores, %[3]s.",
		fixed(y[0], 4), fixed(y[1], 4), fixed(s.value("dog")-s.value("cat"), 1)).In(l)
}

func (s *softmaxLab) ratioCaption() lang.Text {
	a := s.scores(s.value("cat"))
	y, r := s.softmax().shares, ratioOf(a)
	switch {
	case r.sum == 0:
		return lang.Sprintf("점수의 합이 0이라 비율은 나눌 수 없어요. 소프트맥스의 고양이는 %s.",
			"The scores add up to 0: nothing to divide by. Softmax gives the cat %s.", fixed(y[0], 4))
	case lowest(r.shares) < 0:
		return lang.Sprintf("비율이 0보다 작아요(%s). 확률이 아니에요. 소프트맥스는 0과 1 사이를 지켜요.",
			"The ratio %s is below 0: no probability. Softmax stays within 0 and 1.", shareText(lowest(r.shares)))
	case highestAt(r.shares) != highestAt(a):
		return lang.T("비율은 순서를 뒤집었어요. 점수가 가장 높은 클래스의 비율이 가장 크지 않아요.",
			"The ratio turned the order around: the highest score does not get the largest ratio.")
	case lowest(r.shares) == 0:
		return lang.T("점수 0의 비율은 딱 0이에요. 소프트맥스는 점수가 0이어도 확률을 줘요.",
			"A score of 0 has the ratio 0. Softmax gives it a probability all the same.")
	}
	return lang.Sprintf("고양이: 소프트맥스 %s, 비율 %s. 둘 다 더하면 1이지만 값이 달라요.",
		"cat: softmax %s, ratio %s. Both ways add up to 1, but they differ.", fixed(y[0], 4), fixed(r.shares[0], 4))
}

func (s *softmaxLab) directCaption() lang.Text {
	d := directOf(s.scores(s.value("cat")), s.value("temp"))
	switch {
	case math.IsInf(d.sum, 1):
		return lang.T("exp가 담을 수 있는 수를 넘었어요. 가장 큰 점수를 먼저 빼면 답이 그대로 나와요.",
			"exp overflows. With the largest score subtracted first, the answer is there as before.")
	case d.sum == 0:
		return lang.T("exp가 모두 0이 되어 0 ÷ 0이에요. 가장 큰 점수를 먼저 빼면 적어도 하나는 1이에요.",
			"Every exp has become 0: 0 ÷ 0. With the largest score subtracted first, at least one is 1.")
	}
	return lang.T("두 길의 답이 같아요. 가장 큰 점수를 빼면 지수가 0을 넘지 않아요.",
		"Both ways give the same answer. With the largest score subtracted, no exponent is above 0.")
}

// Describe says the bars in words.
func (s *softmaxLab) Describe(l lang.Lang) string {
	a, soft := s.scores(s.value("cat")), s.softmax()
	other, compared := s.beside()
	text := ""
	for k, c := range s.classes() {
		text += lang.Sprintf("%s: 점수 %s, 소프트맥스 %s", "%s: score %s, softmax %s",
			c.name.In(l), fixed(a[k], 2), fixed(soft.shares[k], 4)).In(l)
		if compared {
			text += ", " + s.besideName().In(l) + " " + shareText(other.shares[k])
		}
		text += ". "
	}
	return text + s.Caption(l)
}

func (s *softmaxLab) besideName() lang.Text {
	if s.chosen("beside") == besideRatio {
		return lang.T("비율", "ratio")
	}
	return lang.T("빼지 않고", "direct")
}

func lowest(v []float64) float64 {
	m := math.Inf(1)
	for _, x := range v {
		m = math.Min(m, x)
	}
	return m
}

func highestAt(v []float64) int {
	at := 0
	for k := range v {
		if v[k] > v[at] {
			at = k
		}
	}
	return at
}

// shareText writes a share of a class: four decimals, unless it has run away.
func shareText(v float64) string {
	if math.Abs(v) >= 10 {
		return significant(v)
	}
	return fixed(v, 4)
}
