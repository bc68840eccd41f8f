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
	a.c.g.watched(Drawn{Area: a, Stroke: s, Level: func(x, y float64) float64 { return f(x, y) - level }})
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
		l := links[e]
		if l.count == 0 {
			m.edges = append(m.edges, e)
		}
		if l.count < len(l.to) {
			l.to[l.count] = f
			l.count++
		}
		links[e] = l
	}
	for j := range m.h - 1 {
		for i := range m.w - 1 {
			cuts, n := m.square(i, j)
			for k := 0; k+1 < n; k += 2 {
				join(cuts[k], cuts[k+1])
				join(cuts[k+1], cuts[k])
			}
		}
	}
	return links
}

// square lists the edges of a square that the line crosses, none, two or four,
// such that it runs from the first to the second and from the third to the
// fourth.
func (m *mesh) square(i, j int) (cuts [4]int, n int) {
	a, b := m.v[j*m.w+i], m.v[j*m.w+i+1]
	d, c := m.v[(j+1)*m.w+i], m.v[(j+1)*m.w+i+1]
	if math.IsNaN(a + b + c + d) {
		return cuts, 0
	}
	for _, e := range [...]struct {
		id   int
		p, q float64
	}{{m.across(i, j), a, b}, {m.down(i+1, j), b, c}, {m.across(i, j+1), c, d}, {m.down(i, j), d, a}} {
		if e.p >= 0 != (e.q >= 0) {
			cuts[n] = e.id
			n++
		}
	}
	if n == 4 && (a+b+c+d >= 0) != (a >= 0) { // a saddle whose middle is with b and d
		cuts[1], cuts[3] = cuts[3], cuts[1]
	}
	return cuts, n
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
