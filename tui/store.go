package tui

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/progress"
	"hakseup/lessons/lang"
	"hakseup/tui/theme"
)

// storeMsg brings the learner's progress once it is open, with the settings
// that were kept.
type storeMsg struct {
	store    *progress.Store
	language string
	theme    string
	err      error
}

// summaryMsg brings how far the learner is now. Every screen gets it.
type summaryMsg struct{ summary progress.Summary }

// storeTimeout bounds one visit to the progress file. Another program that
// holds it longer than this is stuck.
const storeTimeout = 5 * time.Second

// openStore opens the progress file in the background.
func openStore(dir string) tea.Cmd {
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), storeTimeout)
		defer cancel()
		store, err := progress.Open(ctx, dir)
		if err != nil {
			return storeMsg{err: err}
		}
		msg := storeMsg{store: store}
		if msg.language, err = store.Setting(ctx, progress.Language); err == nil {
			msg.theme, err = store.Setting(ctx, progress.Theme)
		}
		msg.err = err
		return msg
	}
}

// opened takes the store over. Choices made on the command line win over the
// ones that were kept.
func (a *App) opened(msg storeMsg) tea.Cmd {
	s := a.session
	if msg.store == nil {
		return notice(s.say(lang.Sprintf("학습 기록을 열지 못했어요: %v", "Your progress could not be opened: %v", msg.err)))
	}
	s.recorder = newRecorder(msg.store)
	if l, err := lang.Parse(msg.language); err == nil && !a.options.LangGiven {
		s.lang = l
	}
	if msg.theme != "" && a.options.Theme == ThemeAuto {
		s.theme = theme.New(msg.theme == ThemeDark, s.theme.Profile())
	}
	a.resize()
	cmds := []tea.Cmd{s.refresh()}
	if n := msg.store.Notice(); n != nil {
		cmds = append(cmds, notice(s.say(n.Text())))
	}
	return tea.Batch(append(cmds, a.top().Init())...)
}

// recorder does the work on the store one piece after another, in the order
// in which it was asked for, and finishes what was begun before the program
// ends: an answer that was graded is kept even when the learner quits at once.
type recorder struct {
	store *progress.Store
	jobs  chan func()
	done  chan struct{}
}

func newRecorder(store *progress.Store) *recorder {
	r := &recorder{store: store, jobs: make(chan func(), 64), done: make(chan struct{})}
	go func() {
		defer close(r.done)
		for job := range r.jobs {
			job()
		}
	}()
	return r
}

// close waits for the work that is left and closes the store.
func (r *recorder) close() error {
	close(r.jobs)
	<-r.done
	return r.store.Close()
}

// with asks for work on the store and then for a fresh summary. Before the
// store is open it does nothing.
func (s *session) with(work func(context.Context, *progress.Store) error) tea.Cmd {
	if s.recorder == nil {
		return nil
	}
	result, l := make(chan tea.Msg, 1), s.lang
	s.recorder.jobs <- func() { result <- record(s.recorder.store, work, l) }
	return func() tea.Msg { return <-result }
}

func record(store *progress.Store, work func(context.Context, *progress.Store) error, l lang.Lang) tea.Msg {
	ctx, cancel := context.WithTimeout(context.Background(), storeTimeout)
	defer cancel()
	err := work(ctx, store)
	if err == nil {
		var summary progress.Summary
		if summary, err = store.Summary(ctx); err == nil {
			return summaryMsg{summary}
		}
	}
	text := lang.Sprintf("학습 기록을 쓰지 못했어요: %v", "Your progress could not be written: %v", err)
	return noticeMsg{text.In(l)}
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
