package lab

import (
	"context"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
	"hakseup/tui/plot"
)

// trainee is a lab that trains, with a control of each kind: one that adjusts
// the run and one that begins it anew.
type trainee struct{ Training }

func newTrainee() *trainee {
	s := run.Default()
	s.Data, s.Epochs, s.Hidden = "moons", 40, []int{4}
	t := &trainee{Training{Spec: s, Solved: 0.9}}
	Reset(t, 1)
	return t
}

func (t *trainee) Title() lang.Text           { return lang.Same("trainee") }
func (t *trainee) Clone() Lab                 { return &trainee{t.Copy()} }
func (t *trainee) Caption(l lang.Lang) string { return t.Told(l, t.Panel()) }

func (t *trainee) Panel() Panel {
	return Panel{
		Adjusts("lr", Slide(&t.Spec.Rate, "rate", lang.Same("rate"), 0.03).From(0.001, 1e6)),
		Adjusts("data", Choose(&t.Spec.Data, "data", lang.Same("data"),
			Opt("moons", "moons", lang.Same("moons")), Opt("circles", "circles", lang.Same("circles")))),
	}
}

func (t *trainee) Views() []View {
	return []View{{ID: "all", Label: lang.Same("all"), Pictures: func(l lang.Lang) []Block {
		return []Block{Beside(2, t.Region(l, nil), t.Weights(l), Above(0, t.Losses(l), t.Spread(l)))}
	}}}
}

func always() bool { return true }

func (t *trainee) epochs(n int) {
	for range n {
		t.Advance(nn.ByEpoch, always)
	}
}

func (t *trainee) fact(id string) float64 {
	f, _ := FactOf(t, id)
	return f.Value
}

func TestControlsSayWhetherTheyRestart(t *testing.T) {
	t.Parallel()
	p := newTrainee().Panel()
	if p[0].Anew() || !p[1].Anew() {
		t.Errorf("the rate restarts the run: %v, the data: %v", p[0].Anew(), p[1].Anew())
	}
}

func TestAChangeAdjustsOrRestarts(t *testing.T) {
	t.Parallel()
	l := newTrainee()
	l.epochs(5)
	before := l.fact("loss")
	l.Panel().Set("rate", 0.3)
	if l.fact("epoch") != 5 || l.fact("loss") != before || l.Run().Spec().Rate != 0.3 {
		t.Errorf("another rate: epoch %v, loss %v for %v", l.fact("epoch"), l.fact("loss"), before)
	}
	l.epochs(3)
	for range 4 {
		l.Back(nn.ByEpoch)
	}
	if l.Spec.Rate != 0.03 || l.fact("epoch") != 4 {
		t.Errorf("back before the change the rate is %v, epoch %v", l.Spec.Rate, l.fact("epoch"))
	}
	if l.epochs(1); l.fact("loss") != before {
		t.Errorf("epoch 5 again has loss %v, not %v", l.fact("loss"), before)
	}
	l.Panel().Set("data", 1)
	if l.fact("epoch") != 0 || l.Run().Spec().Data != "circles" {
		t.Errorf("other data leave epoch %v", l.fact("epoch"))
	}
}

func TestARefusedSettingLeavesTheRunAsItIs(t *testing.T) {
	t.Parallel()
	l := newTrainee()
	l.epochs(2)
	want := l.Run().Spec()
	l.Spec.Batch = 9999 // more than there are samples
	if got := l.Run().Spec(); !reflect.DeepEqual(got, want) || l.fact("epoch") != 2 || !reflect.DeepEqual(l.Spec, want) {
		t.Errorf("the run has %+v", got)
	}
	if told := l.Caption(lang.EN); !strings.Contains(told, "the setting is as before") {
		t.Errorf("it is told %q", told)
	}
	l.Spec.Data, l.Spec.Batch = "xor", 5 // a restart that cannot be
	if l.Run().Spec().Data != "moons" || l.fact("epoch") != 2 {
		t.Error("what cannot be has begun")
	}
}

func TestStridesAreCutShortAndGoneOnWith(t *testing.T) {
	t.Parallel()
	whole, cut := newTrainee(), newTrainee()
	whole.Spec.Hidden, cut.Spec.Hidden = []int{64, 64}, []int{64, 64}
	whole.epochs(6)
	calls := 0
	for range 6 {
		for first := true; first || cut.Midway(); first = false {
			cut.Advance(nn.ByEpoch, func() bool { return false })
			calls++
		}
	}
	if calls <= 6 {
		t.Errorf("no epoch was cut short in %d calls", calls)
	}
	if a, b := cut.Run().Trainer.Network().Params, whole.Run().Trainer.Network().Params; !slices.Equal(a, b) || cut.fact("epoch") != 6 {
		t.Error("cut short it leads elsewhere")
	}
}

func TestARunEndsAtItsLastEpochOrWhereItDiverges(t *testing.T) {
	t.Parallel()
	l := newTrainee()
	n := 1
	for l.Advance(nn.ByEpoch, always) {
		n++
	}
	if n != 40 || l.phase().Word != "done" {
		t.Errorf("%d epochs, %s", n, l.phase().Word)
	}
	if l.Advance(nn.ByEpoch, always) || l.fact("epoch") != 40 {
		t.Error("it goes on past the end")
	}
	l = newTrainee()
	l.Spec.Optimizer, l.Spec.Rate, l.Spec.Regularization.L2 = "sgd", 1e6, 1
	for l.Advance(nn.ByEpoch, always) {
		continue
	}
	if told := l.Caption(lang.EN); l.phase().Word != "diverged" || !strings.Contains(told, "It diverged in epoch 1") {
		t.Errorf("%s: %s", l.phase().Word, told)
	}
	if c := draw(l, 90, 20); strings.Contains(c, "NaN") {
		t.Errorf("it is drawn as\n%s", c)
	}
}

func TestThePinnedRunHasTheSameStart(t *testing.T) {
	t.Parallel()
	l := newTrainee()
	start := l.fact("loss")
	l.Pin(l.Panel())
	if l.Pinned() {
		t.Error("what has not begun is pinned")
	}
	var course []float64
	for range 4 {
		course = append(course, l.fact("loss"))
		l.epochs(1)
	}
	l.Pin(l.Panel())
	if !l.Pinned() || l.fact("epoch") != 0 || l.fact("loss") != start {
		t.Errorf("after the pin epoch %v, loss %v", l.fact("epoch"), l.fact("loss"))
	}
	l.Panel().Set("rate", 0.001)
	for _, want := range course {
		if got := l.fact("pinned.loss"); got != want {
			t.Errorf("epoch %v: the pinned run had %v, not %v", l.fact("epoch"), got, want)
		}
		l.epochs(1)
	}
	if told := l.Caption(lang.EN); !strings.Contains(told, "The pinned run (rate 0.03) had") {
		t.Errorf("it is told %q", told)
	}
	if said := l.Losses(lang.EN).Say(lang.EN); !strings.Contains(said, "pinned: first "+Significant(start)) {
		t.Errorf("said %q", said)
	}
	Reset(l, 1)
	if l.Pinned() {
		t.Error("a reset keeps it")
	}
}

func TestLossesStandAtTheirEpochs(t *testing.T) {
	t.Parallel()
	l := newTrainee()
	l.Spec.Epochs = 350 // a record every third epoch
	l.epochs(8)
	history := l.Run().Trainer.History()
	got := l.lossesOf(trained)
	if l.places() != 117 || len(got) != 3 || got[1] != history[1].Train.Loss || got[2] != l.fact("loss") {
		t.Errorf("%d places, losses %v, records %v", l.places(), got, history)
	}
	p := pinned{loss: []float64{4, 2, 1}, every: 3}
	if p.at(0) != 4 || p.at(3) != 2 || math.Abs(p.at(1)-4+2.0/3) > 1e-12 || p.at(99) != 1 {
		t.Errorf("losses at epochs %v, %v, %v, %v", p.at(0), p.at(1), p.at(3), p.at(99))
	}
	if got := fmt.Sprint(p.resampled(2)); got != "[4 2.666666666666667 1.6666666666666667 1]" {
		t.Errorf("every second epoch %s", got)
	}
}

func TestManyStarts(t *testing.T) {
	t.Parallel()
	l := newTrainee()
	l.epochs(1)
	try := l.Sampler()
	before := l.fact("loss")
	for seed := range uint64(6) {
		Sampled(l, Sample{seed + 1, try(t.Context(), seed+1)})
	}
	if l.fact("loss") != before || l.fact("epoch") != 1 {
		t.Error("the runs have changed the run of now")
	}
	losses := Values(l.Samples(), "loss")
	if len(losses) != 6 || !slices.IsSorted(losses) || l.fact("n") != 6 || l.fact("loss.p50") != (losses[2]+losses[3])/2 {
		t.Errorf("losses %v, median %v", losses, l.fact("loss.p50"))
	}
	if !reflect.DeepEqual(values(try(t.Context(), 3)), values(l.Samples()[2].Facts)) {
		t.Error("the same seed comes to something else")
	}
	ended, end := context.WithCancel(t.Context())
	if end(); try(ended, 1) != nil {
		t.Error("an ended context has a result")
	}
	if Change(l, func() { l.epochs(1) }); len(l.Samples()) != 6 {
		t.Error("a stride forgets the seeds")
	}
	if !Change(l, func() { l.Panel().Set("rate", 0.1) }) || len(l.Samples()) != 0 {
		t.Error("another setting keeps the seeds of the one before")
	}
}

func values(facts []Fact) []float64 {
	var out []float64
	for _, f := range facts {
		out = append(out, f.Value)
	}
	return out
}

func TestPercentiles(t *testing.T) {
	t.Parallel()
	v := []float64{1, 2, 4, 8, 16}
	for share, want := range map[float64]float64{0: 1, 0.25: 2, 0.5: 4, 0.1: 1.4, 1: 16} {
		if got := Percentile(v, share); math.Abs(got-want) > 1e-12 {
			t.Errorf("%v: %v, want %v", share, got, want)
		}
	}
	if !math.IsNaN(Percentile(nil, 0.5)) || Percentile([]float64{3}, 0.9) != 3 {
		t.Error("few values have other percentiles")
	}
}

func TestThePaceIsAControl(t *testing.T) {
	t.Parallel()
	l := newTrainee()
	if err := Apply(l, settings("stride=batch speed=full")); err != nil {
		t.Fatal(err)
	}
	if by, perSecond := Pace(l); by != nn.ByBatch || !math.IsInf(perSecond, 1) {
		t.Errorf("strides %v, %v a second", by, perSecond)
	}
	Reset(l, 1)
	if by, perSecond := Pace(l); by != nn.ByEpoch || perSecond != fast {
		t.Errorf("at first strides %v, %v a second", by, perSecond)
	}
	if got := len(Controls(begun())); got != len(begun().Panel()) {
		t.Error("a lab that does not run has a pace")
	}
}

// draw is the picture of a lab as text.
func draw(l Lab, w, h int) string {
	c := plot.New(w, h)
	Draw(l, c, lang.EN)
	return drawnOn(c)
}

// The axes do not change with what is drawn in them.
func TestTheAxesStayWhileItTrains(t *testing.T) {
	t.Parallel()
	axes := func(l *trainee) string {
		var kept []string
		for line := range strings.SplitSeq(draw(l, 100, 20), "\n") {
			if at := strings.IndexAny(line, "┤└"); at >= 0 {
				kept = append(kept, line[max(0, at-4):at])
			}
		}
		return strings.Join(kept, "|")
	}
	l := newTrainee()
	want := axes(l)
	for range 8 {
		if l.epochs(5); axes(l) != want {
			t.Fatalf("epoch %v: %s, before %s", l.fact("epoch"), axes(l), want)
		}
	}
}
