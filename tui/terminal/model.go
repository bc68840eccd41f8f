// Package terminal shows a Bubble Tea model in a terminal, in place of the
// library's own renderer and reader. The library draws by a clock, which costs
// 10 ms a key and wakes the processor for nothing, and its reader takes
// sequences that are split between two reads for typed text. Its loop, its
// commands and its messages stay.
//
// A View is drawn as soon as it may be, cell by cell where it differs from
// what is shown. Where there is no Unix terminal the library does it all.
package terminal

import (
	"os"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"hakseup/tui/terminal/early"
)

// This package is initialized after the library: see package early.
var _ = early.TakeBack()

// Background is the message that tells what the terminal says of its
// background. It comes after the first frame, or never.
type Background struct{ Dark bool }

// Answered is the message that the terminal has answered all questions, so
// long after they were asked: the way there and back.
type Answered struct{ After time.Duration }

// EndedError is the error of a program that a signal ended.
type EndedError struct{ Signal os.Signal }

func (e EndedError) Error() string { return "ended by " + e.Signal.String() }

// Cursor is a model that has a cell to type into. The terminal's own cursor
// belongs there: input methods show what they compose at it.
type Cursor interface {
	// Cursor tells where it is in the last View, and whether there is one.
	Cursor() (x, y int, shown bool)
}

// frame is what a model shows at one moment.
type frame struct {
	text   string
	x, y   int
	cursor bool
}

func frameOf(m tea.Model) frame {
	f := frame{text: m.View()}
	if c, ok := m.(Cursor); ok {
		f.x, f.y, f.cursor = c.Cursor()
	}
	return f
}
