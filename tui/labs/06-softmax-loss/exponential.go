package softmaxloss

import (
	"math"

	"hakseup/lessons/lang"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// exponential is a look back at the two functions that the lecture is made of:
// the exponential and, the way back, the logarithm.
type exponential struct {
	lab.Bench

	x float64 // of the exponential
	v float64 // of the logarithms
}

// The views of the lab.
const (
	exponentialView = "exp"
	logarithmView   = "log"
)

// NewExponential returns the lab "exponential".
func NewExponential() lab.Lab { return &exponential{} }

func (s *exponential) Title() lang.Text {
	return lang.T("지수와 로그", "Exponential and logarithm")
}

func (s *exponential) Clone() lab.Lab { c := *s; return &c }

func (s *exponential) Panel() lab.Panel {
	return lab.Panel{
		lab.Slide(&s.x, "x", lang.Same("x"), 1).From(-5, 5).By(0.1, 1).AlongX("exp").When(s.Sees(exponentialView)),
		lab.Slide(&s.v, "v", lang.Same("x"), 2).From(0.01, 10).By(0.01, 0.1).AlongX("log").When(s.Sees(logarithmView)),
	}
}

func (s *exponential) Facts() []lab.Fact {
	ln, log10 := math.Log(s.v), math.Log10(s.v)
	return []lab.Fact{
		lab.Num("exp", lang.Same("eˣ"), math.Exp(s.x), nil),
		lab.Num("next", lang.Same("eˣ⁺¹"), math.Exp(s.x+1), nil),
		lab.Num("ln", lang.Same("ln x"), ln, lab.Decimals(3)),
		lab.Num("log10", lang.Same("log₁₀ x"), log10, lab.Decimals(3)),
		lab.Num("times", lang.T("ln ÷ log₁₀", "ln over log₁₀"), ln/log10, lab.Decimals(3)),
	}
}

func (s *exponential) Caption(l lang.Lang) string {
	if s.Sees(logarithmView) {
		v := lab.Brief(s.v)
		return lang.Sprintf("e의 %[1]s제곱도, 10의 %[2]s제곱도 %[4]s.", "e to the power %[1]s, or 10 to the power %[2]s, is %[3]s.",
			lab.Fixed(math.Log(s.v), 3), lab.Fixed(math.Log10(s.v), 3), v, lang.Particle(v, "이에요", "예요")).In(l)
	}
	return lang.Sprintf("x가 %s이면 eˣ = %s. x에 1을 더하면 2.718배가 돼요.", "At x = %s it is %s. One more for x makes it 2.718 times as large.",
		lab.Brief(s.x), lab.Significant(math.Exp(s.x))).In(l)
}

// Views shows each function as a curve with its value at a point.
func (s *exponential) Views() []lab.View {
	return []lab.View{
		{ID: exponentialView, Label: lang.T("지수", "exponential"), Pictures: func(lang.Lang) []lab.Block {
			return []lab.Block{lab.Above(1, s.powers(), s.powersTable()), s.powers()}
		}},
		{ID: logarithmView, Label: lang.T("로그", "logarithm"), Pictures: func(lang.Lang) []lab.Block {
			return []lab.Block{lab.Above(1, s.logs(), s.logsTable()), s.logs()}
		}},
	}
}

func (s *exponential) powers() lab.Plot {
	return lab.Plot{
		Headed: true,
		Axes:   plot.Axes{X: plot.Range{Min: -5, Max: 5}, Y: plot.Range{Min: 0, Max: 10}, XLabel: "x", Name: "exp"},
		Curves: s.Curves(lab.Curve{
			ID: "exp", Label: "eˣ", Role: theme.ClassA, Stroke: plot.Solid, Mark: plot.Dot, At: []float64{s.x}, F: math.Exp,
		}),
	}
}

func (s *exponential) powersTable() lab.Table {
	rows := [][]lab.Cell{
		lab.Heading(lab.Muted(""), lab.Muted("x"), lab.Muted("eˣ")),
	}
	for _, line := range []struct {
		label string
		id    string
		x     float64
	}{{"", "exp", s.x}, {"+1", "next", s.x + 1}} {
		if s.Places(line.id) {
			rows = append(rows, []lab.Cell{
				lab.Muted(line.label), lab.Plain(lab.Fixed(line.x, 2)), s.Masked(line.id, lab.Strong(lab.Significant(math.Exp(line.x)))),
			})
		}
	}
	return lab.Table{Rows: rows, Least: 8}
}

func (s *exponential) logs() lab.Plot {
	return lab.Plot{
		Headed: true,
		Axes:   plot.Axes{X: plot.Range{Min: 0, Max: 10}, Y: plot.Range{Min: -3, Max: 3}, XLabel: "x", Name: "log"},
		Curves: s.Curves(
			lab.Curve{ID: "ln", Label: "ln x", Role: theme.ClassA, Stroke: plot.Solid, Mark: plot.Dot, At: []float64{s.v}, F: math.Log},
			lab.Curve{ID: "log10", Label: "log₁₀ x", Role: theme.ClassB, Stroke: plot.Dashed, Mark: plot.Ring, At: []float64{s.v}, F: math.Log10},
		),
	}
}

func (s *exponential) logsTable() lab.Table {
	times := "–"
	if f, ok := lab.FactOf(s, "times"); ok && f.Known {
		times = lab.Fixed(f.Value, 3)
	}
	heading, row := lab.Heading(lab.Muted("x"), lab.Muted("ln x")), []lab.Cell{
		lab.Plain(pad(lab.Fixed(s.v, 2), len("10.00"))), s.Masked("ln", lab.Strong(lab.Fixed(math.Log(s.v), 3))),
	}
	if s.Places("log10") {
		heading = append(heading, lab.Heading(lab.Muted("log₁₀ x"), lab.Muted("ln ÷ log₁₀"))...)
		row = append(row, s.Masked("log10", lab.Strong(lab.Fixed(math.Log10(s.v), 3))), s.Masked("times", lab.Plain(times)))
	}
	return lab.Table{Rows: [][]lab.Cell{heading, row}, Least: 8}
}
