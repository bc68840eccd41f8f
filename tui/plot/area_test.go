package plot

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"hakseup/tui/theme"
)

// dotted lists the dots of an area, for tests.
func dotted(a *Area) map[[2]int]bool {
	set := map[[2]int]bool{}
	for j := range 4 * a.c.h {
		for i := range 2 * a.c.w {
			if a.c.at(i/2, j/4).dots&brailleBits[j%4][i%2] != 0 {
				set[[2]int{i, j}] = true
			}
		}
	}
	return set
}

func TestRangesAreShown(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(9, 10))
	for range 500 {
		lowX, lowY := r.NormFloat64(), r.NormFloat64()
		axes := Axes{
			X: Range{lowX, lowX + 0.1 + 4*r.Float64()}, Y: Range{lowY, lowY + 0.1 + 4*r.Float64()},
			Equal: r.IntN(2) == 0, Cross: r.IntN(2) == 0, Bare: r.IntN(3) == 0,
		}
		w, h := 12+r.IntN(90), 6+r.IntN(35)
		a := New(w, h).Area(axes)
		const slack = 1e-9
		if x, y := a.X(), a.Y(); x.Min > axes.X.Min+slack || x.Max < axes.X.Max-slack || y.Min > axes.Y.Min+slack || y.Max < axes.Y.Max-slack {
			t.Errorf("%dx%d %+v shows %v and %v", w, h, axes, x, y)
		}
		if axes.Equal && math.Abs(a.sx-a.sy) > slack*a.sx {
			t.Errorf("%dx%d %+v: a unit is %g by %g dots", w, h, axes, a.sx, a.sy)
		}
		if a.sx*(axes.X.Max-axes.X.Min) < float64(a.dotsWide())/3 && a.sy*(axes.Y.Max-axes.Y.Min) < float64(a.dotsHigh())/3 {
			t.Errorf("%dx%d %+v wastes its room: %v, %v", w, h, axes, a.X(), a.Y())
		}
	}
}

func TestCrossingAxesStandInTheMiddleOfCells(t *testing.T) {
	t.Parallel()
	for h := 8; h < 30; h++ {
		a := New(52, h).Area(Axes{X: Range{-2, 3}, Y: Range{-0.2, 1.2}, Cross: true})
		x, y := a.dots(0, 0)
		if math.Mod(x, 2) != 0.5 || math.Mod(y, 4) != 1.5 {
			t.Errorf("52x%d: the origin is at dot (%g, %g)", h, x, y)
		}
		if a.Y().Max > 1.5 {
			t.Errorf("52x%d: the range grew to %v", h, a.Y())
		}
	}
}

func TestLocateFindsWhatIsMarked(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(11, 12))
	for _, axes := range []Axes{
		{X: Range{-1, 5}, Y: Range{-1, 4}, Equal: true, Cross: true, Name: "plane"},
		{X: Range{0, 1}, Y: Range{0, 4}, XLabel: "x", YLabel: "y", Name: "plane"},
	} {
		c := New(60, 20)
		a := c.Sub(3, 2, 50, 16).Area(axes)
		for range 200 {
			x := axes.X.Min + r.Float64()*(axes.X.Max-axes.X.Min)
			y := axes.Y.Min + r.Float64()*(axes.Y.Max-axes.Y.Min)
			col, row, ok := a.cellOf(x, y)
			if !ok {
				t.Fatalf("(%g, %g) is not shown", x, y)
			}
			_, gotX, gotY, ok := c.Locate(a.c.col+col, a.c.row+row)
			if !ok || math.Abs(gotX-x) > 1.01/a.sx || math.Abs(gotY-y) > 2.01/a.sy {
				t.Errorf("(%g, %g) is at (%d, %d), which is (%g, %g) %v", x, y, col, row, gotX, gotY, ok)
			}
		}
		if _, _, _, ok := c.Locate(0, 0); ok {
			t.Error("a cell outside the area is located")
		}
	}
	c := New(20, 10)
	c.Area(Axes{X: Range{0, 1}, Y: Range{0, 1}})
	if _, _, _, ok := c.Locate(10, 4); ok {
		t.Error("an area that is not pointable is located")
	}
}

func bare(w, h int, x, y Range) *Area {
	return New(w, h).Area(Axes{X: x, Y: y, Bare: true})
}

func TestSteepCurvesHaveNoHoles(t *testing.T) {
	t.Parallel()
	for name, f := range map[string]func(float64) float64{
		"steep line":    func(x float64) float64 { return 500 * (x - 0.1234) },
		"steep sigmoid": func(x float64) float64 { return 2/(1+math.Exp(-900*(x-0.0321))) - 1 },
		"parabola":      func(x float64) float64 { return 4*x*x - 1 },
		"cubic":         func(x float64) float64 { return 30 * x * x * x },
	} {
		a := bare(40, 20, Range{-1, 1}, Range{-1, 1})
		a.Curve(f, theme.ClassA, Solid)
		dots := dotted(a)
		low, high := 0, math.MaxInt
		for d := range dots {
			near := 0
			for _, n := range [...][2]int{{-1, -1}, {-1, 0}, {-1, 1}, {0, -1}, {0, 1}, {1, -1}, {1, 0}, {1, 1}} {
				if dots[[2]int{d[0] + n[0], d[1] + n[1]}] {
					near++
				}
			}
			if near == 0 {
				t.Errorf("%s: the dot %v stands alone", name, d)
			}
			low, high = max(low, d[1]), min(high, d[1])
		}
		for j := high; j <= low; j++ {
			found := false
			for i := range a.dotsWide() {
				found = found || dots[[2]int{i, j}]
			}
			if !found {
				t.Errorf("%s: no dot in row %d", name, j)
			}
		}
	}
}

func TestCurvesBreak(t *testing.T) {
	t.Parallel()
	a := bare(40, 20, Range{-1, 1}, Range{-0.5, 1.5})
	a.Curve(step, theme.ClassA, Solid)
	rows := map[int]bool{}
	for d := range dotted(a) {
		rows[d[1]] = true
	}
	if len(rows) != 2*2 {
		t.Errorf("a step has dots in %d rows, want its two treads, two dots thick", len(rows))
	}
	if n := len(dotted(a)); n != 2*a.dotsWide() {
		t.Errorf("a step has %d dots in %d columns", n, a.dotsWide())
	}

	a = bare(40, 20, Range{-1, 1}, Range{-5, 5})
	a.Curve(func(x float64) float64 { return 1 / x }, theme.ClassA, Solid)
	x, _ := a.dots(0, 0)
	for d := range dotted(a) {
		if math.Abs(float64(d[0])-x) < 1 {
			t.Errorf("1/x has the dot %v at its pole", d)
		}
	}

	a = bare(40, 20, Range{-1, 1}, Range{-1, 1})
	a.Curve(math.Sqrt, theme.ClassA, Solid)
	for d := range dotted(a) {
		if a.dataX(float64(d[0])+0.51) < 0 {
			t.Errorf("√x has the dot %v left of 0", d)
		}
	}
	if !dotted(a)[[2]int{40, 39}] && !dotted(a)[[2]int{40, 40}] {
		t.Error("√x does not start at 0")
	}
}

func TestStrokesDiffer(t *testing.T) {
	t.Parallel()
	count := map[Stroke]int{}
	for _, s := range []Stroke{Solid, Dashed, Dotted} {
		a := bare(40, 5, Range{0, 1}, Range{0, 1})
		a.Line(0, 0.5, 1, 0.5, theme.ClassA, s)
		count[s] = len(dotted(a))
	}
	if count[Solid] != 80 || count[Dashed] != 50 || count[Dotted] != 40 {
		t.Errorf("dots: %v", count)
	}
}

func TestPatternRunsOnAlongAPath(t *testing.T) {
	t.Parallel()
	a := bare(40, 5, Range{0, 79}, Range{0, 19})
	var xs, ys []float64
	for x := range 80 {
		xs, ys = append(xs, float64(x)), append(ys, 10)
	}
	a.Path(xs, ys, theme.ClassA, Dashed)
	if n := len(dotted(a)); n != 50 {
		t.Errorf("a path of short pieces has %d dots, want 50", n)
	}
}

func TestContourFollowsACircle(t *testing.T) {
	t.Parallel()
	a := New(60, 30).Area(Axes{X: Range{-1.2, 1.2}, Y: Range{-1.2, 1.2}, Equal: true, Bare: true})
	a.Contour(math.Hypot, 1, theme.ClassA, Solid)
	dots := dotted(a)
	if len(dots) < int(2*math.Pi*a.sx*0.8) {
		t.Errorf("only %d dots", len(dots))
	}
	for d := range dots {
		r := math.Hypot(a.dataX(float64(d[0])), a.dataY(float64(d[1])))
		if math.Abs(r-1)*a.sx > 1 {
			t.Errorf("the dot %v is %.2f dots off", d, math.Abs(r-1)*a.sx)
		}
	}
	for k := range 360 { // no gap all around
		sin, cos := math.Sincos(float64(k) * math.Pi / 180)
		x, y := a.dots(cos, sin)
		near := false
		for i := -2; i <= 2; i++ {
			for j := -2; j <= 2; j++ {
				near = near || dots[[2]int{int(math.Round(x)) + i, int(math.Round(y)) + j}]
			}
		}
		if !near {
			t.Errorf("a gap at %d degrees", k)
		}
	}
}

func TestContourTakesAnything(t *testing.T) {
	t.Parallel()
	for _, f := range []func(x, y float64) float64{
		func(_, _ float64) float64 { return math.NaN() },
		func(x, _ float64) float64 { return 1 / x },
		func(x, y float64) float64 { return math.Copysign(math.Inf(1), x*y) },
		func(x, y float64) float64 { return x * y }, // a saddle
		func(_, _ float64) float64 { return 0 },
	} {
		a := bare(30, 10, Range{-1, 1}, Range{-1, 1})
		a.Contour(f, 0, theme.ClassA, Dashed)
		requireExact(t, a.c, noColor())
	}
}

func TestArrowHasItsTipAtItsEnd(t *testing.T) {
	t.Parallel()
	for k := range 24 {
		a := New(60, 30).Area(Axes{X: Range{-1, 1}, Y: Range{-1, 1}, Equal: true, Bare: true})
		sin, cos := math.Sincos(float64(k) / 12 * math.Pi)
		a.Arrow(0, 0, 0.9*cos, 0.9*sin, theme.ClassA, Dotted)
		x, y := a.dots(0.9*cos, 0.9*sin)
		dots := dotted(a)
		if !dots[[2]int{int(math.Round(x)), int(math.Round(y))}] {
			t.Errorf("%d: no dot at the tip", k)
		}
		for d := range dots { // nothing beyond it
			if along := (float64(d[0])-x)*cos - (float64(d[1])-y)*sin; along > 0.8 {
				t.Errorf("%d: the dot %v is beyond the tip", k, d)
			}
		}
	}
}

func TestLabelsStayInside(t *testing.T) {
	t.Parallel()
	const label = "(0.25, 학습)"
	for _, w := range []int{16, 28, 52} {
		for _, h := range []int{3, 8, 20} {
			for _, at := range [][2]float64{{0, 0}, {1, 0}, {0, 1}, {1, 1}, {0.5, 0.5}, {0.5, 0}, {1, 0.4}} {
				c := New(w, h)
				a := c.Area(Axes{X: Range{0, 1}, Y: Range{0, 1}, Bare: true})
				a.Mark(at[0], at[1], Dot, theme.Path)
				a.Label(at[0], at[1], label, theme.Path)
				all := ""
				for row := range h {
					all += plainLine(c, noColor(), row) + "\n"
				}
				if !strings.Contains(all, label) || !strings.Contains(all, string(Dot)) {
					t.Errorf("%dx%d at %v:\n%s", w, h, at, all)
				}
			}
		}
	}
}

func TestLabelsKeepOffEachOther(t *testing.T) {
	t.Parallel()
	c := New(40, 10)
	a := c.Area(Axes{X: Range{0, 1}, Y: Range{0, 1}, Bare: true})
	for _, y := range []float64{0.45, 0.5} {
		a.Mark(0.5, y, Dot, theme.Path)
	}
	a.Label(0.5, 0.45, "첫째", theme.ClassA)
	a.Label(0.5, 0.5, "둘째", theme.ClassB)
	a.Label(0.52, 0.5, "셋째", theme.ClassC)
	all := strings.Join(c.Lines(noColor()), "\n")
	for _, s := range []string{"첫째", "둘째", "셋째"} {
		if !strings.Contains(all, s) {
			t.Errorf("%s is covered:\n%s", s, all)
		}
	}
}

func TestFieldWithoutColoursIsTexture(t *testing.T) {
	t.Parallel()
	c := New(12, 3)
	a := c.Area(Axes{X: Range{-1, 1}, Y: Range{-1, 1}, Bare: true})
	a.Field(func(x, _ float64) float64 { return math.Copysign(1, x) })
	if got := plainLine(c, noColor(), 1); got != "      ░░░░░░" {
		t.Errorf("got %q", got)
	}
	if got := plainLine(c, theme.New(true, theme.ANSI16), 1); got != "░░░░░░░░░░░░" {
		t.Errorf("16 colours: %q", got)
	}
	if got := plainLine(c, theme.New(true, theme.TrueColor), 1); got != strings.Repeat(" ", 12) {
		t.Errorf("true colour: %q", got)
	}
}
