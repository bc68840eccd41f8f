package cli

import (
	"bytes"
	"strings"
	"testing"

	"hakseup/exercises/bank"
	"hakseup/lessons/lang"
)

// What check prints is read without anything that draws formulas.
func TestCheckWritesFormulasOut(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, ex := range bank.All() {
		for _, l := range lang.All() {
			answers := []string{"check", ex.ID, "--lang", l.String(), "--data", dir}
			printed := prints(t, exitOK, answers...)
			for _, p := range ex.Draw(0).Parts {
				if !strings.Contains(printed, "\n"+p.ID+": ") {
					t.Errorf("check %s does not name its box %s", ex.ID, p.ID)
				}
				answers = append(answers, p.ID+"="+p.Answer())
			}
			printed += prints(t, exitOK, answers...)
			if at := strings.IndexAny(printed, `$\`); at >= 0 {
				t.Errorf("check %s prints TeX: %.60q", ex.ID, printed[at:])
			}
		}
	}
}

func prints(t *testing.T, code int, args ...string) string {
	t.Helper()
	var out, problem bytes.Buffer
	if got := Main(args, &out, &problem); got != code || problem.Len() > 0 {
		t.Fatalf("%s exits with %d and says %q", strings.Join(args, " "), got, problem.String())
	}
	return out.String()
}
