package tui

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/exercises"
	"hakseup/exercises/answer"
	"hakseup/tui/markdown"
)

// editor takes the answer to one part: each kind of answer has one. The
// keyboard is at one of its places, such as the cells of a matrix; to go on
// from place to place, and from editor to editor, is the form's.
type editor interface {
	state() *asked
	waiting(place int) bool // for an answer

	key(msg tea.KeyMsg) bool // acts on a key, and reports whether it did
	paste(pasted string)
	point(at hit, column int, drag bool) // the mouse is pressed, or held, on a hit

	label(w int) []markdown.Line // what is asked for
	// view draws the editor in lines of at most w cells, and tells what stands
	// where for the mouse.
	view(w int, focused bool) (lines []string, hits []hit)
	actions() []action // what keys do now, but for those of every editor

	text() string     // the answer as it would be typed in one line
	mark(wrong []int) // marks cells as wrong until they are changed, and goes to the first
}

// hit is what stands in a line of an editor, or of the sheet, for the mouse: a
// span of columns.
type hit struct {
	line, left, right int
	field             int // the editor, or behind the last of them a button
	item              int // what it is, as the editor counts
}

// asked is what every editor has: the part that it takes the answer to, and
// where the keyboard is.
type asked struct {
	s      *session
	part   exercises.Part
	places int  // where the keyboard can be
	place  int  // where it is, counted from 0
	line   int  // of the last view that has the keyboard
	typing bool // letters are text
	inside bool // something is open in the editor that Esc closes
}

func (a *asked) state() *asked { return a }

// focus moves the keyboard to a place.
func (a *asked) focus(place int) { a.place = max(0, min(place, a.places-1)) }

func (a *asked) label(w int) []markdown.Line { return a.s.markdown(a.part.Label, w) }
func (a *asked) paste(string)                {}
func (a *asked) mark([]int)                  {}
func (a *asked) actions() []action           { return nil }

// pressed acts on a key and reports whether it was for one of some actions and is
// done with: Enter goes on from what it does.
func pressed(actions []action, msg tea.KeyMsg) bool {
	_, ok := act(actions, msg)
	return ok && !is(msg, keysSelect)
}

// digitsTo are the keys of the numbers up to n, and how they are shown.
func digitsTo(n int) (keys, name string) {
	n = min(n, 9)
	return strings.Join(strings.Split("123456789"[:n], ""), " "), fmt.Sprintf("1–%d", n)
}

// newEditor returns the editor for a part.
func newEditor(s *session, p exercises.Part) editor {
	a := asked{s: s, part: p, places: 1}
	switch kind := p.Kind.(type) {
	case answer.Vector:
		return newCells(a, 1, kind.Len, nil)
	case answer.Matrix:
		return newCells(a, kind.Rows, kind.Cols, kind.Given)
	case answer.Choice:
		return &choiceEditor{asked: a, options: kind.Options, one: true, chosen: map[int]bool{}}
	case answer.Several:
		return &choiceEditor{asked: a, options: kind.Options, chosen: map[int]bool{}}
	case answer.Order:
		return newOrder(a, kind.Items)
	case answer.Formula:
		return newFormula(a, kind)
	case answer.Graph:
		return newGraph(a, kind)
	case answer.Line:
		return newLine(a)
	}
	return newCells(a, 1, 1, nil)
}
