package tui

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
	"hakseup/nn/run"
	"hakseup/tui/lab"
	"hakseup/tui/theme"
)

// endless is a training that does not come to its end: the spiral, at full speed.
type endless struct{ lab.Training }

func newEndless() *endless {
	spec := run.Default()
	spec.Epochs = 1_000_000
	return &endless{lab.Training{Spec: spec}}
}

func (e *endless) Title() lang.Text           { return lang.Same("endless") }
func (e *endless) Clone() lab.Lab             { return &endless{e.Copy()} }
func (e *endless) Caption(l lang.Lang) string { return e.Told(l, e.Panel()) }
func (e *endless) Panel() lab.Panel {
	return lab.Panel{lab.Slide(&e.Spec.Rate, "rate", lang.Same("rate"), 0.03).From(0.001, 1)}
}

func (e *endless) Views() []lab.View {
	return []lab.View{{ID: "region", Label: lang.Same("region"), Pictures: func(l lang.Lang) []lab.Block {
		return []lab.Block{lab.Beside(2, e.Region(l, nil), lab.Above(0, e.Losses(l), e.Spread(l)))}
	}}}
}

// runEndless opens it in a window.
func runEndless(b *testing.B, sz size) (*driver, *labPane) {
	b.Helper()
	d := open(b, sz.w, sz.h, Options{Lecture: "06-softmax-loss"}).press("Tab")
	d.app.session.theme = theme.New(true, theme.TrueColor)
	p := d.app.top().(*lecture).lab
	p.lab = newEndless()
	p.reset()
	lab.Controls(p.lab).Set("speed", 3)
	return d, p
}

// BenchmarkFrame is a frame of a training at full speed: its strides, for which
// there are frameBudget, and its picture. It tells how many epochs a frame makes
// and how many bytes of lines change.
func BenchmarkFrame(b *testing.B) {
	for _, sz := range []size{{80, 24}, {120, 36}, {200, 60}} {
		b.Run(fmt.Sprintf("%dx%d", sz.w, sz.h), func(b *testing.B) {
			d, p := runEndless(b, sz)
			var next tea.Msg
			p.run.after = func(_ time.Duration, msg tea.Msg) tea.Cmd {
				next = msg
				return nil
			}
			d.press("Space")
			var lines []string
			written, frames := 0, 0
			var view time.Duration
			for b.Loop() {
				d.app.Update(next)
				began := time.Now()
				now := strings.Split(d.app.View(), "\n")
				view += time.Since(began)
				for i, line := range now {
					if i >= len(lines) || line != lines[i] {
						written += len(line)
					}
				}
				lines = now
				frames++
			}
			epochs, _ := lab.FactOf(p.lab, "epoch")
			b.ReportMetric(epochs.Value/float64(frames), "epochs/frame")
			b.ReportMetric(float64(written)/float64(frames), "B/frame")
			b.ReportMetric(float64(view.Microseconds())/1000/float64(frames), "ms-view/frame")
		})
	}
}

// screenWriter counts what the program writes, and tells when a text is in it.
type screenWriter struct {
	mu     sync.Mutex
	writes int
	bytes  int
	wanted string
	found  chan time.Time
}

func (w *screenWriter) Write(text []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.writes++
	w.bytes += len(text)
	if w.wanted != "" && bytes.Contains(text, []byte(w.wanted)) {
		w.wanted = ""
		w.found <- time.Now()
	}
	return len(text), nil
}

func (w *screenWriter) expect(text string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.wanted = text
}

// BenchmarkKeyWhileRunning is the time from a key to the changed screen while a
// training runs at full speed in the whole program, with its frames a second and
// their bytes.
func BenchmarkKeyWhileRunning(b *testing.B) {
	d, _ := runEndless(b, size{120, 36})
	w := &screenWriter{found: make(chan time.Time, 1)}
	program := tea.NewProgram(d.app, tea.WithInput(nil), tea.WithOutput(w), tea.WithFPS(120), tea.WithoutSignalHandler())
	ended := make(chan error)
	go func() {
		_, err := program.Run()
		ended <- err
	}()
	program.Send(tea.WindowSizeMsg{Width: 120, Height: 36})
	program.Send(tea.KeyMsg{Type: tea.KeySpace})
	time.Sleep(time.Second)
	w.mu.Lock()
	w.writes, w.bytes = 0, 0
	w.mu.Unlock()
	var times []time.Duration
	began := time.Now()
	for b.Loop() {
		time.Sleep(time.Duration(20+7*len(times)%17) * time.Millisecond)
		w.expect("▸")
		sent := time.Now()
		program.Send(tea.KeyMsg{Type: []tea.KeyType{tea.KeyDown, tea.KeyUp}[len(times)%2]})
		times = append(times, (<-w.found).Sub(sent))
	}
	passed := time.Since(began).Seconds()
	program.Quit()
	if err := <-ended; err != nil {
		b.Fatal(err)
	}
	slices.Sort(times)
	ms := func(share float64) float64 {
		return float64(times[int(share*float64(len(times)-1))].Microseconds()) / 1000
	}
	b.ReportMetric(ms(0.5), "ms-median/key")
	b.ReportMetric(ms(0.95), "ms-p95/key")
	b.ReportMetric(float64(w.writes)/passed, "frames/s")
	b.ReportMetric(float64(w.bytes)/float64(w.writes), "B/frame")
	b.ReportMetric(0, "ns/op") // not shown: it has the time between keys, too
}
