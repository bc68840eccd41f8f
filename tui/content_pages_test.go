package tui_test

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hakseup/exercises"
	"hakseup/exercises/bank"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/labs"
	"hakseup/tui/markdown"
)

// inScene returns the lab of a page as the page opens it.
func inScene(t *testing.T, page lessons.Page) lab.Lab {
	t.Helper()
	l, ok := labs.New(page.Scene.Lab)
	if !ok {
		t.Fatalf("%s:%d: there is no lab %q", page.File, page.Scene.Line, page.Scene.Lab)
	}
	if err := lab.Apply(l, page.Scene.Settings); err != nil {
		t.Fatalf("%s:%d: %v", page.File, page.Scene.Line, err)
	}
	return l
}

// TestContentTasks holds that no task is done and nothing is to be seen where a
// page opens, that the ways of the directives lead there, and that an
// observation's answer is what the lab then shows.
func TestContentTasks(t *testing.T) {
	t.Parallel()
	for _, lecture := range written(t) {
		for _, page := range lecture.Pages {
			for _, b := range page.Blocks {
				switch b := b.(type) {
				case *lessons.Callout:
					if b.Task != nil {
						goThere(t, page, b.Task.Line, b.Task.When, b.Task.By)
					}
				case *lessons.Question:
					if b.See != nil {
						l := goThere(t, page, b.Line, b.See.When, b.See.By)
						checkSeen(t, fmt.Sprintf("%s:%d", page.File, b.Line), l, b)
					}
					if err := lab.KeepBack(inScene(t, page), b.Hides...); err != nil {
						t.Errorf("%s:%d: %v", page.File, b.Line, err)
					}
				}
			}
		}
	}
}

func goThere(t *testing.T, page lessons.Page, line int, when []lessons.Condition, by []lessons.Setting) lab.Lab {
	t.Helper()
	where, l := fmt.Sprintf("%s:%d", page.File, line), inScene(t, page)
	if err := lab.Knows(l, when); err != nil {
		t.Errorf("%s: %v", where, err)
	}
	if lab.Meets(l, when) {
		t.Errorf("%s: %v holds where the page opens", where, when)
	}
	if err := lab.Play(l, by); err != nil {
		t.Errorf("%s: %v", where, err)
	}
	if !lab.Meets(l, when) {
		t.Errorf("%s: %v does not lead to %v", where, by, when)
	}
	for _, s := range by { // by hand, too: a control of the way is at hand, now or behind a
		if c, ok := l.Panel().Find(s.Control); ok && !lab.Shows(l, c.ID) {
			t.Errorf("%s: the page does not show the control %s", where, c.ID)
		}
	}
	return l
}

func checkSeen(t *testing.T, where string, l lab.Lab, q *lessons.Question) {
	t.Helper()
	for i, shows := range q.See.Shows {
		if err := lab.Knows(l, shows); err != nil {
			t.Errorf("%s: option %d: %v", where, i+1, err)
		}
		if lab.Meets(l, shows) != (i == q.Answer) {
			t.Errorf("%s: option %d, %v: %v", where, i+1, shows, i != q.Answer)
		}
	}
}

// TestContentIsActive holds lectures that have their closing page to the rest:
// every other page asks for something to be done in the lab and names its
// slide, and every option of a question has its sentence.
func TestContentIsActive(t *testing.T) {
	t.Parallel()
	for _, lecture := range written(t) {
		if !lecture.Pages[len(lecture.Pages)-1].Closing {
			continue
		}
		for _, page := range lecture.Pages {
			where, active := fmt.Sprintf("%s:%d", page.File, page.Line), false
			for _, b := range page.Blocks {
				switch b := b.(type) {
				case *lessons.Callout:
					active = active || b.Task != nil
					if b.Kind == lessons.Try && b.Task == nil {
						t.Errorf("%s: something to try that nobody looks for", where)
					}
				case *lessons.Question:
					active = active || b.Kind == lessons.Saw
					for i, o := range b.Options {
						if len(o.Why) == 0 {
							t.Errorf("%s:%d: option %d has no sentence", page.File, b.Line, i+1)
						}
					}
				}
			}
			if active == page.Closing {
				t.Errorf("%s: closing %v, something to do %v", where, page.Closing, active)
			}
			if !page.Closing && page.Slide == "" {
				t.Errorf("%s: which slide does it belong to?", where)
			}
		}
	}
}

var decimal = regexp.MustCompile(`\d+\.\d+`)

// says returns the decimals that a page says, in its text and where its scene
// opens, rounded to the digits that are written.
func says(t *testing.T, page lessons.Page, in lang.Lang) map[string]bool {
	t.Helper()
	said := strings.Join(markdown.Plain(page.Blocks, markdown.Options{Width: 80, Lang: in}), "\n")
	l := inScene(t, page)
	for _, f := range l.Facts() {
		if f.Known && f.Word == "" && lab.Shows(l, f.ID) {
			said += " " + f.Say(in)
		}
	}
	out := map[string]bool{}
	for _, d := range decimal.FindAllString(said, -1) {
		out[d] = true
	}
	return out
}

// results lists, part by part, the decimals that the right answers of an
// exercise with the handout's numbers are.
func results(t *testing.T, e exercises.Exercise) [][]string {
	t.Helper()
	v, err := e.Draw(0)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for _, p := range v.Parts {
		if found := decimal.FindAllString(p.Answer(), -1); len(found) > 0 {
			out = append(out, found)
		}
	}
	return out
}

// TestContentGivesNoExerciseAway wants an exercise of which a part stands on a
// page that offers it, as it is with the handout's numbers, to open with fresh
// ones.
func TestContentGivesNoExerciseAway(t *testing.T) {
	t.Parallel()
	for _, lecture := range written(t) {
		if !lecture.Pages[len(lecture.Pages)-1].Closing {
			continue
		}
		for _, page := range lecture.Pages {
			said := says(t, page, lecture.Lang)
			for _, b := range page.Blocks {
				ref, ok := b.(*lessons.ExerciseRef)
				if !ok {
					continue
				}
				e, ok := bank.Find(ref.ID)
				if !ok {
					continue // TestContentExercises says so
				}
				for _, part := range results(t, e) {
					if !ref.Fresh && givesAway(said, part) {
						t.Errorf("%s:%d: the page gives %v of %s away, which is not fresh", page.File, ref.Line, part, ref.ID)
					}
				}
				if ref.Fresh && strings.HasPrefix(ref.ID, "practice-") {
					t.Errorf("%s:%d: %s keeps the handout's numbers", page.File, ref.Line, ref.ID)
				}
			}
		}
	}
}

// givesAway reports whether all of some numbers are said, be it rounded.
func givesAway(said map[string]bool, numbers []string) bool {
	for _, n := range numbers {
		if !isSaid(said, n) {
			return false
		}
	}
	return true
}

func isSaid(said map[string]bool, number string) bool {
	x, _ := strconv.ParseFloat(number, 64) // it was found by its pattern
	for s := range said {
		v, _ := strconv.ParseFloat(s, 64)
		_, decimals, _ := strings.Cut(s, ".")
		// The answer is rounded, too: to four decimals or so.
		if len(decimals) >= 2 && math.Abs(v-x) <= 0.5*math.Pow10(-len(decimals))+0.0001 {
			return true
		}
	}
	return false
}

// TestContentKeepsThePracticeSecret wants the results of the course's own
// exercises on no page, and in no lab whatever its choices stand at.
func TestContentKeepsThePracticeSecret(t *testing.T) {
	t.Parallel()
	// Practice 1 by every way of rounding and both logarithms, as 연습문제 1 accepts it.
	secret := []string{"0.399", "0.396", "0.434", "0.4318", "0.994"}
	for _, e := range bank.All() {
		if strings.HasPrefix(e.ID, "practice-") {
			secret = slices.Concat(append(results(t, e), secret)...)
		}
	}
	for _, lecture := range written(t) {
		if !lecture.Pages[len(lecture.Pages)-1].Closing {
			continue
		}
		for _, page := range lecture.Pages {
			said := says(t, page, lecture.Lang)
			maps.DeleteFunc(said, func(d string, _ bool) bool { return len(d) < len("0.123") })
			for _, number := range secret {
				if isSaid(said, number) {
					t.Errorf("%s:%d: the page says %s, a result of the practice exercises", page.File, page.Line, number)
				}
			}
		}
	}
	for _, id := range labs.IDs() {
		l, _ := labs.New(id)
		for _, c := range l.Panel() {
			if c.Kind != lab.Choice {
				continue
			}
			for i := range c.Options {
				l.Panel().Set(c.ID, float64(i))
				mse, ok := lab.FactOf(l, "mse")
				if ce, both := lab.FactOf(l, "ce"); ok && both && mse.Say(lang.KO) == "0.399" && ce.Say(lang.KO) == "0.999" {
					t.Errorf("the lab %s shows the results of practice 1 with %s=%s", id, c.ID, c.Options[i].Name)
				}
			}
		}
	}
}
