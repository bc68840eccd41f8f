package plot

import (
	"math"

	"hakseup/tui/theme"
)

// fineSamples is how many samples a contour may take before it looks at every
// second dot only.
const fineSamples = 20_000

// Contour draws the line on which f is level, by marching squares over the
// braille dots. Where f is NaN there is none.
func (a *Area) Contour(f func(x, y float64) float64, level float64, r theme.Role, s Stroke) {
	if a.c.w == 0 || a.c.h == 0 {
		return
	}
	m := a.sample(f, level)
	links := m.march()
	p := a.pen(r, s)
	for _, ends := range []bool{true, false} { // open lines from their ends, then rings
		for _, e := range m.edges {
			if n := links[e]; n.count == 1 == ends {
				p.lift()
				m.follow(p, links, e)
			}
		}
	}
}

// mesh is f − level at the corners of squares.
type mesh struct {
	step, w, h int // of a square, in dots; corners
	v          []float64
	edges      []int // that the line crosses, in the order in which they were found
}

func (a *Area) sample(f func(x, y float64) float64, level float64) *mesh {
	m := &mesh{step: 1}
	if a.dotsWide()*a.dotsHigh() > fineSamples {
		m.step = 2
	}
	// One more square on the far sides, so that lines run to the border.
	m.w, m.h = a.dotsWide()/m.step+1, a.dotsHigh()/m.step+1
	m.v = make([]float64, m.w*m.h)
	for j := range m.h {
		for i := range m.w {
			x, y := a.dataX(float64(i*m.step)), a.dataY(float64(j*m.step))
			m.v[j*m.w+i] = max(-1e300, min(1e300, f(x, y)-level))
		}
	}
	return m
}

// link joins an edge to the one or two edges that the line crosses next.
type link struct {
	to    [2]int
	count int
}

// Edges are numbered by their left or upper corner: twice its index, and one
// more for those that go down.
func (m *mesh) across(i, j int) int { return 2 * (j*m.w + i) }
func (m *mesh) down(i, j int) int   { return 2*(j*m.w+i) + 1 }

// march finds, square by square, which edges the line joins.
func (m *mesh) march() map[int]link {
	links := map[int]link{}
	join := func(e, f int) {
		for _, p := range [2][2]int{{e, f}, {f, e}} {
			l := links[p[0]]
			if l.count == 0 {
				m.edges = append(m.edges, p[0])
			}
			if l.count < 2 {
				l.to[l.count] = p[1]
				l.count++
			}
			links[p[0]] = l
		}
	}
	for j := range m.h - 1 {
		for i := range m.w - 1 {
			a, b := m.v[j*m.w+i], m.v[j*m.w+i+1]
			d, c := m.v[(j+1)*m.w+i], m.v[(j+1)*m.w+i+1]
			if math.IsNaN(a + b + c + d) {
				continue
			}
			top, right, bottom, left := m.across(i, j), m.down(i+1, j), m.across(i, j+1), m.down(i, j)
			var cut []int
			for _, e := range []struct {
				id   int
				p, q float64
			}{{top, a, b}, {right, b, c}, {bottom, c, d}, {left, d, a}} {
				if e.p >= 0 != (e.q >= 0) {
					cut = append(cut, e.id)
				}
			}
			switch {
			case len(cut) == 2:
				join(cut[0], cut[1])
			case len(cut) == 4 && (a+b+c+d >= 0) == (a >= 0): // a saddle: a and c hang together
				join(top, right)
				join(bottom, left)
			case len(cut) == 4:
				join(top, left)
				join(right, bottom)
			}
		}
	}
	return links
}

// follow draws a line from an edge on and takes its links away.
func (m *mesh) follow(p *pen, links map[int]link, e int) {
	from, start := -1, e
	for {
		l := links[e]
		delete(links, e)
		next := -1
		for _, to := range l.to[:l.count] {
			if _, left := links[to]; to != from && (left || to == start) {
				next = to
				break
			}
		}
		if next < 0 {
			return
		}
		x0, y0 := m.crossing(e)
		x1, y1 := m.crossing(next)
		p.line(x0, y0, x1, y1)
		if next == start {
			return
		}
		from, e = e, next
	}
}

// crossing is where f is level on an edge, in dots.
func (m *mesh) crossing(e int) (x, y float64) {
	k := e / 2
	x, y = float64(k%m.w), float64(k/m.w)
	other := k + 1
	if e%2 == 1 {
		other = k + m.w
	}
	t := m.v[k] / (m.v[k] - m.v[other])
	if e%2 == 1 {
		y += t
	} else {
		x += t
	}
	return x * float64(m.step), y * float64(m.step)
}
