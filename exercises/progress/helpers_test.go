package progress_test

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"hakseup/exercises"
	"hakseup/exercises/progress"
	"hakseup/lessons"
)

// noon is what the clock of the tests says.
var noon = time.Date(2026, time.November, 23, 15, 45, 0, 0, time.UTC)

func clock() progress.Option {
	return progress.WithClock(func() time.Time { return noon })
}

// open opens a store and lets it find out what is there.
func open(t *testing.T, dir string, opts ...progress.Option) *progress.Store {
	t.Helper()
	s := progress.Open(dir, lessons.NumberedPages(), opts...)
	t.Cleanup(func() { _ = s.Close() })
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	_ = s.Save(ctx) // the notice tells
	return s
}

// patience is how long a test waits for other programs: longer than they
// ever take.
const patience = 30 * time.Second

// impatience is how long a test waits for what does not come.
const impatience = 20 * time.Millisecond

// save brings everything into the database.
func save(t *testing.T, s *progress.Store) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	check(t, s.Save(ctx))
	if n := s.Unsaved(); n != 0 {
		t.Fatalf("%d events are not saved", n)
	}
}

// saveInVain tries to save while that is not possible.
func saveInVain(t *testing.T, s *progress.Store) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), impatience)
	defer cancel()
	if err := s.Save(ctx); err == nil {
		t.Fatal("saved, against all expectation")
	}
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

// add keeps an attempt at practice-1 and saves it.
func add(t *testing.T, s *progress.Store, o exercises.Outcome) {
	t.Helper()
	keep(t, s, "practice-1", 0, o, "")
	save(t, s)
}

// keep keeps an attempt.
func keep(t *testing.T, s *progress.Store, exercise string, seed uint64, o exercises.Outcome, mistake string) {
	t.Helper()
	check(t, s.AddAttempt(progress.Attempt{
		Exercise: exercise, Seed: seed, Input: map[string]string{"x": "1"}, Outcome: o, Mistake: mistake,
	}))
}

// again reads the summary with a store of its own.
func again(t *testing.T, dir string) progress.Summary {
	t.Helper()
	s := openQuietly(t, dir)
	defer closeStore(t, s)
	return s.Summary()
}

// ticking is a clock that is a second later each time.
func ticking() progress.Option {
	var seconds atomic.Int64
	return progress.WithClock(func() time.Time { return noon.Add(time.Duration(seconds.Add(1)) * time.Second) })
}

// history keeps n events of every kind, the same for the same n.
func history(s *progress.Store, n int) {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	pick := func(kind string, of int) string { return fmt.Sprintf("%s-%d", kind, r.IntN(of)) }
	for range n {
		choice := progress.Choice{Option: r.IntN(4), Right: r.IntN(2) == 0}
		switch r.IntN(9) {
		case 0, 1:
			s.Visit(progress.Place{Lecture: pick("lecture", 3), Page: pick("page", 6)})
		case 2:
			s.ShowSolution(pick("exercise", 4), uint64(r.IntN(3)))
		case 3:
			s.Predict(pick("lecture", 3), pick("question", 4), choice)
		case 4:
			s.Saw(pick("lecture", 3), pick("question", 4), choice)
		case 5:
			s.DoTask(pick("lecture", 3), pick("task", 4))
		case 6:
			s.Set(progress.Setting(pick("setting", 2)), pick("value", 9))
		default:
			a := progress.Attempt{Exercise: pick("exercise", 4), Seed: uint64(r.IntN(6)), Outcome: exercises.Wrong}
			if r.IntN(3) == 0 {
				a.Outcome = exercises.Correct
			} else if r.IntN(2) == 0 {
				a.Mistake = pick("mistake", 3)
			}
			_ = s.AddAttempt(a) // it has no parameters
		}
	}
}

// fill writes enough that the file has many pages.
func fill(t *testing.T, s *progress.Store) {
	t.Helper()
	for i := range 200 {
		check(t, s.AddAttempt(progress.Attempt{
			Exercise: "06/softmax", Seed: uint64(i), Input: map[string]string{"x": strings.Repeat("7", 100)}, Outcome: exercises.Wrong,
		}))
	}
	save(t, s)
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
