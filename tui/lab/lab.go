package lab

import (
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/theme"
)

// Lab is a deterministic experiment: what it shows depends on its controls, on
// its seed and on the strides that it was taken, and every number is computed
// by package nn. A lab embeds Bench.
type Lab interface {
	// Title names the experiment: 명사형 in Korean.
	Title() lang.Text
	// Panel lists the controls in display order, bound to fields of the lab.
	// It is made anew at every call, so that labels, ranges and what matters
	// now may follow from the fields. It must bear fields that are all zero.
	Panel() Panel
	// Facts lists the state of the experiment as named values. Captions,
	// tasks, figures in the text and words all read these.
	Facts() []Fact
	// Views lists the ways to look at the experiment, at least one.
	Views() []View
	// Caption says in one sentence what to look at now, with the numbers: at
	// most 106 cells.
	Caption(l lang.Lang) string
	// Clone returns a lab in the same state that shares nothing that changes.
	// Since Panel binds anew, a copy of the struct does where it holds no
	// slice, map or pointer that is written to.
	Clone() Lab

	bench() *Bench
}

// View is a way to look at an experiment.
type View struct {
	ID    string
	Label lang.Text
	// Pictures returns the same picture for different room, roomiest first:
	// the first that fits is drawn, and the last where none does. What they
	// need must not depend on values that change while a page is open: else
	// the picture would jump.
	Pictures func(l lang.Lang) []Block
}

// Starter is a lab that has more to begin with than its controls: a run, a
// history, numbers that are drawn. Start begins anew with the controls as they
// stand. It is called after a reset, too.
type Starter interface{ Start(seed uint64) }

// Runner is a lab that runs over time, forward and back.
type Runner interface {
	// Advance goes on by one stride, or by as much of it as more allows: it
	// returns early when more() turns false, and the next call goes on there.
	// A lab with one kind of step takes any stride for it.
	Advance(by nn.Stride, more func() bool) (goesOn bool)
	// Back takes a stride back: exactly to the state that was there then.
	Back(by nn.Stride) (goesOn bool)
}

// Pointer is a lab whose picture answers the mouse and the arrow keys by more
// than moving a control along an axis, which AlongX and AlongY do. An area is
// named by plot.Axes.Name.
type Pointer interface {
	Point(area string, x, y float64, ev Event)
	// Nudge moves what is held in an area by dx and dy steps of the keyboard,
	// -1, 0 or 1 each, and reports whether there was anything to move.
	Nudge(area string, dx, dy float64, big bool) (moved bool)
}

// Dropper is a Pointer in which something can be put where the arrow keys have
// led.
type Dropper interface{ Drop(area string) }

// Event is what the mouse does at a point.
type Event uint8

// The events.
const (
	Press Event = iota
	Drag
	Release
)

// Bench is what every lab stands on, by embedding it: how it is looked at, and
// its seed.
type Bench struct {
	seed uint64
	view string          // id of the view; "" is the first
	only map[string]bool // what the scene shows; nil: everything; never written to
	all  bool            // the learner asked for everything
	held map[string]bool // kept back by a question; never written to
	grip int             // which of several points in a picture the mouse held last

	pace    pace
	samples []Sample // never written to
}

func (b *Bench) bench() *Bench { return b }

// Seed returns the seed with which the lab was started.
func (b *Bench) Seed() uint64 { return b.seed }

// Sees reports whether a view is the one that is shown.
func (b *Bench) Sees(view string) bool { return b.view == view }

// Shows reports whether the page shows a control, a fact or the curve of a fact
// by its id, or by the group before its dot. What the scene does not name is
// not shown before the learner asks for all, and what a question keeps back not
// before it is answered.
func (b *Bench) Shows(id string) bool {
	group, _, _ := strings.Cut(id, ".")
	return (b.only == nil || b.all || b.only[id] || b.only[group]) && !b.Held(id)
}

// Held reports whether a question keeps a fact back until it is answered: it
// keeps its place in the picture, without its value.
func (b *Bench) Held(id string) bool {
	group, _, _ := strings.Cut(id, ".")
	return b.held[id] || b.held[group]
}

// Places reports whether a fact has its place in the picture: it is shown, or
// kept back for now.
func (b *Bench) Places(id string) bool { return b.Shows(id) || b.Held(id) }

// Masked returns the cell of a fact, or that of a value which a question keeps
// back.
func (b *Bench) Masked(id string, c Cell) Cell {
	switch {
	case !b.Held(id):
		return c
	case c.bar != nil:
		c = NoBar("?", "?")
	}
	return Cell{Text: "?", Role: theme.Accent, bar: c.bar}
}

// Holds reports whether a question keeps anything back.
func Holds(l Lab) bool { return len(l.bench().held) > 0 }

// Told returns what a picture writes for a value, or a question mark as long as
// the page does not show it.
func (b *Bench) Told(id, value string) string {
	if b.Shows(id) {
		return value
	}
	return "?"
}

// Shows is Bench.Shows for who has the lab.
func Shows(l Lab, id string) bool { return l.bench().Shows(id) }

// Seen returns the view that is shown.
func Seen(l Lab) View {
	views := l.Views()
	for _, v := range views {
		if v.ID == l.bench().view {
			return v
		}
	}
	return views[0]
}

// Look changes the view. An id that is no view's changes nothing.
func Look(l Lab, view string) {
	for _, v := range l.Views() {
		if v.ID == view {
			l.bench().view = view
		}
	}
}

// NextView goes on to the next view, and from the last to the first.
func NextView(l Lab) {
	views := l.Views()
	for i, v := range views {
		if v.ID == Seen(l).ID {
			Look(l, views[(i+1)%len(views)].ID)
			return
		}
	}
}

// Reset puts every control back to where it begins, looks at the first view
// and starts with a seed.
func Reset(l Lab, seed uint64) {
	l.bench().view, l.bench().grip = l.Views()[0].ID, 0
	for range 2 { // where a control begins may follow from another
		for _, c := range Controls(l) {
			c.begin()
		}
	}
	Forget(l)
	if p, ok := l.(Pinner); ok {
		p.Unpin()
	}
	Start(l, seed)
}

// Start begins anew with a seed, the controls as they stand.
func Start(l Lab, seed uint64) {
	l.bench().seed = seed
	if s, ok := l.(Starter); ok {
		s.Start(seed)
	}
}
