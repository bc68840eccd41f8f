package exercises

import (
	"errors"
	"slices"
	"strings"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// Report is what became of the answers to a variant.
type Report struct {
	Outcome Outcome   // Ungraded when anything is missing or unreadable; Correct when every part is; else Wrong
	Problem lang.Text // for Ungraded: what stands in the way
	Parts   []Result  // one for each part of the variant, in its order
	Share   float64   // of the parts that were earned, from 0 to 1
}

// Result is what became of the answer to one part.
type Result struct {
	Part    string // id of the part
	Outcome Outcome
	Mistake string // id of the known mistake that leads to this answer, if any

	// FollowThrough tells a wrong number that was worked out rightly from
	// an earlier answer that was wrong. It earns its share.
	FollowThrough bool

	Share    float64      // of the part that was earned, from 0 to 1
	Wrong    []int        // the cells that are wrong, counted from 0, where that can be told
	Feedback lang.Text    // what the answer teaches; for Ungraded: what could not be read
	Read     answer.Value // as it was understood; nil when nothing could be read
	Echo     lang.Text    // the same in words; empty when nothing could be read
}

// FirstMistake returns the id of the first known mistake among the parts, or
// "" when there is none.
func (r Report) FirstMistake() string {
	for _, p := range r.Parts {
		if p.Mistake != "" {
			return p.Mistake
		}
	}
	return ""
}

// wayward reports whether a part was answered by a known mistake, or by what
// follows from one: others may follow from it in turn.
func (r Result) wayward() bool {
	return r.Outcome == Wrong && (r.FollowThrough || r.Mistake != "" && r.Mistake != roughly)
}

// Grade grades the answers to a variant, given by the ids of its parts.
// Nothing is graded unless every part can be read and decided.
func Grade(v Variant, input map[string]string) Report {
	report := read(v, input)
	if !report.Problem.IsZero() {
		return report
	}
	earlier, earned := map[string]Result{}, 0.0
	for i, p := range v.Parts {
		res := &report.Parts[i]
		if p.grade(res, earlier); res.Outcome == Ungraded {
			return undecided(v, report, i)
		}
		earlier[p.ID] = *res
		earned += res.Share
	}
	report.Share = earned / float64(len(v.Parts))
	report.Outcome = overall(report.Parts)
	return report
}

// undecided reports that part i could not be told right from wrong.
func undecided(v Variant, report Report, i int) Report {
	again := Report{Parts: make([]Result, len(v.Parts))}
	for k, res := range report.Parts {
		again.Parts[k] = Result{Part: res.Part, Read: res.Read, Echo: res.Echo}
	}
	again.Parts[i].Feedback = sayUndecided()
	again.Problem = about(v.Parts[i], sayUndecided())
	return again
}

func sayUndecided() lang.Text {
	return lang.T("이 식이 정답과 같은 식인지 확인하지 못했어요. 더 간단한 꼴로 적어 주세요.",
		"It could not be told whether this is the same as the answer. Please write it in a simpler form.")
}

// grade applies the rules to the answer in res. It stays Ungraded when it
// cannot be decided.
func (p Part) grade(res *Result, earlier map[string]Result) {
	rule, way, undecided := p.match(res.Read)
	if undecided {
		return
	}
	res.Outcome, res.Mistake, res.Feedback = rule.Outcome, rule.Mistake, rule.Feedback
	if rule.Explain != nil {
		res.Feedback = rule.Explain(res.Read, way)
	}
	if res.Outcome == Correct {
		res.Share = 1
		return
	}
	p.mark(res)
	p.followThrough(res, rule, earlier)
}

// mark finds the cells of a wrong answer that are wrong.
func (p Part) mark(res *Result) {
	r, ok := p.right()
	if !ok || r.Match != nil || res.Mistake == roughly {
		return
	}
	tol := 0.0
	if r.Want.digits != answer.Exact {
		tol = r.Want.unit()
	}
	verdict := res.Read.Compare(p.shaped(r.Want.value), tol)
	res.Share, res.Wrong = verdict.Share, verdict.Wrong
	if kind, ok := p.Kind.(answer.Matrix); ok && len(kind.Given) > 0 { // which earn nothing
		asked := kind.Rows*kind.Cols - len(kind.Given)
		res.Share = max(0, 1-float64(len(res.Wrong))/float64(asked))
	}
}

// followThrough marks a wrong answer that follows from the earlier ones. A
// known mistake keeps its sentence: it says where the chain went wrong.
func (p Part) followThrough(res *Result, rule Rule, earlier map[string]Result) {
	if rule.Carried && madeBefore(rule.Mistake, earlier) {
		res.FollowThrough, res.Share, res.Feedback = true, 1, join(res.Feedback, sayCarried())
		return
	}
	i := slices.IndexFunc(p.Rules, func(r Rule) bool { return r.follows(res.Read, earlier) })
	if i < 0 {
		return
	}
	res.FollowThrough, res.Share = true, 1
	if res.Mistake == "" {
		res.Feedback = p.Rules[i].Feedback
		return
	}
	res.Feedback = join(res.Feedback, p.Rules[i].Feedback)
}

func madeBefore(mistake string, earlier map[string]Result) bool {
	for _, r := range earlier {
		if r.Mistake == mistake && r.Outcome == Wrong {
			return true
		}
	}
	return false
}

func sayCarried() lang.Text {
	return lang.T("앞의 답에서 이어지는 계산으로는 맞아요. 앞의 답을 바로잡으면 이 값도 맞게 돼요.",
		"Given your earlier answer this step is right. Mend that and this one comes right, too.")
}

func overall(parts []Result) Outcome {
	outcome := Correct
	for _, res := range parts {
		outcome = min(outcome, res.Outcome)
	}
	return outcome
}

// read reads every part. Problem is set when one is missing, unreadable or
// not asked for.
func read(v Variant, input map[string]string) Report {
	report := Report{Parts: make([]Result, len(v.Parts))}
	problems := []lang.Text{}
	if unknown := unknownParts(v, input); len(unknown) > 0 {
		problems = append(problems, lang.Sprintf("%[1]s: 이 문제에 없는 답란이에요. 있는 답란: %[2]s.",
			"%[1]s: this exercise asks for no such thing. It asks for %[2]s.",
			quoted(unknown), strings.Join(partIDs(v), ", ")))
	}
	for i, p := range v.Parts {
		res := &report.Parts[i]
		res.Part = p.ID
		got, err := p.Kind.Read(input[p.ID])
		if err != nil {
			res.Feedback = what(err)
			problems = append(problems, about(p, res.Feedback))
			continue
		}
		res.Read, res.Echo = got, got.Echo()
	}
	report.Problem = join(problems...)
	return report
}

// about puts the id of a part before a sentence.
func about(p Part, what lang.Text) lang.Text {
	return lang.T(p.ID+": "+what.KO, p.ID+": "+what.EN)
}

func unknownParts(v Variant, input map[string]string) []string {
	unknown := []string{}
	for id := range input {
		if !slices.Contains(partIDs(v), id) {
			unknown = append(unknown, id)
		}
	}
	slices.Sort(unknown)
	return unknown
}

// quoted lists names that somebody typed, the first few of many.
func quoted(names []string) string {
	const most = 5
	var shown []string
	for _, name := range names[:min(len(names), most)] {
		shown = append(shown, lang.Quote(name))
	}
	if len(names) > most {
		shown = append(shown, "…")
	}
	return strings.Join(shown, ", ")
}

func partIDs(v Variant) []string {
	ids := make([]string, len(v.Parts))
	for i, p := range v.Parts {
		ids[i] = p.ID
	}
	return ids
}

// what returns the sentence of an error of Kind.Read.
func what(err error) lang.Text {
	if e, ok := errors.AsType[*answer.Error](err); ok {
		return e.What
	}
	return lang.Same(err.Error())
}

// join puts sentences after one another.
func join(texts ...lang.Text) lang.Text {
	var ko, en []string
	for _, t := range texts {
		if !t.IsZero() {
			ko, en = append(ko, t.KO), append(en, t.EN)
		}
	}
	return lang.T(strings.Join(ko, " "), strings.Join(en, " "))
}
