package progress

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"
	"unicode/utf8"

	"hakseup/lessons/lang"
)

// An exported file has everything that the learner did as one JSON object. Its
// events are those of the journal, without ids: what an event says is what it
// is known by, so that a file can be merged any number of times, and two
// machines that merge each other's files agree.
type export struct {
	Format  string  `json:"format"`
	Version int     `json:"version"`
	Events  []entry `json:"events"`
}

const (
	exportFormat  = "hakseup progress"
	exportVersion = 1

	// What an imported file may have at most.
	mostBytes = 64 << 20
	mostText  = 10_000 // bytes of a name or an answer
	// mostAhead is how far another machine's clock may be ahead.
	mostAhead = 48 * time.Hour
)

// FileError says in the learner's words why a file cannot be imported.
type FileError struct{ What lang.Text }

func (e *FileError) Error() string { return e.What.EN }

// Export writes everything that the learner did, settings aside: they belong
// to the machine.
func (s *Store) Export(ctx context.Context, to io.Writer) error {
	if err := s.Save(ctx); err != nil {
		return err
	}
	s.saving.Lock()
	entries, err := readEntries(ctx, s.db)
	s.saving.Unlock()
	if err != nil {
		return err
	}
	e := json.NewEncoder(to)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	return e.Encode(export{exportFormat, exportVersion, entries})
}

// Import merges what an exported file has into what is there, all of it or
// nothing, and returns how many events were new. A *FileError says what is
// wrong with the file.
func (s *Store) Import(ctx context.Context, from io.Reader) (fresh int, err error) {
	entries, err := readExport(from, s.now())
	if err != nil {
		return 0, err
	}
	return s.merge(ctx, entries)
}

// ReadAttempts returns the attempts of an exported file, in the order of time,
// without any store.
func ReadAttempts(from io.Reader, now time.Time) ([]Attempt, error) {
	entries, err := readExport(from, now)
	if err != nil {
		return nil, err
	}
	var all []Attempt
	for _, e := range entries {
		if a := e.Attempt; a != nil {
			all = append(all, Attempt{
				Exercise: a.Exercise, Seed: a.Seed, Params: json.RawMessage(a.Params), Input: a.Input,
				Outcome: outcomeOf(a.Outcome), Mistake: a.Mistake, Hints: a.Hints, Share: a.share(), Time: timeOf(e.Time),
			})
		}
	}
	return all, nil
}

// readExport reads and checks an exported file. Solutions come first: what was
// tried after them earns no mark.
func readExport(from io.Reader, now time.Time) ([]entry, error) {
	text, err := io.ReadAll(io.LimitReader(from, mostBytes+1))
	if err != nil {
		return nil, err
	}
	if len(text) > mostBytes || !utf8.Valid(text) {
		return nil, foreign()
	}
	var head struct {
		Format  string            `json:"format"`
		Version int               `json:"version"`
		Events  []json.RawMessage `json:"events"`
	}
	if json.Unmarshal(text, &head) != nil || head.Format != exportFormat || head.Version < 1 {
		return nil, foreign()
	}
	if head.Version > exportVersion {
		return nil, &FileError{lang.Sprintf("더 새로운 버전의 hakseup이 내보낸 파일이에요(형식 %[1]d). 새 버전으로 가져와 주세요.",
			"A later version of hakseup exported this file (format %[1]d). Import it with that version.", head.Version)}
	}
	entries := make([]entry, 0, len(head.Events))
	for i, raw := range head.Events {
		e, ok := readEvent(raw, now)
		if !ok {
			return nil, &FileError{lang.Sprintf("파일의 %[1]d번째 기록을 이해하지 못했어요. 아무것도 가져오지 않았어요.",
				"Event %[1]d of the file makes no sense. Nothing was imported.", i+1)}
		}
		entries = append(entries, e)
	}
	slices.SortStableFunc(entries, byTime)
	return entries, nil
}

func foreign() error {
	return &FileError{lang.T("hakseup export로 만든 파일이 아니에요.", "This is no file that hakseup export has written.")}
}

// readEvent reads an event of a file that anybody may have written.
func readEvent(raw json.RawMessage, now time.Time) (entry, bool) {
	var e entry
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if d.Decode(&e) != nil || e.ID != "" || e.Setting != nil || e.Time <= 0 || timeOf(e.Time).After(now.Add(mostAhead)) {
		return entry{}, false
	}
	if e.event() == nil || !e.modest() {
		return entry{}, false
	}
	e.late, e.imported = true, true
	return e, true
}

// modest reports whether all texts of an entry are of a size that somebody
// may have typed.
func (e entry) modest() bool {
	var texts []string
	if e.Visit != nil {
		texts = append(texts, e.Visit.Lecture, e.Visit.Page)
	}
	if a := e.Attempt; a != nil {
		texts = append(texts, a.Exercise, a.Mistake, a.Params)
		for id, typed := range a.Input {
			texts = append(texts, id, typed)
		}
	}
	if e.Solution != nil {
		texts = append(texts, e.Solution.Exercise)
	}
	if e.Answer != nil {
		texts = append(texts, e.Answer.Lecture, e.Answer.ID)
	}
	if e.Recall != nil {
		texts = append(texts, e.Recall.Lecture, e.Recall.ID)
	}
	if e.Spell != nil {
		texts = append(texts, e.Spell.Chapter)
	}
	return !slices.ContainsFunc(texts, func(t string) bool { return len(t) > mostText }) &&
		(e.Spell == nil || e.Spell.Millis <= (24*time.Hour).Milliseconds())
}

// byTime orders entries by time, solutions before what was tried after them.
func byTime(a, b entry) int {
	first := func(e entry) int {
		if e.Solution != nil {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(a.Time, b.Time))
}

// merge adds entries to the database in one transaction.
func (s *Store) merge(ctx context.Context, entries []entry) (fresh int, err error) {
	if err := s.Save(ctx); err != nil {
		return 0, err
	}
	s.saving.Lock()
	defer s.saving.Unlock()
	err = s.inTransaction(ctx, func(tx *sql.Tx) error {
		before, err := countEvents(ctx, tx)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := e.event().write(ctx, tx, e); err != nil {
				return err
			}
		}
		after, err := countEvents(ctx, tx)
		if err != nil {
			return err
		}
		fresh = after - before
		// Which attempts came after the solution is known only now.
		_, err = tx.ExecContext(ctx, `UPDATE attempt SET revealed = EXISTS (SELECT 1 FROM solution s
			WHERE s.exercise = attempt.exercise AND s.seed = attempt.seed AND s.shown_at <= attempt.tried_at);`+totals)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("merge: %w", err)
	}
	return fresh, s.lookAgain(ctx)
}

// inTransaction changes the database as a whole.
func (s *Store) inTransaction(ctx context.Context, change func(*sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // does nothing after Commit
	if err := change(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// lookAgain reads how far the learner is after a change that is no event.
func (s *Store) lookAgain(ctx context.Context) error {
	s.version = 0
	return asDamage(s.look(ctx))
}

func countEvents(ctx context.Context, tx *sql.Tx) (n int, err error) {
	err = tx.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM page) + (SELECT count(*) FROM place)
		+ (SELECT count(*) FROM attempt) + (SELECT count(*) FROM solution) + (SELECT count(*) FROM answer)
		+ (SELECT count(*) FROM recall) + (SELECT count(*) FROM spell)`).Scan(&n)
	return n, err
}

// readEntries reads everything that the learner did as events.
func readEntries(ctx context.Context, db rowser) ([]entry, error) {
	all := []entry{}
	for _, read := range []func(context.Context, rowser) ([]entry, error){
		visitEntries, attemptEntries, solutionEntries, answerEntries, recallEntries, spellEntries,
	} {
		some, err := read(ctx, db)
		if err != nil {
			return nil, fmt.Errorf("read what is there: %w", err)
		}
		all = append(all, some...)
	}
	slices.SortStableFunc(all, byTime)
	return all, nil
}

func visitEntries(ctx context.Context, db rowser) (all []entry, err error) {
	err = each(ctx, db, `SELECT lecture, page, read_at AS at FROM page UNION SELECT lecture, page, left_at FROM place
		ORDER BY at, lecture, page`, func(scan scanner) error {
		e := entry{Visit: &Place{}}
		err := scan(&e.Visit.Lecture, &e.Visit.Page, &e.Time)
		all = append(all, e)
		return err
	})
	return all, err
}

func attemptEntries(ctx context.Context, db rowser) (all []entry, err error) {
	err = each(ctx, db, `SELECT exercise, seed, params, input, outcome, mistake, hints, share, tried_at
		FROM attempt ORDER BY tried_at, id`, func(scan scanner) error {
		e := entry{Attempt: &attempt{}}
		a := e.Attempt
		var params sql.NullString
		var seed int64
		var input string
		if err := scan(&a.Exercise, &seed, &params, &input, &a.Outcome, &a.Mistake, &a.Hints, &a.Share, &e.Time); err != nil {
			return err
		}
		a.Seed, a.Params = uint64(seed), params.String
		all = append(all, e)
		return json.Unmarshal([]byte(input), &a.Input)
	})
	return all, err
}

func solutionEntries(ctx context.Context, db rowser) (all []entry, err error) {
	err = each(ctx, db, `SELECT exercise, seed, shown_at FROM solution`, func(scan scanner) error {
		e := entry{Solution: &solution{}}
		var seed int64
		err := scan(&e.Solution.Exercise, &seed, &e.Time)
		e.Solution.Seed = uint64(seed)
		all = append(all, e)
		return err
	})
	return all, err
}

func answerEntries(ctx context.Context, db rowser) (all []entry, err error) {
	err = each(ctx, db, `SELECT lecture, kind, id, option, is_right, answered_at FROM answer`, func(scan scanner) error {
		e := entry{Answer: &answer{}}
		a := e.Answer
		err := scan(&a.Lecture, &a.Kind, &a.ID, &a.Option, &a.Right, &e.Time)
		all = append(all, e)
		return err
	})
	return all, err
}

func recallEntries(ctx context.Context, db rowser) (all []entry, err error) {
	err = each(ctx, db, `SELECT lecture, id, is_right, answered_at FROM recall`, func(scan scanner) error {
		e := entry{Recall: &recall{}}
		err := scan(&e.Recall.Lecture, &e.Recall.ID, &e.Recall.Right, &e.Time)
		all = append(all, e)
		return err
	})
	return all, err
}

func spellEntries(ctx context.Context, db rowser) (all []entry, err error) {
	err = each(ctx, db, `SELECT chapter, began_at, millis, began_at + millis FROM spell`, func(scan scanner) error {
		e := entry{Spell: &spell{}}
		err := scan(&e.Spell.Chapter, &e.Spell.Began, &e.Spell.Millis, &e.Time)
		all = append(all, e)
		return err
	})
	return all, err
}
