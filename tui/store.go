package tui

import (
	"context"
	"reflect"
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/progress"
	"hakseup/lessons"
	"hakseup/lessons/lang"
	"hakseup/tui/theme"
)

// storeMsg tells that the learner's progress is open, or that it cannot be.
type storeMsg struct{}

// summaryMsg brings how far the learner is now. Every screen gets it.
type summaryMsg struct {
	summary progress.Summary
	unsaved bool             // something could not be saved yet
	notice  *progress.Notice // what there is to tell for the first time, or nil
	number  int              // counts the summaries: messages may overtake each other
}

const (
	// savePatience is how long one attempt to save waits for other programs.
	savePatience = 400 * time.Millisecond
	// The pause before the next attempt, which grows.
	retryFirst, retryLast = 250 * time.Millisecond, 2 * time.Second
	// quitPatience is how long the end of the program waits for what is left
	// to be saved. What is not stays in the journal.
	quitPatience = 700 * time.Millisecond
)

// opened takes over what was kept. Choices that were made meanwhile, or on the
// command line, win.
func (a *App) opened() tea.Cmd {
	s := a.session
	kept := s.recorder.store.Summary().Settings
	if l, err := lang.Parse(kept[progress.Language]); err == nil && !a.options.LangGiven {
		s.lang = l
	}
	if name := kept[progress.Theme]; name != "" && a.options.Theme == ThemeAuto {
		a.options.Theme = name
		s.theme = theme.New(name == ThemeDark, s.theme.Profile())
	}
	a.resize()
	return s.refresh()
}

// brought takes over a summary unless a later one has come before it.
func (a *App) brought(msg summaryMsg) tea.Cmd {
	s := a.session
	if msg.notice != nil {
		a.notice = s.say(msg.notice.Text())
	}
	if msg.number < s.summaries {
		return nil
	}
	s.summaries, s.summary, s.unsaved = msg.number, msg.summary, msg.unsaved
	return a.broadcast(msg)
}

// recorder saves in the background what the store has taken into memory and
// into its journal. A key never waits for it.
type recorder struct {
	store  *progress.Store
	send   func(tea.Msg) // brings news to the program; nil in tests
	wake   chan struct{} // there is something to save
	opened chan struct{} // closed after the first attempt to open the store
	done   chan struct{} // closed when the last attempt to save is over
	stop   context.CancelFunc

	mu        sync.Mutex
	failures  int              // attempts to save that failed, since the last that did not
	unsaved   bool             // what is unsaved is to be marked
	told      progress.Notice  // the last notice, without what changes all the time
	news      *progress.Notice // one that was not told yet
	summaries int              // how many were made
}

// open starts the recorder on the progress in a folder.
func (s *learner) open(dir string, send func(tea.Msg)) tea.Cmd {
	ctx, stop := context.WithCancel(context.Background())
	r := &recorder{
		store: progress.Open(dir, lessons.NumberedPages(), progress.WithClock(s.now)), send: send, stop: stop,
		wake: make(chan struct{}, 1), opened: make(chan struct{}), done: make(chan struct{}),
	}
	s.recorder = r
	go func() {
		defer close(r.done)
		if msg := guarded(func() tea.Msg { r.run(ctx); return nil }); msg != nil && send != nil {
			send(msg)
		}
	}()
	return func() tea.Msg {
		select {
		case <-r.opened:
		case <-r.done:
		}
		return storeMsg{}
	}
}

// run saves whenever there is something to save, and tries again where that
// fails, until the program ends.
func (r *recorder) run(ctx context.Context) {
	r.save(ctx)
	close(r.opened)
	pause := retryFirst
	for {
		var retry <-chan time.Time
		if r.failures > 0 {
			retry = time.After(pause)
			pause = min(2*pause, retryLast)
		} else {
			pause = retryFirst
		}
		select {
		case <-r.wake:
		case <-retry:
		case <-ctx.Done():
			r.save(context.WithoutCancel(ctx))
			return
		}
		r.save(ctx)
	}
}

// save tries to save and tells the program what has changed by that.
func (r *recorder) save(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, savePatience)
	defer cancel()
	before, marked := r.store.Summary(), r.unsaved
	err := r.store.Save(ctx)
	notice := r.store.Notice()
	r.mu.Lock()
	r.failures++
	if err == nil {
		r.failures = 0
	}
	// A program that only takes its turn lets go before the second attempt.
	r.unsaved = r.failures > 1 || r.failures == 1 && notice.Kind != progress.Busy
	if r.isNews(notice) {
		r.told = progress.Notice{Kind: notice.Kind, Path: notice.Path}
		r.news = notice
	}
	tell := r.news != nil || r.unsaved != marked || !reflect.DeepEqual(before, r.store.Summary())
	r.mu.Unlock()
	if tell && r.send != nil {
		r.send(r.summary())
	}
}

// isNews reports whether a notice is to be shown. That another program holds
// the file is not: the mark in the header tells it.
func (r *recorder) isNews(n *progress.Notice) bool {
	return n != nil && n.Kind != progress.Busy && (n.Kind != r.told.Kind || n.Path != r.told.Path)
}

// summary makes the message of how far the learner is.
func (r *recorder) summary() tea.Msg {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.summaries++
	news := r.news
	r.news = nil
	return summaryMsg{r.store.Summary(), r.unsaved && r.store.Unsaved() > 0, news, r.summaries}
}

// close waits a moment for what is left to be saved, and closes the store.
// The notice says what becomes of what could not be; else it is nil.
func (r *recorder) close() (*progress.Notice, error) {
	r.stop()
	select {
	case <-r.done:
	case <-time.After(quitPatience):
		return r.store.Notice(), nil // it hangs: the journal has what is left
	}
	var left *progress.Notice
	if r.store.Unsaved() > 0 {
		left = r.store.Notice()
	}
	return left, r.store.Close()
}
