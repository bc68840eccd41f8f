package tui

import (
	"testing"
	"time"

	"hakseup/exercises"
	"hakseup/exercises/bank"
	"hakseup/exercises/progress"
	"hakseup/lessons/lang"
)

// TestTheFirstStartExplainsItself shows on one screen what there is, until the
// learner has begun or looked around.
func TestTheFirstStartExplainsItself(t *testing.T) {
	t.Parallel()
	for _, l := range lang.All() {
		for _, size := range []size{{120, 36}, {80, 24}} {
			say := func(ko, en string) string { return lang.T(ko, en).In(l) }
			dir := t.TempDir()
			d := open(t, size.w, size.h, Options{Lang: l, LangGiven: true, DataDir: dir})
			d.expect(say("읽고, 만져 보고", "Here you learn"), "Tab", say("복습(r)", "review (r)"), say("01강부터", "with lecture 01"), "▸ 01")
			d.press("Down").expectNot(say("읽고, 만져 보고", "Here you learn"))
			d = open(t, size.w, size.h, Options{Lang: l, LangGiven: true, DataDir: dir}).press("Enter").expect("1/15").press("Esc")
			d.expect(say("다음: 01강 2쪽", "next: lecture 01, page 2")).expectNot(say("읽고, 만져 보고", "Here you learn"))
			d.press("Space").expect("2/15")
		}
	}
}

// TestTheWayLeadsThroughTheCourse follows what home says: the next page, also
// of the next lecture, what is due, the exercises that are left, and in the
// end what to do with what was learned.
func TestTheWayLeadsThroughTheCourse(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	store := progress.Open(dir, nil, progress.WithClock(func() time.Time { return monday }))
	course := courseOf(t)
	read := func(slug string) {
		l, err := course.Lecture(slug, lang.KO)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range l.Pages {
			store.Visit(progress.Place{Lecture: slug, Page: p.ID})
		}
	}
	solve := func(id string) {
		if err := store.AddAttempt(progress.Attempt{Exercise: id, Outcome: exercises.Correct}); err != nil {
			t.Fatal(err)
		}
	}
	save := func() {
		if err := store.Save(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	defer func() { _ = store.Close() }()

	read("08-gradient-descent")
	save()
	onDay(t, dir, 0, lang.KO).expect("다음: 09강 1쪽").press("Space").expect("1/", "09 ")
	for _, e := range course.Entries() {
		if e.Written {
			read(e.Slug)
		}
	}
	all := bank.All()
	for _, ex := range all[1:] {
		solve(ex.ID)
	}
	save()
	onDay(t, dir, 0, lang.KO).expect("남은 문제 1개", "뉴런의 부분").press("Space Enter").expect("뉴런의 부분")
	solve(all[0].ID)
	save()
	for _, l := range lang.All() {
		say := func(ko, en string) string { return lang.T(ko, en).In(l) }
		d := onDay(t, dir, 0, l)
		d.expect(say("모두 읽고 모두 풀었어요", "Everything is read and solved"), say("모의시험", "mock exam"), say("다음 복습은 5일 뒤", "the next review is in 5 days"))
		d.press("Space").expect("1/10")
		d = onDay(t, dir, 6, l).expect(say("돌아왔어요", "back for review"))
		d.press("Space").expect("1/6")
	}
}

// TestWhereTheLearnerStands solves with a mistake, takes time, and reads it on
// the screen.
func TestWhereTheLearnerStands(t *testing.T) {
	t.Parallel()
	at := monday
	d := open(t, 120, 36, Options{Now: func() time.Time { return at }})
	d.press("End Enter Enter 0.523 Enter 1.284")
	at = at.Add(50 * time.Second)
	d.press("Enter")
	at = at.Add(50 * time.Second)
	d.press("Esc Esc p").expect("학습 현황", "가중치 행렬을 전치해서", "1번 · 연습문제 1", "2분", "50%")
	d.press("L").expect("Where you stand", "2 min", "1× · Practice 1").press("Esc").expect("Contents")
}

// TestTheStopwatchLeavesBreaksOut measures spells of touches.
func TestTheStopwatchLeavesBreaksOut(t *testing.T) {
	t.Parallel()
	var w stopwatch
	total := map[string]time.Duration{}
	touch := func(chapter string, after time.Duration) {
		if done, ended := w.touch(chapter, monday.Add(after)); ended {
			total[done.chapter] += done.time
		}
	}
	for i := range 10 { // 90 seconds, 10 at a time
		touch("06", time.Duration(i)*10*time.Second)
	}
	touch("06", time.Hour)                // a break
	touch("06", time.Hour+30*time.Second) // half a minute
	touch("", time.Hour+40*time.Second)   // ten seconds until the contents
	touch("", time.Hour+time.Minute)
	touch("04", time.Hour+time.Minute)
	touch("", time.Hour+time.Minute+time.Millisecond) // not worth keeping
	if got, want := total["06"], 130*time.Second; got != want || len(total) != 1 {
		t.Errorf("%v, want %v of 06", total, want)
	}
}
