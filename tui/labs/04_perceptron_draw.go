package labs

import (
	"fmt"
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Draw shows the five stages as a diagram, and below it how the sum comes
// about and where it falls on the activation function. A small canvas has the
// stages as a list.
func (p *perceptron) Draw(c *plot.Canvas, l lang.Lang) {
	const diagramRows = 7
	w, h := c.Width(), c.Height()
	top := diagramRows
	if w >= diagramColumns(0)[4]+10 {
		p.drawDiagram(c.Sub(0, 0, w, top), l)
	} else {
		drawSections(c, [][]row{p.stageList(l)})
	}
	rest := h - top - 1
	if rest < 5 {
		return
	}
	if w < diagramColumns(0)[4]+10 {
		p.drawFunction(c.Sub(0, top+1, w, rest), l)
		return
	}
	half := w / 2
	p.drawSum(c.Sub(0, top+1, half-1, rest), l)
	p.drawFunction(c.Sub(half+1, top+1, w-half-1, rest), l)
}

// stageNames are the five stages of a perceptron.
func stageNames() []lang.Text {
	return []lang.Text{
		lang.T("받기", "receive"),
		lang.T("고르기", "choose"),
		lang.T("처리하기", "process"),
		lang.T("결정하기", "decide"),
		lang.T("전달하기", "pass on"),
	}
}

// stageList is the calculation, one line a summand.
func (p *perceptron) stageList(l lang.Lang) []row {
	u, x, t := p.unit(), p.input(), p.terms()
	names := stageNames()
	stage := func(i int) string { return fmt.Sprintf("%d %s", i+1, names[i].In(l)) }
	out := []row{{{stage(0) + " × " + stage(1), theme.Muted}}}
	for i, sub := range []string{"₁", "₂"} {
		out = append(out, row{
			{"x" + sub + " ", theme.Muted},
			{fmt.Sprintf("%5s × %5s = ", fixed(x[i], 2), fixed(u.W[i], 2)), theme.Text},
			signPiece(t[i], 6),
		})
	}
	out = append(out,
		row{{padName("b"), theme.Muted}, signPiece(u.B, 6)},
		row{{padName(stage(2) + " a"), theme.Muted}, signPiece(u.PreActivation(x), 6)},
		row{{padName(stage(3) + " f"), theme.Muted}, {padLeft(p.function().In(l), 6), theme.Text}},
		row{{padName(stage(4) + " y"), theme.Muted}, {padLeft(p.output(), 6), theme.Strong}},
	)
	return out
}

// function is a short name of the activation function.
func (p *perceptron) function() lang.Text {
	switch p.unit().F {
	case nn.Step:
		return lang.Same("a ≥ 0")
	case nn.StrictStep:
		return lang.Same("a > 0")
	case nn.ReLU:
		return lang.Same("ReLU")
	}
	return lang.Same("1/(1+e⁻ᵃ)")
}

// drawDiagram draws the unit from left to right: signals, weights, sum,
// activation, output.
func (p *perceptron) drawDiagram(c *plot.Canvas, l lang.Lang) {
	u, x := p.unit(), p.input()
	col := diagramColumns(c.Width())
	for i, name := range stageNames() {
		end := c.Text(col[i], 0, fmt.Sprintf("%d ", i+1), theme.Accent)
		c.Text(end, 0, name.In(l), theme.Muted)
	}
	const middle = 4
	join := col[2] - 1
	wire := func(from, row int, end string) {
		c.Text(from, row, strings.Repeat("─", max(0, join-from)), theme.Faint)
		c.Text(join, row, end, theme.Faint)
	}
	for i, row := range []int{2, 4} {
		sub := [...]string{"₁", "₂"}[i]
		end := c.Text(col[0], row, "x"+sub+" ", theme.Muted)
		end = c.Text(end, row, fixed(x[i], 2), theme.Text)
		c.Text(end+1, row, strings.Repeat("─", max(0, col[1]-end-2)), theme.Faint)
		end = c.Text(col[1], row, "×w"+sub+" ", theme.Muted)
		run := signPiece(u.W[i], 5)
		end = c.Text(end, row, run.text, run.role)
		wire(end+1, row, [...]string{"┐", "┼"}[i])
	}
	c.Text(join, 3, "│", theme.Faint)
	c.Text(join, 5, "│", theme.Faint)
	end := c.Text(col[1], 6, " +b ", theme.Muted)
	run := signPiece(u.B, 5)
	end = c.Text(end, 6, run.text, run.role)
	wire(end+1, 6, "┘")

	end = c.Text(col[2], middle, "→a ", theme.Muted)
	run = signPiece(u.PreActivation(x), 0)
	end = c.Text(end, middle, run.text, run.role)
	arrow(c, end+1, col[3]-1, middle)
	end = c.Text(col[3], middle, p.function().In(l), theme.Math)
	arrow(c, end+1, col[4]-1, middle)
	end = c.Text(col[4], middle, "y ", theme.Muted)
	c.Text(end, middle, p.output(), theme.Strong)
}

// diagramColumns spreads the five stages over w columns.
func diagramColumns(w int) [5]int {
	spare := max(0, w-52)
	var col [5]int
	for i, narrow := range []int{0, 10, 20, 31, 42} {
		col[i] = narrow + spare*i/5
	}
	return col
}

func arrow(c *plot.Canvas, from, to, row int) {
	if to > from {
		c.Text(from, row, strings.Repeat("─", to-from-1)+"→", theme.Faint)
	}
}

// drawSum lays the summands tip to tail along a number line, down to the sum.
func (p *perceptron) drawSum(c *plot.Canvas, l lang.Lang) {
	names := []string{"w₁x₁", "w₂x₂", "b"}
	const nameWidth, valueWidth = 5, 7
	t := p.terms()
	limit, sum := 2.0, 0.0
	for _, v := range t {
		sum += v
		limit = max(limit, math.Abs(sum), math.Abs(v))
	}
	width := c.Width() - nameWidth - valueWidth
	at := func(v float64) int {
		return nameWidth + int(math.Round((v/limit+1)/2*float64(width-1)))
	}
	rows := len(t) + 1
	pitch := min(4, max(1, (c.Height()-1)/rows))
	top := (c.Height() - 1 - pitch*rows) / 2
	row := top + 1
	if top < 0 {
		row = 0
	} else {
		c.Text(0, top, lang.T("합이 만들어지는 길", "How the sum comes about").In(l), theme.Strong)
	}
	zero := at(0)
	for r := row; r < row+pitch*(rows-1)+1; r++ {
		c.Text(zero, r, "│", theme.Faint)
	}
	from := 0.0
	for i, v := range t {
		c.Text(0, row, names[i], theme.Muted)
		run := signPiece(v, valueWidth)
		drawStep(c, at(from), at(from+v), row, run.role)
		c.TextRight(c.Width(), row, run.text, run.role)
		from += v
		row += pitch
	}
	a := p.unit().PreActivation(p.input())
	c.Text(0, row, "a", theme.Strong)
	c.Text(at(a), row, string(plot.Diamond), theme.Path)
	c.TextRight(c.Width(), row, fixed(a, 2), theme.Strong)
}

// drawStep draws an arrow between two columns of a row, or a bar where they
// are the same.
func drawStep(c *plot.Canvas, from, to, row int, role theme.Role) {
	switch {
	case to > from:
		c.Text(from, row, strings.Repeat("━", to-from)+"▶", role)
	case to < from:
		c.Text(to, row, "◀"+strings.Repeat("━", from-to), role)
	default:
		c.Text(from, row, "┃", role)
	}
}

// drawFunction draws the activation function with the sum on it.
func (p *perceptron) drawFunction(c *plot.Canvas, l lang.Lang) {
	u := p.unit()
	a := u.PreActivation(p.input())
	reach := max(4, math.Ceil(math.Abs(a))+1)
	y := plot.Range{Min: -0.25, Max: 1.25}
	if u.F == nn.ReLU {
		y = plot.Range{Min: -reach / 4, Max: reach}
	}
	area := c.Area(plot.Axes{X: plot.Range{Min: -reach, Max: reach}, Y: y, XLabel: "a", YLabel: "f(a)", Cross: true})
	area.Curve(u.F.At, theme.ClassA, plot.Solid)
	area.Line(a, 0, a, u.F.At(a), theme.Path, plot.Dotted)
	area.Mark(a, u.F.At(a), plot.Diamond, theme.Path)
	area.Label(a, u.F.At(a), lang.Same("y = "+p.output()).In(l), theme.Strong)
}
