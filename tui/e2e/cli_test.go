//go:build unix

package e2e_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"

	"hakseup/tui/e2e/terminal"
)

// result is what a command leaves.
type result struct {
	stdout, stderr string
	code           int
}

// command runs the program with its output in pipes.
func command(t *testing.T, data string, args ...string) result {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program, append([]string{"--data", data}, args...)...)
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "LANG=ko_KR.UTF-8", "TERM=xterm-256color", "COLORTERM=truecolor"}
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if _, failed := errors.AsType[*exec.ExitError](err); err != nil && !failed {
		t.Fatal(err)
	}
	return result{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// TestTheCommandLine holds the exit codes and what is said where.
func TestTheCommandLine(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		args   string
		code   int
		stdout string // what it has
		stderr string // what it has; empty: it is empty
	}{
		{"check practice-1 mse=0.396 ce=0.4318", 0, "상용로그(log10)", ""},
		{"check practice-1 mse=0.397 ce=0.434", 0, "상용로그(log10)", ""},
		{"check practice-1 mse=0.3992 ce=0.9992", 0, "자연로그(ln)", ""},
		{"check practice-1 mse=0.523 ce=1.284", 1, "전치", ""},
		{"check practice-1 mse=abc ce=1", 2, "", "mse: 'abc'에서 수를 읽지 못했어요"},
		{"check practice-1 mse=0.396", 2, "", "ce: 아직 답을 적지 않았어요"},
		{"check practice-1 MSE=0.396 Ce=0.4318", 0, "mse = 0.396: 맞았어요", ""},
		{"check practice-1 mse=1 MSE=2 ce=1", 2, "", "mse: 답이 두 번"},
		{"check practice-1 mse=1 mse=2 ce=1", 2, "", "mse: 답이 두 번"},
		{"check practice-1 mse", 2, "", "답란=값"},
		{"check practice-1 loss=1 mse=1 ce=1", 2, "", "loss: 이 문제에 없는 답란"},
		{"check practice-1 --seed x mse=1 ce=1", 2, "", "--seed"},
		{"check practice-1", 0, "답하기: hakseup check practice-1 mse=… ce=…", ""},
		{"check practice-9 mse=1", 2, "", "'practice-9': 그런 문제는 없어요"},
		{"check", 2, "", "인자가 모자라요"},
		{"--lang en check practice-1 mse=0.396 ce=0.4318", 0, "common logarithm", ""},
		{"--lang en check practice-1 mse=0.523 ce=1.284", 1, "transposed", ""},
		{"--lang en check practice-1 mse=abc ce=1", 2, "", "'abc' cannot be read as a number"},
		{"check --lang=en practice-9 mse=1", 2, "", "there is no such exercise"},
		{"list", 0, "practice-1", ""},
		{"list extra", 2, "", "인자가 너무 많아요"},
		{"--lang en list", 0, "Softmax and loss functions", ""},
		{"read 06", 0, "소프트맥스와 손실 함수", ""},
		{"read softmax --lang en --width 60", 0, "From scores to probabilities", ""},
		{"read 06 --width 7", 2, "", "--width 7"},
		{"read 06 --width wide", 2, "", "--width"},
		{"read 99", 2, "", "99"},
		{"read", 2, "", "인자가 모자라요"},
		{"read 06 --code", 0, "func Softmax(", ""},
		{"progress", 0, "모두: 0/", ""},
		{"--lang en progress", 0, "In all: 0/", ""},
		{"06", 0, "점수를 확률로", ""},
		{"99", 2, "", "99"},
		{"deepest-learning", 2, "", "deepest-learning"},
		{"", 0, "딥러닝이란?", ""},
		{"--version", 0, "hakseup", ""},
		{"--help", 0, "쓰는 법", ""},
		{"--lang en --help", 0, "Usage", ""},
		{"--nonsense", 2, "", "--nonsense"},
		{"--lang fr list", 2, "", "--lang fr"},
		{"--theme pink", 2, "", "--theme pink"},
	} {
		t.Run(test.args, func(t *testing.T) {
			t.Parallel()
			r := command(t, t.TempDir(), strings.Fields(test.args)...)
			if r.code != test.code {
				t.Errorf("exit code %d, want %d", r.code, test.code)
			}
			if !strings.Contains(r.stdout, test.stdout) || test.stdout == "" && r.stdout != "" {
				t.Errorf("stdout %q, want %q", r.stdout, test.stdout)
			}
			if !strings.Contains(r.stderr, test.stderr) || test.stderr == "" && r.stderr != "" {
				t.Errorf("stderr %q, want %q", r.stderr, test.stderr)
			}
			if n := strings.Count(r.stderr, "\n"); test.stderr != "" && n != 1 {
				t.Errorf("stderr has %d lines, want a sentence in one: %q", n, r.stderr)
			}
			requirePlain(t, r.stdout+r.stderr)
		})
	}
}

// requirePlain checks that a text has no control codes but line ends.
func requirePlain(t *testing.T, text string) {
	t.Helper()
	for _, r := range text {
		if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r == '\ufffd' {
			t.Errorf("the control code %q is in %q", r, text)
			return
		}
	}
}

// TestAPipeInATerminal runs the program in a terminal with its output in a
// pipe, as learners do: nothing may be asked of the terminal, nor drawn on it.
func TestAPipeInATerminal(t *testing.T) {
	t.Parallel()
	for args, want := range map[string]string{
		"06": "소프트맥스", "read 06": "소프트맥스", "list": "practice-1",
		"check practice-1 mse=0.396 ce=0.4318": "log10", "progress": "모두: 0/",
	} {
		t.Run(args, func(t *testing.T) {
			t.Parallel()
			// The lines that come through the terminal end in CR LF.
			shell := program + " --data " + t.TempDir() + " " + args + " | cat"
			term, err := terminal.Start(terminal.Options{Width: 100, Height: 30}, "sh", "-c", shell)
			if err != nil {
				t.Fatal(err)
			}
			defer term.Close()
			if code, err := term.Exit(patience); err != nil || code != 0 {
				t.Fatalf("exit code %d, %v", code, err)
			}
			text := strings.ReplaceAll(string(term.Raw()), "\r\n", "\n")
			if !strings.Contains(text, want) {
				t.Errorf("%q has no %q", text, want)
			}
			requirePlain(t, text)
		})
	}
}

// TestInputFromElsewhere opens the program with its input taken from a file:
// the keys still come from the terminal.
func TestInputFromElsewhere(t *testing.T) {
	t.Parallel()
	shell := "exec " + program + " --data " + t.TempDir() + " 06 </dev/null"
	term, err := terminal.Start(terminal.Options{Width: 120, Height: 36}, "sh", "-c", shell)
	if err != nil {
		t.Fatal(err)
	}
	l := &learner{t: t, term: term}
	t.Cleanup(term.Close)
	l.Expect("1/21").Press("]").Expect("2/21").Press("Ctrl+C").Exits(0).requireRestored()
}

// TestCheckAsJSON holds the shape of what programs read.
func TestCheckAsJSON(t *testing.T) {
	t.Parallel()
	r := command(t, t.TempDir(), "check", "practice-1", "mse=0.523", "ce=0.9992", "--json")
	requirePlain(t, r.stdout)
	type text struct {
		KO string `json:"ko"`
		EN string `json:"en"`
	}
	type part struct {
		ID            string    `json:"id"`
		Outcome       string    `json:"outcome"`
		Share         float64   `json:"share"`
		Wrong         []int     `json:"wrong"`
		Mistake       string    `json:"mistake"`
		FollowThrough bool      `json:"follow_through"`
		Read          []float64 `json:"read"`
		Feedback      text      `json:"feedback"`
	}
	var got struct {
		Exercise string          `json:"exercise"`
		Seed     uint64          `json:"seed"`
		Params   json.RawMessage `json:"params"`
		Outcome  string          `json:"outcome"`
		Share    float64         `json:"share"`
		Parts    []part          `json:"parts"`
	}
	decoder := json.NewDecoder(strings.NewReader(r.stdout))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&got); err != nil {
		t.Fatalf("%v in %s", err, r.stdout)
	}
	if r.code != 1 || r.stderr != "" || got.Exercise != "practice-1" || got.Seed != 0 || got.Outcome != "wrong" ||
		got.Share != 0.5 || len(got.Parts) != 2 || !json.Valid(got.Params) {
		t.Fatalf("exit code %d, %+v", r.code, got)
	}
	mse, ce := got.Parts[0], got.Parts[1]
	if mse.ID != "mse" || mse.Outcome != "wrong" || mse.Mistake != "transposed" || len(mse.Read) != 1 || mse.Read[0] != 0.523 {
		t.Errorf("mse: %+v", mse)
	}
	if ce.ID != "ce" || ce.Outcome != "correct" || ce.Mistake != "" {
		t.Errorf("ce: %+v", ce)
	}
	for _, p := range got.Parts {
		if p.Feedback.KO == "" || p.Feedback.EN == "" {
			t.Errorf("%s: feedback %+v", p.ID, p.Feedback)
		}
	}

	r = command(t, t.TempDir(), "check", "practice-1", "mse=abc", "ce=1", "--json")
	if err := json.Unmarshal([]byte(r.stdout), &got); err != nil || r.code != 2 || got.Outcome != "ungraded" || r.stderr == "" {
		t.Errorf("unreadable: exit code %d, %v, stdout %s, stderr %s", r.code, err, r.stdout, r.stderr)
	}
}

// TestProgressGrowsWithTheCommandLine solves an exercise without the program
// being open.
func TestProgressGrowsWithTheCommandLine(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	command(t, dir, "check", "practice-1", "mse=0.523", "ce=1.284")
	command(t, dir, "check", "practice-1", "mse=abc", "ce=1") // unreadable: no attempt
	if e := kept(t, dir).Exercises["practice-1"]; e.Attempts != 1 || e.Solved || e.LastMistake != "transposed" {
		t.Errorf("after a wrong answer: %+v", e)
	}
	command(t, dir, "check", "practice-1", "mse=0.396", "ce=0.4318")
	if e := kept(t, dir).Exercises["practice-1"]; e.Attempts != 2 || !e.Solved {
		t.Errorf("after a right answer: %+v", e)
	}
	setting{data: dir}.open(t).Expect("푼 문제 1/").Press("q").Exits(0)
}
