//go:build unix

package main

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"hakseup/tui/e2e/terminal"
)

// A cell in the units of the picture. Even numbers keep the middles whole.
const (
	cellWidth  = 10
	cellHeight = 22
	margin     = 20
	fontSize   = 16.6 // so that a narrow character fills its cell
	wideSize   = 19   // and a wide one its two
	baseline   = 16   // below the top of a cell
	scale      = 0.9
)

// look is how the terminal itself looks.
type look struct{ page, text, frame string }

func darkness() look { return look{page: "#101218", text: "#d8dee9", frame: "#2a2f3a"} }

func light() look { return look{page: "#fbfbf8", text: "#20242c", frame: "#d5d7dc"} }

// svg draws a screen. Every character is set in the middle of its own cells,
// so that columns hold in any font, and what fonts seldom join without gaps
// (frames, bars, curves of dots, tall brackets) is drawn as shapes.
func svg(s terminal.Screen, l look) []byte { return drawn(s, l).write(s.Width, s.Height) }

func drawn(s terminal.Screen, l look) *drawing {
	d := newDrawing(l)
	for y := range s.Height {
		d.draw(s, y, 0, s.Width)
	}
	return d
}

// draw draws what begins between two columns of a row.
func (d *drawing) draw(s terminal.Screen, y, from, to int) {
	for x := 0; x < to; {
		c := s.At(x, y)
		if x >= from {
			d.cell(c, x, y)
		}
		x += max(1, c.Width)
	}
	d.endRow(y)
}

// drawing collects what has the same colour, so that it is written once.
type drawing struct {
	look
	backs  map[string]*path // rectangles behind the text, by colour
	blocks map[string]*path // parts of cells that are filled
	lines  map[string]*path
	bars   map[string]*path // heavy lines
	dots   map[string]*path
	discs  map[string]*path
	row    map[style]*words // the text of the row that is being drawn
	text   bytes.Buffer
}

// style is the look of text.
type style struct {
	colour string
	bold   bool
	wide   bool
}

// words are characters of one style in a row, each with its place.
type words struct{ text, places strings.Builder }

func newDrawing(l look) *drawing {
	return &drawing{
		look: l, backs: map[string]*path{}, blocks: map[string]*path{}, lines: map[string]*path{},
		bars: map[string]*path{}, dots: map[string]*path{}, discs: map[string]*path{},
		row: map[style]*words{},
	}
}

// cell draws a cell at a column and a row.
func (d *drawing) cell(c terminal.Cell, x, y int) {
	fore, back := c.Foreground, c.Background
	if fore == "" {
		fore = d.look.text
	}
	if c.Reverse {
		if back == "" {
			back = d.page
		}
		fore, back = back, fore
	}
	left, top, width := x*cellWidth, y*cellHeight, max(1, c.Width)*cellWidth
	if back != "" {
		of(d.backs, back).rect(left, top, width, cellHeight)
	}
	if c.Underline {
		of(d.lines, fore).horizontal(left, top+cellHeight-3, width)
	}
	if c.Text == "" || c.Text == " " {
		return
	}
	r, size := utf8.DecodeRuneInString(c.Text)
	if size == len(c.Text) && d.shape(r, fore, left, top) {
		return
	}
	d.glyph(c, style{fore, c.Bold, c.Width > 1}, left+width/2, y)
}

// glyph sets a character around a middle.
func (d *drawing) glyph(c terminal.Cell, st style, middle, y int) {
	if utf8.RuneCountInString(c.Text) > 1 { // one place for all of it
		d.set(st, c.Text, fmt.Sprint(middle), y)
		return
	}
	w := d.row[st]
	if w == nil {
		w = &words{}
		d.row[st] = w
	}
	w.text.WriteString(c.Text)
	if w.places.Len() > 0 {
		w.places.WriteByte(' ')
	}
	fmt.Fprint(&w.places, middle)
}

// endRow writes the text of a row.
func (d *drawing) endRow(y int) {
	for _, st := range slices.SortedFunc(maps.Keys(d.row), style.compare) {
		d.set(st, d.row[st].text.String(), d.row[st].places.String(), y)
	}
	clear(d.row)
}

func (st style) compare(other style) int {
	return cmp.Or(strings.Compare(st.class(), other.class()), strings.Compare(st.colour, other.colour))
}

// class names the rules of the style sheet that a style follows.
func (st style) class() string {
	class := "n"
	if st.wide {
		class = "w"
	}
	if st.bold {
		class += " b"
	}
	return class
}

// set writes characters at their places in a row.
func (d *drawing) set(st style, text, places string, y int) {
	fmt.Fprintf(&d.text, "<text class=\"%s\" fill=\"%s\" y=\"%d\" x=\"%s\">%s</text>\n",
		st.class(), st.colour, y*cellHeight+baseline, places, html.EscapeString(text))
}

// styleSheet sets narrow characters and wide ones in fonts of their own: in
// many Korean fonts arrows and circles are as wide as a syllable.
func styleSheet() string {
	return fmt.Sprintf(`text{text-anchor:middle}`+
		`.n{font:%gpx ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}`+
		`.w{font:%dpx "Apple SD Gothic Neo","Malgun Gothic","Noto Sans CJK KR","Noto Sans KR",sans-serif}`+
		`.b{font-weight:bold}`, fontSize, wideSize)
}

// write puts the picture together.
func (d *drawing) write(columns, rows int) []byte {
	var b bytes.Buffer
	head(&b, d.look, columns, rows, "")
	d.body(&b)
	b.WriteString("</g>\n</svg>\n")
	return b.Bytes()
}

// head begins a picture of so many columns and rows, with rules of its own.
func head(b *bytes.Buffer, l look, columns, rows int, rules string) {
	w, h := columns*cellWidth+2*margin, rows*cellHeight+2*margin
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%.0f" height="%.0f">
<style>%s</style>
<rect x=".5" y=".5" width="%d" height="%d" rx="12" fill="%s" stroke="%s"/>
<g transform="translate(%d %d)">
`, w, h, float64(w)*scale, float64(h)*scale, styleSheet()+rules, w-1, h-1, l.page, l.frame, margin, margin)
}

// body writes the shapes and the text.
func (d *drawing) body(b *bytes.Buffer) {
	fills := `<path fill="%s" d="%s"/>` + "\n"
	writeAll(b, d.backs, fills)
	writeAll(b, d.blocks, fills)
	writeAll(b, d.lines, `<path fill="none" stroke="%s" stroke-width="1.4" d="%s"/>`+"\n")
	writeAll(b, d.bars, `<path fill="none" stroke="%s" stroke-width="3.4" d="%s"/>`+"\n")
	writeAll(b, d.dots, `<path fill="none" stroke="%s" stroke-width="2.6" stroke-linecap="round" d="%s"/>`+"\n")
	writeAll(b, d.discs, `<path fill="none" stroke="%s" stroke-width="9" stroke-linecap="round" d="%s"/>`+"\n")
	b.Write(d.text.Bytes())
}

func writeAll(b *bytes.Buffer, paths map[string]*path, format string) {
	for _, colour := range slices.Sorted(maps.Keys(paths)) {
		if outline := paths[colour].String(); outline != "" {
			fmt.Fprintf(b, format, colour, outline)
		}
	}
}
