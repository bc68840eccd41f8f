package vectorsmatrices

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/lab"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// dot shows the dot product of two vectors of three components as dots to
// count: every product is a block, as wide and as high as its two factors.
type dot struct {
	lab.Bench

	a, b [3]float64
}

// mostDots is the largest component.
const mostDots = 7

// NewDot returns the lab "dot".
func NewDot() lab.Lab { return &dot{} }

func (s *dot) Title() lang.Text { return lang.T("내적 세어 보기", "Counting a dot product") }

func (s *dot) Clone() lab.Lab { c := *s; return &c }

func (s *dot) Panel() lab.Panel {
	var p lab.Panel
	for k, v := range []*[3]float64{&s.a, &s.b} {
		for i := range v {
			name, n := "ab"[k:k+1], fmt.Sprint(i+1)
			start := [2][3]float64{{2, 4, 6}, {3, 5, 7}}[k][i]
			p = append(p, lab.Slide(&v[i], name+n, lang.Same(name+lab.Subscript(n)), start).
				From(-mostDots, mostDots).By(1, 3).OnGrid().Writes(lab.Brief))
		}
	}
	return p
}

func (s *dot) products() []float64 { return products(s.a[:], s.b[:]) }

// total adds up the first n products.
func (s *dot) total(n int) float64 { return nn.Dot(s.a[:n], s.b[:n]) }

func (s *dot) Facts() []lab.Fact {
	facts := []lab.Fact{lab.Num("dot", lang.T("내적", "dot product"), s.total(3), lab.Brief)}
	for i, v := range s.products() {
		sub := lab.Subscript(fmt.Sprint(i + 1))
		facts = append(facts, lab.Num(fmt.Sprint("product.", i+1), lang.Same("a"+sub+"b"+sub), v, lab.Brief))
	}
	return append(facts, lab.Num("total.2", lang.T("둘째까지의 합", "sum of the first two"), s.total(2), lab.Brief))
}

func (s *dot) Caption(l lang.Lang) string {
	v := s.Told("dot", lab.Brief(s.total(3)))
	text := lang.T("묶음 하나가 곱 하나예요. 세 묶음의 점을 모두 세면 내적 %[1]s 나와요.",
		"Each block is one product. All dots together make the dot product, %[2]s.")
	if slices.Min(s.products()) < 0 {
		text = lang.T("두 성분의 부호가 다르면 빈 점이에요. 찬 점에서 빈 점을 빼면 내적 %[1]s 나와요.",
			"Where the signs differ the dots are hollow. Full dots less hollow ones make the dot product, %[2]s.")
	}
	return lang.Sprintf(text.KO, text.EN, lang.Particle(v, "이", "가"), v).In(l)
}

// Views shows the blocks of dots, and how the total grows.
func (s *dot) Views() []lab.View {
	return []lab.View{{ID: "blocks", Label: lang.T("점", "dots"), Pictures: func(lang.Lang) []lab.Block {
		blocks, sum := s.blocks(), s.sum()
		return []lab.Block{
			lab.Above(1, blocks, lab.Low(sum)), lab.Beside(4, blocks, lab.Exactly(sum)),
			lab.Above(0, blocks, lab.Low(sum)), sum,
		}
	}}}
}

// blocks draws the three blocks side by side: filled dots add, hollow dots take
// away. Below each stand its factors and the product.
func (s *dot) blocks() lab.Block {
	values, n := s.products(), len(s.a)
	say := func(l lang.Lang) string {
		var said []string
		for i, v := range values {
			said = append(said, lang.Sprintf("묶음 %d: %s개씩 %s줄, 곱 %s.", "Block %d: %[3]s rows of %[2]s, product %[4]s.", i+1,
				lab.Brief(math.Abs(s.a[i])), lab.Brief(math.Abs(s.b[i])), lab.Brief(v)).In(l))
		}
		return strings.Join(said, "\n")
	}
	return lab.Drawn(lab.Need{W: n * 2 * mostDots, H: mostDots + 2, MoreW: lab.Any, MoreH: lab.Any}, say, func(c *plot.Canvas) {
		pitch := 1
		if c.Width() >= n*4*mostDots && c.Height() >= 2*mostDots+2 {
			pitch = 2
		}
		slot := c.Width() / n
		c = c.Sub(0, (c.Height()-mostDots*pitch-2)/2, c.Width(), mostDots*pitch+2)
		for i, v := range values {
			cols, rows, mark := int(math.Abs(s.a[i])), int(math.Abs(s.b[i])), plot.Dot
			if v < 0 {
				mark = plot.Ring
			}
			line := strings.Repeat(string(mark)+strings.Repeat(" ", 2*pitch-1), cols) // a dot is as wide as it is high
			for r := range rows {
				c.TextCenter(i*slot+slot/2, (mostDots-rows+r)*pitch, strings.TrimRight(line, " "), lab.SignRole(v))
			}
			c.TextCenter(i*slot+slot/2, c.Height()-2, lab.Brief(s.a[i])+" × "+lab.InBrackets(lab.Brief(s.b[i])), theme.Muted)
			c.TextCenter(i*slot+slot/2, c.Height()-1, lab.Brief(v), lab.SignRole(v))
		}
	})
}

// sum writes the sum out, and shows the total after each product as bars on one
// scale.
func (s *dot) sum() lab.Block {
	var terms []string
	most := 1.0
	for i, v := range s.products() {
		terms, most = append(terms, lab.Brief(v)), max(most, math.Abs(s.total(i+1)))
	}
	rows := [][]lab.Cell{}
	for i, name := range []string{"a₁b₁", "+ a₂b₂", "+ a₃b₃"} {
		v := s.total(i + 1)
		row := []lab.Cell{lab.Muted(name), lab.Signed(lab.Brief(v), v), lab.Bar(math.Abs(v)/most, lab.SignRole(v))}
		if i+1 == len(s.a) && !s.Shows("dot") {
			row[1], row[2] = lab.Muted("?"), lab.Cell{}
		}
		rows = append(rows, row)
	}
	line := "a·b = " + strings.ReplaceAll(strings.Join(terms, " + "), "+ −", "− ") + " = "
	return lab.Above(1, lab.Lines{W: 26, Rows: [][]lab.Cell{
		{lab.In(theme.ClassA, "a = "+lab.Tuple(s.a[:], lab.Brief))},
		{lab.In(theme.ClassB, "b = "+lab.Tuple(s.b[:], lab.Brief))},
		{lab.Plain(line), lab.Strong(s.Told("dot", lab.Brief(s.total(3))))},
	}}, lab.Table{Rows: rows, Least: 4})
}
