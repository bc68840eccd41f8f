package progress_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"hakseup/exercises"
	"hakseup/exercises/progress"
)

// The tests start their own binary again as another program at the same
// file: childDir names the folder and childCount how many attempts it writes
// (0: until it is killed).
const (
	childDir   = "HAKSEUP_TEST_PROGRESS_DIR"
	childCount = "HAKSEUP_TEST_PROGRESS_COUNT"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		if err := child(dir, os.Getenv(childCount)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// child keeps attempts and prints a line after each that is kept. An even
// one is kept once it is saved, an odd one as soon as it is in the journal.
func child(dir, count string) (err error) {
	var n int
	if _, err := fmt.Sscan(count, &n); err != nil {
		return err
	}
	ctx := context.Background()
	s := progress.Open(dir, nil)
	if err := s.Save(ctx); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	for i := 0; n == 0 || i < n; i++ {
		err := s.AddAttempt(progress.Attempt{Exercise: "child", Seed: uint64(i), Outcome: exercises.Wrong})
		if err == nil && i%2 == 0 {
			err = s.Save(ctx)
		}
		if err != nil {
			return err
		}
		fmt.Println(i + 1)
	}
	return s.Save(ctx)
}

func startChild(t *testing.T, dir string, count int) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	self, err := os.Executable()
	check(t, err)
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Env = append(os.Environ(), childDir+"="+dir, fmt.Sprintf("%s=%d", childCount, count))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	check(t, err)
	check(t, cmd.Start())
	return cmd, bufio.NewScanner(out)
}

// Two stores in this program and two other programs begin at once, on
// whatever is in the folder, and write side by side.
func writeTogether(t *testing.T, dir string) {
	t.Helper()
	const each = 150
	var running sync.WaitGroup
	for range 2 {
		running.Go(func() {
			cmd, lines := startChild(t, dir, each)
			for lines.Scan() { // until it ends
			}
			if err := cmd.Wait(); err != nil {
				t.Errorf("the other program: %v", err)
			}
		})
	}
	for store := range 2 {
		running.Go(func() {
			s := progress.Open(dir, nil)
			defer func() { _ = s.Close() }()
			for i := range each {
				err := s.AddAttempt(progress.Attempt{
					Exercise: fmt.Sprintf("store-%d", store), Seed: uint64(i), Outcome: exercises.Correct,
				})
				s.Visit(progress.Place{Lecture: "06-softmax-loss", Page: fmt.Sprintf("page-%d", i)})
				if err = errors.Join(err, s.Save(t.Context())); err != nil {
					t.Errorf("store %d, write %d: %v", store, i, err)
					return
				}
			}
		})
	}
	running.Wait()
	sum := again(t, dir)
	for exercise, want := range map[string]int{"child": 2 * each, "store-0": each, "store-1": each} {
		if got := sum.Exercises[exercise].Attempts; got != want {
			t.Errorf("%s: %d attempts, want %d", exercise, got, want)
		}
	}
	if sum.Attempts != 4*each || sum.PagesRead != each {
		t.Errorf("%d attempts and %d pages, want %d and %d", sum.Attempts, sum.PagesRead, 4*each, each)
	}
}

func TestProgramsAtOnceLoseNothing(t *testing.T) {
	t.Parallel()
	writeTogether(t, t.TempDir())
}

func TestProgramsThatFindTheSameDamageSetItAsideOnce(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	check(t, os.WriteFile(filepath.Join(dir, "progress.db"), []byte(strings.Repeat("damage", 1000)), 0o600))
	writeTogether(t, dir)
	aside, err := filepath.Glob(filepath.Join(dir, "progress.damaged-*.db"))
	check(t, err)
	if len(aside) != 1 {
		t.Errorf("set aside: %q, want one file", aside)
	}
}

func TestAKilledProgramLosesAtMostItsLastWrite(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	kept := 0
	for round := range 3 {
		cmd, lines := startChild(t, dir, 0)
		printed := 0
		for ; printed < 50 && lines.Scan(); printed++ {
		}
		check(t, cmd.Process.Kill())
		for lines.Scan() { // written before the kill
			printed++
		}
		if err := cmd.Wait(); err == nil {
			t.Fatal("the other program ended by itself")
		}
		got := again(t, dir).Attempts - kept
		if got < printed || got > printed+1 {
			t.Errorf("round %d: %d attempts, want the %d that were acknowledged or one more", round, got, printed)
		}
		kept += got
	}
}
