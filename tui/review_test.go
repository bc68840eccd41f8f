package tui

import (
	"testing"
	"time"

	"hakseup/exercises/review"
	"hakseup/lessons/lang"
)

// monday is when the stories begin that go on for days.
var monday = time.Date(2026, time.November, 23, 15, 0, 0, 0, time.UTC)

// onDay starts the program so many days later.
func onDay(t *testing.T, dir string, days int, l lang.Lang) *driver {
	t.Helper()
	return open(t, 120, 36, Options{DataDir: dir, Lang: l, LangGiven: true, Now: func() time.Time { return monday.AddDate(0, 0, days) }})
}

// TestWhatFadesComesBack has a learner make a mistake, look at a solution and
// miss a prediction; the next day all comes back, with fresh numbers, and then
// stays away longer.
func TestWhatFadesComesBack(t *testing.T) {
	t.Parallel()
	for _, l := range lang.All() {
		t.Run(l.String(), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			d := onDay(t, dir, 0, l)
			say := func(ko, en string) string { return lang.T(ko, en).In(l) }
			d.press("r").expect(say("아직은 없어요", "There are none yet"))
			d.press("End Enter Enter 0.523 Enter 1.284 Enter").expect(say("전치", "transpos"))
			d.press("Esc Esc Home Down Down Down Down Down Enter Right Right 1 Esc")
			if n := d.app.session.due(); n != 0 {
				t.Errorf("%d things are due at once", n)
			}

			d = onDay(t, dir, 1, l)
			if n := d.app.session.due(); n != 2 {
				t.Fatalf("%d things are due: %+v", n, d.app.session.schedule().Due(monday.AddDate(0, 0, 1)))
			}
			d.press("r")
			v, ok := d.app.top().(*sitting)
			if !ok {
				t.Fatalf("r opens %T", d.app.top())
			}
			for range 2 {
				switch asked := v.asked.(type) {
				case *exercise:
					d.expect(say("새 숫자", "fresh numbers"), "/2")
					for i, ed := range asked.form.editors {
						fill(t, d, ed, asked.variant.Parts[i].Answer())
					}
					d.expect(say("모두 맞았어요", "All right"))
				case *recall:
					d.expect(say("전에 다르게 답한 질문", "answered this one otherwise"))
					page, q, _ := asked.asks()
					d.press(string(rune('1' + q.Answer))).expect(page.Title)
				}
				d.press("Enter")
			}
			d.expect(say("복습을 마쳤어요", "The review is done"), say("일 뒤", "in "))
			d.press("Enter").expect(say("차례", "Contents"))
			d.press("r").expect(say("오늘 복습할 것은 다 했어요", "Nothing is due today"))
		})
	}
}

// TestAWrongAnswerInASittingEndsNothing goes on after the solution was shown,
// and has the exercise come back the next day.
func TestAWrongAnswerInASittingEndsNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	onDay(t, dir, 0, lang.KO).press("End Enter Enter 0.523 Enter 1.284 Enter")
	d := onDay(t, dir, 3, lang.KO).press("r 1 Enter 1 Enter")
	d.expect("고쳐서 다시 채점해 보세요").expectNot("마치기")
	d.press("Tab Tab Tab s").expect("마치기")
	d.press("]").expect("✗", "내일")
}

// TestTheExplainingPageIsOffered answers wrong three times.
func TestTheExplainingPageIsOffered(t *testing.T) {
	t.Parallel()
	d := open(t, 120, 36, Options{Lecture: "06-softmax-loss"}).press("] e")
	e, ok := d.app.top().(*exercise)
	if !ok {
		t.Fatalf("e opens %T", d.app.top())
	}
	d.press("7 Enter 7 Enter")
	for range stuckAfter - 1 {
		d.expectNot("설명한 쪽 보기")
		d.run(e.grade())
	}
	d.expect("설명한 쪽 보기").click("[ 설명한 쪽 보기")
	if l, ok := d.app.top().(*lecture); !ok || l.slug != "06-softmax-loss" {
		t.Errorf("the button opens %T", d.app.top())
	}
}

// TestASittingHasSixThings does many exercises and waits.
func TestASittingHasSixThings(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := onDay(t, dir, 0, lang.EN)
	for _, ex := range d.app.session.chapters[5].exercises {
		d.run(d.app.session.shown(ex.ID, 0))
	}
	d = onDay(t, dir, 2, lang.EN).press("r")
	if v, ok := d.app.top().(*sitting); !ok || len(v.items) != review.Most {
		t.Errorf("r opens %T", d.app.top())
	}
	d.expect("1/6")
}
