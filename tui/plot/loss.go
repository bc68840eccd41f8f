package plot

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/guptarohit/asciigraph"

	"hakseup/tui/theme"
)

// Series is a curve of values that stand at 0, 1, 2 and so on.
type Series struct {
	Label  string
	Values []float64
	Role   theme.Role
	Stroke Stroke // of Losses: the line pieces
}

// Loss draws loss curves with asciigraph over the whole canvas, a legend
// above them, in axes that fit them. Later curves are drawn in other line
// pieces, so that they differ without colours too.
func (c *Canvas) Loss(xLabel string, series ...Series) {
	y, longest := lossRange(series)
	if longest < 1 {
		c.Area(Axes{X: Range{0, 1}, Y: Range{0, 1}, XLabel: xLabel})
		return
	}
	series = slices.Clone(series)
	for i := range series {
		series[i].Stroke = Stroke(i % 3)
	}
	c.losses(Axes{X: Range{0, float64(max(longest-1, 1))}, Y: y, XLabel: xLabel}, longest, series, series)
}

// Losses draws loss curves with asciigraph over the whole canvas, a legend
// above them, in axes that stay whatever the values are. Over the x axis lie as
// many places as are told, a value at each from the first on. What is not
// finite breaks a curve, and one that leaves the axes runs along their edge.
// The first curve lies on top, and is named first. It returns the area, for marks.
func (c *Canvas) Losses(axes Axes, places int, series ...Series) *Area {
	back := slices.Clone(series)
	slices.Reverse(back)
	return c.losses(axes, places, series, back)
}

// losses draws curves from the back to the front.
func (c *Canvas) losses(axes Axes, places int, legend, back []Series) *Area {
	top := 0
	if c.h >= 6 {
		top = c.lossLegend(legend)
	}
	axes.rows = true
	a := c.Sub(0, top, c.w, c.h-top).Area(axes)
	a.graph(axes.Y.sane(), places, back)
	return a
}

// lossLegend returns how many rows it took.
func (c *Canvas) lossLegend(series []Series) int {
	var entries []Entry
	for _, s := range series {
		if s.Label != "" {
			piece := strings.Repeat(lossPieces(s.Stroke).Horizontal, 2)
			entries = append(entries, Entry{Label: s.Label, Role: s.Role, Mark: Mark(piece)})
		}
	}
	if c.Legend(0, 0, entries...) == 0 {
		return 0
	}
	return 1
}

// lossRange is what the y axis shows, and how many values the longest series
// has. It starts at 0 unless that would squeeze the curves into the upper half.
func lossRange(series []Series) (y Range, longest int) {
	y = Range{math.Inf(1), math.Inf(-1)}
	for _, s := range series {
		longest = max(longest, len(s.Values))
		for _, v := range s.Values {
			if !math.IsNaN(v) && !math.IsInf(v, 0) {
				y.Min, y.Max = min(y.Min, v), max(y.Max, v)
			}
		}
	}
	if y.Min > y.Max {
		return Range{0, 1}, 0
	}
	if y.Min >= 0 && y.Min <= y.Max/2 {
		y.Min = 0
	}
	return y.sane(), longest
}

// graph lets asciigraph draw the curves at the scale of the area's rows and
// columns and copies the pieces onto them. One of its rows is one unit, so
// that its size is known exactly; one column joins two values.
func (a *Area) graph(y Range, longest int, series []Series) {
	rows, cols := a.c.h, a.c.w
	if rows < 2 || cols < 1 {
		return
	}
	var data [][]float64
	var colors []asciigraph.AnsiColor
	var pieces []asciigraph.CharSet
	var roles []theme.Role
	for i, s := range series {
		values := resample(s.Values, longest, cols+1)
		for k, v := range values {
			values[k] = max(0, min(1, (v-y.Min)/(y.Max-y.Min))) * float64(rows-1)
		}
		data, roles = append(data, values), append(roles, s.Role)
		colors = append(colors, asciigraph.AnsiColor(firstColor+i%(256-firstColor)))
		pieces = append(pieces, lossPieces(s.Stroke))
	}
	out := asciigraph.PlotMany(data, asciigraph.Height(rows-1), asciigraph.Offset(1),
		asciigraph.LowerBound(0), asciigraph.UpperBound(float64(rows-1)),
		asciigraph.SeriesColors(colors...), asciigraph.SeriesChars(pieces...),
		asciigraph.YAxisValueFormatter(func(float64) string { return "" }))
	for row, line := range strings.Split(out, "\n") {
		a.copyLine(row, line, roles)
	}
}

// firstColor is the first of asciigraph's 256 colours, used to tell the
// series apart in its output.
const firstColor = 16

// copyLine reads a line of asciigraph: its first column is the axis, which we
// have already, and a colour says whose piece it is.
func (a *Area) copyLine(row int, line string, roles []theme.Role) {
	role, mine, col := theme.Text, false, -1
	for line != "" {
		if rest, ok := strings.CutPrefix(line, "\x1b["); ok {
			code, after, _ := strings.Cut(rest, "m")
			n, err := strconv.Atoi(strings.TrimPrefix(code, "38;5;"))
			if mine = err == nil && n >= firstColor && n-firstColor < len(roles); mine {
				role = roles[n-firstColor]
			}
			line = after
			continue
		}
		piece, w, rest := next(line)
		if mine && col >= 0 && piece != " " {
			a.c.Text(col, row, piece, role)
		}
		col, line = col+w, rest
	}
}

// lossPieces are the line pieces of a stroke.
func lossPieces(s Stroke) asciigraph.CharSet {
	set := asciigraph.DefaultCharSet
	switch s {
	case Solid:
	case Dashed:
		set.Horizontal, set.VerticalLine = "╌", "╎"
	case Dotted:
		set = asciigraph.CreateCharSet("•")
	}
	return set
}

// resample spreads values that stand at 0, 1, … over n places, of which the
// last stands at longest−1. Between values it goes straight; where many fall
// on one place it takes their mean. What is missing or not finite is NaN.
func resample(values []float64, longest, n int) []float64 {
	out := make([]float64, n)
	per := float64(longest-1) / float64(max(n-1, 1))
	for i := range out {
		at := float64(i) * per
		if per <= 1 {
			out[i] = between(values, at)
			continue
		}
		sum, count := 0.0, 0
		for k := max(0, int(math.Ceil(at-per/2))); k <= min(longest-1, int(math.Floor(at+per/2))); k++ {
			sum, count = sum+valueAt(values, k), count+1
		}
		out[i] = sum / float64(count)
	}
	if n > 1 && len(values) == longest {
		out[0], out[n-1] = valueAt(values, 0), valueAt(values, longest-1)
	}
	return out
}

func between(values []float64, at float64) float64 {
	k := math.Floor(at)
	if at-k < 1e-9 {
		return valueAt(values, int(k))
	}
	v, w := valueAt(values, int(k)), valueAt(values, int(k)+1)
	return v + (w-v)*(at-k)
}

func valueAt(values []float64, k int) float64 {
	if k >= len(values) || math.IsInf(values[k], 0) {
		return math.NaN()
	}
	return values[k]
}
