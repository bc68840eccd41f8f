package tui

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/progress"
	"hakseup/lessons/lang"
	"hakseup/tui/theme"
)

// storeMsg tells that the learner's progress is open, and brings the settings
// that were kept.
type storeMsg struct {
	notice   *progress.Notice
	language string
	theme    string
	err      error // what kept it from being opened
}

// summaryMsg brings how far the learner is now. Every screen gets it.
type summaryMsg struct {
	summary progress.Summary
	number  int // counts the summaries: messages may overtake each other
}

// storeTimeout bounds one visit to the progress file. Another program that
// holds it longer than this is stuck.
const storeTimeout = 5 * time.Second

// opened takes over what was kept. Choices that were made meanwhile, or on the
// command line, win.
func (a *App) opened(msg storeMsg) tea.Cmd {
	s := a.session
	if msg.err != nil {
		return notice(s.say(lang.Sprintf("학습 기록을 열지 못했어요: %v", "Your progress could not be opened: %v", msg.err)))
	}
	if l, err := lang.Parse(msg.language); err == nil && !a.options.LangGiven {
		s.lang = l
	}
	if msg.theme != "" && a.options.Theme == ThemeAuto {
		s.theme = theme.New(msg.theme == ThemeDark, s.theme.Profile())
	}
	a.resize()
	// The library asks for the size of the window at the start, and only
	// then begins to watch it: what changed in between would never be seen.
	cmds := []tea.Cmd{tea.WindowSize()}
	if msg.notice != nil {
		cmds = append(cmds, notice(s.say(msg.notice.Text())))
	}
	return tea.Batch(cmds...)
}

// brought takes over a summary unless a later one has come before it.
func (a *App) brought(msg summaryMsg) tea.Cmd {
	if msg.number < a.session.summaries {
		return nil
	}
	a.session.summaries, a.session.summary = msg.number, msg.summary
	return a.broadcast(msg)
}

// recorder does the work on the store one piece after another, in the order
// in which it was asked for. The first piece is to open it: that must not
// hold up the first frame, and what is asked for meanwhile waits. What was
// begun is finished before the program ends: an answer that was graded is
// kept even when the learner quits at once.
type recorder struct {
	jobs chan func()
	done chan struct{}

	// The work alone touches these.
	store     *progress.Store // nil before it is open
	summaries int             // how many were made
}

// open starts the recorder on the progress in a folder.
func (s *session) open(dir string) tea.Cmd {
	r := &recorder{jobs: make(chan func(), 64), done: make(chan struct{})}
	s.recorder = r
	go func() {
		defer close(r.done)
		for job := range r.jobs {
			job()
		}
	}()
	return r.ask(func(ctx context.Context) tea.Msg { return r.open(ctx, dir) })
}

func (r *recorder) open(ctx context.Context, dir string) tea.Msg {
	store, err := progress.Open(ctx, dir)
	if err != nil {
		return storeMsg{err: err}
	}
	r.store = store
	msg := storeMsg{notice: store.Notice()}
	// A setting that cannot be read is as good as none: the next visit to
	// the store tells what is wrong with it.
	msg.language, _ = store.Setting(ctx, progress.Language)
	msg.theme, _ = store.Setting(ctx, progress.Theme)
	return msg
}

// ask hands a piece of work over and returns the command that waits for what
// comes of it.
func (r *recorder) ask(work func(context.Context) tea.Msg) tea.Cmd {
	result := make(chan tea.Msg, 1)
	r.jobs <- func() {
		ctx, cancel := context.WithTimeout(context.Background(), storeTimeout)
		defer cancel()
		result <- guarded(func() tea.Msg { return work(ctx) })
	}
	return func() tea.Msg { return <-result }
}

// close waits for the work that is left and closes the store.
func (r *recorder) close() error {
	close(r.jobs)
	<-r.done
	if r.store == nil {
		return nil
	}
	return r.store.Close()
}

// with asks for work on the store and then for a fresh summary. Where there
// is no store it does nothing.
func (s *session) with(work func(context.Context, *progress.Store) error) tea.Cmd {
	r, l := s.recorder, s.lang
	if r == nil {
		return nil
	}
	return r.ask(func(ctx context.Context) tea.Msg {
		if r.store == nil {
			return nil
		}
		err := work(ctx, r.store)
		if err == nil {
			var summary progress.Summary
			if summary, err = r.store.Summary(ctx); err == nil {
				r.summaries++
				return summaryMsg{summary, r.summaries}
			}
		}
		text := lang.Sprintf("학습 기록을 쓰지 못했어요: %v", "Your progress could not be written: %v", err)
		return noticeMsg{text.In(l)}
	})
}

// refresh brings a fresh summary.
func (s *session) refresh() tea.Cmd {
	return s.with(func(context.Context, *progress.Store) error { return nil })
}

// visit keeps that a page was read and that the learner is there.
func (s *session) visit(p progress.Place) tea.Cmd {
	return s.with(func(ctx context.Context, store *progress.Store) error {
		if err := store.ReadPage(ctx, p); err != nil {
			return err
		}
		return store.Leave(ctx, p)
	})
}

// keep keeps a graded answer.
func (s *session) keep(a progress.Attempt) tea.Cmd {
	return s.with(func(ctx context.Context, store *progress.Store) error {
		_, err := store.AddAttempt(ctx, a)
		return err
	})
}

// shown keeps that the solution of a variant was shown.
func (s *session) shown(exercise string, seed uint64) tea.Cmd {
	return s.with(func(ctx context.Context, store *progress.Store) error {
		return store.ShowSolution(ctx, exercise, seed)
	})
}

// choose keeps a setting.
func (s *session) choose(name progress.Setting, value string) tea.Cmd {
	return s.with(func(ctx context.Context, store *progress.Store) error {
		return store.SetSetting(ctx, name, value)
	})
}
