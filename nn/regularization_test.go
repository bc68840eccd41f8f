package nn_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"hakseup/nn"
)

func TestPenalty(t *testing.T) {
	t.Parallel()
	n := network(t, seeded(), 3, nn.Dense{Units: 4, Activation: nn.Tanh}, nn.Dense{Units: 2})
	for _, r := range []nn.Regularization{{}, {L2: 0.3}, {L1: 0.2}, {L2: 0.1, L1: 0.5}} {
		want := 0.0
		for _, l := range n.Layers {
			want += r.L2/2*nn.Dot(l.W.Data, l.W.Data) + r.L1*nn.Norm(l.W.Data, 1)
		}
		near(t, "penalty", []float64{r.Penalty(n)}, []float64{want}, 1e-14)
		grads := make([]float64, len(n.Params))
		r.AddGradient(n.Views(grads), n)
		r.AddGradient(n.Views(grads), n) // adds, and does not replace
		for i := range grads {
			grads[i] /= 2
		}
		near(t, "its gradient", grads, nn.NumericGradient(func([]float64) float64 { return r.Penalty(n) }, n.Params, step), tolerance)
		for i, view := range n.Views(grads) {
			if nn.Norm(view.B, 1) != 0 {
				t.Errorf("layer %d: biases are held back by %v", i, view.B)
			}
		}
	}
	clear(n.Params)
	grads := make([]float64, len(n.Params))
	nn.Regularization{L2: 1, L1: 1}.AddGradient(n.Views(grads), n)
	if nn.Norm(grads, 1) != 0 {
		t.Errorf("weights of 0 are pulled by %v", grads)
	}
}

func TestRestrict(t *testing.T) {
	t.Parallel()
	n := network(t, seeded(), 2, nn.Dense{Units: 2}, nn.Dense{Units: 1})
	copy(n.Params, []float64{3, 4, 0.6, -0.8, 100, 100, -6, 8, 50})
	nn.Regularization{}.Restrict(n)
	if n.Params[0] != 3 {
		t.Fatal("no limit, and yet weights are shortened")
	}
	nn.Regularization{MaxNorm: 2}.Restrict(n)
	near(t, "restricted", n.Params, []float64{1.2, 1.6, 0.6, -0.8, 100, 100, -1.2, 1.6, 50}, 1e-15)
}

func TestDropoutMask(t *testing.T) {
	t.Parallel()
	const entries = 40000
	for _, p := range []float64{0, 0.2, 0.5, 0.9} {
		m := nn.NewMatrix(200, 200)
		nn.DropoutMask(m, p, seeded())
		dropped, sum := 0, 0.0
		for _, v := range m.Data {
			sum += v
			switch v {
			case 0:
				dropped++
			case 1 / (1 - p):
			default:
				t.Fatalf("p = %v: a factor %v", p, v)
			}
		}
		strays := 5 * math.Sqrt(p*(1-p)/entries)
		if share := float64(dropped) / entries; math.Abs(share-p) > strays {
			t.Errorf("p = %v: drops %v", p, share)
		}
		if mean := sum / entries; math.Abs(mean-1) > strays/(1-p) {
			t.Errorf("p = %v: the mean factor is %v, want 1", p, mean)
		}
	}
}

func TestRegularizationCheck(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		r    nn.Regularization
		want string
	}{
		{nn.Regularization{L2: 0.1, L1: 0.1, MaxNorm: 3, Dropout: 0.5}, ""},
		{nn.Regularization{L2: -1}, "L2 is a number from 0 up, not -1"},
		{nn.Regularization{L1: nan}, "L1 is a number from 0 up, not NaN"},
		{nn.Regularization{MaxNorm: inf}, "MaxNorm is a number from 0 up, not +Inf"},
		{nn.Regularization{Dropout: 1}, "from 0 to below 1, not 1"},
		{nn.Regularization{Dropout: -0.1}, "not -0.1"},
		{nn.Regularization{Dropout: nan}, "not NaN"},
	} {
		if err := c.r.Check(); (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", c.r, err, c.want)
		}
	}
}

func TestEarlyStopping(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		patience   int
		on         nn.Measure
		values     []float64
		best, stop int
	}{
		{1, nn.ValidationLoss, []float64{5, 4, 3, 4}, 2, 3},
		{2, nn.ValidationLoss, []float64{5, 4, 3, 4, 2, 3, 3, 1}, 4, 6},
		{3, nn.ValidationLoss, []float64{5, 4, 3, 4, 2, 3, 3, 1}, 7, -1},
		{2, nn.ValidationLoss, []float64{5, 4, 4, 4, 1}, 1, 3}, // a tie is not better
		{2, nn.ValidationLoss, []float64{5, 6, 7, 1}, 0, 2},
		{0, nn.ValidationLoss, []float64{1, 2, 3, 4, 5, 6}, 0, -1},
		{2, nn.ValidationAccuracy, []float64{0.5, 0.9, 0.9, 0.8, 0.95}, 1, 3},
		{1, nn.ValidationAccuracy, []float64{0, 0.1, 0.2}, 2, -1},
	} {
		best, stop := nn.EarlyStopping{Patience: c.patience, On: c.on}.Watch(c.values)
		if best != c.best || stop != c.stop {
			t.Errorf("%+v: best %d, stop %d", c, best, stop)
		}
	}
	panics(t, "at least one epoch", func() { nn.EarlyStopping{}.Watch(nil) })
	for _, m := range []nn.Measure{nn.ValidationLoss, nn.ValidationAccuracy} {
		if got, err := nn.ParseMeasure(m.String()); err != nil || got != m {
			t.Errorf("%v is read as %v, %v", m, got, err)
		}
	}
	if _, err := nn.ParseMeasure("f1"); err == nil {
		t.Error("an unknown measure is accepted")
	}
	if got := nn.Measure(9).String(); got != "measure(9)" {
		t.Errorf("an unknown measure is called %q", got)
	}
}

func TestMoveImage(t *testing.T) {
	t.Parallel()
	a := nn.Augmentation{Width: 3, Height: 3}
	image := []float64{
		1, 2, 3,
		4, 5, 6,
		7, 8, 9,
	}
	for _, c := range []struct {
		dx, dy, angle float64
		want          []float64
	}{
		{0, 0, 0, image},
		{1, 0, 0, []float64{0, 1, 2, 0, 4, 5, 0, 7, 8}},
		{0, -1, 0, []float64{4, 5, 6, 7, 8, 9, 0, 0, 0}},
		{0.5, 0, 0, []float64{0.5, 1.5, 2.5, 2, 4.5, 5.5, 3.5, 7.5, 8.5}},
		{0, 0, math.Pi / 2, []float64{7, 4, 1, 8, 5, 2, 9, 6, 3}}, // clockwise
		{0, 0, math.Pi, []float64{9, 8, 7, 6, 5, 4, 3, 2, 1}},
		{1, 0, math.Pi / 2, []float64{0, 7, 4, 0, 8, 5, 0, 9, 6}}, // turned first, then shifted
	} {
		got := make([]float64, 9)
		a.Move(got, image, c.dx, c.dy, c.angle)
		near(t, "moved", got, c.want, 1e-14)
	}
	tall := nn.Augmentation{Width: 1, Height: 3}
	got := make([]float64, 3)
	tall.Move(got, []float64{1, 2, 3}, 0, 1, 0)
	near(t, "a tall image", got, []float64{0, 1, 2}, 0)
}

func TestAugmentation(t *testing.T) {
	t.Parallel()
	r := seeded()
	image := make([]float64, 14*14)
	for row := 5; row < 9; row++ {
		for col := 5; col < 9; col++ {
			image[row*14+col] = 1
		}
	}
	a := nn.Augmentation{Width: 14, Height: 14, Shift: 2, Rotate: 15}
	original, dst, sum := slices.Clone(image), make([]float64, len(image)), 0.0
	for range 200 {
		a.Apply(dst, image, r)
		for i, v := range dst {
			sum += v
			if v < 0 || v > 1 {
				t.Fatalf("a pixel of %v", v)
			}
			if row, col := i/14, i%14; v > 0 && (row < 1 || row > 12 || col < 1 || col > 12) {
				t.Fatalf("row %d, column %d is lit: too far", row, col)
			}
		}
	}
	if mean := sum / 200; math.Abs(mean-16) > 0.5 {
		t.Errorf("16 lit pixels become %v on average", mean)
	}
	for _, one := range []nn.Augmentation{{Width: 14, Height: 14, Shift: 1}, {Width: 14, Height: 14, Rotate: 10}, {Noise: 0.1}} {
		if one.Apply(dst, image, r); slices.Equal(dst, image) || !one.On() {
			t.Errorf("%+v alters nothing", one)
		}
	}
	if !slices.Equal(image, original) {
		t.Error("the image itself was altered")
	}
	wide := make([]float64, 20000)
	nn.Augmentation{Noise: 0.1}.Apply(wide, make([]float64, len(wide)), r)
	if mean, std, _ := moments(wide); math.Abs(mean) > 0.004 || math.Abs(std-0.1) > 0.003 {
		t.Errorf("noise has mean %v and std %v", mean, std)
	}
	nn.Augmentation{}.Apply(dst, image, r)
	if (nn.Augmentation{}).On() || !slices.Equal(dst, image) {
		t.Error("the zero value alters the image")
	}
	for want, a := range map[string]nn.Augmentation{
		"Shift is a number from 0 up, not -1":         {Shift: -1},
		"Noise is a number from 0 up, not NaN":        {Noise: nan},
		"Rotate is a number from 0 up, not +Inf":      {Rotate: inf},
		"samples of 6 numbers are no images of 2x2":   {Width: 2, Height: 2, Shift: 1},
		"samples of 6 numbers are no images of 0x0":   {Rotate: 1},
		"samples of 6 numbers are no images of -2x-3": {Width: -2, Height: -3, Rotate: 1},
	} {
		if err := a.Check(6); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %q", a, err, want)
		}
	}
	if err := (nn.Augmentation{Width: 3, Height: 2, Shift: 1, Noise: 1}).Check(6); err != nil {
		t.Error(err)
	}
}
