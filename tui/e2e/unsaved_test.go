//go:build unix

package e2e_test

import (
	"bufio"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// hold locks a file of the progress as another program would that does not
// get on, until free is called.
func hold(t *testing.T, dir, name string) (free func()) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(t.Context(), "BEGIN EXCLUSIVE"); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}
}

// begun returns a folder in which the program has been used.
func begun(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	command(t, dir, "check", "06/mse", "mse=1")
	return dir
}

// solve solves 연습문제 1 from the contents on.
func (l *learner) solve() *learner {
	l.t.Helper()
	l.choose("★").Press("Enter").Expect("연습문제 1").Press("Home", "Enter").Expect("평균 제곱 오차 MSE")
	return l.Type("0.396").Press("Enter").Type("0.4318").Press("Enter").Expect("상용로그", "모두 맞았어요")
}

// TestALockedFileBlocksNoKey pages on and on while another program holds the
// progress, and leaves before that lets go.
func TestALockedFileBlocksNoKey(t *testing.T) {
	t.Parallel()
	dir := begun(t)
	free := hold(t, dir, "progress.db")
	l := setting{data: dir, args: []string{"06"}}.open(t).Expect("1/21")
	for range 4 {
		for page := 2; page <= 21; page++ {
			l.Press("]").Expect(fmt.Sprintf("%d/21", page))
		}
		l.Press("Home").Expect(" 1/21")
	}
	l.Press("]").Expect("2/21", "저장 대기").Press("Ctrl+C").Exits(0).requireRestored()
	left := printed(l.afterwards())
	if !strings.Contains(left, filepath.Join(dir, "progress.db")) || !strings.Contains(left, ".journal에 적어 두었고") {
		t.Errorf("it leaves %q on the screen", left)
	}
	if r := command(t, dir, "progress"); r.code != 0 || !strings.Contains(r.stdout, "모두: 21/") || r.stderr != "" {
		t.Errorf("while it is locked: %+v", r)
	}
	free()
	if s := kept(t, dir).Lectures["06-softmax-loss"]; len(s.Read) != 21 || s.Page != "scores" {
		t.Errorf("kept: %+v", s)
	}
	requireNoJournal(t, dir)
}

// TestWhatIsUnsavedIsMarkedUntilItIsSaved answers while another program holds
// the lock, or the file.
func TestWhatIsUnsavedIsMarkedUntilItIsSaved(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"progress.lock", "progress.db"} {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			dir := begun(t)
			free := hold(t, dir, file)
			l := setting{data: dir}.open(t).Expect("푼 문제 0/").solve().Expect("저장 대기", "✓ 풀었어요")
			free()
			l.ExpectGone("저장 대기").Press("Ctrl+C").Exits(0)
			if left := printed(l.afterwards()); left != "" {
				t.Errorf("it leaves %q on the screen", left)
			}
			if !kept(t, dir).Exercises["practice-1"].Solved {
				t.Error("the answer is not kept")
			}
			requireNoJournal(t, dir)
		})
	}
}

// TestAKilledProgramLosesNoVerdict kills the program as soon as a verdict is
// on the screen, with the progress in reach and out of it.
func TestAKilledProgramLosesNoVerdict(t *testing.T) {
	t.Parallel()
	dir := begun(t)
	free := func() {}
	for round := range 4 {
		if round == 2 {
			free = hold(t, dir, "progress.db")
		}
		l := setting{data: dir}.open(t).Expect("읽은 쪽").solve()
		l.must(l.term.Process().Kill())
		if _, err := l.term.Exit(patience); err != nil {
			t.Fatal(err)
		}
	}
	free()
	if got := kept(t, dir).Exercises["practice-1"].Attempts; got != 4 {
		t.Errorf("%d attempts are kept, want 4", got)
	}
}

// TestAKilledCheckLosesNoVerdict does the same with the command line.
func TestAKilledCheckLosesNoVerdict(t *testing.T) {
	t.Parallel()
	dir := begun(t)
	free := func() {}
	const rounds = 8
	for round := range rounds {
		if round == rounds/2 {
			free = hold(t, dir, "progress.db")
		}
		cmd := exec.CommandContext(t.Context(), program, "--data", dir, "check", "practice-1", "mse=0.396", "ce=0.4318")
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || !strings.Contains(line, "맞았어요") {
			t.Fatalf("%q, %v", line, err)
		}
		_ = cmd.Process.Kill() // it may have ended
		_ = cmd.Wait()
	}
	free()
	if got := kept(t, dir).Exercises["practice-1"].Attempts; got != rounds {
		t.Errorf("%d attempts are kept, want %d", got, rounds)
	}
}

// TestCheckSaysWhatBecomesOfTheAnswer grades while nothing can be saved.
func TestCheckSaysWhatBecomesOfTheAnswer(t *testing.T) {
	t.Parallel()
	held, damaged, odd := begun(t), begun(t), begun(t)
	defer hold(t, held, "progress.lock")()
	lock := filepath.Join(damaged, "progress.lock")
	if err := os.WriteFile(lock, []byte(strings.Repeat("damage ", 999)), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(odd, "progress.lock")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(odd, "progress.lock"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		data string
		says []string // on stderr; none: nothing
	}{
		"held":    {held, []string{filepath.Join(held, "progress.lock"), ".journal에 적어 두었고"}},
		"damaged": {damaged, nil},
		"odd":     {odd, []string{filepath.Join(odd, "progress.lock"), ".journal에 적어 두었고"}},
		"nowhere": {"", []string{"폴더를 알 수 없어서", "--data"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := command(t, test.data, "check", "practice-1", "mse=0.396", "ce=0.4318")
			if r.code != 0 || !strings.Contains(r.stdout, "맞았어요") || len(test.says) == 0 && r.stderr != "" {
				t.Errorf("%+v", r)
			}
			for _, want := range test.says {
				if !strings.Contains(r.stderr, want) {
					t.Errorf("stderr %q has no %q", r.stderr, want)
				}
			}
			if test.data != "" && !kept(t, test.data).Exercises["practice-1"].Solved {
				t.Error("the progress does not show it")
			}
		})
	}
}

// TestWithoutAHomeTheAccountHasOne looks for the folder of the progress where
// the environment does not tell the home.
func TestWithoutAHomeTheAccountHasOne(t *testing.T) {
	t.Parallel()
	cmd := exec.CommandContext(t.Context(), program, "--help")
	cmd.Env = []string{"PATH=" + os.Getenv("PATH")}
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(out), `"/.local`) || !strings.Contains(string(out), "hakseup\")") {
		t.Errorf("the help says\n%s", out)
	}
}

func requireNoJournal(t *testing.T, dir string) {
	t.Helper()
	left, err := filepath.Glob(filepath.Join(dir, "*.journal"))
	if err != nil || len(left) > 0 {
		t.Errorf("left: %q, %v", left, err)
	}
}
