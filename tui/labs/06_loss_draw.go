package labs

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Draw shows both losses as curves with the guess on them, the guess against
// the truth, and a table of how each class adds to the losses: below the
// curves, or beside them on a wide and low canvas. On a small one the table
// shrinks to the values and slopes.
func (s *lossLab) Draw(c *plot.Canvas, l lang.Lang) {
	w, h := c.Width(), c.Height()
	const tableRows, tableCols, guessRows, short = 5, 38, 3, 2
	switch {
	case w >= tableCols+32 && h >= tableRows+guessRows && h < 18:
		s.drawCurves(c.Sub(0, 0, w-tableCols-2, h))
		top := (h - tableRows - guessRows) / 2
		s.drawGuess(c.Sub(w-tableCols, top, tableCols, guessRows-1), l)
		s.drawTable(c.Sub(w-tableCols, top+guessRows, tableCols, tableRows), l)
	case w >= tableCols && h >= tableRows+guessRows+1+10:
		s.drawCurves(c.Sub(0, 0, w, h-tableRows-guessRows-1))
		s.drawGuess(c.Sub(0, h-tableRows-guessRows, w, guessRows-1), l)
		s.drawTable(c.Sub(0, h-tableRows, w, tableRows), l)
	case w >= tableCols && h >= tableRows+1+8:
		s.drawCurves(c.Sub(0, 0, w, h-tableRows-1))
		s.drawTable(c.Sub(0, h-tableRows, w, tableRows), l)
	default:
		s.drawCurves(c.Sub(0, 0, w, h-short))
		s.drawValues(c.Sub(0, h-short, w, short), l)
	}
}

func (s *lossLab) drawCurves(c *plot.Canvas) {
	mse, ce := s.mse(), s.ce()
	c.Legend(0, 0,
		plot.Entry{Label: "MSE", Role: theme.ClassA, Stroke: plot.Solid},
		plot.Entry{Label: s.ceName(), Role: theme.ClassB, Stroke: plot.Dashed})
	axes := plot.Axes{
		X: plot.Range{Min: 0, Max: 1}, Y: plot.Range{Min: 0, Max: 5},
		XLabel: "y₁", YLabel: "E", Pointable: true,
	}
	if s.byScore() {
		axes.X = plot.Range{Min: -maxScore, Max: maxScore}
		axes.XLabel = "a₁−a₂"
		axes.Y.Max = maxScore
	}
	area := c.Sub(0, 1, c.Width(), c.Height()-1).Area(axes)
	area.Curve(s.curve(mse), theme.ClassA, plot.Solid)
	area.Curve(s.curve(ce), theme.ClassB, plot.Dashed)
	if s.on("slopes") {
		s.drawTangent(area, axes, mse)
		s.drawTangent(area, axes, ce)
	}
	s.drawPoint(area, axes, mse, plot.Dot, theme.ClassA)
	s.drawPoint(area, axes, ce, plot.Ring, theme.ClassB)
}

// drawPoint marks the guess on a curve, at the upper edge where the loss is
// higher than that.
func (s *lossLab) drawPoint(area *plot.Area, axes plot.Axes, k lossKind, m plot.Mark, r theme.Role) {
	x := s.at()
	e := s.curve(k)(x)
	if e > axes.Y.Max {
		area.Mark(x, axes.Y.Max, plot.Triangle, r)
		return
	}
	area.Mark(x, e, m, r)
}

// drawTangent draws the tangent at the guess over a part of the axis.
func (s *lossLab) drawTangent(area *plot.Area, axes plot.Axes, k lossKind) {
	x0 := s.at()
	e, m := s.curve(k)(x0), s.slope(k, x0)
	reach := (axes.X.Max - axes.X.Min) / 5
	area.Curve(func(x float64) float64 {
		v := e + m*(x-x0)
		if math.Abs(x-x0) > reach || v < axes.Y.Min || v > axes.Y.Max {
			return math.NaN()
		}
		return v
	}, theme.Path, plot.Solid)
}

func (s *lossLab) ceName() string {
	if s.chosen("base") == "log10" {
		return "CE log₁₀"
	}
	return "CE ln"
}

// lossClasses are the names of the two classes.
func lossClasses() []lang.Text { return []lang.Text{lang.T("고양이", "cat"), lang.T("개", "dog")} }

// drawGuess shows the probability of each class as a bar, and where the truth
// wants it to end.
func (s *lossLab) drawGuess(c *plot.Canvas, l lang.Lang) {
	y, t := s.guess(s.at()), s.truth()
	const bar, share = 8, 7
	width := c.Width() - bar - share - 2
	for k, name := range lossClasses() {
		c.Text(0, k, name.In(l), theme.Text)
		c.Track(bar, k, width)
		c.Bar(bar, k, width, y[k], theme.Muted)
		end := bar - 1
		if t[k] == 1 {
			end = bar + width
		}
		c.Text(end, k, string(plot.Diamond), theme.Truth)
		c.TextRight(c.Width(), k, fixed(y[k], 3), theme.Strong)
	}
}

// drawTable shows what each class adds to the losses. Only the true class
// adds to the cross entropy.
func (s *lossLab) drawTable(c *plot.Canvas, l lang.Lang) {
	x := s.at()
	mse, ce := s.mse(), s.ce()
	y, t := s.guess(x), s.truth()
	// The columns spread out where there is room.
	spread := min(8, (c.Width()-38)/4)
	yEnd, tEnd, mseEnd, ceEnd := 14+spread, 17+2*spread, 27+3*spread, 38+4*spread
	header := func(end int, text string) { c.TextRight(end, 0, text, theme.Muted) }
	logName := "−t ln y"
	if s.chosen("base") == "log10" {
		logName = "−t log₁₀ y"
	}
	header(yEnd, "y")
	header(tEnd, "t")
	header(mseEnd, "½(y−t)²")
	header(ceEnd, logName)
	for k, name := range lossClasses() {
		row := 1 + k
		c.Text(0, row, name.In(l), theme.Text)
		c.TextRight(yEnd, row, fixed(y[k], 3), theme.Text)
		c.TextRight(tEnd, row, fixed(t[k], 0), theme.Truth)
		mseOne, ceOne, ce10One := partsOf(y[k], t[k])
		if s.chosen("base") == "log10" {
			ceOne = ce10One
		}
		c.TextRight(mseEnd, row, fixed(mseOne, 3), theme.ClassA)
		if t[k] == 0 { // not small: not there at all
			c.TextRight(ceEnd, row, "0", theme.Faint)
			continue
		}
		c.TextRight(ceEnd, row, fixed(ceOne, 3), theme.ClassB)
	}
	c.Text(0, 3, lang.T("손실 E", "loss E").In(l), theme.Strong)
	c.TextRight(mseEnd, 3, fixed(mse.value(y), 3), theme.Strong)
	c.TextRight(ceEnd, 3, fixed(ce.value(y), 3), theme.Strong)
	c.Text(0, 4, s.slopeName(l), theme.Muted)
	c.TextRight(mseEnd, 4, significant(s.slope(mse, x)), theme.Text)
	c.TextRight(ceEnd, 4, significant(s.slope(ce, x)), theme.Text)
}

func (s *lossLab) slopeName(l lang.Lang) string {
	name := lang.T("기울기 dE/d", "slope dE/d").In(l)
	if s.byScore() {
		return name + "a₁"
	}
	return name + "y₁"
}

// drawValues shows the losses and slopes alone.
func (s *lossLab) drawValues(c *plot.Canvas, l lang.Lang) {
	x := s.at()
	y := s.guess(x)
	name := lang.T("기울기", "slope").In(l)
	for row, k := range []lossKind{s.mse(), s.ce()} {
		label, role := "MSE", theme.ClassA
		if row == 1 {
			label, role = s.ceName(), theme.ClassB
		}
		c.Text(0, row, label, role)
		end := c.Text(9, row, fixed(k.value(y), 3), theme.Strong)
		end = c.Text(max(16, end+1), row, name, theme.Muted)
		c.Text(end+1, row, significant(s.slope(k, x)), theme.Text)
	}
}
