package labs

import (
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Draw shows the bars, and where there is room the curve of the cat's share
// over its score: below them, or beside them on a wide and low canvas.
func (s *softmaxLab) Draw(c *plot.Canvas, l lang.Lang) {
	w, h := c.Width(), c.Height()
	bars := s.bars(l)
	low := bars.rows(1, true)
	const curveRows, curveCols = 8, 30
	switch {
	case w >= 64 && h < low+1+curveRows+2:
		left := max(bars.minWidth()+12, w-curveCols*w/70)
		bars.draw(c.Sub(0, 0, left-2, h), 4)
		s.drawCurve(c.Sub(left, 0, w-left, h), l)
	case h >= low+1+curveRows:
		thick := 1
		if h >= bars.rows(2, true)+1+12 {
			thick = 2
		}
		used := bars.draw(c.Sub(0, 0, w, h-curveRows-1), thick)
		s.drawCurve(c.Sub(0, used+1, w, h-used-1), l)
	default:
		bars.draw(c, 3)
	}
}

// barBlock is a heading over one bar for every class.
type barBlock struct {
	title   string
	formula string // what the bars are the shares of
	parts   []string
	sum     string
	shares  []string
	values  []float64
	total   string
}

// barChart is all that the bars show, as text. Its columns are name, score,
// part of the sum, bar, share.
type barChart struct {
	names  []string
	roles  []theme.Role
	scores []string
	total  string // the heading of the sums
	blocks []barBlock
	trouble
}

// trouble holds what is written in place of a bar that cannot be drawn.
type trouble struct{ below, above, undefined string }

func (s *softmaxLab) bars(l lang.Lang) barChart {
	chart := barChart{
		total: lang.T("합", "sum").In(l),
		trouble: trouble{
			below:     lang.T("0보다 작음", "below 0").In(l),
			above:     lang.T("1보다 큼", "above 1").In(l),
			undefined: lang.T("나눌 수 없음", "undefined").In(l),
		},
	}
	for k, v := range s.scores(s.value("cat")) {
		chart.names = append(chart.names, s.classes()[k].name.In(l))
		chart.roles = append(chart.roles, s.classes()[k].role)
		chart.scores = append(chart.scores, fixed(v, 2))
	}
	formula := "exp(a"
	if s.subtracts() {
		formula = "exp(a−max"
	}
	if s.value("temp") != 1 {
		formula = "exp(a/T"
		if s.subtracts() {
			formula = "exp((a−max)/T"
		}
	}
	chart.add(lang.T("소프트맥스", "softmax").In(l), formula+")", s.softmax())
	if other, ok := s.beside(); ok {
		formula := ""
		if s.chosen("beside") == besideDirect {
			formula = "exp(a)"
			if s.value("temp") != 1 {
				formula = "exp(a/T)"
			}
		}
		chart.add(s.besideName().In(l), formula, other)
	}
	return chart
}

func (b *barChart) add(title, formula string, w way) {
	block := barBlock{title: title, formula: formula, sum: significant(w.sum), values: w.shares, total: shareText(w.total())}
	for k := range w.shares {
		part := "" // the ratio shares out the scores themselves
		if formula != "" {
			part = significant(w.parts[k])
		}
		block.parts = append(block.parts, part)
		block.shares = append(block.shares, shareText(w.shares[k]))
	}
	b.blocks = append(b.blocks, block)
}

// rows returns how many rows the bars take, each bar thick rows high, with or
// without the sums.
func (b *barChart) rows(thick int, sums bool) int {
	n := 1 + thick*len(b.names)
	if sums {
		n++
	}
	return n*len(b.blocks) + len(b.blocks) - 1
}

// columns returns the widths of the columns before and after the bars.
func (b *barChart) columns() (name, score, part, share int) {
	// The heading of the scores stands beside that of the block.
	name, score = widest(0, b.names...), widest(1, b.scores...)
	name = widest(name, b.total)
	for _, k := range b.blocks {
		name = max(name, plot.Width(k.title)+1-score)
	}
	for _, k := range b.blocks {
		part = widest(part, append(k.parts, k.formula, "Σ "+k.sum)...)
		share = widest(share, append(k.shares, k.total)...)
	}
	return name, score, part, share
}

func (b *barChart) minWidth() int {
	name, score, part, share := b.columns()
	return name + score + part + share + 4
}

// draw writes the blocks from the top, the bars up to thick rows high, as
// roomy as fits, and returns the number of rows used.
func (b *barChart) draw(c *plot.Canvas, thick int) int {
	h, gaps := c.Height(), len(b.blocks)-1
	sums := b.rows(1, true)-gaps <= h
	gap := 0
	if b.rows(1, sums) <= h {
		gap = 1
	}
	for thick > 1 && b.rows(thick, sums) > h {
		thick--
	}
	row := 0
	for k := range b.blocks {
		if k > 0 {
			row += gap
		}
		row = b.drawBlock(c, row, thick, sums, b.blocks[k])
	}
	return row
}

func (b *barChart) drawBlock(c *plot.Canvas, row, thick int, sums bool, k barBlock) int {
	w := c.Width()
	name, score, part, share := b.columns()
	// On a narrow canvas the parts give way to the bars.
	withParts := w >= name+score+part+share+4+10
	bar := name + 1 + score + 1
	if withParts {
		bar += part + 1
	}
	width := w - bar - share - 1

	c.Text(0, row, k.title, theme.Strong)
	if withParts {
		c.Text(name+score, row, "a", theme.Muted)
		c.TextRight(bar-1, row, k.formula, theme.Muted)
	}
	if sums {
		c.TextRight(w, row, "y", theme.Muted)
	} else {
		c.TextRight(w, row, b.total+" "+k.total, theme.Muted)
	}
	row++
	for i := range b.names {
		c.Text(0, row, b.names[i], b.roles[i])
		c.TextRight(name+1+score, row, b.scores[i], theme.Muted)
		if withParts {
			c.TextRight(bar-1, row, k.parts[i], theme.Text)
		}
		b.drawBar(c.Sub(bar, row, width, thick), k.values[i], b.roles[i])
		c.TextRight(w, row, k.shares[i], theme.Strong)
		row += thick
	}
	if sums {
		c.Text(0, row, b.total, theme.Muted)
		if withParts {
			c.TextRight(bar-1, row, "Σ "+k.sum, theme.Muted)
		}
		c.TextRight(w, row, k.total, theme.Muted)
		row++
	}
	return row
}

// drawBar fills the canvas with the bar of one share, or says why it is none.
func (b *barChart) drawBar(c *plot.Canvas, v float64, r theme.Role) {
	word, short := "", ""
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		word, short = b.undefined, "÷ ?"
	case v < 0:
		word, short = b.below, "< 0"
	case v > 1+1e-9:
		word, short = b.above, "> 1"
	}
	if word != "" {
		if plot.Width(word) > c.Width() {
			word = short
		}
		c.Text(0, 0, word, theme.Warning)
		return
	}
	// A bar keeps its distance from the next one.
	for row := range max(1, c.Height()-1) {
		c.Bar(0, row, c.Width(), v, r)
	}
}

// drawCurve draws what every class gets while the cat's score moves; beside
// the ratio only the cat's, in both ways.
func (s *softmaxLab) drawCurve(c *plot.Canvas, l lang.Lang) {
	axes := plot.Axes{
		X:         plot.Range{Min: -5, Max: 5},
		Y:         plot.Range{Min: 0, Max: 1},
		XLabel:    lang.T("고양이 점수", "cat score").In(l),
		Pointable: true,
	}
	curves := s.shareCurves(l)
	if s.chosen("beside") == besideRatio {
		axes.Y = plot.Range{Min: -1, Max: 2}
		ratio := func(cat float64) float64 { return ratioOf(s.scores(cat)).shares[0] }
		curves = []shareCurve{
			{ratio, plot.Entry{Label: s.besideName().In(l), Role: theme.Warning, Stroke: plot.Dashed}, plot.Diamond},
			{curves[0].share, plot.Entry{Label: strings.ToLower(s.Title().In(l)), Role: theme.ClassA}, plot.Dot},
		}
	}
	var legend []plot.Entry
	for _, k := range curves {
		legend = append(legend, k.entry)
	}
	c.Legend(0, 0, legend...)
	area := c.Sub(0, 1, c.Width(), c.Height()-1).Area(axes)
	for _, k := range curves {
		area.Curve(k.share, k.entry.Role, k.entry.Stroke)
	}
	x := s.value("cat")
	for _, k := range curves {
		switch y := k.share(x); {
		case y > axes.Y.Max:
			area.Mark(x, axes.Y.Max, "▲", k.entry.Role)
		case y < axes.Y.Min:
			area.Mark(x, axes.Y.Min, "▼", k.entry.Role)
		default:
			area.Mark(x, y, k.mark, k.entry.Role)
		}
	}
}

// shareCurve is a class's share as a function of the cat's score.
type shareCurve struct {
	share func(cat float64) float64
	entry plot.Entry
	mark  plot.Mark
}

func (s *softmaxLab) shareCurves(l lang.Lang) []shareCurve {
	strokes := []plot.Stroke{plot.Solid, plot.Dashed, plot.Dotted}
	marks := []plot.Mark{plot.Dot, plot.Ring, plot.Diamond}
	var curves []shareCurve
	for k, cl := range s.classes() {
		curves = append(curves, shareCurve{
			func(cat float64) float64 { return softmaxOf(s.scores(cat), s.value("temp"), true).shares[k] },
			plot.Entry{Label: cl.name.In(l), Role: cl.role, Stroke: strokes[k]},
			marks[k],
		})
	}
	return curves
}

// widest returns the largest of w and the widths of the texts.
func widest(w int, texts ...string) int {
	for _, t := range texts {
		w = max(w, plot.Width(t))
	}
	return w
}
