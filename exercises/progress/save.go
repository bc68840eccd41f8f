package progress

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	sqlite3 "modernc.org/sqlite/lib"
)

// eventDays is how long the database knows which events are in it. A journal
// that is older was taken over long ago.
const eventDays = 30

// Save brings everything that is unsaved into the database, together with
// what other programs could not save, and takes over what they have saved
// meanwhile. It opens the database when it is not open, and waits for other
// programs until ctx ends. When it returns an error all is as it was, and
// another Save tries again; Notice says in the learner's words what stands in
// the way.
func (s *Store) Save(ctx context.Context) error {
	s.saving.Lock()
	defer s.saving.Unlock()
	err := s.save(ctx)
	if errors.Is(err, errDamaged) && s.db != nil { // found out while it was in use
		_ = s.disconnect() // what is wrong with it is known
		s.suspect = true
		err = s.save(ctx)
	}
	if err == nil {
		return nil
	}
	s.blame(err)
	s.secure()
	return fmt.Errorf("save progress: %w", err)
}

func (s *Store) save(ctx context.Context) error {
	if s.db == nil {
		if err := s.connect(ctx); err != nil {
			return err
		}
	}
	err := s.write(ctx)
	if err == nil {
		return asDamage(s.look(ctx))
	}
	if err = asDamage(err); !errors.Is(err, errDamaged) && len(s.late)+len(s.journal.others()) > 0 {
		s.found(s.readable(ctx, filepath.Join(s.dir, fileName))) // with what others could not save either
	}
	return err
}

// connect opens the database. Where that fails it finds out what can be read.
func (s *Store) connect(ctx context.Context) error {
	path := filepath.Join(s.dir, fileName)
	err := s.begin(ctx, path)
	if err != nil && !s.isKnown() {
		base, read := newSummary(), false
		if s.dir != "" && !notOurs(err) {
			base, read = s.readable(ctx, path)
		}
		s.found(base, read)
	}
	return err
}

// begin makes the folder, begins the journal and opens the database. Where
// nobody of ours has ever been, nothing is left beside a file that is not
// ours. Elsewhere it may be one that is just being begun.
func (s *Store) begin(ctx context.Context, path string) error {
	if s.dir == "" {
		return errNowhere
	}
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return &fileError{s.dir, err}
	}
	err := peek(ctx, path)
	if notOurs(err) && !exists(filepath.Join(s.dir, lockName)) {
		return err
	}
	if !notOurs(err) {
		s.mu.Lock()
		s.journal.open = true
		s.journal.write(s.unsaved)
		s.mu.Unlock()
	}
	return s.open(ctx, path)
}

// open opens the database and begins with what is in it.
func (s *Store) open(ctx context.Context, path string) error {
	f := file{path: path, numbered: s.numbered, now: s.now, suspect: s.suspect}
	damaged, err := f.open(ctx)
	if err != nil {
		return err
	}
	s.db, s.version, s.suspect = f.db, f.version, false
	s.found(f.summary, true)
	if damaged != nil {
		s.mu.Lock()
		s.notice = damaged
		s.mu.Unlock()
	}
	return nil
}

// write brings what is unsaved into the database.
func (s *Store) write(ctx context.Context) error {
	s.mu.Lock()
	own := slices.Clone(s.unsaved)
	s.mu.Unlock()
	if len(own)+len(s.late)+len(s.journal.others()) == 0 {
		return nil
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // does nothing after Commit
	// Files are taken over by who can write the database, one program at a time.
	entries, files := s.journal.take()
	s.late, s.taken = append(s.late, entries...), append(s.taken, files...)
	for _, e := range slices.Concat(s.late, own) {
		fresh, err := e.save(ctx, tx)
		if err != nil {
			return err
		}
		if !fresh || e.late { // what others did is in the database now
			s.version = 0
		}
	}
	if err := s.forget(ctx, tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	s.saved(own)
	return nil
}

// forget lets go of the ids of old events, once in the life of a program. As
// long as there is a journal of others, it may have them.
func (s *Store) forget(ctx context.Context, tx *sql.Tx) error {
	if s.tidy || len(s.journal.others()) > 0 {
		return nil
	}
	s.tidy = true
	_, err := tx.ExecContext(ctx, `DELETE FROM event WHERE at < ?`, s.now().AddDate(0, 0, -eventDays).UnixMilli())
	return err
}

// saved notes that entries are in the database, and all that is late.
func (s *Store) saved(own []entry) {
	for _, file := range s.taken {
		_ = os.Remove(file) // another program may have taken it over: what is saved twice is there once
	}
	s.late, s.taken = nil, nil
	s.mu.Lock()
	defer s.mu.Unlock()
	s.unsaved = slices.Clone(s.unsaved[len(own):])
	for _, e := range own {
		s.base = s.base.with(e)
	}
	if len(s.unsaved) == 0 && len(own) > 0 {
		_ = os.Remove(s.journal.path()) // likewise
	}
}

// look reads how far the learner is when another program has written since.
// The version counts what others write; 0 makes it look in any case.
func (s *Store) look(ctx context.Context) error {
	var version int64
	if err := s.db.QueryRowContext(ctx, `PRAGMA data_version`).Scan(&version); err != nil {
		return err
	}
	if version != s.version {
		base, err := readSummary(ctx, s.db)
		if err != nil {
			return err
		}
		s.version = version
		s.found(base, true)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.notice != nil && s.notice.Kind != Damaged {
		s.notice = nil
	}
	return nil
}

// found begins with what is in the database. Read is false where that could
// not be found out.
func (s *Store) found(base Summary, read bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.known, s.read, s.base, s.summary = true, read, base, base.apart()
	for _, e := range s.unsaved {
		s.summary = s.summary.with(e)
	}
}

func (s *Store) isKnown() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.known
}

// secure brings the journal to the disk itself. Nobody waits for that who has
// something to keep.
func (s *Store) secure() {
	s.mu.Lock()
	s.journal.write(s.unsaved) // what could not be written before
	path, lines := s.journal.path(), s.journal.lines
	done := len(s.unsaved) == 0 || lines == s.journal.safe
	s.mu.Unlock()
	if done || syncFiles(path, s.dir) != nil { // without it the next program finds it all the same, unless the power goes
		return
	}
	s.mu.Lock()
	s.journal.safe = lines
	s.mu.Unlock()
}

// blame makes the notice out of what stands in the way of saving.
func (s *Store) blame(err error) {
	path := filepath.Join(s.dir, fileName)
	if f, ok := errors.AsType[*fileError](err); ok {
		path = f.path
	}
	n := Notice{Kind: Unusable, Path: path, Err: err}
	switch {
	case errors.Is(err, errNowhere):
		n.Kind = Nowhere
	case errors.Is(err, errForeign):
		n.Kind = Foreign
	case errors.Is(err, errNewer):
		n.Kind = Newer
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled),
		codeOf(err) == sqlite3.SQLITE_BUSY, codeOf(err) == sqlite3.SQLITE_LOCKED:
		n.Kind = Busy
	case codeOf(err) == sqlite3.SQLITE_FULL, codeOf(err) == sqlite3.SQLITE_IOERR, !writable(s.dir):
		n.Path = s.dir // it is no fault of a single file
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	n.Read = s.read
	s.notice = &n
}

// writable reports whether files can be made in a folder.
func writable(dir string) bool {
	f, err := os.CreateTemp(dir, "progress-*.tmp")
	if err != nil {
		return false
	}
	return errors.Join(f.Close(), os.Remove(f.Name())) == nil
}
