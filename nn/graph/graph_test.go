package graph_test

import (
	"fmt"
	"math"
	"testing"

	"hakseup/nn"
	"hakseup/nn/graph"
)

// build adds op of one or two nodes.
func build(g *graph.Graph, op graph.Op, a, b *graph.Node) *graph.Node {
	switch op {
	case graph.Add:
		return g.Add(a, b)
	case graph.Sub:
		return g.Sub(a, b)
	case graph.Mul:
		return g.Mul(a, b)
	case graph.Div:
		return g.Div(a, b)
	case graph.Pow:
		return g.Pow(a, b)
	case graph.Max:
		return g.Max(a, b)
	case graph.Min:
		return g.Min(a, b)
	case graph.Exp:
		return g.Exp(a)
	case graph.Log:
		return g.Log(a)
	case graph.Tanh:
		return g.Tanh(a)
	case graph.Sigmoid:
		return g.Sigmoid(a)
	case graph.Sqrt:
		return g.Sqrt(a)
	case graph.Abs:
		return g.Abs(a)
	case graph.Sin:
		return g.Sin(a)
	case graph.Cos:
		return g.Cos(a)
	case graph.Tan:
		return g.Tan(a)
	}
	return g.ReLU(a)
}

// Every operation has the value and the derivatives that mathematics knows.
func TestOperationsAgainstDifferences(t *testing.T) {
	t.Parallel()
	definitions := map[graph.Op]func(a, b float64) float64{
		graph.Add:     func(a, b float64) float64 { return a + b },
		graph.Sub:     func(a, b float64) float64 { return a - b },
		graph.Mul:     func(a, b float64) float64 { return a * b },
		graph.Div:     func(a, b float64) float64 { return a / b },
		graph.Pow:     math.Pow,
		graph.Max:     math.Max,
		graph.Min:     math.Min,
		graph.Sqrt:    func(a, _ float64) float64 { return math.Sqrt(a) },
		graph.Abs:     func(a, _ float64) float64 { return math.Abs(a) },
		graph.Sin:     func(a, _ float64) float64 { return math.Sin(a) },
		graph.Cos:     func(a, _ float64) float64 { return math.Cos(a) },
		graph.Tan:     func(a, _ float64) float64 { return math.Tan(a) },
		graph.Exp:     func(a, _ float64) float64 { return math.Exp(a) },
		graph.Log:     func(a, _ float64) float64 { return math.Log(a) },
		graph.Tanh:    func(a, _ float64) float64 { return math.Tanh(a) },
		graph.Sigmoid: func(a, _ float64) float64 { return 1 / (1 + math.Exp(-a)) },
		graph.ReLU:    func(a, _ float64) float64 { return math.Max(0, a) },
	}
	r := seeded()
	for _, op := range graph.Ops() {
		for range 200 {
			x, y := 2*r.NormFloat64(), 2*r.NormFloat64()
			switch op {
			case graph.Log, graph.Pow, graph.Sqrt:
				x = 0.2 + 2*r.Float64()
			case graph.Tan: // away from its poles
				x = r.Float64()
			}
			if math.Abs(x) < 0.05 || math.Abs(y) < 0.05 || math.Abs(x-y) < 0.05 { // a kink or a pole is near
				continue
			}
			g := graph.New()
			a, b := g.Var("a", x), g.Var("b", y)
			f := build(g, op, a, b)
			g.Backward(f)
			at := fmt.Sprintf("%v at (%v, %v)", op, x, y)
			near(t, at, f.Value(), definitions[op](x, y), 1e-15)
			for i, n := range []*graph.Node{a, b} {
				point := []float64{x, y}
				want := nn.NumericGradient(func(p []float64) float64 { return definitions[op](p[0], p[1]) }, point, 1e-5)
				near(t, fmt.Sprintf("derivative %d of %s", i, at), n.Gradient(), want[i], 1e-7)
			}
		}
	}
}

// At the places that finite differences cannot reach.
func TestOperationsAtTheEdges(t *testing.T) {
	t.Parallel()
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		op                  graph.Op
		a, b, value, da, db float64
	}{
		{graph.Pow, 0, 2, 0, 0, 0},
		{graph.Pow, 0, 1, 0, 1, 0},
		{graph.Pow, 0, 0, 1, 0, -inf},
		{graph.Pow, -3, 0, 1, 0, nan},
		{graph.Pow, -2, 3, -8, 12, nan},
		{graph.Pow, 0, -1, inf, -inf, -inf},
		{graph.Max, 1, 1, 1, 1, 0},
		{graph.Max, nan, 1, nan, nan, nan},
		{graph.Min, 1, 1, 1, 1, 0},
		{graph.Min, nan, 1, nan, nan, nan},
		{graph.ReLU, 0, 0, 0, 0, 0},
		{graph.Abs, 0, 0, 0, 0, 0},
		{graph.Abs, nan, 0, nan, nan, 0},
		{graph.Sqrt, 0, 0, 0, inf, 0},
		{graph.Sqrt, -1, 0, nan, nan, 0},
		{graph.ReLU, nan, 0, nan, nan, 0},
		{graph.Log, 0, 0, -inf, inf, 0},
		{graph.Div, 1, 0, inf, inf, -inf},
		{graph.Exp, 1000, 0, inf, inf, 0},
		{graph.Tanh, inf, 0, 1, 0, 0},
		{graph.Sigmoid, -1000, 0, 0, 0, 0},
	} {
		g := graph.New()
		a, b := g.Var("a", c.a), g.Var("b", c.b)
		f := build(g, c.op, a, b)
		g.Backward(f)
		at := fmt.Sprintf("%v of (%v, %v)", c.op, c.a, c.b)
		if c.op == graph.Sigmoid { // where the truth is less than 1e-300
			near(t, at, f.Value(), c.value, 1e-300)
			near(t, "first derivative of "+at, a.Gradient(), c.da, 1e-300)
			continue
		}
		same(t, at, f.Value(), c.value)
		same(t, "first derivative of "+at, a.Gradient(), c.da)
		same(t, "second derivative of "+at, b.Gradient(), c.db)
	}
}

// What reaches a node over several paths adds up.
func TestPathsAddUp(t *testing.T) {
	t.Parallel()
	// The diamond: f = (3x)(x + 5) = 3x² + 15x.
	g := graph.New()
	x := g.Var("x", 2)
	f := g.Mul(g.Mul(g.Const(3), x), g.Add(x, g.Const(5)))
	g.Backward(f)
	same(t, "diamond", f.Value(), 42)
	same(t, "its derivative, 6x + 15", x.Gradient(), 27)

	// One node used three times, twice by the same operation: x·x + x.
	x = g.Var("x", 7)
	g.Backward(g.Add(g.Mul(x, x), x))
	same(t, "derivative of x² + x", x.Gradient(), 15)

	// A node in the middle: y = x², f = y·y + y = x⁴ + x².
	g = graph.New()
	x = g.Var("x", 3)
	y := g.Mul(x, x)
	g.Backward(g.Add(g.Mul(y, y), y))
	same(t, "∂f/∂y", y.Gradient(), 19)
	same(t, "∂f/∂x", x.Gradient(), 4*27+2*3)
}

// A million nodes in a row are no trouble: nothing here calls itself.
func TestLongChain(t *testing.T) {
	t.Parallel()
	const length = 1_000_000
	g := graph.New()
	x := g.Var("x", 1)
	one, n := g.Const(1), x
	for range length {
		n = g.Add(n, one)
	}
	g.Backward(n)
	same(t, "1 + 1 + …", n.Value(), length+1)
	same(t, "its derivative", x.Gradient(), 1)
	x.Set(2)
	g.Forward()
	same(t, "afterwards", n.Value(), length+2)
	if got := len(g.Order(n)); got != length+2 || g.Len() != got {
		t.Errorf("%d nodes in order, %d in all", got, g.Len())
	}
	if got := len(g.BackwardSteps(n)); got != length {
		t.Errorf("%d steps back", got)
	}
}

// Nodes that out does not depend on take no part, even if they hold infinities.
func TestBackwardFromTheMiddle(t *testing.T) {
	t.Parallel()
	g := graph.New()
	x, zero := g.Var("x", 3), g.Var("zero", 0)
	f := g.Mul(x, x)
	g.Mul(g.Div(x, zero), f)
	g.Log(zero)
	g.Backward(f)
	same(t, "∂f/∂x", x.Gradient(), 6)
	same(t, "∂f/∂zero", zero.Gradient(), 0)

	// A branch that is cut off passes nothing on: max(0, ln x) at x = 0.
	g = graph.New()
	x = g.Var("x", 0)
	g.Backward(g.Max(g.Const(0), g.Log(x)))
	same(t, "derivative of a cut branch", x.Gradient(), 0)
}

// Only kept nodes add up the gradients of several passes.
func TestKeepAndReset(t *testing.T) {
	t.Parallel()
	g := graph.New()
	w := g.Var("w", 3)
	g.Keep()
	for sample := 1.0; sample <= 4; sample++ {
		x := g.Var("x", sample)
		g.Backward(g.Mul(w, x))
		same(t, "∂f/∂x", x.Gradient(), 3)
		g.Reset()
		if g.Len() != 1 || g.Named("x") != nil || g.Named("w") != w {
			t.Errorf("after Reset: %d nodes, x %v, w %v", g.Len(), g.Named("x"), g.Named("w"))
		}
	}
	same(t, "sum of ∂f/∂w", w.Gradient(), 1+2+3+4)
	g.ClearGradients()
	same(t, "∂f/∂w when cleared", w.Gradient(), 0)

	// The same graph again: what is not kept starts anew.
	x := g.Var("x", 5)
	f := g.Mul(g.Mul(w, x), x)
	g.Backward(f)
	g.Backward(f)
	same(t, "∂f/∂x", x.Gradient(), 30)
	same(t, "sum of ∂f/∂w", w.Gradient(), 50)
	g.Backward(w)
	same(t, "of w itself", w.Gradient(), 51)

	g.Reset()
	g.Mul(w, w)
	panics(t, "only variables and constants", g.Keep)
}

// Constants have no gradient, variables and nothing else can be set.
func TestVariablesAndConstants(t *testing.T) {
	t.Parallel()
	g := graph.New()
	if g.Len() != 0 || g.Named("x") != nil || len(g.Variables()) != 0 {
		t.Error("a new graph is not empty")
	}
	g.Reset()
	g.Forward()
	x, two := g.Var("x", 3), g.Const(2)
	f := g.Mul(two, x)
	g.SetName(f, "f")
	g.Backward(f)
	same(t, "gradient of a constant", two.Gradient(), 0)
	x.Set(5)
	same(t, "f before Forward", f.Value(), 6)
	g.Forward()
	same(t, "f after Forward", f.Value(), 10)
	if f.Op() != graph.Mul || g.Name(f) != "f" || g.Name(two) != "" || g.Named("f") != f {
		t.Errorf("f is %v, called %q", f.Op(), g.Name(f))
	}
	if o := f.Operands(); len(o) != 2 || o[0] != two || o[1] != x || len(x.Operands()) != 0 {
		t.Errorf("operands of 2x: %v", o)
	}
	if v := g.Variables(); len(v) != 1 || v[0] != x {
		t.Errorf("variables: %v", v)
	}
	panics(t, "only a variable can be set", func() { two.Set(1) })
	panics(t, "only a variable can be set", func() { f.Set(1) })
	other := g.Var("x", 1)
	if g.Named("x") != other {
		t.Error("a name does not belong to the node that got it last")
	}
}

func TestArity(t *testing.T) {
	t.Parallel()
	for _, op := range graph.Ops() {
		g := graph.New()
		f := build(g, op, g.Var("a", 1), g.Var("b", 2))
		if got := len(f.Operands()); got != op.Arity() || f.Op() != op {
			t.Errorf("%v, built as %v, has %d operands, want %d", op, f.Op(), got, op.Arity())
		}
	}
	if graph.Const.Arity() != 0 || graph.Var.Arity() != 0 {
		t.Error("a leaf has operands")
	}
}
