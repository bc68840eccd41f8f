package answer

import (
	"math"
	"slices"
	"testing"
)

func TestCompare(t *testing.T) {
	t.Parallel()
	several := func(at ...int) Value { return Picks{Options: texts(4), At: at} }
	order := func(at ...int) Value { return Picks{Options: texts(3), At: at, Ordered: true} }
	for _, c := range []struct {
		got, want Value
		share     float64
		wrong     []int
	}{
		{Of(1, 2, 3), Of(1, 2, 4), 2.0 / 3, []int{2}},
		{Of(0.1 + 0.2), Of(0.3), 1, nil},
		{Of(math.NaN()), Of(0.3), 0, []int{0}},
		{Of(1, 2), Of(1, 2, 3), 0, []int{0}},
		{several(0, 2), several(0, 2), 1, nil},
		{several(0), several(0, 2), 0.75, []int{2}},
		{order(1, 0, 2), order(0, 1, 2), 1.0 / 3, []int{0, 1}},
		{Choice{texts(3)}.Pick(1), Choice{texts(3)}.Pick(0), 0, []int{0}},
		{Of(1), order(0, 1, 2), 0, []int{0}},
	} {
		v := c.got.Compare(c.want, 0)
		if v.Share != c.share || !slices.Equal(v.Wrong, c.wrong) || v.Same() != (c.share == 1) {
			t.Errorf("%v against %v: %+v, want share %g, wrong %v", c.got, c.want, v, c.share, c.wrong)
		}
	}
}

func TestEcho(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		value Value
		want  string
	}{
		{Of(0.396), "0.396"},
		{Of(1.0 / 3), "0.333333"},
		{Of(math.Copysign(0, -1)), "0"},
		{Of(1431167), "1431167"},
		{Of(-2e-9), "-2e-09"},
		{Of(1, -2, 3), "(1, -2, 3)"},
		{Numbers{Rows: 2, Cols: 2, Data: []float64{1, 2, 3, 4}}, "[1 2; 3 4]"},
		{Numbers{Rows: 1, Cols: 2, Data: []float64{1, 2}}, "[1 2]"},
		{Choice{texts(3)}.Pick(1), "2. two  three"},
		{Picks{Options: texts(3), At: []int{2, 0, 1}, Ordered: true}, "3. four → 1. one → 2. two  three"},
	} {
		if got := c.value.Echo().EN; got != c.want {
			t.Errorf("echo of %v is %q, want %q", c.value, got, c.want)
		}
	}
}

func TestDecimalsAreThoseThatWereTyped(t *testing.T) {
	t.Parallel()
	for input, want := range map[string]int{
		"0.396": 3, "0.40": 2, "-3": 0, "５．０": 1, "40%": 2, "약 0.4": 1, "2e-3": 3,
		"1/3": Exact, "√2": Exact, "½": Exact, "0.37^2": Exact,
	} {
		v, err := Number{}.Read(input)
		if n, ok := v.(Numbers); err != nil || !ok || n.Decimals(0) != want {
			t.Errorf("%q: %+v, %v, want %d decimals", input, v, err, want)
		}
	}
}
