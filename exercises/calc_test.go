package exercises_test

import (
	"math"
	"slices"
	"testing"

	"hakseup/exercises"
	"hakseup/lessons/lang"
)

// loss is a calculation in three steps: a probability of two exponentials, its
// complement, the complement squared.
func loss() exercises.Calc {
	return exercises.From(0.48, 1.02).
		Then(lang.T("지수함수의 값", "the exponentials"), func(a []float64) []float64 {
			return []float64{math.Exp(a[0]), math.Exp(a[1])}
		}).
		Value(lang.T("확률", "the probability"), func(e []float64) float64 { return e[0] / (e[0] + e[1]) }).
		Value(lang.Text{}, func(y []float64) float64 { return (1 - y[0]) * (1 - y[0]) })
}

func TestWays(t *testing.T) {
	t.Parallel()
	ways := loss().Ways()
	if got := ways[0]; len(got.Rounded()) != 0 || math.Abs(got.Value[0]-0.399187) > 1e-5 {
		t.Errorf("the first way is %+v, want the plain one", got)
	}
	for _, want := range []struct {
		value float64
		steps int
		how   string
	}{
		{0.3969, 1, "the probability rounded to 0.37, as the handout does"},
		{0.4096, 1, "the probability cut off to 0.36"},
		{0.39813, 1, "the exponentials rounded to 1.62 and 2.77"},
		{0.399424, 1, "the probability rounded to 0.368"},
	} {
		i := slices.IndexFunc(ways, func(w exercises.Way) bool { return math.Abs(w.Value[0]-want.value) < 1e-5 })
		if i < 0 {
			t.Errorf("no way to %g: %s", want.value, want.how)
			continue
		}
		if len(ways[i].Rounded()) != want.steps {
			t.Errorf("%s: rounded %+v", want.how, ways[i].Rounded())
		}
	}
	if i := slices.IndexFunc(ways, func(w exercises.Way) bool { return w.Value[0] < 0.38 || w.Value[0] > 0.42 }); i >= 0 {
		t.Errorf("a way leads to %v by %+v", ways[i].Value, ways[i].Rounded())
	}
}

func TestAndKeepsWhatIsThere(t *testing.T) {
	t.Parallel()
	c := exercises.From(1.0/3, 2.0/3).
		And(lang.T("합", "the sum"), func(x []float64) []float64 { return []float64{x[0] + x[1] + 1.0/7} }).
		Then(lang.Text{}, func(x []float64) []float64 { return x })
	for _, w := range c.Ways() {
		if w.Value[0] != 1.0/3 || w.Value[1] != 2.0/3 {
			t.Errorf("the sum was rounded, but so was %v", w.Value[:2])
		}
	}
	if n := len(c.Ways()); n < 6 {
		t.Errorf("%d ways, want the sum rounded to two, three and four decimals and cut off", n)
	}
}

// TestRoundingIsForgivenButNotTooFewDigits answers with every usual rounding.
func TestRoundingIsForgivenButNotTooFewDigits(t *testing.T) {
	t.Parallel()
	v := exercises.Variant{Parts: []exercises.Part{exercises.Number("x", said, said,
		exercises.Right(exercises.To(3, loss()), said),
		exercises.Mistaken("double", exercises.To(3, loss().Then(lang.Text{}, func(x []float64) []float64 {
			return []float64{2 * x[0]}
		})), said),
		exercises.Mistaken("half", exercises.Exactly(0.5), said))}}
	for input, want := range map[string]string{
		"0.399": "correct", "0.3992": "correct", ".39916": "correct", "0.396": "correct", "0.398": "correct",
		"0.409": "correct", "(1-0.37)^2": "correct",
		"0.4": "wrong rough", "0.39": "wrong rough", "0.4019": "wrong rough",
		"0.798": "wrong double", "0.794": "wrong double", "0.5": "wrong half",
		"0.8": "wrong ", "0.6": "wrong ", "0.123": "wrong ",
	} {
		res := exercises.Grade(v, map[string]string{"x": input}).Parts[0]
		if got := res.Outcome.String(); got != want && got+" "+res.Mistake != want {
			t.Errorf("%s is %s %q, want %s", input, got, res.Mistake, want)
		}
	}
}
