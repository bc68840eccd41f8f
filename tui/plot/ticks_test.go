package plot

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"hakseup/tui/theme"
)

func TestTicks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		r    Range
		most int
		want string
	}{
		{Range{0, 1}, 5, "0 0.2 0.4 0.6 0.8 1.0"},
		{Range{0, 1}, 2, "0 0.5 1.0"},
		{Range{0, 1}, 1, "0 1"},
		{Range{-1, 5}, 6, "−1 0 1 2 3 4 5"},
		{Range{-6, 6}, 6, "−6 −4 −2 0 2 4 6"},
		{Range{0.03, 0.27}, 4, "0.1 0.2"},
		{Range{0, 139}, 7, "0 20 40 60 80 100 120"},
		{Range{0, 0.003}, 3, "0 0.001 0.002 0.003"},
		{Range{0, 0.00003}, 3, "0 1e−5 2e−5 3e−5"},
		{Range{0, 3e6}, 3, "0 1e6 2e6 3e6"},
		{Range{0, 2.5e6}, 5, "0 5e5 1.0e6 1.5e6 2.0e6 2.5e6"},
		{Range{-0.25, 0.25}, 5, "−0.2 −0.1 0 0.1 0.2"},
		{Range{9.8, 10.4}, 3, "9.8 10.0 10.2 10.4"},
	} {
		var got []string
		for _, tick := range c.r.ticks(c.r.steps(c.most)[0]) {
			got = append(got, tick.label)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%v in at most %d: %s, want %s", c.r, c.most, s, c.want)
		}
	}
}

func TestTicksOfAnAngle(t *testing.T) {
	t.Parallel()
	for width, want := range map[int]string{
		16: "−180 0 180",
		30: "−180 −90 0 90 180",
		80: "−180 −135 −90 −45 0 45 90 135 180",
	} {
		a := New(width, 9).Area(Axes{X: Range{-180, 180}, Y: Range{-1, 1}, Cross: true, Degrees: true})
		var got []string
		for _, tick := range a.xTicks(0, width) {
			got = append(got, tick.label)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%d columns: %s, want %s", width, s, want)
		}
	}
}

func TestSane(t *testing.T) {
	t.Parallel()
	nan, inf := math.NaN(), math.Inf(1)
	for _, r := range []Range{{}, {1, 1}, {3, -3}, {nan, 1}, {0, inf}, {-inf, inf}, {1e300, -1e300}, {1e12, 1e12 + 1e-9}, {-1e-320, 1e-320}} {
		got := r.sane()
		if !(got.Max > got.Min) || math.IsInf(got.Max-got.Min, 0) || len(got.steps(5)) == 0 {
			t.Errorf("%v becomes %v", r, got)
		}
		for _, s := range got.steps(5) {
			if !(s > 0) {
				t.Errorf("%v has a step of %g", got, s)
			}
		}
	}
}

func TestNumber(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		v        float64
		decimals int
		want     string
	}{
		{1.5, 2, "1.50"},
		{-0.334, 2, "−0.33"},
		{-0.001, 2, "0.00"},
		{math.Copysign(0, -1), 0, "0"},
		{math.Inf(1), 2, "∞"},
		{math.Inf(-1), 2, "−∞"},
		{math.NaN(), 2, "–"},
	} {
		if got := Number(c.v, c.decimals); got != c.want {
			t.Errorf("Number(%g, %d) = %q, want %q", c.v, c.decimals, got, c.want)
		}
	}
}

// The numbers under an axis are blank-separated, in order, and at least two
// where the size is one that labs use.
func TestAxisNumbersKeepApart(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	th := theme.New(true, theme.NoColor)
	for range 300 {
		span := math.Pow(10, r.Float64()*8-4)
		low := span * (r.Float64()*3 - 2)
		w, h := 28+r.IntN(90), 8+r.IntN(32)
		axes := Axes{X: Range{low, low + span}, Y: Range{0, 1}}
		c := New(w, h)
		a := c.Area(axes)
		row := strings.Fields(plainLine(c, th, h-1))
		last := math.Inf(-1)
		for _, s := range row {
			v, err := readNumber(s)
			if err != nil || v <= last || v < a.X().Min-span/100 || v > a.X().Max+span/100 {
				t.Fatalf("%dx%d %v: %q in %q", w, h, axes.X, s, row)
			}
			last = v
		}
		if len(row) < 2 {
			t.Errorf("%dx%d %v has the numbers %q", w, h, axes.X, row)
		}
	}
}

func readNumber(s string) (v float64, err error) {
	_, err = fmt.Sscan(strings.ReplaceAll(s, "−", "-"), &v)
	return v, err
}

// TestNumbersStandInTheMiddleOfRows holds every number beside a y axis to the
// middle of its row, where a level curve runs beside it, and wants no number at
// the ends of a range to be lost by it.
func TestNumbersStandInTheMiddleOfRows(t *testing.T) {
	t.Parallel()
	for _, axes := range []Axes{
		{X: Range{-6, 6}, Y: Range{-0.25, 1.25}, Cross: true},
		{X: Range{-6, 6}, Y: Range{-6, 6}, Cross: true},
		{X: Range{0, 1}, Y: Range{0, 5}},
		{X: Range{0, 1}, Y: Range{0, 1}},
		{X: Range{0, 1}, Y: Range{996, 1003}},
		{X: Range{-0.5, 2.25}, Y: Range{-0.5, 2.25}, Equal: true, Cross: true},
		{X: Range{-2, 2}, Y: Range{-9, 2}, Equal: true},
	} {
		for _, w := range []int{28, 41, 76} {
			for h := 8; h <= 30; h++ {
				a := New(w, h).Area(axes)
				ts := a.yTicks()
				if len(ts) < 2 || a.step == 0 && !axes.Equal { // one scale for both may cost too much
					t.Errorf("%dx%d %+v has %d numbers", w, h, axes, len(ts))
				}
				for _, k := range ts {
					if _, y := a.dots(0, k.value); a.step > 0 && math.Abs(math.Mod(y, 4)-1.5) > 1e-9 {
						t.Errorf("%dx%d %+v: %s is at dot %g", w, h, axes, k.label, y)
					}
				}
				if x, y := a.X(), a.Y(); x.Min > axes.X.Min+1e-9 || y.Min > axes.Y.Min+1e-9 || y.Max < axes.Y.Max-1e-9 {
					t.Errorf("%dx%d %+v shows %v and %v", w, h, axes, x, y)
				}
			}
		}
	}
}
