package graph_test

import (
	"fmt"

	"hakseup/nn/graph"
)

func Example() {
	g := graph.New()
	f, err := g.Parse("f = g + b, g = w x²")
	if err != nil {
		fmt.Println(err)
		return
	}
	g.Named("w").Set(2)
	g.Named("x").Set(3)
	g.Named("b").Set(1)
	g.Forward()
	for _, s := range g.BackwardSteps(f) {
		fmt.Printf("%s = %v gets %v\n", g.Label(s.Node), s.Value, s.Gradient)
		for _, o := range s.Operands {
			fmt.Printf("  %s gets %v · %v = %v\n", g.Label(o.Node), s.Gradient, o.Local, o.Given)
		}
	}
	// Output:
	// + = 19 gets 1
	//   × gets 1 · 1 = 1
	//   b gets 1 · 1 = 1
	// × = 18 gets 1
	//   w gets 1 · 9 = 9
	//   ^2 gets 1 · 2 = 2
	// ^2 = 9 gets 2
	//   x gets 2 · 6 = 12
	//   2 gets 2 · 0 = 0
}
