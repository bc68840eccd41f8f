package tui

import (
	"slices"
	"strings"
	"sync"

	"hakseup/exercises"
	"hakseup/exercises/bank"
	"hakseup/exercises/overview"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/find"
)

// library is what is taught. Nothing in it changes, so that any number of
// learners can share it.
type library struct {
	course   *lessons.Course
	chapters []chapter

	indexed sync.Once
	found   *find.Index

	mu     sync.Mutex
	parsed map[lectureID]*lessons.Lecture
}

// lectureID names a lecture in one language.
type lectureID struct {
	slug string
	lang lang.Lang
}

func newLibrary(course *lessons.Course) *library {
	return &library{course: course, chapters: tableOfContents(course), parsed: map[lectureID]*lessons.Lecture{}}
}

// lecture returns a lecture in a language. It is parsed once; the content test
// has shown that it can be.
func (b *library) lecture(slug string, in lang.Lang) *lessons.Lecture {
	b.mu.Lock()
	defer b.mu.Unlock()
	id := lectureID{slug, in}
	if b.parsed[id] == nil {
		l, err := b.course.Lecture(slug, in)
		if err != nil {
			// A mistake in a lesson file is shown in its place.
			l = &lessons.Lecture{Slug: slug, Title: slug, Pages: []lessons.Page{{Title: err.Error()}}}
		}
		b.parsed[id] = l
	}
	return b.parsed[id]
}

// chapter returns the entry of the table of contents for a lecture.
func (b *library) chapter(slug string) chapter {
	i := slices.IndexFunc(b.chapters, func(c chapter) bool { return c.slug == slug })
	return b.chapters[i]
}

// givenAway reports whether a page gives away the result of an exercise with
// the handout's numbers.
func (b *library) givenAway(id string) bool {
	for _, c := range b.chapters {
		if c.pages == 0 {
			continue
		}
		if slices.Contains(b.lecture(c.slug, lang.KO).GivenAway(), id) { // the languages agree in this
			return true
		}
	}
	return false
}

// chapterOf returns the slug of the chapter that an exercise belongs to.
func (b *library) chapterOf(exercise string) string {
	for _, c := range b.chapters {
		if slices.ContainsFunc(c.exercises, func(e exercises.Exercise) bool { return e.ID == exercise }) {
			return c.slug
		}
	}
	return ""
}

// pageOf returns the page that offers an exercise: it explains what it takes.
func (b *library) pageOf(exercise string) (slug string, page int, ok bool) {
	for _, c := range b.chapters {
		if c.pages == 0 {
			continue
		}
		for i, p := range b.lecture(c.slug, lang.KO).Pages { // the languages agree in this
			for _, block := range p.Blocks {
				if ref, offers := block.(*lessons.ExerciseRef); offers && ref.ID == exercise {
					return c.slug, i, true
				}
			}
		}
	}
	return "", 0, false
}

// question finds a question of a lecture that asks before something is seen, by
// its id.
func (b *library) question(slug, id string, in lang.Lang) (page lessons.Page, at int, ok bool) {
	if !slices.ContainsFunc(b.chapters, func(c chapter) bool { return c.slug == slug && c.pages > 0 }) {
		return lessons.Page{}, 0, false
	}
	for _, p := range b.lecture(slug, in).Pages {
		for i, block := range p.Blocks {
			if q, asks := block.(*lessons.Question); asks && q.ID == id && q.Kind != lessons.Saw {
				return p, i, true
			}
		}
	}
	return lessons.Page{}, 0, false
}

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

const practiceSlug = overview.Practice

// open reports whether there is something in the chapter to open.
func (c chapter) open() bool { return c.pages > 0 || c.slug == practiceSlug || c.slug == slipsSlug }

// tableOfContents lists the whole course in order.
func tableOfContents(course *lessons.Course) []chapter {
	var list []chapter
	for _, o := range course.Entries() {
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
