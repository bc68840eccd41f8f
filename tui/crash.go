package tui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/lessons/lang"
)

// crash is a panic that was caught: the program ends with a sentence, the
// terminal restored, instead of a stack trace over the learner's screen.
type crash struct {
	cause any
	stack []byte
}

// catch turns a panic in Update into a quiet end.
func (a *App) catch(model *tea.Model, cmd *tea.Cmd) {
	if cause := recover(); cause != nil {
		a.crash = &crash{cause, debug.Stack()}
		*model, *cmd = a, tea.Quit
	}
}

// catchView does the same for View, which cannot return a command.
func (a *App) catchView(view *string) {
	if cause := recover(); cause != nil {
		a.crash = &crash{cause, debug.Stack()}
		*view = ""
		if a.quit != nil {
			go a.quit()
		}
	}
}

// crashMsg brings a panic from work that is done beside the screens.
type crashMsg struct{ crash *crash }

// guarded does such work and turns a panic in it into a message.
func guarded(work func() tea.Msg) (msg tea.Msg) {
	defer func() {
		if cause := recover(); cause != nil {
			msg = crashMsg{&crash{cause, debug.Stack()}}
		}
	}()
	return work()
}

// report writes the details into a file beside the progress and returns the
// sentence that the learner reads.
func (c *crash) report(dir string, l lang.Lang) error {
	file := filepath.Join(dir, "crash.log")
	details := fmt.Appendf(nil, "%v\n\n%s", c.cause, c.stack)
	if err := os.WriteFile(file, details, 0o600); err != nil {
		file = err.Error()
	}
	text := lang.Sprintf(
		"hakseup에 문제가 생겨 멈췄어요. 학습 기록은 그대로 있어요. 자세한 내용: %s",
		"hakseup ran into a fault of its own and stopped. Your progress is safe. Details: %s", file)
	return errors.New(text.In(l))
}
