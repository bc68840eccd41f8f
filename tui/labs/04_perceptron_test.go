package labs

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/nn"
)

func labs04() map[string]func() Lab {
	return map[string]func() Lab{"perceptron": NewPerceptron, "gates": NewGates, "activations": NewActivations}
}

// state is all that a lab shows.
func state(lab Lab) string {
	return fmt.Sprint(values(lab.Controls()), lab.Caption(lang.KO), lab.(Describer).Describe(lang.EN), picture(lab, 76, 22, lang.KO))
}

func values(controls []Control) string {
	var b strings.Builder
	for _, c := range controls {
		fmt.Fprint(&b, c.ID, "=", c.Value, " in ", c.Min, "..", c.Max, " ")
	}
	return b.String()
}

func set(lab Lab, settings ...lessons.Setting) { Apply(lab, settings) }

func TestLabs04AreInTheCatalog(t *testing.T) {
	t.Parallel()
	for id := range labs04() {
		if _, ok := formerly(id); !ok {
			t.Errorf("no lab %s", id)
		}
	}
}

func TestLabs04Deterministic(t *testing.T) {
	t.Parallel()
	for id, create := range labs04() {
		a, b := create(), create()
		b.Reset(2)
		for _, c := range a.Controls() {
			_, hi := c.Range()
			a.Set(c.ID, hi)
		}
		if s, ok := a.(Stepper); ok {
			s.Step()
		}
		a.Reset(1)
		if state(a) != state(b) {
			t.Errorf("%s: a reset does not bring the start back", id)
		}
	}
}

func TestLabs04Clamp(t *testing.T) {
	t.Parallel()
	for id, create := range labs04() {
		lab := create()
		for _, c := range lab.Controls() {
			lo, hi := c.Range()
			for v, want := range map[float64]float64{lo - 1e9: lo, hi + 1e9: hi, math.Inf(-1): lo} {
				lab.Set(c.ID, v)
				if now, ok := find(lab.Controls(), c.ID); ok && now.Value != want {
					t.Errorf("%s: %s set to %v is %v, want %v", id, c.ID, v, now.Value, want)
				}
			}
			lab.Set(c.ID, math.NaN())
		}
		before := state(lab)
		lab.Set("no such control", 1)
		if state(lab) != before {
			t.Errorf("%s: an unknown control changed something", id)
		}
	}
}

// TestLabs04Sizes draws every lab in many states on every size.
func TestLabs04Sizes(t *testing.T) {
	t.Parallel()
	sizes := [][2]int{{1, 1}, {28, 8}, {29, 9}, {40, 10}, {40, 20}, {43, 16}, {44, 12}, {51, 20}, {52, 20}, {60, 24}, {76, 14}, {80, 8}, {100, 30}, {120, 40}}
	for id, create := range labs04() {
		lab := create()
		for _, c := range lab.Controls() {
			lo, hi := c.Range()
			for _, v := range []float64{lo, hi, 0} {
				lab.Set(c.ID, v)
				for _, s := range sizes {
					for _, l := range lang.All() {
						lines := strings.Split(picture(lab, s[0], s[1], l), "\n")
						if len(lines) != s[1] || ansi.StringWidth(lines[0]) != s[0] {
							t.Fatalf("%s: %d lines of %d on %v", id, len(lines), ansi.StringWidth(lines[0]), s)
						}
					}
				}
				for _, l := range lang.All() {
					text := lab.Caption(l) + lab.(Describer).Describe(l)
					if strings.ContainsAny(text, "!%") || strings.Contains(text, "NaN") {
						t.Errorf("%s: %s", id, text)
					}
				}
			}
		}
	}
}

// TestLabs04ControlsShow changes every control, in every view, and wants to
// see it.
func TestLabs04ControlsShow(t *testing.T) {
	t.Parallel()
	for id, create := range labs04() {
		for view := range 3 {
			lab := create()
			lab.Set("show", float64(view))
			set(lab, lessons.Setting{Control: "f", Value: "sigmoid"})
			for _, c := range lab.Controls() {
				other := c.Value + c.Small
				if c.Kind == Choice {
					other = math.Mod(c.Value+1, float64(len(c.Options)))
				}
				for _, size := range [][2]int{{28, 8}, {52, 20}, {100, 30}} {
					before := picture(lab, size[0], size[1], lang.KO)
					lab.Set(c.ID, other)
					if picture(lab, size[0], size[1], lang.KO) == before && size[0] > 28 {
						t.Errorf("%s: %s does not show on %v", id, c.ID, size)
					}
					lab.Set(c.ID, c.Value)
					if picture(lab, size[0], size[1], lang.KO) != before {
						t.Errorf("%s: %s does not go back", id, c.ID)
					}
				}
			}
		}
	}
}

func TestLabs04FewControls(t *testing.T) {
	t.Parallel()
	for id, create := range labs04() {
		if n := len(create().Controls()); n > 6 {
			t.Errorf("%s has %d controls, too many to find one's way", id, n)
		}
	}
}

func TestPerceptronLabNumbers(t *testing.T) {
	t.Parallel()
	lab := NewPerceptron()
	for id, v := range map[string]float64{"x1": 2, "x2": -0.5, "w1": 1.5, "w2": 3, "b": -0.25} {
		lab.Set(id, v)
	}
	u := nn.Perceptron{W: []float64{1.5, 3}, B: -0.25, F: nn.Step}
	a := u.PreActivation([]float64{2, -0.5})
	wantIn(t, plainPicture(lab, 76, 22), "3.00", "−1.50", "−0.25", fixed(a, 2), "y 1")
	wantIn(t, lab.Caption(lang.EN), "a = 3.00 − 1.50 − 0.25 = "+fixed(a, 2), "y = 1")
	set(lab, lessons.Setting{Control: "f", Value: "sigmoid"})
	wantIn(t, plainPicture(lab, 52, 20), "y "+shown(nn.Sigmoid.At(a)))
	wantIn(t, plainPicture(lab, 28, 8), "1.25", shown(nn.Sigmoid.At(a)))
}

func TestActivationsLabNumbers(t *testing.T) {
	t.Parallel()
	lab := NewActivations()
	for _, c := range activationChoices() {
		for _, x := range []float64{-6, -2, 0.5, 3} {
			lab.Reset(1)
			set(lab, lessons.Setting{Control: "f", Value: c.name})
			lab.Set("x", x)
			wantIn(t, plainPicture(lab, 60, 24), "x = "+fixed(x, 2), "h = "+shown(c.f.At(x)), "h′ = "+shown(c.f.Slope(x)))
			set(lab, lessons.Setting{Control: "show", Value: "pair"}, lessons.Setting{Control: "shift", Value: "1.5"})
			wantIn(t, plainPicture(lab, 60, 24), "y = "+shown(c.f.At(x+1.5)-c.f.At(x-1.5)))
		}
	}
}

func TestActivationsLabHasNoSlopeAtAKink(t *testing.T) {
	t.Parallel()
	lab := NewActivations()
	lab.Set("x", 0)
	for name, kink := range map[string]bool{"step": true, "relu": true, "leaky": true, "sigmoid": false, "tanh": false, "identity": false} {
		set(lab, lessons.Setting{Control: "f", Value: name})
		if got := strings.Contains(plainPicture(lab, 60, 24), "h′ = none"); got != kink {
			t.Errorf("%s at 0: no derivative %v, want %v", name, got, kink)
		}
	}
}

func TestActivationsLabPoint(t *testing.T) {
	t.Parallel()
	lab := NewActivations()
	lab.(Pointer).Point(2.5, 0, Drag)
	lab.(Pointer).Point(0, 0, Release)
	if got := lab.(*activations).value("x"); got != 2.5 {
		t.Errorf("x = %v, want 2.5", got)
	}
}
