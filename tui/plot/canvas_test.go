package plot

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"hakseup/tui/theme"
)

// plainLine is a row as text without sequences.
func plainLine(c *Canvas, th *theme.Theme, row int) string {
	return ansi.Strip(c.Lines(th)[row])
}

func noColor() *theme.Theme { return theme.New(true, theme.NoColor) }

func TestWideCharactersAreWhole(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		draw func(c *Canvas)
		want string
	}{
		{"whole", func(c *Canvas) { c.Text(1, 0, "학습", theme.Text) }, " 학습   "},
		{"left half overwritten", func(c *Canvas) { c.Text(1, 0, "학습", theme.Text); c.Text(1, 0, "a", theme.Text) }, " a 습   "},
		{"right half overwritten", func(c *Canvas) { c.Text(1, 0, "학습", theme.Text); c.Text(2, 0, "a", theme.Text) }, "  a습   "},
		{"both overwritten askew", func(c *Canvas) { c.Text(1, 0, "학습", theme.Text); c.Text(2, 0, "한", theme.Text) }, "  한    "},
		{"overwritten by itself", func(c *Canvas) { c.Text(1, 0, "학습", theme.Text); c.Text(1, 0, "공부", theme.Text) }, " 공부   "},
		{"cut at the right", func(c *Canvas) { c.Text(5, 0, "학습", theme.Text) }, "     학 "},
		{"cut at the left", func(c *Canvas) { c.Text(-1, 0, "학습", theme.Text) }, " 습     "},
		{"right aligned", func(c *Canvas) { c.TextRight(8, 0, "학습", theme.Text) }, "    학습"},
		{"centred", func(c *Canvas) { c.TextCenter(4, 0, "학습", theme.Text) }, "  학습  "},
		{"control characters", func(c *Canvas) { c.Text(0, 0, "a\tb\x1b[1m\n", theme.Text) }, "ab[1m   "},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			canvas := New(8, 1)
			c.draw(canvas)
			if got := plainLine(canvas, noColor(), 0); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			requireExact(t, canvas, themes()...)
		})
	}
}

func TestTextReturnsTheColumnAfter(t *testing.T) {
	t.Parallel()
	c := New(4, 1)
	if got := c.Text(1, 0, "학습 ab", theme.Text); got != 8 {
		t.Errorf("got %d, want 8", got)
	}
}

func TestSubKeepsWithinItself(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		c := New(30, 12)
		for row := range 12 {
			c.Text(0, row, strings.Repeat("·", 30), theme.Faint)
		}
		s := c.Sub(5, 3, 20, 6)
		for range 3 {
			scribble(s, r)
		}
		for row, l := range c.Lines(noColor()) {
			cells := []rune(ansi.Strip(l))
			if row < 3 || row >= 9 {
				if string(cells) != strings.Repeat("·", 30) {
					t.Fatalf("row %d: %q", row, string(cells))
				}
			} else if string(cells[:5]) != "·····" || string(cells[len(cells)-5:]) != "·····" {
				t.Fatalf("row %d: %q", row, string(cells))
			}
		}
	}
}

func TestRenderingChangesNothing(t *testing.T) {
	t.Parallel()
	for name, draw := range pictures() {
		c := New(60, 18)
		draw(c)
		if first := c.Lines(noColor()); !slices.Equal(first, c.Lines(noColor())) {
			t.Errorf("%s is another picture the second time", name)
		}
	}
}

func TestHighlight(t *testing.T) {
	t.Parallel()
	c := New(6, 1)
	c.Text(0, 0, "a학b", theme.Text)
	c.Highlight(2, 0, 1) // the right half of 학
	if got := c.Lines(noColor())[0]; got != "a\x1b[0;7m학\x1b[mb  " {
		t.Errorf("got %q", got)
	}
}

func TestBars(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		frac float64
		want string
	}{
		{0, "····"},
		{-1, "····"},
		{math.NaN(), "····"},
		{1e-9, "▏···"},
		{0.5, "██··"},
		{0.53, "██▏·"},
		{0.999, "████"},
		{7, "████"},
	} {
		canvas := New(4, 1)
		canvas.Track(0, 0, 4)
		canvas.Bar(0, 0, 4, c.frac, theme.ClassA)
		if got := plainLine(canvas, noColor(), 0); got != c.want {
			t.Errorf("%g: %q, want %q", c.frac, got, c.want)
		}
	}
}

func TestLegendTightensBeforeItDrops(t *testing.T) {
	t.Parallel()
	entries := []Entry{{Label: "학습"}, {Label: "검증", Stroke: Dashed}, {Label: "점", Mark: Ring}}
	for _, c := range []struct {
		w    int
		want string
	}{
		{30, "⠶⠶⠶⠶ 학습   ⠶ ⠰⠶ 검증   ○ 점"},
		{25, "⠶⠶⠶ 학습  ⠶ ⠰ 검증  ○ 점"},
		{20, "⠶⠶⠶ 학습  ⠶ ⠰ 검증"},
		{7, ""},
	} {
		canvas := New(c.w, 1)
		end := canvas.Legend(0, 0, entries...)
		if got := strings.TrimRight(plainLine(canvas, noColor(), 0), " "); got != c.want || end != Width(c.want) {
			t.Errorf("%d cells: %q to %d, want %q", c.w, got, end, c.want)
		}
	}
}

func TestMatrixMeasuresAsItDraws(t *testing.T) {
	t.Parallel()
	cells := [][]string{{"1", "−20"}, {"학", "4"}}
	m := Matrix{Cells: cells, Pitch: 2}
	if w, h := m.Width(), m.Height(); w != 11 || h != 3 {
		t.Errorf("measured %dx%d", w, h)
	}
	c := New(20, 4)
	c.Matrix(2, 1, m)
	for row, want := range []string{"", "  ⎡   1 −20 ⎤", "  ⎢         ⎥", "  ⎣  학   4 ⎦"} {
		if got := strings.TrimRight(plainLine(c, noColor(), row), " "); got != want {
			t.Errorf("row %d: got %q, want %q", row, got, want)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"학습", "a\x00b", "👩‍👩‍👧", "🇰🇷", "e\u0301", "\u200d", "ᄒ\u1161\u11a8", "क्ष", "\xff\xfe", "\x1b[31m", "\u0600a", "☺\ufe0f"} {
		f.Add(s, s, 3)
	}
	th := []*theme.Theme{theme.New(true, theme.NoColor), theme.New(true, theme.TrueColor)}
	f.Fuzz(func(t *testing.T, s, over string, col int) {
		c := New(12, 2)
		end := c.Text(0, 0, s, theme.Text)
		if end != Width(s) {
			t.Errorf("Text ends at %d, Width is %d", end, Width(s))
		}
		c.Text(col%12, 0, over, theme.ClassA)
		c.TextRight(12, 1, s, theme.Text)
		c.TextCenter(6, 1, over, theme.Text)
		requireExact(t, c, th...)
	})
}

func BenchmarkPicture(b *testing.B) {
	th := theme.New(true, theme.TrueColor)
	for name, draw := range pictures() {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c := New(100, 36)
				draw(c)
				c.Lines(th)
			}
		})
	}
}
