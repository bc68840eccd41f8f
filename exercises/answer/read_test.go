package answer

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"hakseup/lessons/lang"
)

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
		"45도": 45, "45°": 45, "45 deg": 45, "약 0.4": 0.4, "대략 0.4": 0.4, "약0.4": 0.4, "MSE = 0.4": 0.4, "y_1=0.4": 0.4, "θ ≈ 45°": 45, "0.4,": 0.4, "0.4.": 0.4, "~0.4": 0.4, "0.632^2 = 0.4": 0.4, "1 - 0.6 = 0.4 ≈ 0.4": 0.4, "MSE: 0.4": 0.4, "답: 0.4": 0.4, "0.4 정도": 0.4, "0.4쯤": 0.4, "0.4입니다": 0.4, "0.4예요": 0.4, `"0.4"`: 0.4, "$0.4$": 0.4, "0.4\u200b": 0.4,
		"6.8x10^1": 68, "6.8×10^1": 68, "-log10 0.8": -math.Log10(0.8), "lg 100": 2, "lg(100)": 2, "log_10 100": 2, "log_10(100)": 2,
		"∛27": 3, "acos(0.5)": math.Pi / 3, "arccos(0.5)": math.Pi / 3, "ㅡ3": -3, "1ㅡ3": -2, "acos(0.5)*180/pi": 60,
		"40%": 0.4, "40 %": 0.4, "４０％": 0.4, "|-3|": 3, "2|-3|": 6, "abs(-3)": 3, "1/2*2√4": 2,
		"1+2*3-4/2": 5, "8/4/2": 1, "2 - 3": -1, "2 -3": -1, "2*-3": -6, "½(0.81+0.81)": 0.81, "0.5(1-0.368)^2*2": 0.632 * 0.632,
	} {
		v, err := Number{}.Read(input)
		if err != nil {
			t.Errorf("%q: %v", input, err)
			continue
		}
		if got := Entries(v); len(got) != 1 || math.Abs(got[0]-want) > 1e-12*math.Max(1, math.Abs(want)) {
			t.Errorf("%q was read as %v, want %v", input, v, want)
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
		{"1 + $", 3, "끝에"},
		{"1 + #", 4, "'#'에서"},
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
		{"3.99 e-1", 0, "두 가지"},
		{"0·399", 0, "가운뎃점"},
		{"ㄴㅂㄱㅅ2", 0, "'ㄴㅂㄱㅅ"},
		{"ㅋ가", 0, "'ㅋ가'"},
		{"softmax(1)", 0, "'softmax'"},
		{"\x1b[31mfoo", 0, "'?'"},
		{"1/2√3", 3, "두 가지"},
		{"1/2pi", 3, "두 가지"},
		{"ln 2√3", 4, "두 가지"},
		{"ln2(8)", 3, "두 가지"},
		{"ln 2^3", 0, "괄호"},
		{"exp -1", 0, "괄호"},
		{"2½", 1, "연산 기호"},
		{"2⁻", 1, "'⁻'에서"},
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
		v, err := Number{}.Read(c.input)
		e, ok := errors.AsType[*Error](err)
		if !ok {
			t.Errorf("%q was read as %v, %v", c.input, v, err)
			continue
		}
		if e.At != c.at || !strings.Contains(e.What.KO, c.says) {
			t.Errorf("%.20q: at %d %q, want at %d %q", c.input, e.At, e.What.KO, c.at, c.says)
		}
		if e.What.EN == "" || v != nil {
			t.Errorf("%.20q: no English sentence, or a value besides: %v", c.input, v)
		}
	}
}

func TestReadVectorsAndMatrices(t *testing.T) {
	t.Parallel()
	vector := func(n int) Kind { return Vector{Len: n} }
	matrix := func(r, c int) Kind { return Matrix{Rows: r, Cols: c} }
	for _, c := range []struct {
		kind  Kind
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
		{vector(2), "1, 2,", []float64{1, 2}},
		{vector(2), "(1, 2,)", []float64{1, 2}},
		{vector(2), "y = (1, 2)", []float64{1, 2}},
		{vector(2), "[1 2]^T", []float64{1, 2}},
		{vector(2), "[[1], [2]]ᵀ", []float64{1, 2}},
		{vector(2), "array([1., 2.])", []float64{1, 2}},
		{vector(2), "np.array([1, 2])", []float64{1, 2}},
		{vector(2), "tensor([1., 2.])", []float64{1, 2}},
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
		{matrix(2, 2), "[1,2]; [3,4]", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "[1,2]\n[3,4]", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "[[1 2]\n [3 4]]", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "[[1. 2.]\n [3. 4.]]", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "array([[1, 2],\n       [3, 4]])", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "((1, 2), (3, 4))", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "(1, 2), (3, 4)", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "[1 3; 2 4]^T", []float64{1, 2, 3, 4}},
		{matrix(2, 2), "W = [1 2; 3 4]", []float64{1, 2, 3, 4}},
		{matrix(2, 1), "[1 2]^T", []float64{1, 2}},
		{matrix(2, 1), "1;2", []float64{1, 2}},
		{matrix(2, 1), "(1, 2)", []float64{1, 2}},
		{matrix(2, 1), "1 2", nil},
		{matrix(2, 1), "[1 2]", nil},
		{matrix(2, 2), "1 2 3 4", nil},
		{matrix(2, 2), "7", nil},
		{matrix(2, 3), "1 2; 3 4; 5 6", nil},
	} {
		v, err := c.kind.Read(c.input)
		if c.want == nil {
			if e, ok := errors.AsType[*Error](err); !ok || !strings.Contains(e.What.KO, "묻는 답란인데") {
				t.Errorf("%q: %v, %v, want a word about the shape", c.input, v, err)
			}
			continue
		}
		if err != nil || !slices.EqualFunc(Entries(v), c.want, func(a, b float64) bool { return math.Abs(a-b) < 1e-12 }) {
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
		{"[1, 2", 0, "닫는 괄호"},
		{"1, 2]", 4, "여는 괄호"},
		{"(1, 2]", 5, "여는 괄호"},
		{"1 2; 3", 5, "2번째 행"},
		{"[]", 0, "아직"},
		{"1, 1/0", 4, "0으로"},
	} {
		v, err := Vector{Len: 2}.Read(c.input)
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

func texts(n int) []lang.Text {
	all := []lang.Text{lang.T("하나", "one"), lang.T("둘 셋", "two  three"), lang.T("넷", "four"), lang.T("다섯", "five")}
	return all[:n]
}

func TestReadChoice(t *testing.T) {
	t.Parallel()
	kind := Choice{Options: texts(3)}
	for _, input := range []string{"2", " 2 ", "２", "②", "2번", "2 번", "b", "B", "(b)", "b)", "2.", "둘  셋", "Two three"} {
		v, err := kind.Read(input)
		if err != nil || v.Typed() != "2" {
			t.Errorf("%q: %v, %v, want the second option", input, v, err)
		}
	}
	for _, input := range []string{"", "0", "4", "-1", "d", "`", "가", "1 2", "두 번째"} {
		if v, err := kind.Read(input); err == nil {
			t.Errorf("%q was read as %v", input, v)
		}
	}
}

func TestReadSeveralAndOrder(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind  Kind
		input string
		want  string // as typed again; "" is refused
	}{
		{Several{texts(4)}, "3, 1", "1, 3"},
		{Several{texts(4)}, "a c c", "1, 3"},
		{Several{texts(4)}, "①③", ""},
		{Several{texts(4)}, "2", "2"},
		{Several{texts(4)}, "5", ""},
		{Several{texts(4)}, " ", ""},
		{Order{texts(3)}, "2 1 3", "2, 1, 3"},
		{Order{texts(3)}, "b > a > c", "2, 1, 3"},
		{Order{texts(3)}, "2→1→3", "2, 1, 3"},
		{Order{texts(3)}, "2-1-3", "2, 1, 3"},
		{Order{texts(3)}, "1 2", ""},
		{Order{texts(3)}, "1 2 2", ""},
	} {
		v, err := c.kind.Read(c.input)
		if c.want == "" {
			if e, ok := errors.AsType[*Error](err); !ok || e.What.KO == "" || e.What.EN == "" {
				t.Errorf("%q was read as %v, %v", c.input, v, err)
			}
			continue
		}
		if err != nil || v.Typed() != c.want {
			t.Errorf("%q was read as %v, %v, want %s", c.input, v, err, c.want)
		}
	}
}
