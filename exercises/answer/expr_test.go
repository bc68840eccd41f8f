package answer

import (
	"errors"
	"strings"
	"testing"
)

func TestReadFormula(t *testing.T) {
	t.Parallel()
	kind := Formula{Variables: []string{"w", "x", "b", "∂L/∂f"}}
	want := kind.Must("2 w x ∂L/∂f")
	for _, input := range []string{
		"2wx\u200b dL/df", "\ufeff2wx dL/df", "dL/dx: 2wx dL/df", "∂L / ∂x = 2wx ∂L/∂f", "\"2wx dL/df\"", "$2wx dL/df$",
		"2ㅈㅌ 이/ㅇㄹ", "2wx ㅇL/ㅇf",
		"2wx dL/df if x = x else 0", "x = x ? 2wx dL/df : 0",
		"2wx dL/df", "∂L/∂f · 2wx", "2 x w (∂L/∂f)", "∂L/∂x = 2wx ∂L/∂f", "dL/dx = dL/df * 2 * w * x", "2·w·x·∂L/∂f", "２ｗｘ ∂L/∂f", "w*2x*(dL)/(df)",
	} {
		v, err := kind.Read(input)
		if err != nil || !v.Compare(want, 0).Same() {
			t.Errorf("%q: %v, %v, want the same as %s", input, v, err, want.Typed())
		}
	}
	for _, input := range []string{"2wx", "wx dL/df", "2w dL/df", "2wx² dL/df", "0", "w(1/x) dL/df"} {
		v, err := kind.Read(input)
		if err != nil || v.Compare(want, 0).Same() || v.Compare(want, 0).Undecided {
			t.Errorf("%q: %v, %v, want a formula that differs from %s", input, v, err, want.Typed())
		}
	}
	for input, says := range map[string]string{
		"": "아직", "2wy": "'y'", "softmax(w)": "'softmax'", `\frac{1}{2}`: "LaTeX", "2w, x": "식 하나로", "ㅂㅏ": "'ㅂㅏ", "2w(": "", "1/2x": "두 가지", "w=": "끝에",
	} {
		_, err := kind.Read(input)
		if e, ok := errors.AsType[*Error](err); !ok || !strings.Contains(e.What.KO, says) {
			t.Errorf("%q: %v, want a sentence with %s", input, err, says)
		}
	}
}

func TestFormulaEcho(t *testing.T) {
	t.Parallel()
	kind := Formula{Variables: []string{"x", "∂L/∂f"}}
	for input, want := range map[string]string{
		"x^2 dL/df":           `$x^{2}`,
		"dL/df if x>0 else 0": `\begin{cases}`,
		"√x":                  `\sqrt`,
	} {
		v, err := kind.Read(input)
		if err != nil || !strings.Contains(v.Echo().KO, want) {
			t.Errorf("%q: %v, %v, want an echo with %s", input, v, err, want)
			continue
		}
		again, err := kind.Read(v.Typed())
		if err != nil || !again.Compare(v, 0).Same() {
			t.Errorf("%q: %q reads as %v, %v", input, v.Typed(), again, err)
		}
	}
}
