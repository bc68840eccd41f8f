package data

import (
	"slices"
	"testing"
)

func TestGatesAreTheLogicalOperations(t *testing.T) {
	t.Parallel()
	logic := map[Gate]func(p, q bool) bool{
		AND:  func(p, q bool) bool { return p && q },
		OR:   func(p, q bool) bool { return p || q },
		NAND: func(p, q bool) bool { return !p || !q },
		XOR:  func(p, q bool) bool { return p != q },
	}
	for _, g := range Gates() {
		var want []float64
		for _, x := range Inputs() {
			if logic[g](x[0] == 1, x[1] == 1) {
				want = append(want, 1)
			} else {
				want = append(want, 0)
			}
		}
		if got := g.Targets(); !slices.Equal(got, want) {
			t.Errorf("%v: targets %v, want %v", g, got, want)
		}
	}
}

func TestTargetsAreFresh(t *testing.T) {
	t.Parallel()
	AND.Targets()[0] = 7
	Inputs()[0][0] = 7
	if AND.Targets()[0] != 0 || Inputs()[0][0] != 0 {
		t.Error("a caller's change reached the data set")
	}
}
