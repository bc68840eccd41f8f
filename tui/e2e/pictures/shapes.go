//go:build unix

package main

import (
	"fmt"
	"slices"
	"strings"
)

// path is the outline of shapes in the language of SVG. Rectangles and lines
// that continue each other to the right are joined.
type path struct {
	done strings.Builder
	open map[span]int // rectangles and lines that may go on: where they end
	keys []span       // of open, in the order in which they began
}

// span is a rectangle, or a horizontal line when its height is 0, that began
// at a place.
type span struct{ left, top, height int }

// of returns the path of a colour.
func of(paths map[string]*path, colour string) *path {
	p := paths[colour]
	if p == nil {
		p = &path{open: map[span]int{}}
		paths[colour] = p
	}
	return p
}

func (p *path) addf(format string, values ...any) { fmt.Fprintf(&p.done, format, values...) }

// rect adds a rectangle.
func (p *path) rect(left, top, width, height int) {
	for _, k := range slices.Backward(p.keys) {
		if k.top == top && k.height == height && p.open[k] == left {
			p.open[k] = left + width
			return
		}
		if k.top+3*cellHeight < top {
			break // rows are drawn from above
		}
	}
	k := span{left, top, height}
	p.open[k] = left + width
	p.keys = append(p.keys, k)
}

// horizontal adds a line to the right.
func (p *path) horizontal(left, y, width int) { p.rect(left, y, width, 0) }

// vertical adds a line downwards.
func (p *path) vertical(x, top, height int) { p.addf("M%d %dv%d", x, top, height) }

func (p *path) String() string {
	var b strings.Builder
	for _, k := range p.keys {
		width := p.open[k] - k.left
		if k.height == 0 {
			fmt.Fprintf(&b, "M%d %dh%d", k.left, k.top, width)
		} else {
			fmt.Fprintf(&b, "M%d %dh%dv%dh-%dz", k.left, k.top, width, k.height, width)
		}
	}
	return b.String() + p.done.String()
}

// shape draws a character as a shape in the cell at a place, and reports
// whether it is one that has a shape.
func (d *drawing) shape(r rune, colour string, left, top int) bool {
	switch {
	case r >= 0x2800 && r <= 0x28ff:
		d.braille(r-0x2800, colour, left, top)
	case r >= '▁' && r <= '▏' || r == '▀' || r == '▐':
		d.block(r, colour, left, top)
	case r == '━':
		of(d.bars, colour).horizontal(left, top+cellHeight/2, cellWidth)
	case r == '●' || r == '○' || r == '◉':
		d.circle(r, colour, left+cellWidth/2, top+cellHeight/2)
	default:
		return d.box(r, colour, left, top) || d.bracket(r, colour, left, top)
	}
	return true
}

// braille draws the dots of a character of the Braille block, whose bits are
// the dots: the upper six column by column, then the two below.
func (d *drawing) braille(bits rune, colour string, left, top int) {
	p := of(d.dots, colour)
	for bit := range 8 {
		if bits&(1<<bit) == 0 {
			continue
		}
		column, row := bit/3, bit%3
		if bit >= 6 {
			column, row = bit-6, 3
		}
		p.addf("M%g %gh0", float64(left)+2.5+5*float64(column), float64(top)+(float64(row)+0.5)*cellHeight/4)
	}
}

// block draws a block that fills a part of its cell.
func (d *drawing) block(r rune, colour string, left, top int) {
	p := of(d.blocks, colour)
	const half = cellHeight / 2
	switch {
	case r == '▀':
		p.rect(left, top, cellWidth, half)
	case r == '▄':
		p.rect(left, top+half, cellWidth, half)
	case r == '▐':
		p.rect(left+cellWidth/2, top, cellWidth/2, cellHeight)
	case r == '█':
		p.rect(left, top, cellWidth, cellHeight)
	case r < '█': // eighths from below
		height := float64(r-'▁'+1) / 8 * cellHeight
		p.addf("M%d %gh%dv%gh-%dz", left, float64(top+cellHeight)-height, cellWidth, height, cellWidth)
	default: // eighths from the left, seven of them first
		width := float64('▏'-r+1) / 8 * cellWidth
		p.addf("M%d %dh%gv%dh-%gz", left, top, width, cellHeight, width)
	}
}

// circle draws a disc, a ring, or a small disc in a ring.
func (d *drawing) circle(r rune, colour string, x, y int) {
	if r == '●' {
		of(d.discs, colour).addf("M%d %dh0", x, y)
		return
	}
	of(d.lines, colour).addf("M%d %da4 4 0 1 0 8 0a4 4 0 1 0-8 0", x-4, y)
	if r == '◉' {
		of(d.blocks, colour).addf("M%d %da2 2 0 1 0 4 0a2 2 0 1 0-4 0", x-2, y)
	}
}

// arms says which way the lines of a box-drawing character go from the middle.
func arms(r rune) (up, right, down, left bool) {
	in := func(set string) bool { return strings.ContainsRune(set, r) }
	return in("│└┘├┤┴┼╵╰╯"), in("─┌└├┬┴┼╶╭╰"), in("│┌┐├┤┬┼╷╭╮"), in("─┐┘┤┬┴┼╴╮╯")
}

// box draws lines from the middle of a cell to its edges.
func (d *drawing) box(r rune, colour string, left, top int) bool {
	up, right, down, leftwards := arms(r)
	if !up && !right && !down && !leftwards {
		return false
	}
	p := of(d.lines, colour)
	x, y := left+cellWidth/2, top+cellHeight/2
	if strings.ContainsRune("╭╮╯╰", r) {
		p.corner(x, y, up, leftwards)
		return true
	}
	if leftwards || right {
		from, to := x, x
		if leftwards {
			from = left
		}
		if right {
			to = left + cellWidth
		}
		p.horizontal(from, y, to-from)
	}
	if up || down {
		from, to := y, y
		if up {
			from = top
		}
		if down {
			to = top + cellHeight
		}
		p.vertical(x, from, to-from)
	}
	return true
}

// corner adds a rounded corner between two edges of the cell around a middle.
func (p *path) corner(x, y int, up, left bool) {
	vertical, horizontal, turn := cellHeight/2, cellWidth/2, 5
	if up {
		vertical, turn = -vertical, -turn
	}
	if left {
		horizontal = -horizontal
	}
	p.addf("M%d %dv%dq0 %d %d %d", x, y+vertical, turn-vertical, -turn, horizontal, -turn)
}

// bracket draws the pieces of brackets that are taller than a line.
func (d *drawing) bracket(r rune, colour string, left, top int) bool {
	p := of(d.lines, colour)
	const foot, inset = 5, 3
	inner, outer := left+inset, left+cellWidth-inset
	bottom := top + cellHeight
	switch r {
	case '⎢':
		p.vertical(inner, top, cellHeight)
	case '⎥':
		p.vertical(outer, top, cellHeight)
	case '⎡':
		p.addf("M%d %dv-%dh%d", inner, bottom, cellHeight-2, foot)
	case '⎣':
		p.addf("M%d %dv%dh%d", inner, top, cellHeight-2, foot)
	case '⎤':
		p.addf("M%d %dv-%dh-%d", outer, bottom, cellHeight-2, foot)
	case '⎦':
		p.addf("M%d %dv%dh-%d", outer, top, cellHeight-2, foot)
	default:
		return false
	}
	return true
}
