package formula_test

import (
	"math"
	"testing"

	"hakseup/nn/formula"
)

func TestKey(t *testing.T) {
	t.Parallel()
	for key, names := range map[string][]string{
		"x":       {"x"},
		"w_11":    {"w₁₁", "w11", "w_11", "w_{11}"},
		"w_ij":    {"wᵢⱼ", "w_ij", "w_{ij}"},
		"rate_2":  {"rate2", "rate₂"},
		"f'":      {"f'", "f′", "f’"},
		"y_1''":   {"y₁''", "y1′′"},
		"∂L/∂f":   {"∂L/∂f", "dL/df", "∂L / ∂f", "(∂L)/(∂f)", "( d L ) / (d f)"},
		"∂L/∂w_1": {"dL/dw1", "∂L/∂w₁"},
		"∂L/df":   {"∂L/df"},
		"x_":      {"x_"},
		"":        {""},
	} {
		for _, name := range names {
			if got := formula.Key(name); got != key {
				t.Errorf("the key of %q is %q, want %q", name, got, key)
			}
		}
	}
}

func TestIsName(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bool{
		"x": true, "loss": true, "w_12": true, "h3": true, "σ": true, "한": true,
		"": false, "2": false, "e": false, "π": false, "exp": false, "Max": false, "x + 1": false, "x²": false, "expx": false,
	} {
		if got := formula.IsName(name); got != want {
			t.Errorf("%q is a name: %v, want %v", name, got, want)
		}
	}
}

// A table decides what a name means.
func TestTableDecides(t *testing.T) {
	t.Parallel()
	variables := map[string]float64{"e": 5, "x": 2, "x10": 3, "E": 4, "d": 1, "f": 7, "log": 9}
	for _, c := range []struct {
		table formula.Table
		text  string
		want  float64
	}{
		{formula.Table{}, "log 100", 2},
		{formula.Table{Log: math.E}, "log 100", math.Log(100)},
		{formula.Table{Log: 2}, "log(8)", 3},
		{formula.Table{Log: math.E}, "log_10(100) + lg 10", 3},
		{formula.Table{}, "e", math.E},
		{formula.Table{Variables: []string{"e"}}, "2e", 10},
		{formula.Table{Free: true}, "E", 4},
		{formula.Table{}, "E", math.E},
		{formula.Table{Variables: []string{"x"}}, "3x10^2", 300},
		{formula.Table{Variables: []string{"x", "x10"}}, "3x10^2", 27},
		{formula.Table{Free: true}, "3x10^2", 27},
		{formula.Table{Variables: []string{"x"}}, "3x", 6},
		{formula.Table{Free: true, Variables: []string{"e"}}, "3 e-1", 14},
	} {
		n, err := formula.Parse(c.text, c.table)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if v, err := n.Value(variables); err != nil || math.Abs(v-c.want) > 1e-12 {
			t.Errorf("%q with %+v is %v, %v, want %v", c.text, c.table, v, err, c.want)
		}
	}
}

func TestDigits(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]formula.Digits{
		"0.396": {Decimals: 3, Significant: 3}, "-0.40": {Decimals: 2, Significant: 2}, ".5": {Decimals: 1, Significant: 1}, "12": {Significant: 2}, "5.": {Significant: 1}, "0.0396": {Decimals: 4, Significant: 3}, "0.00": {Decimals: 2},
		"2e-3": {Decimals: 3, Significant: 1}, "2.50e1": {Decimals: 1, Significant: 3}, "1.2E+2": {Decimals: -1, Significant: 2}, "39.7%": {Decimals: 3, Significant: 3}, "40 %": {Decimals: 2, Significant: 2}, "--7": {Significant: 1},
		"6.8x10^1": {Significant: 2}, "6.8×10^-1": {Decimals: 2, Significant: 2}, "-6.80·10⁻²": {Decimals: 4, Significant: 3}, "(0.25)": {Decimals: 2, Significant: 2},
	} {
		n, err := formula.Parse(text, formula.Table{})
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got, ok := n.Digits(); !ok || got != want {
			t.Errorf("%q: %+v, %v, want %+v", text, got, ok, want)
		}
	}
	for _, text := range []string{"1/3", "√2", "½", "e", "1+1", "2*3", "10^2", "2·10^(1/2)", "2·10^π", "2·5^2"} {
		n, err := formula.Parse(text, formula.Table{})
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got, ok := n.Digits(); ok {
			t.Errorf("%q is plain: %+v", text, got)
		}
	}
}

// Tokens tell enough to cut a text into entries, and each entry is read by itself.
func TestTokens(t *testing.T) {
	t.Parallel()
	const text = "1 -√2, 3;\n[x"
	tokens, err := formula.Scan(text, formula.Table{Variables: []string{"x"}})
	if err != nil {
		t.Fatal(err)
	}
	want := []formula.Token{
		{Kind: formula.KindNumber, Text: "1", Value: 1},
		{Kind: formula.KindSign, Text: "-", Meaning: "-", Offset: 2, Spaced: true},
		{Kind: formula.KindFunction, Text: "√", Meaning: "sqrt", Offset: 3},
		{Kind: formula.KindNumber, Text: "2", Value: 2, Offset: 6},
		{Kind: formula.KindComma, Text: ",", Offset: 7},
		{Kind: formula.KindNumber, Text: "3", Value: 3, Offset: 9, Spaced: true},
		{Kind: formula.KindSemicolon, Text: ";", Offset: 10},
		{Kind: formula.KindNewline, Text: "\n", Offset: 11},
		{Kind: formula.KindOpen, Text: "[", Offset: 12},
		{Kind: formula.KindName, Text: "x", Meaning: "x", Offset: 13},
		{Kind: formula.KindEnd, Offset: 14},
	}
	if len(tokens) != len(want) {
		t.Fatalf("%d tokens: %+v", len(tokens), tokens)
	}
	for i := range want {
		if tokens[i] != want[i] {
			t.Errorf("token %d is %+v, want %+v", i, tokens[i], want[i])
		}
	}
	for _, c := range []struct {
		from, to int
		want     float64
		mistake  formula.Error
	}{
		{0, 1, 1, formula.Error{}},
		{1, 4, -math.Sqrt2, formula.Error{}},
		{1, 2, 0, formula.Error{Mistake: formula.Unfinished, Offset: 3}},
		{5, 5, 0, formula.Error{Mistake: formula.Empty}},
		{7, 8, 0, formula.Error{Mistake: formula.Empty, Offset: 12}},
		{8, 11, 0, formula.Error{Mistake: formula.Unclosed, Offset: 12, Text: "["}},
	} {
		n, err := formula.ParseTokens(tokens[c.from:c.to], formula.Table{})
		if err != nil {
			if *err != c.mistake {
				t.Errorf("tokens %d to %d: %+v, want %+v", c.from, c.to, *err, c.mistake)
			}
			continue
		}
		if v, err := n.Value(nil); err != nil || v != c.want {
			t.Errorf("tokens %d to %d are %v, %v, want %v", c.from, c.to, v, err, c.want)
		}
	}
	if tokens[1].Kind != formula.KindSign || tokens[4].Kind != formula.KindComma {
		t.Error("reading has changed the tokens")
	}
}

// What a reader of the tree sees.
func TestTree(t *testing.T) {
	t.Parallel()
	n, err := formula.Parse("w x² + max(1, w₁)", formula.Table{Variables: []string{"w", "x", "w1"}})
	if err != nil {
		t.Fatal(err)
	}
	if n.Op() != formula.Add || n.Offset() != 6 || len(n.Operands()) != 2 {
		t.Errorf("the sum is %v at %d", n.Op(), n.Offset())
	}
	call := n.Operands()[1]
	if call.Op() != formula.Call || call.Name() != "max" || call.Text() != "max" || call.Offset() != 8 || call.Operands()[0].Literal() != 1 {
		t.Errorf("the function is %v", call)
	}
	if last := call.Operands()[1]; last.Name() != "w1" || last.Text() != "w₁" {
		t.Errorf("the index is %q, typed %q", last.Name(), last.Text())
	}
	if names := n.Variables(); len(names) != 3 || names[0] != "w" || names[1] != "x" || names[2] != "w1" {
		t.Errorf("variables %q", names)
	}
	if n.String() != "w*x^2 + max(1, w1)" {
		t.Errorf("written as %q", n)
	}
}
