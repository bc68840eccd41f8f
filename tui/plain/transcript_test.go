package plain

import (
	"bufio"
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hakseup/exercises"
	"hakseup/exercises/bank"
	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/labs"
)

// drawn is what nobody can read aloud: lines, blocks, shapes, braille, and the
// control characters that move a cursor or colour a text.
var drawn = regexp.MustCompile(`[\x{2500}-\x{28FF}\x00-\x09\x0B-\x1F\x7F]`)

// says runs a session with what is typed and returns the transcript.
func says(t *testing.T, l lang.Lang, dir, lecture string, typed ...string) string {
	t.Helper()
	course, err := lessons.Default()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	in := bufio.NewReader(strings.NewReader(strings.Join(typed, "\n") + "\n"))
	if err := Run(t.Context(), course, Options{In: in, Out: &out, Lang: l, LangGiven: true, DataDir: dir, Lecture: lecture}); err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(out.String(), "\n") {
		if bad := drawn.FindString(line); bad != "" {
			t.Errorf("%q in %q", bad, line)
		}
		if !strings.HasPrefix(line, "  ") && strings.Contains(line, "%!") {
			t.Errorf("badly formatted: %q", line)
		}
	}
	return out.String()
}

// walk is what reads a lecture to its end: every question is answered, every lab
// is asked for its state and its numbers, every formula is spelled.
func walk(l *lessons.Lecture) (typed []string) {
	for _, p := range l.Pages {
		for _, b := range p.Blocks {
			q, ok := b.(*lessons.Question)
			if !ok {
				continue
			}
			if q.See != nil {
				typed = append(typed, "") // have it done
			}
			typed = append(typed, fmt.Sprint(q.Answer+1))
		}
		for _, b := range p.Blocks {
			if c, ok := b.(*lessons.Callout); ok && c.Task != nil {
				typed = append(typed, "처음")
				for _, s := range c.Task.By {
					word := s.Control
					if word == "steps" && !has(p.Scene.Lab, "steps") {
						word = "step"
					}
					typed = append(typed, word+" "+s.Value)
				}
			}
		}
		typed = append(typed, "수식")
		if p.Scene.Lab != "" {
			typed = append(typed, "state", "table")
		}
		typed = append(typed, "")
	}
	return typed
}

// has reports whether a lab has a control.
func has(id, control string) bool {
	l, _ := labs.New(id)
	_, ok := l.Panel().Find(control)
	return ok
}

// tasks lists the tasks of a lecture.
func tasks(l *lessons.Lecture) (ids []string) {
	for _, p := range l.Pages {
		for b := range lessons.All(p.Blocks) {
			if c, ok := b.(*lessons.Callout); ok && c.Task != nil {
				ids = append(ids, c.Task.ID)
			}
		}
	}
	return ids
}

// TestTheWholeCourseInWords reads every lecture, does what its pages ask for by
// lines, and looks for signs in what is said.
func TestTheWholeCourseInWords(t *testing.T) {
	t.Parallel()
	course, err := lessons.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range lang.All() {
		for _, e := range course.Entries() {
			if !e.Written {
				continue
			}
			t.Run(e.Slug+"/"+in.String(), func(t *testing.T) {
				t.Parallel()
				l, err := course.Lecture(e.Slug, in)
				if err != nil {
					t.Fatal(err)
				}
				dir := t.TempDir()
				said := says(t, in, dir, e.Slug, append(walk(l), "끝")...)
				for _, p := range l.Pages {
					if !strings.Contains(said, Sayable(p.Title, in)) {
						t.Errorf("page %s was not reached", p.ID)
						break
					}
				}
				kept := summaryOf(t, dir).Lectures[e.Slug]
				if len(kept.Read) != len(l.Pages) {
					t.Errorf("%d of %d pages are kept as read", len(kept.Read), len(l.Pages))
				}
				for _, id := range tasks(l) {
					if !slices.Contains(kept.Tasks, id) {
						t.Errorf("task %s was not done", id)
					}
				}
				for id, c := range kept.Predicted {
					if !c.Right {
						t.Errorf("prediction %s: option %d", id, c.Option)
					}
				}
				if unknown := regexp.MustCompile(`.*(모르는 말이에요|is not understood).*`).FindString(said); unknown != "" {
					t.Error(unknown)
				}
			})
		}
	}
}

func summaryOf(t *testing.T, dir string) progress.Summary {
	t.Helper()
	store := progress.Open(dir, lessons.NumberedPages())
	defer func() { _ = store.Close() }()
	if err := store.Save(t.Context()); err != nil {
		t.Fatal(err)
	}
	return store.Summary()
}

// TestEveryExerciseInWords solves all exercises by their right answers, after the
// hints and a wrong start that cannot be read.
func TestEveryExerciseInWords(t *testing.T) {
	t.Parallel()
	for _, in := range lang.All() {
		t.Run(in.String(), func(t *testing.T) {
			t.Parallel()
			dir, s := t.TempDir(), &session{course: must(lessons.Default())}
			var typed, ids []string
			for _, e := range bank.All() {
				seed := uint64(0)
				if s.givenAway(e.ID) {
					seed = 1
				}
				v, err := e.Draw(seed)
				if err != nil {
					continue // another seed is drawn there
				}
				ids = append(ids, e.ID)
				typed = append(typed, "문제 "+e.ID, "힌트", "수식")
				for _, p := range v.Parts {
					typed = append(typed, "", right(t, e, p))
				}
				typed = append(typed, "나가기")
			}
			says(t, in, dir, "", append(typed, "끝")...)
			kept := summaryOf(t, dir).Exercises
			for _, id := range ids {
				if !kept[id].Solved {
					t.Errorf("%s was not solved: %+v", id, kept[id])
				}
			}
		})
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// right is a right answer to a part.
func right(t *testing.T, e exercises.Exercise, p exercises.Part) string {
	t.Helper()
	if a := p.Answer(); a != "" {
		return a
	}
	for _, s := range e.Samples {
		if s.Outcome == exercises.Correct && s.Part == p.ID {
			return s.Input
		}
	}
	t.Fatalf("%s %s has no right answer to type", e.ID, p.ID)
	return ""
}

// TestEveryLabInWords drives every control of every lab by its name.
func TestEveryLabInWords(t *testing.T) {
	t.Parallel()
	for _, id := range labs.IDs() {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			s := &session{Voice: Voice{Lang: lang.KO}}
			r := s.enter(lessons.Scene{Lab: id})
			typed := []string{"실험 " + id, "?", "보기"}
			for _, c := range r.controls() {
				typed = append(typed, c.ID+" "+c.Word(), c.Label.KO+" "+c.Word())
			}
			typed = append(typed, "걸음 2", "뒤로", "표", "처음", "나가기", "끝")
			said := says(t, lang.KO, t.TempDir(), "", typed...)
			if !strings.Contains(said, "조절: ") {
				t.Errorf("no controls are said:\n%s", said)
			}
		})
	}
}
