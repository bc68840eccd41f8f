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
	ID       string    `json:"id,omitempty"` // no other event of any program has it
	Time     int64     `json:"time"`         // milliseconds since 1970 UTC
	Visit    *Place    `json:"visit,omitempty"`
	Attempt  *attempt  `json:"attempt,omitempty"`
	Solution *solution `json:"solution,omitempty"`
	Answer   *answer   `json:"answer,omitempty"`
	Setting  *setting  `json:"setting,omitempty"`
	Recall   *recall   `json:"recall,omitempty"`
	Spell    *spell    `json:"spell,omitempty"`

	number int // counts the events of this program
	// late is set for what another program could not save: it may be older
	// than what is in the database.
	late bool
	// imported is set for what comes out of an exported file: it may be in the
	// database already, and is known by what it says.
	imported bool
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
	if e.Recall != nil {
		found = append(found, e.Recall)
	}
	if e.Spell != nil {
		found = append(found, e.Spell)
	}
	if len(found) != 1 || !found[0].valid() {
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
		`INSERT INTO page (lecture, page, read_at) VALUES (?, ?, ?)
		ON CONFLICT DO UPDATE SET read_at = min(read_at, excluded.read_at)`, p.Lecture, p.Page, e.Time)
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
	Hints    int               `json:"hints,omitempty"`
	Share    *float64          `json:"share,omitempty"` // nil where that is not known
}

func (a *attempt) valid() bool {
	return a.Exercise != "" && (a.Outcome == correct || a.Outcome == wrong) &&
		(a.Params == "" || json.Valid([]byte(a.Params))) &&
		a.Hints >= 0 && (a.Share == nil || *a.Share >= 0 && *a.Share <= 1)
}

func (a *attempt) write(ctx context.Context, tx *sql.Tx, e entry) error {
	input, err := json.Marshal(a.Input)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx,
		`INSERT INTO attempt (exercise, seed, input, outcome, mistake, tried_at, params, revealed, hints, share)
		SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7,
			EXISTS (SELECT 1 FROM solution WHERE exercise = ?1 AND seed = ?2 AND NOT (?8 AND shown_at > ?6)), ?10, ?11
		WHERE NOT (?9 AND EXISTS (SELECT 1 FROM attempt WHERE exercise = ?1 AND seed = ?2 AND tried_at = ?6 AND input = ?3))`,
		a.Exercise, int64(a.Seed), string(input), a.Outcome, a.Mistake, e.Time,
		sql.NullString{String: a.Params, Valid: a.Params != ""}, e.late, e.imported, a.Hints, a.Share)
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
	x.Tries = append(x.Tries, Try{ // apart has seen to it that nobody else grows them
		Seed: a.Seed, Right: a.Outcome == correct, Mistake: a.Mistake, Hints: a.Hints,
		Share: a.share(), Revealed: slices.Contains(x.Shown, a.Seed), Time: timeOf(e.Time),
	})
	sum.Exercises[a.Exercise] = x
}

// share is what the attempt earned, as far as that is known.
func (a *attempt) share() float64 {
	switch {
	case a.Share != nil:
		return *a.Share
	case a.Outcome == correct:
		return 1
	}
	return 0
}

// solution is a variant whose solution was shown.
type solution struct {
	Exercise string `json:"exercise"`
	Seed     uint64 `json:"seed"`
}

func (v *solution) valid() bool { return v.Exercise != "" }

func (v *solution) write(ctx context.Context, tx *sql.Tx, e entry) error {
	_, err := tx.ExecContext(ctx,
		`INSERT INTO solution (exercise, seed, shown_at) VALUES (?, ?, ?)
		ON CONFLICT DO UPDATE SET shown_at = min(shown_at, excluded.shown_at)`,
		v.Exercise, int64(v.Seed), e.Time)
	return err
}

func (v *solution) add(sum *Summary, e entry) {
	x := sum.Exercises[v.Exercise]
	if !slices.Contains(x.Shown, v.Seed) {
		x.Shown = append(slices.Clip(x.Shown), v.Seed)
		x.ShownAt = append(slices.Clip(x.ShownAt), timeOf(e.Time))
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
		ON CONFLICT DO UPDATE SET option = excluded.option, is_right = excluded.is_right, answered_at = excluded.answered_at
		WHERE excluded.answered_at < answered_at`, a.Lecture, a.Kind, a.ID, a.Option, a.Right, e.Time)
	return err
}

func (a *answer) add(sum *Summary, e entry) {
	l := sum.lecture(a.Lecture)
	switch a.Kind {
	case prediction:
		if _, made := l.Predicted[a.ID]; !made && !a.Right {
			l.Recalled = withRecall(l.Recalled, a.ID, Recall{Time: timeOf(e.Time)})
		}
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

// recall is an answer to a prediction that was missed and came back as a
// question.
type recall struct {
	Lecture string `json:"lecture"`
	ID      string `json:"id"`
	Right   bool   `json:"right"`
}

func (r *recall) valid() bool { return r.Lecture != "" && r.ID != "" }

func (r *recall) write(ctx context.Context, tx *sql.Tx, e entry) error {
	_, err := tx.ExecContext(ctx,
		`INSERT INTO recall (lecture, id, is_right, answered_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		r.Lecture, r.ID, r.Right, e.Time)
	return err
}

func (r *recall) add(sum *Summary, e entry) {
	l := sum.lecture(r.Lecture)
	l.Recalled = withRecall(l.Recalled, r.ID, Recall{r.Right, timeOf(e.Time)})
	sum.Lectures[r.Lecture] = l
}

// withRecall returns a copy of the answers with another one to a question.
func withRecall(answers map[string][]Recall, id string, r Recall) map[string][]Recall {
	more := map[string][]Recall{}
	maps.Copy(more, answers)
	more[id] = append(slices.Clip(more[id]), r)
	return more
}

// spell is a stretch of time that was spent on a chapter. It ends where the
// entry says.
type spell struct {
	Chapter string `json:"chapter"`
	Began   int64  `json:"began"`
	Millis  int64  `json:"millis"`
}

func (p *spell) valid() bool { return p.Chapter != "" && p.Millis > 0 }

func (p *spell) write(ctx context.Context, tx *sql.Tx, _ entry) error {
	_, err := tx.ExecContext(ctx,
		`INSERT INTO spell (chapter, began_at, millis) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
		p.Chapter, p.Began, p.Millis)
	return err
}

func (p *spell) add(sum *Summary, _ entry) { sum.Spent[p.Chapter] += timeOf(p.Millis).Sub(timeOf(0)) }
