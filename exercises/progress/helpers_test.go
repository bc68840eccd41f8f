package progress_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hakseup/exercises"
	"hakseup/exercises/progress"
)

// noon is what the clock of the tests says.
var noon = time.Date(2026, time.November, 23, 15, 45, 0, 0, time.UTC)

func clock() progress.Option {
	return progress.WithClock(func() time.Time { return noon })
}

func open(t *testing.T, dir string, opts ...progress.Option) *progress.Store {
	t.Helper()
	s, err := progress.Open(t.Context(), dir, opts...)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// openQuietly opens a store and wants nothing to be told.
func openQuietly(t *testing.T, dir string, opts ...progress.Option) *progress.Store {
	t.Helper()
	s := open(t, dir, opts...)
	if n := s.Notice(); n != nil {
		t.Fatalf("notice %v: %s (%v)", n.Kind, n.Text().EN, n.Err)
	}
	return s
}

func closeStore(t *testing.T, s *progress.Store) {
	t.Helper()
	check(t, s.Close())
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func summary(t *testing.T, s *progress.Store) progress.Summary {
	t.Helper()
	sum, err := s.Summary(t.Context())
	check(t, err)
	return sum
}

func add(t *testing.T, s *progress.Store, exercise string, seed uint64, o exercises.Outcome, mistake string) progress.Attempt {
	t.Helper()
	a, err := s.AddAttempt(t.Context(), progress.Attempt{
		Exercise: exercise, Seed: seed, Input: map[string]string{"x": "1"}, Outcome: o, Mistake: mistake,
	})
	check(t, err)
	return a
}

// fill writes enough that the file has many pages.
func fill(t *testing.T, s *progress.Store) {
	t.Helper()
	for i := range 200 {
		_, err := s.AddAttempt(t.Context(), progress.Attempt{
			Exercise: "06/softmax", Seed: uint64(i), Input: map[string]string{"x": strings.Repeat("7", 100)}, Outcome: exercises.Wrong,
		})
		check(t, err)
	}
}

// runSQL makes a SQLite file by other means than the package.
func runSQL(t *testing.T, path, statements string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	check(t, err)
	_, err = db.ExecContext(t.Context(), statements)
	check(t, err)
	check(t, db.Close())
}

// files returns the contents of every file in dir by name.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	check(t, err)
	contents := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		check(t, err)
		contents[e.Name()] = string(data)
	}
	return contents
}
