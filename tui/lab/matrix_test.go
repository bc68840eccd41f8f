package lab

import (
	"strings"
	"testing"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// lines draws a block on as much room as it needs, or on w by h cells.
func lines(b Block, w, h int) string {
	n := b.Need()
	c := plot.New(max(w, n.W), max(h, n.H))
	b.Draw(c)
	return strings.ReplaceAll(drawnOn(c), "\n", "|")
}

func TestMatrix(t *testing.T) {
	t.Parallel()
	m := Matrix{Entries: Entries(nn.NewMatrix(2, 2, 1, -2, 3, 4), Brief)}
	for _, tt := range []struct {
		change func(m *Matrix)
		want   string
	}{
		{func(*Matrix) {}, "⎡  1 −2 ⎤|⎣  3  4 ⎦"},
		{func(m *Matrix) { m.Cell, m.Pitch = 4, 2 }, "⎡   1  −2 ⎤|⎢         ⎥|⎣   3   4 ⎦"},
		{func(m *Matrix) { m.Name = Plain("A 2×2") }, "A 2×2|⎡  1 −2 ⎤|⎣  3  4 ⎦"},
		{func(m *Matrix) { m.Rows, m.Cols = []Cell{Plain("r1"), Plain("r2")}, []Cell{Plain("x"), Plain("y")} }, "      x  y|r1 ⎡  1 −2 ⎤|r2 ⎣  3  4 ⎦"},
	} {
		changed := m
		tt.change(&changed)
		if got := lines(changed, 0, 0); got != tt.want {
			t.Errorf("drawn %s, want %s", got, tt.want)
		}
	}
	m.Name = Plain("A")
	if got := m.Say(lang.KO); got != "A: [1 −2; 3 4]." {
		t.Errorf("said %q", got)
	}
}

func TestCardsLieBehindEachOther(t *testing.T) {
	t.Parallel()
	k := Cards{Blocks: []Block{of("a", Need{W: 4, H: 1}), of("b", Need{W: 4, H: 1})}, Front: 1, W: 11, H: 4}
	if got, want := lines(k, 0, 0), "   ╭─ 2 ──╮|╭─ │ bbbb │|│ a╰──────╯|╰──────╯"; got != want {
		t.Errorf("drawn %s, want %s", got, want)
	}
	if got := k.Say(lang.KO); got != "1. a\n2. b" {
		t.Errorf("said %q", got)
	}
}

func TestBlocksStandInTheMiddle(t *testing.T) {
	t.Parallel()
	b := of("c", Need{W: 1, H: 1, MoreW: Any})
	for _, tt := range []struct {
		block Block
		want  string
	}{{Above(0, Centered(b), of("d", Need{H: 1, MoreW: Any, MoreH: Any})), "  c|ddddd|ddddd"}, {Room(2, 2, b), "|  c|"}} {
		if got := lines(tt.block, 5, 3); got != tt.want {
			t.Errorf("drawn %s, want %s", got, tt.want)
		}
	}
}

// TestArrowsEndInAHead looks for the filled triangle at the tip, and for none
// where the tip lies beyond the picture.
func TestArrowsEndInAHead(t *testing.T) {
	t.Parallel()
	square := plot.Range{Min: -4, Max: 4}
	for _, tt := range []struct {
		to   [2]float64
		head bool
	}{{[2]float64{3, 0}, true}, {[2]float64{-3, -3}, true}, {[2]float64{9, 0}, false}} {
		p := Plot{Axes: plot.Axes{X: square, Y: square, Bare: true}, Arrows: []Arrow{{To: tt.to, Label: "v", Role: theme.ClassA}}}
		drawn := lines(p, 40, 20)
		if got := strings.ContainsAny(drawn, "⣿⣾⣷⣶⡿⢿⣼⣧"); got != tt.head || !strings.Contains(drawn, "v") {
			t.Errorf("an arrow to %v has a head: %v, in\n%s", tt.to, got, strings.ReplaceAll(drawn, "|", "\n"))
		}
		if said := p.Say(lang.EN); said != "Arrow v: from (0, 0) to "+Tuple(tt.to[:], Brief)+"." {
			t.Errorf("said %q", said)
		}
	}
}

func TestCurvesReachAsFarAsTheyHaveBeenSeen(t *testing.T) {
	t.Parallel()
	seen := plot.Range{Min: 0, Max: 1}
	p := Plot{Axes: plot.Axes{X: plot.Range{Min: 0, Max: 4}, Y: plot.Range{Min: 0, Max: 4}, Bare: true}, Curves: []Curve{
		{Label: "c", F: func(x float64) float64 { return x }, At: []float64{1}, Mark: plot.Dot, Only: &seen},
	}}
	if got := p.Say(lang.EN); got != "Curve c over x: (0, 0), (1.00, 1.00). It only rises." {
		t.Errorf("said %q", got)
	}
	for _, line := range strings.Split(lines(p, 40, 10), "|")[1:] {
		if len([]rune(line)) > 13 {
			t.Errorf("a curve up to 1 of 4 reaches %q", line)
		}
	}
}

// twoPoints is a lab with two points in one area.
type twoPoints struct {
	sample

	a, b [2]float64
}

func (s *twoPoints) Clone() Lab { c := *s; return &c }

func (s *twoPoints) Panel() Panel {
	var p Panel
	for _, at := range []*[2]float64{&s.a, &s.b} {
		p = append(p, Slide(&at[0], "x", lang.Same("x"), 0).From(-9, 9).By(1, 3).AlongX("plane"),
			Slide(&at[1], "y", lang.Same("y"), 0).From(-9, 9).By(1, 3).AlongY("plane"))
	}
	return p
}

func TestTheNearestPointIsHeld(t *testing.T) {
	t.Parallel()
	s := &twoPoints{a: [2]float64{0, 0}, b: [2]float64{5, 5}}
	Point(s, "plane", 4, 4, Press)
	Point(s, "plane", -3, 1, Drag)
	Point(s, "plane", 9, 9, Release)
	Nudge(s, "plane", 0, 1, true)
	if s.a != [2]float64{0, 0} || s.b != [2]float64{-3, 4} {
		t.Errorf("the points are %v and %v", s.a, s.b)
	}
	if Point(s, "plane", 1, 0, Press); s.a != [2]float64{1, 0} || s.b != [2]float64{-3, 4} {
		t.Errorf("the points are %v and %v", s.a, s.b)
	}
}
