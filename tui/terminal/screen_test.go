package terminal

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/gdamore/tcell/v3/vt"
)

// emulated is a terminal that draws what is written.
func emulated(tb testing.TB, w, h int) vt.MockTerm {
	tb.Helper()
	term := vt.NewMockTerm(vt.MockOptSize{X: vt.Col(w), Y: vt.Row(h)}, vt.MockOptColors(1<<24))
	if err := term.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = term.Stop() })
	return term
}

func cells(term vt.MockTerm, w, h int) string {
	var b strings.Builder
	for y := range h {
		for x := range w {
			c := term.GetCell(vt.Coord{X: vt.Col(x), Y: vt.Row(y)})
			if c.C == "" { // never written, or the second half of what is before
				c.C = " "
			}
			fmt.Fprintf(&b, "%s/%v ", c.C, c.S)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// randomFrame draws Hangul, box drawing, symbols and colours.
func randomFrame(r *rand.Rand, w, h int) string {
	parts := []string{"a", "가", "─", "⣿", "한글", "ŷ", "√74", " ", "          ", "\x1b[31m", "\x1b[1;38;2;1;2;3m", "\x1b[48;5;7m", "\x1b[m", "é", "▀"}
	lines := make([]string, h)
	for y := range lines {
		var b strings.Builder
		for range r.IntN(w) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		lines[y] = b.String() + "\x1b[m"
	}
	return strings.Join(lines, "\n")
}

// changed alters a few places of a frame.
func changed(r *rand.Rand, text string, w, h int) string {
	lines, other := strings.Split(text, "\n"), strings.Split(randomFrame(r, w, h), "\n")
	for y := range lines {
		switch r.IntN(4) {
		case 0:
			lines[y] = other[y]
		case 1:
			lines[y] = strings.Replace(lines[y], "a", "가", 1)
		}
	}
	return strings.Join(lines, "\n")
}

// TestAChangeLeavesWhatAWholeFrameWould compares every update with the same
// frame drawn on an empty screen.
func TestAChangeLeavesWhatAWholeFrameWould(t *testing.T) {
	t.Parallel()
	const w, h = 40, 6
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 0))
		term, s := emulated(t, w, h), screen{}
		text := randomFrame(r, w, h)
		for step := range 10 {
			_, _ = term.Write(s.update(frame{text: text}, w, h))
			fresh, whole := emulated(t, w, h), screen{}
			_, _ = fresh.Write(whole.update(frame{text: text}, w, h))
			if got, want := cells(term, w, h), cells(fresh, w, h); got != want {
				t.Fatalf("seed %d step %d:\n%q\n got %s\nwant %s", seed, step, text, got, want)
			}
			text = changed(r, text, w, h)
		}
	}
}

func TestTheSameFrameWritesNothing(t *testing.T) {
	t.Parallel()
	var s screen
	f := frame{text: "한 글\nab", x: 1, y: 1, cursor: true}
	if out := string(s.update(f, 5, 2)); !strings.HasSuffix(out, "\x1b[2;2H\x1b[?25h\x1b[?2026l") {
		t.Errorf("%q", out)
	}
	if out := s.update(f, 5, 2); len(out) > 0 {
		t.Errorf("%q", out)
	}
	f.text = "한 글\nac"
	if out, want := string(s.update(f, 5, 2)), begin+"\x1b[2;2Hc\x1b[2;2H\x1b[?25h"+end; out != want {
		t.Errorf("%q, want %q", out, want)
	}
}

func TestAWindowOfAnySize(t *testing.T) {
	t.Parallel()
	var s screen
	for _, size := range [][2]int{{1, 1}, {2, 1}, {3, 3}, {300, 100}, {1, 1}} {
		s.update(frame{text: "가나다\n\x1b[\nx\x1b", x: 9, y: 9, cursor: true}, size[0], size[1])
	}
}

// TestADoubtfulCharacterMovesNothing draws characters that terminals measure
// differently: what follows is put where it belongs.
func TestADoubtfulCharacterMovesNothing(t *testing.T) {
	t.Parallel()
	var s screen
	out := string(s.update(frame{text: "a√bc"}, 4, 1))
	if want := "\x1b[1;1Ha√\x1b[3Gbc"; !strings.Contains(out, want) {
		t.Errorf("%q, want %q", out, want)
	}
}
