package progress_test

import (
	"encoding/json"
	"math"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"hakseup/exercises"
	"hakseup/exercises/progress"
)

func TestEverythingSurvivesAReopening(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "new", "data #1? [50%]*")
	s := openQuietly(t, dir, clock())
	for _, p := range []progress.Place{
		{Lecture: "06-softmax-loss", Page: "shift"},
		{Lecture: "06-softmax-loss", Page: "scores"},
		{Lecture: "04-perceptron", Page: "xor"},
		{Lecture: "02-vectors-matrices", Page: "shadow"},
		{Lecture: "06-softmax-loss", Page: "shift"},
	} {
		s.Visit(p)
	}
	s.Set(progress.Language, "ko")
	s.Set(progress.Language, "en")
	s.Predict("06-softmax-loss", "shift", progress.Choice{Option: 1, Right: true})
	s.Predict("06-softmax-loss", "shift", progress.Choice{Option: 2})
	s.Predict("06-softmax-loss", "smooth", progress.Choice{})
	s.Saw("06-softmax-loss", "shift", progress.Choice{Option: 3})
	s.Saw("06-softmax-loss", "shift", progress.Choice{Option: 1, Right: true})
	s.DoTask("04-perceptron", "and")
	s.DoTask("04-perceptron", "and")
	s.DoTask("04-perceptron", "or")
	keep(t, s, "practice-1", 0, exercises.Wrong, "transposed")
	keep(t, s, "practice-1", math.MaxUint64, exercises.Correct, "")
	keep(t, s, "06/ratio", 1, exercises.Wrong, "")
	unsaved := s.Summary()
	save(t, s)
	saved := s.Summary()
	closeStore(t, s)

	want := progress.Summary{
		Last: &progress.Place{Lecture: "06-softmax-loss", Page: "shift"},
		Lectures: map[string]progress.Lecture{
			"02-vectors-matrices": {Read: []string{"shadow"}, Page: "shadow"},
			"04-perceptron":       {Read: []string{"xor"}, Page: "xor", Tasks: []string{"and", "or"}},
			"06-softmax-loss": {
				Read: []string{"scores", "shift"}, Page: "shift",
				Predicted: map[string]progress.Choice{"shift": {Option: 1, Right: true}, "smooth": {}},
				Saw:       map[string]progress.Choice{"shift": {Option: 3}},
				Recalled:  map[string][]progress.Recall{"smooth": {{Time: noon}}},
			},
		},
		Exercises: map[string]progress.Exercise{
			"practice-1": {
				Attempts: 2, Correct: 1, Solved: true, LastMistake: "transposed", LastTried: noon,
				Tries: []progress.Try{{Mistake: "transposed", Time: noon}, {Seed: math.MaxUint64, Right: true, Share: 1, Time: noon}},
			},
			"06/ratio": {Attempts: 1, LastTried: noon, Tries: []progress.Try{{Seed: 1, Time: noon}}},
		},
		Spent:     map[string]time.Duration{},
		Settings:  map[progress.Setting]string{progress.Language: "en"},
		PagesRead: 4, Attempts: 3, Solved: 1,
	}
	s = openQuietly(t, dir)
	if got := s.Summary(); !reflect.DeepEqual(got, want) {
		t.Errorf("summary\n got %+v\nwant %+v", got, want)
	}
	want.Lectures["06-softmax-loss"].Read[0], want.Lectures["06-softmax-loss"].Read[1] = "shift", "scores"
	if !reflect.DeepEqual(unsaved, want) || !reflect.DeepEqual(saved, want) {
		t.Errorf("before it was saved\n got %+v\nthen %+v\nwant %+v", unsaved, saved, want)
	}
	attempts, err := s.Attempts(t.Context(), "practice-1")
	check(t, err)
	wantAttempts := []progress.Attempt{
		{Exercise: "practice-1", Input: map[string]string{"x": "1"}, Outcome: exercises.Wrong, Mistake: "transposed", Time: noon},
		{Exercise: "practice-1", Seed: math.MaxUint64, Input: map[string]string{"x": "1"}, Outcome: exercises.Correct, Share: 1, Time: noon},
	}
	if !reflect.DeepEqual(attempts, wantAttempts) {
		t.Errorf("attempts\n got %+v\nwant %+v", attempts, wantAttempts)
	}
}

func TestARevealedVariantEarnsNoMark(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openQuietly(t, dir)
	s.ShowSolution("06/softmax", 7)
	s.ShowSolution("06/softmax", 7)
	keep(t, s, "06/softmax", 7, exercises.Correct, "")
	save(t, s)
	for _, sum := range []progress.Summary{s.Summary(), again(t, dir)} {
		e := sum.Exercises["06/softmax"]
		if e.Solved || e.Attempts != 1 || e.Correct != 1 || !reflect.DeepEqual(e.Shown, []uint64{7}) {
			t.Errorf("after copying the solution: %+v, want one right attempt and not solved", e)
		}
	}
	keep(t, s, "06/softmax", 8, exercises.Correct, "")
	s.ShowSolution("06/softmax", 8) // afterwards: takes nothing away
	save(t, s)
	for _, sum := range []progress.Summary{s.Summary(), again(t, dir)} {
		if e := sum.Exercises["06/softmax"]; !e.Solved || sum.Solved != 1 {
			t.Errorf("after solving a fresh variant: %+v, %d solved", e, sum.Solved)
		}
	}
	attempts, err := s.Attempts(t.Context(), "06/softmax")
	check(t, err)
	if len(attempts) != 2 || !attempts[0].Revealed || attempts[1].Revealed {
		t.Errorf("revealed: %+v, want the first alone", attempts)
	}
}

func TestTheDrawnParametersAreKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openQuietly(t, dir, clock())
	a := progress.Attempt{Exercise: "06/softmax", Seed: 7, Outcome: exercises.Wrong}
	want := []json.RawMessage{nil, json.RawMessage(`{"z":[0.2, -1.5],"n":12345678901234567890}`), json.RawMessage(`null`)}
	for _, a.Params = range want {
		check(t, s.AddAttempt(a))
	}
	a.Params = json.RawMessage(`{"z":`)
	if err := s.AddAttempt(a); err == nil {
		t.Error("half a piece of JSON was kept")
	}
	save(t, s)
	closeStore(t, s)
	attempts, err := openQuietly(t, dir).Attempts(t.Context(), "06/softmax")
	check(t, err)
	for i := range max(len(attempts), len(want)) {
		if len(attempts) != len(want) || !reflect.DeepEqual(attempts[i].Params, want[i]) {
			t.Fatalf("kept %+v, want the parameters %s", attempts, want)
		}
	}
}

func TestAnUngradedAnswerIsNoAttempt(t *testing.T) {
	t.Parallel()
	s := openQuietly(t, t.TempDir())
	keep(t, s, "practice-1", 0, exercises.Ungraded, "")
	if sum := s.Summary(); s.Unsaved() != 0 || sum.Attempts != 0 || len(sum.Exercises) != 0 {
		t.Errorf("kept: %+v", sum)
	}
}

func TestTheLastPlaceFollowsTheOrderOfWritingNotTheClock(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	hours := 0
	s := openQuietly(t, dir, progress.WithClock(func() time.Time {
		hours--
		return noon.Add(time.Duration(hours) * time.Hour)
	}))
	for _, lecture := range []string{"02-a", "04-b", "02-a", "06-c"} {
		s.Visit(progress.Place{Lecture: lecture, Page: "p"})
		save(t, s)
	}
	if last := again(t, dir).Last; last == nil || last.Lecture != "06-c" {
		t.Errorf("last place %+v, want 06-c", last)
	}
}

func TestSummaryAsJSON(t *testing.T) {
	t.Parallel()
	s := openQuietly(t, t.TempDir(), clock())
	got, err := json.Marshal(s.Summary())
	check(t, err)
	const empty = `{"last":null,"lectures":{},"exercises":{},"pages_read":0,"attempts":0,"solved":0}`
	if string(got) != empty {
		t.Errorf("empty\n got %s\nwant %s", got, empty)
	}
	s.Visit(progress.Place{Lecture: "04-perceptron", Page: "xor"})
	keep(t, s, "practice-1", 0, exercises.Wrong, "transposed")
	got, err = json.Marshal(s.Summary())
	check(t, err)
	const want = `{"last":{"lecture":"04-perceptron","page":"xor"},"lectures":{"04-perceptron":{"read":["xor"],"page":"xor"}},` +
		`"exercises":{"practice-1":{"attempts":1,"correct":0,"solved":false,"last_mistake":"transposed",` +
		`"last_tried":"2026-11-23T15:45:00Z"}},"pages_read":1,"attempts":1,"solved":0}`
	if string(got) != want {
		t.Errorf("one attempt\n got %s\nwant %s", got, want)
	}
}

// TestTheTotalsAgree holds what is counted while it is in memory against what
// the database counts, and against what it counts when its totals are gone.
func TestTheTotalsAgree(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openQuietly(t, dir, ticking())
	var inMemory progress.Summary
	for _, n := range []int{400, 1, 30, 100} {
		history(s, n)
		inMemory = s.Summary()
		save(t, s)
		if got := s.Summary(); !reflect.DeepEqual(got, inMemory) {
			t.Errorf("saved\n got %+v\nwant %+v", got, inMemory)
		}
	}
	closeStore(t, s)
	path := filepath.Join(dir, "progress.db")
	for _, damage := range []string{
		"SELECT 1", "DROP TABLE total", "DROP TRIGGER total_of_attempts", "DROP TRIGGER total_of_attempts; DROP TABLE total",
		"DROP TRIGGER total_of_attempts; UPDATE total SET attempts = 7, last_mistake = 'x'",
	} {
		runSQL(t, path, damage)
		if got := again(t, dir); !reflect.DeepEqual(got, inMemory) {
			t.Errorf("after %s\n got %+v\nwant %+v", damage, got, inMemory)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	for b.Loop() {
		s := progress.Open(dir, nil)
		if err := s.Save(b.Context()); err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkVisit measures, with 100,000 attempts in the file, what it takes to
// know them, and a page turn: what the key waits for, and what it costs besides.
func BenchmarkVisit(b *testing.B) {
	const attempts = 100_000
	dir := b.TempDir()
	s := progress.Open(dir, nil)
	defer func() { _ = s.Close() }()
	for range attempts {
		if err := s.AddAttempt(progress.Attempt{Exercise: "practice-1", Outcome: exercises.Wrong}); err != nil {
			b.Fatal(err)
		}
	}
	if err := s.Save(b.Context()); err != nil {
		b.Fatal(err)
	}
	visit := func() { s.Visit(progress.Place{Lecture: "06-softmax-loss", Page: "ratio"}) }
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			another := progress.Open(dir, nil)
			if err := another.Save(b.Context()); err != nil {
				b.Fatal(err)
			}
			if n := another.Summary().Attempts; n != attempts {
				b.Fatalf("%d attempts are there", n)
			}
			if err := another.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("key", func(b *testing.B) {
		for b.Loop() {
			visit()
		}
	})
	b.Run("whole", func(b *testing.B) {
		for b.Loop() {
			visit()
			if err := s.Save(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
