package bank

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"hakseup/exercises"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/tex"
)

// seeds is how many variants of every exercise are checked.
const seeds = 200

// TestExercises holds every exercise of the bank to the same rules.
func TestExercises(t *testing.T) {
	t.Parallel()
	ids := map[string]bool{}
	for _, e := range All() {
		if ids[e.ID] {
			t.Errorf("two exercises are called %s", e.ID)
		}
		ids[e.ID] = true
		t.Run(e.ID, func(t *testing.T) {
			t.Parallel()
			read := reader{map[lang.Text]bool{}}
			read.check(t, "title", e.Title)
			checkSamples(t, e)
			statements := map[string]int{}
			for seed := range uint64(seeds) {
				v := drawn(t, e, seed)
				checkVariant(t, read, fmt.Sprintf("seed %d", seed), v)
				statements[v.Statement.KO]++
			}
			if want := leastVariants(e); len(statements) < want {
				t.Errorf("%d seeds give only %d different statements, want %d", seeds, len(statements), want)
			}
			once := drawn(t, e, 7)
			if again, err := e.Draw(7); err != nil || once.Statement != again.Statement {
				t.Error("a seed does not always give the same variant")
			}
			again, err := e.Again(once.Params)
			if err != nil || !reflect.DeepEqual(texts(once), texts(again)) {
				t.Errorf("%s does not give the variant again: %v", once.Params, err)
			}
		})
	}
}

// drawn returns the variant of a seed. It is drawn once for all tests.
func drawn(t *testing.T, e exercises.Exercise, seed uint64) exercises.Variant {
	t.Helper()
	key := fmt.Sprint(e.ID, seed)
	if v, ok := draws.Load(key); ok {
		return v.(exercises.Variant)
	}
	v, err := e.Draw(seed)
	if err != nil {
		t.Fatal(err)
	}
	draws.Store(key, v)
	return v
}

var draws sync.Map // of exercises.Variant

// texts returns all that a variant says and wants.
func texts(v exercises.Variant) []any {
	all := []any{v.Statement, v.Hints, v.Solution}
	for _, p := range v.Parts {
		all = append(all, p.Label, p.Answer(), p.Wrong, p.Options())
	}
	return all
}

func TestFind(t *testing.T) {
	t.Parallel()
	for _, e := range All() {
		if found, ok := Find(e.ID); !ok || found.ID != e.ID {
			t.Errorf("%s is not found", e.ID)
		}
	}
	if _, ok := Find("nothing"); ok {
		t.Error("an exercise is found that does not exist")
	}
}

// leastVariants is how many different statements the seeds must give. A mere
// choice may have few: there its words matter more than its numbers.
func leastVariants(e exercises.Exercise) int {
	v, _ := e.Draw(0)
	for _, p := range v.Parts {
		if p.Options() == nil {
			return seeds / 10
		}
	}
	return 2
}

// checkSamples grades every sample with all other parts right.
func checkSamples(t *testing.T, e exercises.Exercise) {
	t.Helper()
	v := drawn(t, e, 0)
	sampled := map[string]bool{}
	for _, s := range e.Samples {
		sampled[fmt.Sprint(s.Part, s.Outcome)] = true
		res := gradePart(v, s.Part, s.Input)
		if res.Outcome != s.Outcome || res.Mistake != s.Mistake {
			t.Errorf("sample %s=%q: %s %q, want %s %q", s.Part, s.Input, res.Outcome, res.Mistake, s.Outcome, s.Mistake)
		}
	}
	for _, p := range v.Parts {
		for _, o := range []exercises.Outcome{exercises.Ungraded, exercises.Wrong, exercises.Correct} {
			if !sampled[fmt.Sprint(p.ID, o)] {
				t.Errorf("part %s has no sample that is %s", p.ID, o)
			}
		}
	}
}

func checkVariant(t *testing.T, read reader, name string, v exercises.Variant) {
	t.Helper()
	if err := v.Check(); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	read.check(t, name+" statement", v.Statement)
	read.check(t, name+" solution", v.Solution)
	if len(v.Hints) < 2 {
		t.Errorf("%s: %d hints, want two at least", name, len(v.Hints))
	}
	for _, h := range v.Hints {
		read.check(t, name+" hint", h)
	}
	if report := exercises.Grade(v, rightAnswers(v)); report.Outcome != exercises.Correct || report.Share != 1 {
		t.Errorf("%s: the right answers %v are %s, share %g", name, rightAnswers(v), report.Outcome, report.Share)
	}
	for _, p := range v.Parts {
		checkPart(t, read, name+" part "+p.ID, v, p)
	}
}

func checkPart(t *testing.T, read reader, name string, v exercises.Variant, p exercises.Part) {
	t.Helper()
	read.check(t, name+" label", p.Label)
	read.check(t, name+" wrong", p.Wrong)
	for _, o := range p.Options() {
		read.check(t, name+" option", o)
	}
	if res := gradePart(v, p.ID, "?!"); res.Outcome != exercises.Ungraded || res.Feedback.IsZero() {
		t.Errorf("%s: ?! is %s", name, res.Outcome)
	}
	for _, r := range p.Rules {
		want, named := r.Example(p)
		feedback := r.Feedback
		if r.Explain != nil && named {
			feedback = r.Explain(want, exercises.Way{})
		}
		read.check(t, name+" feedback", feedback)
		if (r.Outcome == exercises.Wrong && r.From == nil) != (r.Mistake != "") {
			t.Errorf("%s: a rule that is %s has the mistake %q", name, r.Outcome, r.Mistake)
		}
		if !named {
			continue
		}
		input := want.Typed()
		if res := gradePart(v, p.ID, input); res.Outcome != r.Outcome || res.Mistake != r.Mistake {
			t.Errorf("%s: %s is %s %q, want %s %q", name, input, res.Outcome, res.Mistake, r.Outcome, r.Mistake)
		}
	}
}

// gradePart grades one part with all others answered rightly. The others are left
// out where none of its rules asks after them: formulas take long to compare.
func gradePart(v exercises.Variant, part, input string) exercises.Result {
	for _, p := range v.Parts {
		asks := func(r exercises.Rule) bool { return r.From != nil || r.Carried }
		if p.ID == part && !slices.ContainsFunc(p.Rules, asks) {
			v.Parts = []exercises.Part{p}
			break
		}
	}
	answers := rightAnswers(v)
	answers[part] = input
	for _, res := range exercises.Grade(v, answers).Parts {
		if res.Part == part {
			return res
		}
	}
	return exercises.Result{}
}

func rightAnswers(v exercises.Variant) map[string]string {
	answers := map[string]string{}
	for _, p := range v.Parts {
		answers[p.ID] = p.Answer()
	}
	return answers
}

// broken finds what a slip in a format string or in the numbers leaves behind.
var broken = regexp.MustCompile(`%!|!|[«»]|\[\pL+/\pL+\]|\bNaN\b|[+-]Inf\b|<nil>|[−-][−-] ?\d|[+−-] [−-]\d`)

// reader checks texts, each only once.
type reader struct{ seen map[lang.Text]bool }

// check holds that a text is there in both languages, is Markdown in the
// dialect of the lessons, and has formulas that can be drawn.
func (r reader) check(t *testing.T, name string, text lang.Text) {
	t.Helper()
	if r.seen[text] {
		return
	}
	r.seen[text] = true
	for _, l := range lang.All() {
		s := text.In(l)
		if strings.TrimSpace(s) == "" {
			t.Errorf("%s is empty in %s", name, l)
			continue
		}
		if found := broken.FindString(s); found != "" {
			t.Errorf("%s in %s contains %q: %s", name, l, found, s)
		}
		blocks, err := lessons.ParseMarkdown([]byte(s))
		if err != nil {
			t.Errorf("%s in %s is not Markdown: %v", name, l, err)
		}
		for f := range lessons.Formulas(blocks) {
			if _, err := tex.Parse(f.TeX); err != nil {
				t.Errorf("%s in %s: formula %s: %v", name, l, f.TeX, err)
			}
		}
	}
}
