package labs

import (
	"math"

	"hakseup/lessons/lang"
)

// panel holds the controls of a lab, those of every view, in display order.
// A control's Value at the start is what Reset goes back to.
type panel struct {
	start    []Control
	controls []Control
}

// newPanel returns a panel whose controls stand at the given values.
func newPanel(controls ...Control) panel {
	p := panel{start: controls}
	p.reset()
	return p
}

// reset puts every control back to the value that it started with.
func (p *panel) reset() { p.controls = append([]Control(nil), p.start...) }

// set changes a control; the value is clamped to its range, that of a choice
// or a toggle also rounded. It reports whether there is such a control.
func (p *panel) set(id string, v float64) bool {
	for i := range p.controls {
		if p.controls[i].ID == id {
			p.controls[i].Value = clampTo(p.controls[i], v)
			return true
		}
	}
	return false
}

// value returns the value of a control.
func (p *panel) value(id string) float64 {
	for i := range p.controls {
		if p.controls[i].ID == id {
			return p.controls[i].Value
		}
	}
	panic("labs: no control " + id)
}

// on reports whether a toggle is on.
func (p *panel) on(id string) bool { return p.value(id) != 0 }

// chosen returns the name of the option of a choice that is chosen.
func (p *panel) chosen(id string) string {
	for i := range p.controls {
		if c := &p.controls[i]; c.ID == id {
			return c.Options[int(c.Value)].Name
		}
	}
	panic("labs: no control " + id)
}

// list returns the controls for which show is true, in display order; a nil
// show lists all of them.
func (p *panel) list(show func(id string) bool) []Control {
	var out []Control
	for _, c := range p.controls {
		if show == nil || show(c.ID) {
			out = append(out, c)
		}
	}
	return out
}

func clampTo(c Control, v float64) float64 {
	if math.IsNaN(v) {
		return c.Value
	}
	switch c.Kind {
	case Choice:
		return math.Max(0, math.Min(float64(len(c.Options)-1), math.Round(v)))
	case Toggle:
		if v != 0 {
			return 1
		}
		return 0
	}
	return math.Max(c.Min, math.Min(c.Max, v))
}

// slider returns a control for a number between lo and hi.
func slider(id string, label lang.Text, value, lo, hi, small, big float64) Control {
	return Control{ID: id, Label: label, Kind: Slider, Value: value, Min: lo, Max: hi, Small: small, Big: big}
}

// toggle returns a control that is off at the start.
func toggle(id string, label lang.Text) Control {
	return Control{ID: id, Label: label, Kind: Toggle}
}

// choice returns a control for one of several options, the first at the start.
func choice(id string, label lang.Text, options ...Option) Control {
	return Control{ID: id, Label: label, Kind: Choice, Options: options}
}

// everything lists all controls, those that do not matter now too.
func (p *panel) everything() []Control { return p.controls }
