package plot

import (
	"slices"

	"hakseup/tui/theme"
)

// frame is how the axes along the left and the bottom are laid out.
type frame struct {
	left, top  int // cells beside and above the picture
	labelRow   bool
	ys         []tick
	xs         []tick
	numberSpan int // columns that numbers of the x axis may use
}

// layFrame finds room for the numbers, then fits the picture into what is
// left. The name of the x axis stands at the end of its numbers, or below them
// where it would displace them.
func (a *Area) layFrame() frame {
	whole := a.c
	roomy := whole.h >= 14
	f := a.tryFrame(whole, roomy)
	if len(f.xs) < 2 && a.axes.XLabel != "" && !roomy && whole.h > 6 {
		f = a.tryFrame(whole, true)
	}
	return f
}

// tryFrame lays the frame out with or without a row for the name of the x
// axis. The width of the numbers of the y axis depends on its range, which
// Equal may widen with the width that is left: some rounds settle it.
func (a *Area) tryFrame(whole *Canvas, labelRow bool) frame {
	f := frame{left: 2, labelRow: labelRow && a.axes.XLabel != "", numberSpan: whole.w}
	bottom := 2
	if f.labelRow {
		bottom = 3
	} else if a.axes.XLabel != "" {
		f.numberSpan -= Width(a.axes.XLabel) + 1
	}
	if a.axes.YLabel != "" && whole.h >= 10 {
		f.top = 1
	}
	for round := 0; ; round++ {
		a.c = whole.Sub(f.left, f.top, whole.w-f.left, whole.h-f.top-bottom)
		a.fit()
		f.ys = a.yTicks()
		left := 1 + widest(f.ys)
		if round == 3 || left == f.left {
			break
		}
		f.left = left
	}
	f.xs = a.xTicks(f.left, f.numberSpan)
	return f
}

func widest(ts []tick) int {
	w := 0
	for _, t := range ts {
		w = max(w, Width(t.label))
	}
	return w
}

// drawFrame draws axes along the left and the bottom, outside the picture.
func (a *Area) drawFrame(f frame) {
	whole := &Canvas{g: a.c.g, col: a.c.col - f.left, row: a.c.row - f.top}
	whole.w, whole.h = f.left+a.c.w, f.top+a.c.h+2
	if f.labelRow {
		whole.h++
	}
	line := f.top + a.c.h
	for row := f.top; row < line; row++ {
		a.rule(whole, f.left-1, row, '│')
	}
	a.rule(whole, f.left-1, line, '└')
	for col := range a.c.w {
		a.rule(whole, f.left+col, line, '─')
	}
	for _, t := range f.ys {
		if _, row, ok := a.cellOf(a.dataX(0), t.value); ok {
			a.rule(whole, f.left-1, f.top+row, '┤')
			whole.TextRight(f.left-1, f.top+row, t.label, theme.Muted)
		}
	}
	for _, t := range f.xs {
		if col, _, ok := a.cellOf(t.value, a.dataY(0)); ok {
			a.rule(whole, f.left+col, line, '┬')
			whole.Text(numberCol(f.left+col, t.label, f.numberSpan), line+1, t.label, theme.Muted)
		}
	}
	a.drawNames(whole, f)
	if a.Focused() {
		a.rule(whole, f.left-1, f.top, '▸')
	}
}

// drawNames writes what the axes along the left and the bottom are called.
func (a *Area) drawNames(whole *Canvas, f frame) {
	line := f.top + a.c.h
	switch {
	case f.labelRow:
		whole.TextCenter(f.left+a.c.w/2, line+2, a.axes.XLabel, theme.Muted)
	default:
		whole.TextRight(whole.w, line+1, a.axes.XLabel, theme.Muted)
	}
	switch {
	case f.top > 0:
		whole.Text(max(0, f.left-1-Width(a.axes.YLabel)/2), 0, a.axes.YLabel, theme.Muted)
	case a.axes.YLabel != "":
		a.note(a.axes.YLabel, theme.Muted, true, spot{1, 0}, spot{3, 0}, spot{5, 0}, spot{8, 0}, spot{1, 1})
	}
}

// numberCol is where a number starts that stands under a column.
func numberCol(col int, label string, span int) int {
	w := Width(label)
	return max(0, min(col-(w-1)/2, span-w))
}

// drawCross draws axes through the origin, or along the edge that is nearest
// to it. Their numbers are placed when the picture is complete, where they
// cover nothing.
func (a *Area) drawCross() {
	col, row := a.origin()
	for i := range a.c.w {
		a.rule(a.c, i, row, '─')
	}
	for j := range a.c.h {
		a.rule(a.c, col, j, '│')
	}
	ox, oy := a.X(), a.Y()
	if x := a.axes.XLabel; x != "" {
		w := Width(x)
		a.note(x, theme.Muted, true, spot{a.c.w - w, row - 1}, spot{a.c.w - w, row + 1})
	}
	if y := a.axes.YLabel; y != "" {
		a.note(y, theme.Muted, true, spot{col + 2, 0}, spot{col - 1 - Width(y), 0})
	}
	for _, t := range a.xTicks(0, a.c.w) {
		if i, _, ok := a.cellOf(t.value, oy.Min); ok && i != col {
			a.rule(a.c, i, row, '┴')
			at := numberCol(i, t.label, a.c.w)
			a.note(t.label, theme.Muted, false, spot{at, row + 1}, spot{at, row - 1})
		}
	}
	for _, t := range a.yTicks() {
		if _, j, ok := a.cellOf(ox.Min, t.value); ok && j != row {
			a.rule(a.c, col, j, '├')
			a.note(t.label, theme.Muted, false, spot{col - 1 - Width(t.label), j}, spot{col + 2, j})
		}
	}
	a.rule(a.c, col, row, '┼')
	if a.Focused() {
		a.rule(a.c, col, 0, '▸')
	}
	a.note("0", theme.Muted, false, spot{col - 2, row + 1}, spot{col + 2, row + 1},
		spot{col - 2, row - 1}, spot{col + 2, row - 1})
}

// origin is the cell where the axes cross.
func (a *Area) origin() (col, row int) {
	x, y := a.X(), a.Y()
	col, row, _ = a.cellOf(max(x.Min, min(x.Max, 0)), max(y.Min, min(y.Max, 0)))
	return col, row
}

// rule puts a piece of an axis on a cell, behind dots and text.
func (a *Area) rule(c *Canvas, col, row int, piece rune) {
	q := c.at(col, row)
	if q == nil {
		return
	}
	q.rule, q.ruleRole = piece, theme.Faint
	if a.Focused() {
		q.ruleRole = theme.Accent
	}
}

// Focused reports whether the area has the keyboard.
func (a *Area) Focused() bool { return a.axes.Name != "" && a.axes.Name == a.c.g.focus }

// xTicks chooses the finest round step whose numbers keep apart.
func (a *Area) xTicks(left, span int) []tick {
	wide := 8
	if a.axes.Equal { // as the numbers of the y axis, if they fit
		wide = 6
	}
	steps := a.X().steps(max(5, a.c.w/wide))
	if a.axes.Degrees {
		steps = []float64{45, 90, 180}
	}
	for _, step := range steps {
		if a.axes.LogX && step < 1 {
			continue
		}
		if ts, ok := a.apart(powers(a.X().ticks(step), a.axes.LogX), left, span); ok {
			return ts
		}
	}
	return nil
}

// apart returns the ticks whose numbers can stand under them, and whether
// these have two blanks between them.
func (a *Area) apart(all []tick, left, span int) (ts []tick, ok bool) {
	free := 0
	for _, t := range all {
		col, _, in := a.cellOf(t.value, a.dataY(0))
		at, w := numberCol(left+col, t.label, span), Width(t.label)
		if !in || left+col >= at+w {
			continue
		}
		switch {
		case at >= free:
			ts, free = append(ts, t), at+w+2
		case at+w < span: // at the end, squeezed in, it can be spared
			return nil, false
		}
	}
	return ts, true
}

// yTicks returns the numbers beside the y axis: those that stand in the middle of
// rows, or else of the finest round step whose numbers are far enough apart, less
// far where there would be but one number.
func (a *Area) yTicks() (ts []tick) {
	if a.step > 0 {
		return powers(a.Y().ticks(a.step), a.axes.LogY)
	}
	for gap := a.gap(); gap > 0; gap-- {
		for _, step := range a.Y().steps(max(5, a.c.h/gap)) {
			if a.axes.LogY && step < 1 {
				continue
			}
			ts = powers(a.Y().ticks(step), a.axes.LogY)
			if a.rowsApart(ts) >= gap {
				break
			}
		}
		if len(ts) > 1 {
			break
		}
	}
	return ts
}

// rowsApart is how close the closest two numbers beside the y axis are.
func (a *Area) rowsApart(ts []tick) int {
	least, last := a.c.h, -a.c.h
	for _, t := range slices.Backward(ts) {
		if _, row, ok := a.cellOf(a.dataX(0), t.value); ok {
			least, last = min(least, row-last), row
		}
	}
	return least
}
