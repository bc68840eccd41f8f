package lab

import (
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons/lang"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// drawnOn is what stands on a canvas, without blanks at the ends of lines.
func drawnOn(c *plot.Canvas) string {
	lines := strings.Split(ansi.Strip(strings.Join(c.Lines(theme.New(true, theme.NoColor)), "\n")), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

// of is a block of signs that fills its room.
func of(sign string, n Need) Block {
	return Drawn(n, func(lang.Lang) string { return sign }, func(c *plot.Canvas) {
		for row := range c.Height() {
			c.Text(0, row, strings.Repeat(sign, c.Width()), theme.Text)
		}
	})
}

func TestLayout(t *testing.T) {
	t.Parallel()
	a, b := of("a", Need{W: 2, H: 1, MoreW: Any, MoreH: 1}), of("b", Need{W: 3, H: 2, MoreW: Any, MoreH: Any})
	fixed := of("c", Need{W: 2, H: 1})
	for _, tt := range []struct {
		name  string
		block Block
		w, h  int
		want  string
	}{
		{"spare rows", Above(1, a, b), 3, 7, "aaa|aaa||bbb|bbb|bbb|bbb"},
		{"low", Above(0, Low(a), b), 3, 4, "aaa|bbb|bbb|bbb"},
		{"in the middle", Above(0, fixed, fixed), 2, 4, "|cc|cc|"},
		{"side by side", Beside(1, Exactly(a), b), 8, 2, "aa bbbbb|aa bbbbb"},
		{"shared width", Beside(0, a, b), 9, 1, "aaaabbbbb"},
		{"with air", Loosely(fixed, fixed, fixed), 2, 4, "cc||cc|cc"},
		{"left out", Loosely(fixed, of("d", Need{W: 1, H: 2}), fixed), 2, 2, "cc|"},
	} {
		c := plot.New(tt.w, tt.h)
		tt.block.Draw(c)
		if got := strings.ReplaceAll(drawnOn(c), "\n", "|"); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	if got := Above(1, a, Beside(2, b, fixed)).Need(); got.W != 7 || got.H != 4 {
		t.Errorf("needs %+v", got)
	}
	pictures := []Block{of("x", Need{W: 9, H: 9}), of("y", Need{W: 5, H: 5}), of("z", Need{W: 5, H: 5})}
	for _, tt := range []struct {
		w, h int
		want string
	}{{9, 9, "x"}, {9, 8, "y"}, {4, 9, "z"}} {
		if got := First(tt.w, tt.h, pictures).Say(lang.KO); got != tt.want {
			t.Errorf("%dx%d: %s, want %s", tt.w, tt.h, got, tt.want)
		}
	}
}

func TestTable(t *testing.T) {
	t.Parallel()
	bars := Table{Thick: 2, Spare: 1, Rows: [][]Cell{
		Heading(Muted("name"), Muted("part"), Cell{}, Muted("y")),
		{Plain("cat"), Plain("4.48"), Bar(0.5, theme.ClassA), Strong("0.5")},
		{Plain("dog"), Plain("4.48"), NoBar("below nothing", "< 0"), Strong("−1")},
	}}
	for _, tt := range []struct {
		w, h int
		want string
	}{
		{30, 3, "name  part                   y|cat   4.48  ██████▌        0.5|dog   4.48  below nothing   −1"},
		{21, 3, "name                y|cat   █████       0.5|dog   < 0          −1"},
		{30, 5, "name  part                   y|cat   4.48  ██████▌        0.5||dog   4.48  below nothing   −1|"},
	} {
		c := plot.New(tt.w, tt.h)
		bars.Draw(c)
		if got := strings.ReplaceAll(drawnOn(c), "\n", "|"); got != tt.want {
			t.Errorf("%dx%d:\n%s, want\n%s", tt.w, tt.h, got, tt.want)
		}
	}
	if got := bars.Say(lang.EN); got != "name, cat: part 4.48, y 0.5.\nname, dog: part 4.48, below nothing, y −1." {
		t.Errorf("said %q", got)
	}
	low := Table{Drop: []int{0}, Rows: [][]Cell{{Plain("a")}, {Plain("b")}}}
	c := plot.New(3, 1)
	if low.Draw(c); drawnOn(c) != "b" || low.Need().H != 1 {
		t.Errorf("on one row %q of %d", drawnOn(c), low.Need().H)
	}
}

func TestLeaps(t *testing.T) {
	t.Parallel()
	table := Table{Rows: [][]Cell{
		{Plain("a"), Leap(0, 0.5, theme.Positive)}, {Plain("b"), Leap(0.5, -1, theme.Negative)}, {Plain("c"), Leap(-1, -1, theme.Muted)},
	}}
	c := plot.New(12, 3)
	table.Draw(c)
	if got, want := drawnOn(c), "a      ━━▶\nb  ◀━━━━━━\nc  ┃   │"; got != want {
		t.Errorf("drew\n%s, want\n%s", got, want)
	}
}

// TestReadouts wants facts by their ids and groups, and a question mark for what
// the page does not show.
func TestReadouts(t *testing.T) {
	t.Parallel()
	s := begun()
	said := func() string { return Readouts(s, lang.EN, "b", "a", "none").Say(lang.EN) }
	if got := said(); got != "b: 2.\none: 1.00.\ntwo: ∞." {
		t.Errorf("said %q", got)
	}
	if err := KeepBack(s, "a.one"); err != nil {
		t.Fatal(err)
	}
	if got := said(); got != "b: 2.\none: ?.\ntwo: ∞." {
		t.Errorf("said %q", got)
	}
	if got := ReadoutLine(s, lang.EN, "b", "a.one").Say(lang.EN); got != "b 2  one ?" {
		t.Errorf("said %q", got)
	}
	unknown := Num("n", lang.Same("n"), math.NaN(), nil).Else(lang.T("없음", "none"))
	if unknown.Known || unknown.Say(lang.KO) != "없음" {
		t.Errorf("what is not known is %q", unknown.Say(lang.KO))
	}
}

// TestMarksStayInThePicture wants arrows where a point of a curve lies beyond.
func TestMarksStayInThePicture(t *testing.T) {
	t.Parallel()
	for sign, at := range map[string][2]float64{"●": {1, 1}, "▲": {1, 9}, "▼": {1, -9}, "◀": {-1, 1}, "▶": {3, 9}} {
		c := plot.New(12, 6)
		Plot{Axes: plot.Axes{X: plot.Range{Min: 0, Max: 2}, Y: plot.Range{Min: 0, Max: 2}, Bare: true}, Curves: []Curve{
			{F: func(float64) float64 { return at[1] }, At: at[:1], Mark: plot.Dot},
		}}.Draw(c)
		if got := drawnOn(c); !strings.Contains(got, sign) {
			t.Errorf("no %s for %v in\n%s", sign, at, got)
		}
	}
}

func TestPlotSaysItsCurves(t *testing.T) {
	t.Parallel()
	p := Plot{Axes: plot.Axes{X: plot.Range{Min: 0, Max: 2}, Y: plot.Range{Min: 0, Max: 4}}, Curves: []Curve{
		{Label: "square", F: func(x float64) float64 { return x * x }, At: []float64{1}, Mark: plot.Dot},
	}}
	if got := p.Say(lang.EN); got != "Curve square over x: (0, 0), (1.00, 1.00), (2.00, 4.00). It only rises." {
		t.Errorf("said %q", got)
	}
	for f, want := range map[string]func(x float64) float64{
		"It only falls":            func(x float64) float64 { return -x },
		"It rises and falls":       func(x float64) float64 { return math.Sin(3 * x) },
		"It is flat":               func(float64) float64 { return 1 },
		"It breaks off on the way": func(x float64) float64 { return 1 / math.Max(0, math.Abs(x-1)-0.1) },
	} {
		if got := trend(p.X, want).EN; got != f {
			t.Errorf("%q, want %q", got, f)
		}
	}
}
