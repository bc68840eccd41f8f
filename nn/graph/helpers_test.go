package graph_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"hakseup/nn/graph"
)

func seeded() *rand.Rand { return rand.New(rand.NewPCG(20261123, 3)) }

// near compares two numbers, relative where they are greater than 1.
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*math.Max(1, math.Abs(want))) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// same compares two numbers exactly, except that every NaN is the same.
func same(t *testing.T, what string, got, want float64) {
	t.Helper()
	if got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// panics wants f to panic with a message that contains want.
func panics(t *testing.T, want string, f func()) {
	t.Helper()
	defer func() {
		t.Helper()
		if got := fmt.Sprint(recover()); !strings.Contains(got, want) {
			t.Errorf("panic with %q, want %q", got, want)
		}
	}()
	f()
}

// parse reads a formula and sets its variables.
func parse(t *testing.T, formula string, values map[string]float64) (*graph.Graph, *graph.Node) {
	t.Helper()
	g := graph.New()
	out, err := g.Parse(formula)
	if err != nil {
		t.Fatalf("%q: %v", formula, err)
	}
	for name, v := range values {
		n := g.Named(name)
		if n == nil {
			t.Fatalf("%q has no variable %s", formula, name)
		}
		n.Set(v)
	}
	g.Forward()
	return g, out
}

// gradients wants the given gradients of named nodes.
func gradients(t *testing.T, g *graph.Graph, out *graph.Node, want map[string]float64) {
	t.Helper()
	g.Backward(out)
	for name, v := range want {
		near(t, "∂/∂"+name, g.Named(name).Gradient(), v, 1e-15)
	}
}
