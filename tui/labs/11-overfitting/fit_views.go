package overfitting

import (
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// bins counts values in even steps between two ends; what lies beyond counts in the
// outermost.
func bins(values []float64, from, to float64, n int) []int {
	counts := make([]int, n)
	for _, v := range values {
		at := int(math.Floor((v - from) / (to - from) * float64(n)))
		counts[max(0, min(n-1, at))]++
	}
	return counts
}

// histogram draws how the weights are spread.
func (s *fit) histogram(l lang.Lang) lab.Block {
	const reach, n = 1.5, 15
	net, _ := kept(s.Run().Trainer)
	all := weights(net)
	counts := bins(all, -reach, reach, n)
	rows := [][]lab.Cell{lab.Heading(lab.Muted(lang.T("가중치", "weight").In(l)), lab.Muted(lang.T("몫", "share").In(l)), lab.Muted(""))}
	for i, c := range counts {
		share := float64(c) / float64(len(all))
		middle := -reach + (float64(i)+0.5)*2*reach/n
		rows = append(rows, []lab.Cell{
			lab.Muted(lab.Fixed(middle, 1)), s.Masked("weight", lab.Bar(min(1, 2*share), lab.SignRole(middle))),
			s.Masked("weight", lab.Plain(lab.Percent(share))),
		})
	}
	return lab.Table{Rows: rows, Least: 8}
}

// units draws every hidden unit, dark where dropout leaves it out of the next step.
func (s *fit) units(l lang.Lang) lab.Block {
	t := s.Run().Trainer
	net := t.Network()
	var rows [][]lab.Cell
	for i, layer := range net.Layers[:len(net.Layers)-1] {
		name := lang.Sprintf("은닉층 %d", "hidden layer %d", i+1).In(l)
		mask := t.Mask(i)
		row := []lab.Cell{}
		out := 0
		for k := range layer.Out() {
			if mask.Rows > 0 && mask.At(0, k) == 0 {
				out++
				row = append(row, lab.In(theme.Faint, "·"))
			} else {
				row = append(row, lab.In(theme.ClassA, string(plot.Dot)))
			}
		}
		rows = append(rows, []lab.Cell{lab.Muted(name), lab.Plain(" "), lab.Muted(lang.Sprintf("쉬는 유닛 %[1]d/%[2]d", "left out %[1]d/%[2]d", out, layer.Out()).In(l))})
		for from := 0; from < len(row); from += 15 {
			rows = append(rows, row[from:min(len(row), from+15)])
		}
		rows = append(rows, nil)
	}
	lines := lab.Lines{Rows: rows, W: 30, H: 2 + 4*len(net.Layers)}
	return lab.Low(lab.Drawn(lines.Need(), func(l lang.Lang) string { return s.sayUnits(l) }, lines.Draw))
}

// sayUnits tells of every hidden layer how many units rest.
func (s *fit) sayUnits(l lang.Lang) string {
	t := s.Run().Trainer
	layers := t.Network().Layers
	var said []string
	for i, layer := range layers[:len(layers)-1] {
		out := 0
		if mask := t.Mask(i); mask.Rows > 0 {
			for k := range layer.Out() {
				if mask.At(0, k) == 0 {
					out++
				}
			}
		}
		said = append(said, lang.Sprintf("은닉층 %[1]d: 유닛 %[3]d개 가운데 %[2]d개가 쉬어요.", "Hidden layer %[1]d: %[2]d of %[3]d units are left out.", i+1, out, layer.Out()).In(l))
	}
	return strings.Join(said, "\n")
}
