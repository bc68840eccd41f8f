package plot

import (
	"bytes"
	"math"

	"github.com/charmbracelet/x/ansi"

	"hakseup/tui/theme"
)

// Lines renders the canvas: Height lines of exactly Width cells.
func (c *Canvas) Lines(t *theme.Theme) []string {
	shown := *c
	shown.g = c.g.noted()
	lines := make([]string, c.h)
	for row := range lines {
		p := painter{t: t}
		shown.paintRow(&p, row)
		// Graphemes that were written apart may join where they meet, such as
		// two regional indicators. A sequence between them keeps them apart.
		if ansi.StringWidth(string(p.out)) != c.w {
			p = painter{t: t, apart: true}
			shown.paintRow(&p, row)
		}
		lines[row] = string(p.out)
	}
	return lines
}

func (c *Canvas) paintRow(p *painter, row int) {
	for col := range c.w {
		q := c.at(col, row)
		switch {
		case q.right && col > 0:
		case q.right, q.text != "" && col+1 == c.w && Width(q.text) == 2:
			p.glyph(" ", theme.Style{}) // half of a character that a part cuts through
		default:
			p.cell(q)
		}
	}
	p.end()
}

// painter writes a line, with a sequence only where the look changes.
type painter struct {
	t     *theme.Theme
	out   []byte
	seq   []byte // in force; empty is the terminal's own look
	next  []byte
	style theme.Style
	known bool // whether style is what seq shows
	apart bool
}

// cell paints the front layer of a cell over the field behind it.
func (p *painter) cell(q *cell) {
	s := theme.Style{Role: q.textRole, Attrs: q.attrs, Back: p.back(q)}
	switch {
	case q.text != "":
		p.glyph(q.text, s)
	case q.dots != 0:
		s.Role, s.Attrs = q.dotRole, 0
		p.glyph(string(rune(0x2800+int(q.dots))), s)
	case q.rule != 0:
		s.Role, s.Attrs = q.ruleRole, 0
		p.glyph(string(q.rule), s)
	case q.painted && !q.lit:
		p.field(q)
	default:
		s.Role, s.Attrs = theme.Text, 0
		p.glyph(" ", s)
	}
}

// back is the background that a glyph in a cell stands on.
func (p *painter) back(q *cell) theme.Back {
	switch {
	case q.lit:
		return theme.Lit
	case q.painted && p.t.Tints():
		return p.shade(q, q.level())
	default:
		return theme.Page
	}
}

// shade is the background of a value of the field in a cell.
func (p *painter) shade(q *cell, v float64) theme.Back {
	if q.pixels {
		return p.t.Picture(v)
	}
	return p.t.Field(v)
}

// level is the value of the field where a cell can show only one: the mean,
// but on a cliff one side of it, as between blue and orange lies nothing.
func (q *cell) level() float64 {
	upper, lower := float64(q.field[0]), float64(q.field[1])
	if math.Abs(upper-lower) > 1 {
		return upper
	}
	return (upper + lower) / 2
}

// field paints a cell in which nothing else is.
func (p *painter) field(q *cell) {
	if !p.t.Tints() {
		glyph, role := texture(q.level(), p.t.Profile())
		p.glyph(glyph, theme.Style{Role: role})
		return
	}
	upper, lower := p.shade(q, float64(q.field[0])), p.shade(q, float64(q.field[1]))
	if upper == lower {
		p.glyph(" ", theme.Style{Back: upper})
		return
	}
	seq, block := p.t.AppendHalves(p.next[:0], upper, lower)
	p.next, p.known = seq, false
	p.change()
	p.out = append(p.out, block...)
}

// texture stands in for the field where there are no backgrounds to show it:
// shades of the classes' colours in 16, and dots over class A in none.
func texture(v float64, profile theme.Profile) (string, theme.Role) {
	shade := "░"
	switch strength := math.Abs(v); {
	case math.IsNaN(v) || strength < 0.2:
		return " ", theme.Text
	case strength < 0.6:
		shade = "·"
	}
	switch {
	case profile == theme.NoColor && v < 0:
		return " ", theme.Text
	case profile == theme.NoColor:
		return shade, theme.Faint
	case v < 0:
		return shade, theme.ClassB
	default:
		return shade, theme.ClassA
	}
}

// glyph writes a glyph in a style. A blank on the page looks the same in every
// style that does not reverse or underline.
func (p *painter) glyph(g string, s theme.Style) {
	const visible = theme.Reverse | theme.Underline
	if g == " " && s.Attrs&visible == 0 {
		s.Role, s.Attrs = theme.Text, 0
		if s.Back == theme.Page && p.known && p.style.Back == theme.Page && p.style.Attrs&visible == 0 {
			s = p.style
		}
	}
	if !p.known || s != p.style || p.apart {
		p.next = p.t.AppendStyle(p.next[:0], s)
		p.change()
		p.style, p.known = s, true
	}
	p.out = append(p.out, g...)
}

const plain = "\x1b[m"

// change writes the next sequence unless it is in force.
func (p *painter) change() {
	if !p.apart && (bytes.Equal(p.next, p.seq) || len(p.seq) == 0 && string(p.next) == plain) {
		return
	}
	p.out = append(p.out, p.next...)
	p.seq = append(p.seq[:0], p.next...)
}

// end leaves the terminal's own look.
func (p *painter) end() {
	if len(p.seq) > 0 && string(p.seq) != plain {
		p.out = append(p.out, plain...)
	}
}
