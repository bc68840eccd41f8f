package exercises_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

var said = lang.T("말", "word")

// chain asks for a sum and for its double, which may follow from a wrong sum.
func chain(a, b int) exercises.Variant {
	sum := float64(a + b)
	double := func(earlier map[string]exercises.Result) (exercises.Calc, bool) {
		return exercises.From(2 * answer.Entries(earlier["sum"].Read)[0]), true
	}
	return exercises.Variant{
		Statement: said, Solution: said,
		Parts: []exercises.Part{
			exercises.Number("sum", said, lang.T("더해 보세요.", "Add."),
				exercises.Right(exercises.To(1, exercises.From(sum)), said),
				exercises.Mistaken("minus", exercises.Exactly(a-b), lang.T("뺐어요.", "Subtracted."))),
			exercises.Number("double", said, lang.T("두 배예요.", "Double."),
				exercises.Right(exercises.Exactly(2*sum), said),
				exercises.Mistaken("square", exercises.Exactly(sum*sum), lang.T("제곱했어요.", "Squared.")),
				exercises.Mistaken("minus", exercises.Exactly(2*float64(a-b)), lang.T("뺐어요.", "Subtracted.")),
				exercises.Follow("sum", answer.Exact, double, lang.T("이어졌어요.", "Follows."))),
		},
	}
}

func chainExercise() exercises.Exercise {
	type pair struct{ A, B int }
	draw := func(r *rand.Rand) pair { return pair{r.IntN(4), r.IntN(4)} }
	return exercises.Template("test/chain", said, pair{1, 3}, draw, func(p pair) exercises.Variant { return chain(p.A, p.B) })
}

func TestGrade(t *testing.T) {
	t.Parallel()
	v := chain(1, 4)
	for _, c := range []struct {
		sum, double string
		outcome     exercises.Outcome
		share       float64
		mistakes    string // of both parts
		follows     bool
		feedback    string // on the second part
	}{
		{"5", "10", exercises.Correct, 1, " ", false, "word"},
		{"5.04", "10", exercises.Correct, 1, " ", false, "word"},
		{"5", "25", exercises.Wrong, 0.5, " square", false, "Squared."},
		{"5", "11", exercises.Wrong, 0.5, " ", false, "Double."},
		{"5.04", "10.08", exercises.Wrong, 0.5, " ", false, "Double."}, // no follow-through from a right answer
		{"6", "10", exercises.Wrong, 0.5, " ", false, "word"},
		{"6", "12", exercises.Wrong, 0, " ", false, "Double."}, // nor from one that nobody knows how to come to
		{"-3", "-6", exercises.Wrong, 0.5, "minus minus", true, "Subtracted. Follows."},
		{"-3", "10", exercises.Wrong, 0.5, "minus ", false, "word"},
	} {
		report := exercises.Grade(v, map[string]string{"sum": c.sum, "double": c.double})
		first, second := report.Parts[0], report.Parts[1]
		if report.Outcome != c.outcome || report.Share != c.share {
			t.Errorf("%s, %s: %s, share %g, want %s, %g", c.sum, c.double, report.Outcome, report.Share, c.outcome, c.share)
		}
		if got := first.Mistake + " " + second.Mistake; got != c.mistakes {
			t.Errorf("%s, %s: mistakes %q, want %q", c.sum, c.double, got, c.mistakes)
		}
		if second.FollowThrough != c.follows || second.Feedback.EN != c.feedback {
			t.Errorf("%s, %s: follow-through %v, %q, want %v, %q", c.sum, c.double, second.FollowThrough, second.Feedback.EN, c.follows, c.feedback)
		}
		if second.FollowThrough && second.Outcome != exercises.Wrong {
			t.Errorf("%s, %s: a number that is not right is called %s", c.sum, c.double, second.Outcome)
		}
		if !report.Problem.IsZero() || second.Echo.EN != c.double {
			t.Errorf("%s, %s: problem %q, echo %q", c.sum, c.double, report.Problem.EN, second.Echo.EN)
		}
	}
}

func TestNothingIsGradedUnlessAllIsRead(t *testing.T) {
	t.Parallel()
	v := chain(1, 4)
	for name, c := range map[string]struct {
		input map[string]string
		says  []string
	}{
		"unreadable":   {map[string]string{"sum": "abc", "double": "10"}, []string{"sum:", "'abc'"}},
		"empty":        {map[string]string{"sum": "", "double": "10"}, []string{"sum: There is no answer yet."}},
		"missing":      {map[string]string{"sum": "5"}, []string{"double: There is no answer yet."}},
		"unknown part": {map[string]string{"sum": "5", "double": "10", "product": "4"}, []string{"product", "sum, double"}},
		"two of these": {map[string]string{"sum": "5 6"}, []string{"sum: One number", "double: There is no"}},
		"nothing":      {nil, []string{"sum:", "double:"}},
	} {
		report := exercises.Grade(v, c.input)
		if report.Outcome != exercises.Ungraded || report.Share != 0 {
			t.Errorf("%s: %s, share %g", name, report.Outcome, report.Share)
		}
		for _, want := range c.says {
			if !strings.Contains(report.Problem.EN, want) {
				t.Errorf("%s: %q does not say %q", name, report.Problem.EN, want)
			}
		}
		for _, res := range report.Parts {
			if res.Outcome != exercises.Ungraded || res.Mistake != "" {
				t.Errorf("%s: part %s was graded", name, res.Part)
			}
		}
	}
}

func drawn(t *testing.T, e exercises.Exercise, seed uint64) exercises.Variant {
	t.Helper()
	v, err := e.Draw(seed)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestDraw(t *testing.T) {
	t.Parallel()
	e := chainExercise()
	if got := drawn(t, e, 0).Parts[0].Answer(); got != "4" {
		t.Errorf("seed 0 asks for %s, want the handout's 4", got)
	}
	answers := map[string]bool{}
	for seed := range uint64(100) {
		v := drawn(t, e, seed)
		if err := v.Check(); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
		if v.Parts[0].Answer() != drawn(t, e, seed).Parts[0].Answer() {
			t.Errorf("seed %d: two draws differ", seed)
		}
		answers[v.Parts[0].Answer()] = true
	}
	if len(answers) < 3 {
		t.Errorf("100 seeds ask for %v only", answers)
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	number := func(rules ...exercises.Rule) exercises.Variant {
		return exercises.Variant{Parts: []exercises.Part{exercises.Number("x", said, said, rules...)}}
	}
	exactly := func(x float64) exercises.Want { return exercises.Exactly(x) }
	to := func(digits int, x float64) exercises.Want { return exercises.To(digits, exercises.From(x)) }
	right := exercises.Right(to(2, 2), said)
	positive := func(v answer.Value) bool { return answer.Entries(v)[0] > 0 }
	never := func(answer.Value) bool { return false }
	always := func(answer.Value) bool { return true }
	for name, c := range map[string]struct {
		v    exercises.Variant
		says string
	}{
		"no answer":           {number(exercises.Mistaken("m", exactly(1), said)), "no correct rule"},
		"taken for right":     {number(right, exercises.Mistaken("m", exactly(2.005), said)), "taken for correct"},
		"right when rounded":  {number(right, exercises.Mistaken("m", to(1, 2.04), said)), "taken for correct"},
		"taken for another":   {number(right, exercises.Mistaken("m", exactly(3), said), exercises.Mistaken("n", exactly(3), said)), `taken for wrong "m"`},
		"not a number":        {number(right, exercises.Mistaken("m", exactly(math.NaN()), said)), "not finite"},
		"example that fails":  {number(exercises.Runs(1, never, said)), "does not accept its own"},
		"fine":                {number(right, exercises.Mistaken("m", exactly(3), said)), ""},
		"fine, same mistake":  {number(right, exercises.Mistaken("m", to(1, 3), said), exercises.Mistaken("m", to(1, 3.01), said)), ""},
		"fine, only examples": {number(exercises.Runs(1, positive, said), exercises.Fails("m", always, said)), ""},
		"numbered options": {exercises.Variant{Parts: []exercises.Part{exercises.Choose("x", said,
			exercises.No("m", lang.Same("2"), said), exercises.Yes(lang.Same("3"), said))}}, "reads as the number of option 2"},
	} {
		err := c.v.Check()
		if (err == nil) != (c.says == "") || (err != nil && !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%s: %v, want %q", name, err, c.says)
		}
	}
}

func TestChoice(t *testing.T) {
	t.Parallel()
	p := exercises.Choose("pick", said,
		exercises.No("first", lang.T("하나", "one"), said),
		exercises.Yes(lang.T("둘 셋", "two  three"), said))
	if p.Answer() != "2" {
		t.Errorf("the answer is %q, want 2", p.Answer())
	}
	for _, input := range []string{"2", "b", "둘  셋", "Two three", "둘 셋"} {
		v, err := p.Kind.Read(input)
		if err != nil || v.Typed() != "2" {
			t.Errorf("%q: %v, %v, want the second option", input, v, err)
			continue
		}
		if got := v.Echo(); got != lang.T("2. 둘 셋", "2. two  three") {
			t.Errorf("%q echoes %q", input, got)
		}
	}
	if v, err := p.Kind.Read("셋"); err == nil {
		t.Errorf("셋 was read as %v", v)
	}
	report := exercises.Grade(exercises.Variant{Parts: []exercises.Part{p}}, map[string]string{"pick": "a"})
	if report.Outcome != exercises.Wrong || report.Parts[0].Mistake != "first" {
		t.Errorf("a is %s %q", report.Outcome, report.Parts[0].Mistake)
	}
}

func TestAnswerHasTheDigitsThatAreAskedFor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		part exercises.Part
		want string
	}{
		{exercises.Number("x", said, said, exercises.Right(exercises.To(3, exercises.From(0.39916)), said)), "0.399"},
		{exercises.Number("x", said, said, exercises.Right(exercises.To(2, exercises.From(2.0/3)), said)), "0.67"},
		{exercises.Number("x", said, said, exercises.Right(exercises.Exactly(68), said)), "68"},
		{exercises.Number("x", said, said, exercises.Right(exercises.Exactly(0.1+0.2), said)), "0.3"},
		{exercises.Vector("x", 2, said, said, exercises.Right(exercises.To(1, exercises.From(1, -2.25)), said)), "(1, -2.3)"},
		{exercises.Matrix("x", 2, 2, said, said, exercises.Right(exercises.Exactly([]float64{58, 64, 139, 154}), said)), "[58 64; 139 154]"},
	} {
		if got := c.part.Answer(); got != c.want {
			t.Errorf("answer %q, want %q", got, c.want)
		}
	}
}

func TestExplainKnowsTheAnswer(t *testing.T) {
	t.Parallel()
	passes := func(got answer.Value) bool { return answer.Entries(got)[0] > 0 }
	doubled := func(got answer.Value, _ exercises.Way) lang.Text {
		return lang.Sprintf("두 배는 %g", "twice is %g", 2*answer.Entries(got)[0])
	}
	v := exercises.Variant{Parts: []exercises.Part{exercises.Number("n", said, said,
		exercises.Runs(1, passes, said).Explaining(doubled))}}
	if got := exercises.Grade(v, map[string]string{"n": "4"}).Parts[0].Feedback.EN; got != "twice is 8" {
		t.Errorf("feedback %q, want the doubled answer", got)
	}
}
