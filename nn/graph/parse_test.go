package graph_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"hakseup/nn/formula"
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
		"√(x+a) + |y| − min(a, b)":         math.Sqrt(3.5) + 2 - 2,
		"sin x cos(x) + tan(x)²":           math.Sin(x)*math.Cos(x) + math.Tan(x)*math.Tan(x),
		"max(a, b, 7) + 40%":               7.4,
		"x log_2 8 + e²":                   3*x + math.Exp(2),
		"z₁ = wx, 2z1":                     2 * w * x,
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
	if got := strings.Join(names, " "); got != "rate x1 w_12 σ h" {
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

// What is written twice is one node, also across parts with a name. Operands
// stay in their order.
func TestParseSharesNodes(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"(x+1)^2 + (x+1)":       "x 1 + 2 ^ +",
		"f = (1+x) g, g = 1+x":  "1 x + ×",
		"x² + (x²)·(-1) - x^2":  "x 2 ^ −1 × + −",
		"-(x+1) - (x+1)":        "x 1 + −1 × −",
		"(x+1) + (1+x)":         "x 1 + + +",
		"σ(x)(1 - σ(x))":        "x σ 1 − ×",
		"max(x, 1) + max(1, x)": "x 1 max max +",
	} {
		g := graph.New()
		out, err := g.Parse(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		var got []string
		for _, n := range g.Order(out) {
			word := n.Op().String()
			if n.Op() == graph.Const || n.Op() == graph.Var {
				word = g.Label(n)
			}
			got = append(got, word)
		}
		if strings.Join(got, " ") != want || g.Len() != len(got) {
			t.Errorf("%q has the nodes %v (%d in all), want %v", text, got, g.Len(), want)
		}
	}
	g := graph.New()
	out, err := g.Parse("x - (x+1)")
	if err != nil {
		t.Fatal(err)
	}
	if o := out.Operands(); o[0].Op() != graph.Var || o[1].Op() != graph.Add {
		t.Errorf("operands %v, %v", o[0].Op(), o[1].Op())
	}
}

// A graph that answers an exercise reads log as the exercise does, and builds
// from a tree that was read elsewhere.
func TestParseLogBase(t *testing.T) {
	t.Parallel()
	g := graph.New()
	g.LogBase = 10
	x := g.Var("x", 1000)
	out, err := g.Parse("log x + ln x")
	if err != nil {
		t.Fatal(err)
	}
	near(t, "log 1000 + ln 1000", out.Value(), 3+math.Log(1000), 1e-14)
	tree, mistake := formula.Parse("x/2 + z", formula.Table{Free: true})
	if mistake != nil {
		t.Fatal(mistake)
	}
	if out, err = g.Build(tree); err != nil || out.Operands()[0].Operands()[0] != x || g.Named("z") == nil {
		t.Errorf("built %v, %v", out, err)
	}
}

func TestParseMistakes(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat("(", 200) + "x" + strings.Repeat(")", 200)
	for text, want := range map[string]formula.Error{
		"":                       {Mistake: formula.Empty},
		" \n;, ":                 {Mistake: formula.Empty},
		strings.Repeat("1", 4e3): {Mistake: formula.TooLong, Offset: 2000},
		deep:                     {Mistake: formula.TooDeep, Offset: 100, Text: "("},
		"x # 2":                  {Mistake: formula.UnknownSymbol, Offset: 2, Text: "#"},
		"한 + #":                  {Mistake: formula.UnknownSymbol, Offset: 6, Text: "#"},
		"(1, 2)":                 {Mistake: formula.Separator, Offset: 2, Text: ","},
		"x == 2":                 {Mistake: formula.LooseCondition, Offset: 2, Text: "=="},
		"softmax(a1,a2)":         {Mistake: formula.UnknownFunction, Text: "softmax"},
		"x + aln(x)":             {Mistake: formula.UnknownFunction, Offset: 4, Text: "aln"},
		"f = (x>0 ? x : 0), 2f":  {Mistake: formula.NoNode, Offset: 6, Text: ">"},
		"x + acos(x)":            {Mistake: formula.NoNode, Offset: 4, Text: "acos"},
		"2 + foo(x)":             {Mistake: formula.UnknownFunction, Offset: 4, Text: "foo"},
		"1e999":                  {Mistake: formula.TooLarge, Text: "1e999"},
		"x + .":                  {Mistake: formula.BadNumber, Offset: 4, Text: "."},
		"x⁻":                     {Mistake: formula.BadNumber, Offset: 1, Text: "⁻"},
		"a = 1, 2 = b":           {Mistake: formula.BadName, Offset: 7, Text: "2"},
		"a, e = 1":               {Mistake: formula.BadName, Offset: 3, Text: "e"},
		"exp = x":                {Mistake: formula.BadName, Text: "exp"},
		"wx + ":                  {Mistake: formula.Unfinished, Offset: 5},
		"f = ":                   {Mistake: formula.Unfinished, Offset: 4},
		"σ(x":                    {Mistake: formula.Unclosed, Offset: 2, Text: "("},
		"max(a, b":               {Mistake: formula.Unclosed, Offset: 3, Text: "("},
		"(a)) + 1":               {Mistake: formula.Unopened, Offset: 3, Text: ")"},
		"(a]":                    {Mistake: formula.Unopened, Offset: 2, Text: "]"},
		"() + 1":                 {Mistake: formula.MissingOperand, Offset: 1, Text: ")"},
		"a * / b":                {Mistake: formula.MissingOperand, Offset: 4, Text: "/"},
		"a ** ÷ b":               {Mistake: formula.MissingOperand, Offset: 5, Text: "÷"},
		"²x":                     {Mistake: formula.MissingOperand, Text: "²"},
		"exp()":                  {Mistake: formula.MissingOperand, Offset: 4, Text: ")"},
		"2 3":                    {Mistake: formula.NoOperator, Offset: 2, Text: "3"},
		"(a)2":                   {Mistake: formula.NoOperator, Offset: 3, Text: "2"},
		"1/2x":                   {Mistake: formula.Ambiguous, Offset: 3, Text: "x"},
		"a/b exp(x)":             {Mistake: formula.Ambiguous, Offset: 4, Text: "exp"},
		"ln x^2":                 {Mistake: formula.NeedsBrackets, Text: "ln"},
		"f = 1, f + tanhx(2)":    {Mistake: formula.UnknownFunction, Offset: 11, Text: "tanhx"},
		"b + max(a)":             {Mistake: formula.WrongCount, Offset: 4, Text: "max", Want: 2},
		"exp(a, b)":              {Mistake: formula.WrongCount, Text: "exp", Want: 1},
		"f = 1; f = 2":           {Mistake: formula.DefinedTwice, Offset: 7, Text: "f"},
		"f = g + 1; g = f":       {Mistake: formula.Circular, Offset: 15, Text: "f"},
		"x + 1, f = f":           {Mistake: formula.Circular, Offset: 11, Text: "f"},
	} {
		g := graph.New()
		g.Var("x", 1)
		out, err := g.Parse(text)
		var got *formula.Error
		switch {
		case !errors.As(err, &got):
			t.Errorf("%q is read as %v", text, out.Value())
		case *got != want:
			t.Errorf("%q: %+v, want %+v", text, *got, want)
		case g.Len() != 1 || len(g.Variables()) != 1:
			t.Errorf("%q leaves %d nodes", text, g.Len())
		case got.Mistake != formula.TooDeep && got.Mistake != formula.TooLarge && !strings.Contains(err.Error(), got.Text):
			t.Errorf("%q: the message %q does not say what", text, err)
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
	f.Fuzz(func(t *testing.T, text string) {
		g := graph.New()
		g.Var("x", 2)
		out, err := g.Parse(text)
		if err != nil {
			var at *formula.Error
			if !errors.As(err, &at) || at.Offset < 0 || at.Offset > len(text) {
				t.Fatalf("%q: %v", text, err)
			}
			if g.Len() != 1 || !strings.HasPrefix(text[at.Offset:], at.Text) {
				t.Fatalf("%q: %d nodes, %q is not at %d", text, g.Len(), at.Text, at.Offset)
			}
			return
		}
		value := out.Value()
		g.Forward()
		same(t, text+" again", out.Value(), value)
		g.Backward(out)
		order := g.Order(out)
		if len(order) == 0 || order[len(order)-1] != out {
			t.Fatalf("%q: the result is not the last of %d nodes", text, len(order))
		}
		if len(order) > 60 { // drawings are for looking at
			return
		}
		for _, p := range g.Draw(out).Places {
			if math.IsNaN(p.Y) || p.Y < -1e-9 || p.Layer < 0 {
				t.Fatalf("%q: a node at layer %d, height %v", text, p.Layer, p.Y)
			}
		}
	})
}
