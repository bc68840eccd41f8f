package plot

import "math"

// Field paints f behind everything: -1 in the colour of class B, +1 in that
// of class A, 0 between them. It is worked out once for each half of a cell.
func (a *Area) Field(f func(x, y float64) float64) { a.paint(f, false) }

// Pixels is Field in full colours, for a picture on which nothing is written.
func (a *Area) Pixels(f func(x, y float64) float64) { a.paint(f, true) }

func (a *Area) paint(f func(x, y float64) float64, pixels bool) {
	for row := range a.c.h {
		for half := range 2 {
			y := a.dataY(4*float64(row) + 2*float64(half) + 0.5)
			for col := range a.c.w {
				v := f(a.dataX(2*float64(col)+0.5), y)
				if math.IsNaN(v) {
					v = 0
				}
				q := a.c.at(col, row)
				q.field[half], q.painted, q.pixels = float32(max(-1, min(1, v))), true, pixels
			}
		}
	}
}
