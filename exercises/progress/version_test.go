package progress_test

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"hakseup/exercises"
	"hakseup/exercises/progress"
)

// firstVersion puts a file that the first version wrote into a folder.
func firstVersion(t *testing.T) (dir string, data []byte) {
	t.Helper()
	dir = t.TempDir()
	data, err := os.ReadFile("testdata/version-1.db")
	check(t, err)
	check(t, os.WriteFile(filepath.Join(dir, "progress.db"), data, 0o600))
	return dir, data
}

// TestAFileOfTheFirstVersionMovesOver brings over a file in which pages had
// numbers. What no page is called by now keeps its number.
func TestAFileOfTheFirstVersionMovesOver(t *testing.T) {
	t.Parallel()
	dir, data := firstVersion(t)
	s := openQuietly(t, dir, clock())
	got := s.Summary()
	want := map[string]progress.Lecture{
		"02-vectors-matrices": {
			Read: []string{
				"containers", "vector-sum", "dot-product", "angle", "shadow",
				"norms", "p-norm", "elementwise", "matrix-product", "shapes",
			},
			Page: "shapes",
		},
		"04-perceptron":   {Read: []string{"stages", "xor"}, Page: "xor"},
		"06-softmax-loss": {Read: []string{"scores", "ratio", "shift", "cross-entropy", "direction", "40"}, Page: "shift"},
		"99-unknown":      {Read: []string{"1"}, Page: "1"},
	}
	if !reflect.DeepEqual(got.Lectures, want) {
		t.Errorf("lectures\n got %+v\nwant %+v", got.Lectures, want)
	}
	if got.Last == nil || *got.Last != (progress.Place{Lecture: "06-softmax-loss", Page: "shift"}) {
		t.Errorf("last place %+v", got.Last)
	}
	if got.PagesRead != 19 || got.Attempts != 4 || got.Solved != 1 || got.Settings[progress.Language] != "en" || got.Settings[progress.Theme] != "light" {
		t.Errorf("%+v", got)
	}
	if e := got.Exercises["practice-1"]; e.Attempts != 2 || !e.Solved || e.LastMistake != "transposed" {
		t.Errorf("practice-1: %+v", e)
	}
	if e := got.Exercises["06/ratio"]; e.Correct != 1 || e.Solved || !reflect.DeepEqual(e.Shown, []uint64{0}) {
		t.Errorf("06/ratio: %+v", e)
	}
	attempts, err := s.Attempts(t.Context(), "06/softmax")
	check(t, err)
	if len(attempts) != 1 || attempts[0].Seed != math.MaxUint64 || attempts[0].Input["y"] != "[½, √2]" || attempts[0].Params != nil {
		t.Errorf("attempts at 06/softmax: %+v", attempts)
	}

	// What is done from now on adds to it.
	s.Visit(progress.Place{Lecture: "06-softmax-loss", Page: "ratio"})
	add(t, s, exercises.Wrong)
	closeStore(t, s)
	sum := again(t, dir)
	if l := sum.Lectures["06-softmax-loss"]; len(l.Read) != 6 || l.Page != "ratio" || sum.Exercises["practice-1"].Attempts != 3 {
		t.Errorf("afterwards: %+v", sum)
	}

	// There is one copy of it, which the first version could still read.
	copies, err := filepath.Glob(filepath.Join(dir, "progress.version-1-*.db"))
	check(t, err)
	if len(copies) != 1 || copies[0] != filepath.Join(dir, "progress.version-1-2026-11-23T154500.db") {
		t.Fatalf("copies %q", copies)
	}
	restored := t.TempDir()
	copied, err := os.ReadFile(copies[0])
	check(t, err)
	check(t, os.WriteFile(filepath.Join(restored, "progress.db"), copied, 0o600))
	if again := again(t, restored); !reflect.DeepEqual(again, got) {
		t.Errorf("the copy\n has %+v\nwant %+v", again, got)
	}
	if len(copied) < len(data)/2 {
		t.Errorf("the copy has %d bytes of %d", len(copied), len(data))
	}
}

// TestAFileThatCannotBeCopiedIsNotTouched leaves the file of an earlier
// version as it is where the copy of it finds no place.
func TestAFileThatCannotBeCopiedIsNotTouched(t *testing.T) {
	t.Parallel()
	dir, data := firstVersion(t)
	half := filepath.Join(dir, "progress.version-1-2026-11-23T154500.tmp")
	check(t, os.MkdirAll(filepath.Join(half, "in the way"), 0o700))
	s := open(t, dir, clock())
	if n := s.Notice(); n == nil || n.Kind != progress.Unusable || !n.Read {
		t.Errorf("notice %+v, want unusable and read", n)
	}
	if sum := s.Summary(); sum.PagesRead != 19 || sum.Attempts != 4 {
		t.Errorf("shown: %+v", sum)
	}
	now, err := os.ReadFile(filepath.Join(dir, "progress.db"))
	check(t, err)
	if string(now) != string(data) {
		t.Error("the file is changed")
	}
	check(t, os.RemoveAll(half))
	save(t, s)
	if sum := s.Summary(); sum.PagesRead != 19 || sum.Attempts != 4 || s.Notice() != nil {
		t.Errorf("once there is room: %+v, notice %+v", sum, s.Notice())
	}
}
