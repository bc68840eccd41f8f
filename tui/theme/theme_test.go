package theme

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

var profiles = []Profile{NoColor, ANSI16, ANSI256, TrueColor}

func TestPaintKeepsTheText(t *testing.T) {
	t.Parallel()
	for _, dark := range []bool{true, false} {
		for _, p := range profiles {
			th := New(dark, p)
			for r := range numRoles {
				for a := range numAttrs {
					got := th.PaintAttr(r, a, "학습 ab")
					if ansi.Strip(got) != "학습 ab" {
						t.Fatalf("dark=%v p=%d role %d attrs %d: %q", dark, p, r, a, got)
					}
					if strings.Contains(got, "\x1b") && !strings.HasSuffix(got, reset) {
						t.Errorf("role %d attrs %d leaves its colour on: %q", r, a, got)
					}
				}
				if th.Paint(r, "") != "" {
					t.Errorf("role %d paints the empty string", r)
				}
			}
		}
	}
}

func TestProfilesEmitOnlyTheirColours(t *testing.T) {
	t.Parallel()
	allowed := map[Profile]func(code string) bool{
		NoColor:   func(string) bool { return false },
		ANSI16:    func(c string) bool { return len(c) == 2 && strings.ContainsRune("39", rune(c[0])) },
		ANSI256:   func(c string) bool { return strings.Contains(c, "8;5;") || c == "" },
		TrueColor: func(c string) bool { return strings.Contains(c, "8;2;") || c == "" },
	}
	for _, dark := range []bool{true, false} {
		for _, p := range profiles {
			th := New(dark, p)
			for r := range numRoles {
				if c := th.codes[r]; c != "" && !allowed[p](c) {
					t.Errorf("dark=%v profile %d role %d emits %q", dark, p, r, c)
				}
			}
			for b, f := range th.backs {
				for _, c := range []string{f.back, f.fore} {
					if c != "" && (p < ANSI256 || !allowed[p](c)) {
						t.Errorf("dark=%v profile %d back %d emits %q", dark, p, b, c)
					}
				}
			}
		}
	}
}

func TestNoColorKeepsEmphasis(t *testing.T) {
	t.Parallel()
	th := New(true, NoColor)
	if got := th.Paint(Strong, "a"); got != "\x1b[1ma\x1b[m" {
		t.Errorf("Strong = %q", got)
	}
	if got := th.Paint(ClassA, "a"); got != "a" {
		t.Errorf("ClassA = %q", got)
	}
	if got := th.PaintAttr(Text, Underline|Reverse, "a"); got != "\x1b[4;7ma\x1b[m" {
		t.Errorf("underlined = %q", got)
	}
}

func TestSelected(t *testing.T) {
	t.Parallel()
	for _, p := range profiles {
		th := New(true, p)
		row := "▸ " + th.Paint(Accent, "cat") + " 점수"
		got := th.Selected(row)
		if ansi.Strip(got) != ansi.Strip(row) {
			t.Errorf("profile %d changes the text: %q", p, got)
		}
		if p < ANSI256 && got != "\x1b[7m▸ cat 점수\x1b[m" {
			t.Errorf("profile %d: %q", p, got)
		}
		if p >= ANSI256 && strings.Count(got, "48;") != 2 {
			t.Errorf("the background does not outlive the inner colour: %q", got)
		}
	}
}

func TestFieldIsMonotoneAndTotal(t *testing.T) {
	t.Parallel()
	th := New(true, TrueColor)
	last := Back(0)
	for v := -2.0; v <= 2; v += 0.01 {
		b := th.Field(v)
		if b < fieldFirst || b >= pictureFirst || b < last {
			t.Fatalf("Field(%g) = %d after %d", v, b, last)
		}
		last = b
	}
	if th.Field(math.NaN()) != th.Field(0) || th.Field(math.Inf(-1)) != fieldFirst || th.Field(math.Inf(1)) != pictureFirst-1 {
		t.Error("NaN and infinities are not neutral and the ends")
	}
}

func TestStyleSequences(t *testing.T) {
	t.Parallel()
	seq := func(th *Theme, s Style) string { return string(th.AppendStyle(nil, s)) }
	if got := seq(New(true, NoColor), Style{Role: ClassA, Back: Lit}); got != "\x1b[0;7m" {
		t.Errorf("lit without colours = %q", got)
	}
	if got := seq(New(true, TrueColor), Style{Role: Text}); got != "\x1b[m" {
		t.Errorf("plain text = %q", got)
	}
	th := New(false, TrueColor)
	if a, b := seq(th, Style{Role: Faint, Back: th.Field(1)}), seq(th, Style{Role: Muted, Back: th.Field(1)}); a != b {
		t.Errorf("Faint drowns in the field: %q, %q", a, b)
	}
	if got := seq(th, Style{Role: 200, Attrs: 255, Back: 255}); !strings.HasPrefix(got, "\x1b[") {
		t.Errorf("unknown style = %q", got)
	}
	th = New(true, ANSI256)
	if _, got := th.AppendHalves(nil, th.Field(0), th.Field(1)); got != "▄" {
		t.Errorf("a neutral upper half is drawn as %q", got)
	}
}

func TestDetect(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		env  string
		tty  bool
		want Profile
	}{
		{"TERM=xterm-256color", true, ANSI256},
		{"TERM=xterm-256color COLORTERM=truecolor", true, TrueColor},
		{"TERM=xterm", true, ANSI16},
		{"TERM=xterm-kitty", true, TrueColor},
		{"TERM=dumb COLORTERM=truecolor", true, NoColor},
		{"", true, NoColor},
		{"TERM=xterm-256color", false, NoColor},
		{"TERM=xterm-256color CLICOLOR_FORCE=1", false, ANSI256},
		{"TERM=xterm-kitty NO_COLOR=1", true, NoColor},
		{"TERM=xterm-kitty NO_COLOR=yes", true, NoColor},
		{"TERM=xterm-kitty NO_COLOR=0", true, NoColor},
		{"TERM=xterm-kitty NO_COLOR=", true, TrueColor},
		{"TERM=screen-256color COLORTERM=truecolor", true, ANSI256},
	} {
		t.Run(fmt.Sprintf("%s tty=%v", c.env, c.tty), func(t *testing.T) {
			t.Parallel()
			vars := map[string]string{}
			for f := range strings.FieldsSeq(c.env) {
				k, v, _ := strings.Cut(f, "=")
				vars[k] = v
			}
			if got := Detect(func(k string) string { return vars[k] }, c.tty); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
		})
	}
}

func BenchmarkPaint(b *testing.B) {
	th := New(true, TrueColor)
	b.ReportAllocs()
	for b.Loop() {
		th.Paint(ClassA, "0.9002")
	}
}
