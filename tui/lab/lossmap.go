package lab

import (
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// LossMap is how a lab that trains looks at its loss over two parameters, the
// others as they are now, and at the way that the two have come. A lab holds one.
type LossMap struct {
	X, Y Parameter

	field *lossField // nil: not drawn yet
}

// Copy returns a LossMap that shares nothing that changes.
func (m *LossMap) Copy() LossMap { return LossMap{X: m.X, Y: m.Y} }

// Block draws the map of a run. It is Empty for a network of one parameter.
func (m *LossMap) Block(t *Training, l lang.Lang) Block {
	net := t.Run().Trainer.Network()
	x, y := m.X.within(net), m.Y.within(net)
	if x == y { // two are needed
		if y = x.moved(net, 0, 1); y == x {
			y = x.moved(net, 0, -1)
		}
	}
	if m.field == nil {
		m.field = &lossField{}
	}
	samples, _ := t.Run().Trainer.Samples()
	d := mapDrawing{
		field: m.field, net: net, samples: samples, track: t.track, loss: t.Run().Trainer.Now().Train.Loss,
		x: x.index(net), y: y.index(net), lang: l,
	}
	plane, _ := t.plane()
	d.names = [2]string{x.name(net, plane.Names), y.name(net, plane.Names)}
	return Drawn(Need{W: 34, H: 10, MoreW: Any, MoreH: Any}, d.say, d.draw)
}

// mapDrawing draws a map of the loss on a canvas.
type mapDrawing struct {
	field   *lossField
	net     *nn.MLP
	samples nn.Samples
	track   track
	loss    float64 // now
	x, y    int
	names   [2]string
	lang    lang.Lang
}

// axis is as far to both sides of where a parameter began as it takes to see its
// way and where it is: it grows in leaps, and stays between them.
func (d mapDrawing) axis(param int) plot.Range {
	start := d.net.Params[param]
	if len(d.track) > 0 {
		start = d.track[0].params[param]
	}
	far := math.Abs(d.net.Params[param] - start)
	for _, w := range d.track {
		far = max(far, math.Abs(w.params[param]-start))
	}
	const least, air = 1.5, 1.15
	reach := least
	for reach < air*far {
		reach *= 2
	}
	return plot.Range{Min: start - reach, Max: start + reach}
}

func (d mapDrawing) draw(c *plot.Canvas) {
	f := d.field
	say := func(ko, en string) string { return lang.T(ko, en).In(d.lang) }
	c.Legend(0, 0, plot.Entry{Label: say("지금 ", "now ") + Significant(d.loss), Role: theme.Strong, Mark: plot.Diamond},
		plot.Entry{Label: say("지나온 길", "path"), Role: theme.Path},
		plot.Entry{Label: say("처음", "start"), Role: theme.Path, Mark: plot.Cross},
		plot.Entry{Label: say("등고선", "contours"), Role: theme.Muted})
	top := 1
	const roomy = 14
	if c.Height() >= roomy {
		c.Text(0, 1, d.slice(d.lang), theme.Muted)
		top = 2
	}
	area := c.Sub(0, top, c.Width(), c.Height()-top).Area(plot.Axes{
		X: d.axis(d.x), Y: d.axis(d.y), XLabel: d.names[0], YLabel: d.names[1],
	})
	f.of(d.net, d.samples, d.x, d.y, area.X(), area.Y())
	area.Field(func(x, y float64) float64 { return 1 - f.over(x, y) })
	for _, level := range f.levels() {
		f.segments(level, func(x0, y0, x1, y1 float64) { area.Line(x0, y0, x1, y1, theme.Faint, plot.Solid) })
	}
	d.way(area)
	d.label(area)
}

// way draws where the two parameters have been, and where they are.
func (d mapDrawing) way(area *plot.Area) {
	xs, ys := make([]float64, 0, len(d.track)+1), make([]float64, 0, len(d.track)+1)
	for _, w := range d.track {
		xs, ys = append(xs, w.params[d.x]), append(ys, w.params[d.y])
	}
	x, y := d.net.Params[d.x], d.net.Params[d.y]
	area.Path(append(xs, x), append(ys, y), theme.Path, plot.Solid)
	if len(xs) > 1 {
		area.Mark(xs[0], ys[0], plot.Cross, theme.Path)
	}
	area.Mark(x, y, plot.Diamond, theme.Strong)
}

// label writes what the lines of level loss are at, along a ray from the lowest
// place to the farthest corner.
func (d mapDrawing) label(area *plot.Area) {
	f := d.field
	x0, y0 := f.at(f.low, f.size)
	x1, y1 := f.xs.Min, f.ys.Min
	if x0 < (f.xs.Min+f.xs.Max)/2 {
		x1 = f.xs.Max
	}
	if y0 < (f.ys.Min+f.ys.Max)/2 {
		y1 = f.ys.Max
	}
	const steps = 200
	for _, level := range f.levels() {
		at := f.height(level)
		for k := range steps {
			t := float64(k) / steps
			if x, y := x0+t*(x1-x0), y0+t*(y1-y0); f.over(x, y) >= at {
				area.Label(x, y, Short(level), theme.Text)
				break
			}
		}
	}
}

// slice says what the map is of.
func (d mapDrawing) slice(l lang.Lang) string {
	return lang.Sprintf("나머지 매개변수 %d개는 지금 값 그대로", "the other %d parameters as they are now", len(d.net.Params)-2).In(l)
}

// say tells where on the map the run is, where it came from and what is lowest.
func (d mapDrawing) say(l lang.Lang) string {
	f := &lossField{}
	f.of(d.net, d.samples, d.x, d.y, d.axis(d.x), d.axis(d.y))
	lowX, lowY := f.at(f.low, f.size)
	place := func(x, y float64) string { return Tuple([]float64{x, y}, Brief) }
	said := []string{
		lang.Sprintf("%[1]s, %[2]s에 따른 훈련 손실의 지도, %[3]s.", "A map of the training loss over %[1]s and %[2]s, %[3]s.", d.names[0], d.names[1], d.slice(l)).In(l),
		lang.Sprintf("지금 %[1]s에서 손실 %[2]s. 계산한 %[6]dx%[6]d자리 가운데 가장 낮은 곳은 %[3]s에서 %[4]s, 가장 높은 값은 %[5]s.",
			"Now at %[1]s, loss %[2]s. Of %[6]dx%[6]d places that are worked out, the lowest is %[3]s with %[4]s, and the highest value is %[5]s.",
			place(d.net.Params[d.x], d.net.Params[d.y]), Significant(d.loss), place(lowX, lowY), Significant(f.loss[f.low]), Significant(f.high), f.size).In(l),
	}
	if n := len(d.track); n > 1 {
		first, half := d.track[0].params, d.track[n/2]
		said = append(said, lang.Sprintf("길: 처음 %[1]s, %[3]d에폭 %[2]s, 지금까지 기록 %[4]d번. 그때의 나머지 값은 지금과 달라서, 길의 높이가 그때의 손실은 아니에요.",
			"The path: first %[1]s, in epoch %[3]d %[2]s, %[4]d records so far. The other parameters were different then, so the height along the path is not the loss of that time.",
			place(first[d.x], first[d.y]), place(half.params[d.x], half.params[d.y]), half.epoch, n).In(l))
	}
	return strings.Join(said, "\n")
}
