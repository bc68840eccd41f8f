package labs

import (
	"fmt"
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// dotLab shows the dot product of two vectors of three components as dots to
// count: every product is a block, as wide and as high as its two factors.
type dotLab struct{ panel }

// blockSide is the largest component; the blocks of seven rows and three
// times seven columns fit beside each other.
const blockSide = 7

// NewDot returns the lab that counts a dot product.
func NewDot() Lab {
	component := func(id, label string, value float64) Control {
		c := slider(id, lang.Same(label), value, -blockSide, blockSide, 1, 3)
		c.Format = brief
		return c
	}
	return &dotLab{newPanel(
		component("a1", "a₁", 2), component("a2", "a₂", 4), component("a3", "a₃", 6),
		component("b1", "b₁", 3), component("b2", "b₂", 5), component("b3", "b₃", 7),
	)}
}

func (d *dotLab) Title() lang.Text { return lang.T("내적 세어 보기", "Counting a dot product") }

func (d *dotLab) Reset(uint64) { d.reset() }

func (d *dotLab) Controls() []Control { return d.list(nil) }

// Set changes a component. Blocks are made of whole dots, so components are
// whole numbers.
func (d *dotLab) Set(id string, v float64) { d.set(id, math.Round(v)) }

func (d *dotLab) vectors() (a, b []float64) {
	for _, i := range []string{"1", "2", "3"} {
		a, b = append(a, d.value("a"+i)), append(b, d.value("b"+i))
	}
	return a, b
}

// Draw chooses the layout by the room: the sum below the blocks, beside them,
// or, on a very small canvas, the sum alone.
func (d *dotLab) Draw(c *plot.Canvas, _ lang.Lang) {
	const sum = 9 // rows
	w, h := c.Width(), c.Height()
	step, pitch := 2, 1 // a dot is as wide as it is high
	if w >= 3*4*blockSide+4 && h >= 2*blockSide+2+sum {
		step, pitch = 4, 2
	}
	blocks := blockSide*pitch + 2
	switch {
	case w >= 74 && h < blocks+sum-1:
		picture, side := sideBySide(c, w-3*2*blockSide-8)
		d.drawBlocks(picture.Sub(0, (h-blocks)/2, picture.Width(), blocks), step, pitch)
		d.drawSum(side.Sub(0, max(0, (h-sum)/2), side.Width(), sum))
	case w >= 3*2*blockSide+4 && h >= blocks+sum-1:
		top := (h - blocks - sum + 1) / 2
		d.drawBlocks(c.Sub(0, top, w, blocks), step, pitch)
		d.drawSum(c.Sub(0, top+blocks+1, w, h-top-blocks-1))
	default:
		d.drawSum(c)
	}
}

// drawBlocks draws the three blocks side by side: filled dots add, hollow
// dots take away.
func (d *dotLab) drawBlocks(c *plot.Canvas, step, pitch int) {
	a, b := d.vectors()
	values := products(a, b)
	slot := c.Width() / len(a)
	for i, value := range values {
		cols, rows := int(math.Abs(a[i])), int(math.Abs(b[i]))
		mark := "●"
		if value < 0 {
			mark = "○"
		}
		line := strings.TrimRight(strings.Repeat(mark+strings.Repeat(" ", step-1), cols), " ")
		left := i*slot + (slot-ansi.StringWidth(line))/2
		for r := range rows {
			c.Text(left, (blockSide-rows+r)*pitch, line, signRole(value))
		}
		c.TextCenter(i*slot+slot/2, c.Height()-2, fmt.Sprintf("%s × %s", brief(a[i]), bracketed(b[i])), theme.Muted)
		c.TextCenter(i*slot+slot/2, c.Height()-1, brief(value), signRole(value))
	}
}

// drawSum writes the sum out and shows how the running total moves.
func (d *dotLab) drawSum(c *plot.Canvas) {
	a, b := d.vectors()
	values, dot := products(a, b), nn.Dot(a, b)
	factors := make([]string, len(a))
	for i := range a {
		factors[i] = bracketedAfterFirst(i, a[i]) + "·" + bracketed(b[i])
	}
	rows := []row{
		{{"a = ", theme.ClassA}, {triple(a), theme.Text}},
		{{"b = ", theme.ClassB}, {triple(b), theme.Text}},
	}
	long := "a·b = " + strings.Join(factors, " + ")
	if ansi.StringWidth(long) <= c.Width() {
		rows = append(rows, plain(long, theme.Text))
	} else {
		rows = append(rows, plain("a·b", theme.Text))
	}
	rows = append(rows, row{{"    = " + signed(values) + " = ", theme.Text}, {brief(dot), theme.Strong}})
	at := stack(c, rows...)
	d.drawTotals(c.Sub(0, at, c.Width(), c.Height()-at))
}

// drawTotals draws one bar for the total after each product, on one scale.
func (d *dotLab) drawTotals(c *plot.Canvas) {
	a, b := d.vectors()
	const name = 13
	most := 1.0
	for i := range a {
		most = math.Max(most, math.Abs(nn.Dot(a[:i+1], b[:i+1])))
	}
	top := 0
	if c.Height() > len(a) {
		top = 1
	}
	for i := range a {
		total := nn.Dot(a[:i+1], b[:i+1])
		c.Text(0, top+i, []string{"a₁b₁", "+ a₂b₂", "+ a₃b₃"}[i], theme.Muted)
		c.TextRight(name, top+i, brief(total), signRole(total))
		c.Bar(name+1, top+i, c.Width()-name-1, math.Abs(total)/most, signRole(total))
	}
}

func triple(v []float64) string {
	parts := make([]string, len(v))
	for i := range v {
		parts[i] = brief(v[i])
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// Caption says how the dots are counted.
func (d *dotLab) Caption(l lang.Lang) string {
	a, b := d.vectors()
	dot := brief(nn.Dot(a, b))
	for _, p := range products(a, b) {
		if p < 0 {
			return lang.Sprintf("두 성분의 부호가 다르면 빈 점이에요. 찬 점에서 빈 점을 빼면 내적 %[1]s 나와요.",
				"Where the signs differ the dots are hollow. Full dots less hollow ones make the dot product, %[2]s.",
				lang.Particle(dot, "이", "가"), dot).In(l)
		}
	}
	return lang.Sprintf("묶음 하나가 곱 하나예요. 세 묶음의 점을 모두 세면 내적 %[1]s 나와요.",
		"Each block is one product. All dots together make the dot product, %[2]s.",
		lang.Particle(dot, "이", "가"), dot).In(l)
}

// Describe says the picture in words.
func (d *dotLab) Describe(l lang.Lang) string {
	a, b := d.vectors()
	return lang.Sprintf("%s와 %s의 내적을 점의 묶음 세 개로 나타낸 그림. ",
		"The dot product of %s and %s as three blocks of dots. ", triple(a), triple(b)).In(l) + d.Caption(l)
}
