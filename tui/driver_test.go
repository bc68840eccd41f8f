package tui

import (
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons"
	"hakseup/tui/theme"
)

// driver is a learner at the keyboard of an App without a terminal.
type driver struct {
	t    testing.TB
	app  *App
	quit bool // the program has ended
}

// open starts the program in a window, with a fresh progress folder.
func open(tb testing.TB, w, h int, o Options) *driver {
	tb.Helper()
	if o.DataDir == "" {
		o.DataDir = tb.TempDir()
	}
	d := &driver{t: tb, app: newApp(courseOf(tb), o, theme.New(true, theme.NoColor))}
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	d.run(d.app.Init())
	tb.Cleanup(func() {
		if r := d.app.session.recorder; r != nil {
			if _, err := r.close(); err != nil {
				tb.Error(err)
			}
		}
	})
	return d
}

func courseOf(tb testing.TB) *lessons.Course {
	tb.Helper()
	course, err := lessons.Default()
	if err != nil {
		tb.Fatal(err)
	}
	return course
}

func (d *driver) send(msg tea.Msg) {
	d.t.Helper()
	_, cmd := d.app.Update(msg)
	d.run(cmd)
	if d.app.crash != nil {
		d.t.Fatalf("the program crashed: %v\n%s", d.app.crash.cause, d.app.crash.stack)
	}
}

// run carries a command out, and what follows from it.
func (d *driver) run(cmd tea.Cmd) {
	d.t.Helper()
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		d.quit = true
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	default:
		d.send(msg)
	}
}

// press presses keys, separated by spaces; what names no key is typed.
func (d *driver) press(keys string) *driver {
	d.t.Helper()
	named := map[string]tea.KeyType{
		"Enter": tea.KeyEnter, "Esc": tea.KeyEsc, "Tab": tea.KeyTab, "BackTab": tea.KeyShiftTab,
		"Up": tea.KeyUp, "Down": tea.KeyDown, "Left": tea.KeyLeft, "Right": tea.KeyRight,
		"PgUp": tea.KeyPgUp, "PgDn": tea.KeyPgDown, "Home": tea.KeyHome, "End": tea.KeyEnd,
		"Space": tea.KeySpace, "ShiftRight": tea.KeyShiftRight, "ShiftUp": tea.KeyShiftUp, "ShiftDown": tea.KeyShiftDown, "Backspace": tea.KeyBackspace, "CtrlY": tea.KeyCtrlY,
	}
	for k := range strings.FieldsSeq(keys) {
		if kind, ok := named[k]; ok {
			d.send(tea.KeyMsg{Type: kind})
			continue
		}
		for _, r := range k {
			d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
		}
	}
	return d
}

// click presses and releases the left button on the first cell of a text,
// the lowest of its kind on the screen.
func (d *driver) click(on string) *driver {
	d.t.Helper()
	lines := strings.Split(d.screen(), "\n")
	for y, line := range slices.Backward(lines) {
		before, _, ok := strings.Cut(line, on)
		if !ok {
			continue
		}
		x := ansi.StringWidth(before)
		d.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
		d.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionRelease})
		return d
	}
	d.t.Fatalf("%q is not on the screen:\n%s", on, d.screen())
	return d
}

// screen returns what is shown, without colours.
func (d *driver) screen() string { return ansi.Strip(d.app.View()) }

// expect fails unless every text is on the screen.
func (d *driver) expect(texts ...string) *driver {
	d.t.Helper()
	screen := d.screen()
	for _, want := range texts {
		if !strings.Contains(screen, want) {
			d.t.Fatalf("%q is not on the screen:\n%s", want, screen)
		}
	}
	return d
}

// expectNot fails when a text is on the screen.
func (d *driver) expectNot(text string) {
	d.t.Helper()
	if screen := d.screen(); strings.Contains(screen, text) {
		d.t.Fatalf("%q is on the screen:\n%s", text, screen)
	}
}
