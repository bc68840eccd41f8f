//go:build unix

package terminal

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/cancelreader"
)

const (
	// The alternate screen; no automatic wrap, so that a frame that is drawn
	// while the window shrinks does not spill; the cursor hidden; the mouse;
	// pastes marked as such.
	enter = "\x1b[?1049h\x1b[?7l\x1b[?25l\x1b[?1002h\x1b[?1006h\x1b[?2004h"
	leave = "\x1b[?2026l\x1b[?2004l\x1b[?1006l\x1b[?1002l\x1b[?25h\x1b[?7h\x1b[m\x1b[?1049l"
	// The background, and then what every terminal answers (DA1), so that one
	// that does not know the first question need not be waited for.
	ask = "\x1b]11;?\x1b\\\x1b[c"

	minFrame  = time.Second / 120      // a burst of changes draws no faster
	lastReply = 300 * time.Millisecond // a reply that comes later lands in the shell
	typeAhead = 4096                   // messages that wait for the program
)

// HasCursor tells that the terminal's cursor is put where a [Cursor] says.
const HasCursor = true

// Terminal is the terminal while the program has it.
type Terminal struct {
	in, out *os.File
	program *tea.Program
	events  chan tea.Msg // type-ahead waits in it until the program runs
	signal  atomic.Pointer[os.Signal]

	free  chan struct{} // holds a token while a frame may be drawn
	frame chan frame
	stale atomic.Bool // the model changed while no frame could be drawn

	askedAt      atomic.Int64  // in nanoseconds
	answered     chan struct{} // closed when all questions are answered
	answeredOnce sync.Once

	mu     sync.Mutex // guards the writing to the terminal and what follows
	active bool
	asked  bool
	cooked *term.State
	reader cancelreader.CancelReader
	read   chan struct{} // closed when the reading goroutine has ended
	screen screen
}

// New prepares to show a model. Keys that are typed ahead are kept for it.
func New(m tea.Model, in, out *os.File) *Terminal {
	t := &Terminal{
		in: in, out: out, events: make(chan tea.Msg, typeAhead), answered: make(chan struct{}),
		free: make(chan struct{}, 1), frame: make(chan frame, 1),
	}
	t.free <- struct{}{}
	// An empty reader, not nil: with nil, the library waits for its own.
	t.program = tea.NewProgram(shown{m, t}, tea.WithoutRenderer(), tea.WithoutSignalHandler(),
		tea.WithInput(strings.NewReader("")), tea.WithOutput(io.Discard), tea.WithFilter(t.filter))
	return t
}

// Quit ends the program from outside Update.
func (t *Terminal) Quit() { t.program.Quit() }

// Send brings a message from outside Update once the program runs.
func (t *Terminal) Send(msg tea.Msg) { t.program.Send(msg) }

// Run shows the model until it quits, and then gives the terminal back.
func (t *Terminal) Run() error {
	if !term.IsTerminal(t.in.Fd()) { // a file or a pipe: the keys still come from the terminal
		tty, err := os.Open("/dev/tty")
		if err != nil {
			return err
		}
		defer func() { _ = tty.Close() }()
		t.in = tty
	}
	done := make(chan struct{})
	defer close(done)
	listen := t.listen() // before the terminal is taken: it must be given back
	if err := t.acquire(); err != nil {
		return err
	}
	defer t.release()
	go t.signals(listen, done)
	go t.drawer(done)
	go t.deliver(done)
	_, err := t.program.Run()
	if s := t.signal.Load(); s != nil {
		return EndedError{*s}
	}
	return err
}

// deliver hands the program what came, the size first.
func (t *Terminal) deliver(done chan struct{}) {
	t.program.Send(t.size())
	for {
		select {
		case msg := <-t.events:
			t.program.Send(msg)
		case <-done:
			return
		}
	}
}

// end ends the program as a signal does.
func (t *Terminal) end(s os.Signal) {
	t.signal.CompareAndSwap(nil, &s)
	t.program.Quit()
}

// acquire takes the terminal at the start and after a stop.
func (t *Terminal) acquire() (err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.active {
		return nil
	}
	if t.cooked, err = term.MakeRaw(t.in.Fd()); err != nil {
		return fmt.Errorf("raw mode: %w", err)
	}
	if t.reader, err = cancelreader.NewReader(t.in); err != nil {
		return errors.Join(err, term.Restore(t.in.Fd(), t.cooked))
	}
	t.active, t.read = true, make(chan struct{})
	t.screen.forget()
	go t.input(t.reader, t.read)
	_, err = io.WriteString(t.out, enter)
	return err
}

// release gives the terminal back as it was found.
func (t *Terminal) release() {
	// A terminal that takes no bytes holds the lock: do not wait for it for
	// ever, or a signal could not end the program.
	for i := 0; !t.mu.TryLock(); i++ {
		if i == 50 {
			_ = term.Restore(t.in.Fd(), t.cooked)
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	defer t.mu.Unlock()
	if !t.active {
		return
	}
	t.active = false
	if t.asked {
		select { // the reply would be typed into the shell
		case <-t.answered:
		case <-time.After(lastReply):
		}
	}
	if t.reader.Cancel() {
		select {
		case <-t.read:
		case <-time.After(100 * time.Millisecond): // it waits for room among the events
		}
	}
	_ = t.reader.Close()
	_, _ = io.WriteString(t.out, leave) // the terminal may be gone
	_ = term.Restore(t.in.Fd(), t.cooked)
}

func (t *Terminal) size() tea.Msg {
	w, h, err := term.GetSize(t.out.Fd())
	if err != nil {
		return nil
	}
	return tea.WindowSizeMsg{Width: w, Height: h}
}

// filter does what the library would do in the terminal.
func (t *Terminal) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.SuspendMsg:
		return t.suspend()
	case continued:
		t.refresh()
		return t.size()
	}
	return msg
}

// shown is the program's model with a View that the library calls after each
// Update, in the same goroutine, and that draws in place of the renderer.
type shown struct {
	tea.Model

	t *Terminal
}

// redraw has View called when a frame may be drawn again.
type redraw struct{}

func (m shown) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(redraw); ok {
		return m, nil
	}
	inner, cmd := m.Model.Update(msg)
	return shown{inner, m.t}, cmd
}

// View hands a frame to the drawer if it is free, else asks to be called
// again. The flag is set before the token is tried and read after it is put
// back, so that no change is forgotten.
func (m shown) View() string {
	m.t.stale.Store(true)
	select {
	case <-m.t.free:
		m.t.stale.Store(false)
		m.t.frame <- frameOf(m.Model)
	default:
	}
	return ""
}

// drawer draws the frames. It draws the first change at once and rests after
// it, so that a burst costs a bounded share and rest costs nothing.
func (t *Terminal) drawer(done chan struct{}) {
	for {
		select {
		case f := <-t.frame:
			start := time.Now()
			t.draw(f)
			time.Sleep(time.Until(start.Add(minFrame)))
			t.free <- struct{}{}
			if t.stale.Load() {
				t.program.Send(redraw{})
			}
		case <-done:
			return
		}
	}
}

// draw writes what changed as one update, and after the first one asks what
// the terminal is like.
func (t *Terminal) draw(f frame) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.active || f.text == "" {
		return
	}
	w, h, err := term.GetSize(t.out.Fd())
	if err != nil {
		return
	}
	out := t.screen.update(f, w, h)
	if !t.asked {
		out = append(out, ask...)
		t.asked = true
		t.askedAt.Store(time.Now().UnixNano())
	}
	if len(out) > 0 {
		_, _ = t.out.Write(out) // the reader sees a lost terminal
	}
}

// input reads and decodes until it is cancelled. A sequence may come in
// pieces; only silence tells that a lone escape is the key.
func (t *Terminal) input(r io.Reader, done chan struct{}) {
	defer close(done)
	chunks := make(chan []byte)
	go t.chunks(r, chunks)
	var d decoder
	for {
		var quiet <-chan time.Time
		if wait := d.wait(); wait > 0 {
			quiet = time.After(wait)
		}
		var msgs []tea.Msg
		select {
		case c, ok := <-chunks:
			if !ok {
				return
			}
			msgs = d.feed(c)
		case <-quiet:
			msgs = d.expire()
		}
		for _, msg := range msgs {
			if _, ok := msg.(attributes); ok {
				t.answeredOnce.Do(func() { close(t.answered) })
				msg = Answered{time.Since(time.Unix(0, t.askedAt.Load()))}
			}
			t.events <- msg
		}
	}
}

func (t *Terminal) chunks(r io.Reader, chunks chan<- []byte) {
	defer close(chunks)
	for {
		buf := make([]byte, 4096)
		n, err := r.Read(buf)
		if n > 0 {
			chunks <- buf[:n]
		}
		if err != nil {
			if !errors.Is(err, cancelreader.ErrCanceled) { // the terminal is gone
				t.end(syscall.SIGHUP)
			}
			return
		}
	}
}
