package progress_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"hakseup/exercises"
	"hakseup/exercises/progress"
)

// from is a clock that begins at an hour of the day and is a second later
// each time.
func from(hour int) progress.Option {
	at := noon.Add(time.Duration(hour) * time.Hour)
	return progress.WithClock(func() time.Time { at = at.Add(time.Second); return at })
}

// learn keeps events of every kind that is exported, from an hour on.
func learn(t *testing.T, n, hour int) *progress.Store {
	t.Helper()
	s := openQuietly(t, t.TempDir(), from(hour))
	history(s, n)
	s.Recall("lecture-1", "question-1", true)
	s.Spend("lecture-1", time.Minute)
	s.Spend("lecture-1", 30*time.Second)
	save(t, s)
	return s
}

func exported(t *testing.T, s *progress.Store) string {
	t.Helper()
	var to bytes.Buffer
	check(t, s.Export(t.Context(), &to))
	return to.String()
}

func imported(t *testing.T, s *progress.Store, file string) int {
	t.Helper()
	n, err := s.Import(t.Context(), strings.NewReader(file))
	check(t, err)
	return n
}

// withoutSettings leaves out what belongs to the machine.
func withoutSettings(s *progress.Store) progress.Summary {
	sum := s.Summary()
	sum.Settings = nil
	return sum
}

// TestAnotherMachineHasTheSame moves a learner to an empty machine, twice.
func TestAnotherMachineHasTheSame(t *testing.T) {
	t.Parallel()
	a := learn(t, 300, 0)
	file := exported(t, a)
	b := openQuietly(t, t.TempDir(), from(1))
	if n := imported(t, b, file); n == 0 {
		t.Error("nothing came over")
	}
	want := withoutSettings(a)
	if got := withoutSettings(b); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if n := imported(t, b, file); n != 0 {
		t.Errorf("the second time %d events were new", n)
	}
	if got := withoutSettings(b); !reflect.DeepEqual(got, want) {
		t.Errorf("the second time\n got %+v\nwant %+v", got, want)
	}
	if again := exported(t, b); again != file {
		t.Errorf("exported again it is another file")
	}
}

// TestTwoMachinesAgree merges two machines that were used in turns into each
// other: nothing is lost, and both have the same.
func TestTwoMachinesAgree(t *testing.T) {
	t.Parallel()
	a, b := learn(t, 200, 0), learn(t, 150, 2)
	all := a.Summary().Attempts + b.Summary().Attempts
	ofA, ofB := exported(t, a), exported(t, b)
	imported(t, a, ofB)
	imported(t, b, ofA)
	if x, y := withoutSettings(a), withoutSettings(b); !reflect.DeepEqual(x, y) {
		t.Errorf("one has\n %+v\nthe other\n %+v", x, y)
	}
	if got := a.Summary().Attempts; got != all {
		t.Errorf("%d attempts of %d", got, all)
	}
	if x, y := exported(t, a), exported(t, b); x != y {
		t.Error("the files differ")
	}
}

// TestAForeignFileIsRefused imports nothing of a file in which anything is
// wrong.
func TestAForeignFileIsRefused(t *testing.T) {
	t.Parallel()
	s := openQuietly(t, t.TempDir(), clock())
	file := func(events string) string {
		return `{"format":"hakseup progress","version":1,"events":[{"time":1795000000000,"solution":{"exercise":"x","seed":1}},` + events + `]}`
	}
	attempt := `{"time":1795000000000,"attempt":{"exercise":"x","seed":1,"input":{"y":%q},"outcome":%q%s}}`
	for name, text := range map[string]string{
		"empty": "", "no JSON": "progress", "another program's": `{"format":"other","version":1}`,
		"later":          `{"format":"hakseup progress","version":2,"events":[]}`,
		"unknown event":  file(`{"time":1795000000000,"wish":{}}`),
		"no event":       file(`{"time":1795000000000}`),
		"no time":        file(`{"visit":{"lecture":"a","page":"b"}}`),
		"of next year":   file(`{"time":1895000000000,"visit":{"lecture":"a","page":"b"}}`),
		"half a place":   file(`{"time":1795000000000,"visit":{"lecture":"a"}}`),
		"outcome":        file(fmt.Sprintf(attempt, "1", "great", "")),
		"share":          file(fmt.Sprintf(attempt, "1", "wrong", `,"share":1.5`)),
		"hints":          file(fmt.Sprintf(attempt, "1", "wrong", `,"hints":-1`)),
		"parameters":     file(fmt.Sprintf(attempt, "1", "wrong", `,"params":"{"`)),
		"endless answer": file(fmt.Sprintf(attempt, strings.Repeat("1", 20_000), "wrong", "")),
		"setting":        file(`{"time":1795000000000,"setting":{"name":"language","value":"en"}}`),
		"long spell":     file(`{"time":1795000000000,"spell":{"chapter":"a","began":1,"millis":1000000000}}`),
	} {
		_, err := s.Import(t.Context(), strings.NewReader(text))
		if _, ok := errors.AsType[*progress.FileError](err); !ok {
			t.Errorf("%s: error %v", name, err)
		}
	}
	if sum := s.Summary(); sum.Attempts != 0 || len(sum.Exercises) != 0 {
		t.Errorf("imported: %+v", sum)
	}
}

// TestAResetCanBeTakenBack forgets everything, goes on, and brings it back
// beside what was done since.
func TestAResetCanBeTakenBack(t *testing.T) {
	t.Parallel()
	s := learn(t, 200, 0)
	if _, err := s.UndoReset(t.Context()); !errors.Is(err, progress.ErrNoReset) {
		t.Errorf("before any reset: %v", err)
	}
	before := s.Summary()
	kept, err := s.Reset(t.Context())
	check(t, err)
	if _, err := os.Stat(kept); err != nil {
		t.Error(err)
	}
	if sum := s.Summary(); sum.Attempts != 0 || sum.PagesRead != 0 || sum.Last != nil || len(sum.Exercises)+len(sum.Lectures) != 0 {
		t.Errorf("after the reset: %+v", sum)
	}
	if len(s.Summary().Settings) == 0 {
		t.Error("the settings are gone")
	}
	keep(t, s, "new", 1, exercises.Correct, "")
	save(t, s)
	if n, err := s.UndoReset(t.Context()); err != nil || n == 0 {
		t.Errorf("%d events came back, %v", n, err)
	}
	sum := s.Summary()
	if sum.Attempts != before.Attempts+1 || !sum.Exercises["new"].Solved {
		t.Errorf("%d attempts, want %d", sum.Attempts, before.Attempts+1)
	}
	if !reflect.DeepEqual(sum.Lectures, before.Lectures) || !reflect.DeepEqual(sum.Last, before.Last) {
		t.Errorf("lectures\n got %+v\nwant %+v", sum.Lectures, before.Lectures)
	}
}

// TestEveryEarlierVersionMovesOver brings a file of each version up to date: it
// has what the version before could keep, and counts as it did.
func TestEveryEarlierVersionMovesOver(t *testing.T) {
	t.Parallel()
	for version, want := range map[int]struct{ pages, attempts, solved, missed int }{
		1: {19, 4, 1, 0}, 2: {19, 5, 1, 0}, 3: {2, 4, 2, 1},
	} {
		dir := t.TempDir()
		data, err := os.ReadFile(fmt.Sprintf("testdata/version-%d.db", version))
		check(t, err)
		check(t, os.WriteFile(filepath.Join(dir, "progress.db"), data, 0o600))
		s := openQuietly(t, dir, clock())
		sum := s.Summary()
		tries, missed := 0, 0
		for _, e := range sum.Exercises {
			tries += len(e.Tries)
		}
		for _, l := range sum.Lectures {
			missed += len(l.Recalled)
		}
		if sum.PagesRead != want.pages || sum.Attempts != want.attempts || tries != want.attempts || sum.Solved != want.solved || missed != want.missed {
			t.Errorf("version %d: %d pages, %d attempts, %d tries, %d solved, %d missed; want %+v",
				version, sum.PagesRead, sum.Attempts, tries, sum.Solved, missed, want)
		}
		copies, err := filepath.Glob(filepath.Join(dir, fmt.Sprintf("progress.version-%d-*.db", version)))
		check(t, err)
		if len(copies) != 1 {
			t.Errorf("version %d: copies %q", version, copies)
		}
		other := openQuietly(t, t.TempDir(), clock())
		imported(t, other, exported(t, s))
		if got := withoutSettings(other); !reflect.DeepEqual(got, withoutSettings(s)) {
			t.Errorf("version %d: on another machine\n got %+v\nwant %+v", version, got, withoutSettings(s))
		}
	}
}

// FuzzReadAttempts reads files that anybody may have written: it says what is
// wrong, or returns attempts that make sense.
func FuzzReadAttempts(f *testing.F) {
	f.Add(`{"format":"hakseup progress","version":1,"events":[{"time":1795000000000,"attempt":{"exercise":"x","seed":1,"input":{"y":"1"},"outcome":"wrong"}}]}`)
	f.Add(`{"format":"hakseup progress","version":1,"events":[{"time":1,"visit":{"lecture":"a","page":"b"}},{"time":2,"spell":{"chapter":"a","began":1,"millis":1}}]}`)
	f.Add(`{"format":"hakseup progress","version":9}`)
	f.Fuzz(func(t *testing.T, text string) {
		attempts, err := progress.ReadAttempts(strings.NewReader(text), noon)
		if _, expected := errors.AsType[*progress.FileError](err); err != nil && !expected {
			t.Errorf("error %v", err)
		}
		for _, a := range attempts {
			if a.Exercise == "" || a.Outcome == exercises.Ungraded || a.Share < 0 || a.Share > 1 || a.Time.After(noon.AddDate(0, 0, 3)) {
				t.Errorf("attempt %+v", a)
			}
		}
	})
}
