package chainrule

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"hakseup/nn/formula"
	"hakseup/nn/graph"
	"hakseup/tui/lab"
)

// function is a formula that was typed, of some variables. It does not change.
type function struct {
	vars []string
	tree *formula.Node // nil: nothing was read yet
}

// read reads a formula in which the variables may occur. The error says for the
// learner where it cannot be read, in a line in which something may stand before.
func read(before, text string, vars ...string) (function, error) {
	tree, err := formula.Parse(text, formula.Table{Variables: vars, Log: math.E})
	if err != nil {
		return function{}, lab.Unread(before+text, len(before), err, vars...)
	}
	f := function{vars, tree}
	if _, _, ok := f.graph(make([]float64, len(vars))); !ok {
		return function{}, lab.Refuse("이 식은 미분할 수 없어요. + − × ÷ ^와 exp, ln, sin, cos, tanh, σ, max, √, |x|로 써 보세요.",
			"There is no derivative for this. Write it with + − × ÷ ^ and exp, ln, sin, cos, tanh, σ, max, √, |x|.")
	}
	return f, nil
}

// graph builds the graph of the function for values of its variables.
func (f function) graph(values []float64) (g *graph.Graph, out *graph.Node, ok bool) {
	g = graph.New()
	g.LogBase = math.E
	for i, name := range f.vars {
		g.Var(name, values[i])
	}
	out, err := g.Build(f.tree)
	return g, out, err == nil
}

// at returns the value, or NaN where there is none.
func (f function) at(values ...float64) float64 {
	if f.tree == nil {
		return math.NaN()
	}
	named := make(map[string]float64, len(values))
	for i, name := range f.vars {
		named[name] = values[i]
	}
	v, err := f.tree.Value(named)
	if err != nil {
		return math.NaN()
	}
	return v
}

// gradient returns the derivative in every variable by the chain rule: NaN where
// the function has no value.
func (f function) gradient(values ...float64) []float64 {
	d := slices.Repeat([]float64{math.NaN()}, len(f.vars))
	if math.IsNaN(f.at(values...)) {
		return d
	}
	g, out, _ := f.graph(values)
	g.Backward(out)
	for i, name := range f.vars {
		d[i] = g.Named(name).Gradient()
	}
	return d
}

// slope returns the derivative of a function of one variable, or NaN at a kink,
// where it is another one from the left than from the right.
func (f function) slope(x float64) float64 {
	const near, same = 1e-9, 1e-3
	d, left, right := f.gradient(x)[0], f.gradient(x - near)[0], f.gradient(x + near)[0]
	if !(math.Abs(right-left) < same*(1+math.Abs(d))) {
		return math.NaN()
	}
	return d
}

// has reports whether a variable occurs in the formula.
func (f function) has(name string) bool {
	return f.tree != nil && slices.Contains(f.tree.Variables(), name)
}

// digits writes a number with up to so many significant digits.
func digits(v float64, most int) string {
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) { // never minus nothing
		return lab.Fixed(v, 0)
	}
	return strings.ReplaceAll(strconv.FormatFloat(v, 'g', most, 64), "-", "−")
}

// power writes a power of ten: 10⁻⁸.
func power(exponent int) string {
	raised := strings.NewReplacer("-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")
	return "10" + raised.Replace(strconv.Itoa(exponent))
}
