package tui

import (
	"math"

	"hakseup/exercises/answer"
	"hakseup/nn/graph"
	"hakseup/tui/markdown"
	"hakseup/tui/plot"
	"hakseup/tui/text"
	"hakseup/tui/theme"
)

const (
	graphLeast = 5 // lines in which a graph can be drawn
	graphBelow = 9 // lines of one that stands below its editor
	graphGap   = 4 // columns between its layers, at least
)

// graphLines draws the first graph that is being put together, in at most h lines.
// In a narrow window it stands below its editor instead.
func (e *exercise) graphLines(w, h int) []markdown.Line {
	for _, ed := range e.form.editors {
		if g, ok := ed.(*graphEditor); ok && e.w >= exerciseWide {
			return g.lines(w, h)
		}
	}
	return nil
}

// lines draws the graph in at most h lines. Where that is too little it is left
// out.
func (e *graphEditor) lines(w, h int) []markdown.Line {
	if h = min(h, pictureMost); h < graphLeast {
		return nil
	}
	c := plot.New(min(w, pictureWidth), h)
	e.draw(c)
	var lines []markdown.Line
	for _, l := range c.Lines(e.s.theme) {
		lines = append(lines, markdown.Line{Text: l})
	}
	return lines
}

// sketch is a graph as far as it has been put together: open places are
// variables of their own.
type sketch struct {
	*graph.Graph

	roles map[*graph.Node]theme.Role
	all   []*graph.Node
}

// sketch builds what is there.
func (e *graphEditor) sketch() sketch {
	s := sketch{Graph: graph.New(), roles: map[*graph.Node]theme.Role{}}
	for _, in := range e.kind.Inputs {
		s.all = append(s.all, s.Var(in, 1))
	}
	built := make([]*graph.Node, len(e.nodes))
	for i := range e.nodes {
		e.build(&s, built, i)
	}
	return s
}

// build adds a node, after those that it takes.
func (e *graphEditor) build(s *sketch, built []*graph.Node, i int) *graph.Node {
	if built[i] != nil {
		return built[i]
	}
	n := e.nodes[i]
	var operands []*graph.Node
	for _, o := range n.Operands {
		node := s.Named(o)
		if at := e.named(o); at >= 0 {
			node = e.build(s, built, at)
		}
		if node == nil {
			node = s.leaf(o)
		}
		operands = append(operands, node)
	}
	built[i] = operands[0]
	if n.Op.Arity() > 0 {
		built[i] = s.Compute(n.Op, operands...)
	}
	s.SetName(built[i], n.Name)
	s.all = append(s.all, built[i])
	s.roles[built[i]] = theme.Strong
	switch {
	case e.wrong[i]:
		s.roles[built[i]] = theme.Wrong
	case i == e.cursor && !e.writing:
		s.roles[built[i]] = theme.Accent
	}
	return built[i]
}

// leaf is a number, or an open place.
func (s *sketch) leaf(operand string) *graph.Node {
	if v, ok := answer.Literal(operand); ok {
		return s.Const(v)
	}
	return s.Var(answer.Open, 1)
}

// draw draws the graph from left to right.
func (e *graphEditor) draw(c *plot.Canvas) {
	s := e.sketch()
	d := s.Draw(s.all...)
	faces := make([]string, len(d.Places))
	widths := make([]int, d.Layers)
	for i, p := range d.Places {
		faces[i] = s.face(p)
		widths[p.Layer] = max(widths[p.Layer], text.Width(faces[i]))
	}
	left := columnsOf(widths, c.Width())
	h := c.Height()
	row := func(y float64) int {
		if d.Height == 0 {
			return h / 2
		}
		pitch := min(4, float64(h-1)/d.Height) // as close as looks like one thing
		return int(math.Round((float64(h-1)-pitch*d.Height)/2 + pitch*y))
	}
	area := c.Area(plot.Axes{X: plot.Range{Min: 0, Max: float64(c.Width())}, Y: plot.Range{Min: 0, Max: float64(h)}, Bare: true})
	at := map[*graph.Node]int{}
	for i, p := range d.Places {
		at[p.Node] = i
	}
	for _, edge := range d.Edges {
		twice := 0.0 // x·x: two lines side by side
		if edge.To.Op().Arity() == 2 && edge.To.Operands()[0] == edge.To.Operands()[1] {
			twice = 0.25 - 0.5*float64(edge.Operand)
		}
		from, to := d.Places[at[edge.From]], at[edge.To]
		var xs, ys []float64
		for k, y := range edge.Y {
			x, mid := float64(left[from.Layer+k]), float64(h-row(y))-0.5+twice
			switch k {
			case 0:
				xs, ys = append(xs, x+float64(text.Width(faces[at[edge.From]]))+0.3), append(ys, mid)
			case len(edge.Y) - 1:
				xs, ys = append(xs, x-0.7), append(ys, mid)
			default: // through a layer, past what stands in it
				xs, ys = append(xs, x, x+float64(widths[from.Layer+k])), append(ys, mid, mid)
			}
		}
		role := theme.Muted
		if r := s.roles[d.Places[to].Node]; r == theme.Accent || r == theme.Wrong {
			role = r
		}
		last := len(xs) - 1
		area.Thread(xs[:last], ys[:last], role, plot.Solid)
		area.Arrow(xs[last-1], ys[last-1], xs[last], ys[last], role, plot.Solid)
	}
	for i, p := range d.Places {
		role, ok := s.roles[p.Node]
		if !ok {
			role = theme.Text
		}
		c.TextAttr(left[p.Layer], row(p.Y), faces[i], role, theme.Bold)
	}
}

// face is what stands for a node: an operation in brackets, with its name.
func (s *sketch) face(p graph.Place) string {
	if p.Node.Op().Arity() == 0 {
		return p.Label
	}
	return "(" + p.Label + ") " + s.Name(p.Node)
}

// columnsOf returns where every layer begins: spread over w cells, but not too
// far apart.
func columnsOf(widths []int, w int) []int {
	used := 0
	for _, width := range widths {
		used += width
	}
	gap := graphGap
	if n := len(widths) - 1; n > 0 {
		gap = max(2, min(8, (w-used)/n))
	}
	left, x := make([]int, len(widths)), 0
	for i, width := range widths {
		left[i] = x
		x += width + gap
	}
	return left
}
