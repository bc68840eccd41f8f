//go:build unix

package e2e_test

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	_ "modernc.org/sqlite" // the driver of the progress file

	"hakseup/exercises/progress"
)

// TestTwoProgramsAtOnceLoseNothing learns in two windows and checks answers
// from several command lines meanwhile, all on the same progress.
func TestTwoProgramsAtOnceLoseNothing(t *testing.T) {
	t.Parallel()
	first := drive(t, 120, 36, "06").Expect("1/21")
	second := first.Again("04").Expect("1/22")
	const checks = 6
	var all sync.WaitGroup
	for range checks {
		all.Go(func() {
			if r := command(t, first.data, "check", "06/mse", "mse=1"); r.code != 1 {
				t.Errorf("check: exit code %d\n%s", r.code, r.stderr)
			}
		})
	}
	all.Go(func() {
		for page := 2; page <= 19; page++ {
			first.Press("]").Expect(fmt.Sprintf("%d/21", page))
		}
		first.Press("e").Expect("평균 제곱 오차 MSE")
		first.Type("0.396").Press("Enter").Type("0.4318").Press("Enter").Expect("모두 맞았어요")
		first.Press("Esc").Expect("19/21").Press("Esc").Expect("읽은 쪽").Press("q").Exits(0)
	})
	all.Go(func() {
		for page := 2; page <= 22; page++ {
			second.Press("]").Expect(fmt.Sprintf("%d/22", page))
		}
		second.Press("Esc").Expect("읽은 쪽").Press("q").Exits(0)
	})
	all.Wait()
	s := kept(t, first.data)
	if got := s.Exercises["06/mse"].Attempts; got != checks {
		t.Errorf("%d attempts at 06/mse are kept, want %d", got, checks)
	}
	if !s.Exercises["practice-1"].Solved {
		t.Error("practice-1 is not kept as solved")
	}
	for lecture, pages := range map[string]int{"04-perceptron": 22, "06-softmax-loss": 19} {
		if got := s.Lectures[lecture]; len(got.Read) != pages || got.Page != got.Read[pages-1] {
			t.Errorf("%s: pages %v, left at %s", lecture, got.Read, got.Page)
		}
	}
}

// TestAFileThatIsNotOurs finds something else where the progress should be.
// The program says so and goes on, and what it has found is not changed.
func TestAFileThatIsNotOurs(t *testing.T) {
	t.Parallel()
	for name, found := range map[string]struct {
		make   func(t *testing.T, file string)
		says   []string // in the footer
		aside  bool     // the file is set aside and a fresh one begun
		stderr string
	}{
		"no database": {makeText, []string{"손상되어", "시작할게요"}, true, "손상되어"},
		"cut off":     {makeCutOff, []string{"손상되어", "시작할게요"}, true, "손상되어"},
		"foreign":     {makeForeign, []string{"다른 프로그램의", "저장되지", "--data로"}, false, "다른 프로그램의 파일이에요"},
		"newer":       {makeNewer, []string{"더 새로운", "저장되지", "열어 주세요"}, false, "더 새로운 버전의 hakseup"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			file := filepath.Join(dir, "progress.db")
			found.make(t, file)
			before := content(t, file)

			l := setting{data: dir, width: 80, height: 24}.open(t).Expect(found.says...)
			l.choose("06").Press("Enter").Expect("1/21").Press("]").Expect("2/21")
			l.Press("Esc").Expect("읽은 쪽 2/").Press("q").Exits(0)

			after := file
			if found.aside {
				matches, err := filepath.Glob(filepath.Join(dir, "progress.damaged-*.db"))
				if err != nil || len(matches) != 1 {
					t.Fatalf("set aside: %v %v", matches, err)
				}
				after = matches[0]
			}
			if !bytes.Equal(content(t, after), before) {
				t.Error("the file that was found is changed")
			}

			// The command line says it in full.
			if found.aside {
				found.make(t, file)
			}
			r := command(t, dir, "progress")
			if r.code != 0 || !strings.Contains(r.stderr, found.stderr) || !strings.Contains(r.stderr, "progress.") {
				t.Errorf("hakseup progress: exit code %d, stderr %q", r.code, r.stderr)
			}
			if !found.aside && !bytes.Equal(content(t, file), before) {
				t.Error("the command line has changed the file that was found")
			}
		})
	}
}

// TestAFolderThatCannotBeWritten learns without anything being kept, and says
// so in the end.
func TestAFolderThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("no folder"), 0o600); err != nil {
		t.Fatal(err)
	}
	l := setting{data: filepath.Join(file, "data")}.open(t).Expect("읽을 수도 쓸 수도 없어요")
	l.choose("06").Press("Enter").Expect("1/21").Press("]").Expect("2/21", "저장 대기").Press("Ctrl+C").Exits(0)
	if left := printed(l.afterwards()); !strings.Contains(left, "저장되지 않아요") || !strings.Contains(left, file) {
		t.Errorf("it leaves %q on the screen", left)
	}
}

func makeText(t *testing.T, file string) {
	t.Helper()
	if err := os.WriteFile(file, bytes.Repeat([]byte("not a database\n"), 600), 0o600); err != nil {
		t.Fatal(err)
	}
}

// makeCutOff leaves the first half of a progress file.
func makeCutOff(t *testing.T, file string) {
	t.Helper()
	makeOurs(t, file)
	whole := content(t, file)
	if err := os.WriteFile(file, whole[:len(whole)/2], 0o600); err != nil {
		t.Fatal(err)
	}
}

func makeForeign(t *testing.T, file string) {
	t.Helper()
	execute(t, file, "CREATE TABLE song (title TEXT); INSERT INTO song VALUES ('아리랑')")
}

func makeNewer(t *testing.T, file string) {
	t.Helper()
	makeOurs(t, file)
	execute(t, file, "PRAGMA user_version = 1000")
}

// makeOurs makes a progress file with something in it.
func makeOurs(t *testing.T, file string) {
	t.Helper()
	store := progress.Open(filepath.Dir(file), nil)
	store.Visit(progress.Place{Lecture: "04-perceptron", Page: "stages"})
	if err := errors.Join(store.Save(t.Context()), store.Close()); err != nil {
		t.Fatal(err)
	}
	execute(t, file, "PRAGMA journal_mode = DELETE") // all in one file
}

func execute(t *testing.T, file, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	if err == nil {
		_, err = db.ExecContext(t.Context(), statement)
	}
	if err == nil {
		err = db.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
}

func content(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// kept reads the progress through the command line.
func kept(t *testing.T, dir string) progress.Summary {
	t.Helper()
	var s progress.Summary
	if err := json.Unmarshal([]byte(command(t, dir, "progress", "--json").stdout), &s); err != nil {
		t.Fatal(err)
	}
	return s
}
