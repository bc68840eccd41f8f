package plot

import "math"

// Axes says how an area of data coordinates lies on a canvas.
type Axes struct {
	X, Y           Range
	XLabel, YLabel string
	Equal          bool   // a unit is as long in x as in y: one of the ranges is widened
	Cross          bool   // axes through the origin, as in school; otherwise along the left and the bottom
	Name           string // by which the mouse and the arrow keys find the area; "": they act elsewhere
	Degrees        bool   // x is an angle: its numbers are parts of a turn
	Bare           bool   // no axes and no numbers: a small picture among others
	LogX, LogY     bool   // the coordinates are decadic logarithms: the number at −2 is 0.01

	rows bool // the ends of Y lie in the middle of the outer rows
}

// Area returns an area with axes and round tick numbers that fills the canvas.
// On a canvas too small for numbers the picture has all of it.
func (c *Canvas) Area(axes Axes) *Area {
	axes.X, axes.Y = axes.X.sane(), axes.Y.sane()
	a := &Area{c: c, axes: axes}
	switch {
	case axes.Bare || c.w < 12 || c.h < 4:
		a.fit()
	case axes.Cross:
		a.fit()
		a.drawCross()
	default:
		a.drawFrame(a.layFrame())
	}
	if axes.Name != "" {
		c.g.areas = append(c.g.areas, a)
	}
	return a
}

// Area is a part of a canvas with data coordinates. Whatever is drawn outside
// it is clipped.
type Area struct {
	c    *Canvas // the picture itself, without the numbers beside it
	axes Axes
	// The point (x, y) lies ox + sx·x dots from the left column of dots and
	// oy − sy·y dots from the top row of dots.
	ox, oy, sx, sy float64
	step           float64 // between the numbers of the y axis; 0: to be chosen
}

// LogY reports whether y coordinates are decadic logarithms.
func (a *Area) LogY() bool { return a.axes.LogY }

// LogX reports whether x coordinates are decadic logarithms.
func (a *Area) LogX() bool { return a.axes.LogX }

// X returns the range that is shown, which Equal may have widened.
func (a *Area) X() Range { return Range{a.dataX(0), a.dataX(float64(a.dotsWide() - 1))} }

// Y returns the range that is shown, which Equal may have widened.
func (a *Area) Y() Range { return Range{a.dataY(float64(a.dotsHigh() - 1)), a.dataY(0)} }

func (a *Area) dotsWide() int { return max(2*a.c.w, 2) }
func (a *Area) dotsHigh() int { return max(4*a.c.h, 4) }

// dots returns where a point lies in braille dots from the top left one.
func (a *Area) dots(x, y float64) (float64, float64) {
	return a.ox + a.sx*x, a.oy - a.sy*y
}

func (a *Area) dataX(dot float64) float64 { return (dot - a.ox) / a.sx }
func (a *Area) dataY(dot float64) float64 { return (a.oy - dot) / a.sy }

// cellOf returns the cell of a point, which may be outside.
func (a *Area) cellOf(x, y float64) (col, row int, ok bool) {
	px, py := a.dots(x, y)
	px, py = math.Floor((px+0.5)/2), math.Floor((py+0.5)/4)
	if !(px >= 0 && py >= 0 && px < float64(a.c.w) && py < float64(a.c.h)) {
		return 0, 0, false
	}
	return int(px), int(py), true
}

// fit lays the ranges over the dots. Dots are square, so Equal means one scale
// for both. The numbers of the y axis stand in the middle of rows, so that a
// curve that is there runs beside them, and axes that cross have the origin in
// the middle of a cell, where their lines are.
func (a *Area) fit() {
	x := newScale(a.axes.X, a.dotsWide(), false)
	y := newScale(a.axes.Y, a.dotsHigh(), true)
	y.whole = a.axes.LogY
	a.step = 0
	switch {
	case a.axes.rows:
		y.shrink(y.per * float64(a.dotsHigh()-4) / float64(a.dotsHigh()-1))
	case a.axes.Equal:
		a.fitEqual(&x, &y)
	case !a.axes.Bare:
		a.step = y.align(a.gap(), func(float64) bool { return true })
		if a.axes.Cross {
			x.snap(2)
		}
		if a.axes.Cross && a.step == 0 {
			y.snap(4)
		}
	}
	a.ox, a.sx, a.oy, a.sy = x.zero, x.per, y.zero, y.per
}

// fitEqual lays both ranges at one scale: with the numbers of the y axis in the
// middle of rows, if that takes little off it.
func (a *Area) fitEqual(x, y *scale) {
	const little = 0.8
	per := min(x.per, y.per)
	x.shrink(per)
	y.shrink(per)
	rows := *y
	step := rows.align(a.gap(), func(per float64) bool {
		columns := *x
		columns.per = per
		return !a.axes.Cross || columns.place(2)
	})
	switch {
	case !a.axes.Bare && step > 0 && rows.per >= little*per:
		a.step, *y = step, rows
		x.shrink(y.per)
		if a.axes.Cross {
			x.place(2)
		}
	case a.axes.Cross: // snapping may take off the one more than the other
		x.snap(2)
		y.snap(4)
		per = min(x.per, y.per)
		x.per, y.per = per, per
	}
}

// gap is how many rows the numbers of the y axis are apart at least: where one
// scale is for both, as far as those of the x axis must be.
func (a *Area) gap() int {
	switch {
	case a.axes.Equal:
		return 4
	case a.c.h > 12:
		return 3
	}
	return 2
}

// scale lays a range over a row of dots.
type scale struct {
	r    Range
	n    int     // dots
	per  float64 // dots per unit
	zero float64 // dots from the first dot to 0
	down bool    // values grow towards the first dot
	// whole says that only whole numbers are round: those of powers of ten.
	whole bool
}

func newScale(r Range, n int, down bool) scale {
	s := scale{r: r, n: n, down: down, per: float64(n-1) / (r.Max - r.Min)}
	s.center()
	return s
}

// center puts the middle of the range in the middle of the dots.
func (s *scale) center() {
	mid := (s.r.Min/2 + s.r.Max/2) * s.per
	if s.down {
		mid = -mid
	}
	s.zero = float64(s.n-1)/2 - mid
}

func (s *scale) shrink(per float64) {
	s.per = per
	s.center()
}

// align lays round numbers on the middles of rows, and returns the step between
// them: of the steps whose numbers are gap rows apart, at a scale that fits, the
// finest that takes little off the scale. Where there is none, closer together.
func (s *scale) align(gap int, fits func(per float64) bool) (step float64) {
	const rowDots, little = 4, 0.75
	best := *s
	for ; gap > 0 && step == 0; gap-- {
		best.per = 0
		for _, each := range s.r.steps(max(5, s.n/rowDots/gap)) {
			if s.whole && each < 1 {
				continue
			}
			if len(s.r.ticks(each)) < 2 {
				break
			}
			for rows := math.Floor(s.per * each / rowDots); rows >= float64(gap); rows-- {
				t := *s
				if t.per = rows * rowDots / each; t.place(rowDots) && fits(t.per) {
					if t.per > best.per {
						best, step = t, each
					}
					break
				}
			}
			if best.per >= little*s.per {
				break
			}
		}
	}
	if step > 0 {
		*s = best
	}
	return step
}

// place moves 0 to the middle of a cell of size dots such that the whole range
// is in view, and reports whether there is such a cell.
func (s *scale) place(size int) bool {
	const slack = 1e-9
	before, after := s.around()
	half := float64(size-1) / 2
	lo, hi := s.per*before-slack, float64(s.n-1)-s.per*after+slack
	cell := math.Round(((lo+hi)/2 - half) / float64(size))
	s.zero = cell*float64(size) + half
	return lo <= s.zero && s.zero <= hi
}

// snap moves 0 to the middle of a cell of size dots and takes as much off the
// scale as keeps the whole range in view: of the two cells that are near, the
// one that takes less. Where 0 is not in view, nothing is done.
func (s *scale) snap(size int) {
	if !(s.zero >= 0 && s.zero <= float64(s.n-1)) {
		return
	}
	half := float64(size-1) / 2
	cell := math.Floor((s.zero - half) / float64(size))
	best := scale{}
	for _, c := range [...]float64{cell, cell + 1} {
		t := *s
		t.zero = max(0, min(c, float64(s.n/size-1)))*float64(size) + half
		t.per = min(s.per, t.most())
		if t.per > best.per {
			best = t
		}
	}
	*s = best
}

// around returns how far the range reaches from 0, towards the first dot and
// away from it.
func (s *scale) around() (before, after float64) {
	if s.down {
		return s.r.Max, -s.r.Min
	}
	return -s.r.Min, s.r.Max
}

// most is the largest scale that shows the whole range with 0 where it is.
func (s *scale) most() float64 {
	before, after := s.around()
	per := math.Inf(1)
	if before > 0 {
		per = min(per, s.zero/before)
	}
	if after > 0 {
		per = min(per, (float64(s.n-1)-s.zero)/after)
	}
	return per
}
