package tui

import (
	"cmp"
	"fmt"
	"math"

	"hakseup/exercises"
	"hakseup/lessons/lang"
	"hakseup/tui/markdown"
	"hakseup/tui/plot"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

const (
	pictureLeast  = 9  // lines in which there is something to see
	pictureMost   = 16 // lines that are enough
	pictureNarrow = 14 // lines below the answers in a narrow window
	pictureWidth  = 52
)

// pictureLines draws what an exercise shows of the task and of what is typed,
// in at most h lines. Where that is too little it is left out.
func (e *exercise) pictureLines(w, h int) []markdown.Line {
	if e.variant.Equation != nil {
		return e.equationLines(w, h)
	}
	if e.variant.Picture == nil {
		return e.graphLines(w, h)
	}
	p := e.variant.Picture(exercises.Typed(e.variant, e.form.answers()))
	caption := e.s.prose(e.s.say(p.Caption), theme.Muted, w)
	h = min(h-len(caption), pictureMost)
	if len(p.Bars) > 0 {
		h = min(h, len(p.Bars))
	} else if h < pictureLeast {
		return nil
	}
	canvas := plot.New(min(w, pictureWidth), h)
	drawPicture(canvas, p)
	var lines []markdown.Line
	for _, l := range canvas.Lines(e.s.theme) {
		lines = append(lines, markdown.Line{Text: l})
	}
	return append(lines, caption...)
}

// equationLines write what the answers complete, with what is typed in it.
func (e *exercise) equationLines(w, h int) []markdown.Line {
	lines := e.s.markdown(lang.Same("$$ "+e.variant.Equation(exercises.Begun(e.variant, e.form.answers()))+" $$"), w)
	if len(lines) > h {
		return nil
	}
	return lines
}

func drawPicture(c *plot.Canvas, p exercises.Picture) {
	if len(p.Bars) > 0 {
		drawBars(c, p.Bars)
		return
	}
	axes := plot.Axes{
		X: plot.Range{Min: p.Min, Max: p.Max}, Y: plot.Range{Min: p.Min, Max: p.Max},
		XLabel: p.XLabel, YLabel: p.YLabel, Equal: true, Cross: true,
	}
	if p.YMin != p.YMax {
		axes.Y, axes.Equal = plot.Range{Min: p.YMin, Max: p.YMax}, false
	}
	area := c.Area(axes)
	for _, f := range p.Curves {
		area.Curve(f, theme.ClassB, plot.Solid)
	}
	for _, l := range p.Lines {
		drawBoundary(area, l)
	}
	for i, a := range p.Arrows {
		role := [...]theme.Role{theme.ClassA, theme.ClassB, theme.ClassC}[i%3]
		area.Arrow(0, 0, a.X, a.Y, role, plot.Solid)
		area.Label(a.X, a.Y, a.Name, role)
	}
	for _, q := range p.Points {
		if q.Lit {
			area.Mark(q.X, q.Y, plot.Dot, theme.ClassA)
		} else {
			area.Mark(q.X, q.Y, plot.Ring, theme.ClassB)
		}
	}
}

// drawBoundary draws a line from one end of the area to the other. Where both
// weights are 0 there is none.
func drawBoundary(area *plot.Area, l exercises.Boundary) {
	size := math.Hypot(l.W1, l.W2)
	if size == 0 || math.IsInf(size, 0) || math.IsNaN(size+l.B) {
		return
	}
	w1, w2, b := l.W1/size, l.W2/size, l.B/size
	if l.Lit {
		area.Field(func(x, y float64) float64 {
			if w1*x+w2*y+b >= 0 {
				return 1
			}
			return 0
		})
	}
	reach := math.Hypot(area.X().Max-area.X().Min, area.Y().Max-area.Y().Min)
	if math.Abs(b) > 2*reach {
		return // out of sight
	}
	area.Line(-b*w1-2*reach*w2, -b*w2+2*reach*w1, -b*w1+2*reach*w2, -b*w2-2*reach*w1, theme.Strong, plot.Solid)
}

// drawBars draws a row for each bar: its name, how far it goes, its value.
func drawBars(c *plot.Canvas, bars []exercises.Bar) {
	const value = 6
	name := 0
	for _, b := range bars {
		name = max(name, text.Width(b.Name))
	}
	w := c.Width() - name - value - 2
	for i, b := range bars {
		c.Text(0, i, b.Name, theme.Muted)
		c.Track(name+1, i, w)
		shown := "?"
		if b.Known {
			c.Bar(name+1, i, w, b.Value/cmp.Or(b.Whole, 1), theme.ClassA)
			shown = fmt.Sprintf("%.3g", b.Value)
		}
		c.Text(name+2+w, i, shown, theme.Strong)
	}
}
