package text

import (
	"strings"
	"testing"
	"unicode"

	"hakseup/tui/theme"
)

func TestFittingIsExactToTheCell(t *testing.T) {
	t.Parallel()
	red := theme.New(true, theme.TrueColor)
	for _, s := range []string{"", "a", "학습", "학습은 learning", "e^0.39 ≈ 1.477", red.Paint(theme.Wrong, "틀린 답")} {
		for w := range 20 {
			for name, got := range map[string]string{
				"Left": Left(s, w), "Right": Right(s, w), "Center": Center(s, w), "Window": Window(s, 3, w),
			} {
				if Width(got) != w {
					t.Errorf("%s(%q, %d) = %q takes %d cells", name, s, w, got, Width(got))
				}
			}
			if got := Truncate(s, w); Width(got) > w {
				t.Errorf("Truncate(%q, %d) = %q takes %d cells", s, w, got, Width(got))
			}
		}
	}
}

func TestFitting(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ got, want string }{
		{Truncate("소프트맥스", 10), "소프트맥스"},
		{Truncate("소프트맥스", 9), "소프트맥…"},
		{Truncate("소프트맥스", 8), "소프트…"},
		{Truncate("소프트맥스", 1), "…"},
		{Left("학습", 7), "학습   "},
		{Left("학습하기", 6), "학습… "},
		{Right("학습", 7), "   학습"},
		{Center("학습", 7), " 학습  "},
		{Window("abcdef", 2, 3), "cde"},
		{Window("학습하기", 2, 4), "습하"},
		{Window("학습하기", 1, 4), " 습 "},
		{Window("학습", 9, 2), "  "},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

func TestWrap(t *testing.T) {
	t.Parallel()
	math := func(s string) Run { return Run{Text: s, Role: theme.Math, Solid: true} }
	for _, test := range []struct {
		name  string
		runs  []Run
		width int
		want  string
	}{
		{"words with particles stay whole", []Run{Plain("신경망의 마지막 층은 점수를 내놓아요.")}, 16, "신경망의 마지막|층은 점수를|내놓아요."},
		{"an exact fit", []Run{Plain("학습 학습")}, 9, "학습 학습"},
		{"one cell less", []Run{Plain("학습 학습")}, 8, "학습|학습"},
		{"a word wider than the line", []Run{Plain("소프트맥스함수는")}, 8, "소프트맥|스함수는"},
		{"a bracket is a good place", []Run{Plain("역전파법(backpropagation)은")}, 20, "역전파법|(backpropagation)은"},
		{"no line begins with punctuation", []Run{Plain("가나다라마바사.")}, 14, "가나다라마바|사."},
		{"nor with a lone mark", []Run{Plain("학습 ) 끝")}, 7, "학습 )|끝"},
		{"an opening bracket goes along", []Run{Plain("하나 ( 둘 ) 셋")}, 8, "하나|( 둘 )|셋"},
		{"a formula keeps its particle", []Run{Plain("출력 "), math("y_k"), Plain("를 보면")}, 9, "출력|y_k를|보면"},
		{"a formula keeps its spaces", []Run{Plain("값 "), math("a + b"), Plain(" 끝")}, 7, "값|a + b|끝"},
		{"a formula in brackets", []Run{Plain("합("), math("a + b"), Plain(")은 셋")}, 11, "합(a + b)은|셋"},
		{"a formula wider than the line", []Run{math("alpha + beta = gamma"), Plain("예요")}, 16, "alpha + beta =|gamma예요"},
		{"a formula and a particle too wide together", []Run{math("a + b + c"), Plain("를")}, 10, "a + b +|c를"},
		{"rather outside of its brackets", []Run{math("y + z = (a + b + c)/2")}, 18, "y + z =|(a + b + c)/2"},
		{"compounds", []Run{Plain("the cross-entropy loss")}, 12, "the cross-|entropy loss"},
		{"a minus is no hyphen", []Run{Plain("move to x-1 now")}, 9, "move to|x-1 now"},
		{"line feeds", []Run{Plain("하나\n둘\n\n셋")}, 20, "하나|둘||셋"},
		{"spaces", []Run{Plain("  a \t b  ")}, 20, "a b"},
		{"words over several runs", []Run{Plain("아주 "), {Text: "큰", Role: theme.Strong}, Plain("값은 작은값")}, 9, "아주|큰값은|작은값"},
		{"nothing", []Run{Plain(" ")}, 9, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			lines := Wrap(test.runs, test.width)
			got := make([]string, len(lines))
			for i, l := range lines {
				got[i] = l.String()
			}
			if s := strings.Join(got, "|"); s != test.want {
				t.Errorf("got  %s\nwant %s", s, test.want)
			}
		})
	}
}

func TestWrapKeepsStyles(t *testing.T) {
	t.Parallel()
	runs := []Run{Plain("점수는 "), {Text: "아주 큰", Role: theme.Strong, Attrs: theme.Underline}, Plain("값")}
	lines := Wrap(runs, 11)
	want := []Line{
		{Plain("점수는 "), {Text: "아주", Role: theme.Strong, Attrs: theme.Underline}},
		{{Text: "큰", Role: theme.Strong, Attrs: theme.Underline}, Plain("값")},
	}
	if len(lines) != len(want) {
		t.Fatalf("%d lines, want %d", len(lines), len(want))
	}
	for i := range want {
		if len(lines[i]) != len(want[i]) {
			t.Fatalf("line %d = %+v, want %+v", i, lines[i], want[i])
		}
		for j := range want[i] {
			if lines[i][j] != want[i][j] {
				t.Errorf("line %d run %d = %+v, want %+v", i, j, lines[i][j], want[i][j])
			}
		}
	}
}

func TestPaintAddsNoCells(t *testing.T) {
	t.Parallel()
	l := Line{Plain("값 "), {Text: "x", Role: theme.Math}}
	if got := l.Paint(theme.New(true, theme.TrueColor)); Width(got) != l.Width() || got == l.String() {
		t.Errorf("painted %q", got)
	}
	if got := l.Paint(nil); got != "값 x" {
		t.Errorf("without a theme %q", got)
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("신경망의 ", "y_k = a + b", "를 내놓아요. (softmax) cross-entropy", 16)
	f.Add("a\n\x1b[31m", "ᄒ\u1161\u11ab", "👩‍👩‍👧 한글", 1)
	f.Fuzz(func(t *testing.T, before, formula, after string, width int) {
		runs := []Run{Plain(before), {Text: formula, Solid: true}, Plain(after)}
		width = max(2, width%200)
		lines := Wrap(runs, width)
		var got strings.Builder
		for i, l := range lines {
			if w := l.Width(); w > width {
				t.Errorf("line %d %q takes %d cells of %d", i, l, w, width)
			}
			got.WriteString(l.String())
		}
		if a, b := squeeze(got.String()), squeeze(before)+squeeze(formula)+squeeze(after); a != b {
			t.Errorf("kept %q of %q", a, b)
		}
	})
}

// squeeze drops what wrapping may drop.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}
