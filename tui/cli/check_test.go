package cli

import (
	"bytes"
	"encoding/json"
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
			printed := prints(t, answers...)
			v, err := ex.Draw(0)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range v.Parts {
				if !strings.Contains(printed, "\n"+p.ID+": ") {
					t.Errorf("check %s does not name its box %s", ex.ID, p.ID)
				}
				answers = append(answers, p.ID+"="+p.Answer())
			}
			printed += prints(t, answers...)
			if at := strings.IndexAny(printed, `$\`); at >= 0 {
				t.Errorf("check %s prints TeX: %.60q", ex.ID, printed[at:])
			}
		}
	}
}

func prints(t *testing.T, args ...string) string {
	t.Helper()
	var out, problem bytes.Buffer
	if got := Main(args, &out, &problem); got != exitOK || problem.Len() > 0 {
		t.Fatalf("%s exits with %d and says %q", strings.Join(args, " "), got, problem.String())
	}
	return out.String()
}

func TestCheckNamesTheSeedToAnswerWith(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if printed := prints(t, "check", "practice-1", "--seed", "7", "--data", dir); !strings.HasSuffix(printed, " --seed 7\n") {
		t.Errorf("the task of seed 7 ends in %q", printed)
	}
	var out, problem bytes.Buffer
	if code := Main([]string{"check", "practice-1", "--json", "--data", dir}, &out, &problem); code != exitUsage || !json.Valid(out.Bytes()) {
		t.Errorf("without answers it exits with %d and prints %q", code, out.String())
	}
}

func TestHelpOfAnUnknownCommand(t *testing.T) {
	t.Parallel()
	var out, problem bytes.Buffer
	if code := Main([]string{"help", "nope"}, &out, &problem); code != exitUsage || !strings.Contains(problem.String(), "nope") {
		t.Errorf("it exits with %d and says %q", code, problem.String())
	}
	if printed := prints(t, "help", "read"); strings.Contains(printed, "[flags]") {
		t.Errorf("the Korean help has English in it: %q", printed)
	}
}
