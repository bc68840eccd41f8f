package labs

import (
	"fmt"
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// shortNumbers are the numbers for a panel of eleven columns.
func (v *vectors) shortNumbers(l lang.Lang) []row {
	a, b := v.a(), v.b()
	rows := []row{plain("a", theme.ClassA), plain(pair(a), theme.ClassA), plain("b", theme.ClassB), plain(pair(b), theme.ClassB)}
	dot := nn.Dot(a, b)
	switch v.chosen("view") {
	case "sum":
		return append(rows, plain("a+b", theme.Path), plain(pair(v.sum()), theme.Strong))
	case "dot":
		return append(rows, plain("a·b", theme.Text), plain(brief(dot), signRole(dot)),
			plain("θ "+degrees(nn.Angle(a, b)*180/math.Pi), theme.Path))
	}
	length, _ := v.shadow()
	return append(rows, plain("a·b", theme.Text), plain(brief(dot), signRole(dot)),
		plain(lang.T("그림자", "shadow").In(l), theme.Muted), plain(brief(length), signRole(length)))
}

// drawNumbers fills the panel beside the plane.
func (v *vectors) drawNumbers(c *plot.Canvas, l lang.Lang) {
	switch v.chosen("view") {
	case "sum":
		v.drawSumNumbers(c, l)
	case "dot":
		v.drawDotNumbers(c, l)
	case "shadow":
		v.drawShadowNumbers(c, l)
	}
}

// table writes a calculation with one line per component and the result
// below a rule: every line is "a op b = value".
func (v *vectors) table(op string, values []float64) []row {
	a, b := v.a(), v.b()
	rows := []row{{{"     a", theme.ClassA}, {"       b", theme.ClassB}}}
	for i := range a {
		rows = append(rows, row{
			{fmt.Sprintf("%6s", brief(a[i])), theme.ClassA},
			{" " + op + " ", theme.Muted},
			{fmt.Sprintf("%5s", brief(b[i])), theme.ClassB},
			{" =", theme.Muted},
			{fmt.Sprintf("%6s", brief(values[i])), theme.Text},
		})
	}
	return rows
}

func (v *vectors) drawSumNumbers(c *plot.Canvas, l lang.Lang) {
	s := v.sum()
	straight := nn.Norm(s, 2)
	la, lb := nn.Norm(v.a(), 2), nn.Norm(v.b(), 2)
	at := stack(c, append(v.table("+", s),
		row{{"a+b = ", theme.Path}, {pair(s), theme.Strong}},
		nil)...)
	longest := math.Max(la+lb, 1)
	bars := []struct {
		name lang.Text
		size float64
		role theme.Role
	}{
		{lang.T("a의 길이", "length of a"), la, theme.ClassA},
		{lang.T("b의 길이", "length of b"), lb, theme.ClassB},
		{lang.T("a 다음 b로 간 길", "by a, then by b"), la + lb, theme.Muted},
		{lang.T("곧장 간 길", "straight there"), straight, theme.Path},
	}
	for _, bar := range bars {
		gap := 1
		if at+2*len(bars) > c.Height() {
			gap = 0
		}
		c.Text(0, at, bar.name.In(l), bar.role)
		c.TextRight(c.Width(), at, brief(bar.size), theme.Text)
		c.Bar(0, at+1, c.Width(), bar.size/longest, bar.role)
		at += 2 + gap
	}
}

func (v *vectors) drawDotNumbers(c *plot.Canvas, l lang.Lang) {
	a, b := v.a(), v.b()
	dot := nn.Dot(a, b)
	theta := nn.Angle(a, b)
	rows := append(v.table("×", products(a, b)),
		row{{"a·b = ", theme.Text}, {brief(dot), signRole(dot)}, {"  " + signName(dot, theta).In(l), signRole(dot)}},
		nil,
		row{{"|a| = ", theme.ClassA}, {brief(nn.Norm(a, 2)), theme.Text}, {"  |b| = ", theme.ClassB}, {brief(nn.Norm(b, 2)), theme.Text}},
		row{{"θ = ", theme.Path}, {degrees(theta * 180 / math.Pi), theme.Text}},
		row{{"cos θ = ", theme.Path}, {significant(clean(math.Cos(theta))), theme.Text}},
		plain("|a||b|cos θ = "+brief(nn.Norm(a, 2)*nn.Norm(b, 2)*math.Cos(theta)), theme.Text),
	)
	at := stack(c, rows...)
	switch {
	case c.Height()-at >= 8:
		v.drawTurnCurve(c.Sub(0, at, c.Width(), c.Height()-at), l)
	case c.Width() >= 42:
		v.drawTurnCurve(c.Sub(23, 0, c.Width()-23, c.Height()), l)
	}
}

// drawTurnCurve draws the dot product against the angle while b turns with its
// length kept, as far as it has been turned.
func (v *vectors) drawTurnCurve(c *plot.Canvas, l lang.Lang) {
	a, b := v.a(), v.b()
	most := nn.Norm(a, 2) * nn.Norm(b, 2)
	top := math.Max(1, 1.15*most)
	c.Text(0, 0, fit(c.Width(), l, lang.T("b를 돌릴 때의 내적", "a·b as b turns")), theme.Muted)
	area := c.Sub(0, 1, c.Width(), c.Height()-1).Area(plot.Axes{
		X: plot.Range{Min: -180, Max: 180}, Y: plot.Range{Min: -top, Max: top},
		XLabel: "θ", Cross: true, Degrees: true,
	})
	area.Curve(v.seen.curve(func(x float64) float64 { return most * math.Cos(x*math.Pi/180) }), theme.Path, plot.Solid)
	area.Mark(v.turned(), nn.Dot(a, b), plot.Dot, signRole(nn.Dot(a, b)))
}

// signName says what the sign of a dot product means. Beside a zero vector
// there is no angle, so 0 says nothing about it.
func signName(dot, theta float64) lang.Text {
	switch {
	case math.IsNaN(theta):
		return lang.T("영벡터", "zero vector")
	case dot > signEpsilon:
		return lang.T("양수", "positive")
	case dot < -signEpsilon:
		return lang.T("음수", "negative")
	}
	return lang.T("직각", "right angle")
}

func (v *vectors) drawShadowNumbers(c *plot.Canvas, l lang.Lang) {
	a, b := v.a(), v.b()
	dot, size := nn.Dot(a, b), nn.Norm(a, 2)
	length, _ := v.shadow()
	name := lang.T("그림자", "shadow").In(l)
	rows := []row{
		{{"a = ", theme.ClassA}, {pair(a), theme.Text}},
		{{"b = ", theme.ClassB}, {pair(b), theme.Text}},
		{{"a·b = ", theme.Text}, {brief(dot), signRole(dot)}},
		{{"|a| = ", theme.ClassA}, {brief(size), theme.Text}},
		nil,
		{{name + " = a·b / |a|", theme.Text}},
		{{strings.Repeat(" ", ansi.StringWidth(name)) + " = " + brief(dot) + " / " + brief(size), theme.Text}},
		{{strings.Repeat(" ", ansi.StringWidth(name)) + " = ", theme.Text}, {brief(length), signRole(length)}},
		nil,
	}
	at := stack(c, rows...)
	lb := nn.Norm(b, 2)
	longest := math.Max(lb, 1)
	c.Text(0, at, lang.T("b의 길이", "length of b").In(l), theme.ClassB)
	c.TextRight(c.Width(), at, brief(lb), theme.Text)
	c.Bar(0, at+1, c.Width(), lb/longest, theme.ClassB)
	c.Text(0, at+2, name, signRole(length))
	c.TextRight(c.Width(), at+2, brief(length), theme.Text)
	if !math.IsNaN(length) {
		c.Bar(0, at+3, c.Width(), math.Abs(length)/longest, signRole(length))
	}
	if !math.IsNaN(length) && c.Height() >= at+8 {
		stack(c.Sub(0, at+5, c.Width(), 3),
			plain("a·b = |a| × "+name, theme.Text),
			plain("    = "+brief(size)+" × "+bracketed(length), theme.Text),
			row{{"    = ", theme.Text}, {brief(dot), signRole(dot)}})
	}
}
