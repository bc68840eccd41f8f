package progress_test

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hakseup/exercises"
	"hakseup/exercises/progress"
)

// realFile returns the contents of a progress file with many pages.
func realFile(t *testing.T) []byte {
	t.Helper()
	dir := t.TempDir()
	s := openQuietly(t, dir)
	fill(t, s)
	closeStore(t, s)
	data, err := os.ReadFile(filepath.Join(dir, "progress.db"))
	check(t, err)
	return data
}

func TestADamagedFileIsSetAside(t *testing.T) {
	t.Parallel()
	sound := realFile(t)
	random := make([]byte, 20_000)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range random {
		random[i] = byte(r.Uint32())
	}
	overwritten := append([]byte(nil), sound...)
	for i := 4096; i < len(overwritten); i++ {
		overwritten[i] = 0xAA
	}
	cases := map[string][]byte{
		"random bytes":         random,
		"one byte":             {'S'},
		"a text":               []byte("dear diary"),
		"only the magic":       sound[:16],
		"only the header":      sound[:100],
		"cut after a page":     sound[:4096],
		"cut in the middle":    sound[:len(sound)/2],
		"cut within a page":    sound[:len(sound)-2000],
		"zeros":                make([]byte, 8192),
		"pages overwritten":    overwritten,
		"header overwritten":   append([]byte("SQLite format 4\x00"), sound[16:]...),
		"page size impossible": append(append([]byte(nil), sound[:16]...), append([]byte{0, 3}, sound[18:]...)...),
	}
	for name, data := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			path := filepath.Join(dir, "progress.db")
			check(t, os.WriteFile(path, data, 0o600))
			s := open(t, dir, clock())
			n := s.Notice()
			if n == nil || n.Kind != progress.Damaged || !n.Kept() || n.Err == nil {
				t.Fatalf("notice %+v, want damaged", n)
			}
			if want := filepath.Join(dir, "progress.damaged-2026-11-23T154500.db"); n.Aside != want || n.Path != path {
				t.Errorf("%s set aside as %s, want %s", n.Path, n.Aside, want)
			}
			aside, err := os.ReadFile(n.Aside)
			check(t, err)
			if string(aside) != string(data) {
				t.Error("the file set aside is not what was found")
			}
			add(t, s, exercises.Correct)
			closeStore(t, s)
			if sum := again(t, dir); sum.Attempts != 1 {
				t.Errorf("the fresh file has %d attempts, want 1", sum.Attempts)
			}
		})
	}
}

func TestSettingAsideOverwritesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, data := range []string{"first", "second", "third"} {
		check(t, os.WriteFile(filepath.Join(dir, "progress.db"), []byte(data), 0o600))
		closeStore(t, open(t, dir, clock()))
	}
	got := files(t, dir)
	for name, want := range map[string]string{
		"progress.damaged-2026-11-23T154500.db":   "first",
		"progress.damaged-2026-11-23T154500-2.db": "second",
		"progress.damaged-2026-11-23T154500-3.db": "third",
	} {
		if got[name] != want {
			t.Errorf("%s holds %q, want %q", name, got[name], want)
		}
	}
}

func TestAnEmptyFileIsNew(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	check(t, os.WriteFile(filepath.Join(dir, "progress.db"), nil, 0o600))
	s := openQuietly(t, dir)
	add(t, s, exercises.Correct)
	closeStore(t, s)
	if sum := again(t, dir); sum.Attempts != 1 {
		t.Errorf("%d attempts, want 1", sum.Attempts)
	}
}

func TestAFileThatIsNotOursIsLeftAlone(t *testing.T) {
	t.Parallel()
	const table = "CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('a');"
	cases := map[string]struct {
		make func(t *testing.T, path string)
		want progress.Kind
	}{
		"a table": {func(t *testing.T, path string) { t.Helper(); runSQL(t, path, table) }, progress.Foreign},
		"marked by another program": {func(t *testing.T, path string) {
			t.Helper()
			runSQL(t, path, "PRAGMA application_id = 252006673; PRAGMA user_version = 1;"+table)
		}, progress.Foreign},
		"a version alone": {func(t *testing.T, path string) {
			t.Helper()
			runSQL(t, path, "PRAGMA user_version = 1")
		}, progress.Foreign},
		"with an unmerged log": {func(t *testing.T, path string) {
			t.Helper()
			source := filepath.Join(t.TempDir(), "source.db")
			runSQL(t, source, "PRAGMA journal_mode = WAL;"+table)
			check(t, os.WriteFile(path+"-wal", []byte("some log"), 0o600))
			data, err := os.ReadFile(source)
			check(t, err)
			check(t, os.WriteFile(path, data, 0o600))
		}, progress.Foreign},
		"another program's, truncated": {func(t *testing.T, path string) {
			t.Helper()
			runSQL(t, path, table)
			check(t, os.Truncate(path, 4096))
		}, progress.Foreign},
		"a later version's": {func(t *testing.T, path string) {
			t.Helper()
			closeStore(t, openQuietly(t, filepath.Dir(path)))
			runSQL(t, path, "PRAGMA user_version = 1000; CREATE TABLE something_new (x);")
		}, progress.Newer},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			c.make(t, filepath.Join(dir, "progress.db"))
			before := files(t, dir)
			s := open(t, dir)
			n := s.Notice()
			if n == nil || n.Kind != c.want {
				t.Fatalf("notice %+v, want %v", n, c.want)
			}
			wantWorkingMemory(t, s)
			closeStore(t, s)
			if after := files(t, dir); !maps.Equal(before, after) {
				t.Errorf("the folder has changed: %d files, were %d", len(after), len(before))
			}
		})
	}
}

// wantWorkingMemory wants what is kept to show although it is in memory alone.
func wantWorkingMemory(t *testing.T, s *progress.Store) {
	t.Helper()
	keep(t, s, "practice-1", 0, exercises.Correct, "")
	if sum := s.Summary(); sum.Solved != 1 {
		t.Errorf("the store in memory does not work: %+v", sum)
	}
	saveInVain(t, s)
	if n := s.Notice(); n.Kept() || s.Unsaved() != 1 {
		t.Errorf("%d unsaved, notice %+v", s.Unsaved(), n)
	}
}

func TestWhereNothingCanBeWritten(t *testing.T) {
	t.Parallel()
	file := func(t *testing.T) string {
		t.Helper()
		path := filepath.Join(t.TempDir(), "data")
		check(t, os.WriteFile(path, []byte("a file"), 0o600))
		return path
	}
	for name, prepare := range map[string]func(t *testing.T) (dir string, kind progress.Kind){
		"a file in the place of the folder": func(t *testing.T) (string, progress.Kind) { t.Helper(); return file(t), progress.Unusable },
		"a file above the folder": func(t *testing.T) (string, progress.Kind) {
			t.Helper()
			return filepath.Join(file(t), "below"), progress.Unusable
		},
		"no folder": func(*testing.T) (string, progress.Kind) { return "", progress.Nowhere },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, kind := prepare(t)
			s := open(t, dir)
			if n := s.Notice(); n == nil || n.Kind != kind || n.Path != dir && dir != "" || n.Err == nil {
				t.Fatalf("notice %+v, want %v of %s", n, kind, dir)
			}
			wantWorkingMemory(t, s)
		})
	}
}

func TestNoticesSayWhatWasFound(t *testing.T) {
	t.Parallel()
	const path, aside, journal = "/data/progress.db", "/data/aside.db", "/data/progress-x.journal"
	for _, test := range []struct {
		notice progress.Notice
		names  []string
	}{
		{progress.Notice{Kind: progress.Damaged}, []string{aside}},
		{progress.Notice{Kind: progress.Foreign}, []string{path}},
		{progress.Notice{Kind: progress.Newer}, []string{path}},
		{progress.Notice{Kind: progress.Busy, Unsaved: 1}, []string{path}},
		{progress.Notice{Kind: progress.Busy, Unsaved: 1, Journal: journal}, []string{path, journal}},
		{progress.Notice{Kind: progress.Unusable, Unsaved: 1}, []string{path}},
		{progress.Notice{Kind: progress.Unusable, Unsaved: 1, Journal: journal}, []string{path, journal}},
		{progress.Notice{Kind: progress.Unusable, Read: true}, []string{path}},
		{progress.Notice{Kind: progress.Unusable}, []string{path}},
		{progress.Notice{Kind: progress.Nowhere}, []string{"HOME", "--data"}},
	} {
		n := test.notice
		n.Path, n.Aside = path, aside
		text := n.Text()
		for _, name := range test.names {
			if !strings.Contains(text.KO, name) || !strings.Contains(text.EN, name) {
				t.Errorf("%v does not name %s: %q, %q", n.Kind, name, text.KO, text.EN)
			}
		}
		if strings.Contains(text.KO+text.EN, "%!") {
			t.Errorf("%v: %q, %q", n.Kind, text.KO, text.EN)
		}
		if want := n.Unsaved == 0 || n.Journal != ""; n.Kept() != want {
			t.Errorf("%+v is kept: %v", n, n.Kept())
		}
	}
	if !(*progress.Notice)(nil).Kept() {
		t.Error("without a notice everything is kept")
	}
}
