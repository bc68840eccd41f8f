// Package progress keeps what a learner has done: the pages read, the place
// where the learner left, every graded attempt, the solutions looked at and
// the settings. It lives in one SQLite file, progress.db, that several
// programs may use at once.
//
// A file that cannot be used never stops the learner. Open goes on with a
// fresh file or in memory, and Store.Notice says what was found.
package progress

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Store is an open progress file, or a store in memory where no file can be
// used. Its methods may be called from several goroutines; every write is on
// its way to the disk when its method returns.
type Store struct {
	db     *sql.DB
	now    func() time.Time
	notice *Notice
}

// Option changes how Open opens a store.
type Option func(*Store)

// WithClock sets the clock that dates what is kept; time.Now is the usual one.
func WithClock(now func() time.Time) Option {
	return func(s *Store) { s.now = now }
}

// Open opens progress.db in dir and creates both when they are missing.
//
// It succeeds whatever lies there: a damaged file is set aside under a dated
// name and a fresh one begun; where the file is some other program's, of a
// later version, or cannot be written, it is left as it is and the store
// keeps its contents in memory, for as long as it is open. Store.Notice says
// which of these happened. The error is not nil only when ctx ended or SQLite
// itself does not run.
func Open(ctx context.Context, dir string, opts ...Option) (*Store, error) {
	s := newStore(opts)
	db, notice := openFile(ctx, dir, s.now)
	if err := ctx.Err(); err != nil {
		if db != nil {
			err = joinClose(err, db)
		}
		return nil, fmt.Errorf("open progress: %w", err)
	}
	s.notice = notice
	if db == nil {
		return s.inMemory(ctx)
	}
	s.db = db
	return s, nil
}

// OpenMemory opens an empty store that keeps its contents in memory alone.
func OpenMemory(ctx context.Context, opts ...Option) (*Store, error) {
	return newStore(opts).inMemory(ctx)
}

func newStore(opts []Option) *Store {
	s := &Store{now: time.Now}
	for _, set := range opts {
		set(s)
	}
	return s
}

func (s *Store) inMemory(ctx context.Context) (*Store, error) {
	db, err := connect(":memory:", "")
	if err != nil {
		return nil, fmt.Errorf("open progress in memory: %w", err)
	}
	if err := upgrade(ctx, db); err != nil {
		return nil, fmt.Errorf("open progress in memory: %w", joinClose(err, db))
	}
	s.db = db
	return s, nil
}

// Notice returns what the learner must be told about how the store was
// opened, or nil when there is nothing to tell.
func (s *Store) Notice() *Notice { return s.notice }

// Close closes the store. A store in memory forgets its contents.
func (s *Store) Close() error { return s.db.Close() }
