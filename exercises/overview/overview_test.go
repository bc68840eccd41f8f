package overview_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"hakseup/exercises/overview"
	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/lessons/lang"
)

var noon = time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)

func of(t *testing.T, sum progress.Summary) overview.Overview {
	t.Helper()
	course, err := lessons.Default()
	if err != nil {
		t.Fatal(err)
	}
	return overview.Of(course, sum)
}

func chapter(t *testing.T, o overview.Overview, number string) overview.Chapter {
	t.Helper()
	i := slices.IndexFunc(o.Chapters, func(c overview.Chapter) bool { return c.Number == number })
	if i < 0 {
		t.Fatalf("there is no chapter %s", number)
	}
	return o.Chapters[i]
}

// TestALearnerIsCounted works out a chapter from what was done, and the whole
// from the chapters.
func TestALearnerIsCounted(t *testing.T) {
	t.Parallel()
	try := func(share float64, mistake string, minute int) progress.Try {
		return progress.Try{Share: share, Right: share == 1, Mistake: mistake, Time: noon.Add(time.Duration(minute) * time.Minute)}
	}
	revealed := try(1, "", 9)
	revealed.Revealed = true
	o := of(t, progress.Summary{
		Lectures: map[string]progress.Lecture{"06-softmax-loss": {
			Read:      []string{"scores", "shift", "no such page"},
			Predicted: map[string]progress.Choice{"shift": {Option: 1, Right: true}, "no such question": {}},
		}},
		Exercises: map[string]progress.Exercise{
			"06/softmax": {Solved: true, Tries: []progress.Try{try(0, "ratio", 0), try(1, "", 1), try(0.5, "ratio", 2)}},
			"06/worked":  {Tries: []progress.Try{try(0.25, "transposed", 3), revealed}},
			"practice-1": {Tries: []progress.Try{try(0, "transposed", 4), try(0, "transposed", 5)}},
			"02/sum":     {Tries: []progress.Try{try(0, "place-2", 6)}},
		},
		Spent: map[string]time.Duration{"06-softmax-loss": 90 * time.Minute, "practice": 5 * time.Minute},
	})
	c := chapter(t, o, "06")
	if c.Read != 2 || c.Right != 1 || c.Wrong != 0 || c.Solved != 1 || c.Tried != 2 || c.Best != 0.625 || c.Latest != 0.25 {
		t.Errorf("06: %+v", c)
	}
	if o.All.Read != 2 || o.All.Solved != 1 || o.All.Tried != 4 || o.All.Best != 1.25/4 || o.All.Spent != 95*time.Minute {
		t.Errorf("all: %+v", o.All)
	}
	if len(o.Mistakes) != 2 || o.Mistakes[0].Times != 3 || o.Mistakes[0].Exercise != "practice-1" || !strings.Contains(o.Mistakes[0].Say.EN, "transposed") || o.Mistakes[1].Times != 2 {
		t.Errorf("mistakes: %+v", o.Mistakes)
	}
	for l, want := range map[lang.Lang]string{lang.KO: "1시간 30분", lang.EN: "1 h 30 min"} {
		if got := c.Facts(); got[len(got)-1].In(l) != want {
			t.Errorf("the time is %q", got[len(got)-1].In(l))
		}
	}
}

// TestNothingDoneIsNothingCounted has every written chapter, with nothing in it.
func TestNothingDoneIsNothingCounted(t *testing.T) {
	t.Parallel()
	o := of(t, progress.Summary{})
	pages := 0
	for _, c := range o.Chapters {
		pages += c.Pages
		if c.Read+c.Right+c.Wrong+c.Done+c.Solved+c.Tried != 0 || c.Exercises == 0 {
			t.Errorf("%s: %+v", c.Number, c)
		}
	}
	if o.All.Pages != pages || len(o.Mistakes) != 0 {
		t.Errorf("all: %+v", o.All)
	}
}
