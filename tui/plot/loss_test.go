package plot

import (
	"math"
	"strings"
	"testing"

	"hakseup/tui/theme"
)

func TestLossShowsItsEnds(t *testing.T) {
	t.Parallel()
	c := New(40, 12)
	c.Loss("에폭", Series{Label: "손실", Values: []float64{4, 3, 2, 1, 0}, Role: theme.ClassA})
	lines := c.Lines(noColor())
	if !strings.HasPrefix(strings.TrimSpace(lines[1]), "4┤") && !strings.Contains(lines[1], "4") {
		t.Errorf("the largest value is not on the first row: %q", lines[1])
	}
	for _, want := range []string{"손실", "에폭", "╮", "╰"} {
		if !strings.Contains(strings.Join(lines, "\n"), want) {
			t.Errorf("no %q in\n%s", want, strings.Join(lines, "\n"))
		}
	}
}

func TestLossBreaksAtWhatIsNotFinite(t *testing.T) {
	t.Parallel()
	for _, bad := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		c := New(60, 10)
		values := make([]float64, 50)
		for i := range values {
			values[i] = 1
		}
		values[25] = bad
		c.Loss("", Series{Values: values, Role: theme.ClassA})
		all := strings.Join(c.Lines(noColor()), "\n")
		if !strings.Contains(all, "╴") || !strings.Contains(all, "╶") {
			t.Errorf("%g does not break the curve:\n%s", bad, all)
		}
	}
}

func TestLossTakesAnything(t *testing.T) {
	t.Parallel()
	nan := math.NaN()
	for _, series := range [][]Series{
		nil,
		{{}},
		{{Values: []float64{nan, nan}}},
		{{Values: []float64{1}}},
		{{Values: []float64{-3, -3}}},
		{{Values: []float64{1e300, -1e300}}, {Label: "b", Values: []float64{nan}}},
		{{Values: []float64{0, 0, 0}}, {Label: "이름이 아주 긴 계열이라 다 들어가지 않아요", Values: make([]float64, 5000)}},
	} {
		for _, size := range [][2]int{{1, 1}, {5, 3}, {12, 4}, {28, 8}, {100, 30}} {
			c := New(size[0], size[1])
			c.Loss("반복", series...)
			requireExact(t, c, noColor(), theme.New(true, theme.TrueColor))
		}
	}
}

func TestResample(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name       string
		values     []float64
		longest, n int
		want       []float64
	}{
		{"as it is", []float64{1, 2, 3}, 3, 3, []float64{1, 2, 3}},
		{"between", []float64{1, 3}, 2, 3, []float64{1, 2, 3}},
		{"means, but true ends", []float64{0, 2, 4, 6, 8}, 5, 3, []float64{0, 4, 8}},
		{"shorter than the longest", []float64{1, 1}, 3, 3, []float64{1, 1, math.NaN()}},
	} {
		got := resample(c.values, c.longest, c.n)
		for i := range c.want {
			if len(got) != len(c.want) || math.Abs(got[i]-c.want[i]) > 1e-9 || math.IsNaN(got[i]) != math.IsNaN(c.want[i]) {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
				break
			}
		}
	}
}
