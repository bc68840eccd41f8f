// Package plot draws on a grid of terminal cells.
package plot

import "hakseup/tui/theme"

// Canvas is a grid of cells. Columns and rows are counted from 0 at the top
// left; whatever falls outside is clipped.
type Canvas struct{ w, h int }

// New returns an empty canvas of w columns and h rows.
func New(w, h int) *Canvas { return &Canvas{w: w, h: h} }

// Width returns the number of columns.
func (c *Canvas) Width() int { return c.w }

// Height returns the number of rows.
func (c *Canvas) Height() int { return c.h }

// Sub returns a part of the canvas. It shares its cells with the whole.
func (c *Canvas) Sub(col, row, w, h int) *Canvas { return &Canvas{w: w, h: h} }

// Text writes s from a cell on and returns the column after it.
func (c *Canvas) Text(col, row int, s string, r theme.Role) int { return col }

// TextRight writes s so that it ends before column col.
func (c *Canvas) TextRight(col, row int, s string, r theme.Role) {}

// TextCenter writes s centred on column col.
func (c *Canvas) TextCenter(col, row int, s string, r theme.Role) {}

// Highlight lays the accent behind w cells of text: the row and column of a
// matrix that are being multiplied. Without colours it shows as reverse video.
func (c *Canvas) Highlight(col, row, w int) {}

// Bar draws a horizontal bar of eighth blocks over w cells; frac is the part
// of them that is filled, from 0 to 1.
func (c *Canvas) Bar(col, row, w int, frac float64, r theme.Role) {}

// Range is an interval of an axis.
type Range struct{ Min, Max float64 }

// Axes says how an area of data coordinates lies on a canvas.
type Axes struct {
	X, Y           Range
	XLabel, YLabel string
	Equal          bool // a unit is as long in x as in y: one of the ranges is widened
	Cross          bool // axes through the origin, as in school; otherwise along the left and the bottom
	Pointable      bool // the mouse and the arrow keys act here
}

// Area returns an area with axes and round tick numbers that fills the canvas.
func (c *Canvas) Area(a Axes) *Area { return &Area{} }

// Area is a part of a canvas with data coordinates.
type Area struct{}

// X returns the range that is shown, which Equal may have widened.
func (a *Area) X() Range { return Range{} }

// Y returns the range that is shown, which Equal may have widened.
func (a *Area) Y() Range { return Range{} }

// Stroke is the pattern of a line.
type Stroke uint8

// The strokes.
const (
	Solid Stroke = iota
	Dashed
	Dotted
)

// Mark is the sign of a point.
type Mark string

// The marks.
const (
	Dot      Mark = "●"
	Ring     Mark = "○"
	Diamond  Mark = "◆"
	Triangle Mark = "▲"
	Cross    Mark = "✕"
)

// Line draws a straight line in braille dots.
func (a *Area) Line(x0, y0, x1, y1 float64, r theme.Role, s Stroke) {}

// Arrow draws a line with a head at its end.
func (a *Area) Arrow(x0, y0, x1, y1 float64, r theme.Role, s Stroke) {}

// Path draws straight lines from point to point.
func (a *Area) Path(xs, ys []float64, r theme.Role, s Stroke) {}

// Curve draws y = f(x) over the whole range. Where f is NaN or infinite, or
// jumps, the curve is broken.
func (a *Area) Curve(f func(x float64) float64, r theme.Role, s Stroke) {}

// Mark draws the sign of a point.
func (a *Area) Mark(x, y float64, m Mark, r theme.Role) {}

// Label writes text beside a point, on the side where there is room.
func (a *Area) Label(x, y float64, s string, r theme.Role) {}

// Field paints f behind everything: -1 in the colour of class B, +1 in that
// of class A, 0 between them.
func (a *Area) Field(f func(x, y float64) float64) {}

// Contour draws the line on which f is level.
func (a *Area) Contour(f func(x, y float64) float64, level float64, r theme.Role, s Stroke) {}

// Entry is a line of a legend. A Mark stands for points, a Stroke for lines.
type Entry struct {
	Label  string
	Role   theme.Role
	Stroke Stroke
	Mark   Mark
}

// Legend writes entries side by side from a cell on, as many as fit, and
// returns the column after the last.
func (c *Canvas) Legend(col, row int, entries ...Entry) int { return col }

// Series is a curve of values at 0, 1, 2, …
type Series struct {
	Label  string
	Values []float64
	Role   theme.Role
}

// Loss draws loss curves with asciigraph over the whole canvas, a legend
// above them. Values that are not finite break a curve.
func (c *Canvas) Loss(xLabel string, series ...Series) {}

// Locate returns the data coordinates of a cell in the pointable area.
func (c *Canvas) Locate(col, row int) (x, y float64, ok bool) { return 0, 0, false }

// Lines renders the canvas: Height lines of exactly Width cells.
func (c *Canvas) Lines(t *theme.Theme) []string { return make([]string, c.h) }
