package lab

import (
	"fmt"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/tui/plot"
)

// numbered is a block that has more numbers than Say tells.
type numbered interface{ numbers(l lang.Lang) []string }

// Numbers says the picture of a lab number by number: curves at regular places
// of the axis, traces step by step. What a question keeps back, and what the page
// has not come to, is not among them.
func Numbers(l Lab, in lang.Lang) []string {
	var said []string
	for _, line := range numbersOf(Seen(l).Pictures(in)[0], in) {
		said = append(said, sayable(line))
	}
	return said
}

func numbersOf(b Block, l lang.Lang) []string {
	if n, ok := b.(numbered); ok {
		return n.numbers(l)
	}
	return nil
}

func (r row) numbers(l lang.Lang) []string {
	var said []string
	for _, b := range r.blocks {
		said = append(said, numbersOf(b, l)...)
	}
	return said
}

func (s loose) numbers(l lang.Lang) []string { return row{blocks: s.blocks}.numbers(l) }

func (e exact) numbers(l lang.Lang) []string { return numbersOf(e.Block, l) }

func (d drawn) numbers(l lang.Lang) []string { return numbersOf(d.of, l) }

func (t Course) numbers(l lang.Lang) []string {
	return Trace{Series: []plot.Series{{Label: t.Name, Values: t.Values}}}.numbers(l)
}

// curvePoints is how many parts of the axis a curve is told along.
const curvePoints = 10

func (p Plot) numbers(l lang.Lang) []string {
	var said []string
	for _, k := range p.Curves {
		along := p.X
		if k.Only != nil {
			along = *k.Only
		}
		var points []string
		for i := range curvePoints + 1 {
			x := along.Min + (along.Max-along.Min)*float64(i)/curvePoints
			points = append(points, fmt.Sprintf("(%s, %s)", Significant(x), Significant(k.F(x))))
		}
		name := k.Label
		if name == "" {
			name = lang.T("곡선", "curve").In(l)
		}
		said = append(said, name+": "+strings.Join(points, " "))
	}
	return said
}

// tracePoints bounds how many steps of a trace are told.
const tracePoints = 20

func (t Trace) numbers(lang.Lang) []string {
	var said []string
	for _, s := range t.Series {
		var points []string
		stride := 1 + (len(s.Values)-1)/tracePoints
		for i := 0; i < len(s.Values); i += stride {
			points = append(points, fmt.Sprintf("%d: %s", i*max(1, t.every), Significant(s.Values[i])))
		}
		if last := len(s.Values) - 1; last > 0 && last%stride != 0 {
			points = append(points, fmt.Sprintf("%d: %s", last*max(1, t.every), Significant(s.Values[last])))
		}
		said = append(said, strings.TrimSpace(s.Label+" "+t.XLabel)+" "+strings.Join(points, ", "))
	}
	return said
}
