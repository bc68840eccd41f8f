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

	// busyTimeout is how long one program waits for another's write, in
	// milliseconds.
	busyTimeout = "10000"
)

var errDamaged = errors.New("the file is damaged")

// openFile opens the progress file in dir. The database is nil when the
// contents must be kept in memory; the notice then says why.
func openFile(ctx context.Context, dir string, now func() time.Time) (*sql.DB, *Notice) {
	path := filepath.Join(dir, fileName)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return found(path, err)
	}
	lockPath := filepath.Join(dir, lockName)
	// Where nobody of ours has ever been, nothing is left beside a file that
	// is not ours. Elsewhere it may be one that is just being begun.
	if err := peek(ctx, path); notOurs(err) && !exists(lockPath) {
		return found(path, err)
	}
	// Programs that start at once open the file one after another: while one
	// sets a damaged file aside, another that had it open would take the
	// journal of the fresh one, which has the same name, for its own.
	unlock, err := lock(ctx, lockPath)
	if err != nil {
		return found(path, err)
	}
	defer unlock()
	db, err := openSound(ctx, path)
	if errors.Is(err, errDamaged) {
		return replaceDamaged(ctx, path, now, err)
	}
	if err != nil {
		return found(path, err)
	}
	return db, nil
}

// notOurs reports whether err says that the file belongs to someone else.
func notOurs(err error) bool { return errors.Is(err, errForeign) || errors.Is(err, errNewer) }

// found returns the notice for what stands in the way of using the file.
func found(path string, err error) (*sql.DB, *Notice) {
	switch {
	case errors.Is(err, errForeign):
		return nil, &Notice{Kind: Foreign, Path: path}
	case errors.Is(err, errNewer):
		return nil, &Notice{Kind: Newer, Path: path}
	}
	return nil, &Notice{Kind: Unusable, Path: path, Err: err}
}

// openSound opens the file at path, creates it when it is missing or empty,
// and makes sure that it is ours and sound. Otherwise the error is
// errForeign, errNewer, errDamaged, or what kept it from being opened.
func openSound(ctx context.Context, path string) (*sql.DB, error) {
	if err := peek(ctx, path); err != nil {
		return nil, err
	}
	db, err := connect(path, "rwc")
	if err != nil {
		return nil, err
	}
	if err := prepare(ctx, db); err != nil {
		return nil, joinClose(err, db)
	}
	return db, nil
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
	db, err := connect(path, "ro")
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

// prepare checks that an open file is sound and brings it up to date.
func prepare(ctx context.Context, db *sql.DB) error {
	if err := check(ctx, db); err != nil {
		return err
	}
	if err := upgrade(ctx, db); err != nil {
		return asDamage(err)
	}
	// The mode is kept in the file. It is set after the marks are in the
	// file itself and not only in the log beside it, where peek does not
	// look. Another program that is starting may hold a lock meanwhile; the
	// file then works as it is, and the next start sets the mode.
	if _, err := db.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil && codeOf(err) != sqlite3.SQLITE_BUSY {
		return asDamage(err)
	}
	return nil
}

// check looks through every page of the file.
func check(ctx context.Context, db *sql.DB) error {
	var verdict string
	err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict)
	if err != nil {
		return asDamage(err)
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: %s", errDamaged, verdict)
	}
	return nil
}

// replaceDamaged sets the damaged file aside and opens a fresh one.
func replaceDamaged(ctx context.Context, path string, now func() time.Time, cause error) (*sql.DB, *Notice) {
	aside, err := setAside(path, now())
	if err != nil {
		return found(path, err)
	}
	db, err := openSound(ctx, path)
	if err != nil {
		return found(path, err)
	}
	return db, &Notice{Kind: Damaged, Path: path, Aside: aside, Err: cause}
}

// lock makes other programs that call it with the same path wait. It is a
// SQLite lock on an empty file, so that it works on every system and goes
// with the program that holds it, however that ends.
func lock(ctx context.Context, path string) (unlock func(), err error) {
	db, err := connect(path, "rwc")
	if err != nil {
		return nil, err
	}
	if _, err := db.ExecContext(ctx, "BEGIN EXCLUSIVE"); err != nil {
		return nil, joinClose(err, db)
	}
	return func() { _ = db.Close() }, nil
}

// setAside renames the file at path to a dated name that no other file has,
// and its log with it. The file goes last: as long as it is in its place,
// nobody begins a fresh one.
func setAside(path string, now time.Time) (string, error) {
	stem := strings.TrimSuffix(path, ".db") + ".damaged-" + now.Format("2006-01-02T150405")
	aside := stem + ".db"
	for n := 2; exists(aside); n++ {
		aside = fmt.Sprintf("%s-%d.db", stem, n)
	}
	for _, suffix := range []string{"-wal", "-shm", "-journal", ""} {
		err := os.Rename(path+suffix, aside+suffix)
		if err != nil && (suffix == "" || !errors.Is(err, fs.ErrNotExist)) {
			return "", fmt.Errorf("set the damaged file aside: %w", err)
		}
	}
	return aside, nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// connect prepares a connection to the SQLite file at path, which mode opens
// as "rwc" (read, write, create) or "ro" (read only, taking no lock), or to
// ":memory:". The file is opened by the first use of the connection.
func connect(path, mode string) (*sql.DB, error) {
	query := url.Values{
		"_busy_timeout": {busyTimeout},
		// A transaction that writes locks from its start: one that began
		// by reading could find that another program has written since.
		"_txlock": {"immediate"},
		// In WAL mode this survives a killed program; only a power cut
		// can undo the last writes, and none is ever half there.
		"_synchronous": {"NORMAL"},
		"_dqs":         {"0"},
	}
	dsn := path + "?" + query.Encode()
	if mode != "" {
		full, err := filepath.Abs(path)
		if err != nil {
			return nil, err
		}
		query.Set("mode", mode)
		if mode == "ro" {
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
