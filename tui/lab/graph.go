package lab

import (
	"math"
	"slices"

	"hakseup/lessons/lang"
	"hakseup/nn/graph"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Graph is a picture of a computational graph, from the variables at the left to
// the result at the right. Above a node stands its value, below it its gradient,
// as far as they are known.
type Graph struct {
	Drawing graph.Drawing
	// Face is what stands for a node; nil: its label, that of an operation in
	// brackets.
	Face func(p graph.Place) string
	// Above and Below are what stands above and below a node; nil: nothing.
	Above, Below func(n *graph.Node) string
	// Role is how a node is drawn; nil: as text.
	Role  func(n *graph.Node) theme.Role
	Shown *graph.Node // in view where there is no room for all; nil: the first ones
	Words func(l lang.Lang) string
	Rows  int    // that it needs; 0: as many as it has
	Area  string // by which the mouse and the arrow keys find it; "": they do not
	Spots *Spots // told where the nodes stand when it is drawn; nil: nobody asks
}

// Spots is where the nodes of a graph stand since it was last drawn. A lab whose
// nodes can be pointed at holds one; a copy of the lab has its own.
type Spots struct{ nodes []spot }

// spot is a node with its place, in columns from the left and rows from below,
// and how far it reaches to either side.
type spot struct {
	node       *graph.Node
	x, y, half float64
}

// At returns the node that is nearest to a place, nil where there is none.
func (s *Spots) At(x, y float64) *graph.Node {
	const near = 1.5 // rows: the numbers above and below belong to it
	var best *graph.Node
	least := near
	for _, n := range s.nodes {
		if d := math.Abs(y - n.y); d <= least && math.Abs(x-n.x) <= n.half {
			best, least = n.node, d
		}
	}
	return best
}

// Beside returns the node that is next in a direction, nil where there is none: to
// the sides in the nearest column, up and down in the same one as long as that has
// any. From no node on it is the first one.
func (s *Spots) Beside(from *graph.Node, dx, dy float64) *graph.Node {
	at := slices.IndexFunc(s.nodes, func(n spot) bool { return n.node == from })
	if at < 0 {
		if len(s.nodes) == 0 {
			return nil
		}
		return s.nodes[0].node
	}
	const far = 1000 // a column counts more than any number of rows
	var best *graph.Node
	least := math.Inf(1)
	for _, n := range s.nodes {
		x, y := n.x-s.nodes[at].x, n.y-s.nodes[at].y
		along := y * dy
		if dx != 0 {
			along = x * dx
		}
		if d := far*math.Abs(x) + math.Abs(y); along > 0.5 && d < least {
			best, least = n.node, d
		}
	}
	return best
}

const (
	graphGap   = 2 // columns between layers, at least
	graphRoomy = 9 // and at most
	graphPitch = 3 // rows from node to node in a layer, at least
	graphWide  = 8 // columns that a number beside a node may take
)

func (g Graph) face(p graph.Place) string {
	switch {
	case g.Face != nil:
		return g.Face(p)
	case p.Node.Op().Arity() == 0:
		return p.Label
	}
	return "(" + p.Label + ")"
}

// widths are those of the layers: of the nodes and of the numbers beside them.
func (g Graph) widths() []int {
	ws := make([]int, g.Drawing.Layers)
	for _, p := range g.Drawing.Places {
		w := plot.Width(g.face(p))
		if g.Above != nil || g.Below != nil {
			w = max(w, graphWide)
		}
		ws[p.Layer] = max(ws[p.Layer], w)
	}
	return ws
}

// Need returns the room that it takes. A graph that is wider can be looked at in
// parts.
func (g Graph) Need() Need {
	rows := g.Rows
	if rows == 0 {
		rows = int(math.Round(graphPitch*g.Drawing.Height)) + 3
	}
	return Need{W: 30, H: rows, MoreW: Any, MoreH: Any}
}

// Draw draws it on any canvas.
func (g Graph) Draw(c *plot.Canvas) {
	if len(g.Drawing.Places) == 0 {
		return
	}
	widths := g.widths()
	left, whole := g.columns(widths, c.Width())
	from := g.scrolled(left, widths, whole, c.Width())
	row := g.rows(c.Height())
	area := c.Area(plot.Axes{
		X: plot.Range{Min: 0, Max: float64(c.Width()) - 0.5}, Y: plot.Range{Min: 0, Max: float64(c.Height()) - 0.25}, Bare: true, Name: g.Area,
	})
	at := map[*graph.Node]graph.Place{}
	for _, p := range g.Drawing.Places {
		at[p.Node] = p
	}
	middle := func(layer int) float64 { return float64(left[layer]-from) + float64(widths[layer])/2 }
	for _, e := range g.Drawing.Edges {
		g.edge(area, e, at, row, widths, middle, c.Height())
	}
	for _, p := range g.Drawing.Places {
		g.node(c, p, int(middle(p.Layer)), row(p.Y))
	}
	if g.Spots != nil {
		g.Spots.nodes = nil
		for _, p := range g.Drawing.Places {
			half := float64(max(plot.Width(g.face(p)), graphWide)) / 2
			g.Spots.nodes = append(g.Spots.nodes, spot{p.Node, middle(p.Layer), float64(c.Height() - 1 - row(p.Y)), half})
		}
	}
	if from > 0 {
		c.Text(0, 0, "◀", theme.Accent)
	}
	if from+c.Width() < whole {
		c.Text(c.Width()-1, 0, "▶", theme.Accent)
	}
}

// columns returns where every layer begins, and how wide the whole is.
func (g Graph) columns(widths []int, w int) (left []int, whole int) {
	used := 0
	for _, width := range widths {
		used += width
	}
	gap := graphGap
	if n := len(widths) - 1; n > 0 {
		gap = max(graphGap, min(graphRoomy, (w-used)/n))
	}
	for i, width := range widths {
		left = append(left, whole)
		whole += width
		if i+1 < len(widths) {
			whole += gap
		}
	}
	if whole < w {
		for i := range left {
			left[i] += (w - whole) / 2
		}
		whole = w
	}
	return left, whole
}

// scrolled returns the first column that is shown.
func (g Graph) scrolled(left, widths []int, whole, w int) int {
	if g.Shown == nil || whole <= w {
		return 0
	}
	for _, p := range g.Drawing.Places {
		if p.Node == g.Shown {
			return max(0, min(whole-w, left[p.Layer]+widths[p.Layer]/2-w/2))
		}
	}
	return 0
}

// rows returns in which row a height of the drawing lies.
func (g Graph) rows(h int) func(y float64) int {
	const most = 5 // rows from node to node: farther apart it falls to pieces
	pitch := 0.0
	if g.Drawing.Height > 0 {
		pitch = min(most, float64(h-3)/g.Drawing.Height)
	}
	top := (float64(h-1) - pitch*g.Drawing.Height) / 2
	return func(y float64) int { return int(math.Round(top + pitch*y)) }
}

// edge draws a line from an operand to what is computed from it.
func (g Graph) edge(a *plot.Area, e graph.Edge, at map[*graph.Node]graph.Place, row func(float64) int, widths []int, middle func(int) float64, h int) {
	from, to := at[e.From], at[e.To]
	twice := 0.0 // x·x: two lines side by side
	if operands := e.To.Operands(); len(operands) == 2 && operands[0] == operands[1] {
		twice = 0.25 - 0.5*float64(e.Operand)
	}
	var xs, ys []float64
	for k, y := range e.Y {
		layer := from.Layer + k
		height := float64(h-1-row(y)) + 0.4 + twice
		half := float64(widths[layer]) / 2
		switch k {
		case 0:
			xs, ys = append(xs, middle(layer)+float64(plot.Width(g.face(from)))/2+0.4), append(ys, height)
		case len(e.Y) - 1:
			xs, ys = append(xs, middle(layer)-float64(plot.Width(g.face(to)))/2-0.8), append(ys, height)
		default: // through a layer, past what stands in it
			xs, ys = append(xs, middle(layer)-half, middle(layer)+half), append(ys, height, height)
		}
	}
	role := theme.Faint
	if g.Role != nil {
		if r := g.Role(e.To); r == theme.Accent || r == theme.Wrong {
			role = r
		}
	}
	a.Thread(xs, ys, role, plot.Solid)
}

// node draws a node with what stands above and below it.
func (g Graph) node(c *plot.Canvas, p graph.Place, col, row int) {
	role := theme.Text
	if g.Role != nil {
		role = g.Role(p.Node)
	}
	c.TextCenter(col, row, g.face(p), role)
	if g.Above != nil {
		c.TextCenter(col, row-1, g.Above(p.Node), theme.ClassA)
	}
	if g.Below != nil {
		c.TextCenter(col, row+1, g.Below(p.Node), theme.ClassB)
	}
}

// Say tells it in words.
func (g Graph) Say(l lang.Lang) string {
	if g.Words == nil {
		return ""
	}
	return g.Words(l)
}
