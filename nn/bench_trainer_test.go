package nn_test

import (
	"slices"
	"testing"
	"time"

	"hakseup/nn"
)

// BenchmarkTrainer runs whole trainings of the workloads W1, W2 and W4 by turns
// with a bare loop over the same workspace and optimizer and with a Trainer,
// and reports the speed of the trainer as a share of the loop's: the median
// over all turns, which other work on the machine hardly moves.
func BenchmarkTrainer(b *testing.B) {
	for _, w := range workloads(b) {
		b.Run(w.name, func(b *testing.B) { w.race(b, w.config()) })
	}
}

func (w workload) race(b *testing.B, c nn.Config) {
	b.Helper()
	var shares []float64
	for b.Loop() {
		loop := timed(func() { w.loop() })
		trainer := timed(func() {
			t, err := nn.NewTrainer(w.net.Clone(), nn.Samples{X: w.x, T: w.t}, nn.Samples{}, c)
			if err != nil {
				b.Fatal(err)
			}
			if err := t.Run(b.Context()); err != nil {
				b.Fatal(err)
			}
		})
		shares = append(shares, loop.Seconds()/trainer.Seconds())
	}
	slices.Sort(shares)
	b.ReportMetric(shares[len(shares)/2], "of-loop")
}

func timed(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

// config returns the settings of the same training.
func (w workload) config() nn.Config {
	return nn.Config{Batch: w.batch, Epochs: w.epochs, InOrder: true, Optimizer: w.opt}
}

// loop trains without a trainer.
func (w workload) loop() {
	w.net = w.net.Clone()
	space, o := nn.NewWorkspace(w.net, w.batch), w.opt.Clone()
	for range w.epochs {
		w.epoch(space, o)
	}
}
