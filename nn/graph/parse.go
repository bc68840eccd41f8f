package graph

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"hakseup/nn/formula"
)

// Parse adds the nodes of a formula and returns the one it results in.
//
// A formula is written as in a textbook: w*x^2 + b, w x² + b, 2wx, σ(x),
// 1/(1 + exp(-x)), max(0, x), √x, |x|; package formula has the grammar. Letters
// in a row are a product, so a variable has one letter and perhaps an index (x1,
// x₁, w_12), unless the graph has a longer name already. e and π are numbers,
// log is the natural logarithm unless LogBase says otherwise.
//
// What is written twice becomes one node: (x+1)² + (x+1) has one sum x+1.
//
// Several formulas, divided by commas, semicolons or line ends, may give names
// to parts: f = g + b, g = w x². Their order is free; the result is the first
// that no other one uses.
//
// Variables of the graph are found by name. Others are added with the value 0,
// in the order in which they occur; see Node.Set and Forward. In case of an
// error, which is a *formula.Error, the graph stays as it is.
func (g *Graph) Parse(text string) (*Node, error) {
	return g.whole(func() (*Node, *formula.Error) { return g.parse(text) })
}

// Build adds the nodes of a formula that has been read, as Parse does.
func (g *Graph) Build(tree *formula.Node) (*Node, error) {
	return g.whole(func() (*Node, *formula.Error) { return newSystem(g).node(tree, &definition{}) })
}

// whole adds nodes, all or none of them.
func (g *Graph) whole(add func() (*Node, *formula.Error)) (*Node, error) {
	length := g.Len()
	out, err := add()
	if err != nil {
		g.truncate(length)
		return nil, err
	}
	return out, nil
}

// system is one or several formulas, as they are read.
type system struct {
	g           *Graph
	definitions []*definition
	names       []string // that the formulas may use
	nodes       map[operation]*Node
}

// definition is one of the formulas.
type definition struct {
	name   string // empty if it has none
	text   string
	at     int   // offset of text in the whole
	busy   bool  // being read
	used   bool  // by another one
	result *Node // when it has been read
}

func newSystem(g *Graph) *system {
	s := &system{g: g, nodes: make(map[operation]*Node)}
	for n := range g.all {
		if name := g.names[n]; name != "" {
			s.names = append(s.names, name)
		}
	}
	return s
}

func (g *Graph) parse(text string) (*Node, *formula.Error) {
	if len(text) > formula.MaxLength {
		return nil, &formula.Error{Mistake: formula.TooLong, Offset: formula.MaxLength}
	}
	s := newSystem(g)
	if err := s.split(text); err != nil {
		return nil, err
	}
	for _, d := range s.definitions {
		if err := s.build(d); err != nil {
			return nil, err
		}
	}
	// One is left that no other uses: if all were used, one would use itself.
	i := slices.IndexFunc(s.definitions, func(d *definition) bool { return !d.used })
	return s.definitions[i].result, nil
}

// split divides the text at commas, semicolons and line ends outside of
// brackets.
func (s *system) split(text string) *formula.Error {
	start, depth := 0, 0
	for i, r := range text + "\n" {
		switch {
		case strings.ContainsRune("([{", r):
			depth++
		case strings.ContainsRune(")]}", r):
			depth--
		case i == len(text) || depth <= 0 && strings.ContainsRune(",;\n", r):
			if err := s.define(text[start:i], start); err != nil {
				return err
			}
			start = i + utf8.RuneLen(r)
		}
	}
	if len(s.definitions) == 0 {
		return &formula.Error{Mistake: formula.Empty}
	}
	return nil
}

// define notes one formula of several.
func (s *system) define(text string, at int) *formula.Error {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	d := &definition{text: text, at: at}
	if left, right, found := cutName(text); found {
		d.name, d.text, d.at = strings.TrimSpace(left), right, at+len(left)+1
		at += strings.Index(left, d.name)
		if !formula.IsName(d.name) {
			return &formula.Error{Mistake: formula.BadName, Offset: at, Text: d.name}
		}
		if s.defined(d.name) != nil {
			return &formula.Error{Mistake: formula.DefinedTwice, Offset: at, Text: d.name}
		}
		s.names = append(s.names, d.name)
	}
	s.definitions = append(s.definitions, d)
	return nil
}

// cutName cuts a definition at its =. A sign like == or <= compares.
func cutName(text string) (name, definition string, found bool) {
	name, definition, found = strings.Cut(text, "=")
	if !found || strings.HasPrefix(definition, "=") || strings.ContainsAny(name, "<>!?([{") {
		return "", "", false
	}
	return name, definition, true
}

func (s *system) defined(name string) *definition {
	for _, d := range s.definitions {
		if d.name != "" && formula.Key(d.name) == formula.Key(name) {
			return d
		}
	}
	return nil
}

// build adds the nodes of a definition, unless they are there.
func (s *system) build(d *definition) *formula.Error {
	if d.result != nil {
		return nil
	}
	table := formula.Table{Variables: s.names, Free: true, Log: s.g.LogBase}
	if table.Log == 0 {
		table.Log = math.E
	}
	tree, err := formula.Parse(d.text, table)
	if err != nil {
		err.Offset += d.at
		if err.Mistake == formula.Empty { // f =
			err.Mistake = formula.Unfinished
		}
		return err
	}
	d.busy = true
	if d.result, err = s.node(tree, d); err != nil {
		return err
	}
	d.busy = false
	if d.name != "" && s.g.Name(d.result) == "" {
		s.g.SetName(d.result, d.name)
	}
	return nil
}
