package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hakseup/nn/graph"
)

// labels writes a drawing's layers, each from the top down.
func labels(d graph.Drawing) string {
	layers := make([][]graph.Place, d.Layers)
	for _, p := range d.Places {
		layers[p.Layer] = append(layers[p.Layer], p)
	}
	var lines []string
	for _, layer := range layers {
		slices.SortFunc(layer, func(a, b graph.Place) int {
			if a.Y < b.Y {
				return -1
			}
			return 1
		})
		var words []string
		for _, p := range layer {
			words = append(words, p.Label)
		}
		lines = append(lines, strings.Join(words, "; "))
	}
	return strings.Join(lines, " → ")
}

func TestDraw(t *testing.T) {
	t.Parallel()
	for formula, want := range map[string]string{
		"x":                               "x",
		"2":                               "2",
		"2·3":                             "2; 3 → ×",
		"f = g + b, g = wx":               "w; x; b → × → +",
		"w x² + b":                        "x; w; b → ^2 → × → +",
		"1/(1 + exp(-x))":                 "x → × −1 → exp → + 1 → 1/x",
		"max(0, x) + max(x, 0.5)":         "x → max(0, x); max(x, 0.5) → +",
		"2^x − x/3 + (1 − x)":             "x → 2^x; ÷ 3; 1 − x → − → +",
		"σ(x)·tanh(x)":                    "x → σ; tanh → ×",
		"x·x":                             "x → ×",
		"ReLU(ln(x))":                     "x → ln → ReLU",
		"p = exp(b), q = exp(a), q/(p+q)": "b; a → exp; exp → + → ÷",
	} {
		g, out := parse(t, formula, nil)
		if got := labels(g.Draw(out)); got != want {
			t.Errorf("%s is drawn as %s, want %s", formula, got, want)
		}
	}
}

// Layers follow the longest way, neighbours keep their distance, and edges say
// where they go.
func TestDrawPlaces(t *testing.T) {
	t.Parallel()
	g, out := parse(t, "x1 w1 + x2 w2 + x3 w3 + x1 x2 x3 + tanh(x1)", nil)
	d := g.Draw(out)
	place := make(map[*graph.Node]graph.Place)
	used := make(map[string]bool)
	for _, p := range d.Places {
		place[p.Node] = p
		if p.Y < -1e-9 || p.Y > d.Height+1e-9 || p.Layer >= d.Layers {
			t.Errorf("%s is out of the picture: %+v", p.Label, p)
		}
		longest := -1
		for _, o := range p.Node.Operands() {
			longest = max(longest, place[o].Layer)
		}
		if p.Layer != longest+1 {
			t.Errorf("%s is in layer %d, behind %d", p.Label, p.Layer, longest)
		}
	}
	// Bends take places of their own.
	for _, e := range d.Edges {
		from, to := place[e.From], place[e.To]
		if len(e.Y) != to.Layer-from.Layer+1 || e.Y[0] != from.Y || e.Y[len(e.Y)-1] != to.Y || e.To.Operands()[e.Operand] != e.From {
			t.Errorf("edge %+v from %+v to %+v", e, from, to)
		}
		for i, y := range e.Y[1 : len(e.Y)-1] {
			used[fmt.Sprintf("%d %.4f", from.Layer+1+i, y)] = true
		}
	}
	for _, a := range d.Places {
		for _, b := range d.Places {
			if a.Node != b.Node && a.Layer == b.Layer && a.Y-b.Y < 1-1e-9 && b.Y-a.Y < 1-1e-9 {
				t.Errorf("%s and %s are too near: %v, %v", a.Label, b.Label, a.Y, b.Y)
			}
		}
		if used[fmt.Sprintf("%d %.4f", a.Layer, a.Y)] {
			t.Errorf("an edge runs over %s", a.Label)
		}
	}
}

// crossings counts the pairs of edges that cross in a drawing.
func crossings(d graph.Drawing) int {
	layer := make(map[*graph.Node]int)
	for _, p := range d.Places {
		layer[p.Node] = p.Layer
	}
	type piece struct{ from, to float64 }
	pieces := make([][]piece, d.Layers)
	for _, e := range d.Edges {
		for i := range e.Y[1:] {
			l := layer[e.From] + i
			pieces[l] = append(pieces[l], piece{e.Y[i], e.Y[i+1]})
		}
	}
	count := 0
	for _, list := range pieces {
		for i, p := range list {
			for _, q := range list[:i] {
				if (p.from-q.from)*(p.to-q.to) < -1e-9 {
					count++
				}
			}
		}
	}
	return count
}

func TestDrawUncrosses(t *testing.T) {
	t.Parallel()
	for formula, most := range map[string]int{
		"w x² + b": 0,
		"d = x₁ x₂, c = x₂ x₃, a = x₃ x₄, a + c + d":  0,
		"s = exp(c) + exp(b) + exp(a), -ln(exp(a)/s)": 1,
		"(a+b)(a-b)+ab": 3, // a and b each meet three operations: it cannot be less
		"tanh(w₁x₁ + w₂x₂ + w₃x₃ + b)":                                0,
		"w₁ x₁ + w₂ x₂ + w₃ x₁ + w₄ x₂":                               0,
		"h = σ(a x + b y), k = σ(c x + d y), (u h + v k − t)²":        2,
		"p = exp(a), q = exp(b), r = exp(c), p q r + (p + q)(q + r)²": 5,
	} {
		g, out := parse(t, formula, nil)
		if got := crossings(g.Draw(out)); got > most {
			t.Errorf("%s: %d crossings, want at most %d", formula, got, most)
		}
	}
}
