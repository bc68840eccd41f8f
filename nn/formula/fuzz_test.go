package formula_test

import (
	"math"
	"strings"
	"testing"

	"hakseup/nn/formula"
)

func seeds(f *testing.F) {
	f.Helper()
	for _, s := range []string{
		"w*x^2 + b", "2wx dL/df", "1/(1+exp(-x))", "σ(x)", "max(a, b)", "x if x>0 else 0", "x>0 ? 1 : 0", "x (x>0), 0 (그 외)", "만약 x>0이면 1 아니면 0",
		"|x|y||", "√x²", "∛2", "½x", "40%", "2e-3", "3.99 e-1", "0·399", "x⁻¹", "log₂8", "log_{10} 3", "∂L/∂w₁₁", "(dL)/(df)", "w_{ij}", "f''", "1000^1000^1000", "sin²x", "x\n,;", "\xff(", "한글", "1/2x",
		strings.Repeat("(", 99) + "x", "exp(exp(exp(x)))", "x^x^x", "0<x<1 ? x : y", "ˣ", "x_", "log_0 1",
	} {
		f.Add(s)
	}
}

// tables are those that a text is read with.
func tables() []formula.Table {
	return []formula.Table{{}, {Free: true}, {Free: true, Variables: []string{"rate", "x1", "f"}, Log: math.E}, {Variables: []string{"x", "y", "w₁₁", "∂L/∂f", "e"}}}
}

// FuzzParse checks that any text is read or refused with a place in it, and that
// a value is finite.
func FuzzParse(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, table := range tables() {
			n, err := formula.Parse(text, table)
			if err != nil {
				if err.Offset < 0 || err.Offset > len(text) || !strings.HasPrefix(text[err.Offset:], err.Text) || err.Error() == "" {
					t.Fatalf("%q: %+v", text, err)
				}
				continue
			}
			variables := make(map[string]float64)
			for i, name := range n.Variables() {
				variables[name] = float64(i) - 0.5
			}
			v, err := n.Value(variables)
			if err == nil && (math.IsNaN(v) || math.IsInf(v, 0)) {
				t.Fatalf("%q is %v", text, v)
			}
			if err != nil && (err.Offset > len(text) || err.Mistake == formula.NoValue) {
				t.Fatalf("%q: %+v", text, err)
			}
			if d, ok := n.Digits(); ok && (d.Significant < 0 || d.Significant > len(text)) {
				t.Fatalf("%q: %+v", text, d)
			}
			if n.TeX() == "" {
				t.Fatalf("%q has no TeX", text)
			}
		}
	})
}

// FuzzString checks that what is written reads as the same tree.
func FuzzString(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, table := range tables() {
			n, err := formula.Parse(text, table)
			if err != nil {
				continue
			}
			written := n.String()
			if len(written) > formula.MaxLength {
				continue
			}
			again, err := formula.Parse(written, table)
			if err != nil {
				if err.Mistake == formula.TooDeep { // for brackets that the text did without
					continue
				}
				t.Fatalf("%q is written as %q: %v", text, written, err)
			}
			if !alike(n, again) || again.String() != written {
				t.Fatalf("%q is written as %q, which reads as %q", text, written, again)
			}
		}
	})
}

// alike compares two trees.
func alike(a, b *formula.Node) bool {
	if a.Op() != b.Op() || a.Name() != b.Name() || a.Literal() != b.Literal() || len(a.Operands()) != len(b.Operands()) {
		return false
	}
	for i := range a.Operands() {
		if !alike(a.Operands()[i], b.Operands()[i]) {
			return false
		}
	}
	return true
}

// FuzzSame checks that a formula is the same as itself unless that is undecided,
// and that the order of two does not matter.
func FuzzSame(f *testing.F) {
	for _, p := range readPairs() {
		f.Add(p.a, p.b)
	}
	f.Fuzz(func(t *testing.T, textA, textB string) {
		a, err := formula.Parse(textA, formula.Table{Free: true})
		if err != nil {
			return
		}
		if s := formula.Same(a, a); s.Verdict == formula.Different {
			t.Fatalf("%q differs from itself: %+v", textA, s)
		}
		b, err := formula.Parse(textB, formula.Table{Free: true})
		if err != nil {
			return
		}
		ab, ba := formula.Same(a, b), formula.Same(b, a)
		if ab.Verdict == formula.Equal && ba.Verdict == formula.Different || ab.Verdict == formula.Different && ba.Verdict == formula.Equal {
			t.Fatalf("%q and %q: %+v one way, %+v the other", textA, textB, ab, ba)
		}
		witness(t, a, b, ab)
	})
}
