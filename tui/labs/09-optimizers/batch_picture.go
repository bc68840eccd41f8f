package optimizers

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

const (
	fanView  = "fan"
	pathView = "path"
	costView = "cost"
)

// Views shows the fan of gradients, the way through the plane of two weights, and
// the losses over what they cost.
func (s *batch) Views() []lab.View {
	with := func(picture lab.Plot, numbers lab.Table) []lab.Block {
		return []lab.Block{lab.Above(1, picture, lab.Low(numbers)), lab.Beside(2, picture, numbers), lab.Above(0, picture, lab.Low(numbers)), picture}
	}
	return []lab.View{
		{ID: fanView, Label: lang.T("기울기 부채", "fan of gradients"), Pictures: func(l lang.Lang) []lab.Block {
			return with(s.drawFan(l), lab.Readouts(s, l, "angle", "uphill", "off", "loss"))
		}},
		{ID: pathView, Label: lang.T("두 가중치의 길", "way of two weights"), Pictures: func(l lang.Lang) []lab.Block {
			return with(s.drawPath(l), lab.Readouts(s, l, "epoch", "updates", "seen", "loss", "detour"))
		}},
		{ID: costView, Label: lang.T("손실과 비용", "loss and cost"), Pictures: func(l lang.Lang) []lab.Block {
			return with(s.drawCost(l), s.ends(l))
		}},
	}
}

// arrowsDrawn is how many gradients of the fan are drawn.
const arrowsDrawn = 40

// drawFan draws gradients around the whole one, which points to the right. What is
// farther out than the picture ends at its edge.
func (s *batch) drawFan(l lang.Lang) lab.Plot {
	f := s.spread()
	const wide = 4 // in lengths of the whole gradient
	return lab.Plot{
		W: 34, H: 9,
		Axes: plot.Axes{
			X: plot.Range{Min: -wide, Max: wide}, Y: plot.Range{Min: -wide / 2, Max: wide / 2}, Equal: true, Cross: true,
			XLabel: lang.T("전체 기울기 방향", "along the whole").In(l),
		},
		Over: func(a *plot.Area) {
			if s.Held("angle") || s.Held("uphill") || s.Held("off") {
				return
			}
			for i := range arrowsDrawn {
				role := theme.Path
				if f.along[i] < 0 {
					role = theme.Warning
				}
				x, y := f.along[i]/f.whole, f.across[i]/f.whole
				a.Line(0, 0, x, y, role, plot.Solid)
				a.Mark(x, y, plot.Dot, role)
			}
			a.Arrow(0, 0, 1, 0, theme.Truth, plot.Solid)
		},
		Legend: []plot.Entry{
			{Label: lang.T("전체 기울기 = 1", "the whole gradient = 1").In(l), Role: theme.Truth},
			{Label: lang.T("배치 하나", "a batch").In(l), Role: theme.Path, Mark: plot.Dot},
			{Label: lang.T("오르막", "uphill").In(l), Role: theme.Warning, Mark: plot.Dot},
		},
		Words: func(l lang.Lang) string {
			return lang.Sprintf("전체 기울기 둘레에 미니배치 기울기 %d개.", "%d gradients of batches around the whole one.", arrowsDrawn).In(l)
		},
	}
}

// drawPath draws the way of two weights so far, beside that of whole batches over
// as many epochs.
func (s *batch) drawPath(l lang.Lang) lab.Plot {
	all := s.gone()
	t, whole := s.tour(), all[len(all)-1]
	xs, ys := s.window()
	line := func(a *plot.Area, t tour, updates int, role theme.Role, stroke plot.Stroke) {
		var x, y []float64
		for _, p := range t.params[:updates+1] {
			x, y = append(x, p[firstWeight]), append(y, p[secondWeight])
		}
		a.Thread(x, y, role, stroke)
	}
	return lab.Plot{
		W: 34, H: 9, Axes: plot.Axes{X: xs, Y: ys, XLabel: "w₁", YLabel: "w₂"},
		Over: func(a *plot.Area) {
			start, now := t.params[0], t.params[s.updates]
			line(a, t, s.updates, theme.Path, plot.Solid)
			if t.batch < samples {
				line(a, whole, int(t.after(s.updates)), theme.Truth, plot.Dashed)
			}
			a.Mark(start[firstWeight], start[secondWeight], plot.Ring, theme.Strong)
			a.Mark(now[firstWeight], now[secondWeight], plot.Dot, theme.Path)
		},
		Legend: []plot.Entry{
			{Label: lang.Sprintf("B = %d", "B = %d", t.batch).In(l), Role: theme.Path},
			{Label: lang.T("전체 배치, 같은 에폭", "all at once, same epochs").In(l), Role: theme.Truth, Stroke: plot.Dashed},
			{Label: lang.T("출발", "start").In(l), Role: theme.Strong, Mark: plot.Ring},
		},
		Words: func(l lang.Lang) string {
			now := t.params[s.updates]
			return lang.Sprintf("두 가중치는 (%[1]s, %[2]s)에서 (%[3]s, %[4]s)까지 왔어요.", "The two weights have come from (%[1]s, %[2]s) to (%[3]s, %[4]s).",
				lab.Brief(t.params[0][firstWeight]), lab.Brief(t.params[0][secondWeight]), lab.Brief(now[firstWeight]), lab.Brief(now[secondWeight])).In(l)
		},
	}
}

// window is where the chosen tour and that of whole batches go.
func (s *batch) window() (xs, ys plot.Range) {
	xs, ys = plot.Range{Min: math.Inf(1), Max: math.Inf(-1)}, plot.Range{Min: math.Inf(1), Max: math.Inf(-1)}
	all := s.gone()
	for _, t := range []tour{s.tour(), all[len(all)-1]} {
		for _, p := range t.params {
			xs.Min, xs.Max = min(xs.Min, p[firstWeight]), max(xs.Max, p[firstWeight])
			ys.Min, ys.Max = min(ys.Min, p[secondWeight]), max(ys.Max, p[secondWeight])
		}
	}
	const air = 0.05
	for _, r := range []*plot.Range{&xs, &ys} {
		by := air * (r.Max - r.Min)
		r.Min, r.Max = r.Min-by, r.Max+by
	}
	return xs, ys
}

// looks is how the losses of the sizes are drawn.
func looks() []struct {
	sign   plot.Mark
	role   theme.Role
	stroke plot.Stroke
} {
	return []struct {
		sign   plot.Mark
		role   theme.Role
		stroke plot.Stroke
	}{{"a", theme.Wrong, plot.Dotted}, {"b", theme.ClassC, plot.Solid}, {"c", theme.Path, plot.Dashed}, {"d", theme.ClassB, plot.Solid}, {"e", theme.Truth, plot.Dashed}}
}

// costAxis is the axis of what a loss costs: powers of ten, but for epochs.
func (s *batch) costAxis(l lang.Lang) plot.Axes {
	const lowest, most = 0.2, 0.6
	axes := plot.Axes{X: plot.Range{Max: epochs}, Y: plot.Range{Min: lowest, Max: most}, XLabel: lang.T("에폭", "epochs").In(l), YLabel: "E"}
	if s.axis != byEpochs {
		axes.X, axes.LogX = plot.Range{Max: 4}, true
		axes.XLabel = lang.T("갱신", "updates").In(l)
	}
	if s.axis == byRounds {
		axes.XLabel = lang.T("64개씩 한 번", "rounds of 64").In(l)
	}
	return axes
}

// drawCost draws the losses of all sizes over what they cost.
func (s *batch) drawCost(l lang.Lang) lab.Plot {
	axes := s.costAxis(l)
	return lab.Plot{
		W: 34, H: 9, Headed: true, Axes: axes,
		Over: func(a *plot.Area) {
			a.Line(axes.X.Min, reached, axes.X.Max, reached, theme.Muted, plot.Dotted)
			if !s.Shows("end") {
				return
			}
			for i, t := range s.gone() {
				var x, y []float64
				for e, loss := range t.loss {
					at := float64(e) * s.cost(t.size)
					if axes.LogX {
						at = math.Log10(at)
					}
					if at >= 0 {
						x, y = append(x, at), append(y, min(loss, axes.Y.Max))
					}
				}
				look := looks()[i]
				a.Thread(x, y, look.role, look.stroke)
				a.Mark(x[len(x)-1], max(axes.Y.Min, y[len(y)-1]), look.sign, look.role)
			}
		},
		Legend: []plot.Entry{{Label: lang.Sprintf("손실 %s", "loss %s", lab.Short(reached)).In(l), Role: theme.Muted, Stroke: plot.Dotted}},
		Words:  func(lang.Lang) string { return "" },
	}
}

// ends says of every size what comes of it.
func (s *batch) ends(l lang.Lang) lab.Table {
	say := func(ko, en string) lab.Cell { return lab.Muted(lang.T(ko, en).In(l)) }
	rows := [][]lab.Cell{lab.Heading(say("크기", "size"), say("학습률", "rate"), say("20에폭 뒤", "after 20"), lab.Muted(lang.Sprintf("%s까지", "to reach %s", lab.Short(reached)).In(l)))}
	for i, t := range s.gone() {
		look, n := looks()[i], lab.Brief(float64(t.batch))
		end, _ := lab.FactOf(s, "end."+n)
		reach, _ := lab.FactOf(s, "reach."+n)
		rows = append(rows, []lab.Cell{
			lab.In(look.role, string(look.sign)+" B = "+n), lab.Plain(lab.Short(t.rate)),
			s.Masked("end", lab.Strong(end.Say(l))), s.Masked("reach", lab.Strong(reach.Say(l))),
		})
	}
	return lab.Table{Rows: rows, Least: 7}
}
