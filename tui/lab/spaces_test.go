package lab

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
	"hakseup/tui/plot"
)

// Two units of a last hidden layer of two are all that the output is made of: its
// line parts their plane as the network does.
func TestTheOutputHasALineWhereItIsExact(t *testing.T) {
	t.Parallel()
	l := learner(t, "moons", 5, 2)
	epochs(l, 30)
	n := l.Run().Trainer.Network()
	s := HiddenSpace{Layer: 1, B: 1}
	d := spaceDrawing{net: n, layer: 1, units: [2]int{0, 1}}
	line, exact := d.boundary()
	if d.line = line; !exact {
		t.Fatal("there is no line")
	}
	trace := n.NewTrace()
	samples, _ := l.Run().Trainer.Samples()
	right := 0
	for i := range samples.Len() {
		y := n.Forward(trace, samples.X.Row(i))
		h := trace.Layers[1].Z
		if (d.sideOf(h[0], h[1]) > 0) != (y[0] > y[1]) {
			t.Fatalf("sample %d stands on the wrong side", i)
		}
		if (y[0] > y[1]) == (samples.T.Row(i)[0] == 1) {
			right++
		}
	}
	want := Brief(float64(right)) + " lie on their own side"
	if said := s.Block(l, lang.EN).Say(lang.EN); !strings.Contains(said, want) {
		t.Errorf("it says %q, not %q", said, want)
	}
	for _, s := range []HiddenSpace{{Layer: 0, B: 1}, {Layer: 1, A: 1, B: 1}} {
		if said := s.Block(l, lang.EN).Say(lang.EN); !strings.Contains(said, "no line in") || strings.Contains(said, "= 0.") {
			t.Errorf("%+v says %q", s, said)
		}
	}
}

// The grid of the plane stands where the network puts it.
func TestTheGridIsWhereTheUnitsPutIt(t *testing.T) {
	t.Parallel()
	l := learner(t, "circles", 4, 3)
	epochs(l, 10)
	n := l.Run().Trainer.Network()
	p, _ := l.plane()
	grid := spaceDrawing{net: n, plane: p, layer: 0, units: [2]int{2, 3}}.grid()
	trace := n.NewTrace()
	n.Forward(trace, []float64{p.X.Max, p.Y.Min})
	if z, i := trace.Layers[0].Z, perLine-1; math.Abs(grid.x[i]-z[2]) > 1e-12 || math.Abs(grid.y[i]-z[3]) > 1e-12 {
		t.Errorf("the right lower corner is at (%v, %v), not %v", grid.x[i], grid.y[i], z[2:])
	}
}

func TestRoundUp(t *testing.T) {
	t.Parallel()
	for v, want := range map[float64]float64{0: 1, 0.03: 0.05, 1: 1, 1.2: 2, 4.9: 5, 7: 10, 11: 20} {
		if got := roundUp(v); math.Abs(got-want) > 1e-12 {
			t.Errorf("%v: %v, want %v", v, got, want)
		}
	}
}

// At the places that are worked out the map is the loss of a network with these
// two parameters, and the network of the run is left as it is.
func TestTheMapIsTheLoss(t *testing.T) {
	t.Parallel()
	l := learner(t, "moons", 4)
	epochs(l, 8)
	trainer := l.Run().Trainer
	samples, _ := trainer.Samples()
	before := slices.Clone(trainer.Network().Params)
	var f lossField
	f.of(trainer.Network(), samples, 3, 9, plot.Range{Min: -2, Max: 2}, plot.Range{Min: -1, Max: 3})
	other := trainer.Network().Clone()
	for _, i := range []int{0, f.size + 3, f.low, len(f.loss) - 1} {
		other.Params[3], other.Params[9] = f.at(i, f.size)
		if want := nn.NewWorkspace(other, 64).Loss(samples.X, samples.T); math.Abs(f.loss[i]-want) > 1e-12 {
			t.Errorf("place %d: %v, want %v", i, f.loss[i], want)
		}
		if x, y := f.at(i, f.size); math.Abs(f.over(x, y)-f.height(f.loss[i])) > 0.05 {
			t.Errorf("place %d: the surface is %v high, not %v", i, f.over(x, y), f.height(f.loss[i]))
		}
	}
	if !slices.Equal(trainer.Network().Params, before) {
		t.Error("it changes the network")
	}
	kept := &f.loss[0]
	f.loss[0] = -1
	if f.of(trainer.Network(), samples, 3, 9, f.xs, f.ys); *kept != -1 {
		t.Error("the same map is worked out again")
	}
	epochs(l, 1)
	if f.of(trainer.Network(), samples, 3, 9, f.xs, f.ys); f.loss[0] < 0 {
		t.Error("the map stays while the run goes on")
	}
}

// However many parameters and samples there are, a map takes a part of a frame.
func TestTheMapFitsAFrame(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ params, samples, want int }{{9, 4, 33}, {114, 400, 13}, {500, 4000, 9}} {
		if got := sizeFor(c.params, c.samples); got != c.want {
			t.Errorf("%d parameters, %d samples: %d places on a side, want %d", c.params, c.samples, got, c.want)
		}
	}
}

// The lines of level loss are where the surface has that height.
func TestContours(t *testing.T) {
	t.Parallel()
	l := learner(t, "xor", 3)
	epochs(l, 20)
	samples, _ := l.Run().Trainer.Samples()
	var f lossField
	f.of(l.Run().Trainer.Network(), samples, 0, 10, plot.Range{Min: -4, Max: 4}, plot.Range{Min: -4, Max: 4})
	levels := f.levels()
	if len(levels) < 2 || !slices.IsSorted(levels) {
		t.Fatalf("levels %v", levels)
	}
	for _, level := range levels {
		pieces := 0
		f.segments(level, func(x0, y0, _, _ float64) {
			if pieces++; math.Abs(f.over(x0, y0)-f.height(level)) > 1e-9 {
				t.Fatalf("level %v passes (%v, %v), which is %v high", level, x0, y0, f.over(x0, y0))
			}
		})
		if pieces == 0 {
			t.Errorf("level %v is nowhere", level)
		}
	}
}

// The track has the start and every recorded epoch, forgets what one goes back
// over, and a copy keeps what it has.
func TestTheTrackFollowsTheRun(t *testing.T) {
	t.Parallel()
	l := learner(t, "moons", 3)
	epochs(l, 6)
	kept := l.Copy()
	whole := slices.Clone(l.track)
	for range 2 {
		l.Back(nn.ByEpoch)
	}
	l.Back(nn.ByBatch)
	if len(l.track) != 4 || l.track[3].epoch != 3 {
		t.Errorf("back in epoch 3 the track has %d places", len(l.track))
	}
	l.SetParameter(Parameter{}, 2)
	epochs(l, 1)
	if len(kept.track) != len(whole) || !slices.Equal(kept.track[4].params, whole[4].params) || slices.Equal(l.track[4].params, whole[4].params) {
		t.Error("a copy of the track is not what it was")
	}
	m := LossMap{Y: Parameter{From: 1}}
	if said := m.Block(l, lang.EN).Say(lang.EN); !strings.Contains(said, "5 records so far") {
		t.Errorf("it says %q", said)
	}
}

// All three are drawn at every size, in both languages, and say it without signs.
func TestPicturesOfANetworkAtEverySize(t *testing.T) {
	t.Parallel()
	graphics := regexp.MustCompile(`[\x{2500}-\x{25FF}\x{2800}-\x{28FF}]`)
	for _, c := range []struct {
		data       string
		activation nn.Activation
		hidden     []int
	}{
		{"moons", nn.Tanh, []int{8, 2}},
		{"xor", nn.ReLU, []int{2}},
		{"circles", nn.Sigmoid, []int{1}},
		{"moons", nn.Identity, []int{3}},
		{"moons", nn.Tanh, nil},
	} {
		s := run.Default()
		s.Data, s.Hidden, s.Activation, s.Batch, s.Epochs = c.data, c.hidden, c.activation, nn.FullBatch, 40
		l := &Training{Spec: s}
		epochs(l, 12)
		for _, in := range lang.All() {
			u, m := &Units{}, &LossMap{}
			for _, b := range []Block{u.Block(l, "net", in), HiddenSpace{Layer: 9, B: 1}.Block(l, in), m.Block(l, in)} {
				said := b.Say(in)
				if sign := graphics.FindString(said); sign != "" || len(said) < 20 || strings.Contains(said, "NaN") || strings.Contains(said, "%!") {
					t.Errorf("%+v in %s says %q", c, in, said)
				}
				for _, size := range [][2]int{{1, 1}, {12, 4}, {36, 10}, {44, 22}, {54, 31}, {118, 33}} {
					if got := drawnBlock(b, size[0], size[1]); strings.Contains(got, "NaN") || size[0] >= 36 && len(strings.Fields(got)) < 4 {
						t.Errorf("%+v in %s at %v:\n%s", c, in, size, got)
					}
				}
			}
		}
	}
}
