package lab

import (
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// HiddenSpace is how a lab that trains looks at what a hidden layer makes of the
// plane: a grid of lines of the plane, and the samples, stand where two units of
// the layer put them. Layer, A and B are counted from 0; what the network has not
// is taken for the nearest that it has. A lab holds one.
type HiddenSpace struct{ Layer, A, B int }

const (
	// gridLines are the lines of the plane in each direction, with as many places
	// on a line as make it a curve.
	gridLines = 21
	perLine   = 2*gridLines - 1
)

// Block draws the space of a run. Without a hidden layer it says so.
func (s HiddenSpace) Block(t *Training, l lang.Lang) Block {
	p, ok := t.plane()
	net := t.Run().Trainer.Network()
	need := Need{W: 30, H: 8, MoreW: Any, MoreH: Any}
	if !ok || len(net.Layers) < 2 {
		none := lang.T("은닉층이 없어서 은닉 공간도 없어요.", "Without a hidden layer there is no hidden space.")
		return Drawn(need, none.In, func(c *plot.Canvas) { c.TextCenter(c.Width()/2, c.Height()/2, none.In(l), theme.Muted) })
	}
	samples, _ := t.Run().Trainer.Samples()
	d := spaceDrawing{net: net, samples: samples, plane: p, lang: l}
	d.layer = max(0, min(s.Layer, len(net.Layers)-2))
	units := net.Layers[d.layer].Out()
	d.units = [2]int{max(0, min(s.A, units-1)), max(0, min(s.B, units-1))}
	d.line, d.exact = d.boundary()
	return Drawn(need, d.say, d.draw)
}

// spaceDrawing draws a hidden space on a canvas.
type spaceDrawing struct {
	net     *nn.MLP
	samples nn.Samples
	plane   Plane
	layer   int
	units   [2]int
	line    [3]float64 // where the output changes sides: a, b and c of a·h₁ + b·h₂ + c = 0
	exact   bool       // whether there is such a line
	lang    lang.Lang
}

// boundary returns the line on which the output changes sides. There is one where
// these two units are all that the output is made of.
func (d spaceDrawing) boundary() (line [3]float64, exact bool) {
	last := d.net.Layers[len(d.net.Layers)-1]
	if d.layer != len(d.net.Layers)-2 || last.In() != 2 || d.units[0] == d.units[1] {
		return line, false
	}
	a, b := d.units[0], d.units[1]
	switch {
	case last.Out() == 2:
		return [3]float64{last.W.At(0, a) - last.W.At(1, a), last.W.At(0, b) - last.W.At(1, b), last.B[0] - last.B[1]}, true
	case last.Out() == 1 && last.Activation == nn.Sigmoid:
		return [3]float64{last.W.At(0, a), last.W.At(0, b), last.B[0]}, true
	}
	return line, false
}

func (d spaceDrawing) sideOf(x, y float64) float64 { return d.line[0]*x + d.line[1]*y + d.line[2] }

// name is that of one of the two units.
func (d spaceDrawing) name(i int) string {
	return unitName(d.net, d.plane.Names, d.layer+1, d.units[i])
}

// probed is where a network puts places, and whether it answers class A there.
type probed struct {
	x, y []float64
	a    []bool
}

// probe asks the network about inputs, one in each row.
func (d spaceDrawing) probe(inputs nn.Matrix) probed {
	w := nn.NewWorkspace(d.net, inputs.Rows)
	w.Probe(inputs)
	p := probed{x: w.Unit(d.layer, d.units[0]), y: w.Unit(d.layer, d.units[1]), a: make([]bool, inputs.Rows)}
	last := len(d.net.Layers) - 1
	for i, v := range w.Unit(last, 0) {
		level := 0.5
		if d.net.Out() > 1 {
			level = w.Unit(last, 1)[i]
		}
		p.a[i] = v > level
	}
	return p
}

// grid is the places of all lines of the plane, row by row.
func (d spaceDrawing) grid() probed {
	at := nn.NewMatrix(perLine*perLine, d.net.In())
	along := func(r plot.Range, i int) float64 { return r.Min + (r.Max-r.Min)*float64(i)/(perLine-1) }
	for i := range at.Rows {
		d.plane.Inputs(at.Row(i), along(d.plane.X, i%perLine), along(d.plane.Y, i/perLine))
	}
	return d.probe(at)
}

// axis is what the activations of the layer can be, or a round number beyond all
// that they are.
func (d spaceDrawing) axis(values []float64) plot.Range {
	const air = 0.06
	switch d.net.Layers[d.layer].Activation {
	case nn.Tanh:
		return plot.Range{Min: -1 - air, Max: 1 + air}
	case nn.Sigmoid:
		return plot.Range{Min: -air, Max: 1 + air}
	case nn.ReLU, nn.LeakyReLU:
		high := roundUp(max(1, nn.Norm(values, math.Inf(1))))
		return plot.Range{Min: -air * high, Max: high}
	}
	high := roundUp(max(1, nn.Norm(values, math.Inf(1))))
	return plot.Range{Min: -high, Max: high}
}

// roundUp returns the least of 1, 2, 5, 10, 20 and so on, also below 1, that is
// not below v.
func roundUp(v float64) float64 {
	if !(v > 0) {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range [...]float64{1, 2, 5} {
		if v <= m*power {
			return m * power
		}
	}
	return 10 * power
}

func (d spaceDrawing) draw(c *plot.Canvas) {
	c.Legend(0, 0, d.legend()...)
	grid := d.grid()
	area := c.Sub(0, 1, c.Width(), c.Height()-1).Area(plot.Axes{
		X: d.axis(grid.x), Y: d.axis(grid.y), XLabel: d.name(0), YLabel: d.name(1),
	})
	if d.exact {
		area.Field(func(x, y float64) float64 { return math.Tanh(d.sideOf(x, y) / 2) }) // softmax of two
	}
	var line [perLine]int
	for k := 0; k < perLine; k += perLine / (gridLines - 1) {
		for i := range line {
			line[i] = k*perLine + i
		}
		d.strand(area, grid, line[:])
		for i := range line {
			line[i] = i*perLine + k
		}
		d.strand(area, grid, line[:])
	}
	if d.exact {
		d.drawBoundary(area)
	}
	d.points(area, c.Width()*c.Height())
}

// strand draws a line of the plane: in the colours of the answers along it, where
// no field shows them.
func (d spaceDrawing) strand(area *plot.Area, grid probed, line []int) {
	var xs, ys [perLine]float64
	for from := 0; from < len(line)-1; {
		n, a := 0, grid.a[line[from]]
		for _, at := range line[from:] {
			xs[n], ys[n] = grid.x[at], grid.y[at]
			if n++; !d.exact && grid.a[at] != a {
				break
			}
		}
		role, stroke := theme.ClassB, plot.Dotted
		switch {
		case d.exact:
			role, stroke = theme.Faint, plot.Solid
		case a:
			role, stroke = theme.ClassA, plot.Solid
		}
		area.Thread(xs[:n], ys[:n], role, stroke)
		from += n - 1
	}
}

// drawBoundary draws the line on which the output changes sides, from edge to
// edge of the picture.
func (d spaceDrawing) drawBoundary(area *plot.Area) {
	a, b, c := d.line[0], d.line[1], d.line[2]
	x, y := area.X(), area.Y()
	xs, ys := []float64{x.Min, x.Max}, []float64{-(a*x.Min + c) / b, -(a*x.Max + c) / b}
	if math.Abs(a)*(x.Max-x.Min) > math.Abs(b)*(y.Max-y.Min) { // steep
		xs, ys = []float64{-(b*y.Min + c) / a, -(b*y.Max + c) / a}, []float64{y.Min, y.Max}
	}
	area.Path(xs, ys, theme.Path, plot.Solid)
}

// points draws samples, as many as leave the lines to be seen.
func (d spaceDrawing) points(area *plot.Area, cells int) {
	const cellsEach = 14
	every := d.samples.Len()*cellsEach/max(1, cells) | 1 // classes may take turns: odd
	some := nn.NewMatrix((d.samples.Len()+every-1)/every, d.net.In())
	for i := range some.Rows {
		copy(some.Row(i), d.samples.X.Row(i*every))
	}
	p := d.probe(some)
	for i := range some.Rows {
		mark, role := plot.Dot, theme.ClassA
		if d.classB(i * every) {
			mark, role = plot.Ring, theme.ClassB
		}
		area.Mark(p.x[i], p.y[i], mark, role)
	}
}

// classB reports whether the truth of a sample is class B.
func (d spaceDrawing) classB(i int) bool {
	truth := d.samples.T.Row(i)
	if len(truth) > 1 {
		return truth[1] > truth[0]
	}
	return truth[0] <= 0.5
}

func (d spaceDrawing) legend() []plot.Entry {
	say := func(ko, en string) string { return lang.T(ko, en).In(d.lang) }
	classes := []plot.Entry{{Label: "A", Role: theme.ClassA, Mark: plot.Dot}, {Label: "B", Role: theme.ClassB, Mark: plot.Ring}}
	if d.exact {
		return append(classes, plot.Entry{Label: say("출력의 경계", "output's line"), Role: theme.Path},
			plot.Entry{Label: say("격자", "grid"), Role: theme.Faint})
	}
	return append(classes, plot.Entry{Label: say("A라고 답하는 격자", "grid, answer A"), Role: theme.ClassA},
		plot.Entry{Label: say("B", "B"), Role: theme.ClassB, Stroke: plot.Dotted})
}

// say tells where the corners and the middle of the plane go, and how the output
// parts what is there.
func (d spaceDrawing) say(l lang.Lang) string {
	said := []string{lang.Sprintf("은닉 공간: 평면의 점이 은닉층 %[1]d의 두 유닛 %[2]s, %[3]s에서 놓이는 자리.",
		"Hidden space: where two units of hidden layer %[1]d, %[2]s and %[3]s, put the points of the plane.", d.layer+1, d.name(0), d.name(1)).In(l)}
	grid := d.grid()
	const half = (perLine - 1) / 2
	var moved []string
	for _, at := range [][2]int{{0, 0}, {2 * half, 0}, {half, half}, {0, 2 * half}, {2 * half, 2 * half}} {
		i := at[1]*perLine + at[0]
		from := []float64{
			d.plane.X.Min + (d.plane.X.Max-d.plane.X.Min)*float64(at[0])/(perLine-1),
			d.plane.Y.Min + (d.plane.Y.Max-d.plane.Y.Min)*float64(at[1])/(perLine-1),
		}
		moved = append(moved, Tuple(from, Brief)+" → "+Tuple([]float64{grid.x[i], grid.y[i]}, Brief))
	}
	said = append(said, strings.Join(moved, ", ")+".")
	if d.exact {
		right := 0
		all := d.probe(d.samples.X)
		for i, a := range all.a {
			if a != d.classB(i) {
				right++
			}
		}
		return strings.Join(append(said, lang.Sprintf("출력의 경계: %[1]s·%[2]s + %[3]s·%[4]s + %[5]s = 0. 훈련 점 %[6]d개 중 %[7]d개가 제 쪽에 있어요.",
			"The output's line: %[1]s·%[2]s + %[3]s·%[4]s + %[5]s = 0. Of %[6]d training points %[7]d lie on their own side.",
			InBrackets(Significant(d.line[0])), d.name(0), InBrackets(Significant(d.line[1])), d.name(1), InBrackets(Significant(d.line[2])),
			d.samples.Len(), right).In(l)), "\n")
	}
	why := lang.T("이 층 뒤에 층이 더 있어서 이 그림에는 출력의 경계가 없어요.", "More layers follow, so the output has no line in this picture.")
	if d.layer == len(d.net.Layers)-2 {
		why = lang.Sprintf("출력은 이 층의 유닛 %d개로 만들어지므로 둘만 보는 그림에는 출력의 경계가 없어요.",
			"The output is made of %d units of this layer, so it has no line in a picture of two.", d.net.Layers[d.layer].Out())
	}
	return strings.Join(append(said, why.In(l)), "\n")
}
