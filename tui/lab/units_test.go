package lab

import (
	"math"
	"slices"
	"strings"
	"testing"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
	"hakseup/tui/plot"
)

// learner returns a run of a network with hidden layers.
func learner(tb testing.TB, data string, hidden ...int) *Training {
	tb.Helper()
	s := run.Default()
	s.Data, s.Epochs, s.Hidden = data, 60, hidden
	if data == "xor" {
		s.Batch = nn.FullBatch
	}
	t := &Training{Spec: s}
	if t.Run(); t.refused != nil {
		tb.Fatal(t.refused)
	}
	return t
}

func epochs(t *Training, n int) {
	for range n {
		t.Advance(nn.ByEpoch, always)
	}
}

// drawnBlock is a block as text.
func drawnBlock(b Block, w, h int) string {
	c := plot.New(w, h)
	b.Draw(c)
	return drawnOn(c)
}

func TestParametersAreWhereTheNetworkHasThem(t *testing.T) {
	t.Parallel()
	n := learner(t, "moons", 3, 4).Run().Trainer.Network()
	for layer, l := range n.Layers {
		for to := range l.Out() {
			for from := AsBias; from < l.In(); from++ {
				at := &l.B[to]
				if from != AsBias {
					at = &l.W.Row(to)[from]
				}
				if p := (Parameter{layer, to, from}); &n.Params[p.index(n)] != at {
					t.Errorf("%s is not number %d", p.name(n, nil), p.index(n))
				}
			}
		}
	}
	for p, want := range map[Parameter]string{
		{0, 2, 1}: "w(x₂→h¹₃)", {1, 3, AsBias}: "b(h²₄)", {2, 1, 0}: "w(h²₁→y₂)",
	} {
		if got := p.name(n, []string{"x₁", "x₂"}); got != want {
			t.Errorf("%v is named %s, not %s", p, got, want)
		}
	}
	if got := (Parameter{9, 9, 9}).within(n); got != (Parameter{2, 1, 3}) {
		t.Errorf("the nearest is %v", got)
	}
}

// The arrow keys come to every parameter of a layer, and leave it at its ends.
func TestTheChoiceGoesThroughAllParameters(t *testing.T) {
	t.Parallel()
	l := learner(t, "moons", 3, 2)
	u := &Units{Pick: Parameter{1, 0, AsBias}}
	seen := []Parameter{u.Pick}
	for u.Nudge(l, 0, -1, false) {
		seen = append(seen, u.Pick)
	}
	if len(seen) != 8 || u.Pick != (Parameter{1, 1, 2}) {
		t.Errorf("it goes through %v", seen)
	}
	if u.Nudge(l, 0, 1, true); u.Pick != (Parameter{1, 0, 2}) {
		t.Errorf("a big step leads to %v", u.Pick)
	}
	if u.Nudge(l, 1, 0, false); u.Pick != (Parameter{2, 0, 1}) || u.Nudge(l, 1, 0, false) {
		t.Errorf("the layer after has %v", u.Pick)
	}
}

// A weight that was changed by hand is what it was before when one goes back.
func TestBackTakesAChangeByHandBack(t *testing.T) {
	t.Parallel()
	l := learner(t, "moons", 3)
	epochs(l, 5)
	p := Parameter{1, 1, 2}
	before, want := l.Parameter(p), slices.Clone(l.Run().Trainer.Network().Params)
	l.ByHand(p).Set(4.5)
	if l.Parameter(p) != 4.5 || len(l.track) != 6 || l.track[5].params[p.index(l.Run().Trainer.Network())] != 4.5 {
		t.Errorf("it is %v, and the track has %d places", l.Parameter(p), len(l.track))
	}
	epochs(l, 2)
	for range 3 {
		l.Back(nn.ByEpoch)
	}
	epochs(l, 1)
	if got := l.Run().Trainer.Network().Params; !slices.Equal(got, want) || l.Parameter(p) != before {
		t.Errorf("back before it and on again it is %v, not %v", l.Parameter(p), before)
	}
}

// The mouse picks a weight on its line, and a bias on its unit; up is more.
func TestTheMousePicksAndChanges(t *testing.T) {
	t.Parallel()
	l := learner(t, "moons", 4)
	u := &Units{}
	drawnBlock(u.Block(l, "net", lang.EN), 60, 20)
	at := func(p Parameter, part float64) (x, y float64) {
		x0, y0, x1, y1 := u.lay.ends(p)
		return x0 + part*(x1-x0), 75 - (y0 + part*(y1-y0))
	}
	want := Parameter{0, 2, 1}
	x, y := at(want, 0.9)
	u.Point(l, x, y, Press)
	before := l.Parameter(want)
	if u.Pick != want {
		t.Fatalf("it picks %v", u.Pick)
	}
	u.Point(l, x, y+1, Drag)
	if l.Parameter(want) != before {
		t.Error("a trembling hand changes it")
	}
	u.Point(l, x, y+8, Drag)
	if got := l.Parameter(want); math.Abs(got-before-0.2) > 1e-12 {
		t.Errorf("two rows up it is %v, before %v", got, before)
	}
	if u.Point(l, float64(2*u.lay.cols[1]+3), y, Press); u.Pick.From != AsBias {
		t.Errorf("on a unit it picks %v", u.Pick)
	}
}

// Every unit that there is room for is in the picture, and what is not is counted.
func TestUnitsFitEverySize(t *testing.T) {
	t.Parallel()
	for _, hidden := range [][]int{{2}, {8, 8}, {8, 8, 8, 8, 8, 8}, {3, 20}, nil} {
		l := learner(t, "moons", hidden...)
		for _, size := range [][2]int{{36, 8}, {44, 22}, {54, 31}, {78, 20}, {118, 33}, {20, 5}, {1, 1}} {
			u := &Units{}
			got := drawnBlock(u.Block(l, "net", lang.KO), size[0], size[1])
			for layer, units := range u.lay.sizes {
				shown := u.lay.shown(layer)
				last := u.lay.row(layer, shown-1) + u.lay.h
				if size[1] >= 8 && (last > size[1]-1 || u.lay.row(layer, 0) < u.lay.head) {
					t.Errorf("%v at %v: layer %d ends in row %d", hidden, size, layer, last)
				}
				if size[0] >= 36 && shown < units && !strings.Contains(got, "+"+Brief(float64(units-shown))) {
					t.Errorf("%v at %v: %d of %d units in\n%s", hidden, size, shown, units, got)
				}
				if layer > 0 && u.lay.cols[layer] < u.lay.cols[layer-1]+u.lay.w {
					t.Errorf("%v at %v: layers stand on each other: %v", hidden, size, u.lay.cols)
				}
			}
			if size[0] >= 36 && !strings.Contains(got, " = ") {
				t.Errorf("%v at %v: nothing is picked in\n%s", hidden, size, got)
			}
		}
	}
}

// Inputs that are made of the two coordinates have their names and their regions.
func TestUnitsOfSevenInputs(t *testing.T) {
	t.Parallel()
	s := run.Default()
	s.Data, s.Hidden = "circles", []int{8, 8}
	for _, f := range run.AllFeatures() {
		s.Features = append(s.Features, f.Name)
	}
	l := &Training{Spec: s}
	u := &Units{Pick: Parameter{From: 4}}
	for _, size := range [][2]int{{36, 8}, {44, 22}, {54, 31}, {78, 20}} {
		got := drawnBlock(u.Block(l, "net", lang.EN), size[0], size[1])
		if wide := size[0] >= 54; wide && !strings.Contains(got, "sin x₂") || !strings.Contains(got, "w(x₁x₂→h¹₁) = ") {
			t.Errorf("at %v:\n%s", size, got)
		}
	}
	got, shades := u.fields.unit(0, 2)
	if most := slices.Max(got); math.Abs(shades.at(most)-1) > 1e-12 || slices.Min(got) < 0 {
		t.Errorf("the square of x is %v", got)
	}
	// The hidden space takes the samples as the network is fed with them.
	if said := (HiddenSpace{B: 1}).Block(l, lang.EN).Say(lang.EN); !strings.Contains(said, "Hidden space") {
		t.Errorf("it says %q", said)
	}
}

// A thumbnail shows what the network says of the middle of each of its places.
func TestThumbnailsAreTheUnits(t *testing.T) {
	t.Parallel()
	l := learner(t, "moons", 4)
	epochs(l, 20)
	n := l.Run().Trainer.Network()
	p, _ := l.plane()
	var f fields
	f.of(n, p, 6, 6)
	trace := n.NewTrace()
	x := []float64{p.X.Min + 2.5/6*(p.X.Max-p.X.Min), p.Y.Max - 1.5/6*(p.Y.Max-p.Y.Min)} // column 2, row 1
	y := n.Forward(trace, x)
	for unit, want := range trace.Layers[0].Z {
		if got, _ := f.unit(1, unit); math.Abs(got[6+2]-want) > 1e-12 {
			t.Errorf("unit %d: %v, not %v", unit, got[8], want)
		}
	}
	got, s := f.unit(2, 1)
	if math.Abs(got[8]-y[1]) > 1e-12 || math.Abs(s.at(got[8])-(y[0]-y[1])) > 1e-12 {
		t.Errorf("the output is %v, not %v", got[8], y[1])
	}
}

func TestFieldsAllocateNothing(t *testing.T) {
	l := learner(t, "moons", 8, 8)
	n := l.Run().Trainer.Network()
	p, _ := l.plane()
	var f fields
	f.of(n, p, 6, 6)
	if got := testing.AllocsPerRun(20, func() {
		f.of(n, p, 6, 6)
		for unit := range 8 {
			f.unit(1, unit)
		}
	}); got != 0 {
		t.Errorf("%v allocations", got)
	}
}

func BenchmarkUnitFields(b *testing.B) {
	l := learner(b, "moons", 8, 8)
	n := l.Run().Trainer.Network()
	p, _ := l.plane()
	var f fields
	for b.Loop() {
		f.of(n, p, 6, 6)
	}
	b.ReportAllocs()
}

func BenchmarkPictures(b *testing.B) {
	l := learner(b, "moons", 8, 8)
	epochs(l, 30)
	u, m := &Units{}, &LossMap{Y: Parameter{0, 0, 1}}
	for name, draw := range map[string]func() Block{
		"units": func() Block { return u.Block(l, "net", lang.KO) },
		"space": func() Block { return HiddenSpace{B: 1}.Block(l, lang.KO) },
		"map":   func() Block { return m.Block(l, lang.KO) },
		"map anew": func() Block {
			l.Run().Trainer.Network().Params[40] += 1e-9
			return m.Block(l, lang.KO)
		},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				draw().Draw(plot.New(54, 31))
			}
		})
	}
}
