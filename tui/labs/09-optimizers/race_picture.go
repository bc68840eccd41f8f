package optimizers

import (
	"fmt"
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/run"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

const (
	mapView  = "map"
	lossView = "loss"
	stepView = "step"
	fairView = "fair"
)

// Views shows the paths, the heights over the steps, how the chosen one makes its
// step, and who does how well with its best rate.
func (s *race) Views() []lab.View {
	return []lab.View{
		{ID: mapView, Label: lang.T("길", "paths"), Pictures: func(l lang.Lang) []lab.Block {
			picture, table := s.paths(l), lab.Low(s.standings(l))
			return []lab.Block{lab.Above(1, picture, table), lab.Beside(2, picture, s.standings(l)), lab.Above(0, picture, table), picture}
		}},
		{ID: lossView, Label: lang.T("손실", "losses"), Pictures: func(l lang.Lang) []lab.Block {
			curves, table := s.losses(l), lab.Low(s.standings(l))
			return []lab.Block{lab.Above(1, curves, table), lab.Beside(2, curves, s.standings(l)), lab.Above(0, curves, table), curves}
		}},
		{ID: stepView, Label: lang.T("걸음 만들기", "building a step"), Pictures: func(l lang.Lang) []lab.Block {
			picture, table := s.building(l), s.state(l)
			return []lab.Block{lab.Above(1, picture, lab.Low(table)), lab.Beside(2, picture, table), lab.Above(0, picture, lab.Low(table)), picture}
		}},
		{ID: fairView, Label: lang.T("저마다 가장 좋은 학습률", "the best rate of each"), Pictures: func(l lang.Lang) []lab.Block {
			return []lab.Block{lab.Room(36, 8, s.table(l)), s.table(l)}
		}},
	}
}

// shade is how dark a height is drawn, in bands of half a power of ten: 1 for the
// lowest ones.
func shade(height, highest float64) float64 {
	const bands = 8
	b := math.Floor(2 * math.Log10(highest/max(height, 1e-12)))
	return max(0, min(1, b/bands))
}

// levels are the heights between the bands, a power of ten apart.
func levels(highest float64) []float64 {
	var out []float64
	for i := range 4 {
		out = append(out, highest*math.Pow(10, -float64(i)-0.5))
	}
	return out
}

// highest is about how high a surface gets in its window.
func highest(g nn.Surface) float64 {
	top := 0.0
	for _, x := range g.X {
		for _, y := range g.Y {
			top = max(top, g.At(x, y)-g.Lowest())
		}
	}
	return top
}

// axes show the window of a surface.
func axes(g nn.Surface) plot.Axes {
	return plot.Axes{
		X: plot.Range{Min: g.X[0], Max: g.X[1]}, Y: plot.Range{Min: g.Y[0], Max: g.Y[1]},
		XLabel: "x", YLabel: "y", Equal: true, Cross: true, Name: "ground",
	}
}

// lie draws the ground: shades, and lines of level height.
func lie(a *plot.Area, g nn.Surface, top float64) {
	bottom := g.Lowest()
	a.Field(func(x, y float64) float64 { return shade(g.At(x, y)-bottom, top) })
	for _, level := range levels(top) {
		a.Contour(g.At, bottom+level, theme.Faint, plot.Solid)
	}
	for _, m := range g.Minima {
		a.Mark(m[0], m[1], plot.Cross, theme.Truth)
	}
}

// outside is beyond every picture: so far a path is drawn that leaves it.
const outside = 1e3

// paths draws the ground with everyone's way over it.
func (s *race) paths(l lang.Lang) lab.Plot {
	g, all := s.hill(), racers()
	top := highest(s.flat())
	return lab.Plot{
		W: 34, H: 10, Axes: axes(g),
		Over: func(a *plot.Area) {
			lie(a, g, top)
			a.Mark(g.Start[0], g.Start[1], plot.Ring, theme.Strong)
			for _, i := range s.drawn() {
				at, _ := s.path(i)
				xs, ys := make([]float64, len(at)), make([]float64, len(at))
				for k, p := range at {
					xs[k], ys[k] = max(-outside, min(outside, p[0])), max(-outside, min(outside, p[1]))
				}
				a.Thread(xs, ys, all[i].role, all[i].stroke)
				if last := len(xs) - 1; last > 0 {
					a.Mark(xs[last], ys[last], all[i].sign, all[i].role)
				}
			}
		},
		Legend: []plot.Entry{
			{Label: lang.T("출발", "start").In(l), Role: theme.Strong, Mark: plot.Ring},
			{Label: lang.T("가장 낮은 곳", "lowest").In(l), Role: theme.Truth, Mark: plot.Cross},
			{Label: lang.T("낮을수록 진해요", "darker is lower").In(l), Role: theme.ClassA, Mark: "■"},
		},
		Words: s.sayPaths,
	}
}

// drawn lists who is drawn, the chosen one last: on top of the others.
func (s *race) drawn() []int {
	if s.Held("height") {
		return nil
	}
	var out []int
	for _, i := range s.racing() {
		if i != s.chosen {
			out = append(out, i)
		}
	}
	return append(out, s.chosen)
}

// sayPaths tells where everyone is.
func (s *race) sayPaths(l lang.Lang) string {
	start := s.hill().Start
	said := lang.Sprintf("%[1]s에서 떠나 %[2]d걸음 뒤:", "From %[1]s, after %[2]d steps:", lab.Tuple(start[:], lab.Brief), s.steps).In(l)
	for _, i := range s.drawn() {
		at, h := s.path(i)
		last := at[len(at)-1]
		said += lang.Sprintf(" %[1]s %[2]s, 높이 %[3]s.", " %[1]s %[2]s, height %[3]s.", racers()[i].name.In(l), lab.Tuple(last[:], lab.Brief), lab.Significant(h[len(h)-1])).In(l)
	}
	return said
}

// standings says who stands where.
func (s *race) standings(l lang.Lang) lab.Table {
	shows := []struct {
		id   string
		name lang.Text
	}{{"rate", lang.Same("ε")}, {"height", lang.T("높이", "height")}, {"touch", lang.T("처음 닿음", "touch")}, {"stay", lang.T("머묾", "stays")}}
	head := []lab.Cell{lab.Muted(lang.Sprintf("%d걸음", "step %d", s.steps).In(l))}
	for _, c := range shows {
		if s.Places(c.id) || c.id == "rate" {
			head = append(head, lab.Muted(c.name.In(l)))
		}
	}
	rows := [][]lab.Cell{lab.Heading(head...)}
	for _, i := range s.racing() {
		r := racers()[i]
		row := []lab.Cell{lab.In(r.role, string(r.sign)+" "+r.name.In(l))}
		for _, c := range shows {
			switch {
			case c.id == "rate":
				row = append(row, lab.Plain(lab.Short(s.entered(i).Rate)))
			case s.Places(c.id):
				row = append(row, s.Masked(c.id, s.standing(c.id, i, l)))
			}
		}
		rows = append(rows, row)
	}
	return lab.Table{Rows: rows, Least: 8}
}

// standing is the cell of a fact of a racer.
func (s *race) standing(id string, i int, l lang.Lang) lab.Cell {
	switch o, h := s.outcome(i), s.height(i); {
	case id == "touch":
		return count(o.Touch, l)
	case id == "stay":
		return count(o.Stay, l)
	case math.IsInf(h, 1):
		return lab.In(theme.Warning, lang.T("발산", "diverged").In(l))
	default:
		return lab.Strong(lab.Significant(h))
	}
}

// count writes a step, or that it never comes.
func count(n int, l lang.Lang) lab.Cell {
	if n == run.Never {
		return lab.In(theme.Warning, lang.T("없음", "never").In(l))
	}
	return lab.Strong(lab.Brief(float64(n)))
}

// The heights between which the curves are drawn, as powers of ten.
const lowPower, highPower = -8, 2

// span is how many steps the curves have room for: it grows in leaps.
func (s *race) span() float64 {
	for _, n := range []float64{30, 60, 100} {
		if float64(s.steps) <= n {
			return n
		}
	}
	return mostSteps
}

// losses draws everyone's height over the steps, by powers of ten.
func (s *race) losses(l lang.Lang) lab.Plot {
	power := func(h float64) float64 { return max(lowPower, min(highPower, math.Log10(h))) }
	return lab.Plot{
		W: 34, H: 10, Headed: true,
		Axes: plot.Axes{
			X: plot.Range{Max: s.span()}, Y: plot.Range{Min: lowPower, Max: highPower}, LogY: true,
			XLabel: lang.T("걸음", "steps").In(l), YLabel: "E",
		},
		Over: func(a *plot.Area) {
			a.Line(0, math.Log10(low), s.span(), math.Log10(low), theme.Muted, plot.Dotted)
			for _, i := range s.drawn() {
				_, heights := s.path(i)
				xs, ys := make([]float64, len(heights)), make([]float64, len(heights))
				for k, h := range heights {
					xs[k], ys[k] = float64(k), power(h)
				}
				r, last := racers()[i], len(xs)-1
				a.Thread(xs, ys, r.role, r.stroke)
				a.Mark(xs[last], ys[last], r.sign, r.role)
			}
		},
		Legend: []plot.Entry{{Label: lang.Sprintf("높이 %s", "height %s", lab.Short(low)).In(l), Role: theme.Muted, Stroke: plot.Dotted}},
		Words:  s.sayPaths,
	}
}

// narrow writes a rate in six cells, so that the table keeps its width.
func narrow(v float64) string {
	const most = 6
	if text := lab.Short(v); plot.Width(text) <= most {
		return text
	}
	return strings.Replace(fmt.Sprintf("%.1e", v), "e-0", "e−", 1)
}

// table says of everyone what its best rate is, and what comes of it.
func (s *race) table(l lang.Lang) lab.Table {
	say := func(ko, en string) lab.Cell { return lab.Muted(lang.T(ko, en).In(l)) }
	head := []lab.Cell{lab.Muted("")}
	if s.Places("stay") {
		head = append(head, say("지금 ε", "ε now"), say("닿음", "touch"), say("머묾", "stays"))
	}
	if s.Places("fair") {
		head = append(head, say("최선 ε", "best ε"), say("머묾", "stays"))
	}
	rows := [][]lab.Cell{lab.Heading(head...)}
	for _, i := range s.racing() {
		r := racers()[i]
		row := []lab.Cell{lab.In(r.role, string(r.sign)+" "+r.name.In(l))}
		if s.Places("stay") {
			now := s.entered(i)
			f := s.outcome(i)
			row = append(row, lab.Plain(narrow(now.Rate)), s.Masked("touch", count(f.Touch, l)), s.Masked("stay", count(f.Stay, l)))
		}
		if s.Places("fair") {
			row = append(row, s.Masked("best", lab.Plain(narrow(s.fair(i).rate))), s.Masked("fair", count(s.fair(i).Stay, l)))
		}
		rows = append(rows, row)
	}
	return lab.Table{Rows: rows, Least: 6}
}
