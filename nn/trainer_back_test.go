package nn_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"hakseup/nn"
)

// everything is all that a trainer shows at a place, to compare bit for bit.
type everything struct {
	Position   [3]int
	Steps      int
	Params     []float64
	Config     nn.Config
	Train      nn.Samples
	Validation nn.Samples
	History    []nn.Record
	Running    []float64
	Now        nn.Record
	Best       []float64
	BestEpoch  int
	Stopped    bool
	X, T       [][]float64
	Rows       []int
	Masks      []nn.Matrix
}

func look(tr *nn.Trainer) everything {
	var e everything
	e.Position[0], e.Position[1], e.Position[2] = tr.Position()
	e.Steps = tr.Steps()
	// Copies, which later steps do not change.
	e.Params, e.Config = slices.Clone(tr.Network().Params), tr.Config()
	e.Config.Optimizer = e.Config.Optimizer.Clone()
	e.Train, e.Validation = tr.Samples()
	e.History, e.Running = append(e.History, tr.History()...), append(e.Running, tr.Running()...)
	e.Now, e.Stopped = tr.Now(), tr.Stopped()
	best, epoch := tr.Best()
	e.Best, e.BestEpoch = best.Params, epoch
	for i := range tr.BatchLen() {
		x, truth := tr.Sample(i)
		e.X, e.T, e.Rows = append(e.X, slices.Clone(x)), append(e.T, slices.Clone(truth)), append(e.Rows, tr.Row(i))
	}
	for i := range len(tr.Network().Layers) - 1 {
		m := tr.Mask(i)
		m.Data = append([]float64(nil), m.Data...)
		e.Masks = append(e.Masks, m)
	}
	return e
}

// difference shows the first field in which two places differ.
func difference(a, b everything) string {
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	for i := range x.NumField() {
		if !reflect.DeepEqual(x.Field(i).Interface(), y.Field(i).Interface()) {
			return fmt.Sprintf("%s is %+v, then %+v", x.Type().Field(i).Name, x.Field(i), y.Field(i))
		}
	}
	return ""
}

// walk goes to and fro at random, and wants every place to look the same
// whenever it comes there.
func walk(t *testing.T, name string, tr *nn.Trainer, moves int) {
	t.Helper()
	r := rand.New(rand.NewPCG(7, uint64(len(name))))
	seen := map[[3]int]everything{}
	for move := range moves {
		now := look(tr)
		if before, ok := seen[now.Position]; ok && !reflect.DeepEqual(before, now) {
			t.Fatalf("%s: after %d moves, %v differs: %s", name, move, now.Position, difference(before, now))
		}
		seen[now.Position] = now
		by := nn.Stride(r.IntN(3))
		// Long ways forth, then long ways back.
		if move/40%2 == 0 == (r.IntN(4) > 0) {
			mustStep(t, tr, by)
		} else {
			tr.Back(by)
		}
	}
	for tr.Back(nn.ByBatch) {
		if now := look(tr); len(seen[now.Position].Params) > 0 && !reflect.DeepEqual(seen[now.Position], now) {
			t.Fatalf("%s: on the way back, %v differs: %s", name, now.Position, difference(seen[now.Position], now))
		}
	}
	if got := look(tr); got.Position != [3]int{} {
		t.Errorf("%s: it does not end at the start, but at %v", name, got.Position)
	}
}

// Every optimizer, with everything that has a memory or is drawn at random.
func TestBackIsExact(t *testing.T) {
	t.Parallel()
	for _, kind := range nn.OptimizerKinds() {
		t.Run(kind.Name, func(t *testing.T) {
			t.Parallel()
			tr := trainer(t, classifier(t), twoClasses(23), twoClasses(9), nn.Config{
				Seed: 11, Batch: 4, Optimizer: kind.New(5 * kind.Rate), Schedule: nn.Warmup{Epochs: 2, Then: nn.ExponentialDecay{By: 0.9}},
				Regularization: nn.Regularization{L2: 0.01, L1: 0.01, MaxNorm: 2, Dropout: 0.4},
				EarlyStopping:  nn.EarlyStopping{Patience: 2}, Augmentation: nn.Augmentation{Noise: 0.2},
			})
			walk(t, kind.Name, tr, 300)
		})
	}
}

func TestBackWithoutMinibatches(t *testing.T) {
	t.Parallel()
	for _, batch := range []int{1, nn.FullBatch} {
		tr := trainer(t, classifier(t), twoClasses(5), nn.Samples{}, nn.Config{
			Batch: batch, Optimizer: nn.NewAdam(0.1), Regularization: nn.Regularization{Dropout: 0.1},
		})
		walk(t, fmt.Sprint("batch ", batch), tr, 300)
	}
}

// A long way back, one batch at a time, far beyond the recent checkpoints; and
// the memory for it.
func TestLongWayBack(t *testing.T) {
	t.Parallel()
	tr := trainer(t, classifier(t), twoClasses(40), nn.Samples{}, nn.Config{Seed: 5, Batch: 4, Optimizer: nn.NewAdam(0.01)})
	const steps = 3000
	weights, most := make([]float64, steps+1), 0
	for i := range steps {
		weights[i] = tr.Network().Params[3]
		mustStep(t, tr, nn.ByBatch)
		most = max(most, nn.Checkpoints(tr))
	}
	weights[steps] = tr.Network().Params[3]
	for i := steps - 1; i >= 0; i-- {
		if !tr.Back(nn.ByBatch) || tr.Network().Params[3] != weights[i] || tr.Steps() != i {
			t.Fatalf("back at step %d: %v, want %v", i, tr.Network().Params[3], weights[i])
		}
		most = max(most, nn.Checkpoints(tr))
	}
	if most > 30 {
		t.Errorf("%d checkpoints for %d steps", most, steps)
	}
}

// A clone stands where the original stood, and neither notices the other.
func TestCloneOfTrainer(t *testing.T) {
	t.Parallel()
	tr := trainer(t, classifier(t), twoClasses(23), twoClasses(9), nn.Config{
		Seed: 2, Batch: 4, Optimizer: nn.NewAdam(0.1), Regularization: nn.Regularization{Dropout: 0.4},
		EarlyStopping: nn.EarlyStopping{Patience: 3},
	})
	var way []everything
	for range 70 {
		way = append(way, look(tr))
		mustStep(t, tr, nn.ByBatch)
	}
	mustStep(t, tr, nn.BySample)
	here := look(tr)
	c := tr.Clone()
	if !reflect.DeepEqual(look(c), here) {
		t.Fatal("the clone stands elsewhere")
	}
	for range 100 {
		mustStep(t, tr, nn.ByBatch)
	}
	if !reflect.DeepEqual(look(c), here) {
		t.Error("the clone moves with the original")
	}
	for tr.Back(nn.ByEpoch) {
	}
	if err := tr.Adjust(func(s *nn.Settings) { *s.Optimizer.LearningRate() = 0.3 }); err != nil {
		t.Fatal(err)
	}
	for range 100 {
		mustStep(t, tr, nn.ByBatch) // fills the memory of its old checkpoints
	}
	c.Back(nn.BySample)
	for i, then := range slices.Backward(way) {
		c.Back(nn.ByBatch)
		if !reflect.DeepEqual(look(c), then) {
			t.Fatalf("the clone goes back to another step %d", i)
		}
	}
}

func TestAdjust(t *testing.T) {
	t.Parallel()
	data := twoClasses(20)
	tr := trainer(t, classifier(t), data, nn.Samples{}, nn.Config{Batch: 4, Optimizer: nn.NewMomentum(0.1)})
	for range 33 {
		mustStep(t, tr, nn.ByBatch)
	}
	mustStep(t, tr, nn.BySample)
	before := look(tr)
	if err := tr.Adjust(func(s *nn.Settings) {
		*s.Optimizer.LearningRate() = -1
		s.Regularization.L2 = 5
	}); err == nil {
		t.Error("a negative rate is accepted")
	}
	if err := tr.Adjust(func(s *nn.Settings) { s.Regularization.Dropout = 1 }); err == nil {
		t.Error("a dropout of 1 is accepted")
	}
	if !reflect.DeepEqual(look(tr), before) {
		t.Error("settings that were refused have changed something")
	}
	if err := tr.Adjust(func(s *nn.Settings) {
		*s.Optimizer.LearningRate() = 0.5
		s.Regularization.Dropout = 0.5
	}); err != nil {
		t.Fatal(err)
	}
	if tr.Mask(0).Rows != 4 || *tr.Config().Optimizer.LearningRate() != 0.5 {
		t.Error("the new settings do not hold at once")
	}
	adjusted := look(tr)
	mustStep(t, tr, nn.ByEpoch)
	mustStep(t, tr, nn.ByEpoch)
	later := look(tr)
	for tr.Steps() > 33 {
		tr.Back(nn.ByBatch)
	}
	mustStep(t, tr, nn.BySample)
	if !reflect.DeepEqual(look(tr), adjusted) {
		t.Error("back at the adjustment, things differ")
	}
	mustStep(t, tr, nn.ByEpoch)
	mustStep(t, tr, nn.ByEpoch)
	if !reflect.DeepEqual(look(tr), later) {
		t.Error("after the adjustment once more, things differ")
	}
	for tr.Steps() > 32 {
		tr.Back(nn.ByBatch)
	}
	mustStep(t, tr, nn.ByBatch)
	mustStep(t, tr, nn.BySample)
	if !reflect.DeepEqual(look(tr), before) {
		t.Error("going back over the adjustment has not taken it back")
	}
	walk(t, "adjusted", tr, 200)
}

// A learner who never stops moving a slider does not fill the memory.
func TestManyAdjustments(t *testing.T) {
	t.Parallel()
	tr := trainer(t, classifier(t), twoClasses(20), nn.Samples{}, nn.Config{Batch: 4, Optimizer: nn.NewSGD(0.1)})
	for i := range 1000 {
		if err := tr.Adjust(func(s *nn.Settings) { *s.Optimizer.LearningRate() = 0.1 + float64(i%7)/100 }); err != nil {
			t.Fatal(err)
		}
		mustStep(t, tr, nn.ByBatch)
	}
	if n := nn.Checkpoints(tr); n > 160 {
		t.Errorf("%d checkpoints", n)
	}
	first := tr.Earliest()
	if first < 850 || first > 950 {
		t.Errorf("the way back ends at step %d", first)
	}
	for tr.Back(nn.ByEpoch) {
	}
	if tr.Steps() != first || *tr.Config().Optimizer.LearningRate() != 0.1+float64(first%7)/100 {
		t.Errorf("the earliest place is step %d with rate %v", tr.Steps(), *tr.Config().Optimizer.LearningRate())
	}
}

// Divergence is cured by a smaller rate.
func TestAdjustAfterDivergence(t *testing.T) {
	t.Parallel()
	n := network(t, seeded(), 1, nn.Dense{Units: 1})
	line := nn.Samples{X: nn.NewMatrix(2, 1, 1, 2), T: nn.NewMatrix(2, 1, 2, 4)}
	tr := trainer(t, n, line, nn.Samples{}, nn.Config{Batch: nn.FullBatch, Optimizer: nn.NewSGD(1e10)})
	for tr.Step(nn.ByBatch) == nil {
	}
	if tr.Diverged() == nil {
		t.Fatal("it does not diverge")
	}
	tr.Back(nn.ByEpoch)
	for tr.Back(nn.ByEpoch) {
	}
	if err := tr.Adjust(func(s *nn.Settings) { *s.Optimizer.LearningRate() = 0.1 }); err != nil {
		t.Fatal(err)
	}
	for range 1000 {
		mustStep(t, tr, nn.ByEpoch)
	}
	near(t, "the line", n.Params, []float64{2, 0}, 1e-3)
}
