package graph_test

import (
	"slices"
	"testing"

	"hakseup/nn/graph"
)

func TestForwardSteps(t *testing.T) {
	t.Parallel()
	g, f := parse(t, "w x² + b", map[string]float64{"w": 2, "x": 3, "b": 1})
	g.Exp(f) // f does not depend on it
	steps := g.ForwardSteps(f)
	var values []float64
	for _, s := range steps {
		values = append(values, s.Value)
		same(t, "gradient on the way forward", s.Gradient, 0)
	}
	if !slices.Equal(values, []float64{9, 18, 19}) {
		t.Errorf("values %v", values)
	}
	last := steps[2].Operands
	if len(last) != 2 || last[0].Node != steps[1].Node || last[0].Value != 18 || last[1].Node != g.Named("b") || last[1].Value != 1 {
		t.Errorf("operands of the sum: %+v", last)
	}
	if len(g.ForwardSteps(g.Named("w"))) != 0 {
		t.Error("a variable is computed")
	}
}

// The steps back add up to what Backward finds, and leave the graph alone.
func TestBackwardSteps(t *testing.T) {
	t.Parallel()
	for _, formula := range []string{
		"w x² + b", "(3x)(x + 5)", "x·x + x", "1/(1 + exp(-x))", "max(w, x)·tanh(w x) − σ(b/x)^w", "ReLU(-x) + x",
	} {
		g, f := parse(t, formula, nil)
		for i, v := range g.Variables() {
			v.Set(0.5 + 0.7*float64(i))
		}
		g.Forward()
		steps := g.BackwardSteps(f)
		for _, v := range g.Variables() {
			same(t, formula+": gradient before Backward", v.Gradient(), 0)
		}
		same(t, formula+": first gradient", steps[0].Gradient, 1)
		g.Backward(f)
		sums := make(map[*graph.Node]float64)
		for _, s := range steps {
			same(t, formula+": gradient flowing in", s.Gradient, s.Node.Gradient())
			for _, o := range s.Operands {
				same(t, formula+": given", o.Given, s.Gradient*o.Local)
				sums[o.Node] += o.Given
				same(t, formula+": sum", o.Sum, sums[o.Node])
			}
		}
		for n, sum := range sums {
			same(t, formula+": sum of all", sum, n.Gradient())
		}
	}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	g := graph.New()
	x := g.Var("x", 1)
	lost := g.Exp(x)
	y := g.Tanh(x)
	z := g.Sigmoid(y)
	if got := g.Order(y, z); !slices.Equal(got, []*graph.Node{x, y, z}) {
		t.Errorf("%v", got)
	}
	if got := g.Order(lost); !slices.Equal(got, []*graph.Node{x, lost}) {
		t.Errorf("%v", got)
	}
	if got := g.Order(); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
}
