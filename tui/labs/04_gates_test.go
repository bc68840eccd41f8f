package labs

import (
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
)

// weights sets the unit of the gates lab.
func weights(lab Lab, gate string, w1, w2, b float64, step string) {
	set(lab, lessons.Setting{Control: "gate", Value: gate}, lessons.Setting{Control: "step", Value: step})
	lab.Set("w1", w1)
	lab.Set("w2", w2)
	lab.Set("b", b)
}

func TestGatesLabNumbers(t *testing.T) {
	t.Parallel()
	lab := NewGates()
	weights(lab, "and", 2, 1, -2, "ge")
	wide := plainPicture(lab, 60, 24)
	wantIn(t, wide, "AND  3/4", "0  1    −1.00  0  0 ✓", "1  0     0.00  1  0 ✕", "1  1     1.00  1  1 ✓", "x₁ =   1.00", "x₂ =   2.00")
	wantIn(t, plainPicture(lab, 28, 8), "AND 3/4", "10  0.00 1 ✕", "x₁ 1.00", "x₂ 2.00")
	weights(lab, "and", 0, 2, -1, "ge")
	wantIn(t, plainPicture(lab, 60, 24), "x₁ =  never", "x₂ =   0.50")
	weights(lab, "and", 0, 0, -1, "ge")
	wantIn(t, plainPicture(lab, 60, 24), "There is no line")
}

// TestGatesLabSlip is the slip of the handout: on the line the two steps differ.
func TestGatesLabSlip(t *testing.T) {
	t.Parallel()
	lab := NewGates()
	weights(lab, "and", 1, 1, -2, "ge")
	wantIn(t, plainPicture(lab, 60, 24), "AND  4/4")
	wantIn(t, lab.Caption(lang.EN), "(1, 1) has sum 0")
	weights(lab, "and", 1, 1, -2, "gt")
	wantIn(t, plainPicture(lab, 60, 24), "AND  3/4", "1  1     0.00  0  1 ✕")
}

// TestGatesLabTextFits walks through the learning and wants every line beside
// the plane to fit its column, and all of them the height of a small screen.
func TestGatesLabTextFits(t *testing.T) {
	t.Parallel()
	for _, g := range data.Gates() {
		lab := NewGates().(*gates)
		weights(lab, strings.ToLower(g.String()), -4, 4, -3.75, "ge")
		for more := true; more; more = lab.Step() {
			for _, l := range lang.All() {
				for sections, size := range map[*[][]row][2]int{
					new(append(lab.sections(l), lab.record(l, 20))): {23, 99}, new(lab.sections(l)[:3]): {23, 14}, new(lab.shortSections(l)): {12, 8},
				} {
					height := 0
					for _, section := range *sections {
						height += len(section)
						for _, line := range section {
							text := ""
							for _, p := range line {
								text += p.text
							}
							if ansi.StringWidth(text) > size[0] {
								t.Fatalf("%q is wider than %d", text, size[0])
							}
						}
					}
					if height > size[1] {
						t.Fatalf("%d lines, room for %d", height, size[1])
					}
				}
			}
		}
	}
}

func TestGatesLabKeepsToTheGrid(t *testing.T) {
	t.Parallel()
	lab := NewGates()
	lab.Set("w1", 0.3)
	lab.Set("b", -1.9)
	if got := lab.(*gates).unit(); got.W[0] != 0.25 || got.B != -2 {
		t.Errorf("weights %v, bias %v: not on the grid", got.W, got.B)
	}
}

func TestGatesLabPoint(t *testing.T) {
	t.Parallel()
	lab := NewGates()
	weights(lab, "or", 1, 1, -2, "ge")
	p := lab.(Pointer)
	p.Point(0.5, 0.25, Press)
	if got := lab.(*gates).unit().B; got != -0.75 {
		t.Errorf("bias %v: the line does not run through (0.5, 0.25)", got)
	}
	p.Point(0, 0, Release)
	if got := lab.(*gates).unit().B; got != -0.75 {
		t.Errorf("bias %v: letting go moved the line", got)
	}
	p.Point(9, 9, Drag)
	if got := lab.(*gates).unit().B; got != -4 {
		t.Errorf("bias %v, want the end of the slider", got)
	}
	weights(lab, "or", 0, 0, -1, "ge")
	p.Point(1, 1, Press)
	if got := lab.(*gates).unit().B; got != -1 {
		t.Errorf("bias %v: there was no line to move", got)
	}
}

// TestGatesLabStepsAndBack walks forward and back from many starts and wants
// every state again, exactly.
func TestGatesLabStepsAndBack(t *testing.T) {
	t.Parallel()
	for _, g := range data.Gates() {
		for _, step := range []string{"ge", "gt"} {
			for _, start := range [][]float64{{0, 0, 0}, {1, 1, -2}, {4, -4, -1}, {-4, 4, 4}} {
				lab := NewGates()
				weights(lab, strings.ToLower(g.String()), start[0], start[1], start[2], step)
				s := lab.(Stepper)
				states := []string{state(lab)}
				for len(states) < 50 {
					before := len(lab.(*gates).trace)
					s.Step()
					if len(lab.(*gates).trace) == before {
						break
					}
					states = append(states, state(lab))
				}
				for i := len(states) - 2; i >= 0; i-- {
					if more := s.Back(); more != (i > 0) {
						t.Fatalf("%v from %v: Back at step %d says %v", g, start, i+1, more)
					}
					if state(lab) != states[i] {
						t.Fatalf("%v from %v: Back does not restore step %d", g, start, i)
					}
				}
				if s.Back() || state(lab) != states[0] {
					t.Errorf("%v from %v: there is something before the start", g, start)
				}
			}
		}
	}
}

// TestGatesLabLearns runs the rule to its end: it rests on a gate that a line
// can make, and on XOR it finds itself going round in circles.
func TestGatesLabLearns(t *testing.T) {
	t.Parallel()
	for _, g := range data.Gates() {
		for _, step := range []string{"ge", "gt"} {
			for w := -4.0; w <= 4; w += 2 {
				lab := NewGates()
				weights(lab, strings.ToLower(g.String()), w, -w/2, w/4, step)
				n := 0
				for n < 1000 && lab.(Stepper).Step() {
					n++
				}
				run := lab.(*gates)
				if g == data.XOR {
					if run.loopTo == 0 || run.settled() {
						t.Errorf("XOR from %v: no loop after %d samples", w, n)
					}
					if !lab.(Stepper).Step() {
						t.Errorf("XOR from %v: the loop cannot be watched", w)
					}
					continue
				}
				if !run.settled() || len(run.wrong()) > 0 || lab.(Stepper).Step() {
					t.Errorf("%v from %v: not at rest after %d samples", g, w, n)
				}
			}
		}
	}
}

func TestGatesLabForgetsWhenTouched(t *testing.T) {
	t.Parallel()
	lab := NewGates()
	weights(lab, "xor", 0, 0, 0, "ge")
	for lab.(Stepper).Step() {
	}
	lab.Set("w1", 1)
	if run := lab.(*gates); len(run.trace) > 0 || run.loopTo > 0 || lab.(Stepper).Back() {
		t.Error("the learning goes on from weights that it did not find")
	}
}

func TestBoundaryStaysInTheBox(t *testing.T) {
	t.Parallel()
	for _, w := range [][]float64{{1, 1, -2}, {0, 1, -1}, {1, 0, -0.5}, {-3, 0.25, 1}} {
		u := nn.Perceptron{W: w[:2], B: w[2], F: nn.Step}
		box := plane(-0.5, 2.25)
		from, to, ok := boundary(u, box, box)
		if !ok {
			t.Errorf("%v: no line", w)
		}
		for _, p := range [][2]float64{from, to} {
			if a := u.PreActivation(p[:]); math.Abs(a) > 1e-9 {
				t.Errorf("%v: %v is off the line by %v", w, p, a)
			}
			if p[0] < -0.5-1e-9 || p[0] > 2.25+1e-9 || p[1] < -0.5-1e-9 || p[1] > 2.25+1e-9 {
				t.Errorf("%v: %v lies outside", w, p)
			}
		}
	}
	for _, w := range [][]float64{{0, 0, 1}, {1, 1, -8}, {0, 1, 4}} {
		if _, _, ok := boundary(nn.Perceptron{W: w[:2], B: w[2]}, plane(-0.5, 2.25), plane(-0.5, 2.25)); ok {
			t.Errorf("%v: a line where there is none", w)
		}
	}
}
