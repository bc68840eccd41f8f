package vectorsmatrices

import (
	"fmt"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// shapes asks which shapes of two matrices fit an operation.
type shapes struct {
	lab.Bench

	op         string
	m, n, k, p float64 // A is m×n, B is k×p
	swap       bool
}

// mostRows is how many rows or columns a matrix has at most.
const mostRows = 5

// NewShapes returns the lab "shapes".
func NewShapes() lab.Lab { return &shapes{} }

func (s *shapes) Title() lang.Text { return lang.T("모양 맞추기", "Fitting shapes") }

func (s *shapes) Clone() lab.Lab { c := *s; return &c }

func (s *shapes) Panel() lab.Panel {
	count := func(at *float64, id, ko, en string, start float64) *lab.Control {
		return lab.Slide(at, id, lang.T(ko, en), start).From(1, mostRows).By(1, 2).OnGrid().Writes(lab.Brief)
	}
	return lab.Panel{
		operations(&s.op),
		count(&s.m, "m", "A의 행", "rows of A", 2), count(&s.n, "n", "A의 열", "columns of A", 3),
		count(&s.k, "k", "B의 행", "rows of B", 3), count(&s.p, "p", "B의 열", "columns of B", 2),
		lab.Switch(&s.swap, "swap", lang.T("순서 바꾸기", "swap the order")),
	}
}

func (s *shapes) operands() operands {
	return ordered(s.op, nn.NewMatrix(int(s.m), int(s.n)), nn.NewMatrix(int(s.k), int(s.p)), s.swap)
}

// perEntry is the number of multiplications or additions for an entry.
func (s *shapes) perEntry() int {
	if s.op == opProduct {
		return s.operands().a.Cols
	}
	return 1
}

func (s *shapes) Facts() []lab.Fact {
	c, err := s.operands().result()
	num := func(id, ko, en string, v int) lab.Fact {
		return lab.Fact{ID: id, Label: lang.T(ko, en), Value: float64(v), Known: err == nil, Format: lab.Brief}
	}
	return []lab.Fact{
		s.operands().fits(), num("result.rows", "결과의 행", "rows of the result", c.Rows), num("result.cols", "결과의 열", "columns of the result", c.Cols),
		num("work", "계산 횟수", "calculations", len(c.Data)*s.perEntry()),
	}
}

func (s *shapes) Caption(l lang.Lang) string {
	o := s.operands()
	c, err := o.result()
	switch {
	case !s.Shows("fits") || !s.Shows("result"):
		return lang.Sprintf("%s의 모양은 %s, %s의 모양은 %s예요. 결과의 모양은 무엇일까요?", "%s is %s, %s is %s. Which shape has the result?",
			o.first, size(o.a), o.second, size(o.b)).In(l)
	case err != nil:
		return o.reason().In(l)
	case s.op == opProduct:
		return lang.Sprintf("%[1]s의 칠한 행과 %[2]s의 칠한 열을 내적하면 결과의 칠한 칸이 돼요.",
			"The filled row of %[1]s times the filled column of %[2]s makes the filled place.", o.first, o.second).In(l)
	}
	return lang.Sprintf("두 모양이 같아서 결과도 %s 행렬이에요.", "Both shapes are the same, and so is the result: %s.", size(c)).In(l)
}

// Views shows the two shapes with what must match filled, the shape of the
// result where they meet, and whether they fit.
func (s *shapes) Views() []lab.View {
	return []lab.View{{ID: "shapes", Label: lang.T("모양", "shapes"), Pictures: func(l lang.Lang) []lab.Block {
		verdict := lab.Exactly(s.verdict(l))
		var pictures []lab.Block
		for _, places := range [][2]int{{4, 2}, {4, 1}, {3, 1}, {2, 1}} {
			a, b, c := s.boards(places[0], places[1])
			m := s.operands().inLine(a, b, c)
			if s.op == opProduct {
				m = meeting(0, a, b, c)
			}
			pictures = append(pictures, lab.Beside(3, m, verdict), lab.Above(1, m, lab.Centered(verdict)))
		}
		return append(pictures, lab.Loosely(verdict, word(lab.Cell{})))
	}}}
}

// boards are the two shapes and that of the result.
func (s *shapes) boards(cell, pitch int) (a, b, c lab.Block) {
	o := s.operands()
	r, err := o.result()
	litA, litB := func(i, j int) bool { return i < o.b.Rows && j < o.b.Cols }, func(i, j int) bool { return i < o.a.Rows && j < o.a.Cols }
	litC := func(int, int) bool { return false }
	if s.op == opProduct { // a row and a column that must be of one length
		litA, litB = func(i, _ int) bool { return i == 0 }, func(_, j int) bool { return j == 0 }
		litC = func(i, j int) bool { return i == 0 && j == 0 }
	}
	name := named("=", theme.Path, r)
	switch {
	case err != nil:
		name = lab.In(theme.Wrong, string(plot.Cross))
	case !s.Shows("result"):
		r, name = nn.Matrix{}, lab.In(theme.Path, "= ?")
	}
	board := func(name lab.Cell, m nn.Matrix, lit func(i, j int) bool) lab.Block {
		g := lab.Matrix{Name: name, Entries: lab.Entries(m, lab.Brief), Cell: cell, Pitch: pitch}
		for i, cells := range g.Entries {
			for j := range cells {
				cells[j] = lab.In(name.Role, "□")
				if lit(i, j) {
					cells[j].Text = "■"
				}
			}
		}
		room := lab.Exactly(lab.Low(lab.Room(mostRows*cell+3, 2+(mostRows-1)*pitch, g)))
		return lab.Drawn(room.Need(), func(lang.Lang) string { return name.Text + "." }, room.Draw)
	}
	return board(named(o.first, theme.ClassA, o.a), o.a, litA), board(named(o.second, theme.ClassB, o.b), o.b, litB), board(name, r, litC)
}

// verdict says whether the shapes fit: the shapes in a line, the numbers that
// must be equal, and the work that it takes.
func (s *shapes) verdict(l lang.Lang) lab.Block {
	o := s.operands()
	c, err := o.result()
	result := lab.In(theme.Correct, s.Told("result", size(c)))
	if err != nil {
		result = lab.In(theme.Wrong, s.Told("fits", string(plot.Cross)))
	}
	against := func(x, y int) lab.Cell {
		switch {
		case !s.Shows("fits"):
			return lab.Muted(fmt.Sprintf("%d, %d", x, y))
		case x == y:
			return lab.In(theme.Correct, fmt.Sprintf("%d = %d", x, y))
		}
		return lab.In(theme.Wrong, fmt.Sprintf("%d ≠ %d", x, y))
	}
	name := func(ko, en string) lab.Cell { return lab.Plain(lang.T(ko, en).In(l)) }
	match := []lab.Cell{name("행: ", "rows: "), against(o.a.Rows, o.b.Rows), name("  열: ", "  columns: "), against(o.a.Cols, o.b.Cols)}
	work := lang.T("곱셈", "multiplications")
	switch s.op {
	case opProduct:
		match = []lab.Cell{name("안쪽의 두 수: ", "inner numbers: "), against(o.a.Cols, o.b.Rows)}
	case opSum:
		work = lang.T("덧셈", "additions")
	}
	rows := [][]lab.Cell{{
		lab.Strong(o.first + o.sign() + o.second + "  "), lab.In(theme.ClassA, size(o.a)), lab.Muted(" " + o.sign() + " "),
		lab.In(theme.ClassB, size(o.b)), lab.Muted(" = "), result,
	}, match}
	if err == nil && s.Shows("result") && s.Shows("work") {
		rows = append(rows, []lab.Cell{lab.Muted(lang.Sprintf("%s: 칸 %d개 × %d번 = %d번", "%s: %d places × %d = %d",
			work.In(l), len(c.Data), s.perEntry(), len(c.Data)*s.perEntry()).In(l))})
	}
	return lab.Lines{W: 36, H: 3, Rows: rows}
}
