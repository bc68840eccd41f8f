package lab

import (
	"math"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Losses draws the losses over the planned epochs, and behind them that of the
// pinned run.
func (t *Training) Losses(l lang.Lang) Block {
	epoch := lang.T("에폭", "epoch").In(l)
	series := t.series(l)
	return Drawn(Need{W: 28, H: 8, MoreW: Any, MoreH: Any}, func(l lang.Lang) string { return t.sayLosses(series, l) },
		func(c *plot.Canvas) {
			c.Losses(plot.Axes{X: plot.Range{Max: float64(t.Spec.Epochs)}, Y: t.frame.loss, XLabel: epoch}, t.places(), series...)
		})
}

func (t *Training) series(l lang.Lang) []plot.Series {
	var out []plot.Series
	add := func(id, label string, role theme.Role, stroke plot.Stroke, values []float64) {
		if len(values) > 0 && t.Shows(id) {
			out = append(out, plot.Series{Label: label, Role: role, Stroke: stroke, Values: values})
		}
	}
	add("loss", lang.T("훈련", "training").In(l), theme.ClassA, plot.Solid, t.lossesOf(trained))
	add("val.loss", lang.T("검증", "validation").In(l), theme.ClassB, plot.Dashed, t.lossesOf(validated))
	if t.pinned != nil {
		add("pinned.loss", lang.T("고정", "pinned").In(l), theme.Muted, plot.Dotted, t.pinned.resampled(t.every()))
	}
	return out
}

func (t *Training) sayLosses(series []plot.Series, l lang.Lang) string {
	said := []string{lang.Sprintf("에폭 0에서 %d까지의 손실.", "Losses from epoch 0 to %d.", t.Spec.Epochs).In(l)}
	every := t.every()
	for _, s := range series {
		low, last := 0, len(s.Values)-1
		for i, v := range s.Values {
			if v < s.Values[low] {
				low = i
			}
		}
		said = append(said, lang.Sprintf("%s: 처음 %s, 가장 낮을 때 %s(에폭 %d), 마지막 %s(에폭 %d).",
			"%s: first %s, lowest %s (epoch %d), last %s (epoch %d).", s.Label, Significant(s.Values[0]),
			Significant(s.Values[low]), low*every, Significant(s.Values[last]), last*every).In(l))
	}
	return strings.Join(said, "\n")
}

// Region draws what the network answers all over the plane of its two inputs,
// and training samples over it: class A where the first output is larger.
func (t *Training) Region(lang.Lang) Block {
	samples, _ := t.Run().Trainer.Samples()
	if samples.X.Cols != 2 || samples.T.Cols != 2 {
		return Empty()
	}
	return Drawn(Need{W: 24, H: 8, MoreW: Any, MoreH: Any}, t.sayRegion, func(c *plot.Canvas) {
		area := c.Area(plot.Axes{X: t.frame.x, Y: t.frame.y, Equal: true, Bare: true})
		net := t.run.Trainer.Network()
		trace, x := net.NewTrace(), make([]float64, 2)
		area.Field(func(at, up float64) float64 {
			x[0], x[1] = at, up
			y := net.Forward(trace, x)
			return y[0] - y[1]
		})
		const cells = 8 // to a mark, so that what is behind them shows
		// Classes may take turns: an odd step meets with both.
		every := samples.Len()*cells/max(1, c.Width()*c.Height()) | 1
		for i := 0; i < samples.Len(); i += every {
			mark, role := plot.Dot, theme.ClassA
			if truth := samples.T.Row(i); truth[1] > truth[0] {
				mark, role = plot.Ring, theme.ClassB
			}
			area.Mark(samples.X.Row(i)[0], samples.X.Row(i)[1], mark, role)
		}
	})
}

// sayRegion asks the network in nine places.
func (t *Training) sayRegion(l lang.Lang) string {
	net := t.Run().Trainer.Network()
	trace := net.NewTrace()
	var rows []string
	for _, up := range []float64{0.8, 0.5, 0.2} {
		var row []string
		for _, at := range []float64{0.2, 0.5, 0.8} {
			x := []float64{t.frame.x.Min + at*(t.frame.x.Max-t.frame.x.Min), t.frame.y.Min + up*(t.frame.y.Max-t.frame.y.Min)}
			class := "B"
			if y := net.Forward(trace, x); y[0] > y[1] {
				class = "A"
			}
			row = append(row, class)
		}
		rows = append(rows, strings.Join(row, " "))
	}
	return lang.Sprintf("평면의 답: 위 %s, 가운데 %s, 아래 %s.", "Answers over the plane: above %s, in the middle %s, below %s.", rows[0], rows[1], rows[2]).In(l)
}

// Weights draws the network with its weights as edges: the sign of each, and of
// many only the strong ones.
func (t *Training) Weights(lang.Lang) Block {
	const few = 24 // edges from a layer to the next, of which all are drawn
	net := t.Run().Trainer.Network()
	n := Network{Compact: true, Layers: [][]Node{nodes("x", net.In(), theme.Math)}}
	for i, layer := range net.Layers {
		role := theme.Muted
		name := ""
		if i == len(net.Layers)-1 {
			name, role = "y", theme.Math
		}
		n.Layers = append(n.Layers, nodes(name, layer.Out(), role))
		strongest := nn.Norm(layer.W.Data, math.Inf(1))
		for to := range layer.Out() {
			for from, w := range layer.W.Row(to) {
				weak := math.Abs(w) < strongest/3
				if weak && len(layer.W.Data) > few {
					continue
				}
				n.Edges = append(n.Edges, Edge{Layer: i, From: from, To: to, Weight: w, Faint: weak})
			}
		}
	}
	// The strong ones are drawn over the weak.
	slices.SortStableFunc(n.Edges, func(a, b Edge) int { return int(math.Copysign(1, math.Abs(a.Weight)-math.Abs(b.Weight))) })
	return Drawn(n.Need(), func(l lang.Lang) string {
		w := net.Layers[0].W.Data
		return lang.Sprintf("신경망 %[1]v, 매개변수 %[2]d개. 첫 층의 가중치는 %[3]s에서 %[4]s까지예요.",
			"A network %[1]v of %[2]d parameters. The weights of its first layer go from %[3]s to %[4]s.",
			net, len(net.Params), Significant(slices.Min(w)), Significant(slices.Max(w))).In(l)
	}, n.Draw)
}

func nodes(name string, count int, role theme.Role) []Node {
	out := make([]Node, count)
	for i := range out {
		out[i].Cell = In(role, "●")
		if name != "" {
			out[i].Cell.Text = name + Subscript(Brief(float64(i+1)))
		}
	}
	return out
}

// Spread draws how the losses of other starts are spread. It takes its rows also
// while there are none.
func (t *Training) Spread(l lang.Lang) Block {
	s := spread{values: Values(t.Samples(), "loss")}
	if n := len(t.Samples()); n > 0 {
		s.words = lang.Sprintf("시드 %[1]d개의 손실, 성공 %[2]s%%", "losses of %[1]d seeds, %[2]s%% succeed", n,
			Brief(100*mean(Values(t.Samples(), solvedID)))).In(l)
	}
	return s
}

// spread is a distribution in two rows: how many values lie where, from the
// least to the largest, and what they are.
type spread struct {
	values []float64 // ascending
	words  string
}

// Need returns the room that it takes.
func (spread) Need() Need { return Need{W: 26, H: 2, MoreW: Any} }

// Draw draws it on any canvas.
func (s spread) Draw(c *plot.Canvas) {
	c.Text(0, 1, s.words, theme.Muted)
	if len(s.values) == 0 {
		return
	}
	low, high := Significant(s.values[0]), Significant(s.values[len(s.values)-1])
	left := c.Text(0, 0, low+" ", theme.Muted)
	width := max(1, c.Width()-left-plot.Width(high)-1)
	counts, span := make([]float64, width), s.values[len(s.values)-1]-s.values[0]
	for _, v := range s.values {
		at := 0.5
		if span > 0 {
			at = (v - s.values[0]) / span
		}
		counts[int(math.Round(at*float64(width-1)))]++
	}
	bars := []rune(spark(counts, width))
	for i, n := range counts {
		if n == 0 {
			bars[i] = '─'
		}
	}
	c.Text(c.Text(left, 0, string(bars), theme.ClassA)+1, 0, high, theme.Muted)
}

// Say tells it in words.
func (s spread) Say(l lang.Lang) string {
	if len(s.values) == 0 {
		return s.words
	}
	return s.words + lang.Sprintf(". 손실의 중앙값 %s, 가운데 80%%는 %s에서 %s까지.", ". Median of the losses %s, the middle 80%% from %s to %s.",
		Significant(Percentile(s.values, 0.5)), Significant(Percentile(s.values, 0.1)), Significant(Percentile(s.values, 0.9))).In(l)
}
