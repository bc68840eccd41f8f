package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hakseup/exercises/bank"
	"hakseup/exercises/quiz"
	"hakseup/lessons/lang"
)

// typing runs a command in a folder with what somebody types.
func typing(t *testing.T, dir, typed string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, problem bytes.Buffer
	code = execute(append(args, "--data", dir), strings.NewReader(typed), &out, &problem)
	return out.String(), problem.String(), code
}

// expect fails unless a command ends with a code and says something.
func expect(t *testing.T, dir, typed string, wantCode int, want string, args ...string) string {
	t.Helper()
	out, problem, code := typing(t, dir, typed, args...)
	if code != wantCode || !strings.Contains(out+problem, want) {
		t.Fatalf("%s: exit code %d, want %d with %q:\n%s%s", strings.Join(args, " "), code, wantCode, want, out, problem)
	}
	return out
}

// TestALearnerMovesToAnotherMachine solves exercises, a training among them,
// moves, and has everything graded again there.
func TestALearnerMovesToAnotherMachine(t *testing.T) {
	t.Parallel()
	for _, l := range lang.All() {
		say := func(ko, en string) string { return lang.T(ko, en).In(l) }
		here, there := t.TempDir(), t.TempDir()
		file := filepath.Join(here, "mine.json")
		code := "--lang=" + l.String()
		expect(t, here, "", exitWrong, "", code, "check", "practice-1", "mse=0.523", "ce=1.284")
		expect(t, here, "", exitOK, "", code, "check", "practice-1", "mse=0.396", "ce=0.4318")
		ex, _ := bank.Find("05/xor")
		v, err := ex.Draw(0)
		if err != nil {
			t.Fatal(err)
		}
		training := v.Parts[0].ID + "=" + v.Parts[0].Answer()
		expect(t, here, "", exitOK, "", code, "check", "05/xor", training)

		expect(t, here, "", exitOK, say("내보냈어요", "Written"), code, "export", file)
		expect(t, there, "", exitOK, say("3개를 합쳤어요", "merged: 3"), code, "import", file)
		expect(t, there, "", exitOK, say("0개를 합쳤어요", "merged: 0"), code, "import", file)
		if a, b := expect(t, here, "", exitOK, "", "progress", "--json"), expect(t, there, "", exitOK, "", "progress", "--json"); a != b {
			t.Errorf("here\n%s\nthere\n%s", a, b)
		}
		expect(t, there, "", exitOK, say("답 3개를 다시 채점했어요. 파일과 다른 것: 0개", "graded again: 3. Different from the file: 0"), code, "grade", file)
		if got := expect(t, there, "", exitOK, "", "export", "-"); got != expect(t, here, "", exitOK, "", "export", "-") {
			t.Error("the two machines export different files")
		}
	}
}

// TestWhatAFileClaimsIsNotBelieved changes a result, numbers and names in a
// file: grading tells, whatever is in it.
func TestWhatAFileClaimsIsNotBelieved(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	expect(t, dir, "", exitWrong, "", "check", "practice-1", "mse=0.523", "ce=1.284")
	whole := expect(t, dir, "", exitOK, "", "export", "-")
	change := func(from, to string) string {
		t.Helper()
		if !strings.Contains(whole, from) {
			t.Fatalf("%q is not in the file:\n%s", from, whole)
		}
		file := filepath.Join(t.TempDir(), "changed.json")
		if err := os.WriteFile(file, []byte(strings.ReplaceAll(whole, from, to)), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	expect(t, dir, "", exitWrong, "파일에는 맞음, 다시 채점하면 틀림", "grade", change(`"outcome": "wrong"`, `"outcome": "correct"`))
	expect(t, dir, "", exitWrong, "채점 못 함", "grade", change(`"practice-1"`, `"practice-\u001b[31m"`))
	expect(t, dir, "", exitWrong, "숫자가 다른 답: 1개", "grade", change(`[0.1,0.9,0.2,0.2]`, `[]`))
	expect(t, dir, "", exitUsage, "이해하지 못했어요", "grade", change(`"outcome": "wrong"`, `"outcome": "great"`))
	expect(t, dir, "", exitUsage, "이해하지 못했어요", "import", change(`"seed": 0`, `"seed": -1`))
	expect(t, dir, "", exitUsage, "hakseup export로 만든 파일이 아니에요", "import", change("hakseup progress", "other"))
	expect(t, dir, "", exitUsage, "쓸 수 없어요", "import", filepath.Join(dir, "nothing"))
	expect(t, dir, "", exitUsage, "쓸 수 없어요", "export", filepath.Join(dir, "no", "folder"))
	if out, problem, _ := typing(t, dir, "", "grade", change(`"practice-1"`, `"practice-\u001b[31m"`)); strings.Contains(out+problem, "\x1b") {
		t.Errorf("a control character comes through: %q", out+problem)
	}
}

// TestResetAsks keeps everything unless the learner says yes, and brings it
// back.
func TestResetAsks(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	expect(t, dir, "", exitUsage, "되돌릴 초기화가 없어요", "reset", "--undo")
	expect(t, dir, "", exitOK, "", "check", "practice-1", "mse=0.396", "ce=0.4318")
	before := expect(t, dir, "", exitOK, "practice-1", "progress")
	for _, said := range []string{"", "\n", "아니요\n", "no\n"} {
		expect(t, dir, said, exitWrong, "그대로 있어요", "reset")
	}
	if got := expect(t, dir, "", exitOK, "", "progress"); got != before {
		t.Errorf("after a refused reset\n%s\nwant\n%s", got, before)
	}
	expect(t, dir, "네\n", exitOK, "before-reset", "reset")
	if got := expect(t, dir, "", exitOK, "", "progress"); strings.Contains(got, "practice-1") {
		t.Errorf("after the reset:\n%s", got)
	}
	expect(t, dir, "", exitOK, "돌아온 기록: 1개", "reset", "--undo")
	if got := expect(t, dir, "", exitOK, "", "progress"); got != before {
		t.Errorf("taken back\n%s\nwant\n%s", got, before)
	}
}

// TestAQuizLineByLine answers all right, leaves one out, and ends early.
func TestAQuizLineByLine(t *testing.T) {
	t.Parallel()
	for _, l := range lang.All() {
		say := func(ko, en string) string { return lang.T(ko, en).In(l) }
		from := bank.All()
		questions, err := quiz.Draw(from, 4, 5)
		if err != nil {
			t.Fatal(err)
		}
		var right []string
		for _, q := range questions {
			lines := ""
			for _, p := range q.Variant.Parts {
				lines += p.Answer() + "\n"
			}
			right = append(right, lines)
		}
		args := []string{"--lang=" + l.String(), "quiz", "--n", "4", "--seed", "5"}
		dir := t.TempDir()
		out := expect(t, dir, strings.Join(right, ""), exitOK, say("4개 중 4개 맞음, 점수 100%", "Right: 4 of 4. Mark: 100%"), args...)
		if strings.ContainsAny(out, "$\\\x1b") {
			t.Errorf("the quiz prints TeX or control codes:\n%s", out)
		}
		out = expect(t, dir, "", exitOK, "", "progress", "--json")
		if want := fmt.Sprintf("%q: 4", "solved"); !strings.Contains(out, want) {
			t.Errorf("the answers are not kept:\n%s", out)
		}
		expect(t, dir, right[0]+"\n"+right[2], exitOK, say("3개 중 2개 맞음, 점수 67%", "Right: 2 of 3. Mark: 67%"), args...)
		expect(t, dir, "", exitOK, say("0개 중 0개", "Right: 0 of 0"), args...)
	}
	dir := t.TempDir()
	expect(t, dir, "", exitUsage, "1에서 100까지", "quiz", "--n", "0")
	expect(t, dir, "", exitUsage, "99", "quiz", "99")
	expect(t, dir, "", exitOK, "1/3", "quiz", "06", "--n", "3")
}
