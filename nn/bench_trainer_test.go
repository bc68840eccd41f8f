//go:build unix

package nn_test

import (
	"syscall"
	"testing"
	"time"

	"hakseup/nn"
)

// BenchmarkTrainer runs whole trainings of the workloads W1, W2 and W4 by turns
// with a bare loop over the same workspace and optimizer and with a Trainer, made
// anew each time, and reports the speed of the trainer as a share of the loop's:
// the shortest time of all turns by the shortest of all, so that other work on
// the machine hardly matters. With "curve" the trainer keeps the running loss of every
// epoch; with "records" it also measures the whole training set at the start, at
// the end and in between, up to 100 times.
func BenchmarkTrainer(b *testing.B) {
	for _, w := range workloads(b) {
		b.Run(w.name+"/curve", func(b *testing.B) { w.race(b, 0) })
		b.Run(w.name+"/records", func(b *testing.B) { w.race(b, max(1, w.epochs/100)) })
	}
}

func (w workload) race(b *testing.B, every int) {
	b.Helper()
	c := nn.Config{Batch: w.batch, Epochs: w.epochs, Every: every, InOrder: true, Optimizer: w.opt}
	loop, trainer := time.Hour, time.Hour
	for b.Loop() {
		loop = min(loop, timed(w.loop))
		trainer = min(trainer, timed(func() {
			t, err := nn.NewTrainer(w.net.Clone(), nn.Samples{X: w.x, T: w.t}, nn.Samples{}, c)
			if err != nil {
				b.Fatal(err)
			}
			if err := t.Run(b.Context()); err != nil {
				b.Fatal(err)
			}
		}))
	}
	b.ReportMetric(loop.Seconds()/trainer.Seconds(), "of-loop")
}

// timed returns how long the processor was busy with f: time that other programs
// take does not count.
func timed(f func()) time.Duration {
	before := busy()
	f()
	return busy() - before
}

func busy() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// loop trains without a trainer.
func (w workload) loop() {
	w.net = w.net.Clone()
	space, o := nn.NewWorkspace(w.net, w.batch), w.opt.Clone()
	for range w.epochs {
		w.epoch(space, o)
	}
}
