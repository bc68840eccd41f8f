package vectorsmatrices

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
)

// matmul builds a matrix product term by term, and the sum and the element-wise
// product of two matrices entry by entry.
type matmul struct {
	lab.Bench

	op, preset string
	swap       bool
	step       float64      // terms that are in
	fresh      [4]nn.Matrix // drawn from the seed: a pair to multiply, a pair of one shape; never written to
}

// NewMatmul returns the lab "matmul".
func NewMatmul() lab.Lab { return &matmul{} }

func (s *matmul) Title() lang.Text { return lang.T("행렬 계산", "Calculating with matrices") }

func (s *matmul) Clone() lab.Lab { c := *s; return &c }

// Start draws the fresh numbers.
func (s *matmul) Start(seed uint64) {
	r := rand.New(rand.NewPCG(seed, 2))
	for k, shape := range [][2]int{{2, 3}, {3, 2}, {2, 3}, {2, 3}} {
		s.fresh[k] = drawn(r, shape[0], shape[1], -4, 9)
	}
	s.step = 0
}

func (s *matmul) Panel() lab.Panel {
	again := func() { s.step = 0 }
	preset := func(name, ko, en string) lab.Value[string] { return lab.Opt(name, name, lang.T(ko, en)) }
	return lab.Panel{
		operations(&s.op).Then(again),
		lab.Choose(&s.preset, "preset", lang.T("두 행렬", "matrices"),
			preset("handout", "강의 자료", "from the handout"), preset("pair", "2×2끼리", "2×2 and 2×2"),
			preset("dot", "행벡터와 열벡터", "row and column vector"), preset("misfit", "맞지 않는 짝", "a pair that does not fit"),
			preset("fresh", "새 숫자", "fresh numbers")).Then(again),
		lab.Switch(&s.swap, "swap", lang.T("순서 바꾸기", "swap the order")).Then(again),
		lab.Slide(&s.step, "step", lang.T("단계", "step"), 0).From(0, float64(s.steps())).By(1, float64(max(1, s.terms()))).
			OnGrid().Writes(lab.Brief).When(s.steps() > 0),
	}
}

func (s *matmul) operands() operands {
	a, b := s.pair()
	return ordered(s.op, a, b, s.swap)
}

func (s *matmul) pair() (a, b nn.Matrix) {
	a, b = nn.NewMatrix(2, 3, 1, 2, 3, 4, 5, 6), nn.NewMatrix(3, 2, 7, 8, 9, 10, 11, 12)
	switch multiply := s.op != opHadamard && s.op != opSum; {
	case s.preset == "pair":
		return nn.NewMatrix(2, 2, 1, 2, 3, 4), nn.NewMatrix(2, 2, 2, 0, 1, 2)
	case s.preset == "dot":
		return nn.NewMatrix(1, 3, 2, 4, 6), nn.NewMatrix(3, 1, 3, 5, 7)
	case s.preset == "misfit" && multiply:
		return a, nn.NewMatrix(2, 2, 7, 8, 9, 10)
	case s.preset == "fresh" && multiply:
		return s.fresh[0], s.fresh[1]
	case s.preset == "fresh":
		return s.fresh[2], s.fresh[3]
	case s.preset == "handout" && s.op == opHadamard:
		return nn.NewMatrix(2, 3, 3, 5, 7, 4, 9, 8), nn.NewMatrix(2, 3, 1, 6, 3, 0, 2, 9)
	case s.preset == "handout" && s.op == opSum:
		return nn.NewMatrix(3, 2, 5, 2, 4, 9, 10, -3), nn.NewMatrix(3, 2, -11, 0, 7, 1, -6, -8)
	}
	return a, b
}

// terms is the number of steps that an entry of the result takes.
func (s *matmul) terms() int {
	if s.op != opProduct {
		return 1
	}
	return s.operands().a.Cols
}

// steps is the number of steps until the result is finished; 0 when the
// matrices do not fit.
func (s *matmul) steps() int {
	c, _ := s.operands().result()
	return len(c.Data) * s.terms()
}

// Advance goes on by a term.
func (s *matmul) Advance(nn.Stride, func() bool) (goesOn bool) {
	s.step = min(s.step+1, float64(s.steps()))
	return int(s.step) < s.steps()
}

// Back goes back by a term.
func (s *matmul) Back(nn.Stride) (goesOn bool) {
	s.step = max(s.step-1, 0)
	return s.step > 0
}

// entry is an entry of the result: its place, how many of its terms are in,
// what these make, and how that is written: "1·7 + 2·9 + 3·11 = 58".
type entry struct {
	i, j, terms int
	value       float64
	line        string
}

func (e entry) place() string { return fmt.Sprintf("%d%d", e.i+1, e.j+1) }

func (e entry) id() string { return "c." + e.place() }

// entries lists those of the result, and which of them the last step worked on:
// -1 before the first.
func (s *matmul) entries() (all []entry, now int) {
	o := s.operands()
	c, _ := o.result()
	per, step := s.terms(), int(s.step)
	in := func(v float64) string { return lab.InBrackets(lab.Brief(v)) }
	for k, v := range c.Data {
		e := entry{i: k / c.Cols, j: k % c.Cols, terms: max(0, min(per, step-k*per)), value: v}
		switch o.op {
		case opProduct:
			row, column := o.a.Row(e.i)[:e.terms], o.b.T().Row(e.j)[:e.terms]
			parts := make([]string, e.terms)
			for k := range parts {
				parts[k] = in(row[k]) + "·" + in(column[k])
			}
			e.value, e.line = nn.Dot(row, column), strings.Join(parts, " + ")
		case opHadamard:
			e.line = in(o.a.At(e.i, e.j)) + "·" + in(o.b.At(e.i, e.j))
		default:
			e.line = lab.Brief(o.a.At(e.i, e.j)) + " + " + in(o.b.At(e.i, e.j))
		}
		e.line += " = " + lab.Brief(e.value)
		all = append(all, e)
	}
	return all, (step+per-1)/per - 1
}

func (s *matmul) Facts() []lab.Fact {
	all, now := s.entries()
	facts := []lab.Fact{s.operands().fits(), lab.Num("finished", lang.T("끝난 칸", "finished entries"), float64(int(s.step)/s.terms()), lab.Brief)}
	for _, e := range all {
		facts = append(facts, lab.Fact{
			ID: e.id(), Label: lang.Same("c" + lab.Subscript(e.place())), Value: e.value, Known: e.terms == s.terms(), Format: lab.Brief,
		})
	}
	if now >= 0 {
		facts = append(facts, lab.Num("so-far", lang.T("여기까지의 합", "sum so far"), all[now].value, lab.Brief))
	}
	return facts
}

func (s *matmul) Caption(l lang.Lang) string { return s.caption().In(l) }

func (s *matmul) caption() lang.Text {
	o := s.operands()
	c, err := o.result()
	all, now := s.entries()
	switch {
	case err != nil:
		return o.reason()
	case now < 0:
		return lang.Sprintf("결과는 %[1]s 행렬이에요. 첫 칸에는 어떤 수가 올까요? 한 단계씩 가 보세요.",
			"The result is %[1]s. Which number comes first? Go step by step.", size(c))
	}
	e := all[now]
	switch i, j := e.i+1, e.j+1; {
	case !s.Shows(e.id()):
		return lang.Sprintf("결과의 %d행 %d열에는 어떤 수가 올까요?", "Which number comes to row %d, column %d of the result?", i, j)
	case o.op == opSum:
		return lang.Sprintf("결과의 %d행 %d열은 같은 자리에 있는 두 수를 더한 값이에요.",
			"Row %d, column %d of the result adds the two numbers in the same place.", i, j)
	case o.op == opHadamard:
		return lang.Sprintf("결과의 %d행 %d열은 같은 자리에 있는 두 수를 곱한 값이에요.",
			"Row %d, column %d of the result multiplies the two numbers in the same place.", i, j)
	case e.terms < s.terms():
		return lang.Sprintf("%[3]s의 %[1]d행과 %[4]s의 %[2]d열을 앞에서부터 짝지어 곱해요.",
			"Row %[1]d of %[3]s and column %[2]d of %[4]s, multiplied pair by pair.", i, j, o.first, o.second)
	default:
		return lang.Sprintf("%[3]s의 %[1]d행과 %[4]s의 %[2]d열을 내적한 값이 결과의 %[1]d행 %[2]d열에 와요.",
			"Row %[1]d of %[3]s times column %[2]d of %[4]s goes to row %[1]d, column %[2]d.", i, j, o.first, o.second)
	}
}
