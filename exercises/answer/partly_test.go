package answer

import (
	"math"
	"slices"
	"testing"
)

func TestWhatIsBegunIsReadAsFarAsItGoes(t *testing.T) {
	t.Parallel()
	none := math.NaN()
	for _, c := range []struct {
		kind Kind
		text string
		want []float64
	}{
		{Number{}, "1/4", []float64{0.25}},
		{Number{}, "1/", []float64{none}},
		{Vector{Len: 3}, "(1, , 3)", []float64{1, none, 3}},
		{Vector{Len: 2}, "", []float64{none, none}},
		{Matrix{Rows: 2, Cols: 2}, "[58, 64; 139, ]", []float64{58, 64, 139, none}},
		{Matrix{Rows: 2, Cols: 2}, "[58, ; , ]", []float64{58, none, none, none}},
		{Matrix{Rows: 2, Cols: 2}, "[, ; 139, x]", []float64{none, none, 139, none}},
		{Matrix{Rows: 2, Cols: 2}, "[1 2 3; 4 5 6; 7 8 9]", []float64{1, 2, 4, 5}},
	} {
		got := Partly(c.kind, c.text)
		same := func(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }
		if !slices.EqualFunc(got, c.want, same) {
			t.Errorf("%T %q: read as %v, want %v", c.kind, c.text, got, c.want)
		}
	}
	if got := Partly(Choice{}, "1"); got != nil {
		t.Errorf("a choice has entries: %v", got)
	}
}
