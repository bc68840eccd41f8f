package labs_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"hakseup/tui/plot"
)

// holdAreas wants no dot where nothing is that was drawn, and the numbers under
// each plot in their columns. It returns how many plots it has held.
func (p cells) holdAreas(t *testing.T, name string) int {
	t.Helper()
	var areas []*plot.Area
	inks := map[*plot.Area]*ink{}
	for _, d := range p.drawn {
		if inks[d.Area] == nil {
			inks[d.Area] = newInk(d.Area)
			areas = append(areas, d.Area)
		}
		inks[d.Area].add(d)
	}
	for _, a := range areas {
		p.holdColumns(t, name, a)
		if stray, x, y := p.stray(a, inks[a]); stray > 0 {
			t.Errorf("%s: %d dots show nothing, one at (%.3g, %.3g)", name, stray, x, y)
		}
	}
	return len(areas)
}

// stray counts the dots of an area that are in no ink, and says where one is.
func (p cells) stray(a *plot.Area, ok *ink) (n int, x, y float64) {
	left, top, w, h := a.Cells()
	for j := range 4 * h {
		for i := range 2 * w {
			if set, covered := p.dotsNear(2*left+i, float64(4*top+j), float64(4*top+j)); set && !covered && !ok.may(i, j) {
				n, x, y = n+1, ok.x(float64(i)), ok.y(float64(j))
			}
		}
	}
	return n, x, y
}

// holdColumns wants each number under an area in the column of its value.
func (p cells) holdColumns(t *testing.T, name string, a *plot.Area) {
	t.Helper()
	left, top, w, h := a.Cells()
	if top+h+1 >= len(p.rows) || left < 1 || p.rows[top+h][left-1] != '└' {
		return
	}
	xs := a.X()
	for col := left; col < left+w; col++ {
		word := wordAt(p.rows[top+h+1], col)
		v, err := strconv.ParseFloat(strings.Replace(word, "−", "-", 1), 64)
		if p.rows[top+h][col] != '┬' || err != nil {
			continue
		}
		if a.LogX() {
			v = math.Log10(v)
		}
		dot := (v - xs.Min) / (xs.Max - xs.Min) * float64(2*w-1)
		if off := math.Abs(dot - 2*float64(col-left) - 0.5); off > 1+edge {
			t.Errorf("%s: the number %s stands under column %d, its place is %.2f", name, word, col-left, (dot-0.5)/2)
		}
	}
}

// edge is by how many dots a value may be read off where it lies between two cells.
const edge = 0.1

// wordAt is the word of a line that covers a column.
func wordAt(line []rune, col int) string {
	from, to := col, col
	for from > 0 && line[from-1] != ' ' {
		from--
	}
	for to < len(line) && line[to] != ' ' {
		to++
	}
	return string(line[from:max(from, to)])
}

// ink is where dots may be in an area: within a dot and a half of what was drawn.
type ink struct {
	a    *plot.Area
	w, h int // in dots
	set  []bool
}

func newInk(a *plot.Area) *ink {
	_, _, w, h := a.Cells()
	return &ink{a: a, w: 2 * w, h: 4 * h, set: make([]bool, 8*w*h)}
}

func (k *ink) may(i, j int) bool { return k.set[j*k.w+i] }

func (k *ink) x(dot float64) float64 {
	r := k.a.X()
	return r.Min + (r.Max-r.Min)*dot/float64(k.w-1)
}

func (k *ink) y(dot float64) float64 {
	r := k.a.Y()
	return r.Max - (r.Max-r.Min)*dot/float64(k.h-1)
}

func (k *ink) dots(x, y float64) (float64, float64) {
	xs, ys := k.a.X(), k.a.Y()
	return (x - xs.Min) / (xs.Max - xs.Min) * float64(k.w-1), (ys.Max - y) / (ys.Max - ys.Min) * float64(k.h-1)
}

// penReach is how far from its line a dot may be: half a dot of rounding, and one
// more of a pen that is two dots thick.
const penReach = 1.55

func (k *ink) add(d plot.Drawn) {
	switch {
	case d.Mark != "":
	case d.F != nil:
		k.curve(d.F)
	case d.Level != nil:
		k.contour(d.Level)
	default:
		x0, y0 := k.dots(d.X, d.Y)
		x1, y1 := k.dots(d.ToX, d.ToY)
		k.line(x0, y0, x1, y1, penReach)
		if d.Arrow {
			head := min(7, math.Hypot(x1-x0, y1-y0))
			k.disc(x1-(x1-x0)*head/2/max(1, math.Hypot(x1-x0, y1-y0)), y1-(y1-y0)*head/2/max(1, math.Hypot(x1-x0, y1-y0)), 5.5)
		}
	}
}

// curve follows y = f(x), and leaves a jump open.
func (k *ink) curve(f func(float64) float64) {
	at := func(i float64) float64 { _, y := k.dots(0, f(k.x(i))); return y }
	for i := range 4 * (k.w - 1) {
		k.piece(at, float64(i)/4, float64(i+1)/4, 0)
	}
}

func (k *ink) piece(at func(float64) float64, from, to float64, depth int) {
	y0, y1 := at(from), at(to)
	if math.Abs(y1-y0) > 1 && depth < 12 && !(max(y0, y1) < -3 || min(y0, y1) > float64(k.h+3)) {
		k.piece(at, from, (from+to)/2, depth+1)
		k.piece(at, (from+to)/2, to, depth+1)
		return
	}
	if math.Abs(y1-y0) <= 3 {
		k.line(from, y0, to, y1, penReach)
		return
	}
	k.disc(from, y0, penReach)
	k.disc(to, y1, penReach)
}

// contour allows the dots around which a function changes its sign, also where it
// does so just beyond the edge.
func (k *ink) contour(level func(x, y float64) float64) {
	const near = 3 // it is looked up at every second dot of a large picture
	w, h := k.w+2*near, k.h+2*near
	above := make([]bool, w*h)
	for i := range above {
		above[i] = level(k.x(float64(i%w-near)), k.y(float64(i/w-near))) > 0
	}
	for j := range k.h {
		for i := range k.w {
			here := above[(j+near)*w+i+near]
			for v := j; v <= j+2*near; v++ {
				for u := i; u <= i+2*near; u++ {
					k.set[j*k.w+i] = k.set[j*k.w+i] || above[v*w+u] != here
				}
			}
		}
	}
}

// line allows the dots around a straight line.
func (k *ink) line(x0, y0, x1, y1, within float64) {
	if math.IsNaN(x0+y0+x1+y1) || math.IsInf(x0+y0+x1+y1, 0) {
		return
	}
	clamp := func(v float64, most int) int { return int(max(0, min(float64(most), v))) }
	for j := clamp(min(y0, y1)-within, k.h); j < clamp(max(y0, y1)+within+1, k.h); j++ {
		for i := clamp(min(x0, x1)-within, k.w); i < clamp(max(x0, x1)+within+1, k.w); i++ {
			if !k.set[j*k.w+i] && distance(float64(i), float64(j), x0, y0, x1, y1) <= within {
				k.set[j*k.w+i] = true
			}
		}
	}
}

func (k *ink) disc(x, y, within float64) { k.line(x, y, x, y, within) }

// distance is that of a point from a piece of a line.
func distance(px, py, x0, y0, x1, y1 float64) float64 {
	dx, dy := x1-x0, y1-y0
	t := 0.0
	if length := dx*dx + dy*dy; length > 0 {
		t = max(0, min(1, ((px-x0)*dx+(py-y0)*dy)/length))
	}
	return math.Hypot(px-x0-t*dx, py-y0-t*dy)
}
