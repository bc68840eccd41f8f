package graph_test

import (
	"math"
	"testing"

	"hakseup/nn"
	"hakseup/nn/graph"
)

// f = g + b, g = wx: addition passes on, multiplication swaps.
func TestHandoutSumOfAProduct(t *testing.T) {
	t.Parallel()
	g, f := parse(t, "f = g + b, g = wx", map[string]float64{"w": 2, "x": 3, "b": 1})
	same(t, "f", f.Value(), 7)
	gradients(t, g, f, map[string]float64{"f": 1, "g": 1, "b": 1, "w": 3, "x": 2})
}

// 연습문제 3: f = g + b, g = wx²; ∂f/∂w = x², ∂f/∂x = 2wx, ∂f/∂b = 1.
func TestHandoutSquare(t *testing.T) {
	t.Parallel()
	const w, x, b = 1.7, -0.6, 0.4
	g, f := parse(t, "f = g + b, g = w x²", map[string]float64{"w": w, "x": x, "b": b})
	near(t, "f", f.Value(), w*x*x+b, 1e-15)
	gradients(t, g, f, map[string]float64{"w": x * x, "x": 2 * w * x, "b": 1, "g": 1})
}

// The sigmoid as × −1, exp, + 1, 1/x: the gradients on the way, and y(1−y).
func TestHandoutSigmoid(t *testing.T) {
	t.Parallel()
	const x = 0.8
	g, y := parse(t, "1/(1 + exp(-x))", map[string]float64{"x": x})
	steps := g.BackwardSteps(y)
	e := math.Exp(-x)
	v := 1 / (1 + e)
	same(t, "y", y.Value(), v)
	for i, want := range []struct {
		op           graph.Op
		operand      int
		local, given float64
	}{
		{graph.Div, 1, -v * v, -v * v},           // −1/x² = −y²
		{graph.Add, 1, 1, -v * v},                // passes on
		{graph.Exp, 0, e, -v * v * e},            // eˣ
		{graph.Mul, 0, -1, v * v * math.Exp(-x)}, // −1
	} {
		s := steps[i]
		o := s.Operands[want.operand]
		if s.Node.Op() != want.op {
			t.Fatalf("step %d is %v, want %v", i, s.Node.Op(), want.op)
		}
		near(t, "local derivative of "+want.op.String(), o.Local, want.local, 1e-15)
		near(t, "what it gives", o.Given, want.given, 1e-15)
		if i+1 < len(steps) {
			same(t, "what flows into the next", steps[i+1].Gradient, o.Given)
		}
	}
	gradients(t, g, y, map[string]float64{"x": v * (1 - v)})
	near(t, "the operation in one", nn.Sigmoid.Slope(x), v*(1-v), 1e-15)
}

// 연습문제 2: the gradient passes ReLU where x > 0.
func TestHandoutReLU(t *testing.T) {
	t.Parallel()
	for _, formula := range []string{"ReLU(x)", "max(0, x)"} {
		for x, want := range map[float64]float64{2: 1, 0: 0, -2: 0} {
			g, f := parse(t, formula, map[string]float64{"x": x})
			same(t, formula, f.Value(), math.Max(0, x))
			gradients(t, g, f, map[string]float64{"x": want})
		}
	}
}

// Softmax and cross entropy: the gradient of every score is y − t.
func TestHandoutSoftmaxCrossEntropy(t *testing.T) {
	t.Parallel()
	r := seeded()
	for range 100 {
		a, truth := []float64{r.NormFloat64(), r.NormFloat64(), r.NormFloat64()}, make([]float64, 3)
		truth[r.IntN(3)] = 1
		g, e := parse(t, "s = exp(a) + exp(b) + exp(c); E = -(t₁ ln(exp(a)/s) + t₂ ln(exp(b)/s) + t₃ ln(exp(c)/s))",
			map[string]float64{"a": a[0], "b": a[1], "c": a[2], "t₁": truth[0], "t₂": truth[1], "t₃": truth[2]})
		y, want := make([]float64, 3), make([]float64, 3)
		nn.Softmax(y, a, 1)
		nn.SoftmaxCrossEntropyGradient(want, y, truth)
		g.Backward(e)
		near(t, "E", e.Value(), nn.SoftmaxCrossEntropy(a, truth), 1e-14)
		for k, name := range []string{"a", "b", "c"} {
			near(t, "∂E/∂"+name, g.Named(name).Gradient(), want[k], 1e-14)
		}
	}
}
