package progress

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// applicationID marks a SQLite file as ours: "hksp" in ASCII, at offset 68 of
// the file (https://www.sqlite.org/fileformat.html#application_id).
const applicationID = 0x686b7370

// step is a statement each of what makes a version of the schema out of the
// one before. A parameter ?1 is the ids of the lectures' pages by their
// numbers, as JSON.
//
// Times are milliseconds since 1970 UTC. Seeds are 64 unsigned bits stored as
// the signed number with the same bits.
type step []string

// steps lists the steps in order. PRAGMA user_version counts those that a file
// has taken. One that was released is never changed: a change is a new step.
func steps() []step {
	return []step{firstTables(), drawnParameters(), pagesByID(), marks()}
}

func firstTables() step {
	return step{`CREATE TABLE page (
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
		) STRICT, WITHOUT ROWID;`}
}

// drawnParameters keeps what a seed drew; NULL for the attempts of the time before.
func drawnParameters() step {
	return step{`ALTER TABLE attempt ADD COLUMN params TEXT`}
}

// pagesByID keeps pages by their ids, and what was answered on them.
func pagesByID() step {
	return step{
		`CREATE TABLE page_by_id (
				lecture TEXT NOT NULL,
				page    TEXT NOT NULL,
				read_at INTEGER NOT NULL,
				PRIMARY KEY (lecture, page)
			) STRICT, WITHOUT ROWID`,
		`INSERT INTO page_by_id SELECT lecture, ` + idOfPage + ` AS id, min(read_at) FROM page GROUP BY lecture, id`,
		`CREATE TABLE place_by_id (
				visit   INTEGER PRIMARY KEY AUTOINCREMENT, -- the largest is the last place
				lecture TEXT NOT NULL UNIQUE,
				page    TEXT NOT NULL,
				left_at INTEGER NOT NULL
			) STRICT`,
		`INSERT INTO place_by_id SELECT visit, lecture, ` + idOfPage + `, left_at FROM place`,
		`DROP TABLE page; DROP TABLE place;
			ALTER TABLE page_by_id RENAME TO page;
			ALTER TABLE place_by_id RENAME TO place;
			ALTER TABLE setting ADD COLUMN set_at INTEGER NOT NULL DEFAULT 0;
			CREATE TABLE answer (
				lecture     TEXT NOT NULL,
				kind        TEXT NOT NULL CHECK (kind IN ('predict', 'saw', 'task')),
				id          TEXT NOT NULL,
				option      INTEGER NOT NULL,
				is_right    INTEGER NOT NULL CHECK (is_right IN (0, 1)),
				answered_at INTEGER NOT NULL,
				PRIMARY KEY (lecture, kind, id)
			) STRICT, WITHOUT ROWID;
			CREATE TABLE event ( -- what came here through a journal, for as long as one may have it
				id TEXT PRIMARY KEY,
				at INTEGER NOT NULL
			) STRICT, WITHOUT ROWID`,
	}
}

// marks keeps what the schedule of the reviews and the overview are worked out
// of: the help that an attempt had and what it earned, the answers to
// questions that came back, and the time that was spent. The index has all
// that is read of the attempts at a start.
func marks() step {
	return step{
		`ALTER TABLE attempt ADD COLUMN hints INTEGER NOT NULL DEFAULT 0 CHECK (hints >= 0);
			ALTER TABLE attempt ADD COLUMN share REAL CHECK (share BETWEEN 0 AND 1); -- NULL for the attempts of the time before
			CREATE INDEX attempt_in_brief ON attempt (exercise, tried_at, id, seed, outcome, mistake, revealed, hints, share);
			CREATE TABLE recall (
				lecture     TEXT NOT NULL,
				id          TEXT NOT NULL, -- of the prediction
				is_right    INTEGER NOT NULL CHECK (is_right IN (0, 1)),
				answered_at INTEGER NOT NULL,
				PRIMARY KEY (lecture, id, answered_at)
			) STRICT, WITHOUT ROWID;
			CREATE TABLE spell (
				chapter  TEXT NOT NULL,
				began_at INTEGER NOT NULL,
				millis   INTEGER NOT NULL CHECK (millis > 0),
				PRIMARY KEY (chapter, began_at)
			) STRICT, WITHOUT ROWID`,
	}
}

// idOfPage is the id of a page by its number: the number itself where there is
// none. No id looks like a number.
const idOfPage = `coalesce(
	(SELECT value FROM json_each(?1, '$.' || json_quote(lecture)) WHERE key = page),
	CAST(page AS TEXT))`

// totals keeps how far the learner is with each exercise, so that nobody has
// to go through all attempts. They are part of no step: they can be made
// anew at any time.
const totals = `
	DROP TABLE IF EXISTS total;
	DROP TRIGGER IF EXISTS total_of_attempts;
	CREATE TABLE total (
		exercise     TEXT PRIMARY KEY,
		attempts     INTEGER NOT NULL,
		correct      INTEGER NOT NULL,
		solved       INTEGER NOT NULL, -- right at least once without having seen the solution
		last_mistake TEXT NOT NULL,
		last_tried   INTEGER NOT NULL
	) STRICT, WITHOUT ROWID;
	CREATE TRIGGER total_of_attempts AFTER INSERT ON attempt BEGIN
		INSERT INTO total VALUES (NEW.exercise, 1, NEW.outcome = 'correct',
			NEW.outcome = 'correct' AND NOT NEW.revealed, NEW.mistake, NEW.tried_at)
		ON CONFLICT (exercise) DO UPDATE SET
			attempts = attempts + 1,
			correct = correct + excluded.correct,
			solved = max(solved, excluded.solved),
			last_mistake = CASE WHEN excluded.last_mistake = '' OR excluded.last_tried < last_tried
				THEN last_mistake ELSE excluded.last_mistake END,
			last_tried = max(last_tried, excluded.last_tried);
	END;
	INSERT INTO total
		SELECT exercise, count(*), sum(outcome = 'correct'), max(outcome = 'correct' AND NOT revealed),
			coalesce((SELECT mistake FROM attempt m WHERE m.exercise = a.exercise AND mistake <> '' ORDER BY tried_at DESC, id DESC LIMIT 1), ''),
			max(tried_at)
		FROM attempt a GROUP BY exercise`

var (
	errForeign = errors.New("the file belongs to another program")
	errNewer   = errors.New("the file was written by a later version")
)

// upgrade brings the database to the newest version of the schema, all in one
// transaction, so that a program that is killed meanwhile leaves the file as
// it was, and of two programs the second finds the work done. It changes
// nothing when it returns errForeign or errNewer. It waits for other programs
// until ctx ends; the work itself, which is done once, takes its time.
func upgrade(ctx context.Context, db *sql.DB, numbered map[string][]string) error {
	version, err := schemaVersion(ctx, db)
	if err != nil {
		return err
	}
	var kept int
	err = db.QueryRowContext(ctx,
		`SELECT count(*) FROM sqlite_schema WHERE name IN ('total', 'total_of_attempts')`).Scan(&kept)
	if err != nil || version == len(steps()) && kept == 2 {
		return err
	}
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }() // it goes back to db
	if _, err := c.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return fmt.Errorf("lock: %w", err)
	}
	ctx = context.WithoutCancel(ctx)
	if err = takeSteps(ctx, c, numbered); err == nil {
		_, err = c.ExecContext(ctx, "COMMIT")
	}
	if err != nil {
		_, _ = c.ExecContext(ctx, "ROLLBACK") // it is rolled back at the latest when the connection is closed
	}
	return err
}

func takeSteps(ctx context.Context, c *sql.Conn, numbered map[string][]string) error {
	version, err := schemaVersion(ctx, c)
	if err != nil {
		return err
	}
	ids, err := json.Marshal(numbered)
	if err != nil {
		return err
	}
	for i, step := range steps()[version:] {
		for _, statement := range step {
			var args []any
			if strings.Contains(statement, "?1") {
				args = append(args, string(ids))
			}
			if _, err := c.ExecContext(ctx, statement, args...); err != nil {
				return fmt.Errorf("schema %d: %w", version+i+1, err)
			}
		}
	}
	mark := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(steps()))
	if _, err := c.ExecContext(ctx, totals+";"+mark); err != nil {
		return fmt.Errorf("mark the file: %w", err)
	}
	return nil
}

// querier is a *sql.DB or a *sql.Conn.
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
