package gradientdescent

import (
	"context"
	"fmt"
	"math"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/lab"
	"hakseup/tui/theme"
)

// depth is a network of eight hidden layers before its first step: how large the
// gradient of the weights of each layer is.
type depth struct {
	lab.Bench

	through through
	known   *signal // of what is set now, or of before; never written to
}

// through is what a signal depends on.
type through struct {
	units      int
	activation nn.Activation
	init       string
	seed       uint64
}

// signal is what comes through a network forward and back.
type signal struct {
	through

	gradients []float64 // of the weights of every layer, root mean square
	answers   []float64 // what the units of every hidden layer answer, root mean square
}

const (
	deepLayers = 8
	usualUnits = 20
	mostUnits  = 64
	deepPoints = 100
)

// NewDepth returns the lab "depth".
func NewDepth() lab.Lab { return &depth{through: through{units: usualUnits}} }

func (s *depth) Title() lang.Text {
	return lang.T("여덟 층을 지나는 신호", "A signal through eight layers")
}

func (s *depth) Clone() lab.Lab { c := *s; return &c }

// Start draws the weights.
func (s *depth) Start(seed uint64) { s.through.seed = seed }

func (s *depth) Panel() lab.Panel {
	return lab.Panel{
		lab.Choose(&s.through.activation, "activation", lang.T("활성화 함수", "activation"),
			lab.Opt(nn.Sigmoid, "sigmoid", lang.T("시그모이드", "sigmoid")), lab.Opt(nn.Tanh, "tanh", lang.Same("tanh")),
			lab.Opt(nn.ReLU, "relu", lang.Same("ReLU"))).When(!s.Sees(costView)),
		lab.Choose(&s.through.init, "init", lang.T("초깃값", "initial weights"),
			lab.Opt("xavier", "xavier", lang.Same("Xavier")), lab.Opt("he", "he", lang.Same("He")),
			lab.Opt("tiny", "tiny", lang.T("아주 작게", "tiny")), lab.Opt("large", "large", lang.T("크게", "large"))).When(!s.Sees(costView)),
		lab.Bind(lab.Slider, "units", lang.T("층마다 유닛", "units of each layer"),
			func() float64 { return float64(s.through.units) }, func(v float64) { s.through.units = int(v) }).
			From(2, mostUnits).By(1, 10).OnGrid().BeginAt(usualUnits).Writes(lab.Brief),
	}
}

// initializer is the one of a name.
func initializer(name string) nn.Initializer {
	switch name {
	case "he":
		return nn.HeInit{}
	case "tiny":
		return nn.NormalInit{Std: 0.01}
	case "large":
		return nn.NormalInit{Std: 1}
	}
	return nn.XavierInit{}
}

// network is one of two inputs, eight hidden layers and two classes, with all
// weights 0.
func (t through) network() *nn.MLP {
	layers := make([]nn.Dense, deepLayers, deepLayers+1)
	for i := range layers {
		layers[i] = nn.Dense{Units: max(1, t.units), Activation: t.activation}
	}
	n, err := nn.NewMLP(2, append(layers, nn.Dense{Units: 2, Activation: nn.Identity})...)
	if err != nil {
		panic(err) // every size is positive
	}
	n.Softmax, n.Loss = true, nn.CrossEntropyLoss
	return n
}

// measured takes two moons forward and back through a network with fresh weights.
func (t through) measured() *signal {
	n := t.network()
	moons, err := data.Moons.Draw(deepPoints, 0.1, 1)
	if err != nil {
		panic(err) // so many points can be drawn
	}
	n.Init(initializer(t.init), t.seed)
	s, w := &signal{through: t}, nn.NewWorkspace(n, deepPoints)
	w.Gradient(moons.X, moons.T, nil)
	for _, v := range n.Views(w.Grads) {
		s.gradients = append(s.gradients, size(v.W.Data))
	}
	w.Probe(moons.X)
	for i, l := range n.Layers[:deepLayers] {
		var all []float64
		for k := range l.Out() {
			all = append(all, w.Unit(i, k)...)
		}
		s.answers = append(s.answers, size(all))
	}
	return s
}

// size is the root of the mean of the squares.
func size(v []float64) float64 { return nn.Norm(v, 2) / math.Sqrt(float64(len(v))) }

func (s *depth) signal() *signal {
	if s.known == nil || s.known.through != s.through {
		s.known = s.through.measured()
	}
	return s.known
}

// ratio is the gradient of the first layer between hidden units over that of the
// last.
func (g *signal) ratio() float64 { return g.gradients[1] / g.gradients[deepLayers-1] }

func ratioFact(v float64) lab.Fact {
	return lab.Num("ratio", lang.T("W₂의 기울기 ÷ W₈의 기울기", "gradient of W₂ over that of W₈"), v, nil)
}

// Sampler draws other weights.
func (s *depth) Sampler() func(ctx context.Context, seed uint64) []lab.Fact {
	t := s.through
	return func(ctx context.Context, seed uint64) []lab.Fact {
		if ctx.Err() != nil {
			return nil
		}
		t := t
		t.seed = seed
		return []lab.Fact{ratioFact(t.measured().ratio())}
	}
}

func (s *depth) Facts() []lab.Fact {
	g := s.signal()
	facts := []lab.Fact{ratioFact(g.ratio())}
	for i, v := range g.gradients {
		w := fmt.Sprint(i + 1)
		facts = append(facts, lab.Num("gradient."+w, lang.T("W"+lab.Subscript(w)+"의 기울기", "gradient of W"+lab.Subscript(w)), v, nil))
	}
	for i, v := range g.answers {
		w := fmt.Sprint(i + 1)
		facts = append(facts, lab.Num("signal."+w, lang.T("은닉층 "+w+"의 답", "answers of hidden layer "+w), v, nil))
	}
	return slices.Concat(facts, costOf(s.through.network()).facts(), s.SpreadFacts())
}

func (s *depth) Caption(l lang.Lang) string {
	v := s.signal().ratio()
	if s.Sees(costView) {
		return costOf(s.through.network()).caption(&s.Bench, l)
	}
	if !s.Shows("ratio") {
		return lang.T("막대는 층마다 가중치에 대한 기울기의 크기예요.", "The bars are how large the gradient of each layer's weights is.").In(l)
	}
	return lang.Sprintf("W₂의 기울기는 W₈의 %s배예요.", "The gradient of W₂ is %s times that of W₈.", lab.Short(v)).In(l)
}

// The powers of ten from which bars begin and to which they reach.
const leastPower, mostPower = -8, 2

// Views shows the layers from the input to the output, with bars that grow by powers
// of ten, and what a pass forward and a pass back cost.
func (s *depth) Views() []lab.View {
	layers := lab.View{ID: "layers", Label: lang.T("층마다", "layer by layer"), Pictures: func(l lang.Lang) []lab.Block {
		table, spread := s.table(l), lab.Lines{Rows: s.spread(l), W: 28, H: 2}
		return []lab.Block{lab.Above(1, table, spread), lab.Above(0, table, spread), table}
	}}
	cost := lab.View{ID: costView, Label: lang.T("계산의 양", "cost"), Pictures: func(l lang.Lang) []lab.Block {
		return []lab.Block{costOf(s.through.network()).table(&s.Bench, l)}
	}}
	return []lab.View{layers, cost}
}

func (s *depth) table(l lang.Lang) lab.Table {
	g := s.signal()
	rows := [][]lab.Cell{lab.Heading(lab.Muted(lang.T("가중치", "weights").In(l)),
		lab.Muted(lang.T("기울기의 크기, 1e−8에서 100까지", "gradient, from 1e−8 to 100").In(l)), lab.Muted(""))}
	if s.Places("signal") {
		rows[0] = append(rows[0], lab.Heading(lab.Muted(lang.T("답의 크기", "answers").In(l)))...)
	}
	for i, v := range g.gradients {
		id := "gradient." + fmt.Sprint(i+1)
		name := fmt.Sprint("W", lab.Subscript(fmt.Sprint(i+1)))
		frac := max(0, min(1, (math.Log10(v)-leastPower)/(mostPower-leastPower)))
		role := theme.ClassA
		if i == 1 || i == deepLayers-1 {
			role = theme.Path
		}
		row := []lab.Cell{lab.Plain(name), s.Masked(id, lab.Bar(frac, role)), s.Masked(id, lab.Strong(lab.Significant(v)))}
		if i < deepLayers && s.Places("signal") {
			row = append(row, s.Masked("signal", lab.Plain(lab.Significant(g.answers[i]))))
		}
		rows = append(rows, row)
	}
	return lab.Table{Rows: rows, Least: 8, Thick: 2}
}

// spread is the ratio, and what it is with other weights.
func (s *depth) spread(l lang.Lang) [][]lab.Cell {
	rows := [][]lab.Cell{{}, {}}
	if s.Places("ratio") {
		rows[0] = []lab.Cell{
			lab.Muted(lang.T("W₂의 기울기 ÷ W₈의 기울기  ", "gradient of W₂ over that of W₈  ").In(l)),
			lab.Strong(s.Told("ratio", lab.Significant(s.signal().ratio()))),
		}
	}
	if v := lab.Values(s.Samples(), "ratio"); len(v) > 0 {
		rows[1] = []lab.Cell{lab.Muted(lang.Sprintf("시드 %[1]d개: 가운데 값 %[2]s, %[3]s에서 %[4]s까지", "%[1]d seeds: median %[2]s, from %[3]s to %[4]s",
			len(v), lab.Significant(lab.Percentile(v, 0.5)), lab.Significant(v[0]), lab.Significant(v[len(v)-1])).In(l))}
	}
	return rows
}
