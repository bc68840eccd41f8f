package labs

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/nn"
)

// calculatorLab is the lecture's worked example as a calculator: one affine
// layer of two inputs and two classes, softmax and both losses. Every number
// can be changed, and a step of learning changes the weights and biases.
type calculatorLab struct {
	panel
	touched string      // the control that was changed last
	past    [][]float64 // weights and biases before each step of learning
}

// learningRate is how far a step of the calculator goes.
const learningRate = 0.2

// sample is the numbers of the calculator.
type sample struct{ z1, z2, w11, w12, w21, w22, b1, b2 float64 }

// presets returns the named numbers, in the order of the choice.
func presets() []sample {
	return []sample{
		{0.5, 0.1, 0.2, 0.1, 0.3, 0.4, 0.7, 0.2},
		{0.2, 0.4, 0.1, 0.9, 0.2, 0.2, 0.1, 0.9},
	}
}

// numberIDs returns the ids of the controls of a sample, the learned ones last.
func numberIDs() []string { return []string{"z1", "z2", "w11", "w12", "w21", "w22", "b1", "b2"} }

func learnedIDs() []string { return numberIDs()[2:] }

func (s sample) numbers() []float64 {
	return []float64{s.z1, s.z2, s.w11, s.w12, s.w21, s.w22, s.b1, s.b2}
}

// NewCalculator returns the lab "calculator".
func NewCalculator() Lab {
	controls := []Control{choice("preset", lang.T("예제", "example"),
		Option{"lecture", lang.T("강의", "lecture")},
		Option{"practice1", lang.T("연습문제 1", "practice 1")},
		Option{"own", lang.T("내 숫자", "your own")})}
	for i, id := range numberIDs() {
		controls = append(controls, slider(id, lang.Text{}, presets()[0].numbers()[i], -3, 3, 0.01, 0.1))
	}
	controls = append(controls,
		choice("truth", lang.T("정답 t", "truth t"),
			Option{"first", lang.T("첫째 (1, 0)", "first (1, 0)")},
			Option{"second", lang.T("둘째 (0, 1)", "second (0, 1)")}),
		choice("index", lang.T("첨자 순서", "index order"),
			Option{"row-column", lang.T("행·열", "row, column")},
			Option{"from-to", lang.T("출발·도착", "from, to")}))
	return &calculatorLab{panel: newPanel(controls...)}
}

func (s *calculatorLab) Title() lang.Text { return lang.T("손실 계산기", "Loss calculator") }

func (s *calculatorLab) Reset(uint64) {
	s.reset()
	s.touched, s.past = "", nil
}

// Controls lists every number. A weight is called by its name and its edge.
func (s *calculatorLab) Controls() []Control {
	all := s.list(nil)
	for i := range all {
		id := all[i].ID
		switch id[0] {
		case 'z', 'b':
			if len(id) == 2 {
				all[i].Label = lang.Same(id[:1] + subscript(id[1:]))
			}
		case 'w':
			all[i].Label = lang.Same(s.weightName(id) + "  z" + subscript(id[2:]) + "→a" + subscript(id[1:2]))
		}
	}
	return all
}

// weightName writes the name of a weight in the chosen order of its indices.
// The id has the row (the output) first.
func (s *calculatorLab) weightName(id string) string {
	if s.chosen("index") == "from-to" {
		return "w" + subscript(id[2:]+id[1:2])
	}
	return "w" + subscript(id[1:])
}

// subscript writes digits as subscripts.
func subscript(digits string) string {
	out := make([]rune, 0, len(digits))
	for _, d := range digits {
		out = append(out, d-'0'+'₀')
	}
	return string(out)
}

// Set changes a number, or all of them by a preset. Either begins a new
// history of learning.
func (s *calculatorLab) Set(id string, v float64) {
	c, ok := find(s.controls, id)
	if !ok || clampTo(c, v) == c.Value {
		return
	}
	s.set(id, v)
	if id == "index" {
		return
	}
	s.past = nil
	if id == "preset" {
		s.touched = ""
		if n := int(s.value("preset")); n < len(presets()) {
			for i, number := range presets()[n].numbers() {
				s.set(numberIDs()[i], number)
			}
		}
		return
	}
	s.touched = id
	s.namePreset()
}

// namePreset sets the choice of the example to the one whose numbers are shown.
func (s *calculatorLab) namePreset() {
	own := len(presets())
	for n, p := range presets() {
		same := true
		for i, v := range p.numbers() {
			same = same && s.value(numberIDs()[i]) == v
		}
		if same {
			own = n
		}
	}
	s.set("preset", float64(own))
}

// working is every value on the way from the input to the losses.
type working struct {
	z, wz, b, a, exp []float64
	sum              float64
	y, t             []float64
	mse, ce, ce10    float64
}

func (s *calculatorLab) work() working {
	w := working{
		z: []float64{s.value("z1"), s.value("z2")}, b: []float64{s.value("b1"), s.value("b2")},
		wz: make([]float64, 2), a: make([]float64, 2), t: []float64{1, 0},
	}
	if s.chosen("truth") == "second" {
		w.t = []float64{0, 1}
	}
	weights := nn.NewMatrix(2, 2, s.value("w11"), s.value("w12"), s.value("w21"), s.value("w22"))
	nn.Affine{W: weights, B: make([]float64, 2)}.Forward(w.wz, w.z)
	nn.Affine{W: weights, B: w.b}.Forward(w.a, w.z)
	soft := softmaxOf(w.a, 1, false)
	w.exp, w.sum, w.y = soft.parts, soft.sum, soft.shares
	w.mse = nn.SquaredError(w.y, w.t)
	w.ce = nn.CrossEntropy(w.y, w.t)
	w.ce10 = nn.CrossEntropyBase(w.y, w.t, 10)
	return w
}

// Step is one step of learning: every weight and bias moves against the slope
// of the cross entropy. It ends when there is next to nothing left to learn,
// or a number would leave its range.
func (s *calculatorLab) Step() (more bool) {
	const learned = 0.01
	w := s.work()
	if w.ce < learned {
		return false
	}
	g := make([]float64, 2)
	nn.SoftmaxCrossEntropyGradient(g, w.y, w.t)
	// ∂E/∂wᵢⱼ = gᵢ zⱼ and ∂E/∂bᵢ = gᵢ.
	slopes := []float64{g[0] * w.z[0], g[0] * w.z[1], g[1] * w.z[0], g[1] * w.z[1], g[0], g[1]}
	before := make([]float64, len(slopes))
	for i, id := range learnedIDs() {
		before[i] = s.value(id)
		c, _ := find(s.controls, id)
		if v := before[i] - learningRate*slopes[i]; v < c.Min || v > c.Max {
			return false
		}
	}
	for i, id := range learnedIDs() {
		s.set(id, before[i]-learningRate*slopes[i])
	}
	s.past = append(s.past, before)
	s.touched = ""
	s.namePreset()
	return s.work().ce >= learned
}

// Back undoes a step of learning.
func (s *calculatorLab) Back() (more bool) {
	if len(s.past) == 0 {
		return false
	}
	s.restore(s.past[len(s.past)-1])
	s.past = s.past[:len(s.past)-1]
	s.namePreset()
	return len(s.past) > 0
}

func (s *calculatorLab) restore(learned []float64) {
	for i, id := range learnedIDs() {
		s.set(id, learned[i])
	}
}

// losses returns the cross entropy before every step of learning, and now.
func (s *calculatorLab) losses() []float64 {
	out := make([]float64, 0, len(s.past)+1)
	then := calculatorLab{panel: panel{controls: append([]Control(nil), s.controls...)}}
	for _, learned := range s.past {
		then.restore(learned)
		out = append(out, then.work().ce)
	}
	return append(out, s.work().ce)
}

func (s *calculatorLab) Caption(l lang.Lang) string {
	w := s.work()
	if n := len(s.past); n > 0 {
		return lang.Sprintf("학습 %d걸음: CE %s → %s. 걸음마다 모든 가중치와 편향을 조금씩 고쳐요.", "Steps of learning: %d. CE %s → %s: each changes every weight and bias a little.",
			n, fixed(s.losses()[0], 3), fixed(w.ce, 3)).In(l)
	}
	if s.touched == "truth" {
		return lang.Sprintf("출력은 그대로인데 정답이 달라졌어요. CE %s.", "The output is the same, the truth is another: CE is %s.",
			fixed(w.ce, 3)).In(l)
	}
	if len(s.touched) == 3 && s.touched[0] == 'w' {
		i := int(s.touched[1] - '1')
		return lang.Sprintf("%[3]s: z%[1]s에서 a%[2]s로 가는 가중치라, 점수는 a%[2]s만 바뀌어요(%[4]s). CE %[5]s.",
			"%[3]s goes from z%[1]s to a%[2]s: of the scores only a%[2]s changes, to %[4]s. CE %[5]s.",
			subscript(s.touched[2:]), subscript(s.touched[1:2]), s.weightName(s.touched), fixed(w.a[i], 3), fixed(w.ce, 3)).In(l)
	}
	return lang.T("위에서 아래로 점수 a, 확률 y, 손실이에요. 수를 하나 바꾸면 그 뒤가 모두 바뀌어요.",
		"Downwards: scores a, probabilities y, loss. A change moves all after it.").In(l)
}

// Describe says the whole working in words.
func (s *calculatorLab) Describe(l lang.Lang) string {
	w := s.work()
	pair := func(v []float64) string { return "(" + fixed(v[0], 3) + ", " + fixed(v[1], 3) + ")" }
	return lang.Sprintf("z = %s, Wz = %s, a = Wz + b = %s, exp(a) = %s, 합 %s, y = %s, t = %s. MSE %s, CE %s(자연로그), %s(상용로그).",
		"z = %s, Wz = %s, a = Wz + b = %s, exp(a) = %s, sum %s, y = %s, t = %s. MSE %s, CE %s (natural), %s (log10).",
		pair(w.z), pair(w.wz), pair(w.a), pair(w.exp), fixed(w.sum, 3), pair(w.y), pair(w.t),
		fixed(w.mse, 3), fixed(w.ce, 3), fixed(w.ce10, 3)).In(l)
}

// expText writes an exponential, which may be very large.
func expText(v float64) string {
	if math.Abs(v) >= 1e4 {
		return significant(v)
	}
	return fixed(v, 3)
}
