package softmaxloss

import (
	"math"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// loss guesses between two classes, and shows what the guess costs as squared
// error and as cross entropy.
type loss struct {
	lab.Bench

	byScore  bool    // the horizontal axis is the difference of the scores
	p, score float64 // two views of the guess: each moves the other
	dog      bool    // is the truth
	base     float64 // of the logarithm
	tangents bool
}

// maxScore is how far the score axis reaches to either side.
const maxScore = 6

// NewLoss returns the lab "loss".
func NewLoss() lab.Lab { return &loss{} }

func (s *loss) Title() lang.Text { return lang.T("손실 함수", "Loss functions") }

func (s *loss) Clone() lab.Lab { c := *s; return &c }

func (s *loss) Panel() lab.Panel {
	return lab.Panel{
		lab.Choose(&s.byScore, "axis", lang.T("가로축", "horizontal axis"),
			lab.Opt(false, "probability", lang.T("확률", "probability")), lab.Opt(true, "score", lang.T("점수", "score"))),
		lab.Slide(&s.p, "p", lang.T("고양이 확률 y₁", "cat probability y₁"), 0.1).AlongX("losses").When(!s.byScore).
			Then(func() { s.score = max(-maxScore, min(maxScore, math.Log(s.p)-math.Log(1-s.p))) }),
		lab.Slide(&s.score, "score", lang.T("점수 차이 a₁−a₂", "score a₁−a₂"), math.Log(1.0/9)).
			From(-maxScore, maxScore).By(0.1, 1).AlongX("losses").When(s.byScore).
			Then(func() { s.p = byDifference(s.score)[0] }),
		lab.Choose(&s.dog, "truth", lang.T("정답", "truth"),
			lab.Opt(false, "cat", lang.T("고양이 (1, 0)", "cat (1, 0)")), lab.Opt(true, "dog", lang.T("개 (0, 1)", "dog (0, 1)"))),
		lab.Choose(&s.base, "base", lang.T("로그의 밑", "logarithm"),
			lab.Opt(math.E, "natural", lang.T("자연로그 ln", "natural, ln")), lab.Opt(10.0, "log10", lang.T("상용로그 log₁₀", "common, log₁₀"))),
		lab.Switch(&s.tangents, "slopes", lang.T("접선", "tangents")),
	}
}

// at returns where the guess stands on the horizontal axis.
func (s *loss) at() float64 {
	if s.byScore {
		return s.score
	}
	return s.p
}

// guess returns the output y that stands at x on the horizontal axis.
func (s *loss) guess(x float64) []float64 {
	if s.byScore {
		return byDifference(x)
	}
	return []float64{x, 1 - x}
}

// byDifference returns what softmax makes of two scores d apart.
func byDifference(d float64) []float64 {
	y := make([]float64, 2)
	nn.Softmax(y, []float64{d, 0}, 1)
	return y
}

func (s *loss) truth() []float64 {
	if s.dog {
		return []float64{0, 1}
	}
	return []float64{1, 0}
}

// kind is one of the two losses: its value for an output, what one class adds,
// and its slope.
type kind struct {
	id, name string
	role     theme.Role
	stroke   plot.Stroke
	mark     plot.Mark
	part     func(y, t []float64) float64
	value    func(y []float64) float64
	gradient func(dst, y []float64) // stores ∂E/∂y in dst
}

func (s *loss) kinds() [2]kind {
	t, base, name := s.truth(), s.base, "CE ln"
	if base == 10 {
		name = "CE log₁₀"
	}
	return [2]kind{
		{
			"mse", "MSE", theme.ClassA, plot.Solid, plot.Dot,
			nn.SquaredError,
			func(y []float64) float64 { return nn.SquaredError(y, t) },
			func(dst, y []float64) { nn.SquaredErrorGradient(dst, y, t) },
		},
		{
			"ce", name, theme.ClassB, plot.Dashed, plot.Ring,
			func(y, t []float64) float64 { return nn.CrossEntropyBase(y, t, base) },
			func(y []float64) float64 { return nn.CrossEntropyBase(y, t, base) },
			func(dst, y []float64) {
				nn.CrossEntropyGradient(dst, y, t)
				for k := range dst {
					dst[k] /= math.Log(base)
				}
			},
		},
	}
}

// short is the name without the base.
func (k kind) short() string { return strings.Fields(k.name)[0] }

// shown lists the losses that have their place on the page.
func (s *loss) shown() []kind {
	var out []kind
	for _, k := range s.kinds() {
		if s.Places(k.id) {
			out = append(out, k)
		}
	}
	return out
}

// slope returns the slope of a loss along the horizontal axis, where y₂ is
// always 1 - y₁.
func (s *loss) slope(k kind, x float64) float64 {
	y, g := s.guess(x), make([]float64, 2)
	k.gradient(g, y)
	if s.byScore {
		nn.SoftmaxGradient(g, y, g)
		return g[0]
	}
	return nn.Dot(g, []float64{1, -1})
}

func (s *loss) Facts() []lab.Fact {
	var facts []lab.Fact
	for _, k := range s.kinds() {
		facts = append(facts,
			lab.Num(k.id, lang.Same(k.name), k.value(s.guess(s.at())), lab.Decimals(3)),
			lab.Num("slope."+k.id, lang.T(k.name+" 기울기", "slope of "+k.name), s.slope(k, s.at()), nil))
	}
	return append(facts,
		lab.Num("p", lang.T("고양이 확률", "cat probability"), s.p, nil),
		lab.Num("score", lang.T("점수 차이", "score difference"), s.score, nil),
		lab.Num("right", lang.T("정답의 확률", "probability of the truth"), nn.Dot(s.guess(s.at()), s.truth()), nil))
}

// Caption says what the guess costs, and how steep the losses are there.
func (s *loss) Caption(l lang.Lang) string {
	x := s.at()
	p := lab.Significant(nn.Dot(s.guess(x), s.truth()))
	var values, slopes []string
	for _, k := range s.shown() {
		values = append(values, k.short()+" "+lab.Fixed(k.value(s.guess(x)), 3))
		slopes = append(slopes, k.short()+" "+lab.Significant(s.slope(k, x)))
	}
	value, slope := strings.Join(values, ", "), strings.Join(slopes, ", ")
	switch {
	case !s.Shows("slope"):
		return lang.Sprintf("정답의 확률이 %s일 때 손실: %s.", "At %s for the truth: loss %s.", p, value).In(l)
	case s.byScore:
		return lang.Sprintf("정답의 확률이 %s일 때 점수에 대한 기울기: %s.", "At %s for the truth: slope along the score %s.", p, slope).In(l)
	}
	return lang.Sprintf("정답의 확률이 %s일 때 기울기: %s.", "At %s for the truth: slope %s.", p, slope).In(l)
}

// Views shows both losses as curves with the guess on them, the guess against
// the truth, and what each class adds to the losses.
func (s *loss) Views() []lab.View {
	return []lab.View{{ID: "losses", Label: lang.T("손실", "losses"), Pictures: func(l lang.Lang) []lab.Block {
		curves, guess, table, short := s.curves(), lab.Low(s.bars(l)), s.table(l), s.values(l)
		tall := curves
		tall.H = 18
		return []lab.Block{
			lab.Above(1, tall, guess, table),
			lab.Beside(3, curves, lab.Exactly(lab.Above(1, guess, table))),
			lab.Above(1, curves, guess, table),
			lab.Above(1, curves, table),
			lab.Above(0, curves, short),
		}
	}}}
}

func (s *loss) curves() lab.Plot {
	p := lab.Plot{Headed: true, Axes: plot.Axes{X: plot.Range{Min: 0, Max: 1}, Y: plot.Range{Min: 0, Max: 5}, XLabel: "y₁", YLabel: "E", Name: "losses"}}
	if s.byScore {
		p.X, p.XLabel, p.Y.Max = plot.Range{Min: -maxScore, Max: maxScore}, "a₁−a₂", maxScore
	}
	for _, k := range s.kinds() {
		c := lab.Curve{
			ID: k.id, Label: k.name, Role: k.role, Stroke: k.stroke, Mark: k.mark, At: []float64{s.at()},
			F: func(x float64) float64 { return k.value(s.guess(x)) },
		}
		if s.tangents && s.Shows("slope") {
			c.Slope = func(x float64) float64 { return s.slope(k, x) }
		}
		p.Curves = append(p.Curves, c)
	}
	p.Curves = s.Curves(p.Curves...)
	return p
}

// classes are the names of the two classes.
func classes() []lang.Text { return []lang.Text{lang.T("고양이", "cat"), lang.T("개", "dog")} }

// bars shows the probability of each class, and where the truth wants it.
func (s *loss) bars(l lang.Lang) lab.Block {
	y, t := s.guess(s.at()), s.truth()
	var rows [][]lab.Cell
	for k, name := range classes() {
		rows = append(rows, []lab.Cell{lab.Plain(name.In(l)), lab.Goal(y[k], t[k], theme.Muted), lab.Strong(lab.Fixed(y[k], 3))})
	}
	return lab.Table{Rows: rows}
}

// table shows what each class adds to the losses. Only the true class adds to
// the cross entropy: elsewhere it is not small, it is not there.
func (s *loss) table(l lang.Lang) lab.Block {
	x, y, t := s.at(), s.guess(s.at()), s.truth()
	names := map[string]string{"mse": "½(y−t)²", "ce": "−t ln y"}
	per := "y₁"
	if s.base == 10 {
		names["ce"] = "−t log₁₀ y"
	}
	if s.byScore {
		per = "a₁"
	}
	heading := lab.Heading(lab.Muted(""), lab.Muted("y"), lab.Muted("t"))
	total := []lab.Cell{lab.Strong(lang.T("손실 E", "loss E").In(l)), {}, {}}
	slope := []lab.Cell{lab.Muted(lang.T("기울기 dE/d", "slope dE/d").In(l) + per), {}, {}}
	var rows [2][]lab.Cell
	for i, name := range classes() {
		rows[i] = []lab.Cell{lab.Plain(name.In(l)), lab.Plain(lab.Fixed(y[i], 3)), lab.In(theme.Truth, lab.Fixed(t[i], 0))}
	}
	for _, k := range s.shown() {
		heading = append(heading, lab.Heading(lab.Muted(names[k.id]))...)
		for i := range rows {
			rows[i] = append(rows[i], s.Masked(k.id, k.share(y[i:i+1], t[i:i+1])))
		}
		total = append(total, s.Masked(k.id, lab.Strong(lab.Fixed(k.value(y), 3))))
		slope = append(slope, s.Masked("slope."+k.id, lab.Plain(lab.Significant(s.slope(k, x)))))
	}
	table := lab.Table{Rows: [][]lab.Cell{heading, rows[0], rows[1], total}, Least: 1}
	if s.Places("slope") {
		table.Rows = append(table.Rows, slope)
	}
	return table
}

// share is what a class adds to a loss.
func (k kind) share(y, t []float64) lab.Cell {
	if k.id == "ce" && t[0] == 0 {
		return lab.In(theme.Faint, "0")
	}
	return lab.In(k.role, lab.Fixed(k.part(y, t), 3))
}

// values shows the losses and slopes alone.
func (s *loss) values(l lang.Lang) lab.Block {
	var rows [][]lab.Cell
	for _, k := range s.shown() {
		row := []lab.Cell{lab.In(k.role, k.name), s.Masked(k.id, lab.Strong(lab.Fixed(k.value(s.guess(s.at())), 3)))}
		if s.Places("slope") {
			row = append(row, lab.Muted(lang.T("기울기", "slope").In(l)), s.Masked("slope."+k.id, lab.Plain(lab.Significant(s.slope(k, s.at())))))
		}
		rows = append(rows, row)
	}
	return lab.Table{Rows: rows}
}
