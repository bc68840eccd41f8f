package progress_test

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"hakseup/exercises"
	"hakseup/exercises/progress"
)

func TestEverythingSurvivesAReopening(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "new", "data #1? 50%")
	s := openQuietly(t, dir, clock())
	ctx := t.Context()
	for _, p := range []progress.Place{
		{Lecture: "06-softmax-loss", Page: 2},
		{Lecture: "06-softmax-loss", Page: 0},
		{Lecture: "06-softmax-loss", Page: 2},
		{Lecture: "02-vectors-matrices", Page: 1},
	} {
		check(t, s.ReadPage(ctx, p))
	}
	check(t, s.Leave(ctx, progress.Place{Lecture: "06-softmax-loss", Page: 4}))
	check(t, s.Leave(ctx, progress.Place{Lecture: "04-perceptron", Page: 3}))
	check(t, s.Leave(ctx, progress.Place{Lecture: "06-softmax-loss", Page: 2}))
	check(t, s.SetSetting(ctx, progress.Language, "ko"))
	check(t, s.SetSetting(ctx, progress.Language, "en"))
	add(t, s, "practice-1", 0, exercises.Wrong, "transposed")
	add(t, s, "practice-1", math.MaxUint64, exercises.Correct, "")
	add(t, s, "06/ratio", 1, exercises.Wrong, "")
	closeStore(t, s)

	s = openQuietly(t, dir)
	want := progress.Summary{
		Last: &progress.Place{Lecture: "06-softmax-loss", Page: 2},
		Lectures: map[string]progress.Lecture{
			"02-vectors-matrices": {Read: []int{1}},
			"04-perceptron":       {Read: []int{}, Page: 3},
			"06-softmax-loss":     {Read: []int{0, 2}, Page: 2},
		},
		Exercises: map[string]progress.Exercise{
			"practice-1": {Attempts: 2, Correct: 1, Solved: true, LastMistake: "transposed", LastTried: noon},
			"06/ratio":   {Attempts: 1, LastTried: noon},
		},
		PagesRead: 3, Attempts: 3, Solved: 1,
	}
	if got := summary(t, s); !reflect.DeepEqual(got, want) {
		t.Errorf("summary\n got %+v\nwant %+v", got, want)
	}
	for setting, want := range map[progress.Setting]string{progress.Language: "en", progress.Theme: ""} {
		got, err := s.Setting(ctx, setting)
		check(t, err)
		if got != want {
			t.Errorf("setting %s is %q, want %q", setting, got, want)
		}
	}
	attempts, err := s.Attempts(ctx, "practice-1")
	check(t, err)
	wantAttempts := []progress.Attempt{
		{Exercise: "practice-1", Input: map[string]string{"x": "1"}, Outcome: exercises.Wrong, Mistake: "transposed", Time: noon},
		{Exercise: "practice-1", Seed: math.MaxUint64, Input: map[string]string{"x": "1"}, Outcome: exercises.Correct, Time: noon},
	}
	if !reflect.DeepEqual(attempts, wantAttempts) {
		t.Errorf("attempts\n got %+v\nwant %+v", attempts, wantAttempts)
	}
}

func TestARevealedVariantEarnsNoMark(t *testing.T) {
	t.Parallel()
	s := openQuietly(t, t.TempDir())
	ctx := t.Context()
	check(t, s.ShowSolution(ctx, "06/softmax", 7))
	check(t, s.ShowSolution(ctx, "06/softmax", 7))
	for seed, want := range map[uint64]bool{7: true, 8: false} {
		got, err := s.SolutionShown(ctx, "06/softmax", seed)
		check(t, err)
		if got != want {
			t.Errorf("solution of seed %d shown: %v, want %v", seed, got, want)
		}
	}
	if a := add(t, s, "06/softmax", 7, exercises.Correct, ""); !a.Revealed {
		t.Error("an attempt after the solution is not marked as revealed")
	}
	if e := summary(t, s).Exercises["06/softmax"]; e.Solved || e.Attempts != 1 || e.Correct != 1 {
		t.Errorf("after copying the solution: %+v, want one right attempt and not solved", e)
	}
	if a := add(t, s, "06/softmax", 8, exercises.Correct, ""); a.Revealed {
		t.Error("a fresh seed is marked as revealed")
	}
	check(t, s.ShowSolution(ctx, "06/softmax", 8)) // afterwards: takes nothing away
	sum := summary(t, s)
	if e := sum.Exercises["06/softmax"]; !e.Solved || sum.Solved != 1 {
		t.Errorf("after solving a fresh variant: %+v, %d solved", e, sum.Solved)
	}
}

func TestTheDrawnParametersAreKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := openQuietly(t, dir, clock())
	a := progress.Attempt{Exercise: "06/softmax", Seed: 7, Outcome: exercises.Wrong}
	want := []json.RawMessage{nil, json.RawMessage(`{"z":[0.2,-1.5],"n":12345678901234567890}`), json.RawMessage(`null`)}
	for _, a.Params = range want {
		_, err := s.AddAttempt(t.Context(), a)
		check(t, err)
	}
	a.Params = json.RawMessage(`{"z":`)
	if _, err := s.AddAttempt(t.Context(), a); err == nil {
		t.Error("half a piece of JSON was kept")
	}
	closeStore(t, s)
	attempts, err := openQuietly(t, dir).Attempts(t.Context(), "06/softmax")
	check(t, err)
	for i := range max(len(attempts), len(want)) {
		if len(attempts) != len(want) || !reflect.DeepEqual(attempts[i].Params, want[i]) {
			t.Fatalf("kept %+v, want the parameters %s", attempts, want)
		}
	}
}

func TestAnAttemptOfTheFirstVersionHasNoParameters(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	data, err := os.ReadFile("testdata/version-1.db")
	check(t, err)
	check(t, os.WriteFile(filepath.Join(dir, "progress.db"), data, 0o600))
	attempts, err := openQuietly(t, dir).Attempts(t.Context(), "practice-1")
	check(t, err)
	if len(attempts) != 2 || attempts[0].Params != nil || attempts[0].Input["mse"] != "0.523" || attempts[1].Outcome != exercises.Correct {
		t.Errorf("%+v", attempts)
	}
}

func TestAnUngradedAnswerIsNoAttempt(t *testing.T) {
	t.Parallel()
	s := openQuietly(t, t.TempDir())
	add(t, s, "practice-1", 0, exercises.Ungraded, "")
	if sum := summary(t, s); sum.Attempts != 0 || len(sum.Exercises) != 0 {
		t.Errorf("kept: %+v", sum)
	}
}

func TestTheLastPlaceFollowsTheOrderOfWritingNotTheClock(t *testing.T) {
	t.Parallel()
	hours := 0
	s := openQuietly(t, t.TempDir(), progress.WithClock(func() time.Time {
		hours--
		return noon.Add(time.Duration(hours) * time.Hour)
	}))
	for _, lecture := range []string{"02-a", "04-b", "02-a", "06-c"} {
		check(t, s.Leave(t.Context(), progress.Place{Lecture: lecture}))
	}
	if last := summary(t, s).Last; last == nil || last.Lecture != "06-c" {
		t.Errorf("last place %+v, want 06-c", last)
	}
}

func TestMemoryKeepsWhileOpen(t *testing.T) {
	t.Parallel()
	s, err := progress.OpenMemory(t.Context(), clock())
	check(t, err)
	defer closeStore(t, s)
	// An interrupted call must not cost the contents.
	add(t, s, "practice-1", 0, exercises.Correct, "")
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Summary(ended); err == nil {
		t.Error("Summary goes on after its context ended")
	}
	if sum := summary(t, s); sum.Solved != 1 || !sum.Exercises["practice-1"].LastTried.Equal(noon) {
		t.Errorf("summary %+v", sum)
	}
}

func TestSummaryAsJSON(t *testing.T) {
	t.Parallel()
	s := openQuietly(t, t.TempDir(), clock())
	got, err := json.Marshal(summary(t, s))
	check(t, err)
	const empty = `{"last":null,"lectures":{},"exercises":{},"pages_read":0,"attempts":0,"solved":0}`
	if string(got) != empty {
		t.Errorf("empty\n got %s\nwant %s", got, empty)
	}
	check(t, s.Leave(t.Context(), progress.Place{Lecture: "04-perceptron", Page: 1}))
	add(t, s, "practice-1", 0, exercises.Wrong, "transposed")
	got, err = json.Marshal(summary(t, s))
	check(t, err)
	const want = `{"last":{"lecture":"04-perceptron","page":1},"lectures":{"04-perceptron":{"read":[],"page":1}},` +
		`"exercises":{"practice-1":{"attempts":1,"correct":0,"solved":false,"last_mistake":"transposed",` +
		`"last_tried":"2026-11-23T15:45:00Z"}},"pages_read":0,"attempts":1,"solved":0}`
	if string(got) != want {
		t.Errorf("one attempt\n got %s\nwant %s", got, want)
	}
}

func TestOpenEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s, err := progress.Open(ctx, t.TempDir())
	if err == nil {
		closeStore(t, s)
		t.Fatal("Open succeeds after its context ended")
	}
}

func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	for b.Loop() {
		s, err := progress.Open(b.Context(), dir)
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAddAttempt(b *testing.B) {
	s, err := progress.Open(b.Context(), b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	for b.Loop() {
		if _, err := s.AddAttempt(b.Context(), progress.Attempt{Exercise: "practice-1", Outcome: exercises.Wrong}); err != nil {
			b.Fatal(err)
		}
	}
}
