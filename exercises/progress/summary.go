package progress

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Summary is how far the learner is.
type Summary struct {
	Last      *Place              `json:"last"`      // where the learner left; nil before the first page
	Lectures  map[string]Lecture  `json:"lectures"`  // by slug; those opened so far
	Exercises map[string]Exercise `json:"exercises"` // by id; those tried so far

	PagesRead int `json:"pages_read"`
	Attempts  int `json:"attempts"`
	Solved    int `json:"solved"` // number of exercises
}

// Lecture is how far the learner is in one lecture.
type Lecture struct {
	Read []int `json:"read"` // the pages read, counted from 0, in rising order
	Page int   `json:"page"` // where the learner left it
}

// Exercise is how far the learner is with one exercise, over all its seeds.
type Exercise struct {
	Attempts    int       `json:"attempts"`
	Correct     int       `json:"correct"`                // those right, with or without the solution
	Solved      bool      `json:"solved"`                 // right at least once without having seen the solution
	LastMistake string    `json:"last_mistake,omitempty"` // id of the latest known mistake
	LastTried   time.Time `json:"last_tried,omitzero"`
	Shown       []uint64  `json:"shown,omitempty"` // the seeds whose solution has been shown
}

// Summary returns how far the learner is. Its parts belong to one moment,
// whatever other programs write meanwhile.
func (s *Store) Summary(ctx context.Context) (Summary, error) {
	sum := Summary{Lectures: map[string]Lecture{}, Exercises: map[string]Exercise{}}
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return Summary{}, fmt.Errorf("read progress: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	for _, read := range []func(context.Context, *sql.Tx) error{
		sum.readPages, sum.readPlaces, sum.readAttempts, sum.readShown,
	} {
		if err := read(ctx, tx); err != nil {
			return Summary{}, fmt.Errorf("read progress: %w", err)
		}
	}
	return sum, nil
}

func (sum *Summary) readPages(ctx context.Context, tx *sql.Tx) error {
	return each(ctx, tx, `SELECT lecture, page FROM page ORDER BY lecture, page`, func(scan scanner) error {
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

func (sum *Summary) readPlaces(ctx context.Context, tx *sql.Tx) error {
	return each(ctx, tx, `SELECT lecture, page FROM place ORDER BY visit`, func(scan scanner) error {
		var p Place
		if err := scan(&p.Lecture, &p.Page); err != nil {
			return err
		}
		l := sum.Lectures[p.Lecture]
		l.Page = p.Page
		if l.Read == nil {
			l.Read = []int{}
		}
		sum.Lectures[p.Lecture] = l
		sum.Last = &p
		return nil
	})
}

func (sum *Summary) readAttempts(ctx context.Context, tx *sql.Tx) error {
	return each(ctx, tx, `SELECT exercise, outcome = 'correct', revealed, mistake, tried_at
		FROM attempt ORDER BY id`, func(scan scanner) error {
		var id, mistake string
		var correct, revealed bool
		var at int64
		if err := scan(&id, &correct, &revealed, &mistake, &at); err != nil {
			return err
		}
		e := sum.Exercises[id]
		e.Attempts++
		if correct {
			e.Correct++
		}
		if correct && !revealed && !e.Solved {
			e.Solved = true
			sum.Solved++
		}
		if mistake != "" {
			e.LastMistake = mistake
		}
		e.LastTried = timeOf(at)
		sum.Exercises[id] = e
		sum.Attempts++
		return nil
	})
}

func (sum *Summary) readShown(ctx context.Context, tx *sql.Tx) error {
	return each(ctx, tx, `SELECT exercise, seed FROM solution ORDER BY shown_at, seed`, func(scan scanner) error {
		var id string
		var seed int64
		if err := scan(&id, &seed); err != nil {
			return err
		}
		e := sum.Exercises[id]
		e.Shown = append(e.Shown, uint64(seed))
		sum.Exercises[id] = e
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
