package lab

import (
	"testing"

	"hakseup/nn/graph"
	"hakseup/tui/plot"
)

// TestSpotsOfAGraph finds the nodes where they are drawn, and goes from one to the
// next, in a canvas that has room for all and in one that has not.
func TestSpotsOfAGraph(t *testing.T) {
	t.Parallel()
	g := graph.New()
	w, x, b := g.Var("w", 2), g.Var("x", 3), g.Var("b", 1)
	product := g.Mul(w, x)
	sum := g.Add(product, b)
	for _, width := range []int{80, 20} {
		var spots Spots
		if n := spots.Beside(nil, 1, 0); n != nil {
			t.Error("there is a node before anything is drawn")
		}
		c := plot.New(width, 14)
		Graph{Drawing: g.Draw(sum), Area: "graph", Spots: &spots}.Draw(c)
		for _, k := range spots.nodes {
			if got := spots.At(k.x, k.y); got != k.node {
				t.Errorf("at (%v, %v) is %v", k.x, k.y, got)
			}
		}
		if spots.At(-50, -50) != nil {
			t.Error("there is a node outside")
		}
		if n := spots.Beside(product, 1, 0); n != sum {
			t.Errorf("to the right of the product is %v", n)
		}
		if n := spots.Beside(sum, 1, 0); n != nil {
			t.Errorf("to the right of the result is %v", n)
		}
		if n := spots.Beside(sum, -1, 0); n != product && n != b {
			t.Errorf("to the left of the result is %v", n)
		}
	}
}
