package lab

import (
	"fmt"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Cards are blocks of one size as numbered cards one behind another: the layers
// of a tensor, the samples of a batch. The front one lies on top of all.
type Cards struct {
	Blocks []Block
	Front  int
	W, H   int // that it needs, for at least part of each to be seen
}

// Need returns the room that it takes.
func (k Cards) Need() Need { return Need{W: k.W, H: k.H, MoreW: Any, MoreH: Any} }

// Draw draws it on any canvas: the cards lie as far apart as there is room.
func (k Cards) Draw(c *plot.Canvas) {
	const border, most = 4, 3 // cells beside a block; rows between two cards
	n, need := max(1, len(k.Blocks)-1), k.Blocks[0].Need()
	w, h := need.W+border, need.H+2
	dx, dy := max(1, min(w-border, (c.Width()-w)/n)), max(1, min(most, (c.Height()-h)/n))
	c = c.Sub((c.Width()-w-dx*n)/2, (c.Height()-h-dy*n)/2, w+dx*n, h+dy*n)
	card := func(i int, r theme.Role) {
		c := c.Sub(dx*i, dy*(n-i), w, h)
		for row := range h {
			c.Text(0, row, "│"+strings.Repeat(" ", w-2)+"│", r)
		}
		edge := strings.Repeat("─", w-2)
		c.Text(0, 0, "╭"+edge+"╮", r)
		c.Text(0, h-1, "╰"+edge+"╯", r)
		c.Text(2, 0, fmt.Sprintf(" %d ", i+1), r)
		k.Blocks[i].Draw(c.Sub(border/2, 1, need.W, need.H))
	}
	for i := range slices.Backward(k.Blocks) {
		card(i, theme.Faint)
	}
	card(k.Front, theme.Accent)
}

// Say reads them out in order.
func (k Cards) Say(l lang.Lang) string {
	var said []string
	for i, b := range k.Blocks {
		said = append(said, fmt.Sprintf("%d. %s", i+1, b.Say(l)))
	}
	return strings.Join(said, "\n")
}
