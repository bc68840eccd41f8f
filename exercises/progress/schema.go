package progress

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// applicationID marks a SQLite file as ours: "hksp" in ASCII, at offset 68 of
// the file (https://www.sqlite.org/fileformat.html#application_id).
const applicationID = 0x686b7370

// steps lists what makes each version of the schema out of the one before.
// PRAGMA user_version counts the steps that a file has taken. A step that was
// released is never changed: a change is a new step.
//
// Times are milliseconds since 1970 UTC. Seeds are 64 unsigned bits stored as
// the signed number with the same bits.
func steps() []string {
	return []string{
		`CREATE TABLE page (
			lecture TEXT NOT NULL,
			page    INTEGER NOT NULL,
			read_at INTEGER NOT NULL,
			PRIMARY KEY (lecture, page)
		) STRICT, WITHOUT ROWID;
		CREATE TABLE place (
			visit   INTEGER PRIMARY KEY AUTOINCREMENT, -- the largest is the last place
			lecture TEXT NOT NULL UNIQUE,
			page    INTEGER NOT NULL,
			left_at INTEGER NOT NULL
		) STRICT;
		CREATE TABLE attempt (
			id       INTEGER PRIMARY KEY AUTOINCREMENT,
			exercise TEXT NOT NULL,
			seed     INTEGER NOT NULL,
			input    TEXT NOT NULL,
			outcome  TEXT NOT NULL CHECK (outcome IN ('wrong', 'correct')),
			mistake  TEXT NOT NULL,
			revealed INTEGER NOT NULL CHECK (revealed IN (0, 1)),
			tried_at INTEGER NOT NULL
		) STRICT;
		CREATE INDEX attempt_by_exercise ON attempt (exercise, id);
		CREATE TABLE solution (
			exercise TEXT NOT NULL,
			seed     INTEGER NOT NULL,
			shown_at INTEGER NOT NULL,
			PRIMARY KEY (exercise, seed)
		) STRICT, WITHOUT ROWID;
		CREATE TABLE setting (
			name  TEXT PRIMARY KEY,
			value TEXT NOT NULL
		) STRICT, WITHOUT ROWID;`,
		// NULL for the attempts of the time before.
		`ALTER TABLE attempt ADD COLUMN params TEXT;`,
	}
}

var (
	errForeign = errors.New("the file belongs to another program")
	errNewer   = errors.New("the file was written by a later version")
)

// upgrade brings the database to the newest version of the schema, all in one
// transaction, so that a program that is killed meanwhile leaves the file as
// it was, and of two programs the second finds the work done. It changes
// nothing when it returns errForeign or errNewer.
func upgrade(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("lock: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // does nothing after Commit
	version, err := schemaVersion(ctx, tx)
	if err != nil {
		return err
	}
	for i, step := range steps()[version:] {
		if _, err := tx.ExecContext(ctx, step); err != nil {
			return fmt.Errorf("schema %d: %w", version+i+1, err)
		}
	}
	// Written even when nothing else has changed, to prove that the file can
	// be: SQLite opens one that it may not write as read-only and says so at
	// the first write.
	mark := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(steps()))
	if _, err := tx.ExecContext(ctx, mark); err != nil {
		return fmt.Errorf("mark the file: %w", err)
	}
	return tx.Commit()
}

// querier is a *sql.DB or a *sql.Tx.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// schemaVersion returns the version of the file's schema: 0 for a file with
// nothing in it, errForeign or errNewer when the file is not to be touched.
func schemaVersion(ctx context.Context, db querier) (int, error) {
	var id, version, tables int
	row := db.QueryRowContext(ctx, `SELECT
		(SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version),
		(SELECT count(*) FROM sqlite_schema)`)
	if err := row.Scan(&id, &version, &tables); err != nil {
		return 0, fmt.Errorf("read the file's version: %w", err)
	}
	switch {
	case id == 0 && version == 0 && tables == 0:
		return 0, nil
	case id != applicationID || version < 1:
		return 0, errForeign
	case version > len(steps()):
		return 0, errNewer
	}
	return version, nil
}
