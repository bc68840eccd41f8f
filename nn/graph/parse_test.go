package graph_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"hakseup/nn/graph"
)

func TestParse(t *testing.T) {
	t.Parallel()
	values := map[string]float64{"a": 2, "b": 3, "w": 0.5, "x": 1.5, "y": -2}
	a, b, w, x, y := 2.0, 3.0, 0.5, 1.5, -2.0
	sigmoid := func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
	for formula, want := range map[string]float64{
		"w*x^2 + b":                        w*x*x + b,
		"w x² + b":                         w*x*x + b,
		"wx²+b":                            w*x*x + b,
		"2wx":                              2 * w * x,
		"2(w+x)(a-b)":                      2 * (w + x) * (a - b),
		"2 × w · x ÷ a":                    2 * w * x / a,
		"a − b – 1 - 2":                    a - b - 1 - 2,
		"a/b/2":                            a / b / 2,
		"-x^2":                             -x * x,
		"(-x)^2":                           x * x,
		"-2^2":                             -4,
		"--x":                              x,
		"+x":                               x,
		"a*-b":                             -a * b,
		"3 - -2":                           5,
		"2^3^2":                            512,
		"2^-x":                             math.Pow(2, -x),
		"x⁻²":                              math.Pow(x, -2),
		"x¹⁰":                              math.Pow(x, 10),
		"x**2":                             x * x,
		"x²y":                              x * x * y,
		"2e3":                              2000,
		"2e-3 + .5 + 5.":                   5.502,
		"2e":                               2 * math.E,
		"2e^x":                             2 * math.Exp(x),
		"e^-x":                             math.Exp(-x),
		"e":                                math.E,
		"2π":                               2 * math.Pi,
		"exp(-x)":                          math.Exp(-x),
		"ln(x) + log(b)":                   math.Log(x) + math.Log(b),
		"tanh(x)²":                         math.Tanh(x) * math.Tanh(x),
		"σ(x)":                             sigmoid(x),
		"Sigmoid( wx + b )":                sigmoid(w*x + b),
		"ReLU(y) + relu (b)":               b,
		"max(a, b)":                        b,
		"max(max(a, b), x+1)":              b,
		"wtanh(x)":                         w * math.Tanh(x),
		"wx(a+b)":                          w * x * (a + b),
		"[a + {b − (x)}]·2":                2 * (a + b - x),
		"1/(1 + exp(-x))":                  sigmoid(x),
		"f = g + b, g = wx":                w*x + b,
		"g = wx; f = g + b":                w*x + b,
		"g=w*x\nf=g+b\n":                   w*x + b,
		"f = max(a, b), ":                  b,
		"loss = (out - y)²/2; out = wx":    (w*x - y) * (w*x - y) / 2,
		"p1 = exp(a); p1/(p1 + exp(b))":    sigmoid(a - b),
		"SIGMOID(x) + Σ":                   sigmoid(x),
		"a = b, b = x, y + a - a + x - x":  y,
		"z_1 = wx, z₂ = b, h3 = z_1 z₂ h4": 0,
	} {
		g := graph.New()
		for name, v := range values {
			g.Var(name, v)
		}
		if out, err := g.Parse(formula); err != nil {
			t.Errorf("%q: %v", formula, err)
		} else {
			near(t, formula, out.Value(), want, 1e-14)
		}
	}
}

// A formula takes its variables from the graph, and adds the others in order.
func TestParseVariables(t *testing.T) {
	t.Parallel()
	g := graph.New()
	rate := g.Var("rate", 0.25)
	out, err := g.Parse("rate x1 + w_12 x₁ + x1 + σ + h")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, v := range g.Variables() {
		names = append(names, g.Name(v))
	}
	if got := strings.Join(names, " "); got != "rate x1 w_12 x₁ σ h" {
		t.Errorf("variables %s", got)
	}
	g.Named("x1").Set(4)
	g.Forward()
	same(t, "with x1 = 4", out.Value(), 5)
	g.Backward(out)
	same(t, "∂/∂rate", rate.Gradient(), 4)
	same(t, "∂/∂x1", g.Named("x1").Gradient(), 1.25)

	second, err := g.Parse("f = 2 rate, f + x1")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "second formula on the same graph", second.Value(), 4.5)
	same(t, "its part f", g.Named("f").Value(), 0.5)
	if third, err := g.Parse("f"); err != nil || third != g.Named("f") {
		t.Errorf("a named node is not found again: %v", err)
	}
}

func TestParseMistakes(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat("(", 200) + "x" + strings.Repeat(")", 200)
	for formula, want := range map[string]graph.SyntaxError{
		"":                       {Mistake: graph.Empty},
		" \n;, ":                 {Mistake: graph.Empty},
		strings.Repeat("1", 4e3): {Mistake: graph.TooLong, Offset: 2000},
		deep:                     {Mistake: graph.TooDeep, Offset: 100, Text: "("},
		"x # 2":                  {Mistake: graph.UnknownSymbol, Offset: 2, Text: "#"},
		"한 + |x|":                {Mistake: graph.UnknownSymbol, Offset: 6, Text: "|"},
		"(1, 2)":                 {Mistake: graph.UnknownSymbol, Offset: 2, Text: ","},
		"x == 2":                 {Mistake: graph.UnknownSymbol, Offset: 3, Text: "="},
		"2 + foo(x)":             {Mistake: graph.UnknownFunction, Offset: 4, Text: "foo"},
		"1e999":                  {Mistake: graph.BadNumber, Text: "1e999"},
		"x + .":                  {Mistake: graph.BadNumber, Offset: 4, Text: "."},
		"x⁻":                     {Mistake: graph.BadNumber, Offset: 1, Text: "⁻"},
		"a = 1, 2 = b":           {Mistake: graph.BadName, Offset: 7, Text: "2"},
		"a, e = 1":               {Mistake: graph.BadName, Offset: 3, Text: "e"},
		"exp = x":                {Mistake: graph.BadName, Text: "exp"},
		"wx + ":                  {Mistake: graph.Unfinished, Offset: 5},
		"f = ":                   {Mistake: graph.Unfinished, Offset: 4},
		"σ(x":                    {Mistake: graph.Unclosed, Offset: 2, Text: "("},
		"max(a, b":               {Mistake: graph.Unclosed, Offset: 3, Text: "("},
		"(a)) + 1":               {Mistake: graph.Unopened, Offset: 3, Text: ")"},
		"(a]":                    {Mistake: graph.Unopened, Offset: 2, Text: "]"},
		"() + 1":                 {Mistake: graph.MissingOperand, Offset: 1, Text: ")"},
		"a * / b":                {Mistake: graph.MissingOperand, Offset: 4, Text: "/"},
		"a ** ÷ b":               {Mistake: graph.MissingOperand, Offset: 5, Text: "÷"},
		"²x":                     {Mistake: graph.MissingOperand, Text: "²"},
		"exp()":                  {Mistake: graph.MissingOperand, Offset: 4, Text: ")"},
		"2 3":                    {Mistake: graph.NoOperator, Offset: 2, Text: "3"},
		"(a)2":                   {Mistake: graph.NoOperator, Offset: 3, Text: "2"},
		"1/2x":                   {Mistake: graph.Ambiguous, Offset: 3, Text: "x"},
		"a/b exp(x)":             {Mistake: graph.Ambiguous, Offset: 4, Text: "exp"},
		"ln x":                   {Mistake: graph.NeedsBrackets, Text: "ln"},
		"f = 1, f + tanhx(2)":    {Mistake: graph.NeedsBrackets, Offset: 11, Text: "tanh"},
		"b + max(a)":             {Mistake: graph.WrongCount, Offset: 4, Text: "max", Want: 2},
		"exp(a, b)":              {Mistake: graph.WrongCount, Text: "exp", Want: 1},
		"f = 1; f = 2":           {Mistake: graph.DefinedTwice, Offset: 7, Text: "f"},
		"f = g + 1; g = f":       {Mistake: graph.Circular, Offset: 15, Text: "f"},
		"x + 1, f = f":           {Mistake: graph.Circular, Offset: 11, Text: "f"},
	} {
		g := graph.New()
		g.Var("x", 1)
		out, err := g.Parse(formula)
		var got *graph.SyntaxError
		switch {
		case !errors.As(err, &got):
			t.Errorf("%q is read as %v", formula, out.Value())
		case *got != want:
			t.Errorf("%q: %+v, want %+v", formula, *got, want)
		case g.Len() != 1 || len(g.Variables()) != 1:
			t.Errorf("%q leaves %d nodes", formula, g.Len())
		case got.Mistake != graph.TooDeep && !strings.Contains(err.Error(), got.Text):
			t.Errorf("%q: the message %q does not say what", formula, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"w*x^2 + b", "w x² + b", "2wx", "1/(1+exp(-x))", "σ(x)", "max(a, b)", "f = g + b, g = wx", "e^x", "x⁻²",
		"f=g;g=f", "((((", "a/2b", "loss = -ln(p), p = exp(a)/(exp(a) + exp(b))", "x₁+w_12", "한글", "2e-3", "\xff(",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, formula string) {
		g := graph.New()
		g.Var("x", 2)
		out, err := g.Parse(formula)
		if err != nil {
			var at *graph.SyntaxError
			if !errors.As(err, &at) || at.Offset < 0 || at.Offset > len(formula) {
				t.Fatalf("%q: %v", formula, err)
			}
			if g.Len() != 1 || !strings.HasPrefix(formula[at.Offset:], at.Text) && at.Mistake != graph.NeedsBrackets {
				t.Fatalf("%q: %d nodes, %q is not at %d", formula, g.Len(), at.Text, at.Offset)
			}
			return
		}
		value := out.Value()
		g.Forward()
		same(t, formula+" again", out.Value(), value)
		g.Backward(out)
		order := g.Order(out)
		if len(order) == 0 || order[len(order)-1] != out {
			t.Fatalf("%q: the result is not the last of %d nodes", formula, len(order))
		}
		if len(order) > 60 { // drawings are for looking at
			return
		}
		for _, p := range g.Draw(out).Places {
			if math.IsNaN(p.Y) || p.Y < -1e-9 || p.Layer < 0 {
				t.Fatalf("%q: a node at layer %d, height %v", formula, p.Layer, p.Y)
			}
		}
	})
}
