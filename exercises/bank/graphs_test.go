package bank

import (
	"strings"
	"testing"

	"hakseup/exercises"
)

// TestGraphsOfPractice3 draws 연습문제 3 in many ways. Of the wrong ones the node
// that is to blame is named, and how it differs.
func TestGraphsOfPractice3(t *testing.T) {
	t.Parallel()
	e, _ := Find("practice-3")
	v := drawn(t, e, 0)
	for _, right := range []string{
		"a = x*x; g = w*a; f = g + b",
		"a = x^2; g = w*a; f = g + b",
		"a = x²; g = a*w; f = b + g",
		"a = w*x; g = a*x; f = g + b",
		"a = x*w; g = x*a; f = b + g",
		"f = g + b; g = w*a; a = x*x",
		"p = x*x; q = p*w; r = q + b",
		"n = -x; a = n*n; g = w*a; f = g + b",
		"a = x*x; g = w*a; c = -b; f = g - c",
		"c = 1/w; a = x*x; g = a/c; f = g + b",
		"a = x*x; g = w*a; h = g*1; f = h + b",
		"two = 2; a = x^two; g = w*a; f = g + b",
		"p = x + 1; q = x - 1; r = p*q; a = r + 1; g = w*a; f = g + b",
	} {
		if res := gradePart(v, "graph", right); res.Outcome != exercises.Correct {
			t.Errorf("%s is %s: %s", right, res.Outcome, res.Feedback.KO)
		}
	}
	for _, c := range []struct{ graph, mistake, node string }{
		{"a = x + x; g = w*a; f = g + b", "operation", "a = x + x"},
		{"a = x*x; g = w + a; f = g + b", "operation", "g = w + a"},
		{"a = x*x; g = w*a; f = g*b", "operation", "f = g*b"},
		{"a = x*x; g = w*a; f = g - b", "operation", "f = g - b"},
		{"a = x*x; g = w*a; f = b - g", "operation", "f = b - g"},
		{"a = x*x; g = w/a; f = g + b", "operation", "g = w/a"},
		{"a = x*x; g = a/w; f = g + b", "operation", "g = a/w"},
		{"a = x*x; g = w^a; f = g + b", "operation", "g = w^a"},
		{"a = 2^x; g = w*a; f = g + b", "swapped", "a = 2^x"},
		{"a = x^3; g = w*a; f = g + b", "number", "a = x^3"},
		{"a = x*x; g = w*x; f = g + b", "edge", "g = w*x"},
		{"a = w*w; g = a*x; f = g + b", "edge", "a = w*w"},
		{"a = w*x; g = a*a; f = g + b", "edge", "g = a*a"},
		{"a = x*x; g = b*a; f = g + b", "edge", "g = b*a"},
		{"a = x*x; g = w*a; f = g + g", "edge", "f = g + g"},
		{"a = x*x; g = w*a; f = g + 1", "edge", "f = g + 1"},
		{"a = x*x; g = b*a; f = g + w", "edge", "g = b*a"},
		{"g = w*x; f = g + b", "missing", "f = g + b"},
		{"a = x*x; f = a + b", "missing", "f = a + b"},
		{"a = x*x; g = w*a", "missing", "g = w*a"},
		{"a = x*x; f = w*a; g = f*1", "missing", "g = f*1"},
		{"a = x*x; c = a*x; g = w*c; f = g + b", "extra", "c = a*x"},
		{"a = x*x; g = w*a; f = g + b; h = f + 1", "extra", "h = f + 1"},
		{"a = x*x; c = w*x; g = w*a; f = g + b", "loose", "c = w*x"},
		{"s = w + b; a = x*x; f = a*s", "no-counterpart", "s = w + b"},
		{"a = x + b; c = a*a; f = w*c", "no-counterpart", "a = x + b"},
	} {
		res := gradePart(v, "graph", c.graph)
		if res.Outcome != exercises.Wrong || res.Mistake != c.mistake || !strings.Contains(res.Feedback.KO, "`"+c.node+"`") ||
			!strings.Contains(res.Feedback.EN, "`"+c.node+"`") {
			t.Errorf("%s is %s %q, want %q at %s: %s", c.graph, res.Outcome, res.Mistake, c.mistake, c.node, res.Feedback.KO)
		}
	}
}
