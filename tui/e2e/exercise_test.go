//go:build unix

package e2e_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestFormulasInTheProgram works 연습문제 3: with a hint, symbols of the palette
// and a mistake.
func TestFormulasInTheProgram(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 36).Expect("차례").choose("★").Press("Enter").Expect("연습문제 3")
	l.Press("Down", "Down", "Enter").Expect("강의 자료 숫자", "[ 힌트 ^T ]")

	// The graph grows, node by node, and is drawn beside it.
	l.Type("*xx").Expect("a = x × x", "(×) a").Type("*wa+cb").Expect("▸ d = c + b", "(+) d").Press("Enter")

	// What is typed is drawn in two dimensions; letters are text.
	l.Type("x^2 ").Expect("= x²").Press("Ctrl+Y").Expect("Enter 넣기")
	l.Press("Right", "Right", "Right", "Enter").Expect("x^2 ∂L/∂f", "── = x² ──")
	l.Press("Enter").Type("2wx").Expect("= 2 w x").Press("Ctrl+T").Expect("힌트 1")
	l.Press("Enter").Type("dL/df").Press("Enter").Expect("이 노드의 편미분까지는 맞아요")
	l.Type(" dL/df").Expect("= 2 w x ──").Press("Enter").Expect("모두 맞았어요", "✓ 풀었어요")
	l.Press("n").Expect("새 숫자 1")
	l.Press("Esc").ExpectGone("새 숫자 1").Press("Esc").Expect("푼 문제 1/").Press("q").Exits(0)
}

// TestNoKeyEndsTheProgramInACell presses what deletes words at the end of a
// cell.
func TestNoKeyEndsTheProgramInACell(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 36).Expect("읽은 쪽").choose("★").Press("Enter").Expect("연습문제 1").Press("Home", "Enter").Expect("평균 제곱 오차 MSE")
	l.Type("5").Press("Left", "Alt+D", "Alt+D").ExpectGone("5_").Type("한글").Expect("한글")
	l.Press("Left", "Alt+Delete", "Alt+Delete").ExpectGone("글").Press("Ctrl+W", "Alt+D").ExpectGone("한글")
	l.Type("0.3992").Press("Enter").Type("0.9992").Press("Enter").Expect("모두 맞았어요")
}

// TestCheckGradesFormulas grades formulas as they are typed in a shell.
func TestCheckGradesFormulas(t *testing.T) {
	t.Parallel()
	r := command(t, t.TempDir(), "check", "practice-3", "graph=a = x*x; g = w*a; f = g + b", "dw=x^2 dL/df", "dx=2wx dL/df", "db=dL/df")
	requirePlain(t, r.stdout)
	if r.code != 0 || r.stderr != "" {
		t.Errorf("exit code %d, stderr %q", r.code, r.stderr)
	}
	for _, want := range []string{"graph = a = x × x; g = w × a; f = g + b: 맞았어요", "dw = x² ∂L/∂f: 맞았어요", "dx = 2 w x ∂L/∂f: 맞았어요", "db = ∂L/∂f: 맞았어요"} {
		if !strings.Contains(r.stdout, want) {
			t.Errorf("%q is not in %q", want, r.stdout)
		}
	}
	r = command(t, t.TempDir(), "check", "practice-2", "graph=f = max(0, x)", "dx=dL/df if x>=0 else 0", "--lang", "en")
	if r.code != 1 || !strings.Contains(r.stdout, "dx = { ∂L/∂f (x ≥ 0); 0 (else): wrong") {
		t.Errorf("exit code %d, stdout %q", r.code, r.stdout)
	}
	r = command(t, t.TempDir(), "check", "practice-3", "GRAPH=a = x*x; g = w*a; f = g + b", "DW=x^2", "dx=2wx dL/", "Db=dL/df")
	if r.code != 2 || !strings.Contains(r.stderr, "dx: ") || strings.Contains(r.stderr, "dw") || strings.Contains(r.stderr, "답란이에요") {
		t.Errorf("exit code %d, stderr %q", r.code, r.stderr)
	}
}

// TestCheckGradesGraphs tells which node of a graph is to blame, and refuses a
// statement that was copied.
func TestCheckGradesGraphs(t *testing.T) {
	t.Parallel()
	check := func(graph string) result {
		return command(t, t.TempDir(), "check", "practice-3", "graph="+graph, "dw=x^2 dL/df", "dx=2wx dL/df", "db=dL/df")
	}
	r := check("a = x*x; g = w*x; f = g + b")
	requirePlain(t, r.stdout)
	if r.code != 1 || !strings.Contains(r.stdout, "틀렸어요") || !strings.Contains(r.stdout, "g = w*x") || !strings.Contains(r.stdout, "화살표 하나가") {
		t.Errorf("exit code %d, stdout %q", r.code, r.stdout)
	}
	if r = check("f = w x² + b"); r.code != 2 || !strings.Contains(r.stderr, "연산이 3개 있어요") {
		t.Errorf("exit code %d, stderr %q", r.code, r.stderr)
	}
}

// TestCheckNamesCells tells which entries of a matrix are wrong, in words and
// for programs.
func TestCheckNamesCells(t *testing.T) {
	t.Parallel()
	args := []string{"check", "02/matmul-finish", "PRODUCT=58 64; 139 145"}
	if r := command(t, t.TempDir(), args...); r.code != 1 || !strings.Contains(r.stdout, "3칸 가운데 2칸이 맞았어요. 틀린 칸: 2행 2열.") {
		t.Errorf("exit code %d, stdout %q, stderr %q", r.code, r.stdout, r.stderr)
	}
	r := command(t, t.TempDir(), append(args, "--json")...)
	var got struct {
		Params json.RawMessage `json:"params"`
		Share  float64         `json:"share"`
		Parts  []struct {
			Share float64   `json:"share"`
			Wrong []int     `json:"wrong"`
			Read  []float64 `json:"read"`
		} `json:"parts"`
	}
	if err := json.Unmarshal([]byte(r.stdout), &got); err != nil || len(got.Parts) != 1 {
		t.Fatalf("%v in %s", err, r.stdout)
	}
	p := got.Parts[0]
	if len(p.Wrong) != 1 || p.Wrong[0] != 3 || len(p.Read) != 4 || p.Share < 0.66 || p.Share > 0.67 || got.Share != p.Share || len(got.Params) == 0 {
		t.Errorf("%+v", got)
	}
}

// TestWhatIsTypedComesBackHarmless hands control characters and long texts to
// the command line.
func TestWhatIsTypedComesBackHarmless(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("가", 30_000)
	for _, args := range [][]string{
		{"check", "practice-1", "\x1b[31mfoo=1"},
		{"check", "practice-1", "\x1b]0;x\a"},
		{"check", "practice-1", long + "=1", "mse=1", "ce=1"},
		{"check", "practice-1", "mse=" + long, "ce=1"},
		{"check", long},
		{"check", "\u202epractice"},
		{"check", "06/ratio", "why=\x1b]0;x\a"},
		{"check", "practice-1", "mse=\xff\xfe", "ce=1", "--json"},
	} {
		r := command(t, t.TempDir(), args...)
		requirePlain(t, r.stdout+r.stderr)
		if r.code != 2 || len(r.stderr) > 1000 || len(r.stdout) > 4000 || strings.ContainsRune(r.stderr+r.stdout, '\u202e') {
			t.Errorf("%.20q: exit code %d, %d and %d bytes", args, r.code, len(r.stdout), len(r.stderr))
		}
	}
}
