package labs_test

import (
	"context"
	"math"
	"runtime"
	"sync"
	"testing"

	"hakseup/tui/lab"
)

// tried has the start of every seed from 1 on tried in a scene, as the lab itself
// does it, and tells what has come of them.
func tried(t *testing.T, scene string, starts int) map[string]float64 {
	t.Helper()
	l := inScene(t, "playground", scene)
	try := l.(lab.Sampler).Sampler()
	came := make([]lab.Sample, starts)
	var group sync.WaitGroup
	for w := range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := w; i < starts; i += runtime.GOMAXPROCS(0) {
				seed := uint64(i + 1)
				came[i] = lab.Sample{Seed: seed, Facts: try(context.Background(), seed)}
			}
		})
	}
	group.Wait()
	for _, s := range came {
		lab.Sampled(l, s)
	}
	all := map[string]float64{}
	for _, f := range l.(interface{ SpreadFacts() []lab.Fact }).SpreadFacts() {
		all[f.ID] = f.Value
	}
	return all
}

// TestXORIsLearnedAsOftenAsTheTableSays tries every cell of lecture 05's table from
// 1,000 starts. Other machines round otherwise, which a few starts feel.
func TestXORIsLearnedAsOftenAsTheTableSays(t *testing.T) {
	t.Parallel()
	const tanh, relu = "data=xor layers=1 rate=0.05 epochs=500 ", "data=xor layers=1 rate=0.05 epochs=500 activation=relu init=he "
	for _, cell := range []struct {
		scene string
		right map[string]float64
	}{
		{tanh + "units=2", map[string]float64{"right.4": 588}},
		{tanh + "units=3", map[string]float64{"right.4": 931}},
		{tanh + "units=4", map[string]float64{"right.4": 993}},
		{tanh + "units=8", map[string]float64{"right.4": 1000}},
		{relu + "units=2", map[string]float64{"right.4": 175, "right.3": 613, "right.2": 205, "right.1": 7}},
		{relu + "units=3", map[string]float64{"right.4": 398}},
		{relu + "units=4", map[string]float64{"right.4": 576}},
		{relu + "units=8", map[string]float64{"right.4": 915}},
	} {
		came := tried(t, cell.scene, 1000)
		for id, want := range cell.right {
			const machines = 5
			if math.Abs(came[id]-want) > machines {
				t.Errorf("%s: %s of %v starts, the table says %v", cell.scene, id, came[id], want)
			}
		}
	}
}

// TestWhatLecture05SaysOfStructures holds the medians that the pages tell of 20
// starts. What they claim of each start is recomputed by package content.
func TestWhatLecture05SaysOfStructures(t *testing.T) {
	t.Parallel()
	accuracy := func(scene, percentile string) float64 { return tried(t, scene, 20)["accuracy."+percentile] }
	for _, c := range []struct {
		name     string
		is       float64
		low, top float64
	}{
		{"the spirals without a hidden layer", accuracy("data=spiral layers=0", "p50"), 0.57, 0.63},
		{"the spirals through identities", accuracy("data=spiral layers=2 units=8 activation=identity", "p50"), 0.57, 0.63},
		{"the spirals through tanh, mostly", accuracy("data=spiral layers=2 units=8", "p50"), 0.9, 1},
	} {
		if c.is < c.low || c.is > c.top {
			t.Errorf("%s: %v, want between %v and %v", c.name, c.is, c.low, c.top)
		}
	}
}
