package perceptron

import (
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

func started[T lab.Lab](l T) T {
	lab.Reset(l, 1)
	return l
}

// from returns the gates lab with a gate and weights.
func from(g data.Gate, f nn.Activation, w1, w2, b float64) *gates {
	s := started(&gates{})
	s.gate, s.f, s.weights = g, f, weights{w1, w2, b}
	return s
}

func step(s *gates) bool { return s.Advance(nn.BySample, func() bool { return true }) }

// TestTheRuleEndsOrGoesRound runs the rule from many starts, beyond the ends of
// the sliders: it rests on a gate that a line can make, on XOR it finds itself
// going round, and every step is taken back exactly.
func TestTheRuleEndsOrGoesRound(t *testing.T) {
	t.Parallel()
	for _, g := range data.Gates() {
		for _, f := range []nn.Activation{nn.Step, nn.StrictStep} {
			for w := -4.0; w <= 4; w += 2 {
				s := from(g, f, w, -w, w/4)
				were := map[int]weights{0: s.weights}
				for more := true; more && len(were) < 1000; {
					more = step(s)
					were[len(s.past)] = s.weights
				}
				if word, _, _ := s.verdict(); g == data.XOR && word != "loop" || g != data.XOR && (word != "rest" || s.right() != 4 || step(s)) {
					t.Errorf("%v from %v: %s after %d samples", g, w, word, len(s.past))
				}
				for len(s.past) > 0 {
					if more := s.Back(nn.BySample); more != (len(s.past) > 0) || s.weights != were[len(s.past)] {
						t.Fatalf("%v from %v: back at %d samples it is %v, was %v", g, w, len(s.past), s.weights, were[len(s.past)])
					}
				}
				if s.Back(nn.BySample) || s.weights != were[0] {
					t.Errorf("%v from %v: there is something before the start", g, w)
				}
			}
		}
	}
}

func TestTheLearningForgetsWhenTouched(t *testing.T) {
	t.Parallel()
	for id, v := range map[string]float64{"gate": 1, "step": 1, "w1": 1, "b": 3} {
		s := from(data.XOR, nn.Step, 0, 0, 0)
		for step(s) {
		}
		if s.Panel().Set(id, v); s.Back(nn.BySample) || len(s.past) > 0 {
			t.Errorf("%s: the learning goes on from what it did not find", id)
		}
	}
}

func TestTheMouseAndTheArrowsMoveTheLine(t *testing.T) {
	t.Parallel()
	s := from(data.OR, nn.Step, 1, 1, -2)
	for _, m := range []struct {
		x, y float64
		ev   lab.Event
		want float64
	}{{0.5, 0.25, lab.Press, -0.75}, {0, 0, lab.Release, -0.75}, {9, 9, lab.Drag, -4}} {
		if lab.Point(s, "plane", m.x, m.y, m.ev); s.b != m.want {
			t.Errorf("the mouse at (%v, %v) moves the bias to %v, want %v", m.x, m.y, s.b, m.want)
		}
	}
	if moved := lab.Nudge(s, "plane", -1, 0, false); !moved || s.b != -3.75 {
		t.Errorf("← moves the bias to %v", s.b)
	}
	for _, s := range []*gates{from(data.OR, nn.Step, 0, 0, -1), from(data.OR, nn.Step, 1, 0, -1)} {
		if lab.Nudge(s, "plane", 0, 1, false) || s.b != -1 {
			t.Errorf("↑ moves a line with %v", s.weights)
		}
	}
	if lab.Point(from(data.OR, nn.Step, 0, 0, -1), "plane", 1, 1, lab.Press); s.b != -3.75 {
		t.Error("there was no line to move")
	}
}

// TestWhatIsKeptBackIsNotTold holds captions and pictures to what a question
// keeps back.
func TestWhatIsKeptBackIsNotTold(t *testing.T) {
	t.Parallel()
	learnt := from(data.AND, nn.Step, 0, 0, 0)
	for step(learnt) {
	}
	steep, pair := started(&activations{}), started(&activations{})
	steep.f, steep.x = nn.Sigmoid, 4
	lab.Look(pair, pairView)
	for _, tt := range []struct {
		l    lab.Lab
		held []string
		told string
	}{
		{learnt, []string{"corrected"}, "11"},
		{from(data.AND, nn.Step, 2, 1, -2), []string{"right"}, "3/4|Rows wrong"},
		{from(data.AND, nn.Step, 2, 1, -2), []string{"y"}, "✕|y = 1|the output 1,"},
		{from(data.AND, nn.Step, 2, 1, -2), []string{"cross"}, "at         1.00"},
		{steep, []string{"slope"}, "0.0177|tangent"},
		{pair, []string{"y"}, "= 1.|y 1 "},
		{started(&perceptron{}), []string{"a"}, "= 0.00"},
		{started(&perceptron{}), []string{"y"}, "y 1|y = 1"},
	} {
		if all := shows(tt.l); !containsAll(all, tt.told) {
			t.Errorf("%v is not told at all:\n%s", tt.held, all)
		}
		if err := lab.KeepBack(tt.l, tt.held...); err != nil {
			t.Fatal(err)
		}
		all := shows(tt.l)
		for text := range strings.SplitSeq(tt.told, "|") {
			if strings.Contains(all, text) {
				t.Errorf("with %v kept back it says %q:\n%s", tt.held, text, all)
			}
		}
	}
}

func shows(l lab.Lab) string {
	c := plot.New(76, 24)
	lab.Draw(l, c, lang.EN)
	return l.Caption(lang.EN) + ansi.Strip(strings.Join(c.Lines(theme.New(true, theme.NoColor)), "\n"))
}

func containsAll(text, parts string) bool {
	for part := range strings.SplitSeq(parts, "|") {
		if !strings.Contains(text, part) {
			return false
		}
	}
	return true
}

// TestTheGatesOfTheText tries the weights that the text gives, and the predictions
// that it asks for.
func TestTheGatesOfTheText(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		s    *gates
		want float64
	}{
		{from(data.AND, nn.Step, 1, 1, -2), 4},
		{from(data.AND, nn.StrictStep, 1, 1, -2), 3},
		{from(data.AND, nn.Step, 1, 1, -1.5), 4},
		{from(data.OR, nn.Step, 1, 1, -1.5), 2},
		{from(data.OR, nn.Step, 1, 1, -0.5), 4},
		{from(data.NAND, nn.Step, -1, -1, 1.5), 4},
		{from(data.AND, nn.Step, 1, 0.5, -1.5), 4},
	} {
		if tt.s.right() != tt.want {
			t.Errorf("%v with %v gets %v rows right, want %v", tt.s.gate, tt.s.weights, tt.s.right(), tt.want)
		}
	}
	for w1 := -4.0; w1 <= 4; w1 += grid {
		for w2 := -4.0; w2 <= 4; w2 += grid {
			for b := -4.0; b <= 4; b += grid {
				if s := (gates{gate: data.XOR, f: nn.Step, weights: weights{w1, w2, b}}); s.right() > 3 {
					t.Fatalf("%v is XOR", s.weights)
				}
			}
		}
	}
	for x := -6.0; x <= 6; x += grid {
		if nn.Sigmoid.Slope(x) > nn.Sigmoid.Slope(0) || math.IsNaN(slope(nn.ReLU, x)) != (x == 0) {
			t.Errorf("at %v the slope is %v", x, nn.Sigmoid.Slope(x))
		}
	}
}
