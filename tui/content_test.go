package tui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hakseup/exercises"
	"hakseup/exercises/bank"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/labs"
	"hakseup/tui/tex"
)

// written returns every lecture of the course in every language. Files with
// mistakes are reported and left out.
func written(t *testing.T) []*lessons.Lecture {
	t.Helper()
	course, err := lessons.Default()
	if err != nil {
		t.Fatal(err)
	}
	var out []*lessons.Lecture
	for _, e := range course.Entries() {
		if !e.Written {
			continue
		}
		for _, l := range lang.All() {
			lecture, err := course.Lecture(e.Slug, l)
			if err != nil {
				t.Error(err)
				continue
			}
			out = append(out, lecture)
		}
	}
	return out
}

// TestContentFormulas draws every formula of the course.
func TestContentFormulas(t *testing.T) {
	t.Parallel()
	for _, lecture := range written(t) {
		for _, page := range lecture.Pages {
			for f := range lessons.Formulas(page.Blocks) {
				checkFormula(t, fmt.Sprintf("%s:%d", page.File, f.Line), f)
			}
		}
	}
}

func checkFormula(t *testing.T, where string, f lessons.Formula) {
	t.Helper()
	drawn, err := tex.Parse(f.TeX)
	if err != nil {
		t.Errorf("%s: $%s$: %v", where, f.TeX, err)
		return
	}
	if drawn.Inline() == "" || len(drawn.Display()) == 0 {
		t.Errorf("%s: $%s$ draws nothing", where, f.TeX)
	}
}

// TestContentScenes puts every lab into every scene of the pages, and looks
// for labs that no page shows, though their lecture is written.
func TestContentScenes(t *testing.T) {
	t.Parallel()
	shown := map[string]bool{}
	for _, lecture := range written(t) {
		for _, page := range lecture.Pages {
			where := fmt.Sprintf("%s:%d", page.File, page.Scene.Line)
			experiment, ok := labs.New(page.Scene.Lab)
			if !ok {
				t.Errorf("%s: there is no lab %q: want one of %s", where, page.Scene.Lab, strings.Join(labs.IDs(), ", "))
				continue
			}
			shown[page.Scene.Lab] = true
			if err := lab.Apply(experiment, page.Scene.Settings); err != nil {
				t.Errorf("%s: %v", where, err)
			}
		}
	}
	for _, id := range labs.IDs() {
		if !shown[id] {
			t.Errorf("no page shows the lab %q", id)
		}
	}
}

// TestContentExercises looks for exercises that pages name and the bank lacks,
// and for those that no page names.
func TestContentExercises(t *testing.T) {
	t.Parallel()
	named := map[string]bool{}
	for _, lecture := range written(t) {
		for _, page := range lecture.Pages {
			for b := range lessons.All(page.Blocks) {
				ref, ok := b.(*lessons.ExerciseRef)
				if !ok {
					continue
				}
				named[ref.ID] = true
				if _, ok := bank.Find(ref.ID); !ok {
					t.Errorf("%s:%d: there is no exercise %q", page.File, ref.Line, ref.ID)
				}
			}
		}
	}
	for _, e := range bank.All() {
		// The course's own exercises have their place on the home screen.
		if !named[e.ID] && !strings.HasPrefix(e.ID, "practice-") {
			t.Errorf("no page names the exercise %q", e.ID)
		}
	}
}

// TestContentExerciseText reads the Markdown of every exercise and draws its
// formulas.
func TestContentExerciseText(t *testing.T) {
	t.Parallel()
	for _, e := range bank.All() {
		for seed := range uint64(3) {
			v, err := e.Draw(seed)
			if err != nil {
				t.Fatal(err)
			}
			texts := append([]lang.Text{v.Statement, v.Solution}, v.Hints...)
			if v.Equation != nil {
				empty, full := exercises.Begun(v, nil), exercises.Begun(v, answersOf(v))
				texts = append(texts, lang.Same("$$ "+v.Equation(empty)+" $$"), lang.Same("$$ "+v.Equation(full)+" $$"))
			}
			for _, p := range v.Parts {
				texts = append(texts, slices.Concat([]lang.Text{p.Label, p.Wrong}, p.Options())...)
			}
			for _, text := range texts {
				for _, l := range lang.All() {
					where := fmt.Sprintf("%s, seed %d, %s", e.ID, seed, l)
					blocks, err := lessons.ParseMarkdown([]byte(text.In(l)))
					if err != nil {
						t.Errorf("%s: %v in\n%s", where, err, text.In(l))
						continue
					}
					for f := range lessons.Formulas(blocks) {
						checkFormula(t, where, f)
					}
				}
			}
		}
	}
}

// answersOf are right answers to a variant, as one would type them.
func answersOf(v exercises.Variant) map[string]string {
	answers := map[string]string{}
	for _, p := range v.Parts {
		answers[p.ID] = p.Answer()
	}
	return answers
}
