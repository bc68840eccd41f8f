//go:build unix

package terminal

import (
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// ExitCode is what a shell calls the end by a signal: 128 and its number.
func (e EndedError) ExitCode() int {
	if s, ok := e.Signal.(syscall.Signal); ok {
		return 128 + int(s)
	}
	return 1
}

func (t *Terminal) listen() chan os.Signal {
	c := make(chan os.Signal, 8)
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT,
		syscall.SIGWINCH, syscall.SIGCONT)
	return c
}

// signals acts on the signals until done. SIGTSTP is not taken: the runtime
// keeps its handler after it is given up, and nothing would stop any more.
func (t *Terminal) signals(c chan os.Signal, done chan struct{}) {
	defer signal.Stop(c)
	for {
		select {
		case <-done:
			return
		case s := <-c:
			switch s {
			case syscall.SIGWINCH:
				t.forget()
				t.program.Send(t.size())
			case syscall.SIGCONT: // after a stop from outside
				t.program.Send(continued{})
			default:
				t.end(s)
			}
		}
	}
}

// continued is the message that the process goes on.
type continued struct{}

// forget has the next frame drawn whole: a terminal may do what it likes with
// what it shows while its size changes.
func (t *Terminal) forget() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.screen.forget()
}

// suspend stops the process as a shell expects. Where no shell cares for jobs
// the kernel does not stop it, and it goes on at once.
func (t *Terminal) suspend() tea.Msg {
	t.release()
	cont := make(chan os.Signal, 1)
	signal.Notify(cont, syscall.SIGCONT)
	defer signal.Stop(cont)
	_ = syscall.Kill(0, syscall.SIGTSTP) // the whole job, pipes included
	select {
	case <-cont:
	case <-time.After(200 * time.Millisecond):
	}
	// In the background (bg, or kill of a stopped job) touching the terminal
	// would stop the process once more, and the signal that ends it would wait.
	for !t.foreground() && t.signal.Load() == nil {
		time.Sleep(100 * time.Millisecond)
	}
	if t.signal.Load() == nil {
		if err := t.acquire(); err != nil {
			return tea.Quit()
		}
		go func() { t.program.Send(t.size()) }()
	}
	return tea.ResumeMsg{}
}

func (t *Terminal) foreground() bool {
	group, err := unix.IoctlGetInt(int(t.out.Fd()), unix.TIOCGPGRP)
	return err != nil || group == unix.Getpgrp()
}

// refresh takes the terminal as after a suspension that nobody announced.
func (t *Terminal) refresh() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.active && t.foreground() {
		_, _ = term.MakeRaw(t.in.Fd())
		_, _ = io.WriteString(t.out, enter)
		t.screen.forget()
	}
}
