package graph_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"hakseup/nn"
	"hakseup/nn/graph"
)

// network is a network as a graph of scalars.
type network struct {
	g      *graph.Graph
	params []*graph.Node // laid out as nn.MLP.Params
	sizes  []int
	op     graph.Op
	x, y   []*graph.Node
}

func newNetwork(params []float64, op graph.Op, sizes ...int) *network {
	n := &network{g: graph.New(), sizes: sizes, op: op}
	for _, v := range params {
		n.params = append(n.params, n.g.Var("", v))
	}
	n.g.Keep()
	width := 0
	for _, s := range sizes {
		width = max(width, s)
	}
	n.x, n.y = make([]*graph.Node, width), make([]*graph.Node, width)
	return n
}

// forward builds the network for one sample, and returns its outputs.
func (n *network) forward(sample []float64) []*graph.Node {
	x, y := n.x, n.y
	for i, v := range sample {
		x[i] = n.g.Const(v)
	}
	p := n.params
	for l, in := range n.sizes[:len(n.sizes)-1] {
		out := n.sizes[l+1]
		n.g.Affine(y[:out], p[:in*out], p[in*out:in*out+out], x[:in])
		n.g.Apply(y[:out], n.op, y[:out])
		x, y, p = y, x, p[in*out+out:]
	}
	return x[:n.sizes[len(n.sizes)-1]]
}

// squaredError adds the nodes of ½ Σ (yₖ − tₖ)².
func squaredError(g *graph.Graph, y []*graph.Node, truth []float64) *graph.Node {
	var sum *graph.Node
	for k, n := range y {
		d := g.Add(n, g.Const(-truth[k]))
		if square := g.Mul(d, d); sum == nil {
			sum = square
		} else {
			sum = g.Add(sum, square)
		}
	}
	return g.Mul(sum, g.Const(0.5))
}

func TestAgreesWithMLP(t *testing.T) {
	t.Parallel()
	r := seeded()
	for op, f := range map[graph.Op]nn.Activation{graph.Tanh: nn.Tanh, graph.Sigmoid: nn.Sigmoid, graph.ReLU: nn.ReLU} {
		mlp, err := nn.NewMLP(3, nn.Dense{Units: 8, Activation: f}, nn.Dense{Units: 5, Activation: f}, nn.Dense{Units: 2, Activation: f})
		if err != nil {
			t.Fatal(err)
		}
		for i := range mlp.Params {
			mlp.Params[i] = r.NormFloat64()
		}
		net := newNetwork(mlp.Params, op, 3, 8, 5, 2)
		trace, want := mlp.NewTrace(), make([]float64, len(mlp.Params))
		for range 20 { // samples, whose gradients add up
			x, truth := []float64{r.NormFloat64(), r.NormFloat64(), r.NormFloat64()}, []float64{r.NormFloat64(), 1}
			y := mlp.Forward(trace, x)
			mlp.Backward(trace, truth)
			for i, grad := range mlp.Views(want) {
				for j, v := range trace.Layers[i].Grad.W.Data {
					grad.W.Data[j] += v
				}
				for j, v := range trace.Layers[i].Grad.B {
					grad.B[j] += v
				}
			}
			out := net.forward(x)
			for k, v := range y {
				near(t, f.String()+" output", out[k].Value(), v, 1e-13)
			}
			e := squaredError(net.g, out, truth)
			near(t, f.String()+" loss", e.Value(), trace.Loss, 1e-13)
			net.g.Backward(e)
			net.g.Reset()
		}
		for i, v := range want {
			near(t, fmt.Sprintf("%v gradient %d", f, i), net.params[i].Gradient(), v, 1e-12)
		}
	}
}

// Affine makes the nodes that Mul and Add make, wherever a block of memory
// happens to end.
func TestAffineIsMulAndAdd(t *testing.T) {
	t.Parallel()
	for before := range 300 {
		r := rand.New(rand.NewPCG(1, 2))
		g := graph.New()
		for range before {
			g.Const(0)
		}
		draw := func(n int) []*graph.Node {
			list := make([]*graph.Node, n)
			for i := range list {
				list[i] = g.Var("", r.NormFloat64())
			}
			return list
		}
		w, b, x := draw(6), draw(2), draw(3)
		a, plain := make([]*graph.Node, 2), make([]*graph.Node, 2)
		length := g.Len()
		g.Affine(a, w, b, x)
		if got := g.Len() - length; got != 12 {
			t.Fatalf("Affine made %d nodes", got)
		}
		for i := range plain {
			plain[i] = b[i]
			for j := range x {
				plain[i] = g.Add(plain[i], g.Mul(w[3*i+j], x[j]))
			}
			same(t, "value", a[i].Value(), plain[i].Value())
		}
		f := g.Sub(g.Mul(a[0], a[1]), g.Mul(plain[0], plain[1]))
		g.Backward(f)
		for _, n := range append(append(w, b...), x...) {
			near(t, "gradient of the difference", n.Gradient(), 0, 1e-14)
		}
		g.Backward(a[1])
		for j := range x {
			same(t, "∂a/∂w", w[3+j].Gradient(), x[j].Value())
			same(t, "∂a/∂x", x[j].Gradient(), w[3+j].Value())
		}
	}
}

func TestApplyIsTheOperation(t *testing.T) {
	t.Parallel()
	r := seeded()
	for _, op := range graph.Ops() {
		if op.Arity() != 1 {
			continue
		}
		g := graph.New()
		a, y := make([]*graph.Node, 11), make([]*graph.Node, 11)
		for i := range a {
			a[i] = g.Var("", 3*r.Float64())
		}
		g.Apply(y, op, a)
		for i := range a {
			same(t, op.String(), y[i].Value(), build(g, op, a[i], nil).Value())
		}
		value := y[3].Value()
		g.Forward()
		same(t, op.String()+" again", y[3].Value(), value)
	}
}

func TestLayersMustFit(t *testing.T) {
	t.Parallel()
	g := graph.New()
	n := []*graph.Node{g.Var("", 1), g.Var("", 1)}
	panics(t, "lengths do not match", func() { g.Affine(n, n, n, n) })
	panics(t, "lengths do not match", func() { g.Affine(n[:1], n, n, n[:1]) })
	panics(t, "lengths do not match", func() { g.Apply(n, graph.Tanh, n[:1]) })
	panics(t, "one operand", func() { g.Apply(n, graph.Add, n) })
}

// sample is a step of training as in the bench's workload W5: a graph for one
// sample of the 2-8-8-1 network, and its gradients.
func (n *network) sample(x, truth []float64) {
	e := squaredError(n.g, n.forward(x), truth)
	n.g.Backward(e)
	n.g.Reset()
}

func spiralNetwork() *network {
	params := make([]float64, 105)
	r := seeded()
	for i := range params {
		params[i] = r.Float64() - 0.5
	}
	return newNetwork(params, graph.Tanh, 2, 8, 8, 1)
}

func TestBuildingAgainAllocatesNothing(t *testing.T) { //nolint:paralleltest // counts allocations
	n := spiralNetwork()
	x, truth := []float64{0.3, -0.7}, []float64{1}
	n.sample(x, truth)
	if got := testing.AllocsPerRun(100, func() { n.sample(x, truth) }); got != 0 {
		t.Errorf("%v allocations for each sample", got)
	}
}

// BenchmarkSample builds a graph for one sample and takes the gradients back.
func BenchmarkSample(b *testing.B) {
	n := spiralNetwork()
	x, truth := []float64{0.3, -0.7}, []float64{1}
	b.ReportAllocs()
	for b.Loop() {
		n.sample(x, truth)
	}
}
