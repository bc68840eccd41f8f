package review_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"hakseup/exercises/bank"
	"hakseup/exercises/progress"
	"hakseup/exercises/review"
)

// monday is when the stories begin.
var monday = time.Date(2026, time.November, 23, 15, 0, 0, 0, time.UTC)

// day is an hour of a day after it.
func day(n int) time.Time { return monday.AddDate(0, 0, n) }

func course() review.Course {
	return review.Course{
		Has:      func(id string) bool { _, ok := bank.Find(id); return ok },
		Asks:     func(lecture, _ string) bool { return lecture != "gone" },
		Contains: bank.Contains, Mistake: bank.Mistake, Mistakes: bank.Mistakes,
	}
}

// learner makes a summary of what is said of exercises.
type learner map[string]progress.Exercise

func (l learner) try(id string, seed uint64, at time.Time, change ...func(*progress.Try)) learner {
	t := progress.Try{Seed: seed, Right: true, Share: 1, Time: at}
	for _, c := range change {
		c(&t)
	}
	x := l[id]
	x.Tries = append(x.Tries, t)
	l[id] = x
	return l
}

func wrong(mistake string) func(*progress.Try) {
	return func(t *progress.Try) { t.Right, t.Share, t.Mistake = false, 0, mistake }
}

func hinted(t *progress.Try) { t.Hints = 1 }

func (l learner) show(id string, seed uint64, at time.Time) learner {
	x := l[id]
	x.Shown, x.ShownAt = append(x.Shown, seed), append(x.ShownAt, at)
	l[id] = x
	return l
}

func (l learner) schedule() *review.Schedule {
	return review.New(progress.Summary{Exercises: l}, course())
}

// back returns after how many days an exercise comes back.
func (l learner) back(t *testing.T, id string, since time.Time) int {
	t.Helper()
	at, ok := l.schedule().Back(id)
	if !ok {
		t.Fatalf("%s never comes back", id)
	}
	return int(at.Sub(since).Round(time.Hour).Hours() / 24)
}

// TestHowWellItWentDecidesWhenItComesBack is the table of the grades.
func TestHowWellItWentDecidesWhenItComesBack(t *testing.T) {
	t.Parallel()
	const id = "06/softmax"
	later := monday.Add(5 * time.Minute)
	for name, c := range map[string]struct {
		l    learner
		want int
	}{
		"right at first":          {learner{}.try(id, 0, monday), 5},
		"right after a hint":      {learner{}.try(id, 0, monday, hinted), 2},
		"right after a mistake":   {learner{}.try(id, 0, monday, wrong("ratio")).try(id, 0, later), 2},
		"left wrong":              {learner{}.try(id, 0, monday, wrong("ratio")), 1},
		"solution shown":          {learner{}.show(id, 0, monday), 1},
		"right after solution":    {learner{}.show(id, 0, monday).try(id, 0, later, func(t *progress.Try) { t.Revealed = true }), 1},
		"fresh ones the same day": {learner{}.show(id, 0, monday).try(id, 1, later), 1},
		"solution after the mark": {learner{}.try(id, 0, monday).show(id, 0, later), 5},
		"again with the same":     {learner{}.try(id, 0, monday).try(id, 0, later, wrong("")), 5},
	} {
		if got := c.l.back(t, id, monday); got != c.want {
			t.Errorf("%s: back after %d days, want %d", name, got, c.want)
		}
	}
}

// TestIntervalsGrow does an exercise right whenever it is due: 5, 25 and
// 105 days are what FSRS gives for Good at 0.85, and then the longest there is
// and a day, because FSRS keeps the grades apart.
func TestIntervalsGrow(t *testing.T) {
	t.Parallel()
	l, now := learner{}, monday
	var got []int
	for seed := range uint64(4) {
		l.try("06/mse", seed, now)
		n := l.back(t, "06/mse", now)
		got = append(got, n)
		now = now.AddDate(0, 0, n)
	}
	if want := []int{5, 25, 105, 121}; !slices.Equal(got, want) {
		t.Errorf("intervals %d, want %d", got, want)
	}
}

// TestADayBeginsInTheMorning has an exercise come back on a day, not at an
// hour.
func TestADayBeginsInTheMorning(t *testing.T) {
	t.Parallel()
	s := learner{}.show("06/mse", 0, monday).schedule()
	for _, c := range []struct {
		at   time.Time
		want int
	}{
		{monday.Add(12 * time.Hour), 0}, // 3 at night
		{monday.Add(14 * time.Hour), 1}, {day(9), 1},
	} {
		if got := len(s.Due(c.at)); got != c.want {
			t.Errorf("%v: %d due, want %d", c.at, got, c.want)
		}
	}
}

// TestWhatContainsAnotherCreditsIt does 06/worked right, which has 06/softmax
// in it.
func TestWhatContainsAnotherCreditsIt(t *testing.T) {
	t.Parallel()
	l := learner{}.try("06/softmax", 0, monday).try("06/worked", 0, day(3))
	if got := l.back(t, "06/softmax", day(3)); got != 18 {
		t.Errorf("06/softmax comes back after %d days, want 18", got)
	}
	// What is not known is not credited, nor what is due much later, nor the same day.
	if _, known := l.schedule().Back("06/mse"); known {
		t.Error("06/mse comes back, and was never tried")
	}
	l = learner{}.try("06/softmax", 0, monday).try("06/worked", 0, monday.Add(time.Hour))
	if got := l.back(t, "06/softmax", monday); got != 5 {
		t.Errorf("on the same day 06/softmax moves to %d days", got)
	}
	l = learner{}.try("06/softmax", 0, monday).try("06/worked", 0, day(3), hinted)
	if got := l.back(t, "06/softmax", monday); got != 5 {
		t.Errorf("with a hint 06/softmax moves to %d days", got)
	}
}

// TestTheMistakeComesBack makes a mistake in one exercise: it comes back in
// another in which the same one can be made, with numbers for which it can.
func TestTheMistakeComesBack(t *testing.T) {
	t.Parallel()
	l := learner{}.try("06/worked", 0, monday, wrong("transposed")).try("06/worked", 0, monday.Add(time.Minute))
	l.try("02/matmul-finish", 0, monday)
	// The exercise itself is due after two days, the mistake after one.
	got := l.schedule().Due(day(1))
	want := []review.Item{{Exercise: "02/matmul-finish", Mistakes: []string{"transposed"}}}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("due %+v, want %+v", got, want)
	}
	ex, _ := bank.Find("02/matmul-finish")
	seed, v, err := course().Fresh(ex, l["02/matmul-finish"], want[0].Mistakes)
	if err != nil || seed == 0 || !slices.Contains(v.Mistakes(), "transposed") {
		t.Errorf("seed %d, mistakes %q, %v", seed, v.Mistakes(), err)
	}
	// Done without it, it stays away longer.
	l.try("02/matmul-finish", seed, day(1))
	if got := l.schedule().Due(day(1)); len(got) != 0 {
		t.Errorf("still due: %+v", got)
	}
	// Where nothing else has it, it comes back in the exercise itself.
	l = learner{}.try("10/twins", 0, monday, wrong("half")).try("10/twins", 0, monday.Add(time.Minute))
	if got := l.schedule().Due(day(1)); len(got) != 1 || got[0].Exercise != "10/twins" {
		t.Errorf("due %+v", got)
	}
}

// TestMissedPredictionsComeBack asks them again until they are known, and none
// that the course does not ask any more.
func TestMissedPredictionsComeBack(t *testing.T) {
	t.Parallel()
	answers := []progress.Recall{{Time: monday}}
	sum := progress.Summary{Lectures: map[string]progress.Lecture{
		"06-softmax-loss": {Recalled: map[string][]progress.Recall{"shift": answers}},
		"gone":            {Recalled: map[string][]progress.Recall{"x": answers}},
	}}
	want := []review.Item{{Lecture: "06-softmax-loss", Question: "shift"}}
	if got := review.New(sum, course()).Due(day(1)); !reflect.DeepEqual(got, want) {
		t.Errorf("due %+v, want %+v", got, want)
	}
	sum.Lectures["06-softmax-loss"].Recalled["shift"] = append(answers, progress.Recall{Right: true, Time: day(1)})
	if got := review.New(sum, course()).Due(day(1)); len(got) != 0 {
		t.Errorf("answered, and still due: %+v", got)
	}
}

// TestASittingIsShort has many things due and wants six of them, the most
// forgotten first.
func TestASittingIsShort(t *testing.T) {
	t.Parallel()
	l := learner{}
	var ids []string
	for i, e := range bank.All()[:20] {
		ids = append(ids, e.ID)
		l.try(e.ID, 0, day(i), hinted) // which credits nothing
	}
	s := l.schedule()
	if n := len(s.Due(day(40))); n != 20 {
		t.Errorf("%d due", n)
	}
	var got []string
	for _, it := range s.Sitting(day(40)) {
		got = append(got, it.Exercise)
	}
	if !slices.Equal(got, ids[:review.Most]) {
		t.Errorf("sitting %q, want %q", got, ids[:review.Most])
	}
	if next, ok := s.Next(); !ok || !next.Equal(day(2)) {
		t.Errorf("next %v", next)
	}
	if _, ok := (learner{}).schedule().Next(); ok {
		t.Error("something is due to who has done nothing")
	}
}

// TestFreshNumbersAreNew passes over what was tried and shown.
func TestFreshNumbersAreNew(t *testing.T) {
	t.Parallel()
	ex, _ := bank.Find("06/softmax")
	l := learner{}.try(ex.ID, 1, monday).show(ex.ID, 2, monday)
	if seed, _, err := course().Fresh(ex, l[ex.ID], nil); seed != 3 || err != nil {
		t.Errorf("seed %d, %v", seed, err)
	}
}

// BenchmarkNew works out the schedule of three thousand attempts.
func BenchmarkNew(b *testing.B) {
	l := learner{}
	for i := range 3000 {
		all := bank.All()
		l.try(all[i%len(all)].ID, uint64(i), monday.Add(time.Duration(i)*time.Hour))
	}
	bank.Mistakes("")
	for b.Loop() {
		if s := l.schedule(); len(s.Due(day(400))) == 0 {
			b.Fatal("nothing is due")
		}
	}
}
