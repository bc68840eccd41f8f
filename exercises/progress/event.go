package progress

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// entry is something that the learner did, as the journal has it on a line:
// one of the fields below Time is set.
type entry struct {
	ID       string    `json:"id"`   // no other event of any program has it
	Time     int64     `json:"time"` // milliseconds since 1970 UTC
	Visit    *Place    `json:"visit,omitempty"`
	Attempt  *attempt  `json:"attempt,omitempty"`
	Solution *solution `json:"solution,omitempty"`
	Answer   *answer   `json:"answer,omitempty"`
	Setting  *setting  `json:"setting,omitempty"`

	number int // counts the events of this program
	// late is set for what another program could not save: it may be older
	// than what is in the database.
	late bool
}

// event is what an entry is about: the same in the database and in a summary.
type event interface {
	write(ctx context.Context, tx *sql.Tx, e entry) error
	add(sum *Summary, e entry)
	valid() bool
}

// event returns what the entry is about, or nil when that cannot be understood.
func (e entry) event() event {
	var found []event
	if e.Visit != nil {
		found = append(found, e.Visit)
	}
	if e.Attempt != nil {
		found = append(found, e.Attempt)
	}
	if e.Solution != nil {
		found = append(found, e.Solution)
	}
	if e.Answer != nil {
		found = append(found, e.Answer)
	}
	if e.Setting != nil {
		found = append(found, e.Setting)
	}
	if e.ID == "" || len(found) != 1 || !found[0].valid() {
		return nil
	}
	return found[0]
}

// save writes an entry into the database and reports whether it was not there
// before.
func (e entry) save(ctx context.Context, tx *sql.Tx) (fresh bool, err error) {
	done, err := tx.ExecContext(ctx, `INSERT INTO event (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING`, e.ID, e.Time)
	if err != nil {
		return false, err
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return false, err
	}
	return true, e.event().write(ctx, tx, e)
}

func (p *Place) valid() bool { return p.Lecture != "" && p.Page != "" }

func (p *Place) write(ctx context.Context, tx *sql.Tx, e entry) error {
	_, read := tx.ExecContext(ctx,
		`INSERT INTO page (lecture, page, read_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, p.Lecture, p.Page, e.Time)
	_, left := tx.ExecContext(ctx,
		`INSERT OR REPLACE INTO place (visit, lecture, page, left_at)
		SELECT CASE WHEN ?4 AND EXISTS (SELECT 1 FROM place WHERE left_at > ?3) THEN (SELECT min(visit) FROM place) - 1 END, ?1, ?2, ?3
		WHERE NOT (?4 AND EXISTS (SELECT 1 FROM place WHERE lecture = ?1 AND left_at > ?3))`,
		p.Lecture, p.Page, e.Time, e.late)
	return errors.Join(read, left)
}

func (p *Place) add(sum *Summary, _ entry) {
	l := sum.lecture(p.Lecture)
	if !slices.Contains(l.Read, p.Page) {
		l.Read = append(slices.Clip(l.Read), p.Page)
		sum.PagesRead++
	}
	l.Page = p.Page
	sum.Lectures[p.Lecture] = l
	sum.Last = p
}

// attempt is an Attempt as it is written down.
type attempt struct {
	Exercise string            `json:"exercise"`
	Seed     uint64            `json:"seed"`
	Params   string            `json:"params,omitempty"` // JSON as it came, to the byte
	Input    map[string]string `json:"input"`
	Outcome  string            `json:"outcome"`
	Mistake  string            `json:"mistake,omitempty"`
}

func (a *attempt) valid() bool {
	return a.Exercise != "" && (a.Outcome == correct || a.Outcome == wrong) &&
		(a.Params == "" || json.Valid([]byte(a.Params)))
}

func (a *attempt) write(ctx context.Context, tx *sql.Tx, e entry) error {
	input, err := json.Marshal(a.Input)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx,
		`INSERT INTO attempt (exercise, seed, input, outcome, mistake, tried_at, params, revealed)
		VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,
			EXISTS (SELECT 1 FROM solution WHERE exercise = ?1 AND seed = ?2 AND NOT (?8 AND shown_at > ?6)))`,
		a.Exercise, int64(a.Seed), string(input), a.Outcome, a.Mistake, e.Time,
		sql.NullString{String: a.Params, Valid: a.Params != ""}, e.late)
	return err
}

func (a *attempt) add(sum *Summary, e entry) {
	x := sum.Exercises[a.Exercise]
	x.Attempts++
	sum.Attempts++
	if a.Outcome == correct {
		x.Correct++
		if !x.Solved && !slices.Contains(x.Shown, a.Seed) {
			x.Solved = true
			sum.Solved++
		}
	}
	if a.Mistake != "" {
		x.LastMistake = a.Mistake
	}
	x.LastTried = timeOf(e.Time)
	sum.Exercises[a.Exercise] = x
}

// solution is a variant whose solution was shown.
type solution struct {
	Exercise string `json:"exercise"`
	Seed     uint64 `json:"seed"`
}

func (v *solution) valid() bool { return v.Exercise != "" }

func (v *solution) write(ctx context.Context, tx *sql.Tx, e entry) error {
	_, err := tx.ExecContext(ctx,
		`INSERT INTO solution (exercise, seed, shown_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
		v.Exercise, int64(v.Seed), e.Time)
	return err
}

func (v *solution) add(sum *Summary, _ entry) {
	x := sum.Exercises[v.Exercise]
	if !slices.Contains(x.Shown, v.Seed) {
		x.Shown = append(slices.Clip(x.Shown), v.Seed)
	}
	sum.Exercises[v.Exercise] = x
}

// The kinds of answers that a page asks for.
const (
	prediction  = "predict"
	observation = "saw"
	task        = "task"
)

// answer is what the learner answered to a question of a page, or that a task
// of it is done.
type answer struct {
	Lecture string `json:"lecture"`
	Kind    string `json:"kind"`
	ID      string `json:"id"` // its own among those of a kind in a lecture
	Choice
}

func (a *answer) valid() bool {
	return a.Lecture != "" && a.ID != "" && (a.Kind == prediction || a.Kind == observation || a.Kind == task)
}

func (a *answer) write(ctx context.Context, tx *sql.Tx, e entry) error {
	_, err := tx.ExecContext(ctx,
		`INSERT INTO answer (lecture, kind, id, option, is_right, answered_at) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT DO NOTHING`, a.Lecture, a.Kind, a.ID, a.Option, a.Right, e.Time)
	return err
}

func (a *answer) add(sum *Summary, _ entry) {
	l := sum.lecture(a.Lecture)
	switch a.Kind {
	case prediction:
		l.Predicted = withFirst(l.Predicted, a.ID, a.Choice)
	case observation:
		l.Saw = withFirst(l.Saw, a.ID, a.Choice)
	case task:
		if !slices.Contains(l.Tasks, a.ID) {
			l.Tasks = append(slices.Clip(l.Tasks), a.ID)
		}
	}
	sum.Lectures[a.Lecture] = l
}

// withFirst returns a copy of the choices with another one, unless there is
// one by that id already.
func withFirst(choices map[string]Choice, id string, c Choice) map[string]Choice {
	if _, made := choices[id]; made {
		return choices
	}
	more := map[string]Choice{id: c}
	maps.Copy(more, choices)
	return more
}

// setting is what the learner has set.
type setting struct {
	Name  Setting `json:"name"`
	Value string  `json:"value"`
}

func (v *setting) valid() bool { return v.Name != "" }

func (v *setting) write(ctx context.Context, tx *sql.Tx, e entry) error {
	_, err := tx.ExecContext(ctx,
		`INSERT OR REPLACE INTO setting (name, value, set_at) SELECT ?1, ?2, ?3
		WHERE NOT (?4 AND EXISTS (SELECT 1 FROM setting WHERE name = ?1 AND set_at > ?3))`,
		string(v.Name), v.Value, e.Time, e.late)
	if err != nil {
		return fmt.Errorf("keep the setting %s: %w", v.Name, err)
	}
	return nil
}

func (v *setting) add(sum *Summary, _ entry) { sum.Settings[v.Name] = v.Value }
