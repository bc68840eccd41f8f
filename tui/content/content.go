// Package content holds the lessons against the labs and the exercises that they
// name: that every directive leads somewhere, that both languages say the same,
// that no page gives an exercise away, and that what a page claims of chance comes
// true. The tests run it over the course, and so does hakseup dev check over a
// folder that somebody works on.
package content

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"hakseup/exercises/bank"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/labs"
)

// Problem is something that does not hold, and where.
type Problem struct {
	File string // "06-softmax-loss/ko.md", or the id of an exercise
	Line int    // 0: of all of it
	Text lang.Text
}

// In returns the problem as "file:line: sentence" in a language.
func (p Problem) In(l lang.Lang) string {
	if p.Line == 0 {
		return p.File + ": " + p.Text.In(l)
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text.In(l))
}

// Report is what a check has found.
type Report struct {
	Problems []Problem
	Lectures int // that are written
	Pages    int // in one language
	Claims   int // that have been recomputed
}

// Check holds the lectures of a course, and the exercises, against all but the
// claims. It returns an error only where the course cannot be read at all.
func Check(course *lessons.Course) Report {
	c := &checker{secrets: secrets()}
	c.read(course)
	pairs := map[string][]*lessons.Lecture{}
	for _, lecture := range c.lectures {
		c.lecture(lecture, len(pairs[lecture.Slug]) == 0)
		pairs[lecture.Slug] = append(pairs[lecture.Slug], lecture)
	}
	for _, e := range course.Entries() {
		if pair := pairs[e.Slug]; len(pair) == len(lang.All()) {
			c.languages(pair[0], pair[1])
			c.report.Lectures++
			c.report.Pages += len(pair[0].Pages)
		}
	}
	whole := c.report.Lectures == len(course.Entries())
	if whole {
		c.unused()
	}
	c.exerciseTexts(whole)
	return c.sorted()
}

// checker gathers what does not hold.
type checker struct {
	lectures []*lessons.Lecture
	labs     map[string]bool // that pages show
	named    map[string]bool // exercises that pages name
	secrets  []string        // the results of the course's own exercises
	report   Report
}

func (c *checker) sorted() Report {
	slices.SortStableFunc(c.report.Problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return c.report
}

// fail notes what does not hold, by a sentence in both languages.
func (c *checker) fail(file string, line int, ko, en string, args ...any) {
	c.report.Problems = append(c.report.Problems, Problem{file, line, lang.Sprintf(ko, en, args...)})
}

// read parses every lecture that is written, in every language.
func (c *checker) read(course *lessons.Course) {
	c.labs, c.named = map[string]bool{}, map[string]bool{}
	for _, e := range course.Entries() {
		if !e.Written {
			continue
		}
		for _, l := range lang.All() {
			lecture, err := course.Lecture(e.Slug, l)
			if err == nil {
				c.lectures = append(c.lectures, lecture)
				continue
			}
			if found, ok := errors.AsType[lessons.Errors](err); ok {
				for _, p := range found {
					c.report.Problems = append(c.report.Problems, Problem{p.File, p.Line, p.Text})
				}
				continue
			}
			c.fail(e.Slug, 0, "%[1]s로 읽을 수 없어요: %[2]v", "Cannot be read in %[1]s: %[2]v", l, err)
		}
	}
}

// lecture holds a lecture by itself. The ways through the labs take time and are
// gone in the first of its languages: the other one has the same.
func (c *checker) lecture(lecture *lessons.Lecture, first bool) {
	c.code(lecture)
	whole := lecture.Pages[len(lecture.Pages)-1].Closing
	for i := range lecture.Pages {
		page := &lecture.Pages[i]
		c.formulas(page)
		l, ok := c.scene(page)
		if !ok {
			continue
		}
		if first {
			c.ways(page)
		}
		c.exercises(page)
		if whole {
			c.active(page)
			c.givenAway(page, said(page, l, lecture.Lang))
		}
	}
}

// code looks for the files of the engine that a lecture is about.
func (c *checker) code(lecture *lessons.Lecture) {
	file := lecture.Pages[0].File
	if len(lecture.Code) == 0 {
		c.fail(file, 1, "머리말에 code가 없어요: 이 강의의 계산을 하는 nn의 파일을 적어 주세요.", "The front matter has no code: name the files of nn that compute what the lecture is about.")
	}
	for _, name := range lecture.Code {
		if _, err := nn.Source(name); err != nil {
			c.fail(file, 1, "엔진에 %[1]s라는 파일은 없어요.", "The engine has no file %[1]s.", name)
		}
	}
}

// scene returns the lab of a page as the page opens it.
func (c *checker) scene(page *lessons.Page) (lab.Lab, bool) {
	l, err := opened(page)
	if err != nil {
		c.fail(page.File, page.Scene.Line, "%[1]v", "%[1]v", err)
		return nil, false
	}
	c.labs[page.Scene.Lab] = true
	return l, true
}

func opened(page *lessons.Page) (lab.Lab, error) { return set(page.Scene.Lab, 1, page.Scene.Settings) }

// set returns a lab with a seed and some settings.
func set(id string, seed uint64, settings []lessons.Setting) (lab.Lab, error) {
	l, ok := labs.New(id)
	if !ok {
		return nil, fmt.Errorf("there is no lab %q: want one of %v", id, labs.IDs())
	}
	lab.Reset(l, seed)
	return l, lab.Apply(l, settings)
}

// unused looks for labs and exercises that no page of the whole course names.
func (c *checker) unused() {
	for _, id := range labs.IDs() {
		if !c.labs[id] {
			c.fail("lab "+id, 0, "이 실험을 보여 주는 쪽이 없어요.", "No page shows this lab.")
		}
	}
	for _, e := range bank.All() {
		if !c.named[e.ID] && !isPractice(e.ID) { // those have their place on the home screen
			c.fail(e.ID, 0, "이 문제를 부르는 쪽이 없어요.", "No page names this exercise.")
		}
	}
}
