package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestCheckingAFolderOfLessons works on a copy of a lecture as somebody does who
// writes one.
func TestCheckingAFolderOfLessons(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	lecture := filepath.Join(dir, "08-gradient-descent")
	if err := os.CopyFS(lecture, os.DirFS("../../lessons/08-gradient-descent")); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (code int, said string) {
		var out, problem bytes.Buffer
		code = Main(append([]string{"dev", "check", "--lang", "en"}, args...), &out, &problem)
		return code, out.String() + problem.String()
	}
	if code, said := run(dir); code != 0 || !strings.HasPrefix(said, "1 lectures, ") || !strings.HasSuffix(said, "all holds.\n") {
		t.Fatalf("it exits with %d and says %q", code, said)
	}
	for _, name := range []string{"ko.md", "en.md"} {
		file := filepath.Join(lecture, name)
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Replace(string(src), `<!-- claim: lab=depth with="activation=tanh" when="ratio>0.1" -->`,
			`<!-- claim: lab=depth with="activation=tanh" when="ratio>10" -->`, 1)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	code, said := run("--claims", dir)
	if code != exitWrong || !regexp.MustCompile(`08-gradient-descent/ko.md:\d+: It comes true from 0 of 20 seeds only.`).MatchString(said) ||
		!strings.Contains(said, "2 claims") && !strings.Contains(said, "3 claims") {
		t.Errorf("it exits with %d and says %q", code, said)
	}
	for _, where := range []string{filepath.Join(dir, "nowhere"), t.TempDir()} {
		if code, said := run(where); code != exitUsage || !strings.Contains(said, "there is no") {
			t.Errorf("of %s it exits with %d and says %q", where, code, said)
		}
	}
}
