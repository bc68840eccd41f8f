package gradientdescent

import (
	"strconv"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/theme"
)

// costView is the id of the view of the cost.
const costView = "cost"

// cost is how many numbers are multiplied for one sample in the matrix products of a
// pass.
type cost struct{ weights, forward, back int }

// costOf counts: forward, every weight is multiplied with what comes in. Back, it is
// multiplied with the gradient behind it, for the gradient before it, and what
// came in is too, for its own gradient. Before the first layer nothing has a
// gradient.
func costOf(n *nn.MLP) cost {
	c := cost{weights: len(n.Params)}
	for i, l := range n.Layers {
		products := l.In() * l.Out()
		c.forward += products
		c.back += products
		if i > 0 {
			c.back += products
		}
	}
	return c
}

// times is a pass back in passes forward.
func (c cost) times() float64 { return float64(c.back) / float64(c.forward) }

func (c cost) facts() []lab.Fact {
	return []lab.Fact{
		lab.Num("params", lang.T("매개변수", "parameters"), float64(c.weights), thousands),
		lab.Num("forward", lang.T("순전파의 곱셈", "products forward"), float64(c.forward), thousands),
		lab.Num("back", lang.T("역전파의 곱셈", "products back"), float64(c.back), thousands),
		lab.Num("times", lang.T("역전파 ÷ 순전파", "back over forward"), c.times(), nil),
	}
}

// thousands writes a whole number in groups of three.
func thousands(v float64) string {
	s := strconv.FormatFloat(v, 'f', 0, 64)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func (c cost) caption(b *lab.Bench, l lang.Lang) string {
	return lang.Sprintf("매개변수 %[1]s개: 역전파 한 번은 순전파 %[2]s번의 곱셈이에요.", "%[1]s parameters: one pass back takes the products of %[2]s passes forward.",
		thousands(float64(c.weights)), b.Told("times", lab.Significant(c.times()))).In(l)
}

// table sets the pass back beside the other way to all gradients: a pass forward for
// every parameter, nudged a little.
func (c cost) table(b *lab.Bench, l lang.Lang) lab.Table {
	each := float64(c.weights) * float64(c.forward)
	row := func(id, ko, en string, products, times float64) []lab.Cell {
		told := lab.Fixed(times, 2)
		if times >= 1000 {
			told = thousands(times)
		}
		return []lab.Cell{
			lab.Plain(lang.T(ko, en).In(l)), b.Masked(id, lab.Strong(thousands(products))), b.Masked(id, lab.In(theme.Path, "× "+told)),
		}
	}
	return lab.Table{Least: 10, Rows: [][]lab.Cell{
		lab.Heading(lab.Muted(lang.T("샘플 하나", "one sample").In(l)), lab.Muted(lang.T("곱셈", "products").In(l)), lab.Muted(lang.T("순전파의", "of forward").In(l))),
		row("forward", "순전파", "forward", float64(c.forward), 1),
		row("times", "역전파", "back", float64(c.back), c.times()),
		row("times", "하나씩 밀어 보기", "nudging each one", each, float64(c.weights)),
	}}
}
