package tui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises/progress"
)

const (
	// idle is how long somebody thinks without touching anything. What goes
	// beyond is a break.
	idle = 2 * time.Minute
	// spellMost is how much time is kept at once, so that little is lost when
	// the program is killed, and spellLeast what is worth keeping.
	spellMost, spellLeast = time.Minute, time.Second
)

// stopwatch measures the time that is spent on a chapter, from touch to touch.
type stopwatch struct {
	chapter     string // "" on screens that belong to none
	began, last time.Time
}

// spell is time that was spent on a chapter.
type spell struct {
	chapter string
	time    time.Duration
}

// touch notes that the learner did something on a chapter. It returns the
// spell that ends by that, if one does.
func (w *stopwatch) touch(chapter string, now time.Time) (spell, bool) {
	switch {
	case chapter == w.chapter && now.Sub(w.last) < idle && now.Sub(w.began) < spellMost:
		w.last = now
		return spell{}, false
	case w.chapter != "" && now.Sub(w.last) < idle: // up to now it was this one
		w.last = now
	}
	done := spell{w.chapter, w.last.Sub(w.began)}
	*w = stopwatch{chapter, now, now}
	return done, done.chapter != "" && done.time >= spellLeast
}

// placed is a screen that belongs to a chapter.
type placed interface{ chapter() string }

// clock measures the time that is spent on the screen on top.
func (a *App) clock() tea.Cmd {
	chapter := ""
	if p, ok := a.top().(placed); ok {
		chapter = p.chapter()
	}
	s := a.session
	done, ended := s.watch.touch(chapter, s.now())
	if !ended {
		return nil
	}
	return s.record(func(store *progress.Store) { store.Spend(done.chapter, done.time) })
}

func (l *lecture) chapter() string { return l.slug }

func (e *exercise) chapter() string { return e.s.chapterOf(e.ex.ID) }

func (v *sitting) chapter() string {
	if p, ok := v.asked.(placed); ok {
		return p.chapter()
	}
	return ""
}

func (r *recall) chapter() string { return r.slug }
