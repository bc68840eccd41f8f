package markdown

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

// sample returns the blocks of the page in testdata, which has one of
// everything.
func sample(tb testing.TB) []lessons.Block {
	tb.Helper()
	src, err := os.ReadFile("testdata/sample.md")
	if err != nil {
		tb.Fatal(err)
	}
	course, err := lessons.Open(fstest.MapFS{"06-softmax-loss/ko.md": {Data: src}})
	if err != nil {
		tb.Fatal(err)
	}
	lecture, err := course.Lecture("6", lang.KO)
	if err != nil {
		tb.Fatal(err)
	}
	return lecture.Pages[0].Blocks
}

func parse(tb testing.TB, src string) []lessons.Block {
	tb.Helper()
	blocks, err := lessons.ParseMarkdown([]byte(src))
	if err != nil {
		tb.Fatal(err)
	}
	return blocks
}

func options(width int) Options {
	return Options{
		Width:  width,
		Choice: func(*lessons.Question) Choice { return Choice{Made: true, Picked: 0} },
		Exercise: func(id string) Exercise {
			return Exercise{Title: "소프트맥스 계산", Status: "✓ 맞힘", Role: theme.Correct, Command: "hakseup check " + id + " cat=값 dog=값"}
		},
	}
}

// dump writes lines between bars, with what they act as at their end.
func dump(lines []Line, width int) string {
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&b, "│%s│", l.View(0, width))
		switch {
		case l.Hit == OptionHit:
			fmt.Fprintf(&b, " option %d of block %d", l.Option, l.Block)
		case l.Hit == ExerciseHit:
			fmt.Fprintf(&b, " exercise in block %d", l.Block)
		case l.Wide:
			fmt.Fprintf(&b, " wide")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestLayout(t *testing.T) {
	t.Parallel()
	for _, width := range []int{62, 38, 28} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			golden.RequireEqual(t, []byte(dump(Render(sample(t), options(width)), width)))
		})
	}
}

func TestPlain(t *testing.T) {
	t.Parallel()
	for _, width := range []int{80, 40} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			lines := Plain(sample(t), options(width))
			golden.RequireEqual(t, []byte(strings.Join(append(PlainTitle("점수를 확률로", "=", width), lines...), "\n")+"\n"))
		})
	}
}

func TestQuestion(t *testing.T) {
	t.Parallel()
	blocks := sample(t)
	for _, b := range blocks {
		q, ok := b.(*lessons.Question)
		if !ok {
			continue
		}
		var out strings.Builder
		for _, c := range []Choice{{}, {Focus: true, Cursor: 1}, {Made: true, Picked: 1}, {Made: true, Picked: 0}} {
			o := Options{Width: 44, Lang: lang.EN, Choice: func(*lessons.Question) Choice { return c }}
			lines := Render([]lessons.Block{q, &lessons.Code{Text: "the rest"}}, o)
			fmt.Fprintf(&out, "%+v\n%s", c, dump(lines, 44))
		}
		golden.RequireEqual(t, []byte(out.String()))
	}
}

// TestColoursChangeNoCells holds the painted lines against the plain ones.
func TestColoursChangeNoCells(t *testing.T) {
	t.Parallel()
	for _, profile := range []theme.Profile{theme.NoColor, theme.ANSI16, theme.TrueColor} {
		for width := 20; width <= 90; width++ {
			o := options(width)
			bare := Render(sample(t), o)
			o.Theme = theme.New(true, profile)
			painted := Render(sample(t), o)
			if len(bare) != len(painted) {
				t.Fatalf("width %d: %d lines, painted %d", width, len(bare), len(painted))
			}
			for i, l := range painted {
				got := strings.TrimRight(ansi.Strip(l.View(2, width)), " ")
				want := strings.TrimRight(bare[i].View(2, width), " ")
				if strings.Replace(got, " 문제 ", "[문제]", 1) != want && got != want {
					t.Errorf("width %d line %d: %q, painted %q", width, i, want, got)
				}
				if w := text.Width(l.View(2, width)); w != width {
					t.Errorf("width %d line %d takes %d cells", width, i, w)
				}
			}
		}
	}
}

func TestFormulaTakesTheFormThatFits(t *testing.T) {
	t.Parallel()
	const long = `$$ y_k = \frac{\exp(a_k)}{\sum_{i=1}^{n} \exp(a_i)} $$`
	const both = `$$ y = \frac{a + b + c + d + e}{2} + \begin{bmatrix} 1 \\ 2 \end{bmatrix} $$`
	for _, test := range []struct {
		src         string
		width       int
		lines, over int
	}{
		{long, 40, 5, 0},
		{long, 12, 5, 4},
		{both, 40, 3, 0},
	} {
		lines := Render(parse(t, test.src), Options{Width: test.width})
		if over := Overflow(lines, test.width); len(lines) != test.lines || over != test.over {
			t.Errorf("%s at %d: %d lines, overflow %d; want %d, %d\n%s", test.src, test.width,
				len(lines), over, test.lines, test.over, dump(lines, test.width))
		}
	}
	// Tall but narrower on one line than in two dimensions.
	lines := Render(parse(t, `$$ \text{가나다라} = \begin{bmatrix} 1 & 2 & 3 & 4 & 5 \end{bmatrix} $$`), Options{Width: 23})
	if len(lines) != 1 || lines[0].Wide {
		t.Errorf("got\n%s", dump(lines, 23))
	}
}

func TestPartsOfAFormulaStack(t *testing.T) {
	t.Parallel()
	const src = `$$ |x|_1 = \sum_i |x_i| \qquad |x|_2 = \sqrt{\sum_i |x_i|^2} $$`
	got := dump(Render(parse(t, src), Options{Width: 30}), 30)
	golden.RequireEqual(t, []byte(got))
	for src, want := range map[string]int{
		`a \qquad b \quad c`: 3, `\text{a \qquad b}`: 1, `\begin{cases} a & \quad b \end{cases} \qquad c`: 2,
		`\left( a \quad b \right)`: 1, `\qquad a`: 1, `\quadrat a`: 1, `\{ \quad \}`: 2, `\\`: 1, `\`: 1,
	} {
		if got := parts(src); len(got) != want {
			t.Errorf("parts(%q) = %q, want %d", src, got, want)
		}
	}
}

func TestExercisesStandTogether(t *testing.T) {
	t.Parallel()
	blocks := []lessons.Block{&lessons.ExerciseRef{ID: "a/b"}, &lessons.ExerciseRef{ID: "a/c"}, &lessons.Code{Text: "x"}}
	lines := Render(blocks, Options{Width: 30})
	if len(lines) != 4 || lines[0].Block != 0 || lines[1].Block != 1 || lines[2].Block != -1 {
		t.Errorf("got\n%s", dump(lines, 30))
	}
	if plain := Plain(blocks, Options{Width: 30}); len(plain) != 6 {
		t.Errorf("got\n%s", strings.Join(plain, "\n"))
	}
}

func TestWideLinesScroll(t *testing.T) {
	t.Parallel()
	l := Render(parse(t, "> [!NOTE]\n> ```\n> 0123456789학습\n> ```"), Options{Width: 12})[1]
	if !l.Wide {
		t.Fatal("the line fits")
	}
	// The code is indented by two; the bar at the left stays.
	for offset, want := range map[int]string{
		-3: "▌   0123456›", 0: "▌   0123456›", 1: "▌ ‹01234567›", 4: "▌ ‹3456789 ›", 6: "▌ ‹56789학습", 99: "▌ ‹56789학습",
	} {
		if got := l.View(offset, 12); got != want {
			t.Errorf("View(%d) = %q, want %q", offset, got, want)
		}
		if w := text.Width(l.View(offset, 12)); w != 12 {
			t.Errorf("View(%d) takes %d cells", offset, w)
		}
	}
}

func TestTitleWraps(t *testing.T) {
	t.Parallel()
	lines := Title("왜 비율로는 안 될까", Options{Width: 12})
	if len(lines) != 2 || lines[0].Text != "왜 비율로는" || lines[1].Text != "안 될까" {
		t.Errorf("got\n%s", dump(lines, 12))
	}
}

func FuzzRender(f *testing.F) {
	src, err := os.ReadFile("testdata/sample.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(src), 30)
	f.Add("| a | 가나다라마바사 |\n|--|--|\n| $x^2$ | - |\n\n1. a\n   > [!NOTE] b $$", 12)
	f.Fuzz(func(t *testing.T, src string, width int) {
		blocks, err := lessons.ParseMarkdown([]byte(src))
		if err != nil {
			return
		}
		width = max(minWidth, width%120)
		painted := theme.New(false, theme.ANSI256)
		var out strings.Builder
		for _, l := range Render(blocks, Options{Width: width, Theme: painted}) {
			if w := text.Width(l.Text); w > width && !l.Wide {
				t.Errorf("%q takes %d cells of %d", l.Text, w, width)
			}
			out.WriteString(ansi.Strip(l.Text))
		}
		keepsLetters(t, blocks, out.String())
		keepsLetters(t, blocks, strings.Join(Plain(blocks, Options{Width: width}), ""))
	})
}

// keepsLetters checks that no letter of running text was lost.
func keepsLetters(t *testing.T, blocks []lessons.Block, out string) {
	t.Helper()
	got := letters(out)
	want := map[rune]int{}
	for b := range lessons.All(blocks) {
		p, ok := b.(*lessons.Paragraph)
		if !ok {
			continue
		}
		for _, s := range p.Spans {
			if s.Style != lessons.Math {
				for r, n := range letters(s.Text) {
					want[r] += n
				}
			}
		}
	}
	for r, n := range want {
		if got[r] < n {
			t.Errorf("%q comes %d times, want %d", r, got[r], n)
		}
	}
}

func letters(s string) map[rune]int {
	out := map[rune]int{}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out[r]++
		}
	}
	return out
}

func BenchmarkRender(b *testing.B) {
	blocks := sample(b)
	o := options(62)
	o.Theme = theme.New(true, theme.TrueColor)
	for b.Loop() {
		Render(blocks, o)
	}
}
