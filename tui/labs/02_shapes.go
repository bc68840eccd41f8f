package labs

import (
	"fmt"
	"math"

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
		toggle("swap", lang.T("순서 바꾸기", "swap the order")),
	)}
}

func (s *shapes) Title() lang.Text { return lang.T("모양 맞추기", "Fitting shapes") }

func (s *shapes) Reset(uint64) { s.reset() }

func (s *shapes) Controls() []Control { return s.list(nil) }

func (s *shapes) Set(id string, v float64) { s.set(id, math.Round(v)) }

// operands returns the two matrices in the order in which they are used.
func (s *shapes) operands() (a, b nn.Matrix) {
	n := func(id string) int { return int(s.value(id)) }
	a, b = nn.NewMatrix(n("m"), n("n")), nn.NewMatrix(n("k"), n("p"))
	if s.on("swap") {
		a, b = b, a
	}
	return a, b
}

// names are what the operands are called, in the order in which they are used.
func (s *shapes) names() (first, second string) {
	if s.on("swap") {
		return "B", "A"
	}
	return "A", "B"
}

// Draw shows the two shapes with what must match lit, and the shape of the
// result where they meet.
func (s *shapes) Draw(c *plot.Canvas, l lang.Lang) {
	a, b := s.operands()
	switch {
	case c.Height() < 12 && c.Width() < 60:
		at := s.drawSmall(c, a, b)
		s.drawVerdict(c.Sub(0, at, c.Width(), c.Height()-at), l)
	case c.Width() >= 66 && c.Height() < 20:
		picture, text := sideBySide(c, min(38, c.Width()-38))
		s.drawMeeting(picture, a, b)
		top := max(0, (c.Height()-3)/2)
		s.drawVerdict(text.Sub(0, top, text.Width(), c.Height()-top), l)
	default:
		h := c.Height() - 4
		s.drawMeeting(c.Sub(0, 0, c.Width(), h), a, b)
		left := max(0, (c.Width()-38)/2)
		s.drawVerdict(c.Sub(left, h, c.Width()-left, 4), l)
	}
}

// board is where a shape is drawn: mostRows by mostRows places of which it
// takes some, those at the right or the bottom when it is pushed there.
type board struct {
	c                 *plot.Canvas
	col, row          int
	w, pitch          int
	toRight, toBottom bool
}

// draw draws a shape as squares; lit ones are filled. The places that it
// leaves free are dots.
func (b board) draw(rows, cols int, r theme.Role, lit func(i, j int) bool) {
	down, right := 0, 0
	if b.toBottom {
		down = mostRows - rows
	}
	if b.toRight {
		right = mostRows - cols
	}
	for i := range mostRows {
		for j := range mostRows {
			mark, role := "·", theme.Faint
			if y, x := i-down, j-right; y >= 0 && y < rows && x >= 0 && x < cols {
				mark, role = "□", r
				if lit(y, x) {
					mark = "■"
				}
			}
			b.c.Text(b.col+j*b.w, b.row+i*b.pitch, mark, role)
		}
	}
}

func none(int, int) bool { return false }

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
	if s.chosen("op") != "product" {
		s.drawBeside(c, a, b)
		return
	}
	w, pitch := 2, 1
	for k := 4; k > 2; k-- {
		if 2*mostRows*k+4 <= c.Width() {
			w = k
			break
		}
	}
	if w == 4 && c.Height() >= 2*2*mostRows+3 {
		pitch = 2
	}
	span := mostRows * w
	left, top := (c.Width()-2*span-3)/2, max(0, (c.Height()-2*mostRows*pitch-2)/2)
	right, low := left+span+3, top+mostRows*pitch+2
	litA, litB := s.mustMatch()
	first, second := s.names()
	c.Text(right, top, second+" "+size(b.Rows, b.Cols), theme.ClassB)
	board{c: c, col: right, row: top + 1, w: w, pitch: pitch, toBottom: true}.draw(b.Rows, b.Cols, theme.ClassB, litB)
	c.Text(left, low-1, first+" "+size(a.Rows, a.Cols), theme.ClassA)
	board{c: c, col: left, row: low, w: w, pitch: pitch, toRight: true}.draw(a.Rows, a.Cols, theme.ClassA, litA)
	s.drawResult(board{c: c, col: right, row: low, w: w, pitch: pitch}, right, low-1, a, b)
}

// drawResult draws the shape of the result with its name, or a cross.
func (s *shapes) drawResult(at board, col, row int, a, b nn.Matrix) {
	result, err := operate(s.chosen("op"), a, b)
	if err != nil {
		at.draw(0, 0, theme.Faint, none)
		at.c.Text(col, row, "✕", theme.Wrong)
		return
	}
	first := func(i, j int) bool { return s.chosen("op") == "product" && i == 0 && j == 0 }
	at.draw(result.Rows, result.Cols, theme.Path, first)
	at.c.Text(col, row, "= "+size(result.Rows, result.Cols), theme.Path)
}

func (s *shapes) drawBeside(c *plot.Canvas, a, b nn.Matrix) {
	w, pitch := 2, 1
	if c.Width() >= 3*(3*mostRows+1) {
		w = 3
		if c.Height() >= 2*mostRows+2 {
			pitch = 2
		}
	}
	slot := c.Width() / 3
	top := max(0, (c.Height()-mostRows*pitch-1)/2)
	left := (slot - (mostRows-1)*w - 1) / 2
	litA, litB := s.mustMatch()
	first, second := s.names()
	at := func(k int) board { return board{c: c, col: left + k*slot, row: top + 1, w: w, pitch: pitch} }
	c.Text(left, top, first+" "+size(a.Rows, a.Cols), theme.ClassA)
	at(0).draw(a.Rows, a.Cols, theme.ClassA, litA)
	c.Text(slot-1, top, sign(s.chosen("op")), theme.Accent)
	c.Text(left+slot, top, second+" "+size(b.Rows, b.Cols), theme.ClassB)
	at(1).draw(b.Rows, b.Cols, theme.ClassB, litB)
	s.drawResult(at(2), left+2*slot, top, a, b)
}

// drawSmall draws the shapes side by side, a column a square, and returns the
// rows used.
func (s *shapes) drawSmall(c *plot.Canvas, a, b nn.Matrix) int {
	litA, litB := s.mustMatch()
	at := func(k int) board { return board{c: c, col: k * (mostRows + 3), w: 1, pitch: 1} }
	at(0).draw(a.Rows, a.Cols, theme.ClassA, litA)
	c.Text(mostRows+1, 0, sign(s.chosen("op")), theme.Accent)
	at(1).draw(b.Rows, b.Cols, theme.ClassB, litB)
	s.drawResult(at(2), 3*mostRows+7, 0, a, b)
	return mostRows
}

// drawVerdict says whether the shapes fit: the shapes in a line, the numbers
// that must be equal, and the work that it takes.
func (s *shapes) drawVerdict(c *plot.Canvas, l lang.Lang) {
	a, b := s.operands()
	first, second := s.names()
	op := sign(s.chosen("op"))
	line := row{
		{first + op + second + "  ", theme.Strong},
		{size(a.Rows, a.Cols), theme.ClassA},
		{" " + op + " ", theme.Muted},
		{size(b.Rows, b.Cols), theme.ClassB},
		{" = ", theme.Muted},
	}
	result, err := operate(s.chosen("op"), a, b)
	if err != nil {
		stack(c, append(line, piece{"✕", theme.Wrong}), s.meeting(a, b, l))
		return
	}
	stack(c, append(line, piece{size(result.Rows, result.Cols), theme.Correct}), s.meeting(a, b, l),
		plain(s.work(a, result, l), theme.Muted))
}

// meeting sets the numbers against each other that must be equal.
func (s *shapes) meeting(a, b nn.Matrix, l lang.Lang) row {
	against := func(x, y int) piece {
		if x == y {
			return piece{fmt.Sprintf("%d = %d", x, y), theme.Correct}
		}
		return piece{fmt.Sprintf("%d ≠ %d", x, y), theme.Wrong}
	}
	if s.chosen("op") == "product" {
		return row{{lang.T("안쪽의 두 수: ", "inner numbers: ").In(l), theme.Text}, against(a.Cols, b.Rows)}
	}
	return row{
		{lang.T("행: ", "rows: ").In(l), theme.Text},
		against(a.Rows, b.Rows),
		{lang.T("  열: ", "  columns: ").In(l), theme.Text},
		against(a.Cols, b.Cols),
	}
}

// work counts the multiplications or additions.
func (s *shapes) work(a, result nn.Matrix, l lang.Lang) string {
	places := len(result.Data)
	switch s.chosen("op") {
	case "product":
		return lang.Sprintf("곱셈: 칸 %d개 × %d번 = %d번", "multiplications: %d places × %d = %d",
			places, a.Cols, places*a.Cols).In(l)
	case "sum":
		return lang.Sprintf("덧셈: 칸마다 1번, %d번", "additions: one a place, %d", places).In(l)
	}
	return lang.Sprintf("곱셈: 칸마다 1번, %d번", "multiplications: one a place, %d", places).In(l)
}

// Caption says why the shapes fit or do not.
func (s *shapes) Caption(l lang.Lang) string {
	a, b := s.operands()
	first, second := s.names()
	op := s.chosen("op")
	c, err := operate(op, a, b)
	switch {
	case err != nil:
		return misfit(op, first, second, a, b).In(l)
	case op == "product":
		return lang.Sprintf("%[1]s의 ■ 행과 %[2]s의 ■ 열을 내적하면 결과의 ■ 칸이 돼요.",
			"The row ■ of %[1]s times the column ■ of %[2]s makes the place ■.", first, second).In(l)
	}
	return lang.Sprintf("두 모양이 같아서 결과도 %d×%d 행렬이에요.", "Both shapes are the same, and so is the result: %d×%d.", c.Rows, c.Cols).In(l)
}

// Describe says the picture in words.
func (s *shapes) Describe(l lang.Lang) string {
	a, b := s.operands()
	first, second := s.names()
	return lang.Sprintf("%s의 모양은 %s, %s의 모양은 %s. ", "%s is %s, %s is %s. ",
		first, size(a.Rows, a.Cols), second, size(b.Rows, b.Cols)).In(l) + s.Caption(l)
}
