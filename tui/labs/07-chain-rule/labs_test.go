package chainrule

import (
	"errors"
	"math"
	"testing"

	"hakseup/nn"
	"hakseup/tui/lab"
)

func started[T lab.Lab](l T) T {
	lab.Reset(l, 1)
	return l
}

// TestGradientsAreSlopes holds the derivatives of the labs against differences.
func TestGradientsAreSlopes(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"x^3", "2x^5 - x", "sin(x) e^x", "sigmoid(3x)", "ln(x^2 + 1)", "relu(x) + |x|", "1/(1 + x^2)"} {
		f, err := read("", text, "x")
		if err != nil {
			t.Fatal(text, err)
		}
		for _, x := range []float64{-1.5, -0.25, 0.5, 1.75} {
			at := func(x float64) float64 { return f.at(x) }
			if got, want := f.slope(x), nn.NumericDerivative(at, x, 1e-5); math.Abs(got-want) > 1e-6*(1+math.Abs(want)) {
				t.Errorf("%s at %v: slope %v, by differences %v", text, x, got, want)
			}
		}
	}
	for text, x := range map[string]float64{"relu(x)": 0, "|x - 1|": 1, "1/x": 0, "ln(x)": -1} {
		if f, _ := read("", text, "x"); !math.IsNaN(f.slope(x)) {
			t.Errorf("%s has a slope at %v", text, x)
		}
	}
}

// TestTypedFormulasAreReadOrRefused says where, and leaves what stood there.
func TestTypedFormulasAreReadOrRefused(t *testing.T) {
	t.Parallel()
	s, c, n := started(NewSecant().(*secant)), started(NewSlices().(*cuts)), started(NewNudges().(*nudges))
	for _, tt := range []struct {
		read func(string) error
		text string
		at   int
	}{
		{s.read, "x^3 + y", 6},
		{s.read, "", 0},
		{s.read, "2x +", 4},
		{c.read, "x*q", 2},
		{n.read, "g^2, g = x", 0},
		{n.read, "z = g^2, g = x + t", 17},
		{n.read, "z = h, g = x", 4},
	} {
		err := tt.read(tt.text)
		at := -1
		if refused, ok := errors.AsType[*lab.RefusalError](err); ok {
			at = refused.At
		}
		if unread, ok := errors.AsType[*lab.UnreadError](err); ok {
			at = unread.At
		}
		if at != tt.at {
			t.Errorf("%q: %#v, want it refused at %d", tt.text, err, tt.at)
		}
	}
	if s.value(2) != 8 || c.surface().Name != "valley" || len(n.links) != 2 {
		t.Error("what was refused changed the lab")
	}
	if err := s.read("arcsin(x)"); err == nil {
		t.Error("a function without a derivative was taken")
	}
}

// TestNudgesAddUpOverEveryPath holds the slope of every chain against the nudge.
func TestNudgesAddUpOverEveryPath(t *testing.T) {
	t.Parallel()
	s := started(NewNudges().(*nudges))
	for _, text := range []string{squareChain, "z = g + h, h = x, g = xy", "f = 2g, g = x - y", "z = g*h*x, g = sin(h), h = x^2 y"} {
		if err := s.read(text); err != nil {
			t.Fatal(text, err)
		}
		s.x, s.y = 2, 3
		for _, s.ofY = range []bool{false, true} {
			s.d = 1e-6
			last := out(s.steps())
			if got := (last.after - last.before) / s.d; math.Abs(got-last.slope) > 1e-3*(1+math.Abs(got)) {
				t.Errorf("%s: moves %v times as far, slope %v", text, got, last.slope)
			}
		}
	}
}

func TestMonomialsAreWrittenAsInSchool(t *testing.T) {
	t.Parallel()
	for want, k := range map[string]struct {
		a float64
		n int
	}{"x^3": {1, 3}, "-x": {-1, 1}, "-x^2": {-1, 2}, "2.5x^4": {2.5, 4}, "0x^2": {0, 2}, "-3": {-3, 0}, "1": {1, 0}, "0.5x": {0.5, 1}} {
		if got := monomial(k.a, k.n); got != want {
			t.Errorf("%g x^%d is written %s", k.a, k.n, got)
		}
	}
}
