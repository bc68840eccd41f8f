package tui

import (
	"errors"
	"fmt"
	"os"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"

	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/terminal"
	"hakseup/tui/theme"
)

// The themes to choose from. Auto is what the terminal's background asks for.
const (
	ThemeAuto  = "auto"
	ThemeDark  = "dark"
	ThemeLight = "light"
)

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
	course, err := lessons.Default()
	if err != nil {
		return err
	}
	app := newApp(course, o, firstTheme(o.Theme, os.Getenv))
	if w, h, err := term.GetSize(os.Stdout.Fd()); err == nil {
		app.Update(tea.WindowSizeMsg{Width: w, Height: h})
	}
	app.session.cursor = terminal.HasCursor
	t := terminal.New(app, os.Stdin, os.Stdout)
	app.quit, app.send = t.Quit, t.Send
	err = t.Run()
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
	if _, ended := errors.AsType[terminal.EndedError](err); ended || err == nil {
		return err
	}
	return fmt.Errorf("run the program: %w", err)
}

// firstTheme is the theme of the first frame, before which the terminal is not
// asked for its background.
func firstTheme(choice string, env func(string) string) *theme.Theme {
	return theme.New(choice == ThemeDark || choice == ThemeAuto && theme.Dark(env), theme.Detect(env, true))
}

// background takes over what the terminal says of its background, unless the
// learner has chosen.
func (a *App) background(dark bool) {
	if a.options.Theme == ThemeAuto && a.session.theme.Dark() != dark {
		a.session.theme = theme.New(dark, a.session.theme.Profile())
		a.resize()
	}
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
