package labs

import (
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// shapes asks which shapes of two matrices fit a calculation.
type shapes struct{ panel }

const mostRows = 5

// NewShapes returns the lab of shapes that fit and shapes that do not.
func NewShapes() Lab {
	count := func(id string, label lang.Text, value float64) Control {
		c := slider(id, label, value, 1, mostRows, 1, 2)
		c.Format = brief
		return c
	}
	return &shapes{newPanel(
		choice("op", lang.T("계산", "operation"),
			Option{"product", lang.T("행렬 곱", "matrix product")},
			Option{"hadamard", lang.T("원소별 곱", "element-wise product")},
			Option{"sum", lang.T("합", "sum")}),
		count("m", lang.T("A의 행", "rows of A"), 2),
		count("n", lang.T("A의 열", "columns of A"), 3),
		count("k", lang.T("B의 행", "rows of B"), 3),
		count("p", lang.T("B의 열", "columns of B"), 2),
	)}
}

func (s *shapes) Title() lang.Text { return lang.T("모양 맞추기", "Fitting shapes") }

func (s *shapes) Reset(uint64) { s.reset() }

func (s *shapes) Controls() []Control { return s.list(nil) }

func (s *shapes) Set(id string, v float64) { s.set(id, math.Round(v)) }

func (s *shapes) operands() (a, b nn.Matrix) {
	n := func(id string) int { return int(s.value(id)) }
	return nn.NewMatrix(n("m"), n("n")), nn.NewMatrix(n("k"), n("p"))
}

// Draw shows the two shapes with what must match lit, and the shape of the
// result where they meet.
func (s *shapes) Draw(c *plot.Canvas, l lang.Lang) {
	a, b := s.operands()
	side := min(24, c.Width()/2)
	switch {
	case c.Height() < 12 && c.Width() < 60:
		at := s.drawSmall(c, a, b)
		s.drawVerdict(c.Sub(0, at, c.Width(), c.Height()-at), l)
	case c.Width() >= 66 && c.Height() < 20:
		picture, text := sideBySide(c, max(side, c.Width()-44))
		s.drawMeeting(picture, a, b)
		s.drawVerdict(text, l)
	default:
		h := c.Height() - 7
		s.drawMeeting(c.Sub(0, 0, c.Width(), h), a, b)
		s.drawVerdict(c.Sub(0, h, c.Width(), 7), l)
	}
}

// boxes draws a shape as squares, w columns each; lit ones are filled.
func boxes(c *plot.Canvas, col, row, rows, cols, w, pitch int, r theme.Role, lit func(i, j int) bool) {
	for i := range rows {
		for j := range cols {
			mark := "□"
			if lit != nil && lit(i, j) {
				mark = "■"
			}
			c.Text(col+j*w, row+i*pitch, mark, r)
		}
	}
}

// mustMatch returns which squares of A and B show the numbers that must be
// equal: a row and a column for a product, everything place by place.
func (s *shapes) mustMatch() (a, b func(i, j int) bool) {
	if s.value("op") == 0 {
		return func(i, _ int) bool { return i == 0 }, func(_, j int) bool { return j == 0 }
	}
	x, y := s.operands()
	shared := func(i, j int) bool {
		return i < min(x.Rows, y.Rows) && j < min(x.Cols, y.Cols)
	}
	return shared, shared
}

// drawMeeting draws B above and A at the left of the result of a product; for
// a calculation place by place A, B and the result side by side.
func (s *shapes) drawMeeting(c *plot.Canvas, a, b nn.Matrix) {
	litA, litB := s.mustMatch()
	result, err := operate(s.chosen("op"), a, b)
	w, pitch := 3, 1
	if c.Height() >= 2*2*mostRows+3 {
		w, pitch = 4, 2
	}
	if s.value("op") != 0 {
		s.drawBeside(c, a, b, litA, litB)
		return
	}
	left := (c.Width() - (2*mostRows*w + 6)) / 2
	top := max(0, (c.Height()-((a.Rows+b.Rows)*pitch+2))/2)
	ax, bx := left+(mostRows-a.Cols)*w, left+mostRows*w+6
	by, ay := top+1, top+2+b.Rows*pitch
	c.Text(bx, top, "B "+size(b.Rows, b.Cols), theme.ClassB)
	boxes(c, bx, by, b.Rows, b.Cols, w, pitch, theme.ClassB, litB)
	c.Text(max(0, ax-1), ay-1, "A "+size(a.Rows, a.Cols), theme.ClassA)
	boxes(c, ax, ay, a.Rows, a.Cols, w, pitch, theme.ClassA, litA)
	if err == nil {
		boxes(c, bx, ay, result.Rows, result.Cols, w, pitch, theme.Path, func(i, j int) bool { return i == 0 && j == 0 })
		return
	}
	c.Text(bx, ay, "✕", theme.Wrong)
}

func (s *shapes) drawBeside(c *plot.Canvas, a, b nn.Matrix, litA, litB func(i, j int) bool) {
	w, pitch := 2, 1
	if c.Height() >= 2*mostRows+2 && c.Width() >= 60 {
		w, pitch = 3, 2
	}
	slot := c.Width() / 3
	top := max(0, (c.Height()-max(a.Rows, b.Rows)*pitch-1)/2)
	draw := func(k int, name string, m nn.Matrix, r theme.Role, lit func(i, j int) bool) {
		x := k*slot + (slot-m.Cols*w)/2
		c.Text(x, top, name+size(m.Rows, m.Cols), r)
		boxes(c, x, top+1, m.Rows, m.Cols, w, pitch, r, lit)
	}
	draw(0, "A ", a, theme.ClassA, litA)
	draw(1, "B ", b, theme.ClassB, litB)
	c.Text(slot, top+1, sign(s.chosen("op")), theme.Accent)
	c.Text(2*slot, top+1, "=", theme.Muted)
	result, err := operate(s.chosen("op"), a, b)
	if err != nil {
		c.TextCenter(2*slot+slot/2, top+1, "✕", theme.Wrong)
		return
	}
	draw(2, "", result, theme.Path, nil)
}

// drawSmall draws the shapes side by side, a column a square, and returns the
// rows used.
func (s *shapes) drawSmall(c *plot.Canvas, a, b nn.Matrix) int {
	litA, litB := s.mustMatch()
	boxes(c, 0, 0, a.Rows, a.Cols, 1, 1, theme.ClassA, litA)
	c.Text(mostRows+1, 0, sign(s.chosen("op")), theme.Muted)
	boxes(c, mostRows+3, 0, b.Rows, b.Cols, 1, 1, theme.ClassB, litB)
	c.Text(2*mostRows+4, 0, "=", theme.Muted)
	if result, err := operate(s.chosen("op"), a, b); err == nil {
		boxes(c, 2*mostRows+6, 0, result.Rows, result.Cols, 1, 1, theme.Path, nil)
	} else {
		c.Text(2*mostRows+6, 0, "✕", theme.Wrong)
	}
	return mostRows
}

// drawVerdict says whether the shapes fit, in this order and in the other.
func (s *shapes) drawVerdict(c *plot.Canvas, l lang.Lang) {
	a, b := s.operands()
	rows := []row{s.verdict("A", "B", a, b), s.verdict("B", "A", b, a)}
	if c.Height() > 3 {
		rows = append(rows, nil)
	}
	at := stack(c, rows...)
	for i, line := range strings.Split(ansi.Wordwrap(s.Caption(l), c.Width(), ""), "\n") {
		c.Text(0, at+i, line, theme.Text)
	}
}

// verdict is a line such as "A·B (2×3)·(3×2) = 2×2".
func (s *shapes) verdict(x, y string, a, b nn.Matrix) row {
	op := sign(s.chosen("op"))
	r := row{
		{x + op + y + "  ", theme.Strong},
		{size(a.Rows, a.Cols), theme.ClassA},
		{" " + op + " ", theme.Muted},
		{size(b.Rows, b.Cols), theme.ClassB},
		{" = ", theme.Muted},
	}
	if x == "B" {
		r[1].role, r[3].role = theme.ClassB, theme.ClassA
	}
	if c, err := operate(s.chosen("op"), a, b); err == nil {
		return append(r, piece{size(c.Rows, c.Cols), theme.Correct})
	}
	return append(r, piece{"✕", theme.Wrong})
}

// Caption says why the shapes fit or do not.
func (s *shapes) Caption(l lang.Lang) string {
	a, b := s.operands()
	op := s.chosen("op")
	c, err := operate(op, a, b)
	switch {
	case err != nil:
		return misfit(op, "A", "B", a, b).In(l)
	case op == "product":
		return lang.Sprintf("안쪽의 %d끼리 맞아 결과는 %d×%d, 곱셈은 모두 %d번이에요.",
			"The inner numbers are both %d; the result is %d×%d and takes %d multiplications.",
			a.Cols, c.Rows, c.Cols, c.Rows*c.Cols*a.Cols).In(l)
	}
	return lang.Sprintf("두 모양이 같아 결과도 %d×%d예요.", "Both shapes are the same, and so is the result: %d×%d.", c.Rows, c.Cols).In(l)
}

// Describe says the picture in words.
func (s *shapes) Describe(l lang.Lang) string {
	a, b := s.operands()
	return lang.Sprintf("A는 %s, B는 %s. ", "A is %s, B is %s. ", size(a.Rows, a.Cols), size(b.Rows, b.Cols)).In(l) + s.Caption(l)
}
