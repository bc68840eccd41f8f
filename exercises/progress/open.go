package progress

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

const (
	fileName = "progress.db"
	lockName = "progress.lock"

	// headerSize is the size of a SQLite file's header, in bytes.
	headerSize = 100

	// busyTimeout is how long one program waits for another's write at most,
	// in milliseconds. A context ends the wait sooner. Who only reads goes on
	// with what can be read.
	busyTimeout, readTimeout = "10000", "100"
)

var (
	errDamaged = errors.New("the file is damaged")
	errNowhere = errors.New("the folder of the progress is not known")
)

// fileError says in which file the fault is.
type fileError struct {
	path string
	err  error
}

func (e *fileError) Error() string { return e.path + ": " + e.err.Error() }

func (e *fileError) Unwrap() error { return e.err }

// file is a progress file that is being opened.
type file struct {
	path     string
	numbered map[string][]string
	now      func() time.Time
	suspect  bool // it is to be looked through whole

	// What comes of it:

	db      *sql.DB
	version int64   // PRAGMA data_version
	summary Summary // what is in it
}

// open opens the file, and a fresh one when it is missing or damaged: the
// damaged one is set aside then, and the notice says so.
func (f *file) open(ctx context.Context) (*Notice, error) {
	// Programs that start at once open the file one after another: while one
	// sets a damaged file aside, another that had it open would take the
	// journal of the fresh one, which has the same name, for its own.
	unlock, err := lock(ctx, filepath.Join(filepath.Dir(f.path), lockName))
	if err != nil {
		return nil, err
	}
	defer unlock()
	err = f.openSound(ctx)
	if !errors.Is(err, errDamaged) {
		return nil, err
	}
	aside, failed := setAside(f.path, f.now())
	if failed != nil {
		return nil, failed
	}
	return &Notice{Kind: Damaged, Path: f.path, Aside: aside, Err: err}, f.openSound(ctx)
}

// notOurs reports whether err says that the file belongs to someone else.
func notOurs(err error) bool { return errors.Is(err, errForeign) || errors.Is(err, errNewer) }

// openSound opens the file, creates it when it is missing or empty, and makes
// sure that it is ours and sound. Otherwise the error is errForeign,
// errNewer, errDamaged, or what kept it from being opened.
func (f *file) openSound(ctx context.Context) error {
	if err := peek(ctx, f.path); err != nil {
		return err
	}
	db, err := connect(f.path, "rwc")
	if err != nil {
		return err
	}
	if err := f.prepare(ctx, db); err != nil {
		return joinClose(asDamage(err), db)
	}
	f.db = db
	return nil
}

// peek reads the marks of the file without locking it or writing anything
// beside it, so that a file which is not ours to touch is never opened for
// writing: that alone could merge its journal into it. Whatever else is wrong
// is left to be found under a lock.
func peek(ctx context.Context, path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is no regular file", path)
	}
	switch size := info.Size(); {
	case size == 0:
		return nil
	case size < headerSize: // SQLite would take it for empty and write over it
		return fmt.Errorf("%w: it has %d bytes", errDamaged, size)
	}
	db, err := connect(path, "peek")
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }() // nothing was written
	// The two pragmas read the file's header alone: a program that is just
	// writing the rest does not disturb them.
	var id, version int
	if db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id) != nil ||
		db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version) != nil {
		return nil
	}
	if id != applicationID {
		return errForeign
	}
	if version > len(steps()) {
		return errNewer
	}
	return nil
}

// prepare brings an open file up to date and reads how far the learner is.
// That goes through all that is read and written every day; attempts of long
// ago are looked at only when something is suspicious.
func (f *file) prepare(ctx context.Context, db *sql.DB) error {
	if f.suspect || cutOff(ctx, db, f.path) {
		if err := check(ctx, db); err != nil {
			return err
		}
	}
	if err := f.upgrade(ctx, db); err != nil {
		return err
	}
	// The mode is kept in the file. It is set after the marks are in the
	// file itself and not only in the log beside it, where peek does not
	// look. Another program that is starting may hold a lock meanwhile; the
	// file then works as it is, and the next start sets the mode.
	if _, err := db.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil && codeOf(err) != sqlite3.SQLITE_BUSY {
		return err
	}
	if err := db.QueryRowContext(ctx, "PRAGMA data_version").Scan(&f.version); err != nil {
		return err
	}
	var err error
	f.summary, err = readSummary(ctx, db)
	return err
}

// upgrade brings an open file to the newest version of the schema. A file of
// an earlier one is copied first.
func (f *file) upgrade(ctx context.Context, db *sql.DB) error {
	version, err := schemaVersion(ctx, db)
	if err != nil {
		return err
	}
	if version > 0 && version < len(steps()) {
		if err := copyFile(ctx, db, fmt.Sprintf("%s.version-%d-%s", stem(f.path), version, stamp(f.now()))); err != nil {
			return fmt.Errorf("copy the file before it is brought up to date: %w", err)
		}
	}
	return upgrade(ctx, db, f.numbered)
}

// copyFile copies the database into a file that no other one is called, a
// whole one or none.
func copyFile(ctx context.Context, db *sql.DB, name string) error {
	ctx = context.WithoutCancel(ctx) // it is done once, and takes its time
	half := name + ".tmp"
	_ = os.Remove(half) // of a program that was stopped here
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", half); err != nil {
		return errors.Join(err, os.RemoveAll(half))
	}
	f, err := os.OpenFile(filepath.Clean(half), os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(half, unused(name))
}

// cutOff reports whether the file ends within a page. SQLite itself notices
// where whole pages are missing.
func cutOff(ctx context.Context, db *sql.DB, path string) bool {
	var page int64
	info, err := os.Stat(path)
	if err == nil {
		err = db.QueryRowContext(ctx, "PRAGMA page_size").Scan(&page)
	}
	return err == nil && page > 0 && info.Size()%page != 0
}

// check looks through every page of the file.
func check(ctx context.Context, db *sql.DB) error {
	var verdict string
	if err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: %s", errDamaged, verdict)
	}
	return nil
}

// lock makes other programs that call it with the same path wait. It is a
// SQLite lock on an empty file, so that it works on every system and goes
// with the program that holds it, however that ends. What is in the file does
// not matter: where it keeps SQLite from locking it, it goes.
func lock(ctx context.Context, path string) (unlock func(), err error) {
	db, err := tryLock(ctx, path)
	if errors.Is(asDamage(err), errDamaged) {
		if err = os.Truncate(path, 0); err == nil {
			db, err = tryLock(ctx, path)
		}
	}
	if err != nil {
		return nil, &fileError{path, err}
	}
	return func() { _ = db.Close() }, nil
}

func tryLock(ctx context.Context, path string) (*sql.DB, error) {
	db, err := connect(path, "rwc")
	if err != nil {
		return nil, err
	}
	if _, err := db.ExecContext(ctx, "BEGIN EXCLUSIVE"); err != nil {
		return nil, joinClose(err, db)
	}
	return db, nil
}

// setAside renames the file at path to a dated name that no other file has,
// and its log with it. The file goes last: as long as it is in its place,
// nobody begins a fresh one.
func setAside(path string, now time.Time) (string, error) {
	aside := unused(stem(path) + ".damaged-" + stamp(now))
	for _, suffix := range []string{"-wal", "-shm", "-journal", ""} {
		err := os.Rename(path+suffix, aside+suffix)
		if err != nil && (suffix == "" || !errors.Is(err, fs.ErrNotExist)) {
			return "", fmt.Errorf("set the damaged file aside: %w", err)
		}
	}
	return aside, nil
}

func stem(path string) string { return strings.TrimSuffix(path, ".db") }

func stamp(now time.Time) string { return now.Format("2006-01-02T150405") }

// unused returns a path that begins with the name and that no file has.
func unused(name string) string {
	path := name + ".db"
	for n := 2; exists(path); n++ {
		path = fmt.Sprintf("%s-%d.db", name, n)
	}
	return path
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// connect prepares a connection to the SQLite file at path, which mode opens
// as "rwc" (read, write, create), "ro" (read only) or "peek" (read only,
// taking no lock), or to ":memory:". The file is opened by the first use of the connection.
func connect(path, mode string) (*sql.DB, error) {
	// SQLite's own choice of how to write stays: what is in the file survives
	// a power cut, and the journal may go. To set it here would wait for
	// other programs, and no context could end that.
	query := url.Values{
		"_busy_timeout": {busyTimeout},
		// A transaction that writes locks from its start: one that began
		// by reading could find that another program has written since.
		"_txlock": {"immediate"},
		"_dqs":    {"0"},
	}
	dsn := path + "?" + query.Encode()
	if mode != "" {
		full, err := filepath.Abs(path)
		if err != nil {
			return nil, err
		}
		query.Set("mode", mode)
		if mode != "rwc" {
			query.Set("mode", "ro")
			query.Set("_busy_timeout", readTimeout)
		}
		if mode == "peek" {
			query.Set("immutable", "1")
			query.Set("_pragma", "writable_schema(1)") // reads the header of a truncated file, too
		}
		slashed := filepath.ToSlash(full)
		if !strings.HasPrefix(slashed, "/") { // C:/…
			slashed = "/" + slashed
		}
		dsn = (&url.URL{Scheme: "file", Path: slashed, RawQuery: query.Encode()}).String()
	}
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	// One connection is all that one learner needs, and in memory the
	// connection is the database.
	db.SetMaxOpenConns(1)
	return db, nil
}

// joinClose closes db and returns err, together with the error of closing.
func joinClose(err error, db *sql.DB) error {
	return errors.Join(err, db.Close())
}

// asDamage marks err as errDamaged when SQLite found the file's contents wrong.
func asDamage(err error) error {
	switch codeOf(err) {
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
	return err
}

// codeOf returns SQLite's primary result code, or 0.
func codeOf(err error) int {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return e.Code() & 0xff
	}
	return 0
}
