package lab

import (
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Units is how a lab that trains looks at its network: every unit with what it
// answers over the plane, the weights between them, and one parameter that is
// picked, to be changed by hand. A lab holds one, and passes on what its Pointer
// is told of the area.
type Units struct {
	Pick Parameter

	fields *fields // nil: not drawn yet
	lay    unitsLayout
	rows   int     // of the picture, in which the mouse points
	held   float64 // where the mouse was pressed,
	was    float64 // and the value there
}

// Copy returns Units that share nothing that changes.
func (u *Units) Copy() Units { return Units{Pick: u.Pick} }

// Block draws the network of a run. The area is what the mouse and the arrow keys
// find it by. It is Empty for a network whose inputs are no plane.
func (u *Units) Block(t *Training, area string, l lang.Lang) Block {
	p, ok := t.plane()
	if !ok {
		return Empty()
	}
	u.Pick = u.Pick.within(t.Run().Trainer.Network())
	d := unitsDrawing{u: u, net: t.Run().Trainer.Network(), plane: p, area: area, lang: l}
	return Drawn(Need{W: 36, H: 8, MoreW: Any, MoreH: Any}, d.say, d.draw)
}

// Nudge moves the choice: along the layers, or from parameter to parameter of a
// layer, unit by unit in big steps. It reports whether there was another one.
func (u *Units) Nudge(t *Training, dx, dy float64, big bool) (moved bool) {
	n, before := t.Run().Trainer.Network(), u.Pick
	steps := -int(dy)
	if big {
		steps *= n.Layers[before.within(n).Layer].In() + 1
	}
	u.Pick = before.moved(n, int(dx), steps)
	return u.Pick != before
}

// Point picks the weight that is nearest to where the mouse is pressed, or the
// bias of a unit that it is pressed on. Dragged up or down from there it changes
// the value.
func (u *Units) Point(t *Training, x, y float64, ev Event) {
	n := t.Run().Trainer.Network()
	y = float64(4*u.rows-1) - y // as rows are counted
	switch ev {
	case Press:
		if u.fields == nil || u.fields.net != n {
			return // what is on the screen is another network
		}
		u.Pick = u.nearest(n, x, y)
		u.held, u.was = y, t.Parameter(u.Pick)
	case Drag:
		const perRow, dots = 0.1, 4
		if rows := math.Round((u.held - y) / dots); rows != 0 || t.Parameter(u.Pick) != u.was {
			t.SetParameter(u.Pick, u.was+rows*perRow)
		}
	case Release:
	}
}

// nearest returns the parameter at a place of the picture, in dots.
func (u *Units) nearest(n *nn.MLP, x, y float64) Parameter {
	best, least := u.Pick, math.Inf(1)
	for layer, l := range n.Layers {
		for to := range min(l.Out(), u.lay.shown(layer+1)) {
			left, row := 2*u.lay.cols[layer+1], 4*u.lay.row(layer+1, to)
			if x >= float64(left-2*u.lay.labels[layer+1]) && x < float64(left+2*u.lay.w) && y >= float64(row) && y < float64(row+4*u.lay.h) {
				return Parameter{layer, to, AsBias}
			}
			for from := range min(l.In(), u.lay.shown(layer)) {
				p := Parameter{layer, to, from}
				if d := distance(x, y, u.lay, p); d < least {
					best, least = p, d
				}
			}
		}
	}
	return best
}

// distance is how far a place is from the line of a weight.
func distance(x, y float64, lay unitsLayout, p Parameter) float64 {
	x0, y0, x1, y1 := lay.ends(p)
	dx, dy := x1-x0, y1-y0
	along := max(0, min(1, ((x-x0)*dx+(y-y0)*dy)/(dx*dx+dy*dy)))
	return math.Hypot(x-x0-along*dx, y-y0-along*dy)
}

// say tells of every layer how much of the plane its units are active in and what
// its largest weights are, then what is picked.
func (d unitsDrawing) say(l lang.Lang) string {
	var f fields
	const places = 24
	f.of(d.net, d.plane, places, places)
	said := []string{lang.Sprintf("신경망 %[1]v, 매개변수 %[2]d개.", "A network %[1]v of %[2]d parameters.", d.net, len(d.net.Params)).In(l)}
	for layer, a := range d.net.Layers {
		var units []string
		for unit := range a.Out() {
			units = append(units, unitName(d.net, d.plane.Names, layer+1, unit)+" "+Percent(f.share(layer+1, unit)))
		}
		low, high := 0, 0
		for i, w := range a.W.Data {
			if w < a.W.Data[low] {
				low = i
			}
			if w > a.W.Data[high] {
				high = i
			}
		}
		told := func(i int) string {
			return Parameter{layer, i / a.In(), i % a.In()}.name(d.net, d.plane.Names) + " = " + Significant(a.W.Data[i])
		}
		said = append(said, lang.Sprintf("%[1]d층: 평면에서 켜진 비율 %[2]s. 가장 큰 가중치 %[3]s, 가장 작은 가중치 %[4]s.",
			"Layer %[1]d: active in these parts of the plane: %[2]s. Largest weight %[3]s, lowest %[4]s.",
			layer+1, strings.Join(units, ", "), told(high), told(low)).In(l))
	}
	return strings.Join(append(said, lang.Sprintf("고른 값: %s.", "Picked: %s.", d.picked()).In(l)), "\n")
}

// picked says the parameter that is picked.
func (d unitsDrawing) picked() string {
	return d.u.Pick.name(d.net, d.plane.Names) + " = " + Significant(d.net.Params[d.u.Pick.index(d.net)])
}

// unitsDrawing draws a network on a canvas.
type unitsDrawing struct {
	u     *Units
	net   *nn.MLP
	plane Plane
	area  string
	lang  lang.Lang
}

func (d unitsDrawing) draw(c *plot.Canvas) {
	u := d.u
	if u.fields == nil {
		u.fields = &fields{}
	}
	u.lay, u.rows = layUnits(d.net, d.plane.Names, c.Width(), c.Height()), c.Height()-1
	// In the coordinates of this area a dot is 1 and the left lower one (0, 0).
	area := c.Sub(0, 0, c.Width(), u.rows).Area(plot.Axes{ // the last row is the legend's
		X: plot.Range{Max: float64(2*c.Width() - 1)}, Y: plot.Range{Max: float64(4*u.rows - 1)}, Bare: true, Name: d.area,
	})
	u.fields.of(d.net, d.plane, u.lay.w, 2*u.lay.h)
	d.edges(area)
	for layer := range u.lay.sizes {
		for unit := range u.lay.shown(layer) {
			d.unit(c, layer, unit)
		}
		if left := u.lay.sizes[layer] - u.lay.shown(layer); left > 0 {
			c.Text(u.lay.cols[layer], u.lay.row(layer, u.lay.shown(layer)), "+"+Brief(float64(left)), theme.Muted)
		}
	}
	d.value(c)
	d.heads(c)
	role := theme.Strong
	if area.Focused() {
		role = theme.Accent
	}
	at := c.Text(0, c.Height()-1, d.picked(), role)
	d.legend(c, at)
}

// unit draws what a unit answers, and its name.
func (d unitsDrawing) unit(c *plot.Canvas, layer, unit int) {
	lay := d.u.lay
	values, shade := d.u.fields.unit(layer, unit)
	col, row := lay.cols[layer], lay.row(layer, unit)
	empty := 2 * lay.h // the half row that stays empty
	if lay.gap == 0 && lay.h > 1 {
		empty--
	}
	part := c.Sub(col, row, lay.w, lay.h)
	high := float64(4*lay.h - 1)
	part.Area(plot.Axes{X: plot.Range{Max: float64(2*lay.w - 1)}, Y: plot.Range{Max: high}, Bare: true}).Field(func(x, y float64) float64 {
		across, down := int(x/2), int((high-y)/2)
		if down >= empty {
			return 0
		}
		return shade.at(values[down*lay.w+across])
	})
	if lay.labels[layer] == 0 {
		return
	}
	role, pick := theme.Muted, d.u.Pick
	if pick.Layer == layer && pick.From == unit || pick.Layer == layer-1 && pick.To == unit {
		role = theme.Accent
	}
	label := labelOf(d.net, d.plane.Names, layer, unit)
	middle := row + (lay.h-1)/2
	c.TextRight(col, middle, label, role)
	if pick == (Parameter{layer - 1, unit, AsBias}) {
		c.Highlight(col-plot.Width(label), middle, plot.Width(label))
	}
}

// heads writes what the layers are called, in short where they are close.
func (d unitsDrawing) heads(c *plot.Canvas) {
	lay := d.u.lay
	if lay.head == 0 {
		return
	}
	last := len(lay.sizes) - 1
	pitch := lay.cols[1] - lay.cols[0]
	for layer := range last {
		pitch = min(pitch, lay.cols[layer+1]-lay.cols[layer])
	}
	name := func(layer int) string {
		switch {
		case layer == 0:
			return lang.T("입력", "input").In(d.lang)
		case layer == last:
			return lang.T("출력", "output").In(d.lang)
		case last == 2:
			return lang.T("은닉층", "hidden").In(d.lang)
		}
		return lang.Sprintf("은닉 %d", "hidden %d", layer).In(d.lang)
	}
	if plot.Width(name(1))+1 > pitch {
		name = func(layer int) string {
			switch layer {
			case 0:
				return "x"
			case last:
				return "y"
			}
			return layerSign(layer)
		}
	}
	for layer, col := range lay.cols {
		w := plot.Width(name(layer))
		c.Text(max(0, min(col+(lay.w-w)/2, c.Width()-w)), 0, name(layer), theme.Muted)
	}
}

// legend tells how sign and size of a weight are drawn, where there is room.
func (d unitsDrawing) legend(c *plot.Canvas, from int) {
	entries := []plot.Entry{
		{Label: lang.T("양수", "positive").In(d.lang), Role: theme.Positive},
		{Label: lang.T("음수", "negative").In(d.lang), Role: theme.Negative, Stroke: plot.Dashed},
	}
	const least, wide = 22, 30 // what is picked, and this
	if c.Width() >= least+wide {
		c.Legend(max(from+2, c.Width()-wide+2), c.Height()-1, entries...)
	}
}

const (
	// Of more edges from a layer to the next, the weak ones are left out.
	fewEdges = 24
	// Parts of the largest weight of a layer.
	strongFrom, plainFrom = 0.75, 0.4
)

// edges draws the weights, the strong ones over the weak: by the stroke what sign
// they have, by the breadth and the brightness how large they are. The one that is
// picked lies over all.
func (d unitsDrawing) edges(area *plot.Area) {
	for layer, l := range d.net.Layers {
		most := nn.Norm(l.W.Data, math.Inf(1))
		for strength := range 3 {
			for i, w := range l.W.Data {
				p := Parameter{layer, i / l.In(), i % l.In()}
				if d.u.lay.has(p) && strengthOf(w, most) == strength && (strength > 0 || len(l.W.Data) <= fewEdges) {
					d.edge(area, p, w, strength, false)
				}
			}
		}
	}
	if p := d.u.Pick; p.From != AsBias && d.u.lay.has(p) {
		d.edge(area, p, d.net.Params[p.index(d.net)], 2, true)
	}
}

func strengthOf(w, most float64) int {
	switch w = math.Abs(w); {
	case w >= most*strongFrom && w > 0:
		return 2
	case w >= most*plainFrom && w > 0:
		return 1
	}
	return 0
}

func (d unitsDrawing) edge(area *plot.Area, p Parameter, w float64, strength int, picked bool) {
	role, stroke := theme.Positive, plot.Solid
	if w < 0 {
		role, stroke = theme.Negative, plot.Dashed
	}
	switch {
	case picked:
		role = theme.Accent
	case strength == 0:
		role = theme.Faint
	}
	x0, y0, x1, y1 := d.u.lay.ends(p)
	top := float64(4*d.u.rows - 1)
	area.Line(x0, top-y0, x1, top-y1, role, stroke)
	if strength == 2 { // two dots broad
		dx, dy := 0.0, 1.0
		if math.Abs(y1-y0) > math.Abs(x1-x0) {
			dx, dy = 1, 0
		}
		area.Line(x0+dx, top-y0-dy, x1+dx, top-y1-dy, role, stroke)
	}
}

// value writes the weight that is picked on the middle of its line, or a bias
// before its unit, where there is room.
func (d unitsDrawing) value(c *plot.Canvas) {
	lay, p := d.u.lay, d.u.Pick
	if p.To >= lay.shown(p.Layer+1) || !lay.has(p) {
		return
	}
	text := Fixed(d.net.Params[p.index(d.net)], 2)
	left, right := lay.cols[p.Layer]+lay.w, lay.cols[p.Layer+1]-lay.labels[p.Layer+1]
	_, y0, _, y1 := lay.ends(p)
	if p.From == AsBias {
		c.TextRight(right-1, int(y1)/4, text, theme.Accent)
		return
	}
	if plot.Width(text)+2 <= right-left {
		c.TextCenter((left+right)/2, int(y0+y1)/8, text, theme.Accent)
	}
}
