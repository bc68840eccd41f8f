package plot

// Drawn is a curve or a mark that was drawn, for whoever holds the picture
// against what it should show.
type Drawn struct {
	Area   *Area
	F      func(x float64) float64 // of a curve
	Stroke Stroke
	Mark   Mark // "": it is a curve
	X, Y   float64
}

// Watch has every curve and every mark told from now on.
func (c *Canvas) Watch(f func(Drawn)) { c.g.watch = f }

func (g *grid) watched(d Drawn) {
	if g.watch != nil {
		g.watch(d)
	}
}

// Cells returns where the picture of the area, without the numbers beside it,
// lies on the whole canvas.
func (a *Area) Cells() (col, row, w, h int) { return a.c.col, a.c.row, a.c.w, a.c.h }
