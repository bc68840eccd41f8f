package labs

import (
	"fmt"
	"math"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn"
	"hakseup/nn/data"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Draw lays the plane beside the truth table, or above it where the canvas is
// narrow and tall. On a very small canvas the table is written short.
func (g *gates) Draw(c *plot.Canvas, l lang.Lang) {
	w, h := c.Width(), c.Height()
	switch {
	case w >= 44:
		side := 23
		if w >= 90 {
			side = 27
		}
		g.drawPlane(c.Sub(0, 0, w-side-2, h))
		sections := g.sections(l)
		rest := h - len(sections)
		for _, s := range sections {
			rest -= len(s)
		}
		drawSections(c.Sub(w-side, 0, side, h), append(sections, g.record(l, rest)))
	case h >= 16:
		table := 6
		g.drawPlane(c.Sub(0, 0, w, h-table-1))
		drawSections(c.Sub(0, h-table, w, table), g.sections(l)[:1])
	default:
		side := 12
		g.drawPlane(c.Sub(0, 0, w-side-1, h))
		drawSections(c.Sub(w-side, 0, side, h), g.shortSections(l))
	}
}

func (g *gates) drawPlane(c *plot.Canvas) {
	u := g.unit()
	a := c.Area(plot.Axes{
		X: plot.Range{Min: -0.5, Max: 2.25}, Y: plot.Range{Min: -0.5, Max: 2.25},
		XLabel: "x₁", YLabel: "x₂", Equal: true, Cross: true, Name: "plane",
	})
	a.Field(func(x, y float64) float64 { return 2*u.Output([]float64{x, y}) - 1 })
	if from, to, ok := boundary(u, a.X(), a.Y()); ok {
		// As in school: a line that belongs to the side of 1 is solid.
		stroke := plot.Solid
		if u.F == nn.StrictStep {
			stroke = plot.Dashed
		}
		a.Line(from[0], from[1], to[0], to[1], theme.Strong, stroke)
		if c.Width() >= 20 {
			drawNormal(a, u, from, to)
		}
	}
	targets := g.gate().Targets()
	for i, x := range data.Inputs() {
		mark, role := plot.Ring, theme.ClassB
		if targets[i] == 1 {
			mark, role = plot.Dot, theme.ClassA
		}
		if i == g.shown() {
			role = theme.Accent
		}
		a.Mark(x[0], x[1], mark, role)
	}
	for _, i := range g.wrong() {
		x := data.Inputs()[i]
		a.Label(x[0], x[1], "✕", theme.Wrong)
	}
}

// drawNormal draws the direction of w from the visible line and names the
// two sides.
func drawNormal(a *plot.Area, u nn.Perceptron, from, to [2]float64) {
	const length = 0.4
	size := nn.Norm(u.W, 2)
	dx, dy := length*u.W[0]/size, length*u.W[1]/size
	var mx, my float64
	// From the middle, unless the head would cover one of the four points.
	for _, share := range []float64{0.5, 0.35, 0.65, 0.2, 0.8} {
		mx, my = from[0]+share*(to[0]-from[0]), from[1]+share*(to[1]-from[1])
		if !slices.ContainsFunc(data.Inputs(), func(x []float64) bool { return math.Hypot(mx+dx-x[0], my+dy-x[1]) < length/2 }) {
			break
		}
	}
	a.Arrow(mx, my, mx+dx, my+dy, theme.Path, plot.Solid)
	for _, side := range []float64{1, -1} {
		x, y := mx+1.3*side*dx, my+1.3*side*dy
		if inside(x, a.X()) && inside(y, a.Y()) {
			a.Label(x, y, fmt.Sprintf("y = %g", u.Output([]float64{x, y})), theme.Text)
		}
	}
}

func inside(v float64, r plot.Range) bool { return r.Min < v && v < r.Max }

// boundary returns the ends of the part of the unit's line that lies in a box.
func boundary(u nn.Perceptron, xr, yr plot.Range) (from, to [2]float64, ok bool) {
	size := nn.Norm(u.W, 2)
	if size == 0 {
		return from, to, false
	}
	// The line is foot + s·along; each edge of the box narrows s.
	along := [2]float64{-u.W[1] / size, u.W[0] / size}
	d := u.Distance([]float64{0, 0})
	foot := [2]float64{-d * u.W[0] / size, -d * u.W[1] / size}
	lo, hi := math.Inf(-1), math.Inf(1)
	for i, r := range []plot.Range{xr, yr} {
		if along[i] == 0 {
			if foot[i] < r.Min || foot[i] > r.Max {
				return from, to, false
			}
			continue
		}
		s0, s1 := (r.Min-foot[i])/along[i], (r.Max-foot[i])/along[i]
		lo, hi = max(lo, min(s0, s1)), min(hi, max(s0, s1))
	}
	if lo >= hi {
		return from, to, false
	}
	for i := range foot {
		from[i], to[i] = foot[i]+lo*along[i], foot[i]+hi*along[i]
	}
	return from, to, true
}

// sections is the text beside the plane: the truth table first.
func (g *gates) sections(l lang.Lang) [][]row {
	return [][]row{g.truthTable(l), g.crossings(l), g.learning(l), g.legend(l)}
}

func (g *gates) legend(l lang.Lang) []row {
	line := row{{"── ", theme.Strong}, {lang.T("직선 위도 1", "on the line: 1").In(l), theme.Muted}}
	if g.unit().F == nn.StrictStep {
		line = row{{"╌╌ ", theme.Strong}, {lang.T("직선 위는 0", "on the line: 0").In(l), theme.Muted}}
	}
	return []row{
		{
			{string(plot.Dot), theme.ClassA},
			{lang.T(" 목표 1   ", " target 1  ").In(l), theme.Muted},
			{string(plot.Ring), theme.ClassB},
			{lang.T(" 목표 0", " target 0").In(l), theme.Muted},
		},
		{{"→  ", theme.Path}, {lang.T("w, 1이 나오는 쪽", "w, to the side of 1").In(l), theme.Muted}},
		line,
	}
}

// record lists the last corrections and what they led to, in at most n lines.
func (g *gates) record(l lang.Lang, n int) []row {
	u := g.unit()
	after := correction{w1: u.W[0], w2: u.W[1], b: u.B}
	var lines []row
	for i := len(g.trace) - 1; i >= 0 && len(lines) < n-1; i-- {
		if step := g.trace[i]; step.delta != 0 {
			x := data.Inputs()[i%len(data.Inputs())]
			lines = append(lines, row{
				{fmt.Sprintf("  (%g,%g)", x[0], x[1]), theme.Muted},
				{padLeft(brief(after.w1), 5) + padLeft(brief(after.w2), 5) + padLeft(brief(after.b), 6), theme.Text},
			})
		}
		after = g.trace[i]
	}
	if len(lines) == 0 {
		return nil
	}
	slices.Reverse(lines)
	heading := row{{lang.T("  고침 ", "  mended").In(l) + padLeft("w₁", 4) + padLeft("w₂", 5) + padLeft("b", 6), theme.Muted}}
	return append([]row{heading}, lines...)
}

func (g *gates) truthTable(l lang.Lang) []row {
	rows := []row{{
		{"  x₁ x₂", theme.Muted},
		{padLeft(lang.T("합 a", "sum a").In(l), 8), theme.Muted},
		{"  y  t", theme.Muted},
	}}
	u, targets := g.unit(), g.gate().Targets()
	for i, x := range data.Inputs() {
		cursor := "  "
		if i == g.shown() {
			cursor = "▸ "
		}
		y := u.Output(x)
		rows = append(rows, row{
			{cursor, theme.Accent},
			{fmt.Sprintf("%g  %g ", x[0], x[1]), theme.Text},
			signPiece(u.PreActivation(x), 8),
			{fmt.Sprintf("  %g", y), theme.Strong},
			{fmt.Sprintf("  %g ", targets[i]), theme.Truth},
			verdict(y == targets[i]),
		})
	}
	right := len(targets) - len(g.wrong())
	heading := row{
		{g.gate().String(), theme.Strong},
		{fmt.Sprintf("  %d/%d %s", right, len(targets), lang.T("맞음", "right").In(l)), theme.Text},
	}
	return append([]row{heading}, rows...)
}

func verdict(right bool) piece {
	if right {
		return piece{"✓", theme.Correct}
	}
	return piece{"✕", theme.Wrong}
}

// signPiece writes a number, width columns wide, whose sign shows in its
// colour too.
func signPiece(v float64, width int) piece {
	return piece{padLeft(fixed(v, 2), width), signRole(v)}
}

func (g *gates) crossings(l lang.Lang) []row {
	u := g.unit()
	if !g.hasLine() {
		return []row{
			{{lang.T("직선이 없어요", "There is no line").In(l), theme.Strong}},
			{{lang.T("w가 (0, 0)이에요", "w is (0, 0)").In(l), theme.Muted}},
		}
	}
	out := []row{{{lang.T("축과 만나는 곳", "Meets the axes").In(l), theme.Strong}}}
	for i, axis := range []string{"x₁", "x₂"} {
		out = append(out, row{
			{"  " + axis + " = ", theme.Muted},
			{padLeft(crossing(u.Intercept(i), l), 6), theme.Text},
		})
	}
	return out
}

// crossing writes where a line meets an axis: a number, or that it does not.
func crossing(v float64, l lang.Lang) string {
	switch {
	case math.IsInf(v, 0):
		return lang.T("안 만남", "never").In(l)
	case math.IsNaN(v):
		return lang.T("어디서나", "all along").In(l)
	}
	return fixed(v, 2)
}

func (g *gates) learning(l lang.Lang) []row {
	out := []row{
		{{lang.T("로젠블랫의 규칙", "Rosenblatt's rule").In(l), theme.Strong}},
		{{"  ε = ", theme.Muted}, {fmt.Sprint(gateRate), theme.Text}},
		{
			{"  " + lang.T("표본", "seen").In(l), theme.Muted},
			{fmt.Sprintf(" %d", len(g.trace)), theme.Text},
			{"  " + lang.T("고침", "corrected").In(l), theme.Muted},
			{fmt.Sprintf(" %d", corrections(g.trace)), theme.Text},
		},
	}
	if len(g.trace) == 0 {
		x := data.Inputs()[g.next()]
		return append(out, row{{lang.Sprintf("  다음: (%g, %g)", "  next: (%g, %g)", x[0], x[1]).In(l), theme.Muted}})
	}
	last := g.trace[len(g.trace)-1]
	x := data.Inputs()[g.shown()]
	out = append(out, row{{fmt.Sprintf("  (%g,%g)", x[0], x[1]), theme.Accent}, {fmt.Sprintf(" t − y = %s", fixed(last.delta, 0)), theme.Text}})
	switch {
	case g.settled():
		out = append(out, row{{"  " + lang.T("멈춤: 모두 맞음", "at rest: all right").In(l), theme.Correct}})
	case g.loopTo > 0:
		out = append(out, row{{lang.Sprintf("  표본 %d개마다 되풀이", "  repeats: %d samples", g.loopTo-g.loopFrom).In(l), theme.Warning}})
	case last.delta == 0:
		out = append(out, row{{"  " + lang.T("그대로", "nothing moves").In(l), theme.Muted}})
	default:
		by := "+" + fixed(gateRate, 1)
		if last.delta < 0 {
			by = fixed(-gateRate, 1)
		}
		out = append(out, row{{fmt.Sprintf("  w %s·(%g,%g)  b %s", by, x[0], x[1], by), theme.Path}})
	}
	return out
}

// shortSections is the text of a canvas that is too small for the table.
func (g *gates) shortSections(l lang.Lang) [][]row {
	u, targets := g.unit(), g.gate().Targets()
	table := []row{{{g.gate().String(), theme.Strong}, {fmt.Sprintf(" %d/%d", len(targets)-len(g.wrong()), len(targets)), theme.Text}}}
	for i, x := range data.Inputs() {
		y := u.Output(x)
		table = append(table, row{
			{fmt.Sprintf("%g%g", x[0], x[1]), theme.Text},
			signPiece(u.PreActivation(x), 6),
			{fmt.Sprintf(" %g ", y), theme.Strong},
			verdict(y == targets[i]),
		})
	}
	foot := []row{{{fmt.Sprintf("%s %d/%d", lang.T("고침", "fixes").In(l), corrections(g.trace), len(g.trace)), theme.Muted}}}
	if !g.hasLine() {
		return [][]row{table, append(foot, plain(lang.T("직선 없음", "no line").In(l), theme.Muted))}
	}
	for i, axis := range []string{"x₁", "x₂"} {
		foot = append(foot, row{{axis + " ", theme.Muted}, {crossing(u.Intercept(i), l), theme.Text}})
	}
	return [][]row{table, foot}
}
