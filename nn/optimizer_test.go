package nn_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"os"
	"slices"
	"strconv"
	"testing"

	"hakseup/nn"
)

// goldenPath is one row of testdata/optimizers.json: where an optimizer of
// PyTorch was on a surface, by step.
type goldenPath struct {
	Function  string `json:"function"`
	Optimizer string `json:"optimizer"`
	Hyper     struct {
		Rate        float64    `json:"lr"`
		Momentum    float64    `json:"momentum"`
		Betas       [2]float64 `json:"betas"`
		Eps         float64    `json:"eps"`
		Alpha       float64    `json:"alpha"`
		Rho         float64    `json:"rho"`
		WeightDecay float64    `json:"weight_decay"`
	} `json:"hyperparameters"`
	Steps map[string][]loose `json:"steps"`
}

// loose is a number or one of Python's words for what JSON has no number for.
type loose float64

func (l *loose) UnmarshalJSON(text []byte) error {
	v, err := strconv.ParseFloat(string(bytes.Trim(text, `"`)), 64)
	*l = loose(v)
	return err
}

func goldenPaths(t *testing.T) []goldenPath {
	t.Helper()
	text, err := os.ReadFile("testdata/optimizers.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"NaN", "-Infinity", "Infinity"} {
		text = bytes.ReplaceAll(text, []byte(" "+word), []byte(` "`+word+`"`))
	}
	var golden struct {
		Rows []goldenPath `json:"rows"`
	}
	if err := json.Unmarshal(text, &golden); err != nil {
		t.Fatal(err)
	}
	if len(golden.Rows) != 18 {
		t.Fatalf("%d golden paths, want 18", len(golden.Rows))
	}
	return golden.Rows
}

// build returns the optimizer with every hyper-parameter of the row.
func (g goldenPath) build(t *testing.T) nn.Optimizer {
	t.Helper()
	h := g.Hyper
	switch g.Optimizer {
	case "sgd":
		return &nn.SGD{Rate: h.Rate}
	case "momentum":
		return &nn.Momentum{Rate: h.Rate, Beta: h.Momentum}
	case "nesterov":
		return &nn.Nesterov{Rate: h.Rate, Beta: h.Momentum}
	case "adagrad":
		return &nn.Adagrad{Rate: h.Rate, Delta: h.Eps}
	case "rmsprop":
		return &nn.RMSProp{Rate: h.Rate, Rho: h.Alpha, Delta: h.Eps}
	case "adadelta":
		return &nn.Adadelta{Rate: h.Rate, Rho: h.Rho, Delta: h.Eps}
	case "adam":
		return &nn.Adam{Rate: h.Rate, Beta1: h.Betas[0], Beta2: h.Betas[1], Delta: h.Eps}
	case "adamw":
		adam := nn.Adam{Rate: h.Rate, Beta1: h.Betas[0], Beta2: h.Betas[1], Delta: h.Eps}
		return &nn.AdamW{Adam: adam, Decay: h.WeightDecay}
	case "radam":
		return &nn.RAdam{Rate: h.Rate, Beta1: h.Betas[0], Beta2: h.Betas[1], Delta: h.Eps}
	}
	t.Fatalf("unknown optimizer %q", g.Optimizer)
	return nil
}

func surface(t *testing.T, name string) nn.Surface {
	t.Helper()
	for _, s := range nn.Surfaces() {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no surface %q", name)
	return nn.Surface{}
}

// descend makes steps on a surface and gives every place to visit, the start
// as step 0.
func descend(s nn.Surface, start []float64, o nn.Optimizer, steps int, visit func(step int, w []float64)) {
	w, g := slices.Clone(start), make([]float64, 2)
	visit(0, w)
	for step := 1; step <= steps; step++ {
		g[0], g[1] = s.Gradient(w[0], w[1])
		o.Step(w, g)
		visit(step, w)
	}
}

// agrees compares relatively; NaN and ±Inf are to be the same.
func agrees(got, want, tolerance float64) bool {
	if math.IsNaN(want) || math.IsInf(want, 0) {
		return got == want || math.IsNaN(got) && math.IsNaN(want)
	}
	return math.Abs(got-want) <= tolerance*math.Abs(want)
}

func TestGoldenOptimizers(t *testing.T) {
	t.Parallel()
	for _, g := range goldenPaths(t) {
		t.Run(g.Function+"/"+g.Optimizer, func(t *testing.T) {
			t.Parallel()
			start := []float64{float64(g.Steps["0"][0]), float64(g.Steps["0"][1])}
			seen := 0
			descend(surface(t, g.Function), start, g.build(t), 100, func(step int, w []float64) {
				want, ok := g.Steps[strconv.Itoa(step)]
				if !ok {
					return
				}
				seen++
				for i, v := range want {
					if !agrees(w[i], float64(v), golden) {
						t.Errorf("step %d: got %v, want %v", step, w, want)
					}
				}
			})
			if seen != len(g.Steps) {
				t.Errorf("compared %d places of %d", seen, len(g.Steps))
			}
		})
	}
}

// Two steps of each, by hand, with simple numbers: w = 1, g = 2 and then 1.
func TestOptimizersByHand(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		optimizer nn.Optimizer
		want      [2]float64
	}{
		{&nn.SGD{Rate: 0.1}, [2]float64{0.8, 0.7}},
		{&nn.Momentum{Rate: 0.1, Beta: 0.9}, [2]float64{0.8, 0.8 - 0.18 - 0.1}},
		{&nn.HandoutMomentum{Rate: 0.1, Alpha: 0.05}, [2]float64{1 - 0.2 - 0.1, 0.7 - 0.1 - 0.15}},
		{&nn.HandoutMomentum{Rate: 0.1, Alpha: 0.05, Printed: true}, [2]float64{1 - 0.2, 0.8 - 0.1 - 0.1}},
		{&nn.Nesterov{Rate: 0.1, Beta: 0.9}, [2]float64{1 - 0.18 - 0.2, 0.62 + 0.9*-0.28 - 0.1}},
		{&nn.Adagrad{Rate: 0.1}, [2]float64{0.9, 0.9 - 0.1/math.Sqrt(5)}},
		{&nn.RMSProp{Rate: 0.1, Rho: 0.75}, [2]float64{0.8, 0.8 - 0.1}},
		{&nn.Adadelta{Rate: 1, Rho: 0, Delta: 3}, [2]float64{1 - 2*math.Sqrt(3./7), 1 - 2*math.Sqrt(3./7) - math.Sqrt((12./7+3)/4)}},
		{&nn.Adam{Rate: 0.1, Beta1: 0.5, Beta2: 0.5}, [2]float64{0.9, 0.9 - 0.1*(1/0.75)/math.Sqrt(1.5/0.75)}},
		{&nn.AdamW{Adam: nn.Adam{Rate: 0.1, Beta1: 0.5, Beta2: 0.5}, Decay: 0.5}, [2]float64{0.85, 0.85*0.95 - 0.1*(1/0.75)/math.Sqrt(1.5/0.75)}},
		{&nn.RAdam{Rate: 0.1, Beta1: 0.5, Beta2: 0.999}, [2]float64{0.8, 0.8 - 0.1/0.75}},
	} {
		w := []float64{1}
		for i, g := range []float64{2, 1} {
			c.optimizer.Step(w, []float64{g})
			if !agrees(w[0], c.want[i], 1e-15*4) {
				t.Errorf("%T: after step %d: %v, want %v", c.optimizer, i+1, w[0], c.want[i])
			}
		}
	}
}

// every returns each optimizer with its usual hyper-parameters.
func every() map[string]nn.Optimizer {
	all := map[string]nn.Optimizer{}
	for _, k := range nn.OptimizerKinds() {
		all[k.Name] = k.New(k.Rate)
	}
	return all
}

func TestOptimizerMemory(t *testing.T) {
	t.Parallel()
	ground := surface(t, "valley")
	path := func(o nn.Optimizer, from []float64, steps int) []float64 {
		var last []float64
		descend(ground, from, o, steps, func(_ int, w []float64) { last = slices.Clone(w) })
		return last
	}
	start := []float64{-7, 2}
	for name, o := range every() {
		whole := path(o.Clone(), start, 20)
		half := path(o, start, 10)
		copied, filled := o.Clone(), every()[name]
		*filled.LearningRate() = 17
		path(filled, start, 3) // has memory of its own that must not show
		filled.CopyFrom(o)
		for what, c := range map[string]nn.Optimizer{"the optimizer": o, "its clone": copied, "what was made equal": filled} {
			if got := path(c, half, 10); !slices.Equal(got, whole) {
				t.Errorf("%s: %s leads to %v, want %v", name, what, got, whole)
			}
		}
		o.Reset()
		filled.CopyFrom(every()[name]) // fresh, with room
		for what, c := range map[string]nn.Optimizer{"reset": o, "made equal to a fresh one": filled} {
			if got := path(c, start, 20); !slices.Equal(got, whole) {
				t.Errorf("%s: %s, it leads to %v, want %v", name, what, got, whole)
			}
		}
		rate := *o.LearningRate()
		if *o.LearningRate() = 2 * rate; *o.Clone().LearningRate() != 2*rate {
			t.Errorf("%s: LearningRate does not point to what Step uses", name)
		}
		panics(t, "of its own type only", func() { o.CopyFrom(nil) })
		panics(t, "lengths do not match", func() { o.Step([]float64{1, 2}, []float64{1}) })
		if name != "sgd" {
			panics(t, "another number of parameters", func() { o.Step([]float64{1}, []float64{1}) })
		}
	}
}

func TestOptimizersAllocateNothing(t *testing.T) {
	for name, o := range every() {
		w, g, c := []float64{1, 2, 3}, []float64{1, -1, 0}, o.Clone()
		o.Step(w, g)
		c.CopyFrom(o)
		if got := testing.AllocsPerRun(10, func() { o.Step(w, g); c.CopyFrom(o) }); got != 0 {
			t.Errorf("%s: %v allocations", name, got)
		}
	}
}

// A gradient of 0 from the start moves nothing and divides by nothing.
func TestGradientOfZero(t *testing.T) {
	t.Parallel()
	for name, o := range every() {
		want := 1.0
		if w, ok := o.(*nn.AdamW); ok {
			want = 1 - w.Rate*w.Decay
		}
		w := []float64{1}
		if o.Step(w, []float64{0}); w[0] != want {
			t.Errorf("%s moves to %v", name, w)
		}
	}
}

// The claims of HandoutMomentum's comment, on E = λw²/2.
func TestHandoutMomentumNeverForgets(t *testing.T) {
	t.Parallel()
	const lambda, rate = 1.0, 0.1
	after := func(o nn.Optimizer, steps int) float64 {
		w, furthest := []float64{1}, 0.0
		for i := range steps {
			o.Step(w, []float64{lambda * w[0]})
			if i >= steps-30 { // a whole swing
				furthest = max(furthest, math.Abs(w[0]))
			}
		}
		return furthest
	}
	sgd, handout := after(nn.NewSGD(rate), 200), after(nn.NewHandoutMomentum(rate), 200)
	if ratio := math.Log(handout) / math.Log(sgd); math.Abs(ratio-0.5) > 0.1 {
		t.Errorf("the handout's swings shrink %v times as fast as SGD's distance, want half", ratio)
	}
	if swing := after(&nn.HandoutMomentum{Rate: 0, Alpha: rate}, 2000); !(swing > 0.9) {
		t.Errorf("without -εg the swing shrinks to %v", swing)
	}
	o, sum, r := nn.NewHandoutMomentum(rate), 0.0, seeded()
	for range 100 {
		g := r.NormFloat64()
		sum += g
		o.Step([]float64{0}, []float64{g})
	}
	near(t, "v", o.V, []float64{-o.Alpha * sum}, 1e-13)
}

func TestRectification(t *testing.T) {
	t.Parallel()
	o := nn.NewRAdam(0.001)
	for step := 1; step <= 5; step++ {
		if _, ok := o.Rectification(step); ok {
			t.Errorf("step %d divides by √v̂ already", step)
		}
	}
	before := 0.0
	for step := 6; step < 10000; step++ {
		r, ok := o.Rectification(step)
		if !ok || r <= before || r > 1 {
			t.Fatalf("step %d: r = %v after %v", step, r, before)
		}
		before = r
	}
	if before < 0.99 {
		t.Errorf("r ends at %v", before)
	}
}

func TestSurfaces(t *testing.T) {
	t.Parallel()
	r := seeded()
	var all []nn.Surface
	for _, s := range nn.Surfaces() {
		all = append(all, s, s.Turned(10).Scaled(3))
	}
	for _, s := range all {
		at := func(w []float64) float64 { return s.At(w[0], w[1]) }
		inside := func(p [2]float64) bool {
			return s.X[0] < p[0] && p[0] < s.X[1] && s.Y[0] < p[1] && p[1] < s.Y[1]
		}
		for range 100 {
			w := []float64{s.X[0] + r.Float64()*(s.X[1]-s.X[0]), s.Y[0] + r.Float64()*(s.Y[1]-s.Y[0])}
			dx, dy := s.Gradient(w[0], w[1])
			near(t, s.Name, []float64{dx, dy}, nn.NumericGradient(at, w, step), 1e-7)
			for _, m := range s.Minima {
				if at(w) < s.At(m[0], m[1]) {
					t.Errorf("%s is lower at %v than at its minimum %v", s.Name, w, m)
				}
			}
		}
		for _, m := range s.Minima {
			dx, dy := s.Gradient(m[0], m[1])
			near(t, s.Name+" at its minimum", []float64{dx, dy}, []float64{0, 0}, 1e-12)
			near(t, s.Name+" at its minima", []float64{s.At(m[0], m[1])}, []float64{s.At(s.Minima[0][0], s.Minima[0][1])}, 1e-12)
			if !inside(m) {
				t.Errorf("%s: the minimum %v is out of the window", s.Name, m)
			}
		}
		if !inside(s.Start) || s.Formula == "" {
			t.Errorf("%s: start %v, formula %q", s.Name, s.Start, s.Formula)
		}
	}
}

// wholePower against the exact rational power of the same float64.
func TestWholePower(t *testing.T) {
	t.Parallel()
	for _, b := range []float64{0, 0.5, 0.9, 0.99, 0.999, 0.9999, 1} {
		exact := new(big.Float).SetPrec(4000).SetInt64(1)
		for n := range 300 {
			want, _ := exact.Float64()
			same(t, fmt.Sprintf("%v to the %d", b, n), nn.WholePower(b, n), want)
			exact.Mul(exact, big.NewFloat(b))
		}
	}
	if got := nn.WholePower(0.999, 1<<40); got != 0 {
		t.Errorf("a large power is %v", got)
	}
}
