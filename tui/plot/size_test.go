package plot

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"hakseup/tui/theme"
)

func themes() []*theme.Theme {
	var out []*theme.Theme
	for _, dark := range []bool{true, false} {
		for _, p := range []theme.Profile{theme.NoColor, theme.ANSI16, theme.ANSI256, theme.TrueColor} {
			out = append(out, theme.New(dark, p))
		}
	}
	return out
}

func requireExact(t *testing.T, c *Canvas, themes ...*theme.Theme) {
	t.Helper()
	for _, th := range themes {
		lines := c.Lines(th)
		if len(lines) != c.Height() {
			t.Fatalf("%d lines, want %d", len(lines), c.Height())
		}
		for row, l := range lines {
			if got := ansi.StringWidth(l); got != c.Width() {
				t.Fatalf("profile %d: row %d of %dx%d is %d wide: %q", th.Profile(), row, c.Width(), c.Height(), got, l)
			}
		}
	}
}

// scribble makes one random call.
func scribble(c *Canvas, r *rand.Rand) {
	num := func() float64 {
		return [...]float64{r.NormFloat64() * 3, 0, 1e12 * r.NormFloat64(), math.NaN(), math.Inf(1), 1e-12}[min(r.IntN(20), 5)*r.IntN(2)]
	}
	span := func() Range { return Range{num() - 3, num() + 3} }
	role := theme.Role(r.IntN(17))
	stroke := Stroke(r.IntN(3))
	words := []string{"학습", "a", "", "고양이 dog", "x₁", "é", "한\t글\n", "──▶", "👩‍👩‍👧", "🇰", "\xff"}
	word := words[r.IntN(len(words))]
	col, row := r.IntN(c.w+9)-4, r.IntN(c.h+9)-4
	axes := Axes{
		X: span(), Y: span(), XLabel: word, YLabel: words[r.IntN(len(words))],
		Equal: r.IntN(2) == 0, Cross: r.IntN(2) == 0, Name: []string{"", "plane"}[r.IntN(2)], Bare: r.IntN(5) == 0,
	}
	f := func(x, y float64) float64 { return x*x - y + num()*float64(r.IntN(2)) }
	switch r.IntN(16) {
	case 0:
		c.Text(col, row, word, role)
	case 1:
		c.TextRight(col, row, word, role)
	case 2:
		c.TextCenter(col, row, word, role)
	case 3:
		c.Highlight(col, row, r.IntN(8))
	case 4:
		c.Bar(col, row, r.IntN(20), num(), role)
	case 5:
		c.Diverging(col, row, r.IntN(20), num(), role, theme.Negative)
	case 6:
		c.Legend(col, row, Entry{Label: word, Role: role}, Entry{Label: word, Mark: Ring}, Entry{Stroke: stroke})
	case 7:
		c.Loss(word, Series{Label: word, Values: []float64{num(), num(), num(), num()}, Role: role}, Series{Values: []float64{num()}}, Series{})
	case 8:
		c.Matrix(col, row, Matrix{
			Cells: [][]string{{word, "1"}, {"2"}, {}}, Pitch: r.IntN(4), Cell: r.IntN(8),
			Role: func(int, int) theme.Role { return role }, Lit: func(i, j int) bool { return i == 0 || j == 1 },
		})
	case 9:
		scribble(c.Sub(col, row, r.IntN(c.w+3), r.IntN(c.h+3)), r)
	default:
		a := c.Area(axes)
		a.Field(f)
		a.Line(num(), num(), num(), num(), role, stroke)
		a.Arrow(num(), num(), num(), num(), role, stroke)
		a.Path([]float64{num(), num(), num()}, []float64{num(), num(), num()}, role, stroke)
		a.Curve(func(x float64) float64 { return f(x, 0) }, role, stroke)
		a.Contour(f, num(), role, stroke)
		a.Mark(num(), num(), Dot, role)
		a.Label(num(), num(), word, role)
	}
}

func TestEverySizeIsExact(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	all := themes()
	for i := range 250 {
		c := New(1+r.IntN(200), 1+r.IntN(60))
		if i%3 == 0 {
			c = New(1+r.IntN(30), 1+r.IntN(10))
		}
		for range 1 + r.IntN(4) {
			scribble(c, r)
		}
		requireExact(t, c, all[i%len(all)])
	}
}

func TestSmallestSizes(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	all := themes()
	for w := range 16 {
		for h := range 8 {
			c := New(w, h)
			for range 6 {
				scribble(c, r)
			}
			requireExact(t, c, all[0], all[3])
		}
	}
}
