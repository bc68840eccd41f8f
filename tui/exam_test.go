package tui

import (
	"strings"
	"testing"

	"hakseup/lessons/lang"
)

// TestAMockExam answers some questions right, one wrong, and leaves the others
// out; the marks come at the end, and a wrong one explains itself.
func TestAMockExam(t *testing.T) {
	t.Parallel()
	for _, l := range lang.All() {
		t.Run(l.String(), func(t *testing.T) {
			t.Parallel()
			say := func(ko, en string) string { return lang.T(ko, en).In(l) }
			d := onDay(t, t.TempDir(), 0, l).press("x").expect("1/10")
			v, ok := d.app.top().(*exam)
			if !ok {
				t.Fatalf("x opens %T", d.app.top())
			}
			wrong := -1
			for i, e := range v.questions {
				d.expectNot(say("힌트", "hint"))
				d.expectNot(say("[ 채점", "[ Check"))
				answer := func(i int) string { return e.variant.Parts[i].Answer() }
				if len(e.variant.Parts) == 1 && wrong < 0 && e.variant.Parts[0].Options() == nil && !strings.Contains(answer(0), "=") {
					if ed, cells := e.form.editors[0].(*cellsEditor); cells {
						wrong = i
						for range ed.cells {
							d.press("7919 Enter")
						}
						continue
					}
				}
				if i == len(v.questions)-1 {
					break // left out
				}
				for k, ed := range e.form.editors {
					fill(t, d, ed, answer(k))
				}
				if v.at == i {
					d.press("Enter")
				}
			}
			if v.at != len(v.questions)-1 {
				t.Fatalf("at question %d", v.at+1)
			}
			if n := d.app.session.summary.Attempts; n != 0 || v.over() {
				t.Errorf("%d answers were graded before the end", n)
			}
			// Leaving it loses nothing, and what is empty is told.
			d.press("Esc").expect(say("차례", "Contents")).press("x").expect("10/10")
			d.run(v.finish())
			d.expect(say("빈칸이 남은 문제가 1개", "empty boxes: 1"))
			d.run(v.finish())
			d.expect(say("10문제 중 8개 맞음", "right 8 of 10"))
			if n := d.app.session.summary.Attempts; n != 9 {
				t.Errorf("%d answers are kept, want 9", n)
			}
			if wrong < 0 {
				t.Fatal("no question could be answered wrong")
			}
			v.choose(wrong)
			d.press("Enter").expect(say("풀이", "Solution"), "✗").press("Esc").expect(say("점수", "Mark"))
			v.choose((wrong + 1) % 9)
			d.press("Enter").expect("✓").press("Esc Esc").expect(say("차례", "Contents"))
			d.press("x").expect("1/10")
		})
	}
}
