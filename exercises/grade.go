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

	Feedback lang.Text    // what the answer teaches; for Ungraded: what could not be read
	Read     answer.Value // as it was understood
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

// Grade grades the answers to a variant, given by the ids of its parts.
// Nothing is graded unless every part can be read.
func Grade(v Variant, input map[string]string) Report {
	report := read(v, input)
	if !report.Problem.IsZero() {
		return report
	}
	earlier := map[string]answer.Value{}
	slipped := false // an earlier part is wrong
	earned := 0
	for i, p := range v.Parts {
		res := &report.Parts[i]
		p.grade(res)
		if slipped && res.Outcome == Wrong {
			p.followThrough(res, earlier)
		}
		earlier[p.ID] = res.Read
		slipped = slipped || res.Outcome == Wrong
		if res.Outcome == Correct || res.FollowThrough {
			earned++
		}
	}
	report.Outcome = overall(report.Parts)
	report.Share = float64(earned) / float64(max(1, len(v.Parts)))
	return report
}

// grade applies the rules to the answer in res.
func (p Part) grade(res *Result) {
	rule, ok := p.match(res.Read)
	if !ok {
		rule = Rule{Outcome: Wrong, Feedback: p.Wrong}
	}
	res.Outcome, res.Mistake, res.Feedback = rule.Outcome, rule.Mistake, rule.Feedback
	if rule.Explain != nil {
		res.Feedback = rule.Explain(res.Read)
	}
}

// followThrough marks a wrong answer that follows from the earlier ones. A
// known mistake keeps its sentence: it says where the chain went wrong.
func (p Part) followThrough(res *Result, earlier map[string]answer.Value) {
	i := slices.IndexFunc(p.Rules, func(r Rule) bool { return r.follows(res.Read, earlier) })
	if i < 0 {
		return
	}
	res.FollowThrough = true
	if res.Mistake == "" {
		res.Feedback = p.Rules[i].Feedback
		return
	}
	res.Feedback = join(res.Feedback, p.Rules[i].Feedback)
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
			strings.Join(unknown, ", "), strings.Join(partIDs(v), ", ")))
	}
	for i, p := range v.Parts {
		res := &report.Parts[i]
		res.Part = p.ID
		got, err := p.Read(input[p.ID])
		if err != nil {
			res.Feedback = what(err)
			problems = append(problems, lang.Sprintf("%[1]s: %[2]s", "%[1]s: %[3]s", p.ID, res.Feedback.KO, res.Feedback.EN))
			continue
		}
		res.Read, res.Echo = got, p.Echo(got)
	}
	report.Problem = join(problems...)
	return report
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

func partIDs(v Variant) []string {
	ids := make([]string, len(v.Parts))
	for i, p := range v.Parts {
		ids[i] = p.ID
	}
	return ids
}

// what returns the sentence of an error of Part.Read.
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
