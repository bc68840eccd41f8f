package labs

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/plot"
)

func plane(lo, hi float64) plot.Range { return plot.Range{Min: lo, Max: hi} }

// TestLecture04Scenes puts the labs into every scene of both lesson files.
func TestLecture04Scenes(t *testing.T) {
	t.Parallel()
	course, err := lessons.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lang.All() {
		lecture, err := course.Lecture("04", l)
		if err != nil {
			t.Fatal(err)
		}
		for _, page := range lecture.Pages {
			lab, ok := formerly(page.Scene.Lab)
			if !ok {
				t.Errorf("%s:%d: no lab %q", page.File, page.Scene.Line, page.Scene.Lab)
				continue
			}
			if err := Check(lab, page.Scene.Settings); err != nil {
				t.Errorf("%s:%d: %v", page.File, page.Scene.Line, err)
			}
		}
	}
}

// learn runs the rule from zeros and returns the unit, the corrections and
// the samples seen until it rests or until steps are done.
func learn(g data.Gate, steps int) (u nn.Perceptron, corrected int) {
	u = nn.Perceptron{W: []float64{0, 0}, F: nn.Step}
	for i := range steps {
		if u.Learn(data.Inputs()[i%4], g.Targets()[i%4], gateRate) != 0 {
			corrected++
		}
	}
	return u, corrected
}

func tuple(v []float64) string { return fmt.Sprintf("(%g, %g)", v[0], v[1]) }

func right(u nn.Perceptron, g data.Gate) int {
	n := 0
	for i, x := range data.Inputs() {
		if u.Output(x) == g.Targets()[i] {
			n++
		}
	}
	return n
}

// figures are the numbers of the lesson text, page by page, worked out by nn
// and written as both files must write them.
func figures() map[int][]string {
	at := func(w1, w2, b float64) nn.Perceptron { return nn.Perceptron{W: []float64{w1, w2}, B: b, F: nn.Step} }
	handout, line := at(1, 1, -2), at(2, 1, -2)
	and, updates := learn(data.AND, 22)
	xor, _ := learn(data.XOR, 8)
	later, all := learn(data.XOR, 12)
	_, before := learn(data.XOR, 8)
	sigmoid, relu := nn.Sigmoid, nn.ReLU
	reluRow := func(x float64) string {
		return fmt.Sprintf("%s | %s | %g |", fixed(x, 0), significant(sigmoid.Slope(x)), relu.Slope(x))
	}
	out := map[int][]string{
		2: {fmt.Sprintf("a = 1 + 0 - 2 = %g$", handout.PreActivation([]float64{1, 0})), fmt.Sprintf("$y = %g$", handout.Output([]float64{1, 0}))},
		3: {fmt.Sprintf(`-\frac{b}{w_1} = %g,`, line.Intercept(0)), fmt.Sprintf(`-\frac{b}{w_2} = %g $$`, line.Intercept(1))},
		4: {fmt.Sprintf("$1 + 1 - 2 = %g$", handout.PreActivation([]float64{1, 1}))},
		6: {fmt.Sprintf("%d", updates), fmt.Sprintf("$w = %s$, $b = %g$", tuple(and.W), and.B), fmt.Sprint(gateRate)},
		7: {fmt.Sprintf("$w = %s$, $b = %g$", tuple(xor.W), xor.B)},
		8: {fmt.Sprintf("(x + 1) - (x - 1) = %g", nn.Identity.At(3+1)-nn.Identity.At(3-1))},
		9: {
			fmt.Sprintf("$h(0) = %g$", sigmoid.At(0)), fmt.Sprintf(`$h'(0) = %[1]g \times %[1]g = %[2]g$`, sigmoid.At(0), sigmoid.Slope(0)),
			fmt.Sprintf("$h = %s$", significant(sigmoid.At(4))), fmt.Sprintf("$h' = %s$", significant(sigmoid.Slope(4))),
		},
		10: {reluRow(-2), reluRow(2), reluRow(4), fmt.Sprintf("%g", nn.LeakyReLU.Slope(-2))},
	}
	if later.B != xor.B || tuple(later.W) != tuple(xor.W) || all-before != 4 {
		out[7] = append(out[7], "the weights of XOR do not come back with four corrections")
	}
	if right(and, data.AND) != 4 || right(handout, data.AND) != 4 || right(at(1, 1, -1.5), data.AND) != 4 ||
		right(at(1, 1, -1.5), data.OR) != 2 || right(at(1, 1, -0.5), data.OR) != 4 || right(at(-1, -1, 1.5), data.NAND) != 4 {
		out[5] = append(out[5], "the weights of the text do not make the gates")
	}
	for i, x := range data.Inputs() {
		out[5] = append(out[5], fmt.Sprintf("| %g | %g | %g | %g | %g |", x[0], x[1],
			data.AND.Targets()[i], data.OR.Targets()[i], data.NAND.Targets()[i]))
	}
	return out
}

// TestLecture04Figures holds the numbers of the text against the engine.
func TestLecture04Figures(t *testing.T) {
	t.Parallel()
	for _, l := range lang.All() {
		src, err := os.ReadFile("../../lessons/04-perceptron/" + l.String() + ".md")
		if err != nil {
			t.Fatal(err)
		}
		pages := strings.Split(string(src), "\n---\n")[1:]
		for number, wants := range figures() {
			for _, want := range wants {
				if !strings.Contains(pages[number-1], want) {
					t.Errorf("%s, page %d: %q is not there", l, number, want)
				}
			}
		}
	}
}

// TestLecture04Predictions runs what the text lets the learner predict.
func TestLecture04Predictions(t *testing.T) {
	t.Parallel()
	strict := nn.Perceptron{W: []float64{1, 1}, B: -2, F: nn.StrictStep}
	for _, x := range data.Inputs() {
		if y := strict.Output(x); y != 0 {
			t.Errorf("strict: at %v the output is %v, want 0", x, y)
		}
	}
	for w1 := -4.0; w1 <= 4; w1 += gateGrid {
		for w2 := -4.0; w2 <= 4; w2 += gateGrid {
			for b := -4.0; b <= 4; b += gateGrid {
				if u := (nn.Perceptron{W: []float64{w1, w2}, B: b, F: nn.Step}); right(u, data.XOR) > 3 {
					t.Fatalf("xor: %v works", u)
				}
			}
		}
	}
	for x := -6.0; x <= 6; x += 0.25 {
		if nn.Sigmoid.Slope(x) > nn.Sigmoid.Slope(0) {
			t.Errorf("steepest: the slope at %v is larger than at 0", x)
		}
	}
}
