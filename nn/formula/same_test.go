package formula_test

import (
	_ "embed"
	"math"
	"strings"
	"testing"

	"hakseup/nn/formula"
)

//go:embed testdata/pairs.txt
var pairs string

// pair is a line of testdata/pairs.txt.
type pair struct {
	a, b string
	want formula.Verdict
}

func readPairs() []pair {
	var list []pair
	for line := range strings.Lines(pairs) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for sign, want := range map[string]formula.Verdict{" === ": formula.Equal, " =/= ": formula.Different, " =?= ": formula.Undecided} {
			if a, b, ok := strings.Cut(strings.TrimSpace(line), sign); ok {
				list = append(list, pair{a, b, want})
			}
		}
	}
	return list
}

func free(t *testing.T, text string) *formula.Node {
	t.Helper()
	n, err := formula.Parse(text, formula.Table{Free: true})
	if err != nil {
		t.Errorf("%q: %v", text, err)
		return nil
	}
	return n
}

func TestPairs(t *testing.T) {
	t.Parallel()
	list := readPairs()
	if len(list) < 300 {
		t.Errorf("only %d pairs", len(list))
	}
	for _, p := range list {
		a, b := free(t, p.a), free(t, p.b)
		if a == nil || b == nil {
			continue
		}
		got, back := formula.Same(a, b), formula.Same(b, a)
		if got.Verdict != p.want || back.Verdict != p.want {
			t.Errorf("%s and %s: %+v and %+v, want %v", p.a, p.b, got, back, p.want)
		}
		witness(t, a, b, got)
	}
}

// witness checks that a point goes with the verdict, and a reason with none.
func witness(t *testing.T, a, b *formula.Node, s formula.Sameness) {
	t.Helper()
	decided := s.Why == formula.Decided
	if decided == (s.Verdict == formula.Undecided) || (s.At != nil) != (s.Verdict == formula.Different || s.Why == formula.TooClose || s.Why == formula.DomainsDiffer) {
		t.Errorf("%v and %v: %+v", a, b, s)
	}
	if s.Verdict != formula.Different {
		return
	}
	for n, want := range map[*formula.Node]float64{a: s.A, b: s.B} {
		if got, err := n.Value(s.At); err == nil && math.Abs(got-want) > 1e-6*max(1, math.Abs(want)) && len(n.Variables()) > 0 && !strings.ContainsAny(n.String(), "=<>") {
			t.Errorf("%v is %v at %v, said to be %v", n, got, s.At, want)
		}
	}
}
