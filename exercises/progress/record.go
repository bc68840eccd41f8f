package progress

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"time"

	"hakseup/exercises"
)

// Place is a page of a lecture.
type Place struct {
	Lecture string `json:"lecture"` // slug: "06-softmax-loss"
	Page    string `json:"page"`    // id: "cross-entropy"
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
	Mistake  string  // id of the known mistake, "" when there was none
	Hints    int     // how many were shown before it was answered
	Share    float64 // of the parts that were earned, from 0 to 1

	// Set by the store:

	Revealed bool      // the solution of this seed had been shown before: earns no mark
	Time     time.Time // in UTC, to the millisecond
}

// Choice is an option that the learner chose.
type Choice struct {
	Option int  `json:"option"` // counted from 0
	Right  bool `json:"right"`  // as the question stood then
}

// Setting names something that the learner has chosen.
type Setting string

// The settings.
const (
	Language Setting = "language" // a lang.Lang code
	Theme    Setting = "theme"
)

// Visit keeps that the learner has read a page, the first time, and is there,
// to go on from there next time.
func (s *Store) Visit(p Place) { s.keep(entry{Visit: &p}) }

// AddAttempt keeps a graded answer; an ungraded one is no attempt. The error
// says that its parameters are no JSON.
func (s *Store) AddAttempt(a Attempt) error {
	if a.Outcome == exercises.Ungraded {
		return nil
	}
	if a.Params != nil && !json.Valid(a.Params) {
		return fmt.Errorf("keep the attempt: the parameters %q are no JSON", a.Params)
	}
	if a.Outcome == exercises.Correct {
		a.Share = 1
	}
	s.keep(entry{Attempt: &attempt{
		a.Exercise, a.Seed, string(a.Params), maps.Clone(a.Input), outcomeName(a.Outcome), a.Mistake, a.Hints, &a.Share,
	}})
	return nil
}

// ShowSolution keeps that the solution of a variant has been shown. Attempts
// at the same seed earn no mark from then on.
func (s *Store) ShowSolution(exercise string, seed uint64) {
	s.keep(entry{Solution: &solution{exercise, seed}})
}

// Predict keeps what the learner predicted. The first answer counts.
func (s *Store) Predict(lecture, id string, c Choice) {
	s.keep(entry{Answer: &answer{lecture, prediction, id, c}})
}

// Saw keeps what the learner saw happen. The first answer counts.
func (s *Store) Saw(lecture, id string, c Choice) {
	s.keep(entry{Answer: &answer{lecture, observation, id, c}})
}

// DoTask keeps that a task is done. The first time counts.
func (s *Store) DoTask(lecture, id string) {
	s.keep(entry{Answer: &answer{lecture, task, id, Choice{Right: true}}})
}

// Recall keeps how a prediction that was missed was answered when it came back.
func (s *Store) Recall(lecture, id string, right bool) {
	s.keep(entry{Recall: &recall{lecture, id, right}})
}

// Spend keeps that time was spent on a chapter, up to now.
func (s *Store) Spend(chapter string, d time.Duration) {
	if ms := d.Milliseconds(); ms > 0 {
		s.keep(entry{Spell: &spell{chapter, s.now().UnixMilli() - ms, ms}})
	}
}

// Set keeps what the learner has chosen.
func (s *Store) Set(name Setting, value string) { s.keep(entry{Setting: &setting{name, value}}) }

// attempts reads every attempt at an exercise.
func attempts(ctx context.Context, db rowser, exercise string) ([]Attempt, error) {
	var all []Attempt
	err := each(ctx, db,
		`SELECT seed, params, input, outcome, mistake, revealed, tried_at, hints, coalesce(share, outcome = 'correct')
		FROM attempt WHERE exercise = ? ORDER BY tried_at, id`,
		func(scan scanner) error {
			a := Attempt{Exercise: exercise}
			var seed, at int64
			var params sql.NullString
			var outcome, input string
			if err := scan(&seed, &params, &input, &outcome, &a.Mistake, &a.Revealed, &at, &a.Hints, &a.Share); err != nil {
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

func timeOf(millis int64) time.Time { return time.UnixMilli(millis).UTC() }

// The outcomes as they are written in the file.
const (
	wrong   = "wrong"
	correct = "correct"
)

func outcomeName(o exercises.Outcome) string {
	if o == exercises.Correct {
		return correct
	}
	return wrong
}

func outcomeOf(name string) exercises.Outcome {
	if name == correct {
		return exercises.Correct
	}
	return exercises.Wrong
}
