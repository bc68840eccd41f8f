package labs_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/labs"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// TestPlotsTellTheTruth reads every plot of every scene as a reader does: it
// takes the scale from the numbers beside the axes, decodes the braille dots,
// and holds curves and marks against what they show, to the dot: there are dots
// where a curve is, and none where nothing is.
func TestPlotsTellTheTruth(t *testing.T) {
	t.Parallel()
	curves, marks, plots := 0, 0, 0
	for _, size := range [][2]int{{63, 24}, {76, 15}, {116, 28}} {
		for _, page := range scenes(t) {
			if !strings.HasSuffix(page.File, "ko.md") {
				continue // the other language has the same scenes
			}
			l, _ := labs.New(page.Scene.Lab)
			if err := lab.Apply(l, page.Scene.Settings); err != nil {
				t.Fatal(err)
			}
			p := drawnPicture(l, size[0], size[1])
			for i, d := range p.drawn {
				name := fmt.Sprintf("%s:%d at %dx%d, drawn %d", page.File, page.Scene.Line, size[0], size[1], i)
				switch {
				case d.Mark != "":
					marks += p.holdMark(t, name, d)
				case d.F != nil:
					curves += p.holdCurve(t, name, d)
				}
			}
			plots += p.holdAreas(t, fmt.Sprintf("%s:%d at %dx%d", page.File, page.Scene.Line, size[0], size[1]))
		}
	}
	if curves < 200 || marks < 300 || plots < 400 {
		t.Errorf("only %d curves, %d marks and %d plots could be read", curves, marks, plots)
	}
}

// cells is a picture cell by cell, with the curves and marks that are on it.
type cells struct {
	rows  [][]rune // a wide character is followed by a 0
	drawn []plot.Drawn
}

func drawnPicture(l lab.Lab, w, h int) cells {
	c, p := plot.New(w, h), cells{}
	c.Watch(func(d plot.Drawn) { p.drawn = append(p.drawn, d) })
	lab.Draw(l, c, lang.KO)
	for _, line := range c.Lines(theme.New(true, theme.NoColor)) {
		var row []rune
		for _, r := range ansi.Strip(line) {
			row = append(row, r)
			if plot.Width(string(r)) == 2 {
				row = append(row, 0)
			}
		}
		p.rows = append(p.rows, row)
	}
	return p
}

// scale is how values lie on the rows of dots of a picture.
type scale struct{ zero, per float64 } // the row of dots of 0, and dots per unit

func (s scale) row(value float64) float64 { return s.zero - s.per*value }

// rowMiddle is where the middle of a row of cells lies, in rows of dots.
func rowMiddle(row int) float64 { return 4*float64(row) + 1.5 }

// read takes the scale from the first and the last number beside the y axis of
// an area, and holds those between to it. It is not ok where there are fewer than
// two.
func (p cells) read(t *testing.T, name string, a *plot.Area) (s scale, ok bool) {
	t.Helper()
	_, top, _, h := a.Cells()
	rows, values := []int{}, []float64{}
	for row := top; row < top+h; row++ {
		if v, found := p.number(a, row); found {
			if a.LogY() {
				v = math.Log10(v)
			}
			rows, values = append(rows, row), append(values, v)
		}
	}
	last := len(rows) - 1
	if last < 1 {
		return s, false
	}
	s.per = 4 * float64(rows[last]-rows[0]) / (values[0] - values[last])
	s.zero = rowMiddle(rows[0]) + s.per*values[0]
	for i, row := range rows {
		if off := math.Abs(s.row(values[i]) - rowMiddle(row)); off > 0.5 {
			t.Errorf("%s: the number %v is %.1f dots away from where it stands", name, values[i], off)
		}
	}
	return s, true
}

// number returns the number at a tick of the y axis in a row.
func (p cells) number(a *plot.Area, row int) (v float64, ok bool) {
	left, _, w, _ := a.Cells()
	line := p.rows[row]
	for col := max(0, left-1); col < left+w; col++ {
		var text string
		switch line[col] {
		case '┤':
			text = lastWord(line[:col])
		case '├':
			if text = lastWord(line[max(0, left):max(left, col-1)]); text == "" && col+2 < left+w {
				text, _, _ = strings.Cut(string(line[col+2:left+w]), " ")
			}
		default:
			continue
		}
		v, err := strconv.ParseFloat(strings.Replace(text, "−", "-", 1), 64)
		return v, err == nil
	}
	return 0, false
}

// lastWord is what ends where a piece of a line does.
func lastWord(line []rune) string {
	s := string(line)
	return s[strings.LastIndex(s, " ")+1:]
}

// dotsNear reports whether a braille dot is set in a column of dots between two
// rows of dots, and whether anything covers the place.
func (p cells) dotsNear(col int, from, to float64) (set, covered bool) {
	for j := int(math.Ceil(from)); j <= int(math.Floor(to)); j++ {
		if j < 0 || j/4 >= len(p.rows) || col/2 >= len(p.rows[j/4]) {
			return set, true
		}
		bits := [4][2]rune{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}
		switch r := p.rows[j/4][col/2]; {
		case r >= 0x2800 && r <= 0x28ff:
			set = set || r&bits[j%4][col%2] != 0
		case r != ' ' && r != '─' && r != '│':
			covered = true
		}
	}
	return set, covered
}

// holdCurve wants dots wherever a curve is, within a dot: on all of a solid one,
// on half of the others. It returns 1 if there was a scale to read.
func (p cells) holdCurve(t *testing.T, name string, d plot.Drawn) int {
	t.Helper()
	s, ok := p.read(t, name, d.Area)
	if !ok {
		return 0
	}
	left, top, w, h := d.Area.Cells()
	xs := d.Area.X()
	at := func(dot float64) float64 {
		return s.row(d.F(xs.Min + (xs.Max-xs.Min)*dot/float64(2*w-1)))
	}
	seen, missed := 0, 0
	for i := range 2 * w {
		y, before, after := at(float64(i)), at(float64(i)-0.5), at(float64(i)+0.5)
		if !(y >= rowMiddle(top)-1 && y <= rowMiddle(top+h-1)+1) || math.IsNaN(before+after) || math.IsInf(before+after, 0) {
			continue
		}
		const slack = 1.01
		set, covered := p.dotsNear(2*left+i, min(y, before, after)-slack, max(y, before, after)+slack)
		switch {
		case set:
			seen++
		case !covered:
			missed++
		}
	}
	if d.Stroke == plot.Solid && missed > 0 || missed > seen+2 {
		t.Errorf("%s: the curve is where it should be in %d columns of dots, and not in %d", name, seen, missed)
	}
	return 1
}

// holdMark wants a mark in the cell of its value: its own sign, or that of one
// that was put on top of it later. It returns 1 if there was a scale to read.
func (p cells) holdMark(t *testing.T, name string, d plot.Drawn) int {
	t.Helper()
	s, ok := p.read(t, name, d.Area)
	if !ok {
		return 0
	}
	for _, other := range p.drawn {
		if other.Area == d.Area && other.Mark != "" && p.shows(s, d, other.Mark) && p.shows(s, other, other.Mark) {
			return 1
		}
	}
	t.Errorf("%s: the mark %s of (%.3g, %.3g) is not in its cell", name, d.Mark, d.X, d.Y)
	return 1
}

// shows reports whether a sign stands in the cell where d belongs by the numbers
// beside the axes.
func (p cells) shows(s scale, d plot.Drawn, sign plot.Mark) bool {
	left, top, w, h := d.Area.Cells()
	xs := d.Area.X()
	x, y := (d.X-xs.Min)/(xs.Max-xs.Min)*float64(2*w-1), s.row(d.Y)-float64(4*top)
	for row := range h {
		for col := range w {
			if math.Abs(x-2*float64(col)-0.5) <= 1+edge && math.Abs(y-4*float64(row)-1.5) <= 2+edge &&
				string(p.rows[top+row][left+col]) == string(sign) {
				return true
			}
		}
	}
	return false
}
