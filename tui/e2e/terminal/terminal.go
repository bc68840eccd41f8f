//go:build unix

// Package terminal runs a program in a pseudo-terminal against an emulated
// terminal, so that tests and pictures see what a person would see.
package terminal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
	"github.com/gdamore/tcell/v3/vt"
)

// Options is what the program finds around it.
type Options struct {
	Width, Height int
	// Env is added to an environment that holds nothing but PATH, a UTF-8
	// locale and a terminal with 24-bit colours.
	Env []string
	// Background is the colour that the terminal names when it is asked, in
	// the form of X11: "rgb:ffff/ffff/ffff". Empty: it does not understand.
	Background string
}

// Terminal is a program that runs in an emulated terminal.
type Terminal struct {
	cmd        *exec.Cmd
	pty, tty   *os.File // the terminal's end of the line, and the program's
	background string
	drawn      chan struct{} // closed once the line is closed and all that came is drawn
	exited     chan struct{} // closed after that, once the program has ended

	// The state of the line: echo, editing, signals. after is set when the
	// program has ended.
	before, after *term.State

	mu      sync.Mutex
	screen  vt.MockTerm
	update  *regexp.Regexp // matches where a frame begins and ends: see Until
	w, h    int
	raw     []byte
	drawing bool          // a frame is half drawn
	changed chan struct{} // closed and replaced with every piece of output
}

// Start runs a program.
func Start(o Options, argv ...string) (*Terminal, error) {
	t := &Terminal{
		w: o.Width, h: o.Height, background: o.Background,
		drawn: make(chan struct{}), exited: make(chan struct{}), changed: make(chan struct{}),
		update: regexp.MustCompile(`\x1b\[\?2026(?:h|(l))`),
		screen: vt.NewMockTerm(vt.MockOptSize{X: vt.Col(o.Width), Y: vt.Row(o.Height)}, vt.MockOptColors(1<<24)),
	}
	if err := t.open(); err != nil {
		return nil, err
	}
	t.cmd = exec.Command(argv[0], argv[1:]...) //nolint:gosec,noctx // runs what it is told to, until Close
	t.cmd.Env = append([]string{
		"PATH=" + os.Getenv("PATH"), "LANG=ko_KR.UTF-8", "TERM=xterm-256color", "COLORTERM=truecolor",
	}, o.Env...)
	t.cmd.Stdin, t.cmd.Stdout, t.cmd.Stderr = t.tty, t.tty, t.tty
	t.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := t.cmd.Start(); err != nil {
		return nil, errors.Join(err, t.pty.Close(), t.tty.Close())
	}
	go t.show()
	go t.answer()
	go t.reap()
	return t, nil
}

// open makes the line and remembers the state that it is in.
func (t *Terminal) open() error {
	blocking, tty, err := pty.Open()
	if err != nil {
		return err
	}
	t.tty = tty
	if t.pty, err = interruptible(blocking); err != nil {
		return err
	}
	if err = pty.Setsize(t.tty, t.winsize()); err == nil {
		t.before, err = term.GetState(t.tty.Fd())
	}
	if err == nil {
		err = t.screen.Start()
	}
	return err
}

// interruptible returns a file whose Close ends a Read that waits.
func interruptible(f *os.File) (*os.File, error) {
	syscall.ForkLock.RLock() // no program that is started meanwhile may inherit it
	fd, err := syscall.Dup(int(f.Fd()))
	if err == nil {
		syscall.CloseOnExec(fd)
	}
	syscall.ForkLock.RUnlock()
	if err != nil {
		return nil, err
	}
	if err := syscall.SetNonblock(fd, true); err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), f.Name()), f.Close()
}

func (t *Terminal) winsize() *pty.Winsize {
	return &pty.Winsize{Cols: uint16(t.w), Rows: uint16(t.h)}
}

// show draws what the program writes.
func (t *Terminal) show() {
	defer close(t.drawn)
	buf := make([]byte, 1<<16)
	for {
		n, err := t.pty.Read(buf)
		if n > 0 {
			t.draw(buf[:n])
		}
		if err != nil {
			return
		}
	}
}

// askBackground is the question for the background colour.
const askBackground = "\x1b]11;?"

func (t *Terminal) draw(output []byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	recent := max(0, len(t.raw)-8) // a sequence may come in two pieces
	t.raw = append(t.raw, output...)
	if at := t.update.FindAllSubmatch(t.raw[recent:], -1); at != nil {
		t.drawing = len(at[len(at)-1][1]) == 0
	}
	if t.background != "" && bytes.Contains(output, []byte(askBackground)) {
		t.screen.SendRaw([]byte("\x1b]11;" + t.background + "\x1b\\"))
	}
	_, _ = t.screen.Write(output) // fails after Close only
	close(t.changed)
	t.changed = make(chan struct{})
}

// answer hands on what the terminal replies to the program's questions.
func (t *Terminal) answer() {
	buf := make([]byte, 256)
	for {
		n, err := t.screen.Read(buf)
		if err != nil {
			return
		}
		if n > 0 {
			_, _ = t.pty.Write(buf[:n]) // the program may have ended
		}
	}
}

// reap waits for the program to end and for its last words to be drawn.
func (t *Terminal) reap() {
	defer close(t.exited)
	_ = t.cmd.Wait() // ProcessState has the exit code
	if state, err := term.GetState(t.tty.Fd()); err == nil {
		t.after = state
	}
	_ = t.tty.Close()
	<-t.drawn
}

// Close ends the program if it still runs and lets go of the terminal.
func (t *Terminal) Close() {
	_ = t.cmd.Process.Kill() // it may have ended already
	<-t.exited
	_ = t.pty.Close()
	_ = t.screen.Stop()
}

// HangUp closes the line from the terminal's end, as when a window is closed.
func (t *Terminal) HangUp() { _ = t.pty.Close() }

// Process is the process of the program.
func (t *Terminal) Process() *os.Process { return t.cmd.Process }

// Exit waits until the program ends and returns its exit code.
func (t *Terminal) Exit(patience time.Duration) (int, error) {
	select {
	case <-t.exited:
		return t.cmd.ProcessState.ExitCode(), nil
	case <-time.After(patience):
		return 0, fmt.Errorf("the program still runs after %v", patience)
	}
}

// Until waits until a condition holds for what the terminal shows and
// returns that. It reports whether the condition came true in time. Half a
// frame is never looked at: the program says where an update begins and ends.
func (t *Terminal) Until(patience time.Duration, holds func(Screen) bool) (Screen, bool) {
	deadline := time.After(patience)
	for {
		t.mu.Lock()
		drawing, changed := t.drawing, t.changed
		var s Screen
		if !drawing {
			s = t.look()
		}
		t.mu.Unlock()
		if !drawing && holds(s) {
			return s, true
		}
		select {
		case <-changed:
		case <-deadline:
			return t.Screen(), false
		}
	}
}

// Settled waits until the program has written nothing for a while, and
// returns what the terminal shows then.
func (t *Terminal) Settled(quiet time.Duration) Screen {
	for {
		t.mu.Lock()
		s, changed := t.look(), t.changed
		t.mu.Unlock()
		select {
		case <-changed:
		case <-time.After(quiet):
			return s
		}
	}
}

// Raw returns everything that the program has written so far.
func (t *Terminal) Raw() []byte {
	t.mu.Lock()
	defer t.mu.Unlock()
	return bytes.Clone(t.raw)
}

// Resize changes the size of the window.
func (t *Terminal) Resize(w, h int) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.w, t.h = w, h
	t.screen.SetSize(vt.Coord{X: vt.Col(w), Y: vt.Row(h)})
	return pty.Setsize(t.tty, t.winsize())
}

// Screen returns what the terminal shows now.
func (t *Terminal) Screen() Screen {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.look()
}

// Restored reports whether the program, which has ended, left the line as it
// found it: how input is echoed, edited and turned into signals.
func (t *Terminal) Restored() bool {
	<-t.exited
	return t.after != nil && *t.after == *t.before
}
