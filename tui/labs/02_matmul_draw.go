package labs

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Draw shows the two matrices and the growing result: a product with B above
// and A at the left of the result, so that a row and a column meet in the
// entry that they make; the others side by side. The entries are written out
// below or, where that is wide enough, at the right.
func (m *matmul) Draw(c *plot.Canvas, l lang.Lang) {
	z, err := m.result()
	if err != nil {
		m.drawMisfit(c, l)
		return
	}
	log, entries := 32, len(z.Data)
	if wide := c.Width() >= 68; wide {
		picture, side := sideBySide(c, log)
		_, middle := m.drawCalculation(picture, 0)
		top := max(0, middle-entries/2)
		m.drawLog(side.Sub(0, top, log, c.Height()-top), l)
		return
	}
	bottom, _ := m.drawCalculation(c, entries+1)
	left := max(0, (c.Width()-log)/2)
	m.drawLog(c.Sub(left, bottom, c.Width()-left, c.Height()-bottom), l)
}

// drawCalculation draws the matrices so that the given number of rows below
// them stays free if it can, all of it in the middle of the canvas. It
// returns the row below the picture and the row in its middle.
func (m *matmul) drawCalculation(c *plot.Canvas, below int) (bottom, middle int) {
	a, b, r := m.grids()
	if m.chosen("op") == "product" {
		return m.drawMeeting(c, a, b, r, below)
	}
	return m.drawInLine(c, a, b, r, below)
}

// grids returns the grids of the operands and of the result, with what the
// last step touched lit.
func (m *matmul) grids() (a, b, r grid) {
	x, y := m.operands()
	z, err := m.result()
	a, b = newGrid(x), newGrid(y)
	if err != nil {
		return a, b, r
	}
	r = newGrid(z)
	entry, terms := m.progress()
	r.text = func(i, j int) string {
		switch e := i*z.Cols + j; {
		case m.finished(e):
			return brief(z.At(i, j))
		case e == entry:
			return "…"
		}
		return "?"
	}
	r.role = func(i, j int) theme.Role {
		switch e := i*z.Cols + j; {
		case e == entry:
			return theme.Strong
		case m.finished(e):
			return theme.Text
		}
		return theme.Faint
	}
	if entry < 0 {
		return a, b, r
	}
	row, col := entry/z.Cols, entry%z.Cols
	here := func(i, j int) bool { return i == row && j == col }
	r.lit, a.lit, b.lit = here, here, here
	if m.chosen("op") != "product" {
		return a, b, r
	}
	a.lit = func(i, _ int) bool { return i == row }
	b.lit = func(_, j int) bool { return j == col }
	a.role = func(i, j int) theme.Role { return factorRole(i == row, j, terms) }
	b.role = func(i, j int) theme.Role { return factorRole(j == col, i, terms) }
	return a, b, r
}

// factorRole tells the factors of the last term from the others of the row
// and column at work.
func factorRole(atWork bool, k, terms int) theme.Role {
	switch {
	case atWork && k == terms-1:
		return theme.Strong
	case atWork:
		return theme.Text
	}
	return theme.Muted
}

// drawMeeting draws a product: B at the upper right, A at the lower left, the
// result where they meet.
func (m *matmul) drawMeeting(c *plot.Canvas, a, b, r grid, below int) (bottom, middle int) {
	b.cell = max(b.cell, r.cell)
	rows := func(pitch int) int { return (a.m.Rows-1+b.m.Rows-1)*pitch + 3 }
	for pitch := 3; pitch > 1; pitch-- {
		spread := a.m.Cols*(2+pitch) + b.m.Cols*(3+pitch) + 8
		if rows(pitch)+below <= c.Height() && spread <= c.Width() {
			a.pitch, b.pitch = pitch, pitch
			a.cell, b.cell = max(a.cell, 2+pitch), max(b.cell, 3+pitch)
			break
		}
	}
	r.cell, r.pitch = b.cell, a.pitch
	gap := 1
	if rows(a.pitch)+below > c.Height() {
		gap = 0
	}
	w, h := a.width()+2+b.width(), b.height()+gap+a.height()
	left, top := max(0, (c.Width()-w)/2), max(0, (c.Height()-below-h)/2)
	corner, low := left+a.width()+2, top+b.height()+gap
	b.draw(c, corner, top)
	a.draw(c, left, low)
	r.draw(c, corner, low)
	m.drawNames(c.Sub(left, top, a.width()+1, b.height()), a.m, b.m)
	return top + h, top + h/2
}

// drawNames fills the empty quarter of the picture of a product: the shapes.
func (m *matmul) drawNames(c *plot.Canvas, a, b nn.Matrix) {
	first, second := m.names()
	stack(c,
		row{{second + " ", theme.ClassB}, {size(b.Rows, b.Cols) + " →", theme.Muted}},
		row{{first + " ", theme.ClassA}, {size(a.Rows, a.Cols) + " ↓", theme.Muted}},
	)
}

// size writes a shape: "2×3".
func size(rows, cols int) string { return brief(float64(rows)) + "×" + brief(float64(cols)) }

// drawInLine draws a calculation place by place: A op B = C.
func (m *matmul) drawInLine(c *plot.Canvas, a, b, r grid, below int) (bottom, middle int) {
	op := sign(m.chosen("op"))
	line := func() int { return a.width() + b.width() + r.width() + 6 }
	if line() > c.Width() {
		return m.drawInTwoLines(c, a, b, r, op, below)
	}
	pitch := 1
	for pitch < 3 && (a.m.Rows-1)*(pitch+1)+1+below <= c.Height() {
		pitch++
	}
	a.pitch, b.pitch, r.pitch = pitch, pitch, pitch
	spare := min(2, (c.Width()-line())/(3*a.m.Cols))
	a.cell, b.cell, r.cell = a.cell+spare, b.cell+spare, r.cell+spare
	left, top := (c.Width()-line())/2, max(0, (c.Height()-below-a.height())/2)
	half := top + a.height()/2
	a.draw(c, left, top)
	left += a.width() + 1
	c.Text(left, half, op, theme.Accent)
	b.draw(c, left+2, top)
	left += 2 + b.width() + 1
	c.Text(left, half, "=", theme.Muted)
	r.draw(c, left+2, top)
	return top + a.height(), half
}

// drawInTwoLines is drawInLine where that is too wide: the result comes below.
func (m *matmul) drawInTwoLines(c *plot.Canvas, a, b, r grid, op string, below int) (bottom, middle int) {
	h := a.height()
	half, gap := h/2, 0
	if 2*h+1+below <= c.Height() {
		gap = 1
	}
	left := max(2, (c.Width()-a.width()-b.width()-3)/2)
	a.draw(c, left, 0)
	c.Text(left+a.width()+1, half, op, theme.Accent)
	b.draw(c, left+a.width()+3, 0)
	c.Text(left-2, h+gap+half, "=", theme.Muted)
	r.draw(c, left, h+gap)
	return 2*h + gap, h
}

// drawLog writes a line for every entry of the result, those that are still
// to come as what they will be made of. Where there is no room for all, the
// last ones that were begun stay.
func (m *matmul) drawLog(c *plot.Canvas, l lang.Lang) {
	entry, terms := m.progress()
	z, _ := m.result()
	n := len(z.Data)
	top := 0
	if c.Height() > n {
		top = 1
	}
	rows := min(c.Height()-top, n)
	first := max(0, min(entry, n-1)-rows+1)
	for k := range rows {
		e := first + k
		i, j := e/z.Cols+1, e%z.Cols+1
		text, role := m.plan(i, j, l), theme.Faint
		switch {
		case e == entry:
			text, role = m.line(e, terms), theme.Strong
		case e < entry:
			text, role = m.line(e, m.termsPerEntry()), theme.Text
		}
		name := "c" + subscript(fmt.Sprintf("%d%d", i, j)) + " "
		if ansi.StringWidth(name+text) > c.Width() {
			name = ""
		}
		c.Text(c.Text(0, top+k, name, theme.Muted), top+k, text, role)
	}
}

// plan says what an entry will be made of.
func (m *matmul) plan(i, j int, l lang.Lang) string {
	first, second := m.names()
	if m.chosen("op") == "product" {
		return lang.Sprintf("%s의 %d행 · %s의 %d열", "row %[2]d of %[1]s · column %[4]d of %[3]s", first, i, second, j).In(l)
	}
	op, index := " + ", subscript(fmt.Sprintf("%d%d", i, j))
	if m.chosen("op") == "hadamard" {
		op = "·"
	}
	return strings.ToLower(first) + index + op + strings.ToLower(second) + index
}

// drawMisfit shows two matrices that do not fit, and for a product the row
// and the column that do not pair up.
func (m *matmul) drawMisfit(c *plot.Canvas, l lang.Lang) {
	a, b, _ := m.grids()
	op := m.chosen("op")
	if op == "product" {
		a.lit = func(i, _ int) bool { return i == 0 }
		b.lit = func(_, j int) bool { return j == 0 }
	}
	reason := strings.Split(ansi.Wordwrap(m.reason().In(l), min(c.Width(), 44), ""), "\n")
	below := len(reason)
	if op == "product" {
		below += 2
	}
	for pitch := 3; pitch > 1; pitch-- {
		if 2+(max(a.m.Rows, b.m.Rows)-1)*pitch+2+below <= c.Height() {
			a.pitch, b.pitch, a.cell, b.cell = pitch, pitch, a.cell+pitch-1, b.cell+pitch-1
			break
		}
	}
	h := max(a.height(), b.height())
	left, top := max(0, (c.Width()-a.width()-b.width()-4)/2), max(0, (c.Height()-h-2-below)/2)
	c.TextCenter(left+a.width()/2, top, size(a.m.Rows, a.m.Cols), theme.ClassA)
	c.TextCenter(left+a.width()+4+b.width()/2, top, size(b.m.Rows, b.m.Cols), theme.ClassB)
	a.draw(c, left, top+1)
	c.Text(left+a.width()+1, top+1+min(a.height(), b.height())/2, sign(op), theme.Accent)
	b.draw(c, left+a.width()+4, top+1)
	at := top + 2 + h
	if top+2+h+below > c.Height() {
		at--
	}
	if op == "product" {
		c.TextCenter(c.Width()/2, at, unpaired(a.m.Row(0), b.m.T().Row(0)), theme.Warning)
		at += below - len(reason) - 1
	}
	indent := max(0, (c.Width()-44)/2)
	for i, s := range reason {
		c.Text(indent, at+i, s, theme.Text)
	}
}

// unpaired writes the terms of a row and a column of different lengths, with
// a cross where a partner is missing.
func unpaired(row, column []float64) string {
	var terms []string
	for k := range max(len(row), len(column)) {
		x, y := "✕", "✕"
		if k < len(row) {
			x = brief(row[k])
		}
		if k < len(column) {
			y = bracketed(column[k])
		}
		terms = append(terms, x+"·"+y)
	}
	return strings.Join(terms, " + ")
}
