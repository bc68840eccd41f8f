package formula_test

import (
	"fmt"
	"strings"
	"testing"

	"hakseup/nn/formula"
)

// worst returns texts that are as hard to read or to compare as can be.
func worst() map[string]string {
	repeat := func(part string) string { return strings.Repeat(part, (formula.MaxLength-20)/len(part)) }
	var many strings.Builder
	for i := 0; many.Len() < formula.MaxLength-20; i++ {
		fmt.Fprintf(&many, "x_%d+", i)
	}
	return map[string]string{
		"sum":          repeat("x+") + "1",
		"product":      repeat("(x+y)*") + "1",
		"quotient":     repeat("1/(x+") + "1",
		"powers":       repeat("(x+1)^9+") + "1",
		"tower":        strings.Repeat("x^", 99) + "x",
		"numbers":      "1000^1000^1000",
		"large power":  "2^(10^9) + x",
		"digits":       "0." + strings.Repeat("3", 1900) + "*x",
		"long factors": strings.Repeat("1."+strings.Repeat("7", 90)+"*", 20) + "x^20",
		"exponents":    repeat("exp(x)*") + "1",
		"roots":        repeat("√(x^2+1)+") + "1",
		"variables":    many.String() + "1",
		"absolute":     repeat("|x-1|+") + "1",
		"max":          repeat("max(x,y)+") + "1",
		"relu":         repeat("relu(x-y)+") + "1",
		"conditions":   repeat("(x>y?x:y)+") + "1",
		"else":         repeat("x if x>1 else ") + "1",
		"irrational":   repeat("(x^2>2?1:0)+") + "1",
		"many borders": "max(" + many.String() + "1,0)",
		"brackets":     strings.Repeat("(", 99) + "x",
		"open":         repeat("("),
		"bars":         strings.Repeat("|", 90) + "x" + strings.Repeat("|", 90),
		"letters":      repeat("abcdefgh"),
		"derivatives":  repeat("∂L/∂w+") + "1",
		"not one":      repeat("d(L/"),
		"sigmoids":     strings.Repeat("σ(", 95) + "x" + strings.Repeat(")", 95),
	}
}

// BenchmarkWorst reads and compares the hardest inputs: none may take more than
// 50 ms or 64 MB.
func BenchmarkWorst(b *testing.B) {
	for name, text := range worst() {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				n, err := formula.Parse(text, formula.Table{Free: true})
				if err != nil {
					continue
				}
				m, err := formula.Parse("0+"+text, formula.Table{Free: true})
				if err != nil {
					continue
				}
				formula.Same(n, m)
			}
		})
	}
}

// BenchmarkSame compares two formulas of an exercise.
func BenchmarkSame(b *testing.B) {
	table := formula.Table{Variables: []string{"w", "x", "dL/df"}}
	for b.Loop() {
		n, _ := formula.Parse("2wx dL/df", table)
		m, _ := formula.Parse("dL/df·(w x + x w)", table)
		if formula.Same(n, m).Verdict != formula.Equal {
			b.Fatal("not the same")
		}
	}
}

// BenchmarkSamePieces compares two formulas with a condition.
func BenchmarkSamePieces(b *testing.B) {
	n, _ := formula.Parse("dL/df if x>0 else 0", formula.Table{Free: true})
	m, _ := formula.Parse("dL/df (x>0), 0 (x<=0)", formula.Table{Free: true})
	for b.Loop() {
		if formula.Same(n, m).Verdict != formula.Equal {
			b.Fatal("not the same")
		}
	}
}

// BenchmarkSamePairs compares all pairs of testdata/pairs.txt.
func BenchmarkSamePairs(b *testing.B) {
	var nodes [][2]*formula.Node
	for _, p := range readPairs() {
		n, _ := formula.Parse(p.a, formula.Table{Free: true})
		m, _ := formula.Parse(p.b, formula.Table{Free: true})
		nodes = append(nodes, [2]*formula.Node{n, m})
	}
	for b.Loop() {
		for _, n := range nodes {
			formula.Same(n[0], n[1])
		}
	}
}
