package progress

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"hakseup/lessons/lang"
)

// ErrNoReset says that there is nothing to take back.
var ErrNoReset error = &FileError{lang.T("되돌릴 초기화가 없어요.", "There is no reset to take back.")}

// Reset forgets everything that the learner did, settings aside, after it has
// copied the file. It returns the path of the copy.
func (s *Store) Reset(ctx context.Context) (kept string, err error) {
	if err := s.Save(ctx); err != nil {
		return "", err
	}
	s.saving.Lock()
	defer s.saving.Unlock()
	name := stem(filepath.Join(s.dir, fileName)) + resetMark + stamp(s.now())
	kept = unused(name)
	if err := copyFile(ctx, s.db, name); err != nil {
		return "", fmt.Errorf("copy the file before it is emptied: %w", err)
	}
	err = s.inTransaction(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM page; DELETE FROM place; DELETE FROM attempt; DELETE FROM solution;
			DELETE FROM answer; DELETE FROM recall; DELETE FROM spell;`+totals)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("reset: %w", err)
	}
	return kept, s.lookAgain(ctx)
}

// resetMark is in the name of a file that was copied before a reset.
const resetMark = ".before-reset-"

// UndoReset brings back what the last reset has forgotten. What was done since
// stays. It returns how many events came back, and is ErrNoReset where there
// was no reset.
func (s *Store) UndoReset(ctx context.Context) (back int, err error) {
	copies, err := filepath.Glob(stem(filepath.Join(s.dir, fileName)) + resetMark + "*.db")
	if err != nil || len(copies) == 0 {
		return 0, errors.Join(err, ErrNoReset)
	}
	slices.Sort(copies)
	entries, err := s.entriesOf(ctx, copies[len(copies)-1])
	if err != nil {
		return 0, err
	}
	for i := range entries {
		entries[i].late, entries[i].imported = true, true
	}
	return s.merge(ctx, entries)
}

// entriesOf reads what the learner did out of a file of any version, which is
// brought up to date in memory.
func (s *Store) entriesOf(ctx context.Context, path string) ([]entry, error) {
	from, err := connect(path, "ro")
	if err != nil {
		return nil, err
	}
	var image []byte
	if err := joinClose(raw(ctx, from, func(c memoryConn) (err error) { image, err = c.Serialize(); return err }), from); err != nil {
		return nil, err
	}
	db, err := connect(":memory:", "")
	if err != nil {
		return nil, err
	}
	defer func() { _ = db.Close() }() // nothing in it is to stay
	if err := fillMemory(ctx, db, image); err != nil {
		return nil, err
	}
	if err := upgrade(ctx, db, s.numbered); err != nil {
		return nil, err
	}
	return readEntries(ctx, db)
}
