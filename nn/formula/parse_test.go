package formula_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"hakseup/nn/formula"
)

// values are those of the variables in these tests.
func values() map[string]float64 {
	return map[string]float64{
		"a": 2, "b": 3, "w": 0.5, "x": 1.5, "y": -2, "w₁₁": 0.25, "x1": 7, "f'": 11, "∂L/∂f": 13, "rate": 17, "w_{ij}": 19,
	}
}

func table() formula.Table {
	var t formula.Table
	for name := range values() {
		t.Variables = append(t.Variables, name)
	}
	return t
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]float64{
		"0.396": 0.396, ".396": 0.396, "5.": 5, " 7 ": 7, "7\n": 7, "\n\n7": 7, "-3": -3, "−3": -3, "–3": -3, "+3": 3, "--3": 3, "- 3": -3,
		"1\u00a0+\u00a02": 3, "1/3": 1.0 / 3, "1÷4": 0.25, "½": 0.5, "-¾": -0.75, "⅒": 0.1, "1⁄4": 0.25,
		"2e-3": 0.002, "2E3": 2000, "2e+3": 2000, "2×10^-3": 0.002, "2·10⁻³": 0.002, "2e": 2 * math.E, "2e^2": 2 * math.Exp(2), "2 e - 1": 2*math.E - 1, "2e - 1": 2*math.E - 1,
		"6.8x10^1": 68, "6.8×10^1": 68, "6.8X10¹": 68, "6.8 x 10^1": 68, "3x4": 12, "1e-999": 0,
		"√74": math.Sqrt(74), "sqrt(74)": math.Sqrt(74), "sqrt 74": math.Sqrt(74), "루트 74": math.Sqrt(74), "√(70+4)": math.Sqrt(74), "∛99": math.Cbrt(99), "cbrt(-8)": -2,
		"2√3": 2 * math.Sqrt(3), "√2√3": math.Sqrt(6), "2√3√2": 2 * math.Sqrt(6), "√2/2": math.Sqrt2 / 2, "√3²": 3, "√√16": 2, "-√4": -2, "√3^2": 3,
		"3^2": 9, "3**2": 9, "2²": 4, "2⁻¹": 0.5, "10⁻²": 0.01, "2^-1": 0.5, "2^3^2": 512, "-3^2": -9, "-3²": -9, "(-3)^2": 9, "4^(1/2)": 2, "2²³": math.Pow(2, 23), "2²^3": 64, "2⁽¹⁺²⁾": 8,
		"ln 2": math.Ln2, "ln2": math.Ln2, "ln(2)": math.Ln2, "LN(2)": math.Ln2, "-ln(0.37)": -math.Log(0.37), "ln(2)^2": math.Ln2 * math.Ln2,
		"log(0.37)": math.Log10(0.37), "-log 0.37": -math.Log10(0.37), "log10(1000)": 3, "log₁₀ 1000": 3, "log2(8)": 3, "log₂8": 3, "log₂(8)": 3, "ln(2)(3)": 3 * math.Ln2,
		"-log10 0.8": -math.Log10(0.8), "lg 100": 2, "log_10(100)": 2, "log_{10} 100": 2, "log_2 8": 3, "log2 8": 3, "log2": math.Log10(2), "log10": 1, "log₃ 9": 2, "log_e(2)": math.Ln2,
		"exp(-1)": math.Exp(-1), "e^-1": math.Exp(-1), "e^(0.48)": math.Exp(0.48), "e⁻¹": math.Exp(-1), "1.62/(1.62+2.77)": 1.62 / 4.39,
		"pi": math.Pi, "2pi": 2 * math.Pi, "π/2": math.Pi / 2, "2 pi": 2 * math.Pi, "PI": math.Pi, "파이": math.Pi, "E": math.E, "3(1+2)": 9, "(1+1)(1+2)": 6,
		"40%": 0.4, "40 %": 0.4, "|-3|": 3, "2|-3|": 6, "|-2||-3|": 6, "||-3|-5|": 2, "abs(-3)": 3, "1/2*2√4": 2, "|1-|2-5||": 2, "|(|-2|)|": 2,
		"1+2*3-4/2": 5, "8/4/2": 1, "2 - 3": -1, "2 -3": -1, "2*-3": -6, "½(0.81+0.81)": 0.81, "0.5(1-0.368)^2*2": 0.632 * 0.632,
		"sin(π/2)": 1, "cos π": -1, "sin²(1)+cos^2(1)": 1, "sin 1 cos 1": math.Sin(1) * math.Cos(1), "acos(0.5)": math.Acos(0.5), "arcsin 1": math.Pi / 2, "atan(1)": math.Pi / 4, "arctan(1)": math.Pi / 4,
		"σ(0)": 0.5, "σ 0": 0.5, "sigmoid(-800)": 0, "tanh(1)": math.Tanh(1), "ReLU(-2)": 0, "relu 2": 2, "max(1, 3, 2)": 3, "min(1,3)": 1, "sinh(1)": math.Sinh(1),
		"2·3": 6, "2 · 30": 60, "1.5·12": 18, "2·10": 20, "3·1.5": 4.5, "0 · 399": 0,
		"1 if 2>1 else 0": 1, "2≤1 ? 5 : 6": 6, "-(2)": -2, "[1+{2}]": 3,
	} {
		n, err := formula.Parse(text, formula.Table{})
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		v, err := n.Value(nil)
		if err != nil || math.Abs(v-want) > 1e-12*math.Max(1, math.Abs(want)) {
			t.Errorf("%q is read as %v = %v, %v, want %v", text, n, v, err, want)
		}
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	const a, b, w, x, y = 2.0, 3.0, 0.5, 1.5, -2.0
	for text, want := range map[string]float64{
		"w*x^2 + b": w*x*x + b, "w x² + b": w*x*x + b, "wx²+b": w*x*x + b, "2wx": 2 * w * x, "2(w+x)(a-b)": 2 * (w + x) * (a - b), "2 × w · x ÷ a": 2 * w * x / a,
		"2^-x": math.Pow(2, -x), "aˣ": math.Pow(a, x), "e^-x": math.Exp(-x), "tanh(x)²": math.Tanh(x) * math.Tanh(x), "tanh²(x)": math.Tanh(x) * math.Tanh(x), "wtanh(x)": w * math.Tanh(x), "x ln x": x * math.Log(x), "xln(x)": x * math.Log(x),
		"sinx": math.Sin(x), "x²∂L/∂f": x * x * 13, "x^2 dL/df": x * x * 13, "x² ∂L / ∂f": x * x * 13, "x^2*(dL/df)": x * x * 13, "(∂L)/(∂f) x²": x * x * 13, "2wxdL/df": 2 * w * x * 13, "dL/df·x²": x * x * 13, "∂L/∂f": 13, "d L / d f": 13,
		"w11": 0.25, "w_11": 0.25, "w_{11}": 0.25, "w₁₁": 0.25, "x₁+x_1": 14, "2x1x": 21, "f'": 11, "2f′": 22, "rate x": 17 * x, "2rate": 34, "wᵢⱼ": 19, "w_ij": 19,
		"|y|": 2, "|x y|": 3, "a|y|": 4, "|x|y": -3, "-|y|": -2, "√x²": x, "√(x)√(a)": math.Sqrt(3),
		"max(a, b)": b, "ReLU(y) + relu (b)": b, "σ(x)": 1 / (1 + math.Exp(-x)), "xe": x * math.E, "2πx": 2 * math.Pi * x, "3x10^2": 300,
		"x if x>0 else 0": x, "0 if x<=0 else x^2": x * x, "x>0 ? x : 0": x, "(x>0) ? x : 0": x, "x<0?0:x<1?1:2": 2, "x (x>0), 0 (x<=0)": x, "0 (x<0), x² (x≥0)": x * x,
		"0 if x<0, x otherwise": x, "0 if x<0, 1 if 0<=x<1, 2 if x>=1": 2, "0 if x < 0; x if x ≥ 0": x, "0 (x<0)\nx (x≥0)": x, "x (x>0), 0 (otherwise)": x, "0 (x≤0), x": x, "x (x>0), else 0": x,
		"만약 x>0이면 x 아니면 0": x, "만약 x>0 이면 x, 아니면 0": x, "x>0이면 1, 아니면 0": 1, "x (x>0), 0 (그 외)": x, "x (x>0일 때), 0 (x≤0일 때)": x, "0 (x<0 일 때), 그 외 3": 3,
		"if x>0 then x else 0": x, "if x>0, x else 0": x, "x if (x>0) else 0": x, "x if x>0 and y<0 else 0": x, "x if 0<x<2 else 0": x, "x if x=1.5 else 0": x, "x if x==1.5 && y!=1 else 0": x,
		"2(x if x>0 else 0)": 2 * x, "2(x>0 ? 1 : 0)": 2, "2(x (x>0), 0 (x<=0))": 2 * x, "max(x if x>0 else 0, 1)": x,
		"x(x+1)": x * (x + 1), "a(b)": 6, "x(1+(x>0 ? 1 : 0))": 2 * x,
	} {
		n, err := formula.Parse(text, table())
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		v, err := n.Value(values())
		if err != nil || math.Abs(v-want) > 1e-12*math.Max(1, math.Abs(want)) {
			t.Errorf("%q is read as %v = %v, %v, want %v", text, n, v, err, want)
		}
		again, err := formula.Parse(n.String(), table())
		if err != nil || again.String() != n.String() {
			t.Errorf("%q is written as %q, which reads as %v, %v", text, n, again, err)
		}
	}
}

func TestMistakes(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]formula.Error{
		"": {Mistake: formula.Empty}, " \n ": {Mistake: formula.Empty, Offset: 3}, strings.Repeat("1", 2001): {Mistake: formula.TooLong, Offset: 2000},
		strings.Repeat("(", 500): {Mistake: formula.TooDeep, Offset: 100, Text: "("}, strings.Repeat("√", 500): {Mistake: formula.TooDeep, Offset: 300, Text: "√"},
		"1 + $": {Mistake: formula.UnknownSymbol, Offset: 4, Text: "$"}, "xᵀ": {Mistake: formula.UnknownSymbol, Offset: 1, Text: "ᵀ"}, "45°": {Mistake: formula.UnknownSymbol, Offset: 2, Text: "°"}, "\xff": {Mistake: formula.UnknownSymbol, Text: "\xff"},
		"모름": {Mistake: formula.UnknownName, Text: "모름"}, "3개": {Mistake: formula.UnknownName, Offset: 1, Text: "개"}, "2z": {Mistake: formula.UnknownName, Offset: 1, Text: "z"}, "inf": {Mistake: formula.UnknownName, Text: "inf"}, "NaN": {Mistake: formula.UnknownName, Text: "NaN"},
		"x2": {Mistake: formula.UnknownName, Text: "x2"}, "w₁₂": {Mistake: formula.UnknownName, Text: "w₁₂"}, "X": {Mistake: formula.UnknownName, Text: "X"}, "x'": {Mistake: formula.UnknownName, Text: "x'"},
		"2 dL/dw": {Mistake: formula.UnknownName, Offset: 2, Text: "dL/dw"}, "∂L/∂w": {Mistake: formula.UnknownName, Text: "∂L/∂w"}, "∂": {Mistake: formula.UnknownName, Text: "∂"}, "∂L/df": {Mistake: formula.UnknownName, Text: "∂"},
		"softmax(a, b)": {Mistake: formula.UnknownFunction, Text: "softmax"}, "1+softmax (a, b)": {Mistake: formula.UnknownFunction, Offset: 2, Text: "softmax"}, "argmax(a,b)": {Mistake: formula.UnknownFunction, Text: "argmax"}, "softplus(x)": {Mistake: formula.UnknownFunction, Text: "softplus"},
		"logit(x)": {Mistake: formula.UnknownFunction, Text: "logit"}, "tanhx(2)": {Mistake: formula.UnknownFunction, Text: "tanhx"}, "σ'(x)": {Mistake: formula.UnknownFunction, Text: "σ'"}, "cot(x)": {Mistake: formula.UnknownFunction, Text: "cot"},
		".": {Mistake: formula.BadNumber, Text: "."}, "2⁻": {Mistake: formula.BadNumber, Offset: 1, Text: "⁻"}, "2⁺⁻": {Mistake: formula.BadNumber, Offset: 1, Text: "⁺⁻"}, "2ⁿ": {Mistake: formula.UnknownName, Offset: 1, Text: "ⁿ"}, "log_1(2)": {Mistake: formula.BadNumber, Text: "log_1"},
		"1e999": {Mistake: formula.TooLarge, Text: "1e999"},
		"1.2.3": {Mistake: formula.NoOperator, Offset: 3, Text: ".3"}, "2 3": {Mistake: formula.NoOperator, Offset: 2, Text: "3"}, "(a)2": {Mistake: formula.NoOperator, Offset: 3, Text: "2"}, "2½": {Mistake: formula.NoOperator, Offset: 1, Text: "½"}, "½½": {Mistake: formula.NoOperator, Offset: 2, Text: "½"}, "10 % 3": {Mistake: formula.NoOperator, Offset: 5, Text: "3"},
		"0,396": {Mistake: formula.Separator, Offset: 1, Text: ","}, "(1, 2)": {Mistake: formula.Separator, Offset: 2, Text: ","}, "1; 2": {Mistake: formula.Separator, Offset: 1, Text: ";"}, "1\n2": {Mistake: formula.Separator, Offset: 1, Text: "\n"}, "x (x>0), 1, 2": {Mistake: formula.Separator, Offset: 10, Text: ","},
		"(1+2": {Mistake: formula.Unclosed, Text: "("}, "max(a, b": {Mistake: formula.Unclosed, Offset: 3, Text: "("}, "|x": {Mistake: formula.Unclosed, Text: "|"}, "1+2)": {Mistake: formula.Unopened, Offset: 3, Text: ")"}, "(1+2]": {Mistake: formula.Unopened, Offset: 4, Text: "]"}, "|x)": {Mistake: formula.Unopened, Offset: 2, Text: ")"},
		"1+": {Mistake: formula.Unfinished, Offset: 2}, "ln": {Mistake: formula.Unfinished, Offset: 2}, "-": {Mistake: formula.Unfinished, Offset: 1}, "x if ": {Mistake: formula.Unfinished, Offset: 5}, "x>": {Mistake: formula.Unfinished, Offset: 2}, "x>0 ?": {Mistake: formula.Unfinished, Offset: 5},
		"|1-|": {Mistake: formula.MissingOperand, Offset: 3, Text: "|"}, "*3": {Mistake: formula.MissingOperand, Text: "*"}, "() + 1": {Mistake: formula.MissingOperand, Offset: 1, Text: ")"}, "a * / b": {Mistake: formula.MissingOperand, Offset: 4, Text: "/"}, "²x": {Mistake: formula.MissingOperand, Text: "²"}, "exp()": {Mistake: formula.MissingOperand, Offset: 4, Text: ")"}, "max(,1)": {Mistake: formula.MissingOperand, Offset: 4, Text: ","}, "else": {Mistake: formula.MissingOperand, Text: "else"},
		"1/2x": {Mistake: formula.Ambiguous, Offset: 3, Text: "x"}, "1/2√3": {Mistake: formula.Ambiguous, Offset: 3, Text: "√"}, "1/2pi": {Mistake: formula.Ambiguous, Offset: 3, Text: "pi"}, "1/2(x)": {Mistake: formula.Ambiguous, Offset: 3, Text: "("}, "1/2|x|": {Mistake: formula.Ambiguous, Offset: 3, Text: "|"}, "a/b exp(x)": {Mistake: formula.Ambiguous, Offset: 4, Text: "exp"},
		"ln 2√3": {Mistake: formula.Ambiguous, Offset: 4, Text: "√"}, "ln2(8)": {Mistake: formula.Ambiguous, Offset: 3, Text: "("}, "sin 2x": {Mistake: formula.Ambiguous, Offset: 5, Text: "x"}, "√2x": {Mistake: formula.Ambiguous, Offset: 4, Text: "x"}, "log2x": {Mistake: formula.Ambiguous, Offset: 4, Text: "x"},
		"3.99 e-1": {Mistake: formula.AmbiguousExponent, Text: "3.99 e-1"}, "1+3 E5": {Mistake: formula.AmbiguousExponent, Offset: 2, Text: "3 E5"}, "0·399": {Mistake: formula.AmbiguousDot, Text: "0·399"}, "-3·14": {Mistake: formula.AmbiguousDot, Offset: 1, Text: "3·14"}, "1⋅05": {Mistake: formula.AmbiguousDot, Text: "1⋅05"}, "0·5": {Mistake: formula.AmbiguousDot, Text: "0·5"},
		"ln 2^3": {Mistake: formula.NeedsBrackets, Text: "ln"}, "exp -1": {Mistake: formula.NeedsBrackets, Text: "exp"}, "√-4": {Mistake: formula.NeedsBrackets, Text: "√"}, "log x²": {Mistake: formula.NeedsBrackets, Text: "log"}, "sin⁻¹(x)": {Mistake: formula.NeedsBrackets, Text: "sin"}, "max a": {Mistake: formula.NeedsBrackets, Text: "max"}, "sin^x(2)": {Mistake: formula.NeedsBrackets, Text: "sin"},
		"b + max(a)": {Mistake: formula.WrongCount, Offset: 4, Text: "max", Want: 2}, "exp(a, b)": {Mistake: formula.WrongCount, Text: "exp", Want: 1},
		"x if y": {Mistake: formula.NeedsCondition, Offset: 6}, "x if y else 0": {Mistake: formula.NeedsCondition, Offset: 7, Text: "else"}, "1 else 2": {Mistake: formula.NeedsCondition, Offset: 2, Text: "else"}, "x ? 1 : 2": {Mistake: formula.NeedsCondition, Offset: 2, Text: "?"},
		"x if x>0": {Mistake: formula.MissingCase, Offset: 6, Text: ">"}, "x (x>0)": {Mistake: formula.MissingCase, Offset: 4, Text: ">"}, "if x>0 then x": {Mistake: formula.MissingCase, Offset: 4, Text: ">"}, "x, x>=0": {Mistake: formula.MissingCase, Offset: 4, Text: ">="}, "max(x if x>0, 3)": {Mistake: formula.MissingCase, Offset: 10, Text: ">"},
		"x == 2": {Mistake: formula.LooseCondition, Offset: 2, Text: "=="}, "x > 0, 1": {Mistake: formula.LooseCondition, Offset: 2, Text: ">"}, "1 + (x > 0)": {Mistake: formula.LooseCondition, Offset: 7, Text: ">"}, "|x>1|": {Mistake: formula.LooseCondition, Offset: 2, Text: ">"},
		"|x if x>2 else y|": {Mistake: formula.NeedsCondition, Offset: 3, Text: "if"},
	} {
		n, err := formula.Parse(text, table())
		switch {
		case err == nil:
			t.Errorf("%.20q is read as %v", text, n)
		case *err != want:
			t.Errorf("%.20q: %+v, want %+v", text, *err, want)
		case err.Text != "" && err.Mistake != formula.TooDeep && err.Mistake != formula.TooLarge && !strings.Contains(err.Error(), strings.Trim(strconv.Quote(err.Text), `"`)):
			t.Errorf("%.20q: the message %q does not say what", text, err)
		}
	}
}

func TestNoValue(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]formula.Error{
		"1/0": {Mistake: formula.ZeroDivision, Offset: 1}, "0^-1": {Mistake: formula.ZeroDivision, Offset: 1}, "exp(1/0)": {Mistake: formula.ZeroDivision, Offset: 5}, "0/0": {Mistake: formula.ZeroDivision, Offset: 1},
		"√(-4)": {Mistake: formula.NegativeRoot, Text: "√"}, "ln 0": {Mistake: formula.NoLogarithm, Text: "ln"}, "1 + ln(-1)": {Mistake: formula.NoLogarithm, Offset: 4, Text: "ln"}, "log_2(y)": {Mistake: formula.NoLogarithm, Text: "log_2"},
		"(-8)^(1/3)": {Mistake: formula.NoPower, Offset: 4}, "exp(1000)": {Mistake: formula.TooLarge, Text: "exp"}, "10^400": {Mistake: formula.TooLarge, Offset: 2}, "1 - acos(2)": {Mistake: formula.OutsideDomain, Offset: 4, Text: "acos"},
		"x (x>2), 1 (x<1)": {Mistake: formula.NoCase}, "h+1": {Mistake: formula.NoValue, Text: "h"}, "1 if 1/0>2 else 0": {Mistake: formula.ZeroDivision, Offset: 6}, "1 if h>2 and x>0 else 0": {Mistake: formula.NoValue, Offset: 5, Text: "h"},
	} {
		n, err := formula.Parse(text, formula.Table{Variables: []string{"x", "y", "h"}})
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if v, err := n.Value(values()); err == nil || *err != want {
			t.Errorf("%q = %v, %+v, want %+v", text, v, err, want)
		}
	}
}

// Cases may stand on a line each, as in a textbook.
func TestCasesOnLines(t *testing.T) {
	t.Parallel()
	want := free(t, "dL/df if x>0 else 0")
	for _, text := range []string{
		"dL/df, x>0\n0, x<=0", "dL/df (x>0)\n0 (x<=0)", "dL/df, x>0;\n0, x<=0\n", "dL/df, x>0,\n\n0, otherwise", "dL/df if x>0\n0 if x<=0",
	} {
		if n := free(t, text); n != nil && formula.Same(n, want).Verdict != formula.Equal {
			t.Errorf("%q is read as %v", text, n)
		}
	}
}
