package progress

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"time"
)

// Summary is how far the learner is.
type Summary struct {
	Last      *Place              `json:"last"`      // where the learner left; nil before the first page
	Lectures  map[string]Lecture  `json:"lectures"`  // by slug; those opened so far
	Exercises map[string]Exercise `json:"exercises"` // by id; those tried so far

	Settings map[Setting]string       `json:"-"` // what the learner has chosen
	Spent    map[string]time.Duration `json:"-"` // by the slugs of the chapters

	PagesRead int `json:"pages_read"`
	Attempts  int `json:"attempts"`
	Solved    int `json:"solved"` // number of exercises
}

// Lecture is how far the learner is in one lecture.
type Lecture struct {
	Read []string `json:"read"` // the ids of the pages read, in the order in which they were
	Page string   `json:"page"` // where the learner left it

	Predicted map[string]Choice `json:"predicted,omitempty"` // by the ids of the questions
	Saw       map[string]Choice `json:"saw,omitempty"`
	Tasks     []string          `json:"tasks,omitempty"` // the ids of those done, in the order in which they were

	// Recalled has for every prediction that was missed how the learner has
	// answered it: then, and whenever it came back.
	Recalled map[string][]Recall `json:"recalled,omitempty"`
}

// Recall is an answer to a prediction that was missed.
type Recall struct {
	Right bool      `json:"right"`
	Time  time.Time `json:"time"`
}

// Exercise is how far the learner is with one exercise, over all its seeds.
type Exercise struct {
	Attempts    int       `json:"attempts"`
	Correct     int       `json:"correct"`                // those right, with or without the solution
	Solved      bool      `json:"solved"`                 // right at least once without having seen the solution
	LastMistake string    `json:"last_mistake,omitempty"` // id of the latest known mistake
	LastTried   time.Time `json:"last_tried,omitzero"`
	Shown       []uint64  `json:"shown,omitempty"` // the seeds whose solution has been shown

	ShownAt []time.Time `json:"-"` // when, in the order of Shown
	Tries   []Try       `json:"-"` // the last attempts, in the order of time
}

// Try is an attempt in brief.
type Try struct {
	Seed     uint64
	Right    bool
	Mistake  string  // id of the known mistake, "" when there was none
	Hints    int     // how many were shown
	Share    float64 // of the parts that were earned, from 0 to 1
	Revealed bool    // the solution had been shown: it earns no mark
	Time     time.Time
}

// Mark is what the attempt counts: nothing after the solution was shown.
func (t Try) Mark() float64 {
	if t.Revealed {
		return 0
	}
	return t.Share
}

// Marks returns the best and the latest mark, from 0 to 1.
func (e Exercise) Marks() (best, latest float64) {
	for _, t := range e.Tries {
		latest = t.Mark()
		best = max(best, latest)
	}
	return best, latest
}

func newSummary() Summary {
	return Summary{
		Lectures: map[string]Lecture{}, Exercises: map[string]Exercise{},
		Settings: map[Setting]string{}, Spent: map[string]time.Duration{},
	}
}

// with returns the summary after another event.
func (sum Summary) with(e entry) Summary {
	sum.Lectures, sum.Exercises = maps.Clone(sum.Lectures), maps.Clone(sum.Exercises)
	sum.Settings, sum.Spent = maps.Clone(sum.Settings), maps.Clone(sum.Spent)
	e.event().add(&sum, e)
	return sum
}

// apart returns the summary so that it and this one can go on from here, each by
// itself: the attempts of neither grow into those of the other.
func (sum Summary) apart() Summary {
	sum.Exercises = maps.Clone(sum.Exercises)
	for id, e := range sum.Exercises {
		e.Tries = slices.Clip(e.Tries)
		sum.Exercises[id] = e
	}
	return sum
}

// lecture returns how far the learner is in a lecture.
func (sum Summary) lecture(slug string) Lecture {
	l := sum.Lectures[slug]
	if l.Read == nil {
		l.Read = []string{}
	}
	return l
}

// readSummary reads how far the learner is. Its parts belong to one moment,
// whatever other programs write meanwhile.
func readSummary(ctx context.Context, db *sql.DB) (Summary, error) {
	sum := newSummary()
	tx, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return sum, fmt.Errorf("read progress: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	for _, read := range []func(context.Context, rowser) error{
		sum.readPages, sum.readPlaces, sum.readAnswers, sum.readRecalls, sum.readTotals, sum.readShown, sum.readTries, sum.readSpells, sum.readSettings,
	} {
		if err := read(ctx, tx); err != nil {
			return sum, fmt.Errorf("read progress: %w", err)
		}
	}
	return sum, nil
}

func (sum *Summary) readPages(ctx context.Context, db rowser) error {
	return each(ctx, db, `SELECT lecture, page FROM page ORDER BY lecture, read_at, page`, func(scan scanner) error {
		var p Place
		if err := scan(&p.Lecture, &p.Page); err != nil {
			return err
		}
		l := sum.Lectures[p.Lecture]
		l.Read = append(l.Read, p.Page)
		sum.Lectures[p.Lecture] = l
		sum.PagesRead++
		return nil
	})
}

func (sum *Summary) readPlaces(ctx context.Context, db rowser) error {
	return each(ctx, db, `SELECT lecture, page FROM place ORDER BY visit`, func(scan scanner) error {
		var p Place
		if err := scan(&p.Lecture, &p.Page); err != nil {
			return err
		}
		l := sum.lecture(p.Lecture)
		l.Page = p.Page
		sum.Lectures[p.Lecture] = l
		sum.Last = &p
		return nil
	})
}

func (sum *Summary) readAnswers(ctx context.Context, db rowser) error {
	return each(ctx, db, `SELECT lecture, kind, id, option, is_right, answered_at FROM answer ORDER BY answered_at, id`, func(scan scanner) error {
		var a answer
		var e entry
		if err := scan(&a.Lecture, &a.Kind, &a.ID, &a.Option, &a.Right, &e.Time); err != nil {
			return err
		}
		a.add(sum, e)
		return nil
	})
}

func (sum *Summary) readTotals(ctx context.Context, db rowser) error {
	return each(ctx, db, `SELECT exercise, attempts, correct, solved, last_mistake, last_tried FROM total`, func(scan scanner) error {
		var id string
		var e Exercise
		var at int64
		if err := scan(&id, &e.Attempts, &e.Correct, &e.Solved, &e.LastMistake, &at); err != nil {
			return err
		}
		e.LastTried = timeOf(at)
		sum.Exercises[id] = e
		sum.Attempts += e.Attempts
		if e.Solved {
			sum.Solved++
		}
		return nil
	})
}

func (sum *Summary) readShown(ctx context.Context, db rowser) error {
	return each(ctx, db, `SELECT exercise, seed, shown_at FROM solution ORDER BY shown_at, seed`, func(scan scanner) error {
		var v solution
		var seed, at int64
		if err := scan(&v.Exercise, &seed, &at); err != nil {
			return err
		}
		e := sum.Exercises[v.Exercise]
		e.Shown, e.ShownAt = append(e.Shown, uint64(seed)), append(e.ShownAt, timeOf(at))
		sum.Exercises[v.Exercise] = e
		return nil
	})
}

// lastTries is how many attempts at an exercise are looked at: more than anybody
// makes who learns, and few enough that a long history takes no time.
const lastTries = 100

// readTries reads the last attempts at each exercise in brief, out of an index
// alone.
func (sum *Summary) readTries(ctx context.Context, db rowser) error {
	for id := range sum.Exercises {
		if err := sum.readTriesOf(ctx, db, id); err != nil {
			return err
		}
	}
	return nil
}

func (sum *Summary) readTriesOf(ctx context.Context, db rowser, id string) error {
	var tries []Try
	err := each(ctx, db,
		`SELECT seed, outcome = 'correct', mistake, hints, coalesce(share, outcome = 'correct'), revealed, tried_at
		FROM attempt INDEXED BY attempt_in_brief WHERE exercise = ? ORDER BY tried_at DESC, id DESC LIMIT ?`, func(scan scanner) error {
			var t Try
			var seed, at int64
			if err := scan(&seed, &t.Right, &t.Mistake, &t.Hints, &t.Share, &t.Revealed, &at); err != nil {
				return err
			}
			t.Seed, t.Time = uint64(seed), timeOf(at)
			tries = append(tries, t)
			return nil
		}, id, lastTries)
	slices.Reverse(tries)
	e := sum.Exercises[id]
	e.Tries = tries
	sum.Exercises[id] = e
	return err
}

func (sum *Summary) readRecalls(ctx context.Context, db rowser) error {
	return each(ctx, db, `SELECT lecture, id, is_right, answered_at FROM recall ORDER BY answered_at, id`, func(scan scanner) error {
		var r recall
		var e entry
		if err := scan(&r.Lecture, &r.ID, &r.Right, &e.Time); err != nil {
			return err
		}
		r.add(sum, e)
		return nil
	})
}

func (sum *Summary) readSpells(ctx context.Context, db rowser) error {
	return each(ctx, db, `SELECT chapter, began_at, millis FROM spell ORDER BY began_at`, func(scan scanner) error {
		var p spell
		if err := scan(&p.Chapter, &p.Began, &p.Millis); err != nil {
			return err
		}
		p.add(sum, entry{})
		return nil
	})
}

func (sum *Summary) readSettings(ctx context.Context, db rowser) error {
	return each(ctx, db, `SELECT name, value FROM setting`, func(scan scanner) error {
		var v setting
		if err := scan(&v.Name, &v.Value); err != nil {
			return err
		}
		v.add(sum, entry{})
		return nil
	})
}

// scanner reads the columns of a row.
type scanner func(dest ...any) error

// rowser is a *sql.DB or a *sql.Tx.
type rowser interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// each calls f for every row of a query.
func each(ctx context.Context, db rowser, query string, f func(scanner) error, args ...any) error {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }() // Err says what went wrong
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}
