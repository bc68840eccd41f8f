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

// curveW is how wide losses are at least. Beside a picture they take little more: the
// picture wants the room.
const curveW = 26

// Losses draws the losses over the planned epochs, and behind them that of the
// pinned run.
func (t *Training) Losses(l lang.Lang) Block {
	epoch := lang.T("에폭", "epoch").In(l)
	series := t.series(l)
	return drawn{
		need: Need{W: curveW, H: 8, MoreW: 2, MoreH: Any},
		say:  func(l lang.Lang) string { return t.sayLosses(series, l) },
		draw: func(c *plot.Canvas) {
			a := c.Losses(plot.Axes{X: plot.Range{Max: float64(t.Spec.Epochs)}, Y: t.frame.loss, XLabel: epoch}, t.places(), series...)
			t.markBest(a)
		},
		of: Trace{XLabel: epoch, Series: series, every: t.every()},
	}
}

// markBest marks the epoch that early stopping keeps, and the one at which it has
// stopped, on the losses of the validation set.
func (t *Training) markBest(a *plot.Area) {
	trainer := t.Run().Trainer
	losses := t.lossesOf(validated)
	at := func(epoch int, m plot.Mark, r theme.Role) {
		if i := epoch / t.every(); i < len(losses) {
			a.Mark(float64(epoch), min(losses[i], a.Y().Max), m, r)
		}
	}
	if trainer.Config().EarlyStopping.Patience == 0 || trainer.Steps() == 0 || !t.Shows("val.loss") {
		return
	}
	if epoch, _, _ := trainer.Position(); trainer.Stopped() {
		at(epoch, plot.Cross, theme.Wrong)
	}
	_, best := trainer.Best()
	at(best, plot.Diamond, theme.Strong)
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

// RegionArea is the name by which the mouse and the arrow keys find the plane of
// Region.
const RegionArea = "plane"

// Region draws what the network answers all over the plane, class A where the
// first output is larger, and over it the points that it learns from and, in other
// signs, those of the sets to which the page has come: for validation and for the
// test. over draws the rest; nil: nothing.
func (t *Training) Region(l lang.Lang, over func(a *plot.Area)) Block {
	p, ok := t.plane()
	if !ok {
		return Empty()
	}
	return Drawn(Need{W: 24, H: 8, MoreW: Any, MoreH: Any}, t.sayRegion, func(c *plot.Canvas) {
		if entries := t.sets(l); len(entries) > 0 {
			c.Legend(0, 0, entries...)
			c = c.Sub(0, 1, c.Width(), c.Height()-1)
		}
		area := c.Area(plot.Axes{X: t.frame.x, Y: t.frame.y, Equal: true, Bare: true, Name: RegionArea})
		net := t.run.Trainer.Network()
		trace, x := net.NewTrace(), make([]float64, net.In())
		answer := func(at, up float64) float64 {
			p.Inputs(x, at, up)
			y := net.Forward(trace, x)
			return y[0] - y[1]
		}
		area.Field(answer)
		points, unseen, kept := t.run.Points()
		samples, validation := t.run.Trainer.Samples()
		const cells, others = 8, 24 // to a mark: what is behind them shows, and the training set is the largest
		t.mark(area, points, samples.T, cells, plot.Dot, plot.Ring, answer)
		if t.Shows("val") {
			t.mark(area, unseen, validation.T, others, plot.Diamond, "◇", answer)
		}
		if t.Shows("test") {
			t.mark(area, kept, t.run.Test.T, others, "■", "□", answer)
		}
		for _, k := range t.run.Spec().Points {
			role := theme.ClassA
			if k.B {
				role = theme.ClassB
			}
			area.Mark(k.X1, k.X2, AddedMark(k.B), role)
		}
		if over != nil {
			over(area)
		}
	})
}

// sets is the legend of the points where there are several sets of them: filled
// signs are class A, hollow ones class B.
func (t *Training) sets(l lang.Lang) []plot.Entry {
	if !t.Places("val") && !t.Places("test") {
		return nil
	}
	_, validation := t.run.Trainer.Samples()
	all := []plot.Entry{{Label: lang.T("훈련", "training").In(l), Role: theme.Text, Mark: "●○"}}
	if t.Shows("val") && validation.Len() > 0 {
		all = append(all, plot.Entry{Label: lang.T("검증", "validation").In(l), Role: theme.Text, Mark: "◆◇"})
	}
	if t.Shows("test") && t.run.Test.Len() > 0 {
		all = append(all, plot.Entry{Label: lang.T("시험", "test").In(l), Role: theme.Text, Mark: "■□"})
	}
	return all
}

// AddedMark is the sign of a point that was added to the training set.
func AddedMark(b bool) plot.Mark {
	if b {
		return "△"
	}
	return plot.Triangle
}

// mark marks so many points that what is behind them shows, by their classes:
// those that are answered wrongly in the role of that.
func (t *Training) mark(area *plot.Area, points, truths nn.Matrix, cells int, a, b plot.Mark, answer func(x, y float64) float64) {
	_, _, w, h := area.Cells()
	// Classes may take turns: an odd step meets with both.
	every := points.Rows*cells/max(1, w*h) | 1
	for i := 0; i < points.Rows; i += every {
		x, y := points.At(i, 0), points.At(i, 1)
		mark, role := a, theme.ClassA
		isB := truths.At(i, 1) > truths.At(i, 0)
		if isB {
			mark, role = b, theme.ClassB
		}
		if answer(x, y) < 0 != isB {
			role = theme.Wrong
		}
		area.Mark(x, y, mark, role)
	}
}

// sayRegion asks the network in nine places.
func (t *Training) sayRegion(l lang.Lang) string {
	p, _ := t.plane()
	net := t.Run().Trainer.Network()
	trace, x := net.NewTrace(), make([]float64, net.In())
	var rows []string
	for _, up := range []float64{0.8, 0.5, 0.2} {
		var row []string
		for _, at := range []float64{0.2, 0.5, 0.8} {
			p.Inputs(x, t.frame.x.Min+at*(t.frame.x.Max-t.frame.x.Min), t.frame.y.Min+up*(t.frame.y.Max-t.frame.y.Min))
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
	var rows [][]Cell
	for _, k := range t.Outcomes() {
		share := float64(k.Starts) / float64(len(t.Samples()))
		rows = append(rows, []Cell{
			Plain(lang.Sprintf("%s개 맞음", "%s right", Brief(k.Right)).In(l)), Bar(share, theme.ClassA), Strong(Brief(float64(k.Starts))),
			Muted(lang.Sprintf("시드 %d", "seed %d", k.Seed).In(l)),
		})
	}
	if rows == nil {
		return s
	}
	return Above(0, s, Table{Rows: rows})
}

// spread is a distribution in two rows: how many values lie where, from the
// least to the largest, and what they are.
type spread struct {
	values []float64 // ascending
	words  string
}

// Need returns the room that it takes.
func (spread) Need() Need { return Need{W: curveW, H: 2, MoreW: 2} }

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
