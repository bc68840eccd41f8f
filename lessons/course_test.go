package lessons

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"hakseup/lessons/lang"
)

func TestCourseFindsLectures(t *testing.T) {
	t.Parallel()
	c, err := Open(fstest.MapFS{
		"06-softmax-loss/ko.md": {Data: []byte(sample)},
		"lang/lang.go":          {Data: []byte("package lang")},
		"01-empty/readme.md":    {Data: []byte("nothing")},
	})
	if err != nil {
		t.Fatal(err)
	}
	entries := c.Entries()
	if len(entries) != 11 {
		t.Fatalf("%d entries, want 11", len(entries))
	}
	if e := entries[5]; !e.Written || e.Summary != lang.T("점수를 확률로", Outline()[5].Summary.EN) {
		t.Errorf("entry = %+v", e)
	}
	if e := entries[0]; e.Written || e.Slug != "01-deep-learning" {
		t.Errorf("entry = %+v", e)
	}
	for name, want := range map[string]int{
		"6": 6, "06": 6, "06-softmax-loss": 6, "softmax-loss": 6, "softmax": 6, " Softmax ": 6,
		"perceptron": 4, "multilayer": 5, "overfit": 11, "오버피팅": 11, "11": 11,
	} {
		if e, err := c.Find(name); err != nil || e.Number != want {
			t.Errorf("Find(%q) = %d, %v; want %d", name, e.Number, err, want)
		}
	}
	for name, want := range map[string]Reason{
		"": Unknown, "12": Unknown, "nothing": Unknown, "0": Unknown, "an": Ambiguous, "역전파": Ambiguous,
	} {
		var e *LookupError
		if _, err := c.Find(name); !errors.As(err, &e) || e.Reason != want {
			t.Errorf("Find(%q) error = %v, want reason %d", name, err, want)
		}
	}
}

func TestCourseGivesLectures(t *testing.T) {
	t.Parallel()
	src := strings.Replace(sample, "$|x|$ 값", `$\|x\|$ 값`, 1)
	c, err := Open(fstest.MapFS{"06-softmax-loss/ko.md": {Data: []byte(src)}})
	if err != nil {
		t.Fatal(err)
	}
	got, err := c.Lecture("softmax", lang.KO)
	if err != nil {
		t.Fatal(err)
	}
	if got.Slug != "06-softmax-loss" || got.Number != 6 || got.Lang != lang.KO {
		t.Errorf("lecture = %s %d %s", got.Slug, got.Number, got.Lang)
	}
	for _, test := range []struct {
		name string
		l    lang.Lang
	}{{"softmax", lang.EN}, {"1", lang.KO}} {
		var e *LookupError
		if _, err := c.Lecture(test.name, test.l); !errors.As(err, &e) || e.Reason != NotWritten {
			t.Errorf("Lecture(%q, %s) error = %v", test.name, test.l, err)
		}
	}
}

func TestCourseRefusesBadFrontMatter(t *testing.T) {
	t.Parallel()
	_, err := Open(fstest.MapFS{"06-softmax-loss/en.md": {Data: []byte("# no front matter")}})
	if err == nil || !strings.HasPrefix(err.Error(), "06-softmax-loss/en.md:1: ") {
		t.Errorf("error = %v", err)
	}
	if ko := Explain(err, lang.KO); !strings.Contains(ko, "---") || ko == err.Error() {
		t.Errorf("in Korean: %q", ko)
	}
}

// BenchmarkDefault is what the home screen waits for.
func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		if _, err := Default(); err != nil {
			b.Fatal(err)
		}
	}
}
