package nn_test

import (
	"math"
	"testing"

	"hakseup/nn"
)

// What Probe finds for many samples is what Trace finds for one.
func TestProbeAgainstTrace(t *testing.T) {
	t.Parallel()
	r := seeded()
	for _, softmax := range []bool{false, true} {
		n := network(t, r, 2, nn.Dense{Units: 5, Activation: nn.Tanh}, nn.Dense{Units: 3, Activation: nn.ReLU}, nn.Dense{Units: 2})
		n.Softmax = softmax
		x := nn.NewMatrix(7, 2)
		for i := range x.Data {
			x.Data[i] = r.NormFloat64()
		}
		w, trace := nn.NewWorkspace(n, 9), n.NewTrace()
		w.Probe(x)
		for s := range x.Rows {
			n.Forward(trace, x.Row(s))
			for layer := range n.Layers {
				want := trace.Layers[layer].Z
				if layer == len(n.Layers)-1 {
					want = trace.Y
				}
				for unit, v := range want {
					if got := w.Unit(layer, unit); len(got) != x.Rows || math.Abs(got[s]-v) > 1e-12 {
						t.Errorf("layer %d, unit %d, sample %d: %v, want %v", layer, unit, s, got, v)
					}
				}
			}
		}
	}
}

func TestProbeAllocatesNothing(t *testing.T) {
	n := network(t, seeded(), 2, nn.Dense{Units: 8, Activation: nn.Tanh}, nn.Dense{Units: 8, Activation: nn.Tanh}, nn.Dense{Units: 1})
	w, x := nn.NewWorkspace(n, 36), nn.NewMatrix(36, 2)
	if got := testing.AllocsPerRun(10, func() { w.Probe(x) }); got != 0 {
		t.Errorf("%v allocations", got)
	}
}
