package nn_test

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"hakseup/nn"
)

// Records are made as often as they are wanted, and looking changes nothing.
func TestRecords(t *testing.T) {
	t.Parallel()
	config := nn.Config{Seed: 1, Batch: 4, Epochs: 10, Every: 4, Optimizer: nn.NewAdam(0.05)}
	run := func(c nn.Config, looking bool) (*nn.Trainer, []nn.Record) {
		tr := trainer(t, classifier(t), twoClasses(21), twoClasses(9), c)
		looks := []nn.Record{tr.Now()}
		for range 10 {
			if looking {
				mustStep(t, tr, nn.ByBatch)
				tr.Now()
			}
			mustStep(t, tr, nn.ByEpoch)
			looks = append(looks, tr.Now())
		}
		return tr, looks
	}
	config.Every = 1
	all, looks := run(config, true)
	if !reflect.DeepEqual(all.History(), looks) || len(looks) != 11 || looks[0].Running != 0 || looks[3].Running != all.Running()[2] {
		t.Errorf("the history is %+v, and Now has found %+v", all.History(), looks)
	}
	config.Every = 4
	some, _ := run(config, false)
	if want := []nn.Record{looks[0], looks[4], looks[8], looks[10]}; !reflect.DeepEqual(some.History(), want) {
		t.Errorf("every fourth record is %+v, want %+v", some.History(), want)
	}
	config.Every = 0
	none, _ := run(config, false)
	if len(none.History()) != 0 || !reflect.DeepEqual(none.Running(), all.Running()) || len(none.Running()) != 10 {
		t.Errorf("without records: %+v, running %v", none.History(), none.Running())
	}
	config.EarlyStopping.Patience = 100
	watched, _ := run(config, false)
	for i, r := range watched.History() {
		if r.Epoch != i || r.Train.Samples != 0 || r.Validation != looks[i].Validation {
			t.Errorf("early stopping has record %+v, want %+v", r, looks[i])
		}
	}
}

func TestMetricsAsJSON(t *testing.T) {
	t.Parallel()
	for want, r := range map[string]nn.Record{
		`{"epoch":0,"train":{"loss":0.5,"accuracy":0}}`:   {Train: nn.Metrics{Samples: 4, Loss: 0.5, Judged: true}},
		`{"epoch":2,"train":{"loss":0.5},"running":0.25}`: {Epoch: 2, Train: nn.Metrics{Samples: 4, Loss: 0.5}, Running: 0.25},
		`{"epoch":3,"validation":{"loss":0}}`:             {Epoch: 3, Validation: nn.Metrics{Samples: 1}},
	} {
		if got, err := json.Marshal(r); err != nil || string(got) != want {
			t.Errorf("%+v is written %s, %v, want %s", r, got, err, want)
		}
	}
}

// Advance makes whole strides, stops when it is told to and at the end, and
// gets to the same places.
func TestAdvance(t *testing.T) {
	t.Parallel()
	config := nn.Config{Seed: 1, Batch: 64, Epochs: 6, Optimizer: nn.NewAdam(0.01)}
	start := func() *nn.Trainer {
		big := network(t, seeded(), 2, nn.Dense{Units: 100, Activation: nn.Tanh}, nn.Dense{Units: 100, Activation: nn.Tanh}, nn.Dense{Units: 2})
		return trainer(t, big, twoClasses(192), nn.Samples{}, config)
	}
	whole := start()
	if made, err := whole.Advance(nn.ByEpoch, math.MaxInt, func() bool { return true }); made != 6 || err != nil || !whole.Done() {
		t.Fatalf("%d epochs, %v", made, err)
	}
	cut, made, calls := start(), 0, 0
	for !cut.Done() {
		steps := cut.Steps()
		n, err := cut.Advance(nn.ByEpoch, 2, func() bool { return false })
		if err != nil || cut.Steps() != steps+1 {
			t.Fatalf("from step %d to %d, %v: a batch as large as that is asked after each time", steps, cut.Steps(), err)
		}
		made += n
		calls++
	}
	if made != 6 || calls != 18 || !reflect.DeepEqual(look(cut), look(whole)) {
		t.Errorf("%d epochs in %d pieces", made, calls)
	}
	if n, err := cut.Advance(nn.BySample, 5, func() bool { return true }); n != 0 || err != nil {
		t.Errorf("after the end: %d, %v", n, err)
	}
	samples := start()
	if n, err := samples.Advance(nn.BySample, 65, func() bool { return true }); n != 65 || err != nil || samples.Steps() != 1 {
		t.Errorf("%d samples, %d steps, %v", n, samples.Steps(), err)
	}
}

// Small batches are not interrupted by a question after each.
func TestAdvanceAsksSeldom(t *testing.T) {
	t.Parallel()
	tr := trainer(t, classifier(t), twoClasses(4), nn.Samples{}, nn.Config{Batch: 4, Optimizer: nn.NewSGD(0.01)})
	asked := 0
	for range 10_000 {
		if _, err := tr.Advance(nn.ByBatch, 1, func() bool { asked++; return true }); err != nil {
			t.Fatal(err)
		}
	}
	if asked < 10 || asked > 100 {
		t.Errorf("asked %d times in 10000 steps", asked)
	}
}
