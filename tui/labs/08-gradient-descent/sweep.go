package gradientdescent

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

const (
	leastRate, mostRate = 0.01, 10
	sweptRates          = 60
	sweptSteps          = 30
)

// sweep is how high one ends up, above the lowest point, with each of 60 rates.
type sweep struct {
	rates, ends []float64
	start       float64 // how high one was
	rate, now   float64 // the rate that is set, and how high it leads
}

func (s *descent) sweep() sweep {
	g := s.ground()
	w := sweep{rate: s.rate, start: g.at(s.start) - g.low, now: s.end(g, s.rate)}
	for i := range sweptRates {
		rate := leastRate * math.Pow(mostRate/leastRate, float64(i)/(sweptRates-1))
		w.rates, w.ends = append(w.rates, rate), append(w.ends, s.end(g, rate))
	}
	return w
}

// end returns how high above the lowest point one is after 30 steps.
func (s *descent) end(g ground, rate float64) float64 {
	at := s.start
	for range sweptSteps {
		if g.lost(at) {
			break
		}
		at = g.descend(at, rate)
	}
	return max(0, g.at(at)-g.low)
}

// best is the first rate that leads to the lowest end, and cliff the first one
// beyond from which on one ends up higher than one began; 0: none.
func (w sweep) best() (best, cliff int) {
	for i, v := range w.ends {
		if v < w.ends[best] {
			best = i
		}
	}
	for i := best + 1; i < len(w.ends); i++ {
		if !(w.ends[i] < w.start) {
			return best, i
		}
	}
	return best, 0
}

func (w sweep) facts() []lab.Fact {
	best, cliff := w.best()
	over := math.NaN()
	if cliff > 0 {
		over = w.rates[cliff]
	}
	return []lab.Fact{
		lab.Num("end", lang.T("30걸음 뒤 높이", "height after 30 steps"), w.now, nil),
		lab.Num("best", lang.T("60가지 중 가장 좋은 ε", "best ε of 60"), w.rates[best], nil),
		lab.Num("least", lang.T("그때 높이", "its height"), w.ends[best], nil),
		lab.Num("cliff", lang.T("처음보다 높아지는 ε", "higher than it began from ε"), over, nil),
	}
}

func (w sweep) caption(b *lab.Bench, l lang.Lang) string {
	said := lang.Sprintf("ε = %[1]s로 30걸음 가면 높이가 %[2]s%[3]s 돼요.", "With ε = %[1]s, 30 steps lead from height %[4]s to %[2]s.",
		lab.Short(w.rate), b.Told("end", lab.Significant(w.now)), lang.Particle(lab.Significant(w.now), "이", "가"), lab.Significant(w.start))
	return said.In(l)
}

// The heights between which the picture tells them apart, as powers of ten.
const lowPower, highPower = -6, 4

func power(height float64) float64 {
	return max(lowPower, min(highPower, math.Log10(height)))
}

// block draws the ends over the rates, both by powers of ten.
func (w sweep) block(b *lab.Bench) lab.Plot {
	label := lang.T("30걸음 뒤 높이", "height after 30 steps")
	return lab.Plot{
		W: 30, H: 8, Headed: true,
		Axes: plot.Axes{
			X: plot.Range{Min: math.Log10(leastRate), Max: math.Log10(mostRate)}, Y: plot.Range{Min: lowPower, Max: highPower},
			XLabel: "ε", LogX: true, LogY: true, Name: "rates",
		},
		Over: func(a *plot.Area) {
			x := math.Log10(w.rate)
			a.Line(x, lowPower, x, highPower, theme.Faint, plot.Dotted)
			a.Line(math.Log10(leastRate), power(w.start), math.Log10(mostRate), power(w.start), theme.Muted, plot.Dashed)
			if !b.Shows("end") {
				return
			}
			var xs, ys []float64
			for i, rate := range w.rates {
				xs, ys = append(xs, math.Log10(rate)), append(ys, power(w.ends[i]))
			}
			a.Path(xs, ys, theme.ClassA, plot.Solid)
			if w.now > math.Pow10(highPower) {
				a.Mark(x, highPower, plot.Triangle, theme.Path)
				return
			}
			a.Mark(x, power(w.now), plot.Dot, theme.Path)
		},
		Legend: []plot.Entry{
			{Label: "E(60 ε)", Role: theme.ClassA},
			{Label: "E₀", Role: theme.Muted, Stroke: plot.Dashed},
			{Label: "ε", Role: theme.Path, Mark: plot.Dot},
		},
		Words: func(l lang.Lang) string {
			said := label.In(l)
			for i := 0; i < len(w.rates); i += 6 {
				said += ", " + lab.Short(w.rates[i]) + ": " + lab.Significant(w.ends[i])
			}
			return said + "."
		},
	}
}
