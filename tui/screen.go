package tui

import (
	tea "github.com/charmbracelet/bubbletea"
)

// Screen is one full-body page of the program. The App owns the stack of
// screens and draws the header and the footer; a screen draws what is between
// them and acts on what reaches it.
type Screen interface {
	// Title is the screen's part of the breadcrumb in the header.
	Title() string
	// Status stands at the right end of the header; it may be empty.
	Status() string
	// Actions lists what keys do now, the most important first. It feeds the
	// footer and the help overlay, and is what a key press is acted on by.
	Actions() []action
	// Init runs when the screen is pushed and when it is uncovered again.
	Init() tea.Cmd
	// Update acts on a message. Slow work goes into the returned command.
	Update(msg tea.Msg) tea.Cmd
	// SetSize tells the size of the body in cells, before the first View and
	// whenever language, theme or window change.
	SetSize(w, h int)
	// View returns the body: exactly h lines of exactly w cells.
	View() []string
	// Typing reports whether letters are text now, so that one-letter keys
	// must not act.
	Typing() bool
}

// leaver is a screen on which things go on that stop when it is left, or another
// screen comes on top.
type leaver interface{ leave() }

// navigation is what the screen on top has asked for.
type navigation struct {
	next Screen
	back bool
}

// push opens a screen on top of the current one as soon as that has acted on
// its message: the next key, however soon it comes, is for the new one.
func (n *navigation) push(next Screen) tea.Cmd {
	n.next = next
	return nil
}

// pop goes back to the screen below in the same way.
func (n *navigation) pop() tea.Cmd {
	n.back = true
	return nil
}

// asked returns what was asked for, once.
func (n *navigation) asked() (next Screen, back bool) {
	next, back = n.next, n.back
	*n = navigation{}
	return next, back
}

// noticeMsg shows a sentence in the place of the footer until the next key.
type noticeMsg struct{ text string }

func notice(text string) tea.Cmd { return func() tea.Msg { return noticeMsg{text} } }
