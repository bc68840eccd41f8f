package plot

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"hakseup/tui/theme"
)

// Text writes s from a cell on and returns the column after it. Control
// characters are left out. A wide character of which only one half is inside
// the canvas leaves that half blank.
func (c *Canvas) Text(col, row int, s string, r theme.Role) int {
	return c.TextAttr(col, row, s, r, 0)
}

// TextAttr writes s with attributes as well: bold, underlined, reversed.
func (c *Canvas) TextAttr(col, row int, s string, r theme.Role, a theme.Attr) int {
	for s != "" {
		var cluster string
		var w int
		cluster, w, s = next(s)
		if w == 0 {
			continue
		}
		c.put(col, row, cluster, w, r, a)
		col += w
	}
	return col
}

// TextRight writes s so that it ends before column col.
func (c *Canvas) TextRight(col, row int, s string, r theme.Role) {
	c.Text(col-Width(s), row, s, r)
}

// TextCenter writes s centred on column col.
func (c *Canvas) TextCenter(col, row int, s string, r theme.Role) {
	c.Text(col-Width(s)/2, row, s, r)
}

// Width returns how many cells Text takes for s.
func Width(s string) int {
	n := 0
	for s != "" {
		var w int
		_, w, s = next(s)
		n += w
	}
	return n
}

// next splits the first grapheme off s and says how many cells it takes: 0
// for what is not drawn.
func next(s string) (cluster string, width int, rest string) {
	if b := s[0]; b < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		if b < ' ' || b == 0x7f {
			return "", 0, s[1:]
		}
		return s[:1], 1, s[1:]
	}
	cluster, _ = ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	rest = s[max(len(cluster), 1):]
	width = ansi.StringWidth(cluster) // as the whole line will be measured
	if r, _ := utf8.DecodeRuneInString(cluster); unicode.IsControl(r) {
		return "", 0, rest
	}
	if !utf8.ValidString(cluster) {
		return "\uFFFD", 1, rest
	}
	if strings.ContainsFunc(cluster, unicode.IsControl) || width > 2 {
		return "\uFFFD", 1, rest
	}
	return cluster, width, rest
}

// put writes one grapheme of one or two cells.
func (c *Canvas) put(col, row int, s string, w int, r theme.Role, a theme.Attr) {
	if w == 2 && (c.at(col, row) == nil || c.at(col+1, row) == nil) {
		c.put(col, row, " ", 1, r, a)
		c.put(col+1, row, " ", 1, r, a)
		return
	}
	if c.at(col, row) == nil {
		return
	}
	c.g.write(c.col+col, c.row+row, s, w, r, a)
}

// write puts a grapheme on cells that are there. The other half of a wide
// grapheme that it overwrites is cleared.
func (g *grid) write(col, row int, s string, w int, r theme.Role, a theme.Attr) {
	if g.at(col, row).right {
		g.at(col-1, row).text = ""
	}
	if after := g.at(col+w, row); after != nil {
		after.right = false
	}
	for i := range w {
		q := g.at(col+i, row)
		q.text, q.right, q.textRole, q.attrs = "", i > 0, r, a
	}
	g.at(col, row).text = s
}
