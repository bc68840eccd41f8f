package plain

import (
	"hakseup/exercises"
	"hakseup/lessons/lang"
)

// Verdict says what became of the answer to a part.
func Verdict(r exercises.Result) lang.Text {
	switch {
	case r.Outcome == exercises.Correct:
		return lang.T("맞았어요", "right")
	case r.FollowThrough:
		return lang.T("앞의 답에서 바르게 이어졌어요", "follows from your earlier answer")
	}
	return lang.T("틀렸어요", "wrong")
}

// Report says for each part how it was read, what became of it, and what that
// teaches.
func (v Voice) Report(variant exercises.Variant, report exercises.Report) {
	for i, r := range report.Parts {
		p := variant.Parts[i]
		v.Line(v.Inline(p.Label) + " = " + v.Inline(r.Echo) + ": " + Verdict(r).In(v.Lang) + ".")
		v.Markdown(r.Feedback)
		if cells := p.SayCells(r); !cells.IsZero() {
			v.Say(cells)
		}
	}
}
