package find

import (
	"testing"

	"hakseup/lessons"
)

func TestSearchForgives(t *testing.T) {
	t.Parallel()
	course, err := lessons.Default()
	if err != nil {
		t.Fatal(err)
	}
	x, err := New(course)
	if err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{
		"소프트맥스":      "softmax",
		"ㅅㅍㅌ":        "softmax", // initials
		"소픝":         "softmax", // not finished
		"소프ㅌ":        "softmax",
		"소프트 맥 스":    "softmax",
		"SOFT max":   "softmax",
		"뙗뗗":         "",
		"06/softmax": "06/softmax",
		"":           "",
		" ":          "",
	} {
		found := x.Search(query)
		if want == "" && len(found) > 0 {
			t.Errorf("%q finds %+v", query, found[0])
		}
		if want != "" && (len(found) == 0 || !has(found, want)) {
			t.Errorf("%q does not find %s: %+v", query, want, found)
		}
	}
	if got := x.Search("softmax"); len(got) == 0 || !has(got, "softmax") {
		t.Errorf("softmax: %+v", got)
	}
}

func has(found []Entry, id string) bool {
	for _, e := range found[:min(5, len(found))] {
		if e.ID == id {
			return true
		}
	}
	return false
}

// TestSearchFindsBothLanguages looks for every page by its titles.
func TestSearchFindsBothLanguages(t *testing.T) {
	t.Parallel()
	course, err := lessons.Default()
	if err != nil {
		t.Fatal(err)
	}
	x, err := New(course)
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range x.items {
		if it.Kind != Page {
			continue
		}
		for _, title := range []string{it.Title.KO, it.Title.EN} {
			there := false
			for _, e := range x.Search(title) {
				there = there || e.Lecture == it.Lecture && e.Page == it.Page
			}
			if !there {
				t.Errorf("%q does not find %s %s", title, it.Lecture, it.Page)
			}
		}
	}
}
