package content_test

import (
	"context"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/content"
	"hakseup/tui/lab"
	"hakseup/tui/labs"
)

// TestTheCourseHolds checks the course as hakseup dev check does.
func TestTheCourseHolds(t *testing.T) {
	t.Parallel()
	course, err := lessons.Default()
	if err != nil {
		t.Fatal(err)
	}
	report := content.Check(course)
	for _, p := range report.Problems {
		t.Error(p.In(lang.EN))
	}
	if report.Lectures == 0 || report.Pages == 0 {
		t.Errorf("%d lectures with %d pages were checked", report.Lectures, report.Pages)
	}
}

// TestSomeOfTheClaims recomputes every claim from a few seeds; all of them are
// recomputed by hakseup dev check --claims.
func TestSomeOfTheClaims(t *testing.T) {
	t.Parallel()
	course, err := lessons.Default()
	if err != nil {
		t.Fatal(err)
	}
	const few = 2
	report := content.CheckClaims(context.Background(), course, few, func(string, int, int) {})
	for _, p := range report.Problems {
		t.Error(p.In(lang.EN))
	}
	if report.Claims == 0 {
		t.Error("no claim was recomputed")
	}
}

// lecture06 is the course with lecture 06 alone.
func lecture06(t *testing.T) fstest.MapFS {
	t.Helper()
	const slug = "06-softmax-loss"
	out := fstest.MapFS{}
	for _, name := range []string{slug + "/ko.md", slug + "/en.md"} {
		src, err := fs.ReadFile(os.DirFS("../../lessons"), name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = &fstest.MapFile{Data: src}
	}
	return out
}

// TestWhatDoesNotHoldIsFound breaks lecture 06 in one place after another.
func TestWhatDoesNotHoldIsFound(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ pattern, with, says string }{
		{`code: .*\n`, ``, "The front matter has no code"},
		{`code: `, `code: nothing.go `, "The engine has no file nothing.go."},
		{`<!-- lab: softmax `, `<!-- lab: softmaxx `, `there is no lab "softmaxx"`},
		{`<!-- lab: softmax cat=1.5`, `<!-- lab: softmax kat=1.5`, "kat"},
		{`\$\$ y_k = `, `$$$$ y_k = \frac `, "Cannot draw"},
		{`<!-- exercise: 06/softmax`, `<!-- exercise: 06/nothing`, "There is no exercise 06/nothing."},
		{`(<!-- exercise: 06/mse) fresh`, `$1`, "away, which is not fresh"},
		{` slide="[^"]*"`, ``, "Which slide does it belong to?"},
		{`(?s)<!-- task: .*?-->`, ``, "A [!TRY] without a task"},
		{`(<!-- task: .* by=")[^"]*"`, `${1}steps=0"`, "does not lead to"},
		{`(<!-- saw: id=[a-z-]+ answer=)1`, `${1}2`, "but en.md has"},
		{`(<!-- saw: .* shows=")`, `${1}gone=1 `, `no fact and no control "gone"`},
		{`(<!-- predict: .* hides=)`, `${1}gone,`, "'gone'"},
		{`\n$`, "\n0.4318\n", "a result of the practice exercises"},
		{`<!-- page: scores `, `<!-- page: Scores `, "begins with a name in small letters"},
	} {
		course := lecture06(t)
		ko := course["06-softmax-loss/ko.md"]
		broken := regexp.MustCompile(c.pattern)
		if place := broken.FindSubmatchIndex(ko.Data); place != nil {
			ko.Data = []byte(string(ko.Data[:place[0]]) + string(broken.Expand(nil, []byte(c.with), ko.Data, place)) + string(ko.Data[place[1]:]))
		} else {
			t.Errorf("lecture 06 has no %s to break", c.pattern)
			continue
		}
		opened, err := lessons.Open(course)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, p := range content.Check(opened).Problems {
			found = append(found, strings.ReplaceAll(p.In(lang.EN), "06-softmax-loss/", ""))
		}
		if all := strings.Join(found, "\n"); !strings.Contains(regexp.MustCompile(`en.md:\d+`).ReplaceAllString(all, "en.md"), c.says) {
			t.Errorf("with %s as %s it says\n%s\nwant %s", c.pattern, c.with, all, c.says)
		}
	}
}

// TestNoLabShowsThePractice looks for the results of practice 1 in the labs,
// whatever a choice stands at.
func TestNoLabShowsThePractice(t *testing.T) {
	t.Parallel()
	for _, id := range labs.IDs() {
		l, _ := labs.New(id)
		for _, c := range l.Panel() {
			if c.Kind != lab.Choice {
				continue
			}
			for i := range c.Options {
				l.Panel().Set(c.ID, float64(i))
				mse, ok := lab.FactOf(l, "mse")
				if ce, both := lab.FactOf(l, "ce"); ok && both && mse.Say(lang.KO) == "0.399" && ce.Say(lang.KO) == "0.999" {
					t.Errorf("the lab %s shows the results of practice 1 with %s=%s", id, c.ID, c.Options[i].Name)
				}
			}
		}
	}
}
