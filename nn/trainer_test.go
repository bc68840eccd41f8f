package nn_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"hakseup/nn"
)

// twoClasses returns overlapping clouds around (-1,-1) and (1,1).
func twoClasses(samples int) nn.Samples {
	r := seeded()
	s := nn.Samples{X: nn.NewMatrix(samples, 2, draw(r, 2*samples, 1)...), T: nn.NewMatrix(samples, 2)}
	for i := range samples {
		class := i % 2
		s.X.Row(i)[0] += float64(2*class - 1)
		s.X.Row(i)[1] += float64(2*class - 1)
		s.T.Set(i, class, 1)
	}
	return s
}

func classifier(t *testing.T) *nn.MLP {
	t.Helper()
	n := network(t, seeded(), 2, nn.Dense{Units: 5, Activation: nn.Tanh}, nn.Dense{Units: 4, Activation: nn.Sigmoid}, nn.Dense{Units: 2})
	n.Softmax, n.Loss = true, nn.CrossEntropyLoss
	return n
}

func trainer(t *testing.T, n *nn.MLP, train, validation nn.Samples, c nn.Config) *nn.Trainer {
	t.Helper()
	tr, err := nn.NewTrainer(n, train, validation, c)
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

func mustStep(t *testing.T, tr *nn.Trainer, by nn.Stride) {
	t.Helper()
	if err := tr.Step(by); err != nil {
		t.Fatal(err)
	}
}

// Batch, mini-batch with a remainder, and single sample, against the same thing
// written with traces.
func TestTrainerAgainstTraces(t *testing.T) {
	t.Parallel()
	data := twoClasses(7)
	for _, batch := range []int{1, 3, 7, nn.FullBatch} {
		n := classifier(t)
		plain := n.Clone()
		l := nn.Regularization{L2: 0.01, L1: 0.001, MaxNorm: 2}
		tr := trainer(t, n, data, nn.Samples{}, nn.Config{
			Batch: batch, InOrder: true, Optimizer: nn.NewMomentum(0.1), Regularization: l, Schedule: nn.ExponentialDecay{By: 0.5},
		})
		opt, trace, size := nn.NewMomentum(0.1), plain.NewTrace(), min(batch, 7)
		for epoch := range 3 {
			running := 0.0
			for first := 0; first < 7; first += size {
				last := min(first+size, 7)
				grads := make([]float64, len(n.Params))
				for i := first; i < last; i++ {
					plain.Forward(trace, data.X.Row(i))
					plain.Backward(trace, data.T.Row(i))
					running += trace.Loss / 7
					accumulate(grads, plain, trace, 1/float64(last-first))
				}
				l.AddGradient(plain.Views(grads), plain)
				at := float64(epoch) + float64(first)/7
				opt.Rate = 0.1 * math.Pow(0.5, at)
				opt.Step(plain.Params, grads)
				l.Restrict(plain)
				mustStep(t, tr, nn.ByBatch)
				near(t, "parameters", n.Params, plain.Params, 1e-13)
			}
			near(t, "running loss", []float64{tr.Running()[epoch]}, []float64{running}, 1e-13)
			m := nn.NewWorkspace(plain, 7).Evaluate(data, tr.Judge())
			near(t, "training loss", []float64{tr.Now().Train.Loss, tr.Now().Train.Accuracy}, []float64{m.Loss, m.Accuracy}, 1e-12)
		}
		if epoch, b, s := tr.Position(); epoch != 3 || b != 0 || s != 0 || len(tr.Running()) != 3 {
			t.Errorf("batch %d: at %d, %d, %d with %d losses", batch, epoch, b, s, len(tr.Running()))
		}
		if *tr.Config().Optimizer.LearningRate() != 0.1 {
			t.Error("the schedule changed the optimizer's own rate")
		}
	}
}

func TestTrainerShuffles(t *testing.T) {
	t.Parallel()
	data := twoClasses(23)
	orders := func(seed uint64, inOrder bool, batch int) (all [][]int) {
		tr := trainer(t, classifier(t), data, nn.Samples{}, nn.Config{
			Seed: seed, Batch: batch, InOrder: inOrder, Optimizer: nn.NewSGD(0.1),
		})
		for range 3 {
			var rows []int
			for range tr.BatchesPerEpoch() {
				for i := range tr.BatchLen() {
					row := tr.Row(i)
					x, truth := tr.Sample(i)
					if !slices.Equal(x, data.X.Row(row)) || !slices.Equal(truth, data.T.Row(row)) {
						t.Fatalf("sample %d is not row %d", i, row)
					}
					rows = append(rows, row)
				}
				mustStep(t, tr, nn.ByBatch)
			}
			all = append(all, rows)
		}
		return all
	}
	given := make([]int, 23)
	for i := range given {
		given[i] = i
	}
	mixed := orders(1, false, 5)
	for _, rows := range mixed {
		if sorted := slices.Sorted(slices.Values(rows)); !slices.Equal(sorted, given) || slices.Equal(rows, given) {
			t.Errorf("an epoch takes %v", rows)
		}
	}
	if slices.Equal(mixed[0], mixed[1]) || slices.Equal(mixed[0], orders(2, false, 5)[0]) {
		t.Error("two epochs or two seeds take the same order")
	}
	if again := orders(1, false, 4); !slices.Equal(again[2], mixed[2]) {
		t.Error("the order depends on the size of the batches")
	}
	if !slices.Equal(orders(1, true, 5)[1], given) || !slices.Equal(orders(1, false, nn.FullBatch)[1], given) {
		t.Error("in order and full batches are shuffled")
	}
}

func TestTrainerStrides(t *testing.T) {
	t.Parallel()
	tr := trainer(t, classifier(t), twoClasses(7), nn.Samples{}, nn.Config{Seed: 4, Batch: 3, Optimizer: nn.NewAdam(0.1)})
	steps := func(by nn.Stride, back bool, want ...[3]int) {
		t.Helper()
		for _, w := range want {
			if back {
				if moved := tr.Back(by); !moved {
					t.Fatalf("Back(%d) does not move", by)
				}
			} else {
				mustStep(t, tr, by)
			}
			var got [3]int
			if got[0], got[1], got[2] = tr.Position(); got != w {
				t.Fatalf("stride %d, back %v: at %v, want %v", by, back, got, w)
			}
		}
	}
	steps(nn.BySample, false, [3]int{0, 0, 1}, [3]int{0, 0, 2}, [3]int{0, 1, 0}, [3]int{0, 1, 1})
	steps(nn.ByBatch, false, [3]int{0, 2, 0})
	steps(nn.BySample, false, [3]int{1, 0, 0}, [3]int{1, 0, 1}) // the remainder has 1 sample
	steps(nn.ByEpoch, false, [3]int{2, 0, 0}, [3]int{3, 0, 0})
	steps(nn.ByBatch, false, [3]int{3, 1, 0})
	steps(nn.BySample, false, [3]int{3, 1, 1})
	steps(nn.ByEpoch, true, [3]int{3, 0, 0}, [3]int{2, 0, 0})
	steps(nn.BySample, true, [3]int{1, 2, 0}, [3]int{1, 1, 2}, [3]int{1, 1, 1})
	steps(nn.ByBatch, true, [3]int{1, 1, 0}, [3]int{1, 0, 0})
	steps(nn.BySample, false, [3]int{1, 0, 1})
	steps(nn.ByEpoch, true, [3]int{1, 0, 0}, [3]int{0, 0, 0})
	for _, by := range []nn.Stride{nn.BySample, nn.ByBatch, nn.ByEpoch} {
		if tr.Back(by) {
			t.Errorf("Back(%d) moves before the start", by)
		}
	}
}

func TestEarlyStoppingInTraining(t *testing.T) {
	t.Parallel()
	data, validation := twoClasses(12), twoClasses(40)
	for _, on := range []nn.Measure{nn.ValidationLoss, nn.ValidationAccuracy} {
		n := classifier(t)
		n.Init(nn.XavierInit{}, 1)
		stop := nn.EarlyStopping{Patience: 5, On: on}
		tr := trainer(t, n, data, validation, nn.Config{Seed: 1, Batch: 4, Epochs: 2000, Optimizer: nn.NewAdam(0.1), EarlyStopping: stop})
		var weights [][]float64
		weights = append(weights, slices.Clone(n.Params))
		for !tr.Done() {
			mustStep(t, tr, nn.ByEpoch)
			weights = append(weights, slices.Clone(n.Params))
		}
		var values []float64
		for _, r := range tr.History() {
			if on == nn.ValidationLoss {
				values = append(values, r.Validation.Loss)
			} else {
				values = append(values, r.Validation.Accuracy)
			}
		}
		best, end := stop.Watch(values)
		if epoch, _, _ := tr.Position(); !tr.Stopped() || end != epoch || end == 2000 || best == 0 {
			t.Errorf("on %v: stopped %v after %d epochs, best %d, want %d", on, tr.Stopped(), epoch, best, end)
		}
		net, epoch := tr.Best()
		if epoch != best || !slices.Equal(net.Params, weights[best]) || slices.Equal(net.Params, n.Params) {
			t.Errorf("on %v: the best network is not that of epoch %d", on, best)
		}
		if err := tr.Run(context.Background()); err != nil {
			t.Error(err)
		}
		if tr.Back(nn.ByEpoch); tr.Stopped() || tr.Done() {
			t.Error("an epoch before the stop it has stopped already")
		}
	}
}

// Stopped in the middle and gone on with, a training ends where an
// uninterrupted one does.
func TestRunStopsAndGoesOn(t *testing.T) {
	t.Parallel()
	c := nn.Config{Seed: 3, Batch: 4, Epochs: 300, Optimizer: nn.NewAdam(0.05), Regularization: nn.Regularization{Dropout: 0.3}}
	whole := trainer(t, classifier(t), twoClasses(30), nn.Samples{}, c)
	if err := whole.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	c.Schedule = cancelling{after: 7.5, cancel: cancel}
	tr := trainer(t, classifier(t), twoClasses(30), nn.Samples{}, c)
	if err := tr.Run(ctx); !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v", err)
	}
	if epoch, _, _ := tr.Position(); epoch < 7 || epoch > 200 {
		t.Fatalf("stopped in epoch %d", epoch)
	}
	copied := tr.Clone()
	for _, tr := range []*nn.Trainer{tr, copied} {
		if err := tr.Run(context.Background()); err != nil {
			t.Fatal(err)
		}
		if !tr.Done() || !slices.Equal(tr.Network().Params, whole.Network().Params) || !slices.Equal(tr.History(), whole.History()) {
			t.Error("a training that was interrupted ends elsewhere")
		}
	}
	if whole.Now().Train.Accuracy < 0.8 {
		t.Errorf("accuracy %v: nothing was learned", whole.Now().Train.Accuracy)
	}
}

// cancelling is a constant rate that ends a context on the way.
type cancelling struct {
	after  float64
	cancel func()
}

func (c cancelling) Check() error { return nil }

func (c cancelling) Factor(epochs float64) float64 {
	if epochs > c.after {
		c.cancel()
	}
	return 1
}

func TestDivergence(t *testing.T) {
	t.Parallel()
	n := network(t, seeded(), 1, nn.Dense{Units: 3, Activation: nn.ReLU}, nn.Dense{Units: 1})
	n.Init(nn.ConstantInit{Value: 1}, 1)
	line := nn.Samples{X: nn.NewMatrix(4, 1, 1, 2, 3, 4), T: nn.NewMatrix(4, 1, 1, 3, 2, 4)}
	for _, validation := range []nn.Samples{{}, line} {
		tr := trainer(t, n.Clone(), line, validation, nn.Config{Batch: 2, Optimizer: nn.NewMomentum(50), Epochs: 1000})
		err := tr.Run(context.Background())
		d, ok := errors.AsType[*nn.DivergenceError](err)
		if !ok || d.Epoch < 1 || d.Step < 1 || tr.Diverged() != d || !strings.Contains(err.Error(), "diverged in epoch") {
			t.Fatalf("error %v", err)
		}
		if tr.Steps() != d.Step-1 {
			t.Errorf("it stands after step %d, and step %d is the one that cannot be made", tr.Steps(), d.Step)
		}
		for _, r := range tr.History() {
			if v := r.Train.Loss + r.Validation.Loss + r.Running; math.IsNaN(v) || math.IsInf(v, 0) {
				t.Errorf("the history shows %+v", r)
			}
		}
		if v := nn.Norm(tr.Network().Params, inf); math.IsNaN(v) || math.IsInf(v, 0) {
			t.Errorf("the network holds %v", tr.Network().Params)
		}
		if again := tr.Step(nn.BySample); !errors.Is(again, err) || !errors.Is(tr.Run(context.Background()), err) || !tr.Done() {
			t.Errorf("the next step gives %v", again)
		}
		at := slices.Clone(tr.Network().Params)
		if !tr.Back(nn.ByBatch) || tr.Diverged() != nil || tr.Steps() != d.Step-2 {
			t.Fatal("there is no way back")
		}
		mustStep(t, tr, nn.ByBatch)
		if !slices.Equal(tr.Network().Params, at) {
			t.Error("back and forward again it is elsewhere")
		}
		if again := tr.Step(nn.ByBatch); again == nil || again.Error() != err.Error() {
			t.Errorf("the second time it ends with %v, not %v", again, err)
		}
	}
	// A loss that is infinite before any step.
	huge := nn.Samples{X: nn.NewMatrix(1, 1, 1e300), T: nn.NewMatrix(1, 1, -1e300)}
	_, err := nn.NewTrainer(n, huge, nn.Samples{}, nn.Config{Batch: 1, Optimizer: nn.NewSGD(1)})
	if d, ok := errors.AsType[*nn.DivergenceError](err); !ok || d.Epoch != 0 {
		t.Errorf("error %v", err)
	}
}

// A step of sound numbers may lead out of the finite ones.
func TestDivergenceOfParameters(t *testing.T) {
	t.Parallel()
	n := network(t, seeded(), 1, nn.Dense{Units: 1})
	line := nn.Samples{X: nn.NewMatrix(1, 1, 1), T: nn.NewMatrix(1, 1, 100)}
	start := slices.Clone(n.Params)
	tr := trainer(t, n, line, nn.Samples{}, nn.Config{Batch: 1, Optimizer: nn.NewSGD(math.MaxFloat64)})
	d, ok := errors.AsType[*nn.DivergenceError](tr.Step(nn.ByBatch))
	if !ok || d.What != "parameters" || d.Epoch != 1 || d.Step != 1 || !slices.Equal(n.Params, start) {
		t.Errorf("error %+v, parameters %v", d, n.Params)
	}
}

// The losses of single batches may be finite and their sum not: dropout makes
// of some a larger loss than evaluation finds before and after.
func TestDivergenceOfTheRunningLoss(t *testing.T) {
	t.Parallel()
	n := network(t, seeded(), 1, nn.Dense{Units: 1}, nn.Dense{Units: 1})
	n.Init(nn.ConstantInit{Value: 8.12e76}, 1) // each loss is 2.2e307, with dropout 8.7e307 or 0
	ones := nn.Samples{X: nn.NewMatrix(4, 1, 1, 1, 1, 1), T: nn.NewMatrix(4, 1)}
	sums := 0
	for seed := range uint64(16) {
		tr := trainer(t, n.Clone(), ones, nn.Samples{}, nn.Config{
			Seed: seed, Batch: 1, Optimizer: nn.NewSGD(0), Regularization: nn.Regularization{Dropout: 0.5},
		})
		d, ok := errors.AsType[*nn.DivergenceError](tr.Step(nn.ByEpoch))
		if ok && d.What == "running loss" && d.Epoch == 1 && d.Step == 4 && tr.Steps() == 3 {
			sums++
		}
		if ok != (len(tr.Running()) == 0) {
			t.Errorf("seed %d: %v, and the curve shows %v", seed, d, tr.Running())
		}
	}
	if sums == 0 || sums == 16 {
		t.Errorf("%d of 16 sums were too large", sums)
	}
}

// Every step has dropout and augmentation of its own.
func TestTrainerDrawsAnew(t *testing.T) {
	t.Parallel()
	tr := trainer(t, classifier(t), twoClasses(4), nn.Samples{}, nn.Config{
		Batch: nn.FullBatch, Optimizer: nn.NewSGD(0), Regularization: nn.Regularization{Dropout: 0.5}, Augmentation: nn.Augmentation{Noise: 1},
	})
	var masks, inputs [][]float64
	for range 4 {
		x, _ := tr.Sample(2)
		masks, inputs = append(masks, slices.Clone(tr.Mask(0).Data)), append(inputs, slices.Clone(x))
		mustStep(t, tr, nn.ByBatch)
	}
	for i := range 3 {
		if slices.Equal(masks[i], masks[i+1]) || slices.Equal(inputs[i], inputs[i+1]) {
			t.Errorf("steps %d and %d have the same masks or inputs", i, i+1)
		}
	}
	first := slices.Clone(tr.Mask(0).Data)
	if tr.Mask(1).Rows != 4 || tr.Mask(1).Cols != 4 || slices.Equal(first[:16], tr.Mask(1).Data) {
		t.Error("the hidden layers share a mask")
	}
}

func TestTrainerErrors(t *testing.T) {
	t.Parallel()
	n, data := classifier(t), twoClasses(6)
	curve := nn.NewMatrix(6, 2, 0.1, 0.9, 0.2, 0.8, 0.3, 0.7, 1, 0, 0, 1, 0.5, 0.5)
	for _, c := range []struct {
		want              string
		train, validation nn.Samples
		change            func(*nn.Config)
	}{
		{"training set: there are no samples", nn.Samples{}, data, func(*nn.Config) {}},
		{"validation set: a 2-5-4-2 network takes 2 inputs", data, nn.Samples{X: nn.NewMatrix(6, 3), T: data.T}, func(*nn.Config) {}},
		{"training set: the samples hold NaN in row 1", nn.Samples{X: nn.NewMatrix(1, 2, nan, 0), T: nn.NewMatrix(1, 2, 0, 1)}, data, func(*nn.Config) {}},
		{"at least 1 sample, not 0", data, data, func(c *nn.Config) { c.Batch = 0 }},
		{"every: the number of epochs is 0 or more, not -2", data, data, func(c *nn.Config) { c.Every = -2 }},
		{"optimizer: Beta is a share from 0 to below 1, not NaN", data, data, func(c *nn.Config) { c.Optimizer = &nn.Momentum{Beta: nan} }},
		{"schedule: Every is a number above 0, not 0", data, data, func(c *nn.Config) { c.Schedule = nn.StepDecay{By: 0.5} }},
		{"early stopping: there is no measure(9)", data, data, func(c *nn.Config) { c.EarlyStopping.On = 9 }},
		{"at least 1 sample, not -3", data, data, func(c *nn.Config) { c.Batch = -3 }},
		{"number is 0 or more, not -1", data, data, func(c *nn.Config) { c.Epochs = -1 }},
		{"optimizer: there is none", data, data, func(c *nn.Config) { c.Optimizer = nil }},
		{"optimizer: Rate is a number from 0 up, not -0.1", data, data, func(c *nn.Config) { c.Optimizer = nn.NewSGD(-0.1) }},
		{"optimizer: Rate is a number from 0 up, not NaN", data, data, func(c *nn.Config) { c.Optimizer = nn.NewAdamW(nan) }},
		{"regularization: Dropout is a share from 0 to below 1, not 1", data, data, func(c *nn.Config) { c.Regularization.Dropout = 1 }},
		{"early stopping: the patience is 0 or more epochs, not -1", data, data, func(c *nn.Config) { c.EarlyStopping.Patience = -1 }},
		{"early stopping: there must be a validation set", data, nn.Samples{}, func(c *nn.Config) { c.EarlyStopping.Patience = 1 }},
		{"needs truths that name classes", nn.Samples{X: data.X, T: curve}, data, func(c *nn.Config) {
			c.EarlyStopping = nn.EarlyStopping{Patience: 1, On: nn.ValidationAccuracy}
		}},
		{"augmentation: samples of 2 numbers are no images of 14x14 pixels", data, data, func(c *nn.Config) {
			c.Augmentation = nn.Augmentation{Width: 14, Height: 14, Shift: 1}
		}},
	} {
		config := nn.Config{Batch: 2, Optimizer: nn.NewSGD(0.1)}
		c.change(&config)
		if _, err := nn.NewTrainer(n, c.train, c.validation, config); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %q", err, c.want)
		}
	}
}

// A step in a run allocates nothing, apart from what the history grows by.
func TestTrainerAllocatesNothing(t *testing.T) {
	tr := trainer(t, classifier(t), twoClasses(30), twoClasses(10), nn.Config{
		Batch: 3, Optimizer: nn.NewAdam(0.01), Schedule: nn.CosineDecay{Epochs: 10}, Every: 2,
		Regularization: nn.Regularization{L2: 0.1, L1: 0.1, MaxNorm: 1, Dropout: 0.5}, Augmentation: nn.Augmentation{Noise: 0.1},
	})
	more := func() bool { return true }
	steps := func() {
		if _, err := tr.Advance(nn.ByEpoch, 100, more); err != nil {
			t.Fatal(err)
		}
		tr.Now()
	}
	for range 20 {
		steps() // fills the spare checkpoints
	}
	// A slice of 2,000 and more that grows by a quarter of its length does so
	// once in hundreds of epochs.
	if got := testing.AllocsPerRun(10, steps); got > 1 {
		t.Errorf("%v allocations in 100 epochs of 10 steps", got)
	}
}
