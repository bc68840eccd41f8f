//go:build unix

package e2e_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"hakseup/tui/e2e/terminal"
)

// questions are what a program can ask a terminal.
var questions = []string{"\x1b]11;?", "\x1b]10;?", "\x1b[c", "\x1b[6n"}

// TestNothingIsAskedBeforeTheFirstFrame looks at all that is written before
// the first frame stands, and at commands that show none.
func TestNothingIsAskedBeforeTheFirstFrame(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{nil, {"--version"}, {"list"}, {"lab"}, {"read", "06"}, {"progress"}, {"check", "practice-1"}} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Parallel()
			l := setting{args: args}.open(t)
			if args == nil {
				l.Expect("차례").Press("q")
			}
			if _, err := l.term.Exit(patience); err != nil {
				t.Fatal(err)
			}
			raw, _, _ := bytes.Cut(l.term.Raw(), []byte("\x1b[?2026l"))
			for _, q := range questions {
				if bytes.Contains(raw, []byte(q)) {
					t.Errorf("it asks %q", q)
				}
			}
		})
	}
}

// TestALateReplyIsNoKey answers the question for the background long after.
func TestALateReplyIsNoKey(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 36, "06").Expect("1/21")
	l.Press("End").Expect("21/21").Press("[", "[").Expect("19/21")
	l.Type("\x1b]11;rgb:eeee/eeee/eeee\x1b\\\x1b[24;80R\x1b[?62c").Press("]").Expect("20/21")
	if s := l.term.Settled(200 * time.Millisecond); s.Has("답 ─") || !s.Has("20/21") {
		t.Errorf("the reply acted:\n%s", s)
	}
}

// cell opens an exercise, with the cursor in its first cell.
func cell(t *testing.T) *learner {
	t.Helper()
	l := drive(t, 120, 36, "06").Expect("1/21")
	return l.Press("End").Expect("21/21").Press("[", "[").Expect("19/21").Press("e").Expect("평균 제곱 오차 MSE")
}

// TestSequencesAreNeverText sends what arrives in pieces and in bursts while
// letters are text.
func TestSequencesAreNeverText(t *testing.T) {
	t.Parallel()
	l := cell(t)
	l.Type(strings.Repeat("\x1b[<65;45;30M", 60) + strings.Repeat("\x1b[<64;45;30M", 60))
	l.Type("0.39").Expect("0.39")
	for _, piece := range []string{"\x1b", "[", "D"} {
		l.Type(piece)
	}
	l.Type("1").Expect("0.319")
	for _, noise := range []string{"[D", ";45", "30M", "<65"} {
		if s := l.term.Screen(); s.Has(noise) {
			t.Errorf("%q was typed:\n%s", noise, s)
		}
	}
}

// TestReadsThatAreFull sends exactly as many characters as a buffer may hold.
func TestReadsThatAreFull(t *testing.T) {
	t.Parallel()
	for _, n := range []int{255, 256, 257, 4096} {
		l := cell(t)
		l.Type(strings.Repeat("\x7f", n-3) + "742").Expect("742")
		l.term.Close()
	}
}

// TestAPasteWithoutEnd does not take the keyboard away.
func TestAPasteWithoutEnd(t *testing.T) {
	t.Parallel()
	l := cell(t)
	l.Type("\x1b[200~0.123").Expect("0.123").Type("4").Expect("0.1234")
	l.Type("\x1b[200~5")
	time.Sleep(10 * time.Millisecond)
	l.Press("Ctrl+C").Exits(0).requireRestored()
}

// TestCtrlZWithoutAShell stops nothing where nobody could continue it.
func TestCtrlZWithoutAShell(t *testing.T) {
	t.Parallel()
	l := drive(t, 100, 30, "06").Expect("1/21").Press("Ctrl+Z", "]").Expect("2/21")
	l.requireMode(map[int]bool{terminal.AltScreen: true, terminal.MouseDrag: true, terminal.BracketedPaste: true})
}

// TestStoppedAndContinued stops the program in a shell, by key and by signal.
func TestStoppedAndContinued(t *testing.T) {
	t.Parallel()
	for name, stop := range map[string]string{"key": "\x1a", "SIGTSTP": "kill -TSTP", "SIGSTOP": "kill -STOP"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			term, err := terminal.Start(terminal.Options{Width: 100, Height: 30, Env: []string{"PS1=$ "}},
				"bash", "--norc", "--noediting", "-i")
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(term.Close)
			l := &learner{t: t, term: term}
			start := program + " --data " + t.TempDir() + " 06\n"
			if stop == "\x1a" {
				l.Type(start).Expect("1/21").Type(stop).Expect("Stopped")
				l.requireMode(map[int]bool{terminal.AltScreen: false, terminal.MouseDrag: false, terminal.ShowCursor: true})
			} else {
				l.Type("(sleep 2; " + stop + " $(jobs -p; pgrep -P $$ -x hakseup)) & " + start).Expect("1/21").Expect("Stopped")
			}
			l.Type("fg\n").Expect("1/21").Type("]").Expect("2/21")
			l.requireMode(map[int]bool{terminal.AltScreen: true, terminal.MouseDrag: true, terminal.BracketedPaste: true})
			l.Press("Ctrl+C")
			l.until("the program has left", func(terminal.Screen) bool { return !l.term.Mode(terminal.AltScreen) })
			l.Type("echo back with $?\n").Expect("back with 0").Type("exit\n").Exits(0)
		})
	}
}
