//go:build unix

package e2e_test

import (
	"context"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"hakseup/tui/e2e/terminal"
)

// TestTheCursorIsWhereOneTypes asks tmux where its cursor is: an input method
// shows there what it composes.
func TestTheCursorIsWhereOneTypes(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("there is no tmux")
	}
	socket := filepath.Join(t.TempDir(), "tmux")
	tmux := func(args ...string) string {
		out, err := exec.CommandContext(t.Context(), "tmux", append([]string{"-u", "-f", "/dev/null", "-S", socket}, args...)...).CombinedOutput()
		if err != nil {
			t.Fatalf("tmux %v: %v\n%s", args, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	until := func(what string, holds func() bool) {
		for deadline := time.Now().Add(patience); !holds(); time.Sleep(20 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("%s: not so\n%s", what, tmux("capture-pane", "-p"))
			}
		}
	}
	has := func(text string) {
		until("it shows "+text, func() bool { return strings.Contains(tmux("capture-pane", "-p"), text) })
	}
	at := func(x, y int, flag string) {
		want := strings.Join([]string{strconv.Itoa(x), strconv.Itoa(y), flag}, " ")
		until("the cursor is at "+want, func() bool { return tmux("display-message", "-p", "#{cursor_x} #{cursor_y} #{cursor_flag}") == want })
	}
	tmux("new-session", "-d", "-x", "120", "-y", "36", program, "--data", t.TempDir(), "06")
	t.Cleanup(func() {
		_ = exec.CommandContext(context.Background(), "tmux", "-S", socket, "kill-server").Run() // it may have ended
	})
	has("1/21")
	if flag := tmux("display-message", "-p", "#{cursor_flag}"); flag != "0" {
		t.Error("there is a cursor on a page")
	}
	tmux("send-keys", "End")
	has("21/21")
	tmux("send-keys", "[", "[", "e")
	has("평균 제곱 오차 MSE")
	tmux("send-keys", "-l", "0.3")
	has("0.3")
	x, y := 0, 0
	for row, line := range strings.Split(tmux("capture-pane", "-p"), "\n") {
		if before, _, ok := strings.Cut(line, "0.3"); ok && y == 0 {
			x, y = ansi.StringWidth(before), row
		}
	}
	at(x+3, y, "1")
	tmux("send-keys", "-l", "한")
	at(x+5, y, "1")
	tmux("send-keys", "Home")
	at(x, y, "1")
	tmux("send-keys", "F1")
	until("there is no cursor on the help", func() bool { return tmux("display-message", "-p", "#{cursor_flag}") == "0" })
}

// TestOddTextMovesNothing types and pastes what terminals measure differently.
func TestOddTextMovesNothing(t *testing.T) {
	t.Parallel()
	l := cell(t)
	bare := l.term.Settled(200 * time.Millisecond)
	for text, shown := range map[string]string{
		"क्": "U+0915", "ﾞ": "U+FF9E", "🏽": "U+1F3FD", "ᄀᄀᄀ": "U+1100", "0\u00ad5": "05", "\u1107\u1170\u11b0": "뷁",
	} {
		l.must(l.term.Paste(text))
		s := l.Expect(shown).term.Settled(100 * time.Millisecond)
		for y := range s.Height { // the frames about what is typed stand where they stood
			for _, x := range []int{0, s.Width - 1} {
				if s.At(x, y).Text != bare.At(x, y).Text {
					t.Errorf("%q moves line %d:\n%s", text, y, s)
				}
			}
		}
		l.Press("Ctrl+U").ExpectGone(shown)
	}
}

// TestTheLocaleOfAnotherLibraryCutsNothingOff draws under a setting that makes
// lines and symbols twice as wide for some programs.
func TestTheLocaleOfAnotherLibraryCutsNothingOff(t *testing.T) {
	t.Parallel()
	want := setting{args: []string{"06"}}.open(t).Expect("1/21").term.Settled(300 * time.Millisecond)
	got := setting{args: []string{"06"}, env: []string{"RUNEWIDTH_EASTASIAN=1"}}.open(t).Expect("1/21").
		until("both show the same", func(s terminal.Screen) bool { return s.String() == want.String() })
	if !strings.Contains(got.Row(1), "╮") {
		t.Errorf("the right edge is missing: %s", got.Row(1))
	}
}
