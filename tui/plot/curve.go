package plot

import (
	"math"

	"hakseup/tui/theme"
)

// Curve draws y = f(x) over the whole range. Where f is NaN or infinite, or
// jumps, the curve is broken: a step function has no riser.
func (a *Area) Curve(f func(x float64) float64, r theme.Role, s Stroke) {
	t := tracer{a: a, f: f, pen: a.broadPen(r, s)}
	a.c.g.watched(Drawn{Area: a, F: f, Stroke: s})
	from := t.at(0)
	for i := 1; i < a.dotsWide(); i++ {
		to := t.at(float64(i))
		t.join(from, to, 0, math.Abs(to.y-from.y))
		from = to
	}
}

// tracer follows a curve from one column of dots to the next.
type tracer struct {
	a   *Area
	f   func(float64) float64
	pen *pen
}

// place is a point of the curve in dots.
type place struct{ x, y float64 }

func (p place) finite() bool { return !math.IsNaN(p.y) && !math.IsInf(p.y, 0) }

func (t *tracer) at(dot float64) place {
	_, y := t.a.dots(0, t.f(t.a.dataX(dot)))
	return place{dot, y}
}

// deepest is how often a piece may be halved: to a thousandth of a dot.
const deepest = 10

// join draws the piece between two places that are rise dots apart, or were
// before it was halved. A steep piece is halved: on a curve its rise shrinks
// with every halving, at a jump one half keeps all of it.
func (t *tracer) join(from, to place, depth int, rise float64) {
	near := math.Abs(to.y-from.y) <= 1.5
	switch both := from.finite() && to.finite(); {
	case !from.finite() && !to.finite(), both && t.beyond(from, to):
		t.pen.down = false
		return
	case both && (near || depth == deepest && math.Abs(to.y-from.y) < rise/2):
		t.pen.line(from.x, from.y, to.x, to.y)
		return
	case depth == deepest:
		t.stop(from, to)
		return
	}
	mid := t.at((from.x + to.x) / 2)
	t.join(from, mid, depth+1, rise)
	t.join(mid, to, depth+1, rise)
}

// stop draws the two ends of a break.
func (t *tracer) stop(from, to place) {
	for _, p := range []place{from, to} {
		if p.finite() {
			t.pen.line(p.x, p.y, p.x, p.y)
		}
		t.pen.lift()
	}
}

// beyond reports whether both places are outside on the same side.
func (t *tracer) beyond(from, to place) bool {
	low := float64(t.a.dotsHigh())
	return from.y < -1 && to.y < -1 || from.y > low && to.y > low
}
