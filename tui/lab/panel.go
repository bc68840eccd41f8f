package lab

import "math"

// Panel is the controls of a lab, in display order.
type Panel []*Control

// Find returns a control by its id.
func (p Panel) Find(id string) (*Control, bool) {
	for _, c := range p {
		if c.ID == id {
			return c, true
		}
	}
	return nil, false
}

// Set changes a control by its id; an unknown one changes nothing.
func (p Panel) Set(id string, v float64) {
	if c, ok := p.Find(id); ok {
		c.Set(v)
	}
}

// along returns the controls that follow the mouse along an axis of an area.
func (p Panel) along(area string, y bool) (out []*Control) {
	for _, c := range p {
		for _, a := range c.along {
			if c.On() && a == (axis{area, y}) {
				out = append(out, c)
			}
		}
	}
	return out
}

// pairs returns what follows the mouse in an area, x and y of each: a control,
// or nil where nothing does.
func (p Panel) pairs(area string) (out [][2]*Control) {
	for i, cs := range [2][]*Control{p.along(area, false), p.along(area, true)} {
		for k, c := range cs {
			if k == len(out) {
				out = append(out, [2]*Control{})
			}
			out[k][i] = c
		}
	}
	return out
}

// nearest returns which of several points is nearest to a place.
func nearest(points [][2]*Control, x, y float64) (at int) {
	least := math.Inf(1)
	for k, p := range points {
		d := 0.0
		for i, v := range [2]float64{x, y} {
			if p[i] != nil {
				d = math.Hypot(d, v-p[i].Value())
			}
		}
		if d < least {
			at, least = k, d
		}
	}
	return at
}

// Point hands the mouse to what follows it in an area: the lab, and controls.
// Of several points the one that is nearest to where the button was pressed
// moves, and is held for the arrow keys.
func Point(l Lab, area string, x, y float64, ev Event) {
	if p, ok := l.(Pointer); ok {
		p.Point(area, x, y, ev)
	}
	points := l.Panel().pairs(area)
	if ev == Release || len(points) == 0 {
		return
	}
	if ev == Press {
		l.bench().grip = nearest(points, x, y)
	}
	for i, c := range points[min(l.bench().grip, len(points)-1)] {
		if c != nil {
			c.Set(c.Snap([2]float64{x, y}[i]))
		}
	}
}

// Nudge moves what follows the mouse in an area by a step of the keyboard: of
// several points the one that was held last.
func Nudge(l Lab, area string, dx, dy float64, big bool) (moved bool) {
	if p, ok := l.(Pointer); ok && p.Nudge(area, dx, dy, big) {
		return true
	}
	points := l.Panel().pairs(area)
	if len(points) == 0 {
		return false
	}
	for i, c := range points[min(l.bench().grip, len(points)-1)] {
		if by := [2]float64{dx, dy}[i]; c != nil && by != 0 {
			before := c.Value()
			c.Move(by, big)
			moved = moved || c.Value() != before
		}
	}
	return moved
}

// Points reports whether something follows the mouse in an area.
func Points(l Lab, area string) bool {
	_, points := l.(Pointer)
	return points || len(l.Panel().pairs(area)) > 0
}

// mostStates bounds how many states Slots looks at.
const mostStates = 512

// Slots deals the shown controls to lines, so that every control keeps its line
// whatever the others stand at: controls that never matter at the same time
// share one.
func Slots(l Lab) []Slot {
	together := meetings(l)
	var slots []Slot
	for i, c := range l.Panel() {
		if !l.bench().Shows(c.ID) {
			continue
		}
		last := len(slots) - 1
		if last >= 0 && !meet(together, slots[last], i) {
			slots[last] = append(slots[last], i)
			continue
		}
		slots = append(slots, Slot{i})
	}
	return slots
}

// Slot is the controls that share a line, as indices into the panel.
type Slot []int

// Of returns the control that stands in the slot now: the one that matters, or
// the first.
func (s Slot) Of(p Panel) *Control {
	for _, i := range s {
		if p[i].On() {
			return p[i]
		}
	}
	return p[s[0]]
}

func meet(together map[[2]int]bool, s Slot, i int) bool {
	for _, j := range s {
		if together[[2]int{j, i}] {
			return true
		}
	}
	return false
}

// meetings returns which pairs of controls matter at the same time in some
// state of the choices, the toggles and the views.
func meetings(l Lab) map[[2]int]bool {
	l = l.Clone()
	together := map[[2]int]bool{}
	note := func() {
		p := l.Panel()
		for i := range p {
			for j := range i {
				if p[i].On() && p[j].On() {
					together[[2]int{j, i}] = true
				}
			}
		}
	}
	dials := dialsOf(l)
	states := 1
	for _, d := range dials {
		states *= d.n
	}
	if states > mostStates { // one after the other, not all with all
		for _, d := range dials {
			for v := range d.n {
				d.set(v)
				note()
			}
			d.set(0)
		}
		return together
	}
	for s := range states {
		for _, d := range dials {
			d.set(s % d.n)
			s /= d.n
		}
		note()
	}
	return together
}

// dial is something with a few states.
type dial struct {
	n   int
	set func(v int)
}

func dialsOf(l Lab) []dial {
	views := l.Views()
	dials := []dial{{len(views), func(v int) { l.bench().view = views[v].ID }}}
	for _, c := range l.Panel() {
		if c.Kind != Choice && c.Kind != Toggle {
			continue
		}
		_, hi := c.Range()
		dials = append(dials, dial{int(hi) + 1, func(v int) { l.Panel().Set(c.ID, float64(v)) }})
	}
	return dials
}
