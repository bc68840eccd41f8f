package plot

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"hakseup/tui/theme"
)

// TestATagCoversNoMark tags three dots in a row and one that is walled in.
func TestATagCoversNoMark(t *testing.T) {
	t.Parallel()
	c := New(9, 5)
	a := c.Area(Axes{X: Range{0, 8}, Y: Range{0, 4}, Bare: true})
	for x := range 3 {
		a.Mark(float64(x), 2, Ring, theme.ClassB)
	}
	for x := 5.0; x < 8; x++ {
		for y := 1.0; y < 4; y++ {
			a.Mark(x, y, Dot, theme.ClassA)
		}
	}
	a.Tag(2, 2, "✕", theme.Wrong)
	a.Tag(0, 2, "✕", theme.Wrong)
	a.Tag(1, 2, "✕", theme.Wrong)
	a.Tag(6, 2, "✕", theme.Wrong)
	a.Tag(20, 2, "✕", theme.Wrong)
	got := ansi.Strip(strings.Join(c.Lines(theme.New(true, theme.NoColor)), "\n"))
	if rings, dots, tags := strings.Count(got, "○"), strings.Count(got, "●"), strings.Count(got, "✕"); rings != 3 || dots != 9 || tags != 3 {
		t.Errorf("%d rings, %d dots, %d tags:\n%s", rings, dots, tags, got)
	}
	if !strings.Contains(got, "○○○✕") {
		t.Errorf("the tag of the last ring is not beside it:\n%s", got)
	}
}
