package labs

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

func labsOf02() []string {
	return []string{"tensor", "vectors", "dot", "norm", "matmul", "shapes"}
}

// sketch is the picture of a lab without colours.
func sketch(l Lab, w, h int, language lang.Lang) string {
	return ansi.Strip(picture(l, w, h, language))
}

// scene returns a lab with controls set as in a lesson: "view=dot a1=3".
func scene(t *testing.T, id, settings string) Lab {
	t.Helper()
	l, ok := formerly(id)
	if !ok {
		t.Fatalf("there is no lab %q", id)
	}
	var list []lessons.Setting
	for s := range strings.FieldsSeq(settings) {
		name, value, _ := strings.Cut(s, "=")
		list = append(list, lessons.Setting{Control: name, Value: value})
	}
	if err := Check(l, list); err != nil {
		t.Fatalf("%s %s: %v", id, settings, err)
	}
	return l
}

// eachChoice calls f for every combination of the choices and toggles of a
// lab, all other controls at their start.
func eachChoice(id string, f func(name string, l func() Lab)) {
	first, _ := formerly(id)
	combinations := [][]lessonSet{{}}
	for _, c := range first.Controls() {
		if c.Kind == Slider {
			continue
		}
		_, most := c.Range()
		var next [][]lessonSet
		for _, before := range combinations {
			for v := 0.0; v <= most; v++ {
				next = append(next, append(slices.Clip(before), lessonSet{c.ID, v}))
			}
		}
		combinations = next
	}
	for _, combination := range combinations {
		f(fmt.Sprint(id, combination), func() Lab {
			l, _ := formerly(id)
			for _, s := range combination {
				l.Set(s.id, s.value)
			}
			return l
		})
	}
}

type lessonSet struct {
	id    string
	value float64
}

func TestLabs02DrawAtEverySize(t *testing.T) {
	t.Parallel()
	sizes := [][2]int{
		{1, 1},
		{28, 8},
		{29, 9},
		{33, 30},
		{40, 12},
		{46, 14},
		{52, 20},
		{60, 24},
		{66, 16},
		{68, 13},
		{74, 17},
		{76, 14},
		{90, 10},
		{100, 30},
		{120, 40},
	}
	for _, id := range labsOf02() {
		eachChoice(id, func(name string, l func() Lab) {
			for _, language := range lang.All() {
				for _, s := range sizes {
					lab := l()
					drawn := sketch(lab, s[0], s[1], language)
					if strings.Contains(drawn, "%!") || strings.Contains(drawn, "NaN") {
						t.Errorf("%s at %dx%d in %s:\n%s", name, s[0], s[1], language, drawn)
					}
					if s[0] >= 28 && len(strings.Fields(drawn)) < 4 {
						t.Errorf("%s at %dx%d in %s is nearly empty:\n%s", name, s[0], s[1], language, drawn)
					}
				}
			}
		})
	}
}

// TestLabs02SayWhatTheyShow looks for captions that are missing or broken.
func TestLabs02SayWhatTheyShow(t *testing.T) {
	t.Parallel()
	for _, id := range labsOf02() {
		eachChoice(id, func(name string, l func() Lab) {
			for _, language := range lang.All() {
				lab := l()
				if lab.Title().In(language) == "" {
					t.Errorf("%s has no title in %s", name, language)
				}
				for _, s := range []string{lab.Caption(language), lab.(Describer).Describe(language)} {
					if s == "" || strings.Contains(s, "%!") || strings.Contains(s, "NaN") {
						t.Errorf("%s in %s says %q", name, language, s)
					}
				}
			}
		})
	}
}

func TestLabs02ClampAndReset(t *testing.T) {
	t.Parallel()
	for _, id := range labsOf02() {
		fresh, _ := formerly(id)
		want := picture(fresh, 60, 24, lang.KO)
		l, _ := formerly(id)
		r := rand.New(rand.NewPCG(2, 2))
		for range 300 {
			controls := l.Controls()
			c := controls[r.IntN(len(controls))]
			l.Set(c.ID, []float64{-1e9, 1e9, math.NaN(), math.Inf(1), math.Inf(-1), 20*r.Float64() - 10}[r.IntN(6)])
			picture(l, 52, 20, lang.EN)
			for _, c := range l.Controls() {
				if lo, hi := c.Range(); !(c.Value >= lo && c.Value <= hi) {
					t.Fatalf("%s: %s is %v, not from %v to %v", id, c.ID, c.Value, lo, hi)
				}
			}
		}
		l.Set("no such control", 1)
		l.Reset(1)
		if got := picture(l, 60, 24, lang.KO); got != want {
			t.Errorf("%s after Reset:\n%s\nwant\n%s", id, got, want)
		}
	}
}

func TestLabs02EveryControlChangesThePicture(t *testing.T) {
	t.Parallel()
	for _, id := range labsOf02() {
		eachChoice(id, func(name string, l func() Lab) {
			before := picture(l(), 60, 24, lang.EN)
			for _, c := range l().Controls() {
				lo, hi := c.Range()
				changed := false
				for _, v := range []float64{lo, hi, (lo + hi) / 2, c.Value + c.Small} {
					lab := l()
					lab.Set(c.ID, v)
					changed = changed || picture(lab, 60, 24, lang.EN) != before
				}
				if !changed {
					t.Errorf("%s: %s changes nothing", name, c.ID)
				}
			}
		})
	}
}

func TestLabs02ShowTheRightNumbers(t *testing.T) {
	t.Parallel()
	tests := []struct{ lab, settings, want string }{
		{"tensor", "kind=scalar", "24"},
		{"tensor", "kind=row-vector col=2", "−8"},
		{"tensor", "kind=column-vector row=3", "−6|−4|27"},
		{"tensor", "kind=matrix row=2 col=2", "2×3|2행 2열 → −9|24"},
		{"tensor", "kind=tensor layer=1 row=1 col=3", "4×2×3|1층 1행 3열 → 24"},
		{"vectors", "view=sum a1=3 a2=1 b1=1 b2=2", "a+b = (4, 3)|3.16|2.24"},
		{"vectors", "view=sum a1=3 a2=1 b1=-3 b2=-1", "a+b = (0, 0)"},
		{"vectors", "view=dot a1=3 a2=1 b1=1 b2=2", "a·b = 5|양수|45°|0.707|3.16|2.24"},
		{"vectors", "view=dot a1=3 a2=1 b1=1 b2=2 turn=120", "a·b = −3.54|음수|120°|−0.5"},
		{"vectors", "view=dot a1=3 a2=1 b1=1 b2=2 turn=0", "a·b = 7.07|0°"},
		{"vectors", "view=dot a1=3 a2=1 b1=1 b2=2 turn=-90", "a·b = 0|직각|90°"},
		{"vectors", "view=dot a1=0 a2=0", "a·b = 0|영벡터|θ = – "},
		{"vectors", "view=shadow a1=4 a2=0 b1=2 b2=1", "a·b = 8|그림자|2.24"},
		{"vectors", "view=shadow a1=4 a2=0 b1=1 b2=4", "a·b = 4|= 4 / 4|= 1"},
		{"dot", "", "2·3 + 4·5 + 6·7|6 + 20 + 42 = 68|26"},
		{"dot", "b3=-7", "6 + 20 − 42 = −16|○"},
		{"norm", "view=level p=2 x1=3 x2=4", "√(3² + 4²)|√25|= 5"},
		{"norm", "view=level p=1 x1=3 x2=-4", "(3, −4)|3 + 4|= 7"},
		{"norm", "view=level p=3 x1=3 x2=4", "91.0^(1/p)|4.5"},
		{"norm", "view=unit p=1 u1=0.6 u2=0.8", "= 1.4|0.8"},
		{"norm", "view=unit p=8.25 u1=0.6 u2=0.8", "|x|∞|= 0.8|max(0.6, 0.8)"},
		{"matmul", "step=3", "1·7 + 2·9 + 3·11 = 58|?"},
		{"matmul", "step=2", "1·7 + 2·9 = 25|…"},
		{"matmul", "step=12", "58|64|139|154|4·8 + 5·10 + 6·12 = 154"},
		{"matmul", "swap=on step=18", "39|54|69|49|68|87|3×2|2×3"},
		{"matmul", "preset=pair step=8", "4|4|10|8"},
		{"matmul", "preset=dot step=3", "2·3 + 4·5 + 6·7 = 68"},
		{"matmul", "preset=misfit", "1·7 + 2·9 + 3·✕|곱할 수"},
		{"matmul", "op=sum step=6", "5 + (−11) = −6|−3 + (−8) = −11"},
		{"matmul", "op=hadamard step=6", "5·6 = 30|8·9 = 72|4·0 = 0"},
		{"shapes", "", "A·B  2×3 · 3×2 = 2×2|3 = 3|12번"},
		{"shapes", "swap=on", "B·A  3×2 · 2×3 = 3×3|2 = 2|18번"},
		{"shapes", "k=2", "A·B  2×3 · 2×2 = ✕|3 ≠ 2"},
		{"shapes", "op=sum k=2 p=3", "A+B  2×3 + 2×3 = 2×3|2 = 2|3 = 3"},
	}
	for _, tt := range tests {
		drawn := sketch(scene(t, tt.lab, tt.settings), 60, 24, lang.KO)
		wants := strings.Split(tt.want, "|")
		if strings.HasPrefix(tt.want, "|x|") { // the bars belong to the text
			wants = append([]string{"|x|∞"}, strings.Split(tt.want, "|")[3:]...)
		}
		for _, want := range wants {
			if !strings.Contains(drawn, want) {
				t.Errorf("%s %s does not show %q:\n%s", tt.lab, tt.settings, want, drawn)
			}
		}
	}
}

func TestVectorsFollowTheMouse(t *testing.T) {
	t.Parallel()
	l := scene(t, "vectors", "view=dot a1=3 a2=1 b1=1 b2=2").(*vectors)
	l.Point(1.2, 2.1, Press)
	l.Point(-2.1, 2.9, Drag)
	l.Point(-2.1, 2.9, Release)
	l.Point(4, 4, Drag) // nothing is held any more
	if got := pair(l.b()); got != "(−2, 3)" {
		t.Errorf("b was dragged to %s, want (−2, 3)", got)
	}
	l.Point(3.3, 0.8, Press)
	l.Point(99, -99, Drag)
	if got := pair(l.a()); got != "(4, −4)" {
		t.Errorf("a was dragged to %s, want (4, −4)", got)
	}
}

func TestTurningKeepsTheLength(t *testing.T) {
	t.Parallel()
	l := scene(t, "vectors", "view=dot a1=3 a2=1 b1=1 b2=2").(*vectors)
	for turn := -180.0; turn <= 180; turn += 5 {
		l.Set("turn", turn)
		if got := nn.Norm(l.b(), 2); math.Abs(got-math.Sqrt(5)) > 1e-9 {
			t.Errorf("turned to %v, b is %v long", turn, got)
		}
		if got := l.turned(); math.Abs(got-turn) > 1e-4 {
			t.Errorf("turned to %v, the angle is %v", turn, got)
		}
	}
}

func TestBallHasOneNorm(t *testing.T) {
	t.Parallel()
	for _, p := range []float64{0.5, 1, 1.5, 2, 3, 8, math.Inf(1)} {
		xs, ys := ball(p, 2.5)
		for i := range xs {
			if got := nn.Norm([]float64{xs[i], ys[i]}, p); math.Abs(got-2.5) > 1e-9 {
				t.Fatalf("p = %v: (%v, %v) has norm %v, want 2.5", p, xs[i], ys[i], got)
			}
		}
	}
}

func TestNormFollowsTheMouse(t *testing.T) {
	t.Parallel()
	l := scene(t, "norm", "view=unit").(*norm)
	l.Point(-0.52, 1.04, Press)
	if got := pair(l.x()); got != "(−0.5, 1)" {
		t.Errorf("x is %s, want (−0.5, 1)", got)
	}
	l.Set("view", 1)
	l.Point(2.2, -9, Drag)
	if got := pair(l.x()); got != "(2, −5)" {
		t.Errorf("x is %s, want (2, −5)", got)
	}
}

// TestMatmulStepsToTheEnd walks through every calculation and back again.
func TestMatmulStepsToTheEnd(t *testing.T) {
	t.Parallel()
	eachChoice("matmul", func(name string, l func() Lab) {
		m := l().(*matmul)
		c, err := m.result()
		steps := 0
		for more := m.steps() > 0; more; steps++ {
			more = m.Step()
		}
		if err != nil {
			if steps != 0 {
				t.Errorf("%s: %d steps of what cannot be calculated", name, steps)
			}
			return
		}
		if steps != m.steps() {
			t.Errorf("%s: %d steps, want %d", name, steps, m.steps())
		}
		drawn := sketch(m, 60, 24, lang.KO)
		for _, v := range c.Data {
			if !strings.Contains(drawn, "= "+brief(v)) {
				t.Errorf("%s: %s is not written out:\n%s", name, brief(v), drawn)
			}
		}
		if strings.Contains(drawn, "?") {
			t.Errorf("%s: a place is still open:\n%s", name, drawn)
		}
		for m.Back() {
			steps--
		}
		if steps != 1 || m.step() != 0 {
			t.Errorf("%s: %d steps back, at %d", name, steps, m.step())
		}
	})
}

// TestLecture02Figures works out every figure of the lecture's text.
func TestLecture02Figures(t *testing.T) {
	t.Parallel()
	a, b := []float64{3, 1}, []float64{1, 2}
	lengths := nn.Norm(a, 2) * nn.Norm(b, 2)
	handout, unit := []float64{3, 4}, []float64{0.6, 0.8}
	x, y := nn.NewMatrix(2, 3, 1, 2, 3, 4, 5, 6), nn.NewMatrix(3, 2, 7, 8, 9, 10, 11, 12)
	sum := make([]float64, 2)
	nn.AddVec(sum, a, b)
	product := engine(t, nn.MatMul, x, y)
	figures := []string{
		texMatrix(nn.NewMatrix(2, 1, sum...)),
		fmt.Sprintf("= %v + %v + %v = %v $$", 2*3, 4*5, 6*7, nn.Dot([]float64{2, 4, 6}, []float64{3, 5, 7})),
		fmt.Sprintf("$%v$", nn.Dot([]float64{2, 4, 6}, []float64{3, 5, -7})),
		fmt.Sprintf("%.0f°", nn.Angle(a, b)*180/math.Pi),
		fmt.Sprintf("%.2f", lengths),
		fmt.Sprintf("$%.2f$", lengths*math.Cos(120*math.Pi/180)),
		fmt.Sprintf("$4 \\times 1 = %v$", nn.Dot([]float64{4, 0}, []float64{1, 4})),
		fmt.Sprintf("$4 \\times 2 = %v$", nn.Dot([]float64{4, 0}, []float64{2, 1})),
		texMatrix(engine(t, nn.Add, nn.NewMatrix(3, 2, 5, 2, 4, 9, 10, -3), nn.NewMatrix(3, 2, -11, 0, 7, 1, -6, -8))),
		texMatrix(engine(t, nn.Hadamard, nn.NewMatrix(2, 3, 3, 5, 7, 4, 9, 8), nn.NewMatrix(2, 3, 1, 6, 3, 0, 2, 9))),
		fmt.Sprintf("1 \\cdot 7 + 2 \\cdot 9 + 3 \\cdot 11 = %v", product.At(0, 0)),
		"AB = " + texMatrix(product),
	}
	only := map[lang.Lang][]string{
		lang.KO: {
			fmt.Sprintf("내적은 %v예요", nn.Dot(a, b)),
			fmt.Sprintf("곧장 날아가면 %v,", nn.Norm(handout, 2)), fmt.Sprintf("걸으면 %v이에요", nn.Norm(handout, 1)),
			fmt.Sprintf("크기는 %v예요", nn.Norm(unit, 1)), fmt.Sprintf("$p = 2$이면 %v이 돼요", nn.Norm(unit, 2)),
			fmt.Sprintf("$p = \\infty$에서는 %v이고", nn.Norm(unit, math.Inf(1))),
			fmt.Sprintf("1행과 2열의 내적, %v예요", product.At(0, 1)),
		},
		lang.EN: {
			fmt.Sprintf("$b = (1, 2)$ is %v,", nn.Dot(a, b)),
			fmt.Sprintf("In a straight line, %v.", nn.Norm(handout, 2)), fmt.Sprintf("4 up, it is %v.", nn.Norm(handout, 1)),
			fmt.Sprintf("has size %v.", nn.Norm(unit, 1)), fmt.Sprintf("With $p = 2$ its size is %v.", nn.Norm(unit, 2)),
			fmt.Sprintf("at $p = \\infty$ the size is %v ", nn.Norm(unit, math.Inf(1))),
			fmt.Sprintf("Row 1 with column 2 makes %v.", product.At(0, 1)),
		},
	}
	for _, l := range lang.All() {
		file := "../../lessons/02-vectors-matrices/" + l.String() + ".md"
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range append(figures, only[l]...) {
			if !strings.Contains(string(src), want) {
				t.Errorf("%s does not say %s", file, want)
			}
		}
	}
}

func engine(t *testing.T, op func(a, b nn.Matrix) (nn.Matrix, error), a, b nn.Matrix) nn.Matrix {
	t.Helper()
	c, err := op(a, b)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func texMatrix(m nn.Matrix) string {
	var lines []string
	for i := range m.Rows {
		var entries []string
		for _, v := range m.Row(i) {
			entries = append(entries, fmt.Sprint(v))
		}
		lines = append(lines, strings.Join(entries, " & "))
	}
	return `\begin{bmatrix} ` + strings.Join(lines, ` \\ `) + ` \end{bmatrix}`
}
