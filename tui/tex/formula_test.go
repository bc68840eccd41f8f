package tex_test

import (
	"testing"

	"hakseup/nn/formula"
	"hakseup/tui/tex"
)

// What package formula writes is drawn, and means what was typed.
func TestDrawsFormulas(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"w x² + b":              "w x² + b",
		"-x^2/2":                "(−x²)/2",
		"(x+1)/(2y)":            "(x + 1)/(2 y)",
		"(1/2)^n":               "(½)ⁿ",
		"x^2 dL/df":             "x² ∂L/∂f",
		"w11 x1 + w_12 x'":      "w₁₁ x₁ + w₁₂ x′",
		"2·3 - 2e-3":            "2 · 3 − 2 · 10⁻³",
		"√(x²+1) + ∛2":          "√(x² + 1) + ³√2",
		"log x + log_2(8)":      "log₁₀(x) + log₂(8)",
		"|x - 1| + ReLU(y)":     "|x − 1| + ReLU(y)",
		"max(0, σ(x), tanh x)":  "max(0, σ(x), tanh(x))",
		"½x + 40% + π e":        "½ x + 40% + π e",
		"x if x>=0, -x if x<0":  "{ x (x ≥ 0); −x (x < 0)",
		"1 if 0<x<1 else 0":     "{ 1 (0 < x, x < 1); 0 (else)",
		"x != y ? rate : 한":     "{ rate (x ≠ y); 한 (else)",
		"(-x)^2 + (a b)^(c+d)":  "(−x)² + (a b)ᶜ⁺ᵈ",
		"x(-y) - (a - b) - e^x": "x (−y) − (a − b) − eˣ",
		"(dL/df)^2":             "(∂L/∂f)²",
	} {
		n, mistake := formula.Parse(typed, formula.Table{Free: true, Variables: []string{"rate"}})
		if mistake != nil {
			t.Errorf("%q: %v", typed, mistake)
			continue
		}
		drawn, err := tex.Parse(n.TeX())
		if err != nil {
			t.Errorf("%q is written as %q: %v", typed, n.TeX(), err)
			continue
		}
		if got := drawn.Inline(); got != want || len(drawn.Display()) == 0 {
			t.Errorf("%q is drawn as %q, want %q", typed, got, want)
		}
	}
}
