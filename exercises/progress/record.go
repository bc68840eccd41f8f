package progress

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"hakseup/exercises"
)

// Place is a page of a lecture.
type Place struct {
	Lecture string `json:"lecture"` // slug: "06-softmax-loss"
	Page    int    `json:"page"`    // counted from 0
}

// Attempt is one graded answer to an exercise. With the exercise and the
// drawn parameters its input can be graded again at any time, also after the
// rules have changed by which a seed draws them.
type Attempt struct {
	Exercise string
	Seed     uint64
	Params   json.RawMessage   // the parameters that the seed drew, as the exercise writes them; nil where that is not known
	Input    map[string]string // the answers as typed, by the ids of the parts
	Outcome  exercises.Outcome
	Mistake  string // id of the known mistake, "" when there was none

	// Set by the store:

	Revealed bool      // the solution of this seed had been shown before: earns no mark
	Time     time.Time // in UTC, to the millisecond
}

// Setting names something that the learner has chosen.
type Setting string

// The settings.
const (
	Language Setting = "language" // a lang.Lang code
	Theme    Setting = "theme"
)

// ReadPage keeps that the learner has read a page. The first time counts.
func (s *Store) ReadPage(ctx context.Context, p Place) error {
	return s.exec(ctx, "keep the page read",
		`INSERT INTO page (lecture, page, read_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
		p.Lecture, p.Page, s.millis())
}

// Leave keeps the place where the learner is, to go on from there next time:
// in this lecture, and in the course.
func (s *Store) Leave(ctx context.Context, p Place) error {
	return s.exec(ctx, "keep the place",
		`INSERT OR REPLACE INTO place (lecture, page, left_at) VALUES (?, ?, ?)`,
		p.Lecture, p.Page, s.millis())
}

// AddAttempt keeps a graded answer and returns it with Revealed and Time as
// the store has set them. An ungraded answer is no attempt: it is returned as
// it came and not kept.
func (s *Store) AddAttempt(ctx context.Context, a Attempt) (Attempt, error) {
	if a.Outcome == exercises.Ungraded {
		return a, nil
	}
	at := s.millis()
	input, err := json.Marshal(a.Input)
	if err != nil {
		return a, fmt.Errorf("keep the attempt: %w", err)
	}
	params, err := jsonText(a.Params)
	if err != nil {
		return a, fmt.Errorf("keep the attempt: %w", err)
	}
	// One statement, so that no other program can come in between.
	err = s.db.QueryRowContext(ctx,
		`INSERT INTO attempt (exercise, seed, input, outcome, mistake, tried_at, params, revealed)
		VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,
			EXISTS (SELECT 1 FROM solution WHERE exercise = ?1 AND seed = ?2))
		RETURNING revealed`,
		a.Exercise, int64(a.Seed), string(input), outcomeName(a.Outcome), a.Mistake, at, params,
	).Scan(&a.Revealed)
	if err != nil {
		return a, fmt.Errorf("keep the attempt: %w", err)
	}
	a.Time = timeOf(at)
	return a, nil
}

// Attempts returns every attempt at an exercise, the first one first.
func (s *Store) Attempts(ctx context.Context, exercise string) ([]Attempt, error) {
	var all []Attempt
	err := each(ctx, s.db,
		`SELECT seed, params, input, outcome, mistake, revealed, tried_at
		FROM attempt WHERE exercise = ? ORDER BY id`,
		func(scan scanner) error {
			a := Attempt{Exercise: exercise}
			var seed, at int64
			var params sql.NullString
			var outcome, input string
			if err := scan(&seed, &params, &input, &outcome, &a.Mistake, &a.Revealed, &at); err != nil {
				return err
			}
			if params.Valid {
				a.Params = json.RawMessage(params.String)
			}
			if err := json.Unmarshal([]byte(input), &a.Input); err != nil {
				return err
			}
			a.Seed, a.Outcome, a.Time = uint64(seed), outcomeOf(outcome), timeOf(at)
			all = append(all, a)
			return nil
		}, exercise)
	if err != nil {
		return nil, fmt.Errorf("read the attempts: %w", err)
	}
	return all, nil
}

// ShowSolution keeps that the solution of a variant has been shown. Attempts
// at the same seed earn no mark from then on.
func (s *Store) ShowSolution(ctx context.Context, exercise string, seed uint64) error {
	return s.exec(ctx, "keep that the solution was shown",
		`INSERT INTO solution (exercise, seed, shown_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
		exercise, int64(seed), s.millis())
}

// SolutionShown reports whether the solution of a variant has been shown.
func (s *Store) SolutionShown(ctx context.Context, exercise string, seed uint64) (bool, error) {
	var shown bool
	err := s.db.QueryRowContext(ctx,
		`SELECT EXISTS (SELECT 1 FROM solution WHERE exercise = ? AND seed = ?)`,
		exercise, int64(seed)).Scan(&shown)
	if err != nil {
		return false, fmt.Errorf("look for a shown solution: %w", err)
	}
	return shown, nil
}

// Setting returns what the learner has chosen, or "" when nothing yet.
func (s *Store) Setting(ctx context.Context, name Setting) (string, error) {
	var value string
	err := s.db.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = ?`, string(name)).Scan(&value)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("read the setting %s: %w", name, err)
	}
	return value, nil
}

// SetSetting keeps what the learner has chosen.
func (s *Store) SetSetting(ctx context.Context, name Setting, value string) error {
	return s.exec(ctx, "keep the setting "+string(name),
		`INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)`, string(name), value)
}

func (s *Store) exec(ctx context.Context, what, statement string, args ...any) error {
	if _, err := s.db.ExecContext(ctx, statement, args...); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// jsonText is how a piece of JSON is written in the file: NULL when there is
// none. The error says that it is no JSON.
func jsonText(raw json.RawMessage) (sql.NullString, error) {
	if raw == nil {
		return sql.NullString{}, nil
	}
	if !json.Valid(raw) {
		return sql.NullString{}, fmt.Errorf("%q is no JSON", raw)
	}
	return sql.NullString{String: string(raw), Valid: true}, nil
}

func (s *Store) millis() int64 { return s.now().UnixMilli() }

func timeOf(millis int64) time.Time { return time.UnixMilli(millis).UTC() }

// outcomeName is how an outcome is written in the file.
func outcomeName(o exercises.Outcome) string {
	if o == exercises.Correct {
		return "correct"
	}
	return "wrong"
}

func outcomeOf(name string) exercises.Outcome {
	if name == "correct" {
		return exercises.Correct
	}
	return exercises.Wrong
}
