package plot

import (
	"math"

	"hakseup/tui/theme"
)

// Stroke is the pattern of a line.
type Stroke uint8

// The strokes.
const (
	Solid Stroke = iota
	Dashed
	Dotted
)

// on reports whether the nth dot along a stroke is set.
func (s Stroke) on(n int) bool {
	switch s {
	case Dashed:
		return n%8 < 5
	case Dotted:
		return n%4 < 2
	case Solid:
	}
	return true
}

// dot sets one braille dot of the picture.
func (a *Area) dot(px, py int, r theme.Role) {
	if px < 0 || py < 0 {
		return
	}
	if q := a.c.at(px/2, py/4); q != nil {
		q.dots |= brailleBits[py%4][px%2]
		q.dotRole = r
	}
}

// brailleBits is how Unicode numbers the dots of a cell.
var brailleBits = [4][2]uint8{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}

// pen draws connected lines in dots and carries the pattern on from one to the
// next.
type pen struct {
	a      *Area
	role   theme.Role
	stroke Stroke
	broad  bool // two dots thick, around where the line is
	walked int
	x, y   int // the last dot
	down   bool
}

func (a *Area) pen(r theme.Role, s Stroke) *pen { return &pen{a: a, role: r, stroke: s} }

// broadPen is the pen of curves: two dots thick in a picture that has room.
func (a *Area) broadPen(r theme.Role, s Stroke) *pen {
	const wide, high = 24, 9
	return &pen{a: a, role: r, stroke: s, broad: a.c.w >= wide && a.c.h >= high}
}

// lift ends a line; the next one starts afresh.
func (p *pen) lift() { p.down, p.walked = false, 0 }

// line draws from one place to another, in dots. What is outside the picture
// takes no time.
func (p *pen) line(x0, y0, x1, y1 float64) {
	w, h := float64(p.a.dotsWide()-1), float64(p.a.dotsHigh()-1)
	x0, y0, x1, y1, ok := clip(x0, y0, x1, y1, w+0.499, h+0.499)
	if !ok {
		p.down = false
		return
	}
	i0, j0, i1, j1 := int(math.Round(x0)), int(math.Round(y0)), int(math.Round(x1)), int(math.Round(y1))
	n := max(abs(i1-i0), abs(j1-j0))
	steep := abs(j1-j0) > abs(i1-i0)
	for k := 0; k <= n; k++ {
		t := 0.0
		if n > 0 {
			t = float64(k) / float64(n)
		}
		p.step(x0+(x1-x0)*t, y0+(y1-y0)*t, steep)
	}
}

// step sets the next dot of the pattern, once: the nearest, or the nearest two.
func (p *pen) step(px, py float64, steep bool) {
	x, y := int(math.Round(px)), int(math.Round(py))
	if p.down && x == p.x && y == p.y {
		return
	}
	if p.stroke.on(p.walked) {
		p.a.dot(x, y, p.role)
		switch {
		case p.broad && steep:
			p.a.dot(x+beside(px), y, p.role)
		case p.broad:
			p.a.dot(x, y+beside(py), p.role)
		}
	}
	p.x, p.y, p.down = x, y, true
	p.walked++
}

// beside is the way from the nearest dot to the second nearest.
func beside(at float64) int {
	if at < math.Round(at) {
		return -1
	}
	return 1
}

func abs(n int) int { return max(n, -n) }

// clip cuts a line to the rectangle from −0.499 to w and h, after Liang and
// Barsky 1984.
func clip(x0, y0, x1, y1, w, h float64) (_, _, _, _ float64, ok bool) {
	const edge = -0.499
	dx, dy := x1-x0, y1-y0
	if math.IsNaN(dx+dy) || math.IsInf(dx, 0) || math.IsInf(dy, 0) {
		return 0, 0, 0, 0, false
	}
	t0, t1 := 0.0, 1.0
	for _, side := range [...][2]float64{{-dx, x0 - edge}, {dx, w - x0}, {-dy, y0 - edge}, {dy, h - y0}} {
		p, q := side[0], side[1]
		switch {
		case p == 0 && q < 0:
			return 0, 0, 0, 0, false
		case p < 0:
			t0 = max(t0, q/p)
		case p > 0:
			t1 = min(t1, q/p)
		}
	}
	if t0 > t1 {
		return 0, 0, 0, 0, false
	}
	return x0 + t0*dx, y0 + t0*dy, x0 + t1*dx, y0 + t1*dy, true
}

// Line draws a straight line in braille dots.
func (a *Area) Line(x0, y0, x1, y1 float64, r theme.Role, s Stroke) {
	px, py := a.dots(x0, y0)
	qx, qy := a.dots(x1, y1)
	a.c.g.watched(Drawn{Area: a, Stroke: s, X: x0, Y: y0, ToX: x1, ToY: y1})
	a.pen(r, s).line(px, py, qx, qy)
}

// Path draws straight lines from point to point, as thick as a curve. A point
// that is not finite breaks it.
func (a *Area) Path(xs, ys []float64, r theme.Role, s Stroke) { a.join(a.broadPen(r, s), xs, ys) }

// Thread draws as Path does, one dot thick: one of many lines side by side.
func (a *Area) Thread(xs, ys []float64, r theme.Role, s Stroke) { a.join(a.pen(r, s), xs, ys) }

func (a *Area) join(p *pen, xs, ys []float64) {
	for i := 1; i < min(len(xs), len(ys)); i++ {
		px, py := a.dots(xs[i-1], ys[i-1])
		qx, qy := a.dots(xs[i], ys[i])
		a.c.g.watched(Drawn{Area: a, Stroke: p.stroke, X: xs[i-1], Y: ys[i-1], ToX: xs[i], ToY: ys[i]})
		p.line(px, py, qx, qy)
	}
}

// Arrow draws a line with a head at its end. The head is a filled triangle
// whose tip is exactly at the end.
func (a *Area) Arrow(x0, y0, x1, y1 float64, r theme.Role, s Stroke) {
	const spread = 0.42 // half width over length
	a.c.g.watched(Drawn{Area: a, Stroke: s, X: x0, Y: y0, ToX: x1, ToY: y1, Arrow: true})
	px, py := a.dots(x0, y0)
	qx, qy := a.dots(x1, y1)
	qx, qy = math.Round(qx), math.Round(qy) // on a dot, so that the tip shows
	length := math.Hypot(qx-px, qy-py)
	if !(length < math.Inf(1)) {
		return
	}
	if length < 1 {
		a.pen(r, Solid).line(qx, qy, qx, qy)
		return
	}
	head := min(max(0.25*length, 4), 7, 0.7*length)
	ux, uy := (qx-px)/length, (qy-py)/length
	a.pen(r, s).line(px, py, qx-ux*head, qy-uy*head)
	wide := max(1, head*spread)
	for j := int(qy - head - wide); j <= int(qy+head+wide)+1; j++ {
		for i := int(qx - head - wide); i <= int(qx+head+wide)+1; i++ {
			dx, dy := float64(i)-qx, float64(j)-qy
			along, across := -(dx*ux + dy*uy), math.Abs(dx*uy-dy*ux)
			if along >= -0.5 && along <= head+0.25 && across <= max(along*spread, 0)+0.45 {
				a.dot(i, j, r)
			}
		}
	}
}
