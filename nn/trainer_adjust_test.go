package nn_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"hakseup/nn"
)

// adjustments are all kinds of changes in the middle of a run, drawn at random.
func adjustments(r *rand.Rand, n *nn.MLP) []func(*nn.Settings) {
	kinds := nn.OptimizerKinds()
	return []func(*nn.Settings){
		func(s *nn.Settings) { *s.Optimizer.LearningRate() *= 0.5 + r.Float64() },
		func(s *nn.Settings) {
			kind := kinds[r.IntN(len(kinds))]
			s.Optimizer = kind.New(2 * kind.Rate)
		},
		func(s *nn.Settings) { s.Optimizer.Reset() },
		func(s *nn.Settings) {
			s.Regularization = nn.Regularization{L2: 0.01 * r.Float64(), L1: 0.001, MaxNorm: 3 * r.Float64(), Dropout: 0.6 * r.Float64()}
		},
		func(s *nn.Settings) { s.Regularization = nn.Regularization{} },
		func(s *nn.Settings) { s.Batch = []int{1, 3, 4, 7, 19, nn.FullBatch}[r.IntN(6)] },
		func(s *nn.Settings) { s.Params[r.IntN(len(s.Params))] = r.NormFloat64() },
		func(s *nn.Settings) { n.Views(s.Params)[1].W.Set(1, 2, r.NormFloat64()) },
		func(s *nn.Settings) {
			s.Train = s.Train.With([]float64{r.NormFloat64(), r.NormFloat64()}, []float64{0, 1})
		},
		func(s *nn.Settings) { // takes the last samples away
			s.Train.X, s.Train.T = s.Train.X.Slice(0, 3+s.Train.Len()/2), s.Train.T.Slice(0, 3+s.Train.Len()/2)
		},
		func(s *nn.Settings) { // moves a sample
			s.Train.X = nn.NewMatrix(s.Train.X.Rows, 2, slices.Clone(s.Train.X.Data)...)
			s.Train.X.Set(0, 1, r.NormFloat64())
		},
		func(s *nn.Settings) { s.Validation = nn.Samples{} },
		func(s *nn.Settings) {
			s.Validation, s.EarlyStopping = twoClasses(4+r.IntN(9)), nn.EarlyStopping{Patience: 1 + r.IntN(5)}
		},
		func(s *nn.Settings) { s.EarlyStopping = nn.EarlyStopping{} },
		func(s *nn.Settings) { s.Schedule = nn.ExponentialDecay{By: 0.95} },
		func(s *nn.Settings) { s.Schedule = nil },
		func(s *nn.Settings) { s.Augmentation.Noise = 0.1 * float64(r.IntN(3)) },
		func(s *nn.Settings) { s.Every = r.IntN(4) },
		func(s *nn.Settings) { s.InOrder, s.Seed, s.Note = r.IntN(2) == 0, r.Uint64(), r.IntN(100) },
	}
}

// Random sequences of steps, adjustments of all kinds and ways back: whoever
// comes back to a place finds it as it was left, to the last bit, and so does a
// clone; and going on from there in the same way leads to the same places.
func TestBackOverAdjustments(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(seed, 5))
			tr := trainer(t, classifier(t), twoClasses(19), twoClasses(9), nn.Config{
				Seed: seed, Batch: 4, Every: 2, Optimizer: nn.NewAdam(0.02), Regularization: nn.Regularization{Dropout: 0.3},
			})
			seen := map[[2]int]everything{} // by steps and samples
			for move := range 500 {
				switch k := r.IntN(10); {
				case k < 2:
					adjust(t, r, tr)
					for at := range seen { // the adjustment belongs to this place
						if at[0] == tr.Steps() {
							delete(seen, at)
						}
					}
				case k < 7:
					mustStep(t, tr, nn.Stride(r.IntN(3)))
				default:
					for range r.IntN(8) {
						tr.Back(nn.Stride(r.IntN(3)))
					}
					for at := range seen { // what comes now may be otherwise
						if at[0] > tr.Steps() {
							delete(seen, at)
						}
					}
				}
				now := look(tr)
				at := [2]int{now.Steps, now.Position[2]}
				if before, ok := seen[at]; ok && !reflect.DeepEqual(before, now) {
					t.Fatalf("after %d moves, step %d differs: %s", move, now.Steps, difference(before, now))
				}
				seen[at] = now
				if move == 250 {
					tr = tr.Clone()
				}
			}
			for tr.Back(nn.ByBatch) {
				now := look(tr)
				if before, ok := seen[[2]int{now.Steps, 0}]; ok && !reflect.DeepEqual(before, now) {
					t.Fatalf("on the way back, step %d differs: %s", now.Steps, difference(before, now))
				}
			}
		})
	}
}

// adjust makes one of the adjustments, unless it would not fit the others.
func adjust(t *testing.T, r *rand.Rand, tr *nn.Trainer) {
	t.Helper()
	before, changes := look(tr), adjustments(r, tr.Network())
	if err := tr.Adjust(changes[r.IntN(len(changes))]); err == nil {
		return
	} else if !strings.Contains(err.Error(), "there must be a validation set") {
		t.Fatal(err)
	}
	if now := look(tr); !reflect.DeepEqual(before, now) {
		t.Fatalf("an adjustment was refused, and yet changes something: %s", difference(before, now))
	}
}

// A point dropped and a weight moved in the middle of an epoch count at once,
// and both are gone when one goes back before them.
func TestAdjustSamplesAndWeights(t *testing.T) {
	t.Parallel()
	data := twoClasses(20)
	tr := trainer(t, classifier(t), data, nn.Samples{}, nn.Config{Batch: 4, Optimizer: nn.NewAdam(0.01)})
	for range 7 {
		mustStep(t, tr, nn.ByBatch)
	}
	before, loss := look(tr), tr.Now().Train
	if err := tr.Adjust(func(s *nn.Settings) {
		s.Params[0] = 2
		s.Train = s.Train.With([]float64{3, 3}, []float64{1, 0})
		s.Note = "a point"
	}); err != nil {
		t.Fatal(err)
	}
	train, _ := tr.Samples()
	if tr.Network().Params[0] != 2 || train.Len() != 21 || data.Len() != 20 || tr.Now().Train.Samples != 21 || tr.Now().Train == loss {
		t.Errorf("%v, %d samples, %+v", tr.Network().Params[0], train.Len(), tr.Now())
	}
	if epoch, batch, _ := tr.Position(); epoch != 1 || batch != 0 || tr.BatchesPerEpoch() != 6 || tr.Config().Note != "a point" {
		t.Errorf("at %d, %d of %d batches, with %v", epoch, batch, tr.BatchesPerEpoch(), tr.Config().Note)
	}
	var rows []int
	for range 6 {
		for i := range tr.BatchLen() {
			rows = append(rows, tr.Row(i))
		}
		mustStep(t, tr, nn.ByBatch)
	}
	if slices.Sort(rows); len(rows) != 21 || rows[20] != 20 || len(slices.Compact(rows)) != 21 {
		t.Errorf("the epoch that begins anew takes %v", rows)
	}
	for tr.Steps() > 6 {
		tr.Back(nn.ByBatch)
	}
	mustStep(t, tr, nn.ByBatch)
	if now := look(tr); !reflect.DeepEqual(before, now) {
		t.Errorf("it is not taken back: %s", difference(before, now))
	}
}

// What was lost on the samples before counts no more in an epoch that begins anew.
func TestAdjustBeginsTheRunningLossAnew(t *testing.T) {
	t.Parallel()
	tr := trainer(t, classifier(t), twoClasses(8), nn.Samples{}, nn.Config{Batch: 3, Optimizer: nn.NewSGD(0)})
	mustStep(t, tr, nn.ByBatch)
	if err := tr.Adjust(func(s *nn.Settings) { s.Train = s.Train.With([]float64{5, 5}, []float64{1, 0}) }); err != nil {
		t.Fatal(err)
	}
	mustStep(t, tr, nn.ByEpoch)
	near(t, "running loss", tr.Running(), []float64{tr.Now().Train.Loss}, 1e-14)
}

func TestAdjustBatchInAnEpoch(t *testing.T) {
	t.Parallel()
	tr := trainer(t, classifier(t), twoClasses(10), nn.Samples{}, nn.Config{Batch: 4, Optimizer: nn.NewSGD(0.1)})
	var rows []int
	take := func() {
		for i := range tr.BatchLen() {
			rows = append(rows, tr.Row(i))
		}
		mustStep(t, tr, nn.ByBatch)
	}
	take()
	mustStep(t, tr, nn.BySample)
	mustStep(t, tr, nn.BySample)
	mustStep(t, tr, nn.BySample)
	for _, batch := range []int{2, 1, nn.FullBatch} {
		if err := tr.Adjust(func(s *nn.Settings) { s.Batch = batch }); err != nil {
			t.Fatal(err)
		}
		if _, _, sample := tr.Position(); sample >= tr.BatchLen() {
			t.Errorf("at sample %d of %d", sample, tr.BatchLen())
		}
		take()
	}
	if slices.Sort(rows); !slices.Equal(rows, []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}) {
		t.Errorf("the epoch takes %v", rows)
	}
	if epoch, batch, _ := tr.Position(); epoch != 1 || batch != 0 || tr.Steps() != 4 || tr.BatchLen() != 10 {
		t.Errorf("at %d, %d after %d steps", epoch, batch, tr.Steps())
	}
	tr.Back(nn.ByEpoch)
	if tr.Steps() != 0 || tr.BatchLen() != 4 {
		t.Errorf("an epoch back it is at step %d", tr.Steps())
	}
}

func TestAdjustRefuses(t *testing.T) {
	t.Parallel()
	tr := trainer(t, classifier(t), twoClasses(10), nn.Samples{}, nn.Config{Batch: 4, Optimizer: nn.NewAdam(0.1)})
	mustStep(t, tr, nn.ByBatch)
	before := look(tr)
	for want, change := range map[string]func(*nn.Settings){
		"batch":      func(s *nn.Settings) { s.Batch = 0 },
		"optimizer":  func(s *nn.Settings) { s.Optimizer = nil },
		"Beta1":      func(s *nn.Settings) { s.Optimizer.(*nn.Adam).Beta1 = nan },
		"of 3 param": func(s *nn.Settings) { s.Optimizer = &nn.Momentum{V: make([]float64, 3)} },
		"number 2":   func(s *nn.Settings) { s.Params[2] = nan },
		"params":     func(s *nn.Settings) { s.Params = s.Params[1:] },
		"loss is": func(s *nn.Settings) {
			s.Params[len(s.Params)-1] = math.MaxFloat64
			s.Params[len(s.Params)-2] = -math.MaxFloat64
		},
		"training set":  func(s *nn.Settings) { s.Train = nn.Samples{} },
		"1 and 2 tru":   func(s *nn.Settings) { s.Train.X = s.Train.X.Slice(0, 1); s.Train.T = s.Train.T.Slice(0, 2) },
		"validation":    func(s *nn.Settings) { s.Validation = nn.Samples{X: nn.NewMatrix(1, 3), T: nn.NewMatrix(1, 2)} },
		"early stopp":   func(s *nn.Settings) { s.EarlyStopping.Patience = 1 },
		"Every is a n":  func(s *nn.Settings) { s.Schedule = nn.StepDecay{By: 1} },
		"Dropout":       func(s *nn.Settings) { s.Regularization.Dropout = -0.1 },
		"augmentation:": func(s *nn.Settings) { s.Augmentation.Noise = inf },
	} {
		want = strings.Replace(want, "1 and 2 tru", "1 samples and 2 truths", 1)
		if err := tr.Adjust(change); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
		if now := look(tr); !reflect.DeepEqual(before, now) {
			t.Fatalf("%s: it is refused, and yet changes something: %s", want, difference(before, now))
		}
	}
}

// Early stopping that is turned on in the middle watches from there on.
func TestAdjustEarlyStopping(t *testing.T) {
	t.Parallel()
	tr := trainer(t, classifier(t), twoClasses(12), twoClasses(40), nn.Config{Seed: 1, Batch: 4, Optimizer: nn.NewAdam(0.1)})
	for range 5 {
		mustStep(t, tr, nn.ByEpoch)
	}
	if err := tr.Adjust(func(s *nn.Settings) { s.EarlyStopping.Patience = 2 }); err != nil {
		t.Fatal(err)
	}
	if _, epoch := tr.Best(); epoch != 5 {
		t.Errorf("the best epoch is %d before any was watched", epoch)
	}
	if err := tr.Run(context.Background()); err != nil || !tr.Stopped() {
		t.Fatalf("it does not stop: %v", err)
	}
	if _, epoch := tr.Best(); epoch < 6 || tr.History()[0].Epoch != 6 {
		t.Errorf("the best epoch is %d, and the first record %+v", epoch, tr.History()[0])
	}
	if err := tr.Adjust(func(s *nn.Settings) { s.EarlyStopping.Patience = 0 }); err != nil || tr.Done() {
		t.Errorf("turned off again, it stays stopped: %v", err)
	}
}

// Clones and trainers on the same samples may run at once.
func TestTrainersAtOnce(t *testing.T) {
	t.Parallel()
	data := twoClasses(30)
	tr := trainer(t, classifier(t), data, twoClasses(9), nn.Config{
		Batch: 4, Epochs: 20, Every: 3, Optimizer: nn.NewAdam(0.05), Schedule: nn.CosineDecay{Epochs: 20},
		Regularization: nn.Regularization{Dropout: 0.2}, Augmentation: nn.Augmentation{Noise: 0.1}, EarlyStopping: nn.EarlyStopping{Patience: 30},
	})
	mustStep(t, tr, nn.ByEpoch)
	var group sync.WaitGroup
	ends := make([][]float64, 6)
	for i := range ends {
		c := tr.Clone()
		group.Go(func() {
			for range i {
				c.Back(nn.ByBatch)
			}
			if err := c.Run(context.Background()); err != nil {
				t.Error(err)
			}
			c.Now()
			ends[i] = c.Network().Params
		})
	}
	if err := tr.Run(context.Background()); err != nil {
		t.Error(err)
	}
	group.Wait()
	for i, end := range ends {
		if !slices.Equal(end, tr.Network().Params) {
			t.Errorf("clone %d ends elsewhere", i)
		}
	}
}
