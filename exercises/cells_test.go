package exercises_test

import (
	"testing"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/lessons/lang"
)

func TestSayCells(t *testing.T) {
	t.Parallel()
	items := []lang.Text{lang.Same("a"), lang.Same("b"), lang.Same("c"), lang.Same("d")}
	for _, tt := range []struct {
		kind  answer.Kind
		wrong []int
		want  lang.Text
	}{
		{answer.Matrix{Rows: 2, Cols: 3}, []int{1, 5}, lang.T("6칸 가운데 4칸이 맞았어요. 틀린 칸: 1행 2열, 2행 3열.", "4 of 6 entries are right. Wrong: row 1, column 2; row 2, column 3.")},
		{answer.Matrix{Rows: 2, Cols: 2, Given: map[int]string{0: "1"}}, []int{2}, lang.T("3칸 가운데 2칸이 맞았어요. 틀린 칸: 2행 1열.", "2 of 3 entries are right. Wrong: row 2, column 1.")},
		{answer.Vector{Len: 3}, []int{0}, lang.T("3칸 가운데 2칸이 맞았어요. 틀린 칸: 1번 성분.", "2 of 3 entries are right. Wrong: entry 1.")},
		{answer.Vector{Len: 2}, []int{0, 1}, lang.Text{}},
		{answer.Several{Options: items}, []int{3}, lang.T("보기 4개 가운데 3개를 바르게 가렸어요.", "Of the 4 options you judged 3 rightly.")},
		{answer.Order{Items: items}, []int{1, 2}, lang.T("4개 가운데 2개가 제자리에 있어요.", "Of the 4 items, 2 stand in their place.")},
		{answer.Number{}, []int{0}, lang.Text{}},
		{answer.Vector{Len: 3}, nil, lang.Text{}},
	} {
		p := exercises.Part{Kind: tt.kind}
		if got := p.SayCells(exercises.Result{Outcome: exercises.Wrong, Wrong: tt.wrong}); got != tt.want {
			t.Errorf("%#v %v: %+v, want %+v", tt.kind, tt.wrong, got, tt.want)
		}
		if got := p.SayCells(exercises.Result{Outcome: exercises.Wrong, FollowThrough: true, Wrong: tt.wrong}); !got.IsZero() {
			t.Errorf("what follows from an earlier answer has wrong cells: %+v", got)
		}
	}
}

// TestGivenEntriesEarnNothing grades a matrix of which one entry was filled in.
func TestGivenEntriesEarnNothing(t *testing.T) {
	t.Parallel()
	p := exercises.Matrix("m", 2, 2, lang.Same("m"), lang.Same("no"), exercises.Right(exercises.Exactly([]float64{1, 2, 3, 4}), lang.Same("ok")))
	p.Kind = answer.Matrix{Rows: 2, Cols: 2, Given: map[int]string{0: "1"}}
	for input, share := range map[string]float64{"1 9; 9 9": 0, "1 2; 9 9": 1.0 / 3, "1 2; 3 9": 2.0 / 3, "1 2; 3 4": 1, "9 9; 9 9": 0} {
		report := exercises.Grade(exercises.Variant{Parts: []exercises.Part{p}}, map[string]string{"m": input})
		if d := report.Share - share; d > 1e-12 || d < -1e-12 {
			t.Errorf("%s earns %g, want %g", input, report.Share, share)
		}
	}
}
