package quiz_test

import (
	"slices"
	"testing"

	"hakseup/exercises"
	"hakseup/exercises/bank"
	"hakseup/exercises/quiz"
)

// TestAQuizGoesThroughTheCourse draws ten questions: no exercise twice, every
// lecture before any comes again, the same for the same seed.
func TestAQuizGoesThroughTheCourse(t *testing.T) {
	t.Parallel()
	ids := func(seed uint64) (list, lectures []string) {
		questions, err := quiz.Draw(bank.All(), 10, seed)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range questions {
			list = append(list, q.Exercise.ID)
			if l := q.Exercise.ID[:2]; !slices.Contains(lectures, l) {
				lectures = append(lectures, l)
			}
			if q.Seed == 0 {
				t.Errorf("%s has the handout's numbers", q.Exercise.ID)
			}
		}
		return list, lectures
	}
	first, lectures := ids(1)
	if len(first) != 10 || len(lectures) != 10 {
		t.Errorf("%q are of %d lectures", first, len(lectures))
	}
	if again, _ := ids(1); !slices.Equal(first, again) {
		t.Errorf("the same seed gives %q and %q", first, again)
	}
	if other, _ := ids(2); slices.Equal(first, other) {
		t.Error("another seed gives the same")
	}
	if all, err := quiz.Draw(bank.All()[:3], 10, 1); err != nil || len(all) != 3 {
		t.Errorf("%d questions of 3, %v", len(all), err)
	}
}

func TestTheMarkCountsEveryQuestionTheSame(t *testing.T) {
	t.Parallel()
	got := quiz.Total([]exercises.Report{
		{Outcome: exercises.Correct, Share: 1}, {Outcome: exercises.Wrong, Share: 0.5}, {}, {Outcome: exercises.Wrong},
	})
	if want := (quiz.Mark{Right: 1, All: 4, Share: 0.375}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := quiz.Total(nil); got != (quiz.Mark{}) {
		t.Errorf("nothing earns %+v", got)
	}
}
