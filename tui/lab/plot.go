package lab

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Curve is a function in a plot, with marks on it.
type Curve struct {
	ID     string // what a scene shows and a question keeps back; "": nothing
	Label  string // in the legend; "": none
	Role   theme.Role
	Stroke plot.Stroke
	F      func(x float64) float64
	Mark   plot.Mark
	At     []float64 // where the marks are
	// Slope is the derivative of F where tangents at the marks are to be drawn;
	// nil: none.
	Slope func(x float64) float64
	// Only is the part of the axis along which it is drawn, such as what the
	// learner has been through; nil: all of it.
	Only *plot.Range
}

// along returns the part of an axis along which the curve is drawn.
func (k Curve) along(axis plot.Range) plot.Range {
	if k.Only == nil {
		return axis
	}
	return plot.Range{Min: max(axis.Min, k.Only.Min), Max: min(axis.Max, k.Only.Max)}
}

// Arrow is a vector in a plot.
type Arrow struct {
	From, To [2]float64
	Label    string // at its tip
	Role     theme.Role
	Stroke   plot.Stroke
}

// Curves returns those that the page shows.
func (b *Bench) Curves(all ...Curve) []Curve {
	var out []Curve
	for _, c := range all {
		if c.ID == "" || b.Shows(c.ID) {
			out = append(out, c)
		}
	}
	return out
}

// Plot is curves and arrows over axes, with a field behind them and more drawn
// between.
type Plot struct {
	plot.Axes

	Field  func(x, y float64) float64 // -1 class B to 1 class A; nil: none
	Curves []Curve
	Arrows []Arrow                  // over all else
	Over   func(a *plot.Area)       // draws over the curves, below their marks; nil: nothing
	Legend []plot.Entry             // of what is no curve, after those of the curves
	Words  func(l lang.Lang) string // says what Over draws; nil: nothing
	W, H   int                      // that it needs; 0: 28 and 8
	Headed bool                     // the legend keeps its row when a question keeps all curves back
}

// Need returns the room that it takes.
func (p Plot) Need() Need {
	n := Need{W: p.W, H: p.H, MoreW: Any, MoreH: Any}
	if n.W == 0 {
		n.W = 28
	}
	if n.H == 0 {
		n.H = 8
	}
	return n
}

func (p Plot) legend() []plot.Entry {
	var out []plot.Entry
	for _, k := range p.Curves {
		if k.Label != "" {
			out = append(out, plot.Entry{Label: k.Label, Role: k.Role, Stroke: k.Stroke})
		}
	}
	return append(out, p.Legend...)
}

// Draw draws it on any canvas.
func (p Plot) Draw(c *plot.Canvas) {
	if entries := p.legend(); len(entries) > 0 || p.Headed {
		c.Legend(0, 0, entries...)
		c = c.Sub(0, 1, c.Width(), c.Height()-1)
	}
	area := c.Area(p.Axes)
	if p.Field != nil {
		area.Field(p.Field)
	}
	for _, k := range p.Curves {
		part := k.along(area.X())
		area.Curve(func(x float64) float64 {
			if x < part.Min || x > part.Max {
				return math.NaN()
			}
			return k.F(x)
		}, k.Role, k.Stroke)
	}
	for _, k := range p.Curves {
		for _, x := range k.At {
			if k.Slope != nil {
				tangent(area, x, k.F(x), k.Slope(x))
			}
		}
	}
	if p.Over != nil {
		p.Over(area)
	}
	for _, k := range p.Curves {
		for _, x := range k.At {
			k.mark(area, x)
		}
	}
	for _, v := range p.Arrows {
		v.draw(area)
	}
}

// draw draws an arrow with its label. One whose tip lies beyond the picture
// runs out of it without a head.
func (v Arrow) draw(area *plot.Area) {
	xs, ys := area.X(), area.Y()
	x, y := v.To[0], v.To[1]
	if x >= xs.Min && x <= xs.Max && y >= ys.Min && y <= ys.Max {
		area.Arrow(v.From[0], v.From[1], x, y, v.Role, v.Stroke)
		area.Label(x, y, v.Label, v.Role)
		return
	}
	area.Line(v.From[0], v.From[1], x, y, v.Role, v.Stroke)
	inside := 1.0 // the part of the arrow up to the edge
	for i, edges := range []plot.Range{xs, ys} {
		d := v.To[i] - v.From[i]
		switch {
		case v.To[i] > edges.Max:
			inside = min(inside, (edges.Max-v.From[i])/d)
		case v.To[i] < edges.Min:
			inside = min(inside, (edges.Min-v.From[i])/d)
		}
	}
	area.Label(v.From[0]+inside*(x-v.From[0]), v.From[1]+inside*(y-v.From[1]), v.Label, v.Role)
}

// mark marks a point of a curve: at the edge with an arrow where it lies beyond.
func (k Curve) mark(area *plot.Area, x float64) {
	y, r, xs := k.F(x), area.Y(), area.X()
	within := max(r.Min, min(r.Max, y))
	switch {
	case x > xs.Max:
		area.Mark(xs.Max, within, "▶", k.Role)
	case x < xs.Min:
		area.Mark(xs.Min, within, "◀", k.Role)
	case y > r.Max:
		area.Mark(x, r.Max, plot.Triangle, k.Role)
	case y < r.Min:
		area.Mark(x, r.Min, "▼", k.Role)
	default:
		area.Mark(x, y, k.Mark, k.Role)
	}
}

// Say tells the extent, and of every curve its ends, its marks and its trend.
func (p Plot) Say(l lang.Lang) string {
	var said []string
	for _, k := range p.Curves {
		name := k.Label
		if name == "" {
			name = p.YLabel
		}
		part := k.along(p.X)
		xs := append([]float64{part.Min}, k.At...)
		xs = slices.Compact(append(xs, part.Max))
		var points []string
		for _, x := range xs {
			points = append(points, fmt.Sprintf("(%s, %s)", Significant(x), Significant(k.F(x))))
		}
		said = append(said, lang.Sprintf("%s 곡선(가로 %s): %s. %s.", "Curve %s over %s: %s. %s.",
			name, p.axisName(l), strings.Join(points, ", "), trend(part, k.F).In(l)).In(l))
	}
	for _, v := range p.Arrows {
		said = append(said, lang.Sprintf("화살표 %s: %s에서 %s까지.", "Arrow %s: from %s to %s.",
			v.Label, Tuple(v.From[:], Brief), Tuple(v.To[:], Brief)).In(l))
	}
	if p.Words != nil {
		said = append(said, p.Words(l))
	}
	return strings.Join(said, "\n")
}

func (p Plot) axisName(lang.Lang) string {
	if p.XLabel == "" {
		return "x"
	}
	return p.XLabel
}

// trend says which way a curve goes along a part of the axis.
func trend(along plot.Range, f func(x float64) float64) lang.Text {
	const samples = 64
	up, down, broken := false, false, false
	last := math.NaN()
	for i := range samples + 1 {
		y := f(along.Min + (along.Max-along.Min)*float64(i)/samples)
		if math.IsNaN(y) || math.IsInf(y, 0) {
			broken = broken || i > 0 && i < samples
			continue
		}
		up, down = up || y > last+1e-9, down || y < last-1e-9
		last = y
	}
	switch {
	case broken:
		return lang.T("도중에 끊어져요", "It breaks off on the way")
	case up && down:
		return lang.T("오르내려요", "It rises and falls")
	case up:
		return lang.T("오르기만 해요", "It only rises")
	case down:
		return lang.T("내리기만 해요", "It only falls")
	}
	return lang.T("평평해요", "It is flat")
}

// tangent draws the tangent of a curve at x0 over a part of the axis.
func tangent(a *plot.Area, x0, y0, slope float64) {
	xs, ys := a.X(), a.Y()
	reach := (xs.Max - xs.Min) / 5
	a.Curve(func(x float64) float64 {
		v := y0 + slope*(x-x0)
		if math.Abs(x-x0) > reach || v < ys.Min || v > ys.Max {
			return math.NaN()
		}
		return v
	}, theme.Path, plot.Solid)
}

// Trace is values over the steps of a run.
type Trace struct {
	XLabel string
	Series []plot.Series
	W, H   int // that it needs; 0: 24 and 6

	every int // steps from one value to the next; 0: 1
}

// Need returns the room that it takes.
func (t Trace) Need() Need {
	n := Need{W: t.W, H: t.H, MoreW: Any, MoreH: Any}
	if n.W == 0 {
		n.W = 24
	}
	if n.H == 0 {
		n.H = 6
	}
	return n
}

// Draw draws it on any canvas.
func (t Trace) Draw(c *plot.Canvas) { c.Loss(t.XLabel, t.Series...) }

// Say tells of every series the first, the lowest and the last value.
func (t Trace) Say(l lang.Lang) string {
	var said []string
	for _, s := range t.Series {
		if len(s.Values) == 0 {
			continue
		}
		low := 0
		for i, v := range s.Values {
			if v < s.Values[low] {
				low = i
			}
		}
		last := len(s.Values) - 1
		said = append(said, lang.Sprintf("%s: 처음 %s, 가장 낮을 때 %s(%s %d), 지금 %s(%s %d).",
			"%s: first %s, lowest %s (%s %d), now %s (%s %d).", s.Label, Significant(s.Values[0]),
			Significant(s.Values[low]), t.XLabel, low, Significant(s.Values[last]), t.XLabel, last).In(l))
	}
	return strings.Join(said, "\n")
}

// Course is values over the steps of a run in two rows, where there is no room
// for a Trace: what they were, a bar for each step, what they are now.
type Course struct {
	Name   string
	Values []float64
	Role   theme.Role
	Words  string // what is to be seen
}

const mostBars = 20

// Need returns the room that it takes.
func (t Course) Need() Need { return Need{W: 38, H: 2, MoreW: Any} }

// Draw draws it on any canvas.
func (t Course) Draw(c *plot.Canvas) {
	last := len(t.Values) - 1
	col := c.Text(0, 0, t.Name+" "+Significant(t.Values[0])+" ", theme.Muted)
	col = c.Text(col, 0, spark(t.Values, mostBars), t.Role)
	c.Text(col, 0, fmt.Sprintf(" %s (%d)", Significant(t.Values[last]), last), theme.Strong)
	c.Text(0, 1, t.Words, theme.Faint)
}

// Say tells it in words.
func (t Course) Say(l lang.Lang) string {
	return Trace{Series: []plot.Series{{Label: t.Name, Values: t.Values}}}.Say(l)
}

// spark draws values as a row of bars from 0 to their largest, thinned out to a
// width.
func spark(values []float64, width int) string {
	bars := []rune("▁▂▃▄▅▆▇█")
	top := slices.Max(values)
	var b strings.Builder
	width = min(width, len(values))
	for i := range width {
		v := values[len(values)-1]
		if width > 1 {
			v = values[i*(len(values)-1)/(width-1)]
		}
		b.WriteRune(bars[max(0, int(math.Round(v/top*float64(len(bars)-1))))])
	}
	return b.String()
}
