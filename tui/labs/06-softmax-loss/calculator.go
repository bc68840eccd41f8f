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

	n       numbers
	second  bool   // is the truth
	fromTo  bool   // the indices of a weight name its edge, not its row and column
	touched string // the control that was changed last
	past    []numbers
}

// numbers is what can be changed: the input z, the weights row by row, a row an
// output, and the bias b.
type numbers [8]float64

func (n *numbers) z() []float64 { return n[:2] }
func (n *numbers) w() []float64 { return n[2:6] }
func (n *numbers) b() []float64 { return n[6:] }

// The calculator's step of learning.
const (
	learningRate = 0.2
	learned      = 0.01 // the cross entropy at which there is next to nothing left
	mostNumber   = 3
)

// example is the network of the lecture.
func example() numbers { return numbers{0.5, 0.1, 0.2, 0.1, 0.3, 0.4, 0.7, 0.2} }

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
	var p lab.Panel
	for i, id := range []string{"z1", "z2", "w11", "w12", "w21", "w22", "b1", "b2"} {
		label := id[:1] + lab.Subscript(id[1:])
		if len(id) == 3 {
			label = s.weight(id) + "  z" + lab.Subscript(id[2:]) + "→a" + lab.Subscript(id[1:2])
		}
		p = append(p, lab.Slide(&s.n[i], id, lang.Same(label), example()[i]).From(-mostNumber, mostNumber).By(0.01, 0.1).
			Then(func() { s.touched, s.past = id, nil }))
	}
	return append(p,
		lab.Choose(&s.second, "truth", lang.T("정답 t", "truth t"),
			lab.Opt(false, "first", lang.T("첫째 (1, 0)", "first (1, 0)")), lab.Opt(true, "second", lang.T("둘째 (0, 1)", "second (0, 1)"))).
			Then(func() { s.touched, s.past = "truth", nil }),
		lab.Choose(&s.fromTo, "index", lang.T("첨자 순서", "index order"),
			lab.Opt(false, "row-column", lang.T("행·열", "row, column")), lab.Opt(true, "from-to", lang.T("출발·도착", "from, to"))))
}

// weight writes the name of a weight in the chosen order of its indices. Its id
// has the row, the output, first.
func (s *calculator) weight(id string) string {
	if s.fromTo {
		return "w" + lab.Subscript(id[2:]+id[1:2])
	}
	return "w" + lab.Subscript(id[1:])
}

// working is every value on the way from the input to the losses.
type working struct {
	z, wz, b, a   []float64
	soft          way
	y, t          []float64
	mse, ce, ce10 float64
}

func (s *calculator) work() working { return s.n.work(s.second) }

func (n numbers) work(second bool) working {
	w := working{z: n.z(), wz: make([]float64, 2), b: n.b(), a: make([]float64, 2), t: []float64{1, 0}}
	if second {
		w.t = []float64{0, 1}
	}
	weights := nn.NewMatrix(2, 2, n.w()...)
	nn.Affine{W: weights, B: make([]float64, 2)}.Forward(w.wz, w.z)
	nn.Affine{W: weights, B: w.b}.Forward(w.a, w.z)
	w.soft = softmaxOf(w.a, 1, false)
	w.y = w.soft.shares
	w.mse, w.ce, w.ce10 = nn.SquaredError(w.y, w.t), nn.CrossEntropy(w.y, w.t), nn.CrossEntropyBase(w.y, w.t, 10)
	return w
}

// Advance is one step of learning: every weight and bias moves against the
// slope of the cross entropy. It ends when there is next to nothing left to
// learn, or a number would leave its range.
func (s *calculator) Advance(nn.Stride, func() bool) (goesOn bool) {
	w, next := s.work(), s.n
	for i, slope := range s.n.slopes(w) {
		next[i] -= learningRate * slope
	}
	if w.ce < learned || nn.Norm(next[:], math.Inf(1)) > mostNumber {
		return false
	}
	s.past, s.touched, s.n = append(s.past, s.n), "", next
	return s.work().ce >= learned
}

// slopes are those of the cross entropy along every weight and bias: the
// gradient g at the scores, since ∂E/∂bᵢ = gᵢ, and ∂E/∂wᵢⱼ = gᵢ zⱼ. The input is
// given: nobody moves it.
func (n numbers) slopes(w working) numbers {
	g, out := make([]float64, 2), numbers{}
	nn.SoftmaxCrossEntropyGradient(g, w.y, w.t)
	for i := range g {
		out.b()[i] = g[i]
		for j, z := range n.z() {
			out.w()[2*i+j] = g[i] * z
		}
	}
	return out
}

// Back undoes a step of learning.
func (s *calculator) Back(nn.Stride) (goesOn bool) {
	last := len(s.past) - 1
	if last < 0 {
		return false
	}
	s.n, s.past = s.past[last], s.past[:last]
	return last > 0
}

// losses returns the cross entropy before every step of learning, and now.
func (s *calculator) losses() []float64 {
	var out []float64
	for _, n := range append(slices.Clip(s.past), s.n) {
		out = append(out, n.work(s.second).ce)
	}
	return out
}

func (s *calculator) Facts() []lab.Fact {
	w, three := s.work(), lab.Decimals(3)
	facts := []lab.Fact{
		lab.Num("ce", lang.Same("CE"), w.ce, three),
		lab.Num("mse", lang.Same("MSE"), w.mse, three),
		lab.Num("ce10", lang.T("CE 상용로그", "CE, common logarithm"), w.ce10, three),
		lab.Num("steps", lang.T("학습 걸음", "steps of learning"), float64(len(s.past)), lab.Brief),
		lab.Num("sum", lang.T("지수의 합", "sum of the exponentials"), w.soft.sum, number),
	}
	for i, sub := range []string{"₁", "₂"} {
		n := fmt.Sprint(i + 1)
		facts = append(facts,
			lab.Num("y."+n, lang.Same("y"+sub), w.y[i], three), lab.Num("a."+n, lang.Same("a"+sub), w.a[i], three),
			lab.Num("wz."+n, lang.Same("(Wz)"+sub), w.wz[i], three), lab.Num("exp."+n, lang.Same("exp(a"+sub+")"), w.soft.parts[i], number))
	}
	slopes := s.n.slopes(w)
	for i, id := range []string{"w11", "w12", "w21", "w22", "b1", "b2"} {
		name := id[:1] + lab.Subscript(id[1:])
		facts = append(facts, lab.Num("slope."+id, lang.T("CE의 기울기 "+name, "slope of the CE, "+name), slopes[i+2], three))
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
	w, ends := s.work(), lang.Text{}
	if s.Shows("ce") {
		ends = lang.T(" CE "+lab.Fixed(w.ce, 3)+".", " CE is "+lab.Fixed(w.ce, 3)+".")
	}
	switch n := len(s.past); {
	case n > 0:
		return lang.Sprintf("학습 %[1]d걸음, 학습률 %[4]s: CE %[2]s → %[3]s. 걸음마다 모든 가중치와 편향을 고쳐요.",
			"Steps: %[1]d, learning rate %[4]s. CE %[2]s → %[3]s: each changes every weight and bias.",
			n, lab.Fixed(s.losses()[0], 3), lab.Fixed(w.ce, 3), lab.Brief(learningRate)).In(l)
	case s.touched == "truth":
		return lang.T("출력은 그대로인데 정답이 달라졌어요."+ends.KO, "The output is the same, the truth is another."+ends.EN).In(l)
	case len(s.touched) == 3 && s.Shows("a"):
		to, from := s.touched[1:2], s.touched[2:]
		return lang.Sprintf("%[3]s: z%[1]s에서 a%[2]s로 가는 가중치라, 점수는 a%[2]s만 바뀌어요(%[4]s).%[5]s",
			"%[3]s goes from z%[1]s to a%[2]s: of the scores only a%[2]s changes, to %[4]s.%[5]s",
			lab.Subscript(from), lab.Subscript(to), s.weight(s.touched), lab.Fixed(w.a[to[0]-'1'], 3), ends.In(l)).In(l)
	}
	return lang.T("왼쪽에서 오른쪽으로, 표에서는 위에서 아래로 계산해요. 수를 하나 바꾸면 그 뒤가 바뀌어요.",
		"The calculation runs from left to right, in the table from top to bottom: change a number and see what follows.").In(l)
}

// Views shows the network with its weights, a table of every value on the way
// to the losses, and where there is room the sums written out.
func (s *calculator) Views() []lab.View {
	return []lab.View{{ID: "network", Label: lang.T("계산", "calculation"), Pictures: func(l lang.Lang) []lab.Block {
		net, layer, table := s.network(4), s.network(2), s.table()
		if !s.Places("y") {
			net = layer
		}
		short, long := s.sums(), s.long()
		if len(s.past) > 0 && s.Shows("ce") { // the loss over the steps of learning in their place
			losses := s.losses()
			short = lab.Course{
				Name: "CE", Values: losses, Role: theme.ClassB,
				Words: lang.T("학습 걸음마다 줄어드는 손실", "the loss, falling with every step of learning").In(l),
			}
			long = lab.Trace{W: 42, H: 9, XLabel: lang.T("걸음", "step").In(l), Series: []plot.Series{{Label: "CE", Values: losses, Role: theme.ClassB}}}
		}
		return []lab.Block{
			lab.Above(1, net, lab.Beside(4, lab.Exactly(table), long)),
			lab.Beside(2, layer, lab.Exactly(lab.Above(0, table, short))),
			lab.Above(1, net, short, table),
			lab.Above(1, layer, short, table),
			lab.Above(0, net, table),
			lab.Above(0, layer, table),
			table,
		}
	}}}
}

// cell is a number in its role, or in the accent if it was changed last.
func (s *calculator) cell(id string, r theme.Role, text string) lab.Cell {
	if s.touched == id {
		r = theme.Accent
	}
	return lab.In(r, text)
}

// network draws inputs, weights as edges and scores, and as a third and fourth
// layer softmax and the output.
func (s *calculator) network(layers int) lab.Network {
	w, n := s.work(), lab.Network{Layers: make([][]lab.Node, 4)}
	n.Layers[2] = []lab.Node{{Cell: lab.In(theme.Math, "softmax")}}
	for i, sub := range []string{"₁", "₂"} {
		d := fmt.Sprint(i + 1)
		n.Layers[0] = append(n.Layers[0], lab.Node{Cell: s.cell("z"+d, theme.Strong, "z"+sub+" "+lab.Fixed(w.z[i], 2))})
		n.Layers[1] = append(n.Layers[1], lab.Node{
			Cell: s.node("a", i, lab.Fixed(w.a[i], 2)), Note: s.cell("b"+d, theme.Muted, "b"+sub+" "+lab.Fixed(w.b[i], 2)),
		})
		n.Layers[3] = append(n.Layers[3], lab.Node{
			Cell: s.node("y", i, lab.Fixed(w.y[i], 3)), Note: s.cell("truth", theme.Truth, "t"+sub+" "+lab.Fixed(w.t[i], 0)),
		})
		for j := range w.z {
			id, v := fmt.Sprint("w", d, j+1), s.n.w()[2*i+j]
			n.Edges = append(n.Edges, lab.Edge{From: j, To: i, Weight: v, Label: s.cell(id, theme.Text, s.weight(id)+" "+lab.Fixed(v, 2))})
		}
		n.Edges = append(n.Edges, lab.Edge{Layer: 1, From: i}, lab.Edge{Layer: 2, To: i})
	}
	n.Layers = n.Layers[:layers]
	return n
}

// node is the name of a unit with its value, as far as the page has it.
func (s *calculator) node(name string, i int, value string) lab.Cell {
	id := name + "." + fmt.Sprint(i+1)
	text := name + lab.Subscript(fmt.Sprint(i+1))
	switch {
	case s.Shows(id):
		return lab.Strong(text + " " + value)
	case s.Held(id):
		return lab.Strong(text + " ?")
	}
	return lab.Strong(text)
}

// table shows every value that the page has come to, a column a class, and what
// the rows add up to.
func (s *calculator) table() lab.Table {
	w, whole, three := s.work(), lab.Decimals(0), lab.Decimals(3)
	t := lab.Table{Least: 6, Drop: []int{0}, Rows: [][]lab.Cell{
		lab.Heading(lab.Muted("k"), lab.In(theme.Faint, "1"), lab.In(theme.Faint, "2"), lab.Cell{}),
	}}
	line := func(id, label string, r theme.Role, format func(float64) string, v []float64, total string) {
		if s.Places(id) {
			t.Rows = append(t.Rows, []lab.Cell{
				lab.Muted(label), s.Masked(id, lab.In(r, format(v[0]))), s.Masked(id, lab.In(r, format(v[1]))), s.Masked(id, lab.Strong(total)),
			})
		}
	}
	// each is a loss class by class; log leaves out what is not small, but not
	// there: a term of the cross entropy where t is 0.
	each := func(loss func(y, t []float64) float64) []float64 {
		return []float64{loss(w.y[:1], w.t[:1]), loss(w.y[1:], w.t[1:])}
	}
	log := func(v float64) string {
		if v == 0 {
			return "0"
		}
		return three(v)
	}
	common := each(func(y, t []float64) float64 { return nn.CrossEntropyBase(y, t, 10) })
	line("wz", "Wz", theme.Text, three, w.wz, "")
	if s.Places("wz") {
		t.Drop = append(t.Drop, len(t.Rows))
		t.Rows = append(t.Rows, []lab.Cell{lab.Muted("+ b"), lab.Plain(three(w.b[0])), lab.Plain(three(w.b[1])), {}})
	}
	line("a", "= a", theme.Strong, three, w.a, "")
	line("exp", "exp(a)", theme.Text, number, w.soft.parts, "Σ "+number(w.soft.sum))
	line("y", "y", theme.Strong, three, w.y, "")
	if s.Places("mse") || s.Places("ce") {
		t.Rows = append(t.Rows, []lab.Cell{lab.Muted("t"), lab.In(theme.Truth, whole(w.t[0])), lab.In(theme.Truth, whole(w.t[1])), {}})
	}
	line("mse", "½(y−t)²", theme.Text, three, each(nn.SquaredError), "MSE "+three(w.mse))
	line("ce", "−t ln y", theme.Text, log, each(nn.CrossEntropy), "CE "+three(w.ce))
	line("ce10", "−t log₁₀ y", theme.Text, log, common, "CE "+three(w.ce10))
	return t
}

// sums writes the scores out: "a₁ = 0.20·0.50 + 0.10·0.10 + 0.70".
func (s *calculator) sums() lab.Block { return lab.Lines{W: 38, H: 2, Rows: s.scores()} }

func (s *calculator) scores() [][]lab.Cell {
	w, in := s.n.w(), func(v float64) string { return lab.InBrackets(lab.Fixed(v, 2)) }
	var rows [][]lab.Cell
	for i, sub := range []string{"₁", "₂"} {
		rows = append(rows, []lab.Cell{lab.Muted(fmt.Sprintf("a%s = %s·%s + %s·%s + %s",
			sub, in(w[2*i]), in(s.n.z()[0]), in(w[2*i+1]), in(s.n.z()[1]), in(s.n.b()[i])))})
	}
	return rows
}

// long writes out the whole working.
func (s *calculator) long() lab.Block {
	w, three, rows := s.work(), lab.Decimals(3), s.scores()
	k := slices.Index(w.t, 1)
	truth := "y" + lab.Subscript(fmt.Sprint(k+1))
	for _, line := range [][2]string{
		{"y", ""},
		{"y", "y₁ = " + number(w.soft.parts[0]) + " / " + number(w.soft.sum) + " = " + three(w.y[0])},
		{"y", "y₂ = " + number(w.soft.parts[1]) + " / " + number(w.soft.sum) + " = " + three(w.y[1])},
		{"mse", ""},
		{"mse", fmt.Sprintf("MSE = ½((%s−%.0f)² + (%s−%.0f)²) = %s", three(w.y[0]), w.t[0], three(w.y[1]), w.t[1], three(w.mse))},
		{"ce", "CE = −ln " + truth + " = −ln " + three(w.y[k]) + " = " + three(w.ce)},
		{"ce10", "CE = −log₁₀ " + truth + " = −log₁₀ " + three(w.y[k]) + " = " + three(w.ce10)},
	} {
		if s.Shows(line[0]) {
			rows = append(rows, []lab.Cell{lab.Muted(line[1])})
		}
	}
	return lab.Lines{W: 42, H: 9, Rows: rows}
}
