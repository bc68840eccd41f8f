package tui

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/term"
	"github.com/mattn/go-runewidth"

	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/theme"
)

// The themes to choose from. Auto asks the terminal for its background.
const (
	ThemeAuto  = "auto"
	ThemeDark  = "dark"
	ThemeLight = "light"
)

// framesPerSecond is how often the library looks whether there is something
// new to draw. A key waits for half a frame on the average, which is below
// what is felt, and looking costs the processor less than 1 % while nothing
// happens; at 120, half as much again.
const framesPerSecond = 45

// Options is what the command line has to say.
type Options struct {
	Lang      lang.Lang
	LangGiven bool             // the language was chosen on the command line: it wins over the kept one
	Theme     string           // ThemeAuto, ThemeDark or ThemeLight
	DataDir   string           // folder of the learner's progress
	Now       func() time.Time // dates what is kept and decides what is due; time.Now where it is nil
	Lecture   string           // slug of the lecture to open; empty for the table of contents
}

// Run shows the program until the learner leaves it.
func Run(o Options) error {
	// The component library measures what is typed with this package, which
	// takes ─ and √ for two cells wide under a Korean locale.
	runewidth.DefaultCondition.EastAsianWidth = false

	course, err := lessons.Default()
	if err != nil {
		return err
	}
	app := newApp(course, o, terminalTheme(o.Theme))
	if w, h, err := term.GetSize(os.Stdout.Fd()); err == nil {
		app.Update(tea.WindowSizeMsg{Width: w, Height: h})
	}
	// Signals are taken from here on, before the terminal is: the library
	// takes fewer of them, and later.
	ended, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	program := tea.NewProgram(app, tea.WithAltScreen(), tea.WithMouseCellMotion(), tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler())
	app.quit, app.send = program.Quit, program.Send
	defer context.AfterFunc(ended, program.Quit)()
	_, err = program.Run()
	var left *progress.Notice
	if r := app.session.recorder; r != nil {
		if done, ended := app.session.watch.touch("", app.session.now()); ended {
			r.store.Spend(done.chapter, done.time)
		}
		var closeErr error
		if left, closeErr = r.close(); err == nil {
			err = closeErr
		}
	}
	if app.crash != nil {
		return app.crash.report(o.DataDir, app.session.lang)
	}
	if left != nil { // on the learner's own screen, which stays
		fmt.Fprintln(os.Stderr, app.session.say(left.Text()))
	}
	if err != nil {
		return fmt.Errorf("run the program: %w", err)
	}
	return nil
}

// terminalTheme fits the theme to the terminal's colours.
func terminalTheme(choice string) *theme.Theme {
	profile := theme.Detect(os.Getenv, true)
	dark := choice == ThemeDark || choice == ThemeAuto && lipgloss.HasDarkBackground()
	return theme.New(dark, profile)
}

// newApp returns the program as it starts: the table of contents, and a
// lecture on top of it when one was asked for.
func newApp(course *lessons.Course, o Options, t *theme.Theme) *App {
	s := newSession(course, o.Lang, t)
	if o.Now != nil {
		s.now = o.Now
	}
	a := &App{session: s, options: o}
	a.stack = []Screen{newHome(s)}
	if o.Lecture != "" {
		a.stack = append(a.stack, newLecture(s, o.Lecture))
	}
	return a
}
