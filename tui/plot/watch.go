package plot

// Drawn is something that was drawn, for whoever holds the picture against what
// it should show: a mark, a curve, a contour, or a straight line from (X, Y) to
// (ToX, ToY).
type Drawn struct {
	Area     *Area
	Mark     Mark                       // "": it is no mark
	F        func(x float64) float64    // of a curve
	Level    func(x, y float64) float64 // of a contour: 0 on it
	Stroke   Stroke
	X, Y     float64
	ToX, ToY float64
	Arrow    bool // the line ends in a head
}

// Watch has all that is drawn from now on told.
func (c *Canvas) Watch(f func(Drawn)) { c.g.watch = f }

func (g *grid) watched(d Drawn) {
	if g.watch != nil {
		g.watch(d)
	}
}

// Cells returns where the picture of the area, without the numbers beside it,
// lies on the whole canvas.
func (a *Area) Cells() (col, row, w, h int) { return a.c.col, a.c.row, a.c.w, a.c.h }
