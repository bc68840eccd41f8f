package lab

import (
	"math"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Heaps is groups of values on one axis: those of a group that lie together are
// heaped up, and below them stands their mean with their spread.
type Heaps struct {
	Axis   plot.Range
	Tick   func(v float64) string // writes the numbers of the axis
	Format func(v float64) string // writes a mean or a spread
	Groups []Heap
	Truth  float64 // a line across all groups; NaN: none
}

// Heap is a group of values.
type Heap struct {
	Label  string
	Values []float64
	Role   theme.Role
	Asked  bool // a question keeps it back
}

// Mean returns the mean of the values and their standard deviation, which is
// NaN of less than two.
func Mean(values []float64) (m, deviation float64) {
	m = mean(values)
	sum := 0.0
	for _, v := range values {
		sum += (v - m) * (v - m)
	}
	if len(values) < 2 {
		return m, math.NaN()
	}
	return m, math.Sqrt(sum / float64(len(values)-1))
}

// MeanOf returns the mean of the values, NaN of none.
func MeanOf(values []float64) float64 { return mean(values) }

const (
	heapValue = 14 // cells for the mean and the spread at the right
	heapAxis  = 26 // that the axis needs
)

func (h Heaps) labels() int {
	w := 0
	for _, g := range h.Groups {
		w = max(w, plot.Width(g.Label))
	}
	return w
}

// Need returns the room that it takes.
func (h Heaps) Need() Need {
	return Need{W: h.labels() + 2 + heapAxis + heapValue, H: 2*len(h.Groups) + 1, MoreW: Any, MoreH: 4 * len(h.Groups)}
}

// Draw draws it on any canvas.
func (h Heaps) Draw(c *plot.Canvas) {
	left := h.labels() + 2
	w := c.Width() - left - heapValue
	at := func(v float64) int {
		return left + max(0, min(w-1, int(math.Round((v-h.Axis.Min)/(h.Axis.Max-h.Axis.Min)*float64(w-1)))))
	}
	high := max(2, min(6, (c.Height()-1)/max(1, len(h.Groups))))
	bottom := high * len(h.Groups)
	if !math.IsNaN(h.Truth) {
		for row := range bottom {
			c.Text(at(h.Truth), row, "│", theme.Truth)
		}
	}
	for i, g := range h.Groups {
		h.heap(c, g, i*high, high, at)
	}
	const ticks = 5
	for i := range ticks {
		v := h.Axis.Min + (h.Axis.Max-h.Axis.Min)*float64(i)/(ticks-1)
		c.TextCenter(at(v), bottom, h.Tick(v), theme.Muted)
	}
}

// heap draws a group: its name, its values heaped up in the rows from top on,
// its mean and spread on the last of these.
func (h Heaps) heap(c *plot.Canvas, g Heap, top, high int, at func(float64) int) {
	base := top + high - 1
	c.Text(0, base, g.Label, g.Role)
	for col := at(h.Axis.Min); col <= at(h.Axis.Max); col++ {
		c.Text(col, base, "─", theme.Faint)
	}
	if g.Asked {
		c.Text(at(h.Axis.Max)+2, base, "?", theme.Accent)
		return
	}
	counts, most := map[int]int{}, 1
	for _, v := range g.Values {
		counts[at(v)]++
		most = max(most, counts[at(v)])
	}
	eighths := 8 * (high - 1)
	for col, n := range counts {
		full := max(1, n*min(eighths, 8*most)/most) // a few are not blown up
		for row := base - 1; full > 0; row, full = row-1, full-8 {
			c.Text(col, row, string([]rune("▁▂▃▄▅▆▇█")[min(full, 8)-1]), g.Role)
		}
	}
	if len(g.Values) == 0 {
		return
	}
	m, deviation := Mean(g.Values)
	if deviation > 0 {
		for col := at(m - deviation); col <= at(m+deviation); col++ {
			c.Text(col, base, "━", g.Role)
		}
	}
	c.Text(at(m), base, string(plot.Diamond), theme.Strong)
	c.Text(at(h.Axis.Max)+2, base, spreadText(h.Format, m, deviation), theme.Strong)
}

// spreadText writes a mean with its standard deviation, where there is one.
func spreadText(format func(float64) string, m, deviation float64) string {
	if math.IsNaN(deviation) {
		return format(m)
	}
	return format(m) + " ± " + format(deviation)
}

// Say tells of every group how many values there are, their mean and spread, the
// least and the greatest.
func (h Heaps) Say(l lang.Lang) string {
	var said []lang.Text
	for _, g := range h.Groups {
		if len(g.Values) == 0 || g.Asked {
			continue
		}
		m, deviation := Mean(g.Values)
		said = append(said, lang.Sprintf("%[1]s: %[2]d번, 평균과 표준편차 %[3]s, %[4]s부터 %[5]s까지.", "%[1]s: %[2]d values, mean and deviation %[3]s, from %[4]s to %[5]s.",
			g.Label, len(g.Values), spreadText(h.Format, m, deviation), h.Format(slices.Min(g.Values)), h.Format(slices.Max(g.Values))))
	}
	if !math.IsNaN(h.Truth) {
		said = append(said, lang.Sprintf("실제: %s.", "True: %s.", h.Format(h.Truth)))
	}
	text := ""
	for i, s := range said {
		if i > 0 {
			text += "\n"
		}
		text += s.In(l)
	}
	return text
}
