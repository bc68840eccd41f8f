// Package progress keeps what a learner has done: the pages read, the place
// where the learner left, every graded attempt, the solutions looked at, the
// predictions, observations and tasks, and the settings. It lives in one
// SQLite file, progress.db, that several programs may use at once.
//
// Nothing that is kept waits for that file. It goes into memory and into a
// journal, a file of this program's own beside the database, and from there
// into the database as soon as that can be written: by this program, or by
// the next one. Store.Save does this and Store.Notice says what stands in the
// way.
package progress

import (
	"context"
	"database/sql"
	"sync"
	"time"
)

// Store is a learner's progress. Its methods may be called from several
// goroutines. Those that keep something never wait for the database.
type Store struct {
	dir      string
	numbered map[string][]string
	now      func() time.Time

	saving  sync.Mutex // held by one Save at a time; guards what follows
	db      *sql.DB    // nil while the database is not open
	version int64      // PRAGMA data_version at the last look
	suspect bool       // the database turned out to be damaged while it was in use
	tidy    bool       // the ids of old events are let go of
	late    []entry    // what other programs could not save
	taken   []string   // the files that it was in

	mu      sync.Mutex // held for moments; guards what follows
	journal journal
	last    int     // number of the last event
	unsaved []entry // in the order in which they came
	known   bool    // it was tried to find out what is in the database
	read    bool    // and that succeeded
	base    Summary // of what is in the database
	summary Summary // of that and of what is unsaved
	notice  *Notice
}

// Option changes how Open opens a store.
type Option func(*Store)

// WithClock sets the clock that dates what is kept; time.Now is the usual one.
func WithClock(now func() time.Time) Option {
	return func(s *Store) { s.now = now }
}

// Open returns the store in a folder. It touches no file: the first Save
// opens progress.db, and creates it and the folder when they are missing. An
// empty name stands for a folder that is not known: nothing can be kept then.
//
// Files of the time when pages had numbers are brought up to date with
// numbered, which lists the ids of a lecture's pages by their former numbers,
// counted from 0. A page that it does not name keeps its number.
func Open(dir string, numbered map[string][]string, opts ...Option) *Store {
	s := &Store{dir: dir, numbered: numbered, now: time.Now, journal: newJournal(dir)}
	s.base = newSummary()
	s.summary = s.base
	for _, set := range opts {
		set(s)
	}
	return s
}

// Summary returns how far the learner is, with all that is not saved yet.
// Before the first Save nothing is known of the time before.
func (s *Store) Summary() Summary {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.summary
}

// Unsaved returns how many things that were kept are not in the database yet.
func (s *Store) Unsaved() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.unsaved)
}

// Notice returns what the learner must be told about the files, as the last
// Save found them; nil when there is nothing to tell.
func (s *Store) Notice() *Notice {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.notice == nil {
		return nil
	}
	n := *s.notice
	n.Unsaved = len(s.unsaved)
	if n.Unsaved > 0 && s.journal.holds(s.unsaved) {
		n.Journal = s.journal.path()
	}
	return &n
}

// Close closes the store. What is unsaved stays in the journal, for the next
// program that opens this folder.
func (s *Store) Close() error {
	s.saving.Lock()
	defer s.saving.Unlock()
	s.secure()
	return s.disconnect()
}

// disconnect closes the database.
func (s *Store) disconnect() error {
	if s.db == nil {
		return nil
	}
	err := s.db.Close()
	s.db = nil
	return err
}

// keep takes an event into memory and into the journal.
func (s *Store) keep(e entry) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last++
	e.number, e.ID, e.Time = s.last, s.journal.id(s.last), s.now().UnixMilli()
	s.unsaved = append(s.unsaved, e)
	s.summary = s.summary.with(e)
	s.journal.write(s.unsaved)
}

// Attempts returns every saved attempt at an exercise, the first one first.
func (s *Store) Attempts(ctx context.Context, exercise string) ([]Attempt, error) {
	if err := s.Save(ctx); err != nil {
		return nil, err
	}
	s.saving.Lock()
	defer s.saving.Unlock()
	return attempts(ctx, s.db, exercise)
}
