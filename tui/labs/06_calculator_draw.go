package labs

import (
	"fmt"
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons/lang"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// The sizes of the calculator's table.
const (
	workRows = 10
	workCols = 38
)

// Draw shows the network with its weights, and a table of every value on the
// way to the losses. Where there is more room, the sums are written out; on a
// small canvas there is only the table.
func (s *calculatorLab) Draw(c *plot.Canvas, l lang.Lang) {
	w, h := c.Width(), c.Height()
	work := s.work()
	switch {
	case w >= 84 && h >= workRows+12:
		s.drawNetwork(c.Sub(0, 0, w, h-workRows-1), work)
		s.drawTable(c.Sub(0, h-workRows, workCols, workRows), work)
		s.drawLong(c.Sub(workCols+4, h-workRows, w-workCols-4, workRows), work, l)
	case w >= workCols+30 && h >= workRows && h < workRows+8:
		s.drawNetwork(c.Sub(0, 0, w-workCols-2, h), work)
		s.drawTable(c.Sub(w-workCols, 0, workCols, workRows), work)
		s.drawShort(c.Sub(w-workCols, workRows, workCols, h-workRows), work, l)
	case w >= workCols && h >= workRows+6:
		rest := h - workRows
		extra := 0
		switch {
		case rest >= 10:
			extra = 3
		case rest >= 8 && len(s.past) > 0:
			extra = 1
		}
		s.drawNetwork(c.Sub(0, 0, w, rest-extra), work)
		s.drawShort(c.Sub(0, rest-extra, w, extra), work, l)
		s.drawTable(c.Sub(0, rest, w, workRows), work)
	default:
		s.drawCompact(c, work)
	}
}

// role returns the role of a number, or the accent if it was changed last.
func (s *calculatorLab) role(id string, r theme.Role) theme.Role {
	if s.touched == id {
		return theme.Accent
	}
	return r
}

func (s *calculatorLab) drawTable(c *plot.Canvas, w working) {
	const first, second = 19, 28
	right := min(c.Width(), 46)
	row := 0
	write := func(label, one, two, sum string, r theme.Role) {
		c.Text(0, row, label, theme.Muted)
		c.TextRight(first, row, one, r)
		c.TextRight(second, row, two, r)
		c.TextRight(right, row, sum, theme.Strong)
		row++
	}
	values := func(label string, v []float64, sum string, r theme.Role) {
		write(label, expText(v[0]), expText(v[1]), sum, r)
	}
	// Where t is 0 a term of the cross entropy is not small: it is not there.
	terms := func(label string, v []float64, sum float64) {
		text := []string{"0", "0"}
		for k, t := range w.t {
			if t != 0 {
				text[k] = fixed(v[k], 3)
			}
		}
		write(label, text[0], text[1], "CE "+fixed(sum, 3), theme.Text)
	}
	squares, logs, logs10 := make([]float64, 2), make([]float64, 2), make([]float64, 2)
	for k := range w.y {
		mse, ce, ce10 := partsOf(w.y[k], w.t[k])
		squares[k], logs[k], logs10[k] = 2*mse, ce, ce10
	}
	write("k", "1", "2", "", theme.Faint)
	values("Wz", w.wz, "", theme.Text)
	values("+ b", w.b, "", theme.Text)
	values("= a", w.a, "", theme.Strong)
	values("exp(a)", w.exp, "Σ "+expText(w.sum), theme.Text)
	values("y", w.y, "", theme.Strong)
	write("t", fixed(w.t[0], 0), fixed(w.t[1], 0), "", theme.Truth)
	values("(y−t)²", squares, "MSE "+fixed(w.mse, 3), theme.Text)
	terms("−t ln y", logs, w.ce)
	terms("−t log₁₀ y", logs10, w.ce10)
}

// drawCompact shows the values alone, the losses first to stay if rows lack.
func (s *calculatorLab) drawCompact(c *plot.Canvas, w working) {
	first, second := c.Width()*2/3, c.Width()
	pair := func(row int, label string, v []float64, r theme.Role) {
		c.Text(0, row, label, theme.Muted)
		c.TextRight(first, row, expText(v[0]), r)
		c.TextRight(second, row, expText(v[1]), r)
	}
	one := func(row int, label string, v float64) {
		c.Text(0, row, label, theme.Muted)
		c.TextRight(first, row, fixed(v, 3), theme.Strong)
	}
	pair(0, "Wz", w.wz, theme.Text)
	pair(1, "a", w.a, theme.Text)
	pair(2, "exp(a)", w.exp, theme.Text)
	pair(3, "y", w.y, theme.Strong)
	c.Text(0, 4, "t", theme.Muted)
	c.TextRight(first, 4, fixed(w.t[0], 0), theme.Truth)
	c.TextRight(second, 4, fixed(w.t[1], 0), theme.Truth)
	one(5, "MSE", w.mse)
	one(6, "CE ln", w.ce)
	one(7, "CE log₁₀", w.ce10)
}

// drawNetwork draws inputs, weights as edges, scores and, where it is wide
// enough, softmax and the output.
func (s *calculatorLab) drawNetwork(c *plot.Canvas, w working) {
	const zCols, aCols, yCols, soft = 8, 9, 9, "softmax"
	width, h := min(c.Width(), 88), c.Height()
	c = c.Sub((c.Width()-width)/2, 0, width, h)
	outputs := width >= 50
	aCol := width - aCols
	yCol := width - yCols
	if outputs {
		// Each gap beside softmax takes a fifth of what the names leave, the
		// weights the rest.
		gap := (width - zCols - aCols - yCols - len(soft)) / 5
		aCol = yCol - 2*gap - len(soft) - aCols
	}
	margin := max(1, (h-9)/3)
	rows := []int{margin, h - 1 - margin}
	outer := []int{margin - 1, h - margin}

	area := c.Area(plot.Axes{X: plot.Range{Min: 0, Max: float64(width)}, Y: plot.Range{Min: 0, Max: float64(h)}, Bare: true})
	height := func(row int) float64 { return float64(h) - float64(row) - 0.5 }
	edge := func(fromCol, fromRow, toCol, toRow int, r theme.Role, st plot.Stroke) {
		area.Line(float64(fromCol)+0.5, height(fromRow), float64(toCol)+0.5, height(toRow), r, st)
	}
	for i := range 2 {
		for j := range 2 {
			v := s.value(weightID(i, j))
			r, st := edgeStyle(v)
			edge(zCols, rows[j], aCol-2, rows[i], s.role(weightID(i, j), r), st)
		}
	}
	if outputs {
		mid := (rows[0] + rows[1]) / 2
		boxCol := aCol + aCols + (yCol-aCol-aCols-len(soft))/2
		for i := range 2 {
			edge(aCol+aCols-1, rows[i], boxCol-1, mid, theme.Faint, plot.Solid)
			edge(boxCol+len(soft), mid, yCol-2, rows[i], theme.Faint, plot.Solid)
			c.Text(yCol, rows[i], "y"+subscript(fmt.Sprint(i+1))+" "+fixed(w.y[i], 3), theme.Strong)
			c.Text(yCol, outer[i], "t"+subscript(fmt.Sprint(i+1))+" "+fixed(w.t[i], 0), s.role("truth", theme.Truth))
		}
		c.Text(boxCol, mid, soft, theme.Math)
	}
	for i := range 2 {
		n := fmt.Sprint(i + 1)
		c.Text(0, rows[i], "z"+subscript(n)+" "+fixed(w.z[i], 2), s.role("z"+n, theme.Strong))
		c.Text(aCol, rows[i], "a"+subscript(n)+" "+fixed(w.a[i], 2), theme.Strong)
		c.Text(aCol, outer[i], "b"+subscript(n)+" "+fixed(w.b[i], 2), s.role("b"+n, theme.Muted))
		for j := range 2 {
			s.labelEdge(c, i, j, zCols, aCol-2, rows)
		}
	}
}

// labelEdge writes the name and the value of the weight into output i from
// input j on its edge: in the middle of a level edge, nearer to the input on
// one that crosses.
func (s *calculatorLab) labelEdge(c *plot.Canvas, i, j, left, right int, rows []int) {
	id := weightID(i, j)
	label := s.weightName(id) + " " + fixed(s.value(id), 2)
	along := 0.5
	if i != j {
		along = 0.3
	}
	col := float64(left) + along*float64(right-left)
	row := float64(rows[j]) + along*float64(rows[i]-rows[j])
	start := max(left+1, int(math.Round(col))-plot.Width(label)/2)
	r, _ := edgeStyle(s.value(id))
	c.Text(start, int(math.Round(row)), label, s.role(id, r))
}

func weightID(i, j int) string { return fmt.Sprintf("w%d%d", i+1, j+1) }

func edgeStyle(v float64) (theme.Role, plot.Stroke) {
	switch {
	case v > 0:
		return theme.Positive, plot.Solid
	case v < 0:
		return theme.Negative, plot.Dashed
	}
	return theme.Faint, plot.Dotted
}

// drawShort writes out the scores, or the loss over the steps of learning, in
// the few rows that there are.
func (s *calculatorLab) drawShort(c *plot.Canvas, w working, l lang.Lang) {
	if c.Height() == 0 {
		return
	}
	row := (c.Height() - 1) / 2
	if len(s.past) > 0 {
		s.drawHistory(c, row, l)
		return
	}
	for i := range min(2, c.Height()) {
		line := s.scoreLine(w, i)
		if long := line + " = " + fixed(w.a[i], 3); plot.Width(long) <= c.Width() {
			line = long
		}
		if plot.Width(line) <= c.Width() {
			c.Text(0, max(0, row-1)+i+min(1, c.Height()-2), line, theme.Muted)
		}
	}
}

// drawHistory writes the loss over the steps of learning as one row of bars.
func (s *calculatorLab) drawHistory(c *plot.Canvas, row int, l lang.Lang) {
	losses := s.losses()
	last := len(losses) - 1
	col := c.Text(0, row, "CE "+fixed(losses[0], 3)+" ", theme.Muted)
	end := fmt.Sprintf(" %s (%d)", fixed(losses[last], 3), last)
	width := min(len(losses), c.Width()-col-plot.Width(end))
	col = c.Text(col, row, spark(losses, width), theme.ClassB)
	c.Text(col, row, end, theme.Strong)
	if c.Height() > 2 {
		c.Text(0, row+1, lang.T("학습 걸음마다 줄어드는 손실", "the loss, falling with every step of learning").In(l), theme.Faint)
	}
}

// spark draws values as bars from 0 to their largest, thinned out to a width.
func spark(values []float64, width int) string {
	bars := []rune("▁▂▃▄▅▆▇█")
	top := 0.0
	for _, v := range values {
		top = math.Max(top, v)
	}
	var b strings.Builder
	for i := range width {
		v := values[len(values)-1]
		if width > 1 {
			v = values[i*(len(values)-1)/(width-1)]
		}
		b.WriteRune(bars[int(math.Round(v/top*float64(len(bars)-1)))])
	}
	return b.String()
}

// scoreLine writes out a score: "a₁ = 0.20·0.50 + 0.10·0.10 + 0.70".
func (s *calculatorLab) scoreLine(w working, i int) string {
	return fmt.Sprintf("a%s = %s·%s + %s·%s + %s", subscript(fmt.Sprint(i+1)),
		inSum(s.value(weightID(i, 0))), inSum(w.z[0]), inSum(s.value(weightID(i, 1))), inSum(w.z[1]), inSum(w.b[i]))
}

// inSum writes a term of a sum, in brackets when it is negative.
func inSum(v float64) string {
	if v < 0 {
		return "(" + fixed(v, 2) + ")"
	}
	return fixed(v, 2)
}

// drawLong writes out the whole working, and beside it the loss over the
// steps of learning once there are some.
func (s *calculatorLab) drawLong(c *plot.Canvas, w working, l lang.Lang) {
	if losses := s.losses(); len(losses) > 1 {
		c.Loss(lang.T("걸음", "step").In(l), plot.Series{Label: "CE", Values: losses, Role: theme.ClassB})
		return
	}
	k := 0
	if w.t[1] == 1 {
		k = 1
	}
	n := subscript(fmt.Sprint(k + 1))
	lines := []string{
		s.scoreLine(w, 0) + " = " + fixed(w.a[0], 3),
		s.scoreLine(w, 1) + " = " + fixed(w.a[1], 3),
		"",
		"y₁ = " + expText(w.exp[0]) + " / " + expText(w.sum) + " = " + fixed(w.y[0], 3),
		"y₂ = " + expText(w.exp[1]) + " / " + expText(w.sum) + " = " + fixed(w.y[1], 3),
		"",
		fmt.Sprintf("MSE = ½((%s−%s)² + (%s−%s)²) = %s", fixed(w.y[0], 3), fixed(w.t[0], 0), fixed(w.y[1], 3), fixed(w.t[1], 0), fixed(w.mse, 3)),
		"CE = −ln y" + n + " = −ln " + fixed(w.y[k], 3) + " = " + fixed(w.ce, 3),
		"CE = −log₁₀ y" + n + " = −log₁₀ " + fixed(w.y[k], 3) + " = " + fixed(w.ce10, 3),
	}
	for row, line := range lines {
		c.Text(0, row, ansi.Truncate(line, c.Width(), "…"), theme.Muted)
	}
}
