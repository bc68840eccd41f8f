package tui

import (
	"hakseup/exercises/answer"
	"hakseup/nn/graph"
	"hakseup/tui/lab"
	"hakseup/tui/markdown"
	"hakseup/tui/plot"
	"hakseup/tui/theme"
)

const (
	graphLeast = 5 // lines in which a graph can be drawn
	graphBelow = 9 // lines of one that stands below its editor
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
	lab.Graph{Drawing: s.Draw(s.all...), Face: s.face, Role: func(n *graph.Node) theme.Role {
		if role, ok := s.roles[n]; ok {
			return role
		}
		return theme.Text
	}}.Draw(c)
}

// face is what stands for a node: an operation in brackets, with its name.
func (s *sketch) face(p graph.Place) string {
	if p.Node.Op().Arity() == 0 {
		return p.Label
	}
	return "(" + p.Label + ") " + s.Name(p.Node)
}
