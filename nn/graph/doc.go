// Package graph takes formulas apart into computational graphs: every + and ×
// is a node that computes one number from one or two others. Values go forward
// through the graph, gradients come back by the chain rule, and both can be
// watched one node at a time. It uses the standard library alone.
//
//	g := graph.New()
//	w, x, b := g.Var("w", 2), g.Var("x", 3), g.Var("b", 1)
//	f := g.Add(g.Mul(w, g.Pow(x, g.Const(2))), b) // f = wx² + b = 19
//	g.Backward(f)                                 // ∂f/∂w = x² = 9, ∂f/∂x = 2wx = 12, ∂f/∂b = 1
//	fmt.Println(f.Value(), w.Gradient())
//
// Parse builds the same graph from the formula "w x² + b".
//
// # Looking
//
// ForwardSteps and BackwardSteps list what happens at each node, in order.
// Draw lays a graph out in layers, for a picture.
//
// # Training
//
// A graph is cheap enough to be built anew for every sample. Keep makes the
// parameters outlast Reset, which drops the other nodes but not their memory.
// The gradients of kept nodes add up from sample to sample:
//
//	w := g.Var("w", 0)
//	g.Keep()
//	for _, s := range batch {
//		g.Backward(loss(g, w, s))
//		g.Reset()
//	}
//	w.Set(w.Value() - rate*w.Gradient())
//	g.ClearGradients()
//
// Affine and Apply build a whole layer in one call: the same nodes, made faster.
package graph
