package lab

import (
	"strings"

	"hakseup/lessons/lang"
	"hakseup/tui/plot"
)

// Block is a part of a picture: it says how much room it needs, draws itself
// on any canvas, and says itself in words.
type Block interface {
	Need() Need
	Draw(c *plot.Canvas)
	Say(l lang.Lang) string
}

// Need is the room of a block in cells: the least, and how much more it takes
// where there is more.
type Need struct{ W, H, MoreW, MoreH int }

// Any is more than there ever is.
const Any = 1 << 16

// drawn is a block made of functions.
type drawn struct {
	need Need
	draw func(c *plot.Canvas)
	say  func(l lang.Lang) string
	of   Block // what it is made of, or what has its numbers; nil: nothing
}

// Drawn returns a block that is drawn by a function, for what no other block
// does.
func Drawn(need Need, say func(l lang.Lang) string, draw func(c *plot.Canvas)) Block {
	return drawn{need: need, draw: draw, say: say}
}

func (d drawn) Need() Need          { return d.need }
func (d drawn) Draw(c *plot.Canvas) { d.draw(c) }
func (d drawn) Say(l lang.Lang) string {
	if d.say == nil {
		return ""
	}
	return d.say(l)
}

// Empty takes no room.
func Empty() Block { return Drawn(Need{}, nil, func(*plot.Canvas) {}) }

// Centered stands a block in the middle of the width, as wide and as high as it
// needs.
func Centered(b Block) Block { return Low(Beside(0, Exactly(b))) }

// Room stands a block in the middle of at least w by h cells, and of all that
// is left: what stands beside it keeps its place whatever the block is.
func Room(w, h int, b Block) Block {
	n, middle := b.Need(), Beside(0, exact{b, true, true})
	return drawn{need: Need{W: max(w, n.W), H: max(h, n.H), MoreW: Any, MoreH: Any}, draw: middle.Draw, say: b.Say, of: b}
}

// exact is a block that takes no more than it needs.
type exact struct {
	Block

	w, h bool
}

// Exactly keeps a block at the width that it needs.
func Exactly(b Block) Block { return exact{b, true, false} }

// Low keeps a block at the height that it needs.
func Low(b Block) Block { return exact{b, false, true} }

func (e exact) Need() Need {
	n := e.Block.Need()
	if e.w {
		n.MoreW = 0
	}
	if e.h {
		n.MoreH = 0
	}
	return n
}

// row is blocks in one direction.
type row struct {
	blocks []Block
	gap    int
	across bool
}

// Above stacks blocks with gap rows between them. Those that grow share what is
// left; where none does the whole stands in the middle.
func Above(gap int, blocks ...Block) Block { return row{blocks, gap, false} }

// Beside sets blocks side by side with gap columns between them. Those that
// take more width share what is left; those that take no more height stand in
// the middle of it.
func Beside(gap int, blocks ...Block) Block { return row{blocks, gap, true} }

func (r row) Need() Need {
	var n Need
	for i, b := range r.blocks {
		k := b.Need()
		if r.across {
			k = k.turned()
		}
		n.W, n.MoreW = max(n.W, k.W), max(n.MoreW, k.MoreW)
		n.H, n.MoreH = n.H+k.H, min(Any, n.MoreH+k.MoreH)
		if i > 0 {
			n.H += r.gap
		}
	}
	if r.across {
		n = n.turned()
		n.MoreH = Any
	}
	return n
}

func (n Need) turned() Need { return Need{n.H, n.W, n.MoreH, n.MoreW} }

func (r row) Draw(c *plot.Canvas) {
	whole := c.Height()
	if r.across {
		whole = c.Width()
	}
	lengths, rest := r.lengths(whole)
	at := rest / 2
	for i, b := range r.blocks {
		if r.across {
			h, n := c.Height(), b.Need()
			if n.MoreH < Any {
				h = min(h, n.H+n.MoreH)
			}
			b.Draw(c.Sub(at, (c.Height()-h)/2, lengths[i], h))
		} else {
			b.Draw(c.Sub(0, at, c.Width(), lengths[i]))
		}
		at += lengths[i] + r.gap
	}
}

// lengths deals a length to the blocks, a cell at a time to each in turn, and
// returns what nobody takes.
func (r row) lengths(whole int) (lengths []int, rest int) {
	rest = whole - r.gap*max(0, len(r.blocks)-1)
	more := make([]int, len(r.blocks))
	for i, b := range r.blocks {
		n := b.Need()
		if r.across {
			n = n.turned()
		}
		lengths, more[i] = append(lengths, n.H), n.MoreH
		rest -= n.H
	}
	for taken := true; taken; {
		taken = false
		for i := range more {
			if rest > 0 && more[i] > 0 {
				lengths[i]++
				more[i]--
				rest--
				taken = true
			}
		}
	}
	return lengths, max(0, rest)
}

func (r row) Say(l lang.Lang) string {
	var said []string
	for _, b := range r.blocks {
		if s := b.Say(l); s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, "\n")
}

// loose is blocks with air between them as long as there is room.
type loose struct{ blocks []Block }

// Loosely stacks blocks with an empty row between them as long as there is
// room. Those that do not fit are left out, from the end.
func Loosely(blocks ...Block) Block { return loose{blocks} }

func (s loose) Need() Need {
	n := Need{MoreW: Any, MoreH: Any}
	for i, b := range s.blocks {
		k := b.Need()
		n.W = max(n.W, k.W)
		if i == 0 {
			n.H = k.H
		}
	}
	return n
}

func (s loose) Draw(c *plot.Canvas) {
	fitting, spare := 0, c.Height()
	for _, b := range s.blocks {
		h := b.Need().H
		if h > spare && fitting > 0 {
			break
		}
		fitting++
		spare -= h
	}
	top := 0
	for i, b := range s.blocks[:fitting] {
		if i > 0 && spare > 0 {
			top++
			spare--
		}
		h := b.Need().H
		b.Draw(c.Sub(0, top, c.Width(), h))
		top += h
	}
}

func (s loose) Say(l lang.Lang) string { return row{blocks: s.blocks}.Say(l) }

// First returns the first of several pictures that fits a canvas, or the last.
func First(w, h int, pictures []Block) Block {
	for _, p := range pictures {
		if n := p.Need(); n.W <= w && n.H <= h {
			return p
		}
	}
	return pictures[len(pictures)-1]
}

// Draw draws the view of a lab that is shown.
func Draw(l Lab, c *plot.Canvas, in lang.Lang) {
	First(c.Width(), c.Height(), Seen(l).Pictures(in)).Draw(c)
}

// Wholer is a lab that says itself what is shown in the whole window.
type Wholer interface{ Whole(l lang.Lang) Block }

// DrawAll draws what a lab shows in the whole window: all views side by side, if
// it does not say otherwise, or the one that is shown where they do not fit.
func DrawAll(l Lab, c *plot.Canvas, in lang.Lang) {
	const gap = 3
	if k, ok := l.(Wholer); ok {
		whole := k.Whole(in)
		if n := whole.Need(); n.W <= c.Width() && n.H <= c.Height() {
			whole.Draw(c)
			return
		}
	}
	views := l.Views()
	w := (c.Width() - gap*(len(views)-1)) / len(views)
	var all []Block
	for _, v := range views {
		b := First(w, c.Height(), v.Pictures(in))
		n := b.Need()
		if n.W > w || n.H > c.Height() {
			Draw(l, c, in)
			return
		}
		n.MoreW, n.MoreH = Any, Any
		all = append(all, Drawn(n, b.Say, b.Draw))
	}
	Beside(gap, all...).Draw(c)
}
