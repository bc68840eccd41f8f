package softmaxloss

import (
	"fmt"
	"math"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// calculator is the lecture's worked example: one affine layer of two inputs
// and two classes, softmax and both losses. Every number can be changed, and a
// step of learning changes the weights and biases.
type calculator struct {
	lab.Bench
	numbers

	preset  int  // index into presets, or beyond them: the learner's own numbers
	second  bool // is the truth
	fromTo  bool // the indices of a weight name its edge, not its row and column
	touched string
	past    []numbers // before each step of learning
}

// numbers is what can be changed. The row of a weight is its output.
type numbers struct {
	z, b [2]float64
	w    [2][2]float64
}

// The calculator's step of learning.
const (
	learningRate = 0.2
	learned      = 0.01 // the cross entropy at which there is next to nothing left
	mostNumber   = 3
)

// presets are the numbers of the lecture and those of 연습문제 1.
func presets() []numbers {
	return []numbers{
		{z: [2]float64{0.5, 0.1}, w: [2][2]float64{{0.2, 0.1}, {0.3, 0.4}}, b: [2]float64{0.7, 0.2}},
		{z: [2]float64{0.2, 0.4}, w: [2][2]float64{{0.1, 0.9}, {0.2, 0.2}}, b: [2]float64{0.1, 0.9}},
	}
}

// NewCalculator returns the lab "calculator".
func NewCalculator() lab.Lab { return &calculator{} }

func (s *calculator) Title() lang.Text { return lang.T("손실 계산기", "Loss calculator") }

func (s *calculator) Clone() lab.Lab {
	c := *s
	c.past = slices.Clone(s.past)
	return &c
}

func (s *calculator) Start(uint64) { s.touched, s.past = "", nil }

func (s *calculator) Panel() lab.Panel {
	first := presets()[0]
	number := func(at *float64, id, label string, start float64) *lab.Control {
		return lab.Slide(at, id, lang.Same(label), start).From(-mostNumber, mostNumber).By(0.01, 0.1).
			Then(func() { s.touched, s.past = id, nil; s.name() })
	}
	p := lab.Panel{lab.Choose(&s.preset, "preset", lang.T("예제", "example"),
		lab.Opt(0, "lecture", lang.T("강의", "lecture")),
		lab.Opt(1, "practice1", lang.T("연습문제 1", "practice 1")),
		lab.Opt(2, "own", lang.T("내 숫자", "your own"))).Then(s.load)}
	for j := range 2 {
		p = append(p, number(&s.z[j], "z"+digit(j), "z"+lab.Subscript(digit(j)), first.z[j]))
	}
	for i := range 2 {
		for j := range 2 {
			p = append(p, number(&s.w[i][j], "w"+digit(i)+digit(j), s.weight(i, j)+"  "+edge(i, j), first.w[i][j]))
		}
	}
	for i := range 2 {
		p = append(p, number(&s.b[i], "b"+digit(i), "b"+lab.Subscript(digit(i)), first.b[i]))
	}
	return append(p,
		lab.Choose(&s.second, "truth", lang.T("정답 t", "truth t"),
			lab.Opt(false, "first", lang.T("첫째 (1, 0)", "first (1, 0)")), lab.Opt(true, "second", lang.T("둘째 (0, 1)", "second (0, 1)"))).
			Then(func() { s.touched, s.past = "truth", nil }),
		lab.Choose(&s.fromTo, "index", lang.T("첨자 순서", "index order"),
			lab.Opt(false, "row-column", lang.T("행·열", "row, column")), lab.Opt(true, "from-to", lang.T("출발·도착", "from, to"))))
}

// digit names the first of two 1 and the second 2.
func digit(i int) string { return fmt.Sprint(i + 1) }

// edge says from where to where a weight leads.
func edge(i, j int) string { return "z" + lab.Subscript(digit(j)) + "→a" + lab.Subscript(digit(i)) }

// weight writes the name of a weight in the chosen order of its indices.
func (s *calculator) weight(i, j int) string {
	if s.fromTo {
		i, j = j, i
	}
	return "w" + lab.Subscript(digit(i)+digit(j))
}

// load takes the numbers of the chosen example.
func (s *calculator) load() {
	s.touched, s.past = "", nil
	if s.preset < len(presets()) {
		s.numbers = presets()[s.preset]
	}
}

// name sets the choice of the example to the one whose numbers are shown.
func (s *calculator) name() {
	if s.preset = slices.Index(presets(), s.numbers); s.preset < 0 {
		s.preset = len(presets())
	}
}

// working is every value on the way from the input to the losses.
type working struct {
	z, wz, a     []float64
	soft         way
	y, t         []float64
	mse, ce, c10 float64
}

func (s *calculator) work() working {
	w := working{z: s.z[:], wz: make([]float64, 2), a: make([]float64, 2), t: []float64{1, 0}}
	if s.second {
		w.t = []float64{0, 1}
	}
	weights := nn.NewMatrix(2, 2, slices.Concat(s.w[0][:], s.w[1][:])...)
	nn.Affine{W: weights, B: make([]float64, 2)}.Forward(w.wz, w.z)
	nn.Affine{W: weights, B: s.b[:]}.Forward(w.a, w.z)
	w.soft = softmaxOf(w.a, 1, false)
	w.y = w.soft.shares
	w.mse, w.ce, w.c10 = nn.SquaredError(w.y, w.t), nn.CrossEntropy(w.y, w.t), nn.CrossEntropyBase(w.y, w.t, 10)
	return w
}

// Advance is one step of learning: every weight and bias moves against the
// slope of the cross entropy. It ends when there is next to nothing left to
// learn, or a number would leave its range.
func (s *calculator) Advance(nn.Stride, func() bool) (goesOn bool) {
	w := s.work()
	if w.ce < learned {
		return false
	}
	g, next := make([]float64, 2), s.numbers
	nn.SoftmaxCrossEntropyGradient(g, w.y, w.t)
	most := 0.0
	for i := range 2 { // ∂E/∂wᵢⱼ = gᵢ zⱼ and ∂E/∂bᵢ = gᵢ
		next.b[i] -= learningRate * g[i]
		most = max(most, math.Abs(next.b[i]))
		for j := range 2 {
			next.w[i][j] -= learningRate * g[i] * w.z[j]
			most = max(most, math.Abs(next.w[i][j]))
		}
	}
	if most > mostNumber {
		return false
	}
	s.past, s.touched, s.numbers = append(s.past, s.numbers), "", next
	s.name()
	return s.work().ce >= learned
}

// Back undoes a step of learning.
func (s *calculator) Back(nn.Stride) (goesOn bool) {
	if len(s.past) == 0 {
		return false
	}
	last := len(s.past) - 1
	s.numbers, s.past = s.past[last], s.past[:last]
	s.name()
	return last > 0
}

// losses returns the cross entropy before every step of learning, and now.
func (s *calculator) losses() []float64 {
	var out []float64
	for _, then := range append(slices.Clip(s.past), s.numbers) {
		c := calculator{numbers: then, second: s.second}
		out = append(out, c.work().ce)
	}
	return out
}

func (s *calculator) Facts() []lab.Fact {
	w, three := s.work(), lab.Decimals(3)
	facts := []lab.Fact{
		lab.Num("steps", lang.T("학습 걸음", "steps of learning"), float64(len(s.past)), lab.Brief),
		lab.Num("sum", lang.T("지수의 합", "sum of the exponentials"), w.soft.sum, number),
		lab.Num("mse", lang.Same("MSE"), w.mse, three),
		lab.Num("ce", lang.Same("CE"), w.ce, three),
		lab.Num("ce10", lang.T("CE 상용로그", "CE, common logarithm"), w.c10, three),
	}
	for i := range 2 {
		n, sub := digit(i), lab.Subscript(digit(i))
		facts = append(facts,
			lab.Num("wz"+n, lang.Same("(Wz)"+sub), w.wz[i], three), lab.Num("a"+n, lang.Same("a"+sub), w.a[i], three),
			lab.Num("exp"+n, lang.Same("exp(a"+sub+")"), w.soft.parts[i], number), lab.Num("y"+n, lang.Same("y"+sub), w.y[i], three))
	}
	return facts
}

// number writes a value that may be very large.
func number(v float64) string {
	if math.Abs(v) >= 1e4 {
		return lab.Significant(v)
	}
	return lab.Fixed(v, 3)
}

func (s *calculator) Caption(l lang.Lang) string {
	w := s.work()
	ce := lab.Fixed(w.ce, 3)
	if n := len(s.past); n > 0 {
		return lang.Sprintf("학습 %d걸음: CE %s → %s. 걸음마다 모든 가중치와 편향을 조금씩 고쳐요.",
			"Steps of learning: %d. CE %s → %s: each changes every weight and bias a little.", n, lab.Fixed(s.losses()[0], 3), ce).In(l)
	}
	if s.touched == "truth" {
		return lang.Sprintf("출력은 그대로인데 정답이 달라졌어요. CE %s.", "The output is the same, the truth is another: CE is %s.", ce).In(l)
	}
	for i := range 2 {
		for j := range 2 {
			if s.touched == "w"+digit(i)+digit(j) {
				return lang.Sprintf("%[3]s: z%[1]s에서 a%[2]s로 가는 가중치라, 점수는 a%[2]s만 바뀌어요(%[4]s). CE %[5]s.",
					"%[3]s goes from z%[1]s to a%[2]s: of the scores only a%[2]s changes, to %[4]s. CE %[5]s.",
					lab.Subscript(digit(j)), lab.Subscript(digit(i)), s.weight(i, j), lab.Fixed(w.a[i], 3), ce).In(l)
			}
		}
	}
	return lang.T("위에서 아래로 점수 a, 확률 y, 손실이에요. 수를 하나 바꾸면 그 뒤가 모두 바뀌어요.",
		"From top to bottom: scores a, probabilities y, loss. Change a number and all below it changes.").In(l)
}

// Views shows the network with its weights, a table of every value on the way
// to the losses, and where there is room the sums written out.
func (s *calculator) Views() []lab.View {
	return []lab.View{{ID: "network", Label: lang.T("계산", "calculation"), Pictures: func(l lang.Lang) []lab.Block {
		net, layer, table, sums := s.network(3), lab.Exactly(s.network(2)), s.table(), s.sums(2)
		return []lab.Block{
			lab.Above(1, net, lab.Beside(4, lab.Exactly(table), s.long(l))),
			lab.Beside(2, layer, lab.Exactly(lab.Above(0, table, s.course(l, 2, sums)))),
			lab.Above(1, net, s.course(l, 2, sums), table),
			lab.Above(1, layer, s.course(l, 2, sums), table),
			lab.Above(0, net, table),
			lab.Above(0, layer, table),
			lab.Beside(2, lab.Exactly(table), sums),
			s.compact(),
		}
	}}}
}

// role returns the role of a number, or the accent if it was changed last.
func (s *calculator) role(id string, r theme.Role) theme.Role {
	if s.touched == id {
		return theme.Accent
	}
	return r
}

// network draws inputs, weights as edges and scores, and as a third and fourth
// layer softmax and the output.
func (s *calculator) network(layers int) lab.Network {
	w := s.work()
	var n lab.Network
	n.Layers = make([][]lab.Node, 2)
	for i := range 2 {
		d, sub := digit(i), lab.Subscript(digit(i))
		n.Layers[0] = append(n.Layers[0], lab.Node{Cell: lab.In(s.role("z"+d, theme.Strong), "z"+sub+" "+lab.Fixed(s.z[i], 2))})
		n.Layers[1] = append(n.Layers[1], lab.Node{
			Cell: lab.Strong("a" + sub + " " + lab.Fixed(w.a[i], 2)),
			Note: lab.In(s.role("b"+d, theme.Muted), "b"+sub+" "+lab.Fixed(s.b[i], 2)),
		})
		for j := range 2 {
			label := lab.In(s.role("w"+d+digit(j), theme.Text), s.weight(i, j)+" "+lab.Fixed(s.w[i][j], 2))
			n.Edges = append(n.Edges, lab.Edge{From: j, To: i, Weight: s.w[i][j], Label: label})
		}
	}
	if layers == 2 {
		return n
	}
	n.Layers = append(n.Layers, []lab.Node{{Cell: lab.In(theme.Math, "softmax")}}, nil)
	for i := range 2 {
		sub := lab.Subscript(digit(i))
		n.Layers[3] = append(n.Layers[3], lab.Node{
			Cell: lab.Strong("y" + sub + " " + lab.Fixed(w.y[i], 3)), Note: lab.In(s.role("truth", theme.Truth), "t"+sub+" "+lab.Fixed(w.t[i], 0)),
		})
		n.Edges = append(n.Edges, lab.Edge{Layer: 1, From: i}, lab.Edge{Layer: 2, To: i})
	}
	return n
}

// table shows every value, a column a class, and what the rows add up to.
func (s *calculator) table() lab.Table {
	w := s.work()
	line := func(label string, v []float64, role theme.Role, format func(float64) string, total string) []lab.Cell {
		return []lab.Cell{lab.Muted(label), lab.In(role, format(v[0])), lab.In(role, format(v[1])), lab.Strong(total)}
	}
	// Where t is 0 a term of the cross entropy is not small: it is not there.
	terms := func(label string, base, total float64) []lab.Cell {
		cells := []lab.Cell{lab.Muted(label)}
		for k := range w.t {
			text := "0"
			if w.t[k] != 0 {
				text = lab.Fixed(nn.CrossEntropyBase(w.y[k:k+1], w.t[k:k+1], base), 3)
			}
			cells = append(cells, lab.Plain(text))
		}
		return append(cells, lab.Strong("CE "+lab.Fixed(total, 3)))
	}
	squares := []float64{2 * nn.SquaredError(w.y[:1], w.t[:1]), 2 * nn.SquaredError(w.y[1:], w.t[1:])}
	whole, three := lab.Decimals(0), lab.Decimals(3)
	return lab.Table{Least: 6, Rows: [][]lab.Cell{
		lab.Heading(lab.Muted("k"), lab.In(theme.Faint, "1"), lab.In(theme.Faint, "2"), lab.Cell{}),
		line("Wz", w.wz, theme.Text, three, ""),
		line("+ b", s.b[:], theme.Text, three, ""),
		line("= a", w.a, theme.Strong, three, ""),
		line("exp(a)", w.soft.parts, theme.Text, number, "Σ "+number(w.soft.sum)),
		line("y", w.y, theme.Strong, three, ""),
		line("t", w.t, theme.Truth, whole, ""),
		line("(y−t)²", squares, theme.Text, three, "MSE "+lab.Fixed(w.mse, 3)),
		terms("−t ln y", math.E, w.ce),
		terms("−t log₁₀ y", 10, w.c10),
	}}
}

// compact is the values alone, for a very small canvas.
func (s *calculator) compact() lab.Table {
	w := s.work()
	pair := func(label string, v []float64) []lab.Cell {
		return []lab.Cell{lab.Muted(label), lab.Plain(number(v[0])), lab.Plain(number(v[1]))}
	}
	one := func(label string, v float64) []lab.Cell {
		return []lab.Cell{lab.Muted(label), lab.Strong(lab.Fixed(v, 3))}
	}
	return lab.Table{Rows: [][]lab.Cell{
		pair("Wz", w.wz), pair("a", w.a), pair("exp(a)", w.soft.parts), pair("y", w.y),
		{lab.Muted("t"), lab.In(theme.Truth, lab.Brief(w.t[0])), lab.In(theme.Truth, lab.Brief(w.t[1]))},
		one("MSE", w.mse), one("CE ln", w.ce), one("CE log₁₀", w.c10),
	}}
}

// sums writes the scores out: "a₁ = 0.20·0.50 + 0.10·0.10 + 0.70".
func (s *calculator) sums(rows int) lab.Lines {
	in := func(v float64) string { return lab.InBrackets(lab.Fixed(v, 2)) }
	t := lab.Lines{W: 38, H: rows}
	for i := range 2 {
		t.Rows = append(t.Rows, []lab.Cell{lab.Muted(fmt.Sprintf("a%s = %s·%s + %s·%s + %s", lab.Subscript(digit(i)),
			in(s.w[i][0]), in(s.z[0]), in(s.w[i][1]), in(s.z[1]), in(s.b[i])))})
	}
	return t
}

// course is the loss over the steps of learning once there are some, in a few
// rows, and something else before.
func (s *calculator) course(l lang.Lang, rows int, before lab.Block) lab.Block {
	if len(s.past) == 0 {
		return before
	}
	losses := s.losses()
	last := len(losses) - 1
	return lab.Lines{W: 38, H: rows, Rows: [][]lab.Cell{
		{
			lab.Muted("CE " + lab.Fixed(losses[0], 3) + " "), lab.In(theme.ClassB, lab.Spark(losses, 20)),
			lab.Strong(fmt.Sprintf(" %s (%d)", lab.Fixed(losses[last], 3), last)),
		},
		{lab.In(theme.Faint, lang.T("학습 걸음마다 줄어드는 손실", "the loss, falling with every step of learning").In(l))},
	}}
}

// long writes out the whole working, or draws the loss over the steps of
// learning once there are some.
func (s *calculator) long(l lang.Lang) lab.Block {
	if len(s.past) > 0 {
		return lab.Trace{W: 42, H: 9, XLabel: lang.T("걸음", "step").In(l), Series: []plot.Series{{Label: "CE", Values: s.losses(), Role: theme.ClassB}}}
	}
	w, three := s.work(), lab.Decimals(3)
	k := slices.Index(w.t, 1)
	truth := "y" + lab.Subscript(digit(k))
	t := s.sums(9)
	t.W = 42
	for _, line := range []string{
		"",
		"y₁ = " + number(w.soft.parts[0]) + " / " + number(w.soft.sum) + " = " + three(w.y[0]),
		"y₂ = " + number(w.soft.parts[1]) + " / " + number(w.soft.sum) + " = " + three(w.y[1]),
		"",
		fmt.Sprintf("MSE = ½((%s−%.0f)² + (%s−%.0f)²) = %s", three(w.y[0]), w.t[0], three(w.y[1]), w.t[1], three(w.mse)),
		"CE = −ln " + truth + " = −ln " + three(w.y[k]) + " = " + three(w.ce),
		"CE = −log₁₀ " + truth + " = −log₁₀ " + three(w.y[k]) + " = " + three(w.c10),
	} {
		t.Rows = append(t.Rows, []lab.Cell{lab.Muted(line)})
	}
	return t
}
