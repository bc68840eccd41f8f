package lessons

import (
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
