//go:build !unix

package terminal

import (
	"os"
	"os/signal"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"
)

// framesPerSecond is how often the library looks for something new to draw.
const framesPerSecond = 60

// HasCursor tells that the terminal's cursor is put where a [Cursor] says.
const HasCursor = false

// Terminal is the library's own. On Windows its reader knows the console's
// records, and with them characters that the console's code page cannot name,
// and changes of the size.
type Terminal struct {
	program *tea.Program
	signal  os.Signal
}

// New prepares to show a model.
func New(m tea.Model, in, out *os.File) *Terminal {
	return &Terminal{program: tea.NewProgram(m, tea.WithInput(in), tea.WithOutput(out), tea.WithAltScreen(),
		tea.WithMouseCellMotion(), tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler())}
}

// Quit ends the program from outside Update.
func (t *Terminal) Quit() { t.program.Quit() }

// Send brings a message from outside Update once the program runs.
func (t *Terminal) Send(msg tea.Msg) { t.program.Send(msg) }

// Run shows the model until it quits or a signal ends it.
func (t *Terminal) Run() error {
	signals, done, ended := make(chan os.Signal, 1), make(chan struct{}), make(chan struct{})
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	go func() {
		defer close(ended)
		select {
		case t.signal = <-signals:
			t.program.Quit()
		case <-done:
		}
	}()
	_, err := t.program.Run()
	close(done)
	<-ended
	if t.signal != nil {
		return EndedError{t.signal}
	}
	return err
}

// ExitCode is that of a program that failed.
func (e EndedError) ExitCode() int { return 1 }
