package exercises

import (
	"strings"

	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

// SayCells says how much of a wrong answer is right: which cells of a vector
// or a matrix are wrong, how many items of a list are right. It is empty where
// there is nothing to tell apart.
func (p Part) SayCells(r Result) lang.Text {
	if r.Outcome != Wrong || r.FollowThrough || len(r.Wrong) == 0 {
		return lang.Text{}
	}
	switch kind := p.Kind.(type) {
	case answer.Vector:
		return sayEntries(r.Wrong, kind.Len, entryOfVector)
	case answer.Matrix:
		return sayEntries(r.Wrong, kind.Rows*kind.Cols-len(kind.Given), func(i int) lang.Text {
			return lang.Sprintf("%[1]d행 %[2]d열", "row %[1]d, column %[2]d", i/kind.Cols+1, i%kind.Cols+1)
		})
	case answer.Several: // which ones would be the answer
		n := len(kind.Options)
		return lang.Sprintf("보기 %[1]d개 가운데 %[2]d개를 바르게 가렸어요.", "Of the %[1]d options you judged %[2]d rightly.", n, n-len(r.Wrong))
	case answer.Order:
		n := len(kind.Items)
		return lang.Sprintf("%[1]d개 가운데 %[2]d개가 제자리에 있어요.", "Of the %[1]d items, %[2]d stand in their place.", n, n-len(r.Wrong))
	}
	return lang.Text{}
}

func entryOfVector(i int) lang.Text { return lang.Sprintf("%d번 성분", "entry %d", i+1) }

// sayEntries names the wrong ones of n entries, unless all of them are.
func sayEntries(wrong []int, n int, name func(int) lang.Text) lang.Text {
	if len(wrong) >= n {
		return lang.Text{}
	}
	var ko, en []string
	for _, i := range wrong {
		ko, en = append(ko, name(i).KO), append(en, name(i).EN)
	}
	right := lang.Sprintf("%[1]d칸 가운데 %[2]d칸이 맞았어요. 틀린 칸: ", "%[2]d of %[1]d entries are right. Wrong: ", n, n-len(wrong))
	return lang.T(right.KO+strings.Join(ko, ", ")+".", right.EN+strings.Join(en, "; ")+".")
}
