package tex

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
)

// formulas reads the lines of testdata/formulas.txt, headings among them.
func formulas(tb testing.TB) []string {
	tb.Helper()
	text, err := os.ReadFile("testdata/formulas.txt")
	if err != nil {
		tb.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

// TestForms compares both forms of every formula with what has been looked
// at and found to read well: go test -update writes the file anew.
func TestForms(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	for _, src := range formulas(t) {
		if src == "" || strings.HasPrefix(src, "#") {
			fmt.Fprintln(&out, src)
			continue
		}
		f, err := Parse(src)
		if err != nil {
			t.Errorf("%s: %v", src, err)
			continue
		}
		fmt.Fprintf(&out, "\n%s\n\n", src)
		for _, line := range f.Display() {
			fmt.Fprintln(&out, strings.TrimRight("    "+line, " "))
		}
		fmt.Fprintf(&out, "\n  = %s\n", f.Inline())
	}
	golden.RequireEqual(t, []byte(out.String()))
}

func TestInline(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ src, want string }{
		{`\frac{a+b}{2}`, "(a + b)/2"},
		{`\frac{1}{2a}`, "1/(2a)"},
		{`\frac{2a}{b}`, "2a/b"},
		{`\frac{-a}{b}`, "(−a)/b"},
		{`\frac{a/b}{c}`, "(a/b)/c"},
		{`\frac{\log x}{2}`, "(log x)/2"},
		{`\frac{1}{f(x)}`, "1/f(x)"},
		{`\frac{1}{a(b+c)}`, "1/(a(b + c))"},
		{`\frac{a}{dx}`, "a/(dx)"},
		{`\frac{dy}{dx}`, "dy/dx"},
		{`\frac{d}{dx} x^2`, "d/dx x²"},
		{`\frac{1}{2} x`, "½ x"},
		{`\frac{a}{b}^2`, "(a/b)²"},
		{`{ab}^2`, "(ab)²"},
		{`\frac{1}{n} \sum_i x_i`, "(1/n) ∑ᵢ xᵢ"},
		{`\sum_i \frac{x_i}{n}`, "∑ᵢ xᵢ/n"},
		{`a \frac{1}{b}`, "a (1/b)"},
		{`\varepsilon \frac{g}{h}`, "ε g/h"},
		{`a \div \frac{b}{c}`, "a ÷ (b/c)"},
		{`\log \frac{a}{b}`, "log (a/b)"},
		{`\sqrt{b^2-4ac}`, "√(b² − 4ac)"},
		{`\sqrt{x^2}`, "√(x²)"},
		{`\sqrt{x}^2`, "(√x)²"},
		{`\sqrt{(a+b)}`, "√(a + b)"},
		{`\sqrt[3]{x_1}`, "³√x₁"},
		{`e^{-x}`, "e⁻ˣ"},
		{`e^{-x_i}`, "e^(−xᵢ)"},
		{`e^{(x_i)}`, "e^(xᵢ)"},
		{`x_j`, "x_j"},
		{`x_jy`, "x_j y"},
		{`x_{ij}`, "x_ij"},
		{`x_j^2`, "x_j^2"},
		{`x_{ij}^2`, "x_ij^2"},
		{`x'_j`, "x′_j"},
		{`x_1^{2t}`, "x₁²ᵗ"},
		{`\mathbb{R}^{2 \times 3}`, "ℝ^(2×3)"},
		{`\begin{bmatrix} 6 & 4 \\ 1 & -9 \end{bmatrix}`, "[6 4; 1 −9]"},
		{`\begin{pmatrix} a + b \\ c \end{pmatrix}`, "(a + b; c)"},
		{`\begin{bmatrix} a + b & c \end{bmatrix}`, "[a + b, c]"},
		{`\begin{cases} x & (x>0) \\ 0 & x \le 0 \end{cases}`, "{ x (x > 0); 0 (x ≤ 0)"},
		{`\begin{cases} x, & x>0 \\ 0 \end{cases} + 1`, "{ x, x > 0; 0 } + 1"},
		{`\frac{\begin{cases} 1 \\ 2 \end{cases}}{3}`, "{ 1; 2 }/3"},
		{`\begin{aligned} a &= b \\ &= c \\ d &= e \end{aligned}`, "a = b = c; d = e"},
		{`\begin{aligned} a &= b & c &= d \\ &= e & &+ f \end{aligned}`, "a = b = e; c = d + f"},
		{`\begin{aligned} a &= b & c &= d \\ e &= f & g &= h \end{aligned}`, "a = b, c = d; e = f, g = h"},
		{
			`\begin{aligned} (0, 1) &: & w + b &\ge 0 \\ (0, 0) &: & b &< 0 \end{aligned}`,
			"(0, 1) : w + b ≥ 0; (0, 0) : b < 0",
		},
		{`W\vec{x}`, "W vec(x)"},
		{`\left. \frac{df}{dx} \right|_{x=0}`, "(df/dx)|ₓ₌₀"},
		{`\binom{n}{k}`, "C(n, k)"},
		{``, ""},
	} {
		f, err := Parse(tt.src)
		if err != nil {
			t.Errorf("Parse(%s): %v", tt.src, err)
			continue
		}
		if got := f.Inline(); got != tt.want {
			t.Errorf("Inline of %s\n got %q\nwant %q", tt.src, got, tt.want)
		}
	}
}

func TestDisplay(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, src string
		want      []string
	}{
		{"Hangul is two cells wide", `\frac{\text{맞힌 개수}}{n}`, []string{
			"맞힌 개수",
			"─────────",
			"    n    ",
		}},
		{"a minus keeps away from a bar", `-\frac{1}{x}`, []string{
			"  1",
			"− ─",
			"  x",
		}},
		{"a lowered j does not stretch brackets", `(x_j)`, []string{
			"(x )",
			"  j ",
		}},
		{"a brace of two lines has a middle", `\begin{cases} a \\ b \end{cases}`, []string{
			"⎧ a",
			"⎨  ",
			"⎩ b",
		}},
		{"numbers stand by their point", `\begin{matrix} 1.25 \\ -10 \\ 3.5 \end{matrix}`, []string{
			"  1.25",
			"−10   ",
			"  3.5 ",
		}},
		{"the arrow stands over the letter", `\vec{x}`, []string{
			"→",
			"x",
		}},
		{"nothing", ``, []string{""}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f, err := Parse(tt.src)
			if err != nil {
				t.Fatal(err)
			}
			got, want := strings.Join(f.Display(), "|\n"), strings.Join(tt.want, "|\n")
			if got != want {
				t.Errorf("Display of %s\n got\n%s|\nwant\n%s|", tt.src, got, want)
			}
			if w := ansi.StringWidth(tt.want[0]); f.Width() != w {
				t.Errorf("Width of %s is %d, want %d", tt.src, f.Width(), w)
			}
		})
	}
}

// TestSame pairs sources that must be drawn alike.
func TestSame(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]string{
		{`\alpha \le \beta \cdot 2`, `α ≤ β · 2`},
		{`x - y`, `x − y`},
		{`\left( x \right)`, `(x)`},
		{`\bigl( x \bigr)`, `(x)`},
		{`\displaystyle\frac12`, `\frac{1}{2}`},
		{`f'`, `f^\prime`},
		{`x^2_1`, `x_1^2`},
		{"\\hat{y}", "y\u0302"},
		{"\\text{\u1112\u1161\u11ab}", "\\text{한}"}, // letters apart and composed
		{`\mathbf{x}`, `x`},
		{`\ a`, `a`},
		{"a\n+\tb", `a+b`},
	} {
		a, errA := Parse(pair[0])
		b, errB := Parse(pair[1])
		if errA != nil || errB != nil {
			t.Errorf("%q: %v, %q: %v", pair[0], errA, pair[1], errB)
			continue
		}
		if x, y := strings.TrimSpace(strings.Join(a.Display(), "\n")), strings.Join(b.Display(), "\n"); x != y {
			t.Errorf("%q and %q differ:\n%s\n%s", pair[0], pair[1], x, y)
		}
		if x, y := a.Inline(), b.Inline(); x != y {
			t.Errorf("%q and %q differ: %s, %s", pair[0], pair[1], x, y)
		}
	}
}

// TestFont holds every character that the package draws of its own accord
// against the characters of D2Coding.
func TestFont(t *testing.T) {
	t.Parallel()
	covered := fontCoverage(t)
	check := func(where, s string) {
		for _, r := range s {
			if r < 0x3000 && !covered[r] {
				t.Errorf("%s: D2Coding has no %q (%U)", where, r, r)
			}
		}
	}
	for name, s := range symbols {
		check(`\`+name, s.text)
	}
	for name, s := range delimiters {
		check(`\`+name, s.text)
	}
	for name, p := range growing {
		check("fence "+name, name+p.top+p.side+p.bottom+p.middle)
	}
	for name, m := range marks {
		check(`\`+name, m.combining+m.row+m.end)
	}
	for _, forms := range []map[rune]rune{raised, lowered} {
		for from, to := range forms {
			check("script of "+string(from), string(to))
		}
	}
	for _, src := range formulas(t) {
		if f, err := Parse(src); err == nil && !strings.HasPrefix(src, "#") {
			check(src, strings.Join(f.Display(), "")+f.Inline())
		}
	}
}

// fontCoverage reads the ranges of characters below U+3000 that D2Coding
// 1.3.2 has, in hexadecimal.
func fontCoverage(t *testing.T) map[rune]bool {
	t.Helper()
	text, err := os.ReadFile("testdata/d2coding.txt")
	if err != nil {
		t.Fatal(err)
	}
	covered := map[rune]bool{}
	for word := range strings.FieldsSeq(string(text)) {
		first, last, isRange := strings.Cut(word, "-")
		if !isRange {
			last = first
		}
		from, errFrom := strconv.ParseInt(first, 16, 32)
		to, errTo := strconv.ParseInt(last, 16, 32)
		if errFrom != nil || errTo != nil {
			t.Fatalf("not a range: %s", word)
		}
		for r := rune(from); r <= rune(to); r++ {
			covered[r] = true
		}
	}
	return covered
}
