package overfitting

import (
	"fmt"
	"math"
	"math/rand/v2"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// layers sends random inputs through five layers before anything is learned: how
// the answers of each are spread, and what is left of a gradient on its way back.
type layers struct {
	lab.Bench

	activation nn.Activation
	init       string
	known      *passed // of what is set, or of before; never written to
}

// passed is what came through: per layer the answers, and the gradients of its
// weights.
type passed struct {
	activation nn.Activation
	init       string
	seed       uint64
	answers    [][]float64
	gradients  []float64 // root mean square
}

const (
	fiveLayers = 5
	layerUnits = 100
	layerRows  = 200
)

// NewLayers returns the lab "layers".
func NewLayers() lab.Lab { return &layers{} }

func (s *layers) Title() lang.Text { return lang.T("다섯 층의 초깃값", "Starts of five layers") }
func (s *layers) Clone() lab.Lab   { c := *s; return &c }

func (s *layers) Panel() lab.Panel {
	return lab.Panel{
		lab.Choose(&s.activation, "activation", lang.T("활성화 함수", "activation"), lab.Opt(nn.Sigmoid, "sigmoid", lang.T("시그모이드", "sigmoid")),
			lab.Opt(nn.Tanh, "tanh", lang.Same("tanh")), lab.Opt(nn.ReLU, "relu", lang.Same("ReLU"))),
		lab.Choose(&s.init, "init", lang.T("초깃값의 표준편차", "deviation of the start"), lab.Opt("1", "one", lang.Same("1")), lab.Opt("0.01", "small", lang.Same("0.01")),
			lab.Opt("simple", "simple", lang.Same("1/√n")), lab.Opt("xavier", "xavier", lang.Same("Xavier")), lab.Opt("he", "he", lang.Same("He"))),
	}
}

func initializer(name string) nn.Initializer {
	switch name {
	case "0.01":
		return nn.NormalInit{Std: 0.01}
	case "simple":
		return nn.SimpleInit{}
	case "xavier":
		return nn.XavierInit{}
	case "he":
		return nn.HeInit{}
	}
	return nn.NormalInit{Std: 1}
}

func (s *layers) passed() *passed {
	if k := s.known; k == nil || k.activation != s.activation || k.init != s.init || k.seed != s.Seed() {
		s.known = pass(s.activation, s.init, s.Seed())
	}
	return s.known
}

// pass sends normal inputs forward and, from random truths, gradients back.
func pass(f nn.Activation, init string, seed uint64) *passed {
	dense := make([]nn.Dense, fiveLayers, fiveLayers+1)
	for i := range dense {
		dense[i] = nn.Dense{Units: layerUnits, Activation: f}
	}
	n, err := nn.NewMLP(layerUnits, append(dense, nn.Dense{Units: 1, Activation: nn.Identity})...)
	if err != nil {
		panic(err) // every size is positive
	}
	n.Init(initializer(init), seed)
	r := rand.New(rand.NewPCG(seed, 5))
	x, t := nn.NewMatrix(layerRows, layerUnits), nn.NewMatrix(layerRows, 1)
	for _, m := range []nn.Matrix{x, t} {
		for i := range m.Data {
			m.Data[i] = r.NormFloat64()
		}
	}
	k, w := &passed{activation: f, init: init, seed: seed}, nn.NewWorkspace(n, layerRows)
	w.Gradient(x, t, nil)
	for _, v := range n.Views(w.Grads)[:fiveLayers] {
		k.gradients = append(k.gradients, size(v.W.Data))
	}
	w.Probe(x)
	for i := range fiveLayers {
		var all []float64
		for unit := range layerUnits {
			all = append(all, w.Unit(i, unit)...)
		}
		k.answers = append(k.answers, all)
	}
	return k
}

// ends are the least and the greatest answer that an activation is drawn for.
func ends(f nn.Activation) (from, to float64) {
	switch f {
	case nn.Sigmoid:
		return 0, 1
	case nn.Tanh:
		return -1, 1
	}
	return 0, 3
}

// nearEnd is how near an answer is to an end, as a part of the way from the middle.
const nearEnd = 0.9

// idle is the share of answers at which the activation hardly has a slope: near the
// ends of sigmoid and tanh, 0 of ReLU.
func (k *passed) idle(layer int) float64 {
	n := 0
	for _, v := range k.answers[layer] {
		switch k.activation {
		case nn.Sigmoid:
			v = math.Abs(2*v - 1)
		case nn.Tanh:
			v = math.Abs(v)
		default:
			v = 1 - min(1, math.Ceil(v))
		}
		if v > nearEnd {
			n++
		}
	}
	return float64(n) / float64(len(k.answers[layer]))
}

func (s *layers) Facts() []lab.Fact {
	k := s.passed()
	var facts []lab.Fact
	for i := range fiveLayers {
		at := fmt.Sprint(i + 1)
		label := func(ko, en string) lang.Text { return lang.T(at+"층, "+ko, "layer "+at+", "+en) }
		_, deviation := lab.Mean(k.answers[i])
		facts = append(facts,
			lab.Num("std."+at, label("답의 표준편차", "deviation of the answers"), deviation, nil),
			lab.Num("idle."+at, label("기울기가 거의 없는 답", "answers with hardly a slope"), k.idle(i), lab.Percent),
			lab.Num("gradient."+at, label("가중치의 기울기", "gradient of the weights"), k.gradients[i], nil))
	}
	return append(facts, lab.Num("back", lang.T("1층의 기울기 ÷ 5층의 기울기", "gradient of layer 1 over that of layer 5"), k.gradients[0]/k.gradients[fiveLayers-1], nil))
}

func (s *layers) Caption(l lang.Lang) string {
	k := s.passed()
	if !s.Shows("std.5") {
		return lang.T("층마다 답이 어떻게 흩어지는지 보여요.", "How the answers of each layer are spread.").In(l)
	}
	_, first := lab.Mean(k.answers[0])
	_, last := lab.Mean(k.answers[fiveLayers-1])
	return lang.Sprintf("답의 표준편차가 1층에서 %[1]s, 5층에서 %[2]s예요.", "The answers have a deviation of %[1]s in layer 1 and of %[2]s in layer 5.",
		lab.Significant(first), lab.Significant(last)).In(l)
}

// Views shows a histogram for every layer, and beside it the figures.
func (s *layers) Views() []lab.View {
	return []lab.View{{ID: "layers", Label: lang.T("층마다", "layer by layer"), Pictures: func(l lang.Lang) []lab.Block {
		table := s.table(l)
		return []lab.Block{lab.Above(1, s.histograms(), table), lab.Above(0, s.histograms(), table), table}
	}}}
}

const histogramBins = 24

// histograms draws how the answers of each layer are spread, one above the other,
// in bars of eighths of a row.
func (s *layers) histograms() lab.Block {
	k := s.passed()
	from, to := ends(k.activation)
	return lab.Drawn(lab.Need{W: histogramBins + 12, H: 2*fiveLayers + 1, MoreW: histogramBins, MoreH: fiveLayers}, func(l lang.Lang) string {
		return lang.Sprintf("답의 흩어짐, %[1]s에서 %[2]s까지.", "How the answers are spread, from %[1]s to %[2]s.", lab.Brief(from), lab.Brief(to)).In(l)
	}, func(c *plot.Canvas) {
		rows, wide := min(3, (c.Height()-1)/fiveLayers), max(1, (c.Width()-6)/histogramBins)
		for i := range fiveLayers {
			base := (i+1)*rows - 1
			c.Text(0, base, fmt.Sprint(i+1), theme.Muted)
			counts := bins(k.answers[i], from, to, histogramBins)
			for col, n := range counts {
				share := float64(n) / float64(len(k.answers[i]))
				full := int(math.Round(math.Sqrt(share) * float64(8*rows)))
				if n > 0 {
					full = max(1, full)
				}
				for row := base; full > 0 && row > base-rows; row, full = row-1, full-8 {
					for b := range wide {
						c.Text(3+col*wide+b, row, string([]rune("▁▂▃▄▅▆▇█")[min(full, 8)-1]), theme.ClassA)
					}
				}
			}
		}
		bottom := fiveLayers * rows
		c.Text(3, bottom, lab.Brief(from), theme.Muted)
		c.TextRight(3+histogramBins*wide, bottom, lab.Brief(to), theme.Muted)
	})
}

func (s *layers) table(l lang.Lang) lab.Table {
	k := s.passed()
	columns := []struct {
		id   string
		name lang.Text
		say  func(layer int) string
	}{
		{"std", lang.T("표준편차", "deviation"), func(i int) string { _, d := lab.Mean(k.answers[i]); return lab.Significant(d) }},
		{"idle", lang.T("기울기 없음", "no slope"), func(i int) string { return lab.Percent(k.idle(i)) }},
		{"gradient", lang.T("가중치의 기울기", "gradient"), func(i int) string { return lab.Significant(k.gradients[i]) }},
	}
	head := []lab.Cell{lab.Muted(lang.T("층", "layer").In(l))}
	rows := make([][]lab.Cell, fiveLayers)
	for i := range rows {
		rows[i] = []lab.Cell{lab.Muted(fmt.Sprint(i + 1))}
	}
	for _, c := range columns {
		if !s.Places(c.id) {
			continue
		}
		head = append(head, lab.Muted(c.name.In(l)))
		for i := range rows {
			rows[i] = append(rows[i], s.Masked(c.id, lab.Plain(c.say(i))))
		}
	}
	return lab.Table{Rows: append([][]lab.Cell{lab.Heading(head...)}, rows...)}
}
