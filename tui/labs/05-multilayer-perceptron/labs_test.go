package multilayerperceptron

import (
	"strings"
	"testing"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
	"hakseup/tui/lab"
)

func started[T lab.Lab](l T) T {
	lab.Reset(l, 1)
	return l
}

func play() *playground { return started(NewPlayground().(*playground)) }

func known(t *testing.T, l lab.Lab, id string) float64 {
	t.Helper()
	f, ok := lab.FactOf(l, id)
	if !ok {
		t.Fatalf("there is no fact %q", id)
	}
	return f.Value
}

// TestAPointIsDroppedAndTakenBack drops points by key and by mouse in the middle of
// a run, which learns them at once, and goes back to before they were there.
func TestAPointIsDroppedAndTakenBack(t *testing.T) {
	t.Parallel()
	s := play()
	always := func() bool { return true }
	samples := known(t, s, "samples")
	for range 3 {
		s.Advance(nn.ByEpoch, always)
	}
	s.Nudge(lab.RegionArea, 1, 0, true)
	s.Drop(lab.RegionArea)
	s.brush = true
	s.Point(lab.RegionArea, -0.5, 0.5, lab.Press)
	s.Point(lab.RegionArea, 0.9, 0.9, lab.Drag) // one press, one point
	s.Advance(nn.ByEpoch, always)
	want := []run.Point{{X1: 0.25}, {X1: -0.5, X2: 0.5, B: true}}
	if got := s.Spec.Points; len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Fatalf("dropped %v, want %v", got, want)
	}
	if got := known(t, s, "samples"); got != samples+2 {
		t.Errorf("it learns %v points, there were %v", got, samples)
	}
	if got := s.Run().Trainer.Now().Epoch; got != 4 {
		t.Errorf("it is at epoch %v: the run was begun anew", got)
	}
	s.Back(nn.ByEpoch)
	s.Back(nn.ByEpoch)
	if got := known(t, s, "samples"); got != samples || len(s.Spec.Points) > 0 {
		t.Errorf("before the points were dropped it has %v of them, of %v", got, samples)
	}
}

func TestTheLineIsReadBackOrRefused(t *testing.T) {
	t.Parallel()
	s := play()
	s.Panel().Set("layers", 3)
	s.Spec.Points = []run.Point{{X1: 0.5, B: true}}
	line := s.Spec.Line()
	other := play()
	if err := other.readLine(line); err != nil || other.Spec.Line() != line {
		t.Errorf("%s is read as %s: %v", line, other.Spec.Line(), err)
	}
	for text, part := range map[string]string{
		"--layers 3":   "--layers",
		"--lr fast":    "--lr",
		"--data mnist": "--data",
	} {
		err := other.readLine(text)
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%q: %v", text, err)
		}
		if other.Spec.Line() != line {
			t.Errorf("%q was refused and yet changed the run to %s", text, other.Spec.Line())
		}
	}
}

// TestTheHandoutsNetworkIsXNOR follows the folding through its repairs.
func TestTheHandoutsNetworkIsXNOR(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		form, gate string
	}{{asPrinted, "XNOR"}, {reversed, "XOR"}, {negated, "XOR"}} {
		s := started(NewFold().(*fold))
		s.form = tt.form
		s.reform()
		if word, _ := s.gate(); word != tt.gate || s.places() != 3 {
			t.Errorf("%s is %s in %d places, want %s in 3", tt.form, word, s.places(), tt.gate)
		}
	}
	orAnd := started(NewFold().(*fold))
	orAnd.w = [3]neuron{{1, 1, -0.5}, {1, 1, -1.5}, {1, -1, -0.5}}
	if word, text := orAnd.gate(); word != "XOR" || text.In(lang.EN) != "XOR" {
		t.Errorf("OR without AND is %s", word)
	}
}

func TestRegionsOfLines(t *testing.T) {
	t.Parallel()
	for seed := range uint64(20) {
		s := NewRegions().(*regions)
		lab.Reset(s, seed)
		for n := 1; n <= mostLines; n++ {
			if got := count(s.lines[:n]); got != most(n) {
				t.Errorf("seed %d: %d lines make %d regions, want %d", seed, n, got, most(n))
			}
		}
	}
	for _, tt := range []struct {
		name  string
		lines []ruler
		want  int
	}{
		{"parallel", []ruler{{0, 0}, {0, 3}, {0, -3}}, 4},
		{"through one point", []ruler{{0, 0}, {45, 0}, {90, 0}}, 6},
		{"one line twice", []ruler{{30, 2}, {30, 2}}, 2},
		{"two parallel, one across", []ruler{{0, 0}, {0, 3}, {90, 0}}, 6},
	} {
		if got := count(tt.lines); got != tt.want {
			t.Errorf("%s: %d regions, want %d", tt.name, got, tt.want)
		}
	}
}

// TestChangesBeforeTheFirstStepAreTakenBack changes weights and drops a point at the
// start, and goes back over them one by one, also after steps.
func TestChangesBeforeTheFirstStepAreTakenBack(t *testing.T) {
	t.Parallel()
	s := play()
	always := func() bool { return true }
	drawn, samples := known(t, s, "weight"), known(t, s, "samples")
	for _, v := range []float64{1, 1.1, 1.2} { // one drag
		s.Panel().Set("weight", v)
	}
	s.Nudge(lab.RegionArea, 1, 0, true)
	s.Drop(lab.RegionArea)
	s.Panel().Set("weight", -2)
	s.Advance(nn.ByEpoch, always)
	s.Back(nn.ByEpoch)
	for i, want := range []struct{ weight, points float64 }{{-2, 1}, {1.2, 1}, {1.2, 0}, {drawn, 0}, {drawn, 0}} {
		if got, points := known(t, s, "weight"), known(t, s, "samples")-samples; got != want.weight || points != want.points {
			t.Errorf("after %d steps back: weight %v, %v points more, want %v", i, got, points, want)
		}
		s.Back(nn.ByEpoch)
	}
	if s.Advance(nn.ByEpoch, always); known(t, s, "loss") != lossAfterAnEpoch(t) {
		t.Error("what was taken back has left something behind")
	}
}

func lossAfterAnEpoch(t *testing.T) float64 {
	t.Helper()
	s := play()
	s.Advance(nn.ByEpoch, func() bool { return true })
	return known(t, s, "loss")
}

// TestTheTestSetIsKeptForTheEnd looks at it before, at and again before the end.
func TestTheTestSetIsKeptForTheEnd(t *testing.T) {
	t.Parallel()
	s := play()
	s.Spec.Epochs = 3
	always := func() bool { return true }
	told := func() bool {
		f, _ := lab.FactOf(s, "test.accuracy")
		if says := strings.Contains(s.Caption(lang.KO), "시험"); says != f.Known {
			t.Errorf("the caption says %q, the fact is known: %v", s.Caption(lang.KO), f.Known)
		}
		return f.Known
	}
	for epoch := range 4 {
		if got := told(); got != (epoch == 3) {
			t.Errorf("epoch %d: is the test set known? %v", epoch, got)
		}
		s.Advance(nn.ByEpoch, always)
	}
	before := known(t, s, "test.loss")
	s.Panel().Set("weight", 5)
	if known(t, s, "test.loss") == before {
		t.Error("another weight leaves the loss on the test set")
	}
	if s.Back(nn.ByEpoch); told() {
		t.Error("before the end the test set is known")
	}
}

// TestALineIsShownAsItIs reads a line with values that no option stands for.
func TestALineIsShownAsItIs(t *testing.T) {
	t.Parallel()
	s := play()
	if err := s.readLine("--optimizer radam --lr 0.02 --epochs 77"); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{"optimizer": "radam", "rate": "0.02", "epochs": "77", "batch": "10"} {
		if c, _ := s.Panel().Find(id); c.Say(lang.EN) != want {
			t.Errorf("%s says %s, want %s", id, c.Say(lang.EN), want)
		}
	}
	s.Panel().Set("rate", 0)
	if got := s.Spec.Rate; got != 0.001 {
		t.Errorf("the first rate is %v", got)
	}
}

// TestOnePointIsFoldedBeforeAll holds that a page on one point of the hidden plane
// does not tell where the others go.
func TestOnePointIsFoldedBeforeAll(t *testing.T) {
	t.Parallel()
	s := started(NewFold().(*fold))
	at := func(show string) (told []string) {
		if err := lab.Apply(s, []lessons.Setting{{Control: "show", Value: show}}); err != nil {
			t.Fatal(err)
		}
		for _, row := range s.table().Rows[1:] {
			told = append(told, row[3].Text)
		}
		return told
	}
	if got := strings.Join(at("x1,x2,pre,h"), "|"); got != "1  0|||" {
		t.Errorf("with ◆ at (0, 0) the table says %q", got)
	}
	if got := strings.Join(at("x1,x2,pre,h,fold1,fold2"), "|"); got != "1  0|0  0|1  1|1  0" {
		t.Errorf("with all four points the table says %q", got)
	}
	if caption := s.Caption(lang.EN); strings.Contains(caption, "utput") {
		t.Errorf("before the output it says %q", caption)
	}
}
