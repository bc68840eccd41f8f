package lab

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
)

// Parameter names a weight of a network, from a unit of the layer before to a
// unit of a layer, or the bias of that unit. All are counted from 0.
type Parameter struct {
	Layer, To int
	From      int // AsBias: the bias of the unit
}

// AsBias stands for where a bias comes from.
const AsBias = -1

// within returns the parameter, or the nearest one that a network has.
func (p Parameter) within(n *nn.MLP) Parameter {
	p.Layer = max(0, min(p.Layer, len(n.Layers)-1))
	p.To = max(0, min(p.To, n.Layers[p.Layer].Out()-1))
	p.From = max(AsBias, min(p.From, n.Layers[p.Layer].In()-1))
	return p
}

// index is where the parameter stands in MLP.Params.
func (p Parameter) index(n *nn.MLP) int {
	at := 0
	for _, l := range n.Layers[:p.Layer] {
		at += l.Out() * (l.In() + 1)
	}
	l := n.Layers[p.Layer]
	if p.From == AsBias {
		return at + l.Out()*l.In() + p.To
	}
	return at + p.To*l.In() + p.From
}

// moved returns the parameter some steps further among those of its layer, as
// they are listed unit by unit, each with its bias first, or some layers further
// at the same place. It is the same one at the ends.
func (p Parameter) moved(n *nn.MLP, layers, steps int) Parameter {
	p = p.within(n)
	l := n.Layers[p.Layer]
	each := l.In() + 1
	at := p.To*each + p.From + 1
	if to := at + steps; to >= 0 && to < l.Out()*each {
		at = to
	}
	p.To, p.From = at/each, at%each-1
	if to := p.Layer + layers; layers != 0 && to >= 0 && to < len(n.Layers) {
		p.Layer = to
	}
	return p.within(n)
}

// ParameterAt returns the parameter at a place of MLP.Params, or the last one.
func ParameterAt(n *nn.MLP, index int) Parameter {
	index = max(0, index)
	for layer, l := range n.Layers {
		switch weights := l.Out() * l.In(); {
		case index < weights:
			return Parameter{layer, index / l.In(), index % l.In()}
		case index < weights+l.Out():
			return Parameter{layer, index - weights, AsBias}
		default:
			index -= weights + l.Out()
		}
	}
	return Parameter{len(n.Layers), 1 << 16, 1 << 16}.within(n)
}

// name writes a parameter by the names of its units: "w(x₁→h₂)", "b(h₂)".
func (p Parameter) name(n *nn.MLP, inputs []string) string {
	to := unitName(n, inputs, p.Layer+1, p.To)
	if p.From == AsBias {
		return "b(" + to + ")"
	}
	return "w(" + unitName(n, inputs, p.Layer, p.From) + "→" + to + ")"
}

// unitName is the name of a unit of a layer, where layer 0 is the inputs: "x₁",
// "h₃", with several hidden layers "h²₃", "y₁".
func unitName(n *nn.MLP, inputs []string, layer, unit int) string {
	number := Subscript(Brief(float64(unit + 1)))
	switch {
	case layer == 0 && unit < len(inputs):
		return inputs[unit]
	case layer == 0:
		return "x" + number
	case layer == len(n.Layers):
		return "y" + number
	case len(n.Layers) == 2:
		return "h" + number
	}
	return layerSign(layer) + number
}

// layerSign is h with the number of the hidden layer above it.
func layerSign(layer int) string {
	above := []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")
	s := []rune("h")
	for _, d := range Brief(float64(layer)) {
		s = append(s, above[d-'0'])
	}
	return string(s)
}

// Parameter returns the value of a parameter, or of the nearest one that the
// network has.
func (t *Training) Parameter(p Parameter) float64 {
	n := t.Run().Trainer.Network()
	return n.Params[p.within(n).index(n)]
}

// SetParameter changes a parameter by hand, at the start or in the middle of the
// run. Stepping back over this place takes it back. A value with which the loss is not finite
// changes nothing.
func (t *Training) SetParameter(p Parameter, v float64) {
	trainer := t.Run().Trainer
	at := p.within(trainer.Network()).index(trainer.Network())
	if v == trainer.Network().Params[at] {
		return
	}
	t.remember(at)
	_ = trainer.Adjust(func(s *nn.Settings) { s.Params[at] = v }) // what is refused leaves the network as it is
	t.track = t.track.followed(trainer)
}

// ByHand binds a slider to the parameter that is picked.
func (t *Training) ByHand(p Parameter) *Control {
	const reach = 10
	label := lang.T("고른 가중치", "picked weight")
	if p.From == AsBias {
		label = lang.T("고른 편향", "picked bias")
	}
	return Bind(Slider, "weight", label,
		func() float64 { return t.Parameter(p) },
		func(v float64) {
			if t.run != nil { // a reset begins anew, with weights that are drawn
				t.SetParameter(p, v)
			}
		}).From(-reach, reach).By(0.1, 1).Writes(func(v float64) string {
		if math.Abs(v) < 10 {
			return Fixed(v, 2)
		}
		return Significant(v)
	})
}

// Plane is the plane that the pictures of a run look at.
type Plane struct {
	X, Y plot.Range
	// Names are those of the inputs of the network.
	Names []string
	// Inputs stores what the network is fed with at a point of the plane.
	Inputs func(dst []float64, x, y float64)
}

// plane is that of a run whose samples are points of it; any other has none.
func (t *Training) plane() (p Plane, ok bool) {
	features, ok := t.Run().Spec().Plane()
	if !ok {
		return Plane{}, false
	}
	p = Plane{X: t.frame.x, Y: t.frame.y, Inputs: func(dst []float64, x, y float64) {
		for i, f := range features {
			dst[i] = f.At(x, y)
		}
	}}
	for _, f := range features {
		p.Names = append(p.Names, f.Label)
	}
	return p, true
}
