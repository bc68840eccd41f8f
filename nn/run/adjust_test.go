package run_test

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"sync"
	"testing"

	"hakseup/nn"
	"hakseup/nn/run"
)

func start(t *testing.T, words string) *run.Run {
	t.Helper()
	r, err := mustSet(t, words).Start()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func forward(t *testing.T, r *run.Run, batches int) {
	t.Helper()
	if made, err := r.Trainer.Advance(nn.ByBatch, batches, func() bool { return true }); made != batches || err != nil {
		t.Fatalf("%d batches, %v", made, err)
	}
}

// Every flag that does not restart a run changes it, and is gone when one goes
// back before the place.
func TestAdjustRun(t *testing.T) {
	t.Parallel()
	const base = "--data moons --batch 8 --hidden 4 --optimizer momentum --epochs 50 --samples 100"
	for _, change := range []string{
		"--optimizer adam", "--lr 0.1", "--schedule cosine", "--warmup 9", "--batch 10", "--l2 1", "--l1 1", "--max-norm 0.1",
		"--dropout 0.5", "--jitter 1", "--epochs 60", "--patience 1",
	} {
		r, plain := start(t, base), start(t, base)
		forward(t, r, 15)
		before := r.Spec()
		if err := r.Adjust(mustSet(t, base+" "+change)); err != nil {
			t.Fatal(err)
		}
		if got := r.Spec().Line(); got != mustSet(t, base+" "+change).Line() {
			t.Errorf("%s: the line is now %s", change, got)
		}
		if v, ok := r.Trainer.Config().Optimizer.(*nn.Momentum); ok && len(v.V) == 0 {
			t.Errorf("%s: the optimizer has forgotten", change)
		}
		forward(t, r, 20)
		forward(t, plain, 35)
		if same := slices.Equal(r.Trainer.Network().Params, plain.Trainer.Network().Params); same != (change == "--epochs 60" || change == "--patience 1") {
			t.Errorf("%s: the weights are the same: %v", change, same)
		}
		for r.Trainer.Steps() > 14 {
			r.Trainer.Back(nn.ByBatch)
		}
		if !reflect.DeepEqual(r.Spec(), before) {
			t.Errorf("%s: back before it, the line is %s", change, r.Spec().Line())
		}
		forward(t, r, 21)
		if !slices.Equal(r.Trainer.Network().Params, plain.Trainer.Network().Params) {
			t.Errorf("%s is not taken back", change)
		}
	}
}

// The rate of the handout's momentum is also its α.
func TestAdjustHandoutMomentum(t *testing.T) {
	t.Parallel()
	r := start(t, "--data xor --batch all --optimizer handout-momentum --lr 0.01")
	forward(t, r, 2)
	if err := r.Adjust(mustSet(t, "--data xor --batch all --optimizer handout-momentum --lr 0.05")); err != nil {
		t.Fatal(err)
	}
	if o, ok := r.Trainer.Config().Optimizer.(*nn.HandoutMomentum); !ok || o.Rate != 0.05 || o.Alpha != 0.05 || len(o.V) == 0 {
		t.Errorf("%+v", o)
	}
}

func TestAdjustRefusesToRestart(t *testing.T) {
	t.Parallel()
	const base = "--data moons --batch 8"
	r := start(t, base)
	forward(t, r, 3)
	line := r.Spec().Line()
	for _, change := range []string{
		"--data circles", "--samples 400", "--noise 0.3", "--features x1,x1x2", "--hidden 3", "--activation relu", "--loss mse", "--init he", "--seed 2",
	} {
		e, ok := errors.AsType[*run.RestartError](r.Adjust(mustSet(t, base+" "+change)))
		if !ok || "--"+e.Flag != change[:len(e.Flag)+2] {
			t.Errorf("%s: %v", change, e)
		}
	}
	for _, change := range []string{"--batch 401", "--shift 1"} {
		if e, ok := errors.AsType[*run.ValueError](r.Adjust(mustSet(t, base+" "+change))); !ok {
			t.Errorf("%s: %v", change, e)
		}
	}
	if r.Spec().Line() != line {
		t.Errorf("the line is now %s", r.Spec().Line())
	}
	for _, f := range run.Flags() {
		restarts := slices.Contains([]string{"data", "samples", "noise", "features", "hidden", "activation", "loss", "init", "seed"}, f.Name)
		if f.Restarts != restarts {
			t.Errorf("--%s restarts a run: %v", f.Name, f.Restarts)
		}
	}
}

// Many starts at once, from clones, while the run itself goes on: the same data,
// with the point that was dropped, and other weights.
func TestManyStarts(t *testing.T) {
	t.Parallel()
	r := start(t, "--data moons --batch 8 --epochs 5 --samples 100")
	forward(t, r, 12)
	if err := r.Trainer.Adjust(func(s *nn.Settings) { s.Train = s.Train.With([]float64{9, 9}, []float64{1, 0}) }); err != nil {
		t.Fatal(err)
	}
	const seeds = 8
	results := make([]run.Result, seeds)
	var group sync.WaitGroup
	for i := range results {
		c := r.Clone()
		group.Go(func() {
			other, err := c.From(uint64(i / 2))
			if err != nil {
				t.Error(err)
				return
			}
			if err := other.Trainer.Run(context.Background()); err != nil {
				t.Error(err)
			}
			if results[i], err = other.Result(); err != nil {
				t.Error(err)
			}
		})
	}
	forward(t, r, 3)
	group.Wait()
	for i, result := range results {
		if result.Train.Samples != 81 || result.Epochs != 5 {
			t.Errorf("seed %d: %+v", i/2, result)
		}
		if i >= 2 && result.Train == results[i-2].Train {
			t.Errorf("seeds %d and %d come to the same", i/2, i/2-1)
		}
		if i%2 == 1 && result.Train != results[i-1].Train {
			t.Errorf("seed %d comes to two ends", i/2)
		}
	}
	// With the seed of the line and the first data it is the run of Start.
	again, err := start(t, "--data moons --batch 8 --epochs 5 --samples 100").From(1)
	if err != nil {
		t.Fatal(err)
	}
	if first := start(t, "--data moons --batch 8 --epochs 5 --samples 100"); !slices.Equal(first.Trainer.Network().Params, again.Trainer.Network().Params) {
		t.Error("it does not start where Start does")
	}
}

// A long run is measured at about a hundred epochs, the last one in any case.
func TestRecordsOfARun(t *testing.T) {
	t.Parallel()
	for epochs, want := range map[string]int{"7": 8, "199": 200, "1234": 104} {
		r, result := finish(t, mustSet(t, "--data xor --batch all --hidden 2 --epochs "+epochs))
		history := r.Trainer.History()
		if len(history) != want || history[len(history)-1].Train != result.Train || len(r.Trainer.Running()) != result.Epochs {
			t.Errorf("%s epochs have %d records and %d losses, and end with %+v", epochs, len(history), len(r.Trainer.Running()), result.Train)
		}
	}
}
