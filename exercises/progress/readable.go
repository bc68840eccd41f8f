package progress

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// readable finds out how far the learner is where the database cannot be
// written: the folder is read-only, the disk is full, another program holds
// the file. Whatever version it is of is copied into memory and brought up to
// date there, with what is in the journals. It reports whether there is
// nothing that it could not read.
func (s *Store) readable(ctx context.Context, path string) (Summary, bool) {
	ctx = context.WithoutCancel(ctx) // that may have ended; nothing here waits for long
	image, err := s.image(ctx, path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return newSummary(), false
	}
	db, err := connect(":memory:", "")
	if err != nil {
		return newSummary(), false
	}
	defer func() { _ = db.Close() }() // nothing in it is to stay
	if len(image) > 0 {
		if err := fillMemory(ctx, db, image); err != nil {
			return newSummary(), false
		}
	}
	sum, err := s.inMemory(ctx, db)
	return sum, err == nil
}

// inMemory brings a database in memory up to date and reads it.
func (s *Store) inMemory(ctx context.Context, db *sql.DB) (Summary, error) {
	if err := upgrade(ctx, db, s.numbered); err != nil {
		return newSummary(), err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return newSummary(), err
	}
	defer func() { _ = tx.Rollback() }() // does nothing after Commit
	late := slices.Clone(s.late)
	for _, journal := range s.journal.others() {
		entries, _ := readJournal(journal)
		late = append(late, entries...)
	}
	for _, e := range late {
		if _, err := e.save(ctx, tx); err != nil {
			return newSummary(), err
		}
	}
	if err := tx.Commit(); err != nil {
		return newSummary(), err
	}
	return readSummary(ctx, db)
}

// image returns the contents of the database. Where SQLite cannot even read
// it, the log beside the file, which may have the latest, is left out.
func (s *Store) image(ctx context.Context, path string) (image []byte, err error) {
	serialize := func(c memoryConn) (err error) { image, err = c.Serialize(); return err }
	if s.db != nil { // to read the file besides would let go of SQLite's locks on it
		err = raw(ctx, s.db, serialize)
		return image, err
	}
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	db, err := connect(path, "ro")
	if err != nil {
		return nil, err
	}
	if err := joinClose(raw(ctx, db, serialize), db); err != nil {
		return os.ReadFile(filepath.Clean(path))
	}
	return image, nil
}

// memoryConn is a connection of the SQLite driver.
type memoryConn interface {
	Serialize() ([]byte, error)
	Deserialize(image []byte) error
}

// raw lets f use the connection of db.
func raw(ctx context.Context, db *sql.DB, f func(memoryConn) error) error {
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }() // it goes back to db
	return c.Raw(func(driver any) error {
		m, ok := driver.(memoryConn)
		if !ok {
			return errors.ErrUnsupported
		}
		return f(m)
	})
}

// The bytes of a SQLite file that say whether it has a log beside it
// (https://www.sqlite.org/fileformat.html#file_format_version_numbers). In
// memory there is none.
const (
	writeVersion = 18
	readVersion  = 19
	noLog        = 1
)

// fillMemory makes the contents of a file those of a database in memory.
func fillMemory(ctx context.Context, db *sql.DB, image []byte) error {
	if len(image) < headerSize {
		return errDamaged
	}
	image[writeVersion], image[readVersion] = noLog, noLog
	return raw(ctx, db, func(c memoryConn) error { return c.Deserialize(image) })
}
