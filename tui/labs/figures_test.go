package labs_test

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hakseup/nn"
	"hakseup/tui/lab"
)

// figure is a number as the text of a lecture writes it, and what it is.
type figure struct {
	text string
	is   float64
}

// figures are the decimals of a lecture's text: those that it starts from or
// quotes from the handout, and those that are computed. Every one must be in
// both languages.
type figures struct {
	lecture  string
	given    []string
	computed []figure
}

// TestEveryFigureIsComputed holds every decimal of the texts against the
// engine: it is given, printed on the handout, or what labs and nn compute,
// rounded as it is written.
func TestEveryFigureIsComputed(t *testing.T) {
	t.Parallel()
	for _, f := range []figures{
		figures01(t), figures02(t), figures03(t), figures04(t), figures05(t), figures06(t), figures07(t), figures08(t), figures09(t), figures10(t), figures11(t),
	} {
		t.Run(f.lecture, func(t *testing.T) {
			t.Parallel()
			known := map[string]bool{}
			for _, g := range f.given {
				known[g] = true
			}
			for _, c := range f.computed {
				known[c.text] = true
				digits := strings.Replace(c.text, "−", "-", 1)
				_, decimals, _ := strings.Cut(digits, ".")
				if got := strconv.FormatFloat(c.is, 'f', len(decimals), 64); got != digits {
					t.Errorf("the text says %s, it is %v", c.text, c.is)
				}
			}
			for _, name := range []string{"ko.md", "en.md"} {
				f.holds(t, name, known)
			}
		})
	}
}

func (f figures) holds(t *testing.T, name string, known map[string]bool) {
	t.Helper()
	directive := regexp.MustCompile(`(?s)<!--.*?-->`)
	decimal := regexp.MustCompile(`−?-?\d+\.\d+`)
	src, err := os.ReadFile("../../lessons/" + f.lecture + "/" + name)
	if err != nil {
		t.Fatal(err)
	}
	text := directive.ReplaceAllString(string(src), "")
	for _, c := range f.computed {
		if !strings.Contains(text, c.text) {
			t.Errorf("%s does not say %s", name, c.text)
		}
	}
	for _, found := range decimal.FindAllString(text, -1) {
		if !known[found] && !known[strings.TrimLeft(found, "-−")] {
			t.Errorf("%s says %s: where is it from?", name, found)
		}
	}
}

// fact returns a fact of a lab in a scene, after a number of steps.
func fact(t *testing.T, id, scene, name string, steps int) float64 {
	t.Helper()
	l := inScene(t, id, scene)
	advance(l, steps)
	f, ok := lab.FactOf(l, name)
	if !ok || !f.Known {
		t.Fatalf("%s %s does not know %q", id, scene, name)
	}
	return f.Value
}

func figures04(t *testing.T) figures {
	t.Helper()
	gates := func(scene, name string, steps int) float64 { return fact(t, "gates", scene, name, steps) }
	act := func(scene, name string) float64 { return fact(t, "activations", scene, name, 0) }
	const and = "w1=0 w2=0 b=0"
	return figures{
		lecture: "04-perceptron",
		given:   []string{"0.5", "1.5", "3.5", "0.38", "0.9", "0.1"}, // the rule's rate, weights, options, and what a task asks for
		computed: []figure{
			{"-1", fact(t, "perceptron", "x2=0", "a", 0)},
			{"1", gates("w1=2 w2=1", "cross.x1", 0)},
			{"2", gates("w1=2 w2=1", "cross.x2", 0)},
			{"0.75", gates("w1=4 w2=4 b=-3", "cross.x1", 0)},
			{"11", gates(and, "corrected", 99)},
			{"0.5", gates(and, "w2", 99)},
			{"-1.5", gates(and, "b", 99)},
			{"−0.5", gates(and, "b", 1)},
			{"2", act("view=pair f=identity", "y")},
			{"0.5", act("f=sigmoid", "h")},
			{"2.718", math.E},
			{"0.018", 1 - act("f=sigmoid x=4", "h")},
			{"0.25", act("f=sigmoid", "slope")},
			{"0.982", act("f=sigmoid x=4", "h")},
			{"0.0177", act("f=sigmoid x=4", "slope")},
			{"0.105", act("f=sigmoid x=2", "slope")},
			{"0.105", act("f=sigmoid x=-2", "slope")},
			{"0.01", act("f=leaky x=-2", "slope")},
		},
	}
}

func figures05(t *testing.T) figures {
	t.Helper()
	at := func(point, name string) float64 { return fact(t, "fold", point, name, 0) }
	return figures{
		lecture: "05-multilayer-perceptron",
		given: []string{
			"0.5", "1.5", "0.1", // weights of the page, the input of the calculator
			"58.8", "17.5", "93.1", "39.8", "99.3", "57.6", "91.5", // TestXORIsLearnedAsOftenAsTheTableSays
		},
		computed: []figure{
			{"0.5", at("x1=0 x2=0", "pre.1")},
			{"-0.5", at("x1=0 x2=0", "pre.2")},
			{"−0.5", at("x1=0 x2=1", "a")},
			{"1.5", at("x1=1 x2=0", "pre.1")},
			{"-1.5", at("x1=0 x2=1", "pre.2")},
			{"0.81", fact(t, "calculator", "", "a.1", 0)},
		},
	}
}

func figures02(t *testing.T) figures {
	t.Helper()
	in := func(id, scene, name string) figure {
		v := fact(t, id, scene, name, 0)
		return figure{lab.Brief(v), v}
	}
	const angle, shadow = "view=dot a1=3 a2=1 b1=1 b2=2 ", "view=shadow a1=4 a2=0 "
	const level, unit = "view=level x1=3 x2=4", "view=unit u1=0.6 u2=0.8 "
	turned := in("vectors", angle+"turn=120", "dot")
	turned.text = "-3.54" // in a formula
	f := figures{
		lecture: "02-vectors-matrices",
		given:   []string{"0.6", "0.5", "1.5"},
		computed: []figure{
			in("dot", "", "product.1"), in("dot", "", "product.2"), in("dot", "", "product.3"), in("dot", "", "dot"),
			in("vectors", angle, "dot"), in("vectors", angle, "angle"), in("vectors", angle, "most"), turned,
			in("vectors", "view=dot b1=1 b2=1.5", "dot"), in("vectors", "view=dot b1=2 b2=3", "dot"),
			{"0.789", fact(t, "vectors", "view=dot b1=2 b2=3", "cos", 0)},
			in("vectors", shadow+"b1=2 b2=1", "dot"), in("vectors", shadow+"b1=1 b2=4", "dot"),
			in("norm", level, "l1"), in("norm", level, "l2"),
			in("norm", unit+"p=1", "norm"), in("norm", unit+"p=2", "norm"), in("norm", unit+"p=8.25", "norm"),
			in("tensor", "kind=matrix row=1 col=3", "number"), in("shapes", "", "result.rows"), in("shapes", "swap=on", "result.rows"),
		},
	}
	for _, place := range []string{"11", "12"} { // the others are for the learner to find
		f.computed = append(f.computed, in("matmul", "step=12", "c."+place))
	}
	return f
}

func figures06(t *testing.T) figures {
	t.Helper()
	soft := func(scene, name string) float64 { return fact(t, "softmax", scene, name, 0) }
	loss := func(scene, name string) float64 { return fact(t, "loss", scene, name, 0) }
	calc := func(scene, name string, steps int) float64 { return fact(t, "calculator", scene, name, steps) }
	power := func(scene, name string) float64 { return fact(t, "exponential", scene, name, 0) }
	const ratio, turned = "beside=ratio ", "beside=ratio cat=-1 dog=-3"
	return figures{
		lecture: "06-softmax-loss",
		given: []string{
			"1.5", "3.7", "11.5", "13.7", "1001.5", "1003.7", "0.74", "0.44", // scores, and what follows at sight
			"0.1", "0.10", "0.9", "0.01", "0.8", "0.5", "0.6", "0.95", // outputs, and options
			"0.2", "0.3", "0.4", "0.7", "1.1", "0.42", "0.05", "1.81", // the worked example
			"0.48", "0.04", "0.096", // the handout's slips
		},
		computed: []figure{
			{"2.718", math.E},
			{"7.39", power("x=2", "exp")},
			{"0.0498", power("x=-3", "exp")},
			{"−0.693", power("view=log v=0.5", "ln")},
			{"2.303", power("view=log", "times")},
			{"4.48", soft("", "exp.cat")},
			{"40.4", soft("", "exp.dog")},
			{"44.9", soft("", "sum")},
			{"0.0998", soft("", "y.cat")},
			{"0.9002", soft("shift=10", "y.dog")},
			{"0.900", soft("", "y.dog")},
			{"0.29", soft(ratio+"temp=5", "other.cat")},
			{"0.71", soft(ratio, "other.dog")},
			{"−0.370", soft(ratio+"cat=-1", "other.cat")},
			{"1.370", soft(ratio+"cat=-1", "other.dog")},
			{"0.750", soft(turned, "other.dog")},
			{"0.881", soft(turned, "y.cat")},
			{"2.2", soft("", "gap")},
			{"0.456", soft(ratio+"shift=10", "other.cat")},
			{"0.544", soft(ratio+"shift=10", "other.dog")},
			{"0.608", soft("temp=5", "y.dog")},
			{"0.988", soft("temp=0.5", "y.dog")},
			{"0.405", nn.SquaredError([]float64{0.9}, []float64{0})},
			{"0.81", loss("", "mse")},
			{"0.25", loss("p=0.5", "mse")},
			{"0.54", 2 * nn.SquaredError([]float64{0.1, 0.9, 0}, []float64{1, 0, 0}) / 3},
			{"0.223", loss("p=0.8", "ce")},
			{"1.609", loss("p=0.8 truth=dog", "ce")},
			{"0.0969", loss("p=0.8 base=log10", "ce")},
			{"0.097", loss("p=0.8 base=log10", "ce")},
			{"0.980", loss("p=0.01", "mse")},
			{"2.30", loss("", "ce")},
			{"4.61", loss("p=0.01", "ce")},
			{"−0.16", loss("axis=score score=-2.2", "slope.mse")},
			{"−0.90", loss("axis=score score=-2.2", "slope.ce")},
			{"−0.0195", loss("axis=score score=-4.6", "slope.mse")},
			{"−0.99", loss("axis=score score=-4.6", "slope.ce")},
			{"−4.6", math.Log(0.01) - math.Log(0.99)},
			{"0.11", calc("", "wz.1", 0)},
			{"0.19", calc("", "wz.2", 0)},
			{"0.81", calc("", "a.1", 0)},
			{"0.39", calc("", "a.2", 0)},
			{"0.91", calc("w12=1.1", "a.1", 0)},
			{"2.248", calc("", "exp.1", 0)},
			{"1.477", calc("", "exp.2", 0)},
			{"3.725", calc("", "sum", 0)},
			{"0.603", calc("", "y.1", 0)},
			{"0.397", calc("", "y.2", 0)},
			{"0.157", calc("", "mse", 0)},
			{"0.505", calc("", "ce", 0)},
			{"0.219", calc("", "ce10", 0)},
			{"−0.397", calc("", "slope.b1", 0)},
			{"0.779", 0.7 - 0.2*calc("", "slope.b1", 0)},
			{"0.431", calc("", "ce", 1)},
			{"0.075", calc("", "ce", 0) - calc("", "ce", 1)},
			{"0.75", 10 * (calc("", "ce", 0) - calc("", "ce", 1))},
			{"0.167", calc("", "ce", 10)},
		},
	}
}
