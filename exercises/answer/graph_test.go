package answer

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"hakseup/nn/graph"
)

// handoutGraph is what 연습문제 3 asks for.
func handoutGraph() Graph {
	return Graph{
		Inputs: []string{"w", "x", "b"}, Result: "f", Example: "p = q*r; s = p + t",
		Ops: []graph.Op{graph.Add, graph.Sub, graph.Mul, graph.Div, graph.Pow, graph.Exp, graph.Max, graph.ReLU},
	}
}

func TestReadGraph(t *testing.T) {
	t.Parallel()
	kind := handoutGraph()
	want := kind.Must("a = x*x; g = w*a; f = g + b")
	for _, input := range []string{
		"a=x*x;g=w*a;f=g+b", "a = x*x\ng = wa\nf = g + b\n", "a = x², g = w·a, f = g + b", "f = g + b; g = w a; a = x^2",
		"ａ＝ｘ＊ｘ； ｇ＝ｗ＊ａ； ｆ＝ｇ＋ｂ", "ㅁ = ㅌ*ㅌ; ㅎ = ㅈ*ㅁ; ㄹ = ㅎ + ㅠ", "x*x; wa; c + b", "\"a = x*x; g = w*a; f = g + b;\"",
		"a = x*x; g = w*a; h = g + b", "one = 1; a = x*x; g = w*a; c = g*one; f = c + b", "n = -x; a = n*n; g = w*a; f = g + b", "a = |x|", "",
	} {
		v, err := kind.Read(input)
		if strings.Contains(input, "|") || input == "" {
			if err == nil {
				t.Errorf("%q is read as %v", input, v)
			}
			continue
		}
		if err != nil || !v.Compare(want, 0).Same() {
			t.Errorf("%q: %v, %v, want the same as %s", input, v, err, want.Typed())
			continue
		}
		if again, err := kind.Read(v.Typed()); err != nil || !again.Compare(want, 0).Same() {
			t.Errorf("%q: %q reads as %v, %v", input, v.Typed(), again, err)
		}
	}
	v, _ := kind.Read("a = x*x; g = w*x; f = g + b")
	if got := v.Compare(want, 0); len(got.Wrong) != 1 || got.Wrong[0] != 1 || got.Same() {
		t.Errorf("an edge from the wrong node: %+v", got)
	}
	for input, says := range map[string]string{
		"f = w x² + b": "연산이 3개", "a = x*x; f = w*a + b": "연산이 2개", "f = exp(-x)": "연산이 2개", "f = max(w, x, b)": "연산이 2개",
		"a = x*x; g = w*q": "'q': 입력도", "a = □ * x": "비어 있는 자리", "a = x * □": "비어 있는 자리", "x = w*w": "주어진 입력",
		"a = x*x; a = w*b": "노드가 둘", "a = c*x; c = a + b": "화살표", "a = x": "연산이 없어요", "a = σ(x)": "쓸 수 있는 연산은 +, −",
		"a = ": "끝에", "2 = x*x": "이름이 될 수 없어요", "f = x if x > 0 else 0": "", "a = x*": "", "a = (x*x": "", "a = x*x) ; f = a": "", ";": "아직",
	} {
		_, err := kind.Read(input)
		if e, ok := errors.AsType[*Error](err); !ok || !strings.Contains(e.What.KO, says) || e.What.EN == "" {
			t.Errorf("%q: %v, want a sentence with %s", input, err, says)
		}
	}
}

func FuzzReadGraph(f *testing.F) {
	for _, s := range []string{
		"a = x*x; g = w*a; f = g + b", "f=g+b;g=f", "a = -2*x; e^a", "x²", "max(x, 0)\n", "ㅁ = ㅌ*ㅌ", "ａ＝ｘ", "a = □", "\xff;=", "c = -1; x*c", "=;=x",
	} {
		f.Add(s)
	}
	kind := handoutGraph()
	want := kind.Must("a = x*x; g = w*a; f = g + b")
	f.Fuzz(func(t *testing.T, input string) {
		v, err := kind.Read(input)
		if err != nil {
			e, ok := errors.AsType[*Error](err)
			if !ok || e.What.KO == "" || e.What.EN == "" || e.At < 0 || e.At > utf8.RuneCountInString(input) {
				t.Fatalf("%q: bad error %#v", input, err)
			}
			if e.What != e.What.Printable() || utf8.RuneCountInString(e.What.KO) > 400 {
				t.Fatalf("%q: %q is shown as it was typed", input, e.What.KO)
			}
			return
		}
		v.Compare(want, 0)
		again, err := kind.Read(v.Typed())
		if err != nil || again.Typed() != v.Typed() {
			t.Fatalf("%q: %q reads as %v, %v", input, v.Typed(), again, err)
		}
	})
}
