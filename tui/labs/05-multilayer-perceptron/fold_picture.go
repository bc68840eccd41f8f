package multilayerperceptron

import (
	"fmt"

	"hakseup/lessons/lang"
	"hakseup/nn/data"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Views shows both planes and the truth table below them.
func (s *fold) Views() []lab.View {
	return []lab.View{{ID: "planes", Label: lang.T("두 평면", "two planes"), Pictures: func(lang.Lang) []lab.Block {
		inputs, table := s.inputs(), s.table()
		planes := lab.Block(inputs)
		if s.Places("h") || s.Places("fold1") {
			planes = lab.Beside(2, inputs, s.hidden())
		}
		return []lab.Block{
			lab.Above(1, planes, lab.Low(lab.Centered(table))),
			lab.Above(0, planes, lab.Low(lab.Centered(table))),
			lab.Above(0, inputs, lab.Low(table)),
			table,
		}
	}}}
}

// class is the mark and the role of a point by what XOR wants of it.
func class(row int) (plot.Mark, theme.Role) {
	if data.XOR.Targets()[row] == 1 {
		return plot.Dot, theme.ClassA
	}
	return plot.Ring, theme.ClassB
}

// line draws where the sum of a neuron is 0.
func (k neuron) line(a *plot.Area, r theme.Role, stroke plot.Stroke) {
	const far = 99
	size := k.w1*k.w1 + k.w2*k.w2
	if size == 0 {
		return
	}
	x, y := -k.b*k.w1/size, -k.b*k.w2/size
	a.Path([]float64{x - far*k.w2, x + far*k.w2}, []float64{y + far*k.w1, y - far*k.w1}, r, stroke)
}

func (s *fold) axes(name, x, y string) plot.Axes {
	r := plot.Range{Min: -0.6, Max: 1.6}
	return plot.Axes{X: r, Y: r, XLabel: x, YLabel: y, Equal: true, Cross: true, Name: name}
}

// inputs is the plane of the inputs with the lines of both hidden units, and what
// the network answers behind them.
func (s *fold) inputs() lab.Plot {
	p := lab.Plot{
		W: 22, H: 7, Axes: s.axes("inputs", "x₁", "x₂"),
		Over: func(a *plot.Area) {
			s.w[0].line(a, theme.Strong, plot.Solid)
			s.w[1].line(a, theme.Path, plot.Dashed)
			for i, x := range data.Inputs() {
				mark, role := class(i)
				a.Mark(x[0], x[1], mark, role)
			}
			a.Mark(s.x[0], s.x[1], plot.Diamond, theme.Accent)
		},
		Legend: []plot.Entry{
			{Label: "XOR 1", Role: theme.ClassA, Mark: plot.Dot},
			{Label: "0", Role: theme.ClassB, Mark: plot.Ring},
			{Label: "a₁", Role: theme.Strong},
			{Label: "a₂", Role: theme.Path, Stroke: plot.Dashed},
		},
	}
	if s.Shows("y") || s.Shows("out") {
		p.Field = func(x, y float64) float64 { return 2*s.through(x, y).y - 1 }
	}
	return p
}

// hidden is the plane of the hidden units with the line of the output. Where two
// points lie on one place that is told.
func (s *fold) hidden() lab.Plot {
	p := lab.Plot{
		W: 22, H: 7, Axes: s.axes("", "h₁", "h₂"), Headed: true,
		Over: func(a *plot.Area) {
			if s.Shows("y") || s.Shows("out") {
				s.w[2].line(a, theme.Strong, plot.Solid)
			}
			on := map[[2]float64]int{}
			for i, r := range s.rows() {
				if !s.Shows("fold1") {
					break
				}
				mark, role := class(i)
				a.Mark(r.h[0], r.h[1], mark, role)
				on[r.h]++
			}
			if now := s.through(s.x[0], s.x[1]); s.Shows("h") {
				a.Mark(now.h[0], now.h[1], plot.Diamond, theme.Accent)
			}
			for h, n := range on {
				if n > 1 {
					a.Label(h[0], h[1], fmt.Sprint("×", n), theme.Strong)
				}
			}
		},
	}
	if s.Shows("y") || s.Shows("out") {
		p.Legend = []plot.Entry{{Label: "a", Role: theme.Strong}}
		p.Field = func(x, y float64) float64 {
			_, out := s.output(x, y)
			return 2*out - 1
		}
	}
	return p
}

// table follows the four points through the network; before the page sends all of
// them to the hidden plane, ◆ alone goes there.
func (s *fold) table() lab.Table {
	hidden, out := s.Places("h") || s.Places("fold1"), s.Places("y") || s.Places("out")
	head := []lab.Cell{lab.Muted("x₁ x₂"), lab.Muted("a₁"), lab.Muted("a₂")}
	if hidden {
		head = append(head, lab.Muted("h₁ h₂"))
	}
	if out {
		head = append(head, lab.Muted("a"), lab.Muted("y"))
	}
	rows := [][]lab.Cell{lab.Heading(append(head, lab.In(theme.Truth, "XOR"), lab.Cell{})...)}
	for i, r := range s.rows() {
		x, t := data.Inputs()[i], data.XOR.Targets()[i]
		name := lab.Plain(fmt.Sprintf("%g  %g", x[0], x[1]))
		if x[0] == s.x[0] && x[1] == s.x[1] {
			name.Role = theme.Accent
		}
		id := fmt.Sprintf("%g%g", x[0], x[1])
		row := []lab.Cell{name, lab.Signed(lab.Brief(r.pre[0]), r.pre[0]), lab.Signed(lab.Brief(r.pre[1]), r.pre[1])}
		if hidden {
			folded := lab.Plain(fmt.Sprintf("%g  %g", r.h[0], r.h[1]))
			if !s.Places("fold1") && name.Role != theme.Accent {
				folded = lab.Cell{}
			}
			row = append(row, s.Masked("fold1", folded))
		}
		sign := lab.Cell{}
		if out {
			row = append(row, s.Masked("out", lab.Signed(lab.Brief(r.a), r.a)), lab.Strong(s.Told("out."+id, lab.Brief(r.y))))
			sign = lab.In(theme.Correct, s.Told("out", "✓"))
			if r.y != t {
				sign = lab.In(theme.Wrong, s.Told("out", "✕"))
			}
		}
		rows = append(rows, append(row, lab.In(theme.Truth, lab.Brief(t)), sign))
	}
	return lab.Table{Rows: rows, Least: 4}
}
