package tex

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// box is a rectangle of text. Its rows all have the same width in cells, and
// there is at least one. A box is a value: nothing changes its rows once it
// is made.
type box struct {
	rows  []string
	width int
	base  int // the row on which neighbours stand

	// The rows above and below the base that fences must cover. Raised and
	// lowered scripts are not among them, as in TeX.
	up, down int

	barred bool // has the bar of a fraction in it
}

// height returns the number of rows.
func (b box) height() int { return len(b.rows) }

// tall reports whether a fence around the box has to grow.
func (b box) tall() bool { return b.up+b.down > 0 }

// textBox is one row.
func textBox(s string) box {
	return box{rows: []string{s}, width: ansi.StringWidth(s)}
}

// blankBox is one row of spaces.
func blankBox(width int) box { return textBox(blank(width)) }

func blank(width int) string { return strings.Repeat(" ", max(0, width)) }

// beside joins boxes from left to right on their baselines.
func beside(boxes ...box) box {
	var out box
	below := 0
	for _, b := range boxes {
		out.base = max(out.base, b.base)
		below = max(below, b.height()-1-b.base)
		out.up, out.down = max(out.up, b.up), max(out.down, b.down)
		out.width += b.width
		out.barred = out.barred || b.barred
	}
	out.rows = make([]string, out.base+1+below)
	var row strings.Builder
	for y := range out.rows {
		row.Reset()
		for _, b := range boxes {
			if at := y - out.base + b.base; at >= 0 && at < b.height() {
				row.WriteString(b.rows[at])
			} else {
				row.WriteString(blank(b.width))
			}
		}
		out.rows[y] = row.String()
	}
	return out
}

// above stacks boxes from top to bottom. The one at index stands on the
// baseline, and all rows count for fences.
func above(align alignment, index int, boxes ...box) box {
	var out box
	for _, b := range boxes {
		out.width = max(out.width, b.width)
	}
	for i, b := range boxes {
		if i == index {
			out.base = len(out.rows) + b.base
		}
		out.rows = append(out.rows, b.widen(out.width, align).rows...)
		out.barred = out.barred || b.barred
	}
	return out.solid()
}

// solid makes all rows count for fences.
func (b box) solid() box {
	b.up, b.down = b.base, b.height()-1-b.base
	return b
}

// widen gives the box a width, with space on the sides that align leaves.
func (b box) widen(width int, align alignment) box {
	space := width - b.width
	if space <= 0 {
		return b
	}
	left := 0
	switch align {
	case centred:
		left = space / 2
	case rightmost:
		left = space
	}
	return b.pad(left, space-left)
}

// pad puts space to the left and to the right.
func (b box) pad(left, right int) box {
	rows := make([]string, b.height())
	for y, row := range b.rows {
		rows[y] = blank(left) + row + blank(right)
	}
	b.rows = rows
	b.width += left + right
	return b
}

// cover returns how many rows of the box stand above and below its base.
func (b box) cover() (over, under int) { return b.base, b.height() - 1 - b.base }
