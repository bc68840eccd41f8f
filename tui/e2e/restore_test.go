//go:build unix

package e2e_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"

	"hakseup/tui/e2e/terminal"
)

// TestTheTerminalIsLeftAsItWas ends the program in every way that there is
// and looks at what it leaves behind.
func TestTheTerminalIsLeftAsItWas(t *testing.T) {
	t.Parallel()
	signal := func(s os.Signal) func(*learner) {
		return func(l *learner) { l.must(l.term.Process().Signal(s)) }
	}
	press := func(key string) func(*learner) {
		return func(l *learner) { l.Press(key) }
	}
	for name, end := range map[string]struct {
		by   func(*learner)
		code int
	}{
		"q": {press("q"), 0}, "Ctrl+C": {press("Ctrl+C"), 0},
		"SIGTERM": {signal(syscall.SIGTERM), 143}, "SIGINT": {signal(syscall.SIGINT), 130}, "SIGHUP": {signal(syscall.SIGHUP), 129},
		"SIGQUIT": {signal(syscall.SIGQUIT), 131}, "SIGABRT": {signal(syscall.SIGABRT), 134},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := drive(t, 100, 30).Expect("차례")
			l.requireMode(map[int]bool{
				terminal.AltScreen: true, terminal.ShowCursor: false,
				terminal.MouseDrag: true, terminal.MouseSGR: true, terminal.BracketedPaste: true,
			})
			end.by(l)
			l.Exits(end.code).requireRestored()
			if got := strings.Trim(l.afterwards(), "\r\n"); printed(got) != "" {
				t.Errorf("it leaves %q on the screen", got)
			}
		})
	}
}

// TestAClosedWindowLosesNothing hangs up right after an answer was given.
func TestAClosedWindowLosesNothing(t *testing.T) {
	t.Parallel()
	l := drive(t, 120, 36)
	l.choose("★").Press("Enter").Expect("연습문제 1").Press("Enter").Expect("평균 제곱 오차 MSE")
	l.Type("0.396").Press("Enter").Type("0.4318").Press("Enter").Expect("모두 맞았어요")
	l.term.HangUp()
	if _, err := l.term.Exit(patience); err != nil {
		t.Fatal(err)
	}
	l.Again().Expect("푼 문제 1/").Press("q").Exits(0)
}

// TestAFaultEndsWithASentence runs the program with faults built into it, one
// for each place where a panic can come from.
func TestAFaultEndsWithASentence(t *testing.T) {
	t.Parallel()
	for _, fault := range faults() {
		t.Run(fault.name, func(t *testing.T) {
			t.Parallel()
			l := setting{program: faulty(t), width: 100, height: 30}.open(t).Expect("차례")
			l.Press(fault.key).Exits(1).requireRestored()
			left := printed(l.afterwards())
			if !strings.Contains(left, fault.sentence) || strings.Count(strings.TrimSpace(left), "\n") > 0 {
				t.Errorf("it leaves %q on the screen, want one sentence with %q", left, fault.sentence)
			}
			log := filepath.Join(l.data, "crash.log")
			if !strings.Contains(left, log) {
				t.Errorf("the sentence does not name %s: %s", log, left)
			}
			details, err := os.ReadFile(log)
			l.must(err)
			if !strings.Contains(string(details), "built in for the test") || !strings.Contains(string(details), "goroutine") {
				t.Errorf("the log does not say where the fault was:\n%s", details)
			}
		})
	}
}

// fault is a panic built into a file of the program: before is a line of it,
// after which the panic comes, and key is what leads there.
type fault struct {
	name, file, before string
	key, sentence      string
}

func faults() []fault {
	const ko, en = "hakseup에 문제가 생겨 멈췄어요", "hakseup ran into a fault of its own and stopped"
	return []fault{
		{"drawing", "help.go", "func (a *App) helpOverlay(w, h int) []string {", "?", ko},
		{"a key", "app.go", "func (a *App) invertTheme() tea.Cmd {", "t", ko},
		{
			"keeping the progress", "../exercises/progress/event.go",
			"func (v *setting) write(ctx context.Context, tx *sql.Tx, e entry) error {", "L", en,
		},
	}
}

// faulty returns the program with all faults, built when first asked for.
var faulty = func() func(*testing.T) string {
	var once sync.Once
	var file string
	var err error
	return func(t *testing.T) string {
		t.Helper()
		once.Do(func() { file, err = buildFaulty(filepath.Dir(program)) })
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
}()

func buildFaulty(dir string) (string, error) {
	replace := map[string]string{}
	for _, f := range faults() {
		source, err := filepath.Abs(filepath.Join("..", f.file))
		if err != nil {
			return "", err
		}
		text, err := os.ReadFile(source)
		if err != nil {
			return "", err
		}
		head, tail, found := strings.Cut(string(text), f.before)
		if !found {
			return "", &os.PathError{Op: "find " + f.before, Path: source, Err: os.ErrNotExist}
		}
		copied := filepath.Join(dir, "faulty_"+filepath.Base(f.file))
		text = []byte(head + f.before + "\n\tif true {\n\t\tpanic(\"built in for the test\")\n\t}\n" + tail)
		if err := os.WriteFile(copied, text, 0o600); err != nil {
			return "", err
		}
		replace[source] = copied
	}
	overlay := filepath.Join(dir, "overlay.json")
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(overlay, text, 0o600); err != nil {
		return "", err
	}
	file := filepath.Join(dir, "hakseup-faulty")
	return file, build(file, "-overlay", overlay)
}

// requireMode checks the private modes of the terminal.
func (l *learner) requireMode(want map[int]bool) {
	l.t.Helper()
	for mode, on := range want {
		if got := l.term.Mode(mode); got != on {
			l.t.Errorf("mode %d is on: %v, want %v", mode, got, on)
		}
	}
}

// requireRestored checks that the terminal is as before the program.
func (l *learner) requireRestored() {
	l.t.Helper()
	l.requireMode(map[int]bool{
		terminal.ShowCursor: true, terminal.AltScreen: false, terminal.BracketedPaste: false,
		terminal.MouseButtons: false, terminal.MouseDrag: false, terminal.MouseMotion: false,
		terminal.MouseSGR: false, terminal.FocusReports: false,
	})
	if !l.term.Restored() {
		l.t.Error("echo, editing or signals of the terminal are not as before")
	}
	styles := regexp.MustCompile(`\x1b\[[\d;]*m`).FindAllString(string(l.term.Raw()), -1)
	if n := len(styles); n > 0 && styles[n-1] != "\x1b[m" && styles[n-1] != "\x1b[0m" {
		l.t.Errorf("the last style %q is still on", styles[n-1])
	}
}

// printed is a piece of output without control sequences.
func printed(output string) string {
	output = regexp.MustCompile(`\x1b(\[[\d;?]*[A-Za-z]|\][^\x07\x1b]*(\x07|\x1b\\))`).ReplaceAllString(output, "")
	return strings.Trim(strings.ReplaceAll(output, "\r", ""), "\n")
}
