package labs

import (
	"math"
	"math/rand/v2"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
)

// matmul builds a matrix product term by term, and the sum and the
// element-wise product of two matrices entry by entry.
type matmul struct {
	panel
	fresh [2][2]nn.Matrix // drawn from the seed: a pair to multiply, a pair of one shape
}

// NewMatmul returns the lab that builds matrix products.
func NewMatmul() Lab {
	step := slider("step", lang.T("단계", "step"), 0, 0, 99, 1, 3) // Controls knows how many there are
	step.Format = brief
	m := &matmul{panel: newPanel(
		choice("op", lang.T("계산", "operation"),
			Option{"product", lang.T("행렬 곱", "matrix product")},
			Option{"hadamard", lang.T("원소별 곱", "element-wise product")},
			Option{"sum", lang.T("합", "sum")}),
		choice("preset", lang.T("두 행렬", "matrices"),
			Option{"handout", lang.T("강의 자료", "from the handout")},
			Option{"pair", lang.T("2×2끼리", "2×2 and 2×2")},
			Option{"dot", lang.T("행벡터와 열벡터", "row and column vector")},
			Option{"misfit", lang.T("맞지 않는 짝", "a pair that does not fit")},
			Option{"fresh", lang.T("새 숫자", "fresh numbers")}),
		toggle("swap", lang.T("순서 바꾸기", "swap the order")),
		step,
	)}
	m.Reset(1)
	return m
}

func (m *matmul) Title() lang.Text { return lang.T("행렬 계산", "Calculating with matrices") }

// Reset starts at the first step of the handout's product, and draws the
// fresh numbers.
func (m *matmul) Reset(seed uint64) {
	m.reset()
	r := rand.New(rand.NewPCG(seed, 2))
	draw := func(rows, cols int) nn.Matrix {
		x := nn.NewMatrix(rows, cols)
		for i := range x.Data {
			x.Data[i] = float64(r.IntN(14) - 4)
		}
		return x
	}
	m.fresh = [2][2]nn.Matrix{{draw(2, 3), draw(3, 2)}, {draw(2, 3), draw(2, 3)}}
}

// Controls lists all controls; the range of the step follows the calculation.
func (m *matmul) Controls() []Control {
	steps := m.steps()
	controls := m.list(func(id string) bool { return id != "step" || steps > 0 })
	for i := range controls {
		if controls[i].ID == "step" {
			controls[i].Max = float64(steps)
			controls[i].Value = float64(m.step())
			controls[i].Big = math.Max(1, float64(m.termsPerEntry()))
		}
	}
	return controls
}

// Set changes a control. Another calculation starts at its first step.
func (m *matmul) Set(id string, v float64) {
	if id == "step" {
		m.set(id, math.Min(math.Round(v), float64(m.steps())))
		return
	}
	before := m.calculation()
	m.set(id, v)
	if m.calculation() != before {
		m.set("step", 0)
	}
}

// Step goes on by a term.
func (m *matmul) Step() (more bool) {
	m.Set("step", m.value("step")+1)
	return m.step() < m.steps()
}

// Back goes back by a term.
func (m *matmul) Back() (more bool) {
	m.Set("step", m.value("step")-1)
	return m.step() > 0
}

// calculation tells one calculation from another.
func (m *matmul) calculation() [3]float64 {
	return [3]float64{m.value("op"), m.value("preset"), m.value("swap")}
}

func (m *matmul) step() int { return int(m.value("step")) }

// operands returns the two matrices in the order in which they are used.
func (m *matmul) operands() (a, b nn.Matrix) {
	a, b = m.pair()
	if m.on("swap") {
		a, b = b, a
	}
	return a, b
}

func (m *matmul) pair() (a, b nn.Matrix) {
	multiply := m.chosen("op") == "product"
	switch m.chosen("preset") {
	case "pair":
		return nn.NewMatrix(2, 2, 1, 2, 3, 4), nn.NewMatrix(2, 2, 2, 0, 1, 2)
	case "dot":
		return nn.NewMatrix(1, 3, 2, 4, 6), nn.NewMatrix(3, 1, 3, 5, 7)
	case "misfit":
		if multiply {
			return nn.NewMatrix(2, 3, 1, 2, 3, 4, 5, 6), nn.NewMatrix(2, 2, 7, 8, 9, 10)
		}
		return nn.NewMatrix(2, 3, 1, 2, 3, 4, 5, 6), nn.NewMatrix(3, 2, 7, 8, 9, 10, 11, 12)
	case "fresh":
		if multiply {
			return m.fresh[0][0], m.fresh[0][1]
		}
		return m.fresh[1][0], m.fresh[1][1]
	}
	switch m.chosen("op") {
	case "hadamard":
		return nn.NewMatrix(2, 3, 3, 5, 7, 4, 9, 8), nn.NewMatrix(2, 3, 1, 6, 3, 0, 2, 9)
	case "sum":
		return nn.NewMatrix(3, 2, 5, 2, 4, 9, 10, -3), nn.NewMatrix(3, 2, -11, 0, 7, 1, -6, -8)
	}
	return nn.NewMatrix(2, 3, 1, 2, 3, 4, 5, 6), nn.NewMatrix(3, 2, 7, 8, 9, 10, 11, 12)
}

// result returns the finished matrix, or the engine's reason why there is none.
func (m *matmul) result() (nn.Matrix, error) {
	a, b := m.operands()
	return operate(m.chosen("op"), a, b)
}

// operate runs one of the three calculations.
func operate(op string, a, b nn.Matrix) (nn.Matrix, error) {
	switch op {
	case "hadamard":
		return nn.Hadamard(a, b)
	case "sum":
		return nn.Add(a, b)
	}
	return nn.MatMul(a, b)
}

// sign is how an operation is written between two matrices.
func sign(op string) string {
	switch op {
	case "hadamard":
		return "∘"
	case "sum":
		return "+"
	}
	return "·"
}

// termsPerEntry is the number of steps that an entry of the result takes.
func (m *matmul) termsPerEntry() int {
	if m.chosen("op") != "product" {
		return 1
	}
	a, _ := m.operands()
	return a.Cols
}

// steps is the number of steps until the result is finished; 0 when the
// matrices do not fit.
func (m *matmul) steps() int {
	c, err := m.result()
	if err != nil {
		return 0
	}
	return len(c.Data) * m.termsPerEntry()
}

// progress says which entry the last step worked on and how many of its
// terms are in; no entry before the first step.
func (m *matmul) progress() (entry, terms int) {
	s, per := m.step(), m.termsPerEntry()
	if s == 0 {
		return -1, 0
	}
	return (s - 1) / per, (s-1)%per + 1
}

// finished reports whether an entry of the result is complete.
func (m *matmul) finished(entry int) bool {
	now, terms := m.progress()
	return entry < now || entry == now && terms == m.termsPerEntry()
}

// line writes the calculation of an entry as far as it has come: "1·7 + 2·9 +
// 3·11 = 58".
func (m *matmul) line(entry, terms int) string {
	c, err := m.result()
	if err != nil {
		return ""
	}
	a, b := m.operands()
	i, j := entry/c.Cols, entry%c.Cols
	if op := m.chosen("op"); op != "product" {
		joint := map[string]string{"sum": " + ", "hadamard": "·"}[op]
		return brief(a.At(i, j)) + joint + bracketed(b.At(i, j)) + " = " + brief(c.At(i, j))
	}
	column := b.T().Row(j)
	parts := make([]string, terms)
	for k := range parts {
		parts[k] = bracketedAfterFirst(k, a.At(i, k)) + "·" + bracketed(column[k])
	}
	return strings.Join(parts, " + ") + " = " + brief(nn.Dot(a.Row(i)[:terms], column[:terms]))
}

// names are what the operands are called, in the order in which they are used.
func (m *matmul) names() (first, second string) {
	if m.on("swap") {
		return "B", "A"
	}
	return "A", "B"
}

// reason says why the matrices do not fit.
func (m *matmul) reason() lang.Text {
	a, b := m.operands()
	first, second := m.names()
	return misfit(m.chosen("op"), first, second, a, b)
}

// misfit says why two shapes do not fit an operation.
func misfit(op, first, second string, a, b nn.Matrix) lang.Text {
	if op == "product" {
		return lang.Sprintf("%[1]s의 한 행에는 수가 %[2]d개, %[3]s의 한 열에는 %[4]d개예요. 짝이 맞지 않아 곱할 수 없어요.",
			"A row of %[1]s has %[2]d numbers, a column of %[3]s has %[4]d. They do not pair up, so there is no product.",
			first, a.Cols, second, b.Rows)
	}
	return lang.Sprintf("%[1]s의 모양은 %[2]s인데 %[3]s의 모양은 %[4]s 짝이 없는 자리가 생겨요. 계산할 수 없어요.",
		"%[1]s is %[2]s and %[3]s is %[5]s. Some places have no partner, so there is no result.",
		first, size(a.Rows, a.Cols), second, lang.Particle(size(b.Rows, b.Cols), "이라서", "라서"), size(b.Rows, b.Cols))
}

// Caption says which numbers make the entry that is being built.
func (m *matmul) Caption(l lang.Lang) string {
	c, err := m.result()
	if err != nil {
		return m.reason().In(l)
	}
	entry, terms := m.progress()
	if entry < 0 {
		return lang.Sprintf("결과는 %d×%d 행렬이에요. 첫 칸에는 어떤 수가 올까요? 한 단계씩 가 보세요.",
			"The result is %d×%d. Which number comes first? Go step by step.", c.Rows, c.Cols).In(l)
	}
	i, j := entry/c.Cols+1, entry%c.Cols+1
	first, second := m.names()
	switch m.chosen("op") {
	case "sum":
		return lang.Sprintf("결과의 %d행 %d열은 같은 자리에 있는 두 수를 더한 값이에요.",
			"Row %d, column %d of the result adds the two numbers in the same place.", i, j).In(l)
	case "hadamard":
		return lang.Sprintf("결과의 %d행 %d열은 같은 자리에 있는 두 수를 곱한 값이에요.",
			"Row %d, column %d of the result multiplies the two numbers in the same place.", i, j).In(l)
	}
	if terms < m.termsPerEntry() {
		return lang.Sprintf("%[3]s의 %[1]d행과 %[4]s의 %[2]d열을 앞에서부터 짝지어 곱해요.",
			"Row %[1]d of %[3]s and column %[2]d of %[4]s, multiplied pair by pair.", i, j, first, second).In(l)
	}
	return lang.Sprintf("%[3]s의 %[1]d행과 %[4]s의 %[2]d열을 내적한 값이 결과의 %[1]d행 %[2]d열에 와요.",
		"Row %[1]d of %[3]s times column %[2]d of %[4]s goes to row %[1]d, column %[2]d.", i, j, first, second).In(l)
}

// Describe says the picture in words.
func (m *matmul) Describe(l lang.Lang) string {
	a, b := m.operands()
	return lang.Sprintf("A = %s, B = %s. ", "A = %s, B = %s. ", writeMatrix(a), writeMatrix(b)).In(l) + m.Caption(l)
}

// writeMatrix writes a matrix on one line: "[1 2 3; 4 5 6]".
func writeMatrix(m nn.Matrix) string {
	lines := make([]string, m.Rows)
	for i := range lines {
		entries := make([]string, m.Cols)
		for j := range entries {
			entries[j] = brief(m.At(i, j))
		}
		lines[i] = strings.Join(entries, " ")
	}
	return "[" + strings.Join(lines, "; ") + "]"
}
