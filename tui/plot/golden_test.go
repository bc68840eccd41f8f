package plot

import (
	"bytes"
	"fmt"
	"math"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"hakseup/tui/theme"
)

// TestGolden draws every feature as the labs use it, small and large, without
// colours and in true colour. Run with -update after looking at the pictures.
func TestGolden(t *testing.T) {
	t.Parallel()
	for name, draw := range pictures() {
		for profile, th := range map[string]*theme.Theme{
			"plain":  theme.New(true, theme.NoColor),
			"colour": theme.New(true, theme.TrueColor),
		} {
			t.Run(name+"-"+profile, func(t *testing.T) {
				t.Parallel()
				var out bytes.Buffer
				for _, size := range [][2]int{{28, 8}, {76, 14}, {52, 20}} {
					c := New(size[0], size[1])
					draw(c)
					requireExact(t, c, th)
					fmt.Fprintf(&out, "%dx%d\n", size[0], size[1])
					for _, l := range c.Lines(th) {
						fmt.Fprintf(&out, "%s|\n", l)
					}
				}
				golden.RequireEqual(t, out.Bytes())
			})
		}
	}
}

func pictures() map[string]func(c *Canvas) {
	return map[string]func(c *Canvas){
		"vectors":     drawVectors,
		"arrows":      drawArrows,
		"norms":       drawNorms,
		"gates":       drawGates,
		"field":       drawField,
		"activations": drawActivations,
		"poles":       drawPoles,
		"bars":        drawBars,
		"matrices":    drawMatrices,
		"losses":      drawLosses,
	}
}

func drawVectors(c *Canvas) {
	a := c.Area(Axes{X: Range{-1, 5}, Y: Range{-1, 4}, XLabel: "x₁", YLabel: "x₂", Equal: true, Cross: true})
	a.Line(3, 1, 4, 3, theme.Faint, Dashed)
	a.Line(1, 2, 4, 3, theme.Faint, Dashed)
	a.Arrow(0, 0, 3, 1, theme.ClassA, Solid)
	a.Arrow(0, 0, 1, 2, theme.ClassB, Solid)
	a.Arrow(0, 0, 4, 3, theme.Path, Solid)
	a.Label(3, 1, "a = (3, 1)", theme.ClassA)
	a.Label(1, 2, "b = (1, 2)", theme.ClassB)
	a.Label(4, 3, "a+b", theme.Path)
}

func drawArrows(c *Canvas) {
	a := c.Area(Axes{X: Range{-1, 1}, Y: Range{-1, 1}, Equal: true, Bare: true})
	for i := range 12 {
		sin, cos := math.Sincos(float64(i) / 6 * math.Pi)
		a.Arrow(.3*cos, .3*sin, cos, sin, theme.ClassA, Stroke(i%3))
	}
}

func drawNorms(c *Canvas) {
	a := c.Area(Axes{X: Range{-1.3, 1.3}, Y: Range{-1.3, 1.3}, Equal: true, Cross: true})
	for i, p := range []float64{.5, 1, 2, 8} {
		a.Contour(func(x, y float64) float64 {
			return math.Pow(math.Pow(math.Abs(x), p)+math.Pow(math.Abs(y), p), 1/p)
		}, 1, theme.ClassA+theme.Role(i%3), Stroke(i%3))
	}
	a.Mark(.6, .8, Dot, theme.Path)
	a.Label(.6, .8, "(0.6, 0.8)", theme.Path)
}

func drawGates(c *Canvas) {
	a := c.Area(Axes{X: Range{-.5, 1.5}, Y: Range{-.5, 1.5}, XLabel: "x₁", YLabel: "x₂", Equal: true, Cross: true})
	f := func(x, y float64) float64 { return x + y - 1.5 }
	a.Field(func(x, y float64) float64 { return math.Copysign(1, f(x, y)) })
	a.Contour(f, 0, theme.Strong, Solid)
	a.Mark(0, 0, Ring, theme.ClassB)
	a.Mark(0, 1, Ring, theme.ClassB)
	a.Mark(1, 0, Ring, theme.ClassB)
	a.Mark(1, 1, Dot, theme.ClassA)
	a.Label(1, 1, "켜짐", theme.ClassA)
}

func drawField(c *Canvas) {
	a := c.Area(Axes{X: Range{-3, 3}, Y: Range{-3, 3}, XLabel: "x", YLabel: "y"})
	f := func(x, y float64) float64 { return math.Tanh(x + math.Sin(2*y)) }
	a.Field(f)
	a.Contour(f, 0, theme.Strong, Solid)
	a.Contour(f, .8, theme.ClassA, Dashed)
	a.Contour(f, -.8, theme.ClassB, Dotted)
}

func drawActivations(c *Canvas) {
	h := func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
	c.Legend(1, 0, Entry{Label: "h(x)", Role: theme.ClassA},
		Entry{Label: "h'(x)", Role: theme.ClassB, Stroke: Dashed},
		Entry{Label: "계단", Role: theme.ClassC, Stroke: Dotted},
		Entry{Label: "지금", Role: theme.Path, Mark: Dot})
	a := c.Sub(0, 1, c.Width(), c.Height()-1).Area(Axes{X: Range{-6, 6}, Y: Range{-.2, 1.2}, XLabel: "x", Cross: true})
	a.Curve(step, theme.ClassC, Dotted)
	a.Curve(h, theme.ClassA, Solid)
	a.Curve(func(x float64) float64 { return h(x) * (1 - h(x)) }, theme.ClassB, Dashed)
	a.Mark(1, h(1), Dot, theme.Path)
	a.Label(1, h(1), "0.731", theme.Path)
}

func step(x float64) float64 {
	if x >= 0 {
		return 1
	}
	return 0
}

func drawPoles(c *Canvas) {
	a := c.Area(Axes{X: Range{-5, 5}, Y: Range{-8, 8}, XLabel: "정답 확률", YLabel: "손실"})
	a.Curve(math.Tan, theme.ClassA, Solid)
	a.Curve(func(x float64) float64 { return 1 / x }, theme.ClassB, Dashed)
	a.Curve(math.Log, theme.ClassC, Dotted)
}

func drawBars(c *Canvas) {
	w := c.Width() - 16
	for i, v := range []float64{.0998, .9002, .003} {
		c.Text(0, i, []string{"고양이", "개", "새"}[i], theme.Text)
		c.Track(8, i, w)
		c.Bar(8, i, w, v, theme.ClassA+theme.Role(i))
		c.TextRight(c.Width(), i, Number(v, 4), theme.Muted)
	}
	for i, v := range []float64{.7, -.33, -1, .02, -.02} {
		c.Diverging(8, 3+i, w, v, theme.Positive, theme.Negative)
		c.TextRight(c.Width(), 3+i, Number(v, 2), theme.Muted)
	}
}

func drawMatrices(c *Canvas) {
	a := Matrix{Cells: [][]string{{"1", "2", "3"}, {"4", "5", "6"}}, Lit: func(i, _ int) bool { return i == 1 }}
	c.Matrix(0, 1, a)
	c.Matrix(a.Width()+1, 0, Matrix{
		Cells: [][]string{{"7", "8"}, {"9", "10"}, {"11", "12"}}, Lit: func(_, j int) bool { return j == 1 },
	})
	corner := func(i, j int) bool { return i == 1 && j == 1 }
	c.Matrix(0, 4, Matrix{
		Cells: [][]string{{"58", "64"}, {"139", "154"}}, Lit: corner,
		Role: func(i, j int) theme.Role {
			if corner(i, j) {
				return theme.Path
			}
			return theme.Math
		},
	})
}

func drawLosses(c *Canvas) {
	var train, check, third []float64
	for i := range 60 {
		x := float64(i)
		train = append(train, 2.5*math.Exp(-x/12)+.1*math.Abs(math.Sin(x)))
		check = append(check, 2.3*math.Exp(-x/6)+.4+.004*x)
		third = append(third, 1.5)
	}
	check[20], train[40] = math.NaN(), math.Inf(1)
	c.Loss("에폭", Series{Label: "학습 손실", Values: train, Role: theme.ClassA}, Series{Label: "검증 손실", Values: check, Role: theme.ClassB},
		Series{Label: "기준", Values: third[:30], Role: theme.Truth})
}
