package labs

import (
	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
)

// adapter lets a lab of the former contract stand on the bench.
type adapter struct {
	lab.Bench

	old     former
	stepper Stepper
	pointer Pointer
	create  func() Lab
}

// former is what every lab of the former contract is.
type former interface {
	Lab
	Describer
	everything() []Control
}

func adapted(create func() Lab) func() lab.Lab {
	return func() lab.Lab {
		a := &adapter{create: create}
		l := create()
		a.old, _ = l.(former)
		a.stepper, _ = l.(Stepper)
		a.pointer, _ = l.(Pointer)
		switch {
		case a.stepper != nil:
			return &running{pointing{a}}
		case a.pointer != nil:
			return &pointing{a}
		}
		return a
	}
}

func (a *adapter) Title() lang.Text           { return a.old.Title() }
func (a *adapter) Caption(l lang.Lang) string { return a.old.Caption(l) }
func (a *adapter) Start(seed uint64)          { a.old.Reset(seed) }
func (a *adapter) Facts() []lab.Fact          { return nil }

// Panel lists every control of every view; those that are not listed now do
// not matter.
func (a *adapter) Panel() lab.Panel {
	var p lab.Panel
	all := a.old.everything()
	listed := a.old.Controls()
	for _, c := range all {
		on := false
		for _, k := range listed {
			if k.ID == c.ID {
				c, on = k, true
			}
		}
		p = append(p, a.control(c).When(on))
	}
	return p
}

func (a *adapter) control(c Control) *lab.Control {
	get := func() float64 {
		if now, ok := find(a.old.Controls(), c.ID); ok {
			return now.Value
		}
		return c.Value
	}
	set := func(v float64) { a.old.Set(c.ID, v) }
	options := make([]lab.Option, len(c.Options))
	for i, o := range c.Options {
		options[i] = lab.Option{Name: o.Name, Label: o.Label}
	}
	k := lab.Bind(lab.Kind(c.Kind), c.ID, c.Label, get, set, options...).From(c.Min, c.Max).By(c.Small, c.Big)
	if c.Format != nil {
		k.Writes(c.Format)
	}
	return k
}

func (a *adapter) Views() []lab.View {
	return []lab.View{{ID: "all", Pictures: func(l lang.Lang) []lab.Block {
		return []lab.Block{lab.Drawn(lab.Need{W: 1, H: 1, MoreW: lab.Any, MoreH: lab.Any},
			func(l lang.Lang) string { return a.old.Describe(l) },
			func(c *plot.Canvas) { a.old.Draw(c, l) })}
	}}}
}

// Clone makes a lab with the same settings; what it has been taken through is
// lost.
func (a *adapter) Clone() lab.Lab {
	c := adapted(a.create)()
	lab.Reset(c, a.Seed())
	for _, k := range a.old.Controls() {
		c.Panel().Set(k.ID, k.Value)
	}
	return c
}

// pointing is a lab that takes the mouse.
type pointing struct{ *adapter }

func (p *pointing) Point(_ string, x, y float64, ev lab.Event) {
	if p.pointer != nil {
		p.pointer.Point(x, y, Event(ev))
	}
}

func (p *pointing) Nudge(string, float64, float64, bool) bool { return false }

// running is a lab that runs over time, and may take the mouse.
type running struct{ pointing }

func (r *running) Advance(nn.Stride, func() bool) bool { return r.stepper.Step() }
func (r *running) Back(nn.Stride) bool                 { return r.stepper.Back() }
