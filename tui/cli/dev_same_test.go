package cli

import (
	"bytes"
	"strings"
	"testing"
)

func TestSameFormulas(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		args string // parted by semicolons
		code int
		says string
	}{
		{"2wx dL/df;x·2w ∂L/∂f", 0, "두 식은 같아요."},
		{"--names;x;x if x>0 else 0;max(0, x);--lang;en", 0, "The formulas are the same."},
		{"-x^2;-(x^2)", 0, "같아요"},
		{"12x³ − 6x;12x³ − 6x²", 1, "두 식은 달라요. x = 2일 때 첫째 식의 값은 84, 둘째 식의 값은 72예요."},
		{"12x³ − 6x;12x³ − 6x²;--lang=en", 1, "at x = 2 the first is 84, the second 72."},
		{"1/3;0.3333", 1, "첫째 식의 값은 0.333333, 둘째 식의 값은 0.3333이에요."},
		{"ln(x²);2ln(x)", 2, "둘째 식에는 값이 없어서"},
		{"√2;1.41421356237309;--lang;en", 2, "undecided: the values 1.4142135623731 and 1.41421356237309 are"},
		{"√2;1.41421356237309", 2, "1.41421356237309로 너무 가까워서"},
		{"x√2;1.41421356237309x", 2, "x = 2일 때 값이 "},
		{"√2;1.41421356", 1, "두 식은 달라요."},
		{"(-8)^(1/3);-2", 2, "첫째 식에는 값이 없어요."},
		{"0;1/0;--lang;en", 2, "The second formula has no value."},
		{"ln(-x);ln(x)", 2, "값이 있는 곳이 너무 적어서"},
		{"1 if sin(x)>0.99999 else 0;0", 2, "비교해 보지 못한"},
		{"x if x>0;x", 2, "나머지 경우도 적어 주세요."},
		{"1/0;1/0", 2, "값이 있는 곳이 너무 적어서"},
		{"x;softmax(a1,a2)", 2, "둘째 식의 1번째 글자: 'softmax'라는 함수는 없어요."},
		{"가+#;x", 2, "3번째 글자"},
		{"--names=x, w₁₁;w11 x;x w_{11}", 0, "같아요"},
		{"--names=x;2y;x;--lang=en", 2, "First formula, character 2: 'y': the names used here are x."},
		{"\u1100\u1161;가", 0, "같아요"}, // decomposed Hangul
		{"x", 2, "쓰는 법"},
		{"x;y;z", 2, "너무 많아요"},
		{"--names", 2, "값이 빠졌어요"},
		{"--lang;fr;x;x", 2, "모르는 언어"},
		{"x\x1b]0;x", 2, "'?'"},
		{"--help", 0, "종료 코드"},
	} {
		var out, problem bytes.Buffer
		code := Main(append([]string{"dev", "same"}, strings.Split(c.args, ";")...), &out, &problem)
		said := out.String() + problem.String()
		if code != c.code || !strings.Contains(said, c.says) || c.code < 2 && problem.Len() > 0 {
			t.Errorf("%q exits with %d and says %q", c.args, code, said)
		}
	}
	var out, problem bytes.Buffer
	if code := Main([]string{"dev", "nope"}, &out, &problem); code != exitUsage || !strings.Contains(problem.String(), "nope") {
		t.Errorf("an unknown command exits with %d and says %q", code, problem.String())
	}
}
