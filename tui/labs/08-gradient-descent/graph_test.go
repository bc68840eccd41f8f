package gradientdescent

import (
	"errors"
	"strings"
	"testing"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
)

// filling returns the lab with a graph to fill in.
func filling(t *testing.T, form string) *circuit {
	t.Helper()
	s := NewGraph().(*circuit)
	lab.Reset(s, 1)
	f, _ := s.Panel().Find("form")
	v, err := f.Parse(form)
	if err != nil {
		t.Fatal(err)
	}
	f.Set(v)
	s.Panel().Set("fill", 1)
	return s
}

// enter types numbers into the gaps and returns what was said of each.
func enter(t *testing.T, s *circuit, numbers ...string) (said []string) {
	t.Helper()
	for _, number := range numbers {
		c, _ := s.Panel().Find("cell")
		why := ""
		if err := c.SetText(number); err != nil {
			wrong, ok := errors.AsType[*lab.RefusalError](err)
			if !ok {
				t.Fatal(err)
			}
			why = wrong.Why.EN
		}
		said = append(said, why)
	}
	return said
}

// TestFillingIn fills in a whole graph, in which a variable has two ways and a
// gate is shut, and comes back.
func TestFillingIn(t *testing.T) {
	t.Parallel()
	s := filling(t, "gates")
	for _, said := range enter(t, s, "0", "0", "6", "6", "1", "1", "3", "2", "0", "3", "0") {
		if said != "" {
			t.Error(said)
		}
	}
	if _, more := s.gap(); more || s.byHand() != 11 || s.steps != s.whole() {
		t.Errorf("%d filled in, %d steps of %d", s.byHand(), s.steps, s.whole())
	}
	for range 20 {
		s.Back(nn.ByBatch)
	}
	for s.Advance(nn.ByBatch, always) {
	}
	if s.byHand() != 0 || s.steps != s.whole() {
		t.Errorf("told: %d filled in by hand, %d steps", s.byHand(), s.steps)
	}
}

// TestOddFormulas goes through graphs in which something is missing.
func TestOddFormulas(t *testing.T) {
	t.Parallel()
	s := filling(t, "affine")
	for _, text := range []string{"x", "3", "2*3", "w x +", "a+b+c+d+f+g+h+k+m"} {
		if err := s.read(text); err == nil {
			t.Errorf("%q was taken", text)
		}
	}
	for _, text := range []string{"2*3*x", "ln(x)", "x x", "relu(relu(x))"} {
		if err := s.read(text); err != nil {
			t.Fatal(err)
		}
		s.values = map[string]float64{"x": -1}
		s.compute()
		if text == "ln(x)" {
			if said := enter(t, s, "3")[0]; !strings.Contains(said, "no value") {
				t.Errorf("of what has no value: %q", said)
			}
		}
		for s.Advance(nn.ByBatch, always) {
		}
		if caption := s.Caption(lang.EN); s.steps != s.whole() || caption == "" {
			t.Errorf("%q ends at %d of %d: %s", text, s.steps, s.whole(), caption)
		}
	}
}

// TestFillingInNamesTheMistake tells the usual mistakes apart.
func TestFillingInNamesTheMistake(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		form   string
		told   int // gaps before
		number string
		want   string
	}{
		{"affine", 0, "5", "sum"},
		{"affine", 1, "6", "product"},
		{"relu", 0, "x", "Write a number"},
		{"affine", 4, "2", "own value"},
		{"affine", 4, "-3", "sign"},
		{"affine", 4, "1", "from above"},
		{"paths", 4, "3", "another"},
		{"gates", 8, "1", "shut"},
		{"sum", 4, "1", "from above"},
		{"sum", 4, "77", "local derivative"},
	} {
		s := filling(t, tt.form)
		for range tt.told {
			s.Advance(nn.ByBatch, always)
		}
		if said := enter(t, s, tt.number)[0]; !strings.Contains(said, tt.want) {
			g, _ := s.gap()
			t.Errorf("%s, gap %d, %s for %v: %q", tt.form, tt.told, tt.number, g.want(), said)
		}
	}
}
