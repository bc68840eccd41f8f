package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"hakseup/nn/formula"
	"hakseup/nn/graph"
)

// drawn builds one node a statement, "a = x*x; g = w*a", as it would be drawn.
// The result is the last.
func drawn(t *testing.T, statements string) (*graph.Graph, *graph.Node) {
	t.Helper()
	g := graph.New()
	var out *graph.Node
	for s := range strings.SplitSeq(statements, ";") {
		name, right, _ := strings.Cut(s, "=")
		tree, mistake := formula.Parse(strings.TrimSpace(right), formula.Table{Free: true, Variables: []string{"w", "x", "b"}})
		if mistake != nil {
			t.Fatalf("%s: %v", s, mistake)
		}
		var err error
		if out, err = g.Build(tree); err != nil {
			t.Fatal(err)
		}
		g.SetName(out, strings.TrimSpace(name))
	}
	return g, out
}

// found writes a finding: the slip, the node's name, and what belongs there.
func found(g *graph.Graph, f graph.Finding) string {
	name := ""
	if f.Node != nil {
		name = g.Name(f.Node)
	}
	switch f.Slip {
	case graph.NoSlip:
		if f.Gate {
			return "same but for the gate"
		}
		return "same"
	case graph.WrongOp:
		return fmt.Sprintf("%s: %v", name, f.Op)
	case graph.Swapped:
		return name + ": swapped"
	case graph.WrongEdge, graph.WrongValue:
		return fmt.Sprintf("%s: operand %d from %s", name, f.Operand+1, f.Other)
	case graph.Extra:
		return name + ": extra"
	case graph.Missing:
		return strings.TrimRight(fmt.Sprintf("%s: missing at %d %v %s", name, f.Operand+1, f.Op, f.Other), " ")
	case graph.Loose:
		return name + ": loose"
	}
	return name + ": other"
}

func TestCompare(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ want, built, found string }{
		// 연습문제 3 in its right shapes
		{"w x² + b", "a = x*x; g = w*a; f = g + b", "same"},
		{"w x² + b", "a = x^2; g = w*a; f = g + b", "same"},
		{"w x² + b", "a = x^2; g = a*w; f = b + g", "same"},
		{"w x² + b", "a = w*x; g = a*x; f = g + b", "same"},
		{"w x² + b", "a = x*w; g = x*a; f = b + g", "same"},
		{"w x² + b", "a = x*x; g = w*a; c = 0 - b; f = g - c", "same"},
		{"w x² + b", "a = |x|; c = a*a; g = w*c; f = g + b", "same"},
		{"w x² + b", "c = 1/w; a = x*x; g = a/c; f = g + b", "same"},
		{"w x² + b", "a = x*x; g = w*a; h = g*1; f = h + b", "same"},
		{"w x² + b", "p = x+1; q = x-1; r = p*q; a = r+1; g = w*a; f = g + b", "same"},
		// and in wrong ones
		{"w x² + b", "a = x+x; g = w*a; f = g + b", "a: ×"},
		{"w x² + b", "a = x*x; g = w+a; f = g + b", "g: ×"},
		{"w x² + b", "a = x*x; g = w*a; f = g*b", "f: +"},
		{"w x² + b", "a = x*x; g = w*a; f = g - b", "f: +"},
		{"w x² + b", "a = x*x; g = w*a; f = b - g", "f: +"},
		{"w x² + b", "a = x*x; g = w/a; f = g + b", "g: ×"},
		{"w x² + b", "a = 2^x; g = w*a; f = g + b", "a: swapped"},
		{"w x² + b", "a = x^3; g = w*a; f = g + b", "a: operand 2 from 2"},
		{"w x² + b", "a = x*x; g = w*x; f = g + b", "g: operand 2 from a"},
		{"w x² + b", "a = w*w; g = a*x; f = g + b", "a: operand 1 from x"},
		{"w x² + b", "a = x*x; g = b*a; f = g + b", "g: operand 1 from w"},
		{"w x² + b", "a = x*x; g = w*a; f = g + g", "f: operand 1 from b"},
		{"w x² + b", "a = x*x; g = b*a; f = g + w", "g: operand 1 from w"},
		{"w x² + b", "g = w*x; f = g + b", "f: missing at 1 × x"},
		{"w x² + b", "a = x*x; f = a + b", "f: missing at 1 × w"},
		{"w x² + b", "a = x*x; g = w*a", "g: missing at 0 + b"},
		{"w x² + b", "a = x*x; g = w*a; f = g + b; h = f + 1", "h: extra"},
		{"w x² + b", "a = x*x; c = a*x; g = w*c; f = g + b", "c: extra"},
		{"w x² + b", "a = x*x; c = w*x; g = w*a; f = g + b", "c: loose"},
		{"w x² + b", "a = x+b; c = a*a; f = w*c", "a: other"},
		{"w x² + b", "a = w*x; g = a*a; f = g + b", "g: operand 1 from x"},
		// 연습문제 2 and its gate
		{"relu(x)", "f = relu(x)", "same"},
		{"relu(x)", "f = max(0, x)", "same"},
		{"relu(x)", "f = max(x, 0)", "same but for the gate"},
		{"relu(x)", "f = |x|", "f: ReLU"},
		{"relu(x)", "f = min(0, x)", "f: max"},
		{"relu(3x − 4)", "a = 3*x; c = a - 4; f = max(c, 0)", "same but for the gate"},
		{"relu(3x − 4)", "a = 3*x; c = a - 4", "c: missing at 0 ReLU"},
		{"relu(3x − 4)", "a = relu(x); c = 3*a; f = c - 4", "a: other"},
		// the sigmoid
		{"1/(1 + exp(−x))", "a = -x; c = exp(a); d = 1 + c; f = 1/d", "same"},
		{"1/(1 + exp(−x))", "a = x*(-1); c = exp(a); d = c + 1; f = d^(-1)", "same"},
		{"1/(1 + exp(−x))", "c = exp(x); d = c + 1; f = c/d", "same"},
		{"1/(1 + exp(−x))", "a = -x; d = 1 + a; f = 1/d", "d: missing at 2 exp"},
		{"1/(1 + exp(−x))", "a = -x; c = exp(a); d = 1 + c; f = d/1", "f: swapped"},
		{"1/(1 + exp(−x))", "c = exp(x); d = 1 + c; f = 1/d", "c: missing at 1 × −1"},
		{"1/(1 + exp(−x))", "a = x*1; c = exp(a); d = 1 + c; f = 1/d", "a: operand 2 from −1"},
		{"1/(1 + exp(−x))", "a = -x; c = exp(a); d = 1 - c; f = 1/d", "d: +"},
	} {
		g, out := drawn(t, c.built)
		w, target := parse(t, c.want, nil)
		f := graph.Compare(g, out, w, target)
		if got := found(g, f); got != c.found {
			t.Errorf("%s for %s: %s, want %s (%+v)", c.built, c.want, got, c.found, f)
		}
	}
}
