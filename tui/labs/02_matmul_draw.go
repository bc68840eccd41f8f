package labs

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Draw shows the two matrices and the growing result: a product with B above
// and A at the left of the result, so that a row and a column meet in the
// entry that they make; the others side by side.
func (m *matmul) Draw(c *plot.Canvas, l lang.Lang) {
	_, err := m.result()
	switch {
	case err != nil:
		m.drawMisfit(c, l)
	case c.Width() >= 66 && c.Height() < 20:
		picture, side := sideBySide(c, 30)
		m.drawCalculation(picture, l, true)
		m.drawLog(side, l)
	default:
		h := m.drawCalculation(c, l, false)
		m.drawLog(c.Sub(0, h, c.Width(), c.Height()-h), l)
	}
}

// drawCalculation draws the matrices in the upper part of the canvas, or in
// its middle, and returns the number of rows used.
func (m *matmul) drawCalculation(c *plot.Canvas, l lang.Lang, middle bool) int {
	a, b, r := m.grids()
	if m.chosen("op") == "product" {
		return m.drawMeeting(c, a, b, r, l, middle)
	}
	return m.drawInLine(c, a, b, r, middle)
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
	a.lit = func(i, j int) bool { return i == row }
	b.lit = func(i, j int) bool { return j == col }
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
func (m *matmul) drawMeeting(c *plot.Canvas, a, b, r grid, l lang.Lang, middle bool) int {
	b.cell = max(b.cell, r.cell)
	room := 2 // of the line that is written out below
	if c.Height() >= a.height()+b.height()+2+len(r.m.Data)+room && c.Width() >= 40 || middle && c.Height() >= 12 {
		a.pitch, b.pitch = 2, 2
		a.cell, b.cell = max(a.cell, 5), max(b.cell, 6)
	}
	if a.width()+b.width()+2 > c.Width() || 2*(a.height()+b.height())+1 > 2*c.Height() {
		a.pitch, b.pitch = 1, 1
	}
	r.cell, r.pitch = b.cell, a.pitch
	gap := 1
	if a.pitch == 1 && c.Height() < 10 {
		gap = 0
	}
	w, h := a.width()+2+b.width(), b.height()+gap+a.height()
	left, top := max(0, (c.Width()-w)/2), 0
	if middle {
		top = max(0, (c.Height()-h)/2)
	}
	b.draw(c, left+a.width()+2, top)
	a.draw(c, left, top+b.height()+gap)
	r.draw(c, left+a.width()+2, top+b.height()+gap)
	m.drawNames(c.Sub(left, top, a.width()+1, b.height()), a.m, b.m, l)
	return top + h
}

// drawNames fills the empty quarter of the picture of a product: the shapes.
func (m *matmul) drawNames(c *plot.Canvas, a, b nn.Matrix, l lang.Lang) {
	first, second := m.names()
	stack(c,
		row{{second + " ", theme.ClassB}, {size(b.Rows, b.Cols) + " →", theme.Muted}},
		row{{first + " ", theme.ClassA}, {size(a.Rows, a.Cols) + " ↓", theme.Muted}},
	)
}

// size writes a shape: "2×3".
func size(rows, cols int) string { return brief(float64(rows)) + "×" + brief(float64(cols)) }

// drawInLine draws a calculation place by place: A op B = C.
func (m *matmul) drawInLine(c *plot.Canvas, a, b, r grid, middle bool) int {
	op := sign(m.chosen("op"))
	inLine := a.width() + b.width() + r.width() + 6
	if inLine > c.Width() {
		return m.drawInTwoLines(c, a, b, r, op)
	}
	if c.Height() >= 3*a.height()+len(r.m.Data)+2 || middle && c.Height() >= 2*a.height() {
		a.pitch, b.pitch, r.pitch = 2, 2, 2
	}
	if spare := (c.Width() - inLine) / (3 * a.m.Cols); spare > 0 {
		a.cell, b.cell, r.cell = a.cell+min(2, spare), b.cell+min(2, spare), r.cell+min(2, spare)
	}
	inLine = a.width() + b.width() + r.width() + 6
	top, left := 1, (c.Width()-inLine)/2
	if c.Height() < 12 {
		top = 0
	}
	if middle {
		top = (c.Height() - a.height()) / 2
	}
	half := top + a.height()/2
	a.draw(c, left, top)
	left += a.width() + 1
	c.Text(left, half, op, theme.Accent)
	b.draw(c, left+2, top)
	left += 2 + b.width() + 1
	c.Text(left, half, "=", theme.Muted)
	r.draw(c, left+2, top)
	return top + a.height()
}

func (m *matmul) drawInTwoLines(c *plot.Canvas, a, b, r grid, op string) int {
	half := a.height() / 2
	a.draw(c, 2, 0)
	c.Text(a.width()+3, half, op, theme.Accent)
	b.draw(c, a.width()+5, 0)
	c.Text(0, a.height()+half, "=", theme.Muted)
	r.draw(c, 2, a.height())
	return 2 * a.height()
}

// drawLog writes one line for every entry that was begun, the last one at the
// bottom, as many as there is room for.
func (m *matmul) drawLog(c *plot.Canvas, l lang.Lang) {
	entry, terms := m.progress()
	z, _ := m.result()
	top := 0
	if c.Height() > len(z.Data) {
		top = 1
	}
	if entry < 0 {
		c.Text(0, top, fit(c.Width(), l,
			lang.Sprintf("%d×%d의 칸을 하나씩 채워요.", "Fill the %d×%d places one by one.", z.Rows, z.Cols),
			lang.Sprintf("%d×%d 채우기", "fill %d×%d", z.Rows, z.Cols)), theme.Muted)
		return
	}
	rows := min(c.Height()-top, entry+1)
	for k := range rows {
		e := entry - rows + 1 + k
		done := m.termsPerEntry()
		role := theme.Muted
		if e == entry {
			done, role = terms, theme.Strong
		}
		name := size(e/z.Cols+1, e%z.Cols+1)
		name = strings.Replace(name, "×", ",", 1) + "  "
		text := m.line(e, done)
		if ansi.StringWidth(name+text) > c.Width() {
			name = ""
		}
		c.Text(c.Text(0, top+k, name, theme.Accent), top+k, text, role)
	}
}

// drawMisfit shows two matrices that do not fit, and for a product the row
// and the column that do not pair up.
func (m *matmul) drawMisfit(c *plot.Canvas, l lang.Lang) {
	a, b, _ := m.grids()
	op := m.chosen("op")
	if op == "product" {
		a.lit = func(i, j int) bool { return i == 0 }
		b.lit = func(i, j int) bool { return j == 0 }
	}
	if c.Height() >= 14 {
		a.pitch, b.pitch = 2, 2
	}
	w := a.width() + b.width() + 4
	left, top := max(0, (c.Width()-w)/2), 0
	if c.Height() >= 12 {
		top = 1
	}
	c.TextCenter(left+a.width()/2, top, size(a.m.Rows, a.m.Cols), theme.Muted)
	c.TextCenter(left+a.width()+4+b.width()/2, top, size(b.m.Rows, b.m.Cols), theme.Muted)
	a.draw(c, left, top+1)
	c.Text(left+a.width()+1, top+1+min(a.height(), b.height())/2, sign(op), theme.Accent)
	b.draw(c, left+a.width()+4, top+1)
	at := top + 2 + max(a.height(), b.height())
	if op == "product" {
		c.Text(0, at, unpaired(a.m.Row(0), b.m.T().Row(0)), theme.Warning)
		at++
	}
	for i, s := range strings.Split(ansi.Wordwrap(m.reason().In(l), c.Width(), ""), "\n") {
		c.Text(0, at+i, s, theme.Text)
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
