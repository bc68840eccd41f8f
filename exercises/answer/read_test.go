package answer

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var number = Form{Kind: Number, Rows: 1, Cols: 1}

func TestReadNumber(t *testing.T) {
	t.Parallel()
	for input, want := range map[string]float64{
		"0.396": 0.396, ".396": 0.396, "5.": 5, " 7 ": 7, "7\n": 7, "= 0.4": 0.4, "≈0.4": 0.4,
		"-3": -3, "−3": -3, "–3": -3, "+3": 3, "--3": 3, "- 3": -3,
		"０．３９６": 0.396, "－３": -3, "（１＋２）": 3, "1\u00a0+\u00a02": 3,
		"1/3": 1.0 / 3, "1÷4": 0.25, "½": 0.5, "-¾": -0.75, "1⁄4": 0.25,
		"2e-3": 0.002, "2E3": 2000, "2e+3": 2000, "2×10^-3": 0.002, "2·10⁻³": 0.002, "2e": 2 * math.E, "2e^2": 2 * math.Exp(2),
		"√74": math.Sqrt(74), "sqrt(74)": math.Sqrt(74), "sqrt 74": math.Sqrt(74), "루트 74": math.Sqrt(74), "√(70+4)": math.Sqrt(74),
		"2√3": 2 * math.Sqrt(3), "√2√3": math.Sqrt(6), "2√3√2": 2 * math.Sqrt(6), "√2/2": math.Sqrt2 / 2, "√3²": 3, "√√16": 2, "-√4": -2,
		"3^2": 9, "3**2": 9, "2²": 4, "2⁻¹": 0.5, "10⁻²": 0.01, "2^-1": 0.5, "2^3^2": 512, "-3^2": -9, "-3²": -9, "(-3)^2": 9, "4^(1/2)": 2, "2²³": math.Pow(2, 23),
		"ln 2": math.Ln2, "ln2": math.Ln2, "ln(2)": math.Ln2, "LN(2)": math.Ln2, "-ln(0.37)": -math.Log(0.37), "ln(2)^2": math.Ln2 * math.Ln2,
		"log(0.37)": math.Log10(0.37), "-log 0.37": -math.Log10(0.37), "log10(1000)": 3, "log₁₀ 1000": 3, "log2(8)": 3, "log₂8": 3, "log₂(8)": 3, "ln(2)(3)": 3 * math.Ln2,
		"exp(-1)": math.Exp(-1), "e^-1": math.Exp(-1), "e^(0.48)": math.Exp(0.48), "1.62/(1.62+2.77)": 1.62 / 4.39,
		"pi": math.Pi, "2pi": 2 * math.Pi, "π/2": math.Pi / 2, "2 pi": 2 * math.Pi, "3(1+2)": 9, "(1+1)(1+2)": 6,
		"40%": 0.4, "40 %": 0.4, "４０％": 0.4, "|-3|": 3, "2|-3|": 6, "abs(-3)": 3, "1/2*2√4": 2,
		"1+2*3-4/2": 5, "8/4/2": 1, "2 - 3": -1, "2 -3": -1, "2*-3": -6, "½(0.81+0.81)": 0.81, "0.5(1-0.368)^2*2": 0.632 * 0.632,
	} {
		v, err := Read(number, input)
		if err != nil {
			t.Errorf("%q: %v", input, err)
			continue
		}
		if len(v.Data) != 1 || math.Abs(v.Data[0]-want) > 1e-12*math.Max(1, math.Abs(want)) {
			t.Errorf("%q was read as %v, want %v", input, v.Data, want)
		}
	}
}

func TestSplit(t *testing.T) {
	t.Parallel()
	for input, want := range map[string][][]string{
		"0, 0, −3":         {{"0", "0", "−3"}},
		"(1 -2 ln 2)":      {{"1", "-2", "ln 2"}},
		"1/2\n√2\n":        {{"1/2"}, {"√2"}},
		"[[1, 2], [3, 4]]": {{"1", "2"}, {"3", "4"}},
		"[1 2; 3 (4 + 1)]": {{"1", "2"}, {"3", "(4 + 1)"}},
		"１，２":              {{"１", "２"}},
		"0.396":            {{"0.396"}},
		"(1, 2":            nil,
		"":                 nil,
	} {
		if got := Split(input); !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%q was cut into %q, want %q", input, got, want)
		}
	}
}

func TestUnreadable(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		input string
		at    int
		says  string // part of the Korean sentence
	}{
		{"", 0, "아직"},
		{" \u3000\n", 0, "아직"},
		{"abc", 0, "'abc'에서 수를 읽지 못했어요"},
		{"2x", 1, "'x'에서"},
		{"3개", 1, "'개'에서"},
		{"모름", 0, "'모름'에서"},
		{"1 + $", 4, "'$'에서"},
		{"0,396", 1, "마침표"},
		{"1,000", 1, "천 단위"},
		{"1.2.3", 3, "연산 기호"},
		{".", 0, "'.'에서"},
		{"(1+2", 0, "닫는 괄호"},
		{"1+2)", 3, "여는 괄호"},
		{"(1+2]", 4, "여는 괄호"},
		{"1+", 2, "끝에"},
		{"|1-|", 3, "'|' 앞"},
		{"*3", 0, "'*' 앞"},
		{"1/0", 1, "0으로"},
		{"0^-1", 1, "0으로"},
		{"exp(1/0)", 5, "0으로"},
		{"0/0", 1, "0으로"},
		{"√-4", 0, "괄호"},
		{"√(-4)", 0, "제곱근"},
		{"ln 0", 0, "로그"},
		{"1 + ln(-1)", 4, "로그"},
		{"(-8)^(1/3)", 4, "거듭제곱"},
		{"exp(1000)", 0, "너무 커서"},
		{"1e999", 0, "너무 커서"},
		{"10^400", 2, "너무 커서"},
		{"1/2√3", 3, "두 가지"},
		{"1/2pi", 3, "두 가지"},
		{"ln 2√3", 4, "두 가지"},
		{"ln2(8)", 3, "두 가지"},
		{"ln 2^3", 0, "괄호"},
		{"exp -1", 0, "괄호"},
		{"2½", 1, "연산 기호"},
		{"2⁻", 1, "'-'에서"},
		{"1 2", 0, "수 2개"},
		{"(1, 2)", 0, "수 2개"},
		{"[1 2; 3 4]", 0, "2행 2열"},
		{"inf", 0, "'inf'에서"},
		{"NaN", 0, "'NaN'에서"},
		{"½½", 1, "연산 기호"},
		{"\u1100\u1161 1", 0, "'가'에서"}, // decomposed Hangul is shown composed
		{strings.Repeat("(", 500), 100, "겹"},
		{strings.Repeat("1", 3000), 2000, "길어서"},
	} {
		v, err := Read(number, c.input)
		e, ok := errors.AsType[*Error](err)
		if !ok {
			t.Errorf("%q was read as %v, %v", c.input, v, err)
			continue
		}
		if e.At != c.at || !strings.Contains(e.What.KO, c.says) {
			t.Errorf("%.20q: at %d %q, want at %d %q", c.input, e.At, e.What.KO, c.at, c.says)
		}
		if e.What.EN == "" || v.Data != nil {
			t.Errorf("%.20q: no English sentence, or a value besides: %v", c.input, v)
		}
	}
}

func TestReadVectorsAndMatrices(t *testing.T) {
	t.Parallel()
	vector := func(n int) Form { return Form{Kind: Vector, Rows: n, Cols: 1} }
	matrix := func(r, c int) Form { return Form{Kind: Matrix, Rows: r, Cols: c} }
	for _, c := range []struct {
		form  Form
		input string
		want  []float64 // nil: another shape
	}{
		{vector(3), "1, 2, 3", []float64{1, 2, 3}},
		{vector(3), "1 2 3", []float64{1, 2, 3}},
		{vector(3), "(1,2,3)", []float64{1, 2, 3}},
		{vector(3), "[1 2 3]", []float64{1, 2, 3}},
		{vector(3), "[1;2;3]", []float64{1, 2, 3}},
		{vector(3), "{1, 2, 3}", []float64{1, 2, 3}},
		{vector(3), "1\n2\n3\n", []float64{1, 2, 3}},
		{vector(3), "[[1],[2],[3]]", []float64{1, 2, 3}},
		{vector(3), "[[1,2,3]]", []float64{1, 2, 3}},
		{vector(3), "（１，２，３）", []float64{1, 2, 3}},
		{vector(2), "1 -2", []float64{1, -2}},
		{vector(2), "1 −2", []float64{1, -2}},
		{vector(2), "-1 -2", []float64{-1, -2}},
		{vector(2), "1 - 2 3", []float64{-1, 3}},
		{vector(2), "1-2 3", []float64{-1, 3}},
		{vector(2), "1/3 2/3", []float64{1.0 / 3, 2.0 / 3}},
		{vector(2), "2√3 √2", []float64{2 * math.Sqrt(3), math.Sqrt2}},
		{vector(2), "ln 2 3", []float64{math.Ln2, 3}},
		{vector(2), "pi e", []float64{math.Pi, math.E}},
		{vector(2), "(1+2) (3)", []float64{3, 3}},
		{vector(2), "(1+2), (3)", []float64{3, 3}},
		{vector(2), "10% 90%", []float64{0.1, 0.9}},
		{vector(2), "3² 2", []float64{9, 2}},
		{vector(1), "5", []float64{5}},
		{vector(3), "1 2", nil},
		{vector(4), "1 2; 3 4", nil},
		{vector(2), "3", nil},
		{matrix(2, 2), "[1 2; 3 4]", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "1 2; 3 4", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "1,2;3,4", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "1 2\n3 4", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "[1 2\n 3 4\n]", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "[1 2; 3 4;]", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "[[1,2],[3,4]]", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "[[1 2] [3 4]]", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "[1 2], [3 4]", []float64{1, 2, 3, 4}},
		{matrix(2, 3), "[1 -2 3; -4 5 -6]", []float64{1, -2, 3, -4, 5, -6}},
		{matrix(2, 1), "1;2", []float64{1, 2}},
		{matrix(2, 1), "(1, 2)", []float64{1, 2}},
		{matrix(2, 1), "1 2", nil},
		{matrix(2, 1), "[1 2]", nil},
		{matrix(2, 2), "1 2 3 4", nil},
		{matrix(2, 2), "7", nil},
		{matrix(2, 3), "1 2; 3 4; 5 6", nil},
	} {
		v, err := Read(c.form, c.input)
		if c.want == nil {
			if e, ok := errors.AsType[*Error](err); !ok || !strings.Contains(e.What.KO, "묻는 답란인데") {
				t.Errorf("%q: %v, %v, want a word about the shape", c.input, v, err)
			}
			continue
		}
		if err != nil || v.Rows != c.form.Rows || v.Cols != c.form.Cols || !slices.EqualFunc(v.Data, c.want, func(a, b float64) bool { return math.Abs(a-b) < 1e-12 }) {
			t.Errorf("%q was read as %v, %v, want %v", c.input, v, err, c.want)
		}
	}
}

func TestUnreadableLists(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		input string
		at    int
		says  string
	}{
		{"1, abc", 3, "'abc'"},
		{"1,,2", 2, "끝에"},
		{"1, 2,", 5, "끝에"},
		{"[1, 2", 0, "닫는 괄호"},
		{"1, 2]", 4, "여는 괄호"},
		{"(1, 2]", 5, "여는 괄호"},
		{"1 2; 3", 5, "2번째 행"},
		{"[]", 0, "아직"},
		{"1, 1/0", 4, "0으로"},
	} {
		v, err := Read(Form{Kind: Vector, Rows: 2, Cols: 1}, c.input)
		e, ok := errors.AsType[*Error](err)
		if !ok {
			t.Errorf("%q was read as %v, %v", c.input, v, err)
			continue
		}
		if e.At != c.at || !strings.Contains(e.What.KO, c.says) {
			t.Errorf("%q: at %d %q, want at %d %q", c.input, e.At, e.What.KO, c.at, c.says)
		}
	}
}

func TestReadChoice(t *testing.T) {
	t.Parallel()
	form := Form{Kind: Choice, Rows: 1, Cols: 1, Options: 3}
	for _, input := range []string{"2", " 2 ", "２", "②", "2번", "b", "B", "(b)", "b)", "2."} {
		v, err := Read(form, input)
		if err != nil || !slices.Equal(v.Data, []float64{1}) {
			t.Errorf("%q: %v, %v, want the second option", input, v, err)
		}
	}
	for _, input := range []string{"", "0", "4", "-1", "d", "`", "가", "1 2", "두 번째"} {
		if v, err := Read(form, input); err == nil {
			t.Errorf("%q was read as %v", input, v)
		}
	}
}

func TestEcho(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		value Value
		want  string
	}{
		{Value{1, 1, []float64{0.396}}, "0.396"},
		{Value{1, 1, []float64{1.0 / 3}}, "0.333333"},
		{Value{1, 1, []float64{math.Copysign(0, -1)}}, "0"},
		{Value{1, 1, []float64{1431167}}, "1431167"},
		{Value{1, 1, []float64{-2e-9}}, "-2e-09"},
		{Value{3, 1, []float64{1, -2, 3}}, "(1, -2, 3)"},
		{Value{2, 2, []float64{1, 2, 3, 4}}, "[1 2; 3 4]"},
		{Value{1, 2, []float64{1, 2}}, "[1 2]"},
	} {
		if got := c.value.Echo(); got != c.want {
			t.Errorf("echo of %v is %q, want %q", c.value, got, c.want)
		}
	}
}

// FuzzRead checks that any input is either read as a finite value of the
// right shape, whose echo reads the same, or refused with a sentence in both
// languages that points into the input.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"0.396", "1 -2", "[1 2; 3 4]", "2√3", "ln 2", "(1,2", "|x|", "2²³", "½", "log₂8", "1e400", "--", "\u1100\u1161", "[[1]", "1/2pi", "a"} {
		for kind := range uint8(4) {
			f.Add(kind, uint8(2), uint8(2), s)
		}
	}
	f.Fuzz(func(t *testing.T, kind, rows, cols uint8, input string) {
		form := Form{Kind: Kind(kind % 4), Rows: 1 + int(rows%4), Cols: 1 + int(cols%4), Options: 1 + int(rows%5)}
		switch form.Kind {
		case Number, Choice:
			form.Rows, form.Cols = 1, 1
		case Vector:
			form.Cols = 1
		case Matrix:
		}
		v, err := Read(form, input)
		if err != nil {
			e, ok := errors.AsType[*Error](err)
			if !ok || e.What.KO == "" || e.What.EN == "" || e.At < 0 || e.At > utf8.RuneCountInString(input) {
				t.Fatalf("%q: bad error %#v", input, err)
			}
			return
		}
		if v.Rows != form.Rows || v.Cols != form.Cols || len(v.Data) != v.Rows*v.Cols {
			t.Fatalf("%q: value %v does not have the form %v", input, v, form)
		}
		for _, x := range v.Data {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				t.Fatalf("%q: not finite: %v", input, v)
			}
		}
		if form.Kind == Choice {
			return
		}
		again, err := Read(form, v.Echo())
		if err != nil || !slices.EqualFunc(v.Data, again.Data, func(a, b float64) bool { return math.Abs(a-b) <= 1e-5*math.Abs(a) }) {
			t.Fatalf("%q: echo %q reads as %v, %v", input, v.Echo(), again, err)
		}
	})
}
