package progress_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"hakseup/exercises"
	"hakseup/exercises/progress"
)

// hold keeps a file locked, as another program would that does not get on,
// until free is called.
func hold(t *testing.T, path string) (free func()) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	check(t, err)
	db.SetMaxOpenConns(1)
	_, err = db.ExecContext(t.Context(), "BEGIN EXCLUSIVE")
	check(t, err)
	return func() { check(t, db.Close()) }
}

// journals lists the journals in a folder.
func journals(t *testing.T, dir string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "progress-*.journal"))
	check(t, err)
	return found
}

func wantJournals(t *testing.T, dir string, want int) {
	t.Helper()
	if got := journals(t, dir); len(got) != want {
		t.Errorf("journals %q, want %d", got, want)
	}
}

// crash leaves a journal with what happened to a program that never got at
// the database.
func crash(t *testing.T, dir string, happened func(*progress.Store), opts ...progress.Option) {
	t.Helper()
	free := hold(t, filepath.Join(dir, "progress.lock"))
	defer free()
	s := progress.Open(dir, nil, opts...)
	saveInVain(t, s)
	happened(s)
	closeStore(t, s)
}

func TestWhatCannotBeSavedIsSavedLater(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"progress.lock", "progress.db"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			s := openQuietly(t, dir)
			add(t, s, exercises.Wrong)
			if name == "progress.lock" { // it is needed to open the database alone
				closeStore(t, s)
				s = progress.Open(dir, nil)
				defer closeStore(t, s)
			}
			held := filepath.Join(dir, name)
			free := hold(t, held)
			keep(t, s, "practice-1", 0, exercises.Correct, "")
			saveInVain(t, s)
			keep(t, s, "06/ratio", 0, exercises.Correct, "")
			n := s.Notice()
			if n == nil || n.Kind != progress.Busy || n.Path != held || !n.Kept() || n.Unsaved != 2 || n.Journal != journals(t, dir)[0] {
				t.Errorf("notice %+v", n)
			}
			// All is shown, also what was there before.
			if sum := s.Summary(); sum.Attempts != 3 || sum.Solved != 2 {
				t.Errorf("while it is locked: %+v", sum)
			}
			free()
			save(t, s)
			if n := s.Notice(); n != nil {
				t.Errorf("after it is saved: notice %+v", n)
			}
			wantJournals(t, dir, 0)
			if sum := again(t, dir); !reflect.DeepEqual(sum, s.Summary()) || sum.Attempts != 3 || sum.Solved != 2 {
				t.Errorf("saved %+v, want %+v", sum, s.Summary())
			}
		})
	}
}

func TestTheNextProgramSavesWhatAnotherCouldNot(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	crash(t, dir, func(s *progress.Store) { history(s, 60) }, ticking())
	crash(t, dir, func(s *progress.Store) { keep(t, s, "more", 1, exercises.Correct, "") })
	wantJournals(t, dir, 2)

	// Before it can be saved, it shows.
	free := hold(t, filepath.Join(dir, "progress.lock"))
	s := progress.Open(dir, nil)
	saveInVain(t, s)
	before := s.Summary()
	closeStore(t, s)
	wantJournals(t, dir, 2)
	free()

	other := t.TempDir()
	s = openQuietly(t, other, ticking())
	history(s, 60)
	keep(t, s, "more", 1, exercises.Correct, "")
	for i := range 2 { // the second finds nothing to do
		got := again(t, dir)
		if got.Attempts != s.Summary().Attempts || got.Solved != s.Summary().Solved || got.PagesRead != s.Summary().PagesRead {
			t.Errorf("program %d: saved %+v, want %+v", i, got, s.Summary())
		}
		if before.Attempts != got.Attempts || before.Solved != got.Solved || !reflect.DeepEqual(before.Lectures, got.Lectures) {
			t.Errorf("program %d: shown %+v, saved %+v", i, before, got)
		}
		wantJournals(t, dir, 0)
	}
}

func TestAJournalThatIsThereAgainDoesNoHarm(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	crash(t, dir, func(s *progress.Store) { history(s, 60) }, ticking())
	journal := journals(t, dir)[0]
	data, err := os.ReadFile(journal)
	check(t, err)
	want := again(t, dir)
	// A program that ends between saving and removing leaves it.
	check(t, os.WriteFile(journal, data, 0o600))
	s := openQuietly(t, dir)
	s.Visit(progress.Place{Lecture: "new", Page: "p"})
	save(t, s)
	check(t, os.WriteFile(journal, data, 0o600))
	save(t, s)
	wantJournals(t, dir, 0)
	got := again(t, dir)
	if got.Last.Lecture != "new" || !reflect.DeepEqual(got, s.Summary()) {
		t.Errorf("saved %+v, shown %+v", got, s.Summary())
	}
	if got.Attempts != want.Attempts || !reflect.DeepEqual(got.Exercises, want.Exercises) || got.PagesRead != want.PagesRead+1 {
		t.Errorf("once %+v, again %+v", want, got)
	}
}

func TestARunningProgramMayLoseItsJournalToAnother(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	free := hold(t, filepath.Join(dir, "progress.lock"))
	first := progress.Open(dir, nil)
	saveInVain(t, first)
	keep(t, first, "a", 1, exercises.Wrong, "")
	keep(t, first, "a", 2, exercises.Wrong, "")
	free()
	if sum := again(t, dir); sum.Attempts != 2 {
		t.Errorf("the second program has saved %d attempts", sum.Attempts)
	}
	keep(t, first, "a", 3, exercises.Wrong, "")
	wantJournals(t, dir, 1) // a fresh one, with the last of them
	save(t, first)
	keep(t, first, "a", 4, exercises.Wrong, "")
	if sum := again(t, dir); sum.Attempts != 4 { // it is in the journal
		t.Errorf("%d attempts, want 4", sum.Attempts)
	}
	save(t, first)
	if sum := first.Summary(); sum.Attempts != 4 {
		t.Errorf("the first program shows %d attempts", sum.Attempts)
	}
	closeStore(t, first)
	if sum := again(t, dir); sum.Attempts != 4 {
		t.Errorf("%d attempts in the end", sum.Attempts)
	}
}

func TestWhatComesLateIsNotTheLatest(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	at := func(hours int) progress.Option {
		return progress.WithClock(func() time.Time { return noon.Add(time.Duration(hours) * time.Hour) })
	}
	crash(t, dir, func(s *progress.Store) {
		s.Visit(progress.Place{Lecture: "a", Page: "old"})
		s.Visit(progress.Place{Lecture: "b", Page: "old"})
		s.Set(progress.Theme, "light")
		s.Set(progress.Language, "en")
		keep(t, s, "x", 1, exercises.Correct, "")
	}, at(1))
	journal := journals(t, dir)[0]
	data, err := os.ReadFile(journal)
	check(t, err)
	check(t, os.Remove(journal))
	s := openQuietly(t, dir, at(2))
	s.Visit(progress.Place{Lecture: "a", Page: "new"})
	s.Set(progress.Theme, "dark")
	s.ShowSolution("x", 1)
	save(t, s)
	check(t, os.WriteFile(journal, data, 0o600))
	got := again(t, dir)
	if got.Last == nil || *got.Last != (progress.Place{Lecture: "a", Page: "new"}) || got.Lectures["a"].Page != "new" ||
		got.Lectures["b"].Page != "old" || len(got.Lectures["a"].Read) != 2 {
		t.Errorf("places %+v, last %+v", got.Lectures, got.Last)
	}
	if got.Settings[progress.Theme] != "dark" || got.Settings[progress.Language] != "en" {
		t.Errorf("settings %v", got.Settings)
	}
	if !got.Exercises["x"].Solved {
		t.Error("solved before the solution was shown, and not counted")
	}
}

func TestOnlyWholeLinesThatAreUnderstoodAreTakenOver(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	crash(t, dir, func(s *progress.Store) {
		keep(t, s, "a", 1, exercises.Wrong, "")
		keep(t, s, "a", 2, exercises.Wrong, "")
	})
	journal := journals(t, dir)[0]
	data, err := os.ReadFile(journal)
	check(t, err)
	line, _, _ := strings.Cut(string(data), "\n")
	// The last line was being written when the power went.
	check(t, os.WriteFile(journal, append(data, strings.ReplaceAll(line, "-1", "-3")...), 0o600))
	if sum := again(t, dir); sum.Attempts != 2 {
		t.Errorf("%d attempts, want 2", sum.Attempts)
	}
	wantJournals(t, dir, 0)

	later := `{"id":"zzz-1","time":1,"dream":{"of":"sheep"}}` + "\n" + strings.ReplaceAll(line, "-1", "-4") + "\nnonsense\n"
	check(t, os.WriteFile(journal, []byte(later), 0o600))
	for range 3 {
		if sum := again(t, dir); sum.Attempts != 3 {
			t.Errorf("%d attempts, want 3", sum.Attempts)
		}
	}
	left := journals(t, dir)
	if len(left) != 1 {
		t.Fatalf("journals %q, want the one with lines of a later version", left)
	}
	if data, err := os.ReadFile(left[0]); err != nil || string(data) != later {
		t.Errorf("it has %q now (%v)", data, err)
	}
}

func TestTheLockMayHoldAnything(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	lock := filepath.Join(dir, "progress.lock")
	for _, garbage := range []string{"x", strings.Repeat("garbage ", 2000), "SQLite format 3\x00 and then nothing that it could be"} {
		check(t, os.WriteFile(lock, []byte(garbage), 0o600))
		s := openQuietly(t, dir)
		add(t, s, exercises.Correct)
		closeStore(t, s)
	}
	if sum := again(t, dir); sum.Attempts != 3 {
		t.Errorf("%d attempts, want 3", sum.Attempts)
	}

	// One that cannot be a lock is what the notice names; nothing is lost.
	check(t, os.Remove(lock))
	check(t, os.Mkdir(lock, 0o700))
	s := open(t, dir)
	keep(t, s, "practice-1", 0, exercises.Correct, "")
	saveInVain(t, s)
	if n := s.Notice(); n == nil || n.Kind != progress.Unusable || n.Path != lock || !n.Kept() || !n.Read {
		t.Errorf("notice %+v, want one about %s", n, lock)
	}
	if sum := s.Summary(); sum.Attempts != 4 {
		t.Errorf("%d attempts, want 4", sum.Attempts)
	}
	closeStore(t, s)
	check(t, os.Remove(lock))
	if sum := again(t, dir); sum.Attempts != 4 {
		t.Errorf("%d attempts in the end, want 4", sum.Attempts)
	}
}

// TestAFileThatCannotBeWrittenIsRead puts something in the way of SQLite that
// stops root as well.
func TestAFileThatCannotBeWrittenIsRead(t *testing.T) {
	t.Parallel()
	current := realFile(t)
	first, err := os.ReadFile("testdata/version-1.db")
	check(t, err)
	for name, test := range map[string]struct {
		file     []byte
		attempts int
	}{"of this version": {current, 200}, "of the first version": {first, 4}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			path := filepath.Join(dir, "progress.db")
			check(t, os.WriteFile(path, test.file, 0o600))
			check(t, os.Mkdir(path+"-wal", 0o700))
			s := open(t, dir)
			if n := s.Notice(); n == nil || n.Kind != progress.Unusable || n.Path != path || !n.Read {
				t.Errorf("notice %+v, want unusable and read", n)
			}
			if sum := s.Summary(); sum.Attempts != test.attempts {
				t.Errorf("%d attempts, want %d", sum.Attempts, test.attempts)
			}
			keep(t, s, "practice-1", 0, exercises.Correct, "")
			saveInVain(t, s)
			if n := s.Notice(); !n.Kept() || s.Summary().Attempts != test.attempts+1 {
				t.Errorf("notice %+v, %d attempts", n, s.Summary().Attempts)
			}
			if now, err := os.ReadFile(path); err != nil || string(now) != string(test.file) {
				t.Error("the file is changed", err)
			}
			check(t, os.Remove(path+"-wal"))
			save(t, s)
			if sum := s.Summary(); sum.Attempts != test.attempts+1 {
				t.Errorf("in the end %d attempts, want %d", sum.Attempts, test.attempts+1)
			}
		})
	}
}

// TestDamageThatShowsInUse damages what is written to and not read at first.
func TestDamageThatShowsInUse(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "progress.db")
	data := realFile(t)
	check(t, os.WriteFile(path, data, 0o600))
	db, err := sql.Open("sqlite", path)
	check(t, err)
	var page int
	check(t, db.QueryRowContext(t.Context(), "SELECT rootpage FROM sqlite_schema WHERE name = 'attempt_by_exercise'").Scan(&page))
	check(t, db.Close())
	for i := range 4096 {
		data[(page-1)*4096+i] = 0xAA
	}
	check(t, os.WriteFile(path, data, 0o600))

	s := openQuietly(t, dir)
	if sum := s.Summary(); sum.Attempts != 200 {
		t.Errorf("%d attempts, want 200", sum.Attempts)
	}
	keep(t, s, "practice-1", 0, exercises.Correct, "")
	save(t, s)
	n := s.Notice()
	if n == nil || n.Kind != progress.Damaged {
		t.Fatalf("notice %+v, want damaged", n)
	}
	if aside, err := os.ReadFile(n.Aside); err != nil || string(aside) != string(data) {
		t.Error("the file set aside is not what was found", err)
	}
	if sum := again(t, dir); sum.Attempts != 1 || !sum.Exercises["practice-1"].Solved {
		t.Errorf("the fresh file has %+v", sum)
	}
}
