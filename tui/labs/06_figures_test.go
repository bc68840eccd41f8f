package labs

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"hakseup/nn"
)

// figure is a number as the text of lecture 06 writes it, and what it is.
type figure struct {
	text string
	is   float64
}

// TestLecture06Figures holds every decimal of the lecture's text: it is given,
// printed on the handout, or what nn computes, rounded as it is written.
func TestLecture06Figures(t *testing.T) {
	t.Parallel()
	directive := regexp.MustCompile(`(?s)<!--.*?-->`)
	decimal := regexp.MustCompile(`−?-?\d+\.\d+`)
	known := map[string]bool{}
	for _, g := range givenFigures() {
		known[g] = true
	}
	for _, f := range computedFigures() {
		known[f.text] = true
		digits := strings.Replace(f.text, "−", "-", 1)
		_, decimals, _ := strings.Cut(digits, ".")
		if got := strconv.FormatFloat(f.is, 'f', len(decimals), 64); got != digits {
			t.Errorf("the text says %s, nn says %v", f.text, f.is)
		}
	}
	for _, name := range []string{"ko.md", "en.md"} {
		src, err := os.ReadFile("../../lessons/06-softmax-loss/" + name)
		if err != nil {
			t.Fatal(err)
		}
		text := directive.ReplaceAllString(string(src), "")
		for _, f := range computedFigures() {
			if !strings.Contains(text, f.text) {
				t.Errorf("%s does not say %s", name, f.text)
			}
		}
		for _, found := range decimal.FindAllString(text, -1) {
			if !known[found] && !known[strings.TrimLeft(found, "-−")] {
				t.Errorf("%s says %s: where is it from?", name, found)
			}
		}
	}
}

// givenFigures are what the text starts from, or quotes from the handout.
func givenFigures() []string {
	return []string{
		"1.5", "3.7", "1003.7", // scores
		"0.1", "0.9", "0.01", "0.8", "0.37", // outputs
		"0.2", "0.3", "0.4", "0.5", "0.7", "1.1", // the worked example
		"0.48", "0.04", "0.096", // the handout's slips
	}
}

func computedFigures() []figure {
	soft := func(temperature float64, a ...float64) []float64 {
		y := make([]float64, len(a))
		nn.Softmax(y, a, temperature)
		return y
	}
	ratio := func(a ...float64) []float64 { return ratioOf(a).shares }
	plain := softmaxOf([]float64{1.5, 3.7}, 1, false)
	cat := []float64{1, 0}
	mse := func(y ...float64) float64 {
		t := make([]float64, len(y))
		t[0] = 1
		return nn.SquaredError(y, t)
	}
	ce := func(p float64) float64 { return nn.CrossEntropy([]float64{p, 1 - p}, cat) }
	ce10 := func(p float64) float64 { return nn.CrossEntropyBase([]float64{p, 1 - p}, cat, 10) }
	loss := NewLoss().(*lossLab)
	lossByScore := NewLoss().(*lossLab)
	lossByScore.Set("p", 0.01)
	lossByScore.Set("axis", 1)
	at := lossByScore.at()

	worked := NewCalculator().(*calculatorLab)
	w := worked.work()
	worked.Set("truth", 1)
	second := worked.work()
	worked.Reset(1)
	worked.Set("w12", 1.1)
	turned := worked.work()
	practice := NewCalculator().(*calculatorLab)
	practice.Set("preset", 1)
	losses := []float64{practice.work().ce}
	start := practice.work().y[0]
	for range 10 {
		practice.Step()
		losses = append(losses, practice.work().ce)
	}

	return []figure{
		{"4.48", plain.parts[0]},
		{"40.4", plain.parts[1]},
		{"44.9", plain.sum},
		{"0.0998", plain.shares[0]},
		{"0.9002", plain.shares[1]},
		{"0.900", plain.shares[1]},
		{"0.29", ratio(1.5, 3.7)[0]},
		{"0.71", ratio(1.5, 3.7)[1]},
		{"−0.370", ratio(-1, 3.7)[0]},
		{"1.37", ratio(-1, 3.7)[1]},
		{"0.750", ratio(-1, -3)[1]},
		{"0.881", soft(1, -1, -3)[0]},
		{"2.2", 3.7 - 1.5},
		{"0.456", ratio(11.5, 13.7)[0]},
		{"0.544", ratio(11.5, 13.7)[1]},
		{"0.0180", soft(1, -3, 1)[0]},
		{"0.310", soft(5, -3, 1)[0]},
		{"0.81", mse(0.1, 0.9)},
		{"0.25", mse(0.5, 0.5)},
		{"0.54", 2 * mse(0.1, 0.9, 0) / 3},
		{"0.223", ce(0.8)},
		{"1.61", ce(0.2)},
		{"0.4318", ce10(0.37)},
		{"0.994", ce(0.37)},
		{"2.303", math.Ln10},
		{"0.98", mse(0.01, 0.99)},
		{"2.30", ce(0.1)},
		{"4.61", ce(0.01)},
		{"−1.98", loss.slope(loss.mse(), 0.01)},
		{"−0.0196", lossByScore.slope(lossByScore.mse(), at)},
		{"−0.99", lossByScore.slope(lossByScore.ce(), at)},
		{"0.11", w.wz[0]},
		{"0.19", w.wz[1]},
		{"0.81", w.a[0]},
		{"0.39", w.a[1]},
		{"0.91", turned.a[0]},
		{"2.248", w.exp[0]},
		{"1.477", w.exp[1]},
		{"3.725", w.sum},
		{"0.603", w.y[0]},
		{"0.397", w.y[1]},
		{"0.157", w.mse},
		{"0.505", w.ce},
		{"0.219", w.ce10},
		{"0.925", second.ce},
		{"0.368", start},
		{"0.999", losses[0]},
		{"0.819", losses[1]},
		{"0.235", losses[10]},
	}
}
