package lab

import (
	"fmt"
	"strings"

	"hakseup/lessons/lang"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

// Node is a unit of a network, with what stands beside it on the outer side:
// its bias, or the truth.
type Node struct{ Cell, Note Cell }

// Edge joins a node of a layer to one of the next. One without a label is a
// mere connection.
type Edge struct {
	Layer, From, To int
	Weight          float64
	Label           Cell // in the role of the sign, if it has none of its own
	Faint           bool // in a compact network: a weight that counts for little
}

// Network is layers of nodes from left to right. Edges beyond its last layer
// are left out.
type Network struct {
	Layers [][]Node
	Edges  []Edge
	// Compact gives every node a row, with no room for notes, and draws the
	// weights by the look of the edges, without labels.
	Compact bool
}

// Columns between layers.
const (
	aroundLabel = 12 // beside the label of an edge
	leastGap    = 4  // where edges have none
	mostGap     = 9
	mostColumns = 88
)

// Need returns the room that it takes.
func (n Network) Need() Need {
	need, most := n.row().Need(), 0
	for _, nodes := range n.Layers {
		most = max(most, len(nodes))
	}
	if n.Compact {
		return Need{W: need.W + leastGap*(len(n.Layers)-1), H: most, MoreW: mostColumns, MoreH: Any}
	}
	return Need{W: need.W, H: 4*(most-1) + 3, MoreW: mostColumns - need.W, MoreH: Any}
}

// row is the layers and the gaps between them as blocks side by side.
func (n Network) row() row {
	r := row{across: true}
	for i, nodes := range n.Layers {
		w := 0
		for _, n := range nodes {
			w = max(w, plot.Width(n.Cell.Text), plot.Width(n.Note.Text))
		}
		r.blocks = append(r.blocks, drawn{need: Need{W: w}})
		if i+1 < len(n.Layers) {
			r.blocks = append(r.blocks, drawn{need: n.gap(i)})
		}
	}
	return r
}

// gap is the room behind a layer.
func (n Network) gap(layer int) Need {
	need := Need{W: leastGap, MoreW: mostGap - leastGap}
	if n.Compact {
		need.MoreW = Any
	}
	for _, e := range n.Edges {
		if e.Layer == layer && e.Label.Text != "" {
			need = Need{W: max(need.W, plot.Width(e.Label.Text)+aroundLabel), MoreW: Any}
		}
	}
	return need
}

// columns returns where every layer starts.
func (n Network) columns(w int) []int {
	lengths, _ := n.row().lengths(w)
	var cols []int
	at := 0
	for i, length := range lengths {
		if i%2 == 0 {
			cols = append(cols, at)
		}
		at += length
	}
	return cols
}

// rowOf returns the row of a node: the nodes of a layer share the height, with
// room for notes at the outer sides.
func (n Network) rowOf(layer, node, h int) int {
	count := len(n.Layers[layer])
	if count == 1 {
		return h / 2
	}
	margin := max(1, (h-9)/3)
	if n.Compact {
		margin = 0
	}
	return margin + node*(h-1-2*margin)/(count-1)
}

// Draw draws it on any canvas.
func (n Network) Draw(c *plot.Canvas) {
	w := min(c.Width(), max(n.Need().W, mostColumns))
	c = c.Sub((c.Width()-w)/2, 0, w, c.Height())
	h, cols := c.Height(), n.columns(w)
	area := c.Area(plot.Axes{X: plot.Range{Min: 0, Max: float64(w)}, Y: plot.Range{Min: 0, Max: float64(h)}, Bare: true})
	for _, e := range n.Edges {
		if e.Layer+1 >= len(n.Layers) {
			continue
		}
		x0 := float64(cols[e.Layer]+plot.Width(n.Layers[e.Layer][e.From].Cell.Text)) + 1.5
		x1 := float64(cols[e.Layer+1]) - 1.5
		y0, y1 := float64(h-n.rowOf(e.Layer, e.From, h))-0.5, float64(h-n.rowOf(e.Layer+1, e.To, h))-0.5
		role, stroke := e.style(n.Compact)
		area.Line(x0, y0, x1, y1, role, stroke)
		if e.Label.Text != "" {
			area.LabelLine(x0, y0, x1, y1, e.Label.Text, role, e.From >= len(n.Layers[e.Layer])/2)
		}
	}
	for i, nodes := range n.Layers {
		for j, node := range nodes {
			row := n.rowOf(i, j, h)
			c.Text(cols[i], row, node.Cell.Text, node.Cell.Role)
			note := row - 1
			if j >= (len(nodes)+1)/2 {
				note = row + 1
			}
			c.Text(cols[i], note, node.Note.Text, node.Note.Role)
		}
	}
}

// style is how the line of an edge is drawn: by the sign of its weight.
func (e Edge) style(compact bool) (theme.Role, plot.Stroke) {
	role, stroke := theme.Positive, plot.Solid
	switch {
	case e.Label.Text == "" && !compact, e.Faint:
		return theme.Faint, plot.Solid
	case e.Weight < 0:
		role, stroke = theme.Negative, plot.Dashed
	case e.Weight == 0:
		role, stroke = theme.Faint, plot.Dotted
	}
	if e.Label.Role != theme.Text {
		role = e.Label.Role
	}
	return role, stroke
}

// Say reads the nodes out layer by layer, then the weights.
func (n Network) Say(l lang.Lang) string {
	var said []string
	for i, nodes := range n.Layers {
		var parts []string
		for _, node := range nodes {
			part := node.Cell.Text
			if node.Note.Text != "" {
				part += " (" + node.Note.Text + ")"
			}
			parts = append(parts, part)
		}
		said = append(said, lang.Sprintf("층 %d: %s.", "Layer %d: %s.", i+1, strings.Join(parts, ", ")).In(l))
	}
	var weights []string
	for _, e := range n.Edges {
		if e.Label.Text != "" {
			weights = append(weights, fmt.Sprintf("%s (%d→%d)", e.Label.Text, e.From+1, e.To+1))
		}
	}
	if len(weights) > 0 {
		said = append(said, lang.Sprintf("가중치: %s.", "Weights: %s.", strings.Join(weights, ", ")).In(l))
	}
	return strings.Join(said, "\n")
}
