package vectorsmatrices

import (
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

func started[T lab.Lab](l T) T {
	lab.Reset(l, 1)
	return l
}

func set(l lab.Lab, id string, v float64) { l.Panel().Set(id, v) }

func TestTheMouseHoldsTheNearestTip(t *testing.T) {
	t.Parallel()
	s := started(&vectors{})
	lab.Point(s, "plane", 1.2, 2.1, lab.Press)
	lab.Point(s, "plane", -2.1, 2.9, lab.Drag)
	lab.Point(s, "plane", 4, 4, lab.Release)
	if s.b != [2]float64{-2, 3} || s.a != [2]float64{3, 1} {
		t.Errorf("b was dragged to %v, a to %v", s.b, s.a)
	}
	lab.Point(s, "plane", 3.3, 0.8, lab.Press)
	lab.Point(s, "plane", 99, -99, lab.Drag)
	if s.a != [2]float64{4, -4} {
		t.Errorf("a was dragged to %v, want (4, −4)", s.a)
	}
	if !lab.Nudge(s, "plane", -1, 0, true) || s.a != [2]float64{2, -4} || lab.Nudge(s, "plane", 0, -1, false) {
		t.Errorf("a was nudged to %v, want (2, −4)", s.a)
	}
	n := started(&norm{})
	if lab.Point(n, "plane", -0.52, 1.04, lab.Press); n.u != [2]float64{-0.5, 1} {
		t.Errorf("x is %v, want (−0.5, 1)", n.u)
	}
}

func TestTurningKeepsTheLength(t *testing.T) {
	t.Parallel()
	s := started(&vectors{})
	for turn := -180.0; turn <= 180; turn += 5 {
		set(s, "turn", turn)
		if got := nn.Norm(s.b[:], 2); math.Abs(got-math.Sqrt(5)) > 1e-9 {
			t.Errorf("turned to %v, b is %v long", turn, got)
		}
		if s.measure(); math.Abs(s.turn-turn) > 1e-4 {
			t.Errorf("turned to %v, the angle is %v", turn, s.turn)
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

// TestStepsLeadToTheResult walks through every calculation.
func TestStepsLeadToTheResult(t *testing.T) {
	t.Parallel()
	s := started(&matmul{})
	for state := range 3 * 5 * 2 {
		set(s, "op", float64(state%3))
		set(s, "preset", float64(state/3%5))
		set(s, "swap", float64(state/15))
		steps := 0
		for more := s.steps() > 0; more; steps++ {
			more = s.Advance(nn.ByBatch, nil)
		}
		c, _ := s.operands().result()
		if steps != len(c.Data)*s.terms() {
			t.Errorf("state %d: %d steps for %d entries of %d terms", state, steps, len(c.Data), s.terms())
		}
		log := s.log().Say(lang.KO)
		for k, v := range c.Data {
			all, _ := s.entries()
			if f, _ := lab.FactOf(s, all[k].id()); !f.Known || f.Value != v || !strings.Contains(log, "= "+lab.Brief(v)) {
				t.Errorf("state %d: entry %d is %+v in\n%s, want %v", state, k, f, log, v)
			}
		}
	}
}

// TestWhatAQuestionKeepsBackIsNotTold looks for it in pictures, captions and
// words.
func TestWhatAQuestionKeepsBackIsNotTold(t *testing.T) {
	t.Parallel()
	turned := started(&vectors{})
	lab.Look(turned, "dot")
	set(turned, "turn", 120)
	shadow := started(&vectors{})
	lab.Look(shadow, "shadow")
	set(shadow, "a1", 4)
	set(shadow, "a2", 0)
	last := started(&norm{})
	set(last, "p", endless)
	next := started(&matmul{})
	set(next, "step", 6)
	swapped := started(&shapes{})
	set(swapped, "swap", 1)
	for _, tt := range []struct {
		name string
		lab  lab.Lab
		keep string
		told []string // without the question
	}{
		{"angle", turned, "dot cos", []string{"−3.54", "−0.5", "음수"}},
		{"shadow", shadow, "dot", []string{"× 1 = 4"}},
		{"norm", last, "norm", []string{"|x|ₚ = 0.8", "0.8  █"}},
		{"matmul", next, "c.12", []string{"64", "1·8"}},
		{"shapes", swapped, "result fits work", []string{"3×3", "2 = 2", "18"}},
		{"dot", started(&dot{}), "dot", []string{"68"}},
	} {
		for _, kept := range []bool{false, true} {
			if kept {
				if err := lab.KeepBack(tt.lab, strings.Fields(tt.keep)...); err != nil {
					t.Fatal(err)
				}
			}
			shown := shownBy(tt.lab)
			for _, s := range tt.told {
				if strings.Contains(shown, s) == kept {
					t.Errorf("%s: %q is told: %v, in\n%s", tt.name, s, !kept, shown)
				}
			}
		}
	}
}

// shownBy is the picture, the caption and the words of a lab.
func shownBy(l lab.Lab) string {
	c := plot.New(76, 22)
	lab.Draw(l, c, lang.KO)
	shown := ansi.Strip(strings.Join(c.Lines(theme.New(true, theme.NoColor)), "\n")) + "\n" + l.Caption(lang.KO)
	for _, p := range lab.Seen(l).Pictures(lang.KO) {
		shown += "\n" + p.Say(lang.KO)
	}
	return shown
}
