package lessons

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"hakseup/lessons/lang"
)

// TestContentReads parses every lesson file of the course and reports every
// mistake with its file and line.
func TestContentReads(t *testing.T) {
	t.Parallel()
	names, err := fs.Glob(files, "[0-9]*/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		src, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := parseLecture(name, src); err != nil {
			t.Error(err)
		}
		for i, line := range strings.Split(string(src), "\n") {
			if !norm.NFC.IsNormalString(line) {
				t.Errorf("%s:%d: Hangul is not composed (NFC)", name, i+1)
			}
			if strings.Contains(line, "\t") {
				t.Errorf("%s:%d: tab", name, i+1)
			}
		}
	}
}

// TestContentFollowsOutline holds the folders against the plan of the course.
func TestContentFollowsOutline(t *testing.T) {
	t.Parallel()
	course, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	outline := Outline()
	entries := course.Entries()
	if len(entries) != len(outline) {
		t.Fatalf("%d lectures, %d planned", len(entries), len(outline))
	}
	for i, e := range entries {
		if e.Number != i+1 || e.Slug != outline[i].Slug {
			t.Errorf("lecture %d is %s, planned %s", e.Number, e.Slug, outline[i].Slug)
		}
		for _, l := range lang.All() {
			if e.Title.In(l) == "" || e.Summary.In(l) == "" {
				t.Errorf("%s has no title or summary in %s", e.Slug, l)
			}
			if lecture, err := course.Lecture(e.Slug, l); err == nil && len(lecture.Pages) != e.Pages {
				t.Errorf("%s has %d pages in %s, its entry says %d", e.Slug, len(lecture.Pages), l, e.Pages)
			}
		}
	}
}

// TestContentAgreesAcrossLanguages compares the two files of every lecture
// page for page.
func TestContentAgreesAcrossLanguages(t *testing.T) {
	t.Parallel()
	course, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range course.Entries() {
		if !e.Written {
			continue
		}
		ko, err := course.Lecture(e.Slug, lang.KO)
		if err != nil {
			t.Error(err)
			continue
		}
		en, err := course.Lecture(e.Slug, lang.EN)
		if err != nil {
			t.Error(err)
			continue
		}
		if len(ko.Pages) != len(en.Pages) {
			t.Errorf("%s has %d pages in Korean, %d in English", e.Slug, len(ko.Pages), len(en.Pages))
		}
		for i := range min(len(ko.Pages), len(en.Pages)) {
			compare(t, &ko.Pages[i], &en.Pages[i])
		}
	}
}

func compare(t *testing.T, ko, en *Page) {
	t.Helper()
	a, b := skeleton(ko), skeleton(en)
	for i := range max(len(a), len(b)) {
		var left, right string
		if i < len(a) {
			left = a[i]
		}
		if i < len(b) {
			right = b[i]
		}
		if left != right {
			t.Errorf("%s:%d: %q, but %s:%d: %q", ko.File, ko.Line, left, en.File, en.Line, right)
		}
	}
}

// skeleton lists what a page has to share with the page of the other language.
func skeleton(p *Page) []string {
	scene := "scene " + p.Scene.Lab
	for _, s := range p.Scene.Settings {
		scene += " " + s.Control + "=" + s.Value
	}
	out := []string{fmt.Sprintf("page %s, closing %v, of a slide %v", p.ID, p.Closing, p.Slide != ""), scene}
	formulas, slips := 0, 0
	for b := range All(p.Blocks) {
		switch b := b.(type) {
		case *Formula:
			formulas++
		case *Callout:
			if b.Kind == Slip {
				slips++
			}
			if t := b.Task; t != nil {
				out = append(out, fmt.Sprintf("task %s: when %v by %v", t.ID, t.When, t.By))
			}
		case *Question:
			out = append(out, fmt.Sprintf("question %d %s: %d of %d, hides %v", b.Kind, b.ID, b.Answer+1, len(b.Options), b.Hides))
			if see := b.See; see != nil {
				out = append(out, fmt.Sprintf("when %v by %v shows %v", see.When, see.By, see.Shows))
			}
		case *ExerciseRef:
			out = append(out, fmt.Sprintf("exercise %s, fresh %v", b.ID, b.Fresh))
		}
	}
	return append(out, fmt.Sprintf("%d display formulas", formulas), fmt.Sprintf("%d slips", slips))
}

// TestNoPageThatWasReadIsGone holds the pages that progress was once kept for
// by their numbers: each is still a page of its lecture.
func TestNoPageThatWasReadIsGone(t *testing.T) {
	t.Parallel()
	course, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for slug, ids := range NumberedPages() {
		lecture, err := course.Lecture(slug, lang.KO)
		if err != nil {
			t.Error(err)
			continue
		}
		pages := map[string]bool{}
		for _, p := range lecture.Pages {
			pages[p.ID] = true
		}
		for i, id := range ids {
			if !pages[id] {
				t.Errorf("%s: page %d was %s, and there is no such page now", slug, i, id)
			}
		}
	}
}
