package tui

import (
	"strings"

	"hakseup/exercises"
	"hakseup/exercises/bank"
	"hakseup/lessons/lang"
)

// chapter is an entry of the table of contents: a lecture with its
// exercises, the collection of practice exercises, or the slips of the handout.
type chapter struct {
	number    string // "06", ★ for the practice exercises, ≠ for the slips
	slug      string
	title     lang.Text
	summary   lang.Text
	pages     int // 0 for what is no lecture, or not yet written
	exercises []exercises.Exercise
}

const practiceSlug = "practice"

// open reports whether there is something in the chapter to open.
func (c chapter) open() bool { return c.pages > 0 || c.slug == practiceSlug || c.slug == slipsSlug }

// tableOfContents lists the whole course in order.
func (s *session) tableOfContents() []chapter {
	var list []chapter
	for _, o := range s.course.Entries() {
		list = append(list, chapter{
			number: o.Slug[:2], slug: o.Slug, title: o.Title, summary: o.Summary,
			exercises: exercisesOf(o.Slug[:2] + "/"), pages: o.Pages,
		})
	}
	return append(list, chapter{
		number: "≠", slug: slipsSlug, title: SlipsTitle(),
		summary: lang.T("인쇄된 강의 자료와 다른 곳을 한데 모아 보아요.", "Where the printed handout differs, all in one place."),
	}, chapter{
		number: "★", slug: practiceSlug,
		title:     lang.T("연습 문제", "Practice exercises"),
		summary:   lang.T("강의 자료에 실린 연습문제를 채점받으며 풀어요.", "The exercises of the handout, graded as you solve them."),
		exercises: exercisesOf("practice"),
	})
}

func exercisesOf(prefix string) []exercises.Exercise {
	var list []exercises.Exercise
	for _, e := range bank.All() {
		if strings.HasPrefix(e.ID, prefix) {
			list = append(list, e)
		}
	}
	return list
}
