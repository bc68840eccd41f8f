package labs

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

func labs06() map[string]func() Lab {
	return map[string]func() Lab{"softmax": NewSoftmax, "loss": NewLoss, "calculator": NewCalculator}
}

// picture returns what a lab draws, as plain text.
func picture(lab Lab, w, h int, l lang.Lang) string {
	c := plot.New(w, h)
	lab.Draw(c, l)
	return strings.Join(c.Lines(theme.New(true, theme.TrueColor)), "\n")
}

// plainPicture is picture without colours and attributes.
func plainPicture(lab Lab, w, h int) string {
	var b strings.Builder
	for s := picture(lab, w, h, lang.EN); s != ""; {
		if at := strings.IndexByte(s, '\x1b'); at >= 0 {
			b.WriteString(s[:at])
			s = s[at+strings.IndexByte(s[at:], 'm')+1:]
			continue
		}
		b.WriteString(s)
		break
	}
	return b.String()
}

func wantIn(t *testing.T, text string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

func TestLabs06Deterministic(t *testing.T) {
	t.Parallel()
	for id, create := range labs06() {
		a, b := create(), create()
		a.Reset(1)
		for _, c := range a.Controls() {
			lo, hi := c.Range()
			a.Set(c.ID, (lo+2*hi)/3)
		}
		if s, ok := a.(Stepper); ok {
			s.Step()
		}
		a.Reset(1)
		b.Reset(2)
		if picture(a, 60, 24, lang.KO) != picture(b, 60, 24, lang.KO) || a.Caption(lang.KO) != b.Caption(lang.KO) {
			t.Errorf("%s: a reset does not bring the start back", id)
		}
	}
}

func TestLabs06Clamp(t *testing.T) {
	t.Parallel()
	for id, create := range labs06() {
		lab := create()
		for _, c := range lab.Controls() {
			lo, hi := c.Range()
			for _, v := range []float64{lo - 1e9, hi + 1e9, math.NaN(), math.Inf(1)} {
				lab.Set(c.ID, v)
				now, ok := find(lab.Controls(), c.ID)
				if ok && !(now.Value >= lo && now.Value <= hi) {
					t.Errorf("%s: %s set to %v is %v, outside %v to %v", id, c.ID, v, now.Value, lo, hi)
				}
			}
		}
		lab.Set("no such control", 1)
	}
}

// TestLabs06Sizes draws every lab in many states on every size.
func TestLabs06Sizes(t *testing.T) {
	t.Parallel()
	sizes := [][2]int{{28, 8}, {29, 9}, {40, 10}, {52, 20}, {60, 24}, {76, 14}, {80, 20}, {100, 30}, {120, 40}, {1, 1}}
	for id, create := range labs06() {
		lab := create()
		for _, c := range lab.Controls() {
			lo, hi := c.Range()
			for _, v := range []float64{lo, hi} {
				lab.Set(c.ID, v)
				for _, s := range sizes {
					for _, l := range lang.All() {
						if n := strings.Count(picture(lab, s[0], s[1], l), "\n") + 1; n != s[1] {
							t.Fatalf("%s: %d lines on %v", id, n, s)
						}
					}
				}
				for _, l := range lang.All() {
					if cells := plot.Width(lab.Caption(l)); cells > 106 {
						t.Errorf("%s: a caption of %d cells: %s", id, cells, lab.Caption(l))
					}
					text := lab.Caption(l) + lab.(Describer).Describe(l)
					if strings.ContainsAny(text, "!%") || strings.Contains(text, "NaN") {
						t.Errorf("%s: %s", id, text)
					}
				}
			}
		}
	}
}

// TestLabs06ControlsShow changes every control that is listed, in every view,
// and wants to see it.
func TestLabs06ControlsShow(t *testing.T) {
	t.Parallel()
	views := map[string][][]lessons.Setting{
		"softmax": {
			nil,
			{{Control: "beside", Value: "ratio"}},
			{{Control: "third", Value: "on"}},
			{{Control: "third", Value: "on"}, {Control: "beside", Value: "direct"}},
		},
		"loss":       {nil, {{Control: "axis", Value: "score"}}, {{Control: "slopes", Value: "on"}}},
		"calculator": {nil, {{Control: "preset", Value: "practice1"}}},
	}
	for id, scenes := range views {
		for _, scene := range scenes {
			lab, _ := New(id)
			if err := Check(lab, scene); err != nil {
				t.Fatal(err)
			}
			for _, c := range lab.Controls() {
				if id == "calculator" && c.ID == "preset" {
					continue // "your own" names what is there already
				}
				fresh, _ := New(id)
				Apply(fresh, scene)
				before := picture(fresh, 60, 24, lang.KO)
				lo, hi := c.Range()
				v := lo
				if c.Value == lo {
					v = hi
				}
				fresh.Set(c.ID, v)
				if picture(fresh, 60, 24, lang.KO) == before {
					t.Errorf("%s %v: %s changes nothing in the picture", id, scene, c.ID)
				}
			}
		}
	}
}

func TestSoftmaxLabNumbers(t *testing.T) {
	t.Parallel()
	lab, _ := New("softmax")
	wide := plainPicture(lab, 52, 20)
	wantIn(t, wide, "0.0998", "0.9002", "4.48", "40.4", "Σ 44.9", "1.0000")
	wantIn(t, plainPicture(lab, 28, 8), "0.0998", "0.9002")
	lab.Set("shift", 10)
	wantIn(t, plainPicture(lab, 52, 20), "11.50", "13.70", "0.0998", "0.9002")
	if err := Check(lab, []lessons.Setting{{Control: "beside", Value: "ratio"}}); err != nil {
		t.Fatal(err)
	}
	wantIn(t, plainPicture(lab, 52, 20), "0.4563", "0.5437")

	broken := func(settings ...lessons.Setting) string {
		lab.Reset(1)
		if err := Check(lab, settings); err != nil {
			t.Fatal(err)
		}
		return plainPicture(lab, 52, 20)
	}
	ratio := lessons.Setting{Control: "beside", Value: "ratio"}
	wantIn(t, broken(ratio, lessons.Setting{Control: "cat", Value: "-1"}), "below 0", "above 1", "−0.3704", "1.3704", "0.9910")
	wantIn(t, broken(ratio, lessons.Setting{Control: "cat", Value: "-3.7"}), "undefined", "Σ 0")
	wantIn(t, broken(ratio, lessons.Setting{Control: "cat", Value: "0"}), "0.0000", "1.0000")
	wantIn(t, broken(ratio, lessons.Setting{Control: "cat", Value: "-1"}, lessons.Setting{Control: "dog", Value: "-3"}), "0.2500", "0.7500", "0.8808")
	wantIn(t, lab.Caption(lang.EN), "order")

	direct := lessons.Setting{Control: "beside", Value: "direct"}
	overflow := broken(direct, lessons.Setting{Control: "shift", Value: "1000"})
	wantIn(t, overflow, "exp(a−max)", "0.0998", "0.9002", "∞", "undefined")
	wantIn(t, broken(direct, lessons.Setting{Control: "shift", Value: "-1000"}), "0.0998", "0.9002", "Σ 0", "undefined")
}

func TestSoftmaxLabPoint(t *testing.T) {
	t.Parallel()
	lab := NewSoftmax()
	lab.(Pointer).Point(2.04, 0.5, Press)
	if c, _ := find(lab.Controls(), "cat"); c.Value != 2 {
		t.Errorf("the cat's score is %v, want 2", c.Value)
	}
	lab.(Pointer).Point(99, 0, Drag)
	if c, _ := find(lab.Controls(), "cat"); c.Value != 5 {
		t.Errorf("the cat's score is %v, want 5", c.Value)
	}
}

func TestLossLabNumbers(t *testing.T) {
	t.Parallel()
	lab, _ := New("loss")
	for _, size := range [][2]int{{28, 8}, {52, 20}, {76, 14}, {100, 30}} {
		wantIn(t, plainPicture(lab, size[0], size[1]), "0.810", "2.303", "−1.80", "−10.0")
	}
	lab.Set("base", 1)
	wantIn(t, plainPicture(lab, 52, 20), "CE log₁₀", "1.000", "−4.34")
	lab.Set("base", 0)
	lab.Set("p", 0.01)
	wantIn(t, plainPicture(lab, 52, 20), "0.980", "4.605", "−1.98", "−100")
	lab.Set("axis", 1)
	wantIn(t, plainPicture(lab, 52, 20), "−0.0196", "−0.990")
	lab.Reset(1)
	lab.Set("truth", 1)
	wantIn(t, plainPicture(lab, 52, 20), "0.010", "0.105")
	lab.Reset(1)
	lab.Set("p", 0)
	wantIn(t, plainPicture(lab, 52, 20), "1.000", "∞", "−∞")
}

// TestLossLabSlopes holds the slopes against differences of the curves.
func TestLossLabSlopes(t *testing.T) {
	t.Parallel()
	for _, axis := range []float64{0, 1} {
		for _, truth := range []float64{0, 1} {
			for _, base := range []float64{0, 1} {
				s := NewLoss().(*lossLab)
				s.Set("axis", axis)
				s.Set("truth", truth)
				s.Set("base", base)
				for _, x := range []float64{0.03, 0.3, 0.5, 0.95} {
					for _, k := range []lossKind{s.mse(), s.ce()} {
						const h = 1e-6
						f := s.curve(k)
						want := (f(x+h) - f(x-h)) / (2 * h)
						if got := s.slope(k, x); math.Abs(got-want) > 1e-5*(1+math.Abs(want)) {
							t.Errorf("axis %v truth %v base %v at %v: slope %v, want %v", axis, truth, base, x, got, want)
						}
					}
				}
			}
		}
	}
}

// TestLossLabTwoViews moves the guess by its probability and by its score.
func TestLossLabTwoViews(t *testing.T) {
	t.Parallel()
	s := NewLoss().(*lossLab)
	s.Set("p", 0.9)
	if got := s.value("score"); math.Abs(got-math.Log(9)) > 1e-12 {
		t.Errorf("score %v, want ln 9", got)
	}
	s.Set("score", 0)
	if got := s.value("p"); got != 0.5 {
		t.Errorf("probability %v, want 0.5", got)
	}
}

func TestCalculatorNumbers(t *testing.T) {
	t.Parallel()
	lab, _ := New("calculator")
	for _, size := range [][2]int{{52, 20}, {60, 24}, {76, 14}, {100, 30}} {
		text := plainPicture(lab, size[0], size[1])
		wantIn(t, text, "0.110", "0.190", "0.810", "0.390", "2.248", "1.477", "Σ 3.725", "0.603", "0.397",
			"MSE 0.157", "CE 0.505", "CE 0.219", "w₁₂ 0.10", "w₂₁ 0.30", "z₁ 0.50", "b₂ 0.20")
	}
	wantIn(t, plainPicture(lab, 28, 8), "0.110", "0.810", "2.248", "0.603", "0.157", "0.505", "0.219")
	lab.Set("index", 1)
	wantIn(t, plainPicture(lab, 52, 20), "w₂₁ 0.10", "w₁₂ 0.30")
	if c, _ := find(lab.Controls(), "w12"); c.Label.EN != "w₂₁  z₂→a₁" {
		t.Errorf("from, to: w12 is labelled %q", c.Label.EN)
	}
	lab.Set("preset", 1)
	wantIn(t, plainPicture(lab, 52, 20), "0.480", "1.020", "1.616", "2.773", "0.368", "0.632", "MSE 0.399", "CE 0.999", "CE 0.434")
}

func TestCalculatorPreset(t *testing.T) {
	t.Parallel()
	lab := NewCalculator()
	preset := func() float64 {
		c, _ := find(lab.Controls(), "preset")
		return c.Value
	}
	lab.Set("w12", 1.1)
	if preset() != 2 {
		t.Errorf("changed numbers are called preset %v, want 2", preset())
	}
	lab.Set("w12", 0.1)
	if preset() != 0 {
		t.Errorf("the lecture's numbers are called preset %v, want 0", preset())
	}
	lab.Set("preset", 2)
	if c, _ := find(lab.Controls(), "w12"); c.Value != 0.1 {
		t.Errorf("choosing your own changed w12 to %v", c.Value)
	}
}

// TestCalculatorLearns steps until there is nothing left to learn and back.
func TestCalculatorLearns(t *testing.T) {
	t.Parallel()
	s := NewCalculator().(*calculatorLab)
	s.Set("preset", 1)
	start := s.value("w11")
	var losses []float64
	for steps := 0; ; steps++ {
		losses = append(losses, s.work().ce)
		if steps > 5000 {
			t.Fatal("learning does not end")
		}
		if !s.Step() {
			break
		}
	}
	if !slices.IsSortedFunc(losses, func(a, b float64) int { return int(math.Copysign(1, b-a)) }) {
		t.Error("the loss does not fall at every step")
	}
	if got := s.losses(); !slices.Equal(got[:len(losses)], losses) {
		t.Error("the history is not what was seen")
	}
	wantIn(t, plainPicture(s, 100, 30), "CE", "step")
	for s.Back() {
	}
	if s.value("w11") != start || len(s.past) != 0 || s.value("preset") != 1 {
		t.Errorf("back at the start w11 is %v, want %v", s.value("w11"), start)
	}
	s.Step()
	s.Set("z1", 1)
	if len(s.past) != 0 {
		t.Error("a changed number does not begin a new history")
	}
}

// TestCalculatorGradient holds a step of learning against differences.
func TestCalculatorGradient(t *testing.T) {
	t.Parallel()
	s := NewCalculator().(*calculatorLab)
	const h = 1e-6
	var want []float64
	for _, id := range learnedIDs() {
		v := s.value(id)
		s.set(id, v+h)
		up := s.work().ce
		s.set(id, v-h)
		want = append(want, v-learningRate*(up-s.work().ce)/(2*h))
		s.set(id, v)
	}
	s.Step()
	for i, id := range learnedIDs() {
		if math.Abs(s.value(id)-want[i]) > 1e-8 {
			t.Errorf("%s is %v after a step, want %v", id, s.value(id), want[i])
		}
	}
}

// TestLecture06Scenes holds every scene of the lecture against its lab.
func TestLecture06Scenes(t *testing.T) {
	t.Parallel()
	course, err := lessons.Default()
	if err != nil {
		t.Fatal(err)
	}
	scenes := map[string]bool{}
	for _, l := range lang.All() {
		lecture, err := course.Lecture("06-softmax-loss", l)
		if err != nil {
			t.Fatal(err)
		}
		for _, page := range lecture.Pages {
			lab, ok := New(page.Scene.Lab)
			if !ok {
				t.Errorf("%s: no lab %q", page.Title, page.Scene.Lab)
				continue
			}
			if err := Check(lab, page.Scene.Settings); err != nil {
				t.Errorf("%s: %v", page.Title, err)
			}
			scenes[fmt.Sprint(l, page.Scene.Lab, page.Scene.Settings)] = true
		}
	}
	if len(scenes) != 20 {
		t.Errorf("%d different scenes in two languages, want one for each of the 10 pages", len(scenes))
	}
}

// TestRatioIsNotSoftmax guards the lab's own arithmetic with nn's.
func TestRatioIsNotSoftmax(t *testing.T) {
	t.Parallel()
	a := []float64{1.5, 3.7}
	y := make([]float64, 2)
	nn.Softmax(y, a, 1)
	if d := directOf(a, 1); math.Abs(d.shares[0]-y[0]) > 1e-15 {
		t.Errorf("the direct way gives %v, want %v", d.shares, y)
	}
	if r := ratioOf(a); math.Abs(r.shares[0]-1.5/5.2) > 1e-15 {
		t.Errorf("the ratio is %v", r.shares)
	}
}
