package lab

import (
	"math"

	"hakseup/nn"
	"hakseup/tui/plot"
)

// fields are what every unit of a network answers over the plane, on a grid of w
// by h places from the upper left one, row by row.
type fields struct {
	net   *nn.MLP
	w, h  int
	x, y  plot.Range
	place nn.Matrix // what the network is fed with at each place
	work  *nn.Workspace
	input []float64 // one input at all places
}

// of makes the fields of a network as it is now. Memory is set aside only for
// another network, plane or grid.
func (f *fields) of(n *nn.MLP, p Plane, w, h int) {
	if f.net != n || f.w != w || f.h != h || f.x != p.X || f.y != p.Y {
		*f = fields{net: n, w: w, h: h, x: p.X, y: p.Y}
		f.place, f.work = nn.NewMatrix(w*h, n.In()), nn.NewWorkspace(n, w*h)
		f.input = make([]float64, w*h)
		for i := range f.place.Rows {
			across, down := (float64(i%w)+0.5)/float64(w), (float64(i/w)+0.5)/float64(h)
			p.Inputs(f.place.Row(i), p.X.Min+across*(p.X.Max-p.X.Min), p.Y.Max-down*(p.Y.Max-p.Y.Min))
		}
	}
	f.work.Probe(f.place)
}

// unit returns what a unit answers, where layer 0 is the inputs, and how to take
// that to the shades of a field. It holds until the next call.
func (f *fields) unit(layer, unit int) (values []float64, s shade) {
	if layer == 0 {
		for i := range f.input {
			f.input[i] = f.place.Row(i)[unit]
		}
		return f.input, unbounded(f.input)
	}
	values = f.work.Unit(layer-1, unit)
	last := layer == len(f.net.Layers)
	switch {
	case last && f.net.Softmax && unit == 1 && f.net.Out() == 2:
		return values, shade{scale: -2, from: 0.5} // class B where it is large
	case last && f.net.Softmax, f.net.Layers[layer-1].Activation == nn.Sigmoid:
		return values, shade{scale: 2, from: 0.5}
	case f.net.Layers[layer-1].Activation == nn.Tanh:
		return values, shade{scale: 1}
	}
	return values, unbounded(values)
}

// shade takes what a unit answers to the shades of a field, from -1 to 1.
type shade struct{ scale, from float64 }

func (s shade) at(v float64) float64 { return s.scale * (v - s.from) }

// unbounded lets the largest answer of a unit without bounds have the full shade.
func unbounded(values []float64) shade {
	if most := nn.Norm(values, math.Inf(1)); most > 0 {
		return shade{scale: 1 / most}
	}
	return shade{}
}

// share is the part of the plane in which a unit is above the middle of its
// range: active.
func (f *fields) share(layer, unit int) float64 {
	values, s := f.unit(layer, unit)
	above := 0
	for _, v := range values {
		if v > s.from {
			above++
		}
	}
	return float64(above) / float64(len(values))
}
