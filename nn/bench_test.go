package nn_test

import (
	"math"
	"testing"

	"hakseup/nn"
)

// The workloads of the speed comparison: the same data, starting weights and
// arithmetic for everybody.

// xorshift is the generator xorshift64* of the comparison's data.
type xorshift uint64

func (s *xorshift) float() float64 {
	x := uint64(*s)
	x ^= x >> 12
	x ^= x << 25
	x ^= x >> 27
	*s = xorshift(x)
	return float64(x*0x2545F4914F6CDD1D>>11) / (1 << 53)
}

// symmetric returns a number between -a and a.
func (s *xorshift) symmetric(a float64) float64 { return (2*s.float() - 1) * a }

// spiral returns two spirals of 250 points each, shuffled; the truth is 1 or -1.
func spiral() (x, t nn.Matrix) {
	const each = 250
	points := make([][3]float64, 0, 2*each)
	for _, arm := range []struct{ turn, label float64 }{{0, 1}, {math.Pi, -1}} {
		for i := range each {
			radius, angle := float64(i)/each*5, 1.75*float64(i)/each*2*math.Pi+arm.turn
			points = append(points, [3]float64{radius * math.Sin(angle), radius * math.Cos(angle), arm.label})
		}
	}
	r := xorshift(42)
	for i := len(points) - 1; i > 0; i-- {
		j := int(r.float() * float64(i+1))
		points[i], points[j] = points[j], points[i]
	}
	x, t = nn.NewMatrix(len(points), 2), nn.NewMatrix(len(points), 1)
	for i, p := range points {
		x.Set(i, 0, p[0])
		x.Set(i, 1, p[1])
		t.Set(i, 0, p[2])
	}
	return x, t
}

// noisyDigits returns 2,000 images of 784 pixels, noisy copies of ten sparse ones.
func noisyDigits() (x, t nn.Matrix) {
	r := xorshift(99)
	x, t = nn.NewMatrix(2000, 784), nn.NewMatrix(2000, 10)
	prototypes := nn.NewMatrix(10, 784)
	for i := range prototypes.Data {
		if r.float() < 0.25 {
			prototypes.Data[i] = r.float()
		}
	}
	for i := range x.Rows {
		label := int(r.float() * 10)
		t.Set(i, label, 1)
		for j, v := range prototypes.Row(label) {
			x.Set(i, j, min(1, max(0, v+r.symmetric(0.3))))
		}
	}
	return x, t
}

// start fills the network with the comparison's starting weights.
func start(n *nn.MLP, seed uint64, scale func(in int) float64, bias float64) {
	r := xorshift(seed)
	for _, l := range n.Layers {
		for i := range l.W.Data {
			l.W.Data[i] = r.symmetric(scale(l.In()))
		}
		for i := range l.B {
			l.B[i] = bias
		}
	}
}

// workload is a training of the comparison.
type workload struct {
	name          string
	net           *nn.MLP // as it starts
	x, t          nn.Matrix
	batch, epochs int
	opt           nn.Optimizer
}

func workloads(b *testing.B) []workload {
	b.Helper()
	return []workload{spiralWorkload(b), xorWorkload(b), digitsWorkload(b)}
}

func networkOf(b *testing.B, inputs int, layers ...nn.Dense) *nn.MLP {
	b.Helper()
	n, err := nn.NewMLP(inputs, layers...)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// W1: two spirals, 2-8-8-1, tanh, batch 10.
func spiralWorkload(b *testing.B) workload {
	b.Helper()
	tanh := func(units int) nn.Dense { return nn.Dense{Units: units, Activation: nn.Tanh} }
	n := networkOf(b, 2, tanh(8), tanh(8), tanh(1))
	start(n, 7, func(int) float64 { return 0.5 }, 0.1)
	x, t := spiral()
	return workload{"W1", n, x, t, 10, 1000, nn.NewSGD(0.03)}
}

// W2: XOR, 2-2-1, sigmoid, full batch.
func xorWorkload(b *testing.B) workload {
	b.Helper()
	n := networkOf(b, 2, nn.Dense{Units: 2, Activation: nn.Sigmoid}, nn.Dense{Units: 1, Activation: nn.Sigmoid})
	start(n, 11, func(int) float64 { return 1 }, 0.1)
	x, t := nn.NewMatrix(4, 2, 0, 0, 0, 1, 1, 0, 1, 1), nn.NewMatrix(4, 1, 0, 1, 1, 0)
	return workload{"W2", n, x, t, 4, 10_000, nn.NewSGD(2)}
}

// W4: 784-128-64-10, ReLU, softmax with cross entropy, Adam, batch 64.
func digitsWorkload(b *testing.B) workload {
	b.Helper()
	relu := func(units int) nn.Dense { return nn.Dense{Units: units, Activation: nn.ReLU} }
	n := networkOf(b, 784, relu(128), relu(64), nn.Dense{Units: 10})
	n.Softmax, n.Loss = true, nn.CrossEntropyLoss
	start(n, 5, func(in int) float64 { return math.Sqrt(6 / float64(in)) }, 0)
	x, t := noisyDigits()
	return workload{"W4", n, x, t, 64, 1, nn.NewAdam(0.001)}
}

// BenchmarkWorkspace makes epochs in fixed order with a bare loop.
func BenchmarkWorkspace(b *testing.B) {
	for _, w := range workloads(b) {
		b.Run(w.name, func(b *testing.B) {
			o := w.opt.Clone()
			space := nn.NewWorkspace(w.net, w.batch)
			o.Step(w.net.Params, space.Grads) // sets the optimizer's memory aside; all gradients are 0
			b.ReportAllocs()
			samples := 0
			for b.Loop() {
				w.epoch(space, o)
				samples += w.x.Rows
			}
			perSample(b, samples)
		})
	}
}

// epoch takes the workspace's network through the samples, batch by batch.
func (w workload) epoch(space *nn.Workspace, o nn.Optimizer) {
	for k := 0; k < w.x.Rows; k += w.batch {
		end := min(k+w.batch, w.x.Rows)
		space.Gradient(w.x.Slice(k, end), w.t.Slice(k, end), nil)
		o.Step(w.net.Params, space.Grads)
	}
}

func perSample(b *testing.B, samples int) {
	b.Helper()
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(samples), "ns/sample")
}

// W3: the map of the W1 net on a grid of 200 x 200 points.
func BenchmarkMap(b *testing.B) {
	const side = 200
	n := spiralWorkload(b).net
	x, y := nn.NewMatrix(side*side, 2), nn.NewMatrix(side*side, 1)
	for k := range x.Rows {
		x.Set(k, 0, -6+12*float64(k%side)/(side-1))
		x.Set(k, 1, -6+12*float64(k/side)/(side-1))
	}
	w := nn.NewWorkspace(n, 64)
	b.ReportAllocs()
	samples := 0
	for b.Loop() {
		w.Forward(y, x)
		samples += x.Rows
	}
	perSample(b, samples)
}
