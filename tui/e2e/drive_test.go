//go:build unix

package e2e_test

import (
	"strings"
	"testing"
	"time"

	"hakseup/tui/e2e/terminal"
)

// patience bounds every wait. It is far longer than anything takes, so that a
// busy machine fails no test.
const patience = 30 * time.Second

// learner sits in front of the program.
type learner struct {
	t    testing.TB
	term *terminal.Terminal
	data string
}

// setting is what a learner starts the program in.
type setting struct {
	program       string // the built program when empty
	width, height int    // 120x36 when 0
	data          string // a folder of its own when empty
	env           []string
	background    string
	args          []string
}

// drive opens the program in a window of w x h cells, with an empty folder
// for the progress.
func drive(tb testing.TB, w, h int, args ...string) *learner {
	tb.Helper()
	return setting{width: w, height: h, args: args}.open(tb)
}

func (s setting) open(tb testing.TB) *learner {
	tb.Helper()
	if s.program == "" {
		s.program = program
	}
	if s.width == 0 {
		s.width, s.height = 120, 36
	}
	if s.data == "" {
		s.data = tb.TempDir()
	}
	argv := append([]string{s.program, "--data", s.data}, s.args...)
	term, err := terminal.Start(terminal.Options{
		Width: s.width, Height: s.height, Env: s.env, Background: s.background,
	}, argv...)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(term.Close)
	return &learner{t: tb, term: term, data: s.data}
}

// Press presses keys one after the other. A key that is pressed right after
// Esc would reach the program as one key with it: expect something between.
func (l *learner) Press(keys ...string) *learner {
	l.t.Helper()
	for i, k := range keys {
		if k == "Esc" && i+1 < len(keys) {
			l.t.Fatalf("Press: expect something after Esc before %q", keys[i+1])
		}
		l.must(l.term.Press(k))
	}
	return l
}

// Type types a text.
func (l *learner) Type(text string) *learner {
	l.t.Helper()
	l.must(l.term.Type(text))
	return l
}

// Expect waits until all texts are on the screen at once.
func (l *learner) Expect(texts ...string) *learner {
	l.t.Helper()
	l.until("the screen has "+strings.Join(texts, " | "), func(s terminal.Screen) bool {
		for _, text := range texts {
			if !s.Has(text) {
				return false
			}
		}
		return true
	})
	return l
}

// ExpectGone waits until a text is not on the screen any more.
func (l *learner) ExpectGone(text string) *learner {
	l.t.Helper()
	l.until("the screen has no "+text, func(s terminal.Screen) bool { return !s.Has(text) })
	return l
}

// until waits for a condition and returns the screen on which it holds.
func (l *learner) until(what string, holds func(terminal.Screen) bool) terminal.Screen {
	l.t.Helper()
	s, ok := l.term.Until(patience, holds)
	if !ok {
		l.t.Fatalf("%s: not so after %v\n%s", what, patience, s)
	}
	return s
}

// find waits for a text and returns the place of its first cell.
func (l *learner) find(text string) (x, y int) {
	l.t.Helper()
	s := l.until("the screen has "+text, func(s terminal.Screen) bool { return s.Has(text) })
	x, y, _ = s.Find(text)
	return x, y
}

// Click clicks on the first cell of a text.
func (l *learner) Click(text string) *learner {
	l.t.Helper()
	x, y := l.find(text)
	return l.ClickAt(x, y)
}

// ClickAt clicks on a cell.
func (l *learner) ClickAt(x, y int) *learner {
	l.t.Helper()
	l.must(l.term.Point(terminal.Press, x, y))
	l.must(l.term.Point(terminal.Release, x, y))
	return l
}

// Drag presses the mouse at a cell, moves it along the row and lets go.
func (l *learner) Drag(x, y, to int) *learner {
	l.t.Helper()
	l.must(l.term.Point(terminal.Press, x, y))
	const stride = 8 // cells between two events of a quick hand
	for x != to {
		x += max(-stride, min(stride, to-x))
		l.must(l.term.Point(terminal.Drag, x, y))
	}
	l.must(l.term.Point(terminal.Release, x, y))
	return l
}

// Wheel turns the wheel over a text.
func (l *learner) Wheel(m terminal.Mouse, over string) *learner {
	l.t.Helper()
	x, y := l.find(over)
	l.must(l.term.Point(m, x, y))
	return l
}

// Resize changes the size of the window.
func (l *learner) Resize(w, h int) *learner {
	l.t.Helper()
	l.must(l.term.Resize(w, h))
	return l
}

// Exits waits until the program ends with an exit code.
func (l *learner) Exits(code int) *learner {
	l.t.Helper()
	got, err := l.term.Exit(patience)
	if err != nil {
		l.t.Fatalf("%v\n%s", err, l.term.Screen())
	}
	if got != code {
		l.t.Errorf("exit code %d, want %d\n%s", got, code, l.afterwards())
	}
	return l
}

// Again starts the program once more, with the same progress.
func (l *learner) Again(args ...string) *learner {
	l.t.Helper()
	return setting{data: l.data, args: args}.open(l.t)
}

// afterwards is what is on the learner's own screen once the program has left
// the one it draws on.
func (l *learner) afterwards() string {
	raw := string(l.term.Raw())
	const leave = "\x1b[?1049l"
	if i := strings.LastIndex(raw, leave); i >= 0 {
		return raw[i+len(leave):]
	}
	return raw
}

func (l *learner) must(err error) {
	l.t.Helper()
	if err != nil {
		l.t.Fatal(err)
	}
}
