package formula_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"hakseup/nn/formula"
)

// random writes a formula of a certain depth.
func random(r *rand.Rand, depth int) string {
	if depth == 0 {
		return []string{"x", "y", "2", "3", "0.5", "x", "y"}[r.IntN(7)]
	}
	a, b := random(r, depth-1), random(r, r.IntN(depth))
	switch r.IntN(12) {
	case 0, 1:
		return "(" + a + " + " + b + ")"
	case 2:
		return "(" + a + " - " + b + ")"
	case 3, 4:
		return "(" + a + ")*(" + b + ")"
	case 5:
		return "(" + a + ")/(" + b + ")"
	case 6:
		return "(" + a + ")^2"
	case 7:
		return []string{"exp", "sin", "tanh", "σ"}[r.IntN(4)] + "(" + a + ")"
	case 8:
		return []string{"abs", "relu"}[r.IntN(2)] + "(" + a + ")"
	case 9:
		return []string{"max", "min"}[r.IntN(2)] + "(" + a + ", " + b + ")"
	case 10:
		return "(" + a + " if " + b + []string{" > ", " >= "}[r.IntN(2)] + "y else " + b + ")"
	}
	return "(-" + a + ")"
}

// rewrite writes a formula in another way that means the same.
func rewrite(r *rand.Rand, n *formula.Node) string {
	var parts []string
	for _, o := range n.Operands() {
		parts = append(parts, "("+rewrite(r, o)+")")
	}
	other := r.IntN(2) == 0
	switch n.Op() {
	case formula.Add:
		if other {
			return parts[1] + " + " + parts[0]
		}
		return parts[0] + " - (-" + parts[1] + ")"
	case formula.Sub:
		if other {
			return "-" + parts[1] + " + " + parts[0]
		}
	case formula.Mul:
		if other {
			return parts[1] + parts[0]
		}
		return "((" + parts[0] + " + 1)" + parts[1] + " - " + parts[1] + ")"
	case formula.Div:
		if other {
			return parts[0] + "*(1/" + parts[1] + ")"
		}
	case formula.Pow:
		return parts[0] + "·" + parts[0]
	case formula.Call:
		return rewriteCall(n.Name(), parts, other)
	case formula.Cases:
		return "(" + parts[1] + " " + parts[0] + ", " + parts[2] + " (otherwise))"
	case formula.Compare:
		return parts[0] + n.Name() + parts[1]
	}
	return n.String()
}

func rewriteCall(name string, parts []string, other bool) string {
	x := parts[0]
	switch {
	case name == "max" && other:
		return "(" + x + " + " + parts[1] + " + |" + x + " - " + parts[1] + "|)/2"
	case name == "max", name == "min":
		return name + "(" + parts[1] + ", " + x + ")"
	case name == "abs" && other:
		return "max(" + x + ", -" + x + ")"
	case name == "relu" && other:
		return "(" + x + " + |" + x + "|)/2"
	case name == "sigmoid" && other:
		return "1/(1 + e^(-" + x + "))"
	case name == "tanh" && other:
		return "(2σ(2" + x + ") - 1)"
	}
	return name + x
}

// No rewriting is called different, and hardly any stays undecided; and when a
// number in a formula changes, no two formulas are called the same that
// arithmetic tells apart.
func TestRewritings(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(20261123, 80))
	undecided, changed := 0, 0
	const rounds = 300
	for range rounds {
		n := free(t, random(r, 3))
		again := rewrite(r, n)
		if len(again) > formula.MaxLength {
			continue
		}
		m, err := formula.Parse(again, formula.Table{Free: true})
		if err != nil {
			t.Errorf("%s is rewritten as %s: %v", n, again, err)
			continue
		}
		switch s := formula.Same(n, m); s.Verdict {
		case formula.Different:
			t.Errorf("%s and %s: %+v", n, m, s)
		case formula.Undecided:
			undecided++
		}
		near := free(t, strings.Replace(n.String(), "2", "3", 1))
		if formula.Same(n, near).Verdict == formula.Equal && apartSomewhere(r, n, near) {
			t.Errorf("%s and %s are called the same", n, near)
		}
		if n.String() != near.String() {
			changed++
		}
	}
	if undecided > rounds/20 || changed < rounds/10 {
		t.Errorf("%d of %d are undecided, %d changed", undecided, rounds, changed)
	}
}

// apartSomewhere looks for a point at which two formulas are far apart.
func apartSomewhere(r *rand.Rand, a, b *formula.Node) bool {
	for range 200 {
		at := map[string]float64{"x": 3 * r.NormFloat64(), "y": 3 * r.NormFloat64()}
		v, errV := a.Value(at)
		w, errW := b.Value(at)
		if errV == nil && errW == nil && math.Abs(v-w) > 1e-6*max(1, math.Abs(v)) {
			return true
		}
	}
	return false
}
